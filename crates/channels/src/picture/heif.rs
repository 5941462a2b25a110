//! HEIF and AVIF (ISO/IEC 23008-12 on ISO/IEC 14496-12): a picture of items, which boxes address by their place in the file.
//!
//! The bytes of Exif and XMP items, and of boxes that nothing is shown from, are overwritten. How the picture is turned is a
//! property of its own (`irot`, `imir`), so nothing of Exif is needed to show it.

use std::ops::Range;

use super::Cut;
use super::reader::{Reader, length};

/// The boxes that a picture, or a row of them, is shown from. The film of a "motion photo" (`mpvd`) and `uuid` are none.
const NEEDED: [&[u8; 4]; 8] =
    [b"ftyp", b"mdat", b"moov", b"moof", b"mfra", b"styp", b"sidx", b"mini"];
/// A place of the TIFF of 0, and a TIFF whose only directory is empty.
const SILENCE: &[u8] = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0";
/// Boxes of a file, items of a picture and the parts in which they lie beyond this are an attack: a part of no width takes no bytes,
/// so the length of a file bounds none of them.
const MOST: usize = 4096;

pub(super) fn cut(picture: &[u8]) -> Option<Cut> {
    let top = boxes(picture, 0..picture.len())?;
    let mut blanks: Vec<Range<usize>> = Vec::new();
    for found in &top {
        match &found.kind {
            b"meta" => blanks.extend(metadata(picture, found.body.clone())?),
            kind if NEEDED.contains(&kind) => {}
            _ => blanks.push(found.body.clone()),
        }
    }
    blanks.sort_by_key(|blank| (blank.start, blank.end));
    blanks.dedup();
    // No camera lets parts lie in each other, and each would be gone through once more.
    if blanks.iter().map(|blank| blank.len()).sum::<usize>() > picture.len() {
        return None;
    }
    blanks.retain(|blank| {
        picture.get(blank.clone()).is_none_or(|part| part != silent(part.len()).as_slice())
    });
    let mut cut = Cut::default();
    let mut at = 0;
    for blank in blanks {
        if blank.end > picture.len() {
            return None;
        }
        let start = blank.start.max(at);
        if start < blank.end {
            cut.keep(at..start);
            cut.write(silent(blank.end - start));
            at = blank.end;
        }
    }
    cut.keep(at..picture.len());
    Some(cut)
}

/// What takes the place of a block: zeros behind a block of Exif that says nothing, without which strict readers refuse a
/// picture that announces one (ISO/IEC 23008-12, annex A: where the TIFF begins, then the TIFF).
fn silent(length: usize) -> Vec<u8> {
    let mut bytes = SILENCE.to_vec();
    bytes.resize(length, 0);
    bytes
}

struct Found {
    kind: [u8; 4],
    /// What is in the box, behind its head.
    body: Range<usize>,
}

/// The boxes of a part of the file.
fn boxes(picture: &[u8], range: Range<usize>) -> Option<Vec<Found>> {
    let mut all = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if all.len() >= MOST {
            return None;
        }
        let mut reader = Reader::within(picture, at..range.end)?;
        let size = reader.u32_be()?;
        let kind = reader.take(4)?.try_into().ok()?;
        let end = match size {
            0 => range.end,
            1 => at.checked_add(usize::try_from(reader.uint_be(8)?).ok()?)?,
            size => at.checked_add(length(size)?)?,
        };
        if end < reader.at() || end > range.end {
            return None;
        }
        all.push(Found { kind, body: reader.at()..end });
        at = end;
    }
    Some(all)
}

/// Where the Exif and XMP of a picture lie. `meta` and the boxes inside begin with a version and flags.
fn metadata(picture: &[u8], meta: Range<usize>) -> Option<Vec<Range<usize>>> {
    let inside = boxes(picture, meta.start.checked_add(4)?..meta.end)?;
    let body = |kind: &[u8; 4]| inside.iter().find(|b| b.kind == *kind).map(|b| b.body.clone());
    let Some(infos) = body(b"iinf") else { return Some(Vec::new()) };
    let items = items(picture, infos)?;
    match body(b"iloc") {
        _ if items.is_empty() => Some(Vec::new()),
        Some(places) => places_of(picture, &items, places, body(b"idat")),
        None => None,
    }
}

/// The ids of the items that are metadata (ISO/IEC 14496-12, 8.11.6).
fn items(picture: &[u8], infos: Range<usize>) -> Option<Vec<u32>> {
    let mut reader = Reader::within(picture, infos.clone())?;
    let version = reader.u8()?;
    reader.take(3)?;
    reader.take(if version == 0 { 2 } else { 4 })?;
    let mut found = Vec::new();
    for info in boxes(picture, reader.at()..infos.end)? {
        let mut reader = Reader::within(picture, info.body)?;
        let version = reader.u8()?;
        reader.take(3)?;
        let id = match version {
            2 => u32::from(reader.u16_be()?),
            3 => reader.u32_be()?,
            // Older ones have no kind, and come from no camera.
            _ => continue,
        };
        reader.take(2)?;
        if matches!(reader.take(4)?, b"Exif" | b"mime" | b"uri ") {
            found.push(id);
        }
    }
    Some(found)
}

/// Where some items lie (ISO/IEC 14496-12, 8.11.3).
fn places_of(
    picture: &[u8],
    items: &[u32],
    places: Range<usize>,
    idat: Option<Range<usize>>,
) -> Option<Vec<Range<usize>>> {
    let mut reader = Reader::within(picture, places)?;
    let version = reader.u8()?;
    reader.take(3)?;
    let sizes = reader.u16_be()?;
    let width = |shift: u32| usize::from((sizes >> shift) & 0xF);
    let (offset, extent, base) = (width(12), width(8), width(4));
    let index = if version == 0 { 0 } else { width(0) };
    let count = if version < 2 { u32::from(reader.u16_be()?) } else { reader.u32_be()? };
    if length(count)? > MOST {
        return None;
    }
    let (mut found, mut parts) = (Vec::new(), 0);
    for _ in 0..count {
        let id = if version < 2 { u32::from(reader.u16_be()?) } else { reader.u32_be()? };
        let method = if version == 0 { 0 } else { reader.u16_be()? & 0xF };
        reader.take(2)?;
        let begin = reader.uint_be(base)?;
        let own = reader.u16_be()?;
        parts += usize::from(own);
        if parts > MOST {
            return None;
        }
        let is_metadata = items.contains(&id);
        for _ in 0..own {
            reader.take(index)?;
            let start = begin.checked_add(reader.uint_be(offset)?)?;
            let size = reader.uint_be(extent)?;
            if !is_metadata {
                continue;
            }
            let area = match (method, &idat) {
                (0, _) => 0..picture.len(),
                (1, Some(idat)) => idat.clone(),
                _ => return None,
            };
            found.push(part(area, start, size)?);
        }
    }
    Some(found)
}

/// The part `start..start + size` of an area; a size of 0 means all the rest.
fn part(area: Range<usize>, start: u64, size: u64) -> Option<Range<usize>> {
    let start = area.start.checked_add(usize::try_from(start).ok()?)?;
    let end = match size {
        0 => area.end,
        size => start.checked_add(usize::try_from(size).ok()?)?,
    };
    (start <= end && end <= area.end).then_some(start..end)
}
