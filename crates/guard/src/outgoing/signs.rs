//! Cues of the dictionary and signs of the text as features.

use super::cue::{Act, Cue, Side, Topic};
use super::letters::is_ignored;
use super::search::Found;
use super::squeeze::Squeezed;
use super::work;
use crate::linear::{begin, mix, number_of};

/// How many cues are looked at on either side of a name.
const NEAR: usize = 3;
/// How many letters away a cue is that stands close, near, within reach.
const DISTANCES: [usize; 3] = [2, 12, 40];
/// How many characters beside a name are looked at for the first that is seen.
const SEEN: usize = 16;

/// Which cues a piece has, and in which order.
pub(super) fn cues_of(cues: &[Found]) -> Vec<u32> {
    let mut features = Vec::with_capacity(cues.len() * 3);
    let (mut two, mut one) = (0, 0);
    for found in cues {
        work::steps(1);
        let sign = number(found.cue);
        features.push(mix(begin(20), sign));
        features.push(mix(mix(begin(21), one), sign));
        features.push(mix(mix(mix(begin(22), two), one), sign));
        (two, one) = (one, sign);
    }
    features
}

/// Which cues stand beside a name, how far, and in its clause or in another.
pub(super) fn cues_near(text: &Squeezed, cues: &[Found], name: Found) -> Vec<u32> {
    work::steps(2 * NEAR);
    let at = cues.partition_point(|found| found.start < name.start);
    let (before, behind) = cues.split_at_checked(at).unwrap_or((cues, &[]));
    let beside = |found: &Found| beside(text, *found, name);
    let before: Vec<u32> = before.iter().rev().take(NEAR).map(beside).collect();
    // A name is as many cues as the dictionary has words within it.
    let inside = behind.iter().take_while(|found| found.start < name.end).count();
    let behind: Vec<u32> = behind.iter().skip(inside.min(NEAR)).take(NEAR).map(beside).collect();
    let get = |row: &[u32], index: usize| row.get(index).copied().unwrap_or_default();
    let mut features = Vec::new();
    for (kind, row) in [(30, &before), (40, &behind)] {
        features.extend((0..NEAR).map(|index| mix(begin(kind + 1), get(row, index))));
        features.push(mix(begin(kind + 2), get(row, 0)));
        features.push(mix(mix(begin(kind + 3), get(row, 0)), get(row, 1)));
    }
    features.push(mix(mix(begin(50), get(&before, 0)), get(&behind, 0)));
    features
}

fn beside(text: &Squeezed, found: Found, name: Found) -> u32 {
    let same = text.place(found.start).clause == text.place(name.start).clause;
    let (first, second) = if found.start < name.start { (found, name) } else { (name, found) };
    let end = text.place(first.end.saturating_sub(1)).letter + 1;
    let distance = text.place(second.start).letter.saturating_sub(end);
    let far = number_of(DISTANCES.iter().filter(|reach| distance > **reach).count());
    number(found.cue) * 8 + far + if same { 4 } else { 0 }
}

/// Names the first sign that is seen.
pub(super) fn sign(characters: impl Iterator<Item = char>) -> u32 {
    let mut seen = characters.filter(|c| !is_ignored(*c)).take(SEEN);
    match seen.find(|c| !matches!(c, '*' | ' ')) {
        None => 1,
        Some('\n') => 2,
        Some(':' | '：' | '=') => 3,
        Some('?' | '？' | '؟') => 4,
        Some('_' | '[' | ']' | '…') => 5,
        Some(',' | '，' | '、' | '،') => 6,
        Some('.' | '。' | '!' | '！') => 7,
        Some('"' | '“' | '”' | '«' | '»' | '「' | '」' | '\'' | '’' | '‘') => 8,
        Some('-' | '•' | '・' | '–' | '—') => 9,
        Some('(' | ')' | '（' | '）') => 10,
        Some('/' | '+' | '&') => 11,
        Some(c) if c.is_alphabetic() => 12,
        Some(c) if c.is_numeric() => 13,
        Some(_) => 14,
    }
}

/// Gives every cue a number. Secrets are alike here.
fn number(cue: Cue) -> u32 {
    match cue {
        Cue::Secret(_) => 1,
        Cue::Hint(_) => 2,
        Cue::Harmless => 3,
        Cue::Verb(act, side) => 32 + number_of_act(act) * 4 + number_of_side(side),
        Cue::Whole(_) => 4,
        Cue::Question(_) => 5,
        Cue::Wish => 6,
        Cue::Fake => 7,
        Cue::Not => 8,
        Cue::Without => 9,
        Cue::Others => 10,
        Cue::Warning => 11,
        Cue::But => 12,
        Cue::Urge => 13,
        Cue::Here => 14,
        Cue::Place => 15,
        Cue::Away => 16,
        Cue::Order => 17,
        Cue::Purpose => 18,
        Cue::Topic(Topic::Codes) => 19,
        Cue::Topic(Topic::Api) => 20,
        Cue::Topic(Topic::Wallet) => 21,
        Cue::Take => 22,
    }
}

fn number_of_act(act: Act) -> u32 {
    match act {
        Act::Hand => 0,
        Act::Fill => 1,
        Act::Require => 2,
        Act::Ask => 3,
        Act::Have => 4,
        Act::Refuse => 5,
        Act::Own => 6,
    }
}

fn number_of_side(side: Side) -> u32 {
    match side {
        Side::After => 0,
        Side::Before => 1,
        Side::Both => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sign_that_is_seen() {
        let first = |text: &str| sign(text.chars());
        assert_eq!(first(" **?"), first("?"));
        assert_eq!(first("\u{200B}\u{200B}:"), first(":"));
        assert_eq!(first(""), first(&" ".repeat(SEEN + 1)));
        assert_ne!(first("x"), first("1"));
    }

    #[test]
    fn cues_have_numbers_of_their_own() {
        let verbs =
            [Act::Hand, Act::Fill, Act::Require, Act::Ask, Act::Have, Act::Refuse, Act::Own];
        let sides = [Side::After, Side::Before, Side::Both];
        let verbs = verbs.iter().flat_map(|act| sides.map(|side| Cue::Verb(*act, side)));
        let others =
            [Cue::Harmless, Cue::Wish, Cue::Not, Cue::Warning, Cue::Topic(Topic::Api), Cue::Take];
        let numbers: std::collections::BTreeSet<_> = verbs.chain(others).map(number).collect();
        assert_eq!(numbers.len(), 21 + 6);
    }
}
