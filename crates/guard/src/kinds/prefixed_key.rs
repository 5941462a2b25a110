//! Private keys whose first letters say what they are: of Sui (SIP-15), Tezos (octez, "Base58Check prefixes") and Cardano (CIP-5).
//!
//! They are found as keys in wallet import format are, whose cousins they are. Public keys and addresses begin otherwise and stay.
//! Those of Sui and Tezos are put together when white space has broken them (`broken_key`).

use crate::kinds::wif_key::is_base58;
use crate::kinds::{Kind, Span};
use crate::text::Text;

const SUI: (&str, usize) = ("suiprivkey1", 70);
/// Ed25519, secp256k1 and P-256: 32 bytes behind four of a prefix; with the public half behind it 64.
const TEZOS: [&str; 3] = ["edsk", "spsk", "p2sk"];
const TEZOS_LENGTHS: [usize; 2] = [54, 98];
/// What stands behind the `_` of `root_xsk1…`, `addr_xsk1…`, `ed25519_sk1…`.
const CARDANO: [&str; 2] = ["xsk1", "sk1"];
/// 32 bytes and a checksum in the letters of bech32.
const SHORTEST_CARDANO: usize = 58;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, key) in text.keys() {
        if is_of_sui(key) || is_of_tezos(key) || is_of_cardano(text.before(range.start), key) {
            spans.push(Span::new(Kind::WifKey, range.clone(), true));
        }
    }
}

pub(crate) fn is_of_sui(key: &str) -> bool {
    let (prefix, length) = SUI;
    key.len() == length && key.strip_prefix(prefix).is_some_and(is_bech32)
}

pub(crate) fn is_of_tezos(key: &str) -> bool {
    TEZOS_LENGTHS.contains(&key.len())
        && TEZOS.iter().any(|prefix| key.starts_with(prefix))
        && key.bytes().all(is_base58)
        && bs58::decode(key).with_check(None).into_vec().is_ok()
}

fn is_of_cardano(before: &str, key: &str) -> bool {
    let data = || CARDANO.iter().find_map(|prefix| key.strip_prefix(prefix));
    before.ends_with('_')
        && data().is_some_and(|data| data.len() >= SHORTEST_CARDANO && is_bech32(data))
}

fn is_bech32(data: &str) -> bool {
    data.bytes().all(|byte| b"qpzry9x8gf2tvdw0s3jn54khce6mua7l".contains(&byte))
}

#[cfg(test)]
mod tests {
    use crate::scan;

    #[test]
    fn finds_keys_by_their_first_letters() {
        // Sui: an example of SIP-15. Tezos: the bytes 0, 1, 2, … with the checksum of Base58Check. Cardano: letters of the form.
        let cardano = format!("xsk1{}", "q".repeat(58));
        for (before, key) in [
            ("", "suiprivkey1qzwant3kaegmjy4qxex93s0jzvemekkjmyv3r2sjwgnv2y479pgsywhveae"),
            ("", "edsk2fuNzt29dPBwrTvES5JiKxLM8p4VTcKDF2oFZiwfJLEocqv1rb"),
            ("", "spsk1RZnJoLe7iM1TMpxFaF8LsLJFhJncKWgAN32VT27yhv6J17c1Z"),
            ("", "p2sk2LnuYJGEZxTVCp4Ecbtv7kxMU8QkwR8dCtZTkvpmhPfQVy9Lqe"),
            (
                "",
                "edskRc1okCG3fjFkaDuENVdbepWSsxM3BJCt6FiJZd8xK5tpZSxdYxbRko7KCbkCGqzYKUma38gUA8KQp68T5hDaWuDPFPuwMc",
            ),
            ("root_", &cardano),
        ] {
            let scan = scan(&format!("it is {before}{key}."));
            assert_eq!(scan.masked, format!("it is {before}⟦wif-key⟧."));
            assert!(scan.findings.iter().all(|finding| finding.certain));
        }
    }

    #[test]
    fn leaves_public_keys_and_addresses() {
        for text in [
            "edsk is the first word of a key of Tezos",
            "tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb",
            "addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8",
            "suiprivkey1 is what such a key begins with",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
