//! Web push: one encrypted POST to the push service of a browser's maker (RFC 8030), at an address that the browser gave.
//!
//! The body is sealed for that browser alone (RFC 8291), so the service sees its length and nothing else; we pad it, so that
//! lengths say little. The service knows us by a signed statement of who we are (VAPID, RFC 8292). The address comes from a
//! stranger's browser, so the call goes by the same guard as webhooks do: nothing inside is reached.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use web_push_native::Auth;

mod letter;
#[cfg(test)]
mod tests;

use crate::webhook::{Failure, Sender};

pub use letter::write;

/// A statement of who we are holds for so long (at most a day, RFC 8292, section 2).
const STATEMENT_LIFETIME: Duration = Duration::from_secs(12 * 3600);
/// Bodies are padded to a multiple of this. Services take 4,096 bytes.
const PADDED_TO: usize = 512;
/// What a push may say, with room for what encryption adds.
pub const BODY_BYTES: usize = 3_072;

/// Why a key is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a secret key of P-256")]
pub struct KeyError;

/// The key by which push services know this installation. `Debug` shows nothing of it.
pub struct VapidKey(SigningKey);

impl std::fmt::Debug for VapidKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VapidKey")
    }
}

impl VapidKey {
    /// A key of 32 secret bytes, random ones for a new key.
    ///
    /// # Errors
    /// [`KeyError`] for zero and what lies beyond the curve's order: one in 2^32 random ones.
    pub fn new(secret: &[u8]) -> Result<Self, KeyError> {
        SigningKey::from_slice(secret).map(Self).map_err(|_no_key| KeyError)
    }

    /// The public half: 65 bytes, which browsers want when they subscribe.
    pub fn public(&self) -> Vec<u8> {
        self.0.verifying_key().to_encoded_point(false).as_bytes().to_vec()
    }

    /// The `Authorization` for a service: a JWT over its origin, our contact and an end, signed by ES256.
    fn authorization(&self, origin: &str, contact: &str, now: i64) -> String {
        let until = now.saturating_add(i64::try_from(STATEMENT_LIFETIME.as_secs()).unwrap_or(0));
        let claims = serde_json::json!({ "aud": origin, "exp": until, "sub": contact });
        let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
        let signed =
            format!("{}.{}", part(r#"{"typ":"JWT","alg":"ES256"}"#), part(&claims.to_string()));
        let signature: Signature = self.0.sign(signed.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        format!("vapid t={signed}.{signature}, k={}", URL_SAFE_NO_PAD.encode(self.public()))
    }
}

/// How soon a browser is woken for it (RFC 8030, section 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    Normal,
    High,
}

impl Urgency {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::High => "high",
        }
    }
}

/// Where a push goes.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    pub url: &'a str,
    /// The browser's public key, an uncompressed point.
    pub public_key: &'a [u8],
    /// The browser's secret, 16 bytes.
    pub auth: &'a [u8],
}

/// What is pushed.
#[derive(Clone, Copy, Debug)]
pub struct Push<'a> {
    /// JSON, at most [`BODY_BYTES`].
    pub body: &'a str,
    /// How long the service keeps it for a browser that is switched off.
    pub lifetime: Duration,
    pub urgency: Urgency,
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// The service has it.
    Sent,
    /// There is no such browser any more: it is to be forgotten.
    Gone(String),
    /// Later, and not before the pause that the service asks for.
    Later(String, Option<Duration>),
    /// Trying again is in vain.
    Failed(String),
}

/// Sends pushes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Pusher {
    sender: Sender,
    contact: String,
}

impl Pusher {
    /// `contact` is where a push service turns to when something is wrong: `mailto:` or `https:` (RFC 8292, section 2.1).
    pub fn new(sender: Sender, contact: String) -> Self {
        Self { sender, contact }
    }

    /// Makes one attempt; `now` is in seconds since 1970.
    pub async fn send(&self, key: &VapidKey, to: Target<'_>, push: Push<'_>, now: i64) -> Pushed {
        let failed = |word: &str| Pushed::Failed(word.to_owned());
        let Some(sealed) = seal(to, push.body) else { return failed("keys") };
        let Some(headers) = self.headers(key, to.url, push, now) else { return failed("url") };
        let outcome = self.sender.post(to.url, headers, sealed).await;
        match (outcome.failure, outcome.status) {
            (None, _) => Pushed::Sent,
            (Some(Failure::Status), Some(status)) => judge(status, outcome.retry_after),
            (Some(Failure::Redirect | Failure::Url | Failure::Address), _) => {
                failed(outcome.failure.map_or("", Failure::as_str))
            }
            (Some(failure), _) => Pushed::Later(failure.as_str().to_owned(), None),
        }
    }

    fn headers(&self, key: &VapidKey, url: &str, push: Push<'_>, now: i64) -> Option<HeaderMap> {
        let origin = Url::parse(url).ok()?.origin().ascii_serialization();
        let authorization = key.authorization(&origin, &self.contact, now);
        let lifetime = push.lifetime.as_secs().to_string();
        let all = [
            ("authorization", authorization.as_str()),
            ("content-encoding", "aes128gcm"),
            ("content-type", "application/octet-stream"),
            ("ttl", lifetime.as_str()),
            ("urgency", push.urgency.as_str()),
            ("user-agent", "Proofdesk-Push/1"),
        ];
        let pairs = all.into_iter().map(|(name, value)| {
            Some((HeaderName::from_static(name), HeaderValue::from_str(value).ok()?))
        });
        pairs.collect()
    }
}

fn judge(status: u16, pause: Option<Duration>) -> Pushed {
    let code = status.to_string();
    match status {
        404 | 410 => Pushed::Gone(code),
        429 | 500.. => Pushed::Later(code, pause),
        _ => Pushed::Failed(code),
    }
}

/// Seals a body for a browser; `None` when its keys are none, or the body is too long.
fn seal(to: Target<'_>, body: &str) -> Option<Bytes> {
    let public_key = p256::PublicKey::from_sec1_bytes(to.public_key).ok()?;
    let auth: [u8; 16] = to.auth.try_into().ok()?;
    if body.len() > BODY_BYTES {
        return None;
    }
    let mut padded = body.as_bytes().to_vec();
    // White space behind JSON says nothing.
    padded.resize(padded.len().next_multiple_of(PADDED_TO), b' ');
    let sealed = web_push_native::encrypt(padded, &public_key, &Auth::from(auth)).ok()?;
    Some(Bytes::from(sealed))
}
