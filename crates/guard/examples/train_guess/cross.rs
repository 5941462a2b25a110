//! How often the model is right on texts of hands that it was not made from.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_guard::guess::training::{Form, Model, read};

use super::data::{KINDS, TEMPLATES};
use super::fit::{Corpus, Message, packed, spans};
use super::weigh::real;

/// A message with the sums of its candidates by a model that does not know its hand.
pub struct Judged<'a> {
    pub message: &'a Message,
    /// Those of candidates that could be masked.
    pub sums: Vec<Sum>,
}

/// First byte, first byte after it, what it looks like, and the sum.
#[derive(Debug, Clone, Copy)]
pub struct Sum {
    start: usize,
    end: usize,
    form: Form,
    sum: f64,
}

/// Judges every message, its hand left out; or those of one hand only.
pub fn judged<'a>(corpus: &'a Corpus, only: Option<&str>) -> Vec<Judged<'a>> {
    let hands: BTreeSet<&str> =
        corpus.messages.iter().map(|message| message.text.hand.as_str()).collect();
    let mut judged = Vec::new();
    for hand in hands.into_iter().filter(|hand| only.is_none_or(|only| only == *hand)) {
        let (out, known): (Vec<&Message>, Vec<&Message>) =
            corpus.messages.iter().partition(|message| message.text.hand == hand);
        let (bytes, one) = packed(corpus, &known, &[0; 32]);
        let model = Model::read(&bytes);
        judged.extend(out.into_iter().map(|message| judge(model, one, message)));
    }
    judged
}

fn judge<'a>(model: Model<'_>, one: f64, message: &'a Message) -> Judged<'a> {
    let mut sums = Vec::new();
    if let Some(read) = read(&message.left) {
        for (candidate, named) in read.candidates().iter().zip(&read.named_otherwise) {
            let sum = real(read.score(model, candidate)) / one;
            let (start, end, form) = (candidate.start, candidate.end, candidate.form);
            sums.extend((!named).then_some(Sum { start, end, form, sum }));
        }
    }
    Judged { message, sums }
}

type Thresholds = [f64; Form::ALL.len()];

impl Judged<'_> {
    fn above(&self, thresholds: &Thresholds) -> impl Iterator<Item = &Sum> {
        self.sums
            .iter()
            .filter(|sum| thresholds.get(sum.form.number()).is_some_and(|it| sum.sum >= *it))
    }

    /// Tells whether the model masks anything that is no secret.
    fn alarms(&self, thresholds: &Thresholds) -> bool {
        let spans = spans(&self.message.left, &self.message.text.secrets);
        self.above(thresholds)
            .any(|sum| !spans.iter().any(|span| sum.start < span.1 && span.0 < sum.end))
    }

    fn is_found(&self, thresholds: &Thresholds) -> bool {
        let spans = spans(&self.message.left, &self.message.text.secrets);
        spans
            .iter()
            .all(|span| self.above(thresholds).any(|sum| sum.start < span.1 && span.0 < sum.end))
    }
}

/// Prints for a row of thresholds what is found of the hands that wrote freely, and what is masked without cause.
pub fn print_curve(judged: &[Judged<'_>]) {
    println!("| threshold | found of leaks | alarms in hard innocent ones | in ordinary ones |");
    println!("| --- | ---: | ---: | ---: |");
    for step in (-6..=20).map(|step| real(step) / 20.0) {
        let thresholds = [step; Form::ALL.len()];
        let count = Count::of(judged.iter().filter(|it| !is_ordinary(it)), &thresholds);
        let ordinary = Count::of(judged.iter().filter(|it| is_ordinary(it)), &thresholds);
        println!(
            "| {step:.2} | {} ({}) | {} of {} | {} of {} |",
            count.found,
            share(count.found, count.leaks),
            count.alarms,
            count.innocent,
            ordinary.alarms,
            ordinary.innocent,
        );
    }
    println!();
}

fn is_ordinary(judged: &Judged<'_>) -> bool {
    TEMPLATES.contains(&judged.message.text.hand.as_str())
}

#[derive(Debug, Default)]
struct Count {
    leaks: usize,
    seen: usize,
    by_rules: usize,
    found: usize,
    innocent: usize,
    rules_alarm: usize,
    alarms: usize,
    beside: usize,
}

impl Count {
    fn of<'a>(judged: impl Iterator<Item = &'a Judged<'a>>, thresholds: &Thresholds) -> Count {
        let mut count = Count::default();
        for one in judged {
            let number = usize::from;
            if one.message.text.kind.is_none() {
                count.innocent += 1;
                count.rules_alarm += number(!one.message.rules.is_empty());
                count.alarms += number(one.alarms(thresholds));
            } else {
                count.leaks += 1;
                count.seen += number(one.is_found(&[f64::NEG_INFINITY; Form::ALL.len()]));
                count.by_rules += number(one.is_found(&[f64::INFINITY; Form::ALL.len()]));
                count.found += number(one.is_found(thresholds));
                count.beside += number(one.alarms(thresholds));
            }
        }
        count
    }
}

/// Prints what is found with the thresholds of the file by hand, kind and language.
pub fn print(judged: &[Judged<'_>], thresholds: &Thresholds) {
    let learnt = || judged.iter().filter(|one| one.message.text.is_learnt());
    let mut groups: BTreeMap<String, Vec<&Judged<'_>>> = BTreeMap::new();
    for one in learnt() {
        let text = &one.message.text;
        groups.entry(format!("hand {}", text.hand)).or_default().push(one);
        if !is_ordinary(one) {
            groups.entry(format!("language {}", text.lang)).or_default().push(one);
            groups.entry("free hands".to_owned()).or_default().push(one);
            let kind = text.kind.as_deref().filter(|kind| KINDS.contains(kind));
            groups.entry(format!("kind {}", kind.unwrap_or("innocent"))).or_default().push(one);
        }
    }
    println!(
        "| | leaks | could be | rules | with the model | beside leaks | innocent | alarms of rules | of the model |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (name, group) in groups {
        let count = Count::of(group.into_iter(), thresholds);
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
            count.leaks,
            share(count.seen, count.leaks),
            share(count.by_rules, count.leaks),
            share(count.found, count.leaks),
            count.beside,
            count.innocent,
            count.rules_alarm,
            count.alarms,
        );
    }
    println!();
    print_forms(judged);
}

/// Prints for every form and threshold how many secrets and how many other strings of innocent messages are above.
fn print_forms(judged: &[Judged<'_>]) {
    println!("| form | threshold | secrets | hard | ordinary |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for form in Form::ALL {
        for step in (0..=6).map(|step| real(step) / 10.0) {
            let mut counts = [0; 3];
            for one in judged {
                let spans = spans(&one.message.left, &one.message.text.secrets);
                for sum in one.sums.iter().filter(|sum| sum.form == form && sum.sum >= step) {
                    let is_secret = spans.iter().any(|span| sum.start < span.1 && span.0 < sum.end);
                    let place = match (is_secret, &one.message.text.kind, is_ordinary(one)) {
                        (true, _, false) => 0,
                        (false, None, false) => 1,
                        (false, None, true) => 2,
                        _ => continue,
                    };
                    if let Some(count) = counts.get_mut(place) {
                        *count += 1;
                    }
                }
            }
            let [secrets, hard, ordinary] = counts;
            println!("| {form:?} | {step:.1} | {secrets} | {hard} | {ordinary} |");
        }
    }
    println!();
}

/// Prints what is judged wrongly, and by how much.
pub fn print_misses(judged: &[Judged<'_>], thresholds: &Thresholds) {
    for one in judged.iter().filter(|one| one.message.text.is_learnt()) {
        let text = &one.message.text;
        let wrong = match text.kind {
            None => one.alarms(thresholds),
            Some(_) => !one.is_found(thresholds),
        };
        if wrong {
            let sums: Vec<String> = one
                .sums
                .iter()
                .map(|sum| {
                    let value = one.message.left.get(sum.start..sum.end).unwrap_or_default();
                    format!("{value} {:?} {:.2}", sum.form, sum.sum)
                })
                .collect();
            println!(
                "{}\t{}\t{}\t{:?}\t{}",
                text.hand,
                text.lang,
                text.kind.as_deref().unwrap_or("innocent"),
                one.message.left,
                sums.join(" | ")
            );
        }
    }
}

/// Three decimals, cut and not rounded, so that 1.000 means all.
fn share(part: usize, whole: usize) -> String {
    let thousandths = (part * 1000).checked_div(whole);
    thousandths.map_or_else(String::new, |n| format!("{}.{:03}", n / 1000, n % 1000))
}
