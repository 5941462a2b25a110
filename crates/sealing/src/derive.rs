//! Derivation of keys: HKDF with SHA-256 (RFC 5869), for outputs of one block.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::SecretBytes;

/// Extracts and expands 32 bytes (RFC 5869, sections 2.2 and 2.3 with L = 32).
pub(crate) fn hkdf(salt: &[u8], secret: &[u8], info: &[u8]) -> SecretBytes {
    let extracted = mac(salt, &[secret]);
    mac(extracted.as_slice(), &[info, &[1]])
}

/// Computes HMAC-SHA256 over the concatenation of the parts; the caller keeps their borders unambiguous.
#[expect(clippy::expect_used, reason = "HMAC is defined for keys of every length")]
pub(crate) fn mac(key: &[u8], parts: &[&[u8]]) -> SecretBytes {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key).expect("invariant: HMAC takes keys of every length");
    for part in parts {
        mac.update(part);
    }
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_first_block_of_rfc_5869() {
        let salt: Vec<u8> = (0..=0x0C).collect();
        let info: Vec<u8> = (0xF0..=0xF9).collect();
        assert_eq!(
            hex::encode(*hkdf(&salt, &[0x0B; 22], &info)),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        );
        assert_eq!(
            hex::encode(*hkdf(&[], &[0x0B; 22], &[])),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
        );
    }
}
