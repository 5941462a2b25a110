//! Counts alarms in large innocent texts: `cargo run --release -p proofdesk-guard --example measure_prose -- FILE…`.
//!
//! ```text
//! measure_prose [--show] FILE…
//! ```
//!
//! Each file is UTF-8 text without any secret in it, cut into messages of some paragraphs, as a customer would send it.
//! Printed per file: characters, findings, findings per million characters, and how many of each kind. `--show` prints
//! what was masked, with what stands around it.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use proofdesk_guard::{Finding, scan};

/// A message ends with the line in which it reaches this length.
const MESSAGE_BYTES: usize = 2_000;

#[derive(Default)]
struct Count {
    characters: usize,
    findings: usize,
    kinds: BTreeMap<&'static str, usize>,
}

fn main() -> Result<()> {
    let (options, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|it| it.starts_with("--"));
    ensure!(!files.is_empty(), "[--show] FILE…");
    let show = options.iter().any(|it| it == "--show");
    let mut total = Count::default();
    for file in &files {
        let text = std::fs::read_to_string(file).with_context(|| file.clone())?;
        let count = count(&text, show);
        println!("{}", line(file, &count));
        total.add(&count);
    }
    println!("{}", line("all", &total));
    Ok(())
}

fn count(text: &str, show: bool) -> Count {
    let mut count = Count::default();
    for message in messages(text) {
        count.characters += message.chars().count();
        let scan = scan(&message);
        count.findings += scan.findings.len();
        for finding in &scan.findings {
            *count.kinds.entry(finding.kind.as_str()).or_default() += 1;
            if show {
                println!("  {}: {}", finding.kind.as_str(), around(&message, finding));
            }
        }
    }
    count
}

fn messages(text: &str) -> Vec<String> {
    let mut messages = vec![String::new()];
    for line in text.lines() {
        if messages.last().is_some_and(|it| it.len() >= MESSAGE_BYTES) {
            messages.push(String::new());
        }
        if let Some(message) = messages.last_mut() {
            message.push_str(line);
            message.push('\n');
        }
    }
    messages
}

/// What was masked between brackets, with forty letters on each side.
fn around(text: &str, finding: &Finding) -> String {
    let piece = |range: Option<&str>| range.unwrap_or_default().replace('\n', "⏎");
    let before = piece(text.get(..finding.start));
    let skipped = before.chars().count().saturating_sub(40);
    let before: String = before.chars().skip(skipped).collect();
    let after: String = piece(text.get(finding.end..)).chars().take(40).collect();
    format!("{before}[{}]{after}", piece(text.get(finding.start..finding.end)))
}

impl Count {
    fn add(&mut self, other: &Count) {
        self.characters += other.characters;
        self.findings += other.findings;
        for (kind, count) in &other.kinds {
            *self.kinds.entry(kind).or_default() += count;
        }
    }
}

/// Hundredths of an alarm are shown, cut off.
fn line(name: &str, count: &Count) -> String {
    let hundredths =
        (count.findings * 100_000_000).checked_div(count.characters).unwrap_or_default();
    let kinds: Vec<String> = count.kinds.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
    format!(
        "{name}: {} characters, {} findings, {}.{:02} per million{}{}",
        count.characters,
        count.findings,
        hundredths / 100,
        hundredths % 100,
        if kinds.is_empty() { "" } else { ": " },
        kinds.join(", "),
    )
}
