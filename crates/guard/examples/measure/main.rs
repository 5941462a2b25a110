//! Measures the guard on a set of the corpus: `cargo run --release -p proofdesk-guard --example measure`.
//!
//! ```text
//! measure [tuning|frozen|tuning-2|tuning-3|tuning-4|tuning-5|frozen-2|frozen-3] [--markdown] [--misses] [--frozen-misses]
//! ```
//!
//! Without a name it reads the tuning half. `--misses` lists what was missed or masked without cause, with `--markdown`
//! in short; for the set that is for figures only it takes `--frozen-misses`, as who reads those and then changes a rule
//! can no longer call the set unseen.

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
struct Options {
    set: String,
    markdown: bool,
    misses: bool,
    frozen_misses: bool,
}

fn main() -> Result<()> {
    let options = options(std::env::args().skip(1))?;
    let cases = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(&options.set))?;
    let tally = Tally::of(&cases);
    let listed = options.misses || options.frozen_misses;
    if listed && !options.markdown {
        print!("{}", report::misses(&tally));
    }
    print!("{}", report::tables(&options.set, &tally, options.markdown));
    if listed && options.markdown {
        print!("{}", report::misses_in_short(&tally));
    }
    Ok(())
}

/// Sets that are for figures only.
const UNSEEN: [&str; 2] = ["frozen-2", "frozen-3"];

fn options(arguments: impl Iterator<Item = String>) -> Result<Options> {
    let set = "tuning".to_owned();
    let mut options = Options { set, markdown: false, misses: false, frozen_misses: false };
    for argument in arguments {
        match argument.as_str() {
            "tuning" | "frozen" | "tuning-2" | "tuning-3" | "tuning-4" | "tuning-5" => {
                options.set = argument
            }
            set if UNSEEN.contains(&set) => options.set = argument,
            "--markdown" => options.markdown = true,
            "--misses" => options.misses = true,
            "--frozen-misses" => options.frozen_misses = true,
            other => bail!(
                "`{other}`: [tuning|frozen|tuning-2|tuning-3|tuning-4|tuning-5|frozen-2|frozen-3] [--markdown] [--misses] [--frozen-misses]"
            ),
        }
    }
    if UNSEEN.contains(&options.set.as_str()) && options.misses && !options.frozen_misses {
        bail!("these misses are not for tuning: `--frozen-misses` shows them");
    }
    Ok(options)
}

/// Every file of cases in the folder, in the order of their names.
fn read(folder: &Path) -> Result<Vec<Case>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|it| it == "jsonl"));
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
