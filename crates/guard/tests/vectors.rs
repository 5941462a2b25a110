//! The published vectors of every format: what they call a secret is found, what only looks like one stays.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use proofdesk_guard::{Kind, scan};
use serde_json::Value;

fn vectors(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn secrets() -> Value {
    vectors(include_str!("vectors/secrets.json"))
}

fn texts(value: &Value) -> Vec<&str> {
    let texts: Vec<_> = value.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(!texts.is_empty());
    texts
}

/// Checks that the secret alone, between words, is found as what it is and wholly.
fn check(secret: &str, kind: Kind, certain: bool) {
    let scan = scan(&format!("zzz: {secret} zzz"));
    assert_eq!(scan.masked, format!("zzz: {} zzz", kind.mask()), "{secret}");
    assert!(scan.findings.iter().all(|finding| finding.certain == certain), "{secret}");
}

#[test]
fn keys_with_a_checksum_are_found_by_themselves() {
    let secrets = secrets();
    for (field, kind) in [
        ("wif", Kind::WifKey),
        ("bip38", Kind::Bip38Key),
        ("xrp_family_seeds", Kind::XrpSeed),
        ("stellar_secret", Kind::StellarSecret),
        ("xprv_bip32", Kind::ExtendedKey),
        ("otpauth", Kind::OtpauthUri),
    ] {
        texts(&secrets[field]).iter().for_each(|secret| check(secret, kind, true));
    }
}

#[test]
fn a_solana_pair_is_found_and_a_signature_stays() {
    let solana = &secrets()["solana"];
    check(solana["base58_keypair"].as_str().unwrap(), Kind::SolanaKeypair, true);
    check(&solana["json_array"].to_string(), Kind::SolanaKeypair, true);
    for public in ["pubkey", "lookalike_signature"] {
        assert!(scan(solana[public].as_str().unwrap()).is_clean(), "{public}");
    }
}

#[test]
fn a_hex_key_is_found_by_its_name_and_hashes_stay() {
    let secrets = secrets();
    for key in texts(&secrets["evm_private_keys"]) {
        assert!(scan(key).is_clean());
        let scan = scan(&format!("private key {key}"));
        assert_eq!(scan.masked, "private key ⟦hex-private-key⟧");
        assert!(scan.findings[0].certain);
    }
    for hash in texts(&secrets["evm_lookalike_tx_hashes"]) {
        for text in [hash.to_owned(), format!("tx {hash}"), format!("my deposit {hash} is late")] {
            assert!(scan(&text).is_clean(), "{text}");
        }
    }
}

#[test]
fn cards_are_found_by_their_check_digit() {
    for card in secrets()["cards"].as_array().unwrap() {
        let number = card["number"].as_str().unwrap();
        if card["luhn"] == true {
            check(number, Kind::CardNumber, false);
        } else {
            assert!(scan(&format!("zzz: {number} zzz")).is_clean(), "{number}");
        }
    }
}

#[test]
fn api_secrets_are_found_by_their_label_and_ids_stay() {
    for format in secrets()["api_key_formats"].as_array().unwrap() {
        let field = format["field"].as_str().unwrap();
        let sample = format["sample"].as_str().unwrap();
        let scan = scan(&format!("{field}: {sample}"));
        assert_eq!(!scan.is_clean(), format["class"] == "secret", "{field}: {sample}");
    }
}

#[test]
fn phrases_of_every_language_are_found() {
    let bip39 = vectors(include_str!("vectors/bip39.json"));
    for (language, phrases) in bip39["trezor"].as_object().unwrap() {
        for phrase in texts(phrases) {
            check(phrase, Kind::SeedPhrase, true);
            for layout in [phrase.replace([' ', '\u{3000}'], "\n"), phrase.to_uppercase()] {
                let masked = scan(&layout).masked;
                assert_eq!(masked, "⟦seed-phrase⟧", "{language} {layout}");
            }
        }
    }
    for phrase in texts(&bip39["japanese"]).into_iter().chain(texts(&bip39["special"])) {
        check(phrase, Kind::SeedPhrase, true);
    }
    // Mistyped and cut short.
    for phrase in texts(&bip39["invalid"]) {
        assert_eq!(scan(phrase).masked, "⟦seed-phrase⟧", "{phrase}");
    }
}

/// What programs and people make of keys: broken, with letters that only look right; and what only looks like that.
#[test]
fn pasted_keys_are_found_and_what_looks_like_them_stays() {
    let lines = include_str!("vectors/pasted.jsonl").lines();
    let pasted: Vec<Value> = lines.map(vectors).collect();
    assert!(pasted.len() >= 25, "{}", pasted.len());
    for line in pasted {
        let (text, masked) = (line["text"].as_str().unwrap(), line["masked"].as_str().unwrap());
        assert_eq!(scan(text).masked, masked, "{text:?}");
    }
}
