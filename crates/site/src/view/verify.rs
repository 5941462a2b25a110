use askama::Template;
use proofdesk_locale::Locale;

use crate::{Here, Page};

/// The page that verifies a transcript.
#[derive(Template)]
#[template(path = "verify.html")]
pub struct Verify {
    pub page: Page,
    pub verified: Option<Verified>,
    /// Why nothing could be verified.
    pub error: Option<String>,
    /// The desk's public keys, for whoever verifies elsewhere.
    pub keys: Vec<String>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Genuine,
    Changed,
    NotOurs,
    KeyUnknown,
    Unreadable,
}

impl Outcome {
    /// The key of the sentence.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Genuine => "verify-genuine",
            Self::Changed => "verify-changed",
            Self::NotOurs => "verify-not-ours",
            Self::KeyUnknown => "verify-key-unknown",
            Self::Unreadable => "verify-unreadable",
        }
    }

    /// The key of what it means.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Genuine => "verify-genuine-meaning",
            Self::Changed => "verify-changed-meaning",
            Self::NotOurs => "verify-not-ours-meaning",
            Self::KeyUnknown => "verify-key-unknown-meaning",
            Self::Unreadable => "verify-unreadable-meaning",
        }
    }

    /// The class that carries the colour. The icon and the words say the same without it.
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Genuine => "good",
            Self::Changed | Self::NotOurs | Self::KeyUnknown => "bad",
            Self::Unreadable => "warn",
        }
    }
}

/// A file that was looked at.
#[derive(Clone, Debug)]
pub struct Verified {
    pub outcome: Outcome,
    /// What the file says of itself, for one that is ours: name and value.
    pub facts: Vec<(String, String)>,
    /// What does not fit, in words.
    pub findings: Vec<String>,
    /// How many more.
    pub more: i64,
}
