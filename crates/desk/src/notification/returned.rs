//! Mail that comes back. The envelope's sender carries a token of ours, so that a bounce finds its delivery and nobody else's
//! letter does: `bounces+TOKEN@support.example.com`, where the token is the delivery's id and a MAC of it in hexadecimal
//! digits (case may get lost on the way), under a key that is not in the database.

use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_sealing::{Keyring, Purpose};
use proofdesk_store::Tx;
use sha2::Sha256;

use super::{DeliveryState, sql};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{Id as _, NotificationDeliveryId};
use crate::side_conversation;

const ID_BYTES: usize = 16;
/// An address has room for 64 characters in front of the @.
const MAC_BYTES: usize = 8;

/// By what a bounce names the mail that it is about. Both are ours and cannot be guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// By a token that was read already.
    Delivery(NotificationDeliveryId),
    /// By its Message-ID, without angle brackets.
    MailId(String),
}

/// What a bounce says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The address takes no mail.
    Bounced,
    /// It did not arrive, for a reason that is not the address's.
    Failed,
    /// It has not arrived yet, and is tried again by whoever has it.
    Delayed,
}

/// A mail that came back, or is late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    pub about: About,
    pub verdict: Verdict,
    /// `550 5.1.1`: codes, never the other side's text.
    pub code: String,
}

/// Up to where a mailbox was read. Its server may number its mails anew, and says so by another `validity`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub validity: i64,
    pub last_uid: i64,
}

/// The token of a delivery.
///
/// # Errors
/// None in practice: an HMAC takes keys of any length.
pub fn token(keyring: &Keyring, id: NotificationDeliveryId) -> Result<String> {
    let mac = mac(keyring, id)?.finalize().into_bytes();
    let mac = mac.get(..MAC_BYTES).unwrap_or_default();
    Ok(hex::encode([id.uuid().as_bytes().as_slice(), mac].concat()))
}

/// The delivery of a token, checked in constant time; `None` for what is no token of ours.
///
/// # Errors
/// As [`token`].
pub fn read(keyring: &Keyring, token: &str) -> Result<Option<NotificationDeliveryId>> {
    let Ok(bytes) = hex::decode(token) else { return Ok(None) };
    let Some((id, shown)) = bytes.split_at_checked(ID_BYTES) else { return Ok(None) };
    let Ok(id) = uuid::Uuid::from_slice(id) else { return Ok(None) };
    let id = NotificationDeliveryId::from_uuid(id);
    let is_ours =
        shown.len() == MAC_BYTES && mac(keyring, id)?.verify_truncated_left(shown).is_ok();
    Ok(is_ours.then_some(id))
}

fn mac(keyring: &Keyring, id: NotificationDeliveryId) -> Result<Hmac<Sha256>> {
    let key = keyring.subkey(Purpose::BounceMac);
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice())
        .map_err(|_any_length_fits| Error::Broken { what: "an HMAC key that does not fit" })?;
    mac.update(id.uuid().as_bytes());
    Ok(mac)
}

/// Notes what came back, and up to where the mailbox was read. What is about no mail of ours, or about one that is known to
/// have come back, changes nothing. Returns how many deliveries it was about.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn record(
    tx: &Tx<'_>,
    cx: &Cx,
    mailbox: &str,
    returned: &[Returned],
    place: Place,
) -> Result<u64> {
    cx.viewer.require_inside()?;
    let mut found = 0;
    for one in returned {
        let state = match one.verdict {
            Verdict::Bounced => DeliveryState::Bounced,
            Verdict::Failed => DeliveryState::Failed,
            Verdict::Delayed => DeliveryState::Sent,
        };
        found += match sql::set_returned(tx, &one.about, state, &one.code, cx.now).await? {
            0 => side_conversation::actions::record_returned(tx, cx, one).await?,
            known => known,
        };
    }
    sql::set_place(tx, mailbox, place, cx.now).await?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_token_fits_an_address_and_is_nobody_elses() {
        let keyring = crate::testing::keyring();
        let id = NotificationDeliveryId::from_uuid(uuid::Uuid::from_u128(7));
        let text = token(&keyring, id).unwrap();
        assert_eq!(text.len(), 48);
        assert_eq!(read(&keyring, &text).unwrap(), Some(id));
        assert_eq!(read(&keyring, &text.to_uppercase()).unwrap(), Some(id));
        let other = token(&Keyring::generate(&[8; 64]), id).unwrap();
        let foreign = NotificationDeliveryId::from_uuid(uuid::Uuid::from_u128(8));
        let mixed = format!("{}{}", foreign.uuid().simple(), text.get(32..).unwrap());
        for wrong in ["", "zz", text.get(..32).unwrap(), text.get(..46).unwrap(), &other, &mixed] {
            assert_eq!(read(&keyring, wrong).unwrap(), None, "{wrong}");
        }
    }
}
