//! Finds the weights for some messages, and writes them as the guard reads them.
//!
//! A message that asks does so in one place, and nothing says in which. So its candidates all count at first, each a part,
//! and then only the one that the weights so far find the most likely. There are more features than places: the weightiest of
//! each place stays, and the last round is made with those that stay.

use std::collections::HashMap;

use proofdesk_guard::outgoing::training::{
    Candidate, HEADER, ONE, PLACES, candidates, check, features, place,
};
use sha2::{Digest as _, Sha256};

use super::data::Text;
use super::svm::{Row, dot, train};

/// What an error costs against large weights.
const COST: f64 = 2.0;
/// How often the likeliest candidates are looked for.
const ROUNDS: usize = 3;
/// In so many messages a feature is, at least.
const KNOWN: usize = 3;
/// How much the sentences around can say for or against, and from which sum on a text asks: see `--cross`.
const LIMIT: f64 = 0.6;
pub const THRESHOLD: f64 = 0.5;

/// Features by number, and what they count.
type Features = Vec<(usize, f64)>;

/// A message as it is learnt.
pub struct Message {
    pub text: Text,
    pub candidates: Vec<Candidate>,
    rows: Vec<Features>,
}

/// All messages, and the hashes of their features by number.
#[derive(Default)]
pub struct Corpus {
    pub messages: Vec<Message>,
    pub hashes: Vec<u32>,
}

impl Corpus {
    pub fn new(texts: Vec<Text>) -> Corpus {
        let mut corpus = Corpus::default();
        let mut numbers = HashMap::new();
        for text in texts {
            let candidates = candidates(&text.text);
            let rows = candidates.iter().map(|one| row(one, &mut numbers, &mut corpus.hashes));
            let rows = rows.collect();
            corpus.messages.push(Message { text, candidates, rows });
        }
        corpus
    }
}

/// Gives the features of a candidate, each once, in the order of their numbers.
fn row(
    candidate: &Candidate,
    numbers: &mut HashMap<u32, usize>,
    hashes: &mut Vec<u32>,
) -> Features {
    let mut all: Features = Vec::new();
    for (hash, value) in features(candidate) {
        let number = *numbers.entry(hash).or_insert_with(|| {
            hashes.push(hash);
            hashes.len() - 1
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

#[expect(clippy::cast_precision_loss, reason = "sums of a few thousand")]
pub fn real(number: i64) -> f64 {
    number as f64
}

/// Finds the weights of features, most of them 0.
pub fn fit(hashes: &[u32], messages: &[&Message]) -> Vec<f64> {
    let mut weights: Option<Vec<f64>> = None;
    let mut kept = known(hashes.len(), messages);
    for round in 0..=ROUNDS {
        if let Some(weights) = weights.as_ref().filter(|_| round == ROUNDS) {
            kept = weightiest(hashes, weights);
        }
        let only = |rows: &[Features]| rows.iter().map(|row| filtered(row, &kept)).collect();
        let rows: Vec<Vec<Features>> = messages.iter().map(|message| only(&message.rows)).collect();
        let messages = messages.iter().zip(&rows);
        let rows: Vec<Row<'_>> = messages
            .flat_map(|(message, rows)| labelled(message, rows, weights.as_deref()))
            .collect();
        weights = Some(train(&rows, hashes.len()));
    }
    weights.unwrap_or_default()
}

/// Tells of every feature whether enough messages have it.
fn known(features: usize, messages: &[&Message]) -> Vec<bool> {
    let mut counts = vec![(0, 0); features];
    for (index, message) in messages.iter().enumerate() {
        for (number, _) in message.rows.iter().flatten() {
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
fn weightiest(hashes: &[u32], weights: &[f64]) -> Vec<bool> {
    let mut best: Vec<Option<usize>> = vec![None; PLACES];
    let weight = |number: usize| weights.get(number).copied().unwrap_or_default().abs();
    for (number, hash) in hashes.iter().enumerate().filter(|(number, _)| weight(*number) > 0.0) {
        if let Some(best) = best.get_mut(place(*hash)) {
            *best = best.filter(|best| weight(*best) >= weight(number)).or(Some(number));
        }
    }
    let mut kept = vec![false; hashes.len()];
    for number in best.into_iter().flatten() {
        if let Some(kept) = kept.get_mut(number) {
            *kept = true;
        }
    }
    kept
}

fn filtered(row: &Features, kept: &[bool]) -> Features {
    row.iter()
        .filter(|(number, _)| kept.get(*number).copied().unwrap_or_default())
        .copied()
        .collect()
}

/// Gives the rows of a message: all of one that may be sent, of one that asks those that can be what it asks for.
fn labelled<'a>(message: &Message, rows: &'a [Features], weights: Option<&[f64]>) -> Vec<Row<'a>> {
    let Some(asks) = message.text.asks.as_deref() else {
        return rows.iter().map(|features| Row { features, label: -1.0, cost: COST }).collect();
    };
    let pairs = || message.candidates.iter().zip(rows);
    let named = pairs().filter(|(candidate, _)| asks == "?" || candidate.wanted.as_str() == asks);
    let mut meant: Vec<&Features> = named.map(|(_, row)| row).collect();
    if meant.is_empty() {
        meant = rows.iter().collect();
    }
    if let Some(weights) = weights {
        let sum = |row: &&Features| dot(weights, row);
        meant = meant.into_iter().max_by(|a, b| sum(a).total_cmp(&sum(b))).into_iter().collect();
    }
    let cost = COST / real(i64::try_from(meant.len()).unwrap_or(1));
    meant.into_iter().map(|features| Row { features, label: 1.0, cost }).collect()
}

/// Cuts the weights to a byte each. Gives the file, and what a sum of one is in it.
#[expect(clippy::cast_possible_truncation, reason = "nothing here is larger than its type")]
pub fn packed(hashes: &[u32], weights: &[f64], digest: &[u8]) -> (Vec<u8>, f64) {
    let largest = weights.iter().fold(0.0_f64, |largest, weight| largest.max(weight.abs()));
    let scale = 127.0 / largest;
    let one = scale * real(ONE);
    let number = |number: f64| ((number * one).round() as i64).to_le_bytes();
    let mut places = vec![[0_u8; 2]; PLACES];
    for (hash, weight) in hashes.iter().zip(weights) {
        let [weight] = ((weight * scale).round() as i8).to_le_bytes();
        if let Some(place) = places.get_mut(place(*hash)).filter(|_| weight != 0) {
            *place = [check(*hash), weight];
        }
    }
    let mut bytes = Vec::with_capacity(HEADER + 2 * PLACES);
    bytes.extend(number(THRESHOLD));
    bytes.extend(number(LIMIT));
    bytes.extend(digest);
    bytes.extend(places.as_flattened());
    (bytes, one)
}

/// Makes the file from all messages.
pub fn model(corpus: &Corpus) -> Vec<u8> {
    let mut hash = Sha256::new();
    for message in &corpus.messages {
        hash.update(message.text.asks.as_deref().unwrap_or_default());
        hash.update([0]);
        hash.update(&message.text.text);
        hash.update([0]);
    }
    let all: Vec<&Message> = corpus.messages.iter().collect();
    packed(&corpus.hashes, &fit(&corpus.hashes, &all), &hash.finalize()).0
}
