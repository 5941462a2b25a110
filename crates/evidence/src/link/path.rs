//! What path, query and fragment of an explorer's link say. Explorers differ little: a word for what it is, and the id
//! behind it; before both perhaps a language, a chain, a test network.

use std::cell::Cell;

use crate::address::{Ask, Found, diagnose, exact};
use crate::encoding::bech32::Code;
use crate::item::{Check, Kind, TargetKind};
use crate::link::hosts::{Shows, chain};
use crate::network::{Family, Network, Networks};
use crate::problem::Problem;

/// Parts of a path that are looked at.
const MOST_PARTS: usize = 12;

#[rustfmt::skip]
const WORDS: &[(&str, TargetKind)] = &[
    ("tx", TargetKind::Tx), ("txs", TargetKind::Tx), ("txn", TargetKind::Tx), ("txns", TargetKind::Tx), ("transaction", TargetKind::Tx),
    ("transactions", TargetKind::Tx), ("txblock", TargetKind::Tx), ("extrinsic", TargetKind::Tx), ("message", TargetKind::Tx), ("action", TargetKind::Tx), ("operation", TargetKind::Tx),
    ("address", TargetKind::Address), ("addresses", TargetKind::Address), ("account", TargetKind::Address), ("accounts", TargetKind::Address),
    ("contract", TargetKind::Address), ("token", TargetKind::Address), ("token20", TargetKind::Address), ("addr", TargetKind::Address),
    ("block", TargetKind::Block), ("blocks", TargetKind::Block), ("block-height", TargetKind::Block), ("ledger", TargetKind::Block), ("ledgers", TargetKind::Block),
    ("slot", TargetKind::Block), ("checkpoint", TargetKind::Block),
];

const TESTS: &[&str] = &[
    "testnet", "testnet3", "testnet4", "signet", "devnet", "sepolia", "preprod", "preview", "nile",
    "shasta",
];

/// What stands between host and word, and says nothing.
const FILLERS: &[&str] = &[
    "explorer", "mainnet", "public", "classic", "search", "insight", "poa", "core", "#", "evm",
    "main", "livenet", "detail", "details", "info",
];

pub(super) struct Path<'a> {
    pub network: Option<Network>,
    pub target: Option<(TargetKind, &'a str)>,
    pub problem: Option<Problem>,
    pub check: Check,
    pub memo: Option<String>,
}

impl<'a> Path<'a> {
    /// Reads what is behind the host. Without `shows` the host is a stranger, and what it says of a network is a lie.
    pub fn read(rest: &'a str, shows: Option<Shows>) -> Self {
        let (before, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = before.split_once('?').unwrap_or((before, ""));
        let fragment = fragment.trim_start_matches('!');
        let (fragment, own_query) = fragment.split_once('?').unwrap_or((fragment, ""));
        // Single-page explorers keep their path in the fragment: tronscan.org/#/transaction/…
        let is_in_fragment = fragment.starts_with('/');
        let path = if is_in_fragment { fragment } else { path };
        let Walked { word, target, named, is_test } = walk(path);
        let asked = if is_in_fragment { own_query } else { query };
        let target = target.or_else(|| asked_for(word?, asked));
        let network =
            shows.and_then(|shows| network(shows, named, is_test || is_test_query(query)));
        let mut read = Self { network, target, problem: None, check: Check::Shape, memo: None };
        if shows.is_some() {
            read.judge();
        }
        read
    }

    fn judge(&mut self) {
        let found = self.target.map(|(kind, id)| judged(kind, id, self.network));
        if let Some(Ok(found)) = found {
            self.problem = found.problem.filter(|problem| !matches!(problem, Problem::TestNetwork));
            self.check = found.check;
            self.memo = found.memo;
        } else if let Some(Err(problem)) = found {
            self.problem = problem;
        }
        if self.problem.is_none() && self.network.is_some_and(Network::is_test) {
            self.problem = Some(Problem::TestNetwork);
        }
    }
}

/// What the parts of a path say: the word for the target, the target behind it, the chain, a test network.
struct Walked<'a> {
    word: Option<TargetKind>,
    target: Option<(TargetKind, &'a str)>,
    named: Option<Network>,
    is_test: bool,
}

/// Names under which explorers take an id in the query: nulscan.io/transaction/info?hash=…
const ASKED: &[&str] = &["hash", "tx", "txid", "txhash", "address", "id"];

fn asked_for(word: TargetKind, query: &str) -> Option<(TargetKind, &str)> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, id) = pairs.find(|(name, id)| is_one_of(ASKED, name) && !id.is_empty())?;
    Some((word, id))
}

fn walk(path: &str) -> Walked<'_> {
    let (mut word, mut named, mut is_test) = (None, None, false);
    for part in path.split('/').filter(|part| !part.is_empty()).take(MOST_PARTS) {
        if let Some((_, kind)) = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(part)) {
            word = Some(*kind);
        } else if is_one_of(TESTS, part) {
            is_test = true;
        } else if let Some(network) = chain(part) {
            named = named.or(Some(network));
        } else if !(is_one_of(FILLERS, part) || is_language(part))
            && let Some(target) = target(word, part)
        {
            return Walked { word, target: Some(target), named, is_test };
        }
    }
    Walked { word, target: None, named, is_test }
}

fn is_one_of(known: &[&str], part: &str) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(part))
}

/// `en`, `zh-hans`, `pt-BR`.
fn is_language(part: &str) -> bool {
    let (language, region) = part.split_once('-').unwrap_or((part, "xx"));
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    language.len() == 2 && letters(language) && (2..=4).contains(&region.len()) && letters(region)
}

/// Behind a word anything is the id. Some explorers have no word: bithomp.com/explorer/…, tonviewer.com/…
fn target(word: Option<TargetKind>, part: &str) -> Option<(TargetKind, &str)> {
    let kind = word.or_else(|| match exact(part)?.kind {
        Kind::Tx => Some(TargetKind::Tx),
        _ => Some(TargetKind::Address),
    })?;
    Some((kind, part))
}

fn is_test_query(query: &str) -> bool {
    query.split('&').any(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or_default();
        matches!(name, "cluster" | "network" | "chain") && TESTS.contains(&value)
    })
}

fn network(shows: Shows, named: Option<Network>, is_test: bool) -> Option<Network> {
    let network = match shows {
        Shows::One(network) => network,
        Shows::Chain(id) => Network::of_chain_id(id),
        Shows::ByPath => named?,
        Shows::Other => return None,
    };
    Some(if is_test { test_of(network) } else { network })
}

/// The test network beside a network; the network itself if it has none here.
fn test_of(network: Network) -> Network {
    let name = format!("{network}-testnet");
    match network {
        _ if network.is_test() => network,
        Network::Ethereum => Network::Sepolia,
        _ if network.family() == Family::Evm => {
            Network::parse(&name).unwrap_or(Network::EvmTestnet)
        }
        _ => Network::parse(&name).unwrap_or(network),
    }
}

/// Checks the id of a target. An error of nothing means that ids of this network cannot be checked.
fn judged(kind: TargetKind, id: &str, network: Option<Network>) -> Result<Found, Option<Problem>> {
    let Some(wanted) = kind.as_kind() else { return Err(None) };
    if let Some(found) = exact(id) {
        return if found.kind == wanted || is_free(network) {
            Ok(Found { problem: found.problem.filter(|_| found.kind == wanted), ..found })
        } else if wanted == Kind::Tx {
            Err(Some(Problem::AddressNotHash))
        } else {
            Err(Some(Problem::HashNotAddress))
        };
    }
    if is_free(network) || is_bech32_of_its_own(id) {
        return Err(None);
    }
    if let Some((head, tail)) = id.split_once("...") {
        return Err(Some(Problem::Ellipsis { head: head.len(), tail: tail.len() }));
    }
    let searches = Cell::new(1);
    let hints = network.map_or(Networks::EMPTY, Networks::of);
    let ask = Ask { label: Some(wanted), hints, searches: &searches };
    diagnose(id, &ask).filter(|found| found.kind == wanted).ok_or(Some(Problem::WrongForm))
}

/// An address with a checksum that fits and a name that is not known here: chains of the Cosmos family have one beside that of an
/// EVM chain.
fn is_bech32_of_its_own(id: &str) -> bool {
    id.split_once('1').is_some_and(|(name, data)| {
        (1..=12).contains(&name.len())
            && data.len() >= 38
            && Code::Bech32.error(name, data) == Some(0)
    })
}

/// Networks whose ids have several forms, or none that could be checked.
fn is_free(network: Option<Network>) -> bool {
    let Some(network) = network else { return true };
    network.family() == Family::Substrate
        || matches!(
            network,
            Network::Sui
                | Network::SuiTestnet
                | Network::Near
                | Network::NearTestnet
                | Network::Aptos
                | Network::AptosTestnet
        )
        || matches!(
            network,
            Network::Hedera
                | Network::HederaTestnet
                | Network::Filecoin
                | Network::Ton
                | Network::TonTestnet
        )
        || matches!(
            network,
            Network::Stellar | Network::StellarTestnet | Network::Algorand | Network::Tezos
        )
}
