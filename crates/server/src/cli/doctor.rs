use anyhow::{Result, bail};
use clap::Args;
use proofdesk_store::Level;
use serde::Serialize;

use super::Settings;
use crate::start;

#[derive(Args, Debug)]
pub struct DoctorArgs {
    /// One JSON object a line instead of words.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct CheckOut<'a> {
    name: &'a str,
    level: &'static str,
    found: &'a str,
    hint: Option<&'static str>,
}

/// What a person can do about a check that is not well.
fn hint(name: &str) -> Option<&'static str> {
    Some(match name {
        "integrity" | "foreign-keys" => "restore the last backup: proofdesk restore",
        "feed-dense" => "run `proofdesk audit verify` and keep the database file for analysis",
        "migrations" => "this program is older than the database: update it",
        "log-bytes" => "a reader holds the write-ahead log open; restart the process that does",
        "fsync" | "full-page-writes" | "synchronous-commit" => {
            "turn it on in postgresql.conf, or accepted messages can be lost"
        }
        "long-transactions" => "find and end the session that holds an old transaction",
        "sequencer-lease" | "feed-inbox" => {
            "no node numbers events: start one with the role `sequencer`"
        }
        "files" => "make the data folder's `files` writable for this user",
        "keys" => "put the key file back from its own backup; without it sealed files stay closed",
        _ => return None,
    })
}

pub async fn run(settings: &Settings, args: &DoctorArgs) -> Result<()> {
    let config = settings.load()?;
    let desk = start::open(&config).await?;
    let mut worst = Level::Ok;
    for check in desk.db().doctor().await? {
        worst = worst.max(check.level);
        let level = match check.level {
            Level::Ok => "ok",
            Level::Warning => "warning",
            Level::Error => "error",
        };
        let hint = if check.level == Level::Ok { None } else { hint(check.name) };
        if args.json {
            println!(
                "{}",
                serde_json::to_string(&CheckOut {
                    name: check.name,
                    level,
                    found: &check.found,
                    hint
                })?
            );
        } else {
            println!("{level:<8} {:<20} {}", check.name, check.found);
            if let Some(hint) = hint {
                println!("         hint: {hint}");
            }
        }
    }
    if worst == Level::Error {
        bail!("the desk is not well: see the lines marked error");
    }
    Ok(())
}
