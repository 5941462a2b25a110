//! Signatures of deliveries (Standard Webhooks, symmetric).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Shared with the receiver; shown as `whsec_` and Base64.
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

/// The text is no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a webhook secret: whsec_ and the Base64 of 24 to 64 bytes")]
pub struct SecretError;

const PREFIX: &str = "whsec_";
const LENGTHS: std::ops::RangeInclusive<usize> = 24..=64;

impl Secret {
    /// Takes 32 random bytes as a new secret.
    pub fn new(random: [u8; 32]) -> Self {
        Secret(Zeroizing::new(random.to_vec()))
    }

    /// Reads the form that [`Secret::to_text`] gives; the prefix may be missing.
    ///
    /// # Errors
    /// [`SecretError`].
    pub fn parse(text: &str) -> Result<Self, SecretError> {
        let encoded = text.strip_prefix(PREFIX).unwrap_or(text);
        let bytes = STANDARD.decode(encoded).map(Zeroizing::new).map_err(|_unclear| SecretError)?;
        if LENGTHS.contains(&bytes.len()) { Ok(Secret(bytes)) } else { Err(SecretError) }
    }

    /// Gives the form that the receiver is shown once.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{PREFIX}{}", STANDARD.encode(self.0.as_slice())))
    }

    /// Gives the value of the header `webhook-signature` for a body sent at `timestamp`, in seconds since 1970.
    pub fn sign(&self, delivery_id: &str, timestamp: i64, body: &[u8]) -> String {
        let mut mac = self.mac();
        for part in [delivery_id.as_bytes(), b".", timestamp.to_string().as_bytes(), b".", body] {
            mac.update(part);
        }
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    }

    #[expect(clippy::expect_used, reason = "HMAC is defined for keys of every length")]
    fn mac(&self) -> Hmac<Sha256> {
        Hmac::new_from_slice(&self.0).expect("invariant: HMAC takes keys of every length")
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn agrees_with_the_published_example() {
        // From the reference library of Standard Webhooks.
        let secret = Secret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signature =
            secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, br#"{"test": 2432232314}"#);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn secrets_are_read_as_they_are_shown() {
        let secret = Secret::new([7; 32]);
        let text = secret.to_text();
        assert_eq!(*Secret::parse(&text).unwrap().to_text(), *text);
        assert_eq!(*Secret::parse(text.strip_prefix("whsec_").unwrap()).unwrap().to_text(), *text);
        for text in ["", "whsec_", "whsec_AAAA", "whsec_%%%", &"A".repeat(100)] {
            assert_eq!(Secret::parse(text).map(|_| ()), Err(SecretError), "{text}");
        }
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
