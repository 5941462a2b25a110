//! Terms of the glossary: what a word means, in each language, and the forms in which texts use it.

pub mod actions;
pub mod event;
pub mod folder;
pub(crate) mod mask;
mod sql;
pub mod view;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::{BrandId, GlossaryTermId};
use crate::limits;
use crate::render::escape;
use crate::text::{Clean, outgoing};
use crate::time::Timestamp;

pub use sql::ALL;

/// A term in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermText {
    pub term: String,
    pub definition: String,
    /// In which texts use it, whatever their case.
    pub forms: Vec<String>,
}

/// A term in all its languages.
pub type TermTexts = BTreeMap<Locale, TermText>;

/// A term of a brand's glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub id: GlossaryTermId,
    pub brand_id: BrandId,
    pub slug: String,
    /// Slugs of articles that say more.
    pub see: Vec<String>,
    pub texts: TermTexts,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl Term {
    /// The term in the language, or in the nearest that there is, with that language.
    pub fn text(&self, wanted: Locale) -> Option<(Locale, &TermText)> {
        let nearest = crate::article::nearest(wanted).into_iter();
        let found = nearest.filter_map(|lang| self.texts.get_key_value(&lang)).next();
        found.or_else(|| self.texts.iter().next()).map(|(lang, text)| (*lang, text))
    }
}

/// Reads what somebody typed of a term.
///
/// # Errors
/// `field-required` when it is in no language; `field-too-long` and the like at `texts.LANG.…`, `asks-for-secret` at a term. See
/// [`refuse_asking`] for definitions.
pub fn clean(typed: &TermTexts) -> Result<TermTexts> {
    if typed.is_empty() {
        return Err(Error::field("texts", crate::code::Code::FieldRequired));
    }
    let at = |lang: &Locale, field: &str| format!("texts.{}.{field}", lang.code());
    let line = |lang: &Locale, field: &str, text: &str, most: usize| {
        Ok(Clean::line(&at(lang, field), text, most)?.as_str().to_owned())
    };
    let mut texts = TermTexts::new();
    for (lang, text) in typed {
        let forms = text.forms.iter().take(limits::GLOSSARY_FORMS);
        let forms = forms.map(|form| line(lang, "forms", form, limits::NAME_CHARS));
        let clean = TermText {
            term: Clean::shown(&at(lang, "term"), &text.term, limits::NAME_CHARS)?
                .as_str()
                .to_owned(),
            definition: line(lang, "definition", &text.definition, limits::GLOSSARY_CHARS)?,
            forms: forms.collect::<Result<_>>()?,
        };
        texts.insert(*lang, clean);
    }
    Ok(texts)
}

/// Refuses definitions that seem to ask their reader for a secret, other than those that stood `before`.
///
/// What explains how a code is used reads to the guard like a request for one, as in an article: so whoever sets such a term has to look
/// at it, and say that they did.
///
/// # Errors
/// `asks-for-secret` at `texts.LANG.definition`.
fn refuse_asking(texts: &TermTexts, before: Option<&TermTexts>) -> Result<()> {
    for (lang, text) in texts {
        let known = before.and_then(|before| before.get(lang));
        if known.is_none_or(|known| known.definition != text.definition) {
            let field = format!("texts.{}.definition", lang.code());
            outgoing::refuse_asking(&field, &text.definition)?;
        }
    }
    Ok(())
}

/// A brand's glossary in one language, ready to be found in texts.
#[derive(Debug, Default)]
pub struct Glossary {
    finder: Option<AhoCorasick>,
    /// For each pattern of the finder its term.
    owners: Vec<usize>,
    terms: Vec<(String, String)>,
    /// For each term all the words for it.
    forms: Vec<Vec<String>>,
}

impl Glossary {
    /// The terms that are there in this very language: a definition in another one would not explain anything.
    pub fn new(terms: &[Term], lang: Locale) -> Self {
        let (mut patterns, mut owners) = (Vec::new(), Vec::new());
        let (mut told, mut forms) = (Vec::new(), Vec::new());
        for term in terms {
            let Some(text) = term.texts.get(&lang) else { continue };
            for form in text.forms.iter().chain([&text.term]) {
                // One letter is found everywhere, and explains nothing.
                if form.chars().count() > 1 {
                    patterns.push(folded(form));
                    owners.push(told.len());
                }
            }
            told.push((term.slug.clone(), text.definition.clone()));
            forms.push(text.forms.iter().chain([&text.term]).cloned().collect());
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns);
        Self { finder: finder.ok(), owners, terms: told, forms }
    }

    /// All words for the terms that a text mentions: what else it might be called.
    pub fn forms_in(&self, text: &str) -> Vec<String> {
        let owners: BTreeSet<usize> = self.found(text).into_iter().map(|(at, _)| at).collect();
        owners.into_iter().filter_map(|owner| self.forms.get(owner)).flatten().cloned().collect()
    }

    /// The terms that a text mentions by slug, each with the word that stands for it there first.
    pub fn mentions(&self, text: &str) -> BTreeMap<String, String> {
        let mut mentions = BTreeMap::new();
        for (at, word) in self.found(text) {
            if let Some((slug, _)) = self.terms.get(at) {
                mentions.entry(slug.clone()).or_insert_with(|| word.to_owned());
            }
        }
        mentions
    }

    /// Where terms stand in a text, in its order: which, and by which word.
    fn found<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let haystack = folded(text);
        let mut found = Vec::new();
        for one in finder.find_iter(&haystack) {
            let (from, to) = (one.start(), one.end());
            let owner = self.owners.get(one.pattern().as_usize()).copied();
            let (Some(word), Some(owner)) = (text.get(from..to), owner) else { continue };
            if is_edge(text.get(..from), word, text.get(to..)) {
                found.push((owner, word));
            }
        }
        found
    }

    /// Links first mentions to `base` and the term's slug.
    pub fn linker<'a>(&'a self, base: &'a str) -> Linker<'a> {
        Linker { glossary: self, base, done: HashSet::new(), skip: None }
    }
}

/// Links the first mention of each term, over all the texts that it is shown.
#[derive(Debug)]
pub struct Linker<'a> {
    glossary: &'a Glossary,
    base: &'a str,
    done: HashSet<usize>,
    skip: Option<&'a str>,
}

impl<'a> Linker<'a> {
    /// Leaves one term alone: its own page needs no link to itself.
    #[must_use]
    pub fn without(self, slug: &'a str) -> Self {
        Self { skip: Some(slug), ..self }
    }

    /// Writes a text, which is escaped already, with links.
    pub fn link(&mut self, text: &str, out: &mut String) {
        let Some(finder) = &self.glossary.finder else {
            out.push_str(text);
            return;
        };
        let haystack = folded(text);
        let mut written = 0;
        for found in finder.find_iter(&haystack) {
            let owner = self.glossary.owners.get(found.pattern().as_usize()).copied();
            let term = owner.and_then(|at| Some((at, self.glossary.terms.get(at)?)));
            let Some((at, (slug, definition))) = term else { continue };
            let (from, to) = (found.start(), found.end());
            let (Some(before), Some(word)) = (text.get(written..from), text.get(from..to)) else {
                continue;
            };
            let is_whole = is_edge(text.get(..from), word, text.get(to..));
            if !is_whole || self.skip == Some(slug.as_str()) || self.done.contains(&at) {
                continue;
            }
            if self.done.len() >= limits::GLOSSARY_LINKS {
                break;
            }
            self.done.insert(at);
            out.push_str(before);
            out.push_str("<a class=\"term\" href=\"");
            escape(self.base, out);
            escape(slug, out);
            // What the style sheet shows in a card over the word, by pointer and by keyboard.
            out.push_str("\" data-means=\"");
            escape(definition, out);
            out.push_str("\">");
            out.push_str(word);
            out.push_str("</a>");
            written = to;
        }
        out.push_str(text.get(written..).unwrap_or_default());
    }
}

/// In lower case, byte for byte as long: a letter whose small one has another length stays as it is.
pub(crate) fn folded(text: &str) -> String {
    let fold = |c: char| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
            _ => c,
        }
    };
    text.chars().map(fold).collect()
}

/// Says whether a word begins and ends where words do. Scripts that are written without spaces have no such places.
pub(crate) fn is_edge(before: Option<&str>, word: &str, after: Option<&str>) -> bool {
    let parts = |outside: Option<char>, inside: Option<char>| match (outside, inside) {
        (Some(outside), Some(inside)) => !(is_spaced(outside) && is_spaced(inside)),
        _ => true,
    };
    let outside = (
        before.and_then(|text| text.chars().next_back()),
        after.and_then(|text| text.chars().next()),
    );
    // Part of an entity such as `&amp;` is no word.
    let is_entity = outside.0 == Some('&') && outside.1 == Some(';');
    parts(outside.0, word.chars().next())
        && parts(outside.1, word.chars().next_back())
        && !is_entity
}

/// A letter or digit of a script that is written with spaces.
fn is_spaced(c: char) -> bool {
    let is_unspaced = matches!(u32::from(c), 0x2E80..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0xFF66..=0xFFDC | 0x20000..=0x3FFFF);
    c.is_alphanumeric() && !is_unspaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id as _;
    use crate::testing::start;

    fn term(slug: &str, lang: Locale, forms: &[&str]) -> Term {
        let text = TermText {
            term: slug.to_owned(),
            definition: "What \"it\" is".to_owned(),
            forms: forms.iter().map(|form| (*form).to_owned()).collect(),
        };
        Term {
            id: GlossaryTermId::from_uuid(uuid::Uuid::from_u128(1)),
            brand_id: BrandId::from_uuid(uuid::Uuid::from_u128(2)),
            slug: slug.to_owned(),
            see: Vec::new(),
            texts: [(lang, text)].into(),
            created_at: start(),
            updated_at: start(),
            version: 1,
        }
    }

    fn linked(lang: Locale, forms: &[&str], texts: &[&str]) -> Vec<String> {
        let glossary = Glossary::new(&[term("memo", lang, forms)], lang);
        let mut linker = glossary.linker("/g/");
        let link = |text: &&str| {
            let mut out = String::new();
            linker.link(text, &mut out);
            out.replace(" href=\"/g/memo\" data-means=\"What &quot;it&quot; is\"", "")
        };
        texts.iter().map(link).collect()
    }

    #[test]
    fn the_first_mention_is_linked() {
        let told = linked(
            Locale::En,
            &["memo", "destination tag"],
            &["Memory has no Memo; memo.", "A memo."],
        );
        assert_eq!(told, ["Memory has no <a class=\"term\">Memo</a>; memo.", "A memo."]);
        let told = linked(Locale::En, &["tag", "destination tag"], &["A Destination Tag"]);
        assert_eq!(told, ["A <a class=\"term\">Destination Tag</a>"]);
        assert_eq!(linked(Locale::En, &["amp"], &["a &amp; b"]), ["a &amp; b"]);
    }

    #[test]
    fn scripts_without_spaces_have_no_word_edges() {
        assert_eq!(
            linked(Locale::ZhHans, &["标签"], &["请填写标签后"]),
            ["请填写<a class=\"term\">标签</a>后"]
        );
        assert_eq!(linked(Locale::Ko, &["메모"], &["메모는"]), ["<a class=\"term\">메모</a>는"]);
        assert_eq!(
            linked(Locale::Ru, &["тег"], &["Стратегия, Тег"]),
            ["Стратегия, <a class=\"term\">Тег</a>"]
        );
        // The small letter of this one is longer; nothing moves.
        assert_eq!(
            linked(Locale::Tr, &["etiket"], &["İİ Etiket"]),
            ["İİ <a class=\"term\">Etiket</a>"]
        );
    }
}
