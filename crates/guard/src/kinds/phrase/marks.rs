//! The rules that tell a phrase from prose.

use std::ops::Range;

use super::disguise::{INTERLEAVED, is_interleaved};
use super::indices::{distinct, indices, is_common, is_joined, is_sorted, longest_sorted};
use super::proofs::Proofs;
use super::view::{Item, View};
use crate::lists::{self, ENGLISH};
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
pub(super) const LOOSE_DISTINCT: usize = 8;
/// Behind a name for a phrase: so many known words, so many of them in full, two thirds of all known.
const NAMED_KNOWN: usize = 6;
const NAMED_EXACT: usize = 4;
const NAMED_DISTINCT: usize = 5;
const NAMED_LONGEST: usize = 40;
/// Words in the order of a dictionary are no phrase: so many of them, two thirds of all. Of six random words five stand
/// in order once in sixty times.
const SORTED: usize = 5;
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
    proofs: Proofs<'a>,
    marked: Vec<bool>,
}

impl<'a> Marks<'a> {
    pub fn new(view: &'a View<'a>, items: &'a [Item]) -> Self {
        let proofs = Proofs::new(view, items);
        Marks { view, items, proofs, marked: vec![false; items.len()] }
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
                if has_few_unknown(part(items, &window))
                    && !self.is_all_marked(&window)
                    && !self.is_spaced_prose(&window)
                {
                    self.mark(&window);
                }
            }
        }
        for run in runs(items, Item::known, |item| item.gap == Gap::Space) {
            let is_exact = || {
                part(items, &run).windows(STRICT_EXACT).any(|exact| exact.iter().all(Item::exact))
            };
            let enough =
                run.len() >= STRICT_KNOWN || is_exact() || run.clone().any(|at| self.is_marked(at));
            if enough && !self.is_spaced_prose(&run) {
                self.mark(&run);
            }
        }
    }

    fn loose(&mut self) {
        let items = self.items;
        let strict = |item: &Item| item.gap == Gap::Space;
        for run in runs(items, Item::exact, |_| true) {
            if run.len() < LOOSE {
                continue;
            }
            let inside = part(items, &run);
            let indices = indices(inside);
            let is_enough = distinct(&indices) >= LOOSE_DISTINCT || self.proofs.has_window(&run);
            let is_list = || self.only_booleans(&indices) || is_sorted(&indices);
            let is_proved = || {
                let inner = runs(inside, Item::exact, strict);
                inner.iter().any(|inner| self.proofs.is_whole(&within(&run, inner)))
            };
            if is_enough && !is_list() && !is_proved() && !self.is_spaced_prose(&run) {
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
                if !has_few_unknown(inside) || self.is_all_marked(&window) {
                    continue;
                }
                let indices = indices(inside);
                let is_enough = distinct(&indices) >= LOOSE_DISTINCT && !indices.is_sorted();
                if is_enough && !self.is_spaced_prose(&window) {
                    self.mark(&window);
                }
            }
        }
    }

    fn interleaved(&mut self) {
        for window in windows(0..self.items.len(), INTERLEAVED) {
            let inside = part(self.items, &window);
            // Nearly no window gets beyond this: what costs more comes behind.
            if !is_interleaved(inside) {
                continue;
            }
            let indices = indices(inside);
            let is_phrase = distinct(&indices) >= LOOSE_DISTINCT
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
            let run = within(piece, &run);
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

    fn is_all_marked(&self, run: &Range<usize>) -> bool {
        self.marked.get(run.clone()).is_some_and(|marks| marks.iter().all(|mark| *mark))
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
        if items.iter().all(Item::known) && self.proofs.is_whole(run) {
            Proof::Whole
        } else if known.iter().any(|known| self.proofs.has_window(&within(run, known))) {
            Proof::Window
        } else {
            Proof::None
        }
    }

    /// Tells whether it is a row of `true` and `false` out of a log: both are list words, and one row in sixteen has by
    /// chance a window whose checksum holds.
    fn only_booleans(&self, indices: &[u16]) -> bool {
        let booleans =
            || ["true", "false"].map(|word| lists::lookup(ENGLISH, word).map(|word| word.index));
        self.view.list == ENGLISH && {
            let booleans = booleans();
            indices.iter().all(|index| booleans.contains(&Some(*index)))
        }
    }

    /// Tells whether it is prose that happens to consist of list words: Chinese characters with spaces between, as in
    /// headings, or English with as many words that only join others as no phrase has.
    fn is_spaced_prose(&self, run: &Range<usize>) -> bool {
        let indices = || indices(part(self.items, run));
        let is_prose = match lists::script_of(self.view.list) {
            Script::Han => run.len() < LOOSE || is_common(&indices()),
            _ => self.view.list == ENGLISH && is_joined(&indices()),
        };
        is_prose && !self.proofs.has_window(run)
    }

    /// Gives the longer runs whose separators are all alike but for the numbers in them.
    fn uniform_runs(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut run = 0..1;
        let mut separator = "";
        for (at, pair) in self.items.windows(2).enumerate() {
            let [left, right] = pair else { continue };
            let here = self.view.text.get(left.end, right.start);
            if run.len() > 1 && !is_same_separator(here, separator) {
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

/// Tells whether two separators are alike but for the numbers in them.
fn is_same_separator(one: &str, other: &str) -> bool {
    one == other || without_numbers(one).eq(without_numbers(other))
}

fn without_numbers(separator: &str) -> impl Iterator<Item = char> {
    separator.chars().filter(|c| !c.is_numeric())
}

fn windows(range: Range<usize>, length: usize) -> impl Iterator<Item = Range<usize>> {
    let last = (range.end + 1).saturating_sub(length);
    (range.start..last).map(move |start| start..start + length)
}

/// Gives the place of a run that was found within another.
fn within(outer: &Range<usize>, inner: &Range<usize>) -> Range<usize> {
    outer.start + inner.start..outer.start + inner.end
}

pub(super) fn part<'a>(items: &'a [Item], range: &Range<usize>) -> &'a [Item] {
    items.get(range.clone()).unwrap_or_default()
}
