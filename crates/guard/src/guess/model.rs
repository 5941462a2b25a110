//! The model's file, and how its weights are added up.
//!
//! `model.bin` is made by `cargo run --release -p proofdesk-guard --example train_guess`: a threshold for every form and a scale for
//! every block of features (eight bytes each, little-endian), the SHA-256 of the texts it was made from, and a table of weights
//! (`linear`).

use super::candidate::{Candidate, Form};
use super::features::Context;
use super::{BLOCKS, Sink};
use crate::linear::{Weights, number, value};

/// How many places there are for weights.
pub const PLACES: usize = 120_000;
/// How many bytes stand before them.
pub const HEADER: usize = 8 * (Form::ALL.len() + BLOCKS) + 32;

static BYTES: &[u8] = include_bytes!("model.bin");

/// Weights, and from which sum on a candidate is a secret.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    bytes: &'a [u8],
    weights: Weights<'a>,
}

/// Adds up weights by block.
struct Sums<'a> {
    weights: Weights<'a>,
    sums: [i64; BLOCKS],
    counts: [usize; BLOCKS],
}

impl Sink for Sums<'_> {
    fn add(&mut self, block: usize, feature: u32) {
        if let (Some(sum), Some(count)) = (self.sums.get_mut(block), self.counts.get_mut(block)) {
            *sum += self.weights.of(feature);
            *count += 1;
        }
    }
}

impl<'a> Model<'a> {
    /// Gives the model that was built in.
    pub fn built_in() -> Model<'static> {
        Model::read(BYTES)
    }

    /// Reads a model. What is missing counts nothing, and without a threshold nothing is a secret.
    pub fn read(bytes: &'a [u8]) -> Model<'a> {
        let table = bytes.get(HEADER..).unwrap_or_default();
        Model { bytes, weights: Weights::new(table, PLACES) }
    }

    /// Gives from which sum on a candidate of a form is a secret.
    pub fn threshold(self, form: Form) -> i64 {
        number(self.bytes, 8 * form.number())
    }

    /// Gives how much a block counts.
    fn scale(self, block: usize) -> i64 {
        number(self.bytes, 8 * (Form::ALL.len() + block))
    }

    /// Adds up what speaks for a secret.
    pub(super) fn score(self, context: &Context<'_>, candidate: &Candidate) -> i64 {
        let mut sums = Sums { weights: self.weights, sums: [0; BLOCKS], counts: [0; BLOCKS] };
        context.first(candidate, &mut sums);
        // What is so unlike a secret is none, whatever letters are around it: most strings are done with here.
        let first = self.total(&sums);
        if first < self.threshold(candidate.form).saturating_neg() {
            return first;
        }
        context.second(candidate, &mut sums);
        self.total(&sums)
    }

    fn total(self, sums: &Sums<'_>) -> i64 {
        let blocks = sums.sums.iter().zip(sums.counts).enumerate();
        blocks.map(|(block, (sum, count))| sum * value(self.scale(block), count)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_as_long_as_it_says() {
        assert_eq!(BYTES.len(), HEADER + 2 * PLACES);
        assert!(BYTES.len() <= 256 * 1024);
        let model = Model::built_in();
        assert!(Form::ALL.iter().all(|form| model.threshold(*form) > 0));
        assert!((0..BLOCKS).all(|block| (0..=1_000).contains(&model.scale(block))));
    }

    #[test]
    fn without_a_file_nothing_is_a_secret() {
        assert_eq!(Model::read(&[]).threshold(Form::Short), i64::MAX);
    }
}
