//! What the desk asks the exchange to do to an account. The wish is a row, the asking a job, the answer a receipt: an exchange
//! that is down when somebody's account is being emptied is asked again until it answers.

pub mod actions;
pub mod event;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use crate::bridge::{ActKind, BridgeError};
use crate::id::{AccountActId, CustomerId, TicketId};
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

/// The job that asks; its payload is the act's id.
pub const JOB_KIND: &str = "account.act";
/// Acts wait for nothing but each other.
pub const JOB_LANE: &str = "exchange";

words! {
    pub enum ActState {
        /// The exchange has not answered yet.
        Pending = "pending",
        Done = "done",
        /// The exchange said no, or never answered, or there was nobody to ask: people have to do it.
        Refused = "refused",
    }
}

/// An act's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountAct {
    pub id: AccountActId,
    pub kind: ActKind,
    pub customer_id: CustomerId,
    /// The account's stable id at the exchange; `None` when there was nobody to ask, and people do it from the start.
    pub account: Option<String>,
    pub ticket_id: TicketId,
    pub state: ActState,
    /// As the log names who acts: `customer:<uuid>`.
    pub requested_by: String,
    pub requested_at: Timestamp,
    /// How often the exchange did not answer.
    pub attempts: i64,
    pub last_error: Option<BridgeError>,
    /// The exchange's own number for it.
    pub receipt: Option<String>,
    pub receipt_at: Option<Timestamp>,
    pub updated_at: Timestamp,
}

impl AccountAct {
    /// Says whether the exchange was or will be asked.
    pub const fn is_automatic(&self) -> bool {
        self.account.is_some()
    }
}
