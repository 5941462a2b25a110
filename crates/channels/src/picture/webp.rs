//! WebP (RFC 9649): chunks of RIFF, whose outer length and first chunk speak of the others.

use super::exif;
use super::reader::{Reader, length};
use super::{Cut, Part};

const NEEDED: [&[u8; 4]; 6] = [b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// In the first byte of `VP8X`, RFC 9649 section 2.7.
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

pub(super) fn cut(picture: &[u8]) -> Option<Cut> {
    let mut reader = Reader::new(picture);
    if reader.take(4)? != b"RIFF" {
        return None;
    }
    let size = length(reader.u32_le()?)?;
    if reader.take(4)? != b"WEBP" {
        return None;
    }
    let end = 8_usize.checked_add(size)?;
    let mut reader = Reader::within(picture, 12..end)?;
    let mut cut = Cut::default();
    let mut features = None;
    let mut turned = false;
    while !reader.is_at_end() {
        let start = reader.at();
        let kind: [u8; 4] = reader.take(4)?.try_into().ok()?;
        let contents = read_contents(&mut reader)?;
        match &kind {
            b"VP8X" => features = Some(contents),
            b"EXIF" => match exif::reduced(contents) {
                Some(reduced) => {
                    turned = true;
                    let is_all = reduced == contents;
                    let place = start..reader.at();
                    if is_all { cut.keep(place) } else { cut.write(chunk(*b"EXIF", &reduced)) }
                }
                None => cut.remove(),
            },
            kind if NEEDED.contains(&kind) => cut.keep(start..reader.at()),
            _ => cut.remove(),
        }
    }
    if picture.len() > end {
        cut.remove();
    }
    Some(headed(cut, features, turned))
}

/// A chunk of odd length has a byte behind it, which some programs leave out at the very end.
fn read_contents<'a>(reader: &mut Reader<'a>) -> Option<&'a [u8]> {
    let size = length(reader.u32_le()?)?;
    let contents = reader.take(size)?;
    if size % 2 == 1 && !reader.is_at_end() {
        reader.take(1)?;
    }
    Some(contents)
}

/// Puts the head in front, with features and length of what is left.
fn headed(mut cut: Cut, features: Option<&[u8]>, turned: bool) -> Cut {
    let features = features.map(|features| {
        let mut features = features.to_vec();
        if let Some(flags) = features.first_mut() {
            *flags &= !(HAS_EXIF | HAS_XMP);
            *flags |= if turned { HAS_EXIF } else { 0 };
        }
        chunk(*b"VP8X", &features)
    });
    let features = features.unwrap_or_default();
    let size = u32::try_from(4 + features.len() + cut.length()).unwrap_or(u32::MAX);
    let head = [b"RIFF".as_slice(), &size.to_le_bytes(), b"WEBP", &features].concat();
    cut.parts.insert(0, Part::Written(head));
    cut
}

fn chunk(kind: [u8; 4], contents: &[u8]) -> Vec<u8> {
    let size = u32::try_from(contents.len()).unwrap_or(u32::MAX);
    let padding: &[u8] = if contents.len() % 2 == 1 { &[0] } else { &[] };
    [kind.as_slice(), &size.to_le_bytes(), contents, padding].concat()
}
