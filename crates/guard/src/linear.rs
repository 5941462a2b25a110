//! What the two models have in common: features as hashes, groups of letters, and weights in a table of bytes.
//!
//! A model is a linear one. A text has features, each a hash; features come in blocks, in which each counts the less the more
//! of them there are; and a weight is found at the place that the upper bits of the hash name, if the byte beside it is that of
//! the feature: what no text of the training had finds a stranger there and counts nothing.

/// How many letters a group has, where a letter is a sound and where it is a syllable or a word.
const GROUPS: [usize; 3] = [3, 4, 6];
const GROUPS_UNSPACED: [usize; 4] = [1, 2, 3, 4];
const LONGEST: usize = 6;

/// What a feature counts that stands alone in a block of scale 100.
pub(crate) const ONE: i64 = 1600;

/// Begins the hash of a feature of some kind.
pub(crate) fn begin(kind: u32) -> u32 {
    mix(0x811c_9dc5, kind)
}

/// Adds a number to a hash, so that every bit of both matters for every bit of what comes out.
pub(crate) fn mix(hash: u32, next: u32) -> u32 {
    let mixed = (hash ^ next).wrapping_mul(0x9E37_79B1).rotate_left(15);
    (mixed ^ (mixed >> 13)).wrapping_mul(0x85EB_CA77)
}

/// Gives a count as a feature has it.
pub(crate) fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Hands over the groups of letters in a row, short ones where a letter is a syllable or a word.
pub(crate) fn groups(
    letters: &[char],
    kind: u32,
    is_unspaced: impl Fn(char) -> bool,
    mut sink: impl FnMut(u32),
) {
    for start in 0..letters.len() {
        let group = letters.get(start..letters.len().min(start + LONGEST)).unwrap_or_default();
        let unspaced = group.first().is_some_and(|c| is_unspaced(*c));
        let lengths: &[usize] = if unspaced { &GROUPS_UNSPACED } else { &GROUPS };
        let mut hash = begin(kind);
        for (index, c) in group.iter().enumerate() {
            hash = mix(hash, u32::from(*c));
            if lengths.contains(&(index + 1)) {
                sink(hash);
            }
        }
    }
}

/// A table of weights: two bytes for every place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'a> {
    table: &'a [u8],
    places: usize,
}

impl<'a> Weights<'a> {
    /// Reads a table. What is missing counts nothing.
    pub fn new(table: &'a [u8], places: usize) -> Weights<'a> {
        Weights { table, places }
    }

    pub fn of(self, feature: u32) -> i64 {
        let at = 2 * place(feature, self.places);
        match self.table.get(at..at + 2) {
            Some([owner, weight]) if *owner == check(feature) => {
                i64::from(i8::from_le_bytes([*weight]))
            }
            _ => 0,
        }
    }
}

/// Gives the place of a feature among so many: the upper bits of its hash.
pub(crate) fn place(feature: u32, places: usize) -> usize {
    let places = u64::try_from(places).unwrap_or_default();
    usize::try_from((u64::from(feature) * places) >> 32).unwrap_or_default()
}

/// Gives what tells a feature from others at its place: the lower bits.
pub(crate) fn check(feature: u32) -> u8 {
    let [check, ..] = feature.to_le_bytes();
    check
}

/// Gives what a feature of a block counts: the more of them the block has, the less each says.
pub(crate) fn value(scale: i64, features: usize) -> i64 {
    let features = i64::try_from(features.max(1)).unwrap_or(i64::MAX >> 12);
    scale * 1024 / (features << 12).isqrt()
}

/// Reads a number at a byte of a model's head; the largest if it is missing, so that a threshold is never reached.
pub(crate) fn number(bytes: &[u8], at: usize) -> i64 {
    let bytes = bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(i64::MAX, i64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_numbers_matters() {
        assert_ne!(mix(mix(begin(1), 2), 3), mix(mix(begin(1), 3), 2));
    }

    #[test]
    fn every_feature_has_a_place() {
        for places in [65_000, 120_000] {
            assert_eq!(place(0, places), 0);
            assert_eq!(place(u32::MAX, places), places - 1);
        }
    }

    #[test]
    fn a_long_text_says_no_more_than_a_short_one() {
        assert_eq!(value(100, 1), ONE);
        assert_eq!(value(100, 100), ONE / 10);
        assert_eq!(value(100, 0), value(100, 1));
    }

    #[test]
    fn a_stranger_counts_nothing() {
        let table = [check(7), 5, 0, 0];
        let weights = Weights::new(&table, 1);
        assert_eq!((weights.of(7), weights.of(8)), (5, 0));
        assert_eq!(Weights::new(&[], 1).of(7), 0);
    }

    #[test]
    fn groups_are_short_where_letters_are_words() {
        let count = |text: &str, unspaced: bool| {
            let letters: Vec<char> = text.chars().collect();
            let mut count = 0;
            groups(&letters, 1, |_| unspaced, |_| count += 1);
            count
        };
        assert_eq!((count("abcd", false), count("abcd", true)), (3, 10));
    }
}
