//! The search index beside SQLite's FTS5 over the same texts: how fast each is filled, and how fast each answers.
//!
//! FTS5 has the words alone, in its own `unicode61`: no stems, no slips, no two-letter words of Chinese (which it therefore
//! does not find; its time for them is that of finding nothing).

use std::time::Duration;

use anyhow::{Context as _, Result};
use proofdesk_locale::Locale;
use proofdesk_search::{
    ArticleIndex, Best, Document, Moment, Progress, Question, TicketDocument, TicketIndex,
    TicketQuestion, TimeFilter, Wanted,
};
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::drive::now;
use crate::report::Line;

/// Tickets that one commit takes while an index is built.
const PAGE: u32 = 5_000;
/// Articles of all languages together.
const ARTICLES: u32 = 20_000;
/// Answers of each kind.
const ANSWERS: u32 = 400;
const FOUND: usize = 50;
/// A desk starts within a second.
const FIRST_BUDGET_MS: f64 = 1_000.0;

/// The n-th question of a kind.
type Made = fn(u64) -> String;

/// Fills both with `most` tickets, or with as many as fit into `time`, and asks both; then articles.
///
/// # Errors
/// When a folder cannot be written.
pub fn search(most: u32, time: Duration) -> Result<Vec<Line>> {
    let folder = tempfile::tempdir()?;
    let index = TicketIndex::open(Some(&folder.path().join("tickets")))?;
    let fts = Connection::open(folder.path().join("fts.db"))?;
    fts.execute_batch(
        "pragma journal_mode = wal; create virtual table ticket using fts5(body, content='')",
    )?;
    let (mut ours, mut theirs, mut made) = (Duration::ZERO, Duration::ZERO, 0);
    while made < most && ours < time {
        let put: Vec<TicketDocument> = (made..most.min(made + PAGE)).map(ticket).collect();
        made += u32::try_from(put.len())?;
        let begun = now();
        index.change(&put, &[], &Progress { position: i64::from(made), ..Progress::default() })?;
        ours += begun.elapsed();
        let begun = now();
        fill(&fts, &put)?;
        theirs += begun.elapsed();
    }
    let rate = |elapsed: Duration| f64::from(made) / elapsed.as_secs_f64();
    let mut lines =
        vec![Line::amount(format!("search-index-{made}"), rate(ours), rate(theirs), "1/s")];
    lines.extend(ask_tickets(&index, &fts, made)?);
    drop(index);
    lines.push(first_of_tickets(&folder.path().join("tickets"), made)?);
    lines.extend(articles(folder.path())?);
    Ok(lines)
}

fn fill(fts: &Connection, put: &[TicketDocument]) -> Result<()> {
    let transaction = fts.unchecked_transaction()?;
    {
        let mut insert = transaction.prepare("insert into ticket (rowid, body) values (?1, ?2)")?;
        for ticket in put {
            insert.execute(params![ticket.at, ticket.text])?;
        }
    }
    Ok(transaction.commit()?)
}

const OPENED: &str = "common-word-opened";
const OPENED_BEFORE: &str = "common-word-opened-before";

fn ask_tickets(index: &TicketIndex, fts: &Connection, made: u32) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    let kinds: [(&str, Best, bool, Made); 12] = [
        ("common-word-newest", Best::Newest, false, word),
        ("common-word-best", Best::Relevance, false, word),
        ("rare-word", Best::Newest, false, rare),
        ("two-words", Best::Newest, false, |n| format!("{} {}", word(n), word(n / 7 + 3))),
        ("phrase", Best::Newest, true, |_| "has not arrived".to_owned()),
        ("phrase-best", Best::Relevance, true, |_| "has not arrived".to_owned()),
        // Words that most tickets have, as no ticket has them.
        ("phrase-nowhere", Best::Newest, true, |_| "arrived has not".to_owned()),
        ("chinese", Best::Newest, false, |_| "提币未到账".to_owned()),
        ("chinese-best", Best::Relevance, false, |_| "提币未到账".to_owned()),
        ("chinese-nowhere", Best::Newest, false, |_| "未到账提币".to_owned()),
        // Of a twentieth of all that was opened in the middle, and of everything before it.
        (OPENED, Best::Newest, false, word),
        (OPENED_BEFORE, Best::Newest, false, word),
    ];
    let (begun, ended) = (i64::from(made / 2), i64::from(made / 2 + made / 20));
    for (kind, best, phrase, text) in kinds {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for n in 0..u64::from(ANSWERS) {
            let text = text(n);
            let wanted = wanted(&text, phrase);
            let scope = ["brand:1".to_owned()];
            let opened = match kind {
                OPENED => Some((Some(begun), ended)),
                OPENED_BEFORE => Some((None, begun)),
                _ => None,
            };
            let of = Moment::Created;
            let times: Vec<TimeFilter> = opened
                .map(|(from, until)| TimeFilter { of, from, until: Some(until), is_negated: false })
                .into_iter()
                .collect();
            let asked = now();
            std::hint::black_box(index.search(&TicketQuestion {
                scope: Some(&scope),
                times: &times,
                best,
                ..TicketQuestion::of(&wanted, FOUND)
            })?);
            ours.push(asked.elapsed());
            let asked = now();
            std::hint::black_box(ask_fts(fts, &text, phrase, best, opened)?);
            theirs.push(asked.elapsed());
        }
        lines.push(Line::latency(format!("search-{made}-{kind}"), &ours, &theirs));
    }
    Ok(lines)
}

/// What the first search of a process waits for, the opening of the index with it.
fn first_of_tickets(folder: &std::path::Path, made: u32) -> Result<Line> {
    let begun = now();
    let index = TicketIndex::open(Some(folder))?;
    let found = index.search(&TicketQuestion::of(&wanted(&word(1), false), FOUND))?;
    let waited = begun.elapsed().as_secs_f64() * 1_000.0;
    found.first().context("a ticket")?;
    let name = format!("search-{made}-first-after-start");
    Ok(Line::amount(name, waited, FIRST_BUDGET_MS, "ms"))
}

fn wanted(text: &str, is_phrase: bool) -> Vec<Wanted> {
    let of = |text: &str| Wanted { text: text.to_owned(), is_negated: false, is_phrase };
    if is_phrase { vec![of(text)] } else { text.split(' ').map(of).collect() }
}

/// Where a time is asked for, of the tickets with such numbers: they are opened in that order.
fn ask_fts(
    fts: &Connection,
    text: &str,
    is_phrase: bool,
    best: Best,
    opened: Option<(Option<i64>, i64)>,
) -> Result<Vec<i64>> {
    let quoted = match is_phrase {
        true => format!("\"{text}\""),
        false => text.split(' ').map(|word| format!("\"{word}\" ")).collect(),
    };
    let order = if best == Best::Relevance { "rank" } else { "rowid desc" };
    let within = opened.map_or_else(String::new, |(from, until)| {
        format!("and rowid >= {} and rowid < {until}", from.unwrap_or_default())
    });
    let sql = format!(
        "select rowid from ticket where ticket match ?1 {within} order by {order} limit ?2"
    );
    let mut select = fts.prepare_cached(&sql)?;
    let rows = select.query_map(params![quoted, i64::try_from(FOUND)?], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn articles(folder: &std::path::Path) -> Result<Vec<Line>> {
    let index = ArticleIndex::open(Some(&folder.join("articles")))?;
    let fts = Connection::open(folder.join("articles.db"))?;
    fts.execute_batch("create virtual table ticket using fts5(body, content='')")?;
    let documents: Vec<Document> = (0..ARTICLES).map(article).collect();
    let begun = now();
    index.replace(&documents)?;
    let ours = begun.elapsed();
    let begun = now();
    {
        let transaction = fts.unchecked_transaction()?;
        let mut insert = transaction.prepare("insert into ticket (rowid, body) values (?1, ?2)")?;
        for (rowid, document) in (1_i64..).zip(&documents) {
            insert.execute(params![rowid, format!("{} {}", document.title, document.body)])?;
        }
        drop(insert);
        transaction.commit()?;
    }
    let rate = |elapsed: Duration| f64::from(ARTICLES) / elapsed.as_secs_f64();
    let theirs = rate(begun.elapsed());
    let mut lines =
        vec![Line::amount(format!("search-articles-index-{ARTICLES}"), rate(ours), theirs, "1/s")];
    let kinds: [(&str, bool, Made); 4] = [
        ("question", false, |n| format!("why has my {} not arrived {}", word(n), word(n + 40))),
        ("typing", true, |n| word(n).chars().take(3).collect()),
        ("slip", false, |n| format!("withdrawel {}x", word(n))),
        ("chinese", false, |_| "提币一直未到账怎么办".to_owned()),
    ];
    for (kind, is_typing, text) in kinds {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for n in 0..u64::from(ANSWERS) {
            let text = text(n);
            let locale = if kind == "chinese" { Locale::ZhHans } else { Locale::En };
            let question = Question {
                text: &text,
                locale,
                audience: &["public"],
                section: None,
                limit: 10,
                is_typing,
            };
            let begun = now();
            std::hint::black_box(index.search(&question)?);
            ours.push(begun.elapsed());
            let begun = now();
            let any = text.split(' ').map(|word| format!("\"{word}\"")).collect::<Vec<_>>();
            std::hint::black_box(any_of_fts(&fts, &any.join(" OR "))?);
            theirs.push(begun.elapsed());
        }
        lines.push(Line::latency(format!("search-articles-{ARTICLES}-{kind}"), &ours, &theirs));
    }
    let first = now();
    drop(index);
    let again = ArticleIndex::open(Some(&folder.join("articles")))?;
    let question = Question {
        text: "withdrawal",
        locale: Locale::En,
        audience: &["public"],
        section: None,
        limit: 10,
        is_typing: false,
    };
    again.search(&question)?.hits.first().context("an article")?;
    let waited = first.elapsed().as_secs_f64() * 1_000.0;
    lines.push(Line::amount("search-articles-first-after-start", waited, FIRST_BUDGET_MS, "ms"));
    Ok(lines)
}

fn any_of_fts(fts: &Connection, query: &str) -> Result<Vec<i64>> {
    let sql = "select rowid from ticket where ticket match ?1 order by rank limit 10";
    let mut select = fts.prepare_cached(sql)?;
    let rows = select.query_map(params![query], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn article(n: u32) -> Document {
    let locale = Locale::ALL
        .into_iter()
        .nth(usize::try_from(n % 10).unwrap_or_default())
        .unwrap_or_default();
    let body = (0..6).map(|part| text(u64::from(n) * 11 + part, locale == Locale::ZhHans));
    Document {
        id: format!("article-{}", n / 10),
        locale,
        title: format!("Your withdrawal {}", word(u64::from(n))),
        headings: (0..5).map(|at| format!("{} {}", word(u64::from(n) + at), word(at))).collect(),
        body: body.collect::<Vec<_>>().join("\n"),
        tags: vec![word(u64::from(n % 50))],
        forms: Vec::new(),
        section: format!("section-{}", n % 8),
        audience: vec!["public".to_owned()],
        number: 1,
    }
}

fn ticket(n: u32) -> TicketDocument {
    TicketDocument {
        id: Uuid::from_u128(u128::from(n)),
        locale: Locale::En,
        text: text(u64::from(n), n.is_multiple_of(4)),
        scope: vec![format!("brand:{}", n % 3), format!("customer:{}", n / 3)],
        facts: vec![format!("priority:{}", n % 4), "turn:open".to_owned()],
        marks: Vec::new(),
        at: i64::from(n),
        created: i64::from(n),
        updated: i64::from(n),
    }
}

/// About three hundred letters as customers write them, in English or Chinese; words as frequent as words are.
fn text(n: u64, is_chinese: bool) -> String {
    let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut text = String::with_capacity(400);
    if is_chinese {
        text.push_str("您好，我的USDT提币未到账，");
        for _ in 0..80 {
            let letter = 0x4e00 + u32::try_from(next(&mut state) % 2_000).unwrap_or_default();
            text.extend(char::from_u32(letter));
        }
        return text;
    }
    text.push_str("Hello, my ");
    for at in 0..45 {
        if at == 20 {
            text.push_str("has not arrived ");
        }
        text.push_str(&word(zipf(&mut state)));
        text.push(' ');
    }
    text.push_str(&rare(n));
    text
}

/// The n-th of a vocabulary, the more frequent ones first, of which tickets have all but the very first.
fn word(n: u64) -> String {
    const KNOWN: &[&str] =
        &["withdrawal", "deposit", "address", "network", "account", "pending", "coins", "support"];
    if let Some(known) = usize::try_from(n).ok().and_then(|n| KNOWN.get(n)) {
        return (*known).to_owned();
    }
    const PARTS: &[&str] =
        &["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"];
    let (mut rest, mut word) = (n % 40_000, String::new());
    while rest > 0 || word.len() < 4 {
        let at = usize::try_from(rest % 14).unwrap_or_default();
        word.push_str(PARTS.get(at).copied().unwrap_or_default());
        rest /= 14;
    }
    word
}

fn rare(n: u64) -> String {
    format!("ref{:08x}", n.wrapping_mul(2_654_435_761) % 0xffff_ffff)
}

fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// About as Zipf says: a few words make half of a text.
fn zipf(state: &mut u64) -> u64 {
    let random = next(state);
    (1_u64 << (random % 16)) | ((random >> 20) % (1_u64 << (random % 16)))
}
