//! The rules that tell a phrase from prose.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::disguise::{INTERLEAVED, is_interleaved};
use super::view::{Item, View};
use crate::checksums::{self, BIP39_LENGTHS, SLIP39_LENGTHS};
use crate::lists::{self, ENGLISH, Scheme};
use crate::script::Script;
use crate::text::Gap;

const STRICT_EXACT: usize = 9;
const STRICT_KNOWN: usize = 10;
pub(super) const WINDOW: usize = 12;
/// A part of a phrase in a list of its own: with numbers, or with another mark between all the words.
const NUMBERED: usize = 9;
const LISTED: usize = 10;
const UNKNOWN_IN_WINDOW: usize = 1;
const LOOSE: usize = 12;
const LOOSE_DISTINCT: usize = 8;
/// Of a longer run only so many starts are tried for a checksum, which bounds the work that a hostile text can cause.
const WINDOW_STARTS: usize = 4_096;
/// Behind a name for a phrase: so many known words, so many of them in full, two thirds of all known.
const NAMED_KNOWN: usize = 6;
const NAMED_EXACT: usize = 4;
const NAMED_DISTINCT: usize = 5;
const NAMED_LONGEST: usize = 40;
/// Words in the order of a dictionary are no phrase: so many of them, two thirds of all. Of six random words five stand
/// in order once in sixty times.
const SORTED: usize = 5;
/// The lists of Chinese begin with the commonest characters. Of random ones a tenth, of prose more than half are among
/// the first two hundred; a quarter and most among the first five hundred.
const COMMONEST: u16 = 200;
const COMMON: u16 = 500;

/// Tells quickly, for the ordinary text, that no rule can apply.
pub(super) fn is_dense(items: &[Item]) -> bool {
    items.windows(STRICT_EXACT).any(|window| window.iter().all(Item::known))
        || items.windows(WINDOW).any(has_few_unknown)
        || items.windows(INTERLEAVED).any(is_interleaved)
}

fn has_few_unknown(window: &[Item]) -> bool {
    window.first().is_some_and(Item::known)
        && window.last().is_some_and(Item::known)
        && window.iter().filter(|item| !item.known()).count() <= UNKNOWN_IN_WINDOW
}

/// What of a run has its checksum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    None,
    Window,
    Whole,
}

pub(super) struct Marks<'a> {
    view: &'a View<'a>,
    items: &'a [Item],
    marked: Vec<bool>,
}

impl<'a> Marks<'a> {
    pub fn new(view: &'a View<'a>, items: &'a [Item]) -> Self {
        Marks { view, items, marked: vec![false; items.len()] }
    }

    pub fn apply_all(&mut self) {
        self.strict();
        self.loose();
        self.uniform();
        self.interleaved();
    }

    fn strict(&mut self) {
        let items = self.items;
        for piece in runs(items, |_| true, |item| item.gap == Gap::Space) {
            for window in windows(piece, WINDOW) {
                if has_few_unknown(part(items, &window)) && !self.is_spaced_prose(&window) {
                    self.mark(&window);
                }
            }
        }
        for run in runs(items, Item::known, |item| item.gap == Gap::Space) {
            let exact = runs(part(items, &run), Item::exact, |_| true);
            let enough = run.len() >= STRICT_KNOWN
                || exact.iter().any(|exact| exact.len() >= STRICT_EXACT)
                || run.clone().any(|at| self.is_marked(at));
            if enough && !self.is_spaced_prose(&run) {
                self.mark(&run);
            }
        }
    }

    fn loose(&mut self) {
        let items = self.items;
        let strict = |item: &Item| item.gap == Gap::Space;
        for run in runs(items, Item::exact, |_| true) {
            let inside = part(items, &run);
            let proved = runs(inside, Item::exact, strict)
                .iter()
                .any(|inner| self.is_proved_whole(part(inside, inner)));
            let enough = run.len() >= LOOSE
                && (distinct(&indices(inside)) >= LOOSE_DISTINCT || self.is_proved(inside));
            let is_list = self.only_booleans(inside) || is_sorted(&indices(inside));
            if enough && !proved && !is_list && !self.is_spaced_prose(&run) {
                self.mark(&run);
            }
        }
    }

    fn uniform(&mut self) {
        let items = self.items;
        for piece in self.uniform_runs() {
            self.listed(&piece);
            for window in windows(piece, WINDOW) {
                let inside = part(items, &window);
                let indices = indices(inside);
                let enough = has_few_unknown(inside)
                    && distinct(&indices) >= LOOSE_DISTINCT
                    && !is_sorted(&indices);
                if enough && !self.is_spaced_prose(&window) {
                    self.mark(&window);
                }
            }
        }
    }

    fn interleaved(&mut self) {
        for window in windows(0..self.items.len(), INTERLEAVED) {
            let inside = part(self.items, &window);
            let indices = indices(inside);
            let is_phrase = is_interleaved(inside)
                && distinct(&indices) >= LOOSE_DISTINCT
                && !is_sorted(&indices)
                && !(self.view.list == ENGLISH && is_joined(&indices));
            if is_phrase {
                self.mark(&window);
            }
        }
    }

    /// Marks a shorter list of nothing but words in full, all different.
    fn listed(&mut self, piece: &Range<usize>) {
        let items = self.items;
        for run in runs(part(items, piece), Item::exact, |_| true) {
            let run = piece.start + run.start..piece.start + run.end;
            let inside = part(items, &run);
            let indices = indices(inside);
            let is_list = inside.get(1).is_some_and(|item| item.gap == Gap::List);
            let least = if self.is_numbered(inside) { NUMBERED } else { LISTED };
            let is_enough = run.len() >= least && distinct(&indices) + 1 >= run.len();
            let sorted = longest_sorted(&indices);
            if is_list && is_enough && sorted * 2 <= run.len() + 1 && !self.is_spaced_prose(&run) {
                self.mark(&run);
            }
        }
    }

    /// Tells whether a number stands before each word.
    fn is_numbered(&self, items: &[Item]) -> bool {
        items.windows(2).all(|pair| match pair {
            [left, right] => self.view.text.get(left.end, right.start).contains(char::is_numeric),
            _ => false,
        })
    }

    /// Marks what a name for a phrase announces, from an item on: shorter, or with more words mistyped or unknown.
    pub fn announced(&mut self, first: usize, limit: usize) {
        let behind = self.items.get(first..).filter(|_| !self.is_marked(first)).unwrap_or_default();
        let length = named_length(behind.iter().take_while(|item| item.start < limit), false);
        self.mark_named(first..first + length);
    }

    /// Marks what a name behind it calls a phrase, up to an item.
    pub fn called(&mut self, last: usize, limit: usize) {
        let before = self.items.get(..=last).filter(|_| !self.is_marked(last)).unwrap_or_default();
        let items = before.iter().rev().take_while(|item| item.start >= limit);
        let length = named_length(items, true);
        self.mark_named(last + 1 - length..last + 1);
    }

    fn mark_named(&mut self, run: Range<usize>) {
        let indices = indices(part(self.items, &run));
        let sorted = longest_sorted(&indices);
        let is_varied = distinct(&indices) >= NAMED_DISTINCT;
        if is_varied && (sorted < SORTED || sorted * 3 < indices.len() * 2) {
            self.mark(&run);
        }
    }

    fn mark(&mut self, run: &Range<usize>) {
        for mark in self.marked.get_mut(run.clone()).unwrap_or_default() {
            *mark = true;
        }
    }

    fn is_marked(&self, at: usize) -> bool {
        self.marked.get(at).is_some_and(|mark| *mark)
    }

    /// Gives the runs of marked items, in order.
    pub fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, _) in self.marked.iter().enumerate().filter(|(_, marked)| **marked) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    }

    /// Tells whether twelve words stand in a row with nothing but white space between.
    pub fn is_strict(&self, run: &Range<usize>) -> bool {
        let strict = runs(part(self.items, run), Item::known, |item| item.gap == Gap::Space);
        strict.iter().any(|run| run.len() >= WINDOW)
    }

    /// Tells whether the run as a whole has its checksum, a window of its known words, or neither.
    pub fn proof_of(&self, run: &Range<usize>) -> Proof {
        let items = part(self.items, run);
        let known = runs(items, Item::known, |_| true);
        if items.iter().all(Item::known) && self.is_proved_whole(items) {
            Proof::Whole
        } else if known.iter().any(|run| self.is_proved(part(items, run))) {
            Proof::Window
        } else {
            Proof::None
        }
    }

    /// Tries every window: in "seed all all … all" the phrase is the last twelve of thirteen words.
    fn is_proved(&self, items: &[Item]) -> bool {
        let lengths: &[usize] = match lists::scheme_of(self.view.list) {
            Scheme::Slip39 => &SLIP39_LENGTHS,
            Scheme::Monero(_) => &[13, 25],
            Scheme::Bip39 => &BIP39_LENGTHS,
        };
        let starts = items.len().min(WINDOW_STARTS);
        (0..starts).any(|start| {
            lengths.iter().any(|length| {
                items.get(start..start + length).is_some_and(|window| self.is_proved_whole(window))
            })
        })
    }

    fn is_proved_whole(&self, items: &[Item]) -> bool {
        match lists::scheme_of(self.view.list) {
            Scheme::Slip39 => checksums::is_slip39(&indices(items)),
            // One word again and again repeats any of itself.
            Scheme::Monero(letters) => {
                matches!(items.len(), 13 | 25)
                    && distinct(&indices(items)) >= LOOSE_DISTINCT
                    && checksums::is_monero(&self.view.words(items), letters)
            }
            Scheme::Bip39 => {
                BIP39_LENGTHS.contains(&items.len()) && checksums::is_bip39(&indices(items))
            }
        }
    }

    /// Tells whether it is a row of `true` and `false` out of a log: both are list words, and one row in sixteen has by
    /// chance a window whose checksum holds.
    fn only_booleans(&self, items: &[Item]) -> bool {
        let booleans =
            ["true", "false"].map(|word| lists::lookup(ENGLISH, word).map(|word| word.index));
        self.view.list == ENGLISH
            && indices(items).iter().all(|index| booleans.contains(&Some(*index)))
    }

    /// Tells whether it is prose that happens to consist of list words: Chinese characters with spaces between, as in
    /// headings, or English with as many words that only join others as no phrase has.
    fn is_spaced_prose(&self, run: &Range<usize>) -> bool {
        let items = part(self.items, run);
        let indices = indices(items);
        let is_prose = match lists::script_of(self.view.list) {
            Script::Han => run.len() < LOOSE || is_common(&indices),
            _ => self.view.list == ENGLISH && is_joined(&indices),
        };
        is_prose && !self.is_proved(items)
    }

    /// Gives the longer runs whose separators are all alike but for the numbers in them.
    fn uniform_runs(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut run = 0..1;
        let mut separator = String::new();
        for (at, pair) in self.items.windows(2).enumerate() {
            let [left, right] = pair else { continue };
            let here = without_numbers(self.view.text.get(left.end, right.start));
            if run.len() > 1 && here != separator {
                found.push(run);
                run = at..at + 1;
            }
            run.end = at + 2;
            separator = here;
        }
        found.push(run);
        found.retain(|run| run.len() >= NUMBERED);
        found
    }
}

/// Gives the length of the longest run of words in the order of the list.
fn longest_sorted(indices: &[u16]) -> usize {
    let (mut longest, mut run, mut last) = (0, 0, 0);
    for index in indices {
        run = if *index >= last { run + 1 } else { 1 };
        last = *index;
        longest = longest.max(run);
    }
    longest
}

/// Tells whether words stand in the order of the list, as in a dictionary; twelve of a phrase do once in 479 million.
fn is_sorted(indices: &[u16]) -> bool {
    distinct(indices) >= LOOSE_DISTINCT && indices.is_sorted()
}

/// Tells whether more than a third are words that join others: of nine random words once in ten thousand times.
fn is_joined(indices: &[u16]) -> bool {
    indices.iter().filter(|index| JOINING.contains(index)).count() * 3 > indices.len()
}

static JOINING: LazyLock<HashSet<u16>> = LazyLock::new(|| {
    let index = |word: &&str| lists::lookup(ENGLISH, word).map(|word| word.index);
    JOINING_WORDS.iter().filter_map(index).collect()
});

/// Words of the English list that stand in every sentence.
const JOINING_WORDS: [&str; 62] = [
    "about", "above", "across", "again", "all", "also", "another", "any", "around", "because",
    "before", "behind", "below", "between", "beyond", "already", "can", "during", "almost",
    "either", "enough", "always", "few", "have", "into", "just", "like", "among", "more", "much",
    "must", "never", "now", "often", "once", "one", "only", "other", "over", "own", "same",
    "since", "away", "soon", "still", "such", "sure", "that", "then", "there", "they", "this",
    "toward", "under", "until", "upon", "very", "what", "when", "where", "will", "you",
];

/// Tells whether more than a third are among the commonest characters, or half among the common ones.
pub(super) fn is_common(indices: &[u16]) -> bool {
    let among = |first: u16| indices.iter().filter(|index| **index < first).count();
    among(COMMONEST) * 3 > indices.len() || among(COMMON) * 2 > indices.len()
}

/// Gives the longest runs of items that `keep` takes, each joined to the one before it.
fn runs(
    items: &[Item],
    keep: impl Fn(&Item) -> bool,
    joined: impl Fn(&Item) -> bool,
) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| keep(item)) {
        match runs.last_mut() {
            Some(run) if run.end == at && joined(item) => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Measures how many items are a phrase that has a name.
fn named_length<'a>(items: impl Iterator<Item = &'a Item>, backwards: bool) -> usize {
    let (mut known, mut exact, mut length) = (0, 0, 0);
    for (at, item) in items.take(NAMED_LONGEST).enumerate() {
        if backwards && at > 0 && item.ends_sentence {
            break;
        }
        known += usize::from(item.known());
        exact += usize::from(item.exact());
        let enough = known >= NAMED_KNOWN && exact >= NAMED_EXACT;
        if item.known() && enough && known * 3 >= (at + 1) * 2 {
            length = at + 1;
        }
        if !backwards && item.ends_sentence {
            break;
        }
    }
    length
}

fn without_numbers(separator: &str) -> String {
    separator.chars().filter(|c| !c.is_numeric()).collect()
}

fn windows(range: Range<usize>, length: usize) -> impl Iterator<Item = Range<usize>> {
    let last = (range.end + 1).saturating_sub(length);
    (range.start..last).map(move |start| start..start + length)
}

fn part<'a>(items: &'a [Item], range: &Range<usize>) -> &'a [Item] {
    items.get(range.clone()).unwrap_or_default()
}

fn indices(items: &[Item]) -> Vec<u16> {
    items.iter().filter_map(|item| item.word).map(|word| word.index).collect()
}

fn distinct(indices: &[u16]) -> usize {
    indices.iter().collect::<HashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, JOINING_WORDS, lists};

    #[test]
    fn joining_words_are_of_the_list() {
        for word in JOINING_WORDS {
            assert!(lists::lookup(ENGLISH, word).is_some_and(|word| word.exact), "{word}");
        }
    }
}
