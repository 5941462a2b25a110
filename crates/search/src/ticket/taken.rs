//! What is taken away from a search.
//!
//! The engine asks the scorer of what is excluded for documents before the one on which it stands; a phrase that occurs
//! nowhere stands behind the last one from the beginning, and must not be asked that. This stands in between and answers
//! for it.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader};

/// A query that can be excluded whatever it is.
#[derive(Debug)]
pub(super) struct Taken(pub Box<dyn Query>);

impl Clone for Taken {
    fn clone(&self) -> Self {
        Self(self.0.box_clone())
    }
}

impl Query for Taken {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(TakenWeight(self.0.weight(scoring)?)))
    }
}

struct TakenWeight(Box<dyn Weight>);

impl Weight for TakenWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(TakenScorer(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }
}

/// Leaves `seek_danger` to the trait, which looks where the scorer stands before it moves it.
struct TakenScorer(Box<dyn Scorer>);

impl DocSet for TakenScorer {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }
}

impl Scorer for TakenScorer {
    fn score(&mut self) -> Score {
        self.0.score()
    }
}
