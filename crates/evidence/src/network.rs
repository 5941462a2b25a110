//! The networks by name, and sets of them.
//!
//! An address or a hash seldom names its network: the same 64 hexadecimal digits are a transaction id on a dozen
//! chains, and the same `0x` address exists on every EVM chain. So everything here speaks of sets.

mod set;

use std::fmt;

pub use set::Networks;

/// Chains that share their address and hash formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Chains that run the Ethereum Virtual Machine; told apart by chain id (EIP-155).
    Evm,
    /// Chains built with the Cosmos SDK; told apart by the human-readable part of their addresses (SLIP-173).
    Cosmos,
    /// Chains whose addresses are SS58; told apart by the number in front.
    Substrate,
    /// Everything else stands for itself.
    Single,
}

macro_rules! networks {
    ($($variant:ident $name:literal $family:ident $chain:literal $test:literal;)*) => {
        /// One network. Names are stable, in kebab-case, and never change their meaning; more are added.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum Network {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Network {
            /// Every network, in the order in which sets list them.
            pub const ALL: &'static [Network] = &[$(Network::$variant,)*];

            /// Gives the stable name, in kebab-case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Gives the family that it shares its formats with.
            pub const fn family(self) -> Family {
                match self { $(Self::$variant => Family::$family,)* }
            }

            const fn raw_chain_id(self) -> u64 {
                match self { $(Self::$variant => $chain,)* }
            }

            /// Tells whether its coins are worth nothing.
            pub const fn is_test(self) -> bool {
                match self { $(Self::$variant => $test,)* }
            }
        }
    };
}

// Chain ids are those of EIP-155 as listed by ethereum-lists/chains; 0 where the number does not exist.
networks! {
    Bitcoin "bitcoin" Single 0 false;
    BitcoinTestnet "bitcoin-testnet" Single 0 true;
    Litecoin "litecoin" Single 0 false;
    LitecoinTestnet "litecoin-testnet" Single 0 true;
    Dogecoin "dogecoin" Single 0 false;
    DogecoinTestnet "dogecoin-testnet" Single 0 true;
    BitcoinCash "bitcoin-cash" Single 0 false;
    BitcoinCashTestnet "bitcoin-cash-testnet" Single 0 true;
    Dash "dash" Single 0 false;
    Zcash "zcash" Single 0 false;
    ZcashTestnet "zcash-testnet" Single 0 true;
    Monero "monero" Single 0 false;
    MoneroTestnet "monero-testnet" Single 0 true;
    Tron "tron" Single 0 false;
    TronTestnet "tron-testnet" Single 0 true;
    Solana "solana" Single 0 false;
    SolanaTestnet "solana-testnet" Single 0 true;
    Xrp "xrp" Single 0 false;
    XrpTestnet "xrp-testnet" Single 0 true;
    Stellar "stellar" Single 0 false;
    StellarTestnet "stellar-testnet" Single 0 true;
    Ton "ton" Single 0 false;
    TonTestnet "ton-testnet" Single 0 true;
    Cardano "cardano" Single 0 false;
    CardanoTestnet "cardano-testnet" Single 0 true;
    Algorand "algorand" Single 0 false;
    Near "near" Single 0 false;
    NearTestnet "near-testnet" Single 0 true;
    Sui "sui" Single 0 false;
    SuiTestnet "sui-testnet" Single 0 true;
    Aptos "aptos" Single 0 false;
    AptosTestnet "aptos-testnet" Single 0 true;
    Tezos "tezos" Single 0 false;
    Hedera "hedera" Single 0 false;
    HederaTestnet "hedera-testnet" Single 0 true;
    Filecoin "filecoin" Single 0 false;
    Kaspa "kaspa" Single 0 false;
    Polkadot "polkadot" Substrate 0 false;
    Kusama "kusama" Substrate 0 false;
    Astar "astar" Substrate 0 false;
    Acala "acala" Substrate 0 false;
    Bittensor "bittensor" Substrate 0 false;
    Substrate "substrate" Substrate 0 false;
    Cosmos "cosmos" Cosmos 0 false;
    Osmosis "osmosis" Cosmos 0 false;
    Kava "kava" Cosmos 0 false;
    Sei "sei" Cosmos 0 false;
    Celestia "celestia" Cosmos 0 false;
    Injective "injective" Cosmos 0 false;
    Thorchain "thorchain" Cosmos 0 false;
    Terra "terra" Cosmos 0 false;
    Dydx "dydx" Cosmos 0 false;
    Secret "secret" Cosmos 0 false;
    Juno "juno" Cosmos 0 false;
    Stargaze "stargaze" Cosmos 0 false;
    Axelar "axelar" Cosmos 0 false;
    Neutron "neutron" Cosmos 0 false;
    Noble "noble" Cosmos 0 false;
    Persistence "persistence" Cosmos 0 false;
    Band "band" Cosmos 0 false;
    Stride "stride" Cosmos 0 false;
    Kujira "kujira" Cosmos 0 false;
    FetchAi "fetchai" Cosmos 0 false;
    Umee "umee" Cosmos 0 false;
    Akash "akash" Cosmos 0 false;
    Coreum "coreum" Cosmos 0 false;
    Agoric "agoric" Cosmos 0 false;
    Dymension "dymension" Cosmos 0 false;
    CryptoOrg "crypto-org" Cosmos 0 false;
    BnbBeacon "bnb-beacon" Cosmos 0 false;
    BnbBeaconTestnet "bnb-beacon-testnet" Cosmos 0 true;
    Ethereum "ethereum" Evm 1 false;
    Bsc "bsc" Evm 56 false;
    Polygon "polygon" Evm 137 false;
    Arbitrum "arbitrum" Evm 42161 false;
    Optimism "optimism" Evm 10 false;
    Base "base" Evm 8453 false;
    Avalanche "avalanche" Evm 43114 false;
    OpBnb "opbnb" Evm 204 false;
    ZkSync "zksync" Evm 324 false;
    Linea "linea" Evm 59144 false;
    Scroll "scroll" Evm 534352 false;
    Blast "blast" Evm 81457 false;
    Mantle "mantle" Evm 5000 false;
    Celo "celo" Evm 42220 false;
    Gnosis "gnosis" Evm 100 false;
    Fantom "fantom" Evm 250 false;
    Sonic "sonic" Evm 146 false;
    Cronos "cronos" Evm 25 false;
    Moonbeam "moonbeam" Evm 1284 false;
    Moonriver "moonriver" Evm 1285 false;
    Kaia "kaia" Evm 8217 false;
    EthereumClassic "ethereum-classic" Evm 61 false;
    ArbitrumNova "arbitrum-nova" Evm 42170 false;
    PolygonZkEvm "polygon-zkevm" Evm 1101 false;
    Aurora "aurora" Evm 1313161554 false;
    Metis "metis" Evm 1088 false;
    Okc "okc" Evm 66 false;
    XLayer "x-layer" Evm 196 false;
    SeiEvm "sei-evm" Evm 1329 false;
    HyperEvm "hyperevm" Evm 999 false;
    Monad "monad" Evm 143 false;
    Plasma "plasma" Evm 9745 false;
    Rootstock "rootstock" Evm 30 false;
    Ronin "ronin" Evm 2020 false;
    Kcc "kcc" Evm 321 false;
    Boba "boba" Evm 288 false;
    Manta "manta" Evm 169 false;
    Berachain "berachain" Evm 80094 false;
    Unichain "unichain" Evm 130 false;
    WorldChain "world-chain" Evm 480 false;
    PulseChain "pulsechain" Evm 369 false;
    Conflux "conflux" Evm 1030 false;
    IoTex "iotex" Evm 4689 false;
    Merlin "merlin" Evm 4200 false;
    // Every EVM chain that has no name here.
    Evm "evm" Evm 0 false;
    Sepolia "sepolia" Evm 11155111 true;
    Hoodi "hoodi" Evm 560048 true;
    Holesky "holesky" Evm 17000 true;
    BscTestnet "bsc-testnet" Evm 97 true;
    Amoy "polygon-amoy" Evm 80002 true;
    ArbitrumSepolia "arbitrum-sepolia" Evm 421614 true;
    OptimismSepolia "optimism-sepolia" Evm 11155420 true;
    BaseSepolia "base-sepolia" Evm 84532 true;
    Fuji "avalanche-fuji" Evm 43113 true;
    EvmTestnet "evm-testnet" Evm 0 true;
}

impl Network {
    /// Gives the chain id of EIP-155; `None` for what is no EVM chain, and for the two that stand for chains without a
    /// name.
    pub const fn chain_id(self) -> Option<u64> {
        match self.raw_chain_id() {
            0 => None,
            id => Some(id),
        }
    }

    /// Finds the EVM chain with this id. An id that is not in the list is [`Network::Evm`].
    pub fn of_chain_id(id: u64) -> Network {
        Self::ALL.iter().copied().find(|it| it.chain_id() == Some(id)).unwrap_or(Network::Evm)
    }

    /// Finds the network of a stable name.
    pub fn parse(name: &str) -> Option<Network> {
        Self::ALL.iter().copied().find(|it| it.as_str() == name)
    }

    /// A deposit there usually needs a memo, a tag or a comment beside the address.
    pub const fn takes_memo(self) -> bool {
        matches!(
            self,
            Self::Xrp | Self::XrpTestnet | Self::Stellar | Self::StellarTestnet | Self::Ton
        ) || matches!(self, Self::TonTestnet | Self::Hedera | Self::Algorand)
            || matches!(self.family(), Family::Cosmos)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_read_back() {
        for network in Network::ALL {
            assert_eq!(Network::parse(network.as_str()), Some(*network));
        }
        assert!(Network::ALL.len() < 256);
    }

    #[test]
    fn chain_ids_are_unique() {
        for network in Network::ALL {
            if let Some(id) = network.chain_id() {
                assert_eq!(Network::of_chain_id(id), *network);
                assert_eq!(network.family(), Family::Evm);
            }
        }
        assert_eq!(Network::of_chain_id(424_242), Network::Evm);
    }
}
