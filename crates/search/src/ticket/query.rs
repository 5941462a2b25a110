use std::ops::Bound;

use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query,
    RangeQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::taken::Taken;
use super::{Fields, TicketQuestion, Wanted};
use crate::cut::{gram_term, stem_term, word_term};
use crate::error::Result;
use crate::snippet::Needles;
use crate::stem::Latin;
use crate::token::{Kind, Token, tokens};

/// Tokens of what was typed that are looked up.
const TOKENS: usize = 64;
/// Grams that one letter can begin.
const GRAMS_OF_LETTER: usize = 64;

type Clause = (Occur, Box<dyn Query>);

/// The query; `None` when nothing was asked that a ticket could have.
pub(super) fn build(
    searcher: &Searcher,
    fields: &Fields,
    question: &TicketQuestion<'_>,
) -> Result<Option<BooleanQuery>> {
    let read: Vec<(&Wanted, Vec<Token>)> =
        question.wanted.iter().map(|wanted| (wanted, read(&wanted.text))).collect();
    let telling = |negated: bool| {
        read.iter().any(|(wanted, tokens)| wanted.is_negated == negated && !tokens.is_empty())
    };
    let only_marks = read.iter().any(|(wanted, _)| !wanted.is_negated);
    if !telling(false) && (only_marks || !telling(true)) {
        return Ok(None);
    }
    let mut all: Vec<Clause> = Vec::new();
    for (wanted, tokens) in read.iter().filter(|(_, tokens)| !tokens.is_empty()) {
        let mut texts: Vec<Clause> = Vec::new();
        for (latin, field) in &fields.texts {
            texts.push((Occur::Should, word(searcher, *field, *latin, wanted, tokens)?));
        }
        let texts = BooleanQuery::new(texts);
        all.push(match wanted.is_negated {
            true => (Occur::MustNot, Box::new(Taken(Box::new(texts)))),
            false => (Occur::Must, Box::new(texts)),
        });
    }
    if !telling(false) {
        // What is not wanted is taken away from something.
        all.push((Occur::Must, free(Box::new(AllQuery))));
    }
    if let Some(scope) = question.scope {
        all.push((Occur::Must, any_of(fields.scope, scope)));
    }
    for fact in question.facts {
        let occur = if fact.is_negated { Occur::MustNot } else { Occur::Must };
        all.push((occur, any_of(fields.fact, &fact.any_of)));
    }
    if let Some(until) = question.until {
        let until = Bound::Included(Term::from_field_i64(fields.at, until));
        all.push((Occur::Must, free(Box::new(RangeQuery::new(Bound::Unbounded, until)))));
    }
    Ok(Some(BooleanQuery::new(all)))
}

fn read(text: &str) -> Vec<Token> {
    let mut tokens = tokens(text);
    tokens.truncate(TOKENS);
    tokens
}

fn any_of(field: Field, tokens: &[String]) -> Box<dyn Query> {
    let terms = tokens.iter().map(|token| Term::from_field_text(field, token));
    free(Box::new(TermSetQuery::new(terms)))
}

/// What narrows does not rank.
fn free(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

/// One word as it was typed: each token of it must be there, grams of one run in their order.
fn word(
    searcher: &Searcher,
    field: Field,
    latin: Latin,
    wanted: &Wanted,
    tokens: &[Token],
) -> Result<Box<dyn Query>> {
    if wanted.is_phrase && tokens.len() > 1 {
        let terms = tokens.iter().enumerate();
        let terms = terms.map(|(at, token)| (at, Term::from_field_text(field, &as_typed(token))));
        return Ok(Box::new(PhraseQuery::new_with_offset(terms.collect())));
    }
    let mut parts: Vec<Clause> = Vec::new();
    for run in
        tokens.chunk_by(|a, b| a.kind == Kind::Gram && b.kind == Kind::Gram && a.run == b.run)
    {
        let part = match run {
            [one] if one.kind == Kind::Single => letter(searcher, field, one)?,
            [one] if one.kind == Kind::Gram || wanted.is_phrase => term(field, &as_typed(one)),
            [one] => {
                let readings = vec![
                    term(field, &word_term(&one.plain)),
                    term(field, &stem_term(&one.stem(latin))),
                ];
                Box::new(DisjunctionMaxQuery::new(readings))
            }
            grams => {
                let terms = grams.iter().map(|gram| gram_term(&gram.plain));
                let terms = terms.map(|text| Term::from_field_text(field, &text));
                Box::new(PhraseQuery::new(terms.collect()))
            }
        };
        parts.push((Occur::Must, part));
    }
    Ok(Box::new(BooleanQuery::new(parts)))
}

fn as_typed(token: &Token) -> String {
    match token.kind {
        Kind::Word => word_term(&token.plain),
        Kind::Gram | Kind::Single => gram_term(&token.plain),
    }
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

/// A letter alone, at the end of a run (both are terms by themselves), or at the beginning of the grams that it begins.
fn letter(searcher: &Searcher, field: Field, token: &Token) -> Result<Box<dyn Query>> {
    let start = gram_term(&token.plain);
    let mut known = std::collections::BTreeSet::from([start.clone()]);
    for segment in searcher.segment_readers() {
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
    let terms = known.iter().map(|text| Term::from_field_text(field, text));
    Ok(Box::new(TermSetQuery::new(terms)))
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
