//! Narrows candidates by what else was said.

use crate::amount::tickers;
use crate::item::{Item, Kind};
use crate::network::{Family, Network, Networks};
use crate::problem::Problem;

/// What is known beside the text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// Networks that a form, an agent or another message named.
    pub networks: Networks,
    /// Tickers of the assets that it is about, in any case.
    pub tickers: &'a [&'a str],
    /// The account's own deposit addresses, each with the network for which it was given out. The same address of an EVM
    /// chain exists on all others, and money sent there is not where it was expected: so they narrow themselves, and no
    /// transaction.
    pub own_addresses: &'a [(&'a str, Network)],
}

/// Narrows the networks of items. A hint that fits none of an item's candidates leaves them as they are: what people say
/// is often wrong, and the value is not.
///
/// ```
/// use proofdesk_evidence::{Hints, Network, Options, narrow, scan};
///
/// let text = "0607f62530b68cfcc91c57a1702841dd399a899d0eecda8e31ecca3f52f01df2";
/// let mut items = scan(text, &Options::default());
/// assert!(items[0].networks.len() > 1);
/// narrow(&mut items, &Hints { tickers: &["BTC"], ..Hints::default() });
/// assert_eq!(items[0].networks.single(), Some(Network::Bitcoin));
/// ```
pub fn narrow(items: &mut [Item], hints: &Hints<'_>) {
    let assets = hints.tickers.iter().map(|ticker| tickers::networks(ticker));
    let assets = assets.fold(Networks::EMPTY, Networks::union);
    for item in items.iter_mut() {
        let own = hints.own_addresses.iter().filter(|(address, _)| is_same(item, address));
        let own: Networks = own.map(|(_, network)| *network).collect();
        for hint in [own, hints.networks, assets] {
            apply(item, hint);
        }
    }
}

fn is_same(item: &Item, address: &str) -> bool {
    let hex = address.starts_with("0x") && address.eq_ignore_ascii_case(&item.value);
    item.kind == Kind::Address && (hex || item.value == address)
}

/// Narrows by what the text itself says: networks by name, then links, chain ids and the addresses that leave no doubt,
/// then the assets.
pub(crate) fn within(items: &mut [Item], named: Networks, assets: Networks) {
    let tells = |item: &&Item| match item.kind {
        Kind::Link | Kind::ChainId => true,
        Kind::Address => item.valid,
        _ => false,
    };
    let told = items.iter().filter(tells).filter_map(|item| item.networks.single());
    let told = told.fold(named, Networks::with);
    for item in items.iter_mut().filter(|item| item.networks.len() > 1) {
        apply(item, told);
        apply(item, assets);
    }
}

/// Takes one hint in. If it speaks of test networks only, they are candidates too.
fn apply(item: &mut Item, hint: Networks) {
    let both = item.networks.intersection(hint);
    if !both.is_empty() {
        item.networks = both;
        return;
    }
    let tests: Networks =
        hint.iter().filter(|it| it.is_test() && is_test_of(*it, item.networks)).collect();
    if !tests.is_empty() && matches!(item.kind, Kind::Tx | Kind::Address) {
        item.networks = tests;
        item.problem = item.problem.take().or(Some(Problem::TestNetwork));
    }
}

fn is_test_of(test: Network, networks: Networks) -> bool {
    let main = test.as_str().strip_suffix("-testnet").and_then(Network::parse);
    main.is_some_and(|main| networks.contains(main))
        || (test.family() == Family::Evm && !networks.intersection(Networks::EVM).is_empty())
}

/// Gives each memo to the nearest address that can have one: the last before it, or the first behind it. Both lists are
/// in the order of the text, so that what can have one is looked for once.
pub(crate) fn attach_memos(items: &mut [Item], memos: Vec<(usize, String)>) {
    let takes = |item: &Item| {
        item.kind == Kind::Address
            && item.memo.is_none()
            && item.networks.iter().any(Network::takes_memo)
    };
    if memos.is_empty() {
        return;
    }
    let takers = items.iter().enumerate().filter(|(_, item)| takes(item));
    let takers: Vec<usize> = takers.map(|(place, _)| place).collect();
    let mut rest = takers.as_slice();
    for (at, memo) in memos {
        let behind = items.partition_point(|item| item.start < at);
        let (before, after) = rest.split_at(rest.partition_point(|place| *place < behind));
        let nearest = match before.last() {
            Some(before) => nearer(items, *before, behind, at, takes),
            None => after.first().copied(),
        };
        let Some(nearest) = nearest else { continue };
        if let Some(item) = items.get_mut(nearest) {
            item.memo = Some(memo);
        }
        rest = rest.get(rest.partition_point(|place| *place <= nearest)..).unwrap_or_default();
    }
}

/// The item directly behind a memo may be nearer than the last one before it.
fn nearer(
    items: &[Item],
    before: usize,
    behind: usize,
    at: usize,
    takes: impl Fn(&Item) -> bool,
) -> Option<usize> {
    let distance = |item: &Item| item.start.abs_diff(at).min(item.end.abs_diff(at));
    let next = items.get(behind).filter(|item| takes(item));
    let last = items.get(before)?;
    let next_wins = next.is_some_and(|next| distance(next) < distance(last));
    Some(if next_wins { behind } else { before })
}

#[cfg(test)]
mod tests {
    use crate::{Kind, Options, scan};

    const ADDRESSES: [&str; 3] = [
        "rJHMeqKu8Ep7Fazx8MQG6JunaafBXz93YQ",
        "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
        "rPT1Sjq2YGrBMTttX4GZHjKu9dyfzbpAYe",
    ];

    fn memos(text: &str) -> Vec<Option<String>> {
        let [a, b, c] = ADDRESSES;
        let text = text.replace('①', a).replace('②', b).replace('③', c);
        let items = scan(&text, &Options::default()).into_iter();
        items.filter(|item| item.kind == Kind::Address).map(|item| item.memo).collect()
    }

    #[test]
    fn a_memo_is_that_of_the_nearest_address_that_has_none() {
        for (text, expected) in [
            ("tag 11 ① then ②, tag 22 and tag 33 ③", ["11", "22", "33"].as_slice()),
            ("①, tag 11 and then ②, tag 22 and then ③, tag 33", &["11", "22", "33"]),
            ("①, ②, tag 22, 5 USDT, tag 33, ③", &["", "22", "33"]),
            ("①, 5 USDT, 6 USDT, tag 11", &["11"]),
            ("tag 11, tag 22, tag 33, ①, ②", &["11", "22"]),
        ] {
            let found: Vec<_> = memos(text).into_iter().map(Option::unwrap_or_default).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    /// For each of them, all the amounts before it were looked at.
    #[test]
    fn memos_of_no_address_take_linear_time() {
        let items = scan(&"5 USDT, tag 1234\n".repeat(40_000), &Options::default());
        assert_eq!(items.len(), 40_000);
    }
}
