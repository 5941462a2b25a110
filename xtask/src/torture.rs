//! `cargo xtask torture`: the crash tests of every test run, with many more rounds, and their result
//! written where operators read it.
//!
//! The tests are those with `crash` in their names. They take the number of kills per engine from
//! `PROOFDESK_CRASH_ROUNDS` and append one JSON line for each engine and way to die to the file that
//! `PROOFDESK_CRASH_REPORT` names: `{"engine":"sqlite","kill":"SIGKILL of proofdesk","rounds":200,
//! "acknowledged":81234,"lost":0,"half":0,"feed_gaps":0,"feed_doubles":0}`.

use crate::command::{self, find_program};
use crate::workspace::Workspace;
use crate::{debian, ui};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;

const DOCUMENT: &str = "docs/performance.md";
const BEGIN: &str = "<!-- torture: begin -->";
const END: &str = "<!-- torture: end -->";

/// Heading of a column and the field it shows.
const COLUMNS: [(&str, &str); 8] = [
    ("engine", "engine"),
    ("killed by", "kill"),
    ("kills", "rounds"),
    ("writes acknowledged", "acknowledged"),
    ("lost", "lost"),
    ("half written", "half"),
    ("gaps in the feed", "feed_gaps"),
    ("doubles in the feed", "feed_doubles"),
];

pub fn run(workspace: &Workspace, rounds: u32) -> Result<()> {
    debian::prepare()?;
    ui::build(workspace)?;
    // Better to learn now than after an hour that there is no place for the result.
    insert(&workspace.read(DOCUMENT)?, "")?;
    let report = workspace.scratch().join("crash-report.jsonl");
    fs::create_dir_all(workspace.scratch())?;
    fs::write(&report, "")?;
    let runner: &[&str] = match find_program("cargo-nextest") {
        Some(_) => &["nextest", "run", "--profile", "torture", "--workspace"],
        None => &["test", "--workspace", "--tests"],
    };
    command::run(
        workspace
            .cargo(runner)
            .arg("crash")
            .env("PROOFDESK_CRASH_ROUNDS", rounds.to_string())
            .env("PROOFDESK_CRASH_REPORT", &report),
    )?;
    let section = section(&fs::read_to_string(&report)?, &machine(workspace)?)?;
    let document = insert(&workspace.read(DOCUMENT)?, &section)?;
    fs::write(workspace.root.join(DOCUMENT), document)?;
    println!("{section}\nwritten into {DOCUMENT}");
    Ok(())
}

/// What was tortured, and on what.
fn machine(workspace: &Workspace) -> Result<String> {
    let commit =
        command::output(workspace.command("git").args(["describe", "--always", "--dirty"]))?;
    let cores = std::thread::available_parallelism()?;
    Ok(format!("Commit {}, {cores} cores.", commit.trim()))
}

fn section(report: &str, machine: &str) -> Result<String> {
    let mut rows = report.lines().map(row).collect::<Result<Vec<_>>>()?;
    if rows.is_empty() {
        bail!("no test reported a result: are there tests with `crash` in their names?");
    }
    rows.sort();
    let headings = COLUMNS.map(|(heading, _)| heading).join(" | ");
    let dashes = COLUMNS.map(|_| "---").join(" | ");
    Ok(format!("{machine}\n\n| {headings} |\n| {dashes} |\n{}", rows.join("\n")))
}

fn row(line: &str) -> Result<String> {
    let fields: Value =
        serde_json::from_str(line).with_context(|| format!("a result is no JSON: {line}"))?;
    let mut cells = Vec::new();
    for (_, field) in COLUMNS {
        match fields.get(field) {
            Some(Value::String(text)) => cells.push(text.clone()),
            Some(Value::Number(number)) => cells.push(number.to_string()),
            _ => bail!("a result lacks `{field}`: {line}"),
        }
    }
    Ok(format!("| {} |", cells.join(" | ")))
}

/// Puts the section between the document's two markers, in place of what was there.
fn insert(document: &str, section: &str) -> Result<String> {
    let hint = || format!("{DOCUMENT} needs the two lines `{BEGIN}` and `{END}`");
    let (before, rest) = document.split_once(BEGIN).with_context(hint)?;
    let (_, after) = rest.split_once(END).with_context(hint)?;
    Ok(format!("{before}{BEGIN}\n\n{section}\n\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const LINE: &str = r#"{"engine":"sqlite","kill":"SIGKILL of proofdesk","rounds":200,"acknowledged":81234,"lost":0,"half":0,"feed_gaps":0,"feed_doubles":0}"#;

    #[test]
    fn a_report_becomes_a_table() {
        let table = section(LINE, "Commit abc, 2 cores.").unwrap();
        assert!(
            table.starts_with("Commit abc, 2 cores.\n\n| engine | killed by | kills |"),
            "{table}"
        );
        assert!(table.ends_with("| sqlite | SIGKILL of proofdesk | 200 | 81234 | 0 | 0 | 0 | 0 |"));
    }

    #[test]
    fn a_report_that_says_nothing_is_no_success() {
        assert!(section("", "here").is_err());
        assert!(section("{}", "here").is_err());
        assert!(section("killed", "here").is_err());
    }

    #[test]
    fn only_what_stands_between_the_markers_is_replaced() {
        let document = format!("# Figures\n{BEGIN}\nold\n{END}\nmore\n");
        let replaced = insert(&document, "new").unwrap();
        assert_eq!(replaced, format!("# Figures\n{BEGIN}\n\nnew\n\n{END}\nmore\n"));
        assert_eq!(insert(&replaced, "new").unwrap(), replaced);
        assert!(insert("# Figures\n", "new").is_err());
        assert!(insert(&format!("{END}{BEGIN}"), "new").is_err());
    }
}
