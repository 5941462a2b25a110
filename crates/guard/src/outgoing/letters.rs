//! One spelling for letters that look or mean the same.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// A folded letter, with the first byte of its character in the source and the first after it.
pub(super) type Letter = (char, (usize, usize));

/// Tells whether a character is invisible or a mark upon another, so that a word goes on across it.
pub(super) fn is_ignored(c: char) -> bool {
    // Most letters are plain ones, and this is asked of every one several times.
    !c.is_ascii()
        && matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{FEFF}'
        // Fillers of Hangul and Braille.
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E01EF}'
        // Arabic vowel signs and the stroke that only stretches a word.
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}')
}

/// Tells whether a script writes its words without reliable spaces. The middle dot of Japanese stands between words.
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FA}' | '\u{30FC}'..='\u{318F}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Tells whether a letter is of the Arabic script.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}')
}

/// Folds compatibility forms (full-width, mathematical, ligatures), case, and letters that people write either way, and hands
/// over what is left.
pub(super) fn fold(c: char, mut sink: impl FnMut(char)) {
    // Most letters are plain ones, most others are as normalising leaves them, and it costs a hundred times what they do.
    if c.is_ascii() {
        sink(c.to_ascii_lowercase());
        return;
    }
    let lowered = |c: char| {
        for c in c.to_lowercase().map(one_spelling).filter(|c| !is_ignored(*c)) {
            sink(c);
        }
    };
    let alone = std::iter::once(c);
    match is_nfkc_quick(alone.clone()) {
        IsNormalized::Yes => alone.for_each(lowered),
        IsNormalized::No | IsNormalized::Maybe => alone.nfkc().for_each(lowered),
    }
}

fn one_spelling(c: char) -> char {
    match c {
        'ı' => 'i',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        'ک' => 'ك',
        _ => c,
    }
}

/// Writes Latin letters without their accents; `None` when that changes nothing.
pub(super) fn without_accents(word: &str) -> Option<String> {
    let plain = |c: char| {
        let base = if c == 'đ' { Some('d') } else { std::iter::once(c).nfd().next() };
        base.filter(char::is_ascii).unwrap_or(c)
    };
    let stripped: String = word.chars().map(plain).collect();
    (stripped != word).then_some(stripped)
}

/// Cyrillic and Greek letters beside the Latin ones that look like them, in lower case.
const TWINS: [(char, char); 27] = [
    ('а', 'a'),
    ('в', 'b'),
    ('с', 'c'),
    ('ԁ', 'd'),
    ('е', 'e'),
    ('һ', 'h'),
    ('і', 'i'),
    ('ј', 'j'),
    ('к', 'k'),
    ('ӏ', 'l'),
    ('м', 'm'),
    ('п', 'n'),
    ('о', 'o'),
    ('р', 'p'),
    ('ѕ', 's'),
    ('т', 't'),
    ('у', 'y'),
    ('х', 'x'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('α', 'a'),
    ('ε', 'e'),
    ('ι', 'i'),
    ('κ', 'k'),
    ('ο', 'o'),
    ('ρ', 'p'),
    ('υ', 'u'),
];

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}')
}

fn latin_twin(c: char) -> Option<char> {
    TWINS.iter().find(|(other, _)| *other == c).map(|(_, latin)| *latin)
}

fn cyrillic_twin(c: char) -> Option<char> {
    TWINS.iter().find(|(other, latin)| *latin == c && is_cyrillic(*other)).map(|(other, _)| *other)
}

/// Writes a word of mixed scripts in one, and digits that stand for letters as letters.
///
/// Nobody writes a word in two scripts but to hide it. It is read as Cyrillic where it has a Cyrillic letter that no Latin
/// one looks like, and as Latin otherwise.
pub(super) fn unmask(word: &mut [Letter]) {
    let has = |test: fn(char) -> bool| word.iter().any(|(c, _)| test(*c));
    let foreign = has(is_cyrillic) || has(is_greek);
    if foreign && has(|c| c.is_ascii_alphabetic()) {
        let cyrillic = has(|c| is_cyrillic(c) && latin_twin(c).is_none());
        let twin = if cyrillic { cyrillic_twin } else { latin_twin };
        replace(word, twin);
    }
    if is_digit_speak(word) {
        replace(word, digit_twin);
    }
}

fn replace(word: &mut [Letter], twin: fn(char) -> Option<char>) {
    for (c, _) in word {
        *c = twin(*c).unwrap_or(*c);
    }
}

fn digit_twin(c: char) -> Option<char> {
    match c {
        '4' | '@' => Some('a'),
        '3' => Some('e'),
        '1' | '!' => Some('i'),
        '0' => Some('o'),
        '5' | '$' => Some('s'),
        '7' => Some('t'),
        _ => None,
    }
}

/// Tells whether a word has digits among its letters: "p4ssword", not "12words" or "sha256".
fn is_digit_speak(word: &[Letter]) -> bool {
    let is_letter = |(c, _): &Letter| c.is_ascii_alphabetic();
    let Some(last) = word.iter().rposition(is_letter) else { return false };
    let letters = word.iter().filter(|c| is_letter(c)).count();
    let inside = word.iter().take(last).filter(|(c, _)| digit_twin(*c).is_some()).count();
    let first_two = word.iter().take(2).all(|(c, _)| c.is_ascii_digit());
    inside > 0 && letters >= 2 && letters + 1 >= inside && word.len() >= 4 && !first_two
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unmasked(word: &str) -> String {
        let mut word: Vec<_> = word.chars().map(|c| (c, (0, 0))).collect();
        unmask(&mut word);
        word.into_iter().map(|(c, _)| c).collect()
    }

    #[test]
    fn words_of_two_scripts_become_one() {
        assert_eq!(unmasked("pаsswоrd"), "password");
        assert_eq!(unmasked("pαsswοrd"), "password");
        assert_eq!(unmasked("пapoль"), "пароль");
        assert_eq!(unmasked("пароль"), "пароль");
    }

    #[test]
    fn digits_among_letters_are_letters() {
        for (typed, read) in [
            ("p4ssword", "password"),
            ("pa$$w0rd", "password"),
            ("5eed", "seed"),
            ("pr1vate", "private"),
        ] {
            assert_eq!(unmasked(typed), read);
        }
        for untouched in ["2fa", "12words", "sha256", "24", "usdt", "api2"] {
            assert_eq!(unmasked(untouched), untouched);
        }
    }

    #[test]
    fn a_letter_that_is_normal_is_not_normalised() {
        for c in
            ('\u{80}'..=char::MAX).filter(|c| is_nfkc_quick([*c].into_iter()) == IsNormalized::Yes)
        {
            assert!(std::iter::once(c).nfkc().eq([c]), "{c:?}");
        }
    }

    #[test]
    fn folding() {
        let fold = |text: &str| {
            let mut folded = String::new();
            text.chars().for_each(|c| fold(c, |c| folded.push(c)));
            folded
        };
        assert_eq!(fold("ＰＡＳＳ𝐰𝐨𝐫𝐝"), "password");
        assert_eq!(fold("ŞİFRE Ёлка"), "şifre елка");
        assert_eq!(fold("كَلِمَة"), "كلمه");
        assert_eq!(without_accents("mật khẩu").as_deref(), Some("mat khau"));
        assert_eq!(without_accents("парольй"), None);
    }
}
