//! What people write, and what must come of it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use proofdesk_evidence::{
    Check, Hints, Item, Kind, Network, Networks, Options, Pattern, Problem, check, narrow, scan,
};

const HASH: &str = "b9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e";
const EVM: &str = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const BTC: &str = "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH";
const SEGWIT: &str = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
const TRON: &str = "TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp";

const TON: &str = "EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF";
const COSMOS: &str = "cosmos1hsk6jryyqjfhp5dhc55tc9jtckygx0eph6dd02";
const STELLAR: &str = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";
const ALGORAND: &str = "VCMJKWOY5P5P7SKMZFFOCEROPJCZOTIJMNIYNUCKH7LRO45JMJP6UYBIJA";
const DOT: &str = "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5";
const CASH: &str = "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a";
const TEZOS: &str = "tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb";

fn items(text: &str) -> Vec<Item> {
    scan(text, &Options::default())
}

fn one(text: &str) -> Item {
    let mut items = items(text);
    assert_eq!(items.len(), 1, "{text}: {items:?}");
    items.remove(0)
}

fn kinds(text: &str) -> Vec<(&'static str, String)> {
    items(text).into_iter().map(|item| (item.kind.as_str(), item.value)).collect()
}

/// Code of the problem and whether the value is valid.
fn problem(text: &str) -> (Option<&'static str>, bool) {
    let item = one(text);
    (item.problem.as_ref().map(Problem::code), item.valid)
}

#[test]
fn ordinary_sentences_have_no_evidence() {
    for text in [
        "",
        "Hello, my deposit has not arrived, please help me.",
        "I waited 3 days and called 2 times (at 5).",
        "你好，我的充值还没有到账，请帮我看看。",
        "Где мои деньги? Жду уже 3 дня!",
        "⟦seed-phrase⟧ ⟦wif-key⟧ ⟦hex-private-key⟧ my words: ⟦extended-private-key⟧",
        "Donaudampfschifffahrtsgesellschaft, antidisestablishmentarianism",
        "See page 12.5, section 4.2.1, version 1.2.3-beta, file a.b.c, e.g. this.",
        "write to help@example.com or see https://example.com/faq?id=12",
        "the d41d8cd98f00b204e9800998ecf8427e checksum and commit 858c9a2f8c8f9d0f8b6a2f1de53b8e6b1a0e4a11",
        "error 0x80070005, code 0xDEADBEEF",
        "Transaction failed. Then I tried again... and again.",
        "call me at +1 555 123 4567 or 1234 5678 9012 3456",
        "100...200 people, 100kg...200kg, 10am...11pm, 1st...2nd, Tue1...Wed2, rank1...rank2, T1000...T2000",
        "version 0.0.1234 of the app",
        "diff a1b2c3d..e4f5a6b, LinkedIn...then, DeFi...that, EQUAL...TO, bc1...",
    ] {
        assert_eq!(items(text), [], "{text}");
    }
}

#[test]
fn hashes_are_sets_of_candidates() {
    let bare = one(&format!("txid:{HASH}"));
    assert_eq!((bare.kind, bare.check), (Kind::Tx, Check::Shape));
    assert!(bare.networks.contains(Network::Bitcoin) && bare.networks.contains(Network::Tron));
    assert!(!bare.networks.contains(Network::Ethereum));
    let prefixed = one(&format!("hash 0x{HASH}."));
    assert!(
        prefixed.networks.contains_all(Networks::EVM) && prefixed.networks.contains(Network::Aptos)
    );
    let solana = one(
        "5LmxrEKGchhMuYfw6Qut6CbsvE9pVfb8YvwZKvWssSesDVjHioBCmWKSJQh1WhvcM6CpemhpHNmEMA2a36rzwTa8",
    );
    assert_eq!((solana.kind, solana.networks.single()), (Kind::Tx, Some(Network::Solana)));
}

#[test]
fn the_text_narrows() {
    let single = |text: &str| {
        let items = items(text);
        items
            .iter()
            .find(|item| matches!(item.kind, Kind::Tx | Kind::Address))
            .unwrap()
            .networks
            .single()
    };
    assert_eq!(single(&format!("sent by TRC20, {HASH}")), Some(Network::Tron));
    assert_eq!(single(&format!("{HASH} 通过波场转的")), Some(Network::Tron));
    assert_eq!(single(&format!("0.5 btc {HASH}")), Some(Network::Bitcoin));
    assert_eq!(single(&format!("{EVM} on polygon")), Some(Network::Polygon));
    assert_eq!(single(&format!("{EVM} BEP20 USDT")), Some(Network::Bsc));
    let token = items(&format!("0x{HASH} USDT")).remove(0).networks;
    assert!(token.contains_all(Networks::EVM), "tokens are bridged to every chain");
    assert_eq!(single(&format!("chain id 8453, {EVM}")), Some(Network::Base));
    assert_eq!(
        single(&format!("{HASH} https://tronscan.org/#/address/{TRON}")),
        Some(Network::Tron)
    );
    assert_eq!(single("3LRW7jeCvQCRdPF8S3yUCfRAx4eqXFmdcr ltc"), Some(Network::Litecoin));
    let text = format!("TRC20 {EVM}");
    let unchanged = items(&text).remove(0).networks;
    assert!(unchanged.contains_all(Networks::EVM), "a hint that contradicts is no hint");
    let test = items(&format!("https://sepolia.etherscan.io/ {EVM}")).remove(1);
    assert_eq!(
        (test.networks.single(), test.problem),
        (Some(Network::Sepolia), Some(Problem::TestNetwork))
    );
}

#[test]
fn what_is_known_elsewhere_narrows_too() {
    let mut found = items(&format!("{EVM} {HASH}"));
    let own = [(&*EVM.to_lowercase(), Network::Arbitrum)];
    narrow(&mut found, &Hints { own_addresses: &own, tickers: &["LTC"], ..Hints::default() });
    assert_eq!(found[0].networks.single(), Some(Network::Arbitrum));
    assert_eq!(found[1].networks.single(), Some(Network::Litecoin));
    narrow(&mut found, &Hints { networks: Network::Solana.into(), ..Hints::default() });
    assert_eq!(found[1].networks.single(), Some(Network::Litecoin));
}

#[test]
fn broken_values_are_told_apart() {
    let cut = |text: &str, len: usize| text.get(..len).unwrap().to_owned();
    let cases = [
        (format!("tx {}", cut(&format!("0x{HASH}"), 62)), "cut_off"),
        (format!("tx {}", cut(HASH, 60)), "cut_off"),
        (format!("address {}", cut(EVM, 38)), "cut_off"),
        (cut(EVM, 36), "cut_off"),
        (cut(SEGWIT, 38), "cut_off"),
        (cut(TRON, 32), "cut_off"),
        (format!("{EVM}0"), "too_long"),
        (format!("{HASH}0"), "too_long"),
        (format!("{TRON}x"), "too_long"),
        (format!("{SEGWIT}q"), "too_long"),
        (format!("{COSMOS}x"), "too_long"),
        (format!("{EVM}x"), "too_long"),
        (cut(TON, 47), "cut_off"),
        (format!("address {}", cut(TON, 40)), "cut_off"),
        (format!("{TON}x"), "too_long"),
        (TON.replacen('j', "k", 1), "changed_character"),
        (STELLAR.replacen('Q', "W", 1), "changed_character"),
        (ALGORAND.replacen('J', "K", 1), "changed_character"),
        (cut(ALGORAND, 55), "cut_off"),
        (cut(DOT, 45), "cut_off"),
        (DOT.replacen('u', "v", 1), "wrong_checksum"),
        (HASH.replacen('f', "g", 1), "changed_character"),
        ("EQDKbj...PrHF".to_owned(), "ellipsis"),
        ("ltc1qh...mvsu".to_owned(), "ellipsis"),
        ("cosmos1hs…dd02".to_owned(), "ellipsis"),
        ("tz1VSU...jcjb".to_owned(), "ellipsis"),
        ("DBXu2k...aCyD".to_owned(), "ellipsis"),
        ("GA7QYN...VSGZ".to_owned(), "ellipsis"),
        ("b9ae2e808f...cc517d7e".to_owned(), "ellipsis"),
        ("b9ae2e808fe8e571****e8e30a71cc517d7e".to_owned(), "ellipsis"),
        (EVM.replacen("aA", "aa", 1), "changed_character"),
        (EVM.replacen("5a", "6a", 1), "wrong_checksum"),
        (BTC.replacen('9', "8", 1), "changed_character"),
        (BTC.replacen("9tc", "8td", 1), "wrong_checksum"),
        (TRON.replacen('L', "M", 1), "changed_character"),
        (SEGWIT.replacen('d', "s", 1), "changed_character"),
        (SEGWIT.replacen('d', "b", 1), "changed_character"),
        ("rJHMeqKu8Ep7Fazx8MQG6JunaafBXz93YR".to_owned(), "changed_character"),
        ("0x5aAe…eAed".to_owned(), "ellipsis"),
        ("0x5aAeb6...1BeAed".to_owned(), "ellipsis"),
        ("TQLCsS…arpQp".to_owned(), "ellipsis"),
        ("bc1qw508...v8f3t4".to_owned(), "ellipsis"),
        (
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd".to_owned(),
            "wrong_variant",
        ),
        ("eDe8F58dADa22c3A49dB60D4f82BAD428ab65F89".to_owned(), "missing_prefix"),
    ];
    for (text, code) in cases {
        assert_eq!(problem(&text), (Some(code), false), "{text}");
    }
}

#[test]
fn positions_are_named() {
    let wrong = SEGWIT.replacen('d', "s", 1);
    let expected = Problem::ChangedCharacter { position: 8, expected: Some('d') };
    assert_eq!(one(&wrong).problem, Some(expected));
    let expected = Problem::ChangedCharacter { position: 5, expected: Some('9') };
    assert_eq!(one(&BTC.replacen('9', "8", 1)).problem, Some(expected));
    assert_eq!(one(&EVM[..38]).problem, Some(Problem::CutOff { have: 38, want: 42 }));
    let expected = Problem::ChangedCharacter { position: 4, expected: Some('b') };
    assert_eq!(one(&TON.replacen('b', "q", 1)).problem, Some(expected));
    let expected = Problem::ChangedCharacter { position: 3, expected: Some('Q') };
    assert_eq!(one(&STELLAR.replacen('Q', "W", 1)).problem, Some(expected));
    let expected = Problem::TooLong { have: 43, want: 42 };
    assert_eq!(one(&format!("{SEGWIT}q")).problem, Some(expected));
}

#[test]
fn oddly_typed_values_are_mended() {
    let wide: String =
        EVM.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
    let cases = [
        (wide, EVM, "full_width"),
        (format!("{}\u{200B}{}", &EVM[..9], &EVM[9..]), EVM, "invisible"),
        (format!("{}\n{}", &EVM[..21], &EVM[21..]), EVM, "line_break"),
        (format!("{} {} {}", &EVM[..10], &EVM[10..20], &EVM[20..]), EVM, "spaces"),
        (format!("{}\r\n{}", &HASH[..32], &HASH[32..]), HASH, "line_break"),
        (format!("{} {}", &SEGWIT[..20], &SEGWIT[20..]), SEGWIT, "spaces"),
        (format!("{}\n{}", &TRON[..20], &TRON[20..]), TRON, "line_break"),
        (TRON.replacen('T', "Т", 1), TRON, "look_alike"),
        (EVM.replacen('e', "е", 1), EVM, "look_alike"),
        (SEGWIT.replacen('c', "с", 1), SEGWIT, "look_alike"),
        (format!("{}\u{200B}{}", &TON[..20], &TON[20..]), TON, "invisible"),
        (format!("{} {}", &TON[..40], &TON[40..]), TON, "spaces"),
        (format!("{}\n{}", &TON[..24], &TON[24..]), TON, "line_break"),
        (TON.replacen('e', "е", 1), TON, "look_alike"),
        (format!("{}\n{}", &ALGORAND[..29], &ALGORAND[29..]), ALGORAND, "line_break"),
        (format!("{} {}", &TEZOS[..18], &TEZOS[18..]), TEZOS, "spaces"),
        (format!("{}\n{}", &CASH[..27], &CASH[27..]), CASH, "line_break"),
        (format!("{}\n> {}", &HASH[..32], &HASH[32..]), HASH, "line_break"),
        (HASH.replacen('0', "O", 1), HASH, "look_alike"),
        (HASH.replacen('0', "о", 1), HASH, "look_alike"),
    ];
    let wide = |text: &str| -> String {
        text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect()
    };
    assert_eq!(problem(&wide(TON)), (Some("full_width"), true));

    for (text, value, code) in cases {
        let item = one(&text);
        assert_eq!(item.problem.as_ref().map(Problem::code), Some(code), "{text}");
        assert_eq!(
            (item.value.as_str(), item.start, item.end, item.valid),
            (value, 0, text.len(), true),
            "{text}"
        );
    }
    let full = format!("0x{HASH}");
    let item = one(&format!("{}\n{}", &full[..42], &full[42..]));
    assert_eq!((item.kind, &item.value), (Kind::Tx, &full));
    let pieces: Vec<_> = full.as_bytes().chunks(8).map(|it| str::from_utf8(it).unwrap()).collect();
    let item = one(&pieces.join(" "));
    assert_eq!((item.kind, &item.value), (Kind::Tx, &full));
    let zero = BTC.replacen('1', "l", 1);
    assert_eq!(items(&zero), [], "a small L begins no address");
    let letter = "DLSSSUS3ex7YNDACJDxMER1ZMW579Vy8Zy".replacen('1', "l", 1);
    let item = one(&letter);
    assert_eq!(item.problem, Some(Problem::LookAlike { position: 22, found: 'l', meant: '1' }));
    assert!(item.valid && item.value.contains('1'));
}

#[test]
fn warnings_leave_a_value_valid() {
    for (text, code) in [
        ("0xdAC17F958D2ee523a2206206994597C13D831ec7", "token_contract"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "token_contract"),
        ("0x000000000000000000000000000000000000dEaD", "burn_address"),
        ("tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy", "test_network"),
        ("kQDk2VTvn04SUKJrW7rXahzdF8_Qi6utb0wj43InCu9vdoFb", "test_network"),
        (
            "https://sepolia.etherscan.io/tx/0xb9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e",
            "test_network",
        ),
        (
            "https://mempool.space/testnet4/tx/0607f62530b68cfcc91c57a1702841dd399a899d0eecda8e31ecca3f52f01df2",
            "test_network",
        ),
        (
            "https://explorer.solana.com/address/Bxp8yhH9zNwxyE4UqxP7a7hgJ5xTZfxNNft7YJJ2VRjT?cluster=devnet",
            "test_network",
        ),
    ] {
        assert_eq!(problem(text), (Some(code), true), "{text}");
    }
}

#[test]
fn memos_find_their_address() {
    let address = "rJHMeqKu8Ep7Fazx8MQG6JunaafBXz93YQ";
    for text in [
        format!("{address} tag 12345"),
        format!("Destination Tag: 12345\n{address}"),
        format!("地址 {address} 标签：12345"),
        format!("{address}, memo=12345, uid 0000"),
    ] {
        let found = items(&text).into_iter().find(|item| item.kind == Kind::Address).unwrap();
        assert_eq!(found.memo.as_deref(), Some("12345"), "{text}");
    }
    let muxed = one("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAJLK");
    assert_eq!(muxed.memo.as_deref(), Some("9223372036854775808"));
}

#[test]
fn numbers_are_named_by_the_words_beside() {
    let cases = [
        ("UID: AB12cd34EF56gh78", ("uid", "AB12cd34EF56gh78")),
        ("用户ID：1234567890123456", ("uid", "1234567890123456")),
        ("AB12cd34EF56gh78", ("uid", "AB12cd34EF56gh78")),
        ("order id OD-2026_1187", ("order", "OD-2026_1187")),
        ("订单号20261102118", ("order", "20261102118")),
        (
            "order 7e3c1c2e-5a2f-4f0b-9a53-0a1b2c3d4e5f",
            ("order", "7e3c1c2e-5a2f-4f0b-9a53-0a1b2c3d4e5f"),
        ),
        ("block 23,456,789", ("height", "23456789")),
        ("区块高度：23456789", ("height", "23456789")),
        ("высота блока 850000", ("height", "850000")),
        ("chainId: 0x38", ("chain_id", "56")),
        ("chain id 56", ("chain_id", "56")),
        ("timestamp 1700000000", ("time", "2023-11-14T22:13:20Z")),
        ("at 2026-11-02 14:03 UTC+8", ("time", "2026-11-02T14:03+08:00")),
        ("11月2日 14:03", ("time", "--11-02T14:03")),
        ("my USDT", ("ticker", "USDT")),
        ("0.0.1234@1700000000.123456789", ("tx", "0.0.1234@1700000000.123456789")),
        ("sipariş no 202611020001", ("order", "202611020001")),
        ("retiro del 2 de noviembre de 2026", ("time", "2026-11-02")),
        ("2 ноября 2026 в 14:05 по Москве", ("time", "2026-11-02T14:05+03:00")),
    ];
    for (text, (kind, value)) in cases {
        assert_eq!(kinds(text), [(kind, value.to_owned())], "{text}");
    }
    assert_eq!(one("UID: 1234567").problem, Some(Problem::CutOff { have: 7, want: 16 }));
}

#[test]
fn forms_are_configured() {
    let mut options = Options::default().with_tickers(["WXYZ"]);
    options.uid = Pattern::parse("[0-9]{8}").unwrap();
    options.orders = vec![Pattern::parse("OD[0-9]{6}").unwrap()];
    let found: Vec<_> = scan("uid 12345678 OD123456 5 wxyz", &options)
        .into_iter()
        .map(|it| (it.kind.as_str(), it.value))
        .collect();
    assert_eq!(
        found,
        [("uid", "12345678".into()), ("order", "OD123456".into()), ("amount", "5 WXYZ".into())]
    );
}

#[test]
fn a_link_is_one_item() {
    let text = format!("see https://etherscan.io/tx/0x{HASH}, please");
    let item = one(&text);
    assert_eq!(&text[item.start..item.end], format!("https://etherscan.io/tx/0x{HASH}"));
    let link = item.link.unwrap();
    assert_eq!((link.network, link.chain_id), (Some(Network::Ethereum), Some(1)));
    let bare = one(&format!("我的交易etherscan.io/tx/0x{HASH}。"));
    assert_eq!(bare.kind, Kind::Link);
    let locale = one(&format!("https://www.oklink.com/zh-hans/bsc/tx/0x{HASH}"));
    assert_eq!(locale.networks.single(), Some(Network::Bsc));
    let block = one("https://etherscan.io/block/23456789");
    assert_eq!(block.link.unwrap().target.unwrap().kind.as_str(), "block");
    let kin = one(&format!("https://base.blockscout.com/tx/0x{HASH}?tab=logs"));
    assert_eq!(kin.networks.single(), Some(Network::Base));
    let unknown = one(&format!("https://scan.example.com/tx/0x{HASH}"));
    assert_eq!(unknown.kind, Kind::Tx);
    let asked = one(&format!("https://nulscan.io/transaction/info?hash={HASH}"));
    assert_eq!(asked.link.unwrap().target.unwrap().value, HASH);
    let shortened = one("https://etherscan.io/tx/0xb9ae2e80...517d7e");
    assert_eq!(shortened.problem.map(|it| it.code()), Some("ellipsis"));
    let subscan = one("https://polkadot.subscan.io/extrinsic/12345678-2");
    assert_eq!(subscan.link.unwrap().target.unwrap().value, "12345678-2");
}

#[test]
fn attacks_are_flagged() {
    let cases = [
        ("https://etherscan.io.evil.example/tx/1", "look_alike_host"),
        ("http://etherscam.io", "look_alike_host"),
        ("tronscan.com/login", "look_alike_host"),
        ("https://ethеrscan.io/tx/1", "look_alike_host"),
        ("https://xn--ethrscan-e8g.io/", "look_alike_host"),
        ("https://etherscan.io@evil.example/tx/1", "user_info"),
        ("https://user:secret@etherscan.io/tx/1", "user_info"),
        ("https://etherscan.io:8443/tx/1", "port"),
        ("https://etherscan.io%2eevil.example", "look_alike_host"),
    ];
    for (text, code) in cases {
        let item = one(text);
        assert_eq!(item.problem.as_ref().map(Problem::code), Some(code), "{text}");
        assert!(!item.valid && item.problem.unwrap().is_phishing());
        assert_eq!(item.networks, Networks::EMPTY, "{text}");
    }
    assert!(one("https://etherscan.io:443/").valid);
    // A name in the path of another page is no host, and an escape behind ours makes another one of it.
    let hidden = one(&format!("https://evil.example/etherscan.io/tx/0x{HASH}"));
    assert_eq!(hidden.kind, Kind::Tx);
    let named = one(&format!("https://cn.etherscan.com/tx/0x{HASH}"));
    assert_eq!((named.valid, named.networks.single()), (true, Some(Network::Ethereum)));
    let rooted = one(&format!("https://etherscan.io./tx/0x{HASH}"));
    assert_eq!(rooted.link.unwrap().target.unwrap().value, format!("0x{HASH}"));
}

#[test]
fn a_field_tells_hash_from_address() {
    let options = Options::default();
    let swapped = check(Kind::Tx, EVM, &options).unwrap();
    assert_eq!(
        (swapped.kind, swapped.valid, swapped.problem),
        (Kind::Address, false, Some(Problem::AddressNotHash))
    );
    let swapped = check(Kind::Address, &format!("0x{HASH}"), &options).unwrap();
    assert_eq!(swapped.problem, Some(Problem::HashNotAddress));
    let link = check(Kind::Tx, &format!("https://bscscan.com/tx/0x{HASH}"), &options).unwrap();
    assert_eq!(link.kind, Kind::Link);
    assert_eq!(check(Kind::Tx, "hello", &options), None);
    assert_eq!(check(Kind::Uid, "AB12cd34EF56gh78", &options).unwrap().kind, Kind::Uid);
}

#[test]
fn other_networks_are_recognised() {
    let cases = [
        ("alice.near", Network::Near),
        ("0.0.1234567", Network::Hedera),
        ("tz1SiPXX4MYGNJNDsRc7n8hkvUqFzg8xqF9m", Network::Tezos),
        ("t1Yfrf1dssDLmaMBsq2LFKWPbS5vH3nGpa2", Network::Zcash),
        (
            "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
            Network::Monero,
        ),
        ("41a614f803b6fd780986a42c78ec9c7f77e6ded13c", Network::Tron),
        ("2gVkYWexTHR5Hb2aLeQN3tnngvWzisFKXDUPrgMHpdST", Network::Solana),
    ];
    for (text, network) in cases {
        let item = one(text);
        assert_eq!((item.kind, item.networks.single()), (Kind::Address, Some(network)), "{text}");
    }
    let account = "0x54e80d76d790c277f5a44f3ce92f53d26f5894892bf395dee6375988876be6b2";
    let item = items(&format!("my SUI address {account}")).remove(1);
    assert_eq!((item.kind, item.networks.single()), (Kind::Address, Some(Network::Sui)));
}

#[test]
fn a_key_compares() {
    let upper = one(&SEGWIT.to_ascii_uppercase());
    assert_eq!(upper.key(), SEGWIT);
    assert_eq!(one(EVM).key(), EVM.to_lowercase());
    assert_eq!(one(TRON).key(), TRON);
}

#[test]
fn the_rest_of_a_hash_is_no_customer() {
    let items = scan("it said 0x4acb15506b7696 and nothing else", &Options::default());
    assert!(items.iter().all(|item| item.kind != Kind::Uid), "{items:?}");
    let items = scan("my UID is 4ACB15506B7696XY", &Options::default());
    assert_eq!(items.first().map(|item| item.kind), Some(Kind::Uid));
}

/// Found by fuzzing: the mended value was called valid, and its checksum was wrong.
#[test]
fn a_mended_address_has_to_be_one() {
    let read = |text: &str| {
        let item = check(Kind::Address, text, &Options::default()).unwrap();
        (item.problem.as_ref().map(Problem::code), item.valid)
    };
    assert_eq!(
        read("0xfB69160a951bdf60bB79Ce92CE3Ea74c376oab59"),
        (Some("changed_character"), false)
    );
    let right = EVM.replacen('0', "o", 2).replacen('o', "0", 1);
    assert_eq!(read(&right), (Some("look_alike"), true));
}

/// Found by fuzzing: a long number was one behind its ticker only, and no more one when it was grouped.
#[test]
fn an_amount_in_base_units_reads_back() {
    let digits = "672123456789012345683067283";
    for text in [
        format!("CHF: {digits}"),
        format!("{digits} CHF"),
        "672,123,456,789,012,345,683,067,283 CHF".to_owned(),
    ] {
        assert_eq!(one(&text).value, format!("{digits} CHF"));
    }
    let most = "9".repeat(80);
    assert_eq!(
        items(&format!("{most}k usdt")).iter().filter(|it| it.kind == Kind::Amount).count(),
        0
    );
}

/// Found by fuzzing: beside "NEAR" every transaction of another network passed for an account.
#[test]
fn a_transaction_of_one_network_is_no_account_of_another() {
    let item = check(Kind::Address, "NEAR 0.0.71111@1719171917.0", &Options::default()).unwrap();
    assert_eq!((item.valid, item.problem), (false, Some(Problem::HashNotAddress)));
}

/// Found by fuzzing: a name in letters of another script before a host that has many names.
#[test]
fn kin_of_an_explorer_have_plain_names() {
    assert_eq!(problem("https://\u{435}th.blockscout.com"), (Some("look_alike_host"), false));
}
