//! Replies and notes that members have begun and not sent: kept on the server, so that a crash loses nothing and another device goes
//! on with them. One for each member, ticket and kind. They hold what was typed after it passed the guard, nobody but their writer
//! reads them, the log does not know of them, and they are forgotten when they are sent or have lain untouched.

pub mod actions;
mod sql;
pub mod view;

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::id::{AttachmentId, MacroId, PublicId, StaffId, TeamId, TicketId};
use crate::text::Clean;
use crate::ticket::Visibility;
use crate::time::Timestamp;

pub use sql::ALL;

/// What was written so far, as its row holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub body: String,
    /// What is to be done to the ticket with it, as whoever writes puts it: the desk reads it when it is sent, and not before.
    pub acts: String,
    /// The macros that it was written with.
    pub macro_ids: Vec<MacroId>,
    /// Whom a note mentions.
    pub staff_ids: Vec<StaffId>,
    pub team_ids: Vec<TeamId>,
    /// When the newest message that its writer had seen was written.
    pub seen_until: Option<Timestamp>,
}

impl Content {
    pub(crate) fn read(json: &str) -> proofdesk_store::Result<Self> {
        serde_json::from_str(json)
            .map_err(|_not_json| proofdesk_store::Error::Decode("reply_draft.content".to_owned()))
    }

    /// The texts in it that somebody typed.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        [self.body.as_str(), self.acts.as_str()].into_iter()
    }

    /// Masks what today's rules find. Returns whether there was anything to mask.
    fn mask(&mut self) -> Result<bool> {
        let in_body = Clean::mask_again(&mut self.body)?;
        Ok(Clean::mask_again(&mut self.acts)? || in_body)
    }
}

/// Whose draft it is, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub staff_id: StaffId,
    pub ticket_id: TicketId,
    pub visibility: Visibility,
}

/// A file that waits in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    pub id: AttachmentId,
    pub file_name: String,
    pub content_type: String,
    pub size: i64,
}

/// A draft with the files that are still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyDraft {
    pub visibility: Visibility,
    pub content: Content,
    pub files: Vec<DraftFile>,
    pub updated_at: Timestamp,
}

impl ReplyDraft {
    /// What the next change says that it has seen.
    pub fn version(&self) -> i64 {
        self.updated_at.micros()
    }
}

/// Where something is written that was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    pub ticket: PublicId,
    pub visibility: Visibility,
    pub updated_at: Timestamp,
}
