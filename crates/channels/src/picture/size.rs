//! How large a picture is shown, from the beginning of its bytes. Nothing is decoded.

use super::exif;
use super::reader::{Reader, length};

/// Orientations from this one on lie on their side: width and height change places.
const ON_ITS_SIDE: u16 = 5;
/// A picture that says more than this of itself is none that anybody shows.
const MOST: u32 = 100_000;

/// Width and height of a picture in pixels, as it is shown; `None` where its first bytes do not say.
pub fn pixels(content_type: &str, head: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = match content_type {
        "image/png" => png(head),
        "image/jpeg" => jpeg(head),
        "image/gif" => gif(head),
        "image/webp" => webp(head),
        "image/avif" => avif(head),
        _ => None,
    }?;
    let is_shown = |side: u32| (1..=MOST).contains(&side);
    (is_shown(width) && is_shown(height)).then_some((width, height))
}

fn turned((width, height): (u32, u32), orientation: Option<u16>) -> (u32, u32) {
    match orientation {
        Some(turn) if turn >= ON_ITS_SIDE => (height, width),
        _ => (width, height),
    }
}

/// `IHDR` comes first. What turns a picture may come before the pixels.
fn png(head: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::new(head);
    reader.take(8)?;
    let mut found = None;
    while let Some(size) = reader.u32_be().and_then(length) {
        let Some(kind) = reader.take(4) else { break };
        if kind == b"IHDR" {
            found = Some((reader.u32_be()?, reader.u32_be()?));
            reader.take(size.checked_sub(8)?.checked_add(4)?)?;
            continue;
        }
        if kind == b"IDAT" {
            break;
        }
        let Some(contents) = reader.take(size) else { break };
        if kind == b"eXIf" {
            return Some(turned(found?, exif::orientation(contents)));
        }
        if reader.take(4).is_none() {
            break;
        }
    }
    found
}

/// The frame's header stands behind whatever else the picture says.
fn jpeg(head: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::new(head);
    if reader.take(2)? != [0xFF, 0xD8] {
        return None;
    }
    let mut orientation = None;
    loop {
        if reader.u8()? != 0xFF {
            return None;
        }
        let marker = loop {
            match reader.u8()? {
                0xFF => {}
                marker => break marker,
            }
        };
        if matches!(marker, 0x01 | 0xD0..=0xD7) {
            continue;
        }
        let size = usize::from(reader.u16_be()?).checked_sub(2)?;
        let contents = reader.take(size)?;
        match marker {
            // Frames of all kinds; tables and extensions stand between their numbers.
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let mut frame = Reader::new(contents);
                frame.u8()?;
                let (height, width) = (frame.u16_be()?, frame.u16_be()?);
                return Some(turned((width.into(), height.into()), orientation));
            }
            0xE1 => {
                let tiff = contents.strip_prefix(exif::PREFIX);
                orientation = orientation.or(tiff.and_then(exif::orientation));
            }
            _ => {}
        }
    }
}

fn gif(head: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::new(head);
    reader.take(6)?;
    Some((reader.u16_le()?.into(), reader.u16_le()?.into()))
}

/// A lossy picture, a lossless one, or one with features, whose canvas is told. What turns it stands at the end, and few write it.
fn webp(head: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::new(head);
    reader.take(12)?;
    let kind = reader.take(4)?;
    reader.take(4)?;
    match kind {
        b"VP8X" => {
            reader.take(4)?;
            let side = |reader: &mut Reader<'_>| match reader.take(3)? {
                [low, middle, high] => Some(u32::from_le_bytes([*low, *middle, *high, 0]) + 1),
                _ => None,
            };
            Some((side(&mut reader)?, side(&mut reader)?))
        }
        b"VP8 " => {
            reader.take(6)?;
            let side = |reader: &mut Reader<'_>| Some(u32::from(reader.u16_le()? & 0x3FFF));
            Some((side(&mut reader)?, side(&mut reader)?))
        }
        b"VP8L" => {
            reader.take(1)?;
            let bits = reader.u32_le()?;
            Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        _ => None,
    }
}

/// The largest of the sizes among the properties: others are those of tiles and previews.
fn avif(head: &[u8]) -> Option<(u32, u32)> {
    let mut found = None;
    let places = head.windows(4).enumerate().filter(|(_, kind)| *kind == b"ispe");
    for (at, _) in places {
        let mut reader = Reader::within(head, at + 4..head.len())?;
        let Some(size) =
            reader.u32_be().and_then(|_version| Some((reader.u32_be()?, reader.u32_be()?)))
        else {
            break;
        };
        let area = |(width, height): (u32, u32)| u64::from(width) * u64::from(height);
        if found.is_none_or(|known| area(known) < area(size)) {
            found = Some(size);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg_with(segments: &[&[u8]]) -> Vec<u8> {
        [[0xFF, 0xD8].as_slice(), &segments.concat()].concat()
    }

    fn exif(orientation: u16) -> Vec<u8> {
        let tiff = exif::of_orientation(orientation);
        let size = u16::try_from(2 + exif::PREFIX.len() + tiff.len()).unwrap_or(0);
        [&[0xFF, 0xE1], size.to_be_bytes().as_slice(), exif::PREFIX, &tiff].concat()
    }

    const FRAME: &[u8] = b"\xFF\xC2\0\x0B\x08\x01\x40\x02\x80\x01\x11\0\0";

    #[test]
    fn each_kind_says_how_large_it_is() {
        let png =
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x40\x08\x06\0\0\0\x1f\x15\xc4\x89";
        assert_eq!(pixels("image/png", png), Some((640, 320)));
        assert_eq!(pixels("image/gif", b"GIF89a\x80\x02\x40\x01"), Some((640, 320)));
        let features = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\x3f\x01\0";
        assert_eq!(pixels("image/webp", features), Some((640, 320)));
        let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\x40\x01";
        assert_eq!(pixels("image/webp", lossy), Some((640, 320)));
        let properties =
            b"....ispe\0\0\0\0\0\0\0\x10\0\0\0\x10....ispe\0\0\0\0\0\0\x02\x80\0\0\x01\x40";
        assert_eq!(pixels("image/avif", properties), Some((640, 320)));
        assert_eq!(pixels("image/jpeg", &jpeg_with(&[FRAME])), Some((640, 320)));
        assert_eq!(pixels("application/pdf", png), None);
    }

    #[test]
    fn what_lies_on_its_side_is_told_as_it_is_shown() {
        assert_eq!(pixels("image/jpeg", &jpeg_with(&[&exif(6), FRAME])), Some((320, 640)));
        assert_eq!(pixels("image/jpeg", &jpeg_with(&[&exif(3), FRAME])), Some((640, 320)));
    }

    #[test]
    fn what_is_cut_or_odd_says_nothing() {
        let whole = jpeg_with(&[&exif(6), FRAME]);
        for end in 0..whole.len() - 4 {
            assert_eq!(pixels("image/jpeg", whole.get(..end).unwrap_or_default()), None, "{end}");
        }
        assert_eq!(pixels("image/gif", b"GIF89a\0\0\x40\x01"), None);
        assert_eq!(pixels("image/webp", b"RIFF"), None);
    }
}
