//! Finds the words of the dictionary in squeezed text, with one automaton.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::cue::Cue;
use super::letters::{is_arabic, is_east_asian, without_accents};
use super::squeeze::Squeezed;
use super::{words, work};

/// A word that was found, in bytes of the squeezed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub cue: Cue,
    pub start: usize,
    pub end: usize,
}

/// A word of the dictionary as the automaton knows it.
struct Word {
    squeezed: String,
    cue: Cue,
    letters: usize,
    /// Gaps that it has itself: "seed phrase" has one.
    gaps: usize,
    begins: Edge,
    ends: Edge,
}

/// How a word has to be set off from what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// A gap.
    Word,
    /// Nothing: East Asian scripts, and where the dictionary has a star.
    Open,
    /// A gap, or the article, prepositions and conjunctions that Arabic writes as a part of the word.
    Arabic,
}

/// From this length the name of a secret is still that name when it is cut: "pass word". Nobody cuts the other words, and
/// two of them beside each other can be a third: Spanish "envíe la" and "envíela".
const LONG: usize = 6;
/// Up to this length a word that is spelled out letter by letter is often a part of another that is: "n i" of "ş i f r e n i z".
const SHORT: usize = 3;
/// As many letters may stand before an Arabic word within its own.
const ARABIC_PREFIX: usize = 3;

struct Dictionary {
    search: AhoCorasick,
    words: Vec<Word>,
}

#[expect(clippy::expect_used, reason = "the patterns are constants; a test builds the dictionary")]
static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let entries = words::ALL.iter().flat_map(|language| language.iter());
    let words: Vec<_> = entries
        .flat_map(|(cue, words)| words.iter().flat_map(|word| spellings(*cue, word)))
        .collect();
    let search = AhoCorasick::new(words.iter().map(|word| word.squeezed.as_str()))
        .expect("invariant: a few thousand short patterns fit into an automaton");
    Dictionary { search, words }
});

/// Builds the dictionary, if nobody has.
pub(super) fn prepare() {
    LazyLock::force(&DICTIONARY);
}

/// Makes a word of the dictionary as it is written, and without accents where that is not another word.
fn spellings(cue: Cue, entry: &str) -> Vec<Word> {
    let (keep, entry) = entry.strip_prefix('!').map_or((false, entry), |rest| (true, rest));
    let plain = if keep { None } else { without_accents(entry) };
    let written = Word::new(cue, entry);
    [Some(written), plain.map(|plain| Word::new(cue, &plain))].into_iter().flatten().collect()
}

impl Word {
    fn new(cue: Cue, entry: &str) -> Word {
        let word = entry.trim_matches('*');
        let squeezed = Squeezed::new(word);
        let last = squeezed.place(squeezed.text.len().saturating_sub(1));
        let letters = last.letter + 1;
        let edge = |c: Option<char>| match c {
            Some(c) if is_east_asian(c) => Edge::Open,
            Some(c) if is_arabic(c) => Edge::Arabic,
            _ => Edge::Word,
        };
        let begins = if entry.starts_with('*') { Edge::Open } else { edge(word.chars().next()) };
        let ends = match edge(word.chars().next_back()) {
            _ if entry.ends_with('*') => Edge::Open,
            // Pronouns are written behind the word; behind a short one it would be another word.
            Edge::Arabic if letters >= 4 => Edge::Open,
            Edge::Arabic => Edge::Word,
            other => other,
        };
        Word { squeezed: squeezed.text, cue, letters, gaps: last.gaps, begins, ends }
    }

    /// Tells whether what was found is this word and not letters of others.
    fn stands(&self, text: &Squeezed, start: usize, end: usize) -> bool {
        let (first, last) = (text.place(start), text.place(end.saturating_sub(1)));
        let gaps = last.gaps - first.gaps;
        let cut = matches!(self.cue, Cue::Secret(_)) && self.letters >= LONG;
        let spelled = gaps + 1 >= self.letters
            && (self.letters > SHORT || !stands_among_single_letters(text, start, end));
        let whole = gaps <= self.gaps || cut || spelled;
        let begins = match self.begins {
            Edge::Open => true,
            Edge::Word => text.is_edge(start),
            Edge::Arabic => begins_in_arabic(text, start),
        };
        whole
            && begins
            && (self.ends == Edge::Open || text.is_edge(end))
            && first.sentence == last.sentence
    }
}

/// Tells whether a letter stands by itself right before or right behind.
fn stands_among_single_letters(text: &Squeezed, start: usize, end: usize) -> bool {
    let (before, after) = (text.text.get(..start), text.text.get(end..));
    let before = before.and_then(|before| before.chars().next_back());
    let after = after.and_then(|after| after.chars().next());
    let is_single = |c: char, from: usize| {
        !is_east_asian(c) && text.is_edge(from) && text.is_edge(from + c.len_utf8())
    };
    before.is_some_and(|c| is_single(c, start - c.len_utf8()))
        || after.is_some_and(|c| is_single(c, end))
}

fn begins_in_arabic(text: &Squeezed, start: usize) -> bool {
    let before = text.text.get(..start).unwrap_or_default();
    let mut at = start;
    for c in before.chars().rev().take(ARABIC_PREFIX) {
        if text.is_edge(at) || !"وفبلكاس".contains(c) {
            break;
        }
        at -= c.len_utf8();
    }
    text.is_edge(at)
}

/// Finds the cues of a text in order, without those that stand inside of a longer one.
pub(super) fn cues(text: &Squeezed) -> Vec<Found> {
    let mut cues: Vec<Found> = Vec::new();
    let mut of_sentence = Vec::new();
    for found in DICTIONARY.search.find_overlapping_iter(&text.text) {
        work::steps(1);
        let Some(word) = DICTIONARY.words.get(found.pattern().as_usize()) else { continue };
        let new = Found { cue: word.cue, start: found.start(), end: found.end() };
        if !word.stands(text, new.start, new.end) {
            continue;
        }
        if new.cue.is_of_sentence() {
            of_sentence.push(new);
        } else {
            keep(&mut cues, new);
        }
    }
    cues.append(&mut of_sentence);
    // Two rows that are nearly in order: the sort merges them in linear time.
    cues.sort_by_key(|found| found.start);
    cues
}

/// Adds a match, the ends of which come in order. Each is put on and taken off once, so that this is linear.
fn keep(cues: &mut Vec<Found>, new: Found) {
    let is_inside =
        |last: &Found| new.start <= last.start && (last.end < new.end || new.start < last.start);
    while cues.last().is_some_and(is_inside) {
        work::steps(1);
        cues.pop();
    }
    if cues.last().is_none_or(|last| last.end < new.end) {
        cues.push(new);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Wanted;
    use super::*;

    fn secrets(text: &str) -> Vec<Wanted> {
        let wanted = |found: Found| match found.cue {
            Cue::Secret(wanted) => Some(wanted),
            _ => None,
        };
        cues(&Squeezed::new(text)).into_iter().filter_map(wanted).collect()
    }

    #[test]
    fn words_are_found_however_they_are_split() {
        for text in [
            "your password",
            "p a s s w o r d",
            "a pass-word",
            "mật khẩu",
            "m ậ t k h ẩ u",
            "비밀 번호를",
            "Ş i f r e n i z",
            "Ş i f r e n i z i",
        ] {
            assert_eq!(secrets(text), [Wanted::Password], "{text}");
        }
    }

    #[test]
    fn short_words_are_not_found_among_single_letters() {
        let cues = |text: &str| cues(&Squeezed::new(text)).into_iter().map(|found| found.cue);
        assert!(cues("n o password").any(|cue| cue == Cue::Not));
        assert!(!cues("Ş i f r e n i z i").any(|cue| cue == Cue::Not));
    }

    #[test]
    fn parts_of_other_words_are_not_found() {
        for text in ["spinning", "passwordless", "error code", "overshare", "public key"] {
            assert_eq!(secrets(text), [], "{text}");
        }
    }

    #[test]
    fn arabic_words_are_found_behind_what_is_written_as_a_part_of_them() {
        for text in ["كلمة المرور", "وكلمة المرور", "بكلمة مرورك"] {
            assert_eq!(secrets(text), [Wanted::Password], "{text}");
        }
    }

    #[test]
    fn every_word_of_the_dictionary_is_found_in_itself() {
        let entries = words::ALL.iter().flat_map(|language| language.iter());
        for (cue, entry) in
            entries.flat_map(|(cue, words)| words.iter().map(move |word| (cue, word)))
        {
            let text = Squeezed::new(entry.trim_matches(['!', '*']));
            let whole = DICTIONARY.search.find_overlapping_iter(&text.text).any(|found| {
                let word = DICTIONARY.words.get(found.pattern().as_usize());
                let all = found.start() == 0 && found.end() == text.text.len();
                let stands = |word: &Word| word.stands(&text, found.start(), found.end());
                all && word.is_some_and(|word| word.cue == *cue && stands(word))
            });
            assert!(whole, "{entry}");
        }
    }
}
