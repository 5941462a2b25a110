//! Finds the words of a large dictionary in a text: leftmost first, of those that begin at one place the longest, without the
//! case of ASCII.
//!
//! It is a tree of the bytes of all words, walked from every place of the text. The words are short, tens of thousands, and
//! nearly no place begins one, so that two bytes decide mostly. An automaton would never look at a byte twice, but the first
//! reader of a text would wait a second until it is built.

/// No word ends here.
const NONE: u32 = u32::MAX;
/// How many bytes a table decides at once. What is shorter is no word.
const SHORTEST: usize = 2;

pub(crate) struct Finder {
    /// Numbers the bytes that occur, small letters and capitals alike; 0 for all others.
    classes: [u8; 256],
    /// How many numbers there are.
    width: usize,
    /// For every two numbers the node behind them, or 0.
    pairs: Vec<u32>,
    /// The children of a node stand beside each other, in the order of their classes.
    nodes: Vec<Node>,
    /// For every node the class of the byte that leads to it.
    labels: Vec<u8>,
}

#[derive(Clone, Copy)]
struct Node {
    first: u32,
    children: u32,
    /// The number of the word that ends here.
    word: u32,
}

/// A part of the sorted words that begin alike.
#[derive(Clone, Copy)]
struct Branch {
    from: usize,
    to: usize,
    depth: usize,
}

impl Finder {
    /// Takes words without capitals of ASCII. Of two that are alike the first counts.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Finder {
        let mut words: Vec<(&[u8], u32)> =
            words.into_iter().map(str::as_bytes).zip(0_u32..).collect();
        words.retain(|(word, _)| word.len() >= SHORTEST);
        words.sort_unstable();
        words.dedup_by_key(|(word, _)| *word);
        let (classes, width) = classes(words.iter().flat_map(|(word, _)| word.iter()));
        let class = |byte: &u8| classes.get(usize::from(*byte)).copied().unwrap_or_default();
        let mut finder = Finder {
            classes,
            width,
            pairs: vec![0; width * width],
            nodes: Vec::new(),
            labels: vec![0],
        };
        let mut branches = vec![Branch { from: 0, to: words.len(), depth: 0 }];
        let mut at = 0;
        while let Some(Branch { mut from, to, depth }) = branches.get(at).copied() {
            at += 1;
            let mut node = Node { first: number(branches.len()), children: 0, word: NONE };
            if let Some((_, number)) = words.get(from).filter(|(word, _)| word.len() == depth) {
                node.word = *number;
                from += 1;
            }
            while let Some(byte) =
                words.get(from).filter(|_| from < to).and_then(|(word, _)| word.get(depth))
            {
                let rest = words.get(from..to).unwrap_or_default();
                let length = rest.partition_point(|(word, _)| word.get(depth) <= Some(byte));
                branches.push(Branch { from, to: from + length, depth: depth + 1 });
                finder.labels.push(class(byte));
                node.children += 1;
                from += length;
            }
            finder.nodes.push(node);
        }
        finder.fill_pairs();
        finder
    }

    fn fill_pairs(&mut self) {
        for first in 0..self.width {
            for second in 0..self.width {
                let of = |class: usize| u8::try_from(class).unwrap_or_default();
                let node = self.child(0, of(first)).and_then(|node| self.child(node, of(second)));
                if let (Some(node), Some(pair)) =
                    (node, self.pairs.get_mut(first * self.width + second))
                {
                    *pair = node;
                }
            }
        }
    }

    fn child(&self, node: u32, class: u8) -> Option<u32> {
        let Node { first, children, .. } = *self.nodes.get(index(node))?;
        let labels = self.labels.get(index(first)..index(first + children))?;
        let at = labels.iter().position(|label| *label == class)?;
        Some(first + number(at))
    }

    /// Gives the words of a text in order, none over another: first byte, first byte after it, number.
    pub fn find_iter<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, usize, usize)> + 'a {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some([first, second]) = bytes.get(at..at + SHORTEST) {
                let start = at;
                if let Some(node) = self.pair(*first, *second)
                    && let Some((end, word)) = self.longest(bytes, start, node)
                {
                    at = end;
                    return Some((start, end, word));
                }
                at += 1;
            }
            None
        })
    }

    fn pair(&self, first: u8, second: u8) -> Option<u32> {
        let (first, second) = (self.class(first), self.class(second));
        let pair = self.pairs.get(usize::from(first) * self.width + usize::from(second));
        pair.copied().filter(|node| *node != 0)
    }

    fn class(&self, byte: u8) -> u8 {
        self.classes.get(usize::from(byte)).copied().unwrap_or_default()
    }

    fn longest(&self, bytes: &[u8], start: usize, mut node: u32) -> Option<(usize, usize)> {
        let mut end = start + SHORTEST;
        let mut longest = None;
        loop {
            let word = self.nodes.get(index(node)).map_or(NONE, |node| node.word);
            if word != NONE {
                longest = Some((end, index(word)));
            }
            let next = bytes.get(end).and_then(|byte| self.child(node, self.class(*byte)));
            let Some(next) = next else { return longest };
            node = next;
            end += 1;
        }
    }
}

/// Numbers the bytes that occur in their order, and says how many numbers there are.
fn classes<'a>(bytes: impl Iterator<Item = &'a u8>) -> ([u8; 256], usize) {
    let mut occurs = [false; 256];
    for byte in bytes {
        if let Some(occurs) = occurs.get_mut(usize::from(*byte)) {
            *occurs = true;
        }
    }
    let mut classes = [0; 256];
    let mut width = 1;
    for ((class, byte), _) in
        classes.iter_mut().zip(0_u8..=255).zip(occurs).filter(|(_, occurs)| *occurs)
    {
        *class = u8::try_from(width).unwrap_or_default();
        width += 1;
        debug_assert!(!byte.is_ascii_uppercase());
    }
    for (capital, small) in (b'A'..=b'Z').zip(b'a'..=b'z') {
        let class = classes.get(usize::from(small)).copied().unwrap_or_default();
        if let Some(capital) = classes.get_mut(usize::from(capital)) {
            *capital = class;
        }
    }
    (classes, width)
}

/// Numbers of nodes and words are kept short: there are some hundred thousand.
fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(NONE)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        Finder::new(words.iter().copied()).find_iter(text).collect()
    }

    #[test]
    fn of_the_words_that_begin_at_the_first_place_the_longest_is_found() {
        let words = ["key", "private key", "private", "ate"];
        assert_eq!(
            found(&words, "a PRIVATE Key, private-key"),
            [(2, 13, 1), (15, 22, 2), (23, 26, 0)]
        );
        assert_eq!(found(&words, "privat"), []);
        assert_eq!(found(&words, "privatkeykey"), [(6, 9, 0), (9, 12, 0)]);
    }

    #[test]
    fn the_first_of_two_alike_counts() {
        assert_eq!(found(&["код", "код"], "код КОД"), [(0, 6, 0)]);
    }

    #[test]
    fn nothing_is_found_of_nothing() {
        assert_eq!(found(&[], "text"), []);
        assert_eq!(found(&["密码"], ""), []);
        assert_eq!(found(&["密码"], "密"), []);
    }

    #[test]
    fn finds_what_an_automaton_finds() {
        use aho_corasick::{AhoCorasick, MatchKind};
        let words = ["ab", "abab", "ba", "bab", "abcab", "cc", "ccab", "éa", "é"];
        let finder = Finder::new(words);
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .ok();
        let letters = ["a", "B", "b", "c", "é", "A"];
        for seed in 0..5_000_usize {
            let text: String = (0..12)
                .scan(seed, |left, _| {
                    let letter = letters.get(*left % letters.len());
                    *left = *left / 3 + seed * 7 % 11;
                    letter
                })
                .copied()
                .collect();
            let here: Vec<_> = finder.find_iter(&text).collect();
            let there: Vec<_> = automaton
                .iter()
                .flat_map(|automaton| automaton.find_iter(&text))
                .map(|found| (found.start(), found.end(), found.pattern().as_usize()))
                .collect();
            assert_eq!(here, there, "{text}");
        }
    }
}
