use std::io::{BufRead as _, Write as _};

use anyhow::{Context as _, Result};
use clap::Subcommand;
use serde::{Deserialize, Serialize};

#[derive(Debug, Subcommand)]
pub enum GuardCommand {
    /// Read `{id, text}` lines, write `{id, masked, findings:[{kind, start, end}]}` lines.
    Scan,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScanIn {
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct ScanOut {
    id: serde_json::Value,
    masked: String,
    findings: Vec<FindingOut>,
}

/// Spans are UTF-8 bytes of the text that came in.
#[derive(Serialize)]
struct FindingOut {
    kind: &'static str,
    start: usize,
    end: usize,
}

pub fn run(command: &GuardCommand) -> Result<()> {
    let GuardCommand::Scan = command;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, line) in (1..).zip(std::io::stdin().lock().lines()) {
        let line = line.with_context(|| format!("line {number} cannot be read"))?;
        if line.trim().is_empty() {
            continue;
        }
        let input: ScanIn = serde_json::from_str(&line)
            .with_context(|| format!("line {number} is no {{id, text}} object"))?;
        serde_json::to_writer(&mut out, &scan(input))?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

fn scan(input: ScanIn) -> ScanOut {
    let scan = proofdesk_guard::scan(&input.text);
    let findings = scan
        .findings
        .iter()
        .map(|f| FindingOut { kind: f.kind.as_str(), start: f.start, end: f.end })
        .collect();
    ScanOut { id: input.id, masked: scan.masked, findings }
}
