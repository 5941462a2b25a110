//! Private keys as hexadecimal digits.
//!
//! A private key of an EVM chain and a transaction hash have the same form: 64 digits. The words beside it decide
//! (`labels`); without a word for a private key it stays, as most of what a support desk reads are hashes. 128 digits
//! are an Ed25519 key with its public half.

use crate::kinds::{Kind, Span};
use crate::labels::{Named, Says};
use crate::text::Text;

/// How far before the digits a word for an API makes them the secret of one.
const REACH_OF_API: usize = 160;
const REACH_AFTER: usize = 16;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, digits) in text.keys().filter(|(_, digits)| is_nearly(digits)) {
        let named = text.names_private_key(range.start, range.end);
        let is_whole = has_form(digits);
        if named == Named::No || !is_whole && named != Named::Clearly {
            continue;
        }
        let of_api = digits.len() == 64 && is_of_api(text, range.start, range.end);
        let kind = if of_api { Kind::ApiSecret } else { Kind::HexKey };
        spans.push(Span::new(kind, range.clone(), is_whole && named == Named::Clearly));
    }
}

/// Tells whether the nearest name is that of an API's secret, or can be and the text speaks of an API before.
fn is_of_api(text: &Text<'_>, start: usize, end: usize) -> bool {
    let names = [Says::PrivateKey, Says::SecretKey, Says::ApiSecret, Says::Secret, Says::Ambiguous];
    let nearest = text.labels_before(start).iter().rev().find(|label| names.contains(&label.says));
    let api = [Says::Api, Says::ApiKey, Says::ApiSecret, Says::Exchange];
    match nearest.map(|label| label.says) {
        Some(Says::ApiSecret | Says::Secret) => true,
        Some(Says::SecretKey) => {
            // Pages of exchanges show the public half above or below.
            let next =
                text.labels_after(end).first().filter(|next| next.start <= end + REACH_AFTER);
            text.has_before(start, REACH_OF_API, &api)
                || next.is_some_and(|next| next.says == Says::ApiKey)
        }
        _ => false,
    }
}

/// Tells whether it is that, or a key of 64 digits of which some were lost or doubled in copying.
pub(crate) fn is_nearly(digits: &str) -> bool {
    let bare = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")).unwrap_or(digits);
    matches!(bare.len(), 60..=68 | 128) && bare.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Tells whether it is 64 or 128 hexadecimal digits, with or without `0x`.
pub(crate) fn has_form(digits: &str) -> bool {
    let bare = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")).unwrap_or(digits);
    matches!(bare.len(), 64 | 128) && bare.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const KEY: &str = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
    const MASK: &str = "⟦hex-private-key⟧";

    /// `K` stands for the key, `H` for the hash; the key alone is masked.
    fn check(text: &str) {
        for key in [KEY.to_owned(), format!("0x{KEY}"), KEY.to_uppercase()] {
            let scan = scan(&text.replace('§', &key).replace('¶', HASH));
            assert_eq!(scan.masked, text.replace('§', MASK).replace('¶', HASH));
        }
    }

    #[test]
    fn finds_keys_by_the_word_beside_them_in_every_language() {
        for text in [
            "My private key is §",
            "PRIVATE KEY: §",
            "PRIVATE_KEY=§",
            "{\"privateKey\": \"§\"}",
            "export PRIVKEY='§'",
            "priv-key §",
            "my secret key (do not share):\n\n§",
            "§ is my private key",
            "let key = \"§\"; // private key",
            "key: §",
            "pk=§",
            "我的私钥是§，请帮我",
            "我的私鑰：§",
            "私密金鑰 §",
            "密钥：§",
            "秘密鍵は § です",
            "プライベートキー：§",
            "개인키: §",
            "제 개인 키는 § 입니다",
            "Мой приватный ключ: §",
            "ПРИВАТНЫЙ КЛЮЧ §",
            "вот § это мой закрытый ключ",
            "mi clave privada es §",
            "Llave Privada: §",
            "özel anahtarım: §",
            "ÖZEL ANAHTAR §",
            "Gizli anahtar §",
            "khóa riêng tư của tôi là §",
            "Khóa bí mật: §",
            "المفتاح الخاص: §",
            "مفتاحي الخاص هو §",
        ] {
            check(text);
        }
    }

    #[test]
    fn is_certain_beside_a_clear_name_only() {
        for (text, certain) in [("private key: §", true), ("key: §", false), ("私钥：§", true)]
        {
            let scan = scan(&text.replace('§', KEY));
            assert!(scan.findings.iter().all(|finding| finding.certain == certain), "{text}");
            assert_eq!(scan.findings.len(), 1);
        }
    }

    #[test]
    fn a_key_of_an_api_is_its_secret() {
        let scan = scan(&format!("API key: abc, secret key: {KEY}"));
        assert_eq!(scan.masked, "API key: abc, secret key: ⟦api-secret⟧");
    }

    #[test]
    fn leaves_transaction_hashes() {
        for text in [
            "¶",
            "Where is my deposit? ¶",
            "tx hash: ¶, please help",
            "My private key is safe with me. The transaction is ¶",
            "I imported my private key, then sent the money: tx ¶",
            "https://etherscan.io/tx/¶ private key",
            "私钥没有泄露，交易哈希：¶",
            "交易哈希：¶",
            "хеш транзакции ¶",
            "hash de la transacción: ¶",
            "işlem özeti (hash): ¶",
            "mã giao dịch: ¶",
            "هاش المعاملة: ¶",
            "public key ¶",
            "clave pública: ¶",
            "monkey ¶",
            "context: ¶",
        ] {
            check(text);
        }
    }

    #[test]
    fn tells_key_and_hash_apart_in_one_text() {
        for text in [
            "my private key is § and the tx hash is ¶",
            "tx hash is ¶ and my private key is §",
            "tx: ¶\nprivate key: §",
            "¶\nprivate key: §",
            "私钥：§ 交易：¶",
            "private key §\ntxid ¶\ntxid ¶",
        ] {
            check(text);
        }
    }

    #[test]
    fn finds_a_list_under_one_heading_to_its_end() {
        let list: String = (1..=8).map(|n| format!("{n}) §\n")).collect();
        check(&format!("my private keys:\n{list}"));
    }

    #[test]
    fn a_mask_is_no_word_for_a_key() {
        check("⟦hex-private-key⟧ ¶");
        check("¶ ⟦hex-private-key⟧");
    }

    #[test]
    fn other_lengths_are_no_keys() {
        for text in
            ["private key 0xdac17f958d2ee523a2206206994597c13d831ec7", "private key deadbeef"]
        {
            assert!(scan(text).is_clean());
        }
        assert!(scan(&format!("key: {KEY}0")).is_clean());
        let mistyped = scan(&format!("private key {KEY}0"));
        assert_eq!(mistyped.masked, format!("private key {MASK}"));
        assert!(mistyped.findings.iter().all(|finding| !finding.certain));
        assert_eq!(scan(&format!("private key {KEY}{KEY}")).masked, format!("private key {MASK}"));
    }
}
