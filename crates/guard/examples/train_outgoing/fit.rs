//! Finds the weights for some messages, and writes them as the guard reads them.
//!
//! A message that asks does so in one place, and nothing says in which. So its candidates all count at first, each a part,
//! and then only the one that the weights so far find the most likely.

use proofdesk_guard::outgoing::training::{Candidate, HEADER, PLACES, candidates, features};
use sha2::{Digest as _, Sha256};

use super::data::Text;
use super::svm::{Row, dot, train};
use super::weigh::{Features, Numbers, filtered, head, real};

/// What an error costs against large weights.
const COST: f64 = 2.0;
/// How often the likeliest candidates are looked for.
const ROUNDS: usize = 3;
/// How much the sentences around can say for or against, and from which sum on a text asks: see `--cross`.
const LIMIT: f64 = 0.6;
pub const THRESHOLD: f64 = 0.5;

/// A message as it is learnt.
pub struct Message {
    pub text: Text,
    pub candidates: Vec<Candidate>,
    rows: Vec<Features>,
}

/// All messages, and their features by number.
#[derive(Default)]
pub struct Corpus {
    pub messages: Vec<Message>,
    pub numbers: Numbers,
}

impl Corpus {
    pub fn new(texts: Vec<Text>) -> Corpus {
        let mut corpus = Corpus::default();
        for text in texts {
            let candidates = candidates(&text.text);
            let rows = candidates.iter().map(|one| corpus.numbers.row(features(one))).collect();
            corpus.messages.push(Message { text, candidates, rows });
        }
        corpus
    }
}

/// Finds the weights of features, most of them 0.
pub fn fit(numbers: &Numbers, messages: &[&Message]) -> Vec<f64> {
    let mut weights: Option<Vec<f64>> = None;
    let mut kept = numbers.known(messages.iter().map(|message| message.rows.iter()));
    for round in 0..=ROUNDS {
        if let Some(weights) = weights.as_ref().filter(|_| round == ROUNDS) {
            kept = numbers.weightiest(weights, PLACES);
        }
        let only = |rows: &[Features]| rows.iter().map(|row| filtered(row, &kept)).collect();
        let rows: Vec<Vec<Features>> = messages.iter().map(|message| only(&message.rows)).collect();
        let messages = messages.iter().zip(&rows);
        let rows: Vec<Row<'_>> = messages
            .flat_map(|(message, rows)| labelled(message, rows, weights.as_deref()))
            .collect();
        weights = Some(train(&rows, numbers.hashes.len()));
    }
    weights.unwrap_or_default()
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

/// Gives the file, and what a sum of one is in it.
pub fn packed(numbers: &Numbers, weights: &[f64], digest: &[u8]) -> (Vec<u8>, f64) {
    let (table, one) = numbers.table(weights, PLACES);
    let mut bytes = Vec::with_capacity(HEADER + table.len());
    bytes.extend(head(THRESHOLD, one));
    bytes.extend(head(LIMIT, one));
    bytes.extend(digest);
    bytes.extend(table);
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
    packed(&corpus.numbers, &fit(&corpus.numbers, &all), &hash.finalize()).0
}
