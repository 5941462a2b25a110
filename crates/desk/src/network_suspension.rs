//! Networks on which nothing can be sent or received now, as the exchange says: shown where somebody is about to write about
//! them, and gone when they work again.

pub(crate) mod actions;
mod sql;
pub mod view;

use crate::form::NETWORKS;
use crate::time::Timestamp;

pub use sql::ALL;

/// A network that does not work in at least one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// The exchange's name of the network: `TRON`.
    pub network: String,
    /// `None`: every coin on it.
    pub asset: Option<String>,
    pub can_deposit: bool,
    pub can_withdraw: bool,
    pub since: Timestamp,
    /// When it is meant to work again.
    pub resumes_at: Option<Timestamp>,
    /// When the exchange said so last.
    pub as_of: Timestamp,
}

/// Names that exchanges give to networks, beside the stable ones.
const ALIASES: &[(&str, &str)] = &[
    ("btc", "bitcoin"),
    ("erc20", "ethereum"),
    ("eth", "ethereum"),
    ("trc20", "tron"),
    ("trx", "tron"),
    ("bep20", "bsc"),
    ("sol", "solana"),
    ("spl", "solana"),
    ("matic", "polygon"),
    ("pol", "polygon"),
    ("arb", "arbitrum"),
    ("op", "optimism"),
    ("avaxc", "avalanche"),
    ("xrpl", "xrp"),
    ("ripple", "xrp"),
    ("xlm", "stellar"),
    ("ltc", "litecoin"),
    ("doge", "dogecoin"),
    ("bch", "bitcoin-cash"),
    ("ada", "cardano"),
    ("dot", "polkadot"),
    ("atom", "cosmos"),
    ("algo", "algorand"),
    ("kas", "kaspa"),
    ("apt", "aptos"),
];

/// The stable name of a network by whatever an exchange or a customer calls it; its own name in lower case for one that is not
/// known.
fn stable(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let bare: String = lower.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == bare).map(|(_, stable)| *stable);
    alias.map_or(lower, str::to_owned)
}

/// A network's name as people write it, the same as in forms, whatever the exchange calls it; the exchange's own name for one
/// that is not known.
pub fn written(network: &str) -> String {
    let stable = stable(network);
    let known = NETWORKS.iter().find(|(name, _)| *name == stable);
    known.map_or(network, |(_, written)| *written).to_owned()
}

impl Suspension {
    /// Whether what somebody writes about is on it. Without a coin it is about every coin.
    pub fn concerns(&self, network: Option<&str>, asset: Option<&str>) -> bool {
        let is_network = network.is_some_and(|named| stable(named) == stable(&self.network));
        let coin = self.asset.as_deref().zip(asset.filter(|asset| !asset.is_empty()));
        is_network && coin.is_none_or(|(suspended, named)| suspended.eq_ignore_ascii_case(named))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_written_as_in_forms() {
        for (network, expected) in [
            ("TRON", "Tron (TRC-20)"),
            ("trc20", "Tron (TRC-20)"),
            ("BSC", "BNB Smart Chain (BEP-20)"),
            ("XRPL", "XRP Ledger"),
            ("Hedera", "Hedera"),
            ("USDT-LINEA", "USDT-LINEA"),
        ] {
            assert_eq!(written(network), expected);
        }
    }

    #[test]
    fn names_of_one_network_are_one() {
        let at = Timestamp::from_micros(0);
        let of = |network: &str, asset: Option<&str>| Suspension {
            network: network.to_owned(),
            asset: asset.map(str::to_owned),
            can_deposit: false,
            can_withdraw: true,
            since: at,
            resumes_at: None,
            as_of: at,
        };
        for (suspended, coin, network, asset, is_meant) in [
            ("TRON", None, Some("tron"), None, true),
            ("TRC-20", None, Some("tron"), Some("USDT"), true),
            ("XRPL", None, Some("xrp"), None, true),
            ("POLYGON", Some("USDT"), Some("polygon"), Some("usdt"), true),
            ("POLYGON", Some("USDT"), Some("polygon"), Some("USDC"), false),
            ("POLYGON", Some("USDT"), Some("polygon"), None, true),
            ("POLYGON", None, Some("tron"), None, false),
            ("POLYGON", None, None, Some("USDT"), false),
            ("Hedera", None, Some("hedera"), None, true),
        ] {
            let said = of(suspended, coin).concerns(network, asset);
            assert_eq!(said, is_meant, "{suspended} {coin:?}: {network:?} {asset:?}");
        }
    }
}
