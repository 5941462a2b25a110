//! Our own way to an explorer: one well-known one for each network. A link that somebody sent is never followed; what it
//! points to is shown on the explorer that we choose.

use crate::item::TargetKind;
use crate::network::Network;

/// Where a network's transactions and addresses are shown: what stands before the value.
struct Explorer {
    network: Network,
    tx: &'static str,
    address: &'static str,
}

macro_rules! explorers {
    ($($network:ident $tx:literal $address:literal;)*) => {
        &[$(Explorer { network: Network::$network, tx: $tx, address: $address },)*]
    };
}

const EXPLORERS: &[Explorer] = explorers! {
    Bitcoin "https://mempool.space/tx/" "https://mempool.space/address/";
    BitcoinCash "https://blockchair.com/bitcoin-cash/transaction/" "https://blockchair.com/bitcoin-cash/address/";
    Litecoin "https://litecoinspace.org/tx/" "https://litecoinspace.org/address/";
    Dogecoin "https://dogechain.info/tx/" "https://dogechain.info/address/";
    Dash "https://blockchair.com/dash/transaction/" "https://blockchair.com/dash/address/";
    Zcash "https://blockchair.com/zcash/transaction/" "https://blockchair.com/zcash/address/";
    Ethereum "https://etherscan.io/tx/" "https://etherscan.io/address/";
    Bsc "https://bscscan.com/tx/" "https://bscscan.com/address/";
    Polygon "https://polygonscan.com/tx/" "https://polygonscan.com/address/";
    Arbitrum "https://arbiscan.io/tx/" "https://arbiscan.io/address/";
    Optimism "https://optimistic.etherscan.io/tx/" "https://optimistic.etherscan.io/address/";
    Base "https://basescan.org/tx/" "https://basescan.org/address/";
    Avalanche "https://snowscan.xyz/tx/" "https://snowscan.xyz/address/";
    Linea "https://lineascan.build/tx/" "https://lineascan.build/address/";
    Scroll "https://scrollscan.com/tx/" "https://scrollscan.com/address/";
    ZkSync "https://explorer.zksync.io/tx/" "https://explorer.zksync.io/address/";
    Mantle "https://mantlescan.xyz/tx/" "https://mantlescan.xyz/address/";
    Blast "https://blastscan.io/tx/" "https://blastscan.io/address/";
    Gnosis "https://gnosisscan.io/tx/" "https://gnosisscan.io/address/";
    Celo "https://celoscan.io/tx/" "https://celoscan.io/address/";
    Tron "https://tronscan.org/#/transaction/" "https://tronscan.org/#/address/";
    Solana "https://solscan.io/tx/" "https://solscan.io/account/";
    Xrp "https://livenet.xrpl.org/transactions/" "https://livenet.xrpl.org/accounts/";
    Cardano "https://cardanoscan.io/transaction/" "https://cardanoscan.io/address/";
    Stellar "https://stellar.expert/explorer/public/tx/" "https://stellar.expert/explorer/public/account/";
    Ton "https://tonviewer.com/transaction/" "https://tonviewer.com/";
    Near "https://nearblocks.io/txns/" "https://nearblocks.io/address/";
    Aptos "https://explorer.aptoslabs.com/txn/" "https://explorer.aptoslabs.com/account/";
    Sui "https://suiscan.xyz/mainnet/tx/" "https://suiscan.xyz/mainnet/account/";
    OpBnb "https://opbnbscan.com/tx/" "https://opbnbscan.com/address/";
    Sonic "https://sonicscan.org/tx/" "https://sonicscan.org/address/";
    Unichain "https://uniscan.xyz/tx/" "https://uniscan.xyz/address/";
    Berachain "https://berascan.com/tx/" "https://berascan.com/address/";
    WorldChain "https://worldscan.org/tx/" "https://worldscan.org/address/";
    Moonbeam "https://moonscan.io/tx/" "https://moonscan.io/address/";
    Algorand "https://allo.info/tx/" "https://allo.info/account/";
    Polkadot "https://polkadot.subscan.io/extrinsic/" "https://polkadot.subscan.io/account/";
    Kusama "https://kusama.subscan.io/extrinsic/" "https://kusama.subscan.io/account/";
    Cosmos "https://www.mintscan.io/cosmos/tx/" "https://www.mintscan.io/cosmos/address/";
    Osmosis "https://www.mintscan.io/osmosis/tx/" "https://www.mintscan.io/osmosis/address/";
    Injective "https://www.mintscan.io/injective/tx/" "https://www.mintscan.io/injective/address/";
    Tezos "https://tzkt.io/" "https://tzkt.io/";
    Sepolia "https://sepolia.etherscan.io/tx/" "https://sepolia.etherscan.io/address/";
    BscTestnet "https://testnet.bscscan.com/tx/" "https://testnet.bscscan.com/address/";
    Kaspa "https://explorer.kaspa.org/txs/" "https://explorer.kaspa.org/addresses/";
};

/// Gives the address of the page on which our explorer of a network shows a transaction or an address; `None` for networks
/// that have none here, for other kinds, and for a value with characters that no hash or address has.
///
/// ```
/// use proofdesk_evidence::{Network, TargetKind, explorer};
///
/// let page = explorer(Network::Tron, TargetKind::Address, "TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp");
/// assert_eq!(page.unwrap(), "https://tronscan.org/#/address/TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp");
/// ```
pub fn explorer(network: Network, kind: TargetKind, value: &str) -> Option<String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
    if value.is_empty() || !value.bytes().all(is_plain) {
        return None;
    }
    let explorer = EXPLORERS.iter().find(|explorer| explorer.network == network)?;
    let before = match kind {
        TargetKind::Tx => explorer.tx,
        TargetKind::Address => explorer.address,
        _ => return None,
    };
    Some(format!("{before}{value}"))
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "tests fail by panicking"
    )]
    use super::*;
    use crate::{Options, scan};

    const HASH: &str = "b9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e";

    /// What we link to is what the scan reads in such a link.
    #[test]
    fn pages_of_transactions_are_read_as_what_they_show() {
        let options = Options::default();
        for Explorer { network, .. } in EXPLORERS {
            let page = explorer(*network, TargetKind::Tx, HASH).unwrap();
            let items = scan(&page, &options);
            let link = items[0].link.as_ref().unwrap_or_else(|| panic!("{page}"));
            assert_eq!(link.network, Some(*network), "{page}");
            assert!(items[0].problem.as_ref().is_none_or(|it| !it.is_phishing()), "{page}");
        }
    }

    #[test]
    fn each_network_once_and_only_plain_values() {
        for (at, one) in EXPLORERS.iter().enumerate() {
            assert!(EXPLORERS[..at].iter().all(|other| other.network != one.network));
        }
        for value in ["", "a/b", "a?b", "a b", "é", "a#b", "a%20"] {
            assert_eq!(explorer(Network::Bitcoin, TargetKind::Tx, value), None);
        }
        assert_eq!(explorer(Network::Bitcoin, TargetKind::Block, "1"), None);
    }
}
