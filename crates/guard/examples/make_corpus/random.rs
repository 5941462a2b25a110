//! Numbers that are the same in every run: SplitMix64, seeded by the name of what is made.

/// A stream of numbers; good enough to choose by, and for nothing else.
pub struct Random(u64);

pub const DIGITS: &str = "0123456789";
pub const HEX: &str = "0123456789abcdef";
pub const UPPER_HEX: &str = "0123456789ABCDEF";
pub const ALPHANUMERIC: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
pub const URL_SAFE: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
pub const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

impl Random {
    /// The name is hashed by FNV-1a, so that a change of one kind does not change the others.
    pub fn named(name: &str) -> Self {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Random(name.bytes().fold(0xcbf2_9ce4_8422_2325, step))
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `limit`, without `limit`; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.number() % limit).unwrap_or_default()
    }

    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    #[expect(clippy::expect_used, reason = "an index below the length of a list that is not empty")]
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        list.get(self.below(list.len())).expect("invariant: nothing is picked from an empty list")
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.number().to_le_bytes()[7]).collect()
    }

    pub fn array(&mut self) -> [u8; 32] {
        std::array::from_fn(|_| self.number().to_le_bytes()[7])
    }

    pub fn string(&mut self, alphabet: &str, length: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        (0..length).map(|_| *self.pick(&letters)).collect()
    }

    pub fn digits(&mut self, length: usize) -> String {
        self.string(DIGITS, length)
    }

    pub fn hex(&mut self, length: usize) -> String {
        self.string(HEX, length)
    }

    pub fn uuid(&mut self) -> String {
        let lengths = [8, 4, 4, 4, 12];
        lengths.map(|length| self.hex(length)).join("-")
    }
}
