//! Pictures without what they say beside their pixels: where they were taken, with which device, when, by whom.
//!
//! The pixels are not touched and nothing is decoded: a picture's container is walked, and what is no part of showing it is
//! left out. What is kept is named, so that a block of a kind that nobody thought of goes. The orientation is the one thing
//! of the metadata that a viewer needs; it is written back alone. What stands behind the end of a picture (a phone puts the
//! film of a "motion photo" there) goes as well.
//!
//! JPEG, PNG, WebP and GIF lose the blocks. HEIF and AVIF address their parts by place, so there the bytes of the blocks are
//! overwritten and nothing moves.

mod exif;
mod gif;
mod heif;
mod jpeg;
mod png;
mod reader;
mod size;
#[cfg(test)]
mod tests;
mod webp;

use std::ops::Range;

use bytes::Bytes;

pub use size::pixels;

/// Parts of a picture beyond this are an attack: each is remembered, and may be a few bytes.
const MOST_PARTS: usize = 65_536;

/// What a picture held beside its pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing that had to go.
    Nothing,
    /// The picture without it, in pieces.
    Removed(Vec<Bytes>),
    /// Its container could not be followed to the end, so whatever it holds is still in it.
    Unreadable,
}

/// Says whether pictures of a type can hold metadata at all.
pub fn may_hold_metadata(content_type: &str) -> bool {
    content_type.starts_with("image/")
        && !matches!(content_type, "image/svg+xml" | "image/bmp" | "image/vnd.microsoft.icon")
}

/// Takes the metadata out of a picture whose type was told from its bytes.
pub fn without_metadata(content_type: &str, picture: &Bytes) -> Found {
    let cut = match content_type {
        "image/jpeg" => jpeg::cut(picture),
        "image/png" | "image/apng" => png::cut(picture),
        "image/webp" => webp::cut(picture),
        "image/gif" => gif::cut(picture),
        "image/heif" | "image/heic" | "image/avif" => heif::cut(picture),
        _ => None,
    };
    match cut {
        None => Found::Unreadable,
        Some(cut) if cut.is_endless => Found::Unreadable,
        Some(cut) if cut.removed => Found::Removed(cut.pieces(picture)),
        Some(_) => Found::Nothing,
    }
}

/// What becomes of a picture: parts of it in order, with a few bytes of ours between.
#[derive(Debug, Default)]
struct Cut {
    parts: Vec<Part>,
    removed: bool,
    /// There were more parts than are remembered.
    is_endless: bool,
}

#[derive(Debug)]
enum Part {
    Kept(Range<usize>),
    Written(Vec<u8>),
}

impl Cut {
    fn keep(&mut self, range: Range<usize>) {
        match self.parts.last_mut() {
            Some(Part::Kept(last)) if last.end == range.start => last.end = range.end,
            _ => self.push(Part::Kept(range)),
        }
    }

    /// Writes something in place of what goes.
    fn write(&mut self, bytes: Vec<u8>) {
        self.push(Part::Written(bytes));
        self.removed = true;
    }

    fn push(&mut self, part: Part) {
        match self.parts.len() < MOST_PARTS {
            true => self.parts.push(part),
            false => self.is_endless = true,
        }
    }

    fn remove(&mut self) {
        self.removed = true;
    }

    /// Bytes of the result.
    fn length(&self) -> usize {
        let length = |part: &Part| match part {
            Part::Kept(range) => range.len(),
            Part::Written(bytes) => bytes.len(),
        };
        self.parts.iter().map(length).sum()
    }

    fn pieces(self, picture: &Bytes) -> Vec<Bytes> {
        let piece = |part| match part {
            Part::Kept(range) => picture.slice(range),
            Part::Written(bytes) => bytes.into(),
        };
        self.parts.into_iter().map(piece).collect()
    }
}
