//! Words of a filter: what stands between spaces that are not inside quotation marks.

use super::{Fault, Span};
use crate::code::Code;

/// A piece of the text with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub start: usize,
}

impl<'a> Piece<'a> {
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() }
    }

    /// The piece from byte `at` on, and what is before it.
    pub fn split(self, at: usize) -> (Self, Self) {
        let (before, after) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let start = self.start + before.len();
        (Self { text: before, start: self.start }, Self { text: after, start })
    }

    /// The piece without `prefix`, if it begins with it.
    pub fn strip(self, prefix: &str) -> Option<Self> {
        let text = self.text.strip_prefix(prefix)?;
        Some(Self { text, start: self.start + prefix.len() })
    }

    pub fn trim(self) -> Self {
        let text = self.text.trim_start();
        let start = self.start + self.text.len() - text.len();
        Self { text: text.trim_end(), start }
    }

    /// Cut at each of these characters that stands in no quotation marks. Cutting nothing gives the whole.
    pub fn cut(self, at: impl Fn(char) -> bool) -> Vec<Self> {
        let (mut pieces, mut rest, mut quoted) = (Vec::new(), self, false);
        let mut from = 0;
        while let Some((offset, c)) =
            rest.text.get(from..).and_then(|text| text.char_indices().next())
        {
            let here = from + offset;
            quoted ^= is_quote(c);
            if !quoted && at(c) {
                let (before, after) = rest.split(here);
                pieces.push(before);
                rest = after.split(c.len_utf8()).1;
                from = 0;
            } else {
                from = here + c.len_utf8();
            }
        }
        pieces.push(rest);
        pieces
    }

    /// The value inside of quotation marks, or the piece as it is.
    pub fn unquoted(self) -> Self {
        let inner = self.text.strip_prefix(is_quote).and_then(|text| text.strip_suffix(is_quote));
        match inner {
            Some(inner) => {
                let mark = self.text.chars().next().map_or(0, char::len_utf8);
                Self { text: inner, start: self.start + mark }.trim()
            }
            None => self,
        }
    }
}

/// Some keyboards make curly ones of what was typed.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The words of a filter.
///
/// # Errors
/// `filter-unfinished` where a quotation mark opens and none closes.
pub(super) fn words(text: &str) -> Result<Vec<Piece<'_>>, Fault> {
    let marks = text.char_indices().filter(|(_, c)| is_quote(*c)).map(|(at, _)| at);
    let marks: Vec<usize> = marks.collect();
    if let (1, Some(last)) = (marks.len() % 2, marks.last()) {
        let (_, open) = Piece { text, start: 0 }.split(*last);
        let word = open.text.to_owned();
        return Err(Fault::new(open.span(), Code::FilterUnfinished, vec![("word", word)]));
    }
    let pieces = Piece { text, start: 0 }.cut(char::is_whitespace).into_iter();
    Ok(pieces.filter(|piece| !piece.text.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn read(text: &str) -> Vec<(&str, usize)> {
        words(text).unwrap().into_iter().map(|piece| (piece.text, piece.start)).collect()
    }

    #[test]
    fn words_stand_between_spaces_outside_of_quotes() {
        assert_eq!(read("  is:open  tag:a "), [("is:open", 2), ("tag:a", 11)]);
        assert_eq!(read("team:\"first line\" x"), [("team:\"first line\"", 0), ("x", 18)]);
        assert_eq!(read("team:“first line”"), [("team:“first line”", 0)]);
        assert_eq!(read("\u{3000}标签:退款\u{3000}x"), [("标签:退款", 3), ("x", 19)]);
        assert_eq!(read(""), []);
    }

    #[test]
    fn a_quote_that_does_not_close_is_told_at_its_place() {
        let fault = words("is:open team:\"first").unwrap_err();
        assert_eq!((fault.span.start, fault.span.end), (13, 19));
    }

    #[test]
    fn values_are_cut_at_commas_outside_of_quotes() {
        let piece = Piece { text: "a,\"b, c\",d", start: 4 };
        let values: Vec<_> = piece.cut(|c| c == ',').into_iter().map(Piece::unquoted).collect();
        let told: Vec<_> = values.iter().map(|value| (value.text, value.start)).collect();
        assert_eq!(told, [("a", 4), ("b, c", 7), ("d", 13)]);
    }
}
