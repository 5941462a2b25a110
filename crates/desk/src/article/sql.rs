use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Article, Heading, Status, Text, Version, Written};
use crate::article_file;
use crate::error::{Error, Result};
use crate::id::{ArticleId, BrandId};
use crate::time::Timestamp;

/// Every write of the noun, for the test that prepares each statement on both engines.
pub const ALL: &[&str] =
    &[INSERT, UPDATE, INSERT_TEXT, UPDATE_TEXT, INSERT_VERSION, KEEP_SLUG, FREE_SLUG, SET_REVIEWED];

const INSERT: &str = "insert into article (id, brand_id, slug, section_id, kind, audience, min_tier, countries, lang, categories, related, \
    review_days, owner_id, reviewed_at, created_at, updated_at, version) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $14, 1) on conflict (brand_id, slug) do nothing";
const UPDATE: &str = "update article set slug = $1, section_id = $2, kind = $3, audience = $4, min_tier = $5, countries = $6, \
    categories = $7, related = $8, review_days = $9, owner_id = $10, updated_at = $11, version = version + 1 \
    where id = $12 and version = $13";
const INSERT_TEXT: &str = "insert into article_text (article_id, lang, status, head, title, source_number, published, \
    published_at, publish_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) \
    on conflict (article_id, lang) do nothing";
const UPDATE_TEXT: &str = "update article_text set status = $1, head = $2, title = $3, source_number = $4, published = $5, \
    published_at = $6, publish_at = $7, updated_at = $8, version = version + 1 \
    where article_id = $9 and lang = $10 and version = $11";
const INSERT_VERSION: &str = "insert into article_version (article_id, lang, number, title, summary, tags, body, html, headings, \
    source_number, author, author_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
const KEEP_SLUG: &str = "insert into article_slug (brand_id, slug, article_id, created_at) values ($1, $2, $3, $4) \
    on conflict (brand_id, slug) do update set article_id = excluded.article_id, created_at = excluded.created_at";
const FREE_SLUG: &str = "delete from article_slug where brand_id = $1 and slug = $2";
const SET_REVIEWED: &str = "update article set reviewed_at = $1, updated_at = $1, version = version + 1 \
    where id = $2 and version = $3";

/// Reads words with spaces between them: slugs, and countries.
pub(super) fn slugs(text: &str) -> Vec<String> {
    text.split(' ').filter(|slug| !slug.is_empty()).map(str::to_owned).collect()
}

/// Reads a stored language; none that a later version knows comes to this one, which would not start then.
pub(super) fn locale(code: &str) -> Locale {
    code.parse().unwrap_or_default()
}

impl FromRow for Article {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            slug: row.next()?,
            section_id: row.next()?,
            kind: row.next()?,
            audience: row.next()?,
            min_tier: row.next()?,
            countries: slugs(&row.next::<String>()?),
            lang: locale(&row.next::<String>()?),
            categories: slugs(&row.next::<String>()?),
            related: slugs(&row.next::<String>()?),
            review_days: row.next()?,
            owner_id: row.next()?,
            reviewed_at: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
        })
    }
}

impl FromRow for Text {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            article_id: row.next()?,
            lang: locale(&row.next::<String>()?),
            status: row.next()?,
            head: row.next()?,
            title: row.next()?,
            source_number: row.next()?,
            published: row.next()?,
            published_at: row.next()?,
            publish_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
        })
    }
}

impl FromRow for Version {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            number: row.next()?,
            title: row.next()?,
            summary: row.next()?,
            tags: json(&row.next::<String>()?),
            body: row.next()?,
            html: row.next()?,
            headings: json::<Vec<Heading>>(&row.next::<String>()?),
            source_number: row.next()?,
            author: row.next()?,
            author_id: row.next()?,
            created_at: row.next()?,
        })
    }
}

fn json<T: serde::de::DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}

pub(super) fn written<T: serde::Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|_unreachable| Error::Broken { what: "a list that is no JSON" })
}

/// Inserts; false when the slug is another article's.
pub(super) async fn insert(tx: &Tx<'_>, a: &Article) -> Result<bool> {
    let (categories, related, lang) = (a.categories.join(" "), a.related.join(" "), a.lang.code());
    let countries = a.countries.join(" ");
    let values = params![
        a.id,
        a.brand_id,
        a.slug,
        a.section_id,
        a.kind,
        a.audience,
        a.min_tier,
        countries,
        lang,
        categories,
        related,
        a.review_days,
        a.owner_id,
        a.created_at
    ];
    Ok(tx.exec(INSERT, values).await? == 1)
}

/// Writes what can change; false when the version is another one.
pub(super) async fn update(tx: &Tx<'_>, a: &Article) -> Result<bool> {
    let (categories, related) = (a.categories.join(" "), a.related.join(" "));
    let countries = a.countries.join(" ");
    let values = params![
        a.slug,
        a.section_id,
        a.kind,
        a.audience,
        a.min_tier,
        countries,
        categories,
        related,
        a.review_days,
        a.owner_id,
        a.updated_at,
        a.id,
        a.version
    ];
    Ok(tx.exec(UPDATE, values).await? == 1)
}

/// Inserts; false when the text is there already.
pub(super) async fn insert_text(tx: &Tx<'_>, t: &Text) -> Result<bool> {
    let lang = t.lang.code();
    let values = params![
        t.article_id,
        lang,
        t.status,
        t.head,
        t.title,
        t.source_number,
        t.published,
        t.published_at,
        t.publish_at,
        t.updated_at
    ];
    Ok(tx.exec(INSERT_TEXT, values).await? == 1)
}

/// Writes what can change; false when the version is another one.
pub(super) async fn update_text(tx: &Tx<'_>, t: &Text) -> Result<bool> {
    let lang = t.lang.code();
    let values = params![
        t.status,
        t.head,
        t.title,
        t.source_number,
        t.published,
        t.published_at,
        t.publish_at,
        t.updated_at,
        t.article_id,
        lang,
        t.version
    ];
    Ok(tx.exec(UPDATE_TEXT, values).await? == 1)
}

/// Writes the newest version of a text.
pub(super) async fn insert_version(
    tx: &Tx<'_>,
    t: &Text,
    text: &Written,
    (author, author_id): (&str, Option<uuid::Uuid>),
    at: Timestamp,
) -> Result<()> {
    let (tags, headings, lang) = (written(&text.tags)?, written(&text.headings)?, t.lang.code());
    let values = params![
        t.article_id,
        lang,
        t.head,
        text.title,
        text.summary,
        tags,
        text.body,
        text.html,
        headings,
        t.source_number,
        author,
        author_id,
        at
    ];
    tx.exec(INSERT_VERSION, values).await?;
    article_file::sql::add_uses(tx, t.article_id, lang, t.head, &text.html).await
}

/// Remembers a slug that leads to the article from now on.
pub(super) async fn keep_slug(
    tx: &Tx<'_>,
    brand_id: BrandId,
    slug: &str,
    article_id: ArticleId,
    at: Timestamp,
) -> Result<()> {
    tx.exec(KEEP_SLUG, params![brand_id, slug, article_id, at]).await?;
    Ok(())
}

/// Forgets a former slug, which is an article's own again.
pub(super) async fn free_slug(tx: &Tx<'_>, brand_id: BrandId, slug: &str) -> Result<()> {
    tx.exec(FREE_SLUG, params![brand_id, slug]).await?;
    Ok(())
}

/// Says that it was read again; false when the version is another one.
pub(super) async fn set_reviewed(
    tx: &Tx<'_>,
    id: ArticleId,
    version: i64,
    at: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(SET_REVIEWED, params![at, id, version]).await? == 1)
}

/// A status in lists of what is asked for.
pub(super) fn status(status: Option<Status>) -> &'static str {
    status.map_or("", Status::as_str)
}
