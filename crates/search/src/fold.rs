//! Letters as they are compared: each with the place in the text that it came from.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, compose, is_combining_mark};

use crate::han::simplified;

/// How a letter takes part in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Letters and digits of scripts with spaces between words.
    Word,
    /// Han and kana, which stand together.
    Ideograph,
    /// Hangul syllables: words with spaces, but endings that grow onto them.
    Hangul,
    /// Thai and its neighbours, which write without spaces.
    Thai,
    /// What parts words.
    Other,
}

/// One letter of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Compatibility forms, width and case are folded, accents kept.
    pub exact: char,
    /// Accents and the variants of a letter are folded too.
    pub plain: char,
    pub class: Class,
    /// Bytes of the text, the end not included.
    pub start: usize,
    pub end: usize,
}

/// Reads a text letter by letter.
pub(crate) fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if c.is_ascii() {
            push(&mut letters, c.to_ascii_lowercase(), start, end);
            continue;
        }
        if is_itself(c) {
            for lower in c.to_lowercase() {
                push(&mut letters, lower, start, end);
            }
            continue;
        }
        for folded in std::iter::once(c).nfkc() {
            for lower in folded.to_lowercase() {
                push(&mut letters, lower, start, end);
            }
        }
    }
    letters
}

/// Letters that no compatibility form stands for: most of what is written, and not worth a look into the tables.
fn is_itself(c: char) -> bool {
    matches!(c, '\u{00df}'..='\u{00ff}' | '\u{0410}'..='\u{044f}' | '\u{0621}'..='\u{064a}' | '\u{1ea0}'..='\u{1ef9}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn push(letters: &mut Vec<Letter>, c: char, start: usize, end: usize) {
    if is_vowel_sign(c) {
        if let Some(last) = letters.last_mut() {
            last.end = end;
        }
        return;
    }
    if canonical_combining_class(c) != 0
        && is_combining_mark(c)
        && let Some(last) = letters.last_mut()
    {
        let composed = compose(last.exact, c);
        if composed.is_some() || drops_marks(last.exact) {
            last.exact = composed.unwrap_or(last.exact);
            last.plain = plain(last.exact);
            last.end = end;
            return;
        }
    }
    let exact = digit(c);
    letters.push(Letter { exact, plain: plain(exact), class: class(exact), start, end });
}

/// Arabic short vowels, and the stroke that only makes words longer: nobody types them into a search.
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{064b}'..='\u{0652}' | '\u{0670}' | '\u{200c}'..='\u{200f}' | '\u{00ad}' | '\u{feff}')
}

fn digit(c: char) -> char {
    let from = match c {
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06f0}'..='\u{06f9}' => '\u{06f0}',
        '\u{0e50}'..='\u{0e59}' => '\u{0e50}',
        _ => return c,
    };
    char::from_digit(u32::from(c) - u32::from(from), 10).unwrap_or(c)
}

/// Scripts whose marks are accents, not letters.
fn drops_marks(c: char) -> bool {
    c < '\u{0530}' || matches!(c, '\u{0600}'..='\u{06ff}' | '\u{1e00}'..='\u{1fff}')
}

/// The letter without its accents, and one letter for those that people exchange.
fn plain(c: char) -> char {
    match c {
        // Told apart by every Russian keyboard; only ё is written as е.
        'й' => 'й',
        'ı' => 'i',
        'đ' | 'ð' => 'd',
        'ø' => 'o',
        'ł' => 'l',
        'ß' => 's',
        'æ' => 'a',
        'œ' => 'o',
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        'ک' => 'ك',
        _ if c < '\u{00c0}' => c,
        'а'..='я' | '\u{0621}'..='\u{064a}' => c,
        _ if drops_marks(c) => std::iter::once(c).nfd().next().unwrap_or(c),
        _ => simplified(c),
    }
}

fn class(c: char) -> Class {
    match c {
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => match c {
            '\u{30fb}' | '\u{30a0}' => Class::Other,
            _ => Class::Ideograph,
        },
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => {
            Class::Ideograph
        }
        '\u{20000}'..='\u{3ffff}' => Class::Ideograph,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => {
            Class::Hangul
        }
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Class::Thai,
        _ if c.is_alphanumeric() => Class::Word,
        _ => Class::Other,
    }
}

/// Whether a letter is hiragana, of which Japanese makes its endings and particles.
pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_of(text: &str) -> String {
        letters(text).iter().map(|letter| letter.plain).collect()
    }

    #[test]
    fn width_case_and_accents_are_folded() {
        for (one, other) in [
            ("ＢＴＣ充值", "btc充值"),
            ("ﾃﾞﾎﾟｼﾞｯﾄ", "デポジット"),
            ("contraseña", "CONTRASENA"),
            ("İŞLEM ıspat", "islem ispat"),
            ("rút tiền", "rut tien"),
            ("re\u{0301}t", "rét"),
            ("счёт", "счет"),
            ("إيداع", "ايداع"),
            ("مُحَوَّل", "محول"),
            ("العملة", "العمله"),
            ("٢٤", "24"),
            ("đồng", "dong"),
        ] {
            assert_eq!(plain_of(one), plain_of(other), "{one} {other}");
        }
        assert_ne!(plain_of("мой"), plain_of("мои"));
    }

    #[test]
    fn letters_know_where_they_stand() {
        let text = "aİ﷼x";
        for letter in letters(text) {
            assert!(text.get(letter.start..letter.end).is_some());
        }
        let all = letters("éa");
        assert_eq!(all.last().map(|letter| (letter.start, letter.end)), Some((2, 3)));
    }
}
