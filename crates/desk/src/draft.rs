//! Tickets that their customers are still writing: kept on the server, so that another device goes on with them. They hold what
//! was typed after it passed the guard, and are forgotten when they are sent or have lain untouched.

pub mod actions;
mod sql;
pub mod view;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::attachment::FileLeak;
use crate::form::{self, Answers};
use crate::id::{AttachmentId, CategoryId};
use crate::limits;
use crate::text::Clean;
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
    /// Which page wrote the text, which each answer, and which brought each file, by [`Seen::page`].
    #[serde(default)]
    pub body_by: String,
    #[serde(default)]
    pub answers_by: BTreeMap<String, String>,
    #[serde(default)]
    pub files_by: BTreeMap<AttachmentId, String>,
}

/// What a page showed of the text or the question that it asks for, as its form brings it back.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The [`form::mark`] of it; nothing where the form does not say, so that what it sends is simply written.
    mark: String,
    /// A name of the page itself: what it wrote before is no news to it, when somebody goes back to it.
    page: String,
}

impl Seen {
    /// Of what a form sent. Nothing of it rests as it came.
    pub fn of(mark: &str, page: &str) -> Self {
        let mut name = String::new();
        if !page.is_empty() {
            name = form::mark(Some(&Some(page.to_owned())));
            name.truncate(16);
        }
        Self { mark: mark.to_owned(), page: name }
    }
}

/// What the last page before sending showed of a draft.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// The [`Content::text_mark`].
    pub text: String,
    /// The [`Content::rest_mark`].
    pub rest: String,
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

    /// A short name of the text.
    pub fn text_mark(&self) -> String {
        text_mark(&self.body)
    }

    /// A short name of everything else that is sent: the answers and the files.
    pub fn rest_mark(&self) -> String {
        let rest = serde_json::to_string(&(&self.answers, &self.file_ids)).unwrap_or_default();
        form::mark(Some(&Some(rest)))
    }

    /// Whether `typed`, sent by a page that showed a text of the name `seen`, would undo what was written since then elsewhere.
    pub fn would_lose(&self, seen: &str, typed: &Clean) -> bool {
        !seen.is_empty()
            && seen != self.text_mark()
            && joined(&self.body, typed.as_str()) != typed.as_str()
    }

    /// Whether answers or files are others than the page showed.
    pub fn differs(&self, looked: &Looked) -> bool {
        !looked.rest.is_empty() && looked.rest != self.rest_mark()
    }
}

fn text_mark(body: &str) -> String {
    // Browsers send another line break than programs write.
    form::mark((!body.is_empty()).then(|| Some(body.replace("\r\n", "\n"))).as_ref())
}

/// The files of a draft that has `stands`, after a page that showed `shown` of them sent `sent`: what it took away is gone, and what
/// was added elsewhere stays.
pub fn merged_files(
    stands: &[AttachmentId],
    shown: &[AttachmentId],
    sent: &[AttachmentId],
) -> Vec<AttachmentId> {
    let stay = stands.iter().filter(|id| !shown.contains(id) || sent.contains(id));
    let added = sent.iter().filter(|id| !shown.contains(id) && !stands.contains(id));
    stay.chain(added).copied().take(limits::DRAFT_FILES).collect()
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
