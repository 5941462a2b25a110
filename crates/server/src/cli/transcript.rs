use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Subcommand;
use proofdesk_desk::transcript::verify::{Report, Trusted, Verdict, verify};

/// Far beyond any transcript that a desk makes.
const LARGEST_BYTES: u64 = 1024 * 1024 * 1024;

#[derive(Debug, Subcommand)]
pub enum TranscriptCommand {
    /// Verify a transcript, JSON or HTML, and name what was changed. Needs no desk and no network.
    Verify(VerifyArgs),
}

#[derive(clap::Args, Debug)]
pub struct VerifyArgs {
    /// The file.
    file: PathBuf,
    /// A public key of the desk, from a source that you trust: 64 hex digits, or the longer form that
    /// `/api/v1/transcript-keys` shows, which names the log too. Repeatable.
    #[arg(long, value_name = "KEY")]
    key: Vec<Trusted>,
    /// Print the report as one JSON object.
    #[arg(long)]
    json: bool,
}

pub fn run(command: &TranscriptCommand) -> Result<()> {
    let TranscriptCommand::Verify(args) = command;
    let file =
        File::open(&args.file).with_context(|| format!("cannot open {}", args.file.display()))?;
    let mut bytes = Vec::new();
    file.take(LARGEST_BYTES).read_to_end(&mut bytes)?;
    let report = verify(&bytes, &args.key);
    if args.json {
        println!("{}", serde_json::to_string(&report)?);
    } else {
        print_report(&report);
    }
    match report.verdict {
        Verdict::Genuine => Ok(()),
        Verdict::Changed if report.findings_total == 1 => bail!("one thing does not fit"),
        Verdict::Changed => bail!("{} things do not fit", report.findings_total),
        Verdict::NotOurs => bail!("it is from another desk than the key"),
        Verdict::KeyUnknown if args.key.is_empty() => {
            bail!("nobody vouches for it yet: give the desk's key with --key")
        }
        Verdict::KeyUnknown => bail!("none of the keys signed it"),
        Verdict::Unreadable => bail!("it is no transcript that this version can read"),
    }
}

fn print_report(report: &Report) {
    for finding in &report.findings {
        println!("{}", harmless(&finding.to_string()));
    }
    let hidden = report.findings_total - u64::try_from(report.findings.len()).unwrap_or(0);
    if hidden > 0 {
        println!("and {hidden} more");
    }
    let told = [
        ("ticket", &report.number),
        ("from", &report.organisation),
        ("made at", &report.made_at),
        ("log", &report.origin),
        ("key", &report.public_key),
    ];
    for (name, value) in told {
        if let Some(value) = value {
            println!("{name}: {}", harmless(value));
        }
    }
    if let Some((number, of)) = report.part {
        println!("part {number} of {of}");
    }
    println!(
        "{} entries, {} messages, {} proven by the signed history",
        report.entries, report.messages, report.proven
    );
    println!("{}", report.verdict);
}

/// What stands in a file may be anything, so nothing of it may steer the terminal. Quotation marks do not.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\'' | '"' => out.push(c),
            c => out.extend(c.escape_debug()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_written_out() {
        assert_eq!(harmless("the log's \u{1b}[2J\n\u{202e}₿"), "the log's \\u{1b}[2J\\n\\u{202e}₿");
    }
}
