//! Text that may rest. Whatever a person typed becomes [`Clean`] before the first write, or is refused.

use proofdesk_guard::Finding;
use proofdesk_store::{ToValue, Value};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::code::Code;
use crate::error::{Error, Result};

/// Typed text that passed the guard: NFC, without NUL, secrets masked. The only kind of text that is stored,
/// logged, indexed or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clean {
    text: String,
    findings: Vec<Finding>,
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
        let scan = if is_nfc(typed) {
            proofdesk_guard::scan(typed)
        } else {
            proofdesk_guard::scan(&typed.nfc().collect::<String>())
        };
        Ok(Self { text: scan.masked, findings: scan.findings })
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

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What was masked, in the order of the text.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Says whether something masked is certainly a key or phrase, so that a theft must be assumed.
    pub fn leaks_key(&self) -> bool {
        self.findings.iter().any(|finding| finding.certain)
    }
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
