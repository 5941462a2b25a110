use askama::Template;
use proofdesk_locale::{Locale, Messages};

use crate::{Here, Page, asset};

/// A page for what did not work: what failed, what is safe, what to do, and a number to quote.
#[derive(Template)]
#[template(path = "problem.html")]
pub struct Problem {
    pub page: Page,
    pub heading: &'static str,
    /// The sentence of the error, with its way out.
    pub sentence: String,
    /// Whether signing in again is the way out.
    pub sign_in: bool,
    pub request_id: String,
    /// What the reader wrote and nobody took, to be copied.
    pub typed: Vec<String>,
}

/// The page of whoever asks too often. Nothing on it is looked up: neither who asks nor which brand they ask.
#[derive(Template)]
#[template(path = "limited.html")]
pub struct Limited {
    pub locale: Locale,
    pub sentence: String,
    pub request_id: String,
    /// What the reader wrote and nobody took, to be copied.
    pub typed: Vec<String>,
}

impl Limited {
    fn t(&self, key: &str) -> String {
        Messages::embedded().t(self.locale, key, None)
    }

    #[expect(clippy::unused_self, reason = "templates can only ask their page")]
    fn asset(&self, name: &str) -> &'static str {
        asset::path(name)
    }
}

/// The heading that a status and code deserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    NotFound,
    NotAllowed,
    TooLarge,
    TooSlow,
    TooOften,
    Session,
    SignIn,
    Unavailable,
    Internal,
}

impl ProblemKind {
    /// The kind of an answer: by status, with the sign-in token's failures apart, because their
    /// reader was never signed in.
    pub fn of(status: u16, code: &str) -> Self {
        match status {
            _ if code.starts_with("token-") => Self::SignIn,
            401 => Self::Session,
            404 | 410 => Self::NotFound,
            408 => Self::TooSlow,
            413 => Self::TooLarge,
            429 => Self::TooOften,
            503 | 507 => Self::Unavailable,
            500.. => Self::Internal,
            _ => Self::NotAllowed,
        }
    }

    /// The key of the heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::NotFound => "problem-not-found-title",
            Self::NotAllowed => "problem-not-allowed-title",
            Self::TooLarge => "problem-too-large-title",
            Self::TooSlow => "problem-too-slow-title",
            Self::TooOften => "problem-too-often-title",
            Self::Session => "problem-session-title",
            Self::SignIn => "sign-in-failed-title",
            Self::Unavailable => "problem-unavailable-title",
            Self::Internal => "problem-internal-title",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_follow_status_and_code() {
        for (status, code, expected) in [
            (404, "not-found", ProblemKind::NotFound),
            (404, "ticket-number-wrong", ProblemKind::NotFound),
            (401, "session-expired", ProblemKind::Session),
            (401, "token-replayed", ProblemKind::SignIn),
            (400, "token-malformed", ProblemKind::SignIn),
            (403, "csrf-missing", ProblemKind::NotAllowed),
            (409, "ticket-closed", ProblemKind::NotAllowed),
            (408, "body-too-slow", ProblemKind::TooSlow),
            (413, "body-too-large", ProblemKind::TooLarge),
            (429, "locked-out", ProblemKind::TooOften),
            (500, "internal", ProblemKind::Internal),
            (503, "unavailable", ProblemKind::Unavailable),
            (507, "storage-full", ProblemKind::Unavailable),
        ] {
            assert_eq!(ProblemKind::of(status, code), expected, "{status} {code}");
        }
    }
}
