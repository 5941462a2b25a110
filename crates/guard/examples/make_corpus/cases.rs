//! Puts secrets into contexts.

use anyhow::{Result, bail, ensure};
use serde::Serialize;
use unicode_normalization::is_nfc;

use crate::api::{suits, unmarked};
use crate::kinds::{Kind, Turn};
use crate::phrases::Phrases;
use crate::random::Random;
use crate::secret::Secret;
use crate::templates::{Templates, fill};

pub const LANGUAGES: [&str; 10] =
    ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"];

/// A line of the corpus.
#[derive(Serialize)]
pub struct Case {
    pub id: String,
    pub lang: String,
    /// `None` in an innocent message.
    pub kind: Option<String>,
    pub layout: String,
    pub text: String,
    pub secrets: Vec<String>,
}

/// Makes the cases of a kind for a half, the languages in turn.
pub fn of_kind(
    kind: &Kind,
    half: &str,
    templates: &Templates,
    phrases: &Phrases,
) -> Result<Vec<Case>> {
    let mut random = Random::named(&format!("{half} {}", kind.name));
    let turns = (0..kind.count).zip(LANGUAGES.into_iter().cycle());
    turns
        .map(|(number, lang)| {
            let turn = Turn { phrases, half, lang, number };
            case(kind, &turn, templates, &mut random)
        })
        .collect()
}

/// A secret whose pieces also stand in the sentence around it would measure nothing: then another is made.
fn case(kind: &Kind, turn: &Turn<'_>, templates: &Templates, random: &mut Random) -> Result<Case> {
    let contexts = contexts(kind.section, turn, templates)?;
    for attempt in 0..200 {
        let secret = (kind.make)(turn, random);
        let rotation = turn.number / LANGUAGES.len() + attempt;
        let Some(context) = contexts.get(rotation % contexts.len()) else { continue };
        if !suits(&context.body, &secret.slots) {
            continue;
        }
        if let Some(case) = filled(kind, turn, context, secret, random) {
            return Ok(case);
        }
    }
    bail!("{} {} {}: no secret fits any context", kind.name, turn.half, turn.lang)
}

struct Text {
    opening: String,
    body: String,
}

/// The contexts of the language and those of programs, one after the other.
fn contexts(section: &str, turn: &Turn<'_>, templates: &Templates) -> Result<Vec<Text>> {
    let own = templates.section(turn.lang, section, turn.half);
    let shared = templates.section("any", section, turn.half);
    let openings = templates.section(turn.lang, "open", turn.half);
    ensure!(own.len() >= 5, "{} {section} {}: too few contexts", turn.lang, turn.half);
    let own = own.iter().map(|body| Text { opening: String::new(), body: body.clone() });
    let shared = shared.iter().zip(openings.iter().cycle());
    let shared =
        shared.map(|(body, opening)| Text { opening: format!("{opening}\n"), body: body.clone() });
    let (own, shared): (Vec<_>, Vec<_>) = (own.collect(), shared.collect());
    Ok(own.into_iter().chain(shared).collect())
}

fn filled(
    kind: &Kind,
    turn: &Turn<'_>,
    context: &Text,
    secret: Secret,
    random: &mut Random,
) -> Option<Case> {
    let body = unmarked(&context.body);
    let secret = if body.contains("\"{secret}\"") { secret.on_one_line() } else { secret };
    if !is_natural(body, !context.opening.is_empty(), &secret) {
        return None;
    }
    let template = format!("{}{body}", context.opening);
    let text = fill(&template, &secret.slots, random);
    let used = secret.slots.iter().filter(|slot| template.contains(&format!("{{{}}}", slot.name)));
    let secrets: Vec<String> = used.flat_map(|slot| slot.parts.clone()).collect();
    let alone = secrets.iter().all(|part| text.contains(part) && !template.contains(part));
    (alone && !secrets.is_empty() && is_nfc(&text)).then(|| Case {
        id: format!("{}-{}-{:04}", kind.name, turn.half, turn.number),
        lang: turn.lang.to_owned(),
        kind: Some(kind.name.to_owned()),
        layout: secret.layout,
        text,
        secrets,
    })
}

/// A value with a quote between quotes, or with a space or `&` in a query, is nothing that a program accepts, nor are
/// the digits that people have on their keyboards besides those of ASCII.
fn is_natural(body: &str, program: bool, secret: &Secret) -> bool {
    let has =
        |sign| secret.slots.iter().any(|slot| !slot.parts.is_empty() && slot.text.contains(sign));
    let quoted = body.contains("\"{secret}\"") && has('"');
    let assigned = program && body.contains("={secret}");
    let query = assigned && body.contains('&') && has('&');
    let typed = program && secret.layout.ends_with(" native");
    !(quoted || query || typed || (assigned && has(' ')))
}
