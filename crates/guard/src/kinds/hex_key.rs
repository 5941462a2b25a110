//! Private keys as hexadecimal digits.
//!
//! A private key of an EVM chain and a transaction hash have the same form: 64 digits. The words beside it decide
//! (`labels`); without a word for a private key it stays, as most of what a support desk reads are hashes. 128 digits
//! are an Ed25519 key with its public half.

use crate::kinds::{Kind, Span};
use crate::text::{Text, Token};

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for token in candidates(text) {
        if text.calls_private_key(token.start, token.end) {
            spans.push(Span {
                kind: Kind::HexKey,
                start: token.start,
                end: token.end,
                certain: false,
            });
        }
    }
}

fn candidates<'a>(text: &'a Text<'_>) -> impl Iterator<Item = Token> + 'a {
    text.keys().filter(|(_, digits)| has_form(digits)).map(|(token, _)| token)
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
            assert!(scan.findings.iter().all(|finding| !finding.certain));
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
        assert!(scan(&format!("private key {KEY}0")).is_clean());
        assert_eq!(scan(&format!("private key {KEY}{KEY}")).masked, format!("private key {MASK}"));
    }
}
