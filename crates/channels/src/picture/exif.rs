//! The orientation in a block of Exif (JEITA CP-3451, which is TIFF 6.0), and a block that says nothing else.

use super::reader::{Reader, length};

/// `Orientation`, TIFF 6.0 section 8.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;
/// A picture that is stored as it is shown.
const UPRIGHT: u16 = 1;
/// The prefix in JPEG, which some programs write into WebP too.
pub(super) const PREFIX: &[u8] = b"Exif\0\0";

/// How a picture must be turned to be shown upright, 2 to 8; `None` when it need not be or does not say.
pub(super) fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |r: &mut Reader<'_>| if little { r.u16_le() } else { r.u16_be() };
    let long = |r: &mut Reader<'_>| if little { r.u32_le() } else { r.u32_be() };
    let mut head = Reader::within(tiff, 4..tiff.len())?;
    let directory = length(long(&mut head)?)?;
    let mut entries = Reader::within(tiff, directory..tiff.len())?;
    for _ in 0..short(&mut entries)? {
        let (tag, kind) = (short(&mut entries)?, short(&mut entries)?);
        let count = long(&mut entries)?;
        let (value, _) = (short(&mut entries)?, short(&mut entries)?);
        if tag == ORIENTATION {
            let is_turn = kind == SHORT && count == 1 && (UPRIGHT + 1..=8).contains(&value);
            return is_turn.then_some(value);
        }
    }
    None
}

/// A block with the orientation alone.
pub(super) fn of_orientation(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    tiff.extend_from_slice(&orientation.to_be_bytes());
    // The value's field has four bytes, of which a short takes the first two; then no further directory.
    tiff.extend_from_slice(&[0; 6]);
    tiff
}

/// The orientation block that takes the place of a block of Exif, if one is needed.
pub(super) fn reduced(tiff: &[u8]) -> Option<Vec<u8>> {
    orientation(tiff.strip_prefix(PREFIX).unwrap_or(tiff)).map(of_orientation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for turn in 2..=8 {
            assert_eq!(orientation(&of_orientation(turn)), Some(turn));
        }
        assert_eq!(orientation(&of_orientation(1)), None);
        assert_eq!(orientation(&of_orientation(9)), None);
    }

    #[test]
    fn both_byte_orders_and_broken_ones() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(little), Some(6));
        for length in 0..22 {
            assert_eq!(orientation(little.get(..length).unwrap_or_default()), None, "{length}");
        }
        assert_eq!(orientation(b"II*\0\xff\xff\xff\xff"), None);
        assert_eq!(orientation(b"no tiff at all"), None);
    }
}
