//! A checkpoint's text and signature: a signed note, as logs of certificates and packages publish them.
//!
//! ```text
//! proofdesk.log/2f0c9a41d3b85e67c1a0f4d2b9e87135
//! 1234
//! jzQhZ8Zl0cM0f4z6k8bq3Jr5n0rKc1b0nRkO2mDg0mE=
//! 2026-11-21T01:23:45.678901Z
//!
//! — proofdesk.log/2f0c9a41d3b85e67c1a0f4d2b9e87135 aBcD…
//! ```
//!
//! The lines are the log's origin, the number of feed positions covered, the root over them (base64), and the time of
//! signing; the signature covers them with their line ends, without the empty line. `docs/log-format.md` has the bytes.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::hash::Hash;
use crate::time::Timestamp;

/// The mark of Ed25519 in a note's key hash and verifier key.
const ED25519: u8 = 1;
const KEY_HASH_BYTES: usize = 4;

/// What a checkpoint says: the whole feed up to a position, in one hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log, from its first event: [`origin`].
    pub origin: String,
    /// How many feed positions it covers: 1 to this.
    pub size: i64,
    pub root: Hash,
    pub at: Timestamp,
}

/// The name of the log whose first event has this hash.
pub fn origin(first_event: &Hash) -> String {
    let (half, _) = first_event.split_at(16);
    format!("proofdesk.log/{}", hex::encode(half))
}

impl Checkpoint {
    /// The signed text.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root), self.at)
    }
}

/// Identifies a key of one log: the first four bytes of SHA-256(origin ‖ 0x0A ‖ 0x01 ‖ public key), lower-case hex.
pub fn key_id(origin: &str, public_key: &[u8]) -> String {
    let mut sha = Sha256::new();
    sha.update(origin.as_bytes());
    sha.update([b'\n', ED25519]);
    sha.update(public_key);
    let hash: Hash = sha.finalize().into();
    let (start, _) = hash.split_at(KEY_HASH_BYTES);
    hex::encode(start)
}

/// The key in the form that note verifiers take: `origin+key id+base64(0x01 ‖ public key)`.
pub fn verifier_key(origin: &str, public_key: &[u8]) -> String {
    let marked = [&[ED25519], public_key].concat();
    format!("{origin}+{}+{}", key_id(origin, public_key), STANDARD.encode(marked))
}

/// A checkpoint with the desk's signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    pub checkpoint: Checkpoint,
    /// As [`key_id`].
    pub key_id: String,
    /// 64 bytes when it is one of ours.
    pub signature: Vec<u8>,
}

impl SignedCheckpoint {
    pub fn sign(checkpoint: Checkpoint, key: &SigningKey) -> Self {
        let key_id = key_id(&checkpoint.origin, key.verifying_key().as_bytes());
        let signature = key.sign(checkpoint.text().as_bytes()).to_bytes().to_vec();
        Self { checkpoint, key_id, signature }
    }

    /// Says whether the signature is that of `public_key` (32 bytes) over this checkpoint.
    pub fn is_signed_by(&self, public_key: &[u8]) -> bool {
        let key = public_key.try_into().ok().and_then(|bytes| VerifyingKey::from_bytes(bytes).ok());
        let signature = Signature::from_slice(&self.signature);
        match (key, signature) {
            (Some(key), Ok(signature)) => {
                self.key_id == key_id(&self.checkpoint.origin, public_key)
                    && key.verify_strict(self.checkpoint.text().as_bytes(), &signature).is_ok()
            }
            _ => false,
        }
    }
}

/// The note: text, empty line, signature line.
impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut signed = hex::decode(&self.key_id).unwrap_or_default();
        signed.extend(&self.signature);
        let Checkpoint { origin, .. } = &self.checkpoint;
        write!(f, "{}\n\u{2014} {origin} {}\n", self.checkpoint.text(), STANDARD.encode(signed))
    }
}

/// A text that is no signed checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no signed checkpoint")]
pub struct NoteError;

impl FromStr for SignedCheckpoint {
    type Err = NoteError;

    /// Reads a note. Whether the signature fits is another question: [`SignedCheckpoint::is_signed_by`].
    fn from_str(note: &str) -> Result<Self, NoteError> {
        let read = || -> Option<Self> {
            let (text, signature) = note.split_once("\n\n\u{2014} ")?;
            let mut lines = text.split('\n');
            let checkpoint = Checkpoint {
                origin: lines.next()?.to_owned(),
                size: lines.next()?.parse().ok()?,
                root: STANDARD.decode(lines.next()?).ok()?.try_into().ok()?,
                at: lines.next()?.parse().ok()?,
            };
            let (name, signed) = signature.strip_suffix('\n')?.split_once(' ')?;
            let signed = STANDARD.decode(signed).ok()?;
            let (key_hash, signature) = signed.split_at_checked(KEY_HASH_BYTES)?;
            // The parts must give back the very text, since the text is what was signed.
            let unchanged = format!("{text}\n") == checkpoint.text() && name == checkpoint.origin;
            unchanged.then(|| Self {
                checkpoint,
                key_id: hex::encode(key_hash),
                signature: signature.to_vec(),
            })
        };
        read().ok_or(NoteError)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn signed() -> (SignedCheckpoint, SigningKey) {
        let key = SigningKey::from_bytes(&[7; 32]);
        let checkpoint = Checkpoint {
            origin: origin(&[1; 32]),
            size: 12,
            root: [9; 32],
            at: Timestamp::from_micros(1_700_490_703_564_123),
        };
        (SignedCheckpoint::sign(checkpoint, &key), key)
    }

    #[test]
    fn a_note_reads_back() {
        let (signed, key) = signed();
        let read: SignedCheckpoint = signed.to_string().parse().unwrap();
        assert_eq!(read, signed);
        assert!(read.is_signed_by(key.verifying_key().as_bytes()));
        assert!(!read.is_signed_by(SigningKey::from_bytes(&[8; 32]).verifying_key().as_bytes()));
        assert!(!read.is_signed_by(&[]));
    }

    #[test]
    fn every_changed_character_is_noticed() {
        let (signed, key) = signed();
        let note = signed.to_string();
        let public_key = key.verifying_key();
        for (at, c) in note.char_indices() {
            for other in ['A', 'b', '3', '\n', ' ', '+'] {
                if other == c {
                    continue;
                }
                let (before, after) = note.split_at(at);
                let changed: String =
                    before.chars().chain([other]).chain(after.chars().skip(1)).collect();
                let accepted = changed
                    .parse::<SignedCheckpoint>()
                    .is_ok_and(|read| read.is_signed_by(public_key.as_bytes()));
                assert!(!accepted, "character {at} as {other:?}");
            }
        }
    }
}
