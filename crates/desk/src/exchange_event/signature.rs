//! By what an event proves that the exchange sent it.
//!
//! Three headers beside the body: `proofdesk-key`, the `kid` of one of the brand's exchange keys; `proofdesk-timestamp`, seconds
//! since 1970; `proofdesk-signature`, Base64 of HMAC-SHA256 (a key for HS256) or Ed25519 (EdDSA) over
//!
//! ```text
//! proofdesk.events.v1.TIMESTAMP.BODY
//! ```
//!
//! with the body as it is sent, byte by byte. The same keys sign tokens; what stands in front keeps the two apart: no token
//! begins like this.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proofdesk_sealing::Keyring;
use proofdesk_store::Rx;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::exchange_key;
use crate::exchange_token::VerifyKey;
use crate::id::BrandId;
use crate::limits;
use crate::time::Timestamp;

const DOMAIN: &str = "proofdesk.events.v1.";

/// What came, not yet believed.
#[derive(Clone, Debug)]
pub struct Signed {
    pub kid: String,
    /// As it was sent.
    pub timestamp: String,
    /// As it was sent.
    pub signature: String,
    pub body: Vec<u8>,
}

/// Proof that a brand's exchange sent something. Nobody else makes one.
#[derive(Clone, Copy, Debug)]
pub struct Verified {
    brand_id: BrandId,
}

impl Verified {
    /// Whose exchange it was.
    pub fn brand_id(self) -> BrandId {
        self.brand_id
    }
}

/// The bytes that a signature covers.
pub fn input(timestamp: &str, body: &[u8]) -> Vec<u8> {
    [DOMAIN.as_bytes(), timestamp.as_bytes(), b".", body].concat()
}

/// Believes what a known key signed a short while ago.
///
/// # Errors
/// `event-unsigned` when a part of the signature is missing; `event-stale` for a moment too far from now, with the seconds
/// that are allowed; `event-forged` for a wrong signature and for unknown and revoked keys.
pub async fn verify(
    rx: &Rx<'_>,
    keyring: &Keyring,
    signed: &Signed,
    now: Timestamp,
) -> Result<Verified> {
    if [&signed.kid, &signed.timestamp, &signed.signature].iter().any(|part| part.is_empty()) {
        return Err(Error::refused(Code::EventUnsigned));
    }
    let forged = || Error::refused(Code::EventForged);
    let stored = exchange_key::view::by_kid(rx, &signed.kid).await?.ok_or_else(forged)?;
    let signature = STANDARD.decode(&signed.signature).map_err(|_no_base64| forged())?;
    let key = stored.verify_key(keyring)?;
    if !key.verifies(&input(&signed.timestamp, &signed.body), &signature) {
        return Err(forged());
    }
    // Looked at once the signature holds: whoever has no key learns nothing of our clock.
    require_fresh(&signed.timestamp, now)?;
    Ok(Verified { brand_id: stored.key.brand_id })
}

fn require_fresh(timestamp: &str, now: Timestamp) -> Result<()> {
    let allowed = limits::EXCHANGE_EVENT_SKEW.as_secs();
    let said: Option<u64> = timestamp.parse().ok();
    match said {
        Some(said) if said.abs_diff(now.seconds()) <= allowed => Ok(()),
        _ => {
            let seconds = vec![("seconds", allowed.to_string())];
            Err(Error::refused_with(Code::EventStale, seconds))
        }
    }
}

/// Signs with a shared secret, as an exchange does: for the sandbox, which comes in by the same door.
///
/// # Errors
/// `Broken`, which cannot happen.
pub(crate) fn sign_hs256(
    secret: Vec<u8>,
    kid: &str,
    now: Timestamp,
    body: Vec<u8>,
) -> Result<Signed> {
    let timestamp = now.seconds().to_string();
    let mac = VerifyKey::Hs256(secret).mac(&input(&timestamp, &body));
    let mac = mac.ok_or(Error::Broken { what: "an event that cannot be signed" })?;
    Ok(Signed { kid: kid.to_owned(), timestamp, signature: STANDARD.encode(mac), body })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use ed25519_dalek::{Signer as _, SigningKey};

    /// The vector of docs/exchange-events.md, made there by `openssl`.
    #[test]
    fn agrees_with_the_published_example() {
        let body = br#"{"events":[{"id":"ev-1001","seq":1,"kind":"tier_changed","occurred_at":"2026-11-21T09:00:00Z","account":"acc-7","data":{"from":0,"to":1}}]}"#;
        let input = input("1795251600", body);
        let key = VerifyKey::Hs256(b"a secret that both sides know well".to_vec());
        let mac = STANDARD.encode(key.mac(&input).unwrap());
        assert_eq!(mac, PUBLISHED);
        let page = include_str!("../../../../docs/exchange-events.md");
        let shown = String::from_utf8_lossy(body);
        assert!(page.contains(PUBLISHED) && page.contains(&*shown), "the page shows another one");
        assert!(key.verifies(&input, &STANDARD.decode(mac).unwrap()));
        let signing = SigningKey::from_bytes(&[42; 32]);
        let signature = signing.sign(&input).to_bytes();
        let key = VerifyKey::EdDsa(Box::new(signing.verifying_key()));
        assert!(key.verifies(&input, &signature));
        assert!(!key.verifies(&super::input("1795251601", body), &signature));
        // A secret is no public key, whatever somebody sends.
        assert!(key.mac(&input).is_none());
    }

    const PUBLISHED: &str = "uaso+oBcIemFO4bR2gINIywKX5CrrYSO5KsmFS1Y4mM=";

    #[test]
    fn a_moment_is_near_or_it_is_stale() {
        let now = Timestamp::from_micros(1_795_251_600_000_000);
        for (said, fresh) in [
            ("1795251600", true),
            ("1795251300", true),
            ("1795251299", false),
            ("1795251900", true),
            ("1795251901", false),
            ("", false),
            ("-1", false),
            ("2026-11-21T09:00:00Z", false),
        ] {
            assert_eq!(require_fresh(said, now).is_ok(), fresh, "{said}");
        }
    }
}
