//! PNG (W3C, third edition): chunks, each with its kind and checksum.

use super::Cut;
use super::exif;
use super::reader::{Reader, length};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// What changes how the pixels look. Text, times and private chunks do not.
const NEEDED: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn cut(picture: &[u8]) -> Option<Cut> {
    let mut reader = Reader::new(picture);
    let mut cut = Cut::default();
    if reader.take(SIGNATURE.len())? != SIGNATURE {
        return None;
    }
    cut.keep(0..SIGNATURE.len());
    loop {
        let start = reader.at();
        let size = length(reader.u32_be()?)?;
        let kind: [u8; 4] = reader.take(4)?.try_into().ok()?;
        let contents = reader.take(size)?;
        reader.take(4)?;
        if NEEDED.contains(&&kind) {
            cut.keep(start..reader.at());
        } else if kind == *b"eXIf" {
            match exif::reduced(contents) {
                Some(reduced) if reduced == contents => cut.keep(start..reader.at()),
                Some(reduced) => cut.write(chunk(*b"eXIf", &reduced)),
                None => cut.remove(),
            }
        } else {
            cut.remove();
        }
        if kind == *b"IEND" {
            if !reader.is_at_end() {
                cut.remove();
            }
            return Some(cut);
        }
    }
}

fn chunk(kind: [u8; 4], contents: &[u8]) -> Vec<u8> {
    let size = u32::try_from(contents.len()).unwrap_or(u32::MAX);
    let named = [kind.as_slice(), contents].concat();
    let checksum = crc32fast::hash(&named);
    [size.to_be_bytes().as_slice(), &named, &checksum.to_be_bytes()].concat()
}
