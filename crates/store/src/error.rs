//! What can go wrong in the store, in words that are the same on both engines.

use std::fmt;

/// The store's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of the store. No variant carries a parameter or a column's content, since errors
/// reach logs; only [`Error::Panicked`] says what the panic said.
///
/// `Clone`, because the failure of a batch is the answer to each of its writers.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A constraint refused the statement. Translate it by `name` where it happens.
    #[error("{kind} constraint {name} failed")]
    Constraint {
        /// Which sort of constraint.
        kind: ConstraintKind,
        /// The same on both engines: `table.column` or `table.first,second` for unique, primary key
        /// and not null; the constraint's own name for check (so name each check) and for unique
        /// indexes over expressions. A foreign key has a name on PostgreSQL only; on SQLite it is
        /// `foreign_key`.
        name: String,
    },
    /// The disk (or a quota) is full. Reading goes on; writing works again once there is space.
    #[error("the database's disk is full")]
    DiskFull,
    /// The file or the server accepts no writes. Reading goes on.
    #[error("the database is read-only")]
    ReadOnly,
    /// The write queue was full, a pool stayed empty or a lock was not granted in time. Try again
    /// later.
    #[error("the database is busy")]
    Busy,
    /// A read transaction or a statement took longer than its limit and was ended.
    #[error("the query took too long")]
    TooSlow,
    /// The transaction met another one (40001, 40P01) more often than the store retries.
    #[error("the transaction conflicted with others too often")]
    Conflict,
    /// The database cannot be reached or opened; nothing was written.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The handle was closed.
    #[error("the database is closed")]
    Closed,
    /// The connection was lost while COMMIT was under way: written or not, nobody knows. Never
    /// retried here; the caller looks first (idempotency key, dedupe key, unique id).
    #[error("the connection was lost during commit: the outcome is unknown")]
    OutcomeUnknown,
    /// The operating system failed to read or write the file.
    #[error("the database's storage failed: {0}")]
    Io(String),
    /// The file is damaged or is not a database.
    #[error("the database is damaged: {0}")]
    Corrupt(String),
    /// A closure panicked. Its transaction was rolled back.
    #[error("a database closure panicked: {0}")]
    Panicked(String),
    /// A closure broke the rules of this crate, for example by waiting for something other than its
    /// transaction. Its transaction was rolled back.
    #[error("a database closure is wrong: {0}")]
    Misuse(&'static str),
    /// A column does not have the type or range that its reader wants.
    #[error("a row could not be read: {0}")]
    Decode(String),
    /// `query_one` found nothing.
    #[error("no row where one must be")]
    NoRow,
    /// `query_one` or `query_opt` found several rows.
    #[error("several rows where at most one may be")]
    TooManyRows,
    /// Any other refusal of a statement, with the engine's code and its message.
    #[error("SQL error {code}: {message}")]
    Sql {
        /// SQLSTATE, or SQLite's extended result code.
        code: String,
        /// The engine's message without its detail line (which may quote values).
        message: String,
    },
    /// [`crate::Db::prepare_all`] met a statement that the engine refuses.
    #[error("{reason} in: {sql}")]
    Statement {
        /// The text.
        sql: String,
        /// What the engine or the check says.
        reason: String,
    },
    /// The migrations of this binary and those of the database do not fit together.
    #[error("migration: {0}")]
    Migration(String),
    /// The lease of a job was lost: it ran out and somebody else holds it, or it is finished.
    #[error("the lease of the job is no longer held")]
    LeaseLost,
    /// Backing up or restoring failed outside the database.
    #[error("backup: {0}")]
    Backup(String),
    /// A program that this needs is not installed.
    #[error("the program {0} is not installed (it comes with PostgreSQL's client tools)")]
    ProgramMissing(&'static str),
    /// The address of the database cannot be understood.
    #[error("the database address is wrong: {0}")]
    Address(String),
}

/// The sort of a constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// Unique or primary key.
    Unique,
    /// Foreign key.
    Foreign,
    /// Check.
    Check,
    /// Not null.
    NotNull,
}

impl fmt::Display for ConstraintKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ConstraintKind::Unique => "unique",
            ConstraintKind::Foreign => "foreign key",
            ConstraintKind::Check => "check",
            ConstraintKind::NotNull => "not null",
        })
    }
}

impl Error {
    /// Tells whether this is the unique constraint (or primary key) over exactly `name`,
    /// such as `account.email` or `event.stream,seq`.
    pub fn is_unique(&self, name: &str) -> bool {
        matches!(self, Error::Constraint { kind: ConstraintKind::Unique, name: n } if n == name)
    }

    /// Tells whether the same closure may run again because nothing of it was written and the cause
    /// passes.
    pub(crate) fn is_retryable(&self) -> bool {
        matches!(self, Error::Conflict | Error::Unavailable(_))
    }
}

/// An error type of a closure: how the store looks into it for a failure of its own, in order to
/// retry it.
pub trait StoreFailure: From<Error> {
    /// The store's failure, when that is what this error is.
    fn store(&self) -> Option<&Error>;
}

impl StoreFailure for Error {
    fn store(&self) -> Option<&Error> {
        Some(self)
    }
}

/// Words of a panic, as far as it has any.
pub(crate) fn panicked(payload: &(dyn std::any::Any + Send)) -> Error {
    let words = payload.downcast_ref::<&str>().map(|s| (*s).to_owned());
    Error::Panicked(
        words
            .or_else(|| payload.downcast_ref::<String>().cloned())
            .unwrap_or_else(|| "no message".into()),
    )
}
