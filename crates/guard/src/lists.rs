//! The word lists of seed phrases, in one table.
//!
//! * Ten lists of BIP-39 (English, Chinese twice, Czech, French, Italian, Japanese, Korean, Portuguese, Spanish) come
//!   with the crate `bip39`; the Russian and the Turkish one, which wallets use and the BIP does not have, are those of
//!   Trezor's `python-mnemonic` (MIT).
//! * SLIP-0039, "Wordlist": 1,024 words.
//! * Monero, 1,626 words in each of twelve languages (`src/mnemonics` of Monero, BSD-3-Clause). Those of Chinese,
//!   Japanese and Spanish are parts of the lists of BIP-39.
//!
//! A word is compared without case, accents, width and composition, so that `Ábaco`, `abaco` and the decomposed form of
//! both are the same word.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use bip39::Language;
use unicode_normalization::char::decompose_compatible;

use crate::script::{self, Script};

/// What the phrases of a list prove themselves by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Bip39,
    Slip39,
    /// Monero, with the number of letters of each word that its checksum is made of.
    Monero(usize),
}

enum Words {
    Crate(Language),
    Text(&'static str),
}

pub(crate) const LISTS: usize = 25;

/// The lists; a list is known by its place here.
#[rustfmt::skip]
static CATALOGUE: [(Scheme, Script, Words); LISTS] = [
    (Scheme::Bip39, Script::Latin, Words::Crate(Language::English)),
    (Scheme::Bip39, Script::Han, Words::Crate(Language::SimplifiedChinese)),
    (Scheme::Bip39, Script::Han, Words::Crate(Language::TraditionalChinese)),
    (Scheme::Bip39, Script::Latin, Words::Crate(Language::Czech)),
    (Scheme::Bip39, Script::Latin, Words::Crate(Language::French)),
    (Scheme::Bip39, Script::Latin, Words::Crate(Language::Italian)),
    (Scheme::Bip39, Script::Kana, Words::Crate(Language::Japanese)),
    (Scheme::Bip39, Script::Hangul, Words::Crate(Language::Korean)),
    (Scheme::Bip39, Script::Latin, Words::Crate(Language::Portuguese)),
    (Scheme::Bip39, Script::Latin, Words::Crate(Language::Spanish)),
    (Scheme::Bip39, Script::Cyrillic, Words::Text(include_str!("lists/russian.txt"))),
    (Scheme::Bip39, Script::Latin, Words::Text(include_str!("lists/turkish.txt"))),
    (Scheme::Slip39, Script::Latin, Words::Text(include_str!("lists/slip39.txt"))),
    (Scheme::Monero(3), Script::Latin, Words::Text(include_str!("lists/monero-english.txt"))),
    (Scheme::Monero(1), Script::Han, Words::Text(include_str!("lists/monero-chinese-simplified.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-dutch.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-esperanto.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-french.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-german.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-italian.txt"))),
    (Scheme::Monero(4), Script::Kana, Words::Text(include_str!("lists/monero-japanese.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-lojban.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-portuguese.txt"))),
    (Scheme::Monero(4), Script::Cyrillic, Words::Text(include_str!("lists/monero-russian.txt"))),
    (Scheme::Monero(4), Script::Latin, Words::Text(include_str!("lists/monero-spanish.txt"))),
];

pub(crate) const ENGLISH: usize = 0;
/// The lists of BIP-39 in Chinese characters.
pub(crate) const CHINESE: std::ops::RangeInclusive<usize> = 1..=2;

/// Gives the script in which a list is written.
pub(crate) fn script_of(list: usize) -> Script {
    CATALOGUE.get(list).map_or(Script::Latin, |(_, script, _)| *script)
}

/// Gives the scheme to which a list belongs.
pub(crate) fn scheme_of(list: usize) -> Scheme {
    CATALOGUE.get(list).map_or(Scheme::Bip39, |(scheme, _, _)| *scheme)
}

fn words_of(words: &Words) -> Vec<&'static str> {
    match words {
        Words::Crate(language) => language.word_list().to_vec(),
        Words::Text(text) => text.split_ascii_whitespace().collect(),
    }
}

/// A set of lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ListSet(u32);

impl ListSet {
    pub fn add(&mut self, list: usize) {
        self.0 |= 1 << list;
    }

    pub fn has(self, list: usize) -> bool {
        self.0 >> list & 1 == 1
    }

    #[cfg(test)]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let list = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            usize::try_from(list).ok().filter(|list| *list < LISTS)
        })
    }
}

/// A word of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its place in the list, from 0.
    pub index: u16,
    /// Written in full, not cut to the first four letters (which no two words of a list share).
    pub exact: bool,
}

struct Listed {
    hash: u64,
    list: usize,
    word: Word,
}

/// All words under the hashes of their plain forms; equal hashes are taken for equal words. The table holds for each
/// hash which lists have it and where its first entry stands.
struct Table {
    places: HashMap<u64, (ListSet, usize), BuildHasherDefault<Unchanged>>,
    listed: Vec<Listed>,
    words: Vec<Vec<&'static str>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let words: Vec<_> = CATALOGUE.iter().map(|(_, _, words)| words_of(words)).collect();
    let mut listed = Vec::with_capacity(80_000);
    for (list, words) in words.iter().enumerate() {
        append(&mut listed, list, words);
    }
    listed.sort_by_key(|entry| (entry.hash, entry.list, !entry.word.exact, entry.word.index));
    listed.dedup_by_key(|entry| (entry.hash, entry.list));
    let mut places: HashMap<_, (ListSet, usize), _> = HashMap::default();
    for (place, entry) in listed.iter().enumerate() {
        places.entry(entry.hash).or_insert((ListSet::default(), place)).0.add(entry.list);
    }
    Table { places, listed, words }
});

/// Builds the table, if nobody has.
pub(crate) fn prepare() {
    LazyLock::force(&TABLE);
}

fn append(listed: &mut Vec<Listed>, list: usize, words: &[&str]) {
    let has_prefixes = matches!(script_of(list), Script::Latin | Script::Cyrillic);
    for (index, word) in (0_u16..).zip(words) {
        let plain = Plain::of(word, usize::MAX);
        listed.push(Listed { hash: plain.hash, list, word: Word { index, exact: true } });
        if has_prefixes && plain.letters > PREFIX {
            let hash = Plain::of(word, PREFIX).hash;
            listed.push(Listed { hash, list, word: Word { index, exact: false } });
        }
    }
}

const PREFIX: usize = 4;

/// The form in which words are compared, as a hash.
struct Plain {
    hash: u64,
    letters: usize,
}

impl Plain {
    /// Takes case, width, accents and composition off the first `most` letters.
    fn of(word: &str, most: usize) -> Self {
        let mut plain = Plain { hash: 0, letters: 0 };
        for c in word.chars() {
            if c.is_ascii() {
                plain.push(c.to_ascii_lowercase(), most);
            } else {
                decompose_compatible(c, |part| {
                    if !script::is_mark(part) {
                        part.to_lowercase().for_each(|part| plain.push(part, most));
                    }
                });
            }
        }
        plain
    }

    fn push(&mut self, letter: char, most: usize) {
        if self.letters == most || script::is_mark(letter) {
            return;
        }
        // Turkish writes the dotless letter where others fold the capital one.
        let letter = if letter == 'ı' { 'i' } else { letter };
        self.letters += 1;
        self.hash =
            (self.hash.rotate_left(23) ^ u64::from(letter)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// Gives the lists that hold a word, in full or cut to four letters.
pub(crate) fn lists_of(word: &str) -> ListSet {
    TABLE.places.get(&Plain::of(word, usize::MAX).hash).map_or(ListSet::default(), |place| place.0)
}

/// Finds a word in a list, in any case, in full or cut to its first four letters.
pub(crate) fn lookup(list: usize, word: &str) -> Option<Word> {
    let hash = Plain::of(word, usize::MAX).hash;
    let (lists, place) = TABLE.places.get(&hash)?;
    let entries = lists.has(list).then(|| TABLE.listed.get(*place..))??;
    entries.iter().find(|entry| entry.list == list).map(|entry| entry.word)
}

/// Gives a word of a list as the list spells it.
pub(crate) fn spelled(list: usize, word: Word) -> &'static str {
    let words = TABLE.words.get(list);
    words.and_then(|words| words.get(usize::from(word.index))).copied().unwrap_or_default()
}

/// Hands on keys that are hashes already.
#[derive(Default)]
struct Unchanged(u64);

impl Hasher for Unchanged {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    const RUSSIAN: usize = 10;
    const SLIP39: usize = 12;

    #[test]
    fn finds_every_word_of_every_list_in_every_form() {
        use unicode_normalization::UnicodeNormalization;
        for list in 0..LISTS {
            for (index, word) in (0_u16..).zip(&TABLE.words[list]) {
                let forms = [word.nfc().collect(), word.nfkd().collect(), word.to_uppercase()];
                // German has no capital letter of its own for ß.
                for form in forms.into_iter().filter(|_| !word.contains('ß')) {
                    let found = lookup(list, &form);
                    assert!(found.is_some_and(|found| found.exact), "{form}");
                    // A few words differ in their accents only.
                    assert!(found.map(|found| found.index) <= Some(index), "{form}");
                }
            }
        }
        let lengths: Vec<_> = TABLE.words.iter().map(Vec::len).collect();
        assert_eq!(lengths, [[2048; 12].as_slice(), &[1024], &[1626; 12]].concat());
    }

    #[test]
    fn finds_words_cut_to_four_letters() {
        assert_eq!(lookup(ENGLISH, "abst"), Some(Word { index: 7, exact: false }));
        assert_eq!(lookup(ENGLISH, "ABLE"), Some(Word { index: 2, exact: true }));
        assert_eq!(lookup(RUSSIAN, "абон"), Some(Word { index: 1, exact: false }));
        assert_eq!(lookup(SLIP39, "acad"), Some(Word { index: 0, exact: false }));
    }

    #[test]
    fn finds_full_width_forms_and_nothing_else() {
        assert!(
            lookup(ENGLISH, "ａｂａｎｄｏｎ").is_some_and(|word| word.exact && word.index == 0)
        );
        for word in
            ["", "a", "the", "aba", "aband", "abandons", "abandoned", "zzzz", "zoo1", "［［［［"]
        {
            assert_eq!(lookup(ENGLISH, word), None, "{word}");
        }
    }

    #[test]
    fn knows_that_languages_share_words() {
        let shared = lists_of("的");
        assert!(shared.has(1) && shared.has(2) && !shared.has(ENGLISH));
    }
}
