//! Frozen payloads.

use super::{EndReason, SignInProof};
use crate::id::{CustomerId, IdentityId, SessionId, StaffId};
use crate::payload::payloads;

payloads! {
    /// A member opened a session. `proof` is the strongest thing that they proved.
    SignedIn = "member.signed_in" v 1 { staff_id: StaffId, session_id: SessionId, proof: SignInProof }

    /// Somebody failed to prove that they are this member.
    SignInFailed = "member.sign_in_failed" v 1 { staff_id: StaffId, proof: SignInProof }

    /// The failure before this was one too many.
    LockedOut = "member.locked_out" v 1 { staff_id: StaffId, seconds: u64 }

    /// A member proved their second factor again.
    SteppedUp = "member.stepped_up" v 1 { staff_id: StaffId, session_id: SessionId }

    /// Sessions of a member ended before their time.
    SessionsEnded = "member.sessions_ended" v 1 { staff_id: StaffId, session_ids: Vec<SessionId>, reason: EndReason }

    /// A customer opened a session.
    CustomerSignedIn = "customer.signed_in" v 1 {
        customer_id: CustomerId, identity_id: IdentityId, session_id: SessionId,
    }

    /// Sessions of a customer ended before their time.
    CustomerSessionsEnded = "customer.sessions_ended" v 1 { customer_id: CustomerId, session_ids: Vec<SessionId> }
}
