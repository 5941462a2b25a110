//! Addresses and signatures in Bitcoin's base58: version byte, hash and checksum, or bare bytes.

use crate::address::{Found, monero, ss58};
use crate::encoding::base58::{self, Letters, checked, is_base58};
use crate::encoding::crc::crc32;
use crate::item::Check;
use crate::network::{Network, Networks};

/// Version bytes before a hash of twenty bytes, and the networks that use them.
/// `1…` is Bitcoin and Bitcoin Cash, `3…` is both and Litecoin before 2018; test networks share theirs as well.
#[rustfmt::skip]
const VERSIONS: &[(&[u8], &[Network])] = &[
    (&[0x00], &[Network::Bitcoin, Network::BitcoinCash]),
    (&[0x05], &[Network::Bitcoin, Network::BitcoinCash, Network::Litecoin]),
    (&[0x30], &[Network::Litecoin]),
    (&[0x32], &[Network::Litecoin]),
    (&[0x1e], &[Network::Dogecoin]),
    (&[0x16], &[Network::Dogecoin]),
    (&[0x41], &[Network::Tron]),
    (&[0x4c], &[Network::Dash]),
    (&[0x10], &[Network::Dash]),
    (&[0x6f], &[Network::BitcoinTestnet, Network::BitcoinCashTestnet, Network::LitecoinTestnet]),
    (&[0xc4], &[Network::BitcoinTestnet, Network::BitcoinCashTestnet, Network::LitecoinTestnet]),
    (&[0x3a], &[Network::LitecoinTestnet]),
    (&[0x71], &[Network::DogecoinTestnet]),
    // Zcash, transparent: two bytes (protocol specification, 5.6.1.1).
    (&[0x1c, 0xb8], &[Network::Zcash]),
    (&[0x1c, 0xbd], &[Network::Zcash]),
    (&[0x1d, 0x25], &[Network::ZcashTestnet]),
    (&[0x1c, 0xba], &[Network::ZcashTestnet]),
    // Tezos: tz1, tz2, tz3, tz4 and KT1.
    (&[0x06, 0xa1, 0x9f], &[Network::Tezos]),
    (&[0x06, 0xa1, 0xa1], &[Network::Tezos]),
    (&[0x06, 0xa1, 0xa4], &[Network::Tezos]),
    (&[0x06, 0xa1, 0xa6], &[Network::Tezos]),
    (&[0x02, 0x5a, 0x79], &[Network::Tezos]),
];

/// Prefix of an operation of Tezos, before a hash of 32 bytes.
const TEZOS_OPERATION: &[u8] = &[0x05, 0x74];
const HASH: usize = 20;

pub(super) fn exact(text: &str) -> Option<Found> {
    if !(25..=130).contains(&text.len()) || !text.bytes().all(is_base58) {
        return None;
    }
    match text.len() {
        95 | 106 => monero::exact(text).or_else(|| byron(text)),
        86..=88 => solana_signature(text),
        25..=36 => hashed(text).or_else(|| solana_address(text)),
        37..=45 => solana_address(text),
        46..=50 => ss58::exact(text),
        51 => tezos_operation(text),
        _ => byron(text),
    }
}

fn hashed(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Bitcoin)?;
    let payload = versioned(bytes.as_slice())?;
    let (_, networks) = payload;
    let hash = bytes.as_slice().get(bytes.as_slice().len() - HASH - 4..)?;
    Some(Found::address(networks, Check::Checksum).warned(text, hash.get(..HASH)?))
}

/// Gives length of the version and networks, if version, length and checksum fit.
pub(super) fn versioned(bytes: &[u8]) -> Option<(usize, Networks)> {
    let version_len = bytes.len().checked_sub(HASH + 4)?;
    let version = bytes.get(..version_len)?;
    let (_, networks) = VERSIONS.iter().find(|(known, _)| *known == version)?;
    checked(bytes)?;
    Some((version_len, Networks::from_slice(networks)))
}

/// Thirty-two bytes without a checksum. An alphabet of sixty-two would rarely decode to just as many, and words never
/// mix digits and both cases; more than that cannot be asked.
fn solana_address(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Bitcoin)?;
    let looks = text.bytes().any(|byte| byte.is_ascii_digit());
    (looks && bytes.as_slice().len() == 32)
        .then(|| Found::address(Network::Solana, Check::Shape).warned(text, bytes.as_slice()))
}

/// Sixty-four bytes: a signature, which Solana uses as transaction id.
fn solana_signature(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Bitcoin)?;
    (bytes.as_slice().len() == 64).then(|| Found::tx(Network::Solana))
}

fn tezos_operation(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Bitcoin)?;
    let payload = checked(bytes.as_slice())?;
    let fits = payload.starts_with(TEZOS_OPERATION) && payload.len() == 34;
    fits.then(|| Found { check: Check::Checksum, ..Found::tx(Network::Tezos) })
}

/// Cardano's first addresses (CIP-19): CBOR of [tag 24 of bytes, CRC-32 of those bytes].
fn byron(text: &str) -> Option<Found> {
    let bytes = base58::decode(text, Letters::Bitcoin)?;
    let inner = bytes.as_slice().strip_prefix(&[0x82, 0xd8, 0x18])?;
    let (len, rest) = match inner {
        [0x58, len, rest @ ..] => (usize::from(*len), rest),
        [short @ 0x40..0x58, rest @ ..] => (usize::from(*short - 0x40), rest),
        _ => return None,
    };
    let (payload, sum) = rest.split_at_checked(len)?;
    let stated = match sum {
        [0x1a, a, b, c, d] => u32::from_be_bytes([*a, *b, *c, *d]),
        // Small numbers are shorter in CBOR; a checksum below 65,536 comes once in 65,536 addresses.
        [0x19, a, b] => u32::from(u16::from_be_bytes([*a, *b])),
        _ => return None,
    };
    // The attribute 2 carries the number of a test network; the main network has none.
    let network = if text.starts_with("2") || text.starts_with("37") {
        Network::CardanoTestnet
    } else {
        Network::Cardano
    };
    (crc32(payload) == stated).then(|| Found::address(network, Check::Checksum).warned(text, &[]))
}
