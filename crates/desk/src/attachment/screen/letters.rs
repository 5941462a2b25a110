//! In which letters a text file is written.
//!
//! Notepad writes UTF-16, spreadsheets write what the country used before Unicode: GB18030, Big5, Shift_JIS, EUC-KR, windows-1251. The
//! guard reads words, so it has to be told which ones the bytes are.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// So much of the beginning is enough to tell the order of bytes.
const HEAD: usize = 64 * 1024;

/// What is learnt of a file while it is read once.
pub(super) struct Sense {
    head: Vec<u8>,
    detector: EncodingDetector,
}

impl Default for Sense {
    fn default() -> Self {
        Self { head: Vec::new(), detector: EncodingDetector::new(Iso2022JpDetection::Allow) }
    }
}

impl Sense {
    pub fn feed(&mut self, piece: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(room));
        self.detector.feed(piece, false);
    }

    /// The letters of a text that is not UTF-8; `None` for one that is, and for what is no text.
    pub fn letters(mut self) -> Option<&'static Encoding> {
        if let Some(wide) = wide(&self.head) {
            return Some(wide);
        }
        if has_control(&self.head) {
            return None;
        }
        self.detector.feed(&[], true);
        let guessed = self.detector.guess(None, Utf8Detection::Allow);
        (guessed != UTF_8).then_some(guessed)
    }
}

/// Says whether the first bytes can be those of a text, in whichever letters.
pub(super) fn look_like_text(head: &[u8]) -> bool {
    !head.is_empty() && (wide(head).is_some() || !has_control(head))
}

/// Tells UTF-16 by its mark, or by the zeros that every digit, space and Latin letter has in it.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let by_mark = match head {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => None,
    };
    let pairs = head.as_chunks::<2>().0;
    let zeros = |place: usize| pairs.iter().filter(|pair| pair.get(place) == Some(&0)).count();
    let (first, second) = (zeros(0), zeros(1));
    let by_zeros = match (first, second) {
        (0, 0) => None,
        (0, _) => Some(UTF_16LE),
        (_, 0) => Some(UTF_16BE),
        _ => None,
    };
    by_mark.or(by_zeros).filter(|wide| is_text_in(pairs, wide))
}

fn is_text_in(pairs: &[[u8; 2]], wide: &'static Encoding) -> bool {
    let unit = |pair: &[u8; 2]| match wide == UTF_16LE {
        true => u16::from_le_bytes(*pair),
        false => u16::from_be_bytes(*pair),
    };
    let mut units = char::decode_utf16(pairs.iter().map(unit)).peekable();
    while let Some(c) = units.next() {
        // Half of a pair may stand at the end of what was looked at.
        let is_cut = c.is_err() && units.peek().is_none();
        if !is_cut && !c.is_ok_and(is_written) {
            return false;
        }
    }
    true
}

fn is_written(c: char) -> bool {
    !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{C}' | '\u{1B}')
}

/// Control characters are the same in all letters of one byte and more.
fn has_control(head: &[u8]) -> bool {
    head.iter()
        .any(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sensed(bytes: &[u8]) -> Option<&'static str> {
        let mut sense = Sense::default();
        bytes.chunks(7).for_each(|piece| sense.feed(piece));
        sense.letters().map(Encoding::name)
    }

    fn wide_bytes(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn texts_are_told_by_their_letters() {
        for (text, letters) in [
            (
                "您好，我的助记词在下面，请帮我看看账户为什么不能登录。\n交易已经三天没有到账了。\n",
                "GBK",
            ),
            (
                "您好，我的助記詞在下面，請幫我看看帳戶為什麼不能登入。\n交易已經三天沒有到帳了。\n",
                "Big5",
            ),
            (
                "お世話になっております。出金がまだ届いていません。パスワードを忘れました。\n",
                "Shift_JIS",
            ),
            ("안녕하세요. 출금이 아직 도착하지 않았습니다. 확인 부탁드립니다.\n", "EUC-KR"),
            ("Здравствуйте, вывод не пришёл, проверьте, пожалуйста, мой счёт.\n", "windows-1251"),
        ] {
            let encoding = Encoding::for_label(letters.as_bytes()).unwrap_or(UTF_8);
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(sensed(&bytes), Some(letters), "{text}");
            assert!(look_like_text(&bytes), "{text}");
            assert_eq!(sensed(text.as_bytes()), None, "{text}");
            for marked in [text.to_owned(), format!("\u{FEFF}{text}")] {
                assert_eq!(sensed(&wide_bytes(&marked, u16::to_le_bytes)), Some("UTF-16LE"));
                assert_eq!(sensed(&wide_bytes(&marked, u16::to_be_bytes)), Some("UTF-16BE"));
            }
        }
        assert_eq!(sensed(b"plain\n"), None);
    }

    #[test]
    fn what_is_no_text_is_not_read_as_one() {
        let binaries: [&[u8]; 4] =
            [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0\x01\0\x02\x03\0", b"\x7fELF\x02\x01\x01", b""];
        for binary in binaries {
            assert!(!look_like_text(binary), "{binary:?}");
        }
        assert_eq!(sensed(b"\x7fELF\x02\x01\x01\0\0\0"), None);
    }
}
