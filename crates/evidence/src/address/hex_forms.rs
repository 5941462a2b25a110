//! What is written in hexadecimal digits: EVM addresses (EIP-55), hashes, Tron's other form of addresses.

use crate::address::{BARE_HASH, Found, PREFIXED_HASH};
use crate::encoding::hex::{Eip55, decode, eip55, is_hex};
use crate::item::Check;
use crate::network::{Network, Networks};
use crate::problem::Problem;

pub(super) const ADDRESS: usize = 40;
pub(super) const HASH: usize = 64;

/// `0x` and forty digits: an address on every EVM chain. `0x` and sixty-four: a transaction id.
pub(super) fn prefixed(text: &str, digits: usize) -> Option<Found> {
    let body = text.get(2..).filter(|body| is_hex(body))?;
    match digits {
        ADDRESS => {
            let payload: [u8; 20] = decode(body)?;
            Some(evm(body).warned(text, &payload))
        }
        HASH => Some(Found::tx(PREFIXED_HASH)),
        _ => None,
    }
}

fn evm(body: &str) -> Found {
    let found = |check| Found::address(Networks::EVM, check);
    match eip55(body) {
        Eip55::None => found(Check::Shape),
        Eip55::Right => found(Check::Checksum),
        // One letter in the wrong case is a slip of the hand. Several are what another digit anywhere does to the hash.
        Eip55::Wrong { count: 1, first } => {
            let expected = body.chars().nth(first).map(flipped);
            found(Check::Checksum)
                .with_problem(Problem::ChangedCharacter { position: first + 2, expected })
        }
        Eip55::Wrong { .. } => found(Check::Checksum).with_problem(Problem::WrongChecksum),
    }
}

fn flipped(c: char) -> char {
    if c.is_ascii_uppercase() { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() }
}

/// Sixty-four digits: a transaction id on many chains. Forty-two that begin with 41: Tron's hexadecimal form. Forty with
/// the checksum of EIP-55: an address without its `0x`.
pub(super) fn bare(text: &str) -> Option<Found> {
    if !is_hex(text) {
        return None;
    }
    match text.len() {
        HASH if !text.bytes().all(|byte| byte.is_ascii_digit()) => Some(Found::tx(BARE_HASH)),
        42 if text.starts_with("41") => {
            let payload: [u8; 21] = decode(text)?;
            let found = Found::address(Network::Tron, Check::Shape);
            Some(found.warned(text, payload.get(1..).unwrap_or_default()))
        }
        ADDRESS if eip55(text) == Eip55::Right => {
            let found = Found::address(Networks::EVM, Check::Checksum);
            Some(found.with_problem(Problem::MissingPrefix))
        }
        _ => None,
    }
}

/// Tells whether this can be the beginning of a value of hexadecimal digits whose rest stands behind a space.
pub(crate) fn is_begun(text: &str) -> bool {
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(body) => body.len() >= 2 && is_hex(body) && !matches!(body.len(), HASH..),
        None => {
            (8..HASH).contains(&text.len())
                && is_hex(text)
                && text.bytes().any(|byte| byte.is_ascii_digit())
                && text.bytes().any(|byte| byte.is_ascii_alphabetic())
        }
    }
}
