//! Tells addresses and transaction ids by their form and checksum.
//!
//! [`exact`] knows what is right; [`diagnose`] says what became of something that is not. Both look at one value without
//! its surroundings, in ASCII, and take time bounded by [`crate::lexer::LONGEST`].

mod base58_forms;
mod bech32_forms;
mod diagnose;
mod hex_forms;
mod monero;
mod ss58;
pub(crate) mod ton;
mod xlm_algo;
mod xrp;

use std::cell::Cell;

use crate::contracts;
use crate::item::{Check, Kind};
use crate::network::{Network, Networks};
use crate::problem::Problem;

pub(crate) use bech32_forms::is_bech32;
pub(crate) use diagnose::diagnose;
pub(crate) use hex_forms::is_begun as is_begun_hex;

/// What a value turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub kind: Kind,
    pub networks: Networks,
    pub check: Check,
    pub problem: Option<Problem>,
    pub memo: Option<String>,
    /// The value with its look-alike letter exchanged.
    pub mended: Option<String>,
}

impl Found {
    pub fn address(networks: impl Into<Networks>, check: Check) -> Self {
        let networks = networks.into();
        let kind = Kind::Address;
        Self { kind, networks, check, problem: None, memo: None, mended: None }
    }

    pub fn tx(networks: impl Into<Networks>) -> Self {
        let networks = networks.into();
        Self { kind: Kind::Tx, ..Self::address(networks, Check::Shape) }
    }

    pub fn with_problem(self, problem: Problem) -> Self {
        Self { problem: Some(problem), ..self }
    }

    pub fn with_memo(self, memo: Option<String>) -> Self {
        Self { memo, ..self }
    }

    pub fn with_mended(self, value: &str) -> Self {
        Self { mended: Some(value.to_owned()), ..self }
    }

    pub fn is_valid(&self) -> bool {
        self.problem.as_ref().is_none_or(Problem::leaves_valid)
    }

    /// Adds the warning that deserves to be heard, unless something is wrong already.
    fn warned(self, text: &str, payload: &[u8]) -> Self {
        if self.problem.is_some() || self.kind != Kind::Address {
            return self;
        }
        let warning = contracts::warning(text, payload);
        match warning.or(self.networks.is_test().then_some(Problem::TestNetwork)) {
            Some(problem) => self.with_problem(problem),
            None => self,
        }
    }
}

/// What the surroundings say of a value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask<'a> {
    /// What the nearest word before it calls it.
    pub label: Option<Kind>,
    /// The networks that the text spoke of so far.
    pub hints: Networks,
    /// Searches for a changed character that may still be made in this text; each takes about a millisecond.
    pub searches: &'a Cell<u8>,
}

impl Ask<'_> {
    pub fn wants(&self, kind: Kind) -> bool {
        self.label == Some(kind)
    }

    /// Somebody spoke of one of these networks, or of an address or a transaction.
    pub fn expects(&self, networks: Networks) -> bool {
        self.label.is_some() || !self.hints.intersection(networks).is_empty()
    }

    pub fn may_search(&self) -> bool {
        let left = self.searches.get().checked_sub(1);
        left.inspect(|left| self.searches.set(*left)).is_some()
    }
}

/// Recognises a value that is whole: its checksum fits, or it has none and the length of its form.
pub(crate) fn exact(text: &str) -> Option<Found> {
    match text.as_bytes() {
        [b'0', b'x' | b'X', digits @ ..] => hex_forms::prefixed(text, digits.len()),
        _ if text.contains(':') => ton::raw(text).or_else(|| bech32_forms::with_scheme(text)),
        _ if text.len() < 14 => None,
        _ => hex_forms::bare(text).or_else(|| worded(text)),
    }
}

fn worded(text: &str) -> Option<Found> {
    bech32_forms::exact(text)
        .or_else(|| ton::friendly(text))
        .or_else(|| xlm_algo::exact(text))
        .or_else(|| xrp::exact(text))
        .or_else(|| base58_forms::exact(text))
}

/// The candidates of 64 hexadecimal digits without `0x`.
pub(crate) const BARE_HASH: Networks = Networks::COSMOS.union(Networks::from_slice(&[
    Network::Bitcoin,
    Network::Litecoin,
    Network::Dogecoin,
    Network::BitcoinCash,
    Network::Dash,
    Network::Zcash,
    Network::Monero,
    Network::Tron,
    Network::Xrp,
    Network::Stellar,
    Network::Ton,
    Network::Cardano,
    Network::Kaspa,
]));

/// The candidates of 64 hexadecimal digits with `0x`.
pub(crate) const PREFIXED_HASH: Networks =
    Networks::EVM.union(Networks::SUBSTRATE).with(Network::Aptos);
