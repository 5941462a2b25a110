//! Text that may rest. Whatever a person typed becomes [`Clean`] before the first write, or is refused.

pub mod name;
pub mod outgoing;

use std::collections::BTreeSet;

use proofdesk_guard::{Finding, fingerprint};
use proofdesk_sealing::{Keyring, Purpose};
use proofdesk_store::{ToValue, Value};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};
use zeroize::Zeroizing;

use crate::code::Code;
use crate::error::{Error, Result};

/// Typed text that passed the guard: NFC, without NUL, secrets masked. The only kind of text that is stored,
/// logged, indexed or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clean {
    text: String,
    findings: Vec<Finding>,
    hidden: Vec<Hidden>,
}

/// What was masked, in memory until its fingerprint is taken: never written, never shown, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
struct Hidden(Zeroizing<String>);

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden(…)")
    }
}

impl Clean {
    /// Passes `typed` through the guard. The only constructor.
    ///
    /// # Errors
    /// `text-has-nul` when it holds U+0000, which no engine can store.
    pub fn new(typed: &str) -> Result<Self> {
        if typed.contains('\0') {
            return Err(Error::refused(Code::TextHasNul));
        }
        Ok(if is_nfc(typed) {
            Self::masked(typed)
        } else {
            Self::masked(&Zeroizing::new(typed.nfc().collect::<String>()))
        })
    }

    /// Typed text as it was kept when the guard did not know yet what it finds now.
    #[cfg(test)]
    pub(crate) fn unguarded(typed: &str) -> Self {
        Self { text: typed.to_owned(), findings: Vec::new(), hidden: Vec::new() }
    }

    fn masked(text: &str) -> Self {
        let scan = proofdesk_guard::scan(text);
        let hidden = scan.findings.iter().map(|finding| {
            let secret = text.get(finding.start..finding.end).unwrap_or_default();
            Hidden(Zeroizing::new(secret.to_owned()))
        });
        Self { hidden: hidden.collect(), text: scan.masked, findings: scan.findings }
    }

    /// One line of at most `max` characters: control characters become spaces, the ends are trimmed.
    ///
    /// # Errors
    /// `field-required` when nothing is left, `field-too-long`, `text-has-nul`; each names `field`.
    pub fn line(field: &str, typed: &str, max: usize) -> Result<Self> {
        let flat: String =
            typed.chars().map(|c| if c.is_control() && c != '\0' { ' ' } else { c }).collect();
        Self::field(field, flat.trim(), max)
    }

    /// A text of several lines, at most `max` characters; the ends are trimmed.
    ///
    /// # Errors
    /// As [`Clean::line`].
    pub fn field(field: &str, typed: &str, max: usize) -> Result<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Error::field(field, Code::FieldRequired));
        }
        if typed.len() > max && typed.chars().count() > max {
            return Err(Error::field_with(
                field,
                Code::FieldTooLong,
                vec![("limit", max.to_string())],
            ));
        }
        Self::new(typed).map_err(|_nul| Error::field(field, Code::TextHasNul))
    }

    /// Reads a stored text once more; `None` when the guard finds nothing in it that is not masked already.
    ///
    /// # Errors
    /// As [`Clean::new`].
    pub(crate) fn again(stored: &str) -> Result<Option<Self>> {
        let clean = Self::new(stored)?;
        Ok((!clean.findings.is_empty()).then_some(clean))
    }

    /// Masks a stored text in its place. Returns whether there was anything to mask.
    ///
    /// # Errors
    /// As [`Clean::new`].
    pub(crate) fn mask_again(stored: &mut String) -> Result<bool> {
        let Some(clean) = Self::again(stored)? else { return Ok(false) };
        *stored = clean.text;
        Ok(true)
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What was masked, in the order of the text.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// By what each masked secret is known again, in the order of the text: keyed, so that guessing needs the key file.
    pub(crate) fn fingerprints(&self, keyring: &Keyring) -> Vec<String> {
        if self.hidden.is_empty() {
            return Vec::new();
        }
        let key = keyring.subkey(Purpose::GuardFingerprint);
        let taken = self.hidden.iter().map(|secret| fingerprint(&key, &secret.0));
        taken.map(hex::encode).collect()
    }

    /// The kinds of what was masked, each once.
    pub(crate) fn kinds(&self) -> Vec<String> {
        each_once(self.findings.iter().map(|finding| finding.kind.as_str()))
    }

    /// Says whether something masked is certainly a key or phrase, so that a theft must be assumed.
    pub fn leaks_key(&self) -> bool {
        self.findings.iter().any(|finding| finding.certain)
    }
}

/// Kinds of findings, each once, as events name them.
pub(crate) fn each_once<'a>(kinds: impl Iterator<Item = &'a str>) -> Vec<String> {
    kinds.collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
}

impl ToValue for Clean {
    fn to_value(&self) -> Value<'_> {
        Value::Text(&self.text)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn normalises_and_refuses_nul() {
        assert_eq!(Clean::new("e\u{301}").unwrap().as_str(), "é");
        assert_eq!(Clean::new("a\0b").unwrap_err().code(), Code::TextHasNul);
    }

    #[test]
    fn a_secret_is_known_again_and_not_shown() {
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let keyring = crate::testing::keyring();
        let known = |text: &str| Clean::new(text).unwrap().fingerprints(&keyring);
        let one = known(&format!("my words: {phrase}"));
        assert_eq!(one.len(), 1);
        assert_eq!(one, known(&format!("here {phrase}, again")));
        assert!(known("nothing").is_empty());
        assert!(!format!("{:?}", Clean::new(phrase).unwrap()).contains("sausage"));
    }

    #[test]
    fn lines_are_flat_and_bounded() {
        assert_eq!(Clean::line("subject", " a\r\nb\t ", 10).unwrap().as_str(), "a  b");
        assert_eq!(Clean::line("subject", "  \n ", 10).unwrap_err().code(), Code::FieldRequired);
        assert_eq!(
            Clean::line("subject", "ありがとうございます", 10).unwrap().as_str(),
            "ありがとうございます"
        );
        assert_eq!(
            Clean::line("subject", "12345678901", 10).unwrap_err().code(),
            Code::FieldTooLong
        );
    }
}
