use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query,
    TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::checked::{Check, Checked};
use super::taken::Taken;
use super::{CREATED, FactFilter, Fields, Moment, TicketQuestion, TimeFilter, UPDATED, Wanted};
use crate::cut::{gram_term, neighbour_term, stem_term, typed_term};
use crate::error::Result;
use crate::snippet::Needles;
use crate::stem::Latin;
use crate::token::{Kind, Token, tokens};

/// Tokens of what was typed that are looked up.
const TOKENS: usize = 64;
/// Grams that one letter can begin.
const GRAMS_OF_LETTER: usize = 64;

/// Tokens of a scope or of a condition that are looked up one by one.
const FEW_TOKENS: usize = 8;

type Clause = (Occur, Box<dyn Query>);

/// A stretch of one of the moments of tickets.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub field: Field,
    pub column: &'static str,
    pub range: RangeInclusive<i64>,
}

/// What was asked, ready to be narrowed to a time.
#[derive(Debug)]
pub(super) struct Asked {
    all: Vec<Clause>,
    checks: Vec<Check>,
    /// In which times the other moments of a ticket must be: whoever asks looks at them.
    pub times: Vec<Span>,
    /// Of what must be there, in how many tickets that stands which stands in fewest: an upper bound of what is found.
    pub rarest: u64,
}

impl Asked {
    /// The query, narrowed by more that does not rank. Its times are not in it.
    pub fn query(&self, narrowed: impl IntoIterator<Item = Box<dyn Query>>) -> Checked {
        let mut all: Vec<Clause> =
            self.all.iter().map(|(occur, query)| (*occur, query.box_clone())).collect();
        all.extend(narrowed.into_iter().map(|query| (Occur::Must, free(query))));
        Checked { query: Box::new(BooleanQuery::new(all)), checks: self.checks.clone() }
    }

    /// The end of the times, where they have one.
    pub fn last_time(&self) -> Option<i64> {
        self.times.iter().map(|span| *span.range.end()).filter(|end| *end < i64::MAX).min()
    }

    fn must(&mut self, part: Part) {
        self.rarest = self.rarest.min(part.tickets);
        self.all.push((Occur::Must, part.query));
    }

    /// A condition on tokens of a field.
    fn tokens(&mut self, searcher: &Searcher, field: Field, filter: &FactFilter) -> Result<()> {
        let tokens = filter.any_of.as_slice();
        if filter.is_negated {
            self.all.push((Occur::MustNot, none_of(field, tokens)));
            return Ok(());
        }
        let mut tickets = 0_u64;
        for token in tokens.iter().take(FEW_TOKENS) {
            let term = Term::from_field_text(field, token);
            tickets = tickets.saturating_add(searcher.doc_freq(&term)?);
        }
        let is_counted = tokens.len() <= FEW_TOKENS;
        let tickets = if is_counted { tickets } else { u64::MAX };
        self.must(Part { query: any_of(field, tokens), tickets });
        Ok(())
    }

    /// A condition on a moment that the index knows. Returns whether a ticket can meet it.
    fn time(&mut self, fields: &Fields, filter: &TimeFilter) -> bool {
        let Some((field, column)) = fields.moment(filter.of) else { return true };
        let span = Span { field, column, range: filter.range() };
        match (filter.is_negated, span.bounds()) {
            (false, Some(_)) => self.times.push(span),
            (false, None) => {}
            (true, Some(bounds)) => self.all.push((Occur::MustNot, free(bounds))),
            (true, None) => return false,
        }
        true
    }
}

/// A part of what is wanted, and in how many tickets it may be.
struct Part {
    query: Box<dyn Query>,
    tickets: u64,
}

/// What was asked; `None` when it is nothing that a ticket could have. Its time is not in it.
pub(super) fn build(
    searcher: &Searcher,
    fields: &Fields,
    question: &TicketQuestion<'_>,
) -> Result<Option<Asked>> {
    let read: Vec<(&Wanted, Vec<Token>)> =
        question.wanted.iter().map(|wanted| (wanted, read(&wanted.text))).collect();
    let telling = |negated: bool| {
        read.iter().any(|(wanted, tokens)| wanted.is_negated == negated && !tokens.is_empty())
    };
    let only_marks = read.iter().any(|(wanted, _)| !wanted.is_negated);
    if !telling(false) && (only_marks || !telling(true)) {
        return Ok(None);
    }
    let mut asked =
        Asked { all: Vec::new(), checks: Vec::new(), times: Vec::new(), rarest: u64::MAX };
    let looking = Looking { searcher, fields };
    for (wanted, tokens) in read.iter().filter(|(_, tokens)| !tokens.is_empty()) {
        let pieces = pieces(wanted, tokens);
        match (wanted.is_negated, pieces.as_slice()) {
            (true, [one]) if one.len() > 1 => {
                asked.checks.push(Check { any_of: fields.side_by_side(one), is_negated: true });
            }
            (true, pieces) => {
                let mut parts: Vec<Clause> = Vec::new();
                for piece in pieces {
                    let part = match piece {
                        [one] => looking.one(wanted, one)?.query,
                        run => any(fields.side_by_side(run)),
                    };
                    parts.push((Occur::Must, part));
                }
                let taken = Taken(Box::new(BooleanQuery::new(parts)));
                asked.all.push((Occur::MustNot, Box::new(taken)));
            }
            (false, pieces) => {
                for piece in pieces {
                    if let [one] = piece {
                        asked.must(looking.one(wanted, one)?);
                        continue;
                    }
                    for part in looking.may_have(piece)? {
                        asked.must(part);
                    }
                    let any_of = fields.side_by_side(piece);
                    asked.checks.push(Check { any_of, is_negated: false });
                }
            }
        }
    }
    if !telling(false) {
        // What is not wanted is taken away from something.
        asked.all.push((Occur::Must, free(Box::new(AllQuery))));
    }
    if let Some(scope) = question.scope {
        asked.all.push((Occur::Must, any_of(fields.scope, scope)));
    }
    for fact in question.facts {
        asked.tokens(searcher, fields.fact, fact)?;
    }
    for standing in question.standing {
        asked.tokens(searcher, fields.scope, standing)?;
    }
    if let Some(marked) = &fields.marked {
        for mark in question.marks {
            asked.tokens(searcher, marked.mark, mark)?;
        }
    }
    let can_be = question.times.iter().all(|time| asked.time(fields, time));
    Ok(can_be.then_some(asked))
}

/// What must stand side by side, and what must only be there: a phrase is one, and so is a run of grams.
fn pieces<'a>(wanted: &Wanted, tokens: &'a [Token]) -> Vec<&'a [Token]> {
    if wanted.is_phrase {
        return vec![tokens];
    }
    let is_run = |a: &Token, b: &Token| a.kind == Kind::Gram && b.kind == Kind::Gram;
    tokens.chunk_by(|a, b| is_run(a, b) && a.run == b.run).collect()
}

fn read(text: &str) -> Vec<Token> {
    let mut tokens = tokens(text);
    tokens.truncate(TOKENS);
    tokens
}

/// One of some tokens. A few are looked at where it matters, many are gathered first.
fn any_of(field: Field, tokens: &[String]) -> Box<dyn Query> {
    let terms = tokens.iter().map(|token| Term::from_field_text(field, token));
    if tokens.is_empty() || tokens.len() > FEW_TOKENS {
        return free(Box::new(TermSetQuery::new(terms)));
    }
    let of = |term| -> Box<dyn Query> { Box::new(TermQuery::new(term, IndexRecordOption::Basic)) };
    free(any(terms.map(of).collect()))
}

/// None of some tokens.
fn none_of(field: Field, tokens: &[String]) -> Box<dyn Query> {
    let terms = tokens.iter().map(|token| Term::from_field_text(field, token));
    free(Box::new(TermSetQuery::new(terms)))
}

/// What narrows does not rank.
fn free(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

/// Any of some queries, one for each field of texts.
fn any(of: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(of.into_iter().map(|query| (Occur::Should, query)).collect()))
}

fn term_query(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

impl Fields {
    /// Where a moment is; `None` in an index that does not know it.
    fn moment(&self, of: Moment) -> Option<(Field, &'static str)> {
        let marked = self.marked.as_ref()?;
        Some(match of {
            Moment::Created => (marked.created, CREATED),
            Moment::Updated => (marked.updated, UPDATED),
        })
    }

    /// Tokens side by side, as they were typed, in each field of texts. Where a letter stands first, it may be the last one of
    /// a run.
    fn side_by_side(&self, tokens: &[Token]) -> Vec<Box<dyn Query>> {
        let typed: Vec<String> = tokens.iter().map(typed_term).collect();
        let mut begun = Vec::new();
        if let Some(first) = tokens.first().filter(|first| first.kind == Kind::Single) {
            begun.push(self.last_term()(&first.plain));
        }
        begun.extend(typed.first().cloned());
        let mut queries: Vec<Box<dyn Query>> = Vec::new();
        for (_, field) in &self.texts {
            for first in &begun {
                let terms = std::iter::once(first).chain(typed.iter().skip(1));
                let terms = terms.map(|text| Term::from_field_text(*field, text));
                queries.push(Box::new(PhraseQuery::new(terms.collect())));
            }
        }
        queries
    }
}

struct Looking<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
}

impl Looking<'_> {
    /// One token: a word also by its stem, unless it is to be as it was typed.
    fn one(&self, wanted: &Wanted, token: &Token) -> Result<Part> {
        let (mut queries, mut tickets) = (Vec::new(), 0_u64);
        for (latin, field) in &self.fields.texts {
            if token.kind == Kind::Single {
                queries.push(self.letter(*field, token)?);
                tickets = u64::MAX;
                continue;
            }
            let mut terms = vec![Term::from_field_text(*field, &typed_term(token))];
            if token.kind == Kind::Word && !wanted.is_phrase {
                terms.push(Term::from_field_text(*field, &stem_term(&token.stem(*latin))));
            }
            for term in &terms {
                tickets = tickets.saturating_add(self.searcher.doc_freq(term)?);
            }
            let mut readings: Vec<Box<dyn Query>> = terms.into_iter().map(term_query).collect();
            queries.push(match readings.len() {
                1 => readings.remove(0),
                _ => Box::new(DisjunctionMaxQuery::new(readings)),
            });
        }
        Ok(Part { query: any(queries), tickets })
    }

    /// What a ticket that has these side by side has in any case: each two that are neighbours, or, in an index without
    /// neighbours, each of them.
    fn may_have(&self, tokens: &[Token]) -> Result<Vec<Part>> {
        let mut typed: Vec<String> = tokens.iter().map(typed_term).collect();
        let mut parts = Vec::new();
        if let Some(field) = self.fields.neighbours {
            let pair = |pair: &[String]| match pair {
                [one, other] => Some(neighbour_term(one, other)),
                _ => None,
            };
            let pairs: BTreeSet<String> = typed.windows(2).filter_map(pair).collect();
            for pair in pairs {
                let term = Term::from_field_text(field, &pair);
                let tickets = self.searcher.doc_freq(&term)?;
                parts.push(Part { query: term_query(term), tickets });
            }
            return Ok(parts);
        }
        typed.sort_unstable();
        typed.dedup();
        for text in typed {
            let (mut queries, mut tickets) = (Vec::new(), 0_u64);
            for (_, field) in &self.fields.texts {
                let term = Term::from_field_text(*field, &text);
                tickets = tickets.saturating_add(self.searcher.doc_freq(&term)?);
                queries.push(term_query(term));
            }
            parts.push(Part { query: any(queries), tickets });
        }
        Ok(parts)
    }

    /// A letter alone, at the end of a run (both are terms by themselves), or at the beginning of the grams that it begins.
    fn letter(&self, field: Field, token: &Token) -> Result<Box<dyn Query>> {
        let start = gram_term(&token.plain);
        let mut known = BTreeSet::from([start.clone()]);
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(field)?;
            let mut terms = inverted.terms().range().ge(start.as_bytes()).into_stream()?;
            while known.len() < GRAMS_OF_LETTER && terms.advance() {
                let Ok(text) = std::str::from_utf8(terms.key()) else { continue };
                if !text.starts_with(&start) {
                    break;
                }
                known.insert(text.to_owned());
            }
        }
        known.insert(self.fields.last_term()(&token.plain));
        let terms = known.iter().map(|text| Term::from_field_text(field, text));
        Ok(Box::new(TermSetQuery::new(terms)))
    }
}

/// What is marked in the text of a ticket that was found.
pub(super) fn needles(wanted: &[Wanted], latin: Latin) -> Needles {
    let mut needles = Needles::new(latin);
    for wanted in wanted.iter().filter(|wanted| !wanted.is_negated) {
        for token in read(&wanted.text) {
            match token.kind {
                Kind::Word => {
                    if !wanted.is_phrase {
                        needles.stems.insert(token.stem(latin));
                    }
                    needles.words.insert(token.plain);
                }
                Kind::Gram | Kind::Single => {
                    needles.grams.insert(token.plain);
                }
            }
        }
    }
    needles
}
