//! What readers see: articles that are published, and for them. That is in the query: for whom an article is, from which tier
//! on and in which countries.

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};

use super::super::reader::{Reader, Sees};
use super::super::sql::locale;
use super::super::{Article, Version, nearest};
use super::version;
use crate::error::{Error, Result};
use crate::id::BrandId;
use crate::limits;
use crate::time::Timestamp;

pub(super) const FIND: &str = concat!(
    "select ",
    columns!(),
    " from article a where a.brand_id = $1 and a.slug = $2 and a.audience in ($3, $4, $5) and a.min_tier <= $6 \
     and (a.countries = '' or (' ' || a.countries || ' ') like $7) \
     and exists (select 1 from article_text t where t.article_id = a.id and t.published is not null)"
);
pub(super) const FORMER: &str = "select a.slug from article_slug f join article a on a.id = f.article_id \
    where f.brand_id = $1 and f.slug = $2 and a.audience in ($3, $4, $5) and a.min_tier <= $6 \
    and (a.countries = '' or (' ' || a.countries || ' ') like $7) \
    and exists (select 1 from article_text t where t.article_id = a.id and t.published is not null)";
pub(super) const TEXTS: &str = "select t.lang, t.published, t.published_at from article_text t \
    where t.article_id = $1 and t.published is not null order by t.lang";
pub(super) const SITEMAP: &str = "select a.slug, t.lang, t.published_at from article a join article_text t on t.article_id = a.id \
    where a.brand_id = $1 and a.audience = 'public' and t.published is not null order by a.slug, t.lang limit $2 offset $3";
pub(super) const SITEMAP_SECTIONS: &str = "select s.slug from help_section s where s.brand_id = $1 and exists (select 1 from article a \
    join article_text t on t.article_id = a.id where a.section_id = s.id and a.audience = 'public' and t.published is not null) \
    order by s.position, s.slug";
pub(super) const SITEMAP_COUNT: &str = "select count(*) from article a join article_text t on t.article_id = a.id \
    where a.brand_id = $1 and a.audience = 'public' and t.published is not null";
pub(super) const NAMED: &str = "select a.slug, t.lang, v.title from article a join article_text t on t.article_id = a.id \
    join article_version v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.published \
    where a.brand_id = $1 and a.audience in ($2, $3, $4) and a.min_tier <= $5 \
    and (a.countries = '' or (' ' || a.countries || ' ') like $6) and a.slug = $7 \
    and (t.lang in ($8, $9, $10) or t.lang = a.lang)";

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

/// Opens an article for a reader, in the language or the nearest in which it is published.
pub async fn open(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    slug: &str,
    wanted: Locale,
) -> Result<Found> {
    if slug.contains('\0') {
        return Ok(Found::Nowhere);
    }
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let values = params![brand_id, slug, a, b, c, tier, country];
    let article: Option<Article> = rx.query_opt(FIND, values).await?;
    let Some(article) = article else {
        let values = params![brand_id, slug, a, b, c, tier, country];
        let moved: Option<(String,)> = rx.query_opt(FORMER, values).await?;
        return Ok(moved.map_or(Found::Nowhere, |(slug,)| Found::Moved(slug)));
    };
    let texts: Vec<(String, i64, Option<Timestamp>)> = rx.query(TEXTS, params![article.id]).await?;
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

/// The titles of articles that a reader sees, in the order of the slugs.
pub async fn named(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
    slugs: &[String],
) -> Result<Vec<(String, Locale, String)>> {
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let [x, y, z] = nearest(wanted).map(Locale::code);
    let mut found = Vec::new();
    for slug in slugs.iter().take(limits::ARTICLE_LINKS * 2) {
        let values = params![brand_id, a, b, c, tier, country, slug, x, y, z];
        let rows: Vec<(String, String, String)> = rx.query(NAMED, values).await?;
        let rows = rows.into_iter().map(|(slug, lang, title)| (slug, locale(&lang), title));
        found.extend(rows.min_by_key(|(_, lang, _)| rank(*lang, wanted)));
    }
    Ok(found)
}

fn rank(lang: Locale, wanted: Locale) -> usize {
    nearest(wanted).iter().position(|near| *near == lang).unwrap_or(usize::MAX)
}

/// How many parts all public addresses have: one, unless there are more than search engines read of one.
pub async fn sitemap_parts(rx: &Rx<'_>, brand_id: BrandId) -> Result<i64> {
    let (all,): (i64,) = rx.query_one(SITEMAP_COUNT, params![brand_id]).await?;
    let most = limits::SITEMAP_URLS;
    Ok((all.saturating_add(most - 1) / most).max(1))
}

/// A public address of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    pub slug: String,
    pub lang: Locale,
    /// Since when it says what it says.
    pub at: Option<Timestamp>,
    /// Every language in which the article is published.
    pub langs: Vec<Locale>,
}

/// The public addresses of a part, from 0.
pub async fn sitemap(rx: &Rx<'_>, brand_id: BrandId, part: i64) -> Result<Vec<Mapped>> {
    // An article that a part ends in has its other languages in the next one: they are read along and not told.
    let others = i64::try_from(Locale::ALL.len()).unwrap_or(0);
    let from = part.saturating_mul(limits::SITEMAP_URLS);
    let before = from.saturating_sub(others).max(0);
    let most = from.saturating_sub(before) + limits::SITEMAP_URLS + others;
    let rows: Vec<(String, String, Option<Timestamp>)> =
        rx.query(SITEMAP, params![brand_id, most, before]).await?;
    let skipped = usize::try_from(from.saturating_sub(before)).unwrap_or(0);
    let shown = usize::try_from(limits::SITEMAP_URLS).unwrap_or(usize::MAX);
    let mut mapped = Vec::new();
    for article in rows.chunk_by(|(one, ..), (other, ..)| one == other) {
        let langs: Vec<Locale> = article.iter().map(|(_, lang, _)| locale(lang)).collect();
        mapped.extend(article.iter().zip(&langs).map(|((slug, _, at), lang)| Mapped {
            slug: slug.clone(),
            lang: *lang,
            at: *at,
            langs: langs.clone(),
        }));
    }
    Ok(mapped.into_iter().skip(skipped).take(shown).collect())
}

/// The sections in which there is a public article, as they are listed.
pub async fn sitemap_sections(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = rx.query(SITEMAP_SECTIONS, params![brand_id]).await?;
    Ok(rows.into_iter().map(|(slug,)| slug).collect())
}
