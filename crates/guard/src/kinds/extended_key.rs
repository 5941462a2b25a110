//! Extended private keys (BIP-32): Base58Check of 78 bytes whose version shows as four letters (SLIP-132).
//!
//! The letters and the length are enough to mask, as nothing else looks so and one mistyped character is found by trial.
//! Extended public keys (`xpub`) endanger privacy, not money, and stay.

use crate::kinds::wif_key::is_base58;
use crate::kinds::{Kind, Span};
use crate::text::Text;

/// The letters of SLIP-132 and the version bytes that they stand for.
const VERSIONS: [(&str, [u8; 4]); 12] = [
    ("xprv", [0x04, 0x88, 0xAD, 0xE4]),
    ("yprv", [0x04, 0x9D, 0x78, 0x78]),
    ("zprv", [0x04, 0xB2, 0x43, 0x0C]),
    ("Yprv", [0x02, 0x95, 0xB0, 0x05]),
    ("Zprv", [0x02, 0xAA, 0x7A, 0x99]),
    ("tprv", [0x04, 0x35, 0x83, 0x94]),
    ("uprv", [0x04, 0x4A, 0x4E, 0x28]),
    ("vprv", [0x04, 0x5F, 0x18, 0xBC]),
    ("Uprv", [0x02, 0x42, 0x85, 0xB5]),
    ("Vprv", [0x02, 0x57, 0x50, 0x48]),
    ("Ltpv", [0x01, 0x9D, 0x9C, 0xFE]),
    ("Mtpv", [0x01, 0xB2, 0x67, 0x92]),
];
/// 111 characters, some lost or doubled in copying.
const LENGTHS: std::ops::RangeInclusive<usize> = 100..=120;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, key) in text.keys().filter(|(_, key)| LENGTHS.contains(&key.len())) {
        let letters = VERSIONS.iter().find(|(letters, _)| key.starts_with(letters));
        if let Some((_, version)) = letters
            && key.bytes().all(is_base58)
        {
            spans.push(Span::new(Kind::ExtendedKey, range.clone(), has_checksum(key, version)));
        }
    }
}

/// Tells whether its letters, its length and its checksum are those of an extended private key.
pub(crate) fn is_proven(key: &str) -> bool {
    VERSIONS.iter().any(|(letters, version)| key.starts_with(letters) && has_checksum(key, version))
}

fn has_checksum(key: &str, version: &[u8; 4]) -> bool {
    let payload = bs58::decode(key).with_check(None).into_vec();
    payload.is_ok_and(|payload| payload.len() == 78 && payload.starts_with(version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan;

    const XPRV: &str = "xprv9s21ZrQH143K24Mfq5zL5MhWK9hUhhGbd45hLXo2Pq2oqzMMo63oStZzF93Y5wvzdUayhgkkFoicQZcP3y52uPPxFnfoLZB21Teqt1VvEHx";

    /// Writes the same key under other version bytes.
    fn with_version(version: [u8; 4]) -> String {
        let payload = bs58::decode(XPRV).with_check(None).into_vec().unwrap_or_default();
        let payload = [&version, payload.get(4..).unwrap_or_default()].concat();
        bs58::encode(payload).with_check().into_string()
    }

    #[test]
    fn finds_every_version_and_its_letters_are_those_of_slip_132() {
        for (letters, version) in VERSIONS {
            let key = with_version(version);
            assert!(key.starts_with(letters), "{letters} {key}");
            let scan = scan(&format!("backup={key};"));
            assert_eq!(scan.masked, "backup=⟦extended-private-key⟧;");
            assert!(scan.findings.iter().all(|finding| finding.certain));
        }
    }

    #[test]
    fn finds_a_mistyped_key_too() {
        // BIP-32, test vector 5: the checksum is wrong.
        let wrong = "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHL";
        for key in [wrong, &XPRV.replacen("9s21", "9s12", 1), &XPRV[..108]] {
            let scan = scan(key);
            assert_eq!(scan.masked, "⟦extended-private-key⟧", "{key}");
            assert!(scan.findings.iter().all(|finding| !finding.certain));
        }
    }

    #[test]
    fn leaves_public_keys_and_talk_about_keys() {
        let xpub = with_version([0x04, 0x88, 0xB2, 0x1E]);
        assert!(xpub.starts_with("xpub"));
        for text in [xpub.as_str(), "xprv9s21…", "an xprv begins with xprv9s21ZrQH143K"] {
            assert!(scan(text).is_clean(), "{text}");
        }
    }
}
