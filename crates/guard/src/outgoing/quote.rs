//! What stands in quotation marks, with a word beside it that says that others write it.

use super::Ask;
use super::cue::Cue;
use super::letters::is_ignored;
use super::search::Found;
use super::squeeze::Squeezed;
use super::work;

/// Pairs of quotation marks. The straight one closes itself.
const MARKS: [(char, char); 7] =
    [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」'), ('『', '』'), ('‘', '’')];
/// What is quoted is a sentence and not a name: "Show private key" is a button.
const SHORTEST: usize = 20;

/// How near the word that tells whose words they are stands before a quote or behind it, in bytes that are seen.
const REACH: usize = 160;

/// Takes out what a text only repeats, so that a warning can show the words of a swindler.
///
/// The word that says so stands beside the quote and not in it.
pub(super) fn take_out(source: &str, text: &Squeezed, cues: &[Found], asks: &mut Vec<Ask>) {
    let tells = |found: &&Found| matches!(found.cue, Cue::Warning | Cue::Fake);
    if asks.is_empty() || !cues.iter().any(|found| tells(&found)) {
        return;
    }
    let quotes = quotes(source);
    let tells = cues.iter().filter(tells).map(|found| text.source_start(found.start));
    let outside = |at: &usize| {
        let before = quotes.partition_point(|quote| quote.end <= *at);
        quotes.get(before).is_none_or(|quote| quote.start > *at)
    };
    let tells = seen_before(source, tells.filter(outside));
    let is_told = |quote: &&Quote| {
        let near = tells.partition_point(|at| at + REACH < quote.seen);
        tells.get(near).is_some_and(|at| *at < quote.seen + quote.length + REACH)
    };
    let quotes: Vec<_> = quotes.iter().filter(is_told).collect();
    asks.retain(|ask| {
        // A clause may begin before the quote and end behind it: "he writes «send me …», and".
        let before = quotes.partition_point(|quote| quote.end <= ask.start);
        quotes.get(before).is_none_or(|quote| quote.start >= ask.end)
    });
}

/// A quote in bytes of the source, and what somebody sees of it.
struct Quote {
    start: usize,
    end: usize,
    /// Bytes of what is seen before it and in it: what nobody sees makes no quote longer and no word farther.
    seen: usize,
    length: usize,
}

/// Gives the quotes of a text, in order. One that is not closed in its paragraph is none.
fn quotes(source: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<(Quote, char)> = None;
    let mut seen = 0;
    for (at, c) in source.char_indices().filter(|(_, c)| !is_ignored(*c)) {
        work::steps(1);
        open = match open {
            Some((quote, close)) if c == close => {
                let quote = Quote { end: at, length: seen - quote.seen, ..quote };
                quotes.extend(Some(quote).filter(|quote| quote.length >= SHORTEST));
                None
            }
            Some(_) if c == '\n' => None,
            None => MARKS.iter().find(|(begins, _)| *begins == c).map(|(_, close)| {
                let start = at + c.len_utf8();
                (Quote { start, end: start, seen: seen + c.len_utf8(), length: 0 }, *close)
            }),
            open => open,
        };
        seen += c.len_utf8();
    }
    quotes
}

/// Gives for places in order how many bytes are seen before each.
fn seen_before(source: &str, places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut characters = source.char_indices().peekable();
    let mut seen = 0;
    let count = |place: usize| {
        while let Some((_, c)) = characters.next_if(|(at, _)| *at < place) {
            seen += if is_ignored(c) { 0 } else { c.len_utf8() };
        }
        seen
    };
    places.map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::super::asks;

    #[test]
    fn a_warning_may_repeat_what_it_warns_of() {
        for text in [
            "The fake account wrote: \"Kindly send your password now.\" That is not us.",
            "Мошенник пишет: «Пришлите ваш пароль для проверки». Это не мы.",
            "骗子会写：「请把您的密码发给我们核对」。",
        ] {
            assert!(asks(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_stands_outside_of_the_quote_is_said_by_us() {
        for text in [
            "Please reply with \"my password is\" and then send your password here.",
            "The fake account wrote \"hello dear friend\". Please send us your password.",
            "\"Please send us your password so that we can check\"",
            "\"Please send us your password. We are no scammers.\"",
        ] {
            assert!(!asks(text).is_empty(), "{text}");
        }
    }
}
