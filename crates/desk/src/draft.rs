//! Tickets that their customers are still writing: kept on the server, so that another device goes on with them. They hold what
//! was typed after it passed the guard, and are forgotten when they are sent or have lain untouched.

pub mod actions;
mod sql;
pub mod view;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::attachment::FileLeak;
use crate::form::Answers;
use crate::id::{AttachmentId, CategoryId};
use crate::time::Timestamp;

pub use sql::ALL;

/// What was written so far, as its row holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What happened, in the customer's words.
    pub body: String,
    pub answers: Answers,
    /// Answers that were read out of the body; another body reads them anew.
    pub picked: BTreeSet<String>,
    /// Questions that were left without an answer: they are not asked a second time.
    pub passed: BTreeSet<String>,
    pub file_ids: Vec<AttachmentId>,
    /// What the guard masked when it was typed: the text itself no longer tells.
    pub leaks: Vec<FileLeak>,
}

impl Content {
    pub(crate) fn read(json: &str) -> proofdesk_store::Result<Self> {
        serde_json::from_str(json)
            .map_err(|_not_json| proofdesk_store::Error::Decode("ticket_draft.content".to_owned()))
    }

    /// The texts in it that somebody typed.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let answers = self.answers.values().filter_map(Option::as_deref);
        std::iter::once(self.body.as_str()).chain(answers)
    }
}

/// Two texts of one matter, neither of which may be lost: the later one behind the earlier, where it does not hold it already.
pub fn joined(earlier: &str, later: &str) -> String {
    // Browsers send another line break than programs write.
    let plain = |text: &str| text.replace("\r\n", "\n");
    let (first, second) = (plain(earlier), plain(later));
    if second.contains(&first) {
        later.to_owned()
    } else if first.contains(&second) {
        earlier.to_owned()
    } else {
        format!("{earlier}\n\n{later}")
    }
}

/// A customer's draft in one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub category_id: CategoryId,
    /// The category's slug.
    pub category: String,
    pub content: Content,
    pub updated_at: Timestamp,
}
