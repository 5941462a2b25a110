//! Groups of letters and of words, as numbers: what the model counts in a piece of text.

use super::letters::is_east_asian;
use super::search::Found;
use super::squeeze::Squeezed;
use super::work;
use crate::linear::{begin, groups, mix};

/// Stands for a word that names a secret, and for one that may: the model learns what is done with secrets, and not which.
const SECRET: char = '\u{F000}';
const HINT: char = '\u{F001}';

/// How far "near" reaches, in sounds and in syllables: beside the name, and in its neighbourhood.
const NEAR: [(usize, usize); 2] = [(14, 5), (40, 14)];
/// So many letters in a row that stand by themselves are one word: "p l e a s e".
const SPELLED: usize = 2;

/// The letters of a piece, with the names of secrets taken out, and where its words begin.
#[derive(Debug, Default)]
pub(super) struct Letters {
    letters: Vec<char>,
    /// For every word, its first letter.
    words: Vec<usize>,
    /// For every name of a secret, its place among the letters.
    pub names: Vec<usize>,
    singles: usize,
    gaps: Option<usize>,
}

/// A name of a secret, and whether it is only one where the text is about such things.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    pub found: Found,
    pub is_hint: bool,
}

impl Letters {
    /// Reads the squeezed text between two bytes.
    pub fn of(
        text: &Squeezed,
        from: usize,
        to: usize,
        names: impl Iterator<Item = Name>,
    ) -> Letters {
        let mut read = Letters::default();
        let mut names = names.peekable();
        let mut at = from;
        let piece = text.text.get(from..to).unwrap_or_default();
        for (byte, c) in piece.char_indices().map(|(offset, c)| (from + offset, c)) {
            work::steps(1);
            if byte < at {
                continue;
            }
            match names.next_if(|name| name.found.start <= byte) {
                Some(name) => {
                    at = name.found.end;
                    read.push_name(name);
                }
                None => read.push(text, byte, c),
            }
        }
        read
    }

    fn push_name(&mut self, name: Name) {
        self.names.push(self.letters.len());
        self.words.push(self.letters.len());
        self.letters.push(if name.is_hint { HINT } else { SECRET });
        (self.singles, self.gaps) = (0, None);
    }

    fn push(&mut self, text: &Squeezed, byte: usize, c: char) {
        let gaps = Some(text.place(byte).gaps);
        if self.gaps != gaps {
            let single = text.is_edge(byte + c.len_utf8()) && !is_east_asian(c);
            self.singles = if single { self.singles + 1 } else { 0 };
            if self.singles < SPELLED {
                self.words.push(self.letters.len());
            }
        }
        self.gaps = gaps;
        self.letters.push(c);
    }

    /// Gives every group of letters and of words.
    pub fn grams(&self, kind: u32) -> Vec<u32> {
        let mut grams = Vec::with_capacity(self.letters.len() * 5);
        self.letter_grams(kind, 0, self.letters.len(), &mut grams);
        self.word_grams(kind, &mut grams);
        grams
    }

    /// Gives the groups of letters near a place, told apart by side and by nearness.
    pub fn near(&self, at: usize, kind: u32) -> Vec<u32> {
        let mut grams = Vec::new();
        let mut kind = kind;
        for (reach, reach_unspaced) in NEAR {
            let unspaced = |at: usize| self.letters.get(at).is_some_and(|c| is_east_asian(*c));
            let reach = |at: usize| if unspaced(at) { reach_unspaced } else { reach };
            let from = at.checked_sub(1).map_or(0, |before| at.saturating_sub(reach(before)));
            let to = (at + 1 + reach(at + 1)).min(self.letters.len());
            self.letter_grams(kind, from, at + 1, &mut grams);
            self.letter_grams(kind + 1, at, to, &mut grams);
            kind += 2;
        }
        grams
    }

    fn letter_grams(&self, kind: u32, from: usize, to: usize, grams: &mut Vec<u32>) {
        let letters = self.letters.get(from..to).unwrap_or_default();
        work::steps(letters.len());
        groups(letters, kind, is_east_asian, |group| grams.push(group));
    }

    /// Words, and two and three of them in a row; of scripts with spaces only.
    fn word_grams(&self, kind: u32, grams: &mut Vec<u32>) {
        let ends = self.words.iter().skip(1).copied().chain([self.letters.len()]);
        let mut last: [Option<u32>; 2] = [None; 2];
        for (first, end) in self.words.iter().zip(ends) {
            work::steps(1);
            let letters = self.letters.get(*first..end).unwrap_or_default();
            if letters.first().is_some_and(|c| is_east_asian(*c)) {
                last = [None; 2];
                continue;
            }
            let word = letters.iter().fold(begin(kind + 100), |hash, c| mix(hash, u32::from(*c)));
            let [two, one] = last;
            grams.push(word);
            grams.extend(one.map(|one| mix(one, word)));
            grams.extend(two.zip(one).map(|(two, one)| mix(mix(two, one), word)));
            last = [one, Some(word)];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::search;
    use super::*;

    fn grams(text: &str) -> Vec<u32> {
        let text = Squeezed::new(text);
        let names = search::cues(&text).into_iter().filter_map(|found| {
            let is_secret = matches!(found.cue, super::super::cue::Cue::Secret(_));
            is_secret.then_some(Name { found, is_hint: false })
        });
        let names: Vec<Name> = names.collect();
        let mut grams = Letters::of(&text, 0, text.text.len(), names.into_iter()).grams(1);
        grams.sort_unstable();
        grams
    }

    #[test]
    fn one_secret_is_as_good_as_another() {
        assert_eq!(grams("send me your password"), grams("send me your keystore"));
        assert_ne!(grams("send me your password"), grams("send me your address"));
    }
}
