//! TON (TEP-2): workchain and account as `0:hex`, or in base64 with flags and CRC-16.

use crate::address::Found;
use crate::encoding::base64;
use crate::encoding::crc::crc16;
use crate::encoding::hex;
use crate::item::Check;
use crate::network::{Network, Networks};

/// Characters of the form with flags.
pub(super) const FRIENDLY: usize = 48;

/// `EQ…` and `UQ…` (bounceable or not), `kQ…` and `0Q…` on the test network; `Ef…` and `Uf…` on the masterchain.
pub(super) fn friendly(text: &str) -> Option<Found> {
    if text.len() != FRIENDLY || !has_flags(text) {
        return None;
    }
    let bytes: [u8; 36] = base64::decode(text)?;
    let (payload, sum) = bytes.split_last_chunk::<2>()?;
    let [flags, workchain, account @ ..] = payload else { return None };
    let network = match flags {
        0x11 | 0x51 => Network::Ton,
        0x91 | 0xd1 => Network::TonTestnet,
        _ => return None,
    };
    let fits = matches!(workchain, 0 | 0xff) && crc16(payload).to_be_bytes() == *sum;
    fits.then(|| Found::address(network, Check::Checksum).warned(text, account))
}

/// Tells whether the first two characters are those that flags and workchain make.
pub(crate) fn has_flags(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [b'E' | b'U' | b'k' | b'0', b'Q', ..] | [b'E' | b'U' | b'k' | b'0', b'f', ..]
    )
}

/// `0:` or `-1:` and sixty-four digits: no checksum, and no word of which network.
pub(super) fn raw(text: &str) -> Option<Found> {
    let digits = text.strip_prefix("0:").or_else(|| text.strip_prefix("-1:"))?;
    let account: [u8; 32] = hex::decode(digits)?;
    let networks = Networks::of(Network::Ton).with(Network::TonTestnet);
    Some(Found::address(networks, Check::Shape).warned(text, &account))
}
