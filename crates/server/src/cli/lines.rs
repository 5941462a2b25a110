//! The loop of every command that reads JSON lines and answers each with one.

use std::io::{BufRead as _, Write as _};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A text with the id under which it is answered.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextIn {
    pub id: serde_json::Value,
    pub text: String,
}

/// Answers each line of standard input with a line of standard output, in order; empty lines are passed over.
///
/// # Errors
/// For the first line that cannot be read or is no `shape`, by its number.
pub fn answer<In, Out>(shape: &str, mut answer: impl FnMut(In) -> Out) -> Result<()>
where
    In: DeserializeOwned,
    Out: Serialize,
{
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, line) in (1..).zip(std::io::stdin().lock().lines()) {
        let line = line.with_context(|| format!("line {number} cannot be read"))?;
        if line.trim().is_empty() {
            continue;
        }
        let input: In = serde_json::from_str(&line)
            .with_context(|| format!("line {number} is no {shape} object"))?;
        serde_json::to_writer(&mut out, &answer(input))?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
