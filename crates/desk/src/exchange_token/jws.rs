//! JSON Web Signature, compact serialisation (RFC 7515): exactly what the exchange's token needs, so that no option
//! can be set wrong. A header decides nothing but which key is looked up.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, VerifyingKey};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Deserialize;
use sha2::Sha256;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::exchange_key::Algorithm;
use crate::limits;

/// A key that verifies with one algorithm and no other.
pub enum VerifyKey {
    /// The shared secret.
    Hs256(Vec<u8>),
    /// The exchange's public key.
    EdDsa(Box<VerifyingKey>),
}

impl std::fmt::Debug for VerifyKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.algorithm().as_str())
    }
}

impl VerifyKey {
    /// The one algorithm.
    pub const fn algorithm(&self) -> Algorithm {
        match self {
            Self::Hs256(_) => Algorithm::Hs256,
            Self::EdDsa(_) => Algorithm::EdDsa,
        }
    }

    /// Says whether this key signed `input`.
    pub(crate) fn verifies(&self, input: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Hs256(secret) => {
                hs256(secret, input).is_some_and(|mac| mac.verify_slice(signature).is_ok())
            }
            Self::EdDsa(key) => Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(input, &signature).is_ok()),
        }
    }

    /// The signature of a shared secret; `None` for a public key, which signs nothing.
    pub(crate) fn mac(&self, input: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Hs256(secret) => Some(hs256(secret, input)?.finalize().into_bytes().to_vec()),
            Self::EdDsa(_) => None,
        }
    }
}

fn hs256(secret: &[u8], input: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(input);
    Some(mac)
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: String,
    /// Extensions that a reader must understand; this one understands none (RFC 7515, section 4.1.11).
    crit: Option<serde_json::Value>,
}

/// A token taken apart, not yet believed.
pub struct Unverified<'a> {
    /// What the signature covers.
    input: &'a str,
    header: Header,
    payload: Vec<u8>,
    signature: Vec<u8>,
}

impl<'a> Unverified<'a> {
    /// Takes a token apart.
    ///
    /// # Errors
    /// `token-malformed`.
    pub fn parse(token: &'a str) -> Result<Self> {
        Self::split(token.trim()).ok_or_else(|| Error::refused(Code::TokenMalformed))
    }

    fn split(token: &'a str) -> Option<Self> {
        if token.len() > limits::EXCHANGE_TOKEN_BYTES {
            return None;
        }
        let (input, signature) = token.rsplit_once('.')?;
        let (header, payload) = input.split_once('.')?;
        if payload.contains('.') {
            return None;
        }
        let header: Header = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).ok()?).ok()?;
        if header.crit.is_some() {
            return None;
        }
        let payload = URL_SAFE_NO_PAD.decode(payload).ok()?;
        Some(Self { input, header, payload, signature: URL_SAFE_NO_PAD.decode(signature).ok()? })
    }

    /// The key that the token names. A claim, until [`Unverified::verify`].
    pub fn kid(&self) -> &str {
        &self.header.kid
    }

    /// The payload, once the signature holds.
    ///
    /// # Errors
    /// `token-forged` for a wrong signature and for an algorithm that is not the key's own.
    pub fn verify(&self, key: &VerifyKey) -> Result<&[u8]> {
        let right = self.header.alg == key.algorithm().as_str()
            && key.verifies(self.input.as_bytes(), &self.signature);
        if right { Ok(&self.payload) } else { Err(Error::refused(Code::TokenForged)) }
    }
}

/// Signs claims with HS256, for the development page.
///
/// # Errors
/// `Broken` when the claims are no JSON, which none of ours are.
pub fn sign_hs256(secret: &[u8], kid: &str, claims: &impl serde::Serialize) -> Result<String> {
    let broken = || Error::Broken { what: "claims that cannot be signed" };
    let header = serde_json::json!({ "alg": Algorithm::Hs256.as_str(), "kid": kid, "typ": "JWT" });
    let claims = serde_json::to_vec(claims).map_err(|_unreachable| broken())?;
    let input =
        [header.to_string().as_bytes(), &claims].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
    let mac = hs256(secret, input.as_bytes()).ok_or_else(broken)?;
    Ok(format!("{input}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())))
}
