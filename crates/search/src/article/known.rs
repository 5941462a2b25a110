//! Words that the index knows: what an unknown or unfinished word may stand for.

use std::collections::{BTreeMap, HashSet};

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use super::ask::{Asking, GRAM, Reading, STEM, WORD};
use super::schema::LocaleFields;
use crate::distance::{allowed_slips, distance};
use crate::error::Result;
use crate::stop::stop_words;
use crate::synonym::{Found, synonyms};
use crate::token::{Kind, Token};

/// Words of the index that one unknown or unfinished word can stand for.
const EXPANSIONS: usize = 8;
/// Words of the index that are looked at for that.
const EXPANSIONS_SEEN: usize = 2_000;
/// How many words of a question are looked for with slips among the words for one thing.
const MISTYPED: usize = 12;

impl Asking<'_> {
    pub(super) fn is_known(
        &self,
        fields: &LocaleFields,
        reading: Reading,
        text: &str,
    ) -> Result<bool> {
        for (part, _) in self.parts(fields) {
            if self.searcher.doc_freq(&Term::from_field_text(reading(part), text))? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What a gram that is not known may stand for and is: its letters exchanged, and, where the next gram is not known either, its
    /// first letter with the one after the next, as if the one between had been put in or belonged behind.
    pub(super) fn grams_alike(
        &self,
        fields: &LocaleFields,
        token: &Token,
        next: Option<&Token>,
        slips: &mut usize,
    ) -> Result<Vec<String>> {
        let mut letters = token.plain.chars();
        let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
            return Ok(Vec::new());
        };
        if *slips == 0 || self.is_known(fields, GRAM, &token.plain)? {
            return Ok(Vec::new());
        }
        *slips -= 1;
        let mut others = vec![String::from_iter([second, first])];
        let goes_on = |next: &&Token| next.kind == Kind::Gram && next.letter == token.letter + 1;
        if let Some(next) = next.filter(goes_on)
            && let Some(third) = next.plain.chars().nth(1)
            && !self.is_known(fields, GRAM, &next.plain)?
        {
            others.push(String::from_iter([first, third]));
        }
        let mut known = Vec::new();
        for other in others {
            if self.is_known(fields, GRAM, &other)? {
                known.push(other);
            }
        }
        Ok(known)
    }

    /// The forms of what somebody mistyped, with the number of slips: of words that tell something, and that neither the index nor
    /// the lists of words for one thing know.
    pub(super) fn mistyped(
        &self,
        fields: &LocaleFields,
        tokens: &[Token],
        found: &[Found],
    ) -> Result<Vec<(&'static [String], i32)>> {
        let stops = stop_words(self.locale);
        let mut meant = Vec::new();
        let mut tried = 0;
        for token in tokens.iter().filter(|token| token.kind == Kind::Word) {
            let is_form = found.iter().any(|found| found.letters.contains(&token.letter));
            if is_form || tried >= MISTYPED || stops.holds(&token.exact, &token.plain) {
                continue;
            }
            let stem = token.stem(self.latin);
            if self.is_known(fields, WORD, &token.exact)? || self.is_known(fields, STEM, &stem)? {
                continue;
            }
            tried += 1;
            meant.extend(synonyms().alike(self.locale, &token.plain));
        }
        Ok(meant)
    }

    /// Known words that begin so, the most frequent first.
    pub(super) fn beginning(
        &self,
        fields: &LocaleFields,
        reading: Reading,
        start: &str,
    ) -> Result<Vec<String>> {
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        for (part, _) in self.parts(fields) {
            for segment in self.searcher.segment_readers() {
                let inverted = segment.inverted_index(reading(part))?;
                let mut terms = inverted.terms().range().ge(start.as_bytes()).into_stream()?;
                let mut seen = 0;
                while seen < EXPANSIONS_SEEN && terms.advance() {
                    seen += 1;
                    let Ok(text) = std::str::from_utf8(terms.key()) else { continue };
                    if !text.starts_with(start) {
                        break;
                    }
                    *known.entry(text.to_owned()).or_default() += terms.value().doc_freq;
                }
            }
        }
        known.remove(start);
        let mut known: Vec<(String, u32)> = known.into_iter().collect();
        known.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(known.into_iter().take(EXPANSIONS).map(|(text, _)| text).collect())
    }

    /// Known words that are one or two slips of the fingers away, with the number of slips; the nearest first.
    pub(super) fn alike(
        &self,
        fields: &LocaleFields,
        reading: Reading,
        text: &str,
    ) -> Result<Vec<(String, i32)>> {
        let slips = allowed_slips(text);
        if slips == 0 {
            return Ok(Vec::new());
        }
        let automaton =
            FuzzyTermQuery::new(Term::from_field_text(fields.body.word, text), slips, true)
                .automaton()?;
        let mut known: HashSet<String> = HashSet::new();
        for (part, _) in self.parts(fields) {
            for segment in self.searcher.segment_readers() {
                let inverted = segment.inverted_index(reading(part))?;
                let mut terms = inverted.terms().search(&automaton).into_stream()?;
                while known.len() < EXPANSIONS_SEEN && terms.advance() {
                    let found = std::str::from_utf8(terms.key()).unwrap_or_default();
                    known.insert(found.to_owned());
                }
            }
        }
        let slips_of = |other: String| {
            let slips = i32::from(distance(text, &other));
            (other, slips)
        };
        let mut known: Vec<(String, i32)> = known.into_iter().map(slips_of).collect();
        known.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
        known.truncate(EXPANSIONS);
        Ok(known)
    }
}
