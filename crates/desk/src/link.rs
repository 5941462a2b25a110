//! One-time links: how the first administrator, an invited member, or one who lost their password comes in.

pub mod actions;
pub mod event;
pub(crate) mod sql;
pub mod view;

use std::time::Duration;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{LinkId, StaffId};
use crate::limits;
use crate::time::Timestamp;
use crate::token::Token;
use crate::words::words;

pub use sql::ALL;

words! {
    /// What a link is good for.
    pub enum LinkPurpose {
        FirstAdministrator = "first-administrator",
        Invitation = "invitation",
        PasswordReset = "password-reset",
    }
}

impl LinkPurpose {
    /// How long a link lives unused.
    pub const fn lifetime(self) -> Duration {
        match self {
            Self::FirstAdministrator => limits::FIRST_LINK_LIFETIME,
            Self::Invitation | Self::PasswordReset => limits::LINK_LIFETIME,
        }
    }
}

/// A link just made, with the only copy of its token.
#[derive(Clone, Debug)]
pub struct Issued {
    pub id: LinkId,
    pub token: Token,
    pub purpose: LinkPurpose,
    pub expires_at: Timestamp,
}

/// A link's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub id: LinkId,
    pub purpose: LinkPurpose,
    pub staff_id: Option<StaffId>,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

impl Link {
    /// Refuses a link that was used or is too old.
    ///
    /// # Errors
    /// `link-used`, `link-expired`.
    pub fn require_usable(&self, now: Timestamp) -> Result<()> {
        if self.used_at.is_some() {
            return Err(Error::refused(Code::LinkUsed));
        }
        // An end that is further away than any link lives comes from a clock that has gone back since.
        if self.expires_at <= now
            || self.expires_at > now + self.purpose.lifetime() + limits::LINK_LIFETIME
        {
            return Err(Error::refused(Code::LinkExpired));
        }
        Ok(())
    }
}

/// What the page behind a link says before it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkFacts {
    pub purpose: LinkPurpose,
    pub expires_at: Timestamp,
    /// Whom it is for; `None` for the first administrator, who says so themself.
    pub email: Option<String>,
    pub name: Option<String>,
}

#[cfg(test)]
mod tests;
