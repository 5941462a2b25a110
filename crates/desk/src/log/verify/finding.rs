//! What a verification found: where, and what does not fit.

use std::fmt;

use serde::Serialize;

/// One thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub table: &'static str,
    /// The row's key as text.
    pub row: String,
    /// The column, when the rest of the log says which it is.
    pub column: Option<&'static str>,
    #[serde(flatten)]
    pub problem: Problem,
}

/// What does not fit. The texts never hold what a message or payload says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum Problem {
    /// Numbers that must follow each other do not.
    Gap { expected: i64, found: i64 },
    /// The link to the event before is not that event's hash.
    BrokenLink,
    /// The hash is not that of the row's columns.
    HashMismatch,
    /// Payload and salt do not give the digest, or a body does not give its event's digest.
    DigestMismatch,
    /// The column is not what the event says.
    Differs { expected: String, found: String },
    /// The row is not there, although another one needs it.
    Missing { needed_by: String },
    /// Nothing in the log accounts for the row.
    Unaccounted,
    /// The content is gone, or partly gone, and the erasure ledger does not say so.
    ErasedWithoutLedger,
    /// The erasure ledger says that the content is gone, and it is there.
    NotErased,
    /// The feed does not have the event.
    NoPosition,
    /// The feed has the event before an earlier one of its stream.
    OutOfOrder,
    /// The tree has another leaf or node here than the feed gives.
    TreeMismatch,
    /// The tree over the feed has another root than the one that was signed.
    RootMismatch,
    /// The signature is not that of the key.
    SignatureInvalid,
    /// The key is not the one that it says it is, or not one that this log trusts.
    KeyUntrusted,
    /// A checkpoint covers more positions than the feed has: the end of the history is gone.
    Truncated { size: i64, found: i64 },
    /// The row is not what its events fold to.
    StateDiffers,
    /// The row cannot be read as what its table holds.
    Unreadable,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.table, self.row)?;
        if let Some(column) = self.column {
            write!(f, ", {column}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gap { expected, found } => write!(f, "{expected} should be here, not {found}"),
            Self::BrokenLink => f.write_str("is not the hash of the event before"),
            Self::HashMismatch => f.write_str("the hash is not that of the row"),
            Self::DigestMismatch => f.write_str("the content does not fit its digest"),
            Self::Differs { expected, found } => {
                write!(f, "the log says {expected}, the row {found}")
            }
            Self::Missing { needed_by } => write!(f, "is missing, {needed_by} needs it"),
            Self::Unaccounted => f.write_str("nothing in the log accounts for it"),
            Self::ErasedWithoutLedger => {
                f.write_str("is gone, and the erasure ledger does not say so")
            }
            Self::NotErased => {
                f.write_str("the erasure ledger says that it is gone, and it is there")
            }
            Self::NoPosition => f.write_str("the feed does not have it"),
            Self::OutOfOrder => {
                f.write_str("the feed has it before an earlier event of its stream")
            }
            Self::TreeMismatch => f.write_str("the tree says otherwise"),
            Self::RootMismatch => {
                f.write_str("the feed up to here has another root than the signed one")
            }
            Self::SignatureInvalid => f.write_str("the signature does not fit"),
            Self::KeyUntrusted => f.write_str("is not a key of this log"),
            Self::Truncated { size, found } => {
                write!(f, "{size} positions were signed, only {found} are there: the end is gone")
            }
            Self::StateDiffers => f.write_str("is not what the events give"),
            Self::Unreadable => f.write_str("cannot be read"),
        }
    }
}

/// Findings beyond this are counted, not kept: one changed leaf can touch every root after it.
const KEPT: usize = 1_000;

/// What was looked at, and what does not fit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    pub events: u64,
    pub streams: u64,
    /// Feed positions.
    pub positions: u64,
    pub messages: u64,
    /// Digests of bodies that were masked later: of these only the digest after the mask can be checked.
    pub superseded: u64,
    pub attachments: u64,
    pub erasures: u64,
    pub tiles: u64,
    pub checkpoints: u64,
    /// Rows compared with their folded events (`--state`).
    pub states: u64,
    /// The root over all positions, lower-case hex.
    pub root: String,
    /// How many positions the last signed checkpoint covers: beyond it only the chains speak.
    pub signed_size: i64,
    /// The first findings, in the order of looking.
    pub findings: Vec<Finding>,
    /// All of them, also those that were not kept.
    pub findings_total: u64,
}

impl Report {
    /// Says whether everything fits.
    pub fn is_clean(&self) -> bool {
        self.findings_total == 0
    }

    pub(in crate::log) fn find(
        &mut self,
        table: &'static str,
        row: impl fmt::Display,
        column: Option<&'static str>,
        problem: Problem,
    ) {
        self.findings_total += 1;
        if self.findings.len() < KEPT {
            self.findings.push(Finding { table, row: row.to_string(), column, problem });
        }
    }
}
