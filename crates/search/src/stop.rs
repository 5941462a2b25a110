//! Words that questions are made of and that tell nothing of what is asked.

use std::collections::HashSet;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use proofdesk_locale::Locale;

use crate::fold::letters;

const WORDS: &str = include_str!("../data/stop-words.txt");

/// The words of one language.
pub(crate) struct StopWords {
    /// Without accents, but for a language whose accents tell words apart.
    words: HashSet<String>,
    keeps_accents: bool,
    /// Phrases of scripts without spaces, found inside of runs.
    phrases: Option<AhoCorasick>,
}

/// Those of a language.
pub(crate) fn stop_words(locale: Locale) -> &'static StopWords {
    static ALL: OnceLock<Vec<(Locale, StopWords)>> = OnceLock::new();
    static NONE: OnceLock<StopWords> = OnceLock::new();
    let all = ALL.get_or_init(|| Locale::ALL.into_iter().map(|of| (of, read(of))).collect());
    let found = all.iter().find(|(of, _)| *of == locale).map(|(_, words)| words);
    found.unwrap_or_else(|| {
        NONE.get_or_init(|| StopWords {
            words: HashSet::new(),
            keeps_accents: false,
            phrases: None,
        })
    })
}

fn read(locale: Locale) -> StopWords {
    let lines = WORDS.lines().filter_map(|line| line.split_once(": "));
    let line = lines.filter(|(code, _)| *code == locale.code()).map(|(_, words)| words).next();
    let keeps_accents = locale == Locale::Vi;
    let fold = |word: &str| -> String {
        let letters = letters(word).into_iter();
        letters.map(|letter| if keeps_accents { letter.exact } else { letter.plain }).collect()
    };
    let words: HashSet<String> = line.unwrap_or_default().split_whitespace().map(fold).collect();
    let is_without_spaces = matches!(locale, Locale::ZhHans | Locale::ZhHant | Locale::Ja);
    let phrases = is_without_spaces.then(|| {
        let mut sorted: Vec<&String> = words.iter().collect();
        sorted.sort_unstable();
        AhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(sorted)
    });
    // A list that cannot be compiled stops nothing.
    StopWords { phrases: phrases.and_then(Result::ok), words, keeps_accents }
}

impl StopWords {
    pub fn holds(&self, exact: &str, plain: &str) -> bool {
        self.words.contains(if self.keeps_accents { exact } else { plain })
    }

    /// For each letter of a folded text whether it belongs to a phrase that tells nothing.
    pub fn weak_letters(&self, plain: &str) -> Vec<bool> {
        let mut weak = vec![false; plain.chars().count()];
        let Some(phrases) = &self.phrases else { return weak };
        for found in phrases.find_iter(plain) {
            let start = plain.get(..found.start()).map_or(0, |before| before.chars().count());
            let length = plain.get(found.range()).map_or(0, |inner| inner.chars().count());
            for letter in weak.iter_mut().skip(start).take(length) {
                *letter = true;
            }
        }
        weak
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_some() {
        for locale in Locale::ALL {
            assert!(stop_words(locale).words.len() > 40, "{locale:?}");
        }
        assert!(stop_words(Locale::Es).holds("cuándo", "cuando"));
        assert!(stop_words(Locale::Vi).holds("là", "la"));
        assert!(!stop_words(Locale::Vi).holds("mã", "ma"));
    }

    #[test]
    fn phrases_are_found_inside_of_runs() {
        let weak = stop_words(Locale::ZhHant).weak_letters("提币怎么办");
        assert_eq!(weak, [false, false, true, true, true]);
    }
}
