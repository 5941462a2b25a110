//! GIF (version 89a): blocks, of which comments and most of the applications' own ones go.

use super::Cut;
use super::reader::Reader;

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2C;
const TRAILER: u8 = 0x3B;
const COMMENT: u8 = 0xFE;
const APPLICATION: u8 = 0xFF;
/// Those that say how often a film runs, and the colour profile.
const NEEDED: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

pub(super) fn cut(picture: &[u8]) -> Option<Cut> {
    let mut reader = Reader::new(picture);
    let mut cut = Cut::default();
    if !reader.take(6)?.starts_with(b"GIF8") {
        return None;
    }
    reader.take(4)?;
    let flags = reader.u8()?;
    reader.take(2)?;
    reader.take(table(flags))?;
    cut.keep(0..reader.at());
    loop {
        let start = reader.at();
        match reader.u8()? {
            TRAILER => {
                cut.keep(start..reader.at());
                if !reader.is_at_end() {
                    cut.remove();
                }
                return Some(cut);
            }
            IMAGE => {
                reader.take(8)?;
                let flags = reader.u8()?;
                reader.take(table(flags))?;
                reader.take(1)?;
                sub_blocks(&mut reader)?;
                cut.keep(start..reader.at());
            }
            EXTENSION => {
                let label = reader.u8()?;
                let name = sub_blocks(&mut reader)?;
                let goes = label == COMMENT || label == APPLICATION && !NEEDED.contains(&name);
                if goes { cut.remove() } else { cut.keep(start..reader.at()) }
            }
            _ => return None,
        }
    }
}

/// Bytes of a colour table, if the flags announce one.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Goes to the end of a row of sub-blocks and gives the first.
fn sub_blocks<'a>(reader: &mut Reader<'a>) -> Option<&'a [u8]> {
    let first_length = usize::from(reader.u8()?);
    let first = reader.take(first_length)?;
    let mut length = first_length;
    while length > 0 {
        length = usize::from(reader.u8()?);
        reader.take(length)?;
    }
    Some(first)
}
