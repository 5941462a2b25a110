//! Keys by which the exchange proves its customers: one algorithm each, named by the `kid` in a token's header.

pub mod actions;
pub mod event;
mod sql;
pub(crate) mod state;
pub mod view;

use ed25519_dalek::VerifyingKey;
use ed25519_dalek::pkcs8::DecodePublicKey as _;
use proofdesk_sealing::Keyring;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::exchange_token::VerifyKey;
use crate::id::{BrandId, ExchangeKeyId};
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

words! {
    /// How a key signs (RFC 7518, section 3.2; RFC 8037).
    pub enum Algorithm {
        Hs256 = "HS256",
        EdDsa = "EdDSA",
    }
}

/// The `kid` of the key that the development page signs with. Only a demo adds such a key.
pub const DEVELOPMENT_KID: &str = "development";

/// A shared secret has at least this many bytes (RFC 7518, section 3.2).
const SECRET_BYTES_MIN: usize = 32;
const SECRET_BYTES_MAX: usize = 512;

/// A key as lists show it. The shared secret is shown once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeKey {
    pub id: ExchangeKeyId,
    pub brand_id: BrandId,
    pub kid: String,
    pub algorithm: Algorithm,
    /// What a token's `aud` must contain.
    pub audience: String,
    pub created_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
}

/// What a new key consists of.
#[derive(Clone)]
pub enum NewMaterial {
    /// A secret that both sides know; one is made when `None`.
    Hs256(Option<String>),
    /// The exchange's public key, PEM (`SubjectPublicKeyInfo`).
    EdDsa(String),
}

impl std::fmt::Debug for NewMaterial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Hs256(_) => "Hs256(…)",
            Self::EdDsa(_) => "EdDsa(…)",
        })
    }
}

/// A key just added.
#[derive(Clone)]
pub struct AddedKey {
    pub id: ExchangeKeyId,
    /// The secret that was made for HS256, shown once: the exchange uses the bytes of this text.
    pub secret: Option<String>,
}

impl std::fmt::Debug for AddedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AddedKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A key's row with its material: a sealed secret, or a PEM.
pub(crate) struct Stored {
    pub key: ExchangeKey,
    pub material: Vec<u8>,
}

impl Stored {
    /// The key ready to verify with. Its algorithm is the row's, whatever a token claims.
    pub fn verify_key(&self, keyring: &Keyring) -> Result<VerifyKey> {
        match self.key.algorithm {
            Algorithm::Hs256 => Ok(VerifyKey::Hs256(self.secret(keyring)?)),
            Algorithm::EdDsa => {
                let pem = std::str::from_utf8(&self.material).ok();
                let key = pem.and_then(|pem| VerifyingKey::from_public_key_pem(pem).ok());
                key.map(|key| VerifyKey::EdDsa(Box::new(key)))
                    .ok_or(Error::Broken { what: "an exchange's public key that cannot be read" })
            }
        }
    }

    /// The shared secret in clear.
    pub fn secret(&self, keyring: &Keyring) -> Result<Vec<u8>> {
        let opened = keyring.open(&place(self.key.id), &self.material);
        let opened = opened
            .map_err(|_forged| Error::Broken { what: "an exchange key that does not open" })?;
        Ok(opened.to_vec())
    }
}

/// The place that a sealed secret belongs to: moved to another row it does not open.
fn place(id: ExchangeKeyId) -> Vec<u8> {
    format!("exchange_key.material:{id}").into_bytes()
}

/// Refuses a secret that is too short to resist guessing, or absurdly long.
fn check_secret(secret: &str) -> Result<()> {
    let limit = |code, limit: usize| {
        Err(Error::field_with("secret", code, vec![("limit", limit.to_string())]))
    };
    match secret.len() {
        0..SECRET_BYTES_MIN => limit(Code::FieldTooShort, SECRET_BYTES_MIN),
        SECRET_BYTES_MIN..=SECRET_BYTES_MAX => Ok(()),
        _ => limit(Code::FieldTooLong, SECRET_BYTES_MAX),
    }
}

/// Refuses what is no usable Ed25519 public key, among it points of small order, which sign anything.
fn check_public_key(pem: &str) -> Result<()> {
    match VerifyingKey::from_public_key_pem(pem.trim()) {
        Ok(key) if !key.is_weak() => Ok(()),
        _ => Err(Error::field("public_key", Code::FieldInvalid)),
    }
}
