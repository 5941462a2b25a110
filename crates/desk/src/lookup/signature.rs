//! By what a node knows that another node of the same desk asks: HMAC-SHA256, in hex, under a key that the master keys give, over
//!
//! ```text
//! proofdesk.search.v1.WHAT.SECONDS.BODY
//! ```
//!
//! with the body as it is sent. What is asked is no secret that an old signature would give away, so one holds for a minute.

use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_sealing::{Keyring, Purpose};
use sha2::Sha256;

use crate::error::{Error, Result};
use crate::limits;
use crate::time::Timestamp;

const DOMAIN: &str = "proofdesk.search.v1";

/// Signs a question.
///
/// # Errors
/// `Broken`, which cannot happen.
pub fn sign(keyring: &Keyring, what: &str, seconds: u64, body: &[u8]) -> Result<String> {
    Ok(hex::encode(mac(keyring, what, seconds, body)?.finalize().into_bytes()))
}

/// Says whether a node of this desk signed it a short while ago.
pub fn is_ours(
    keyring: &Keyring,
    (what, body): (&str, &[u8]),
    (seconds, signature): (&str, &str),
    now: Timestamp,
) -> bool {
    let (Ok(seconds), Ok(signature)) = (seconds.parse::<u64>(), hex::decode(signature)) else {
        return false;
    };
    // Before anything is computed: strangers can ask as well.
    if seconds.abs_diff(now.seconds()) > limits::SEARCH_NODE_SKEW.as_secs() {
        return false;
    }
    let mac = mac(keyring, what, seconds, body);
    mac.is_ok_and(|mac| mac.verify_slice(&signature).is_ok())
}

fn mac(keyring: &Keyring, what: &str, seconds: u64, body: &[u8]) -> Result<Hmac<Sha256>> {
    let key = keyring.subkey(Purpose::SearchNodeMac);
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice())
        .map_err(|_any_length_fits| Error::Broken { what: "an HMAC key that does not fit" })?;
    mac.update(format!("{DOMAIN}.{what}.{seconds}.").as_bytes());
    mac.update(body);
    Ok(mac)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn what_was_changed_or_is_old_is_nobodys() {
        let (ours, others) = (Keyring::generate(&[7; 64]), Keyring::generate(&[8; 64]));
        let now = Timestamp::from_micros(1_795_251_600_000_000);
        let at = now.seconds();
        let said = at.to_string();
        let signature = sign(&ours, "tickets", at, b"{}").unwrap();
        let holds = |keyring, what, body: &[u8], seconds: &str, signature: &str, now| {
            is_ours(keyring, (what, body), (seconds, signature), now)
        };
        assert!(holds(&ours, "tickets", b"{}", &said, &signature, now));
        assert!(!holds(&others, "tickets", b"{}", &said, &signature, now));
        assert!(!holds(&ours, "articles", b"{}", &said, &signature, now));
        assert!(!holds(&ours, "tickets", b"{ }", &said, &signature, now));
        assert!(!holds(&ours, "tickets", b"{}", &(at + 1).to_string(), &signature, now));
        for odd in ["", "zz", "00"] {
            assert!(!holds(&ours, "tickets", b"{}", &said, odd, now));
            assert!(!holds(&ours, "tickets", b"{}", odd, &signature, now));
        }
        let later = now + limits::SEARCH_NODE_SKEW;
        assert!(holds(&ours, "tickets", b"{}", &said, &signature, later));
        let late = later + std::time::Duration::from_secs(1);
        assert!(!holds(&ours, "tickets", b"{}", &said, &signature, late));
    }
}
