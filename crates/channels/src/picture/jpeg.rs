//! JPEG (ITU-T T.81, annex B): segments before, between and behind the coded pixels.

use super::Cut;
use super::exif;
use super::reader::Reader;

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;
const APP15: u8 = 0xEF;
const COMMENT: u8 = 0xFE;

pub(super) fn cut(picture: &[u8]) -> Option<Cut> {
    let mut reader = Reader::new(picture);
    let mut cut = Cut::default();
    if reader.take(2)? != [0xFF, SOI] {
        return None;
    }
    cut.keep(0..2);
    let mut has_exif = false;
    loop {
        let start = reader.at();
        let marker = marker(&mut reader)?;
        match marker {
            EOI => {
                cut.keep(start..reader.at());
                if !reader.is_at_end() {
                    cut.remove();
                }
                return Some(cut);
            }
            // Markers without a length: restarts and one for private use.
            0x01 | 0xD0..=0xD7 => cut.keep(start..reader.at()),
            _ => {
                let contents = segment(&mut reader)?;
                if marker == APP1 && contents.starts_with(exif::PREFIX) && !has_exif {
                    has_exif = true;
                    keep_orientation(&mut cut, contents, start..reader.at());
                } else if is_needed(marker, contents) {
                    cut.keep(start..reader.at());
                } else {
                    cut.remove();
                }
            }
        }
        if marker == SOS {
            let begun = reader.at();
            skip_pixels(&mut reader);
            cut.keep(begun..reader.at());
            // A picture that was cut off shows what there is of it.
            if reader.is_at_end() {
                return Some(cut);
            }
        }
    }
}

/// Reads a marker with the bytes 0xFF that may fill up the space before it.
fn marker(reader: &mut Reader<'_>) -> Option<u8> {
    if reader.u8()? != 0xFF {
        return None;
    }
    loop {
        match reader.u8()? {
            0xFF => {}
            0x00 => return None,
            marker => return Some(marker),
        }
    }
}

fn segment<'a>(reader: &mut Reader<'a>) -> Option<&'a [u8]> {
    let length = usize::from(reader.u16_be()?);
    reader.take(length.checked_sub(2)?)
}

/// Without JFIF, Adobe's colour transform and the colour profile a picture has other colours.
fn is_needed(marker: u8, contents: &[u8]) -> bool {
    match marker {
        APP0 => contents.starts_with(b"JFIF\0"),
        APP2 => contents.starts_with(b"ICC_PROFILE\0"),
        APP14 => contents.starts_with(b"Adobe"),
        APP1..=APP15 | COMMENT => false,
        _ => true,
    }
}

fn keep_orientation(cut: &mut Cut, contents: &[u8], place: std::ops::Range<usize>) {
    let tiff = contents.get(exif::PREFIX.len()..).unwrap_or_default();
    match exif::reduced(tiff) {
        Some(reduced) if reduced == tiff => cut.keep(place),
        Some(reduced) => cut.write(app1(&reduced)),
        None => cut.remove(),
    }
}

fn app1(tiff: &[u8]) -> Vec<u8> {
    let length = u16::try_from(2 + exif::PREFIX.len() + tiff.len()).unwrap_or(u16::MAX);
    [&[0xFF, APP1], length.to_be_bytes().as_slice(), exif::PREFIX, tiff].concat()
}

/// Goes behind the coded pixels: to the next marker that is neither a stuffed byte nor a restart, or to the end.
fn skip_pixels(reader: &mut Reader<'_>) {
    let rest = reader.rest();
    let next = rest.windows(2).position(|pair| match pair {
        [0xFF, second] => !matches!(second, 0x00 | 0xD0..=0xD7 | 0xFF),
        _ => false,
    });
    let _there = reader.take(next.unwrap_or(rest.len()));
}
