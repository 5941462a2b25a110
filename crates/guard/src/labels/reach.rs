//! How far a word reaches to what it names.

use std::ops::Range;

use super::{Label, Says};
use crate::kinds::is_candidate;
use crate::text::Text;

/// How far before the digits a word for a private key counts, in bytes of UTF-8 without the secrets in between.
const REACH_BEFORE: usize = 80;
/// How far behind the digits.
const REACH_AFTER: usize = 40;
/// How near another word has to stand to protect the digits, or an ambiguous one to call them a key.
const REACH_OF_OTHER: usize = 32;
const REACH_OF_AMBIGUOUS: usize = 8;

/// A one-time code has eight digits at most; longer ones are keys and masks.
const LONGEST_CODE: usize = 8;

/// How sure the words beside a string of digits or letters are that it is a private key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// They call it a private key.
    Clearly,
    /// They call it a key.
    Vaguely,
    No,
}

/// Words of which one decides about a candidate: what they make of it, and how far they reach.
type Verdict = fn(Says) -> Option<(Named, usize)>;

fn of_key(says: Says) -> Option<(Named, usize)> {
    match says {
        Says::PrivateKey | Says::SecretKey | Says::ApiSecret => {
            Some((Named::Clearly, REACH_BEFORE))
        }
        Says::Ambiguous | Says::Secret | Says::Seed | Says::Password => {
            Some((Named::Vaguely, REACH_OF_AMBIGUOUS))
        }
        Says::Other | Says::ApiKey => Some((Named::No, REACH_OF_OTHER)),
        _ => None,
    }
}

impl Text<'_> {
    /// Tells whether the words beside a string of digits or letters call it a private key.
    pub fn names_private_key(&self, start: usize, end: usize) -> Named {
        if self.before(start).ends_with('/') {
            return Named::No;
        }
        self.said_before(start, of_key).unwrap_or_else(|| self.said_after(end))
    }

    /// What the words before it say; `None` when they say nothing.
    pub fn said_before(&self, start: usize, verdict: Verdict) -> Option<Named> {
        for label in self.labels_before(start).iter().rev() {
            let distance = self.distance(label.end, start);
            if distance > REACH_BEFORE {
                return None;
            }
            let from = label.end.max(self.boundary(start.saturating_sub(2 * REACH_BEFORE)));
            match verdict(label.says) {
                _ if crosses_sentence(self.get(from, start)) => return None,
                Some((named, reach)) if distance <= reach => return Some(named),
                _ => {}
            }
        }
        None
    }

    /// What the nearest word behind it says, unless that word belongs to the next string of digits.
    fn said_after(&self, end: usize) -> Named {
        let mut near =
            self.labels_after(end).iter().take_while(|label| label.start - end <= REACH_AFTER);
        let decides = |label: &&Label| {
            matches!(
                label.says,
                Says::PrivateKey | Says::SecretKey | Says::Other | Says::ApiKey | Says::ApiSecret
            )
        };
        let Some(label) = near.find(decides) else { return Named::No };
        let is_key = matches!(label.says, Says::PrivateKey | Says::SecretKey)
            && !begins_sentence(self.behind_quote(end, label.start))
            && !self.holds_secret(end, label.start)
            && !self.holds_secret(label.end, label.end.saturating_add(REACH_OF_OTHER));
        if is_key { Named::Clearly } else { Named::No }
    }

    /// Gives the text between a value and its name without the mark that closes the value's own quotes: `"…"; // private key`.
    fn behind_quote(&self, end: usize, to: usize) -> &str {
        let between = self.get(end, to);
        between.strip_prefix(['"', '\'', '`', '”']).unwrap_or(between)
    }

    pub fn labels_before(&self, at: usize) -> &[Label] {
        let labels = self.labels();
        labels.get(..labels.partition_point(|label| label.end <= at)).unwrap_or_default()
    }

    pub fn labels_after(&self, at: usize) -> &[Label] {
        let labels = self.labels();
        labels.get(labels.partition_point(|label| label.start < at)..).unwrap_or_default()
    }

    /// Tells whether one of these words ends at most so many bytes before a place.
    pub fn has_before(&self, at: usize, reach: usize, says: &[Says]) -> bool {
        self.labels_before(at)
            .iter()
            .rev()
            .take_while(|label| at - label.end <= reach)
            .any(|label| says.contains(&label.says))
    }

    /// Counts the bytes between two places without the masks and candidates in between, so that a list of keys
    /// under one heading is reached to its end, before as after some of them were masked.
    pub fn distance(&self, from: usize, to: usize) -> usize {
        let masked_up_to = |at: usize| {
            let before = self.secrets().partition_point(|secret| secret.end <= at).checked_sub(1);
            before.and_then(|last| self.secrets().get(last)).map_or(0, |secret| secret.total)
        };
        (to - from).saturating_sub(masked_up_to(to).saturating_sub(masked_up_to(from)))
    }

    fn holds_secret(&self, from: usize, to: usize) -> bool {
        let next = self.secrets().partition_point(|secret| secret.start < from);
        let behind = self.secrets().get(next..).unwrap_or_default();
        let mut inside = behind.iter().take_while(|secret| secret.start < to);
        inside.any(|secret| secret.end - secret.start > LONGEST_CODE)
    }
}

/// Tells whether a sentence ends in a text; the point behind the number of an item ends none.
pub(crate) fn crosses_sentence(text: &str) -> bool {
    text.char_indices().any(|(at, c)| match c {
        '。' | '！' | '？' | '؟' => true,
        '.' | '!' | '?' => {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + 1..).and_then(|after| after.chars().next());
            before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_whitespace)
        }
        _ => false,
    })
}

/// Tells whether what stands between digits and a name behind them begins another sentence or quotes the name.
fn begins_sentence(between: &str) -> bool {
    let first = between.chars().find(|c| c.is_alphabetic());
    first.is_some_and(char::is_uppercase)
        || between.contains(['"', '“', '「', '«'])
        || crosses_sentence(between)
}

/// A mask, or what could yet be masked by its form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Secret {
    start: usize,
    end: usize,
    /// The bytes of this one and of all before it.
    total: usize,
}

/// Gives the masks and candidates of a text in order.
pub(crate) fn secrets(text: &Text<'_>) -> Vec<Secret> {
    let candidates =
        text.keys().filter(|(_, key)| is_candidate(key)).map(|(range, _)| range.clone());
    let mut ranges: Vec<Range<usize>> = text.masks.iter().cloned().chain(candidates).collect();
    ranges.extend(text.survey.digits.iter().filter(|digits| digits.len() >= 6).cloned());
    ranges.sort_by_key(|range| range.start);
    let mut total = 0;
    let mut secret = |range: Range<usize>| {
        total += range.len();
        Secret { start: range.start, end: range.end, total }
    };
    ranges.into_iter().map(&mut secret).collect()
}
