//! Addresses and hashes that are right for their network, so that whatever checks them has nothing to complain of. Nobody
//! holds their keys.

use sha2::{Digest as _, Sha256};

use super::dice::Dice;

/// How a network writes addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    Evm,
    /// Base58 with four bytes of checksum after this version byte.
    Base58(u8),
    /// The same in Ripple's order of letters.
    Ripple,
}

const BITCOIN_LETTERS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const RIPPLE_LETTERS: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

/// An address that nobody holds.
pub fn address(grammar: Grammar, dice: &mut Dice) -> String {
    let payload: [u8; 20] = dice.bytes();
    match grammar {
        // One case only: such an address has no checksum to be wrong.
        Grammar::Evm => format!("0x{}", hex::encode(payload)),
        Grammar::Base58(version) => base58check(version, &payload, BITCOIN_LETTERS),
        Grammar::Ripple => base58check(0, &payload, RIPPLE_LETTERS),
    }
}

/// A transaction hash that stands on no chain.
pub fn tx_hash(grammar: Grammar, dice: &mut Dice) -> String {
    let hash: [u8; 32] = dice.bytes();
    match grammar {
        Grammar::Evm => format!("0x{}", hex::encode(hash)),
        Grammar::Base58(_) => hex::encode(hash),
        Grammar::Ripple => hex::encode_upper(hash),
    }
}

fn base58check(version: u8, payload: &[u8; 20], letters: &[u8; 58]) -> String {
    let mut bytes = vec![version];
    bytes.extend_from_slice(payload);
    let check = Sha256::digest(Sha256::digest(&bytes));
    bytes.extend(check.iter().take(4));
    base58(&bytes, letters)
}

fn base58(bytes: &[u8], letters: &[u8; 58]) -> String {
    let mut digits: Vec<u32> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += *digit * 256;
            *digit = carry % 58;
            carry /= 58;
        }
        while carry > 0 {
            digits.push(carry % 58);
            carry /= 58;
        }
    }
    let zeros = bytes.iter().take_while(|byte| **byte == 0).map(|_| 0);
    let places = zeros.chain(digits.into_iter().rev());
    places
        .filter_map(|digit| letters.get(usize::try_from(digit).ok()?).copied().map(char::from))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_pass_the_check_of_their_network() {
        let mut dice = Dice::named("addresses");
        for (grammar, network) in [
            (Grammar::Evm, "ethereum"),
            (Grammar::Base58(0x41), "tron"),
            (Grammar::Base58(0x00), "bitcoin"),
            (Grammar::Base58(0x30), "litecoin"),
            (Grammar::Base58(0x1e), "dogecoin"),
            (Grammar::Ripple, "xrp"),
        ] {
            let address = address(grammar, &mut dice);
            let found = crate::evidence::find(&format!("to {address}"));
            let sound = found.iter().any(|item| item.problem.is_none());
            assert!(sound, "{network}: {address}: {found:?}");
        }
    }
}
