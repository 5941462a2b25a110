//! Tickers, and the networks on which each is at home.

use crate::network::{Network, Networks};
use crate::options::{Heads, Options};

/// How a ticker must be written to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No word of a language: in any case.
    Any,
    /// A word as well (sol, near, dot): in capitals, or behind a number.
    Upper,
    /// A word that people shout, or that stands behind numbers (not, try, link): in capitals and behind a number.
    Counted,
}

use Case::{Any, Counted, Upper};

const NONE: &[Network] = &[];
/// Tokens and ether are issued, bridged and wrapped on every EVM chain, and customers send them there: a row with
/// Ethereum stands for all of them.
const ETHER: &[Network] = &[Network::Ethereum];
#[rustfmt::skip]
const USDT: &[Network] = &[
    Network::Ethereum, Network::Tron, Network::Solana, Network::Ton, Network::Aptos, Network::Near, Network::Kava, Network::Polkadot,
    Network::Tezos,
];
#[rustfmt::skip]
const USDC: &[Network] = &[
    Network::Ethereum, Network::Solana, Network::Stellar, Network::Algorand, Network::Noble, Network::Near, Network::Sui, Network::Aptos,
    Network::Hedera, Network::Polkadot,
];
const ERC20: &[Network] = &[Network::Ethereum];

/// Sorted by ticker.
#[rustfmt::skip]
const TICKERS: &[(&str, Case, &[Network])] = &[
    ("AAVE", Any, ERC20), ("ADA", Upper, &[Network::Cardano]), ("AED", Upper, NONE), ("ALGO", Upper, &[Network::Algorand]),
    ("APE", Counted, ERC20), ("APT", Upper, &[Network::Aptos]), ("ARB", Upper, &[Network::Arbitrum, Network::Ethereum]),
    ("ATOM", Upper, &[Network::Cosmos]), ("AUD", Upper, NONE), ("AVAX", Any, &[Network::Avalanche]), ("AXS", Any, &[Network::Ronin, Network::Ethereum]),
    ("BCH", Any, &[Network::BitcoinCash]), ("BNB", Any, &[Network::Bsc, Network::OpBnb, Network::BnbBeacon]), ("BONK", Any, &[Network::Solana]),
    ("BRL", Upper, NONE), ("BTC", Any, &[Network::Bitcoin]), ("BTTC", Any, &[Network::Tron]), ("BUSD", Any, &[Network::Bsc, Network::Ethereum]),
    ("CAD", Upper, NONE), ("CAKE", Counted, &[Network::Bsc]), ("CET", Upper, NONE), ("CHF", Upper, NONE), ("CNY", Any, NONE), ("COMP", Counted, ERC20),
    ("CRO", Upper, &[Network::Cronos, Network::CryptoOrg]), ("CRV", Any, ERC20), ("DAI", Upper, &[Network::Ethereum, Network::Polygon, Network::Bsc, Network::Gnosis]),
    ("DASH", Upper, &[Network::Dash]), ("DOGE", Any, &[Network::Dogecoin]), ("DOT", Upper, &[Network::Polkadot]),
    ("DYDX", Any, &[Network::Dydx, Network::Ethereum]), ("EOS", Upper, NONE), ("ETC", Upper, &[Network::EthereumClassic]), ("ETH", Any, ETHER),
    ("EUR", Any, NONE), ("FDUSD", Any, &[Network::Bsc, Network::Ethereum]), ("FIL", Upper, &[Network::Filecoin]), ("FLOKI", Any, &[Network::Bsc, Network::Ethereum]),
    ("FTM", Any, &[Network::Fantom]), ("GALA", Counted, ERC20), ("GBP", Any, NONE), ("GMX", Any, &[Network::Arbitrum, Network::Avalanche]),
    ("GRT", Any, ERC20), ("HBAR", Any, &[Network::Hedera]), ("HKD", Any, NONE), ("HT", Counted, NONE), ("HYPE", Counted, &[Network::HyperEvm]),
    ("ICP", Upper, NONE), ("IDR", Upper, NONE), ("IMX", Any, ERC20), ("INJ", Any, &[Network::Injective]), ("INR", Any, NONE), ("JPY", Any, NONE), ("JUP", Upper, &[Network::Solana]),
    ("KAS", Upper, &[Network::Kaspa]), ("KAVA", Upper, &[Network::Kava]), ("KCS", Upper, &[Network::Kcc]), ("KRW", Any, NONE), ("KSM", Any, &[Network::Kusama]),
    ("LDO", Any, ERC20), ("LINK", Counted, ERC20), ("LTC", Any, &[Network::Litecoin]), ("LUNA", Upper, &[Network::Terra]), ("LUNC", Any, &[Network::Terra]),
    ("MANA", Upper, ERC20), ("MATIC", Any, &[Network::Polygon, Network::Ethereum]), ("MKR", Any, ERC20), ("MNT", Upper, &[Network::Mantle]),
    ("MX", Counted, NONE), ("NEAR", Upper, &[Network::Near]), ("NEO", Upper, NONE), ("NOT", Counted, &[Network::Ton]), ("OKB", Any, &[Network::XLayer, Network::Ethereum]),
    ("OKT", Any, &[Network::Okc]), ("ONDO", Any, ERC20), ("OP", Upper, &[Network::Optimism]), ("ORDI", Any, &[Network::Bitcoin]), ("OSMO", Any, &[Network::Osmosis]),
    ("PEPE", Any, ERC20), ("POL", Upper, &[Network::Polygon, Network::Ethereum]), ("PYUSD", Any, &[Network::Ethereum, Network::Solana]), ("RON", Upper, &[Network::Ronin]),
    ("RUB", Any, NONE), ("RUNE", Upper, &[Network::Thorchain]), ("SATS", Upper, &[Network::Bitcoin]), ("SEI", Upper, &[Network::Sei, Network::SeiEvm]), ("SGD", Any, NONE),
    ("SHIB", Any, ERC20), ("SNX", Any, ERC20), ("SOL", Upper, &[Network::Solana]), ("STX", Upper, NONE), ("SUI", Upper, &[Network::Sui]), ("TAO", Upper, &[Network::Bittensor]),
    ("TIA", Upper, &[Network::Celestia]), ("TON", Upper, &[Network::Ton]), ("TRX", Any, &[Network::Tron]), ("TRY", Counted, NONE),
    ("TUSD", Any, &[Network::Ethereum, Network::Tron, Network::Bsc]), ("TWD", Any, NONE), ("UNI", Upper, ERC20), ("USD", Any, NONE), ("USDC", Any, USDC), ("USDD", Any, &[Network::Tron]),
    ("USDE", Any, ERC20), ("USDT", Any, USDT), ("USTC", Any, &[Network::Terra]), ("VET", Upper, NONE), ("VND", Any, NONE), ("WBTC", Any, ERC20), ("WETH", Any, ETHER),
    ("WIF", Upper, &[Network::Solana]), ("WLD", Upper, &[Network::WorldChain, Network::Optimism]), ("XAUT", Any, ERC20), ("XBT", Any, &[Network::Bitcoin]), ("XEM", Any, NONE),
    ("XLM", Any, &[Network::Stellar]), ("XMR", Any, &[Network::Monero]), ("XPL", Upper, &[Network::Plasma]), ("XRP", Any, &[Network::Xrp]), ("XTZ", Any, &[Network::Tezos]),
    ("ZEC", Any, &[Network::Zcash]), ("ZIL", Upper, NONE), ("ZK", Upper, &[Network::ZkSync]), ("ZRO", Upper, NONE),
];

/// The first two letters of all of them.
pub(crate) const HEADS: Heads = {
    let (mut heads, mut rest) = (Heads::NONE, TICKERS);
    while let Some((first, others)) = rest.split_first() {
        heads = heads.with(first.0);
        rest = others;
    }
    heads
};

const SHORTEST: usize = 2;
const LONGEST: usize = 10;

/// A ticker that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ticker<'a> {
    /// In capitals.
    pub name: &'a str,
    pub case: Case,
    pub networks: Networks,
}

/// Letters and digits, a letter among them.
pub(crate) fn has_form(name: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Finds a ticker, in any case.
pub(crate) fn find<'a>(name: &str, options: &'a Options) -> Option<Ticker<'a>> {
    if !(SHORTEST..=LONGEST).contains(&name.len()) {
        return None;
    }
    let mut upper = [0; LONGEST];
    let upper = upper.get_mut(..name.len())?;
    upper.copy_from_slice(name.as_bytes());
    upper.make_ascii_uppercase();
    let known = |ticker: &&(&str, Case, &[Network])| ticker.0.as_bytes() == upper;
    if let Some((name, case, networks)) = nearby(upper).iter().find(known) {
        return Some(Ticker { name, case: *case, networks: homes(networks) });
    }
    let own = options.tickers.binary_search_by(|it| it.as_bytes().cmp(upper)).ok()?;
    let name = options.tickers.get(own)?;
    Some(Ticker { name, case: Upper, networks: Networks::EMPTY })
}

/// The tickers with the same first two letters.
fn nearby(upper: &[u8]) -> &'static [(&'static str, Case, &'static [Network])] {
    let head = upper.get(..SHORTEST).unwrap_or_default();
    let start = TICKERS.partition_point(|(name, ..)| name.as_bytes() < head);
    let rest = TICKERS.get(start..).unwrap_or_default();
    let len = rest.iter().take_while(|(name, ..)| name.as_bytes().starts_with(head)).count();
    rest.get(..len).unwrap_or_default()
}

/// Tells whether a ticker is that of a coin that is worth one of this currency, so that its sign may stand before the sum.
pub(crate) fn is_dollar(currency: &str, ticker: &str) -> bool {
    currency == "USD"
        && ["USD", "USDT", "USDC", "USDE", "USDD", "BUSD", "DAI", "FDUSD", "PYUSD", "TUSD"]
            .contains(&ticker)
}

/// Tells whether the word may stand for its ticker without a number beside it.
pub(crate) fn stands_alone(word: &str, case: Case) -> bool {
    case == Any || (case == Upper && is_upper(word))
}

/// Tells whether the word may be what the number before it counts.
pub(crate) fn is_counted(word: &str, case: Case) -> bool {
    case != Counted || is_upper(word)
}

fn is_upper(word: &str) -> bool {
    word.bytes().all(|byte| !byte.is_ascii_lowercase())
}

/// The networks of a ticker; empty for what is unknown and for money of states.
pub(crate) fn networks(name: &str) -> Networks {
    let row = TICKERS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name));
    row.map_or(Networks::EMPTY, |(.., networks)| homes(networks))
}

fn homes(networks: &[Network]) -> Networks {
    let set = Networks::from_slice(networks);
    if set.contains(Network::Ethereum) { set.union(Networks::EVM) } else { set }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_of_the_form() {
        assert!(TICKERS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(
            TICKERS.iter().all(|(name, ..)| has_form(name) && *name == name.to_ascii_uppercase())
        );
    }

    #[test]
    fn finds_in_any_case_and_what_was_added() {
        let options = Options::default().with_tickers(["xyz", "to long", "1INCH"]);
        let name = |text| find(text, &options).map(|it| it.name);
        assert_eq!(name("uSdt"), Some("USDT"));
        assert_eq!(name("xyz"), Some("XYZ"));
        assert_eq!(name("1inch"), Some("1INCH"));
        assert_eq!(name("hello"), None);
        assert_eq!(name(""), None);
        assert_eq!(networks("btc").single(), Some(Network::Bitcoin));
    }

    #[test]
    fn words_are_tickers_in_capitals_only() {
        assert!(
            stands_alone("btc", Any) && stands_alone("SOL", Upper) && !stands_alone("sol", Upper)
        );
    }
}
