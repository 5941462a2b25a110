//! Chance that falls the same way every time: the demo's whole content follows from one number.

/// A stream of numbers that follows from its seed (SplitMix64). Good enough for stories, useless for secrets.
#[derive(Clone, Copy, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of a seed, for tests.
    #[cfg(test)]
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// Dice of their own for one purpose: what is thrown with them does not depend on what was thrown before.
    pub fn named(seed: u64, purpose: &str) -> Self {
        let folded = purpose.bytes().fold(seed, |hash, byte| mix(hash ^ u64::from(byte)));
        Self(folded)
    }

    /// Any number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// A number in `0..n`; 0 for `n` = 0.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next().checked_rem(n).unwrap_or(0)
    }

    /// A number in `low..=high`.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Yes, in so many of a thousand cases.
    pub fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// One of the items; `None` when there are none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(items.len()).unwrap_or(0));
        items.get(usize::try_from(at).unwrap_or(0))
    }

    /// One of the texts, or none at all when there are none.
    pub fn word<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.pick(words).copied().unwrap_or_default()
    }

    /// The place of one of the weights, each chosen as often as its share; 0 when all are 0.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u64> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        for (at, weight) in weights.enumerate() {
            match left.checked_sub(weight) {
                Some(rest) => left = rest,
                None => return at,
            }
        }
        0
    }

    /// Bytes that look random.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        for part in bytes.chunks_mut(8) {
            for (to, from) in part.iter_mut().zip(self.next().to_le_bytes()) {
                *to = from;
            }
        }
        bytes
    }

    /// `n` characters of an ASCII alphabet.
    pub fn letters(&mut self, alphabet: &[u8], n: usize) -> String {
        (0..n).filter_map(|_| self.pick(alphabet).map(|letter| char::from(*letter))).collect()
    }

    /// `n` decimal digits, the first of them not zero.
    pub fn digits(&mut self, n: usize) -> String {
        let mut digits = self.letters(b"123456789", n.min(1));
        digits.push_str(&self.letters(b"0123456789", n.saturating_sub(1)));
        digits
    }
}

/// The finaliser of SplitMix64: every bit of the input changes half of the output.
pub const fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_falls_the_same_way() {
        let throws = |seed| -> Vec<u64> {
            let mut dice = Dice::of(seed);
            (0..5).map(|_| dice.below(1_000)).collect()
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(8));
        assert_ne!(Dice::named(7, "a").next(), Dice::named(7, "b").next());
    }

    #[test]
    fn weights_are_shares() {
        let mut dice = Dice::of(1);
        let mut hits = [0_u32; 3];
        for _ in 0..6_000 {
            if let Some(hit) = hits.get_mut(dice.weighted([1, 0, 2].into_iter())) {
                *hit += 1;
            }
        }
        let [one, none, two] = hits;
        assert!(
            (1_800..2_200).contains(&one) && none == 0 && (3_800..4_200).contains(&two),
            "{hits:?}"
        );
        assert_eq!(dice.weighted([0, 0].into_iter()), 0);
    }

    #[test]
    fn nothing_to_choose_from_is_nothing() {
        let mut dice = Dice::of(1);
        assert_eq!(dice.word(&[]), "");
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.digits(0), "");
        assert_eq!(dice.digits(4).len(), 4);
    }
}
