//! Key pairs of Solana: the 32 bytes of a secret and its public key behind it.
//!
//! A signature has 64 bytes as well. What tells them apart is that the second half of a pair is the public key of the
//! first (RFC 8032, section 5.1.5): that proves a secret, and a signature does not pass. Wallets export Base58, the
//! command line tools an array of 64 numbers.

use ed25519_dalek::SigningKey;

use crate::kinds::wif_key::is_base58;
use crate::kinds::{Kind, Span};
use crate::labels::Named;
use crate::text::Text;

const PAIR: usize = 64;
const SEED: usize = 32;
/// The lengths of 64 bytes in Base58, but for leading zeroes.
const LENGTHS: std::ops::RangeInclusive<usize> = 85..=88;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    for (range, key) in text.keys().filter(|(_, key)| has_form(key)) {
        let is_named = text.names_private_key(range.start, range.end) == Named::Clearly;
        if is_named || is_base58_pair(key) {
            spans.push(Span::new(Kind::SolanaKeypair, range.clone(), true));
        }
    }
    for (at, _) in text.source.match_indices('[') {
        if let Some((length, numbers)) = array(text.after(at + 1)) {
            let range = at..at + 1 + length;
            let named = || text.names_private_key(range.start, range.end) == Named::Clearly;
            if is_pair(&numbers) || named() {
                spans.push(Span::new(Kind::SolanaKeypair, range, true));
            }
        }
    }
}

pub(crate) fn has_form(key: &str) -> bool {
    LENGTHS.contains(&key.len()) && key.bytes().all(is_base58)
}

pub(crate) fn is_base58_pair(key: &str) -> bool {
    let mut bytes = [0; PAIR];
    bs58::decode(key).onto(&mut bytes) == Ok(PAIR) && is_pair(&bytes)
}

/// Tells whether the second half is the public key of the first.
fn is_pair(bytes: &[u8]) -> bool {
    let Some((secret, public)) = bytes.split_first_chunk::<SEED>() else { return false };
    public == SigningKey::from_bytes(secret).verifying_key().as_bytes()
}

/// Reads an array of 32 or 64 bytes behind its bracket; gives its length with the closing bracket, and the numbers.
fn array(text: &str) -> Option<(usize, Vec<u8>)> {
    let length = text
        .bytes()
        .position(|byte| !matches!(byte, b'0'..=b'9' | b',' | b' ' | b'\n' | b'\r' | b'\t'))?;
    let inside = text
        .get(..length)
        .filter(|_| text.get(length..).is_some_and(|rest| rest.starts_with(']')))?;
    // Cheaply first: most brackets hold something else.
    if !(2 * SEED..=8 * PAIR).contains(&length) {
        return None;
    }
    let numbers: Result<Vec<u8>, _> =
        inside.split(',').map(|number| number.trim().parse()).collect();
    let numbers = numbers.ok().filter(|numbers| matches!(numbers.len(), SEED | PAIR))?;
    Some((length + 1, numbers))
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const PAIR58: &str =
        "2NbnMNpWtdNuLBGQG9Min19qVfttYruh4DmwUmkmmZYASudRoZs8zuEWbPvcPxUMQfJtLBx2Pm87nWpWhk3TZwc8";
    const ARRAY: &str = "[68,164,204,198,196,164,154,218,194,30,67,98,68,1,9,59,173,139,69,126,151,147,218,155,5,198,138,133,53,1,190,155,126,112,102,4,254,22,250,132,222,115,86,184,24,94,180,76,24,159,32,169,101,232,16,237,222,1,151,35,214,254,33,45]";
    const SIGNATURE: &str =
        "5LmxrEKGchhMuYfw6Qut6CbsvE9pVfb8YvwZKvWssSesDVjHioBCmWKSJQh1WhvcM6CpemhpHNmEMA2a36rzwTa8";

    #[test]
    fn finds_pairs_in_both_forms() {
        for pair in [PAIR58, ARRAY, &ARRAY.replace(',', ", "), &ARRAY.replace(',', ",\n  ")] {
            let scan = scan(&format!("id.json: {pair} ok"));
            assert_eq!(scan.masked, "id.json: ⟦solana-keypair⟧ ok");
            assert!(scan.findings.iter().all(|finding| finding.certain));
        }
    }

    #[test]
    fn finds_others_beside_a_word_for_a_private_key() {
        let wrong = ARRAY.replace("[68,", "[69,");
        assert!(scan(&wrong).is_clean());
        assert_eq!(scan(&format!("private key: {wrong}")).masked, "private key: ⟦solana-keypair⟧");
        assert_eq!(
            scan(&format!("private key: {SIGNATURE}")).masked,
            "private key: ⟦solana-keypair⟧"
        );
    }

    #[test]
    fn leaves_signatures_and_other_arrays() {
        for text in [
            SIGNATURE,
            &format!("signature: {SIGNATURE}"),
            &format!("tx {SIGNATURE}"),
            "[1,2,3]",
            &format!("[{}1]", "1,".repeat(63)),
            &format!("[{}1]", "300,".repeat(63)),
            "[[[[",
        ] {
            assert!(scan(text).is_clean(), "{text}");
        }
    }
}
