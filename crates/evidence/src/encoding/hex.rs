//! Hexadecimal digits, and the checksum that EIP-55 hides in their case.

use sha3::{Digest as _, Keccak256};

pub(crate) fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Decodes exactly `N` bytes.
pub(crate) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    for (slot, [high, low]) in bytes.iter_mut().zip(pairs) {
        *slot = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// What the case of forty digits says (EIP-55).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Eip55 {
    /// One case only: no checksum.
    None,
    Right,
    /// Letters whose case is wrong: how many, and where the first is.
    Wrong {
        count: usize,
        first: usize,
    },
}

/// Compares the case of each letter with the hash of the lower-case digits.
pub(crate) fn eip55(digits: &str) -> Eip55 {
    let upper = digits.bytes().any(|byte| byte.is_ascii_uppercase());
    let lower = digits.bytes().any(|byte| byte.is_ascii_lowercase());
    if !(upper && lower) {
        return Eip55::None;
    }
    let hash = Keccak256::digest(digits.to_ascii_lowercase().as_bytes());
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let wrong = digits.bytes().zip(nibbles).enumerate().filter(|(_, (byte, nibble))| {
        byte.is_ascii_alphabetic() && byte.is_ascii_uppercase() != (*nibble >= 8)
    });
    let mut places = wrong.map(|(at, _)| at);
    match places.next() {
        None => Eip55::Right,
        Some(first) => Eip55::Wrong { count: 1 + places.count(), first },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_whole_bytes_only() {
        assert_eq!(decode("00fFa1"), Some([0, 255, 161]));
        for text in ["", "00ff", "00ffa", "00ffag", "00ffa1b2"] {
            assert_eq!(decode::<3>(text), None, "{text}");
        }
    }

    #[test]
    fn reads_the_case() {
        let right = "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        assert_eq!(eip55(right), Eip55::Right);
        assert_eq!(eip55(&right.to_ascii_lowercase()), Eip55::None);
        assert_eq!(eip55(&right.replacen("aA", "aa", 1)), Eip55::Wrong { count: 1, first: 2 });
    }
}
