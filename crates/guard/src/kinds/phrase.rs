//! Seed phrases: runs of words of one list.
//!
//! The checksum is not required. Electrum, native TON and Algorand use the English list with another checksum or none,
//! and a phrase that is mistyped or cut short is a secret all the same. What tells a phrase from prose is the length
//! of the run. Counted over 25.5 million words of technical English and source code, with the English list:
//!
//! | run | longest that was no phrase | rule |
//! | --- | --- | --- |
//! | words in full, white space between | 8 | 9 |
//! | the same, also words cut to four letters | 9 | 10 |
//! | 12 words with white space between, one of them unknown (a typing error) | none with fewer than two unknown | 11 of 12 |
//! | words in full, also punctuation, numbers and quotes between | 11 with eight different ones | 12, of them eight different ones, or a checksum that holds |
//! | 12 words with the same separator everywhere (a numbered list), cut or one unknown | none | 11 of 12, eight different ones |
//! | ten words with the same mark everywhere, nine with numbers, all different and in full | not counted | the same |
//! | 12 different words in full, with another one between each two | not counted | the same |
//! | behind a name for a phrase | not counted | 6 known words, 4 in full, two thirds of all |
//!
//! The other lists follow the same rules: their languages inflect and their function words are not in the lists, so that
//! prose has shorter runs. Chinese characters without spaces have rules of their own (`characters`).
//!
//! What is masked is the whole run, with prose at its ends if that happens to consist of list words: a word too
//! many costs nothing. One exception: a run between white space that as a whole is a valid phrase has its ends proved.

use crate::kinds::{Kind, Span};
use crate::labels::{Label, Says, crosses_sentence};
use crate::lists::{self, Scheme};
use crate::text::Text;
use marks::{Marks, Proof, is_dense};
use view::{Item, View};

mod characters;
mod disguise;
mod indices;
mod marks;
mod proofs;
#[cfg(test)]
mod tests;
mod view;

/// How far behind a name for a phrase its first word may stand, in bytes.
const REACH: usize = 80;

/// A run that one list takes for a phrase.
struct Candidate {
    span: Span,
    proof: Proof,
    words: usize,
}

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    let names: Vec<Label> =
        text.labels().iter().filter(|label| label.says == Says::Seed).copied().collect();
    let lists = if names.is_empty() { text.survey.dense } else { text.survey.sparse };
    let mut candidates = Vec::new();
    for list in lists.iter() {
        let view = View { text, list };
        view.sequences(|items| judge(&view, items, &names, &mut candidates));
    }
    spans.extend(agreed(candidates));
    characters::find(text, spans);
}

/// Decides on a sequence of words that nothing interrupts.
fn judge(view: &View<'_>, items: &[Item], names: &[Label], candidates: &mut Vec<Candidate>) {
    let announced = announced(view.text, items, names);
    let called = called(items, names);
    let is_dense = is_dense(items);
    if announced.is_empty() && called.is_empty() && !is_dense {
        return;
    }
    let mut marks = Marks::new(view, items);
    if is_dense {
        marks.apply_all();
    }
    announced.iter().for_each(|(first, limit)| marks.announced(*first, *limit));
    called.iter().for_each(|(last, limit)| marks.called(*last, *limit));
    for run in marks.runs() {
        let inside = items.get(run.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { continue };
        let proof = marks.proof_of(&run);
        let is_named = announced.iter().chain(&called).any(|(at, _)| run.contains(at));
        let certain = proof > Proof::None || is_named || marks.is_strict(&run);
        let span = Span::new(kind_of(view.list), first.start..last.end, certain);
        let words = inside.iter().filter(|item| item.known()).count();
        candidates.push(Candidate { span, proof, words });
    }
}

fn kind_of(list: usize) -> Kind {
    match lists::scheme_of(list) {
        Scheme::Bip39 => Kind::SeedPhrase,
        Scheme::Slip39 => Kind::Slip39Share,
        Scheme::Monero(_) => Kind::MoneroSeed,
    }
}

/// Gives the items that are the first behind a name for a phrase, with a colon, a line break or a word for "is" between,
/// each with the place of the next name.
fn announced(text: &Text<'_>, items: &[Item], names: &[Label]) -> Vec<(usize, usize)> {
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return Vec::new() };
    let from = names.partition_point(|name| name.end + REACH < first.start);
    let near = names.get(from..).unwrap_or_default();
    let first_behind = |(at, name): (usize, &Label)| {
        let next = items.partition_point(|item| item.start < name.end);
        let behind = items.get(next..).unwrap_or_default();
        let mut behind = behind.iter().take_while(|item| item.start <= name.end + REACH);
        let skipped = behind.position(|item| item.known() && links(text.get(name.end, item.start)));
        let limit = near.get(at + 1).map_or(usize::MAX, |name| name.start);
        skipped.map(|skipped| (next + skipped, limit))
    };
    let near = near.iter().enumerate().take_while(|(_, name)| name.end <= last.start);
    let mut announced: Vec<_> = near.filter_map(first_behind).collect();
    announced.dedup_by_key(|(first, _)| *first);
    announced
}

/// Gives the items that are the last before a name for a phrase ("… these are my backup words"), each with the end of
/// the name before.
fn called(items: &[Item], names: &[Label]) -> Vec<(usize, usize)> {
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return Vec::new() };
    let from = names.partition_point(|name| name.start < first.end);
    let near = names.get(from..).unwrap_or_default();
    let last_before = |(at, name): (usize, &Label)| {
        let next = items.partition_point(|item| item.end <= name.start);
        let before = items.get(..next).unwrap_or_default();
        let mut before = before.iter().rev().take_while(|item| item.end + REACH >= name.start);
        let skipped = before.position(Item::known);
        let limit = (from + at)
            .checked_sub(1)
            .and_then(|before| names.get(before))
            .map_or(0, |name| name.end);
        skipped.map(|skipped| (next - 1 - skipped, limit))
    };
    let near = near.iter().enumerate().take_while(|(_, name)| name.start <= last.end + REACH);
    let mut called: Vec<_> = near.filter_map(last_before).collect();
    called.dedup_by_key(|(last, _)| *last);
    called
}

/// Tells whether what stands between a name and a word links them.
fn links(between: &str) -> bool {
    // Wallets print a warning between: "Secret Recovery Phrase / Never share it! / 1. …".
    let between = without_warning(between);
    if crosses_sentence(between) {
        return false;
    }
    let is_number =
        |c: char| c.is_numeric() || matches!(c, '.' | ')' | '-' | '#') || c.is_whitespace();
    let trimmed = between.trim_end_matches(is_number);
    let number = between.get(trimmed.len()..).unwrap_or_default();
    let word = || trimmed.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let ends_in_link = |word: String| LINKS.iter().any(|link| word.ends_with(link));
    let is_mark =
        |c| matches!(c, ':' | '：' | '=' | '\n' | '"' | '“' | '「' | '«' | '→' | '-' | '—' | '(');
    trimmed.is_empty()
        || between.contains(is_mark)
        || number.contains(char::is_numeric)
        || ends_in_link(word())
}

/// Takes off what stands on lines of its own and ends in an exclamation mark.
fn without_warning(between: &str) -> &str {
    if !between.starts_with('\n') {
        return between;
    }
    let warning = ["!\n", "！\n"].iter().filter_map(|end| between.rfind(*end)).max();
    warning
        .and_then(|at| between.get(at..))
        .map_or(between, |rest| rest.trim_start_matches(['!', '！']))
}

const LINKS: [&str; 17] = [
    "is", "are", "was", "es", "son", "là", "это", "هي", "هو", "是", "为", "為", "は", "은", "는",
    "follows", "here",
];

/// Joins what several lists see at one place. The best of them says what it is: a checksum of the whole, the most
/// words, a checksum of a part. (In 25 words of Monero there are fourteen windows that pass for BIP-39 by chance.)
fn agreed(mut candidates: Vec<Candidate>) -> Vec<Span> {
    candidates.sort_by_key(|candidate| candidate.span.start);
    let mut agreed: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        match agreed.last_mut() {
            Some(last) if candidate.span.start < last.span.end => last.join(candidate),
            _ => agreed.push(candidate),
        }
    }
    agreed.into_iter().map(|candidate| candidate.span).collect()
}

impl Candidate {
    fn join(&mut self, other: Candidate) {
        if other.rank() > self.rank() {
            self.span.kind = other.span.kind;
            (self.proof, self.words) = (other.proof, other.words);
        }
        self.span.end = self.span.end.max(other.span.end);
        self.span.certain |= other.span.certain;
    }

    fn rank(&self) -> (bool, usize, Proof) {
        (self.proof == Proof::Whole, self.words, self.proof)
    }
}
