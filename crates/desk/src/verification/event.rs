//! Frozen payloads, in the ticket's chain. None says who the customer is: identities stand by their inner ids.

use serde::{Deserialize, Serialize};

use crate::id::{IdentityId, VerificationAskId};
use crate::identity::Level;
use crate::time::Timestamp;

/// `ticket.verification_asked`, version 1: a member asks the customer to prove who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerificationAsked {
    pub ask_id: VerificationAskId,
    /// `None` where there was an address and no identity of it yet.
    pub identity_id: Option<IdentityId>,
    pub level: Level,
    pub until: Timestamp,
}

/// `ticket.verification_proven`, version 1: they did, by this identity and so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerificationProven {
    pub ask_id: VerificationAskId,
    pub identity_id: IdentityId,
    pub level: Level,
}

/// `ticket.verification_withdrawn`, version 1: a member took it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerificationWithdrawn {
    pub ask_id: VerificationAskId,
}
