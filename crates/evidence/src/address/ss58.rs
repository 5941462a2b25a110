//! SS58 of Polkadot and Substrate: a number of one or two bytes for the network, 32 bytes of key, and two bytes of
//! BLAKE2b-512 over `SS58PRE` and what stands before them (docs.polkadot.com, SS58; ss58-registry).

use blake2::{Blake2b512, Digest as _};

use crate::address::Found;
use crate::encoding::base58::{self, Letters};
use crate::item::Check;
use crate::network::Network;

const KEY: usize = 32;
const SUM: usize = 2;

pub(super) fn exact(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Bitcoin)?;
    let bytes = bytes.as_slice();
    let prefix = prefix(bytes)?;
    let (payload, sum) = bytes.split_last_chunk::<SUM>()?;
    let hash = Blake2b512::new().chain_update(b"SS58PRE").chain_update(payload).finalize();
    let key = payload.get(payload.len().checked_sub(KEY)?..)?;
    hash.starts_with(sum)
        .then(|| Found::address(network(prefix), Check::Checksum).warned(text, key))
}

/// Numbers below 64 are one byte; above, fourteen bits are spread over two.
fn prefix(bytes: &[u8]) -> Option<u16> {
    match (bytes.len(), bytes) {
        (35, [one @ 0..64, ..]) => Some(u16::from(*one)),
        (36, [first @ 64..128, second, ..]) => {
            let low = (first & 0b11_1111) << 2 | second >> 6;
            Some(u16::from(low) | u16::from(second & 0b11_1111) << 8)
        }
        _ => None,
    }
}

fn network(prefix: u16) -> Network {
    match prefix {
        0 => Network::Polkadot,
        2 => Network::Kusama,
        5 => Network::Astar,
        10 => Network::Acala,
        _ => Network::Substrate,
    }
}
