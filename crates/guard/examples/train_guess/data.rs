//! The texts that the model is made from.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// A message and the secrets in it.
#[derive(Debug, Clone, Deserialize)]
pub struct Text {
    pub id: String,
    pub lang: String,
    pub kind: Option<String>,
    pub text: String,
    pub secrets: Vec<String>,
    /// Who wrote it.
    #[serde(skip)]
    pub hand: String,
}

/// Kinds that only words give away.
pub const KINDS: [&str; 6] =
    ["api-passphrase", "api-secret", "hex-private-key", "one-time-code", "password", "totp-secret"];

const SETS: [&str; 6] = ["tuning", "frozen", "tuning-2", "tuning-3", "tuning-4", "tuning-5"];
/// The hands that filled templates: their innocent messages are ordinary ones.
pub const TEMPLATES: [&str; 2] = ["templates", "templates-2"];
/// Lines that tests hold innocent, in no language of their own.
const LINES: &str = "lines";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Gives the place of the model.
pub fn model_path() -> PathBuf {
    folder().join("src/guess/model.bin")
}

/// Reads every text, in an order that never changes.
pub fn read() -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for set in SETS {
        let entries = std::fs::read_dir(folder().join("corpus").join(set))?;
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()?;
        paths.sort();
        for path in
            paths.into_iter().filter(|path| path.extension().is_some_and(|it| it == "jsonl"))
        {
            texts.extend(of(set, &path)?);
        }
    }
    texts.extend(innocent());
    Ok(texts)
}

/// Texts that are held innocent by tests, and some like them in every language.
fn innocent() -> impl Iterator<Item = Text> {
    let lines = include_str!("innocent.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| Text {
        id: String::new(),
        lang: String::new(),
        kind: None,
        text: line.replace("\\n", "\n"),
        secrets: Vec::new(),
        hand: LINES.to_owned(),
    })
}

fn of(set: &str, path: &Path) -> Result<Vec<Text>> {
    let lines = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let text = |line: &str| {
        let mut text: Text = serde_json::from_str(line).with_context(|| line.to_owned())?;
        text.hand = hand(set, &text.id);
        Ok(text)
    };
    lines.lines().map(text).collect()
}

/// Tells who wrote a text: those of `tuning-4` and `tuning-5` say so in their id, `password-tuning-4-a-0001`.
fn hand(set: &str, id: &str) -> String {
    match set {
        "tuning" | "frozen" => "templates".to_owned(),
        "tuning-2" => "templates-2".to_owned(),
        "tuning-3" => set.to_owned(),
        _ => {
            let named = id.split_once(set).map_or("", |(_, rest)| rest);
            named.split('-').nth(1).unwrap_or(set).to_owned()
        }
    }
}

impl Text {
    /// Tells whether only words give its secrets away.
    pub fn is_learnt(&self) -> bool {
        self.kind.as_deref().is_none_or(|kind| KINDS.contains(&kind))
    }
}
