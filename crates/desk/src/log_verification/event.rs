//! Frozen payloads.

use crate::id::LogVerificationId;
use crate::payload::payloads;

payloads! {
    /// Somebody had the log verified.
    VerificationStarted = "log.verification_started" v 1 { verification_id: LogVerificationId }
    /// It came to its end.
    VerificationFinished = "log.verification_finished" v 1 {
        verification_id: LogVerificationId, events: u64, findings: u64,
    }
}
