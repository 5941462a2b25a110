//! The XRP Ledger: classic addresses, and X-addresses that carry the destination tag (XLS-5d).

use crate::address::Found;
use crate::encoding::base58::{self, Letters, checked, is_base58};
use crate::item::Check;
use crate::network::Network;
use crate::problem::Problem;

pub(super) fn exact(text: &str) -> Option<Found> {
    let first = text.bytes().next()?;
    match (first, text.len()) {
        (b'r', 25..=35) if text.bytes().all(is_base58) => classic(text),
        (b'X' | b'T', 46 | 47) if text.bytes().all(is_base58) => packed(text),
        _ => None,
    }
}

fn classic(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Xrp)?;
    let account = account(bytes.as_slice())?;
    Some(Found::address(Network::Xrp, Check::Checksum).warned(text, account))
}

/// Version 0 and twenty bytes.
pub(super) fn account(bytes: &[u8]) -> Option<&[u8]> {
    // Form first: the checksum is what costs.
    let is_form = bytes.len() == 25 && bytes.first() == Some(&0);
    if is_form { checked(bytes)?.strip_prefix(&[0]) } else { None }
}

fn packed(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Xrp)?;
    let payload: &[u8; 31] = checked(bytes.as_slice())?.try_into().ok()?;
    let (network, body) = match payload {
        [0x05, 0x44, body @ ..] => (Network::Xrp, body),
        [0x04, 0x93, body @ ..] => (Network::XrpTestnet, body),
        _ => return None,
    };
    let found = Found::address(network, Check::Checksum);
    let (account, rest) = body.split_first_chunk::<20>()?;
    match rest {
        [0, 0, 0, 0, 0, 0, 0, 0, 0] => Some(found.warned(text, account)),
        [1, tag @ .., 0, 0, 0, 0] => {
            let tag = u32::from_le_bytes(tag.try_into().ok()?);
            Some(found.with_memo(Some(tag.to_string())).warned(text, account))
        }
        // Tags of 64 bits are reserved, and no software makes them.
        _ => Some(found.with_problem(Problem::Malformed)),
    }
}
