//! A text as it is read on the screen: without what nobody sees inside of words, with ordinary letters in place of full-width
//! ones and those of mathematics (𝐛𝐨𝐥𝐝, 𝚖𝚘𝚗𝚘), and with Latin letters in place of their twins of other scripts.
//!
//! Chat programs, word processors and web pages put such characters into what people copy, and who wants to get a secret past a
//! reader does it too. A key with one of them in it is no key to a rule, and all of one to whoever types it off. So a text that
//! has them is read twice; nearly none has, and costs one look at its characters.

use crate::kinds::Span;
use crate::script::{self, Script};
use crate::text::is_invisible;

/// Full-width letters and digits are ordinary in Chinese and Japanese; only in a row as long as a key are they looked at.
const SHORTEST_WIDE: usize = 16;

/// The text, and where it stands in the source.
pub(crate) struct Plain {
    text: String,
    changes: Vec<Change>,
}

/// A place at which text and source go apart: from `at` in the text the source goes on at `after`, and before it had come to
/// `before`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    at: usize,
    before: usize,
    after: usize,
}

impl Plain {
    /// Gives the text, if it differs from its source where a secret could be.
    pub fn of(source: &str) -> Option<Self> {
        if source.is_ascii() || !is_disguised(source) {
            return None;
        }
        let mut plain =
            Plain { text: String::with_capacity(source.len()), changes: Vec::with_capacity(16) };
        let mut before = None;
        let mut chars = source.char_indices();
        while let Some((start, c)) = chars.next() {
            let end = start + c.len_utf8();
            if is_invisible(c) && before.is_some_and(is_visible) {
                plain.changes.push(Change { at: plain.text.len(), before: start, after: end });
                continue;
            }
            let is_latin = |other: Option<char>| other.is_some_and(|it| it.is_ascii_alphabetic());
            // Only behind a twin does anybody look for the next letter, so that what nobody sees is passed over once.
            let next = || chars.clone().map(|(_, next)| next).find(|next| !is_invisible(*next));
            let is_twin = || is_latin(before) || is_latin(next());
            let shown = wide(c).or_else(|| styled(c)).or_else(|| twin(c).filter(|_| is_twin()));
            plain.text.push(shown.unwrap_or(c));
            if shown.is_some() {
                plain.changes.push(Change { at: plain.text.len(), before: end, after: end });
            }
            // A twin beside a twin beside a letter is one as well.
            before = shown.or(Some(c));
        }
        Some(plain)
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Keeps the spans of the text that reach over a change, as the others are found in the source, and says where they stand
    /// in it.
    pub fn in_source(&self, spans: Vec<Span>) -> impl Iterator<Item = Span> {
        spans.into_iter().filter(move |span| self.is_changed(span)).map(move |span| Span {
            start: self.start(span.start),
            end: self.end(span.end),
            ..span
        })
    }

    fn is_changed(&self, span: &Span) -> bool {
        let first = self.changes.partition_point(|change| change.at <= span.start);
        self.changes.get(first).is_some_and(|change| change.at <= span.end)
    }

    fn start(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| change.at <= at);
        let last = next.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(at, |change| change.after + (at - change.at))
    }

    /// What was left out behind the end stays there.
    fn end(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| change.at < at);
        if let Some(change) = self.changes.get(next).filter(|change| change.at == at) {
            return change.before;
        }
        let last = next.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(at, |change| change.after + (at - change.at))
    }
}

/// Tells whether something stands in the text that is not what it looks like, in a place where that matters.
fn is_disguised(source: &str) -> bool {
    // What was seen last, besides what nobody sees; how many letters and digits stand in a row, and whether one is full-width.
    let (mut last, mut hidden, mut row, mut is_wide) = (None, false, 0_usize, false);
    for c in source.chars() {
        if is_invisible(c) {
            hidden = true;
            continue;
        }
        let width = wide(c).is_some();
        (row, is_wide) = if c.is_ascii_alphanumeric() || width {
            (row + 1, is_wide || width)
        } else {
            (0, false)
        };
        let between = |a: char, b: char| a.is_ascii_alphabetic() && twin(b).is_some();
        let found = last.is_some_and(|last| {
            hidden && is_visible(last) && is_visible(c) || between(last, c) || between(c, last)
        });
        if found || is_wide && row >= SHORTEST_WIDE || styled(c).is_some() {
            return true;
        }
        (last, hidden) = (Some(c), false);
    }
    false
}

/// A character that secrets are made of: of ASCII, or a letter of the scripts in which words have spaces between them.
fn is_visible(c: char) -> bool {
    c.is_ascii_graphic()
        || wide(c).is_some()
        || styled(c).is_some()
        || matches!(script::of(c), Some(Script::Latin | Script::Cyrillic))
}

/// Gives the letter or digit that a full-width one is.
fn wide(c: char) -> Option<char> {
    match c {
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(u32::from(c) - 0xFEE0)
        }
        _ => None,
    }
}

/// Gives the letter or digit that one of the Mathematical Alphanumeric Symbols is: the block has the alphabet thirteen times, and the
/// digits five times. A few of its letters stand elsewhere (U+210E and others), and in no secret that anybody has seen.
fn styled(c: char) -> Option<char> {
    const ALPHABET: &[u8; 52] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const DIGITS: &[u8; 10] = b"0123456789";
    let nth = |row: &[u8], first: u32| {
        let at = usize::try_from(u32::from(c).checked_sub(first)?).ok()?;
        row.get(at % row.len()).copied().map(char::from)
    };
    match c {
        '\u{210E}' => Some('h'),
        '\u{1D400}'..='\u{1D6A3}' => nth(ALPHABET, 0x1_D400),
        '\u{1D7CE}'..='\u{1D7FF}' => nth(DIGITS, 0x1_D7CE),
        _ => None,
    }
}

/// Gives the Latin letter that one of the Cyrillic or Greek script cannot be told from by its look (Unicode Technical Standard
/// 39).
fn twin(c: char) -> Option<char> {
    // Nearly every letter is none of them.
    if !matches!(c, '\u{370}'..='\u{51F}') {
        return None;
    }
    Some(match c {
        'а' => 'a',
        'с' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'ν' => 'v',
        'ԝ' => 'w',
        'х' => 'x',
        'у' => 'y',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'Υ' => 'Y',
        'Ζ' => 'Z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{find, scan};

    const WIF: &str = "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr";
    const HEX: &str = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";
    const PHRASE: &str =
        "wild father tree among universe such mobile favorite target dynamic credit identify";

    fn widened(text: &str) -> String {
        let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_graphic());
        text.chars().map(|c| wide(c).unwrap_or(c)).collect()
    }

    /// The text with this between the letters at both sides of its middle.
    fn parted(text: &str, with: &str) -> String {
        let middle = text.chars().count() / 2;
        let first: String = text.chars().take(middle).collect();
        format!("{first}{with}{}", text.chars().skip(middle).collect::<String>())
    }

    #[test]
    fn keys_are_found_whatever_nobody_sees_stands_in_them() {
        for key in [
            WIF,
            "sEdTM1uX8pu2do5XvTnutH6HsouMaM2",
            "SCLWBBGSFM2VWKB6PTHRRZ2JVJ5UNO6INT4DELCIUDYUZBNBOS2MWBCB",
            "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
        ] {
            for text in [
                parted(key, "\u{200B}"),
                parted(key, "\u{AD}"),
                parted(key, "\u{2060}\u{FEFF}"),
                widened(key),
                parted(&widened(key), "\u{200D}"),
            ] {
                let scan = scan(&format!("请看 {text} 谢谢"));
                assert_eq!(scan.findings.len(), 1, "{text}");
                assert!(scan.findings.iter().all(|finding| finding.certain), "{text}");
                let mask = scan.findings.first().map_or("", |finding| finding.kind.mask());
                assert_eq!(scan.masked, format!("请看 {mask} 谢谢"), "{text}");
            }
        }
    }

    #[test]
    fn what_words_name_is_found_whole() {
        for (before, secret, kind) in [
            ("我的私钥是", widened(HEX), "hex-private-key"),
            ("private key: ", parted(HEX, "\u{200B}"), "hex-private-key"),
            (
                "API secret: ",
                parted("B51068CF10B34E7789C374AB932696A05E0A629BE7BFC62F", "\u{200B}"),
                "api-secret",
            ),
            ("密码：", "Moon\u{200B}#633xy".to_owned(), "password"),
            ("card ", "4242\u{200B}4242\u{200B}4242\u{200B}4242".to_owned(), "card-number"),
            ("IBAN ", parted("GB82WEST12345698765432", "\u{AD}"), "iban"),
        ] {
            let scan = scan(&format!("{before}{secret}"));
            assert_eq!(scan.masked, format!("{before}⟦{kind}⟧"), "{secret}");
        }
    }

    #[test]
    fn phrases_are_found_with_soft_hyphens_and_twins() {
        let soft: Vec<_> = PHRASE.split(' ').map(|word| parted(word, "\u{AD}")).collect();
        for text in [soft.join(" "), PHRASE.replace('a', "а"), PHRASE.replace('o', "о")] {
            assert_eq!(scan(&format!("it is {text}.")).masked, "it is ⟦seed-phrase⟧.", "{text}");
        }
    }

    #[test]
    fn a_twin_with_something_hidden_beside_it_is_one() {
        for hidden in ["\u{AD}", "\u{200B}\u{2060}"] {
            for text in [
                PHRASE.replace('a', &format!("а{hidden}")),
                PHRASE.replace('a', &format!("{hidden}а")),
            ] {
                assert_eq!(scan(&text).masked, "⟦seed-phrase⟧", "{text}");
            }
        }
    }

    /// The text in one of the alphabets of mathematics, whose capital A, small a and zero these are.
    fn styled_as(text: &str, [capital, small, zero]: [u32; 3]) -> String {
        let moved =
            |c: char, from: u8, to: u32| char::from_u32(u32::from(c) - u32::from(from) + to);
        let one = |c: char| match c {
            'A'..='Z' => moved(c, b'A', capital),
            'a'..='z' => moved(c, b'a', small),
            '0'..='9' => moved(c, b'0', zero),
            _ => None,
        };
        text.chars().map(|c| one(c).unwrap_or(c)).collect()
    }

    #[test]
    fn letters_of_mathematics_are_letters() {
        // Bold, sans-serif, and monospaced.
        for alphabet in [
            [0x1_D400, 0x1_D41A, 0x1_D7CE],
            [0x1_D5A0, 0x1_D5BA, 0x1_D7E2],
            [0x1_D670, 0x1_D68A, 0x1_D7F6],
        ] {
            let key = styled_as(WIF, alphabet);
            assert_eq!(scan(&format!("it is {key}.")).masked, "it is ⟦wif-key⟧.", "{key}");
            let phrase = styled_as(PHRASE, alphabet);
            assert_eq!(
                scan(&format!("it is {phrase}.")).masked,
                "it is ⟦seed-phrase⟧.",
                "{phrase}"
            );
        }
        let sum = "𝑎 + 𝑏 = 𝟏𝟐, and 𝐀 is a matrix";
        assert_eq!(scan(sum).masked, sum);
    }

    #[test]
    fn fillers_and_tags_are_not_seen() {
        for hidden in ["\u{3164}", "\u{34F}", "\u{180E}", "\u{2800}", "\u{FFA0}", "\u{E0041}"] {
            let text = parted(WIF, hidden);
            assert_eq!(scan(&text).masked, "⟦wif-key⟧", "{}", text.escape_unicode());
        }
    }

    #[test]
    fn what_is_left_out_behind_a_secret_stays() {
        let text = format!("{}\u{200B}\u{200B} ok", parted(WIF, "\u{200B}"));
        assert_eq!(scan(&text).masked, "⟦wif-key⟧\u{200B}\u{200B} ok");
        let text = format!("see\u{200B} {}", parted(WIF, "\u{200B}"));
        assert_eq!(scan(&text).masked, "see\u{200B} ⟦wif-key⟧");
    }

    #[test]
    fn ordinary_texts_are_not_read_twice() {
        for text in [
            "２０２４年１月に１００ ＵＳＤＴ を送りました。",
            "Отправил 100 USDT на биржу, жду.",
            "👩\u{200D}🚀 ok \u{200B}",
            "می\u{200C}خواهم",
            "USDT لم تصل بعد",
        ] {
            assert!(Plain::of(text).is_none(), "{text}");
        }
        assert!(Plain::of("а USDTа").is_some());
        assert_eq!(find("купил USDTа и BTCу на бирже"), None);
    }
}
