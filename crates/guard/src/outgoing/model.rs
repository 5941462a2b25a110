//! The weights of the model, and how they are added up.
//!
//! `model.bin` is made by `cargo run -p proofdesk-guard --example train_outgoing`: the threshold and the limit of the context
//! (eight bytes each, little-endian), the SHA-256 of the texts it was made from, and two bytes for every place: a part of the
//! hash of the feature that has it, and its weight. What no text of the training had finds a stranger there and counts nothing.

use super::reading::{AROUND, BLOCKS, Candidate};

/// How many places there are for weights.
pub const PLACES: usize = 65_000;
/// How many bytes stand before them.
pub const HEADER: usize = 48;

/// How much a block counts: the piece, the piece before, the one behind, what stands near the name, cues of the piece, cues
/// near the name, signs.
const SCALES: [i64; BLOCKS] = [100, 40, 40, 100, 60, 60, 40];

static BYTES: &[u8] = include_bytes!("model.bin");

/// Weights, and from which sum on a text asks.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    places: &'a [u8],
    threshold: i64,
    limit: i64,
}

impl<'a> Model<'a> {
    /// Gives the model that was built in.
    pub fn built_in() -> Model<'static> {
        Model::read(BYTES)
    }

    /// Reads a model. What is missing counts nothing.
    pub fn read(bytes: &'a [u8]) -> Model<'a> {
        let number = |at: usize| {
            let bytes = bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok());
            bytes.map_or(i64::MAX, i64::from_le_bytes)
        };
        Model {
            places: bytes.get(HEADER..).unwrap_or_default(),
            threshold: number(0),
            limit: number(8),
        }
    }

    /// Adds up what speaks for a request.
    ///
    /// What stands around the piece cannot outweigh it, so that a plain request stays one whatever else is said. Only where
    /// the piece is quoted does that decide whose words it is.
    pub fn score(self, candidate: &Candidate) -> i64 {
        let (mut own, mut around) = (0, 0);
        for (index, (block, scale)) in candidate.blocks.iter().zip(SCALES).enumerate() {
            let sum: i64 = block.iter().map(|feature| self.weight(*feature)).sum();
            let sum = sum * value(scale, block.len());
            let total = if AROUND.contains(&index) { &mut around } else { &mut own };
            *total += sum;
        }
        own + if candidate.is_quoted { around } else { around.clamp(-self.limit, self.limit) }
    }

    /// Tells whether a text asks.
    pub fn is_asked(self, candidate: &Candidate) -> bool {
        self.score(candidate) >= self.threshold
    }

    fn weight(self, feature: u32) -> i64 {
        let at = 2 * place(feature);
        match self.places.get(at..at + 2) {
            Some([owner, weight]) if *owner == check(feature) => {
                i64::from(i8::from_le_bytes([*weight]))
            }
            _ => 0,
        }
    }
}

/// Gives the place of a feature: the upper bits of its hash.
pub fn place(feature: u32) -> usize {
    let place = (u64::from(feature) * 65_000) >> 32;
    usize::try_from(place).unwrap_or_default()
}

/// Gives what tells a feature from others at its place: the lower bits.
pub fn check(feature: u32) -> u8 {
    let [check, ..] = feature.to_le_bytes();
    check
}

/// Gives the features of a candidate, and what each counts.
pub fn features(candidate: &Candidate) -> Vec<(u32, i64)> {
    let mut features = Vec::new();
    for (block, scale) in candidate.blocks.iter().zip(SCALES) {
        let value = value(scale, block.len());
        features.extend(block.iter().map(|feature| (*feature, value)));
    }
    features
}

/// Gives what a feature of a block counts: the more of them the block has, the less each says.
fn value(scale: i64, features: usize) -> i64 {
    let features = i64::try_from(features.max(1)).unwrap_or(i64::MAX >> 12);
    scale * 1024 / (features << 12).isqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_as_long_as_it_says() {
        assert_eq!(BYTES.len(), HEADER + 2 * PLACES);
        assert!(BYTES.len() <= 128 * 1024);
        let model = Model::built_in();
        assert!(model.threshold > 0 && model.limit > 0 && model.limit < model.threshold * 4);
    }

    #[test]
    fn every_feature_has_a_place() {
        assert_eq!(place(0), 0);
        assert_eq!(place(u32::MAX), PLACES - 1);
    }

    #[test]
    fn a_long_text_says_no_more_than_a_short_one() {
        assert_eq!(value(100, 1), 1600);
        assert_eq!(value(100, 100), 160);
        assert_eq!(value(100, 0), value(100, 1));
    }
}
