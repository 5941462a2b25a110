//! Links to one ticket, for customers who have no account at the exchange.
//!
//! Opening one proves that its reader gets the mail of the address that it was sent to, and begins a short session of that
//! customer. Customers with an account get no such link: they sign in through the exchange, which asks for more.
//!
//! A token is `pdt_` and the Base64 of the row's id and a MAC of it, under a key that is not in the database. So a mail that
//! is sent twice carries the same link, and whoever reads the database cannot make one.

pub mod actions;
mod event;
mod sql;
pub mod view;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_sealing::{Keyring, Purpose};
use sha2::Sha256;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{BrandId, CustomerId, Id as _, PublicId, TicketId, TicketLinkId};
use crate::notification::RecipientDigest;
use crate::time::Timestamp;

pub use event::{TicketLinkOpened, TicketLinkRenewed, TicketLinksEnded, TicketLinksRevoked};
pub use sql::ALL;

const PREFIX: &str = "pdt_";
const ID_BYTES: usize = 16;

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
    let mac = mac(keyring, id)?.finalize().into_bytes();
    let bytes = [id.uuid().as_bytes().as_slice(), mac.as_slice()].concat();
    Ok(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

/// The link of a token, checked in constant time.
///
/// # Errors
/// `not-found` for what is no token of ours.
pub fn read(keyring: &Keyring, token: &str) -> Result<TicketLinkId> {
    let unknown = || Error::refused(Code::NotFound);
    let text = token.strip_prefix(PREFIX).ok_or_else(unknown)?;
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_no_token| unknown())?;
    let (id, shown) = bytes.split_at_checked(ID_BYTES).ok_or_else(unknown)?;
    let id = uuid::Uuid::from_slice(id).map_err(|_no_id| unknown())?;
    let id = TicketLinkId::from_uuid(id);
    mac(keyring, id)?.verify_slice(shown).map_err(|_forged| unknown())?;
    Ok(id)
}

fn mac(keyring: &Keyring, id: TicketLinkId) -> Result<Hmac<Sha256>> {
    let key = keyring.subkey(Purpose::TicketLinkMac);
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice())
        .map_err(|_any_length_fits| Error::Broken { what: "an HMAC key that does not fit" })?;
    mac.update(id.uuid().as_bytes());
    Ok(mac)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

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
