//! Features by number, and which of them get a place in a model's table.
//!
//! There are more features than places: the weightiest of each place stays, and the last round is made with those that stay.

use std::collections::HashMap;

use proofdesk_guard::training::{ONE, check, place};

/// In so many messages a feature is, at least.
const KNOWN: usize = 3;

/// Features by number, and what they count.
pub type Features = Vec<(usize, f64)>;

/// The hashes of features by number.
#[derive(Default)]
pub struct Numbers {
    pub hashes: Vec<u32>,
    numbers: HashMap<u32, usize>,
}

impl Numbers {
    /// Gives the features of a candidate, each once, in the order of their numbers.
    pub fn row(&mut self, features: Vec<(u32, i64)>) -> Features {
        let mut all: Features = Vec::new();
        for (hash, value) in features {
            let number = *self.numbers.entry(hash).or_insert_with(|| {
                self.hashes.push(hash);
                self.hashes.len() - 1
            });
            all.push((number, real(value) / real(ONE)));
        }
        all.sort_by_key(|(number, _)| *number);
        let mut row: Features = Vec::with_capacity(all.len());
        for (number, value) in all {
            match row.last_mut() {
                Some((last, sum)) if *last == number => *sum += value,
                _ => row.push((number, value)),
            }
        }
        row
    }

    /// Tells of every feature whether enough messages have it.
    pub fn known<'a, M>(&self, messages: impl Iterator<Item = M>) -> Vec<bool>
    where
        M: Iterator<Item = &'a Features>,
    {
        let mut counts = vec![(0, 0); self.hashes.len()];
        for (index, message) in messages.enumerate() {
            for (number, _) in message.flatten() {
                if let Some((count, last)) =
                    counts.get_mut(*number).filter(|(_, last)| *last != index + 1)
                {
                    *count += 1;
                    *last = index + 1;
                }
            }
        }
        counts.into_iter().map(|(count, _)| count >= KNOWN).collect()
    }

    /// Tells of every feature whether it is the weightiest of its place.
    pub fn weightiest(&self, weights: &[f64], places: usize) -> Vec<bool> {
        let mut best: Vec<Option<usize>> = vec![None; places];
        let weight = |number: usize| weights.get(number).copied().unwrap_or_default().abs();
        let weighty = |(number, _): &(usize, &u32)| weight(*number) > 0.0;
        for (number, hash) in self.hashes.iter().enumerate().filter(weighty) {
            if let Some(best) = best.get_mut(place(*hash, places)) {
                *best = best.filter(|best| weight(*best) >= weight(number)).or(Some(number));
            }
        }
        let mut kept = vec![false; self.hashes.len()];
        for number in best.into_iter().flatten() {
            if let Some(kept) = kept.get_mut(number) {
                *kept = true;
            }
        }
        kept
    }

    /// Cuts the weights to a byte each. Gives the table, and what a sum of one is in it.
    #[expect(clippy::cast_possible_truncation, reason = "nothing here is larger than its type")]
    pub fn table(&self, weights: &[f64], places: usize) -> (Vec<u8>, f64) {
        let largest = weights.iter().fold(0.0_f64, |largest, weight| largest.max(weight.abs()));
        let scale = 127.0 / largest;
        let mut table = vec![[0_u8; 2]; places];
        for (hash, weight) in self.hashes.iter().zip(weights) {
            let [weight] = ((weight * scale).round() as i8).to_le_bytes();
            if let Some(slot) = table.get_mut(place(*hash, places)).filter(|_| weight != 0) {
                *slot = [check(*hash), weight];
            }
        }
        (table.as_flattened().to_vec(), scale * real(ONE))
    }
}

/// Gives the features of a row that are kept.
pub fn filtered(row: &Features, kept: &[bool]) -> Features {
    let is_kept = |number: usize| kept.get(number).copied().unwrap_or_default();
    row.iter().filter(|(number, _)| is_kept(*number)).copied().collect()
}

/// Writes a number as a model's head has it, in the unit of its table.
#[expect(clippy::cast_possible_truncation, reason = "a threshold is a small number")]
pub fn head(number: f64, one: f64) -> [u8; 8] {
    ((number * one).round() as i64).to_le_bytes()
}

#[expect(clippy::cast_precision_loss, reason = "sums of a few thousand")]
pub fn real(number: i64) -> f64 {
    number as f64
}
