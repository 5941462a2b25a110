//! Every limit of the store that a caller can meet.

use std::time::Duration;

/// Closures in one commit of the SQLite writer.
pub const BATCH: usize = 512;
/// After this a batch commits, however many wait: nobody's answer waits for a long tail.
pub const BATCH_TIME: Duration = Duration::from_millis(50);
/// Writes that may wait for the SQLite writer. Further ones wait [`QUEUE_WAIT`] for a place.
pub const WRITE_QUEUE: usize = 4_096;
/// Reads that may wait for a reader.
pub const READ_QUEUE: usize = 4_096;
/// How long a closure waits for a place in a queue or a pooled connection before
/// [`crate::Error::Busy`].
pub const QUEUE_WAIT: Duration = Duration::from_secs(5);
/// The life of a read transaction.
pub const READ_TIME: Duration = Duration::from_secs(5);
/// The hard limit of a write closure. It should touch 200 rows or take 5 ms at most; this only ends
/// what ran away.
pub const WRITE_TIME: Duration = Duration::from_secs(30);
/// Runs of one closure on PostgreSQL before [`crate::Error::Conflict`] (or what else it met) is the
/// answer.
pub const ATTEMPTS: u32 = 10;
/// No further run begins after this, so that an unreachable server is reported while somebody still
/// waits.
pub const RETRY_TIME: Duration = Duration::from_secs(5);
/// The longest pause between two such runs.
pub const RETRY_CAP: Duration = Duration::from_millis(250);
/// Statements of one transaction on their way to PostgreSQL without an answer.
pub const SENT_AT_ONCE: usize = 64;
/// Texts made at run time that are kept prepared on a connection to PostgreSQL: of those that are asked more than once, the
/// ones that were asked last.
pub const DYNAMIC_TEXTS: usize = 64;
/// A longer one is not kept.
pub const DYNAMIC_TEXT_BYTES: usize = 16 * 1024;
/// Events that the sequencer numbers in one transaction.
pub const SEQUENCER_BATCH: i64 = 2_000;
/// Jobs that one call may lease.
pub const LEASE_BATCH: u32 = 100;
/// No lease ends later than so many microseconds from now: one that does was made by a clock that was
/// ahead, and is taken back.
pub const LEASE_FAR_US: i64 = 3_600_000_000;
