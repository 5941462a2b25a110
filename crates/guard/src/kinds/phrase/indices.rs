//! What the places of words in their list tell, without a look at the words. All of it runs for every window of a long text.

use std::sync::LazyLock;

use smallvec::SmallVec;

use super::marks::LOOSE_DISTINCT;
use super::view::Item;
use crate::lists::{self, ENGLISH};

/// The lists of Chinese begin with the commonest characters. Of random ones a tenth, of prose more than half are among
/// the first two hundred; a quarter and most among the first five hundred.
const COMMONEST: u16 = 200;
const COMMON: u16 = 500;

/// The places of the known words of a window need no memory of their own.
pub(super) type Indices = SmallVec<[u16; 24]>;

pub(super) fn indices(items: &[Item]) -> Indices {
    items.iter().filter_map(|item| item.word).map(|word| word.index).collect()
}

/// A set of places, one bit each: no list has more than 2,048 words.
#[derive(Default)]
struct Set([u64; 32]);

impl Set {
    /// Tells whether it is new.
    fn add(&mut self, index: u16) -> bool {
        self.0.get_mut(usize::from(index / 64)).is_some_and(|row| {
            let before = std::mem::replace(row, *row | 1 << (index % 64));
            before != *row
        })
    }

    fn has(&self, index: u16) -> bool {
        self.0.get(usize::from(index / 64)).is_some_and(|row| row >> (index % 64) & 1 == 1)
    }
}

pub(super) fn distinct(indices: &[u16]) -> usize {
    let mut seen = Set::default();
    indices.iter().filter(|index| seen.add(**index)).count()
}

/// Gives the length of the longest run of words in the order of the list.
pub(super) fn longest_sorted(indices: &[u16]) -> usize {
    let (mut longest, mut run, mut last) = (0, 0, 0);
    for index in indices {
        run = if *index >= last { run + 1 } else { 1 };
        last = *index;
        longest = longest.max(run);
    }
    longest
}

/// Tells whether words stand in the order of the list, as in a dictionary; twelve of a phrase do once in 479 million.
pub(super) fn is_sorted(indices: &[u16]) -> bool {
    indices.is_sorted() && distinct(indices) >= LOOSE_DISTINCT
}

/// Tells whether more than a third are words that join others: of nine random words once in ten thousand times.
pub(super) fn is_joined(indices: &[u16]) -> bool {
    indices.iter().filter(|index| JOINING.has(**index)).count() * 3 > indices.len()
}

static JOINING: LazyLock<Set> = LazyLock::new(|| {
    let mut joining = Set::default();
    for word in JOINING_WORDS.iter().filter_map(|word| lists::lookup(ENGLISH, word)) {
        joining.add(word.index);
    }
    joining
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining_words_are_of_the_list() {
        for word in JOINING_WORDS {
            let found = lists::lookup(ENGLISH, word).filter(|word| word.exact);
            assert!(found.is_some_and(|found| is_joined(&[found.index])), "{word}");
        }
        assert!(!is_joined(&[0, 2_047]));
    }

    #[test]
    fn places_are_counted_once() {
        assert_eq!(distinct(&[]), 0);
        assert_eq!(distinct(&[0, 63, 64, 2_047, 63, 0, 2_047]), 4);
    }
}
