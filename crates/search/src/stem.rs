//! Words of one root meet.

use std::borrow::Cow;
use std::sync::OnceLock;

use frostem::{Algorithm, Stemmer};
use proofdesk_locale::Locale;

/// How words of Latin letters are stemmed. Cyrillic and Arabic ones know their stemmer by their letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Latin {
    /// Also English words inside of a text in a script of its own.
    #[default]
    English,
    Spanish,
    Turkish,
    /// Written in syllables that never change.
    Vietnamese,
}

/// Turkish grows endings on endings; the first five letters do as well as the best analysers of its grammar (Can et al.,
/// "Information retrieval on Turkish texts", JASIST 2008).
const TURKISH_LETTERS: usize = 5;

impl Latin {
    pub const ALL: [Self; 4] = [Self::English, Self::Spanish, Self::Turkish, Self::Vietnamese];

    pub fn of(locale: Locale) -> Self {
        match locale {
            Locale::Es => Self::Spanish,
            Locale::Tr => Self::Turkish,
            Locale::Vi => Self::Vietnamese,
            _ => Self::English,
        }
    }
}

struct Stemmers {
    english: Stemmer,
    spanish: Stemmer,
    russian: Stemmer,
    arabic: Stemmer,
}

fn stemmers() -> &'static Stemmers {
    static STEMMERS: OnceLock<Stemmers> = OnceLock::new();
    STEMMERS.get_or_init(|| Stemmers {
        english: Stemmer::new(Algorithm::English),
        spanish: Stemmer::new(Algorithm::Spanish),
        russian: Stemmer::new(Algorithm::Russian),
        arabic: Stemmer::new(Algorithm::Arabic),
    })
}

/// The stem of a word, without accents. Words with digits (`erc20`, hashes) are their own.
pub(crate) fn stem(exact: &str, plain: &str, latin: Latin) -> String {
    let Some(first) = exact.chars().next() else { return String::new() };
    if exact.chars().any(|c| c.is_ascii_digit()) {
        return plain.to_owned();
    }
    let all = stemmers();
    let stemmed: Cow<'_, str> = match first {
        '\u{0400}'..='\u{04ff}' => all.russian.stem(exact),
        '\u{0600}'..='\u{06ff}' => all.arabic.stem(without_article(plain)),
        _ if !first.is_alphabetic() || first > '\u{1eff}' => Cow::Borrowed(plain),
        _ => match latin {
            Latin::English => all.english.stem(exact),
            Latin::Spanish => all.spanish.stem(exact),
            Latin::Turkish => return plain.chars().take(TURKISH_LETTERS).collect(),
            Latin::Vietnamese => Cow::Borrowed(plain),
        },
    };
    let folded: String = crate::fold::letters(&stemmed).iter().map(|letter| letter.plain).collect();
    if folded.is_empty() { plain.to_owned() } else { folded }
}

/// An Arabic word without its article and what is written together with it: the stemmer cuts words with one otherwise.
pub(crate) fn without_article(plain: &str) -> &str {
    let rest =
        ["وال", "بال", "كال", "فال", "لل", "ال"].iter().find_map(|it| plain.strip_prefix(it));
    rest.filter(|rest| rest.chars().count() >= 3).unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_root_meet() {
        for (latin, one, other) in [
            (Latin::English, "withdrawals", "withdrawal"),
            (Latin::English, "depositing", "deposited"),
            (Latin::Spanish, "retiros", "retiro"),
            (Latin::Turkish, "çekimlerim", "çekimi"),
            (Latin::English, "депозиты", "депозитом"),
            (Latin::English, "السحوبات", "سحوبات"),
        ] {
            let of = |word: &str| {
                let plain: String = crate::fold::letters(word).iter().map(|l| l.plain).collect();
                stem(word, &plain, latin)
            };
            assert_eq!(of(one), of(other), "{one} {other}");
        }
    }
}
