//! Lists of what readers see. Each article is in them once, in the nearest language that it is published in: the statement
//! chooses that, so that what is counted are articles, in however many languages they are.

use futures_util::future::try_join_all;
use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, params};

use super::super::feedback::most_helpful;
use super::super::reader::{Reader, Sees};
use super::super::sql::{locale, slugs};
use super::super::{Audience, Kind, nearest};
use super::literal;
use crate::error::Result;
use crate::id::BrandId;
use crate::limits;
use crate::names;

/// $1 to $3 are the languages, $4 is the brand, and $5 to $9 say what the reader sees.
// Versions are long and there are ever more of them. The cross join has SQLite, which knows nothing of that, look up the one
// that is public; it would read every version in every language otherwise.
macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "select a.slug, s.slug, a.kind, a.audience, a.categories, t.lang, v.title, v.summary \
             from help_section s join article a on a.section_id = s.id join article_text t on t.article_id = a.id \
             and t.lang = (select n.lang from article_text n where n.article_id = a.id and n.published is not null \
                 and (n.lang in ($1, $2, $3) or n.lang = a.lang) \
                 order by case n.lang when $1 then 0 when $2 then 1 when $3 then 2 else 3 end limit 1) \
             cross join article_version v where v.article_id = t.article_id and v.lang = t.lang and v.number = t.published \
             and s.brand_id = $4 and a.audience in ($5, $6, $7) and a.min_tier <= $8 \
             and (a.countries = '' or (' ' || a.countries || ' ') like $9) ",
            $rest
        )
    };
}

pub(super) const OF_SECTION: &str =
    listed!("and s.slug = $10 and a.slug > $11 order by a.slug limit $12");
// What leads step by step comes first, then what names the category before others.
pub(super) const OF_CATEGORY: &str = listed!(
    "and (' ' || a.categories || ' ') like $10 order by case a.kind when 'troubleshooting' then 0 else 1 end, \
     case when (a.categories || ' ') like $11 then 0 else 1 end, s.position, a.slug limit $12"
);
pub(super) const ONE: &str = listed!("and a.brand_id = $4 and a.slug = $10");
// The articles are chosen before a version of any is read.
pub(super) const FIRST: &str = listed!(
    "and a.id in (select b.id from article b join help_section c on c.id = b.section_id where b.brand_id = $4 \
         and b.audience in ($5, $6, $7) and b.audience <> 'internal' and b.min_tier <= $8 \
         and (b.countries = '' or (' ' || b.countries || ' ') like $9) \
         and exists (select 1 from article_text n where n.article_id = b.id and n.published is not null \
             and (n.lang in ($1, $2, $3) or n.lang = b.lang)) \
         order by case b.kind when 'troubleshooting' then 0 else 1 end, c.position, b.slug limit $10) \
     order by case a.kind when 'troubleshooting' then 0 else 1 end, s.position, a.slug"
);
// The slugs of a section up to one, the last of them first: where the page before begins.
pub(super) const BEFORE: &str = "select a.slug from help_section s join article a on a.section_id = s.id \
    where s.brand_id = $1 and s.slug = $2 and a.audience in ($3, $4, $5) and a.min_tier <= $6 \
    and (a.countries = '' or (' ' || a.countries || ' ') like $7) and a.slug <= $8 \
    and exists (select 1 from article_text t where t.article_id = a.id and t.published is not null \
    and (t.lang in ($9, $10, $11) or t.lang = a.lang)) order by a.slug desc limit $12";
// The sections in which the others find something, without what they find.
pub(super) const SECTIONS: &str = "select s.slug, s.names from help_section s where s.brand_id = $1 and exists \
    (select 1 from article a join article_text t on t.article_id = a.id where a.section_id = s.id \
    and a.audience in ($2, $3, $4) and a.min_tier <= $5 and (a.countries = '' or (' ' || a.countries || ' ') like $6) \
    and t.published is not null and (t.lang in ($7, $8, $9) or t.lang = a.lang)) order by s.position, s.slug limit 200";

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

/// A section as a page leads to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledSection {
    pub slug: String,
    /// In the reader's language, or the nearest that there is.
    pub name: String,
}

/// Where a page of a section begins, and how long it is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub section: &'a str,
    /// The slug behind which it begins; empty for the first page.
    pub after: &'a str,
    pub most: i64,
}

/// A page of a section. Each place is the slug behind which a page begins, empty for the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionPage {
    /// By slug.
    pub articles: Vec<Listed>,
    /// Where this page begins: the last slug before it that the reader sees, whatever was asked for.
    pub here: String,
    pub earlier: Option<String>,
    pub later: Option<String>,
}

/// The sections in which a reader finds something, in their order. No article is read for it.
pub async fn filled_sections(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
) -> Result<Vec<FilledSection>> {
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    let values = params![brand_id, a, b, c, tier, country, x, y, z];
    let rows: Vec<(String, String)> = rx.query(SECTIONS, values).await?;
    let filled = |(slug, column): (String, String)| {
        let all = names::read(&column);
        let name = names::nearest(&all, wanted).unwrap_or(&slug).to_owned();
        FilledSection { slug, name }
    };
    Ok(rows.into_iter().map(filled).collect())
}

/// The sections in which a reader finds something, each with its first articles.
pub async fn shelves(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
    most: i64,
) -> Result<Vec<(FilledSection, Vec<Listed>)>> {
    let sections = filled_sections(rx, reader, brand_id, wanted).await?;
    // One statement for all would read every article of the brand; asked together they are one journey to PostgreSQL.
    let of_all = sections.iter().map(|section| {
        let place = Place { section: &section.slug, after: "", most };
        of_section(rx, reader, brand_id, wanted, place)
    });
    let articles = try_join_all(of_all).await?;
    Ok(sections.into_iter().zip(articles).collect())
}

/// The published articles of a section for a reader, by slug.
async fn of_section(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
    Place { section, after, most }: Place<'_>,
) -> Result<Vec<Listed>> {
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    let values = params![x, y, z, brand_id, a, b, c, tier, country, section, after, most];
    Ok(rx.query(OF_SECTION, values).await?)
}

/// A page of a section, with the places of the pages beside it.
pub async fn section_page(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
    place: Place<'_>,
) -> Result<SectionPage> {
    let Place { section, after, most } = place;
    // No slug has such a character, and PostgreSQL reads none.
    let (section, after) = match (section.contains('\0'), after.contains('\0')) {
        (true, _) => return Ok(SectionPage::empty()),
        (false, true) => (section, ""),
        (false, false) => (section, after),
    };
    let shown = usize::try_from(most).unwrap_or(usize::MAX);
    let one_more = Place { section, after, most: most.saturating_add(1) };
    let mut articles = of_section(rx, reader, brand_id, wanted, one_more).await?;
    let is_last = articles.len() <= shown;
    articles.truncate(shown);
    let later = articles.last().filter(|_| !is_last).map(|last| last.slug.clone());
    if after.is_empty() {
        return Ok(SectionPage { articles, here: String::new(), earlier: None, later });
    }
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    let most = most.saturating_add(1);
    let values = params![brand_id, section, a, b, c, tier, country, after, x, y, z, most];
    let before: Vec<(String,)> = rx.query(BEFORE, values).await?;
    let slug = |at: usize| before.get(at).map(|(slug,)| slug.clone());
    let here = slug(0).unwrap_or_default();
    // The page before is as long as this one. What is left of the first one is no page of its own.
    let earlier = (!before.is_empty()).then(|| slug(shown).unwrap_or_default());
    Ok(SectionPage { articles, here, earlier, later })
}

impl SectionPage {
    fn empty() -> Self {
        Self { articles: Vec::new(), here: String::new(), earlier: None, later: None }
    }
}

/// Published articles about a category for a reader, first those that lead step by step, and those that name it first.
pub async fn of_category(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
    category: &str,
) -> Result<Vec<Listed>> {
    let slug = literal(category);
    if slug.is_empty() || slug.contains('\0') {
        return Ok(Vec::new());
    }
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    let (named, first) = (format!("% {slug} %"), format!("{slug} %"));
    let most = limits::HELP_LISTED;
    let values = params![x, y, z, brand_id, a, b, c, tier, country, named, first, most];
    let mut found: Vec<Listed> = rx.query(OF_CATEGORY, values).await?;
    // What names the category first is about it; what names it later touches it.
    let place = |one: &Listed| one.categories.iter().position(|slug| slug == category);
    found.sort_by_key(|one| (one.kind != Kind::Troubleshooting, place(one)));
    Ok(found)
}

/// What helped most readers, and then what leads step by step; nothing that is for staff.
pub async fn popular(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
    most: i64,
) -> Result<Vec<Listed>> {
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    let shown = usize::try_from(most).unwrap_or(usize::MAX);
    let mut found: Vec<Listed> = Vec::new();
    for slug in most_helpful(rx, brand_id).await? {
        if found.len() >= shown {
            break;
        }
        let values = params![x, y, z, brand_id, a, b, c, tier, country, slug];
        let one: Option<Listed> = rx.query_opt(ONE, values).await?;
        found.extend(one.filter(|one| one.audience != Audience::Internal));
    }
    if found.len() < shown {
        // As many as are wanted: whichever of them are there already leave room for no others.
        let values = params![x, y, z, brand_id, a, b, c, tier, country, most];
        let first: Vec<Listed> = rx.query(FIRST, values).await?;
        for one in first {
            if found.len() < shown && found.iter().all(|known| known.slug != one.slug) {
                found.push(one);
            }
        }
    }
    Ok(found)
}
