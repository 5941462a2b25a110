//! What base32 and base64 share: characters that carry a number of bits each.

/// Decodes `N` bytes from exactly as many characters of `width` bits as they need, without padding; the bits left over must
/// be zero. `value` gives what a character carries, or `None` for one of no alphabet.
pub(super) fn decode<const N: usize>(
    text: &str,
    width: u32,
    value: fn(u8) -> Option<u32>,
) -> Option<[u8; N]> {
    let needed = (N * 8).div_ceil(usize::try_from(width).ok()?);
    if text.len() != needed {
        return None;
    }
    let mut bytes = [0; N];
    let mut slots = bytes.iter_mut();
    let (mut bits, mut held) = (0u32, 0u32);
    for byte in text.bytes() {
        bits = bits << width | value(byte)?;
        held += width;
        if held >= 8 {
            held -= 8;
            *slots.next()? = u8::try_from(bits >> held).ok()?;
            bits &= (1 << held) - 1;
        }
    }
    (bits == 0 && slots.next().is_none()).then_some(bytes)
}
