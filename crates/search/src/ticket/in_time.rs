//! The newest or the oldest of what matches, without looking at everything that does.
//!
//! Words that stand in most tickets stand in most of the newest ones too. So the newest are looked at first, about as many as
//! may be needed, then as many more as what was found among them tells, and everything else only if that was not enough. The
//! steps follow each other in time, and times that are the same are never parted: what comes out is what a look at everything
//! would give.
//!
//! Where another moment of a ticket is narrowed (when it was opened), tickets of that time lead the look at everything, and those
//! whose latest activity is past it are looked at before the steps: few are, and the steps would go through all of that time.

use std::ops::{Bound, RangeInclusive};

use tantivy::collector::TopDocs;
use tantivy::query::{
    ConstScorer, EmptyScorer, EnableScoring, Explanation, Query, RangeQuery, Scorer, Weight,
};
use tantivy::schema::Field;
use tantivy::{
    DocAddress, DocId, DocSet, Order, Score, Searcher, SegmentReader, TERMINATED, TantivyError,
    Term,
};

use super::AT;
use super::checked::Checked;
use super::query::{Asked, Span};
use crate::error::Result;

/// How far the steps go.
#[derive(Debug)]
pub(super) struct Steps {
    /// Tickets of the first one at least.
    first: usize,
    /// Tickets of the first one for each that is wanted.
    for_each: usize,
    /// What has a word in no more tickets than this is found as fast by looking at all of them.
    few: u64,
    /// Steps before everything else is looked at.
    most: usize,
    /// Times that are read to tell how many tickets are newer than one.
    samples: usize,
}

impl Steps {
    pub const USUAL: Self =
        Self { first: 4_096, for_each: 4, few: 20_000, most: 3, samples: 4_096 };
    /// So that few tickets are enough to take all of them.
    #[cfg(test)]
    pub const SMALL: Self = Self { first: 8, for_each: 1, few: 4, most: 3, samples: 64 };

    /// The first `limit` in the order of time, of those whose time is in `rest`.
    pub fn first(
        &self,
        searcher: &Searcher,
        at: Field,
        asked: &Asked,
        mut rest: RangeInclusive<i64>,
        order: Order,
        limit: usize,
    ) -> Result<Vec<DocAddress>> {
        let mut found = Vec::new();
        if let (Order::Desc, Some(last)) = (order, asked.last_time())
            && asked.rarest > self.few
            && rest.contains(&last)
            && last < *rest.end()
        {
            let late = last.saturating_add(1)..=*rest.end();
            let query = self.rest(searcher, at, asked, &late)?;
            found = take(searcher, &query, order, limit)?;
            if found.len() >= limit {
                return Ok(found);
            }
            rest = *rest.start()..=last;
        }
        if asked.rarest > self.few {
            let times = Times::read(searcher, &rest, order, self.samples)?;
            let (mut seen, mut width) = (0, self.first.max(limit.saturating_mul(self.for_each)));
            for _ in 0..self.most {
                // More than a third of all would be no shorter way.
                if width > times.all / 3 {
                    break;
                }
                let Some((step, beyond)) = times.step(seen + width, &rest) else { break };
                let step = Span { field: at, column: AT, range: step };
                let query = asked.query([During::boxed(&step, &asked.times)]);
                found.extend(take(searcher, &query, order, limit - found.len())?);
                seen += width;
                rest = beyond;
                if found.len() >= limit || rest.is_empty() {
                    return Ok(found);
                }
                if found.is_empty() {
                    break;
                }
                // As many as are still wanted at the rate of before, and half of that again.
                width = seen.saturating_mul(limit - found.len()) / found.len();
                width = width.saturating_add(width / 2).max(self.first);
            }
        }
        let query = self.rest(searcher, at, asked, &rest)?;
        found.extend(take(searcher, &query, order, limit - found.len())?);
        Ok(found)
    }

    /// Everything whose latest activity is in a time. Where the words stand in many tickets and another time is narrowed too, the
    /// tickets of the time that has fewest lead.
    pub fn rest(
        &self,
        searcher: &Searcher,
        at: Field,
        asked: &Asked,
        range: &RangeInclusive<i64>,
    ) -> Result<Checked> {
        let activity = Span { field: at, column: AT, range: range.clone() };
        if asked.times.is_empty() || asked.rarest <= self.few {
            let spans = asked.times.iter().chain([&activity]);
            return Ok(asked.query(spans.filter_map(Span::bounds)));
        }
        let (mut fewest, mut listed) = (activity.tickets(searcher, self.samples)?, activity);
        let mut others = Vec::with_capacity(asked.times.len());
        for span in &asked.times {
            let (tickets, mut span) = (span.tickets(searcher, self.samples)?, span.clone());
            if tickets < fewest {
                fewest = tickets;
                std::mem::swap(&mut listed, &mut span);
            }
            others.push(span);
        }
        Ok(asked.query([During::boxed(&listed, &others)]))
    }
}

/// How far apart the tickets are of which so many are looked at.
fn apart(segments: &[SegmentReader], samples: usize) -> usize {
    let all: usize =
        segments.iter().filter_map(|segment| usize::try_from(segment.max_doc()).ok()).sum();
    (all / samples.max(1)).max(1)
}

fn take(
    searcher: &Searcher,
    query: &dyn Query,
    order: Order,
    limit: usize,
) -> Result<Vec<DocAddress>> {
    let top = TopDocs::with_limit(limit.max(1)).order_by_fast_field::<i64>(AT, order);
    Ok(searcher.search(query, &top)?.into_iter().map(|(_, address)| address).collect())
}

impl Span {
    /// About how many of so many tickets that are looked at are in it: tells spans from one another, and nothing more.
    fn tickets(&self, searcher: &Searcher, samples: usize) -> Result<usize> {
        let segments = searcher.segment_readers();
        let each = apart(segments, samples);
        let mut tickets = 0_usize;
        for segment in segments {
            let column = segment.fast_fields().i64(self.column)?;
            let docs = (0..segment.max_doc()).step_by(each);
            let times = docs.filter_map(|doc| column.first(doc));
            tickets += times.filter(|time| self.range.contains(time)).count();
        }
        Ok(tickets)
    }

    /// What narrows to it; `None` where that is all of it.
    pub fn bounds(&self) -> Option<Box<dyn Query>> {
        let bound = |time: i64, open: i64| match time == open {
            true => Bound::Unbounded,
            false => Bound::Included(Term::from_field_i64(self.field, time)),
        };
        if self.is_always() {
            return None;
        }
        let lower = bound(*self.range.start(), i64::MIN);
        let upper = bound(*self.range.end(), i64::MAX);
        Some(Box::new(RangeQuery::new(lower, upper)))
    }

    fn is_always(&self) -> bool {
        *self.range.start() == i64::MIN && *self.range.end() == i64::MAX
    }
}

/// Some of the times of all tickets, the first in the order that is asked for at the front.
struct Times {
    order: Order,
    sample: Vec<i64>,
    /// For how many tickets each of them stands.
    each: usize,
    /// Tickets in the range.
    all: usize,
}

impl Times {
    fn read(
        searcher: &Searcher,
        range: &RangeInclusive<i64>,
        order: Order,
        samples: usize,
    ) -> Result<Self> {
        let segments = searcher.segment_readers();
        let each = apart(segments, samples);
        let mut sample = Vec::with_capacity(samples);
        for segment in segments {
            let column = segment.fast_fields().i64(AT)?;
            let docs = (0..segment.max_doc()).step_by(each);
            let times = docs.filter_map(|doc| column.first(doc));
            sample.extend(times.filter(|time| range.contains(time)));
        }
        sample.sort_unstable();
        if order == Order::Desc {
            sample.reverse();
        }
        let all = sample.len().saturating_mul(each);
        Ok(Self { order, sample, each, all })
    }

    /// The times of about the first `tickets` of all, as far as they are in `rest`, and what is left of it. `None` when there
    /// is no way to part them.
    fn step(
        &self,
        tickets: usize,
        rest: &RangeInclusive<i64>,
    ) -> Option<(RangeInclusive<i64>, RangeInclusive<i64>)> {
        let last = *self.sample.get(tickets / self.each)?;
        if !rest.contains(&last) {
            return None;
        }
        Some(match self.order {
            Order::Desc => (last..=*rest.end(), *rest.start()..=last.checked_sub(1)?),
            Order::Asc => (*rest.start()..=last, last.checked_add(1)?..=*rest.end()),
        })
    }
}

/// Tickets of a time: each part of the index reads the column of times once, so that few of them lead the search. Of those other
/// times are looked up one by one.
#[derive(Clone, Debug)]
struct During {
    listed: Span,
    others: Vec<Span>,
}

impl During {
    fn boxed(listed: &Span, others: &[Span]) -> Box<dyn Query> {
        Box::new(Self { listed: listed.clone(), others: others.to_vec() })
    }
}

impl Query for During {
    fn weight(&self, _scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for During {
    fn scorer(&self, reader: &SegmentReader, _boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let range = &self.listed.range;
        let column = reader.fast_fields().i64(self.listed.column)?;
        let mut docs: Vec<DocId> = Vec::new();
        if !range.is_empty()
            && *range.start() <= column.max_value()
            && column.min_value() <= *range.end()
        {
            column.get_docids_for_value_range(range.clone(), 0..reader.max_doc(), &mut docs);
        }
        for other in self.others.iter().filter(|other| !other.is_always()) {
            let times = reader.fast_fields().i64(other.column)?;
            docs.retain(|doc| times.first(*doc).is_some_and(|time| other.range.contains(&time)));
        }
        if docs.is_empty() {
            return Ok(Box::new(EmptyScorer));
        }
        Ok(Box::new(ConstScorer::new(Listed { docs, at: 0 }, 0.0)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        if self.scorer(reader, 1.0)?.seek(doc) != doc {
            return Err(TantivyError::InvalidArgument(format!("document {doc} does not match")));
        }
        Ok(Explanation::new("During", 0.0))
    }
}

/// Documents of a list, in their order.
struct Listed {
    docs: Vec<DocId>,
    at: usize,
}

impl DocSet for Listed {
    fn advance(&mut self) -> DocId {
        self.at = self.at.saturating_add(1).min(self.docs.len());
        self.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        let rest = self.docs.get(self.at..).unwrap_or_default();
        // What is looked for is near more often than not.
        let near = rest.iter().take(16).take_while(|doc| **doc < target).count();
        let passed = match near {
            16 => rest.partition_point(|doc| *doc < target),
            near => near,
        };
        self.at += passed;
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.docs.get(self.at).copied().unwrap_or(TERMINATED)
    }

    fn size_hint(&self) -> u32 {
        u32::try_from(self.docs.len()).unwrap_or(u32::MAX)
    }
}
