//! The feed: every committed event once, in one order, with positions 1, 2, 3, … and no gap.
//!
//! A position given when an event is inserted would be visible out of order on PostgreSQL (a later
//! position commits first), and a reader that follows the highest one would lose the earlier. So
//! positions are given to committed events only: on SQLite by the one writer inside its
//! transaction, on PostgreSQL by the sequencer (`postgres/sequencer.rs`), which moves them from
//! `feed_inbox` to `feed`.

use tokio::sync::watch;

pub(crate) const AFTER: &str =
    "select pos, event_id from feed where pos > $1 order by pos limit $2";
pub(crate) const HEAD: &str = "select coalesce(max(pos), 0) from feed";
pub(crate) const APPEND: &str = "insert into feed (pos, event_id) values ($1, $2)";
pub(crate) const ENTER: &str = "insert into feed_inbox (event_id, stream, seq) values ($1, $2, $3)";
/// Zero when the feed is dense.
pub(crate) const GAPS: &str = "select coalesce(max(pos), 0) - count(*) from feed";

/// What the store knows before anybody asks the tables. Hints: the tables are the truth.
pub(crate) struct Hints {
    head: watch::Sender<i64>,
    jobs: watch::Sender<u64>,
    /// Wakes the sequencer of this process.
    pub published: tokio::sync::Notify,
}

impl Hints {
    pub(crate) fn new() -> Self {
        Hints {
            head: watch::Sender::new(0),
            jobs: watch::Sender::new(0),
            published: tokio::sync::Notify::new(),
        }
    }

    pub(crate) fn raise_head(&self, pos: i64) {
        self.head.send_if_modified(|head| {
            let higher = pos > *head;
            *head = pos.max(*head);
            higher
        });
    }

    pub(crate) fn jobs_added(&self) {
        self.jobs.send_modify(|count| *count = count.wrapping_add(1));
    }

    pub(crate) fn head(&self) -> watch::Receiver<i64> {
        self.head.subscribe()
    }

    pub(crate) fn jobs(&self) -> watch::Receiver<u64> {
        self.jobs.subscribe()
    }

    /// Tells whether anybody follows the feed in this process.
    pub(crate) fn is_followed(&self) -> bool {
        self.head.receiver_count() > 0
    }
}
