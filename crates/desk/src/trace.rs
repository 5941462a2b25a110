//! What is traced, where a collector is configured: requests, jobs, reads and writes of the database.

/// The target of every span that is exported, and of nothing else: whoever exports chooses by it. Such a span holds no more than what
/// kind of thing was done, how it ended, and a request's id. Nothing that a person wrote or is called goes into its name or fields;
/// events, which hold errors in their words, stay in the log.
pub const TARGET: &str = "proofdesk_trace";
