//! Identities: by what a customer is known (an account at the exchange, an address), and how far that is proven.
//! Nobody becomes verified by typing an address.

pub mod actions;
pub mod event;
pub(crate) mod mask;
pub(crate) mod sql;
pub mod view;

use crate::id::{BrandId, CustomerId, IdentityId};
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

/// The kind of an account at the exchange; its subject is the account's stable id.
pub const PORTAL: &str = "portal";
/// The kind of an e-mail address.
pub const EMAIL: &str = "email";
/// The kind of whoever wrote without a session and gave an address. Its subject is the customer's own id and not the address:
/// two who give the same one are two customers, and neither stands on what the other has proven.
pub const STRANGER: &str = "stranger";

words! {
    /// How far an identity is proven.
    pub enum Level {
        None = "none",
        /// Whoever writes can read mail at the address.
        Email = "email",
        /// The exchange vouches for the account.
        SignedIn = "signed-in",
    }
}

/// What somebody with these identities can be asked to prove: an account by signing in, else an address by reading its mail.
pub fn provable(identities: &[Identity]) -> Option<Level> {
    let has = |kinds: &[&str]| identities.iter().any(|one| kinds.contains(&one.kind.as_str()));
    match (has(&[PORTAL]), has(&[EMAIL, STRANGER])) {
        (true, _) => Some(Level::SignedIn),
        (false, true) => Some(Level::Email),
        (false, false) => None,
    }
}

/// One identity of a customer, unique by brand, kind and subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub id: IdentityId,
    pub brand_id: BrandId,
    pub customer_id: CustomerId,
    pub kind: String,
    pub subject: String,
    /// As last proven; [`Identity::level_at`] says what holds now.
    pub level: Level,
    /// `None`: for good.
    pub level_until: Option<Timestamp>,
    pub created_at: Timestamp,
}

impl Identity {
    /// How far the identity is proven at `now`.
    pub fn level_at(&self, now: Timestamp) -> Level {
        match self.level_until {
            Some(until) if until <= now => Level::None,
            _ => self.level,
        }
    }
}
