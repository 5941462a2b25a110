//! Text as a row of letters and digits, with the gaps between them remembered.
//!
//! Whoever wants to slip a word past a filter puts something between its letters. Without spaces and signs there is nothing
//! to put there; what a gap could mean (the end of a word, a clause, a sentence) is written down beside each letter.

use super::letters::{Letter, fold, is_east_asian, is_ignored, unmask};
use super::work;

/// A sentence of so many letters ends with its clause, and one of so many wherever it is.
const SOFT: usize = 160;
const HARD: usize = 260;

/// Where a letter of the squeezed text comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// First byte of its character in the source, and first byte after that.
    pub source: usize,
    pub source_end: usize,
    /// The letter's number.
    pub letter: usize,
    /// Gaps before this letter, counted from the start of the text.
    pub gaps: usize,
    pub clause: usize,
    pub sentence: usize,
}

/// The squeezed text; `places` has one entry per byte of `text`.
#[derive(Debug, Default)]
pub(super) struct Squeezed {
    pub text: String,
    places: Vec<Place>,
    /// For every clause, the byte of `text` where it begins.
    clauses: Vec<usize>,
    /// The sentences that a question mark ends, in order.
    questions: Vec<usize>,
    at: Place,
}

/// What stands between two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    None,
    Gap,
    Clause,
    Sentence,
}

impl Squeezed {
    pub fn new(source: &str) -> Squeezed {
        let mut squeezed = Squeezed {
            text: String::with_capacity(source.len()),
            places: Vec::with_capacity(source.len()),
            clauses: vec![0],
            ..Squeezed::default()
        };
        let mut word = Vec::new();
        // What nobody sees is left out before signs are read with what stands behind them: ".\u{200B} " ends a sentence.
        let mut rest = source.char_indices().filter(|(_, c)| !is_ignored(*c)).peekable();
        let mut skip_to = 0;
        while let Some((at, c)) = rest.next() {
            work::steps(1);
            if at < skip_to {
                continue;
            }
            if let Some(length) = address_length(source, at, &word) {
                skip_to = at + length;
            } else if is_east_asian(c) {
                squeezed.push_word(&mut word);
                squeezed.separate(Break::Gap);
                fold(c, |letter| squeezed.push(letter, (at, at + c.len_utf8())));
                squeezed.separate(Break::Gap);
                continue;
            } else if c.is_alphanumeric() || (matches!(c, '@' | '$') && !word.is_empty()) {
                fold(c, |letter| word.push((letter, (at, at + c.len_utf8()))));
                continue;
            }
            let next = rest.peek().map(|(_, next)| *next);
            // "S.M.S. code": a single letter does not end a sentence.
            let kind = if c == '.' && word.len() == 1 { Break::Gap } else { break_of(c, next) };
            squeezed.push_word(&mut word);
            squeezed.note(c, kind);
            squeezed.separate(kind);
        }
        squeezed.push_word(&mut word);
        squeezed
    }

    /// Writes the letters of a word that has ended.
    fn push_word(&mut self, word: &mut Vec<Letter>) {
        unmask(word);
        for (letter, at) in word.drain(..) {
            self.push(letter, at);
        }
    }

    fn push(&mut self, letter: char, source: (usize, usize)) {
        self.text.push(letter);
        (self.at.source, self.at.source_end) = source;
        self.places.resize(self.text.len(), self.at);
        self.at.letter += 1;
    }

    /// Remembers a sign that says more than where it stands.
    fn note(&mut self, c: char, kind: Break) {
        if kind == Break::Sentence && matches!(c, '?' | '？' | '؟') {
            self.questions.push(self.at.sentence);
        }
    }

    pub fn is_question(&self, sentence: usize) -> bool {
        self.questions.binary_search(&sentence).is_ok()
    }

    fn separate(&mut self, kind: Break) {
        self.at.gaps += usize::from(kind > Break::None);
        if kind >= Break::Clause {
            self.at.clause += 1;
            self.clauses.push(self.text.len());
        }
        self.at.sentence += usize::from(kind == Break::Sentence);
    }

    /// Gives the place of the letter at a byte of the squeezed text.
    pub fn place(&self, byte: usize) -> Place {
        self.places.get(byte).copied().unwrap_or(self.at)
    }

    /// Gives the first byte in the source of what begins at a byte of the squeezed text.
    pub fn source_start(&self, byte: usize) -> usize {
        self.place(byte).source
    }

    /// Gives the first byte in the source after what ends at a byte of the squeezed text.
    pub fn source_end(&self, byte: usize) -> usize {
        byte.checked_sub(1).map_or(0, |last| self.place(last).source_end)
    }

    /// Gives the first byte of a clause, and the first after it.
    pub fn clause(&self, number: usize) -> (usize, usize) {
        let at = |number: usize| self.clauses.get(number).copied().unwrap_or(self.text.len());
        (at(number), at(number + 1))
    }

    /// Cuts the text into sentences, and long ones into pieces, in bytes of the squeezed text.
    pub fn pieces(&self) -> Vec<(usize, usize)> {
        let mut pieces = Vec::new();
        let mut from = 0;
        let mut begun = self.place(0);
        let mut clause = 0;
        for (byte, _) in self.text.char_indices() {
            work::steps(1);
            let place = self.place(byte);
            let long = place.letter - begun.letter;
            let clause_ends = place.clause > std::mem::replace(&mut clause, place.clause);
            if place.sentence > begun.sentence || long >= SOFT && clause_ends || long >= HARD {
                pieces.push((from, byte));
                (from, begun) = (byte, place);
            }
        }
        if from < self.text.len() {
            pieces.push((from, self.text.len()));
        }
        pieces
    }

    /// Tells whether a word begins at a byte of the squeezed text, or one ends before it.
    pub fn is_edge(&self, byte: usize) -> bool {
        let Some(before) = byte.checked_sub(1) else { return true };
        let (before, here) = (self.place(before), self.place(byte));
        byte >= self.text.len() || before.gaps < here.gaps
    }
}

/// Gives the length of a web address that begins here: its words name pages and ask for nothing.
fn address_length(source: &str, at: usize, word: &[Letter]) -> Option<usize> {
    let rest = source.get(at..)?;
    let begins = word.is_empty()
        && (rest.starts_with("http://")
            || rest.starts_with("https://")
            || rest.starts_with("www."));
    begins.then(|| {
        rest.find(|c: char| c.is_whitespace() || ")>]\"".contains(c) || is_east_asian(c))
            .unwrap_or(rest.len())
    })
}

/// Tells what a sign between letters ends, from the character behind it.
fn break_of(c: char, next: Option<char>) -> Break {
    let spaced = next.is_none_or(char::is_whitespace);
    match c {
        '\n' if next == Some('\n') => Break::Sentence,
        '.' if spaced => Break::Sentence,
        '!' | '?' | ';' if spaced => Break::Sentence,
        '。' | '！' | '？' | '；' | '؟' | '؛' | '\u{2029}' => Break::Sentence,
        ',' | ':' if spaced => Break::Clause,
        '，' | '：' | '、' | '،' | '(' | ')' | '（' | '）' | '—' | '–' => Break::Clause,
        _ => Break::Gap,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squeezed(text: &str) -> String {
        Squeezed::new(text).text
    }

    #[test]
    fn hidden_words_come_out_the_same() {
        for text in [
            "p a s s w o r d",
            "pass-word",
            "PASS\u{200B}word",
            "ｐａｓｓｗｏｒｄ",
            "p.a.s.s.w.o.r.d",
            "pаsswоrd",
        ] {
            assert_eq!(squeezed(text), "password", "{text}");
        }
        assert_eq!(squeezed("密 码"), "密码");
    }

    #[test]
    fn edges_are_where_words_were() {
        let squeezed = Squeezed::new("my pass-word");
        let edges: Vec<_> = (0..=10).filter(|at| squeezed.is_edge(*at)).collect();
        assert_eq!(edges, [0, 2, 6, 10]);
    }

    #[test]
    fn sentences_and_clauses() {
        let text = Squeezed::new("Hi, s.e.e.d\nagain. New\n\nlast");
        let numbers: Vec<_> = ["hi", "seed", "again", "new", "last"]
            .map(|word| {
                text.text
                    .find(word)
                    .map(|at| text.place(at))
                    .map(|p| (p.clause, p.sentence))
                    .unwrap_or_default()
            })
            .into();
        assert_eq!(numbers, [(0, 0), (1, 0), (1, 0), (2, 1), (3, 2)]);
    }

    #[test]
    fn what_nobody_sees_changes_no_sentence() {
        let place = |text: &str| {
            let text = Squeezed::new(text);
            text.text.find("last").map(|at| (text.place(at).clause, text.place(at).sentence))
        };
        for sign in [".", "!", ",", ":", "\n\n", "S.M.S."] {
            let [plain, hidden] = ["", "\u{200B}"]
                .map(|hidden| place(&format!("first{hidden}{sign}{hidden} {hidden}last")));
            assert_eq!(plain, hidden, "{sign}");
        }
    }

    #[test]
    fn web_addresses_are_left_out() {
        assert_eq!(squeezed("[here](https://a.example/reset-password) now"), "herenow");
    }
}
