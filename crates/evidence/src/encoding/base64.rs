//! Base64 in both alphabets of RFC 4648, as TON uses it.

/// Decodes `N` bytes from exactly as many characters as they need, without padding; the bits left over must be zero.
pub(crate) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != (N * 8).div_ceil(6) {
        return None;
    }
    let mut bytes = [0; N];
    let mut slots = bytes.iter_mut();
    let (mut bits, mut held) = (0u32, 0u32);
    for byte in text.bytes() {
        bits = bits << 6 | value(byte)?;
        held += 6;
        if held >= 8 {
            held -= 8;
            *slots.next()? = u8::try_from(bits >> held).ok()?;
            bits &= (1 << held) - 1;
        }
    }
    (bits == 0 && slots.next().is_none()).then_some(bytes)
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
