//! Cuts a text into words of letters and digits, in one pass and without keeping them.

/// Classes of the characters of a token; one bit each.
pub(crate) const DIGIT: u8 = 1;
pub(crate) const LOWER: u8 = 2;
pub(crate) const UPPER: u8 = 4;
/// Full-width or of another script's digits.
pub(crate) const WIDE: u8 = 8;
/// Characters that nobody sees stand inside.
pub(crate) const HIDDEN: u8 = 16;

/// The longest value of any kind, in characters: a unified address of Zcash with all its receivers has 213.
pub(crate) const LONGEST: usize = 256;

/// A run of letters and digits of the Latin alphabet, with what only looks different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    /// Letters and digits, without the invisible.
    pub len: usize,
    /// The classes that occur in it.
    pub class: u8,
}

impl Token {
    pub fn has(self, class: u8) -> bool {
        self.class & class != 0
    }

    /// Written in ordinary characters only, so that the text can be used as it is.
    pub fn is_plain(self) -> bool {
        !self.has(WIDE | HIDDEN)
    }
}

#[derive(Clone)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// Goes on behind what a rule has taken. Never goes back.
    pub fn skip_to(&mut self, at: usize) {
        self.at = self.at.max(at);
    }

    pub fn next(&mut self) -> Option<Token> {
        self.skip_others();
        let (start, mut end, mut len, mut class, mut hidden) = (self.at, self.at, 0, 0, 0);
        while let Some((c, width)) = self.peek() {
            match class_of(c) {
                0 if end > start && is_invisible(c) => hidden = HIDDEN,
                0 => break,
                own => {
                    class |= own | hidden;
                    hidden = 0;
                    len += 1;
                    end = self.at + width;
                }
            }
            self.at += width;
        }
        (end > start).then_some(Token { start, end, len, class })
    }

    fn skip_others(&mut self) {
        while let Some((c, width)) = self.peek() {
            if class_of(c) != 0 {
                return;
            }
            self.at += width;
        }
    }

    fn peek(&self) -> Option<(char, usize)> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte.is_ascii() {
            return Some((char::from(byte), 1));
        }
        let c = self.text.get(self.at..)?.chars().next()?;
        Some((c, c.len_utf8()))
    }
}

fn class_of(c: char) -> u8 {
    match c {
        '0'..='9' => DIGIT,
        'a'..='z' => LOWER,
        'A'..='Z' => UPPER,
        _ if c.is_ascii() => 0,
        '\u{FF10}'..='\u{FF19}' => DIGIT | WIDE,
        '\u{FF21}'..='\u{FF3A}' => UPPER | WIDE,
        '\u{FF41}'..='\u{FF5A}' => LOWER | WIDE,
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{966}'..='\u{96F}' => DIGIT | WIDE,
        _ => 0,
    }
}

/// Joiners, direction marks and variation selectors: what chat programs add and nobody sees.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Makes a full-width character, or a digit of another script, the ASCII character that it means.
pub(crate) fn fold(c: char) -> Option<u8> {
    let code = u32::from(c);
    let digit = |zero: u32| u8::try_from(code - zero).ok().map(|it| b'0' + it);
    match c {
        _ if c.is_ascii() => u8::try_from(c).ok(),
        '\u{FF01}'..='\u{FF5E}' => u8::try_from(code - 0xFEE0).ok(),
        '\u{3000}' => Some(b' '),
        '\u{660}'..='\u{669}' => digit(0x660),
        '\u{6F0}'..='\u{6F9}' => digit(0x6F0),
        '\u{966}'..='\u{96F}' => digit(0x966),
        _ => None,
    }
}

/// A short text of ASCII, put together on the stack.
#[derive(Clone)]
pub(crate) struct Buffer {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Buffer {
    pub fn new() -> Self {
        Self { bytes: [0; LONGEST], len: 0 }
    }

    /// Adds one character; tells whether there was room and it is ASCII.
    pub fn push(&mut self, byte: u8) -> bool {
        match self.bytes.get_mut(self.len) {
            Some(slot) if byte.is_ascii() => {
                *slot = byte;
                self.len += 1;
                true
            }
            _ => false,
        }
    }

    /// Adds what can be folded and leaves the invisible out; tells whether everything fitted.
    pub fn push_folded(&mut self, text: &str) -> bool {
        let visible = text.chars().filter(|c| !is_invisible(*c));
        visible.map(fold).all(|byte| byte.is_some_and(|byte| self.push(byte)))
    }

    pub fn set(&mut self, at: usize, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(at).filter(|_| byte.is_ascii()) {
            *slot = byte;
        }
    }

    pub fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|it| str::from_utf8(it).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let mut lexer = Lexer::new(text, 0);
        std::iter::from_fn(|| lexer.next())
            .map(|token| text.get(token.start..token.end).unwrap_or_default())
            .collect()
    }

    #[test]
    fn cuts_at_everything_that_is_no_letter_or_digit() {
        assert_eq!(tokens("a1_b c-d, 我e是f"), ["a1", "b", "c", "d", "e", "f"]);
        assert_eq!(tokens("１００ usdt ٥٠٠"), ["１００", "usdt", "٥٠٠"]);
        assert_eq!(tokens("\u{200B}a\u{200B}b\u{200B} c\u{FEFF}"), ["a\u{200B}b", "c"]);
        assert_eq!(tokens(""), [""; 0]);
        assert_eq!(tokens("привет"), [""; 0]);
    }

    #[test]
    fn tells_what_is_in_a_token() {
        let token = |text: &str| Lexer::new(text, 0).next();
        let plain = Token { start: 0, end: 3, len: 3, class: DIGIT | LOWER | UPPER };
        assert_eq!(token("0xA"), Some(plain));
        assert!(plain.is_plain());
        assert_eq!(token("a\u{200B}b").map(|it| (it.len, it.class)), Some((2, LOWER | HIDDEN)));
        assert_eq!(token("ａ１").map(|it| it.class), Some(LOWER | DIGIT | WIDE));
    }

    #[test]
    fn folds_what_only_looks_different() {
        let mut buffer = Buffer::new();
        assert!(buffer.push_folded("０ｘＡb\u{200B}٣"));
        assert_eq!(buffer.as_str(), "0xAb3");
        assert!(!buffer.push_folded("я"));
        assert!(!buffer.push_folded(&"a".repeat(LONGEST)));
        assert_eq!(buffer.len(), LONGEST);
    }
}
