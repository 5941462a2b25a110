use std::io::{IsTerminal as _, Write as _};

use anyhow::{Context as _, Result, bail, ensure};
use clap::{Args, Subcommand};
use proofdesk_channels::bridge::{CheckAsk, Finding, HttpBridge, check};

use super::Settings;
use crate::start::operator_cx;

mod events;

#[derive(Debug, Subcommand)]
pub enum BridgeCommand {
    /// Call everything that only reads, and say which answers the desk would believe and whether events came. Exit code 1 when
    /// one it would not, or when events are missing or failed.
    Check(CheckArgs),
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Where the contract's paths begin, as in `bridge.url`.
    url: String,
    /// An account that exists: its stable id, the `sub` of the exchange's tokens.
    #[arg(long, value_name = "ID")]
    account: String,
    /// An index that exists.
    #[arg(long, value_name = "NAME", default_value = "ETH-USD")]
    index: String,
    /// Also freeze the account, twice under one id. For an account that is there for tests: nobody here can unfreeze it.
    #[arg(long)]
    freeze: bool,
    /// One JSON line a call, also on a terminal.
    #[arg(long)]
    json: bool,
}

/// Runs a command about the bridge.
///
/// # Errors
/// When the URL or the token will not do, or a call failed.
pub async fn run(settings: &Settings, command: &BridgeCommand) -> Result<()> {
    let BridgeCommand::Check(args) = command;
    let config = settings.load()?;
    let token = config.bridge.token.clone().unwrap_or_default();
    ensure!(!token.is_empty(), "set the token: PROOFDESK__BRIDGE__TOKEN=env:NAME or file:PATH");
    let bridge = HttpBridge::new(&args.url, token).context("the URL")?;
    let mut findings = check(&bridge, &ask(args)).await;
    findings.extend(Box::pin(events::told(&config)).await?);
    let as_lines = args.json || !std::io::stdout().is_terminal();
    print(&findings, as_lines)?;
    let wrong = findings.iter().filter(|one| !one.is_fine()).count();
    if wrong > 0 {
        bail!(
            "{wrong} of {} checks are not as docs/exchange-bridge.openapi.yaml and docs/exchange-events.md want them",
            findings.len()
        );
    }
    Ok(())
}

fn ask(args: &CheckArgs) -> CheckAsk {
    let mut cx = operator_cx("bridge-check");
    let freeze = args.freeze.then(|| cx.id());
    CheckAsk { account: args.account.clone(), index: args.index.clone(), freeze, now: cx.now }
}

/// What an answer says is shown, but no terminal takes orders from it.
fn plain(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { '·' } else { char }).collect()
}

fn print(findings: &[Finding], as_lines: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    for one in findings {
        if as_lines {
            writeln!(out, "{}", serde_json::to_string(one)?)?;
        } else {
            let mark = if one.is_fine() { "✓" } else { "✗" };
            let detail = one.detail.as_deref().unwrap_or_default();
            let Finding { call, result, duration_ms, .. } = one;
            let line = format!("{mark} {call:<17} {result:<12} {duration_ms:>5} ms  {detail}");
            writeln!(out, "{}", plain(line.trim_end()))?;
        }
    }
    Ok(out.flush()?)
}
