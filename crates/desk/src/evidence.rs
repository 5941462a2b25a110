//! Facts that people write about money: hashes, addresses, links, amounts. Found in every message as it comes, checked, kept
//! on the ticket, corrected by agents.

pub mod actions;
mod event;
pub mod known;
mod sql;
pub(crate) mod state;
pub mod view;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proofdesk_evidence::{Argument, Kind, Network, TargetKind};
pub use proofdesk_evidence::{Item, Options, Pattern};

use crate::id::{EvidenceId, MessageId, TicketId};
use crate::limits;
use crate::ticket::Author;
use crate::time::Timestamp;
use crate::words::words;

pub use event::{
    EvidenceAdded, EvidenceChanged, EvidenceFact, EvidenceFound, EvidenceRemoved, LinkFact,
    ProblemFact, Span,
};
pub(crate) use event::{KINDS, erasable, ids_found, tells};
pub use sql::ALL;

words! {
    /// What is known of a value without asking a node.
    pub enum Check {
        /// A checksum inside of it fits.
        Checksum = "checksum",
        /// It has the form, which is all that can be told.
        Shape = "shape",
        /// It cannot be what it should be; the problem says why.
        Problem = "problem",
    }
}

/// The kind of the jobs that ask the exchange where a value belongs. Their payload is the ticket's id.
pub const JOB_KIND: &str = "evidence.narrow";
/// The lane of these jobs.
pub const JOB_LANE: &str = crate::account_act::JOB_LANE;

/// A row: a fact, where it came from, and who added it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub ticket_id: TicketId,
    /// The message it was found in; `None` for what an agent added.
    pub message_id: Option<MessageId>,
    pub fact: EvidenceFact,
    pub author: Author,
    pub author_id: Option<uuid::Uuid>,
    pub created_at: Timestamp,
}

static OPTIONS: OnceLock<Options> = OnceLock::new();

/// Says what the exchange's own numbers look like: once in a process, before a text is read.
///
/// Returns false when texts are read by other options already.
pub fn configure(options: &Options) -> bool {
    OPTIONS.get_or_init(|| options.clone()) == options
}

fn options() -> &'static Options {
    OPTIONS.get_or_init(Options::default)
}

/// Finds the evidence of a text: each thing once, at most [`limits::EVIDENCE_PER_MESSAGE`], in the order of the text.
pub fn find(text: &str) -> Vec<Item> {
    let mut seen = BTreeSet::new();
    let mut items = proofdesk_evidence::scan(text, options());
    items.retain(|item| seen.insert((item.kind, key(item))));
    items.truncate(limits::EVIDENCE_PER_MESSAGE);
    items
}

/// Reads one value in a field whose kind is known; `None` for what is nothing of that kind.
pub fn check(kind: Kind, value: &str) -> Option<Item> {
    proofdesk_evidence::check(kind, value, options())
}

/// The form in which two values are the same thing: a link and the hash that it points to are one.
fn key(item: &Item) -> String {
    match item.link.as_ref().and_then(|link| link.target.as_ref()) {
        Some(target) => target.value.to_ascii_lowercase(),
        None => item.key().to_ascii_lowercase(),
    }
}

/// The keys by which a pasted value is looked for: those of what is recognised in it, else the words as they are.
pub fn search_keys(typed: &str) -> Vec<String> {
    let found: Vec<String> = find(typed).iter().map(key).collect();
    if found.is_empty() { vec![typed.trim().to_ascii_lowercase()] } else { found }
}

/// What the log and the row will say of an item.
pub(crate) fn fact(id: EvidenceId, item: &Item) -> EvidenceFact {
    EvidenceFact {
        id,
        kind: item.kind.as_str().to_owned(),
        value: item.value.clone(),
        key: key(item),
        networks: item.networks.iter().map(|network| network.as_str().to_owned()).collect(),
        check: check_of(item),
        problem: item.problem.as_ref().map(problem_of),
        memo: item.memo.clone(),
        link: item.link.as_ref().map(|link| LinkFact {
            host: link.host.clone(),
            network: link.network.map(|network| network.as_str().to_owned()),
            chain_id: link.chain_id,
            target: link.target.as_ref().map(|target| target.value.clone()),
            target_kind: link.target.as_ref().map(|target| target.kind.as_str().to_owned()),
        }),
        span: Some(Span { start: item.start, end: item.end }),
    }
}

/// The page of our own explorer that shows it: of a transaction or an address on one certain network, or of what a link
/// points to. `None` for what is wrong, dangerous, or could be in several places.
pub fn explorer(fact: &EvidenceFact) -> Option<String> {
    let is_attack = fact.problem.as_ref().is_some_and(|problem| problem.is_phishing);
    if fact.check == Check::Problem || is_attack {
        return None;
    }
    let (network, kind, value) = match (&fact.link, fact.networks.as_slice()) {
        (Some(link), _) => {
            (link.network.as_deref()?, link.target_kind.as_deref()?, link.target.as_deref()?)
        }
        (None, [only]) => (only.as_str(), fact.kind.as_str(), fact.value.as_str()),
        (None, _) => return None,
    };
    let kind = match kind {
        "tx" => TargetKind::Tx,
        "address" => TargetKind::Address,
        _ => return None,
    };
    proofdesk_evidence::explorer(Network::parse(network)?, kind, value)
}

/// Says whether an item is the number of an account other than the customer's own. It says nothing of whose it is, and
/// cannot: nothing else was asked.
pub fn is_not_own(item: &Item, own_uid: Option<&str>) -> bool {
    item.kind == Kind::Uid && differs(&item.value, own_uid)
}

/// Says the same of a fact that rests.
pub fn is_fact_not_own(fact: &EvidenceFact, own_uid: Option<&str>) -> bool {
    fact.kind == Kind::Uid.as_str() && differs(&fact.value, own_uid)
}

/// Says whether a text, or the answer to a question for a UID, names the account of somebody else.
pub fn names_another(text: &str, is_uid: bool, own_uid: Option<&str>) -> bool {
    if own_uid.is_none() || text.is_empty() {
        return false;
    }
    let found: Vec<Item> =
        if is_uid { check(Kind::Uid, text).into_iter().collect() } else { find(text) };
    found.iter().any(|item| is_not_own(item, own_uid))
}

fn differs(uid: &str, own_uid: Option<&str>) -> bool {
    own_uid.is_some_and(|own| !own.trim().eq_ignore_ascii_case(uid))
}

/// What is known of an item without asking a node.
pub fn check_of(item: &Item) -> Check {
    match (item.valid, item.check) {
        (false, _) => Check::Problem,
        (true, proofdesk_evidence::Check::Checksum) => Check::Checksum,
        (true, proofdesk_evidence::Check::Shape) => Check::Shape,
    }
}

/// What is wrong with an item, as code and data.
pub fn problem_of(problem: &proofdesk_evidence::Problem) -> ProblemFact {
    let argument = |argument: Argument| match argument {
        Argument::Number(number) => number.to_string(),
        Argument::Text(text) => text,
    };
    ProblemFact {
        code: problem.code().to_owned(),
        arguments: problem
            .arguments()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), argument(value)))
            .collect(),
        is_phishing: problem.is_phishing(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, reason = "tests fail by panicking")]
    use super::*;
    use crate::id::Id as _;

    #[test]
    fn each_thing_once() {
        let hash = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
        let items = find(&format!("{hash} and again {}", hash.to_uppercase().replace("0X", "0x")));
        assert_eq!(items.len(), 1);
    }

    #[test]
    fn our_explorer_shows_what_is_certain() {
        let page = |text: &str| {
            let items = find(text);
            items
                .first()
                .and_then(|item| explorer(&fact(EvidenceId::from_uuid(uuid::Uuid::nil()), item)))
        };
        let hash = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
        assert_eq!(
            page(&format!("https://www.oklink.com/eth/tx/{hash}")),
            Some(format!("https://etherscan.io/tx/{hash}"))
        );
        let tron = "TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp";
        assert_eq!(page(tron), Some(format!("https://tronscan.org/#/address/{tron}")));
        assert_eq!(page("TQLCsShbQNXMTVCjprY64qZmEA4rBarpQq"), None, "a broken address");
        assert_eq!(page(hash), None, "on any of many networks");
        assert_eq!(page(&format!("https://etherscam.io/tx/{hash}")), None, "an imitation");
    }

    #[test]
    fn another_uid_is_told_from_ones_own() {
        let items = find("my UID is AB12cd34EF56gh78");
        let [item] = items.as_slice() else { panic!("{items:?}") };
        assert!(is_not_own(item, Some("ZZ12cd34EF56gh78")));
        assert!(!is_not_own(item, Some("ab12cd34ef56gh78")));
        assert!(!is_not_own(item, None), "nothing is known to compare with");
        let fact = fact(EvidenceId::from_uuid(uuid::Uuid::nil()), item);
        assert!(is_fact_not_own(&fact, Some("ZZ12cd34EF56gh78")));
        assert!(!is_fact_not_own(&fact, Some("ab12cd34ef56gh78")));
        for (text, is_uid, named) in [
            ("my UID is AB12cd34EF56gh78", false, true),
            ("my UID is ZZ12cd34EF56gh78", false, false),
            ("AB12cd34EF56gh78", true, true),
            ("ZZ12cd34EF56gh78", true, false),
            ("", false, false),
        ] {
            assert_eq!(names_another(text, is_uid, Some("ZZ12cd34EF56gh78")), named, "{text}");
            assert!(!names_another(text, is_uid, None), "{text}");
        }
    }

    #[test]
    fn a_link_is_found_by_what_it_points_to() {
        let hash = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
        assert_eq!(search_keys(&format!("https://etherscan.io/tx/{hash}")), [hash]);
        assert_eq!(search_keys(hash), [hash]);
        assert_eq!(search_keys("  Whatever "), ["whatever"]);
    }
}
