//! From what was typed to a query of the engine.
//!
//! Each word counts by its better reading (the word itself or its stem; when neither is known, known words that are a slip of
//! the fingers away) over title, headings and body together. Pieces of words, pairs of words, grams of scripts without
//! spaces, and other words for the same thing count beside it. Words that questions are made of count little, and find
//! nothing by themselves where others were typed: what has nothing but the "how" of "how to stake" is no answer.

use proofdesk_locale::Locale;
use tantivy::query::{
    Bm25StatisticsProvider, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur,
    Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::Question;
use super::schema::{Fields, LocaleFields, PartFields};
use crate::cut::{pairs, pieces};
use crate::error::Result;
use crate::fold::letters;
use crate::ranking::Ranking;
use crate::snippet::Needles;
use crate::stem::Latin;
use crate::stop::stop_words;
use crate::synonym::synonyms;
use crate::token::{Kind, Token, tokens, tokens_of};

/// Characters of a question that are read; what comes later changes nothing.
const QUESTION_CHARS: usize = 1_000;
/// Tokens of it that are looked up.
const QUESTION_TOKENS: usize = 64;
/// Other words for one thing that are looked up.
const SYNONYMS: usize = 12;
/// How many of the words of a question are looked for with slips.
const SLIPS: usize = 12;
/// How many of its grams are: more tokens are grams than words, and each is looked up a few times.
const GRAM_SLIPS: usize = 24;
/// Things of which the other words are looked up. Nobody asks for more, and each of them is a dozen phrases.
const THINGS: usize = 32;
/// What weighs less tells nothing by itself: words of questions do, endings of Japanese are above it.
const TELLING: f32 = 0.2;

/// Words are weighed among the documents of one language, not among all.
pub(super) struct Statistics<'a> {
    searcher: &'a Searcher,
    documents: u64,
}

impl<'a> Statistics<'a> {
    pub fn new(searcher: &'a Searcher, lang: Term) -> Result<Self> {
        let documents = searcher.doc_freq(&lang)?.max(1);
        Ok(Self { searcher, documents })
    }
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.documents)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        Ok(self.searcher.doc_freq(term)?.min(self.documents))
    }
}

/// A question on its way into one language's fields.
pub(super) struct Asking<'a> {
    pub(super) searcher: &'a Searcher,
    fields: &'a Fields,
    ranking: &'a Ranking,
    pub(super) locale: Locale,
    pub(super) latin: Latin,
}

type Clauses = Vec<Box<dyn Query>>;

/// How many unknown words and grams of a question are still looked for with slips.
struct Slips {
    words: usize,
    grams: usize,
}

/// What one token of a question finds.
struct Finding {
    counts: Clauses,
    /// What has one of these may be an answer; what only counts may not.
    enough: Clauses,
}

/// One analyser of a part of a document.
pub(super) type Reading = fn(&PartFields) -> Field;
pub(super) const WORD: Reading = |part| part.word;
pub(super) const STEM: Reading = |part| part.stem;
pub(super) const GRAM: Reading = |part| part.gram;

impl<'a> Asking<'a> {
    pub fn new(
        searcher: &'a Searcher,
        fields: &'a Fields,
        ranking: &'a Ranking,
        locale: Locale,
    ) -> Self {
        Self { searcher, fields, ranking, locale, latin: Latin::of(locale) }
    }

    /// The query and what it finds; `None` when nothing was asked.
    pub fn query(&self, question: &Question<'_>) -> Result<Option<(Box<dyn Query>, Needles)>> {
        let Some(fields) = self.fields.of(self.locale) else { return Ok(None) };
        let text: String = question.text.chars().take(QUESTION_CHARS).collect();
        let letters = letters(&text);
        let mut tokens = tokens_of(&letters);
        tokens.truncate(QUESTION_TOKENS);
        if tokens.is_empty() {
            return Ok(None);
        }
        let mut needles = Needles::new(self.latin);
        // Every second word of a text would be marked by them.
        let mut unmarked = Needles::new(self.latin);
        let weights = self.weights(&letters, &tokens);
        let unfinished =
            question.is_typing && tokens.last().is_some_and(|last| last.end == text.len());
        let last = tokens.len() - 1;
        let mut clauses: Clauses = Vec::new();
        let mut gates: Clauses = Vec::new();
        let none_tells = weights.iter().all(|weight| *weight < TELLING);
        let mut slips = Slips { words: SLIPS, grams: GRAM_SLIPS };
        for (at, (token, weight)) in tokens.iter().zip(&weights).enumerate() {
            if *weight <= 0.0 {
                continue;
            }
            let is_open = at == last && unfinished;
            let is_telling = none_tells || *weight >= TELLING;
            let shown = if is_telling { &mut needles } else { &mut unmarked };
            let next = tokens.get(at + 1);
            let found = self.token(fields, (token, next), is_open, &mut slips, shown)?;
            if is_telling {
                gates.extend(found.enough);
            }
            clauses.extend(found.counts.into_iter().map(|clause| boosted(clause, *weight)));
        }
        clauses.extend(self.neighbours(fields, &tokens, &weights));
        let synonyms = self.synonyms(fields, question, (&letters, &tokens), &mut needles)?;
        gates.extend(synonyms.iter().map(|clause| clause.box_clone()));
        clauses.extend(synonyms);
        let gate = ConstScoreQuery::new(either(gates), 0.0);
        let scoring =
            BooleanQuery::new(vec![(Occur::Must, either(clauses)), (Occur::Must, Box::new(gate))]);
        Ok(Some((Box::new(scoring), needles)))
    }

    fn token(
        &self,
        fields: &LocaleFields,
        (token, next): (&Token, Option<&Token>),
        is_open: bool,
        slips: &mut Slips,
        needles: &mut Needles,
    ) -> Result<Finding> {
        let known = match token.kind {
            Kind::Word => self.word(fields, token, is_open, &mut slips.words, needles)?,
            Kind::Gram => self.gram(fields, &token.plain, needles),
            Kind::Single => self.single(fields, &token.plain, needles)?,
        };
        let (mut counts, mut enough) = (Clauses::new(), vec![known.box_clone()]);
        counts.push(known);
        if token.kind == Kind::Word {
            let pieces = pieces(&token.plain);
            counts.extend(self.pieces(fields, &pieces));
            enough.extend(self.half_of_pieces(fields, &pieces));
        }
        if token.kind == Kind::Gram {
            for other in self.grams_alike(fields, token, next, &mut slips.grams)? {
                let meant =
                    self.in_parts(fields, GRAM, &other, self.ranking.gram * self.ranking.slip);
                enough.push(meant.box_clone());
                counts.push(meant);
                needles.grams.insert(other);
            }
        }
        Ok(Finding { counts, enough })
    }

    /// How much each token of a question tells.
    fn weights(&self, letters: &[crate::fold::Letter], tokens: &[Token]) -> Vec<f32> {
        let stops = stop_words(self.locale);
        let plain: String = letters.iter().map(|letter| letter.plain).collect();
        let weak = stops.weak_letters(&plain);
        // 1 for what tells nothing, a half for a gram of which one letter does.
        let weak = |token: &Token| -> f32 {
            let of = |at: usize| if weak.get(at) == Some(&true) { 1.0 } else { 0.0 };
            match token.kind {
                Kind::Word if stops.holds(&token.exact, &token.plain) => 1.0,
                Kind::Word => 0.0,
                Kind::Gram => (of(token.letter) + of(token.letter + 1)) / 2.0,
                Kind::Single => of(token.letter),
            }
        };
        let all_weak = tokens.iter().all(|token| weak(token) >= 1.0);
        let weight = |token: &Token| match all_weak {
            true => self.ending(token),
            false => self.ending(token) * (1.0 - weak(token) * (1.0 - self.ranking.stop)),
        };
        tokens.iter().map(weight).collect()
    }

    /// How much of a gram is not made of endings.
    fn ending(&self, token: &Token) -> f32 {
        match token.endings {
            0 => 1.0,
            1 => (1.0 + self.ranking.endings) / 2.0,
            _ => self.ranking.endings,
        }
    }

    fn word(
        &self,
        fields: &LocaleFields,
        token: &Token,
        is_open: bool,
        slips: &mut usize,
        needles: &mut Needles,
    ) -> Result<Box<dyn Query>> {
        let ranking = self.ranking;
        let stem = token.stem(self.latin);
        needles.words.insert(token.exact.clone());
        needles.stems.insert(stem.clone());
        let mut readings: Clauses = vec![
            self.in_parts(fields, WORD, &token.exact, 1.0),
            self.in_parts(fields, STEM, &stem, ranking.stem),
        ];
        let is_known =
            self.is_known(fields, WORD, &token.exact)? || self.is_known(fields, STEM, &stem)?;
        if is_open {
            for other in self.beginning(fields, WORD, &token.exact)? {
                readings.push(self.in_parts(fields, WORD, &other, ranking.prefix));
                needles.words.insert(other);
            }
            for other in self.beginning(fields, STEM, &token.plain)? {
                readings.push(self.in_parts(fields, STEM, &other, ranking.prefix * ranking.stem));
                needles.stems.insert(other);
            }
        }
        if !is_known && *slips > 0 {
            *slips -= 1;
            for (other, errors) in self.alike(fields, WORD, &token.exact)? {
                let weight = ranking.slip.powi(errors);
                readings.push(self.in_parts(fields, WORD, &other, weight));
                needles.words.insert(other);
            }
            for (other, errors) in self.alike(fields, STEM, &stem)? {
                let weight = ranking.slip.powi(errors) * ranking.stem;
                readings.push(self.in_parts(fields, STEM, &other, weight));
                needles.stems.insert(other);
            }
        }
        Ok(Box::new(DisjunctionMaxQuery::with_tie_breaker(readings, ranking.tie)))
    }

    /// The pieces of a word count together about as much as one word.
    fn pieces(&self, fields: &LocaleFields, pieces: &[String]) -> Option<Box<dyn Query>> {
        if self.ranking.piece <= 0.0 || pieces.len() < 2 {
            return None;
        }
        let share = self.ranking.piece / f32::from(u8::try_from(pieces.len()).unwrap_or(u8::MAX));
        let pieces = pieces.iter().map(|piece| boosted(term(fields.piece, piece), share));
        Some(either(pieces.collect()))
    }

    /// What has half of the pieces of a word: one or two are in many words by chance.
    fn half_of_pieces(&self, fields: &LocaleFields, pieces: &[String]) -> Option<Box<dyn Query>> {
        if self.ranking.piece <= 0.0 || pieces.len() < 2 {
            return None;
        }
        let half = pieces.len().div_ceil(2);
        let all = pieces.iter().map(|piece| term(fields.piece, piece)).collect();
        Some(Box::new(BooleanQuery::union_with_minimum_required_clauses(all, half)))
    }

    fn gram(&self, fields: &LocaleFields, gram: &str, needles: &mut Needles) -> Box<dyn Query> {
        needles.grams.insert(gram.to_owned());
        self.in_parts(fields, GRAM, gram, self.ranking.gram)
    }

    /// A letter alone begins the grams that are looked for.
    fn single(
        &self,
        fields: &LocaleFields,
        letter: &str,
        needles: &mut Needles,
    ) -> Result<Box<dyn Query>> {
        let mut readings = vec![self.gram(fields, letter, needles)];
        for gram in self.beginning(fields, GRAM, letter)? {
            readings.push(self.in_parts(fields, GRAM, &gram, self.ranking.gram * 0.5));
            needles.grams.insert(gram);
        }
        Ok(Box::new(DisjunctionMaxQuery::with_tie_breaker(readings, self.ranking.tie)))
    }

    /// Words that stand together in the question and in the document.
    fn neighbours(&self, fields: &LocaleFields, tokens: &[Token], weights: &[f32]) -> Clauses {
        if self.ranking.pair <= 0.0 {
            return Vec::new();
        }
        let telling = tokens.iter().zip(weights);
        let telling = telling.filter(|(token, weight)| token.kind == Kind::Word && **weight >= 1.0);
        let stems: Vec<String> = telling.map(|(token, _)| token.stem(self.latin)).collect();
        let pairs = pairs(&stems).into_iter();
        pairs.map(|pair| boosted(term(fields.pair, &pair), self.ranking.pair)).collect()
    }

    /// Other words for what was asked, and for what was mistyped; of a document in another language than the question the
    /// translations.
    fn synonyms(
        &self,
        fields: &LocaleFields,
        question: &Question<'_>,
        (letters, tokens): (&[crate::fold::Letter], &[Token]),
        needles: &mut Needles,
    ) -> Result<Clauses> {
        if self.ranking.synonym <= 0.0 {
            return Ok(Vec::new());
        }
        let mut clauses = Clauses::new();
        let is_own = self.locale == question.locale;
        let mut all = synonyms().find(question.locale, letters);
        all.truncate(THINGS);
        if is_own {
            for (forms, slips) in self.mistyped(fields, tokens, &all)? {
                let weight = self.ranking.synonym * self.ranking.slip.powi(slips);
                clauses.extend(self.one_of(fields, forms, weight, needles));
            }
        }
        for found in all {
            clauses.extend(match is_own {
                true => self.one_of(fields, &found.others, self.ranking.synonym, needles),
                false => {
                    let others = synonyms().translations(found.thing, self.locale);
                    self.one_of(fields, others, 1.0, needles)
                }
            });
        }
        Ok(clauses)
    }

    /// Any of the words for one thing.
    fn one_of(
        &self,
        fields: &LocaleFields,
        others: &[String],
        weight: f32,
        needles: &mut Needles,
    ) -> Option<Box<dyn Query>> {
        let others = others.iter().take(SYNONYMS);
        let readings: Clauses =
            others.filter_map(|other| self.phrase(fields, other, needles)).collect();
        if readings.is_empty() {
            return None;
        }
        let one = Box::new(DisjunctionMaxQuery::with_tie_breaker(readings, 0.1));
        Some(boosted(one, weight))
    }

    /// A phrase, of which each word counts its part; all of it must be there.
    fn phrase(
        &self,
        fields: &LocaleFields,
        text: &str,
        needles: &mut Needles,
    ) -> Option<Box<dyn Query>> {
        let tokens = tokens(text);
        let share = 1.0 / f32::from(u8::try_from(tokens.len()).ok()?.max(1));
        let stops = stop_words(self.locale);
        let mut parts = Vec::with_capacity(tokens.len());
        for token in &tokens {
            let part = match token.kind {
                Kind::Word => {
                    let stem = token.stem(self.latin);
                    let part = self.in_parts(fields, STEM, &stem, share);
                    if !stops.holds(&token.exact, &token.plain) {
                        needles.stems.insert(stem);
                    }
                    part
                }
                Kind::Gram | Kind::Single => {
                    needles.grams.insert(token.plain.clone());
                    self.in_parts(fields, GRAM, &token.plain, share * self.ending(token))
                }
            };
            parts.push((Occur::Must, part));
        }
        if parts.is_empty() {
            return None;
        }
        Some(Box::new(BooleanQuery::new(parts)))
    }

    /// A term in title, headings, body or other words.
    fn in_parts(
        &self,
        fields: &LocaleFields,
        reading: Reading,
        text: &str,
        weight: f32,
    ) -> Box<dyn Query> {
        let parts = self
            .parts(fields)
            .into_iter()
            .map(|(part, of_part)| boosted(term(reading(part), text), of_part * weight));
        either(parts.collect())
    }

    pub(super) fn parts<'f>(&self, fields: &'f LocaleFields) -> [(&'f PartFields, f32); 4] {
        [
            (&fields.title, self.ranking.title),
            (&fields.heads, self.ranking.heads),
            (&fields.body, 1.0),
            (&fields.forms, self.ranking.forms),
        ]
    }
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

/// The sum of what matches.
fn either(mut clauses: Clauses) -> Box<dyn Query> {
    match (clauses.len(), clauses.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            clauses.extend(last);
            let clauses = clauses.into_iter().map(|clause| (Occur::Should, clause));
            Box::new(BooleanQuery::new(clauses.collect()))
        }
    }
}
