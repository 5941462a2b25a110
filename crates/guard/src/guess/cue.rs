//! Finds the words of `words` in a text.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::WORDS;
use crate::finder::Finder;
use crate::labels::spellings;
use crate::script::{self, Script};
use crate::text::Text;

/// What a word tells of a message, or of what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// Somebody signs in, or is not let in.
    Login,
    /// The name of an account: what stands beside it is no secret, and what follows that is.
    User,
    Mail,
    /// What was typed.
    Typed,
    /// What was chosen or changed.
    Set,
    /// What was not accepted.
    Wrong,
    /// What came by a message.
    Received,
    /// What a screen or a program shows.
    Shows,
    /// So many digits.
    Numerals,
    /// Setting up an authenticator.
    Setup,
    /// Programs that trade.
    Api,
    /// The half of a credential that is secret.
    SecretHalf,
    /// The half that is not.
    PublicHalf,
    /// The last of three things, which one makes up.
    Third,
    Field,
    /// Where it is written down, and what it is made of.
    Memory,
    /// How letters are written.
    Case,
    Same,
    /// Something is handed over.
    Help,
    Pass,
    OneTime,
    Wallet,
    Promo,
    Order,
    Device,
    Chain,
    Money,
    Time,
    ErrorCode,
    /// Something was forgotten, lost, not given away.
    Lost,
    /// Numbers of papers and accounts.
    Papers,
    /// Sums over files.
    Digest,
    /// Something was shown or given to others.
    Leaked,
}

impl Cue {
    /// Tells whether a message that has it speaks of logins, codes, keys or passwords: only such ones are read at all.
    fn speaks_of_secrets(self) -> bool {
        !matches!(
            self,
            Cue::User
                | Cue::Mail
                | Cue::Promo
                | Cue::Order
                | Cue::Device
                | Cue::Chain
                | Cue::Money
                | Cue::Time
                | Cue::ErrorCode
                | Cue::Papers
                | Cue::Digest
        )
    }

    /// Gives a number for the hash of a feature. The order of the variants is a part of the model.
    pub fn number(self) -> u32 {
        let at = WORDS.iter().position(|(cue, _)| *cue == self);
        at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
    }
}

/// A word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    /// The number of what it tells.
    pub number: u32,
}

struct Dictionary {
    finder: Finder,
    /// What each pattern tells: a word can tell several things.
    cues: Vec<Vec<(Cue, u32)>>,
}

/// A stem of fewer letters would begin too many words.
const SHORTEST_STEM: usize = 4;

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let mut patterns: HashMap<String, Vec<(Cue, u32)>> = HashMap::new();
    for (cue, row) in WORDS {
        for spelling in row.split('|').flat_map(spellings) {
            let cues = patterns.entry(spelling).or_default();
            if !cues.iter().any(|(it, _)| it == cue) {
                cues.push((*cue, cue.number()));
            }
        }
    }
    let (spellings, cues): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
    let finder = Finder::new(spellings.iter().map(String::as_str));
    Dictionary { finder, cues }
});

/// Builds the dictionary, if nobody has.
pub(super) fn prepare() {
    LazyLock::force(&DICTIONARY);
}

/// Tells whether a text speaks of logins, codes, keys or passwords.
pub(super) fn speaks_of_secrets(text: &Text<'_>) -> bool {
    hits(text).any(|(_, _, cues)| cues.iter().any(|(cue, _)| cue.speaks_of_secrets()))
}

/// Gives the words of a text, in order.
pub(super) fn find(text: &Text<'_>) -> Vec<Found> {
    hits(text)
        .flat_map(|(start, end, cues)| {
            cues.iter().map(move |(_, number)| Found { start, end, number: *number })
        })
        .collect()
}

fn hits<'a>(
    text: &'a Text<'_>,
) -> impl Iterator<Item = (usize, usize, &'static [(Cue, u32)])> + 'a {
    DICTIONARY.finder.find_iter(text.source).filter_map(|(start, end, word)| {
        let cues = DICTIONARY.cues.get(word)?;
        let mask = text.masks.get(text.masks.partition_point(|mask| mask.end <= start));
        let in_mask = mask.is_some_and(|mask| mask.start < end);
        (!in_mask && is_word(text.source, start, end)).then_some((start, end, cues.as_slice()))
    })
}

/// Tells whether a stem stands where a word begins, and a short word by itself.
fn is_word(source: &str, start: usize, end: usize) -> bool {
    let word = source.get(start..end).unwrap_or_default();
    let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else {
        return false;
    };
    let Some(script @ (Script::Latin | Script::Cyrillic)) = script::of(first) else { return true };
    let is_same = |c: char| c.is_alphanumeric() && script::of(c) == Some(script);
    let before = source.get(..start).unwrap_or_default().chars().next_back();
    let behind = source.get(end..).unwrap_or_default().chars().next();
    let is_whole = script::of(last) == Some(script) && word.chars().count() < SHORTEST_STEM;
    let goes_on = behind.is_some_and(|c| if is_whole { is_same(c) } else { c.is_ascii_digit() });
    !before.is_some_and(is_same) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str, cue: Cue) -> bool {
        find(&Text::new(text)).iter().any(|found| found.number == cue.number())
    }

    #[test]
    fn stems_stand_for_what_is_made_of_them() {
        for (text, cue) in [
            ("я ВВОДИЛА его", Cue::Typed),
            ("contraseñas", Cue::Pass),
            ("Şifremi", Cue::Pass),
            ("請問驗證碼", Cue::OneTime),
            ("withdrawals", Cue::Chain),
        ] {
            assert!(has(text, cue), "{text}");
        }
        for (text, cue) in [("emails", Cue::Device), ("compass", Cue::Pass), ("pinned", Cue::Pass)]
        {
            assert!(!has(text, cue), "{text}");
        }
    }

    #[test]
    fn every_meaning_has_one_row() {
        for (index, (cue, _)) in WORDS.iter().enumerate() {
            assert_eq!(usize::try_from(cue.number()).ok(), Some(index));
        }
    }

    #[test]
    fn what_speaks_of_nothing_of_the_kind_is_not_read() {
        assert!(!speaks_of_secrets(&Text::new(
            "My withdrawal of 1250 USDT, order 48291304, yesterday."
        )));
        assert!(speaks_of_secrets(&Text::new("it is rejected")));
    }
}
