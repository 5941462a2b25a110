//! Monero: base58 in blocks of eleven characters for eight bytes, and the first four bytes of Keccak-256 at the end.

use sha3::{Digest as _, Keccak256};

use crate::address::Found;
use crate::encoding::base58::Letters;
use crate::item::Check;
use crate::network::Network;

const BLOCK: usize = 8;
/// Characters of a block of so many bytes.
const CHARACTERS: [usize; BLOCK + 1] = [0, 2, 3, 5, 6, 7, 9, 10, 11];

pub(super) fn exact(text: &str) -> Option<Found> {
    let mut room = [0u8; 80];
    let len = decode(text, &mut room)?;
    let (payload, sum) = room.get(..len)?.split_last_chunk::<4>()?;
    if !Keccak256::digest(payload).starts_with(sum) {
        return None;
    }
    // Network byte, two keys, and in an integrated address eight bytes of payment id.
    let (network, key_bytes) = match payload.first()? {
        18 | 42 => (Network::Monero, 64),
        19 => (Network::Monero, 72),
        53 | 63 | 24 | 36 => (Network::MoneroTestnet, 64),
        54 | 25 => (Network::MoneroTestnet, 72),
        _ => return None,
    };
    let id = payload.get(65..).filter(|id| !id.is_empty());
    let memo = id.map(|id| id.iter().map(|byte| format!("{byte:02x}")).collect());
    (payload.len() == key_bytes + 1)
        .then(|| Found::address(network, Check::Checksum).with_memo(memo).warned(text, &[]))
}

fn decode(text: &str, room: &mut [u8]) -> Option<usize> {
    let mut len = 0;
    for block in text.as_bytes().chunks(11) {
        let size = CHARACTERS.iter().position(|characters| *characters == block.len())?;
        let number = block.iter().try_fold(0u64, |all, byte| {
            let digit = Letters::Bitcoin.all().iter().position(|it| it == byte)?;
            all.checked_mul(58)?.checked_add(u64::try_from(digit).ok()?)
        })?;
        let bytes = number.to_be_bytes();
        let (unused, used) = bytes.split_at_checked(BLOCK - size)?;
        if unused.iter().any(|byte| *byte != 0) {
            return None;
        }
        room.get_mut(len..len + size)?.copy_from_slice(used);
        len += size;
    }
    Some(len)
}
