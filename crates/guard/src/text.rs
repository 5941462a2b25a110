//! Cuts a text into the pieces that the rules look at, once for all of them.

use std::cell::OnceCell;
use std::ops::Range;

use crate::labels::{self, Label, Secret};
use crate::mask;

/// A run of letters and digits of the Latin alphabet, its full-width forms included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    /// What stands between this token and the one before it.
    pub gap: Gap,
}

/// What separates two tokens, the strongest separator deciding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// White space, line breaks and invisible characters only.
    Space,
    /// Also what people write between the items of a list: punctuation, quotes, bullets, numbers.
    List,
    /// Letters of another script, symbols, a mask; or there is no token before.
    Break,
}

/// A text with its tokens, the masks already in it, and what is worked out only when a rule asks for it.
pub(crate) struct Text<'a> {
    pub source: &'a str,
    pub tokens: Vec<Token>,
    /// In order; no token and no label lies inside of one.
    pub masks: Vec<Range<usize>>,
    labels: OnceCell<Vec<Label>>,
    secrets: OnceCell<Vec<Secret>>,
}

impl<'a> Text<'a> {
    pub fn new(source: &'a str) -> Self {
        let mut lexer = Lexer::default();
        for (at, c) in source.char_indices() {
            lexer.step(source, at, c);
        }
        lexer.close(source, source.len());
        Text {
            source,
            tokens: lexer.tokens,
            masks: lexer.masks,
            labels: OnceCell::new(),
            secrets: OnceCell::new(),
        }
    }

    pub fn get(&self, start: usize, end: usize) -> &'a str {
        self.source.get(start..end).unwrap_or_default()
    }

    /// Gives the tokens of ASCII characters only with their text: what every key format is written in.
    pub fn keys(&self) -> impl Iterator<Item = (Token, &'a str)> {
        let with_text = |token: &Token| (*token, self.get(token.start, token.end));
        self.tokens.iter().map(with_text).filter(|(_, text)| text.is_ascii())
    }

    pub fn secrets(&self) -> &[Secret] {
        self.secrets.get_or_init(|| labels::secrets(self))
    }

    pub fn labels(&self) -> &[Label] {
        self.labels.get_or_init(|| labels::find(self.source, &self.masks))
    }
}

#[derive(Default)]
struct Lexer {
    tokens: Vec<Token>,
    masks: Vec<Range<usize>>,
    open: Option<usize>,
    gap: Option<Gap>,
    /// Inside of a mask: where it ends.
    masked_until: usize,
}

impl Lexer {
    fn step(&mut self, source: &str, at: usize, c: char) {
        if at < self.masked_until {
            return;
        }
        if is_latin_alphanumeric(c) {
            self.open.get_or_insert(at);
            return;
        }
        self.close(source, at);
        if c == mask::OPEN
            && let Some(length) = source.get(at..).and_then(mask::length_at_start)
        {
            self.masked_until = at + length;
            self.masks.push(at..at + length);
        }
        self.gap = self.gap.map(|gap| gap.max(separates(c)));
    }

    fn close(&mut self, source: &str, end: usize) {
        let Some(mut start) = self.open.take() else { return };
        let mut gap = self.gap.unwrap_or(Gap::Break);
        if is_escape(source, start, end) {
            start += 1;
            gap = gap.max(Gap::List);
        }
        self.tokens.push(Token { start, end, gap });
        self.gap = Some(Gap::Space);
    }
}

/// Tells whether the token begins with the letter of an escape, as in the JSON text `one\ntwo`: it is no part of the word.
fn is_escape(source: &str, start: usize, end: usize) -> bool {
    let bytes = source.as_bytes();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    before == Some(&b'\\')
        && matches!(bytes.get(start), Some(b'n' | b'r' | b't'))
        && end > start + 1
}

fn is_latin_alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
}

fn separates(c: char) -> Gap {
    if c.is_ascii() {
        return if c.is_ascii_whitespace() || c == '\u{0B}' { Gap::Space } else { Gap::List };
    }
    if c.is_whitespace() || is_invisible(c) {
        Gap::Space
    } else if c.is_numeric() || is_list_mark(c) {
        Gap::List
    } else {
        Gap::Break
    }
}

/// Joiners, direction marks and variation selectors: what chat programs add and nobody sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Punctuation outside of ASCII, key caps, and the words that number things in Chinese, Japanese and Korean.
fn is_list_mark(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20E3}' | '\u{2190}'..='\u{21FF}'
        | '\u{25A0}'..='\u{25FF}' | '\u{2700}'..='\u{27BF}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}'
        | '\u{3014}'..='\u{301F}' | '\u{30FB}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{A1}'..='\u{A9}' | '\u{AB}' | '\u{B0}'
        | '\u{B7}' | '\u{BB}' | '\u{BF}' | '\u{60C}' | '\u{61B}' | '\u{61F}')
        || "第个個号號番目번째一二三四五六七八九十单單词詞".contains(c)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    fn tokens(source: &str) -> Vec<(&str, Gap)> {
        let text = Text::new(source);
        text.tokens.iter().map(|token| (&source[token.start..token.end], token.gap)).collect()
    }

    #[test]
    fn cuts_words_and_grades_what_is_between_them() {
        assert_eq!(
            tokens("one\n\u{3000}two, 3.three"),
            [("one", Gap::Break), ("two", Gap::Space), ("3", Gap::List), ("three", Gap::List),]
        );
        assert_eq!(tokens("one и two"), [("one", Gap::Break), ("two", Gap::Break)]);
        assert_eq!(tokens("one\u{200B}two"), [("one", Gap::Break), ("two", Gap::Space)]);
        assert_eq!(tokens("ａｂ１ c"), [("ａｂ１", Gap::Break), ("c", Gap::Space)]);
        assert_eq!(tokens("1️⃣ one 2️⃣ two")[3], ("two", Gap::List));
    }

    #[test]
    fn takes_the_letter_of_an_escape_off_the_word() {
        assert_eq!(
            tokens(r"one\ntwo\n"),
            [("one", Gap::Break), ("two", Gap::List), ("n", Gap::List)]
        );
    }

    #[test]
    fn sees_nothing_inside_of_a_mask() {
        let text = Text::new("seed ⟦seed-phrase⟧ word ⟦seed⟧");
        assert_eq!(text.masks.first(), Some(&(5..22)));
        assert_eq!(
            tokens(text.source),
            [("seed", Gap::Break), ("word", Gap::Break), ("seed", Gap::Break)]
        );
        assert!(tokens("").is_empty());
    }
}
