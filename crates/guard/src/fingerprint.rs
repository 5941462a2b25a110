//! A keyed fingerprint of a secret: tells that two messages leaked the same one, without keeping it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const DOMAIN: &[u8] = b"proofdesk-guard fingerprint v1\0";

/// Computes the first 16 bytes of HMAC-SHA256 over a domain string and the secret.
///
/// The key has to live outside of the database. Without it a fingerprint cannot be compared with guesses, which
/// matters for secrets of little entropy: one-time codes, card numbers, passwords. Text is taken as it is; give the
/// very bytes of the finding.
pub fn fingerprint(key: &[u8; 32], secret: &str) -> [u8; 16] {
    let mut mac = keyed(key);
    mac.update(DOMAIN);
    mac.update(secret.as_bytes());
    let whole: [u8; 32] = mac.finalize().into_bytes().into();
    let [first, _] = halves(whole);
    first
}

#[expect(clippy::expect_used, reason = "HMAC is defined for keys of every length")]
fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(key).expect("invariant: HMAC takes keys of every length")
}

fn halves(whole: [u8; 32]) -> [[u8; 16]; 2] {
    let mut halves = [[0; 16]; 2];
    for (byte, from) in halves.as_flattened_mut().iter_mut().zip(whole) {
        *byte = from;
    }
    halves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depends_on_key_and_secret_and_never_changes() {
        let one = fingerprint(&[1; 32], "abandon ability");
        assert_eq!(one, fingerprint(&[1; 32], "abandon ability"));
        assert_ne!(one, fingerprint(&[2; 32], "abandon ability"));
        assert_ne!(one, fingerprint(&[1; 32], "abandon about"));
        // Computed with Python's hmac module: rows in databases depend on it.
        let hex: String = one.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "e8fce682792b9843544f39fd4cedb4a0");
    }
}
