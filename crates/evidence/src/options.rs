//! What an exchange sets up: the forms of its own numbers, and its tickers.

use std::fmt;

use crate::amount::tickers;

/// What to look for. Make one and use it for every scan.
///
/// ```
/// use proofdesk_evidence::{Options, Pattern, scan};
///
/// let mut options = Options::default().with_tickers(["XYZ"]);
/// options.uid = Pattern::parse("U[0-9]{8}")?;
/// let items = scan("I am U20261102", &options);
/// assert_eq!(items[0].value, "U20261102");
/// # Ok::<(), proofdesk_evidence::PatternError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The form of a customer's number. By default sixteen letters and digits.
    pub uid: Pattern,
    /// Forms of order numbers that are recognised without a word for them beside.
    pub orders: Vec<Pattern>,
    pub(crate) tickers: Vec<String>,
    heads: Heads,
}

/// The first two letters of every ticker, one bit each: nearly every word is told from all of them by one look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heads([u64; 36]);

impl Heads {
    pub const NONE: Heads = Heads([0; 36]);

    #[must_use]
    pub const fn with(self, ticker: &str) -> Self {
        let mut heads = self;
        if let [first, second, ..] = ticker.as_bytes()
            && let (Some(row), Some(bit)) = (alphanumeric(*first), alphanumeric(*second))
            && let Some((_, rows)) = heads.0.split_at_mut_checked(row)
            && let Some(row) = rows.first_mut()
        {
            *row |= 1 << bit;
        }
        heads
    }

    fn has(&self, first: u8, second: u8) -> bool {
        let (Some(row), Some(bit)) = (alphanumeric(first), alphanumeric(second)) else {
            return false;
        };
        self.0.get(row).is_some_and(|row| row >> bit & 1 == 1)
    }
}

const fn alphanumeric(byte: u8) -> Option<usize> {
    // Widening a byte; `usize::from` cannot be called in a constant.
    match byte {
        b'0'..=b'9' => Some((byte - b'0') as usize),
        b'a'..=b'z' => Some((byte - b'a') as usize + 10),
        b'A'..=b'Z' => Some((byte - b'A') as usize + 10),
        _ => None,
    }
}

impl Default for Options {
    fn default() -> Self {
        let uid = Pattern { parts: vec![Part { set: Set::ALNUM, min: 16, max: 16 }] };
        Self { uid, orders: Vec::new(), tickers: Vec::new(), heads: tickers::HEADS }
    }
}

impl Options {
    /// Adds tickers to the known ones: what is listed at this exchange only. Two to ten letters and digits; others are
    /// left out.
    #[must_use]
    pub fn with_tickers<'a>(mut self, more: impl IntoIterator<Item = &'a str>) -> Self {
        let fit = |ticker: &&str| tickers::has_form(ticker);
        self.tickers.extend(more.into_iter().filter(fit).map(str::to_ascii_uppercase));
        self.tickers.sort_unstable();
        self.tickers.dedup();
        self.heads = self.tickers.iter().fold(tickers::HEADS, |heads, ticker| heads.with(ticker));
        self
    }

    /// Tells whether a word can be a ticker, or the U that stands for one.
    pub(crate) fn may_be_ticker(&self, word: Option<&[u8]>) -> bool {
        match word {
            Some([only]) => only.eq_ignore_ascii_case(&b'u'),
            Some([first, second, ..]) => self.heads.has(*first, *second),
            _ => false,
        }
    }
}

/// A form of numbers: characters and sets of them, as in a regular expression, without choices.
///
/// `[A-Za-z0-9]{16}`, `U[0-9]{8,12}`, `OD-[0-9]{6}`. ASCII letters, digits, `-` and `_`; `{n}` or `{n,m}` behind a set;
/// only one part of it may vary in length, so that matching never tries twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    set: Set,
    min: usize,
    max: usize,
}

/// Characters of ASCII, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Set(u128);

impl Set {
    const ALNUM: Set = Set::range(b'0', b'9').or(Set::range(b'A', b'Z')).or(Set::range(b'a', b'z'));

    const fn range(first: u8, last: u8) -> Set {
        let (mut bits, mut at) = (0, first);
        while at <= last && at < 128 {
            bits |= 1 << at;
            at += 1;
        }
        Set(bits)
    }

    const fn or(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }

    const fn has(self, byte: u8) -> bool {
        byte < 128 && self.0 >> byte & 1 == 1
    }
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatternError {
    /// Nothing, or something that could be empty.
    Empty,
    /// A character that has no meaning here.
    Character(char),
    /// `[` without `]`, `{` without `}`, or what is between them cannot be read.
    Bracket,
    /// More than one part varies in length.
    TwoVary,
    /// Longer than 64 characters.
    TooLong,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the pattern fits nothing, or the empty text"),
            Self::Character(c) => write!(f, "`{c}` has no meaning in a pattern"),
            Self::Bracket => {
                f.write_str("a bracket is not closed, or what is inside cannot be read")
            }
            Self::TwoVary => f.write_str("only one part of a pattern may vary in length"),
            Self::TooLong => f.write_str("the pattern fits more than 64 characters"),
        }
    }
}

impl std::error::Error for PatternError {}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`PatternError`] says what cannot be read.
    pub fn parse(source: &str) -> Result<Self, PatternError> {
        let mut parts = Vec::new();
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let set;
            (set, rest) = read_set(c, rest)?;
            let (min, max, after) = read_count(rest)?;
            parts.push(Part { set, min, max });
            rest = after;
        }
        let pattern = Self { parts };
        if pattern.shortest() == 0 {
            return Err(PatternError::Empty);
        }
        if pattern.parts.iter().filter(|part| part.min != part.max).count() > 1 {
            return Err(PatternError::TwoVary);
        }
        if pattern.longest() > 64 { Err(PatternError::TooLong) } else { Ok(pattern) }
    }

    /// Tells whether the whole text has this form.
    pub fn matches(&self, text: &str) -> bool {
        let Some(spare) = text.len().checked_sub(self.shortest()) else { return false };
        let mut bytes = text.as_bytes();
        for part in &self.parts {
            let length = if part.min == part.max { part.min } else { part.min + spare };
            let Some((own, rest)) = bytes.split_at_checked(length) else { return false };
            if length > part.max || !own.iter().all(|byte| part.set.has(*byte)) {
                return false;
            }
            bytes = rest;
        }
        bytes.is_empty()
    }

    /// Characters that it fits at least.
    pub fn shortest(&self) -> usize {
        self.parts.iter().map(|part| part.min).sum()
    }

    /// Characters that it fits at most.
    pub fn longest(&self) -> usize {
        self.parts.iter().map(|part| part.max).sum()
    }

    /// Tells whether every character of the text could stand somewhere in it.
    pub(crate) fn has_alphabet_of(&self, text: &str) -> bool {
        let all = self.parts.iter().fold(Set(0), |all, part| all.or(part.set));
        text.bytes().all(|byte| all.has(byte))
    }

    /// Tells whether it begins with characters that are no set: such a form is recognised without a word beside it.
    pub(crate) fn is_marked(&self) -> bool {
        self.parts.first().is_some_and(|part| part.set.0.count_ones() == 1)
    }
}

fn read_set(c: char, source: &str) -> Result<(Set, &str), PatternError> {
    if c == '[' {
        let (inside, rest) =
            source.get(1..).and_then(|it| it.split_once(']')).ok_or(PatternError::Bracket)?;
        return Ok((read_class(inside.as_bytes())?, rest));
    }
    let rest = source.get(c.len_utf8()..).unwrap_or_default();
    match u8::try_from(c) {
        Ok(byte) if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') => {
            Ok((Set::range(byte, byte), rest))
        }
        _ => Err(PatternError::Character(c)),
    }
}

fn read_class(mut inside: &[u8]) -> Result<Set, PatternError> {
    let mut set = Set(0);
    loop {
        let (range, rest) = match inside {
            [] if set == Set(0) => return Err(PatternError::Bracket),
            [] => return Ok(set),
            [first, b'-', last, rest @ ..] if first <= last => ((*first, *last), rest),
            [one, rest @ ..] => ((*one, *one), rest),
        };
        let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if !known(range.0) || !known(range.1) {
            return Err(PatternError::Bracket);
        }
        set = set.or(Set::range(range.0, range.1));
        inside = rest;
    }
}

fn read_count(source: &str) -> Result<(usize, usize, &str), PatternError> {
    let Some(inside) = source.strip_prefix('{') else { return Ok((1, 1, source)) };
    let (count, rest) = inside.split_once('}').ok_or(PatternError::Bracket)?;
    let (min, max) = count.split_once(',').unwrap_or((count, count));
    match (min.parse::<u8>(), max.parse::<u8>()) {
        (Ok(min), Ok(max)) if min <= max => Ok((min.into(), max.into(), rest)),
        _ => Err(PatternError::Bracket),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn reads_and_matches() {
        let cases = [
            ("[0-9A-Za-z]{16}", "AB12cd34EF56gh78", "AB12cd34EF56gh7"),
            ("U[0-9]{8,12}", "U1234567890", "U1234567"),
            ("U[0-9]{8,12}", "U12345678", "V12345678"),
            ("OD-[0-9]{2}[A-Z]{1,3}x", "OD-12ABx", "OD-12ABCDx"),
            ("a", "a", "aa"),
        ];
        for (source, yes, no) in cases {
            let pattern = Pattern::parse(source).unwrap();
            assert!(pattern.matches(yes), "{source} {yes}");
            assert!(!pattern.matches(no) && !pattern.matches(""), "{source} {no}");
        }
    }

    #[test]
    fn refuses_what_it_cannot_use() {
        let cases = [
            ("", PatternError::Empty),
            ("[0-9]{0,9}", PatternError::Empty),
            ("a.b", PatternError::Character('.')),
            ("[0-9", PatternError::Bracket),
            ("[]", PatternError::Bracket),
            ("[é]", PatternError::Bracket),
            ("a{3", PatternError::Bracket),
            ("a{5,3}", PatternError::Bracket),
            ("a{1,2}b{1,2}", PatternError::TwoVary),
            ("a{65}", PatternError::TooLong),
        ];
        for (source, error) in cases {
            assert_eq!(Pattern::parse(source), Err(error), "{source}");
        }
    }
}
