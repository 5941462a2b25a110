//! Base58 in the alphabets of Bitcoin and of the XRP Ledger, with its checksum, and the search for a changed character.

use bs58::Alphabet;
use sha2::{Digest as _, Sha256};

/// Room for what the longest value decodes to.
const ROOM: usize = 128;
/// The longest text that is decoded: decoding takes the square of the length.
const LONGEST: usize = 130;

/// Decoded bytes, on the stack.
pub(crate) struct Bytes {
    room: [u8; ROOM],
    len: usize,
}

impl Bytes {
    pub fn as_slice(&self) -> &[u8] {
        self.room.get(..self.len).unwrap_or_default()
    }
}

/// The two alphabets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Letters {
    Bitcoin,
    Xrp,
}

impl Letters {
    fn alphabet(self) -> &'static Alphabet {
        match self {
            Self::Bitcoin => Alphabet::BITCOIN,
            Self::Xrp => Alphabet::RIPPLE,
        }
    }

    pub fn all(self) -> &'static [u8; 58] {
        match self {
            Self::Bitcoin => b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
            Self::Xrp => b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz",
        }
    }
}

/// Both alphabets have the same characters, in another order.
pub(crate) fn is_base58(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() && !matches!(byte, b'0' | b'O' | b'I' | b'l')
}

pub(crate) fn decode(text: &str, letters: Letters) -> Option<Bytes> {
    if text.len() > LONGEST {
        return None;
    }
    let mut bytes = Bytes { room: [0; ROOM], len: 0 };
    bytes.len = bs58::decode(text).with_alphabet(letters.alphabet()).onto(&mut bytes.room).ok()?;
    Some(bytes)
}

/// Gives what the four bytes of double SHA-256 at the end protect, if they fit.
pub(crate) fn checked(bytes: &[u8]) -> Option<&[u8]> {
    let (payload, sum) = bytes.split_last_chunk::<4>()?;
    Sha256::digest(Sha256::digest(payload)).starts_with(sum).then_some(payload)
}

/// Looks for the one character whose exchange satisfies `fits`, and gives its place and what must stand there.
///
/// It tries every character at every place, about two thousand times for an address; a caller counts how often it asks.
pub(crate) fn find_changed(
    text: &str,
    letters: Letters,
    fits: impl Fn(&[u8]) -> bool,
) -> Option<(usize, char)> {
    let mut trial = crate::lexer::Buffer::new();
    trial.push_folded(text);
    for (at, original) in text.bytes().enumerate() {
        for letter in letters.all().iter().filter(|it| **it != original) {
            trial.set(at, *letter);
            if decode(trial.as_str(), letters).is_some_and(|bytes| fits(bytes.as_slice())) {
                return Some((at, char::from(*letter)));
            }
        }
        trial.set(at, original);
    }
    None
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const ADDRESS: &str = "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH";

    fn fits(bytes: &[u8]) -> bool {
        checked(bytes).is_some_and(|payload| payload.len() == 21)
    }

    #[test]
    fn checks_the_checksum() {
        let bytes = decode(ADDRESS, Letters::Bitcoin).unwrap();
        assert_eq!(
            checked(bytes.as_slice()).map(|it| (it.len(), it.first().copied())),
            Some((21, Some(0)))
        );
        assert!(decode("0OIl", Letters::Bitcoin).is_none());
        assert!(decode(&"1".repeat(131), Letters::Bitcoin).is_none());
        assert!(checked(&[1, 2, 3]).is_none());
    }

    #[test]
    fn finds_the_changed_character() {
        let wrong = ADDRESS.replacen('9', "8", 1);
        assert_eq!(find_changed(&wrong, Letters::Bitcoin, fits), Some((5, '9')));
        let two = ADDRESS.replacen("9t", "8u", 1);
        assert_eq!(find_changed(&two, Letters::Bitcoin, fits), None);
    }

    #[test]
    fn both_alphabets_have_the_same_characters() {
        for letters in [Letters::Bitcoin, Letters::Xrp] {
            assert!((0..128).all(|byte: u8| letters.all().contains(&byte) == is_base58(byte)));
        }
    }
}
