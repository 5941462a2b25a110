//! What the guard's newer rules find in articles that are stored already: in every version, as old ones are read too, and in the
//! words by which they are found besides.

use proofdesk_store::{FromRow, Row, Tx, params};

use super::actions::{digest, html_digest};
use super::event::ArticleMasked;
use super::{Version, Written, markdown, sql, word};
use crate::article_file;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::ArticleId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// Every statement of the file.
pub const ALL: &[&str] = &[VERSIONS, SET_VERSION, SET_TITLE];

const VERSIONS: &str = "select lang, number, title, summary, tags, body, html, headings, source_number, author, author_id, \
    created_at from article_version where article_id = $1 order by lang, number";
const SET_VERSION: &str = "update article_version set title = $1, summary = $2, tags = $3, body = $4, html = $5, headings = $6 \
    where article_id = $7 and lang = $8 and number = $9";
const SET_TITLE: &str = "update article_text set title = $1, version = version + 1 \
    where article_id = $2 and lang = $3 and head = $4";

/// Reads an article once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: ArticleId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let versions: Vec<Stored> = tx.query(VERSIONS, params![id]).await?;
    let mut events = word::forget_secrets(tx, id).await?;
    for Stored { lang, version } in versions {
        let Some(text) = masked(&version)? else { continue };
        write(tx, id, &lang, version.number, &text).await?;
        let digest = digest(&text.title, &text.summary, &text.tags, &text.body);
        let html_digest = html_digest(&text.html);
        let (article_id, number) = (id, version.number);
        let masked = ArticleMasked { article_id, lang, number, digest, html_digest };
        events.push(NewEvent::of(&masked)?);
    }
    if events.is_empty() {
        return Ok(false);
    }
    log::append(tx, cx, &Stream::Article(id), &events).await?;
    Ok(true)
}

/// A version with its language.
struct Stored {
    lang: String,
    version: Version,
}

impl FromRow for Stored {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { lang: row.next()?, version: Version::from_row(row)? })
    }
}

/// The text as it is to be; `None` when nothing is to be masked.
fn masked(version: &Version) -> Result<Option<Written>> {
    let mut text = Written {
        title: version.title.clone(),
        summary: version.summary.clone(),
        tags: version.tags.clone(),
        body: version.body.clone(),
        html: String::new(),
        headings: Vec::new(),
    };
    let mut is_masked = false;
    for part in
        [&mut text.title, &mut text.summary, &mut text.body].into_iter().chain(&mut text.tags)
    {
        is_masked |= Clean::mask_again(part)?;
    }
    if !is_masked {
        return Ok(None);
    }
    let rendered = markdown::render(&text.body);
    (text.html, text.headings) = (rendered.html, rendered.headings);
    Ok(Some(text))
}

async fn write(tx: &Tx<'_>, id: ArticleId, lang: &str, number: i64, text: &Written) -> Result<()> {
    let (tags, headings) = (sql::written(&text.tags)?, sql::written(&text.headings)?);
    let values =
        params![text.title, text.summary, tags, text.body, text.html, headings, id, lang, number];
    tx.exec(SET_VERSION, values).await?;
    article_file::sql::set_uses(tx, id, lang, number, &text.html).await?;
    tx.exec(SET_TITLE, params![text.title, id, lang, number]).await?;
    Ok(())
}
