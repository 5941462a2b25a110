//! The keys of an installation, and the two ways in which it seals what must not be read from a stolen disk.
//!
//! * [`Keyring`]: the master keys, kept in a file outside of the database; seals small values ([`Keyring::seal`]) and
//!   derives the keys of other purposes ([`Keyring::subkey`]).
//! * [`ChunkSealer`] and [`ChunkOpener`]: seal a stream of any length in chunks under a key of its own, so that ranges
//!   can be read and cuts, swaps and changes are noticed.
//!
//! Pure: no I/O, no clock, no randomness. Whoever makes a key brings the random bytes, so that a closure that runs
//! twice seals the same bytes twice, and a test can repeat what it saw.

mod chunks;
mod derive;
mod keyring;
mod sealed;

pub use chunks::{
    CHUNK_LENGTH, ChunkOpener, ChunkSealer, HEADER_LENGTH, Layout, OBJECT_ID_LENGTH, ObjectKey,
    PREFIX_LENGTH,
};
pub use keyring::{KeyId, Keyring, KeyringError, Purpose};
pub use sealed::OVERHEAD;

/// Thirty-two secret bytes that are wiped from memory when they are dropped.
pub type SecretBytes = zeroize::Zeroizing<[u8; 32]>;

/// Why sealed bytes do not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// They are not of the form that this crate writes: another version, or too short.
    #[error("not a sealed value of a known version")]
    Malformed,
    /// They were sealed under a key that the keyring does not hold: the wrong key file, or a key was removed too early.
    #[error("sealed under the key {0}, which the keyring does not hold")]
    UnknownKey(KeyId),
    /// They were changed, cut, moved to another place, or sealed for another one.
    #[error("the sealed bytes were changed or belong to another place")]
    Forged,
    /// The object would need more chunks than the counter counts (256 TiB).
    #[error("too long to be sealed")]
    TooLong,
}
