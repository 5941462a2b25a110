//! What stands in quotation marks: perhaps the words of somebody else.

use super::letters::is_ignored;
use super::work;

/// Pairs of quotation marks. The straight one closes itself.
const MARKS: [(char, char); 7] =
    [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」'), ('『', '』'), ('‘', '’')];
/// What is quoted is a sentence and not a name: "Show private key" is a button.
const SHORTEST: usize = 20;

/// A quote, in bytes of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quote {
    start: usize,
    end: usize,
}

/// Gives the quotes of a text, in order. One that is not closed in its paragraph is none.
pub(super) fn quotes(source: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open = None;
    for (at, c) in source.char_indices().filter(|(_, c)| !is_ignored(*c)) {
        work::steps(1);
        open = match open {
            Some((start, length, close)) if c == close => {
                quotes.extend((length >= SHORTEST).then_some(Quote { start, end: at }));
                None
            }
            Some(_) if c == '\n' => None,
            Some((start, length, close)) => Some((start, length + c.len_utf8(), close)),
            None => {
                let mark = MARKS.iter().find(|(begins, _)| *begins == c);
                mark.map(|(_, close)| (at + c.len_utf8(), 0, *close))
            }
        };
    }
    quotes
}

/// Tells whether a place stands in one of the quotes.
pub(super) fn is_quoted(quotes: &[Quote], at: usize) -> bool {
    let quote = quotes.get(quotes.partition_point(|quote| quote.end <= at));
    quote.is_some_and(|quote| quote.start <= at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(source: &str) -> Vec<&str> {
        quotes(source).iter().map(|quote| &source[quote.start..quote.end]).collect()
    }

    #[test]
    fn sentences_in_marks_are_quotes() {
        let words = "send me your password now";
        for text in [format!("He wrote \"{words}\"."), format!("«{words}»"), format!("“{words}”")]
        {
            assert_eq!(quoted(&text), [words], "{text}");
        }
        assert_eq!(quoted("「请把您的密码发给我们核对」"), ["请把您的密码发给我们核对"]);
    }

    #[test]
    fn names_and_open_marks_are_none() {
        assert!(quoted("Press \"Show key\".").is_empty());
        assert!(quoted("\"send me your password\nnow, please\"").is_empty());
        assert!(quoted("five \u{201C}inches of rain and then some more").is_empty());
    }

    #[test]
    fn what_nobody_sees_makes_no_quote_longer() {
        assert!(quoted(&format!("\"key{}\"", "\u{200B}".repeat(20))).is_empty());
    }

    #[test]
    fn places() {
        let source = "a \"send me your password now\" b";
        let quotes = quotes(source);
        assert!(is_quoted(&quotes, source.find("send").unwrap_or_default()));
        assert!(!is_quoted(&quotes, 0) && !is_quoted(&quotes, source.len() - 1));
    }
}
