//! Looks: when a member saw a customer's personal data in clear, as the customer may know of it, and as whoever reads the audit may.
//!
//! The event in the member's own stream is the record; the row here only finds it by customer.

pub mod actions;
pub mod event;
pub(crate) mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_sealing::{Keyring, Purpose};
use sha2::Sha256;

use crate::customer::Field;
use crate::id::{CustomerId, EventId, Id as _, PublicId, StaffId};
use crate::ticket::view::Named;
use crate::time::Timestamp;

/// One look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub at: Timestamp,
    /// Stands for the member, the same at each look of theirs at this customer.
    pub pseudonym: String,
    /// The names of the roles that they have now.
    pub roles: Vec<String>,
    pub seen: Seen,
    /// What they gave as their reason; `None` once erased, and for what needs none.
    pub reason: Option<String>,
}

/// One look, with who it was: for members who read the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffLook {
    /// The event that tells of it.
    pub id: EventId,
    pub at: Timestamp,
    pub by: Named<StaffId>,
    pub seen: Seen,
    /// As of [`Look`].
    pub reason: Option<String>,
}

/// What was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    Field(Field),
    /// The whole correspondence of a ticket, as a file.
    Transcript(PublicId),
    /// What the exchange says of the account.
    Account,
    /// The record was erased, or is of another time.
    Unknown,
}

/// Crockford's base32: no letter that is taken for a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Six characters that stand for a member towards one customer. Two customers who compare notes cannot tell whether it was
/// the same member; the desk can.
pub fn pseudonym(keyring: &Keyring, staff_id: StaffId, customer_id: CustomerId) -> String {
    let key = keyring.subkey(Purpose::StaffPseudonym);
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_slice()) else { return String::new() };
    mac.update(staff_id.uuid().as_bytes());
    mac.update(customer_id.uuid().as_bytes());
    let tag = mac.finalize().into_bytes();
    let letters = tag.iter().take(6).filter_map(|byte| ALPHABET.get(usize::from(byte & 31)));
    letters.map(|letter| char::from(*letter)).collect()
}
