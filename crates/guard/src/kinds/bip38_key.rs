//! Private keys under a passphrase (BIP-38): Base58Check of 39 bytes that begin with 0x0142 or 0x0143, so the text
//! begins with `6P`. The passphrase is what a thief would have to guess; most are guessed.

use crate::kinds::wif_key::is_base58;
use crate::kinds::{Kind, Span};
use crate::text::Text;

const PREFIXES: [[u8; 2]; 2] = [[0x01, 0x42], [0x01, 0x43]];
const LENGTH: usize = 39;
/// 58 characters, one lost or doubled in copying.
const LENGTHS: std::ops::RangeInclusive<usize> = 57..=59;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, key) in text.keys().filter(|(_, key)| LENGTHS.contains(&key.len())) {
        if key.starts_with("6P") && key.bytes().all(is_base58) {
            spans.push(Span::new(Kind::Bip38Key, range.clone(), has_checksum(key)));
        }
    }
}

pub(crate) fn has_checksum(key: &str) -> bool {
    let payload = bs58::decode(key).with_check(None).into_vec().unwrap_or_default();
    payload.len() == LENGTH && PREFIXES.iter().any(|prefix| payload.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use crate::scan;

    /// BIP-38, test vectors: without and with multiplication of points.
    const KEYS: [&str; 4] = [
        "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
        "6PRNFFkZc2NZ6dJqFfhRoFNMR9Lnyj7dYGrzdgXXVMXcxoKTePPX1dWByq",
        "6PYNKZ1EAgYgmQfmNVamxyXVWHzK5s6DGhwP4J5o44cvXdoY7sRzhtpUeo",
        "6PfQu77ygVyJLZjfvMLyhLMQbYnu5uguoJJ4kMCLqWwPEdfpwANVS76gTX",
    ];

    #[test]
    fn finds_keys_with_and_without_their_checksum() {
        for key in KEYS {
            let scan = scan(&format!("paper wallet {key}."));
            assert_eq!(scan.masked, "paper wallet ⟦bip38-key⟧.");
            assert!(scan.findings.iter().all(|finding| finding.certain));
            let wrong = key.replacen('N', "M", 1).replacen('Q', "R", 1);
            assert_eq!(crate::scan(&wrong).masked, "⟦bip38-key⟧");
        }
    }

    #[test]
    fn leaves_what_only_begins_so() {
        for text in [
            "6P",
            "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6",
            "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoG0",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
