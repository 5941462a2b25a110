//! What the log says of an article, held against its rows.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};

use super::actions::{digest, html_digest};
use super::event::{
    ArticleChanged, ArticleCreated, ArticleMasked, ArticleMoved, ArticleWritten, UPCASTERS,
};
use super::{Status, view};
use crate::error::Result;
use crate::id::ArticleId;
use crate::log::upcast::{self, Said, known};
use crate::log::view::Event;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROW];

const ROW: &str = "select slug from article where id = $1";

/// What the last events about a text say of it.
#[derive(Default)]
struct Told {
    head: i64,
    /// Where it was moved, if nothing was written since.
    status: Option<Status>,
}

/// Names the columns of an article, its texts and their versions that differ from what its events say.
pub(crate) async fn check_state(
    rx: &Rx<'_>,
    id: ArticleId,
    events: &[Event],
) -> Result<Vec<&'static str>> {
    let mut differ = Vec::new();
    let (mut slug, mut texts) = (None, BTreeMap::<String, Told>::new());
    // The last that was told of each version: it never changes but by a mask.
    let mut digests = BTreeMap::<(String, i64), (String, Option<String>)>::new();
    for event in events {
        if let Some(created) = known::<ArticleCreated>(event) {
            slug = Some(created.slug);
        } else if let Some(changed) = known::<ArticleChanged>(event) {
            slug = changed.slug.or(slug);
        } else if let Said::Known(written) = upcast::read::<ArticleWritten>(event, UPCASTERS) {
            let told = (written.digest, written.html_digest);
            digests.insert((written.lang.clone(), written.number), told);
            texts.insert(written.lang, Told { head: written.number, status: None });
        } else if let Some(masked) = known::<ArticleMasked>(event) {
            let told = (masked.digest, Some(masked.html_digest));
            digests.insert((masked.lang, masked.number), told);
        } else if let Some(moved) = known::<ArticleMoved>(event)
            && let Some(told) = texts.get_mut(&moved.lang)
        {
            told.status = Some(moved.status);
        }
    }
    for ((lang, number), (source, html)) in digests {
        let stored = stored(rx, id, &lang, number).await?;
        let (stored_source, stored_html) = stored.unzip();
        if stored_source.as_ref() != Some(&source) {
            differ.push("article_version");
        }
        if html.is_some() && stored_html.is_some() && stored_html != html {
            differ.push("html");
        }
    }
    let row: Option<(String,)> = rx.query_opt(ROW, params![id]).await?;
    if slug.is_some() && row.map(|(slug,)| slug) != slug {
        differ.push("slug");
    }
    let mut rows: BTreeMap<String, (i64, Status)> = BTreeMap::new();
    for text in view::texts(rx, id).await? {
        rows.insert(text.lang.code().to_owned(), (text.head, text.status));
    }
    for (lang, told) in texts {
        let Some((head, status)) = rows.get(&lang) else {
            differ.push("article_text");
            continue;
        };
        if *head != told.head {
            differ.push("head");
        }
        if told.status.is_some_and(|told| told != *status) {
            differ.push("status");
        }
    }
    differ.dedup();
    Ok(differ)
}

/// The digests of a version as it is stored: of its source, and of the HTML beside it.
async fn stored(
    rx: &Rx<'_>,
    id: ArticleId,
    lang: &str,
    number: i64,
) -> Result<Option<(String, String)>> {
    let Ok(lang) = lang.parse::<Locale>() else { return Ok(None) };
    let version = view::version(rx, id, lang, number).await?;
    Ok(version
        .map(|it| (digest(&it.title, &it.summary, &it.tags, &it.body), html_digest(&it.html))))
}
