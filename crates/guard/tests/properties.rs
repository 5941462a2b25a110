//! What holds for every text.

use proofdesk_guard::{Kind, scan};
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
