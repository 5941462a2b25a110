//! Constraints: what staff have to heed about a customer's account, beside every ticket of theirs, for a time or until somebody ends it. Customers
//! are told nothing of them.

pub mod actions;
pub mod event;
pub(crate) mod sql;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub mod view;

use crate::id::{ConstraintId, CustomerId, StaffId};
use crate::ticket::view::Named;
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

words! {
    /// What a constraint is about.
    pub enum Kind {
        /// Rules for the accounts below this one.
        SubAccount = "sub_account",
        /// What cannot be done from where the customer is.
        RegionLimit = "region_limit",
        /// Their programs speak an interface that is going away.
        OldApi = "old_api",
        /// Something of ours does not work for them, and it is known.
        KnownFault = "known_fault",
        Other = "other",
    }
}

words! {
    /// How a constraint stands at a moment.
    pub enum Standing {
        /// It is to be heeded now.
        Holds = "holds",
        /// It holds later.
        Coming = "coming",
        /// Its time is over, or somebody ended it.
        Over = "over",
    }
}

/// A constraint as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    pub id: ConstraintId,
    pub customer_id: CustomerId,
    pub kind: Kind,
    /// As the guard left it.
    pub text: String,
    pub from: Timestamp,
    /// `None` without end.
    pub until: Option<Timestamp>,
    pub made_by: Named<StaffId>,
    pub created_at: Timestamp,
    /// Who ended it before its time, and when.
    pub ended: Option<(Named<StaffId>, Timestamp)>,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl Constraint {
    /// How it stands at `now`. The SQL of [`view`] and of filters says the same of rows.
    pub fn standing(&self, now: Timestamp) -> Standing {
        match self.until {
            _ if self.ended.is_some() => Standing::Over,
            Some(until) if until <= now => Standing::Over,
            _ if self.from > now => Standing::Coming,
            _ => Standing::Holds,
        }
    }
}
