//! Words that the index knows: what an unknown or unfinished word may stand for.

use std::collections::{BTreeMap, HashSet};

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use super::ask::{Asking, Reading};
use super::schema::LocaleFields;
use crate::distance::{allowed_slips, distance};
use crate::error::Result;

/// Words of the index that one unknown or unfinished word can stand for.
const EXPANSIONS: usize = 8;
/// Words of the index that are looked at for that.
const EXPANSIONS_SEEN: usize = 2_000;

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
