//! What holds for every text.

use proofdesk_guard::{Kind, find_by_rules, scan};
use proptest::prelude::*;

const PHRASE: &str =
    "wild father tree among universe such mobile favorite target dynamic credit identify";
const WIF: &str = "Kz6UJmQACJmLtaQj5A3JAge4kVTNQ8gbvXuwbmCj7bsaabudb3RD";
const HEX: &str = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

/// Texts made of what the rules look at, so that they meet often.
fn pieces() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        PHRASE,
        WIF,
        HEX,
        "private key",
        "is my private key",
        "tx hash",
        "私钥",
        "key: ",
        "0x",
        "seed",
        "all",
        "zoo",
        "aban",
        "word",
        "1.",
        "23",
        "\n",
        " ",
        " ",
        ", ",
        "\u{3000}",
        "—",
        "/",
        "\\n",
        "\\",
        "⟦",
        "⟧",
        "⟦seed-phrase⟧",
        "⟦hex-private-key⟧",
        "é",
        "İ",
        "ﬁ",
        "ａｌｌ",
        "👩‍🚀",
        "the",
        "слово",
        "password: ",
        "password ",
        "is ",
        "Hunter2!x",
        "passphrase=",
        "code ",
        "482913",
        "123 456 ",
        "4242 ",
        "4242424242424242",
        "DE89370400440532013000",
        "api key ",
        "secret: ",
        "B51068CF10B34E7789C374AB932696A05E0A629BE7BFC62F",
        "2fa ",
        "JBSWY3DPEHPK3PXP",
        "jbsw y3dp ehpk 3pxp ",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2ln",
        "Cookie: session=",
        "token=",
        "otpauth://totp/x?secret=",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "{\"crypto\":{\"kdf\":\"scrypt\",\"ciphertext\":\"5318b4d5bcd28de64ee5559e671353e1\"}}",
        "[",
        "1,",
        "]",
        "sn259rEFXrQrWyx3Q7XneWcwV6dfL",
        "SCLWBBGSFM2VWKB6PTHRRZ2JVJ5UNO6INT4DELCIUDYUZBNBOS2MWBCB",
        "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
        "助记词",
        "的",
        "一 ",
        "歇歇歇歇歇歇歇歇歇歇歇逻",
        "あいこくしん\u{3000}",
        "가격 ",
        "абзац ",
        "密码是",
        "验证码",
        "код ",
        "\"",
        "'",
        "&a=",
        "?",
        ". ",
    ]);
    let piece = prop_oneof![8 => fixed.prop_map(str::to_owned), 1 => "\\PC{0,8}", 1 => "[0-9a-f]{64}", 1 => any::<String>()];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn spans_fit_and_the_rest_is_untouched(text in pieces()) {
        let scan = scan(&text);
        let (mut at, mut masked_at) = (0, 0);
        for finding in &scan.findings {
            prop_assert!(at <= finding.start && finding.start < finding.end);
            prop_assert!(text.is_char_boundary(finding.start) && text.is_char_boundary(finding.end));
            prop_assert_eq!(&text[at..finding.start], &scan.masked[masked_at..finding.masked_start]);
            prop_assert_eq!(&scan.masked[finding.masked_start..finding.masked_end], finding.kind.mask());
            (at, masked_at) = (finding.end, finding.masked_end);
        }
        prop_assert_eq!(&text[at..], &scan.masked[masked_at..]);
    }

    #[test]
    fn a_second_scan_changes_nothing(text in pieces()) {
        let once = scan(&text);
        let twice = scan(&once.masked);
        prop_assert!(twice.is_clean(), "{:?}", twice);
        prop_assert_eq!(twice.masked, once.masked);
    }

    #[test]
    fn a_secret_never_survives(before in pieces(), after in pieces(), label in "private key(: |=| is |\n)") {
        let mut text = format!("{before} ");
        let mut places = Vec::new();
        for (secret, behind) in [(PHRASE, format!(" {after}\n{label}")), (HEX, format!(" {before} ")), (WIF, format!(" {after}"))] {
            places.push(text.len()..text.len() + secret.len());
            text.push_str(secret);
            text.push_str(&behind);
        }
        let findings = scan(&text).findings;
        for place in places {
            let masked = findings.iter().any(|finding| finding.start <= place.start && place.end <= finding.end);
            prop_assert!(masked, "{} in {text}", &text[place]);
        }
    }

    #[test]
    fn prose_without_list_words_is_untouched(words in prop::collection::vec("[b-df-hj-np-tv-z]{1,9}", 0..80)) {
        let text = words.join(" ");
        prop_assert_eq!(scan(&text).masked, text);
    }
}

/// Keys that prove themselves, of every kind that is put together when something has broken it.
const PROVEN: [&str; 9] = [
    "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr",
    "L1RrrnXkcKut5DEMwtDthjwRcTTwED36thyL1DebVrKuwvohjMNi",
    "cTpB4YiyKiBcPxnefsDpbnDxFDffjqJob8wGCEDXxgQ7zQoMXJdH",
    "sEdTM1uX8pu2do5XvTnutH6HsouMaM2",
    "SCLWBBGSFM2VWKB6PTHRRZ2JVJ5UNO6INT4DELCIUDYUZBNBOS2MWBCB",
    "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
    "edsk2fuNzt29dPBwrTvES5JiKxLM8p4VTcKDF2oFZiwfJLEocqv1rb",
    "suiprivkey1qzwant3kaegmjy4qxex93s0jzvemekkjmyv3r2sjwgnv2y479pgsywhveae",
    "2NbnMNpWtdNuLBGQG9Min19qVfttYruh4DmwUmkmmZYASudRoZs8zuEWbPvcPxUMQfJtLBx2Pm87nWpWhk3TZwc8",
];

/// Which capital A, small a and zero begin an alphabet of mathematics that is written without a gap.
const ALPHABETS: [[u32; 3]; 3] = [
    [0x1_D400, 0x1_D41A, 0x1_D7CE],
    [0x1_D5A0, 0x1_D5BA, 0x1_D7E2],
    [0x1_D670, 0x1_D68A, 0x1_D7F6],
];

fn in_pieces(key: &str, of: usize, with: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters.chunks(of).map(String::from_iter).collect::<Vec<_>>().join(with)
}

fn styled(key: &str, [capital, small, zero]: [u32; 3]) -> String {
    let moved = |c: char, from: char, to: u32| char::from_u32(u32::from(c) - u32::from(from) + to);
    let one = |c: char| match c {
        'A'..='Z' => moved(c, 'A', capital),
        'a'..='z' => moved(c, 'a', small),
        '0'..='9' => moved(c, '0', zero),
        _ => None,
    };
    key.chars().map(|c| one(c).unwrap_or(c)).collect()
}

/// Holds that all of a secret is masked, whatever stands around it, and that the findings fit the text.
fn is_masked(before: &str, secret: &str, after: &str) -> Result<(), TestCaseError> {
    let text = format!("{before} {secret} .{after}");
    let place = before.len() + 1..before.len() + 1 + secret.len();
    let findings = scan(&text).findings;
    let fits = |at: usize| text.is_char_boundary(at);
    prop_assert!(findings.iter().all(|it| fits(it.start) && fits(it.end)), "{:?}", text);
    let is_whole = findings.iter().any(|it| it.start <= place.start && place.end <= it.end);
    prop_assert!(is_whole, "{:?} in {:?}: {:?}", secret, text, findings);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_broken_key_is_masked(
        key in prop::sample::select(PROVEN.to_vec()),
        of in 16_usize..40,
        with in prop::sample::select(vec![" ", "\n", "\r\n", "\n> ", "\u{3000}", "\t", "-\n", "=\r\n", "\u{200B} "]),
        before in pieces(),
        after in pieces(),
    ) {
        // What stands before would be a piece of the key, and what is no word is none.
        is_masked(&format!("{before}:"), &in_pieces(key, of, with), &after)?;
    }

    #[test]
    fn a_disguised_key_is_masked(
        key in prop::sample::select(PROVEN.to_vec()),
        of in 1_usize..28,
        hidden in prop::sample::select(vec![
            "\u{AD}", "\u{34F}", "\u{200B}", "\u{2060}\u{FEFF}", "\u{3164}", "\u{2800}", "\u{E0020}", "\u{206A}",
        ]),
        before in pieces(),
        after in pieces(),
    ) {
        is_masked(&before, &in_pieces(key, of, hidden), &after)?;
    }

    #[test]
    fn a_key_in_letters_of_mathematics_is_masked(
        key in prop::sample::select(PROVEN.to_vec()),
        alphabet in prop::sample::select(ALPHABETS.to_vec()),
        before in pieces(),
        after in pieces(),
    ) {
        is_masked(&before, &styled(key, alphabet), &after)?;
    }

    #[test]
    fn digits_in_groups_are_masked_behind_a_clear_name(
        digits in "([a-f][0-9]){32}",
        of in prop::sample::select(vec![4_usize, 8, 16, 32]),
        with in prop::sample::select(vec![" ", "\n", "-\n"]),
        name in prop::sample::select(vec!["private key", "我的私钥", "закрытый ключ", "khóa riêng tư"]),
    ) {
        is_masked(&format!("{name}:"), &in_pieces(&digits, of, with), "")?;
    }

    #[test]
    fn digits_that_nothing_calls_a_key_stay(
        groups in prop::collection::vec("([a-f][0-9]){2,32}", 1..40),
        with in prop::sample::select(vec![" ", "\n", "-\n", "-", ", "]),
        name in prop::sample::select(vec!["", "tx ", "order ids: ", "交易哈希：", "UUID "]),
    ) {
        let text = format!("{name}{}", groups.join(with));
        prop_assert_eq!(find_by_rules(&text), None, "{:?}", text);
    }

    #[test]
    fn letters_of_bech32_are_a_key_of_cardano_behind_its_name(
        data in "[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58,100}",
        name in prop::sample::select(vec!["root_xsk1", "addr_xsk1", "ed25519_sk1", "acct_xsk1"]),
        other in prop::sample::select(vec!["addr_vk1", "stake1", "pool1", "xpub1"]),
    ) {
        let masked = |text: String| find_by_rules(&text).is_some_and(|it| it.masked.ends_with("_⟦wif-key⟧"));
        let (named, other_named) = (format!("{name}{data}"), format!("{other}{data}"));
        prop_assert!(masked(named));
        prop_assert!(!masked(other_named));
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    // Counted in work, not in seconds: a quadratic rule would need minutes for these and the test runner's limit ends it.
    // In a debug build a linear rule takes milliseconds for this, and one that is quadratic in pieces of a few bytes still
    // the limit's many seconds.
    let long = 12_000;
    for piece in [
        "abandon ",
        "abandon, ",
        "private key ",
        "key ",
        "⟦",
        "⟦seed-phrase⟧",
        "\\n",
        "1. ",
        "seed phrase: ",
        "password:",
        "password:\"",
        "passphrase-frozen-",
        "api-passphrase-frozen-2-0019",
        "password - ",
        "secret of my api key ",
        "pwd=",
        "code 482913 ",
        "4242 ",
        "cookie:",
        "cookie: session=",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY----------END",
        "otpauth://",
        "{\"ciphertext\":\"5318b4d5bcd28de64ee5559e671353e1\"",
        "{",
        "[1,",
        "eyJ.",
        "助记词",
        "的",
        "2fa jbsw ",
        "eyJhbGciOiJIUzI1NiJ9.",
        "DE89 ",
        "5Kd3 ",
        "SAAA ",
        "1234 ",
        "4c08-\n",
        "private key 4c08 83a6 ",
        "_xsk1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq ",
        "xprv9s21ZrQH143K2 ",
        "а\u{200B}",
        "а\u{200B}a",
        "a\u{AD}",
        "𝐚",
        "ａ",
    ] {
        let text = piece.repeat(long / piece.len());
        assert!(scan(&scan(&text).masked).is_clean());
    }
    // A long run of names and signs, whose last piece is a value, and then the piece before it, and so on.
    let scanned = scan(&"api-passphrase-frozen-2-0019".repeat(4_000));
    assert!(scan(&scanned.masked).is_clean());
    // Each secret brings the next name into the reach of its value.
    let far = "password reset please, it is for the account of which I told you before, number 7, ";
    let scanned = scan(&format!("{far}Kv9!xQ2pLm7z").repeat(1_200));
    assert!(scan(&scanned.masked).is_clean());
    // One piece that is longer than any key behind many that could begin one, and nothing to see behind a twin.
    scan(&format!("{}{}", "5Kd3 ".repeat(1_000), "a".repeat(20_000)));
    scan(&format!("aа {}", format!("а{}", "\u{200B}".repeat(4_000)).repeat(3)));
    let keys = format!("private key {HEX}\n");
    let listed = format!("{HEX}\n");
    for text in
        [keys.repeat(150), listed.repeat(150), format!("private keys: {}", listed.repeat(150))]
    {
        scan(&text);
    }
}

#[test]
fn names_are_kebab_case_and_masks_are_stable() {
    let names: Vec<_> = Kind::ALL.iter().map(|kind| kind.to_string()).collect();
    assert_eq!(
        names,
        [
            "seed-phrase",
            "slip39-share",
            "monero-seed",
            "wif-key",
            "extended-private-key",
            "hex-private-key",
            "bip38-key",
            "xrp-seed",
            "stellar-secret",
            "solana-keypair",
            "keystore",
            "pem-private-key",
            "otpauth-uri",
            "totp-secret",
            "one-time-code",
            "session-token",
            "api-secret",
            "api-passphrase",
            "password",
            "card-number",
            "iban",
        ]
    );
    for kind in Kind::ALL {
        assert!(scan(kind.mask()).is_clean());
    }
}
