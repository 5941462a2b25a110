//! Whether a member takes tickets just now, and how many at once. They say so themselves, or whoever manages members does; only
//! offline comes by itself, when no console of theirs has been connected for a while, and goes by itself when one is again.
//! docs/assignment.md is what members need to know of it.

pub mod actions;
pub mod event;
mod sql;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub mod view;
mod walk;

use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;
pub use walk::look_after;

/// The kind of the job that looks for who is gone, and the name under which a connection says that somebody is there.
pub const JOB_KIND: &str = "member.presence";
pub const JOB_LANE: &str = "inward";

words! {
    /// Whether a member takes tickets just now.
    pub enum Availability {
        Online = "online",
        /// Keeps what they have, and is given no more.
        Away = "away",
        Offline = "offline",
        /// Gives back what is open, and is given no more.
        AwayAndReassign = "away_and_reassign",
    }
}

words! {
    /// On what work comes that somebody can have enough of.
    pub enum Channel {
        Ticket = "ticket",
    }
}

/// How a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub availability: Availability,
    /// `None` for who has never been there.
    pub since: Option<Timestamp>,
    /// They are offline because no console of theirs is connected, and come back when one is.
    pub is_automatic: bool,
}

impl Default for Standing {
    fn default() -> Self {
        Self { availability: Availability::Offline, since: None, is_automatic: true }
    }
}

/// How much of one kind of work a member is given at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    pub channel: Channel,
    /// `None` is without limit.
    pub capacity: Option<i64>,
}
