//! A place in a picture. Whatever is not there is `None`, never a panic: pictures come from strangers.

use std::ops::Range;

pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// A reader of the part `range`, whose places are still those of the whole.
    pub fn within(bytes: &'a [u8], range: Range<usize>) -> Option<Self> {
        Some(Self { bytes: bytes.get(..range.end)?, at: range.start })
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub fn u16_be(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_be_bytes)
    }

    pub fn u16_le(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    pub fn u32_be(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_be_bytes)
    }

    pub fn u32_le(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    /// A big-endian number of `width` bytes, 8 at most; 0 for no bytes.
    pub fn uint_be(&mut self, width: usize) -> Option<u64> {
        if width > 8 {
            return None;
        }
        Some(self.take(width)?.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }
}

/// A length from a file as a length in memory.
pub(super) fn length(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}
