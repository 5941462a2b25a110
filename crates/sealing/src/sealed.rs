//! The form of a small sealed value.
//!
//! ```text
//! 1 byte    version, 0x01
//! 8 bytes   id of the master key
//! 24 bytes  nonce
//! n bytes   XChaCha20-Poly1305 ciphertext
//! 16 bytes  tag
//! ```
//!
//! The associated data is the domain string, version and key id as above, and the caller's own, which says where the
//! value belongs (`table.column:row id`), so that a value copied to another row does not open.
//!
//! The nonce is synthetic: the first 24 bytes of HMAC-SHA256 over the length of the associated data, the associated
//! data and the plaintext, under a key of its own. So no two different values are ever sealed under one nonce, whatever
//! a random generator does, and a transaction that runs twice writes the same bytes twice. The price: who reads two
//! values for the same place sees whether they are equal.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

use crate::derive::{hkdf, mac};
use crate::keyring::KeyId;
use crate::{Error, SecretBytes};

const VERSION: u8 = 1;
const DOMAIN: &[u8] = b"proofdesk-sealing value v1\0";
const KEY_ID_LENGTH: usize = 8;
pub(crate) const NONCE_LENGTH: usize = 24;
pub(crate) const TAG_LENGTH: usize = 16;

/// How many bytes longer a sealed value is than the plain one.
pub const OVERHEAD: usize = 1 + KEY_ID_LENGTH + NONCE_LENGTH + TAG_LENGTH;

pub(crate) fn seal(id: KeyId, key: &SecretBytes, aad: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let nonce = synthetic_nonce(key, aad, plaintext);
    let mut sealed = Vec::with_capacity(plaintext.len() + OVERHEAD);
    sealed.push(VERSION);
    sealed.extend_from_slice(&id.0);
    sealed.extend_from_slice(&nonce);
    let mut body = plaintext.to_vec();
    encrypt(&encryption_key(key), &nonce, &bound(id, aad), &mut body);
    sealed.append(&mut body);
    sealed
}

pub(crate) fn open(key: &SecretBytes, aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Error> {
    let (id, nonce, body) = parts(sealed).ok_or(Error::Malformed)?;
    let mut body = body.to_vec();
    decrypt(&encryption_key(key), nonce, &bound(id, aad), &mut body)?;
    Ok(body)
}

/// Reads which key a value was sealed under.
pub(crate) fn key_id(sealed: &[u8]) -> Result<KeyId, Error> {
    parts(sealed).map(|(id, ..)| id).ok_or(Error::Malformed)
}

fn parts(sealed: &[u8]) -> Option<(KeyId, &[u8; NONCE_LENGTH], &[u8])> {
    let (version, rest) = sealed.split_first()?;
    let (id, rest) = rest.split_first_chunk::<KEY_ID_LENGTH>()?;
    let (nonce, body) = rest.split_first_chunk::<NONCE_LENGTH>()?;
    (*version == VERSION && body.len() >= TAG_LENGTH).then_some((KeyId(*id), nonce, body))
}

fn bound(id: KeyId, aad: &[u8]) -> Vec<u8> {
    [DOMAIN, &[VERSION], &id.0, aad].concat()
}

fn encryption_key(key: &SecretBytes) -> SecretBytes {
    hkdf(DOMAIN, key.as_slice(), b"encryption")
}

fn synthetic_nonce(key: &SecretBytes, aad: &[u8], plaintext: &[u8]) -> [u8; NONCE_LENGTH] {
    let nonce_key = hkdf(DOMAIN, key.as_slice(), b"nonce");
    let length = u64::try_from(aad.len()).unwrap_or(u64::MAX).to_be_bytes();
    let digest = mac(nonce_key.as_slice(), &[&length, aad, plaintext]);
    let mut nonce = [0; NONCE_LENGTH];
    nonce.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
    nonce
}

/// Encrypts in place and appends the tag.
#[expect(clippy::expect_used, reason = "the cipher refuses only more than 256 GiB")]
pub(crate) fn encrypt(
    key: &SecretBytes,
    nonce: &[u8; NONCE_LENGTH],
    aad: &[u8],
    buffer: &mut Vec<u8>,
) {
    cipher(key)
        .encrypt_in_place(&XNonce::from(*nonce), aad, buffer)
        .expect("invariant: a buffer in memory is shorter than the cipher's limit");
}

/// Checks and decrypts in place, and takes the tag off.
pub(crate) fn decrypt(
    key: &SecretBytes,
    nonce: &[u8; NONCE_LENGTH],
    aad: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<(), Error> {
    cipher(key)
        .decrypt_in_place(&XNonce::from(*nonce), aad, buffer)
        .map_err(|_forged| Error::Forged)
}

fn cipher(key: &SecretBytes) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&**key).into())
}
