//! Makes the corpus on which the guard is measured: `cargo run -p proofdesk-guard --example make_corpus [frozen-2]`.
//! The argument writes `tuning-2` and `frozen-2`, the two halves of the fresh set.
//!
//! Hand-written contexts (`corpus/templates`) are filled with made-up, valid secrets. Every run writes the same files.
//! `corpus/README.md` says what a case is and how the sets are kept apart. Without an argument the first two are written.

mod accounts;
mod api;
mod cases;
mod encoding;
mod fresh;
mod fresh_layouts;
mod fresh_values;
mod innocent;
mod keys;
mod kinds;
mod layouts;
mod phrases;
mod random;
mod secret;
mod templates;
mod values;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cases::{Case, LANGUAGES};
use crate::kinds::Kind;
use crate::phrases::Phrases;
use crate::templates::Templates;

fn main() -> Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    match std::env::args().nth(1).as_deref() {
        None => first_halves(&corpus),
        Some(fresh::HALF) => fresh_half(&corpus),
        Some(other) => bail!("`{other}`: nothing, or {}", fresh::HALF),
    }
}

fn first_halves(corpus: &Path) -> Result<()> {
    let templates = read_templates(&corpus.join("templates"))?;
    let phrases = Phrases::read(&corpus.join("phrases.txt"))?;
    for half in ["tuning", "frozen"] {
        write_half(corpus, half, kinds::KINDS, &templates, &phrases)?;
    }
    Ok(())
}

/// The set made after both halves had been tuned on: contexts, phrases and forms of its own.
fn fresh_half(corpus: &Path) -> Result<()> {
    let templates = read_templates(&corpus.join("templates-2"))?;
    let phrases = Phrases::read_whole(&corpus.join("phrases-2.txt"))?;
    for kind in fresh::KINDS {
        let cases = cases::of_kind(kind, fresh::HALF, &templates, &phrases)?;
        write_split(corpus, &format!("{}.jsonl", kind.name), cases)?;
    }
    write_split(corpus, "innocent.jsonl", innocent::of_half(fresh::HALF, &templates)?)
}

/// The odd ones of a language, counted from zero in each file, are for tuning. The ids stay those of the whole set.
fn write_split(corpus: &Path, name: &str, cases: Vec<Case>) -> Result<()> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut odd, mut even) = (Vec::new(), Vec::new());
    for case in cases {
        let count = counts.entry(case.lang.clone()).or_default();
        let half = if *count % 2 == 1 { &mut odd } else { &mut even };
        *count += 1;
        half.push(case);
    }
    for (folder, cases) in [("tuning-2", odd), (fresh::HALF, even)] {
        std::fs::create_dir_all(corpus.join(folder))?;
        write(&corpus.join(folder).join(name), &cases)?;
    }
    Ok(())
}

fn read_templates(folder: &Path) -> Result<Templates> {
    let files: Vec<&str> = LANGUAGES.into_iter().chain(["any"]).collect();
    Templates::read(folder, &files)
}

fn write_half(
    corpus: &Path,
    half: &str,
    kinds: &[Kind],
    templates: &Templates,
    phrases: &Phrases,
) -> Result<()> {
    let folder = corpus.join(half);
    std::fs::create_dir_all(&folder)?;
    for kind in kinds {
        let cases = cases::of_kind(kind, half, templates, phrases)?;
        write(&folder.join(format!("{}.jsonl", kind.name)), &cases)?;
    }
    write(&folder.join("innocent.jsonl"), &innocent::of_half(half, templates)?)
}

fn write(path: &Path, cases: &[Case]) -> Result<()> {
    let mut text = String::new();
    for case in cases {
        text.push_str(&serde_json::to_string(case)?);
        text.push('\n');
    }
    std::fs::write(path, text).with_context(|| path.display().to_string())
}
