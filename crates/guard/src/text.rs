//! Cuts a text into the pieces that the rules look at, once for all of them.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use crate::labels::{self, Label, Labels, Secret};
use crate::mask;
use crate::script::{self, Script};
use crate::survey::Survey;

/// A run of letters and digits of one script.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    /// What stands between this token and the one before it.
    pub gap: Gap,
    pub script: Script,
}

/// What separates two tokens, the strongest separator deciding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing: the script changes.
    Touch,
    /// White space, line breaks and invisible characters only.
    Space,
    /// Also what people write between the items of a list: punctuation, quotes, bullets.
    List,
    /// Letters of another script, symbols, a mask; or there is no token before.
    Break,
}

/// A text with what a first reading found in it, and what is worked out only when a rule asks for it.
pub(crate) struct Text<'a> {
    pub source: &'a str,
    /// In order; no token and no label lies inside of one.
    pub masks: Vec<Range<usize>>,
    pub survey: Survey,
    labels: Labels,
    tokens: OnceCell<Vec<Token>>,
    secrets: OnceCell<Vec<Secret>>,
    /// Where the last word that was measured as a value begins, and where it ends or is known to go on to.
    pub word: Cell<(usize, usize)>,
}

impl<'a> Text<'a> {
    pub fn new(source: &'a str) -> Self {
        let mut survey = Survey::default();
        let masks = lex(source, |token| survey.see(source, token));
        let labels = labels::find(source, &masks);
        let (tokens, secrets) = (OnceCell::new(), OnceCell::new());
        Text { source, masks, survey, labels, tokens, secrets, word: Cell::default() }
    }

    pub fn get(&self, start: usize, end: usize) -> &'a str {
        self.source.get(start..end).unwrap_or_default()
    }

    pub fn before(&self, at: usize) -> &'a str {
        self.source.get(..at).unwrap_or_default()
    }

    pub fn after(&self, at: usize) -> &'a str {
        self.source.get(at..).unwrap_or_default()
    }

    /// Gives the long tokens of ASCII characters with their text: what every key format is written in.
    pub fn keys(&self) -> impl Iterator<Item = (&Range<usize>, &'a str)> {
        self.survey.keys.iter().map(|key| (key, self.get(key.start, key.end)))
    }

    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            let mut tokens = Vec::with_capacity(self.source.len() / 5);
            lex(self.source, |token| tokens.push(token));
            tokens
        })
    }

    pub fn secrets(&self) -> &[Secret] {
        self.secrets.get_or_init(|| labels::secrets(self))
    }

    pub fn labels(&self) -> &[Label] {
        &self.labels
    }
}

/// Hands the tokens of a text to `sink` in order, and gives the masks that stand in it.
fn lex(source: &str, sink: impl FnMut(Token)) -> Vec<Range<usize>> {
    let mut lexer =
        Lexer { source, sink, masks: Vec::new(), open: None, gap: Gap::Break, masked_until: 0 };
    for (at, c) in source.char_indices() {
        lexer.step(at, c);
    }
    lexer.close(source.len());
    lexer.masks
}

struct Lexer<'a, S> {
    source: &'a str,
    sink: S,
    masks: Vec<Range<usize>>,
    open: Option<(usize, Script)>,
    gap: Gap,
    /// Inside of a mask: where it ends.
    masked_until: usize,
}

impl<S: FnMut(Token)> Lexer<'_, S> {
    fn step(&mut self, at: usize, c: char) {
        if at < self.masked_until {
            return;
        }
        let script = script::of(c);
        match (self.open, script) {
            (Some((_, open)), Some(script)) if open == script => {}
            (Some(_), None) if script::is_mark(c) => {}
            (_, Some(script)) => {
                self.close(at);
                self.open = Some((at, script));
            }
            (_, None) => self.separate(at, c),
        }
    }

    fn separate(&mut self, at: usize, c: char) {
        self.close(at);
        if c == mask::OPEN
            && let Some(length) = self.source.get(at..).and_then(mask::length_at_start)
        {
            self.masked_until = at + length;
            self.masks.push(at..at + length);
        }
        self.gap = self.gap.max(separates(c));
    }

    fn close(&mut self, end: usize) {
        let Some((mut start, script)) = self.open.take() else { return };
        let mut gap = self.gap;
        if is_lone_escape(self.source, start, end) || is_tag(self.source, start, end) {
            self.gap = gap.max(Gap::List);
            return;
        }
        if is_escape(self.source, start, end) {
            start += 1;
            gap = gap.max(Gap::List);
        }
        (self.sink)(Token { start, end, gap, script });
        self.gap = Gap::Touch;
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

/// Tells whether the token is the letter of an escape before a word of another script: `皮\n憲`.
fn is_lone_escape(source: &str, start: usize, end: usize) -> bool {
    if !matches!(source.as_bytes().get(start..end), Some(b"n" | b"r" | b"t")) {
        return false;
    }
    let next = source.get(end..).and_then(|rest| rest.chars().next());
    let goes_on = next.is_some_and(|c| script::of(c).is_some_and(|script| script != Script::Latin));
    goes_on && source.get(..start).is_some_and(|before| before.ends_with('\\'))
}

/// Tells whether the token is the name of an HTML element between its brackets: it stands between words, and is none.
fn is_tag(source: &str, start: usize, end: usize) -> bool {
    // Before nearly every word stands none of these.
    let before = start.checked_sub(1).and_then(|at| source.as_bytes().get(at));
    if end - start > LONGEST_TAG || !matches!(before, Some(b'<' | b'/')) {
        return false;
    }
    let name = source.get(start..end).unwrap_or_default();
    TAGS.contains(&name)
        && source
            .get(end..)
            .is_some_and(|rest| rest.starts_with(['>', '/']) || rest.starts_with(" />"))
        && source.get(..start).is_some_and(|before| before.ends_with('<') || before.ends_with("</"))
}

const LONGEST_TAG: usize = 6;
const TAGS: [&str; 14] =
    ["li", "ol", "ul", "p", "b", "i", "br", "td", "tr", "div", "span", "code", "strong", "em"];

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

/// Joiners, direction marks, variation selectors, fillers and tags: what chat programs add, or somebody who hides something,
/// and nobody sees.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E007F}')
}

/// Punctuation outside of ASCII, key caps, and pictures.
fn is_list_mark(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20E3}' | '\u{2190}'..='\u{21FF}'
        | '\u{25A0}'..='\u{25FF}' | '\u{2700}'..='\u{27BF}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}'
        | '\u{2600}'..='\u{26FF}' | '\u{1F300}'..='\u{1FAFF}' | '\u{3014}'..='\u{301F}' | '\u{30FB}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{A1}'..='\u{A9}' | '\u{AA}' | '\u{AB}' | '\u{B0}'
        | '\u{B7}' | '\u{BA}' | '\u{BB}' | '\u{BF}' | '\u{60C}' | '\u{61B}' | '\u{61F}')
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    fn tokens(source: &str) -> Vec<(&str, Gap)> {
        let text = Text::new(source);
        text.tokens().iter().map(|token| (&source[token.start..token.end], token.gap)).collect()
    }

    #[test]
    fn cuts_words_and_grades_what_is_between_them() {
        assert_eq!(
            tokens("one\n\u{3000}two, 3.three"),
            [("one", Gap::Break), ("two", Gap::Space), ("3", Gap::List), ("three", Gap::List),]
        );
        assert_eq!(tokens("one ا two"), [("one", Gap::Break), ("two", Gap::Break)]);
        assert_eq!(tokens("one\u{200B}two"), [("one", Gap::Break), ("two", Gap::Space)]);
        assert_eq!(tokens("ａｂ１ c"), [("ａｂ１", Gap::Break), ("c", Gap::Space)]);
        assert_eq!(tokens("1️⃣ one 2️⃣ two")[3], ("two", Gap::List));
        assert_eq!(
            tokens("one 🔑 two 👩\u{200D}🚀 three")[1..],
            [("two", Gap::List), ("three", Gap::List)]
        );
    }

    #[test]
    fn a_token_has_one_script_and_keeps_its_accents() {
        assert_eq!(
            tokens("私はkey値"),
            [("私", Gap::Break), ("は", Gap::Touch), ("key", Gap::Touch), ("値", Gap::Touch)]
        );
        assert_eq!(tokens("e\u{301}te\u{301}"), [("e\u{301}te\u{301}", Gap::Break)]);
    }

    #[test]
    fn takes_the_letter_of_an_escape_off_the_word() {
        assert_eq!(
            tokens(r"one\ntwo\n"),
            [("one", Gap::Break), ("two", Gap::List), ("n", Gap::List)]
        );
    }

    #[test]
    fn passes_elements_and_escapes_between_words() {
        for text in ["<li>one</li><li>two</li>", "1º one\n2º two", "one<br/>two"] {
            let words: Vec<_> =
                tokens(text).into_iter().filter(|(word, _)| word.len() > 1).collect();
            assert_eq!(words.len(), 2, "{text} {words:?}");
            assert_eq!(words[1].1, Gap::List, "{text}");
        }
        assert_eq!(tokens(r"皮\n憲"), [("皮", Gap::Break), ("憲", Gap::List)]);
        assert_eq!(tokens("li"), [("li", Gap::Break)]);
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
