//! Reading articles. Who sees one is in the query: readers see what is published for them, staff what their permission
//! reaches.

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, params};

use super::sql::{locale, slugs, status};
use super::{Article, Audience, Kind, Status, Text, Version, nearest};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{ArticleId, BrandId, Id as _, StaffId};
use crate::limits;
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::{Scope, Viewer};

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
    PUBLIC_FIND,
    PUBLIC_FORMER,
    PUBLIC_LIST,
    PUBLIC_TEXTS,
    SITEMAP,
    OF_BRAND,
    NAMED,
];

macro_rules! columns {
    () => {
        "a.id, a.brand_id, a.slug, a.section_id, a.kind, a.audience, a.lang, a.categories, a.related, a.review_days, \
         a.owner_id, a.reviewed_at, a.created_at, a.updated_at, a.version"
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
const PUBLIC_FIND: &str = concat!(
    "select ",
    columns!(),
    " from article a where a.brand_id = $1 and a.slug = $2 and a.audience in ($3, $4, $5) \
     and exists (select 1 from article_text t where t.article_id = a.id and t.published is not null)"
);
const PUBLIC_FORMER: &str = "select a.slug from article_slug f join article a on a.id = f.article_id \
    where f.brand_id = $1 and f.slug = $2 and a.audience in ($3, $4, $5) \
    and exists (select 1 from article_text t where t.article_id = a.id and t.published is not null)";
const PUBLIC_LIST: &str = "select a.slug, s.slug, a.kind, a.audience, a.categories, t.lang, v.title, v.summary \
    from article a join help_section s on s.id = a.section_id join article_text t on t.article_id = a.id \
    join article_version v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.published \
    where a.brand_id = $1 and a.audience in ($2, $3, $4) and ($5 = '' or s.slug = $5) \
    and ($6 = '' or (' ' || a.categories || ' ') like $6) and (t.lang in ($7, $8, $9) or t.lang = a.lang) \
    order by s.position, a.slug, t.lang limit $10";
const PUBLIC_TEXTS: &str = "select t.lang, t.published, t.published_at from article_text t \
    where t.article_id = $1 and t.published is not null order by t.lang";
const SITEMAP: &str = "select a.slug, t.lang, t.published_at from article a join article_text t on t.article_id = a.id \
    where a.brand_id = $1 and a.audience = 'public' and t.published is not null order by a.slug, t.lang limit $2";
const OF_BRAND: &str =
    concat!("select ", columns!(), " from article a where a.brand_id = $1 order by a.slug");
const NAMED: &str = "select a.slug, t.lang, v.title from article a join article_text t on t.article_id = a.id \
    join article_version v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.published \
    where a.brand_id = $1 and a.audience in ($2, $3, $4) and a.slug = $5 and (t.lang in ($6, $7, $8) or t.lang = a.lang)";

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

/// An article as readers find it in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub slug: String,
    pub section: String,
    pub kind: Kind,
    pub audience: Audience,
    pub categories: Vec<String>,
    /// The language of title and summary.
    pub lang: Locale,
    pub title: String,
    pub summary: String,
}

impl FromRow for Listed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            slug: row.next()?,
            section: row.next()?,
            kind: row.next()?,
            audience: row.next()?,
            categories: slugs(&row.next::<String>()?),
            lang: locale(&row.next::<String>()?),
            title: row.next()?,
            summary: row.next()?,
        })
    }
}

/// What a reader opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub article: Article,
    /// The language of what follows, which may be another one than was asked for.
    pub lang: Locale,
    pub version: Version,
    pub published_at: Timestamp,
    /// Every language in which it is published.
    pub langs: Vec<Locale>,
}

/// Where an address of an article leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Here(Box<Opened>),
    /// It stands at another slug now.
    Moved(String),
    Nowhere,
}

/// The reach of a permission as the statements take it; `None` for none.
fn reach(viewer: &Viewer, permission: Permission) -> Option<(i64, uuid::Uuid)> {
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

/// For whom published articles are that this reader sees, three words for a statement.
pub(crate) fn audiences(viewer: &Viewer, brand_id: BrandId) -> [Audience; 3] {
    let public = Audience::Public;
    match viewer {
        Viewer::Anonymous => [public; 3],
        Viewer::Customer(me) if me.brand_id != brand_id => [public; 3],
        Viewer::Customer(_) => [public, Audience::SignedIn, public],
        _ if require_brand(viewer, Permission::ArticleRead, brand_id).is_ok() => {
            [public, Audience::SignedIn, Audience::Internal]
        }
        _ => [public; 3],
    }
}

/// Opens an article for a reader, in the language or the nearest in which it is published.
pub async fn open(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
    slug: &str,
    wanted: Locale,
) -> Result<Found> {
    if slug.contains('\0') {
        return Ok(Found::Nowhere);
    }
    let [a, b, c] = audiences(viewer, brand_id);
    let article: Option<Article> =
        rx.query_opt(PUBLIC_FIND, params![brand_id, slug, a, b, c]).await?;
    let Some(article) = article else {
        let moved: Option<(String,)> =
            rx.query_opt(PUBLIC_FORMER, params![brand_id, slug, a, b, c]).await?;
        return Ok(moved.map_or(Found::Nowhere, |(slug,)| Found::Moved(slug)));
    };
    let texts: Vec<(String, i64, Option<Timestamp>)> =
        rx.query(PUBLIC_TEXTS, params![article.id]).await?;
    let langs: Vec<Locale> = texts.iter().map(|(lang, ..)| locale(lang)).collect();
    let best = nearest(wanted).into_iter().chain([article.lang]);
    let best = best.chain(langs.clone()).find(|lang| langs.contains(lang));
    let chosen = best.and_then(|lang| {
        let (_, number, at) = texts.iter().find(|(code, ..)| locale(code) == lang)?;
        Some((lang, *number, *at))
    });
    let Some((lang, number, at)) = chosen else { return Ok(Found::Nowhere) };
    let Some(version) = version(rx, article.id, lang, number).await? else {
        return Err(Error::Broken { what: "a published version that is not there" });
    };
    let published_at = at.unwrap_or(article.created_at);
    Ok(Found::Here(Box::new(Opened { article, lang, version, published_at, langs })))
}

/// Which published articles.
#[derive(Clone, Debug, Default)]
pub struct ListedFilter {
    pub section: Option<String>,
    pub category: Option<String>,
}

/// Published articles for a reader, by section; each once, in the language or the nearest that there is.
pub async fn listed(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
    wanted: Locale,
    filter: &ListedFilter,
) -> Result<Vec<Listed>> {
    let asked = |text: &Option<String>| text.clone().filter(|text| !text.contains('\0'));
    let section = asked(&filter.section).unwrap_or_default();
    let category =
        asked(&filter.category).map_or(String::new(), |slug| format!("% {} %", literal(&slug)));
    let [a, b, c] = audiences(viewer, brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    // Each article comes in four languages at most, so that this is room for all that are wanted.
    let rows: i64 = limits::HELP_LISTED * 4;
    let values = params![brand_id, a, b, c, section, category, x, y, z, rows];
    let rows: Vec<Listed> = rx.query(PUBLIC_LIST, values).await?;
    Ok(best_of(rows, wanted))
}

/// The titles of articles that a reader sees, in the order of the slugs.
pub async fn named(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
    wanted: Locale,
    slugs: &[String],
) -> Result<Vec<(String, Locale, String)>> {
    let [a, b, c] = audiences(viewer, brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    let mut found = Vec::new();
    for slug in slugs.iter().take(limits::ARTICLE_LINKS * 2) {
        let values = params![brand_id, a, b, c, slug, x, y, z];
        let rows: Vec<(String, String, String)> = rx.query(NAMED, values).await?;
        let rows = rows.into_iter().map(|(slug, lang, title)| (slug, locale(&lang), title));
        found.extend(rows.min_by_key(|(_, lang, _)| rank(*lang, wanted)));
    }
    Ok(found)
}

fn rank(lang: Locale, wanted: Locale) -> usize {
    nearest(wanted).iter().position(|near| *near == lang).unwrap_or(usize::MAX)
}

fn best_of(rows: Vec<Listed>, wanted: Locale) -> Vec<Listed> {
    let mut best: Vec<Listed> = Vec::new();
    for row in rows {
        match best.last_mut().filter(|last| last.slug == row.slug) {
            Some(last) if rank(row.lang, wanted) < rank(last.lang, wanted) => *last = row,
            Some(_) => {}
            None => best.push(row),
        }
    }
    best
}

/// Every public address: slug, language, and since when it says what it says.
pub async fn sitemap(
    rx: &Rx<'_>,
    brand_id: BrandId,
) -> Result<Vec<(String, Locale, Option<Timestamp>)>> {
    let rows: Vec<(String, String, Option<Timestamp>)> =
        rx.query(SITEMAP, params![brand_id, limits::SITEMAP_URLS]).await?;
    Ok(rows.into_iter().map(|(slug, lang, at)| (slug, locale(&lang), at)).collect())
}
