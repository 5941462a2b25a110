//! The checksums by which secrets prove what they are.

use sha2::{Digest, Sha256};
use smallvec::SmallVec;

/// The lengths of phrase that BIP-39 defines a checksum for.
pub(crate) const BIP39_LENGTHS: [usize; 5] = [12, 15, 18, 21, 24];
/// A share of 128 and of 256 bits (SLIP-0039, "Format of the share mnemonic").
pub(crate) const SLIP39_LENGTHS: [usize; 2] = [20, 33];

/// Tells whether the words are as a whole a valid BIP-39 phrase (BIP-39, "Generating the mnemonic").
///
/// A random run of list words passes with a probability of 1/16 (12 words) to 1/256 (24 words).
pub(crate) fn is_bip39(indices: &[u16]) -> bool {
    if !BIP39_LENGTHS.contains(&indices.len()) {
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
fn packed_bits(indices: &[u16]) -> SmallVec<[u8; 36]> {
    let mut bytes = SmallVec::new();
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

/// Tells whether the words are a valid share (SLIP-0039, "Checksum": Reed-Solomon over GF(1024)).
pub(crate) fn is_slip39(indices: &[u16]) -> bool {
    SLIP39_LENGTHS.contains(&indices.len())
        && ["shamir", "shamir_extendable"].iter().any(|customisation| {
            let prefix = customisation.bytes().map(u32::from);
            polymod(prefix.chain(indices.iter().map(|index| u32::from(*index)))) == 1
        })
}

/// The generator of SLIP-0039 in multiples of each bit of the symbol that is pushed out.
const GENERATOR: [u32; 10] = [
    0x00E0_E040,
    0x01C1_C080,
    0x0383_8100,
    0x0707_0200,
    0x0E0E_0009,
    0x1C0C_2412,
    0x3808_6C24,
    0x3090_FC48,
    0x21B1_F890,
    0x03F3_F120,
];

fn polymod(values: impl Iterator<Item = u32>) -> u32 {
    values.fold(1, |checksum, value| {
        let out = checksum >> 20;
        let shifted = (checksum & 0xF_FFFF) << 10 ^ value;
        GENERATOR
            .iter()
            .enumerate()
            .filter(|(bit, _)| out >> bit & 1 == 1)
            .fold(shifted, |sum, (_, term)| sum ^ term)
    })
}

/// Tells whether the last of 13 or 25 words repeats the one that the CRC-32 of the first letters of all points at
/// (Monero, `src/mnemonics/electrum-words.cpp`).
pub(crate) fn is_monero(words: &[&str], letters: usize) -> bool {
    let Some((last, words)) =
        words.split_last().filter(|(_, words)| matches!(words.len(), 12 | 24))
    else {
        return false;
    };
    let bytes = words.iter().flat_map(|word| first_letters(word, letters).bytes());
    let crc = !bytes.fold(u32::MAX, crc32);
    let place = usize::try_from(crc).ok().and_then(|crc| words.get(crc % words.len()));
    place.is_some_and(|word| word == last)
}

fn first_letters(word: &str, letters: usize) -> &str {
    let end = word.char_indices().nth(letters).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

fn crc32(crc: u32, byte: u8) -> u32 {
    (0..8).fold(
        crc ^ u32::from(byte),
        |crc, _| {
            if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 }
        },
    )
}

/// Computes CRC-16/XMODEM, which Stellar uses (SEP-23, "Specification").
pub(crate) fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte) << 8, |crc: u16, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 }
        })
    })
}

/// Tells whether the digits pass the check of ISO/IEC 7812-1, annex B.
pub(crate) fn is_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match u32::from(*digit) * if place % 2 == 1 { 2 } else { 1 } {
            doubled @ 10.. => doubled - 9,
            single => single,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Decodes Base32 in upper case without padding (RFC 4648, section 6); left-over bits are dropped.
pub(crate) fn base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'2'..=b'7' => byte - b'2' + 26,
            _ => return None,
        };
        held = (held << 5 | u32::from(value)) & 0xFFF;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            let [.., byte] = (held >> bits).to_be_bytes();
            bytes.push(byte);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::lists::{self, ENGLISH};

    const SLIP39: usize = 12;

    fn indices(list: usize, phrase: &str) -> Vec<u16> {
        phrase.split(' ').map(|word| lists::lookup(list, word).unwrap().index).collect()
    }

    #[test]
    fn judges_bip39_as_the_reference_does() {
        for length in [16_usize, 20, 24, 28, 32] {
            for seed in 0..=255_u8 {
                let digest = Sha256::digest([seed]);
                let entropy: Vec<u8> = digest.iter().copied().take(length).collect();
                let phrase = bip39::Mnemonic::from_entropy(&entropy).unwrap().to_string();
                let mut indices = indices(ENGLISH, &phrase);
                assert!(is_bip39(&indices), "{phrase}");
                // The first word counts into the entropy only; that another one passes too is a chance of 1/16 at most.
                *indices.first_mut().unwrap() ^= 1;
                let words = bip39::Language::English.word_list();
                let changed: Vec<_> =
                    indices.iter().map(|index| *words.get(usize::from(*index)).unwrap()).collect();
                assert_eq!(
                    is_bip39(&indices),
                    bip39::Mnemonic::parse_normalized(&changed.join(" ")).is_ok()
                );
            }
        }
        assert!(!is_bip39(&[]));
        assert!(!is_bip39(&[0; 13]));
    }

    #[test]
    fn judges_slip39_by_its_own_vectors() {
        // SLIP-0039, test vector 1, and the same with a wrong word (vector 2).
        let valid = "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal husband erode duke ajar critical decision keyboard";
        let invalid = valid.replace("keyboard", "kidney");
        assert!(is_slip39(&indices(SLIP39, valid)));
        assert!(!is_slip39(&indices(SLIP39, &invalid)));
    }

    #[test]
    fn judges_monero_by_a_known_seed() {
        // Computed with Python's zlib.crc32.
        let words: Vec<_> = "abort alchemy bikini each humid olympics tolerant cousin lymph upgrade goldfish tail habitat video names dwarf video rafts loaded goldfish either dating cousin different cousin".split(' ').collect();
        assert!(is_monero(&words, 3));
        let mut wrong = words.clone();
        *wrong.last_mut().unwrap() = "abort";
        assert!(!is_monero(&wrong, 3));
    }

    #[test]
    fn knows_the_check_values_of_the_crcs() {
        assert_eq!(!b"123456789".iter().fold(u32::MAX, |crc, byte| crc32(crc, *byte)), 0xCBF4_3926);
        assert_eq!(crc16(b"123456789"), 0x31C3);
    }

    #[test]
    fn decodes_the_vectors_of_rfc_4648() {
        assert_eq!(base32("MZXW6YTBOI").unwrap(), b"foobar");
        assert_eq!(base32("MZXW6").unwrap(), b"foo");
        assert_eq!(base32("mzxw6"), None);
    }

    #[test]
    fn passes_the_test_numbers_of_the_card_brands() {
        let digits = |text: &str| text.bytes().map(|byte| byte - b'0').collect::<Vec<_>>();
        assert!(is_luhn(&digits("4242424242424242")) && is_luhn(&digits("378282246310005")));
        assert!(!is_luhn(&digits("4242424242424241")));
    }
}
