//! What was found, shown in its text: segments, never markup.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::stem::Latin;
use crate::token::{Kind, Token, tokens};

/// Characters of a text in which a snippet is looked for.
const TEXT_CHARS: usize = 30_000;

/// A piece of text. Whoever shows it marks those that were found, and escapes all of them as any text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    pub text: String,
    /// It is what was looked for.
    pub is_match: bool,
}

/// What a query finds, by analyser.
#[derive(Clone, Debug)]
pub(crate) struct Needles {
    latin: Latin,
    pub words: HashSet<String>,
    pub stems: HashSet<String>,
    pub grams: HashSet<String>,
    /// Words of texts that were judged before: they come again and again, and their stems take longer than everything else.
    known: RefCell<HashMap<String, bool>>,
}

impl Needles {
    pub fn new(latin: Latin) -> Self {
        let none = HashSet::new;
        Self { latin, words: none(), stems: none(), grams: none(), known: RefCell::default() }
    }

    fn finds(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Word => {
                self.words.contains(&token.exact)
                    || self.words.contains(&token.plain)
                    || self.has_stem(token)
            }
            Kind::Gram | Kind::Single => self.grams.contains(&token.plain),
        }
    }
}

impl Needles {
    fn has_stem(&self, token: &Token) -> bool {
        let mut known = self.known.borrow_mut();
        if let Some(known) = known.get(&token.exact) {
            return *known;
        }
        let has = self.stems.contains(&token.stem(self.latin));
        known.insert(token.exact.clone(), has);
        has
    }
}

/// The whole text, with what was found in it.
pub(crate) fn marked(text: &str, needles: &Needles) -> Vec<Segment> {
    let places = places(text, needles);
    segments(text, 0..text.len(), &places)
}

/// A piece of a text with as many different matches as fit into `chars` characters; its beginning when there is none.
/// Where it does not begin or end with the text, it says so with an ellipsis.
pub(crate) fn excerpt(text: &str, needles: &Needles, chars: usize) -> Vec<Segment> {
    let text = beginning(text);
    around(text, &places(text, needles), chars)
}

/// The same, of a text in which any of it stands.
pub(crate) fn excerpt_of_match(
    text: &str,
    needles: &Needles,
    chars: usize,
) -> Option<Vec<Segment>> {
    let piece = beginning(text);
    let mut places = places(piece, needles);
    // A word that the end of the piece parts is another one in the text.
    if piece.len() < text.len() {
        places.retain(|place| place.range.end < piece.len());
    }
    // Of the rest it is enough to know whether there is one.
    let stands = !places.is_empty() || piece.len() < text.len() && finds(text, needles);
    stands.then(|| around(piece, &places, chars))
}

fn finds(text: &str, needles: &Needles) -> bool {
    tokens(text).iter().any(|token| needles.finds(token))
}

/// As much of it as is looked into for a piece.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(TEXT_CHARS).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

fn around(text: &str, places: &[Place], chars: usize) -> Vec<Segment> {
    let window = window(text, places, chars);
    let mut segments = segments(text, window.clone(), places);
    let plain = |text: &str| Segment { text: text.to_owned(), is_match: false };
    if window.start > 0 {
        segments.insert(0, plain("…"));
    }
    if window.end < text.len() {
        segments.push(plain("…"));
    }
    segments
}

/// A match: where it stands, and which word it is.
struct Place {
    range: std::ops::Range<usize>,
    word: String,
}

fn places(text: &str, needles: &Needles) -> Vec<Place> {
    let found = tokens(text).into_iter().filter(|token| needles.finds(token));
    found.map(|token| Place { range: token.start..token.end, word: token.plain }).collect()
}

/// The window that begins a little before the match from which on most different words are found.
fn window(text: &str, places: &[Place], chars: usize) -> std::ops::Range<usize> {
    // Bytes stand for characters while comparing windows: any of about this width will do.
    let width = chars * text.len().max(1) / text.chars().count().max(1);
    let (mut best, mut best_words) = (0, 0);
    let mut ahead = 0;
    for (at, place) in places.iter().enumerate() {
        ahead = ahead.max(at);
        while places.get(ahead).is_some_and(|p| p.range.end <= place.range.start + width) {
            ahead += 1;
        }
        let inside = places.get(at..ahead).unwrap_or_default();
        let words = inside.iter().take(64).map(|p| p.word.as_str()).collect::<HashSet<_>>().len();
        if words > best_words {
            (best, best_words) = (place.range.start, words);
        }
    }
    let lead = chars / 5;
    let before = text.get(..best).unwrap_or_default();
    let start = before.char_indices().rev().nth(lead.max(1) - 1).map_or(0, |(at, _)| at);
    let start = at_word(text, start, best);
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.char_indices().nth(chars).map_or(text.len(), |(at, _)| start + at);
    start..end
}

/// The first beginning of a word from `from` on, not beyond `until`.
fn at_word(text: &str, from: usize, until: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let piece = text.get(from..until).unwrap_or_default();
    piece.find(char::is_whitespace).map_or(from, |space| {
        let rest = piece.get(space..).unwrap_or_default();
        from + space + (rest.len() - rest.trim_start().len())
    })
}

fn segments(text: &str, window: std::ops::Range<usize>, places: &[Place]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut push = |range: std::ops::Range<usize>, is_match: bool| {
        let Some(piece) = text.get(range).filter(|piece| !piece.is_empty()) else { return };
        match segments.last_mut() {
            Some(last) if last.is_match == is_match => last.text.push_str(piece),
            _ => segments.push(Segment { text: piece.to_owned(), is_match }),
        }
    };
    let mut at = window.start;
    for place in places {
        let (start, end) = (place.range.start.max(at), place.range.end.min(window.end));
        if start < end && place.range.end > window.start {
            push(at..start, false);
            push(start..end, true);
            at = end;
        }
    }
    push(at..window.end, false);
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needles(words: &[&str], grams: &[&str]) -> Needles {
        let mut needles = Needles::new(Latin::English);
        needles.words.extend(words.iter().map(|word| (*word).to_owned()));
        needles.grams.extend(grams.iter().map(|gram| (*gram).to_owned()));
        needles
    }

    fn shown(segments: &[Segment]) -> String {
        let show = |segment: &Segment| match segment.is_match {
            true => format!("[{}]", segment.text),
            false => segment.text.clone(),
        };
        segments.iter().map(show).collect()
    }

    #[test]
    fn what_was_found_is_marked_in_its_own_letters() {
        let all = marked("Your Mémo <b>, memo", &needles(&["memo"], &[]));
        assert_eq!(shown(&all), "Your [Mémo] <b>, [memo]");
        assert_eq!(
            shown(&marked("USDT提幣未到帳", &needles(&[], &["提币", "未到"]))),
            "USDT[提幣未到]帳"
        );
    }

    #[test]
    fn an_excerpt_stands_around_most_of_it() {
        let text = format!("{} the memo is missing {}", "word ".repeat(200), "more ".repeat(200));
        let cut = shown(&excerpt(&text, &needles(&["memo", "missing"], &[]), 60));
        assert!(cut.starts_with('…') && cut.ends_with('…'), "{cut}");
        assert!(cut.contains("[memo] is [missing]"), "{cut}");
        assert!(cut.chars().count() <= 70, "{cut}");
        let none = shown(&excerpt("short", &needles(&["x"], &[]), 60));
        assert_eq!(none, "short");
        assert_eq!(excerpt("", &needles(&[], &[]), 60), []);
    }

    #[test]
    fn a_match_beyond_what_is_looked_into_is_one_all_the_same() {
        let of_memo = needles(&["memo"], &[]);
        let cut = |text: &str| excerpt_of_match(text, &of_memo, 60);
        assert_eq!(cut("word"), None);
        assert_eq!(cut("the memo").as_deref().map(shown), Some("the [memo]".to_owned()));
        let parted = format!("{}memorandum", "x".repeat(TEXT_CHARS - 5) + " ");
        assert_eq!(cut(&parted), None);
        let far = format!("{}memo", "word ".repeat(TEXT_CHARS / 5));
        assert!(cut(&far).is_some_and(|piece| shown(&piece).starts_with("word word")));
    }
}
