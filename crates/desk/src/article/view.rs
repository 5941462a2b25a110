//! Reading articles. Who sees one is in the query: readers see what is published for them, staff what their permission
//! reaches.

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, params};

use super::sql::status;
use super::{Article, Audience, Status, Text, Version};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{ArticleId, BrandId, Id as _, StaffId};
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::{Scope, Viewer};

macro_rules! columns {
    () => {
        "a.id, a.brand_id, a.slug, a.section_id, a.kind, a.audience, a.min_tier, a.countries, a.lang, a.categories, a.related, \
         a.review_days, a.owner_id, a.reviewed_at, a.created_at, a.updated_at, a.version"
    };
}

/// Staff reach: everything (3), their brands and what they own (2), what they own (1). It comes first in each statement.
macro_rules! reached {
    () => {
        "(cast($1 as bigint) = 3 or a.owner_id = $2 or (cast($1 as bigint) = 2 \
         and a.brand_id in (select brand_id from staff_brand where staff_id = $2)))"
    };
}

macro_rules! text_columns {
    () => {
        "t.article_id, t.lang, t.status, t.head, t.title, t.source_number, t.published, t.published_at, t.publish_at, \
         t.updated_at, t.version"
    };
}

macro_rules! version_columns {
    () => {
        "v.number, v.title, v.summary, v.tags, v.body, v.html, v.headings, v.source_number, v.author, v.author_id, v.created_at"
    };
}

// They use the macros above.
mod listing;
mod publisher;
mod reading;
mod review;

pub use listing::{
    FilledSection, Listed, Place, SectionPage, filled_sections, of_category, popular, section_page,
    shelves,
};
pub(super) use publisher::another;
pub use publisher::publishers;
pub use reading::{Found, Mapped, Opened, named, open, sitemap, sitemap_parts, sitemap_sections};
pub use review::{Due, due};

/// Every read of the noun, for the test that prepares each statement on both engines.
pub const ALL: &[&str] = &[
    FIND,
    LIST,
    SLUG_OWNER,
    FORMER,
    FORMER_COUNT,
    COUNT,
    TEXTS,
    TEXTS_OF,
    TEXT,
    VERSION,
    VERSIONS,
    OF_BRAND,
    listing::OF_SECTION,
    listing::BEFORE,
    listing::OF_CATEGORY,
    listing::ONE,
    listing::FIRST,
    listing::SECTIONS,
    publisher::PUBLISHERS,
    publisher::ANOTHER,
    reading::FIND,
    reading::FORMER,
    reading::TEXTS,
    reading::SITEMAP,
    reading::SITEMAP_COUNT,
    reading::SITEMAP_SECTIONS,
    reading::NAMED,
    review::DUE,
];

const FIND: &str =
    concat!("select ", columns!(), " from article a where ", reached!(), " and a.id = $3");
// A filter that is empty, or 0, asks for nothing. The last three: only what is due for review at a moment, only with a text
// that is older than what it was made from, and only without a text in the language.
const LIST: &str = concat!(
    "select ",
    columns!(),
    " from article a join help_section s on s.id = a.section_id where ",
    reached!(),
    " and a.slug > $3 and ($4 = '' or s.slug = $4) and ($5 = '' or a.audience = $5) \
     and ($6 = '' or exists (select 1 from article_text t where t.article_id = a.id and t.status = $6 and ($7 = '' or t.lang = $7))) \
     and (cast($8 as bigint) = 0 or a.reviewed_at + a.review_days * 86400000000 <= $8) \
     and (cast($9 as bigint) = 0 or exists (select 1 from article_text t join article_text o on o.article_id = a.id and o.lang = a.lang \
         where t.article_id = a.id and t.lang <> a.lang and ($7 = '' or t.lang = $7) and t.source_number < coalesce(o.published, o.head))) \
     and (cast($10 as bigint) = 0 or not exists (select 1 from article_text t where t.article_id = a.id and t.lang = $7)) \
     and ($11 = '' or (' ' || a.categories || ' ') like $11) \
     and ($12 = '' or lower(a.slug) like $12 or exists (select 1 from article_text t where t.article_id = a.id and lower(t.title) like $12)) \
     and (cast($13 as bigint) = 0 or a.brand_id = $14) order by a.slug limit $15"
);
const SLUG_OWNER: &str = "select id from article where brand_id = $1 and slug = $2";
const FORMER: &str = "select article_id from article_slug where brand_id = $1 and slug = $2";
const FORMER_COUNT: &str = "select count(*) from article_slug where article_id = $1";
const COUNT: &str = "select count(*) from article where brand_id = $1";
const TEXTS: &str = concat!(
    "select ",
    text_columns!(),
    " from article_text t where t.article_id = $1 order by t.lang"
);
// Texts of the articles between two slugs of one brand: those of a page of the list.
const TEXTS_OF: &str = concat!(
    "select ",
    text_columns!(),
    " from article_text t join article a on a.id = t.article_id where ",
    reached!(),
    " and a.slug >= $3 and a.slug <= $4 order by a.slug, t.lang"
);
const TEXT: &str = concat!(
    "select ",
    text_columns!(),
    " from article_text t where t.article_id = $1 and t.lang = $2"
);
const VERSION: &str = concat!(
    "select ",
    version_columns!(),
    " from article_version v where v.article_id = $1 and v.lang = $2 and v.number = $3"
);
const VERSIONS: &str = "select number, title, source_number, author, author_id, created_at from article_version \
    where article_id = $1 and lang = $2 order by number desc limit 200";
const OF_BRAND: &str =
    concat!("select ", columns!(), " from article a where a.brand_id = $1 order by a.slug");
/// Which articles of the list.
#[derive(Clone, Debug, Default)]
pub struct ArticleFilter {
    pub section: Option<String>,
    pub audience: Option<Audience>,
    pub status: Option<Status>,
    /// The language that status, `outdated` and `missing` speak of.
    pub lang: Option<Locale>,
    /// Those that somebody is to read again by this moment.
    pub due_at: Option<Timestamp>,
    /// Those with a translation that is older than what it was made from.
    pub outdated: bool,
    /// Those without a text in `lang`.
    pub missing: bool,
    pub category: Option<String>,
    /// Part of a title or slug.
    pub words: Option<String>,
    pub brand_id: Option<BrandId>,
    /// The slug after which the page begins.
    pub after: String,
    pub limit: i64,
}

/// An article with its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleSummary {
    pub article: Article,
    /// By language.
    pub texts: Vec<Text>,
}

impl ArticleSummary {
    pub fn text(&self, lang: Locale) -> Option<&Text> {
        self.texts.iter().find(|text| text.lang == lang)
    }

    /// The version that translations are to be made from: the public one of the first language, or else its newest.
    pub fn source(&self) -> Option<i64> {
        self.text(self.article.lang).map(|source| source.published.unwrap_or(source.head))
    }

    /// Says whether a text was made from an older version than there is.
    pub fn is_outdated(&self, text: &Text) -> bool {
        text.lang != self.article.lang && text.source_number < self.source()
    }
}

/// A version in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    pub number: i64,
    pub title: String,
    pub source_number: Option<i64>,
    pub author: String,
    pub author_id: Option<StaffId>,
    pub created_at: Timestamp,
}

impl FromRow for VersionLine {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            number: row.next()?,
            title: row.next()?,
            source_number: row.next()?,
            author: row.next()?,
            author_id: row.next()?,
            created_at: row.next()?,
        })
    }
}

/// The reach of a permission as the statements take it; `None` for none.
pub(crate) fn reach(viewer: &Viewer, permission: Permission) -> Option<(i64, uuid::Uuid)> {
    match viewer.scope(permission) {
        Scope::Nothing | Scope::Customer(_) => None,
        Scope::Assigned { staff_id, .. } => Some((1, staff_id.uuid())),
        Scope::Brands { staff_id, .. } => Some((2, staff_id.uuid())),
        Scope::Everything => Some((3, uuid::Uuid::nil())),
    }
}

/// Says whether a permission reaches an article.
pub(crate) fn is_reached(viewer: &Viewer, permission: Permission, article: &Article) -> bool {
    match viewer.scope(permission) {
        Scope::Nothing | Scope::Customer(_) => false,
        Scope::Assigned { staff_id, .. } => article.owner_id == Some(staff_id),
        Scope::Brands { brands, staff_id, .. } => {
            brands.contains(&article.brand_id) || article.owner_id == Some(staff_id)
        }
        Scope::Everything => true,
    }
}

/// Refuses who does not hold the permission over a whole brand.
///
/// # Errors
/// `no-permission`, `signed-out`.
pub fn require_brand(viewer: &Viewer, permission: Permission, brand_id: BrandId) -> Result<()> {
    viewer.require(permission)?;
    match viewer.scope(permission) {
        Scope::Everything => Ok(()),
        Scope::Brands { brands, .. } if brands.contains(&brand_id) => Ok(()),
        _ => Err(Error::no_permission(permission)),
    }
}

/// The brand that an act is about: the one that was named, or the only one that the permission reaches.
///
/// # Errors
/// `field-required` at `brand_id` when there are several; `not-found`; `no-permission`.
pub async fn brand(
    rx: &Rx<'_>,
    viewer: &Viewer,
    permission: Permission,
    named: Option<BrandId>,
) -> Result<BrandId> {
    viewer.require(permission)?;
    let all = crate::brand::view::ids(rx).await?;
    let reached: Vec<BrandId> =
        all.into_iter().filter(|id| require_brand(viewer, permission, *id).is_ok()).collect();
    match (named, reached.as_slice()) {
        (Some(named), reached) if reached.contains(&named) => Ok(named),
        (Some(_), _) => Err(Error::refused(Code::NotFound)),
        (None, [only]) => Ok(*only),
        (None, []) => Err(Error::no_permission(permission)),
        (None, _) => Err(Error::field("brand_id", Code::FieldRequired)),
    }
}

/// An article that staff see, with its texts; `None` for one that they do not.
pub async fn find(rx: &Rx<'_>, viewer: &Viewer, id: ArticleId) -> Result<Option<ArticleSummary>> {
    let Some((reach, staff_id)) = reach(viewer, Permission::ArticleRead) else { return Ok(None) };
    let article: Option<Article> = rx.query_opt(FIND, params![reach, staff_id, id]).await?;
    match article {
        Some(article) => Ok(Some(ArticleSummary { texts: texts(rx, id).await?, article })),
        None => Ok(None),
    }
}

/// The texts of an article that the caller found visible.
pub(super) async fn texts(rx: &Rx<'_>, id: ArticleId) -> Result<Vec<Text>> {
    Ok(rx.query(TEXTS, params![id]).await?)
}

/// The text of an article that the caller found visible.
pub async fn text(rx: &Rx<'_>, id: ArticleId, lang: Locale) -> Result<Option<Text>> {
    Ok(rx.query_opt(TEXT, params![id, lang.code()]).await?)
}

/// A page of the articles that staff see, by slug.
pub async fn list(
    rx: &Rx<'_>,
    viewer: &Viewer,
    filter: &ArticleFilter,
) -> Result<Vec<ArticleSummary>> {
    let Some((reach, staff_id)) = reach(viewer, Permission::ArticleRead) else {
        return Ok(Vec::new());
    };
    let like = |text: &Option<String>, before: &str| match text {
        Some(text) if !text.is_empty() => format!("%{before}{}{before}%", literal(text)),
        _ => String::new(),
    };
    let section = filter.section.clone().unwrap_or_default();
    let (audience, status) = (filter.audience.map_or("", Audience::as_str), status(filter.status));
    let lang = filter.lang.map_or("", Locale::code);
    let due_at = filter.due_at.map_or(0, Timestamp::micros);
    let outdated = i64::from(filter.outdated);
    let missing = i64::from(filter.missing && filter.lang.is_some());
    let category = like(&filter.category, " ");
    let of_brand = i64::from(filter.brand_id.is_some());
    let brand_id = filter.brand_id.unwrap_or(BrandId::from_uuid(uuid::Uuid::nil()));
    let words = like(&filter.words.as_ref().map(|words| words.to_lowercase()), "");
    let values = params![
        reach,
        staff_id,
        filter.after,
        section,
        audience,
        status,
        lang,
        due_at,
        outdated,
        missing,
        category,
        words,
        of_brand,
        brand_id,
        filter.limit
    ];
    let articles: Vec<Article> = rx.query(LIST, values).await?;
    let (Some(first), Some(last)) = (articles.first(), articles.last()) else {
        return Ok(Vec::new());
    };
    let bounds = params![reach, staff_id, first.slug, last.slug];
    let texts: Vec<Text> = rx.query(TEXTS_OF, bounds).await?;
    let with_texts = |article: Article| {
        let own = texts.iter().filter(|text| text.article_id == article.id);
        ArticleSummary { texts: own.cloned().collect(), article }
    };
    Ok(articles.into_iter().map(with_texts).collect())
}

/// What `like` reads as signs of its own is left out: nobody looks for a percent sign in a title.
fn literal(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect()
}

/// A version of a text that the caller found visible.
pub async fn version(
    rx: &Rx<'_>,
    id: ArticleId,
    lang: Locale,
    number: i64,
) -> Result<Option<Version>> {
    Ok(rx.query_opt(VERSION, params![id, lang.code(), number]).await?)
}

/// The versions of a text that the caller found visible, the newest first.
pub async fn versions(rx: &Rx<'_>, id: ArticleId, lang: Locale) -> Result<Vec<VersionLine>> {
    Ok(rx.query(VERSIONS, params![id, lang.code()]).await?)
}

/// The article that has a slug now, whoever may see it.
pub(super) async fn owner(rx: &Rx<'_>, brand_id: BrandId, slug: &str) -> Result<Option<ArticleId>> {
    let row: Option<(ArticleId,)> = rx.query_opt(SLUG_OWNER, params![brand_id, slug]).await?;
    Ok(row.map(|(id,)| id))
}

/// The article that had a slug before.
pub(super) async fn former(
    rx: &Rx<'_>,
    brand_id: BrandId,
    slug: &str,
) -> Result<Option<ArticleId>> {
    let row: Option<(ArticleId,)> = rx.query_opt(FORMER, params![brand_id, slug]).await?;
    Ok(row.map(|(id,)| id))
}

pub(super) async fn former_count(rx: &Rx<'_>, id: ArticleId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(FORMER_COUNT, params![id]).await?;
    Ok(n)
}

pub(super) async fn count(rx: &Rx<'_>, brand_id: BrandId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT, params![brand_id]).await?;
    Ok(n)
}

/// Every article of a brand, for who carries them away at the machine itself.
///
/// # Errors
/// `no-permission` for everybody else.
pub async fn all(rx: &Rx<'_>, viewer: &Viewer, brand_id: BrandId) -> Result<Vec<ArticleSummary>> {
    viewer.require_inside()?;
    let articles: Vec<Article> = rx.query(OF_BRAND, params![brand_id]).await?;
    let mut all = Vec::with_capacity(articles.len());
    for article in articles {
        all.push(ArticleSummary { texts: texts(rx, article.id).await?, article });
    }
    Ok(all)
}
