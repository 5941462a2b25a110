//! Secrets and passphrases of exchange APIs.
//!
//! They share their forms with what is public: the access id of CoinEx, the secret of OKX and an upper-case MD5 are all
//! 32 hexadecimal digits. So the field or label decides, and the form only says what cannot be one.
//!
//! | exchange | secret | passphrase |
//! | --- | --- | --- |
//! | CoinEx | 48 hexadecimal digits | |
//! | OKX | 32 hexadecimal digits | `OK-ACCESS-PASSPHRASE`, 8 to 32 characters |
//! | BitMEX | 48 of `[A-Za-z0-9_-]` | |
//! | Binance, MEXC, Gate | 64, 32, 64 letters and digits | |
//! | Bybit | 36 letters and digits | |
//! | Kraken | 88 of Base64 | |
//! | KuCoin | UUID | `KC-API-PASSPHRASE` |
//! | HTX | four groups of hexadecimal digits with hyphens | |
//!
//! Keys, ids and signatures stay: they are not secret, and who looks into a failed request needs them.

use std::ops::Range;

use crate::kinds::password::{is_alone, is_public_here, is_strong, is_unmistakable, named_behind};
use crate::kinds::{Kind, Span, hex_key, solana_keypair, stellar_secret, wif_key};
use crate::labels::{Label, Says};
use crate::mask;
use crate::shape::{Shape, is_placeholder, is_public};
use crate::text::Text;
use crate::value::{Link, Value};

const SHORTEST: usize = 16;
const LONGEST: usize = 128;
/// Lengths at which exchanges make their secrets: one of them beside its name is no accident.
const LENGTHS: [usize; 7] = [32, 35, 36, 40, 48, 64, 88];
const SHORTEST_PASSPHRASE: usize = 4;
const SHORTEST_NUMBER: usize = 6;
const REACH_OF_SIGNATURE: usize = 120;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for label in text.labels() {
        match label.says {
            Says::ApiSecret | Says::PrivateKey | Says::SecretKey | Says::Secret => {
                find_secret(text, label, spans)
            }
            Says::Passphrase => find_passphrase(text, label, spans),
            _ => {}
        }
    }
}

fn find_secret(text: &Text<'_>, label: &Label, spans: &mut Vec<Span>) {
    let secret_of = |value: &Value| text.get(value.range.start, value.range.end);
    let mut values = text.values_after(label);
    let signed = text.has_before(label.start, REACH_OF_SIGNATURE, &[Says::Other]);
    // "The signature is the HMAC with the secret key, which gives …": that is what is signed.
    let fits = |value: &Value| has_form(secret_of(value)) && !(signed && value.link == Link::Near);
    let value = values.find(fits).or_else(|| text.value_before(label).filter(fits));
    let Some(value) = value else { return };
    let second = second_of_pair(text, label, &value);
    let is_named = second.is_some() || value.range.end < label.start && is_pointed_at(text, label);
    let range = second.unwrap_or(value.range);
    let secret = text.get(range.start, range.end);
    if secret.starts_with(mask::OPEN) {
        return;
    }
    if !belongs_to_another(secret) || text.is_compound(label) || is_named {
        let certain = LENGTHS.contains(&secret.len());
        spans.push(Span::new(Kind::ApiSecret, range, certain));
    }
}

/// "key/secret: A / B": the first is the public id, and what stands behind it is the secret, or was until it was masked.
fn second_of_pair(text: &Text<'_>, label: &Label, first: &Value) -> Option<Range<usize>> {
    let before = text.before(label.start).trim_end_matches(' ');
    let is_pair = before.ends_with(['/', '／'])
        || text.after(label.end).starts_with(['对', '對', '组', '組']);
    if !is_pair || first.range.start < label.end {
        return None;
    }
    let behind = text.after(first.range.end);
    let second = behind.trim_start_matches(' ').trim_start_matches(BETWEEN_PAIR);
    let start = text.source.len() - second.len();
    let is_apart = second.len() < behind.len() && start - first.range.end <= LONGEST_BETWEEN;
    let length = second.bytes().take(LONGEST + 1).take_while(|byte| is_of_secret(*byte)).count();
    let range = match mask::length_at_start(second) {
        Some(length) => start..start + length,
        None => Some(start..start + length).filter(|it| has_form(text.get(it.start, it.end)))?,
    };
    is_apart.then_some(range)
}

/// What stands between the two of a pair, besides spaces.
const BETWEEN_PAIR: [char; 9] = ['/', '／', ',', '，', '、', ';', '\n', '\r', ' '];
const LONGEST_BETWEEN: usize = 8;

/// "… ← secret": an arrow leaves no doubt of what is named.
fn is_pointed_at(text: &Text<'_>, label: &Label) -> bool {
    let before = text.before(label.start).trim_end_matches(' ');
    before.ends_with('←') || before.ends_with("<-") || before.ends_with("<--")
}

/// Tells whether it is one string of letters and digits as programs make them.
fn has_form(secret: &str) -> bool {
    let shape = Shape::of(secret);
    (SHORTEST..=LONGEST).contains(&secret.len())
        && secret.bytes().all(is_of_secret)
        && shape.digits > 0
        && shape.letters() > 0
        && !is_public(secret)
        && !is_placeholder(secret)
}

fn is_of_secret(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'/' | b'=' | b'.')
}

/// Tells whether the rule of a key of its own decides: wallet keys by their form.
fn belongs_to_another(secret: &str) -> bool {
    let bare = secret.strip_prefix("0x").unwrap_or(secret);
    hex_key::is_nearly(bare)
        || wif_key::has_form(secret)
        || solana_keypair::has_form(secret)
        || stellar_secret::has_form(secret)
}

fn find_passphrase(text: &Text<'_>, label: &Label, spans: &mut Vec<Span>) {
    let value = text
        .values_after(label)
        .find(|value| is_passphrase(text, label, value))
        .or_else(|| named_behind(text, label));
    spans.extend(value.map(|value| Span::new(Kind::ApiPassphrase, value.range, false)));
}

/// A passphrase has no form: as the value of a field it is always one.
fn is_passphrase(text: &Text<'_>, label: &Label, value: &Value) -> bool {
    let typed = text.get(value.range.start, value.range.end);
    if is_field(text, label) && value.link == Link::Assigned {
        return true;
    }
    let is_short = typed.chars().count() < SHORTEST_PASSPHRASE;
    if is_placeholder(typed) || is_public_here(typed, value) || is_short {
        return false;
    }
    let is_number = typed.chars().all(char::is_numeric);
    match value.link {
        Link::Assigned => value.quoted || is_strong(typed) || is_number || is_alone(text, value),
        Link::Said => is_strong(typed) || is_number || value.quoted,
        Link::Bare if value.quoted && !typed.contains(' ') => typed.len() >= SHORTEST_NUMBER,
        Link::Bare | Link::Near => {
            is_unmistakable(typed) || is_number && typed.len() >= SHORTEST_NUMBER
        }
    }
}

/// Tells whether the label is a header or the name of a JSON field.
fn is_field(text: &Text<'_>, label: &Label) -> bool {
    let name = text.get(label.start, label.end);
    let header = ["ok-access-passphrase", "kc-api-passphrase"];
    header.iter().any(|header| name.eq_ignore_ascii_case(header))
        || text.before(label.start).ends_with('"') && text.after(label.end).starts_with('"')
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const SECRETS: [&str; 8] = [
        "B51068CF10B34E7789C374AB932696A05E0A629BE7BFC62F",
        "22582BD0CFF14C41EDBF1AB98506286D",
        "chNOOS4KvNXR_Xq4k4c9qsfoKWvnDecLATCRlcBwyKDYnWgO",
        "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
        "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==",
        "c1cfd3c7-b2f5-4d70-a9d8-40b3a0a2cb1e",
        "b04f1c22-c6a90d31-94ee7b05-d1f42",
        "mx0aBYs33eIilxBWC5",
    ];

    #[test]
    fn finds_secrets_by_their_label() {
        for secret in SECRETS {
            for text in [
                "api secret: §",
                "API key: LAqUlngMIQkIUjXMUreyu3qn\nSecret: §",
                "{\"apiSecret\":\"§\"}",
                "secretKey = \"§\"",
                "api密钥：§",
                "APIシークレット: §",
                "секретный ключ API: §",
                "API gizli anahtarı: §",
            ] {
                let scan = scan(&text.replace('§', secret));
                assert_eq!(scan.masked, text.replace('§', "⟦api-secret⟧"), "{secret}");
            }
        }
    }

    #[test]
    fn finds_secrets_in_tables_names_of_parts_and_before_their_name() {
        for text in [
            "| exchange | api key | api secret |\n| OKX | 985d5b66-57ce-40fb-b714-afc0b9787083 | § |\n",
            "the secret of my API key (985d5b66-57ce-40fb-b714-afc0b9787083) is §",
            "секрет моего API ключа (985d5b66-57ce-40fb-b714-afc0b9787083) вот §",
            "khóa bí mật của API (985d5b66-57ce-40fb-b714-afc0b9787083) là §",
            "Secret Key (shown only once!)\n§\nAPI Key",
            "Secret Key（仅显示一次！）\n§\nAPI Key",
            "Am I wrong? They gave me \"§\" as api secret",
        ] {
            for secret in SECRETS {
                let masked = scan(&text.replace('§', secret)).masked;
                assert_eq!(masked, text.replace('§', "⟦api-secret⟧"));
            }
        }
    }

    #[test]
    fn of_a_key_and_its_secret_the_second_is_masked() {
        let id = "985d5b66-57ce-40fb-b714-afc0b9787083";
        for text in [
            "key/secret: ¶ / § (OKX)",
            "API key / secret: ¶, §",
            "API密钥对：¶ / §，没绑ip",
            "clave/secreto: ¶ / §",
            "ключ/секрет: ¶ / §",
        ] {
            for secret in SECRETS {
                let text = text.replace('¶', id);
                let masked = scan(&text.replace('§', secret)).masked;
                assert_eq!(masked, text.replace('§', "⟦api-secret⟧"), "{secret}");
            }
        }
    }

    #[test]
    fn finds_what_an_arrow_names() {
        for secret in SECRETS {
            for text in ["is this pair right?\nLAqUlngMIQkIUjXMUreyu3qn\n§  ←secret", "§ <- secret"]
            {
                let masked = scan(&text.replace('§', secret)).masked;
                assert_eq!(masked, text.replace('§', "⟦api-secret⟧"), "{secret}");
            }
        }
    }

    #[test]
    fn finds_secrets_in_what_is_signed() {
        assert_eq!(
            scan("access_id=4DA36FFC61334695A66F8D29020EB589&amount=1.0&tonce=1513746038205&secret_key=B51068CF10B34E7789C374AB932696A05E0A629BE7BFC62F").masked,
            "access_id=4DA36FFC61334695A66F8D29020EB589&amount=1.0&tonce=1513746038205&secret_key=⟦api-secret⟧"
        );
    }

    #[test]
    fn leaves_ids_keys_and_signatures() {
        for text in [
            "api key: LAqUlngMIQkIUjXMUreyu3qn",
            "access_id: 4DA36FFC61334695A66F8D29020EB589",
            "OK-ACCESS-KEY: 985d5b66-57ce-40fb-b714-afc0b9787083",
            "OK-ACCESS-SIGN: 2jB8gYwZ8d9v3kqTt1cZkX3c8y3kE0b9u7D8hYxQeGk=",
            "signature: 22582BD0CFF14C41EDBF1AB98506286D",
            "my api secret is lost",
            "secret key of the contract 0xdAC17F958D2ee523a2206206994597C13D831ec7",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }

    #[test]
    fn finds_passphrases_always_in_their_field() {
        for (text, masked) in [
            ("OK-ACCESS-PASSPHRASE: a", "OK-ACCESS-PASSPHRASE: ⟦api-passphrase⟧"),
            ("{\"passphrase\":\"two words\"}", "{\"passphrase\":\"⟦api-passphrase⟧\"}"),
            ("passphrase: Bitcoin2024", "passphrase: ⟦api-passphrase⟧"),
            ("my passphrase is Moon!shot1", "my passphrase is ⟦api-passphrase⟧"),
            ("the passphrase \"moonlight\" of 2024", "the passphrase \"⟦api-passphrase⟧\" of 2024"),
            (
                "h.Add(\"OK-ACCESS-PASSPHRASE\", \"moonlight\");",
                "h.Add(\"OK-ACCESS-PASSPHRASE\", \"⟦api-passphrase⟧\");",
            ),
            ("口令：abc12345", "口令：⟦api-passphrase⟧"),
            ("KC-API-PASSPHRASE: 123456", "KC-API-PASSPHRASE: ⟦api-passphrase⟧"),
        ] {
            assert_eq!(scan(text).masked, masked);
        }
        for text in ["which passphrase do I need?", "the passphrase is wrong"] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
