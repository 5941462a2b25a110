//! What the program that makes the model needs of this module. No part of the library's interface.

use super::features::Context;
use super::{BLOCKS, Sink};
use crate::linear::value;
use crate::text::Text;

pub use super::BLOCKS as BLOCK_COUNT;
pub use super::candidate::{Candidate, Form};
pub use super::model::{HEADER, Model, PLACES};

/// A text with its candidates.
pub struct Read<'a> {
    context: Context<'a>,
    /// For every candidate, whether the words beside it say that it is none: it is neither learnt from nor masked.
    pub named_otherwise: Vec<bool>,
}

/// Reads a text as the guard does; `None` if it is not worth a look.
pub fn read(text: &str) -> Option<Read<'_>> {
    let text = Text::new(text);
    let context = super::read(&text)?;
    let candidates = context.candidates.iter();
    let named_otherwise =
        candidates.map(|it| super::features::is_named_otherwise(&text, it)).collect();
    Some(Read { context, named_otherwise })
}

#[derive(Default)]
struct Collected {
    features: Vec<(usize, u32)>,
    counts: [usize; BLOCKS],
}

impl Sink for Collected {
    fn add(&mut self, block: usize, feature: u32) {
        self.features.push((block, feature));
        if let Some(count) = self.counts.get_mut(block) {
            *count += 1;
        }
    }
}

impl Read<'_> {
    /// Gives the candidates, in order.
    pub fn candidates(&self) -> &[Candidate] {
        &self.context.candidates
    }

    /// Gives the features of a candidate, and what each counts with such scales of blocks.
    pub fn features(&self, candidate: &Candidate, scales: &[i64; BLOCKS]) -> Vec<(u32, i64)> {
        let mut all = Collected::default();
        self.context.first(candidate, &mut all);
        self.context.second(candidate, &mut all);
        let values = all.counts.iter().zip(scales).map(|(count, scale)| value(*scale, *count));
        let values: Vec<i64> = values.collect();
        let value = |block: usize| values.get(block).copied().unwrap_or_default();
        all.features.iter().map(|(block, feature)| (*feature, value(*block))).collect()
    }

    /// Gives what a model makes of a candidate.
    pub fn score(&self, model: Model<'_>, candidate: &Candidate) -> i64 {
        model.score(&self.context, candidate)
    }
}

/// Gives a text as the rules leave it without the model, and where the secrets that they found stood in it.
pub fn rules(text: &str) -> (String, Vec<(usize, usize)>) {
    let scan = crate::scan_by_rules(text);
    let spans = scan.findings.iter().map(|finding| (finding.start, finding.end)).collect();
    (scan.masked, spans)
}
