//! Words by which an article is found besides those that stand in it: what readers call it. They are no part of its texts,
//! so no translation is out of date by them.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx, params};

use super::event::ArticleWordsSet;
use super::view;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::ArticleId;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// Every statement of this file.
pub const ALL: &[&str] = &[OF_ARTICLE, BETWEEN, VERSIONS, VERSION, INSERT, DELETE, COUNT_UP];

const OF_ARTICLE: &str =
    "select lang, words from article_word where article_id = $1 order by lang, words";
const BETWEEN: &str = "select article_id, lang, words from article_word where article_id >= $1 and article_id <= $2 \
    order by article_id, lang, words";
const VERSIONS: &str =
    "select lang, words_version from article_text where article_id = $1 order by lang";
const VERSION: &str = "select words_version from article_text where article_id = $1 and lang = $2";
const INSERT: &str = "insert into article_word (article_id, lang, words, created_at) values ($1, $2, $3, $4) \
    on conflict (article_id, lang, words) do nothing";
const DELETE: &str = "delete from article_word where article_id = $1 and lang = $2 and words = $3";
const COUNT_UP: &str =
    "update article_text set words_version = words_version + 1 where article_id = $1 and lang = $2";

/// Words by language.
type Words = BTreeMap<Locale, Vec<String>>;

/// The words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub words: Vec<String>,
    /// From 0, where nobody has set any yet.
    pub version: i64,
}

/// The words of an article that the caller found visible, for each language that it has a text in.
///
/// # Errors
/// Only those of the store.
pub async fn told(rx: &Rx<'_>, id: ArticleId) -> Result<BTreeMap<Locale, Told>> {
    let mut words = of(rx, id).await?;
    let rows: Vec<(String, i64)> = rx.query(VERSIONS, params![id]).await?;
    let told = |(lang, version): (String, i64)| {
        let lang: Locale = lang.parse().ok()?;
        Some((lang, Told { words: words.remove(&lang).unwrap_or_default(), version }))
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

async fn of(rx: &Rx<'_>, id: ArticleId) -> Result<Words> {
    let rows: Vec<(String, String)> = rx.query(OF_ARTICLE, params![id]).await?;
    let mut words = Words::new();
    for (lang, one) in rows {
        let Ok(lang) = lang.parse() else { continue };
        words.entry(lang).or_default().push(one);
    }
    Ok(words)
}

/// The words of the articles from one id to another, for the index.
pub(super) async fn between(
    rx: &Rx<'_>,
    from: ArticleId,
    until: ArticleId,
) -> Result<BTreeMap<(ArticleId, Locale), Vec<String>>> {
    let rows: Vec<(ArticleId, String, String)> = rx.query(BETWEEN, params![from, until]).await?;
    let mut words: BTreeMap<(ArticleId, Locale), Vec<String>> = BTreeMap::new();
    for (id, lang, one) in rows {
        let Ok(lang) = lang.parse() else { continue };
        words.entry((id, lang)).or_default().push(one);
    }
    Ok(words)
}

/// What becomes of the words of a language.
#[derive(Clone, Copy)]
enum Change<'a> {
    /// One more, whatever they are by now.
    Add(&'a str),
    /// These and no others, from the version that was seen.
    Replace(&'a [String], i64),
}

/// Adds words to those by which an article is found in one language.
///
/// # Errors
/// `no-permission` without `article.write`; `not-found` for an article without a text in the language; `limit-reached`, and
/// the refusals of a text, at `words`.
pub async fn add(tx: &Tx<'_>, cx: &mut Cx, id: ArticleId, lang: Locale, words: &str) -> Result<()> {
    write(tx, cx, id, lang, Change::Add(words)).await.map(|_version| ())
}

/// Sets the words by which an article is found in one language, from the version that the viewer saw. Returns their version now.
///
/// # Errors
/// As [`add`]; `version-conflict`.
pub async fn set(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    lang: Locale,
    seen: i64,
    words: &[String],
) -> Result<i64> {
    write(tx, cx, id, lang, Change::Replace(words, seen)).await
}

async fn write(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    lang: Locale,
    change: Change<'_>,
) -> Result<i64> {
    let chain = log::lock(tx, &Stream::Article(id)).await?;
    let found = view::find(tx, &cx.viewer, id).await?.or_not_found()?;
    if !view::is_reached(&cx.viewer, Permission::ArticleWrite, &found.article) {
        return Err(Error::no_permission(Permission::ArticleWrite));
    }
    let version: Option<(i64,)> = tx.query_opt(VERSION, params![id, lang.code()]).await?;
    let (version,) = version.or_not_found()?;
    let before = of(tx, id).await?.remove(&lang).unwrap_or_default();
    let after = match change {
        Change::Add(one) => clean(&[before.as_slice(), &[one.to_owned()]].concat())?,
        Change::Replace(_, seen) if seen != version => {
            return Err(Error::refused(Code::VersionConflict));
        }
        Change::Replace(all, _) => clean(all)?,
    };
    if before == after {
        return Ok(version);
    }
    for gone in before.iter().filter(|word| !after.contains(word)) {
        tx.exec(DELETE, params![id, lang.code(), gone]).await?;
    }
    for new in after.iter().filter(|word| !before.contains(word)) {
        tx.exec(INSERT, params![id, lang.code(), new, cx.now]).await?;
    }
    tx.exec(COUNT_UP, params![id, lang.code()]).await?;
    let n = i64::try_from(after.len()).unwrap_or(i64::MAX);
    let event = ArticleWordsSet { article_id: id, lang: lang.code().to_owned(), n };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(version + 1)
}

/// Takes away words in which the guard finds something by now, and returns what tells of it. The caller has locked the article's
/// chain, or locks it to append.
pub(super) async fn forget_secrets(tx: &Tx<'_>, id: ArticleId) -> Result<Vec<NewEvent>> {
    let mut events = Vec::new();
    for (lang, words) in of(tx, id).await? {
        let mut left = 0;
        let before = words.len();
        for one in words {
            match Clean::again(&one)? {
                Some(_secret) => _ = tx.exec(DELETE, params![id, lang.code(), one]).await?,
                None => left += 1,
            }
        }
        if left < before {
            tx.exec(COUNT_UP, params![id, lang.code()]).await?;
            let n = i64::try_from(left).unwrap_or(i64::MAX);
            let lang = lang.code().to_owned();
            events.push(NewEvent::of(&ArticleWordsSet { article_id: id, lang, n })?);
        }
    }
    Ok(events)
}

/// Each once, in order.
fn clean(words: &[String]) -> Result<Vec<String>> {
    let clean = |one: &String| {
        let clean = Clean::line("words", one, limits::MISSED_SEARCH_CHARS)?;
        Ok(clean.as_str().to_lowercase())
    };
    let mut words: Vec<String> = words.iter().map(clean).collect::<Result<_>>()?;
    words.sort();
    words.dedup();
    if words.len() > limits::ARTICLE_WORDS {
        return Err(Error::limit_reached_at("words", limits::ARTICLE_WORDS));
    }
    Ok(words)
}
