//! What holds for every text.

use proofdesk_evidence::{Kind, Options, check, scan};
use proptest::prelude::*;

/// Pieces that rules look at, whole and broken, to be put together in every order.
const PIECES: &[&str] = &[
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "b9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e",
    "0xb9ae2e808fe8e57171f303ad8f6e3fd1",
    "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
    "rJHMeqKu8Ep7Fazx8MQG6JunaafBXz93YQ",
    "EQDk2VTvn04SUKJrW7rXahzdF8_Qi6utb0wj43InCu9vdjrR",
    "0:8a8627861a5dd96c9db3ce0807b122da5ed473934ce7568a5b4b1c361cbb28ae",
    "addr_test1vz2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzerspjrlsz",
    "https://etherscan.io/tx/0xb9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e",
    "http://etherscam.io/",
    "https://etherscan.io@evil.example/",
    "tronscan.org/#/address/TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp",
    "alice.near",
    "0.0.12345",
    "1,250.50",
    "1.250,5",
    "50k",
    "一千",
    "两万",
    "１００",
    "٥٠٠",
    "usdt",
    "BTC",
    "U",
    "$5",
    "2026-11-02",
    "14:03",
    "UTC+8",
    "11月2日",
    "Nov 2",
    "uid",
    "order id",
    "block",
    "chain id",
    "memo",
    "timestamp",
    "1700000000",
    "AB12cd34EF56gh78",
    "OD-2026_1",
    "⟦seed-phrase⟧",
    "...",
    "…",
    "\u{200B}",
    "\n",
    "Т",
    "а",
    "\\n",
    ":",
    "/",
    "@",
    "-",
    "_",
    " ",
    " ",
    " ",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => "[0-9A-Za-z]{1,60}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_characters_in_order(text in texts()) {
        let mut end = 0;
        for item in scan(&text, &Options::default()) {
            prop_assert!(item.start >= end && item.end > item.start, "{text:?} {item:?}");
            prop_assert!(text.get(item.start..item.end).is_some(), "{text:?} {item:?}");
            prop_assert!(!item.value.is_empty());
            end = item.end;
        }
    }

    #[test]
    fn what_is_not_valid_says_why(text in texts()) {
        for item in scan(&text, &Options::default()) {
            prop_assert_eq!(item.valid, item.problem.as_ref().is_none_or(|problem| problem.leaves_valid()));
        }
    }

    #[test]
    fn a_value_reads_back(text in texts()) {
        for item in scan(&text, &Options::default()).into_iter().filter(|item| item.valid) {
            let again = check(item.kind, &item.value, &Options::default());
            prop_assert_eq!(again.as_ref().map(|it| &it.value), Some(&item.value), "{:?} {:?}", text, item);
        }
    }

    #[test]
    fn every_check_survives_every_text(text in texts()) {
        for kind in Kind::ALL {
            let item = check(*kind, &text, &Options::default());
            prop_assert!(item.is_none_or(|item| item.end <= text.trim().len()));
        }
    }

    #[test]
    fn masks_and_words_are_no_evidence(words in prop::collection::vec("[b-df-hj-np-tv-z]{1,9}", 0..20)) {
        let text = words.join(" ⟦hex-private-key⟧ ");
        // Three letters at random are a ticker now and then.
        let items = scan(&text, &Options::default()).into_iter().filter(|item| item.kind != Kind::Ticker);
        prop_assert_eq!(items.count(), 0, "{:?}", text);
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    // Counted in work, not in seconds: a quadratic rule would need hours for these, and the test runner's limit ends it.
    for piece in [
        "a",
        "1",
        "\u{200B}",
        "0xab ",
        "a.",
        "a-",
        "1,2 ",
        "usdt ",
        "tag 1 rJHMeqKu8Ep7Fazx8MQG6JunaafBXz93YQ ",
        "http://a@",
        "ааa",
        "一",
    ] {
        let text = piece.repeat(400_000 / piece.len());
        assert!(scan(&text, &Options::default()).len() <= text.len());
    }
}
