//! Family seeds of the XRP Ledger (XRPL, "Base58 Encodings"): sixteen bytes behind 0x21, or 0x01 0xE1 0x4B for Ed25519,
//! so the text begins with `s` or `sEd`. The alphabet of Base58 is Ripple's own.

use crate::kinds::{Kind, Span};
use crate::labels::{Named, Says};
use crate::text::Text;

const SECP256K1: &[u8] = &[0x21];
const ED25519: &[u8] = &[0x01, 0xE1, 0x4B];
const SEED: usize = 16;
const LENGTHS: std::ops::RangeInclusive<usize> = 25..=31;
const REACH: usize = 60;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, seed) in text.keys().filter(|(_, seed)| has_form(seed)) {
        if has_checksum(seed) {
            spans.push(Span::new(Kind::XrpSeed, range.clone(), true));
        } else if is_named(text, range.start, range.end) {
            spans.push(Span::new(Kind::XrpSeed, range.clone(), seed.starts_with("sEd")));
        }
    }
}

fn has_form(seed: &str) -> bool {
    LENGTHS.contains(&seed.len()) && seed.starts_with('s')
}

/// A mistyped one counts beside a word for it, and only if it mixes what no word of a language does.
fn is_named(text: &Text<'_>, start: usize, end: usize) -> bool {
    let seed = text.get(start, end);
    let is_mixed = seed.bytes().any(|byte| byte.is_ascii_digit())
        && seed.bytes().any(|byte| byte.is_ascii_uppercase())
        && (28..=31).contains(&seed.len());
    is_mixed
        && (text.has_before(
            start,
            REACH,
            &[Says::Secret, Says::SecretKey, Says::Seed, Says::PrivateKey],
        ) || text.names_private_key(start, end) != Named::No)
}

pub(crate) fn has_checksum(seed: &str) -> bool {
    let decoded =
        bs58::decode(seed).with_alphabet(bs58::Alphabet::RIPPLE).with_check(None).into_vec();
    let payload = decoded.unwrap_or_default();
    [SECP256K1, ED25519]
        .iter()
        .any(|prefix| payload.strip_prefix(*prefix).is_some_and(|rest| rest.len() == SEED))
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const SEEDS: [&str; 6] = [
        "sn259rEFXrQrWyx3Q7XneWcwV6dfL",
        "sp6JS7f14BuwFY8Mw6bTtLKWauoUs",
        "saGwBRReqUNKuWNLpUAq8i8NkXEPN",
        "sEdTM1uX8pu2do5XvTnutH6HsouMaM2",
        "sEdSJHS4oiAdz7w2X2ni1gFiqtbJHqE",
        "sEdV19BLfeQeKdEXyYA4NhjPJe6XBfG",
    ];

    #[test]
    fn finds_seeds_by_their_checksum() {
        for seed in SEEDS {
            let scan = scan(&format!("here: {seed}, help"));
            assert_eq!(scan.masked, "here: ⟦xrp-seed⟧, help");
            assert!(scan.findings.iter().all(|finding| finding.certain));
        }
    }

    #[test]
    fn finds_a_mistyped_seed_beside_a_word_for_it_only() {
        let wrong = "sEdTM1uX8pu2do5XvTnutH6HsouMaM3";
        assert!(scan(wrong).is_clean());
        assert_eq!(scan(&format!("xrp secret {wrong}")).masked, "xrp secret ⟦xrp-seed⟧");
        assert!(scan("secret supercalifragilisticexpiali").is_clean());
    }
}
