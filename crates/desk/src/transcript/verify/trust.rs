//! Whose seal it is.

use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::finding::{Findings, Problem};
use crate::log::note;
use crate::transcript::{Transcript, seal};

/// A public key that came another way than the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// The log that it signs, where that is known.
    pub origin: Option<String>,
    /// Ed25519.
    pub public_key: Vec<u8>,
}

/// A text that is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither 64 hex digits nor a verifier key (origin+id+base64)")]
pub struct TrustedKeyError;

/// 64 hex digits, as `audit key` prints them, or the form that note verifiers take.
impl FromStr for Trusted {
    type Err = TrustedKeyError;

    fn from_str(text: &str) -> Result<Self, TrustedKeyError> {
        let text = text.trim();
        let is_key = |bytes: &Vec<u8>| bytes.len() == 32;
        if let Some(public_key) = hex::decode(text).ok().filter(is_key) {
            return Ok(Self { origin: None, public_key });
        }
        // Base64 has `+` too, so the first two are the ones that part the fields.
        let mut parts = text.splitn(3, '+');
        let (Some(origin), Some(id), Some(marked)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(TrustedKeyError);
        };
        let marked = STANDARD.decode(marked).map_err(|_text| TrustedKeyError)?;
        let public_key = marked.split_first().map(|(_, key)| key.to_vec()).filter(is_key);
        let public_key = public_key.ok_or(TrustedKeyError)?;
        let fits = note::verifier_key(origin, &public_key) == text
            && note::key_id(origin, &public_key) == id;
        if !fits {
            return Err(TrustedKeyError);
        }
        Ok(Self { origin: Some(origin.to_owned()), public_key })
    }
}

/// Whose a transcript is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    Ours,
    OtherLog,
    Unknown,
}

/// The keys by which a signature in the file may hold: a trusted one, else the file's own.
pub fn candidates(own: &str, trusted: &[Trusted]) -> impl Iterator<Item = Vec<u8>> {
    let own = hex::decode(own).unwrap_or_default();
    let known = trusted.iter().any(|one| one.public_key == own);
    let strange = (!known && !own.is_empty()).then_some(own);
    trusted.iter().map(|one| one.public_key.clone()).chain(strange)
}

/// Looks who sealed the file, and whether the seal's own facts fit.
pub fn judge(transcript: &Transcript, trusted: &[Trusted], findings: &mut Findings) -> Trust {
    let (origin, seal) = (&transcript.log.origin, &transcript.seal);
    let own = hex::decode(&seal.public_key).unwrap_or_default();
    let sealed_by = trusted.iter().find(|one| seal::is_sealed_by(transcript, &one.public_key));
    if sealed_by.is_none() && !seal::is_sealed_by(transcript, &own) {
        findings.at("/seal/signature".to_owned(), Problem::SignatureInvalid);
    }
    if sealed_by.is_some_and(|one| one.public_key != own) {
        findings.at("/seal/public_key".to_owned(), Problem::Changed);
    }
    if hex::encode(&own) != seal.public_key {
        findings.at("/seal/public_key".to_owned(), Problem::Unreadable);
    }
    if seal.key_id != note::key_id(origin, &own) {
        findings.at("/seal/key_id".to_owned(), Problem::Differs);
    }
    let claims = trusted.iter().any(|one| one.public_key == own);
    if sealed_by.is_some() || claims {
        return Trust::Ours;
    }
    let mut origins = trusted.iter().filter_map(|one| one.origin.as_ref()).peekable();
    if origins.peek().is_some() && !origins.any(|known| known == origin) {
        return Trust::OtherLog;
    }
    Trust::Unknown
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn keys_are_read_in_both_forms() {
        let (origin, key) = ("proofdesk.log/2f0c9a41d3b85e67c1a0f4d2b9e87135", [7; 32]);
        let verifier: Trusted = note::verifier_key(origin, &key).parse().unwrap();
        let expected = Trusted { origin: Some(origin.to_owned()), public_key: key.to_vec() };
        assert_eq!(verifier, expected);
        let plain: Trusted = hex::encode(key).parse().unwrap();
        assert_eq!(plain, Trusted { origin: None, public_key: key.to_vec() });
        for wrong in ["", "07", "a+b+c", "proofdesk.log/x+00000000+AQcHBw=="] {
            assert_eq!(wrong.parse::<Trusted>(), Err(TrustedKeyError), "{wrong}");
        }
        let other = note::verifier_key(origin, &key).replace("2f0c", "2f0d");
        assert_eq!(other.parse::<Trusted>(), Err(TrustedKeyError));
    }
}
