//! A ticket that was answered as the beginning of an article: what was asked and what we said, without what is the customer's own.
//!
//! It is read and not kept. Whoever goes on with it reads every line first: no rule knows all that is somebody's own.

use std::cmp::Reverse;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};

use crate::error::{OrNotFound as _, Result};
use crate::glossary::{folded, is_edge};
use crate::id::{BrandId, PublicId};
use crate::ticket::Author;
use crate::ticket::view::summary;
use crate::viewer::{Scope, Viewer};
use crate::{evidence, limits};

/// Every statement of this file.
pub const ALL: &[&str] = &[SAID];

// What was split off to another ticket is that one's, and what was split off for this one is its own.
const SAID: &str = "select said.author_kind, said.body from \
    (select m.created_at, m.id, m.author_kind, b.body from message m join message_body b on b.message_id = m.id \
    where m.ticket_id = $1 and m.visibility = 'public' and b.body is not null \
    and not exists (select 1 from split_message x where x.message_id = m.id) \
    union all select m.created_at, m.id, m.author_kind, b.body from split_message x join message m on m.id = x.message_id \
    join message_body b on b.message_id = m.id \
    where x.into_id = $1 and m.visibility = 'public' and b.body is not null) as said \
    order by said.created_at, said.id limit $2";

/// What stands where something was that is the customer's own.
const GAP: &str = "…";
/// Kinds of evidence that are of one case: an article has no use for any of them, and numbers in it are references.
const OF_ONE_CASE: &[&str] = &["tx", "address", "link", "amount", "uid", "order", "height", "time"];
/// Digits that a code or an id has.
const OWN_DIGITS: usize = 6;
/// Digits that a telephone number or a card has, written in groups.
const ROW_DIGITS: usize = 7;
/// What stands between two groups, and how much of it.
const MARKS: &str = " -.()/\u{A0}";
const MOST_MARKS: usize = 2;
/// What stands between the parts of a name and in every text.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "den", "der", "di", "do", "du", "e", "el", "ibn", "la", "le",
    "of", "van", "von", "y",
];
/// How often a text is read again: of what it says in several forms one is found at a time.
const ROUNDS: usize = 8;

/// What an article may begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    pub brand_id: BrandId,
    pub lang: Locale,
    /// A category's slug.
    pub category: String,
    pub title: String,
    /// Markdown: what was asked as a quotation, and our answers below it.
    pub body: String,
}

/// Makes the beginning of an article of a ticket, in the ticket's language; `fallback` where we do not write that one.
///
/// # Errors
/// `not-found` for a ticket outside the scope.
pub async fn from_ticket(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    ticket: &PublicId,
    fallback: Locale,
) -> Result<Beginning> {
    let summary = summary(rx, viewer, scope, ticket).await?.or_not_found()?;
    let most = limits::ARTICLE_DRAFT_MESSAGES;
    let said: Vec<(Author, String)> = rx.query(SAID, params![summary.id, most]).await?;
    let name = summary.customer_name.as_deref().unwrap_or_default();
    let title = without_own(&summary.subject, name);
    Ok(Beginning {
        brand_id: summary.brand.id,
        lang: summary.lang.parse().unwrap_or(fallback),
        category: summary.category,
        title: title.chars().take(limits::ARTICLE_TITLE_CHARS).collect(),
        body: compose(&said, name),
    })
}

fn compose(said: &[(Author, String)], name: &str) -> String {
    let mut parts = Vec::new();
    if let Some((_, asked)) = said.iter().find(|(author, _)| *author == Author::Customer) {
        let lines = without_own(asked, name);
        parts.push(lines.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"));
    }
    let answers = said.iter().filter(|(author, _)| *author == Author::Staff);
    parts.extend(answers.map(|(_, text)| without_own(text, name)));
    parts.join("\n\n").chars().take(limits::ARTICLE_DRAFT_CHARS).collect()
}

/// A text without what is of one case, what may be somebody's number or address, and the customer's name.
fn without_own(text: &str, name: &str) -> String {
    let text = without_runs(&without_rows(&without_case(text)));
    let is_own = |part: &&str| part.chars().count() > 1 && !PARTICLES.contains(part);
    let parts = name.split_whitespace().filter(is_own);
    let names = std::iter::once(name.trim()).chain(parts);
    names.fold(text, |text, name| without_word(&text, name))
}

/// Without the evidence in it.
fn without_case(text: &str) -> String {
    let mut text = text.to_owned();
    for _round in 0..ROUNDS {
        let found = evidence::find(&text);
        let found = found.iter().filter(|item| OF_ONE_CASE.contains(&item.kind.as_str()));
        let mut own: Vec<&str> = found
            .filter_map(|item| text.get(item.start..item.end))
            .filter(|own| !own.is_empty())
            .collect();
        if own.is_empty() {
            break;
        }
        // The longest first: one may be part of another.
        own.sort_by_key(|own| Reverse(own.len()));
        let without = own.iter().fold(text.clone(), |text, own| text.replace(own, GAP));
        text = without;
    }
    text
}

/// Without digits in groups, of whatever script: telephone numbers, cards.
fn without_rows(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_numeric) {
        let (before, row) = rest.split_at(start);
        let (length, digits) = row_of(row);
        let (own, after) = row.split_at(length);
        if digits >= ROW_DIGITS {
            out.push_str(before.trim_end_matches(['+', '(']));
            out.push_str(GAP);
        } else {
            out.push_str(before);
            out.push_str(own);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// How long the row of digits is that a text begins with, and how many there are.
fn row_of(row: &str) -> (usize, usize) {
    let (mut length, mut digits, mut marks) = (0, 0, 0);
    for (at, c) in row.char_indices() {
        if c.is_numeric() {
            (length, digits, marks) = (at + c.len_utf8(), digits + 1, 0);
        } else if MARKS.contains(c) && marks < MOST_MARKS {
            marks += 1;
        } else {
            break;
        }
    }
    (length, digits)
}

/// Without unbroken signs that hold an at sign or many digits.
fn without_runs(text: &str) -> String {
    let is_own = |run: &str| {
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        digits >= OWN_DIGITS || (run.len() > 1 && run.contains('@'))
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let is_run = rest.starts_with(|c: char| c.is_ascii_graphic());
        let end = rest.find(|c: char| c.is_ascii_graphic() != is_run).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        out.push_str(if is_run && is_own(run) { GAP } else { run });
        rest = after;
    }
    out
}

/// Without a word, whatever its case.
fn without_word(text: &str, word: &str) -> String {
    if word.is_empty() {
        return text.to_owned();
    }
    // Both are as long as what they were made of, byte for byte.
    let (haystack, word) = (folded(text), folded(word));
    let (mut out, mut written) = (String::with_capacity(text.len()), 0);
    for (from, _) in haystack.match_indices(word.as_str()) {
        let to = from + word.len();
        if is_edge(text.get(..from), &word, text.get(to..)) {
            out.push_str(text.get(written..from).unwrap_or_default());
            out.push_str(GAP);
            written = to;
        }
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_customers_own_is_left_out() {
        for (text, kept) in [
            ("Hello Ana, dear Ana Lima: see analysis.", "Hello …, dear …: see analysis."),
            ("Write to ana@example.com or @ana_l.", "Write to … or …"),
            ("My number is 555-0100-22, step 3 of 4.", "My number is …, step 3 of 4."),
            ("Call +34 600 123 456 or (0) 555.010.020!", "Call … or …!"),
            ("رقمي ٠١٢٣٤٥٦٧٨", "رقمي …"),
            ("I sent 1,000 USDT, I mean 1000 USDT.", "I sent …, I mean …."),
            ("Thanks ANA LIMA, and ana.", "Thanks …, and …."),
            ("Wait 24 to 48 hours, at most 30 days.", "Wait 24 to 48 hours, at most 30 days."),
            ("I sent 250.5 USDT.", "I sent …."),
            ("Choose TRC-20, then wait.", "Choose TRC-20, then wait."),
        ] {
            assert_eq!(without_own(text, "Ana Lima"), kept, "{text}");
        }
        let hash = "3f".repeat(32);
        assert_eq!(without_own(&format!("哈希是{hash}，请查"), "李明"), "哈希是…，请查");
        assert_eq!(without_own("李明您好", "李明"), "…您好");
        assert_eq!(without_own("Grace of Kent: one of mine", "Grace of Kent"), "…: one of mine");
    }

    #[test]
    fn the_question_is_quoted_above_our_answers() {
        let said = [
            (Author::Customer, "Where is it?\nI wait.".to_owned()),
            (Author::System, "Status: open".to_owned()),
            (Author::Staff, "Add the memo.".to_owned()),
            (Author::Customer, "Thank you".to_owned()),
            (Author::Staff, "You are welcome.".to_owned()),
        ];
        let body = compose(&said, "");
        assert_eq!(body, "> Where is it?\n> I wait.\n\nAdd the memo.\n\nYou are welcome.");
    }
}
