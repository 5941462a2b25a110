//! Published vectors: addresses valid and invalid, tags, links. Where they come from stands in tests/vectors/README.md.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_evidence::{
    Check, Family, Item, Kind, Network, Networks, Options, TargetKind, check, scan,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Address {
    network: String,
    input: String,
    valid: bool,
}

#[derive(Deserialize)]
struct Pasted {
    text: String,
    items: usize,
    problem: Option<String>,
}

#[derive(Deserialize)]
struct Packed {
    classic: String,
    tag: Option<u32>,
    xaddress_main: String,
    xaddress_test: String,
}

#[derive(Deserialize)]
struct Legacy {
    legacy: String,
    cashaddr: String,
}

#[derive(Deserialize)]
struct Host {
    host: String,
    network: String,
    chain_id: Option<u64>,
}

#[derive(Deserialize)]
struct Linked {
    url: String,
    expect: Option<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    network: String,
    chain_id: Option<u64>,
    kind: Option<String>,
    id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Explorer {
    id: String,
    chain_id: Option<serde_json::Value>,
    url: String,
    tx_path: String,
    account_path: String,
    sample_tx: Option<String>,
    sample_account: Option<String>,
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Vec<T> {
    serde_json::from_str(text).unwrap()
}

fn address(input: &str) -> Option<Item> {
    check(Kind::Address, input, &Options::default()).filter(|item| item.kind == Kind::Address)
}

/// The networks of the vectors by the names that are used there.
fn networks(name: &str) -> Networks {
    match name {
        "evm" => Networks::EVM,
        "substrate" => Networks::SUBSTRATE,
        "cardano" => Networks::of(Network::Cardano).with(Network::CardanoTestnet),
        "zcash-t" => Networks::of(Network::Zcash),
        name => Networks::of(Network::parse(name).unwrap()),
    }
}

fn holds(vector: &Address) -> bool {
    let item = address(&vector.input);
    item.is_some_and(|item| {
        let networks = item.networks.intersection(networks(&vector.network));
        item.valid && item.value == vector.input && !networks.is_empty()
    })
}

#[test]
fn every_address_is_judged_as_published() {
    let vectors: Vec<Address> = read(include_str!("vectors/addresses.json"));
    let wrong: Vec<_> = vectors
        .iter()
        .filter(|vector| holds(vector) != vector.valid)
        .map(|vector| format!("{} {} {:?}", vector.network, vector.input, address(&vector.input)))
        .collect();
    assert!(vectors.iter().filter(|it| it.valid).count() > 100);
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
}

#[test]
fn every_valid_address_is_found_in_a_sentence() {
    let vectors: Vec<Address> = read(include_str!("vectors/addresses.json"));
    for vector in vectors.iter().filter(|it| it.valid) {
        for (before, after) in
            [("sent to ", "."), ("我的地址是", "，没到账"), ("(", ")"), ("\"", "\",")]
        {
            let text = format!("{before}{}{after}", vector.input);
            let items = scan(&text, &Options::default());
            let found = items.iter().find(|item| item.kind == Kind::Address);
            let span = found.map(|item| &text[item.start..item.end]);
            assert_eq!(span, Some(vector.input.as_str()), "{text} {items:?}");
        }
    }
}

#[test]
fn packed_addresses_carry_their_tag() {
    for vector in read::<Packed>(include_str!("vectors/xrp_xaddress.json")) {
        let tag = vector.tag.map(|tag| tag.to_string());
        let main = address(&vector.xaddress_main).unwrap();
        assert_eq!((main.memo, main.networks.single()), (tag.clone(), Some(Network::Xrp)));
        let test = address(&vector.xaddress_test).unwrap();
        assert_eq!((test.memo, test.networks.single()), (tag, Some(Network::XrpTestnet)));
        assert_eq!(address(&vector.classic).unwrap().check, Check::Checksum);
    }
}

#[test]
fn both_forms_of_bitcoin_cash_are_known() {
    for vector in read::<Legacy>(include_str!("vectors/cashaddr_legacy.json")) {
        for form in [&vector.legacy, &vector.cashaddr] {
            assert!(address(form).unwrap().networks.contains(Network::BitcoinCash), "{form}");
        }
    }
}

fn link(url: &str) -> Option<Item> {
    scan(url, &Options::default()).into_iter().find(|item| item.kind == Kind::Link)
}

#[test]
fn every_host_is_known() {
    for vector in read::<Host>(include_str!("vectors/explorer_hosts.json")) {
        let item =
            link(&format!("https://{}/", vector.host)).unwrap_or_else(|| panic!("{}", vector.host));
        let link = item.link.unwrap();
        assert!(item.valid && item.start == 0, "{}", vector.host);
        if let Some(id) = vector.chain_id {
            assert_eq!(link.chain_id, Some(id));
            assert_eq!(link.network.map(Network::family), Some(Family::Evm));
        } else if let Some(network) = Network::parse(&vector.network) {
            assert_eq!(link.network, Some(network));
        }
    }
}

#[test]
fn every_link_is_read_as_published() {
    for Linked { url, expect } in read(include_str!("vectors/explorer_links.json")) {
        let item = link(&url).unwrap_or_else(|| panic!("{url}"));
        assert_eq!((item.start, item.end), (0, url.len()), "{url}");
        assert_eq!(scan(&url, &Options::default()).len(), 1, "{url}");
        let Some(expect) = expect else {
            assert!(item.problem.unwrap().is_phishing() && !item.valid, "{url}");
            continue;
        };
        let link = item.link.unwrap();
        let Some(kind) = expect.kind else {
            assert_eq!(item.problem.map(|it| it.code()), Some("cut_off"), "{url}");
            continue;
        };
        assert!(item.valid, "{url} {:?}", item.problem);
        let target = link.target.unwrap();
        assert_eq!((target.kind.as_str(), Some(target.value)), (kind.as_str(), expect.id), "{url}");
        if expect.chain_id.is_some() {
            assert_eq!(link.chain_id, expect.chain_id, "{url}");
        }
        match expect.network.as_str() {
            "evm" => assert_eq!(link.network.map(Network::family), Some(Family::Evm), "{url}"),
            "solana" if url.contains("devnet") => {
                assert_eq!(link.network, Some(Network::SolanaTestnet))
            }
            name => assert!(
                link.network.is_some_and(|it| Network::parse(name).is_none_or(|named| named == it)),
                "{url}"
            ),
        }
    }
}

#[test]
fn samples_of_the_registry_are_read() {
    let mut read_count = 0;
    for it in read::<Explorer>(include_str!("vectors/explorers.json")) {
        let base = it.url.trim_end_matches('/');
        let host = link(&format!("{base}/")).unwrap_or_else(|| panic!("{}", it.url));
        assert!(host.valid, "{}", it.url);
        let samples = [
            (&it.tx_path, &it.sample_tx, TargetKind::Tx),
            (&it.account_path, &it.sample_account, TargetKind::Address),
        ];
        for (path, sample, kind) in samples {
            let Some(sample) = sample.as_deref().filter(|_| path.len() > 1 && !path.contains('='))
            else {
                continue;
            };
            let url = format!("{base}{path}{sample}");
            let item = link(&url).unwrap_or_else(|| panic!("{url}"));
            let link = item.link.unwrap();
            let target = link.target.unwrap_or_else(|| panic!("{url}"));
            if !matches!(it.id.as_str(), "ripple" | "nano") {
                assert_eq!(target.kind, kind, "{url}");
            }
            assert_eq!(target.value, sample, "{url}");
            // VeChain's number is a tag of its own, not EIP-155's; the others share a host and are named by the path.
            if let Some(serde_json::Value::String(id)) = &it.chain_id
                && let Ok(id) = id.parse::<u64>()
                && it.id != "aptos"
                && !matches!(it.id.as_str(), "classic" | "xdai" | "okc" | "vechain")
            {
                assert_eq!(link.chain_id, Some(id), "{url}");
            }
            read_count += 1;
        }
    }
    assert!(read_count > 150, "{read_count}");
}

/// What programs and people make of values: broken, shortened, with letters that only look right; and what only looks like that.
#[test]
fn pasted_values_are_read_and_what_looks_like_them_is_not() {
    let lines = include_str!("vectors/pasted.jsonl").lines();
    let pasted: Vec<Pasted> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(pasted.len() >= 30, "{}", pasted.len());
    for Pasted { text, items, problem } in pasted {
        let found = scan(&text, &Options::default());
        assert_eq!(found.len(), items, "{text:?} {found:?}");
        let said = found.first().and_then(|item| item.problem.as_ref()).map(|it| it.code());
        assert_eq!(said, problem.as_deref(), "{text:?}");
    }
}
