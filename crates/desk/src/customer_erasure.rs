//! Erasing a whole customer: what they wrote and what was written to and about them, and who they are.
//!
//! Who they are goes at once, in the transaction that somebody asked in: name, addresses, identities, sessions. So nothing of it
//! comes back while the rest is under way, and the same account at the exchange begins as somebody new. A job then walks
//! through their tickets, each page a transaction that notes how far it has come. A restore begins the walk again, because
//! the ledger has a line for the customer (`log::ledger`). `docs/erasure.md` says what stays.

pub mod actions;
pub mod event;
mod person;
mod sql;
#[cfg(test)]
mod tests;
mod ticket;
pub mod view;
mod walk;

use uuid::Uuid;

use crate::id::CustomerId;
use crate::time::Timestamp;

pub use sql::ALL;
pub(crate) use walk::empty;
pub use walk::{Walked, carry_out, carry_out_all};

/// The kind of the job that walks. Its payload is the customer's id.
pub const JOB_KIND: &str = "customer.erase";
/// The lane of that job.
pub const JOB_LANE: &str = crate::remnant::JOB_LANE;

/// How far the erasure of a customer has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerErasure {
    pub customer_id: CustomerId,
    /// As the log writes actors.
    pub asked_by: String,
    pub asked_at: Timestamp,
    /// The last ticket that was emptied.
    pub after_id: Uuid,
    /// Tickets that were walked through.
    pub tickets: i64,
    /// Texts that were erased.
    pub messages: i64,
    pub files: i64,
    pub updated_at: Timestamp,
    /// `None` while the job walks.
    pub finished_at: Option<Timestamp>,
}

/// What asking for the erasure of a customer came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As it is now.
    pub erasure: CustomerErasure,
    /// It begins by this. Otherwise it was under way, and the reason that was given this time is kept nowhere.
    pub begins: bool,
}
