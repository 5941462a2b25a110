//! Reading every stored text once more. Texts were masked by the rules of their day; when the guard learns to find more, a
//! walk over all of them masks what it finds now.
//!
//! The walk pages by key and writes down how far it has come, so that it goes on after a kill. Masking a text twice changes
//! nothing, so a page that was read half is read again.

pub mod actions;
pub mod event;
pub(crate) mod reason;
pub(crate) mod setting;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;
mod walk;

use uuid::Uuid;

use crate::id::RescanId;
use crate::limits;
use crate::time::Timestamp;
use crate::words::words;

pub use setting::Setting;
pub use sql::ALL;
pub use walk::mask;

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
        /// Replies and notes that are still being written.
        ReplyDrafts = "reply-drafts",
        /// Names, folders, texts and tags of macros.
        Macros = "macros",
        /// Names and filters of saved views.
        Views = "views",
        /// All versions of the help centre's articles, and the words by which they are found besides.
        Articles = "articles",
        /// Names of tags.
        Tags = "tags",
        /// Names of files.
        FileNames = "file-names",
        /// The texts in files of text.
        Files = "files",
        /// Names, account numbers, addresses and telephone numbers of customers.
        Customers = "customers",
        /// Terms of the glossary.
        Terms = "terms",
        /// Words that readers looked for in vain.
        Searches = "searches",
        /// What readers say of articles.
        Feedback = "feedback",
        /// What staff have to heed about customers.
        Constraints = "constraints",
        /// Names of members, roles, teams, brands and whatever else whoever sets the desk up gives a name.
        Settings = "settings",
        /// What forms ask, in the organisation's own words, in every version.
        Forms = "forms",
        /// Names of the help centre's files, and the texts in them.
        ArticleFiles = "article-files",
        /// What accounts are called where their customers come from.
        Identities = "identities",
        /// Why somebody looked at a customer's data, took it away or had it erased.
        Reasons = "reasons",
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
            Self::Drafts => Some(Self::ReplyDrafts),
            Self::ReplyDrafts => Some(Self::Macros),
            Self::Macros => Some(Self::Views),
            Self::Views => Some(Self::Articles),
            Self::Articles => Some(Self::Tags),
            Self::Tags => Some(Self::FileNames),
            Self::FileNames => Some(Self::Files),
            Self::Files => Some(Self::Customers),
            Self::Customers => Some(Self::Terms),
            Self::Terms => Some(Self::Searches),
            Self::Searches => Some(Self::Feedback),
            Self::Feedback => Some(Self::Constraints),
            Self::Constraints => Some(Self::Settings),
            Self::Settings => Some(Self::Forms),
            Self::Forms => Some(Self::ArticleFiles),
            Self::ArticleFiles => Some(Self::Identities),
            Self::Identities => Some(Self::Reasons),
            Self::Reasons => None,
        }
    }

    /// How many rows are read before it is written down how far the walk has come: of files, which may be large, a few.
    pub fn page(self) -> u32 {
        match self {
            Self::Files | Self::ArticleFiles => limits::RESCAN_FILES,
            _ => limits::RESCAN_PAGE,
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

/// A stored text to be read, with the row that it is of: of answers and drafts of staff the ticket, of drafts of customers the customer. It may hold a secret, so it is not for printing.
pub struct Stored {
    pub id: Uuid,
    pub texts: Vec<String>,
    /// It is a file whose bytes have to be read too: nothing else says what is in it.
    pub is_file: bool,
}

impl Stored {
    fn of(id: Uuid, texts: Vec<String>) -> Self {
        Self { id, texts, is_file: false }
    }

    /// Says whether the guard finds something that is not masked yet, or has yet to look.
    pub fn may_have_secret(&self) -> bool {
        self.is_file || self.texts.iter().any(|text| proofdesk_guard::find(text).is_some())
    }
}

/// The version of the rules of this program.
pub fn rules() -> i64 {
    i64::from(proofdesk_guard::RULES)
}
