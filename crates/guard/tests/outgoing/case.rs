//! The corpus of `corpus/outgoing`: one JSON object per line.

use std::path::Path;

use proofdesk_guard::outgoing::asks;
use serde::Deserialize;

/// One message, and what it asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    pub lang: String,
    /// The name of a `Wanted`; `None` when the message may be sent.
    pub asks: Option<String>,
    pub text: String,
}

impl Case {
    /// Tells whether the guard says of the message what the corpus says.
    pub fn holds(&self) -> bool {
        let found = asks(&self.text);
        match &self.asks {
            Some(wanted) => found.iter().any(|ask| ask.wanted.as_str() == wanted),
            None => found.is_empty(),
        }
    }
}

/// Reads a half, in order.
#[expect(clippy::unwrap_used, reason = "a corpus that cannot be read has to stop whoever reads it")]
pub fn read(half: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/outgoing");
    let lines = std::fs::read_to_string(folder.join(half).with_extension("jsonl")).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
