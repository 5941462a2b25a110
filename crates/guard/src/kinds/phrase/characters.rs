//! Phrases of Chinese characters without spaces.
//!
//! The lists hold the commonest characters of the language, so that a clause of prose often consists of them alone. A
//! run counts when it has the length of a phrase from mark to mark and its checksum holds, and either a name for a
//! phrase stands before it or it has fewer common characters than prose has.

use std::ops::Range;

use super::marks::is_common;
use crate::checksums::{BIP39_LENGTHS, is_bip39};
use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::lists::{self, CHINESE};
use crate::script::{self, Script};
use crate::text::{Gap, Text};

/// How far before the characters a name for a phrase may stand, in bytes.
const REACH: usize = 60;
/// What may stand between the name and the phrase: "是", "如下", "就是".
const LONGEST_LINK: usize = 4;
const LONGEST: usize = 24;

pub(super) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for run in &text.survey.characters {
        let named = text.has_before(run.start, REACH, &[Says::Seed]);
        let characters: Vec<char> =
            text.get(run.start, run.end).chars().take(LONGEST + 1).collect();
        if CHINESE.into_iter().any(|list| is_phrase(list, &characters, named)) {
            spans.push(Span::new(Kind::SeedPhrase, run.clone(), true));
        }
    }
    let mut names = text.labels().iter().filter(|label| label.says == Says::Seed).peekable();
    if names.peek().is_some() {
        find_groups(text, spans);
    }
    for label in names {
        spans.extend(behind(text, label.end).map(|range| Span::new(Kind::SeedPhrase, range, true)));
    }
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

fn whole(group: &[char], range: &Range<usize>) -> Option<Span> {
    let is_phrase = CHINESE.into_iter().any(|list| is_phrase(list, group, false));
    is_phrase.then(|| Span::new(Kind::SeedPhrase, range.clone(), true))
}

fn is_phrase(list: usize, characters: &[char], named: bool) -> bool {
    indices(list, characters)
        .is_some_and(|indices| is_bip39(&indices) && (named || !is_common(&indices)))
}

/// Gives the places in the list; `None` when a character is not in it or the number is not that of a phrase.
fn indices(list: usize, characters: &[char]) -> Option<Vec<u16>> {
    if !BIP39_LENGTHS.contains(&characters.len()) {
        return None;
    }
    let mut buffer = [0; 4];
    let index = |c: &char| lists::lookup(list, c.encode_utf8(&mut buffer)).map(|word| word.index);
    characters.iter().map(index).collect()
}

/// Finds a phrase directly behind a name for one, also in groups with spaces between and with a word for "is" first.
fn behind(text: &Text<'_>, from: usize) -> Option<Range<usize>> {
    let end = text.boundary(from + 6 * LONGEST);
    let mut characters: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.get(from, end).char_indices() {
        match script::of(c) {
            Some(Script::Han) => characters.push((from + at, c)),
            None if c.is_whitespace()
                || c.is_ascii_punctuation()
                || "：，、。“”「」".contains(c) => {}
            _ => break,
        }
    }
    let plain: Vec<char> = characters.iter().map(|(_, c)| *c).collect();
    // The longest first: a phrase of 24 has one of 12 in it by chance in one of sixteen.
    BIP39_LENGTHS.iter().rev().find_map(|length| {
        (0..=LONGEST_LINK).find_map(|skipped| {
            let window = plain.get(skipped..skipped + length)?;
            let named = skipped + length == plain.len();
            let is_phrase = CHINESE.into_iter().any(|list| is_phrase(list, window, named));
            let first = characters.get(skipped).filter(|_| is_phrase)?;
            let last = characters.get(skipped + length - 1)?;
            Some(first.0..last.0 + last.1.len_utf8())
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
