//! Departments of the house that have no seat at the desk: node operations, risk, legal. They are asked about tickets by mail, and
//! answer by the link in it ([`crate::side_conversation`]).

pub mod actions;
pub(crate) mod event;
mod sql;
pub(crate) mod state;
pub mod view;

use proofdesk_locale::Locale;
use sha2::{Digest as _, Sha256};

use crate::id::DepartmentId;
use crate::time::Timestamp;

pub use sql::ALL;

/// A department's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    pub id: DepartmentId,
    pub name: String,
    pub email: String,
    /// BCP 47 tag of the language in which its mails and its page are written.
    pub lang: String,
    /// Nobody asks it any more; what is open goes on.
    pub archived_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub version: i64,
}

impl Department {
    pub fn locale(&self) -> Locale {
        self.lang.parse().unwrap_or_default()
    }
}

/// What the log knows an address by: a mailbox may be a person's, and the log is kept for ever.
fn mailbox(email: &str) -> String {
    hex::encode(address_digest(email))
}

/// By which it is known whether a link went to an address. Other than what mails are counted by, it tells risk+eu@ from risk+us@: the one
/// mailbox is not to read what went to the other.
pub(crate) fn address_digest(email: &str) -> [u8; 32] {
    Sha256::digest(email.as_bytes()).into()
}
