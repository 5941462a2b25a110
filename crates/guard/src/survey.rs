//! The first reading of a text: notes what a rule could be interested in, so that the ordinary text costs one pass.

use std::ops::Range;

use smallvec::SmallVec;

use crate::lists::{self, LISTS, ListSet};
use crate::script::{self, Script};
use crate::text::Token;

/// Shorter strings are no keys: sixteen characters of Base32 are the shortest secret of an authenticator.
const SHORTEST_KEY: usize = 16;
/// A longer word is in no list.
const LONGEST_WORD: usize = 40;
/// From here on Chinese characters without a space between could be a phrase.
const SHORTEST_PHRASE: usize = 12;
const BYTES_OF_HAN: usize = 3;

/// Twelve words with another one between each two.
const EVERY_SECOND: u32 = 0x55_5555;

/// What stands before the number of an item: "word 3 = …".
pub(crate) const CAPTIONS: [&str; 4] = ["word", "palabra", "kelime", "слово"];

/// Places of a text. An ordinary one has few, and they need no memory of their own.
pub(crate) type Ranges<const N: usize> = SmallVec<[Range<usize>; N]>;

/// What the first reading noted; empty fields for the ordinary text.
#[derive(Default)]
pub(crate) struct Survey {
    /// ASCII letters and digits, sixteen or more of them, in order.
    pub keys: Ranges<8>,
    /// Digits only, three or more of them, in order.
    pub digits: Ranges<16>,
    /// Two letters and two digits first, as an IBAN begins.
    pub ibans: Ranges<4>,
    /// `eyJ` first: `{"` in Base64, as a JWT begins.
    pub tokens: Ranges<2>,
    /// Twelve Chinese characters and more without a space.
    pub characters: Ranges<8>,
    /// The lists of which words stand as close together as in a phrase.
    pub dense: ListSet,
    /// The lists of which words stand close together, less so.
    pub sparse: ListSet,
    /// How many words of each script were seen, and which of the last ones were of a list.
    words: [usize; Script::ALL.len()],
    history: [History; LISTS],
}

/// Which of the last words of its script a list has, as of the last one that it has: a word of no list costs nothing here.
#[derive(Debug, Clone, Copy, Default)]
struct History {
    /// The last one in the lowest bit.
    bits: u32,
    /// How many words had been seen.
    words: usize,
}

impl Survey {
    pub fn see(&mut self, source: &str, token: Token) {
        let range = token.start..token.end;
        let text = source.get(range.clone()).unwrap_or_default();
        if token.script == Script::Latin {
            self.see_latin(text, range);
        } else if token.script == Script::Han && text.len() >= SHORTEST_PHRASE * BYTES_OF_HAN {
            self.characters.push(range);
        }
        if text.len() <= LONGEST_WORD {
            self.see_word(text, token.script);
        }
    }

    fn see_latin(&mut self, text: &str, range: Range<usize>) {
        let [first, second, third, ..] = text.as_bytes() else { return };
        if first.is_ascii_digit() || !first.is_ascii() {
            if text.chars().all(|c| script::digit(c).is_some()) {
                self.digits.push(range.clone());
            }
        } else if [*first, *second, *third] == *b"eyJ" {
            self.tokens.push(range.clone());
        } else if first.is_ascii_alphabetic()
            && second.is_ascii_alphabetic()
            && third.is_ascii_digit()
        {
            self.ibans.push(range.clone());
        }
        if text.len() >= SHORTEST_KEY {
            self.see_key(text, range);
        }
    }

    /// Notes a long token; one with letters outside of ASCII in it, in its parts.
    fn see_key(&mut self, text: &str, range: Range<usize>) {
        if text.is_ascii() {
            self.keys.push(range);
            return;
        }
        let mut start = range.start;
        for part in text.split_inclusive(|c: char| !c.is_ascii()) {
            let ascii = part.trim_end_matches(|c: char| !c.is_ascii());
            if ascii.len() >= SHORTEST_KEY {
                self.keys.push(start..start + ascii.len());
            }
            start += part.len();
        }
    }

    fn see_word(&mut self, text: &str, script: Script) {
        let word = text.trim_matches(|c: char| c.is_numeric());
        // The number of a list item: "3", "3rd", "3번째", "word 3".
        let is_ordinal = word.len() <= 2 && word.len() < text.len()
            || CAPTIONS.iter().any(|caption| word.eq_ignore_ascii_case(caption));
        if word.is_empty() || is_ordinal || matches!(word, "번" | "번째") {
            return;
        }
        let Some(words) = self.words.get_mut(script.number()) else { return };
        *words += 1;
        let words = *words;
        for list in lists::lists_of(word).iter().filter(|list| lists::script_of(*list) == script) {
            let Some(history) = self.history.get_mut(list) else { continue };
            let passed = u32::try_from(words - history.words).unwrap_or(u32::MAX);
            *history = History { bits: history.bits.checked_shl(passed).unwrap_or(0) | 1, words };
            let of_last = |length: u32| (history.bits & ((1 << length) - 1)).count_ones();
            let is_interleaved = history.bits & EVERY_SECOND == EVERY_SECOND;
            if of_last(12) >= 11 || of_last(9) == 9 || is_interleaved {
                self.dense.add(list);
            }
            if of_last(6) >= 4 {
                self.sparse.add(list);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    #[test]
    fn notes_nothing_of_an_ordinary_text() {
        let text =
            Text::new("My withdrawal of 25 USDT has not arrived. 我的提币没有到账，请帮忙。");
        let survey = &text.survey;
        assert!(survey.keys.is_empty() && survey.digits.is_empty() && survey.ibans.is_empty());
        assert!(survey.tokens.is_empty() && survey.characters.is_empty());
        assert!(survey.dense.is_empty());
    }

    #[test]
    fn notes_keys_between_letters_outside_of_ascii() {
        let key = "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr";
        let text = Text::new("clé5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLré");
        assert_eq!(text.keys().map(|(_, key)| key).collect::<Vec<_>>(), [key]);
    }
}
