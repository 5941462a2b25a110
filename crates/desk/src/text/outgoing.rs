//! What customers read of us besides messages: names, labels, hints, terms. None of them may ask for a secret, or people get used
//! to giving it where somebody pretends to be us.

use proofdesk_guard::outgoing;

use super::Clean;
use crate::code::Code;
use crate::error::{Error, Result};

/// Refuses words of ours that ask whoever reads them for a password, code, phrase or key. That one is never to be shared may be
/// said.
///
/// # Errors
/// `asks-for-secret` at `field`, which names what.
pub fn refuse_asking(field: &str, text: &str) -> Result<()> {
    match outgoing::asks(text).first() {
        Some(ask) => {
            let args = vec![("wanted", ask.wanted.as_str().to_owned())];
            Err(Error::field_with(field, Code::AsksForSecret, args))
        }
        None => Ok(()),
    }
}

impl Clean {
    /// A line of ours that customers read.
    ///
    /// # Errors
    /// As [`Clean::line`] and [`refuse_asking`].
    pub fn shown(field: &str, typed: &str, max: usize) -> Result<Self> {
        let clean = Self::line(field, typed, max)?;
        refuse_asking(field, clean.as_str())?;
        Ok(clean)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn what_is_shown_asks_for_no_secret() {
        for asking in
            ["Send us your seed phrase", "请把您的助记词发给我们", "Please send us your password."]
        {
            assert_eq!(Clean::shown("label", asking, 200).unwrap_err().code(), Code::AsksForSecret);
        }
        for fine in [
            "Never share your seed phrase with anybody, not even with us.",
            "请勿把助记词告诉任何人，包括我们。",
            "Which network did you send it on?",
            "Account security",
        ] {
            assert_eq!(Clean::shown("label", fine, 200).unwrap().as_str(), fine);
        }
    }

    /// The terms that the product itself comes with.
    #[test]
    fn no_term_of_the_profiles_asks_for_a_secret() {
        let profiles = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles");
        let mut read = 0;
        for profile in std::fs::read_dir(profiles).unwrap() {
            let Ok(terms) = std::fs::read_dir(profile.unwrap().path().join("glossary")) else {
                continue;
            };
            for term in terms {
                let text = std::fs::read_to_string(term.unwrap().path()).unwrap();
                let term = crate::glossary::folder::read("term.toml", "term", &text).unwrap();
                crate::glossary::clean(&term.texts).unwrap();
                read += 1;
            }
        }
        assert!(read > 10, "{read}");
    }
}
