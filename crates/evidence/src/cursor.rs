//! Reads a text character by character, with full-width forms and other digits made ordinary.

use crate::lexer::fold;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Tells whether this stands directly before.
    pub fn is_behind(&self, text: &str) -> bool {
        self.text.get(..self.at).is_some_and(|before| before.ends_with(text))
    }

    pub fn peek(&self) -> Option<char> {
        let c = self.rest().chars().next()?;
        Some(fold(c).map_or(c, char::from))
    }

    /// Gives the character as it stands there and goes behind it.
    pub fn bump(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    pub fn eat(&mut self, wanted: char) -> bool {
        let fits = self.peek() == Some(wanted);
        if fits {
            self.bump();
        }
        fits
    }

    /// Eats one of these texts, the first that fits; ASCII in any case.
    pub fn eat_any<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        let rest = self.rest().as_bytes();
        let first = rest.first()?;
        let fits = |word: &&&str| {
            let begins = word.bytes().next().is_some_and(|it| it.eq_ignore_ascii_case(first));
            // Nearly every word ends at its first letter, and there are many of them at every number.
            begins
                && rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes()))
        };
        let word = words.iter().find(fits)?;
        self.at += word.len();
        Some(word)
    }

    /// Eats spaces of any width, at most so many.
    pub fn spaces(&mut self, most: usize) -> usize {
        let blank = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}');
        let mut count = 0;
        while count < most && self.peek().is_some_and(blank) {
            self.bump();
            count += 1;
        }
        count
    }

    pub fn digit(&mut self) -> Option<u8> {
        let digit =
            self.peek().and_then(|c| c.to_digit(10)).and_then(|it| u8::try_from(it).ok())?;
        self.bump();
        Some(digit)
    }

    /// Eats at least `min` and at most `max` digits, at most nine; none must follow.
    pub fn number(&mut self, min: usize, max: usize) -> Option<u32> {
        let start = *self;
        let (mut value, mut count) = (0, 0);
        while count < max
            && let Some(digit) = self.digit()
        {
            value = value * 10 + u32::from(digit);
            count += 1;
        }
        let fits = count >= min && self.peek().is_none_or(|c| !c.is_ascii_digit());
        if !fits {
            *self = start;
        }
        fits.then_some(value)
    }

    /// No letter or digit of the Latin alphabet follows, with marks or without: "Kas" is no word in "Kasım".
    pub fn at_word_end(&self) -> bool {
        let is_marked = |c| matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
        self.peek().is_none_or(|c| !c.is_ascii_alphanumeric() && !is_marked(c))
    }
}
