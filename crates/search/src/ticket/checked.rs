//! What is cheap to tell first, and what is dear only of what would be shown.
//!
//! Whether words stand side by side is read from their places in each text, which is dear. So a phrase is looked for in two
//! steps: the index of neighbours tells which tickets may have it, and the places are read of those alone that nothing else
//! rules out: not another word, not the scope, and, when the best are taken, not a score that is too low.

use tantivy::query::{EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::Schema;
use tantivy::{DocId, DocSet, Score, SeekDangerResult, SegmentReader, TERMINATED, TantivyError};

/// What must hold of a ticket besides.
#[derive(Debug)]
pub(super) struct Check {
    /// Each of one field: a ticket has its text in one of them.
    pub any_of: Vec<Box<dyn Query>>,
    /// None of them may hold.
    pub is_negated: bool,
}

impl Clone for Check {
    fn clone(&self) -> Self {
        let any_of = self.any_of.iter().map(|query| query.box_clone()).collect();
        Self { any_of, is_negated: self.is_negated }
    }
}

/// A query with what is looked at afterwards.
#[derive(Debug)]
pub(super) struct Checked {
    pub query: Box<dyn Query>,
    pub checks: Vec<Check>,
}

impl Clone for Checked {
    fn clone(&self) -> Self {
        Self { query: self.query.box_clone(), checks: self.checks.clone() }
    }
}

impl Query for Checked {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let schema = scoring.schema();
        let checks = self.checks.iter().map(|check| CheckWeight::new(check, schema));
        let checks = checks.collect::<tantivy::Result<_>>()?;
        Ok(Box::new(CheckedWeight { weight: self.query.weight(scoring)?, checks }))
    }
}

struct CheckWeight {
    any_of: Vec<Box<dyn Weight>>,
    is_negated: bool,
}

impl CheckWeight {
    /// It does not rank, so that looking ends at the first place.
    fn new(check: &Check, schema: &Schema) -> tantivy::Result<Self> {
        let weights =
            check.any_of.iter().map(|of| of.weight(EnableScoring::disabled_from_schema(schema)));
        let any_of = weights.collect::<tantivy::Result<_>>()?;
        Ok(Self { any_of, is_negated: check.is_negated })
    }

    fn over(&self, reader: &SegmentReader) -> tantivy::Result<Looking> {
        let mut any_of = Vec::with_capacity(self.any_of.len());
        for weight in &self.any_of {
            // Not `scorer`: that one reads places until it finds some.
            let (at, scorer) = weight.scorer_danger(reader, 0, 1.0)?;
            let (next, is_there) = match at {
                SeekDangerResult::Found => (0, true),
                SeekDangerResult::SeekLowerBound(next) => (next, false),
            };
            if next < TERMINATED {
                any_of.push(Look { scorer, next, is_there });
            }
        }
        Ok(Looking { any_of, is_negated: self.is_negated })
    }
}

/// One scorer that is only asked whether it has a document, and never which is the next that it has.
struct Look {
    scorer: Box<dyn Scorer>,
    /// It has no document before this one that was not asked for yet.
    next: DocId,
    /// It has that one.
    is_there: bool,
}

impl Look {
    /// Documents are asked for in their order.
    fn has(&mut self, doc: DocId) -> bool {
        if doc < self.next || self.next >= TERMINATED {
            return false;
        }
        if doc == self.next && self.is_there {
            return true;
        }
        match self.scorer.seek_danger(doc) {
            SeekDangerResult::Found => (self.next, self.is_there) = (doc, true),
            SeekDangerResult::SeekLowerBound(next) => {
                (self.next, self.is_there) = (next.max(doc.saturating_add(1)), false);
            }
        }
        self.is_there
    }
}

struct Looking {
    any_of: Vec<Look>,
    is_negated: bool,
}

fn hold(checks: &mut [Looking], doc: DocId) -> bool {
    checks.iter_mut().all(|check| {
        let has = check.any_of.iter_mut().any(|look| look.has(doc));
        has != check.is_negated
    })
}

struct CheckedWeight {
    weight: Box<dyn Weight>,
    checks: Vec<CheckWeight>,
}

impl CheckedWeight {
    /// `None` when nothing in this part of the index can hold.
    fn checks(&self, reader: &SegmentReader) -> tantivy::Result<Option<Vec<Looking>>> {
        let checks = self.checks.iter().map(|check| check.over(reader));
        let checks: Vec<Looking> = checks.collect::<tantivy::Result<_>>()?;
        let is_possible = |check: &Looking| check.is_negated || !check.any_of.is_empty();
        Ok(checks.iter().all(is_possible).then_some(checks))
    }
}

impl Weight for CheckedWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        if self.checks.is_empty() {
            return self.weight.scorer(reader, boost);
        }
        let Some(checks) = self.checks(reader)? else { return Ok(Box::new(EmptyScorer)) };
        let mut scorer = CheckedScorer { scorer: self.weight.scorer(reader, boost)?, checks };
        let first = scorer.scorer.doc();
        scorer.settle(first);
        Ok(Box::new(scorer))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        if self.scorer(reader, 1.0)?.seek(doc) != doc {
            return Err(TantivyError::InvalidArgument(format!("document {doc} does not match")));
        }
        self.weight.explain(reader, doc)
    }

    /// Whoever takes the best says from which score on a document would be among them: only such a one is looked at.
    fn for_each_pruning(
        &self,
        threshold: Score,
        reader: &SegmentReader,
        callback: &mut dyn FnMut(DocId, Score) -> Score,
    ) -> tantivy::Result<()> {
        if self.checks.is_empty() {
            return self.weight.for_each_pruning(threshold, reader, callback);
        }
        let Some(mut checks) = self.checks(reader)? else { return Ok(()) };
        let mut least = threshold;
        self.weight.for_each_pruning(threshold, reader, &mut |doc, score| {
            if score > least && hold(&mut checks, doc) {
                least = callback(doc, score);
            }
            least
        })
    }
}

struct CheckedScorer {
    scorer: Box<dyn Scorer>,
    checks: Vec<Looking>,
}

impl CheckedScorer {
    /// Goes on from a document of the query to the first one that is whole.
    fn settle(&mut self, mut doc: DocId) -> DocId {
        while doc != TERMINATED && !hold(&mut self.checks, doc) {
            doc = self.scorer.advance();
        }
        doc
    }
}

impl DocSet for CheckedScorer {
    fn advance(&mut self) -> DocId {
        let doc = self.scorer.advance();
        self.settle(doc)
    }

    fn seek(&mut self, target: DocId) -> DocId {
        let doc = self.scorer.seek(target);
        self.settle(doc)
    }

    fn doc(&self) -> DocId {
        self.scorer.doc()
    }

    fn size_hint(&self) -> u32 {
        self.scorer.size_hint()
    }
}

impl Scorer for CheckedScorer {
    fn score(&mut self) -> Score {
        self.scorer.score()
    }
}
