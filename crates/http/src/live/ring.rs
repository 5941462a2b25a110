use std::collections::VecDeque;
use std::sync::Arc;

use proofdesk_desk::viewer::Placement;

use super::event::{Hearing, LiveEvent};
use super::load::Batch;

/// The last events, so that whoever comes back after a moment is served from memory: after a short outage everybody
/// comes back at once.
#[derive(Debug)]
pub(super) struct Ring {
    kept: VecDeque<Kept>,
    /// Every event after this position, up to the hub's, is here.
    floor: i64,
    /// How many positions it reaches back.
    span: i64,
}

#[derive(Debug)]
struct Kept {
    event: Arc<LiveEvent>,
    /// Where the ticket stands by now: what somebody was allowed to see then they may not see any more.
    at: Placement,
}

/// Events for one listener.
#[derive(Debug)]
pub(super) struct Missed {
    pub events: Vec<Arc<LiveEvent>>,
    /// The last position looked at.
    pub reached: i64,
}

impl Ring {
    /// An empty ring at a position.
    pub fn new(pos: i64, span: i64) -> Self {
        Self { kept: VecDeque::new(), floor: pos, span }
    }

    /// Puts events in front, from before the ring began.
    pub fn put_before(&mut self, floor: i64, events: Vec<Arc<LiveEvent>>) {
        for event in events.into_iter().rev().filter(|event| event.pos <= self.floor) {
            self.kept.push_front(Kept { at: event.at, event });
        }
        self.floor = self.floor.min(floor);
    }

    /// Adds what came next, and forgets what is too old.
    pub fn push(&mut self, batch: Batch) {
        for event in batch.events {
            if event.before.is_some() {
                self.moved(&event);
            }
            self.kept.push_back(Kept { at: event.at, event });
        }
        self.floor = self.floor.max(batch.reached.saturating_sub(self.span));
        while self.kept.front().is_some_and(|oldest| oldest.event.pos <= self.floor) {
            self.kept.pop_front();
        }
    }

    /// A walk over some thousand events, as rare as assignments are.
    fn moved(&mut self, event: &LiveEvent) {
        for kept in self.kept.iter_mut().filter(|kept| kept.event.ticket == event.ticket) {
            kept.at = event.at;
        }
    }

    /// What a listener is told of the positions in `(after, until]`; `None` when some of that is gone from here.
    pub fn missed(&self, after: i64, until: i64, hearing: &Hearing) -> Option<Missed> {
        if after < self.floor {
            return None;
        }
        let first = self.kept.partition_point(|kept| kept.event.pos <= after);
        let events = self
            .kept
            .iter()
            .skip(first)
            .take_while(|kept| kept.event.pos <= until)
            .filter(|kept| hearing.told(&kept.event, &kept.at).is_some())
            .map(|kept| kept.event.clone())
            .collect();
        Some(Missed { events, reached: until })
    }
}
