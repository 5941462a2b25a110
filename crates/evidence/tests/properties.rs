//! What holds for every text.

use proofdesk_evidence::{Item, Kind, Network, Options, Problem, check, scan};
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

const EVM: &str = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const HASH: &str = "0xb9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e";
const SEGWIT: &str = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
const TON: &str = "EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF";
const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE58: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Whole addresses whose checksum tells where one character was changed, their alphabet, and how many characters in front say
/// what they are.
const CHECKED: [(&str, &str, usize); 5] = [
    (TON, BASE64, 2),
    ("GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ", BASE32, 1),
    ("VCMJKWOY5P5P7SKMZFFOCEROPJCZOTIJMNIYNUCKH7LRO45JMJP6UYBIJA", BASE32, 1),
    ("1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH", BASE58, 1),
    ("TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp", BASE58, 1),
];

/// Names of months, also of languages that are not English, and their numbers.
const MONTHS: [(&str, u32); 14] = [
    ("January", 1),
    ("feb", 2),
    ("марта", 3),
    ("Апреля", 4),
    ("de mayo de", 5),
    ("haziran", 6),
    ("يوليو", 7),
    ("AUGUST", 8),
    ("Sept", 9),
    ("de octubre de", 10),
    ("Kasım", 11),
    ("tháng 12 năm", 12),
    ("декабря", 12),
    ("Şubat", 2),
];

/// What people write around a value, without anything that says what it is.
fn around() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "see ", "是 ", "вот: ", "(", "it is\n"]).prop_map(str::to_owned)
}

fn single(text: &str) -> Result<Item, TestCaseError> {
    let mut items = scan(text, &Options::default());
    prop_assert_eq!(items.len(), 1, "{:?} {:?}", text, items);
    Ok(items.remove(0))
}

proptest! {
    // Each looks for a changed character, which takes thousands of checksums.
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_character_is_named_or_nothing_is_said_of_it(
        which in prop::sample::select(CHECKED.to_vec()),
        at in any::<prop::sample::Index>(),
        letter in any::<prop::sample::Index>(),
        before in around(),
    ) {
        let (address, alphabet, head) = which;
        let at = head + at.index(address.len() - head);
        let was = address[at..].chars().next();
        let letters: Vec<char> = alphabet.chars().filter(|c| Some(*c) != was).collect();
        let now = letters.get(letter.index(letters.len())).copied().unwrap_or_default();
        let wrong = format!("{}{now}{}", &address[..at], &address[at + 1..]);
        let text = format!("{before}{wrong} ok");
        let item = single(&text)?;
        prop_assert_eq!(&text[item.start..item.end], &wrong);
        prop_assert!(!item.valid);
        let named = Problem::ChangedCharacter { position: at, expected: was };
        let problem = item.problem.as_ref();
        prop_assert!(problem == Some(&named) || problem == Some(&Problem::WrongChecksum), "{:?}", item);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_shortened_value_is_its_two_ends(
        value in prop::sample::select(vec![EVM, HASH, SEGWIT]),
        gap in prop::sample::select(vec!["...", "…", "..", "⋯", "****", "***"]),
        head in 6_usize..14,
        tail in 4_usize..10,
        before in around(),
    ) {
        let (head, tail) = (&value[..head], &value[value.len() - tail..]);
        let short = format!("{head}{gap}{tail}");
        let text = format!("{before}{short} ok");
        let item = single(&text)?;
        prop_assert_eq!(&text[item.start..item.end], &short);
        prop_assert_eq!(item.value, format!("{head}…{tail}"));
        prop_assert_eq!(item.problem, Some(Problem::Ellipsis { head: head.len(), tail: tail.len() }));
    }

    #[test]
    fn ranges_of_numbers_are_not_shortened(
        from in "0x[0-9a-f]{2,3}",
        to in "[0-9a-f]{2,4}",
        numbers in "[1-9][0-9]{0,4}",
    ) {
        for text in [format!("{from}..{to} ok"), format!("bytes {numbers}...{numbers} ok"), format!("{numbers}..{numbers}")] {
            let items = scan(&text, &Options::default());
            let shortened = |item: &Item| matches!(item.problem, Some(Problem::Ellipsis { .. }));
            prop_assert!(!items.iter().any(shortened), "{:?} {:?}", text, items);
        }
    }

    #[test]
    fn what_is_much_too_long_was_not_shortened(tail in "[0-9a-f]{120,400}") {
        for text in [format!("0x12ab…{tail}"), format!("b9ae2e808f...{tail}"), format!("bc1qw508...{tail}")] {
            let items = scan(&text, &Options::default());
            let shortened = |item: &Item| matches!(item.problem, Some(Problem::Ellipsis { .. }));
            prop_assert!(!items.iter().any(shortened), "{:?}", items);
        }
    }

    #[test]
    fn an_address_of_ton_is_put_together(
        at in 11_usize..47,
        gap in prop::sample::select(vec![" ", "  ", "\n", "\r\n", "\u{3000}"]),
        before in around(),
    ) {
        let broken = format!("{}{gap}{}", &TON[..at], &TON[at..]);
        let text = format!("{before}{broken}");
        let item = single(&text)?;
        prop_assert_eq!(&text[item.start..item.end], &broken);
        prop_assert_eq!(&item.value, TON);
        let problem = if gap.contains('\n') { Problem::LineBreak } else { Problem::Spaces };
        prop_assert_eq!(item.problem, Some(problem));
    }

    #[test]
    fn months_are_read_in_every_language(
        day in 1_u32..=28,
        month in prop::sample::select(MONTHS.to_vec()),
        year in 2009_u32..2100,
        hour in 0_u32..24,
        before in around(),
    ) {
        let (name, number) = month;
        let written = format!("{day} {name} {year} {hour:02}:05");
        let text = format!("{before}{written}");
        let item = single(&text)?;
        prop_assert_eq!(&text[item.start..item.end], &written);
        prop_assert_eq!(item.kind, Kind::Time);
        prop_assert_eq!(item.value, format!("{year}-{number:02}-{day:02}T{hour:02}:05"));
    }

    #[test]
    fn ids_in_groups_are_no_addresses_of_ton(
        id in "(EQ|UQ|kQ|0Q|Ef)[A-Za-z0-9]{2,8}(-[0-9A-F]{4}){1,5}",
        uuid in "0f[0-9a-f]{6}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
        key in "https://files\\.example/d/1Ab[A-Za-z0-9]{4,30}c-EQ[A-Za-z0-9]{42,46}/view",
    ) {
        for text in [id, uuid, key] {
            let items = scan(&text, &Options::default());
            let ton = |item: &Item| matches!(item.networks.single(), Some(Network::Ton | Network::TonTestnet));
            prop_assert!(!items.iter().any(ton), "{:?} {:?}", text, items);
        }
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
        "hχ",
        "ujd 1",
        "q{address}8KjKJJLsh W72jIc|M6ezt8KjKJJLsh tag 1234",
        "一",
    ] {
        let text = piece.repeat(400_000 / piece.len());
        assert!(scan(&text, &Options::default()).len() <= text.len());
    }
}

#[test]
fn hostile_addresses_of_ton_ends_and_days_take_linear_time() {
    // As above, in shorter texts: what is quadratic here looks at many pieces for each.
    for piece in [
        "EQ-",
        "ЕQ",
        "EQ\u{200B}",
        "EQaaaaaaaa1 ",
        "EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHK ",
        "GA7WYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ ",
        "0x12ab...",
        "5 de ",
        "1 tháng ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        assert!(scan(&text, &Options::default()).len() <= text.len());
    }
    let far = format!("EQDKbjIcfM6 {}a", " ".repeat(50_000));
    assert!(scan(&far.repeat(3), &Options::default()).len() < 10);
}
