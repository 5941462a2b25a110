use std::time::Duration;

use anyhow::{Context as _, Result};
use clap::Subcommand;
use proofdesk_desk::rescan::{actions, view};
use proofdesk_desk::viewer::Viewer;
use serde::Serialize;

use super::Settings;
use super::lines::{self, TextIn};
use crate::start::{self, operator_cx};

/// Between two looks at how far a walk has come.
const PAUSE: Duration = Duration::from_secs(1);
/// Walks among which the one that was begun is looked for.
const WALKS: u32 = 20;

#[derive(Debug, Subcommand)]
pub enum GuardCommand {
    /// Read `{id, text}` lines, write `{id, masked, findings:[{kind, start, end}]}` lines.
    Scan,
    /// Have the running desk read every stored text once more and mask what is found. Prints the walk's id.
    Rescan(RescanArgs),
}

#[derive(clap::Args, Debug)]
pub struct RescanArgs {
    /// Tell how far it has come, until it is done.
    #[arg(long)]
    wait: bool,
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

pub async fn run(settings: &Settings, command: &GuardCommand) -> Result<()> {
    match command {
        GuardCommand::Scan => lines::answer("{id, text}", scan),
        GuardCommand::Rescan(args) => rescan(settings, args).await,
    }
}

async fn rescan(settings: &Settings, args: &RescanArgs) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    let walk = desk
        .write(operator_cx("guard-rescan"), async |tx, cx| actions::start(tx, cx).await)
        .await?;
    if !args.wait {
        println!("{}", walk.id);
        eprintln!("The desk walks in the background; when none is running, at its next start.");
        return Ok(());
    }
    loop {
        let walks = desk.read(async |rx| view::list(rx, &Viewer::Operator, None, WALKS).await);
        let now = walks.await?.into_iter().find(|seen| seen.id == walk.id);
        let now = now.context("the walk is gone")?;
        eprintln!("{}: {} texts read, {} masked", now.stage, now.looked, now.masked);
        if now.finished_at.is_some() {
            println!("{}", now.id);
            return Ok(());
        }
        tokio::time::sleep(PAUSE).await;
    }
}

fn scan(input: TextIn) -> ScanOut {
    let scan = proofdesk_guard::scan(&input.text);
    let findings = scan
        .findings
        .iter()
        .map(|f| FindingOut { kind: f.kind.as_str(), start: f.start, end: f.end })
        .collect();
    ScanOut { id: input.id, masked: scan.masked, findings }
}
