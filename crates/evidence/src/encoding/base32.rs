//! Base32 of RFC 4648 without padding, as Stellar and Algorand use it.

use super::bits;

/// Decodes `N` bytes from exactly as many characters as they need; the bits left over must be zero, as SEP-23 demands.
pub(crate) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    bits::decode(text, 5, value)
}

fn value(byte: u8) -> Option<u32> {
    match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'2'..=b'7' => Some(u32::from(byte - b'2') + 26),
        _ => None,
    }
}

pub(crate) fn is_base32(text: &str) -> bool {
    text.bytes().all(|byte| value(byte).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_the_vectors_of_rfc_4648() {
        assert_eq!(decode("MZXW6YTB"), Some(*b"fooba"));
        assert_eq!(decode("MZXW6"), Some(*b"foo"));
        assert_eq!(decode("MY"), Some(*b"f"));
    }

    #[test]
    fn refuses_what_is_not_canonical() {
        assert_eq!(decode::<1>("MZ"), None);
        assert_eq!(decode::<1>("M"), None);
        assert_eq!(decode::<1>("my"), None);
        assert_eq!(decode::<3>("MZXW61"), None);
    }
}
