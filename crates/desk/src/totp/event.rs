//! Frozen payloads.

use crate::id::StaffId;
use crate::payload::payloads;

payloads! {
    /// A second factor was enrolled and recovery codes were made.
    TotpEnrolled = "member.totp_enrolled" v 1 { staff_id: StaffId }

    /// The second factor and its recovery codes were removed, by the member or by an administrator.
    TotpRemoved = "member.totp_removed" v 1 { staff_id: StaffId }

    /// New recovery codes were made; the old ones are void.
    RecoveryCodesMade = "member.recovery_codes_made" v 1 { staff_id: StaffId }

    RecoveryCodeUsed = "member.recovery_code_used" v 1 { staff_id: StaffId, left: i64 }
}
