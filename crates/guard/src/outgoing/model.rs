//! The weights of the model, and how they are added up.
//!
//! `model.bin` is made by `cargo run -p proofdesk-guard --example train_outgoing`: the threshold and the limit of the context
//! (eight bytes each, little-endian), the SHA-256 of the texts it was made from, and two bytes for every place: a part of the
//! hash of the feature that has it, and its weight. What no text of the training had finds a stranger there and counts nothing.

use super::reading::{AROUND, BLOCKS, Candidate};
use crate::linear::{Weights, number, value};

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
    weights: Weights<'a>,
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
        Model {
            weights: Weights::new(bytes.get(HEADER..).unwrap_or_default(), PLACES),
            threshold: number(bytes, 0),
            limit: number(bytes, 8),
        }
    }

    /// Adds up what speaks for a request.
    ///
    /// What stands around the piece cannot outweigh it, so that a plain request stays one whatever else is said. Only where
    /// the piece is quoted does that decide whose words it is.
    pub fn score(self, candidate: &Candidate) -> i64 {
        let (mut own, mut around) = (0, 0);
        for (index, (block, scale)) in candidate.blocks.iter().zip(SCALES).enumerate() {
            let sum: i64 = block.iter().map(|feature| self.weights.of(*feature)).sum();
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
}
