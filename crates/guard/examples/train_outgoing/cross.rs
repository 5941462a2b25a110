//! How often the model is right on texts that it was not made from.

use std::collections::BTreeMap;

use proofdesk_guard::outgoing::training::Model;

use super::data::PARTS;
use super::fit::{Corpus, Message, THRESHOLD, fit, packed};
use super::weigh::real;

/// A message, and its highest sum by a model that does not know it.
pub type Judged<'a> = (f64, &'a Message);

/// How texts are left out together.
#[derive(Clone, Copy)]
pub enum LeftOut {
    /// A text with its translations.
    Templates,
    /// A way of asking or of not asking, in every language and file.
    Ways,
    /// The files of `-2`, which were written by other hands than the rest.
    Authors,
}

impl LeftOut {
    fn fold(self, message: &Message, ways: &[&str]) -> Option<usize> {
        let text = &message.text;
        match self {
            LeftOut::Templates => Some(text.template % PARTS),
            LeftOut::Ways => ways.iter().position(|way| *way == text.group).map(|at| at % PARTS),
            LeftOut::Authors => text.file.ends_with("-2").then_some(0),
        }
    }
}

/// Judges every message that is left out at some time.
pub fn judged(corpus: &Corpus, left_out: LeftOut) -> Vec<Judged<'_>> {
    let messages = &corpus.messages;
    let mut ways: Vec<&str> = messages.iter().map(|message| message.text.group.as_str()).collect();
    ways.retain(|way| !way.is_empty());
    ways.sort_unstable();
    ways.dedup();
    let mut judged = Vec::new();
    for fold in 0..PARTS {
        let is_out = |message: &&Message| left_out.fold(message, &ways) == Some(fold);
        let (out, known): (Vec<&Message>, Vec<&Message>) = messages.iter().partition(is_out);
        if !out.is_empty() {
            let (bytes, one) = packed(&corpus.numbers, &fit(&corpus.numbers, &known), &[0; 32]);
            let model = Model::read(&bytes);
            judged.extend(
                out.into_iter()
                    .filter(|message| message.text.file != "joined")
                    .map(|message| (score(model, message) / one, message)),
            );
        }
    }
    judged
}

/// Gives the highest sum of a message.
fn score(model: Model<'_>, message: &Message) -> f64 {
    let scores = message.candidates.iter().map(|candidate| model.score(candidate));
    scores.max().map_or(f64::NEG_INFINITY, real)
}

/// Prints a row for every group of messages, the groups in order, and one for all.
pub fn print(judged: &[Judged<'_>], group: impl Fn(&Message) -> String) {
    let mut groups: BTreeMap<String, Vec<Judged<'_>>> = BTreeMap::new();
    for one in judged {
        groups.entry(group(one.1)).or_default().push(*one);
    }
    println!(
        "| | asking | found | share | allowed | wrong | share | found if one in a hundred is wrong |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (name, group) in &groups {
        print_row(name, group);
    }
    print_row("all", judged);
    println!();
}

fn print_row(name: &str, judged: &[Judged<'_>]) {
    let (asking, allowed): (Vec<Judged<'_>>, Vec<Judged<'_>>) =
        judged.iter().copied().partition(|(_, message)| message.text.asks.is_some());
    let above =
        |judged: &[Judged<'_>], limit: f64| judged.iter().filter(|one| one.0 >= limit).count();
    let (found, wrong) = (above(&asking, THRESHOLD), above(&allowed, THRESHOLD));
    let mut scores: Vec<f64> = allowed.iter().map(|(score, _)| *score).collect();
    scores.sort_by(|one, other| other.total_cmp(one));
    let strict = scores.get(scores.len() / 100).copied();
    let strict = strict.map(|limit| asking.iter().filter(|one| one.0 > limit).count());
    println!(
        "| {name} | {} | {found} | {} | {} | {wrong} | {} | {} |",
        asking.len(),
        share(found, asking.len()),
        allowed.len(),
        share(wrong, allowed.len()),
        strict
            .filter(|_| !asking.is_empty())
            .map_or_else(String::new, |found| share(found, asking.len())),
    );
}

/// Three decimals, cut and not rounded, so that 1.000 means all.
fn share(part: usize, whole: usize) -> String {
    let thousandths = (part * 1000).checked_div(whole);
    thousandths.map_or_else(String::new, |n| format!("{}.{:03}", n / 1000, n % 1000))
}

/// Prints what is judged wrongly, and by how much.
pub fn print_misses(judged: &[Judged<'_>]) {
    let is_wrong = |one: &&Judged<'_>| (one.0 >= THRESHOLD) != one.1.text.asks.is_some();
    let mut wrong: Vec<&Judged<'_>> = judged.iter().filter(is_wrong).collect();
    wrong.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (score, message) in wrong {
        let text = &message.text;
        let asks = text.asks.as_deref().unwrap_or("nothing");
        println!(
            "{score:.2}\t{asks}\t{}\t{}\t{}\t{:?}",
            text.lang, text.file, text.group, text.text
        );
    }
}
