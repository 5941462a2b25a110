//! Messages without any secret.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use unicode_normalization::is_nfc;

use crate::cases::{Case, LANGUAGES};
use crate::fresh;
use crate::random::Random;
use crate::templates::{Templates, fill};

/// Messages of each language in each of the first halves.
const COUNT: usize = 120;

/// Messages of each language in the fresh set.
const FRESH_COUNT: usize = 140;

pub fn of_half(half: &str, templates: &Templates) -> Result<Vec<Case>> {
    let mut random = Random::named(&format!("{half} innocent"));
    let mut cases = Vec::new();
    for lang in LANGUAGES {
        cases.extend(of_language(lang, half, templates, &mut random)?);
    }
    Ok(cases)
}

fn of_language(
    lang: &str,
    half: &str,
    templates: &Templates,
    random: &mut Random,
) -> Result<Vec<Case>> {
    let own = templates.section(lang, "innocent", half);
    let shared = templates.section("any", "innocent", half);
    let openings = templates.section(lang, "open", half);
    ensure!(own.len() >= 20 && openings.len() >= 3, "{lang} {half}: too few innocent messages");
    let count = if half == fresh::HALF { FRESH_COUNT } else { COUNT };
    let mut bodies = BTreeSet::new();
    let mut cases = Vec::new();
    for number in 0.. {
        if cases.len() == count {
            break;
        }
        let (layout, body) = body(number, own, shared, openings, random);
        if bodies.insert(body.clone()) {
            let text = fill(&body, &[], random);
            ensure!(is_nfc(&text), "not in normalisation form C: {text}");
            let id = format!("innocent-{half}-{lang}-{:03}", cases.len());
            let (lang, layout) = (lang.to_owned(), layout.to_owned());
            cases.push(Case { id, lang, kind: None, layout, text, secrets: Vec::new() });
        }
    }
    Ok(cases)
}

/// First every message by itself, then what programs print, then two or three messages in one.
fn body(
    number: usize,
    own: &[String],
    shared: &[String],
    openings: &[String],
    random: &mut Random,
) -> (&'static str, String) {
    if let Some(message) = own.get(number) {
        return ("message", message.clone());
    }
    let opening = random.pick(openings).clone();
    if let Some(message) = shared.get(number - own.len()) {
        return ("program", format!("{opening}\n{message}"));
    }
    let mut sentences = vec![opening];
    sentences.extend(different(random.between(2, 3), own, random));
    ("several", sentences.join(if random.one_in(2) { "\n" } else { " " }))
}

fn different(count: usize, list: &[String], random: &mut Random) -> Vec<String> {
    let mut chosen = Vec::new();
    while chosen.len() < count.min(list.len()) {
        let message = random.pick(list);
        if !chosen.contains(message) {
            chosen.push(message.clone());
        }
    }
    chosen
}
