//! The master keys of an installation.
//!
//! They live in a text file outside of the database, so that a stolen database, or a stolen backup of it, opens
//! nothing. Without the file everything sealed is lost: it is backed up apart from the database.
//!
//! ```text
//! proofdesk-keyring 1
//! # Comments and empty lines are ignored.
//! root 6f0e…        (64 hexadecimal digits)
//! key 91c04c1f2b7a4d10 5cc1…
//! key 0a5b8f20d7c6e311 b800…
//! current 0a5b8f20d7c6e311
//! ```
//!
//! `root` never changes: the keys of other purposes are derived from it, and fingerprints or sessions would not be
//! recognised again otherwise. Each `key` seals values; a new one is added by [`Keyring::rotated`] and becomes the
//! current one, the old ones go on opening what they sealed. The id of a key is derived from it, so that a line
//! mixed up by hand is noticed when the file is read.

use std::fmt;

use zeroize::Zeroizing;

use crate::derive::hkdf;
use crate::{Error, SecretBytes, sealed};

const HEADER: &str = "proofdesk-keyring 1";
const SALT: &[u8] = b"proofdesk-keyring v1";

/// Names a master key; stands in front of everything that it sealed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub(crate) [u8; 8]);

impl KeyId {
    fn of(key: &SecretBytes) -> Self {
        let digest = hkdf(SALT, key.as_slice(), b"id");
        let mut id = [0; 8];
        id.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
        KeyId(id)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a derived key is for; the closed list keeps two purposes from ever sharing one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Fingerprints of secrets that the guard found.
    GuardFingerprint,
    /// Authenticates the cursors of lists.
    CursorMac,
    /// Derives from a session the token that its forms send back.
    CsrfMac,
    /// Seed of the Ed25519 key that signs checkpoints of the log.
    LogSigning,
    /// Names members of staff towards customers without naming them.
    StaffPseudonym,
    /// Authenticates the links to tickets that are mailed.
    TicketLinkMac,
    /// Authenticates the links to side conversations that are mailed to departments.
    SideLinkMac,
    /// Authenticates the addresses to which our mails come back.
    BounceMac,
    /// Digests of requests, which may hold passwords, under the keys by which they are repeated.
    RequestMac,
    /// Authenticates the questions that a node without a search index asks one that has one.
    SearchNodeMac,
}

impl Purpose {
    const fn info(self) -> &'static [u8] {
        match self {
            Purpose::GuardFingerprint => b"purpose: guard fingerprint",
            Purpose::CursorMac => b"purpose: cursor mac",
            Purpose::CsrfMac => b"purpose: csrf mac",
            Purpose::LogSigning => b"purpose: log signing",
            Purpose::StaffPseudonym => b"purpose: staff pseudonym",
            Purpose::TicketLinkMac => b"purpose: ticket link mac",
            Purpose::SideLinkMac => b"purpose: side link mac",
            Purpose::BounceMac => b"purpose: bounce mac",
            Purpose::RequestMac => b"purpose: request mac",
            Purpose::SearchNodeMac => b"purpose: search node mac",
        }
    }
}

/// The master keys of an installation. Wiped from memory when the last clone is dropped; `Debug` shows ids only.
#[derive(Clone)]
pub struct Keyring {
    root: SecretBytes,
    /// At least one; the first is current.
    keys: Vec<(KeyId, SecretBytes)>,
    current: KeyId,
}

/// Why a key file was refused. No text of the file is repeated, as it is secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// The first line that counts is not `proofdesk-keyring 1`.
    #[error("not a Proofdesk key file of a known version")]
    Header,
    /// A line is of no known form.
    #[error("line {0} of the key file is not understood")]
    Line(usize),
    /// A key does not belong to the id before it: the line was changed.
    #[error("line {0} of the key file holds a key that is not the one it names")]
    Mismatch(usize),
    /// `root` is missing, or stands there twice.
    #[error("the key file needs exactly one root")]
    Root,
    /// `current` is missing, stands there twice, or names a key that is not in the file.
    #[error("the key file needs exactly one current key, and that key")]
    Current,
}

impl Keyring {
    /// Makes the keyring of a new installation: a root and one key.
    ///
    /// The bytes must come from the operating system's generator.
    pub fn generate(random: &[u8; 64]) -> Self {
        let (root, key) = random.split_at(32);
        let key = hkdf(SALT, key, b"new key");
        let id = KeyId::of(&key);
        Keyring { root: hkdf(SALT, root, b"new root"), keys: vec![(id, key)], current: id }
    }

    /// Gives the same keyring with a new current key. The old keys stay, to open what they sealed.
    pub fn rotated(&self, random: &[u8; 32]) -> Self {
        let key = hkdf(SALT, random, b"new key");
        let id = KeyId::of(&key);
        let mut keys = self.keys.clone();
        if keys.iter().all(|(other, _)| *other != id) {
            keys.push((id, key));
        }
        Keyring { root: self.root.clone(), keys, current: id }
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// See [`KeyringError`]; a file that is not understood to the last line is refused.
    pub fn parse(text: &str) -> Result<Self, KeyringError> {
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line.trim()))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        if lines.next().is_none_or(|(_, line)| line != HEADER) {
            return Err(KeyringError::Header);
        }
        let (mut roots, mut keys, mut currents) = (Vec::new(), Vec::new(), Vec::new());
        for (number, line) in lines {
            let unclear = KeyringError::Line(number);
            let fields: Vec<&str> = line.split_ascii_whitespace().collect();
            match fields.as_slice() {
                ["root", root] => roots.push(secret(root).ok_or(unclear)?),
                ["key", id, key] => {
                    let (id, key) = (key_id(id).ok_or(unclear)?, secret(key).ok_or(unclear)?);
                    if id != KeyId::of(&key) {
                        return Err(KeyringError::Mismatch(number));
                    }
                    keys.push((id, key));
                }
                ["current", id] => currents.push(key_id(id).ok_or(unclear)?),
                _ => return Err(unclear),
            }
        }
        let Ok([root]) = <[_; 1]>::try_from(roots) else { return Err(KeyringError::Root) };
        match currents.as_slice() {
            [current] if keys.iter().any(|(id, _)| id == current) => {
                Ok(Keyring { root, keys, current: *current })
            }
            _ => Err(KeyringError::Current),
        }
    }

    /// Writes the key file that [`Keyring::parse`] reads.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(1024));
        for line in [
            HEADER,
            "# Master keys of this Proofdesk. Keep a copy apart from the database and its backups:",
            "# without this file everything sealed is lost, with it and the database everything is readable.",
        ] {
            text.push_str(line);
            text.push('\n');
        }
        push_fields(&mut text, &["root", &Zeroizing::new(hex::encode(self.root.as_slice()))]);
        for (id, key) in &self.keys {
            push_fields(
                &mut text,
                &["key", &id.to_string(), &Zeroizing::new(hex::encode(key.as_slice()))],
            );
        }
        push_fields(&mut text, &["current", &self.current.to_string()]);
        text
    }

    /// Seals a small value under the current key. See the format in `sealed`.
    ///
    /// `aad` says where the value belongs, best as `table.column:row id`: it opens only with the same `aad`. Equal
    /// values for the same place give equal bytes.
    pub fn seal(&self, aad: &[u8], plaintext: &[u8]) -> Vec<u8> {
        sealed::seal(self.current, self.current_key(), aad, plaintext)
    }

    /// Opens what [`Keyring::seal`] sealed, under whichever key of the ring that was.
    ///
    /// # Errors
    /// [`Error::UnknownKey`] when the key is not in the ring, [`Error::Forged`] when the bytes were changed or `aad` is
    /// another one.
    pub fn open(&self, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let id = sealed::key_id(sealed)?;
        let key = self.keys.iter().find(|(other, _)| *other == id);
        let (_, key) = key.ok_or(Error::UnknownKey(id))?;
        sealed::open(key, aad, sealed).map(Zeroizing::new)
    }

    /// Tells whether a value was sealed under another key than the current one and should be sealed anew.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is not a sealed value.
    pub fn is_outdated(&self, sealed: &[u8]) -> Result<bool, Error> {
        Ok(sealed::key_id(sealed)? != self.current)
    }

    /// Derives the key of a purpose from the root: HKDF-SHA256. The same for ever.
    pub fn subkey(&self, purpose: Purpose) -> SecretBytes {
        hkdf(SALT, self.root.as_slice(), purpose.info())
    }

    /// Names the key that seals new values.
    pub fn current(&self) -> KeyId {
        self.current
    }

    #[expect(clippy::expect_used, reason = "every constructor puts the current key into the ring")]
    fn current_key(&self) -> &SecretBytes {
        let current = self.keys.iter().find(|(id, _)| *id == self.current);
        current.map(|(_, key)| key).expect("invariant: the current key is in the ring")
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<KeyId> = self.keys.iter().map(|(id, _)| *id).collect();
        f.debug_struct("Keyring")
            .field("current", &self.current)
            .field("keys", &ids)
            .finish_non_exhaustive()
    }
}

fn push_fields(text: &mut String, fields: &[&str]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(field);
    }
    text.push('\n');
}

fn secret(field: &str) -> Option<SecretBytes> {
    let mut bytes = SecretBytes::default();
    hex::decode_to_slice(field, bytes.as_mut_slice()).ok()?;
    Some(bytes)
}

fn key_id(field: &str) -> Option<KeyId> {
    let mut bytes = [0; 8];
    hex::decode_to_slice(field, &mut bytes).ok()?;
    Some(KeyId(bytes))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const AAD: &[u8] = b"staff.totp:1";

    #[test]
    fn a_file_gives_the_keyring_back() {
        let ring = Keyring::generate(&[7; 64]).rotated(&[8; 32]);
        let text = ring.to_text();
        let read = Keyring::parse(&text).unwrap();
        assert_eq!(*read.to_text(), *text);
        assert_eq!(read.current(), ring.current());
        assert_eq!(*read.open(AAD, &ring.seal(AAD, b"value")).unwrap(), b"value");
        assert_eq!(read.subkey(Purpose::LogSigning), ring.subkey(Purpose::LogSigning));
    }

    #[test]
    fn a_file_that_is_not_understood_is_refused() {
        let text = Keyring::generate(&[7; 64]).to_text();
        let line = |at: usize| text.lines().nth(at).unwrap();
        let (root, key, current) = (line(3), line(4), line(5));
        let other = Keyring::generate(&[9; 64]).to_text();
        let other_key = other.lines().nth(4).unwrap().rsplit(' ').next().unwrap();
        let changed = format!("{} {other_key}", key.rsplit_once(' ').unwrap().0);
        let file =
            |lines: &[&str]| Keyring::parse(&[&[HEADER], lines].concat().join("\r\n")).map(|_| ());
        assert_eq!(file(&[root, key, current]), Ok(()));
        assert_eq!(file(&["", "# a comment", current, key, root]), Ok(()));
        for (lines, error) in [
            (vec![key, current], KeyringError::Root),
            (vec![root, root, key, current], KeyringError::Root),
            (vec![root, key], KeyringError::Current),
            (vec![root, current], KeyringError::Current),
            (vec![root, key, current, current], KeyringError::Current),
            (vec![root, key, current, "more"], KeyringError::Line(5)),
            (vec![root, &key[..key.len() - 1], current], KeyringError::Line(3)),
            (vec![root, &changed, current], KeyringError::Mismatch(3)),
        ] {
            assert_eq!(file(&lines), Err(error), "{lines:?}");
        }
        assert_eq!(Keyring::parse("").map(|_| ()), Err(KeyringError::Header));
        assert_eq!(Keyring::parse("proofdesk-keyring 2").map(|_| ()), Err(KeyringError::Header));
    }

    #[test]
    fn a_value_opens_in_its_place_only() {
        let ring = Keyring::generate(&[7; 64]);
        let sealed = ring.seal(AAD, b"value");
        assert_eq!(sealed.len(), b"value".len() + crate::OVERHEAD);
        assert_eq!(*ring.open(AAD, &sealed).unwrap(), b"value");
        assert_eq!(ring.open(b"staff.totp:2", &sealed), Err(Error::Forged));
        assert_eq!(*ring.open(AAD, &ring.seal(AAD, b"")).unwrap(), b"");
    }

    #[test]
    fn every_changed_or_missing_byte_is_noticed() {
        let ring = Keyring::generate(&[7; 64]);
        let sealed = ring.seal(AAD, b"value");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            *changed.get_mut(at).unwrap() ^= 1;
            assert!(ring.open(AAD, &changed).is_err(), "byte {at}");
            assert!(ring.open(AAD, sealed.get(..at).unwrap()).is_err(), "cut at {at}");
        }
        assert_eq!(ring.open(AAD, &[]), Err(Error::Malformed));
    }

    #[test]
    fn old_keys_open_and_are_known_as_old() {
        let old = Keyring::generate(&[7; 64]);
        let sealed = old.seal(AAD, b"value");
        let new = old.rotated(&[8; 32]);
        assert_eq!(*new.open(AAD, &sealed).unwrap(), b"value");
        assert_eq!(new.is_outdated(&sealed), Ok(true));
        let again = new.seal(AAD, b"value");
        assert_eq!(new.is_outdated(&again), Ok(false));
        assert_eq!(old.open(AAD, &again), Err(Error::UnknownKey(new.current())));
    }

    #[test]
    fn equal_values_are_equal_only_in_the_same_place() {
        let ring = Keyring::generate(&[7; 64]);
        assert_eq!(ring.seal(b"a", b"value"), ring.seal(b"a", b"value"));
        // The border between the associated data and the value counts.
        assert_ne!(ring.seal(b"ab", b"c").get(9..33), ring.seal(b"a", b"bc").get(9..33));
    }

    #[test]
    fn purposes_have_keys_of_their_own_that_outlive_rotation() {
        let ring = Keyring::generate(&[7; 64]);
        let purposes = [
            Purpose::GuardFingerprint,
            Purpose::CursorMac,
            Purpose::CsrfMac,
            Purpose::LogSigning,
            Purpose::StaffPseudonym,
            Purpose::TicketLinkMac,
            Purpose::SideLinkMac,
            Purpose::SearchNodeMac,
        ];
        let mut keys: Vec<_> = purposes.iter().map(|purpose| *ring.subkey(*purpose)).collect();
        assert_eq!(
            *ring.rotated(&[8; 32]).subkey(Purpose::CursorMac),
            *ring.subkey(Purpose::CursorMac)
        );
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), purposes.len());
    }

    #[test]
    fn debug_shows_no_key() {
        let ring = Keyring::generate(&[7; 64]);
        let text = format!("{ring:?}");
        assert!(text.contains(&ring.current().to_string()), "{text}");
        assert!(text.len() < 120, "{text}");
    }
}
