//! Sorts characters by the writing that they belong to, as far as word lists and keys need it.

/// A writing whose letters form tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Latin letters with their marks and full-width forms, and the digits of every language.
    Latin,
    Cyrillic,
    /// Hiragana and katakana.
    Kana,
    /// Chinese characters, also in Japanese text.
    Han,
    Hangul,
}

impl Script {
    pub const ALL: [Script; 5] =
        [Script::Latin, Script::Cyrillic, Script::Kana, Script::Han, Script::Hangul];

    /// Gives the place of it in [`Script::ALL`].
    pub const fn number(self) -> usize {
        match self {
            Script::Latin => 0,
            Script::Cyrillic => 1,
            Script::Kana => 2,
            Script::Han => 3,
            Script::Hangul => 4,
        }
    }
}

/// Gives the script of a letter or digit; `None` for what separates tokens and for other scripts.
pub(crate) fn of(c: char) -> Option<Script> {
    match c {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => Some(Script::Latin),
        '\0'..='\u{BF}' | '×' | '÷' => None,
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Some(Script::Latin),
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            Some(Script::Latin)
        }
        // Digits of Arabic and Persian: one-time codes are typed in them.
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => Some(Script::Latin),
        '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
        '\u{3041}'..='\u{3096}' | '\u{3099}' | '\u{309A}' | '\u{309D}'..='\u{309F}' => {
            Some(Script::Kana)
        }
        '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' => Some(Script::Kana),
        '\u{3005}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' => Some(Script::Han),
        '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7A3}' => {
            Some(Script::Hangul)
        }
        _ => None,
    }
}

/// Tells whether it is a mark that sits on the letter before it (accents of decomposed text).
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Gives the value of a decimal digit: ASCII, full-width, Arabic or Persian.
pub(crate) fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_scripts_and_separators_have_none() {
        for (text, script) in [
            ("aZ09éğÄẽ１Ａ٣۳", Some(Script::Latin)),
            ("яЙё", Some(Script::Cyrillic)),
            ("あがー゙ア", Some(Script::Kana)),
            ("的々", Some(Script::Han)),
            ("힣\u{1100}", Some(Script::Hangul)),
            (" ,×・、⟦ا\u{300}", None),
        ] {
            assert!(text.chars().all(|c| of(c) == script), "{text}");
        }
    }

    #[test]
    fn digits_have_values_in_every_form() {
        let values: Vec<_> = "7７٧۷x".chars().map(digit).collect();
        assert_eq!(values, [Some(7), Some(7), Some(7), Some(7), None]);
    }
}
