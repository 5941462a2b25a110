//! The alphabets and checksums of addresses. Nothing here knows a network.

pub(crate) mod base32;
pub(crate) mod base58;
pub(crate) mod base64;
pub(crate) mod bech32;
mod bits;
pub(crate) mod crc;
pub(crate) mod hex;
