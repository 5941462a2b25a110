//! The explorers by host, and the chains by the names that explorers give them in their paths.

use crate::network::Network;

/// What a host shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    One(Network),
    /// An EVM chain by its id (EIP-155).
    Chain(u64),
    /// The path names the chain.
    ByPath,
    /// A chain that has no name here.
    Other,
}

use Shows::{ByPath, Chain, One, Other};

/// Sorted by host, without `www.`; hosts are compared whole.
#[rustfmt::skip]
const HOSTS: &[(&str, Shows)] = &[
    ("acala.subscan.io", One(Network::Acala)), ("algoexplorer.io", One(Network::Algorand)), ("allo.info", One(Network::Algorand)),
    ("amoy.polygonscan.com", Chain(80002)), ("andromeda-explorer.metis.io", Chain(1088)), ("arbiscan.io", Chain(42161)),
    ("assethub-kusama.subscan.io", One(Network::Kusama)), ("assethub-polkadot.subscan.io", One(Network::Polkadot)), ("astar.subscan.io", One(Network::Astar)),
    ("atomscan.com", ByPath), ("aurorascan.dev", Chain(1313161554)), ("basescan.org", Chain(8453)), ("bbscan.io", Chain(6001)), ("berascan.com", Chain(80094)),
    ("bigdipper.net.bluzelle.com", Other), ("bithomp.com", One(Network::Xrp)), ("blastscan.io", Chain(81457)), ("blockbook.electrum-mona.org", Other),
    ("blockbook.ravencoin.org", Other), ("blockchain.com", ByPath), ("blockchain.info", One(Network::Bitcoin)), ("blockchair.com", ByPath), ("blockscout.acala.network", Chain(787)),
    ("blockscout.com", ByPath), ("blockstream.info", One(Network::Bitcoin)), ("bloks.io", Other), ("bscscan.com", Chain(56)), ("cardanoscan.io", One(Network::Cardano)),
    ("celoscan.io", Chain(42220)), ("cexplorer.io", One(Network::Cardano)), ("cn.etherscan.com", Chain(1)), ("cronoscan.com", Chain(25)), ("crypto.org", One(Network::CryptoOrg)), ("dashboard.internetcomputer.org", Other),
    ("dcrdata.decred.org", Other), ("digiexplorer.info", Other), ("dogechain.info", One(Network::Dogecoin)), ("eon-explorer.horizenlabs.io", Chain(7332)), ("eth.bobascan.com", Chain(288)),
    ("etherscan.io", Chain(1)), ("everscan.io", Other), ("evm.confluxscan.net", Chain(1030)), ("evm.evmos.org", Chain(9001)), ("explore.vechain.org", Other),
    ("explorer.aepps.com", Other), ("explorer.aptoslabs.com", One(Network::Aptos)), ("explorer.binance.org", One(Network::BnbBeacon)), ("explorer.bitcoinabc.org", Other),
    ("explorer.bitcoingold.org", Other), ("explorer.btcd.io", Other), ("explorer.callistodao.org", Chain(820)), ("explorer.celo.org", Chain(42220)), ("explorer.fioprotocol.io", Other),
    ("explorer.firo.org", Other), ("explorer.gochain.io", Chain(60)), ("explorer.harmony.one", Other), ("explorer.horizen.io", Other), ("explorer.iost.io", Other), ("explorer.kaspa.org", One(Network::Kaspa)),
    ("explorer.kava.io", Chain(2222)), ("explorer.mantle.xyz", Chain(5000)), ("explorer.multiversx.com", Other), ("explorer.near.org", One(Network::Near)), ("explorer.nebl.io", Other),
    ("explorer.nebulas.io", Other), ("explorer.nervos.org", Other), ("explorer.ont.io", Other), ("explorer.roninchain.com", Chain(2020)), ("explorer.rsk.co", Chain(30)), ("explorer.runonflux.io", Other),
    ("explorer.rutanio.com", Other), ("explorer.solana.com", One(Network::Solana)), ("explorer.thetatoken.org", Chain(361)), ("explorer.viacoin.org", Other), ("explorer.zetachain.com", Chain(7000)),
    ("explorer.zklink.io", Chain(810180)), ("explorer.zksync.io", Chain(324)), ("filfox.info", One(Network::Filecoin)), ("finder.terra.money", One(Network::Terra)), ("ftmscan.com", Chain(250)),
    ("gnosisscan.io", Chain(100)), ("greenfieldscan.com", Chain(1017)), ("hashscan.io", One(Network::Hedera)), ("hecoinfo.com", Chain(128)), ("holesky.etherscan.io", Chain(17000)), ("hoodi.etherscan.io", Chain(560048)),
    ("hyperevmscan.io", Chain(999)), ("iotexscan.io", Chain(4689)), ("kaiascan.io", Chain(8217)), ("kin.org", Other), ("kmdexplorer.io", Other), ("kusama.subscan.io", One(Network::Kusama)), ("lineascan.build", Chain(59144)),
    ("litecoinspace.org", One(Network::Litecoin)), ("live.blockcypher.com", ByPath), ("livenet.xrpl.org", One(Network::Xrp)), ("mainnet.aion.network", Other), ("mantlescan.xyz", Chain(5000)), ("megaeth.blockscout.com", Chain(4326)),
    ("mempool.space", One(Network::Bitcoin)),
    ("mintscan.io", ByPath), ("monadscan.com", Chain(143)), ("monvision.io", Chain(143)), ("moonriver.moonscan.io", Chain(1285)), ("moonscan.io", Chain(1284)), ("nanexplorer.com", Other), ("nearblocks.io", One(Network::Near)),
    ("neonscan.org", Chain(245022934)), ("neoscan.io", Other), ("nile.tronscan.org", One(Network::TronTestnet)), ("nimiq.watch", Other), ("nova.arbiscan.io", Chain(42170)), ("nulscan.io", Other), ("oasisscan.com", Other),
    ("oklink.com", ByPath), ("opbnb.bscscan.com", Chain(204)), ("opbnbscan.com", Chain(204)), ("optimistic.etherscan.io", Chain(10)), ("pacific-explorer.manta.network", Chain(169)), ("pacviewer.com", Other),
    ("phoenix.lightlink.io", Chain(1890)), ("pivx.ccore.online", Other), ("plasmascan.to", Chain(9745)), ("polkadot.subscan.io", One(Network::Polkadot)), ("polygonscan.com", Chain(137)), ("polymesh.subscan.io", One(Network::Substrate)),
    ("preprod.cardanoscan.io", One(Network::CardanoTestnet)), ("preview.cardanoscan.io", One(Network::CardanoTestnet)), ("qtum.info", Other), ("robinhoodchain.blockscout.com", Chain(4663)), ("scan.kcc.io", Chain(321)), ("scan.merlinchain.io", Chain(4200)),
    ("scan.meter.io", Chain(82)), ("scan.thundercore.com", Chain(108)), ("scrollscan.com", Chain(534352)), ("seiscan.io", Chain(1329)), ("sepolia.arbiscan.io", Chain(421614)), ("sepolia.basescan.org", Chain(84532)), ("sepolia.etherscan.io", Chain(11155111)),
    ("shasta.tronscan.org", One(Network::TronTestnet)), ("smartscout.cash", Chain(10000)), ("snowscan.xyz", Chain(43114)), ("snowtrace.io", Chain(43114)), ("solscan.io", One(Network::Solana)), ("sonicscan.org", Chain(146)),
    ("stellar.expert", One(Network::Stellar)), ("suiscan.xyz", One(Network::Sui)), ("suivision.xyz", One(Network::Sui)), ("sys1.bcfn.ca", Other), ("testnet-explorer.binance.org", One(Network::BnbBeaconTestnet)), ("testnet.bscscan.com", Chain(97)),
    ("testnet.nearblocks.io", One(Network::NearTestnet)), ("testnet.snowtrace.io", Chain(43113)), ("testnet.tonscan.org", One(Network::TonTestnet)), ("testnet.tonviewer.com", One(Network::TonTestnet)), ("testnet.xrpl.org", One(Network::XrpTestnet)),
    ("testnet.xrpscan.com", One(Network::XrpTestnet)), ("tonscan.org", One(Network::Ton)), ("tonviewer.com", One(Network::Ton)), ("tracker.icon.foundation", Other), ("tronscan.io", One(Network::Tron)), ("tronscan.org", One(Network::Tron)), ("tzkt.io", One(Network::Tezos)),
    ("tzstats.com", One(Network::Tezos)), ("uniscan.xyz", Chain(130)), ("verge-blockchain.info", Other), ("vicscan.xyz", Chain(88)), ("viewblock.io", ByPath), ("wanscan.org", Chain(888)), ("wavesexplorer.com", Other), ("wax.bloks.io", Other),
    ("web3.okx.com", ByPath), ("worldscan.org", Chain(480)), ("xmrchain.net", One(Network::Monero)), ("xrpscan.com", One(Network::Xrp)), ("zkevm.polygonscan.com", Chain(1101)),
];

/// Names that only explorers have, with the host that they belong to. A name that is a word is not in the list.
#[rustfmt::skip]
pub(super) const BRANDS: &[(&str, &str)] = &[
    ("arbiscan", "arbiscan.io"), ("basescan", "basescan.org"), ("bithomp", "bithomp.com"), ("blastscan", "blastscan.io"), ("blockchair", "blockchair.com"),
    ("blockcypher", "live.blockcypher.com"), ("blockscout", "blockscout.com"), ("blockstream", "blockstream.info"), ("bscscan", "bscscan.com"),
    ("cardanoscan", "cardanoscan.io"), ("celoscan", "celoscan.io"), ("cexplorer", "cexplorer.io"), ("cronoscan", "cronoscan.com"), ("dogechain", "dogechain.info"),
    ("etherscan", "etherscan.io"), ("ftmscan", "ftmscan.com"), ("gnosisscan", "gnosisscan.io"), ("hashscan", "hashscan.io"), ("hyperevmscan", "hyperevmscan.io"),
    ("kaiascan", "kaiascan.io"), ("lineascan", "lineascan.build"), ("litecoinspace", "litecoinspace.org"), ("mantlescan", "mantlescan.xyz"), ("mintscan", "mintscan.io"),
    ("monadscan", "monadscan.com"), ("moonscan", "moonscan.io"), ("nearblocks", "nearblocks.io"), ("opbnbscan", "opbnbscan.com"), ("plasmascan", "plasmascan.to"), ("polygonscan", "polygonscan.com"),
    ("scrollscan", "scrollscan.com"), ("snowtrace", "snowtrace.io"), ("solscan", "solscan.io"), ("sonicscan", "sonicscan.org"), ("subscan", "polkadot.subscan.io"),
    ("suiscan", "suiscan.xyz"), ("tonscan", "tonscan.org"), ("tonviewer", "tonviewer.com"), ("tronscan", "tronscan.org"), ("xrpscan", "xrpscan.com"),
];

/// What explorers of many chains call each of them in their paths and host names.
#[rustfmt::skip]
const CHAINS: &[(&str, Network)] = &[
    ("btc", Network::Bitcoin), ("bitcoin", Network::Bitcoin), ("eth", Network::Ethereum), ("ethereum", Network::Ethereum), ("bch", Network::BitcoinCash),
    ("bitcoin-cash", Network::BitcoinCash), ("ltc", Network::Litecoin), ("litecoin", Network::Litecoin), ("doge", Network::Dogecoin), ("dogecoin", Network::Dogecoin),
    ("dash", Network::Dash), ("zcash", Network::Zcash), ("zec", Network::Zcash), ("cardano", Network::Cardano), ("ada", Network::Cardano), ("ripple", Network::Xrp),
    ("xrp", Network::Xrp), ("stellar", Network::Stellar), ("xlm", Network::Stellar), ("monero", Network::Monero), ("bsc", Network::Bsc), ("bnb", Network::Bsc),
    ("polygon", Network::Polygon), ("tron", Network::Tron), ("trx", Network::Tron), ("arbitrum", Network::Arbitrum), ("arbitrum-one", Network::Arbitrum),
    ("optimism", Network::Optimism), ("base", Network::Base), ("x-layer", Network::XLayer), ("xlayer", Network::XLayer), ("solana", Network::Solana), ("sol", Network::Solana),
    ("avalanche", Network::Avalanche), ("avax", Network::Avalanche), ("avaxc", Network::Avalanche), ("oktc", Network::Okc), ("okc", Network::Okc), ("linea", Network::Linea),
    ("scroll", Network::Scroll), ("zksync", Network::ZkSync), ("blast", Network::Blast), ("mantle", Network::Mantle), ("gnosis", Network::Gnosis), ("xdai", Network::Gnosis),
    ("fantom", Network::Fantom), ("ftm", Network::Fantom), ("etc", Network::EthereumClassic), ("celo", Network::Celo), ("opbnb", Network::OpBnb), ("sonic", Network::Sonic),
    ("unichain", Network::Unichain), ("ton", Network::Ton), ("aptos", Network::Aptos), ("sui", Network::Sui), ("polkadot", Network::Polkadot), ("kusama", Network::Kusama),
    ("cosmos", Network::Cosmos), ("osmosis", Network::Osmosis), ("kava", Network::Kava), ("sei", Network::Sei), ("celestia", Network::Celestia), ("injective", Network::Injective),
    ("thorchain", Network::Thorchain), ("terra", Network::Terra), ("dydx", Network::Dydx), ("secret", Network::Secret), ("juno", Network::Juno), ("stargaze", Network::Stargaze),
    ("axelar", Network::Axelar), ("neutron", Network::Neutron), ("noble", Network::Noble), ("persistence", Network::Persistence), ("band", Network::Band), ("stride", Network::Stride),
    ("kujira", Network::Kujira), ("fetchai", Network::FetchAi), ("umee", Network::Umee), ("akash", Network::Akash), ("coreum", Network::Coreum), ("agoric", Network::Agoric),
    ("dymension", Network::Dymension), ("crypto-org", Network::CryptoOrg), ("near", Network::Near), ("kaspa", Network::Kaspa), ("filecoin", Network::Filecoin), ("zkevm", Network::PolygonZkEvm),
];

/// Finds what a host shows. `host` is in lower case and without `www.`.
pub(super) fn find(host: &str) -> Option<(&'static str, Shows)> {
    let exact = HOSTS.binary_search_by(|(known, _)| (*known).cmp(host)).ok();
    exact.and_then(|at| HOSTS.get(at)).copied().or_else(|| blockscout(host))
}

/// Every sub-domain of Blockscout is an EVM chain; its first label says which.
fn blockscout(host: &str) -> Option<(&'static str, Shows)> {
    let chain = host.strip_suffix(".blockscout.com")?;
    // A name in other letters is none of theirs, and imitates one.
    if !chain.is_ascii() || chain.contains("xn--") {
        return None;
    }
    let is_test = ["sepolia", "testnet", "holesky", "hoodi", "amoy", "goerli"]
        .iter()
        .any(|it| chain.contains(it));
    let network = match (is_test, chain) {
        (true, "eth-sepolia") => Network::Sepolia,
        (true, "base-sepolia") => Network::BaseSepolia,
        (true, "optimism-sepolia") => Network::OptimismSepolia,
        (true, "arbitrum-sepolia") => Network::ArbitrumSepolia,
        (true, "eth-holesky") => Network::Holesky,
        (true, _) => Network::EvmTestnet,
        (false, _) => self::chain(chain).unwrap_or(Network::Evm),
    };
    Some(("blockscout.com", One(network)))
}

/// Finds the chain that explorers call so in their paths.
pub(super) fn chain(segment: &str) -> Option<Network> {
    CHAINS.iter().find(|(name, _)| name.eq_ignore_ascii_case(segment)).map(|(_, network)| *network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_without_www() {
        let unsorted =
            HOSTS.windows(2).find(|pair| pair.first().map(|it| it.0) >= pair.last().map(|it| it.0));
        assert_eq!(unsorted, None);
        assert!(
            HOSTS.iter().all(|(host, _)| !host.starts_with("www.") && *host == host.to_lowercase())
        );
    }

    #[test]
    fn brands_belong_to_hosts() {
        for (brand, host) in BRANDS {
            assert!(find(host).is_some() && host.contains(brand), "{host}");
        }
    }

    #[test]
    fn knows_the_kin_of_blockscout() {
        let shows = |host| find(host).map(|it| it.1);
        assert_eq!(shows("eth.blockscout.com"), Some(One(Network::Ethereum)));
        assert_eq!(shows("eth-sepolia.blockscout.com"), Some(One(Network::Sepolia)));
        assert_eq!(shows("newchain.blockscout.com"), Some(One(Network::Evm)));
        assert_eq!(shows("blockscout.com.evil.example"), None);
        assert_eq!(shows("\u{435}th.blockscout.com"), None);
        assert_eq!(shows("xn--th-nlc.blockscout.com"), None);
    }
}
