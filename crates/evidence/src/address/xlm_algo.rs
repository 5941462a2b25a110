//! What is written in base32: Stellar's keys (SEP-23) and Algorand's addresses.

use sha2::{Digest as _, Sha512_256};

use crate::address::Found;
use crate::encoding::base32;
use crate::encoding::crc::crc16;
use crate::item::Check;
use crate::network::Network;

pub(super) fn exact(text: &str) -> Option<Found> {
    match (text.len(), text.bytes().next()?) {
        (56, b'G' | b'C') => stellar::<35>(text),
        (69, b'M') => stellar::<43>(text),
        (58, _) => algorand(text),
        _ => None,
    }
}

/// Version byte, payload, CRC-16 with its low byte first. A muxed account carries a number of 64 bits behind its key.
fn stellar<const N: usize>(text: &str) -> Option<Found> {
    let bytes: [u8; N] = base32::decode(text)?;
    let (payload, sum) = bytes.split_last_chunk::<2>()?;
    if crc16(payload).to_le_bytes() != *sum {
        return None;
    }
    let found = Found::address(Network::Stellar, Check::Checksum);
    match payload {
        // G, 6 << 3: an account. C, 2 << 3: a contract.
        [0x30 | 0x10, key @ ..] if N == 35 => Some(found.warned(text, key)),
        // M, 12 << 3.
        [0x60, rest @ ..] if N == 43 => {
            let (key, id) = rest.split_last_chunk::<8>()?;
            Some(found.with_memo(Some(u64::from_be_bytes(*id).to_string())).warned(text, key))
        }
        _ => None,
    }
}

/// A public key and the last four bytes of its SHA-512/256.
fn algorand(text: &str) -> Option<Found> {
    let bytes: [u8; 36] = base32::decode(text)?;
    let (key, sum) = bytes.split_last_chunk::<4>()?;
    let fits = Sha512_256::digest(key).ends_with(sum);
    fits.then(|| Found::address(Network::Algorand, Check::Checksum).warned(text, key))
}
