//! Phrases of Chinese characters without spaces.
//!
//! The lists hold the commonest characters of the language, so that a clause of prose often consists of them alone. A
//! run counts when it has the length of a phrase from mark to mark and its checksum holds, and either a name for a
//! phrase stands before it or it has fewer common characters than prose has.

use std::ops::Range;

use super::indices::is_common;
use crate::checksums::{is_bip39, is_monero};
use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::lists::{self, CHINESE, Scheme, Word};
use crate::script::{self, Script};
use crate::text::{Gap, Text};

/// How far before the characters a name for a phrase may stand, in bytes.
const REACH: usize = 60;
/// What may stand between the name and the phrase: "是", "如下", "就是".
const LONGEST_LINK: usize = 4;
const LONGEST: usize = 25;
/// In bytes, of a line.
const LONGEST_GROUP: usize = 36;
/// The lengths of phrases of BIP-39 and of Monero.
const LENGTHS: [usize; 6] = [12, 15, 18, 21, 24, 25];
const SHORTEST: usize = 12;
const BYTES_OF_HAN: usize = 3;
/// The two lists of BIP-39, and that of Monero.
const HAN_LISTS: [usize; 3] = [1, 2, 14];

pub(super) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for run in &text.survey.characters {
        let named = text.has_before(run.start, REACH, &[Says::Seed]);
        if named || stands_alone(text, run) {
            let characters: Vec<char> =
                text.get(run.start, run.end).chars().take(LONGEST + 1).collect();
            let kind = kind(&characters, named);
            spans.extend(kind.map(|kind| Span::new(kind, run.clone(), true)));
        }
    }
    let mut names = text.labels().iter().filter(|label| label.says == Says::Seed).peekable();
    if names.peek().is_some() || has_lines(text.source) {
        find_groups(text, spans);
    }
    while let Some(name) = names.next() {
        // Where the next name follows at once, no phrase stands between; a row of nothing but names would cost a search each.
        let room = names.peek().is_none_or(|next| next.start >= name.end + SHORTEST * BYTES_OF_HAN);
        if room {
            spans.extend(behind(text, name.end));
        }
    }
}

/// Tells whether it is no clause of a sentence.
fn stands_alone(text: &Text<'_>, run: &Range<usize>) -> bool {
    !text.before(run.start).ends_with(['，', '。', '、', '；', '！', '？'])
        && !text.after(run.end).starts_with(['，', '、', '；', '！', '？'])
}

/// Finds phrases in groups of characters with spaces between, in a text that names one somewhere.
fn find_groups(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut group: Vec<char> = Vec::new();
    let mut range = 0..0;
    for token in text.tokens() {
        let is_more =
            token.script == Script::Han && token.gap == Gap::Space && range.end > range.start;
        if !is_more {
            spans.extend(whole(&group, &range));
            group.clear();
            range = token.start..token.start;
        }
        if token.script == Script::Han {
            range.end = token.end;
            let room = (LONGEST + 1).saturating_sub(group.len());
            group.extend(text.get(token.start, token.end).chars().take(room));
        }
    }
    spans.extend(whole(&group, &range));
}

/// Tells whether two short lines of nothing but Chinese characters follow each other, as a phrase is copied.
fn has_lines(source: &str) -> bool {
    let is_group = |line: &str| {
        let starts = line.chars().next().is_some_and(is_han);
        starts && line.len() <= LONGEST_GROUP && line.trim_end().chars().all(is_han)
    };
    let mut last = false;
    source.split('\n').any(|line| {
        let is_second = last;
        last = is_group(line);
        is_second && last
    })
}

fn is_han(c: char) -> bool {
    script::of(c) == Some(Script::Han)
}

fn whole(group: &[char], range: &Range<usize>) -> Option<Span> {
    kind(group, false).map(|kind| Span::new(kind, range.clone(), true))
}

fn is_phrase(list: usize, characters: &[char], named: bool) -> bool {
    let Some(words) = words(list, characters) else { return false };
    let indices: Vec<u16> = words.iter().map(|word| word.index).collect();
    let is_proved = match lists::scheme_of(list) {
        Scheme::Monero(letters) => {
            let spelled: Vec<_> = words.iter().map(|word| lists::spelled(list, *word)).collect();
            is_monero(&spelled, letters)
        }
        _ => is_bip39(&indices),
    };
    is_proved && (named || !is_common(&indices))
}

/// Gives the words of the list; `None` when a character is not in it or the number is not that of a phrase.
fn words(list: usize, characters: &[char]) -> Option<Vec<Word>> {
    if !LENGTHS.contains(&characters.len()) {
        return None;
    }
    characters.iter().map(|c| lookup(list, *c)).collect()
}

fn lookup(list: usize, c: char) -> Option<Word> {
    lists::lookup(list, c.encode_utf8(&mut [0; 4]))
}

fn kind_of(list: usize) -> Kind {
    if CHINESE.contains(&list) { Kind::SeedPhrase } else { Kind::MoneroSeed }
}

/// Gives the kind of phrase that the characters are, if they are one.
fn kind(characters: &[char], named: bool) -> Option<Kind> {
    HAN_LISTS.into_iter().find(|list| is_phrase(*list, characters, named)).map(kind_of)
}

/// Finds a phrase directly behind a name for one, also in groups with spaces between and with a word for "is" first.
fn behind(text: &Text<'_>, from: usize) -> Option<Span> {
    let end = text.boundary(from + 6 * LONGEST);
    let mut characters: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.get(from, end).char_indices() {
        match script::of(c) {
            Some(Script::Han) => characters.push((from + at, c)),
            None if c.is_whitespace() || ":：\"“「=".contains(c) => {}
            _ => break,
        }
    }
    if characters.len() < SHORTEST {
        return None;
    }
    HAN_LISTS.into_iter().find_map(|list| behind_in(list, &characters))
}

/// Finds a phrase of one list among characters with their places. The longest first: a phrase of 24 has one of 12 in it
/// by chance in one of sixteen.
fn behind_in(list: usize, characters: &[(usize, char)]) -> Option<Span> {
    let plain: Vec<char> = characters.iter().map(|(_, c)| *c).collect();
    let known: Vec<bool> = plain.iter().map(|c| lookup(list, *c).is_some()).collect();
    LENGTHS.iter().rev().find_map(|length| {
        (0..=LONGEST_LINK).find_map(|skipped| {
            let range = skipped..skipped + length;
            known.get(range.clone()).filter(|known| known.iter().all(|known| *known))?;
            let named = range.end == plain.len();
            let is_phrase = is_phrase(list, plain.get(range.clone())?, named);
            let (start, _) = characters.get(skipped).filter(|_| is_phrase)?;
            let (last, c) = characters.get(range.end - 1)?;
            Some(Span::new(kind_of(list), *start..*last + c.len_utf8(), true))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::scan;

    /// Entropy 0x18ab19a9f54a9274f03e5209a2ac8a91 and 32 bytes of 0x68a79e… (Trezor's vectors), characters only.
    const TWELVE: &str = "枯木脚谓讨隙乓磨孝畏垄辑";

    fn phrase(language: bip39::Language, length: usize) -> String {
        let entropy: Vec<u8> =
            (1..=32).map(|byte: u8| byte.wrapping_mul(157)).take(length).collect();
        bip39::Mnemonic::from_entropy_in(language, &entropy)
            .map(|phrase| phrase.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn finds_phrases_without_spaces() {
        for language in [bip39::Language::SimplifiedChinese, bip39::Language::TraditionalChinese] {
            for length in [16, 20, 24, 28, 32] {
                let phrase = phrase(language, length).replace(' ', "");
                for text in
                    ["§", "我的助记词是：§。", "助记词§", "助記詞是§請幫我", "备份：§\n谢谢"]
                {
                    let scan = scan(&text.replace('§', &phrase));
                    assert!(!scan.masked.contains(&phrase), "{}", scan.masked);
                    assert!(scan.findings.iter().any(|finding| finding.certain));
                }
            }
        }
    }

    #[test]
    fn leaves_prose() {
        for text in [
            "我的提币已经三天了还没有到账请帮忙",
            "請問我的帳戶為什麼被限制提現",
            "助记词丢了怎么办我的钱还能找回来吗",
            "我们不会要您的助记词和密码",
            "的一是在不了有和人这中大",
            TWELVE,
        ] {
            assert!(scan(text).is_clean(), "{text}");
        }
    }
}
