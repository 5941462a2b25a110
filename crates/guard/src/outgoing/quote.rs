//! What stands in quotation marks in a text that says of it that others write it.

use super::Ask;
use super::cue::Cue;
use super::search::Found;

/// Pairs of quotation marks. The straight one closes itself.
const MARKS: [(char, char); 7] =
    [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」'), ('『', '』'), ('‘', '’')];
/// What is quoted is a sentence and not a name: "Show private key" is a button.
const SHORTEST: usize = 20;

/// Takes out what a text only repeats, so that a warning can show the words of a swindler.
pub(super) fn take_out(source: &str, cues: &[Found], asks: &mut Vec<Ask>) {
    if asks.is_empty() || !cues.iter().any(|found| matches!(found.cue, Cue::Warning | Cue::Fake)) {
        return;
    }
    let quotes = quotes(source);
    asks.retain(|ask| {
        // A clause may begin before the quote and end behind it: "he writes «send me …», and".
        let before = quotes.partition_point(|quote| quote.1 <= ask.start);
        quotes.get(before).is_none_or(|quote| quote.0 >= ask.end)
    });
}

/// Gives the quotes of a text in bytes, in order. One that is not closed in its paragraph is none.
fn quotes(source: &str) -> Vec<(usize, usize)> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in source.char_indices() {
        match open {
            Some((start, close)) if c == close => {
                if at - start >= SHORTEST {
                    quotes.push((start, at));
                }
                open = None;
            }
            Some(_) if c == '\n' => open = None,
            Some(_) => {}
            None => {
                let mark = MARKS.iter().find(|(begins, _)| *begins == c);
                open = mark.map(|(_, close)| (at + c.len_utf8(), *close));
            }
        }
    }
    quotes
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
        ] {
            assert!(!asks(text).is_empty(), "{text}");
        }
    }
}
