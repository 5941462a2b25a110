//! Secret seeds of Stellar (SEP-23): Base32 of the version 0x90, 32 bytes and a CRC-16, so the text begins with `S`.
//!
//! Public keys begin with `G` and stay.

use crate::checksums::{base32, crc16};
use crate::kinds::{Kind, Span};
use crate::labels::{Named, Says};
use crate::text::Text;

const VERSION: u8 = 0x90;
const LENGTH: usize = 56;
const REACH: usize = 60;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, seed) in text.keys().filter(|(_, seed)| has_form(seed)) {
        let named = || {
            text.names_private_key(range.start, range.end) != Named::No
                || text.has_before(range.start, REACH, &[Says::Secret, Says::Seed])
        };
        if has_checksum(seed) || named() {
            spans.push(Span::new(Kind::StellarSecret, range.clone(), true));
        }
    }
}

pub(crate) fn has_form(seed: &str) -> bool {
    let alphabet = |byte: u8| matches!(byte, b'A'..=b'Z' | b'2'..=b'7');
    (LENGTH - 1..=LENGTH + 1).contains(&seed.len())
        && seed.starts_with('S')
        && seed.bytes().all(alphabet)
}

pub(crate) fn has_checksum(seed: &str) -> bool {
    let Some(bytes) = base32(seed).filter(|_| seed.len() == LENGTH) else { return false };
    let Some((payload, checksum)) = bytes.split_last_chunk::<2>() else { return false };
    payload.first() == Some(&VERSION) && crc16(payload) == u16::from_le_bytes(*checksum)
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const SEED: &str = "SCLWBBGSFM2VWKB6PTHRRZ2JVJ5UNO6INT4DELCIUDYUZBNBOS2MWBCB";

    #[test]
    fn finds_seeds_by_their_checksum() {
        let scan = scan(&format!("my seed {SEED}"));
        assert_eq!(scan.masked, "my seed ⟦stellar-secret⟧");
        assert!(scan.findings.iter().all(|finding| finding.certain));
        assert_eq!(crate::scan(SEED).masked, "⟦stellar-secret⟧");
    }

    #[test]
    fn finds_a_mistyped_seed_beside_a_word_for_it_only() {
        let wrong = SEED.replace("BCB", "BCA");
        assert!(scan(&wrong).is_clean());
        assert_eq!(scan(&format!("secret seed: {wrong}")).masked, "secret seed: ⟦stellar-secret⟧");
    }

    #[test]
    fn leaves_public_keys() {
        assert!(scan("GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ").is_clean());
    }
}
