//! Who is signed in. A session is a random token in a cookie or header, and a row under its hash.
//!
//! Signing in goes in three steps, because hashing must not hold a transaction: read a
//! [`Candidate`](crate::password::Candidate), check the password on the blocking pool, then [`actions::sign_in`].

pub mod actions;
pub mod event;
pub(crate) mod sql;
pub mod view;

use std::net::IpAddr;
use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_sealing::{Keyring, Purpose};
use sha2::Sha256;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{Id as _, SessionId, StaffId};
use crate::limits;
use crate::time::Timestamp;
use crate::token::Token;
use crate::viewer::Viewer;
use crate::words::words;

pub use sql::ALL;
pub use view::resolve;

words! {
    /// Whose session it is.
    pub enum SessionKind {
        Staff = "staff",
        Customer = "customer",
    }
}

words! {
    /// By what a member has proven who they are, or failed to.
    pub enum SignInProof {
        Password = "password",
        Totp = "totp",
        RecoveryCode = "recovery-code",
        Link = "link",
    }
}

words! {
    /// Why a session ended before its time.
    pub enum EndReason {
        /// By the one whose session it is, from this or another session.
        Own = "own",
        /// By an administrator.
        Administrator = "administrator",
    }
}

impl SessionKind {
    /// How long it lives unused, and how long at most.
    pub const fn lifetime(self) -> (Duration, Duration) {
        match self {
            Self::Staff => (limits::STAFF_SESSION_IDLE, limits::STAFF_SESSION_MAX),
            Self::Customer => (limits::CUSTOMER_SESSION_IDLE, limits::CUSTOMER_SESSION_MAX),
        }
    }
}

/// From where somebody comes, as the edge saw it. Shown to the owner of a session only; never in the log.
#[derive(Clone, Debug, Default)]
pub struct Client {
    pub address: Option<IpAddr>,
    pub user_agent: String,
}

/// What proves a member beside their password.
#[derive(Clone)]
pub enum SecondFactor {
    /// Six digits of an authenticator.
    Totp(String),
    /// One of the codes that were made at the enrolment.
    RecoveryCode(String),
}

impl std::fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Totp(_) => "Totp(…)",
            Self::RecoveryCode(_) => "RecoveryCode(…)",
        })
    }
}

impl SecondFactor {
    pub(crate) const fn proof(&self) -> SignInProof {
        match self {
            Self::Totp(_) => SignInProof::Totp,
            Self::RecoveryCode(_) => SignInProof::RecoveryCode,
        }
    }
}

/// A session just opened, with the only copy of its token.
#[derive(Clone, Debug)]
pub struct Opened {
    pub session_id: SessionId,
    pub token: Token,
    /// The latest moment at which it can end.
    pub expires_at: Timestamp,
}

/// What the edge needs to know of the session that a request came with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionInfo {
    pub id: SessionId,
    pub kind: SessionKind,
    pub expires_at: Timestamp,
    pub step_up_until: Option<Timestamp>,
    /// [`actions::touch`] is due.
    pub touch_due: bool,
    /// A role requires a second factor and none is enrolled: the viewer holds no permission until it is, and only
    /// the enrolment's own routes answer (elsewhere `second-factor-enrolment`).
    pub enrolment_required: bool,
}

/// A session as its owner sees it in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFacts {
    pub id: SessionId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub expires_at: Timestamp,
    pub user_agent: String,
    pub address: String,
}

/// The times that a touch writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Touched {
    pub idle_expires_at: Timestamp,
    pub expires_at: Timestamp,
}

/// Says whether a session that was seen at `seen_at` is to be touched. A `seen_at` in the future means that the clock
/// went back: the touch then brings the session's ends back too.
pub(crate) fn touch_due(seen_at: Timestamp, now: Timestamp) -> bool {
    seen_at > now || now >= seen_at + limits::SESSION_TOUCH
}

/// The ends of a session used at `now`. Neither lies further away than the kind allows, so that a clock which was far
/// ahead for a moment leaves no session behind that never ends.
pub(crate) fn touched(kind: SessionKind, expires_at: Timestamp, now: Timestamp) -> Touched {
    let (idle, max) = kind.lifetime();
    let expires_at = expires_at.min(now + max);
    Touched { idle_expires_at: expires_at.min(now + idle), expires_at }
}

/// The signed-in member and their session.
///
/// # Errors
/// `session-required` for an API token: a token may not change the account that it acts for.
pub fn own(viewer: &Viewer) -> Result<(StaffId, SessionId)> {
    let staff = viewer.staff()?;
    let session_id = staff.session_id.ok_or_else(|| Error::refused(Code::SessionRequired))?;
    Ok((staff.staff_id, session_id))
}

/// The token that a form or script of this session must send back, so that no other site can act in its name.
///
/// It is derived from the session, so that nothing is stored and every node gives the same.
///
/// # Errors
/// None in practice: an HMAC takes keys of any length.
pub fn csrf_token(keyring: &Keyring, session_id: SessionId) -> Result<String> {
    Ok(hex::encode(csrf_mac(keyring, session_id)?.finalize().into_bytes()))
}

/// Says whether `shown` is the session's token, in constant time.
///
/// # Errors
/// `csrf-missing` when it is not.
pub fn require_csrf(keyring: &Keyring, session_id: SessionId, shown: &str) -> Result<()> {
    let refused = || Error::refused(Code::CsrfMissing);
    let shown = hex::decode(shown).map_err(|_not_hex| refused())?;
    csrf_mac(keyring, session_id)?.verify_slice(&shown).map_err(|_wrong| refused())
}

fn csrf_mac(keyring: &Keyring, session_id: SessionId) -> Result<Hmac<Sha256>> {
    let key = keyring.subkey(Purpose::CsrfMac);
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice())
        .map_err(|_any_length_fits| Error::Broken { what: "an HMAC key that does not fit" })?;
    mac.update(session_id.uuid().as_bytes());
    Ok(mac)
}

#[cfg(test)]
mod tests;
