use base64::Engine as _;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_desk::Timestamp;
use sha1::Sha1;

/// What an authenticator shows at a moment (RFC 6238: SHA-1, six digits, 30 seconds), by hand from the RFC, so that the
/// server's own library is not its own judge. `secret` is base32 as the enrolment shows it.
pub fn totp_code(secret: &str, at: Timestamp) -> String {
    hotp(&base32(secret), at.seconds() / 30)
}

/// RFC 4226, section 5.3.
fn hotp(key: &[u8], counter: u64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(key).unwrap();
    mac.update(&counter.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest[19] & 15);
    let four: [u8; 4] = digest[offset..offset + 4].try_into().unwrap();
    let number = u32::from_be_bytes(four) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

/// RFC 4648, section 6, without padding.
fn base32(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => u32::from(c - b'A'),
        b'2'..=b'7' => u32::from(c - b'2') + 26,
        other => panic!("{:?} is no base32", char::from(other)),
    };
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for c in text.bytes().filter(|c| *c != b'=' && *c != b' ') {
        bits = (bits << 5) | digit(c);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 255).unwrap());
        }
    }
    bytes
}

/// Base64 as JSON Web Tokens have it.
pub(crate) fn base64url(bytes: &[u8]) -> String {
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, SHA-1 column, last six of the eight digits.
    #[test]
    fn the_vectors_of_the_rfc() {
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(totp_code(secret, Timestamp::from_micros(second * 1_000_000)), code);
        }
    }
}
