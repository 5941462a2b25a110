//! Everything that matches, each with its score: how weak is too weak is known when the best one is, and nothing that is not
//! shown may be counted.

use tantivy::collector::{Collector, FacetCollector, FacetCounts, SegmentCollector};
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::schema;
use crate::error::Result;

/// Collects all, part after part of the index, and in each in the order of documents.
pub(super) struct Scored;

impl Collector for Scored {
    type Fruit = Vec<(Score, DocAddress)>;
    type Child = ScoredPart;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        _reader: &SegmentReader,
    ) -> tantivy::Result<ScoredPart> {
        Ok(ScoredPart { segment, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, parts: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(parts.into_iter().flatten().collect())
    }
}

pub(super) struct ScoredPart {
    segment: SegmentOrdinal,
    found: Vec<(Score, DocAddress)>,
}

impl SegmentCollector for ScoredPart {
    type Fruit = Vec<(Score, DocAddress)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.found.push((score, DocAddress::new(self.segment, doc)));
    }

    fn harvest(self) -> Self::Fruit {
        self.found
    }
}

/// Leaves out what has less than a part of the best one's score.
pub(super) fn cut_tail(all: &mut Vec<(Score, DocAddress)>, tail: f32) {
    let best = all.iter().map(|(score, _)| *score).fold(0.0_f32, f32::max);
    all.retain(|(score, _)| *score >= best * tail);
}

/// The best first; of those that are as good the one that the index has first.
pub(super) fn best_of(mut all: Vec<(Score, DocAddress)>, limit: usize) -> Vec<(Score, DocAddress)> {
    let order = |(one, at): &(Score, DocAddress), (other, after): &(Score, DocAddress)| {
        other.total_cmp(one).then_with(|| at.cmp(after))
    };
    if limit < all.len() {
        all.select_nth_unstable_by(limit, order);
        all.truncate(limit);
    }
    all.sort_unstable_by(order);
    all
}

/// Counts tags and sections of what was collected.
pub(super) fn facets(searcher: &Searcher, all: &[(Score, DocAddress)]) -> Result<FacetCounts> {
    let mut facets = FacetCollector::for_field(schema::FACET);
    facets.add_facet(schema::TAGS);
    facets.add_facet(schema::SECTIONS);
    let mut parts = Vec::new();
    for part in all.chunk_by(|(_, one), (_, other)| one.segment_ord == other.segment_ord) {
        let Some((_, first)) = part.first() else { continue };
        let mut counting =
            facets.for_segment(first.segment_ord, searcher.segment_reader(first.segment_ord))?;
        for (score, address) in part {
            counting.collect(address.doc_id, *score);
        }
        parts.push(counting.harvest());
    }
    Ok(facets.merge_fruits(parts)?)
}
