//! Base64 in both alphabets of RFC 4648, as TON uses it.

use super::bits;

/// Decodes `N` bytes from exactly as many characters as they need, without padding; the bits left over must be zero.
pub(crate) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    bits::decode(text, 6, value)
}

fn value(byte: u8) -> Option<u32> {
    match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

pub(crate) fn is_base64(byte: u8) -> bool {
    value(byte).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_both_alphabets() {
        assert_eq!(decode("Zm9vYmFy"), Some(*b"foobar"));
        assert_eq!(decode("-_-_"), decode("+/+/").map(|it: [u8; 3]| it));
        assert_eq!(decode("Zg"), Some(*b"f"));
        assert_eq!(decode::<1>("Zh"), None);
        assert_eq!(decode::<1>("Zg=="), None);
    }
}
