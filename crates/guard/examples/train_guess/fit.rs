//! Finds the weights, and writes them as the guard reads them.

use std::collections::BTreeMap;

use proofdesk_guard::guess::training::{BLOCK_COUNT, Form, HEADER, PLACES, read, rules};
use sha2::{Digest as _, Sha256};

use super::data::Text;
use super::svm::{Row, train};
use super::weigh::{Features, Numbers, filtered, head, real};

/// What is chosen by hand: see `--cross`.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What an error costs against large weights, a miss and an alarm.
    pub miss: f64,
    pub alarm: f64,
    /// How much each block of features counts.
    pub scales: [i64; BLOCK_COUNT],
    /// From which sum on a candidate of each form is a secret.
    pub thresholds: [f64; Form::ALL.len()],
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            miss: 0.2,
            alarm: 0.8,
            scales: [70, 60, 60, 90, 70, 50],
            thresholds: [0.4, 0.15, 0.1, 0.5, 0.35],
        }
    }
}

/// A candidate as it is learnt.
pub struct Learnt {
    pub is_secret: bool,
    /// It is neither learnt from nor masked.
    pub is_left: bool,
    features: Features,
}

/// A message as it is learnt.
pub struct Message {
    pub text: Text,
    /// What the rules leave of it.
    pub left: String,
    /// Where the rules found something.
    pub rules: Vec<(usize, usize)>,
    pub learnt: Vec<Learnt>,
}

/// All messages, and their features by number.
pub struct Corpus {
    pub messages: Vec<Message>,
    numbers: Numbers,
    pub settings: Settings,
}

impl Corpus {
    pub fn new(texts: Vec<Text>, settings: Settings) -> Corpus {
        let mut corpus = Corpus { messages: Vec::new(), numbers: Numbers::default(), settings };
        for text in texts {
            let message = corpus.message(text);
            corpus.messages.push(message);
        }
        let rows = corpus.messages.iter().map(rows);
        let known = corpus.numbers.known(rows);
        for learnt in corpus.messages.iter_mut().flat_map(|message| &mut message.learnt) {
            learnt.features = filtered(&learnt.features, &known);
        }
        corpus
    }

    fn message(&mut self, text: Text) -> Message {
        let (left, rules) = rules(&text.text);
        let spans = spans(&left, &text.secrets);
        let mut learnt = Vec::new();
        if let Some(read) = read(&left) {
            for (candidate, named) in read.candidates().iter().zip(&read.named_otherwise) {
                let (start, end) = (candidate.start, candidate.end);
                let is_secret = spans.iter().any(|span| start < span.1 && span.0 < end);
                let features = read.features(candidate, &self.settings.scales);
                learnt.push(Learnt {
                    is_secret,
                    is_left: *named || is_secret && !text.is_learnt(),
                    features: self.numbers.row(features),
                });
            }
        }
        Message { text, left, rules, learnt }
    }
}

fn rows(message: &Message) -> impl Iterator<Item = &Features> {
    message.learnt.iter().filter(|it| !it.is_left).map(|it| &it.features)
}

/// Where secrets stand, every time they do.
pub fn spans(text: &str, secrets: &[String]) -> Vec<(usize, usize)> {
    let places = |secret: &String| {
        let found = text.match_indices(secret.as_str());
        found.map(|(start, found)| (start, start + found.len())).collect::<Vec<_>>()
    };
    secrets.iter().flat_map(places).collect()
}

/// Finds the weights of features, most of them 0.
fn fit(corpus: &Corpus, messages: &[&Message]) -> Vec<f64> {
    let numbers = &corpus.numbers;
    let mut kept = numbers.known(messages.iter().map(|message| rows(message)));
    let weights = round(corpus, messages, &kept);
    kept = numbers.weightiest(&weights, PLACES);
    round(corpus, messages, &kept)
}

fn round(corpus: &Corpus, messages: &[&Message], kept: &[bool]) -> Vec<f64> {
    let key = |message: &Message| {
        (message.text.hand.clone(), message.text.lang.clone(), message.text.kind.is_some())
    };
    let mut counts: BTreeMap<(String, String, bool), i64> = BTreeMap::new();
    for message in messages {
        *counts.entry(key(message)).or_default() += 1;
    }
    let mean = real(counts.values().sum()) / real(i64::try_from(counts.len()).unwrap_or(1));
    let settings = &corpus.settings;
    let mut rows: Vec<(Features, bool, f64)> = Vec::new();
    for message in messages {
        let count = counts.get(&key(message)).copied().unwrap_or(1);
        // Half way between each text and each hand and language counting the same.
        let share = (mean / real(count)).sqrt();
        for one in message.learnt.iter().filter(|one| !one.is_left) {
            let cost = if one.is_secret { settings.miss } else { settings.alarm };
            rows.push((filtered(&one.features, kept), one.is_secret, cost * share));
        }
    }
    let rows = rows.iter().map(|(features, is_secret, cost)| Row {
        features,
        label: if *is_secret { 1.0 } else { -1.0 },
        cost: *cost,
    });
    train(&rows.collect::<Vec<_>>(), corpus.numbers.hashes.len())
}

/// Gives the file, and what a sum of one is in it.
pub fn packed(corpus: &Corpus, messages: &[&Message], digest: &[u8]) -> (Vec<u8>, f64) {
    let (table, one) = corpus.numbers.table(&fit(corpus, messages), PLACES);
    let mut bytes = Vec::with_capacity(HEADER + table.len());
    bytes.extend(corpus.settings.thresholds.iter().flat_map(|it| head(*it, one)));
    bytes.extend(corpus.settings.scales.iter().flat_map(|it| it.to_le_bytes()));
    bytes.extend(digest);
    bytes.extend(table);
    (bytes, one)
}

/// Makes the file from all messages.
pub fn model(corpus: &Corpus) -> Vec<u8> {
    let mut hash = Sha256::new();
    for message in &corpus.messages {
        for part in message.text.secrets.iter().chain([&message.text.text]) {
            hash.update(part);
            hash.update([0]);
        }
        hash.update([0]);
    }
    let all: Vec<&Message> = corpus.messages.iter().collect();
    packed(corpus, &all, &hash.finalize()).0
}
