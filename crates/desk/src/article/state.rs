//! What the log says of an article, held against its rows.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};
use serde::de::DeserializeOwned;

use super::actions::digest;
use super::event::{ArticleChanged, ArticleCreated, ArticleMasked, ArticleMoved, ArticleWritten};
use super::{Status, view};
use crate::error::Result;
use crate::id::ArticleId;
use crate::log::Payload;
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
    let mut digests = BTreeMap::<(String, i64), String>::new();
    for event in events {
        if let Some(created) = read::<ArticleCreated>(event) {
            slug = Some(created.slug);
        } else if let Some(changed) = read::<ArticleChanged>(event) {
            slug = changed.slug.or(slug);
        } else if let Some(written) = read::<ArticleWritten>(event) {
            digests.insert((written.lang.clone(), written.number), written.digest);
            texts.insert(written.lang, Told { head: written.number, status: None });
        } else if let Some(masked) = read::<ArticleMasked>(event) {
            digests.insert((masked.lang, masked.number), masked.digest);
        } else if let Some(moved) = read::<ArticleMoved>(event)
            && let Some(told) = texts.get_mut(&moved.lang)
        {
            told.status = Some(moved.status);
        }
    }
    for ((lang, number), digest) in digests {
        if stored(rx, id, &lang, number).await? != Some(digest) {
            differ.push("article_version");
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

/// The digest of a version as it is stored.
async fn stored(rx: &Rx<'_>, id: ArticleId, lang: &str, number: i64) -> Result<Option<String>> {
    let Ok(lang) = lang.parse::<Locale>() else { return Ok(None) };
    let version = view::version(rx, id, lang, number).await?;
    Ok(version.map(|it| digest(&it.title, &it.summary, &it.tags, &it.body)))
}

/// The payload of an event of this kind, unless it was erased or is of another version.
fn read<T: Payload + DeserializeOwned>(event: &Event) -> Option<T> {
    let is_it = event.kind == T::KIND && event.v == T::V;
    let payload = event.payload.as_deref().filter(|_| is_it)?;
    serde_json::from_slice(payload).ok()
}
