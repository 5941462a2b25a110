//! Secrets that open doors: sessions, API tokens, one-time links. 256 random bits, shown once, stored as a hash.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::cx::Cx;

/// What rests instead of a token. The tokens are random, so a plain hash is enough.
pub type TokenHash = [u8; 32];

/// Which door a token opens. The prefix lets people and scanners of leaked secrets recognise it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Session,
    Api,
    Link,
}

impl TokenKind {
    const ALL: [Self; 3] = [Self::Session, Self::Api, Self::Link];

    const fn prefix(self) -> &'static str {
        match self {
            Self::Session => "pds_",
            Self::Api => "pda_",
            Self::Link => "pdl_",
        }
    }

    /// The door that a shown token claims to open; `None` for what is no token of ours.
    pub fn of(shown: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| shown.starts_with(kind.prefix()))
    }
}

/// A fresh token in clear. It exists only on its way to the one who asked for it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub(crate) fn fresh(cx: &mut Cx, kind: TokenKind) -> Self {
        let secret: [u8; 32] = cx.bytes();
        Self(format!("{}{}", kind.prefix(), URL_SAFE_NO_PAD.encode(secret)))
    }

    /// The token in clear, safe in URLs and headers.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> TokenHash {
        hash(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The hash under which a shown token would be stored. Any text has one; only real tokens are found by it.
pub fn hash(shown: &str) -> TokenHash {
    let mut hasher = Sha256::new();
    hasher.update(b"proofdesk.token.v1\0");
    hasher.update(shown.as_bytes());
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_tell_their_door_and_hide_in_debug() {
        let mut cx = crate::testing::cx();
        for kind in TokenKind::ALL {
            let token = Token::fresh(&mut cx, kind);
            assert_eq!(TokenKind::of(token.reveal()), Some(kind));
            assert_eq!(token.reveal().len(), 4 + 43);
            assert_eq!(format!("{token:?}"), "Token(…)");
            assert_eq!(hash(token.reveal()), token.hash());
        }
        assert_eq!(TokenKind::of("eyJhbGciOi"), None);
    }
}
