//! Reading every stored text once more. Texts were masked by the rules of their day; when the guard learns to find more, a
//! walk over all of them masks what it finds now.
//!
//! The walk pages by key and writes down how far it has come, so that it goes on after a kill. Masking a text twice changes
//! nothing, so a page that was read half is read again.

pub mod actions;
pub mod event;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use uuid::Uuid;

use crate::id::RescanId;
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

/// The kind of the job that walks.
pub const JOB_KIND: &str = "guard.rescan";
/// The lane of that job.
pub const JOB_LANE: &str = "inward";

words! {
    /// What the walk reads, in this order.
    pub enum Stage {
        /// Bodies of messages and notes, with the evidence in them.
        Messages = "messages",
        /// Subjects.
        Tickets = "tickets",
        /// What agents added as evidence by hand.
        Evidence = "evidence",
        /// What customers answered in forms.
        Answers = "answers",
        /// Tickets that are still being written.
        Drafts = "drafts",
        /// Names, folders and texts of macros.
        Macros = "macros",
        /// Names and filters of saved views.
        Views = "views",
        /// All versions of the help centre's articles.
        Articles = "articles",
    }
}

impl Stage {
    /// What comes after it; `None` at the end of the walk.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Messages => Some(Self::Tickets),
            Self::Tickets => Some(Self::Evidence),
            Self::Evidence => Some(Self::Answers),
            Self::Answers => Some(Self::Drafts),
            Self::Drafts => Some(Self::Macros),
            Self::Macros => Some(Self::Views),
            Self::Views => Some(Self::Articles),
            Self::Articles => None,
        }
    }
}

/// A walk's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescan {
    pub id: RescanId,
    /// The version of the rules that reads: [`proofdesk_guard::RULES`] of that time.
    pub rules: i64,
    /// As the log writes actors.
    pub started_by: String,
    pub stage: Stage,
    /// The last row of the stage that was read.
    pub after_id: Uuid,
    /// Texts that were read.
    pub looked: i64,
    /// Texts in which something was masked.
    pub masked: i64,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub finished_at: Option<Timestamp>,
}

/// A stored text to be read, with the row that it is of: of answers the ticket, of drafts the customer. It may hold a secret, so it is not for printing.
pub struct Stored {
    pub id: Uuid,
    pub texts: Vec<String>,
}

impl Stored {
    /// Says whether the guard finds something that is not masked yet.
    pub fn has_secret(&self) -> bool {
        self.texts.iter().any(|text| proofdesk_guard::find(text).is_some())
    }
}

/// The version of the rules of this program.
pub fn rules() -> i64 {
    i64::from(proofdesk_guard::RULES)
}
