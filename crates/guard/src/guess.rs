//! A second opinion beside the rules: what only words give away, by a linear model.
//!
//! The rules know names and where a value stands from them. Customers write "I log in with A and X". What such sentences have
//! in common with those that were collected is what this module weighs: what a string looks like (`looks`), what the message and
//! the words near it are about (`cue`, `words`), where it stands, and groups of letters beside it (`features`). It never is certain,
//! adds to what the rules find, and takes nothing away. `docs/guard.md` says how often it is right.
//!
//! A message that speaks of no login, code, key or password costs a look for the words of one dictionary and no allocation.

use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::text::Text;

mod candidate;
mod cue;
mod features;
mod fold;
mod looks;
mod model;
#[doc(hidden)]
pub mod training;
mod words;

use candidate::Form;
use features::Context;
use model::Model;

/// The groups that features come in. Each weighs the same, however many features of it a candidate has: what it looks like, where
/// it stands, what the words around say, letters beside it, letters around, which words come together.
pub const BLOCKS: usize = 6;
const LOOKS: usize = 0;
const PLACE: usize = 1;
const CUES: usize = 2;
const CLOSE: usize = 3;
const WIDE: usize = 4;
const PAIRS: usize = 5;

/// Takes features, each with its block.
trait Sink {
    fn add(&mut self, block: usize, feature: u32);
}

/// A text with more masks than that is not read: each pass of the scan makes one at least, and the next reads it again.
const MOST_MASKS: usize = 12;

/// Builds the dictionary, if nobody has.
pub(crate) fn prepare() {
    cue::prepare();
}

/// Appends what is likely a secret.
///
/// It is to be called where the rules find nothing (more): masks are signs to it, and where the rules have told a key from its
/// secret, or a code from the number of an error, they were right more often.
pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    if text.masks.len() > MOST_MASKS {
        return;
    }
    let Some(context) = read(text) else { return };
    let model = Model::built_in();
    let about = About::of(text);
    for candidate in &context.candidates {
        if !features::is_named_otherwise(text, candidate)
            && model.score(&context, candidate) >= model.threshold(candidate.form)
        {
            let kind = kind(about, candidate.form);
            spans.push(Span::new(kind, candidate.start..candidate.end, false));
        }
    }
}

/// Reads a text, if it speaks of secrets and has what could be one.
fn read<'a>(text: &Text<'a>) -> Option<Context<'a>> {
    if !cue::speaks_of_secrets(text) {
        return None;
    }
    let candidates = candidate::find(text);
    let is_left = candidates.iter().all(|it| features::is_named_otherwise(text, it));
    (!is_left).then(|| Context::new(text, cue::find(text), candidates))
}

/// What the message is about, as far as it tells the kind of a string.
#[derive(Clone, Copy)]
struct About {
    passphrases: bool,
    secrets: bool,
}

impl About {
    fn of(text: &Text<'_>) -> About {
        let has = |says: &[Says]| text.labels().iter().any(|label| says.contains(&label.says));
        let api = has(&[Says::Api, Says::ApiKey, Says::Exchange]);
        About {
            passphrases: api || has(&[Says::Passphrase]),
            secrets: api || has(&[Says::ApiSecret]),
        }
    }
}

/// Gives the likeliest kind of a string by its form and by what the message is about.
fn kind(about: About, form: Form) -> Kind {
    match form {
        Form::Digits => Kind::OneTimeCode,
        Form::Short if about.passphrases => Kind::ApiPassphrase,
        Form::Short => Kind::Password,
        Form::Base32 => Kind::TotpSecret,
        Form::Hex if about.secrets => Kind::ApiSecret,
        Form::Hex => Kind::HexKey,
        Form::Long => Kind::ApiSecret,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_string_is_what_the_message_is_about() {
        for (text, short, hex) in [
            ("what I log in with", Kind::Password, Kind::HexKey),
            ("my passphrase", Kind::ApiPassphrase, Kind::HexKey),
            ("my api secret", Kind::Password, Kind::ApiSecret),
            ("the api, my passphrase", Kind::ApiPassphrase, Kind::ApiSecret),
        ] {
            let about = About::of(&Text::new(text));
            assert_eq!(
                [Form::Short, Form::Hex].map(|form| kind(about, form)),
                [short, hex],
                "{text}"
            );
        }
    }

    /// Every candidate was compared with all before it.
    #[test]
    fn many_candidates_take_linear_time() {
        let text = "12 kelime*".repeat(15_000);
        assert!(crate::scan(&text).findings.len() > 1_000);
    }
}
