//! That a customer is asked, in a ticket, to prove who they are. It stands for a while: until they do, until somebody takes it back, or
//! until its time is over.
//!
//! Asking grants nothing and takes nothing away. What is proven stands with the identity ([`crate::identity`]).

pub mod actions;
pub mod event;
pub(crate) mod sql;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub mod view;

use crate::id::{CustomerId, IdentityId, PublicId, StaffId, TicketId, VerificationAskId};
use crate::identity::Level;
use crate::ticket::view::Named;
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

words! {
    /// How it stands at a moment that a customer was asked to prove who they are.
    pub enum Standing {
        /// They have not done so yet.
        Asked = "asked",
        Proven = "proven",
        /// They did not do so in time.
        Expired = "expired",
        /// Somebody took it back.
        Withdrawn = "withdrawn",
    }
}

/// What a customer is to prove, and by which identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// `None` where there is an address and no identity of it yet: the link in the mail makes one.
    pub identity_id: Option<IdentityId>,
    pub level: Level,
}

/// That a customer was asked to prove who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationAsk {
    pub id: VerificationAskId,
    /// Where it was asked; that ticket may go on in another one.
    pub ticket_id: TicketId,
    pub ticket: PublicId,
    pub customer_id: CustomerId,
    pub wanted: Wanted,
    /// The kind of the identity that was meant; `None` where there was none yet, or it is gone.
    pub identity_kind: Option<String>,
    pub asked_by: Named<StaffId>,
    pub asked_at: Timestamp,
    pub until: Timestamp,
    pub proven_at: Option<Timestamp>,
    /// Who took it back; `None` where nobody did, or the desk itself.
    pub withdrawn_by: Option<Named<StaffId>>,
    pub withdrawn_at: Option<Timestamp>,
}

impl VerificationAsk {
    /// How it stands at `now`. The SQL of [`view`] says the same of rows.
    pub fn standing(&self, now: Timestamp) -> Standing {
        match (self.proven_at, self.withdrawn_at) {
            (Some(_), _) => Standing::Proven,
            (None, Some(_)) => Standing::Withdrawn,
            (None, None) if self.until <= now => Standing::Expired,
            (None, None) => Standing::Asked,
        }
    }
}
