//! The BIP-39 English list: look-up of a typed word, and the checksum of a phrase.

use std::sync::LazyLock;

use bip39::Language;
use sha2::{Digest, Sha256};

/// A word of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its place in the list, 0 to 2047.
    pub index: u16,
    /// Written in full, not cut to the first four letters (which no two words share).
    pub exact: bool,
}

const LONGEST: usize = 8;
const BITS_PER_LETTER: u32 = 5;

/// Each word packed into an integer, in the order of the list, which is the order of the integers too.
static PACKED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let words = Language::English.word_list();
    words.iter().filter_map(|word| pack(word)).map(|(packed, _)| packed).collect()
});

/// Finds a word of the list, in any case, in full or cut to its first four letters.
pub(crate) fn lookup(word: &str) -> Option<Word> {
    let (packed, length) = pack(word)?;
    let place = PACKED.partition_point(|entry| *entry < packed);
    let entry = *PACKED.get(place)?;
    let exact = entry == packed;
    let rest = BITS_PER_LETTER * 4;
    let abbreviated = length == 4 && entry >> rest == packed >> rest;
    let index = u16::try_from(place).ok()?;
    (exact || abbreviated).then_some(Word { index, exact })
}

/// Packs up to eight letters, the first in the highest bits, so that integers sort as the words do.
fn pack(word: &str) -> Option<(u64, usize)> {
    let mut packed = 0;
    let mut length = 0;
    for c in word.chars() {
        let letter = u64::from(folded(c)? - b'a' + 1);
        if length == LONGEST {
            return None;
        }
        packed = packed << BITS_PER_LETTER | letter;
        length += 1;
    }
    for _ in length..LONGEST {
        packed <<= BITS_PER_LETTER;
    }
    Some((packed, length))
}

/// Folds case and full-width forms; `None` for what is not a Latin letter.
fn folded(c: char) -> Option<u8> {
    let narrow = match u32::from(c) {
        wide @ 0xFF21..=0xFF5A => wide - 0xFF21 + u32::from('A'),
        other => other,
    };
    let byte = u8::try_from(narrow).ok()?.to_ascii_lowercase();
    byte.is_ascii_lowercase().then_some(byte)
}

/// The lengths of phrase that BIP-39 defines a checksum for.
pub(crate) const LENGTHS: [usize; 5] = [12, 15, 18, 21, 24];

/// Tells whether the words are as a whole a valid BIP-39 phrase (BIP-39, "Generating the mnemonic").
///
/// A random run of list words passes with a probability of 1/16 (12 words) to 1/256 (24 words).
pub(crate) fn is_valid_phrase(indices: &[u16]) -> bool {
    if !LENGTHS.contains(&indices.len()) {
        return false;
    }
    let bytes = packed_bits(indices);
    let entropy_length = indices.len() / 3 * 4;
    let checksum_bits = indices.len() / 3;
    let Some((entropy, [checksum, ..])) = bytes.split_at_checked(entropy_length) else {
        return false;
    };
    let digest = Sha256::digest(entropy);
    let unused = 8 - checksum_bits;
    digest.first().is_some_and(|first| first >> unused == checksum >> unused)
}

/// Writes 11 bits per word, the last byte filled up with zeroes.
fn packed_bits(indices: &[u16]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(34);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for index in indices {
        held = held << 11 | u32::from(*index);
        bits += 11;
        while bits >= 8 {
            bits -= 8;
            let [.., byte] = (held >> bits).to_be_bytes();
            bytes.push(byte);
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        let [.., byte] = (held << (8 - bits)).to_be_bytes();
        bytes.push(byte);
    }
    bytes
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn finds_every_word_of_the_list_in_full_and_cut() {
        for (place, word) in Language::English.word_list().iter().enumerate() {
            let index = u16::try_from(place).unwrap();
            assert_eq!(lookup(word), Some(Word { index, exact: true }), "{word}");
            assert_eq!(lookup(&word.to_uppercase()), Some(Word { index, exact: true }));
            if let Some(cut) = word.get(..4)
                && cut != *word
                && !Language::English.word_list().contains(&cut)
            {
                assert_eq!(lookup(cut), Some(Word { index, exact: false }), "{cut}");
            }
        }
    }

    #[test]
    fn finds_full_width_forms_and_nothing_else() {
        assert!(lookup("ａｂａｎｄｏｎ").is_some_and(|word| word.exact && word.index == 0));
        for word in [
            "",
            "a",
            "the",
            "aba",
            "aband",
            "abandons",
            "abandoned",
            "zzzz",
            "été",
            "zoo1",
            "［［［［",
        ] {
            assert_eq!(lookup(word), None, "{word}");
        }
    }

    #[test]
    fn judges_the_checksum_as_the_reference_does() {
        let indices = |phrase: &str| -> Vec<u16> {
            phrase.split(' ').map(|word| lookup(word).unwrap().index).collect()
        };
        for length in [16_usize, 20, 24, 28, 32] {
            for seed in 0..=255_u8 {
                let entropy: Vec<u8> = (0..length)
                    .map(|at| Sha256::digest([seed]).get(at).copied().unwrap())
                    .collect();
                let phrase = bip39::Mnemonic::from_entropy(&entropy).unwrap().to_string();
                let mut indices = indices(&phrase);
                assert!(is_valid_phrase(&indices), "{phrase}");
                // The first word counts into the entropy only; that another one passes too is a chance of 1/16 at most.
                let Some(first) = indices.first_mut() else { panic!() };
                *first ^= 1;
                let words = indices.iter().map(|index| {
                    Language::English.word_list().get(usize::from(*index)).copied().unwrap()
                });
                let changed = words.collect::<Vec<_>>().join(" ");
                assert_eq!(
                    is_valid_phrase(&indices),
                    bip39::Mnemonic::parse_normalized(&changed).is_ok()
                );
            }
        }
        assert!(!is_valid_phrase(&[]));
        assert!(!is_valid_phrase(&[0; 13]));
    }
}
