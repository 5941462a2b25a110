use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use clap::Subcommand;
use proofdesk_desk::log::checkpoint::{self, Anchors};
use proofdesk_desk::log::export::{Contents, export, verify_export};
use proofdesk_desk::log::verify::{Report, verify_live, verify_state};

use super::Settings;
use crate::config::Config;
use crate::start;

#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Recompute every hash, digest, proof and signature, and name what does not fit.
    Verify(VerifyArgs),
    /// Write the whole log as JSON lines, to be verified anywhere.
    Export(ExportArgs),
    /// Print the public key that signs the log's checkpoints.
    Key,
}

#[derive(clap::Args, Debug)]
pub struct VerifyArgs {
    /// Verify an export instead of the database. Needs nothing but the file.
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
    /// With `--export`: the log's public key as `audit key` prints it, from a source that you trust. Repeatable.
    #[arg(long, value_name = "HEX", requires = "export")]
    key: Vec<String>,
    /// Checkpoints that were kept outside. Default: the configured anchor file.
    #[arg(long, value_name = "FILE")]
    anchor: Option<PathBuf>,
    /// Also fold each ticket's events and compare with its row.
    #[arg(long, conflicts_with = "export")]
    state: bool,
    /// Print the report as one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args, Debug)]
pub struct ExportArgs {
    /// A file that does not exist yet.
    to: PathBuf,
    /// Leave payloads and bodies out: the chain can be verified, nobody can read what was said.
    #[arg(long)]
    without_contents: bool,
}

pub async fn run(settings: &Settings, command: &AuditCommand) -> Result<()> {
    match command {
        AuditCommand::Verify(args) => verify(settings, args).await,
        AuditCommand::Export(args) => write_export(settings, args).await,
        AuditCommand::Key => {
            let desk = start::look(&settings.load()?).await?;
            let key = checkpoint::signing_key(desk.keyring()).verifying_key();
            println!("{}", hex::encode(key.as_bytes()));
            Ok(())
        }
    }
}

async fn verify(settings: &Settings, args: &VerifyArgs) -> Result<()> {
    let (report, is_anchor_gone) = match &args.export {
        Some(file) => (verify_file(file, args)?, false),
        None => verify_database(&settings.load()?, args).await?,
    };
    if args.json {
        println!("{}", serde_json::to_string(&report)?);
    } else {
        print_report(&report);
    }
    if !report.is_clean() {
        bail!("{} things do not fit", report.findings_total);
    }
    ensure!(
        !is_anchor_gone,
        "checkpoints were signed, and the file of `[audit] anchor` is not there: nothing outside of the database bears witness to them"
    );
    Ok(())
}

fn verify_file(file: &Path, args: &VerifyArgs) -> Result<Report> {
    let keys = args
        .key
        .iter()
        .map(|text| {
            let key = hex::decode(text).with_context(|| format!("{text} is no key in hex"))?;
            ensure!(key.len() == 32, "{text:?} is no key: `audit key` prints 64 hex digits");
            Ok(key)
        })
        .collect::<Result<Vec<_>>>()?;
    if keys.is_empty() {
        eprintln!(
            "note: without --key nothing says that this is the log meant, only that it is whole in itself"
        );
    }
    let outside = anchors(args.anchor.as_deref())?;
    let mut input = BufReader::new(
        File::open(file).with_context(|| format!("cannot open {}", file.display()))?,
    );
    Ok(verify_export(&mut input, &keys, &outside.checkpoints)?)
}

/// The report, and whether the configured witness is missing. It is not there before the first checkpoint; one that was named
/// by hand has to be.
async fn verify_database(config: &Config, args: &VerifyArgs) -> Result<(Report, bool)> {
    let desk = start::look(config).await?;
    let configured = config.audit.anchor.as_deref().filter(|_| args.anchor.is_none());
    let outside = anchors(args.anchor.as_deref().or(configured.filter(|path| path.exists())))?;
    let mut stage = None;
    let mut report = verify_live(&desk, &outside.checkpoints, &mut |progress| {
        if stage != Some(progress.stage) {
            stage = Some(progress.stage);
            eprintln!("{:?}…", progress.stage);
        }
    })
    .await?;
    if args.state {
        eprintln!("State…");
        verify_state(&desk, &mut report, &mut |_| {}).await?;
    }
    let is_gone = report.signed_size > 0 && configured.is_some_and(|path| !path.exists());
    Ok((report, is_gone))
}

fn anchors(path: Option<&Path>) -> Result<Anchors> {
    let Some(path) = path else { return Ok(Anchors::default()) };
    let anchors =
        checkpoint::anchors(path).with_context(|| format!("cannot read {}", path.display()))?;
    if anchors.unreadable > 0 {
        eprintln!("note: {} lines of {} are no checkpoints", anchors.unreadable, path.display());
    }
    Ok(anchors)
}

fn print_report(report: &Report) {
    for finding in &report.findings {
        println!("{finding}");
    }
    println!(
        "{} events in {} streams, {} positions, {} messages, {} files, {} erasures, {} checkpoints, {} states",
        report.events,
        report.streams,
        report.positions,
        report.messages,
        report.attachments,
        report.erasures,
        report.checkpoints,
        report.states
    );
    println!("root {} ({} positions are signed)", report.root, report.signed_size);
    println!("{}", if report.is_clean() { "everything fits" } else { "NOT everything fits" });
}

async fn write_export(settings: &Settings, args: &ExportArgs) -> Result<()> {
    let desk = start::look(&settings.load()?).await?;
    let file = File::create_new(&args.to).with_context(|| {
        format!("cannot make {}: name a file that does not exist yet", args.to.display())
    })?;
    let contents = if args.without_contents { Contents::Omitted } else { Contents::Included };
    let mut out = BufWriter::new(file);
    let positions =
        export(&desk, contents, &mut out, &mut |done| eprint!("\r{done} events")).await?;
    out.flush()?;
    eprintln!();
    println!("{}: {positions} events", args.to.display());
    Ok(())
}
