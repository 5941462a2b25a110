//! Lanes: so that a slow receiver holds up no housekeeping, and a long clean-up holds up no delivery.

/// Housekeeping inside the desk.
pub const INWARD: &str = "inward";

/// A lane and how many of its jobs run at once on one node.
pub const ALL: &[(&str, u32)] = &[
    (INWARD, 2),
    (proofdesk_desk::webhook::JOB_LANE, 16),
    (proofdesk_desk::attachment::scan::JOB_LANE, 2),
    (proofdesk_desk::account_act::JOB_LANE, 4),
    (proofdesk_desk::log_verification::JOB_LANE, 1),
    (proofdesk_desk::remnant::JOB_LANE, 1),
];

/// Lanes that a stop does not wait for. Their jobs take as long as the database is large, and lose nothing by being cut off: each begins
/// anew, or goes on where it was.
pub const CUT_OFF: [&str; 2] =
    [proofdesk_desk::log_verification::JOB_LANE, proofdesk_desk::remnant::JOB_LANE];
