//! Private keys in wallet import format: Base58Check of a version byte, 32 bytes and, for compressed keys, a 0x01.
//!
//! Beside a word for a private key the checksum is not asked for: one mistyped character is found by trial.

use crate::kinds::{Kind, Span};
use crate::labels::Named;
use crate::text::Text;

/// Bitcoin, its test networks, Litecoin, Dogecoin, Dash.
const VERSIONS: [u8; 5] = [0x80, 0xEF, 0xB0, 0x9E, 0xCC];
const UNCOMPRESSED: usize = 1 + 32;
const COMPRESSED: usize = 1 + 32 + 1;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, key) in text.keys().filter(|(_, key)| has_form(key)) {
        let named = || text.names_private_key(range.start, range.end);
        if has_checksum(key) {
            spans.push(Span::new(Kind::WifKey, range.clone(), true));
        } else if is_named_by_its_letters(key) && named() != Named::No {
            spans.push(Span::new(Kind::WifKey, range.clone(), named() == Named::Clearly));
        }
    }
}

pub(crate) fn has_form(key: &str) -> bool {
    (50..=53).contains(&key.len()) && key.bytes().all(is_base58)
}

/// Bitcoin's version bytes make the first letter 5, K or L, on its test networks 9 or c.
fn is_named_by_its_letters(key: &str) -> bool {
    matches!(key.bytes().next(), Some(b'5' | b'K' | b'L' | b'9' | b'c'))
        && key.bytes().any(|byte| byte.is_ascii_lowercase())
}

pub(crate) fn is_base58(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() && !matches!(byte, b'0' | b'O' | b'I' | b'l')
}

pub(crate) fn has_checksum(key: &str) -> bool {
    let Ok(payload) = bs58::decode(key).with_check(None).into_vec() else { return false };
    let version_is_private = payload.first().is_some_and(|version| VERSIONS.contains(version));
    let length_fits = match payload.len() {
        UNCOMPRESSED => true,
        COMPRESSED => payload.last() == Some(&1),
        _ => false,
    };
    version_is_private && length_fits
}

#[cfg(test)]
mod tests {
    use crate::{Kind, scan};

    const KEYS: [&str; 6] = [
        "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr",
        "Kz6UJmQACJmLtaQj5A3JAge4kVTNQ8gbvXuwbmCj7bsaabudb3RD",
        "L1RrrnXkcKut5DEMwtDthjwRcTTwED36thyL1DebVrKuwvohjMNi",
        "9213qJab2HNEpMpYNBa7wHGFKKbkDn24jpANDs2huN3yi4J11ko",
        "cTpB4YiyKiBcPxnefsDpbnDxFDffjqJob8wGCEDXxgQ7zQoMXJdH",
        "5K494XZwps2bGyeL71pWid4noiSNA2cfCibrvRWqcHSptoFn7rc",
    ];

    #[test]
    fn finds_keys_by_their_checksum() {
        for key in KEYS {
            for (before, after) in
                [("", ""), ("hier: ", "."), ("{\"k\":\"", "\"}"), ("a\\n", ""), ("私は", "です")]
            {
                let scan = scan(&format!("{before}{key}{after}"));
                assert_eq!(scan.masked, format!("{before}⟦wif-key⟧{after}"));
                assert!(
                    scan.findings
                        .iter()
                        .all(|finding| finding.certain && finding.kind == Kind::WifKey)
                );
            }
        }
    }

    #[test]
    fn finds_a_mistyped_key_beside_a_word_for_it_only() {
        for key in KEYS {
            let wrong = format!("{}z", key.get(..key.len() - 1).unwrap_or_default());
            assert!(scan(&wrong).is_clean(), "{wrong}");
            let scan = scan(&format!("private key {wrong}"));
            assert_eq!(scan.masked, "private key ⟦wif-key⟧");
            assert!(scan.findings.iter().all(|finding| finding.certain));
        }
    }

    #[test]
    fn leaves_addresses_and_signatures() {
        for text in [
            "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "5LmxrEKGchhMuYfw6Qut6CbsvE9pVfb8YvwZKvWssSesDVjHioBCmWKSJQh1WhvcM6CpemhpHNmEMA2a36rzwTa8",
            "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnsdGG",
            "CHeeseCHeeseCHeeseCHeeseCHeeseCHeeseCHeeseCHeeseCHee",
        ] {
            assert!(scan(text).is_clean(), "{text}");
        }
    }
}
