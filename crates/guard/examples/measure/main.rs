//! Measures the guard on a half of the corpus: `cargo run --release -p proofdesk-guard --example measure`.
//!
//! ```text
//! measure [tuning|frozen] [--markdown] [--misses] [--frozen-misses]
//! ```
//!
//! Without a half it reads the tuning half. `--misses` lists what was missed or masked without cause; for the frozen
//! half it takes `--frozen-misses`, as who reads those can no longer call that half unseen.

mod report;
mod tally;

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::tally::Tally;

/// A line of the corpus; `corpus/README.md` says what it means.
#[derive(Deserialize)]
struct Case {
    id: String,
    lang: String,
    kind: Option<String>,
    layout: String,
    text: String,
    secrets: Vec<String>,
}

/// What was asked for on the command line.
#[derive(Default)]
struct Options {
    frozen: bool,
    markdown: bool,
    misses: bool,
    frozen_misses: bool,
}

fn main() -> Result<()> {
    let options = options(std::env::args().skip(1))?;
    let half = if options.frozen { "frozen" } else { "tuning" };
    let cases = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(half))?;
    let tally = Tally::of(&cases);
    if options.misses || options.frozen_misses {
        print!("{}", report::misses(&tally));
    }
    print!("{}", report::tables(half, &tally, options.markdown));
    Ok(())
}

fn options(arguments: impl Iterator<Item = String>) -> Result<Options> {
    let mut options = Options::default();
    for argument in arguments {
        match argument.as_str() {
            "tuning" => options.frozen = false,
            "frozen" => options.frozen = true,
            "--markdown" => options.markdown = true,
            "--misses" => options.misses = true,
            "--frozen-misses" => options.frozen_misses = true,
            other => bail!("`{other}`: [tuning|frozen] [--markdown] [--misses] [--frozen-misses]"),
        }
    }
    if options.frozen && options.misses && !options.frozen_misses {
        bail!("the misses of the frozen half are not for tuning: `--frozen-misses` shows them");
    }
    Ok(options)
}

/// Every file of the half, in the order of their names.
fn read(folder: &Path) -> Result<Vec<Case>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path)?;
        for (line, number) in text.lines().zip(1..) {
            let case = serde_json::from_str(line);
            cases.push(case.with_context(|| format!("{}, line {number}", path.display()))?);
        }
    }
    Ok(cases)
}
