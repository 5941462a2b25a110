//! Links to one ticket, for customers who have no account at the exchange.
//!
//! Opening one proves that its reader gets the mail of the address that it was sent to, and begins a short session of that
//! customer. Customers with an account get no such link: they sign in through the exchange, which asks for more.
//!
//! A token is `pdt_` and what `signed_link.rs` says.

pub mod actions;
mod event;
mod sql;
pub mod view;

use proofdesk_sealing::{Keyring, Purpose};

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{BrandId, CustomerId, PublicId, TicketId, TicketLinkId};
use crate::notification::RecipientDigest;
use crate::signed_link::SignedLinks;
use crate::time::Timestamp;

pub use event::{TicketLinkOpened, TicketLinkRenewed, TicketLinksEnded, TicketLinksRevoked};
pub use sql::ALL;

const LINKS: SignedLinks = SignedLinks { prefix: "pdt_", purpose: Purpose::TicketLinkMac };

/// A link's row with the ticket that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TicketLink {
    pub id: TicketLinkId,
    pub ticket_id: TicketId,
    pub customer_id: CustomerId,
    pub recipient: RecipientDigest,
    pub expires_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
    pub ticket: PublicId,
    pub brand_id: BrandId,
}

impl TicketLink {
    /// # Errors
    /// `link-expired`; a revoked link says the same.
    pub(crate) fn require_usable(&self, now: Timestamp) -> Result<()> {
        if self.revoked_at.is_some() || self.expires_at <= now {
            return Err(Error::refused(Code::LinkExpired));
        }
        Ok(())
    }
}

/// What the page behind a link says before it is opened. No subject and no name: who has the mail may not be its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketLinkFacts {
    pub ticket: PublicId,
    pub expires_at: Timestamp,
    /// The customer is asked to prove who they are: opening it does.
    pub is_asked: bool,
}

/// How whoever has a link that is over gets on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOn {
    /// It can still be opened.
    Open,
    /// A new one can be mailed to the address of the old one.
    Mail,
    /// They have an account at the exchange by now, and come in by it.
    SignIn,
    /// It was revoked, the address is another one by now, or the desk sends no mail.
    Nothing,
}

/// The token of a link, safe in URLs.
///
/// # Errors
/// None in practice: an HMAC takes keys of any length.
pub fn token(keyring: &Keyring, id: TicketLinkId) -> Result<String> {
    LINKS.token(keyring, id)
}

/// The link of a token, checked in constant time.
///
/// # Errors
/// `not-found` for what is no token of ours.
pub fn read(keyring: &Keyring, token: &str) -> Result<TicketLinkId> {
    LINKS.read(keyring, token)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::id::Id as _;

    #[test]
    fn a_token_is_its_own_and_nobody_elses() {
        let keyring = crate::testing::keyring();
        let id = TicketLinkId::from_uuid(uuid::Uuid::from_u128(7));
        let text = token(&keyring, id).unwrap();
        assert_eq!(read(&keyring, &text).unwrap(), id);
        let other = token(&Keyring::generate(&[8; 64]), id).unwrap();
        let cut = text.get(..text.len() - 2).unwrap();
        for wrong in ["", "pdt_", "pdl_AAAA", cut, other.as_str(), &format!("{text}A")] {
            assert_eq!(read(&keyring, wrong).unwrap_err().code(), Code::NotFound, "{wrong}");
        }
    }
}
