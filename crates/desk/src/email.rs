//! E-mail addresses as far as a desk must understand them: who may receive what, and which two are the same.

use crate::code::Code;
use crate::error::{Error, Result};
use crate::limits;
use crate::text::Clean;
use crate::text::name::holds_key;

/// The longest local part (RFC 5321, section 4.5.3.1.1).
const LOCAL_BYTES: usize = 64;

/// An address in the one form in which it is stored and compared: NFC, lower case.
///
/// Lower-casing the local part is more than RFC 5321 promises; no mailbox provider in use tells case apart, and
/// two accounts that differ in case only are a trap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(Clean);

impl EmailAddress {
    /// Reads what was typed into `field`.
    ///
    /// # Errors
    /// `field-required`, `field-too-long`, `field-invalid`; each names `field`.
    pub fn parse(field: &str, typed: &str) -> Result<Self> {
        // Before its letters are made small: a key would be one no more, and rest as letters that nearly are one.
        if holds_key(typed) {
            return Err(Error::field(field, Code::FieldInvalid));
        }
        let clean = Clean::line(field, &typed.trim().to_lowercase(), limits::EMAIL_CHARS)?;
        if clean.findings().is_empty() && is_address(clean.as_str()) {
            return Ok(Self(clean));
        }
        Err(Error::field(field, Code::FieldInvalid))
    }

    /// The address as it is stored.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What stands before the `@`.
    pub fn local_part(&self) -> &str {
        self.as_str().rsplit_once('@').map_or("", |(local, _)| local)
    }
}

fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c);
    !local.is_empty()
        && local.len() <= LOCAL_BYTES
        && !local.contains(forbidden)
        && !domain.contains(forbidden)
        && domain
            .split('.')
            .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

impl proofdesk_store::ToValue for EmailAddress {
    fn to_value(&self) -> proofdesk_store::Value<'_> {
        self.0.to_value()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn reads_what_people_type() {
        let address = EmailAddress::parse("email", "  Ada.Lovelace@Example.COM ").unwrap();
        assert_eq!(address.as_str(), "ada.lovelace@example.com");
        assert_eq!(address.local_part(), "ada.lovelace");
        assert!(EmailAddress::parse("email", "田中@例え.jp").is_ok());
        assert!(EmailAddress::parse("email", "root@localhost").is_ok());
    }

    #[test]
    fn refuses_what_is_none() {
        let long = format!("{}@example.com", "a".repeat(65));
        for typed in [
            "ada",
            "@example.com",
            "ada@",
            "a da@x.y",
            "a@b@c.d",
            "a@b..c",
            "a@-b.c",
            "<a@b.c>",
            "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr@example.com",
            &long,
        ] {
            let error = EmailAddress::parse("email", typed).unwrap_err();
            assert_eq!(error.code(), Code::FieldInvalid, "{typed}");
        }
        assert_eq!(EmailAddress::parse("email", " ").unwrap_err().code(), Code::FieldRequired);
        assert_eq!(EmailAddress::parse("email", "a\0@b.c").unwrap_err().code(), Code::TextHasNul);
    }
}
