//! Makes the corpus on which the guard is measured: `cargo run -p proofdesk-guard --example make_corpus`.
//!
//! Hand-written contexts (`corpus/templates`) are filled with made-up, valid secrets. Every run writes the same files.
//! `corpus/README.md` says what a case is and how the halves are kept apart.

mod accounts;
mod api;
mod cases;
mod encoding;
mod innocent;
mod keys;
mod kinds;
mod layouts;
mod phrases;
mod random;
mod secret;
mod templates;
mod values;

use std::path::Path;

use anyhow::{Context, Result};

use crate::cases::{Case, LANGUAGES};
use crate::phrases::Phrases;
use crate::templates::Templates;

fn main() -> Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files: Vec<&str> = LANGUAGES.into_iter().chain(["any"]).collect();
    let templates = Templates::read(&corpus.join("templates"), &files)?;
    let phrases = Phrases::read(&corpus.join("phrases.txt"))?;
    for half in ["tuning", "frozen"] {
        let folder = corpus.join(half);
        std::fs::create_dir_all(&folder)?;
        for kind in kinds::KINDS {
            let cases = cases::of_kind(kind, half, &templates, &phrases)?;
            write(&folder.join(format!("{}.jsonl", kind.name)), &cases)?;
        }
        write(&folder.join("innocent.jsonl"), &innocent::of_half(half, &templates)?)?;
    }
    Ok(())
}

fn write(path: &Path, cases: &[Case]) -> Result<()> {
    let mut text = String::new();
    for case in cases {
        text.push_str(&serde_json::to_string(case)?);
        text.push('\n');
    }
    std::fs::write(path, text).with_context(|| path.display().to_string())
}
