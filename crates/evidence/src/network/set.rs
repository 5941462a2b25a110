//! Sets of networks.

use std::fmt;

use crate::labels;
use crate::network::{Family, Network};

/// A set of networks: 32 bytes, copied freely.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Networks {
    low: u128,
    high: u128,
}

impl Networks {
    /// No network: nothing is known.
    pub const EMPTY: Self = Self { low: 0, high: 0 };
    /// Every EVM chain that is no test network.
    pub const EVM: Self = Self::main_of(Family::Evm);
    /// Every chain of the Cosmos family that is no test network.
    pub const COSMOS: Self = Self::main_of(Family::Cosmos);
    /// Every chain with SS58 addresses.
    pub const SUBSTRATE: Self = Self::main_of(Family::Substrate);

    /// The set of one.
    pub const fn of(network: Network) -> Self {
        Self::EMPTY.with(network)
    }

    /// The set of several.
    pub const fn from_slice(networks: &[Network]) -> Self {
        let (mut set, mut rest) = (Self::EMPTY, networks);
        while let Some((first, others)) = rest.split_first() {
            set = set.with(*first);
            rest = others;
        }
        set
    }

    /// The networks that a text names, by the words that people and exchanges have for them or for the standards of their
    /// tokens, in ten languages.
    ///
    /// ```
    /// use proofdesk_evidence::{Network, Networks};
    ///
    /// assert_eq!(Networks::named("TRC20").single(), Some(Network::Tron));
    /// assert_eq!(Networks::named("arbitrum").single(), Some(Network::Arbitrum));
    /// assert!(Networks::named("a bank").is_empty());
    /// ```
    pub fn named(text: &str) -> Self {
        let stable = text.trim().to_ascii_lowercase();
        Network::parse(&stable).map_or_else(|| labels::networks(text), Self::of)
    }

    /// Adds one.
    #[must_use]
    pub const fn with(self, network: Network) -> Self {
        // The discriminant of a fieldless enum: the position in the list above, which the type keeps below 256.
        let position = network as u8;
        if position < 128 {
            Self { low: self.low | 1 << position, high: self.high }
        } else {
            Self { low: self.low, high: self.high | 1 << (position - 128) }
        }
    }

    const fn main_of(family: Family) -> Self {
        let (mut set, mut rest) = (Self::EMPTY, Network::ALL);
        while let Some((first, others)) = rest.split_first() {
            let same = matches!(
                (first.family(), family),
                (Family::Evm, Family::Evm)
                    | (Family::Cosmos, Family::Cosmos)
                    | (Family::Substrate, Family::Substrate)
            );
            if same && !first.is_test() {
                set = set.with(*first);
            }
            rest = others;
        }
        set
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self { low: self.low | other.low, high: self.high | other.high }
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self { low: self.low & other.low, high: self.high & other.high }
    }

    /// What both have, or this set unchanged if that is nothing: a hint that contradicts is no hint.
    #[must_use]
    pub const fn narrowed(self, hint: Self) -> Self {
        let both = self.intersection(hint);
        if both.is_empty() { self } else { both }
    }

    /// Tells whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.low == 0 && self.high == 0
    }

    /// Counts its networks.
    pub const fn len(self) -> u32 {
        self.low.count_ones() + self.high.count_ones()
    }

    /// Tells whether it has this network.
    pub const fn contains(self, network: Network) -> bool {
        !self.intersection(Self::of(network)).is_empty()
    }

    /// Tells whether it has every network of another set.
    pub fn contains_all(self, other: Self) -> bool {
        self.intersection(other) == other
    }

    /// Gives the network, if there is exactly one.
    pub fn single(self) -> Option<Network> {
        if self.len() == 1 { self.iter().next() } else { None }
    }

    /// Goes through it in the order of [`Network::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Network> {
        Network::ALL.iter().copied().filter(move |it| self.contains(*it))
    }

    /// Tells whether all of it are test networks, and there is at least one.
    pub fn is_test(self) -> bool {
        !self.is_empty() && self.iter().all(Network::is_test)
    }

    /// Goes through the names for a wire or a page. A whole family is one name (`evm`, `cosmos-family`, `substrate`), so
    /// that an address that exists on fifty chains does not list fifty.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let evm = self.contains_all(Self::EVM);
        let cosmos = self.contains_all(Self::COSMOS);
        let substrate = self.contains_all(Self::SUBSTRATE);
        let hidden = move |network: Network| {
            let family = match network.family() {
                Family::Evm => evm,
                Family::Cosmos => cosmos,
                Family::Substrate => substrate,
                Family::Single => false,
            };
            family && !network.is_test()
        };
        let whole = [(evm, "evm"), (cosmos, "cosmos-family"), (substrate, "substrate")];
        self.iter()
            .filter(move |it| !hidden(*it))
            .map(Network::as_str)
            .chain(whole.into_iter().filter(|(all, _)| *all).map(|(_, name)| name))
    }
}

impl From<Network> for Networks {
    fn from(network: Network) -> Self {
        Self::of(network)
    }
}

impl FromIterator<Network> for Networks {
    fn from_iter<T: IntoIterator<Item = Network>>(networks: T) -> Self {
        networks.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl fmt::Debug for Networks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in() {
        for network in Network::ALL {
            let set = Networks::of(*network);
            assert_eq!((set.len(), set.single()), (1, Some(*network)));
        }
        let two = Networks::from_slice(&[Network::Tron, Network::Bsc]);
        assert_eq!(two.iter().collect::<Vec<_>>(), [Network::Tron, Network::Bsc]);
        assert_eq!(two.narrowed(Networks::EVM).single(), Some(Network::Bsc));
        assert_eq!(two.narrowed(Networks::COSMOS), two);
    }

    #[test]
    fn a_whole_family_is_one_name() {
        assert_eq!(Networks::EVM.names().collect::<Vec<_>>(), ["evm"]);
        let both = Networks::EVM.with(Network::Tron).with(Network::Sepolia);
        assert_eq!(both.names().collect::<Vec<_>>(), ["tron", "sepolia", "evm"]);
        assert_eq!(Networks::of(Network::Evm).names().collect::<Vec<_>>(), ["evm"]);
    }
}
