//! `proofdesk import`: what another desk had, from its lines or from what other programs export.

mod chatwoot;
mod files;
mod foreign;
mod read;
mod skip;
mod whole;
mod work;
mod zendesk;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use proofdesk_desk::id::BrandId;
use proofdesk_desk::transfer::line::{Line, Unknown};
use proofdesk_desk::transfer::{FORMAT, VERSION, actions};
use proofdesk_desk::{Desk, brand};
use serde::Serialize;

use super::{Settings, refusal};
use crate::start;
use read::Reader;
use skip::SkipLog;
use whole::Whole;
use work::{Import, Tally};

#[derive(Args, Debug)]
pub struct ImportArgs {
    /// JSON lines; `-` reads them from standard input.
    file: PathBuf,
    /// What wrote them.
    #[arg(long, value_enum, default_value = "proofdesk")]
    format: Format,
    /// A name for where it comes from: what was brought from there once is not brought again. Of an export of ours it is the desk that it
    /// is of, else the name of the format.
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The slug of the brand of customers who are of none; the first brand when it is not named.
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
    /// The category of tickets that are of none that the brand has.
    #[arg(long, value_name = "SLUG", default_value = "other")]
    category: String,
    /// The folder in which the files lie that messages name.
    #[arg(long, value_name = "DIR")]
    files: Option<PathBuf>,
    /// The ids that Zendesk (`external_id`) or Chatwoot (`identifier`) have of customers are those under which the exchange signs them in.
    #[arg(long)]
    portal_ids: bool,
    /// Append a line here for everything that is left out: {line, kind, id, field, reason, way_out}.
    #[arg(long, value_name = "FILE")]
    skip_log: Option<PathBuf>,
    /// Print what was done as one JSON object.
    #[arg(long)]
    json: bool,
}

/// What the lines are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Our own (docs/import-export.md).
    Proofdesk,
    /// Zendesk's JSON export: a ticket a line with its comments, a user a line; pages of its API too.
    Zendesk,
    /// Chatwoot's API: a conversation a line with its messages; pages of contacts too.
    Chatwoot,
}

impl Format {
    const fn name(self) -> &'static str {
        match self {
            Self::Proofdesk => "proofdesk",
            Self::Zendesk => "zendesk",
            Self::Chatwoot => "chatwoot",
        }
    }
}

/// What was done, as `--json` prints it.
#[derive(Serialize)]
struct Done<'a> {
    source: &'a str,
    format: &'static str,
    /// The line before which an import of the same lines was cut off the last time.
    resumed_at: u64,
    /// Whether an export of ours has all of its lines; `null` for lines that do not say.
    whole: Option<bool>,
    #[serde(flatten)]
    tally: &'a Tally,
}

/// Brings what a file has. Of an export that was cut off it brings what is whole, and says so.
///
/// # Errors
/// In words for the person at the terminal. What was committed before stays, and the same command goes on from there.
pub async fn run(settings: &Settings, args: &ImportArgs) -> Result<()> {
    let config = settings.load()?;
    let desk = start::existing(&config).await?;
    let source = source(args)?;
    let brand_id = brand_of(&desk, args.brand.as_deref()).await?;
    let skips = SkipLog::open(args.skip_log.as_deref())?;
    let (reader, whole) = resume(&desk, args, &source).await?;
    let resumed_at = reader.count();
    if resumed_at > 0 {
        eprintln!("{resumed_at} lines were read before: going on behind them");
    }
    let mut import = Import::new(&desk, args, &source, brand_id, skips, whole);
    Box::pin(import.read(reader)).await?;
    let (whole, is_cut_off) = (import.whole().verdict(), import.whole().is_cut_off());
    let differing = import.whole().differing();
    let tally = Box::pin(import.finish()).await?;
    let format = args.format.name();
    tell(args, &Done { source: &source, format, resumed_at, whole, tally: &tally })?;
    if !differing.is_empty() {
        let kinds = differing.join(", ");
        eprintln!("the export says that it has another number of these lines: {kinds}");
    }
    if is_cut_off {
        bail!(
            "the file was cut off: the line that ends an export is not in it. What is told above was brought; a ticket at its very end was \
             held back, because messages of it may be missing. Import the whole file by the same command: nothing comes twice"
        );
    }
    Ok(())
}

/// The name of where the lines come from.
fn source(args: &ImportArgs) -> Result<String> {
    let typed = match &args.source {
        Some(typed) => typed.clone(),
        None if args.format == Format::Proofdesk => {
            own_source(&args.file)?.unwrap_or_else(|| args.format.name().to_owned())
        }
        None => args.format.name().to_owned(),
    };
    actions::source(&typed).map_err(refusal::told).context("--source")
}

/// The desk that the head of an export names. Standard input cannot be read twice, so who pipes one names its source.
fn own_source(file: &Path) -> Result<Option<String>> {
    if read::is_standard_input(file) {
        return Ok(None);
    }
    let Some(first) = Reader::open(file)?.next()? else { return Ok(None) };
    match Line::read(&first.text, &mut Unknown::default()) {
        Ok(Some(Line::Export(head))) if head.format == FORMAT && head.v == VERSION => {
            Ok(Some(head.source))
        }
        Ok(Some(Line::Export(head))) => {
            bail!("this is {:?} version {}, which this program does not read", head.format, head.v)
        }
        _ => Ok(None),
    }
}

async fn brand_of(desk: &Desk, slug: Option<&str>) -> Result<BrandId> {
    let brands = desk.read(async |rx| brand::view::list(rx).await).await?;
    let known: Vec<&str> = brands.iter().map(|brand| brand.slug.as_str()).collect();
    let found = match slug {
        Some(slug) => brands.iter().find(|brand| brand.slug == slug),
        None => brands.first(),
    };
    match found {
        Some(brand) => Ok(brand.id),
        None if brands.is_empty() => bail!("this desk has no brand yet: start it once"),
        None => bail!("there is no such brand: {}", known.join(", ")),
    }
}

/// The lines from where an import of the same file was cut off; from the first on where none was, or where what it had read is not what
/// stands there now. And what was seen of the file before.
async fn resume(desk: &Desk, args: &ImportArgs, source: &str) -> Result<(Reader, Whole)> {
    let reader = Reader::open(&args.file)?;
    let nothing = || Whole::of(args.format == Format::Proofdesk);
    if read::is_standard_input(&args.file) {
        return Ok((reader, nothing()));
    }
    let name = source.to_owned();
    let place = desk.read(async move |rx| actions::place(rx, &name).await).await?;
    let Some(place) = place else { return Ok((reader, nothing())) };
    let (mut behind, mut whole) = (reader, nothing());
    while behind.count() < place.line {
        let Some(raw) = behind.next()? else { break };
        if args.format == Format::Proofdesk {
            whole.take(raw.plain());
        }
    }
    if behind.place() == place {
        return Ok((behind, whole));
    }
    Ok((Reader::open(&args.file)?, nothing()))
}

fn tell(args: &ImportArgs, done: &Done<'_>) -> Result<()> {
    if args.json {
        println!("{}", serde_json::to_string(done)?);
        return Ok(());
    }
    let Tally { made, there, messages, skipped, passed_over, unknown, .. } = done.tally;
    let list = |counts: &std::collections::BTreeMap<String, u64>| {
        let told: Vec<String> = counts.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
        if told.is_empty() { "nothing".to_owned() } else { told.join(", ") }
    };
    println!("made: {} (with {messages} messages)", list(made));
    println!("there already: {}", list(there));
    println!("left out: {skipped}");
    if !passed_over.is_empty() {
        println!("of no use here: {}", list(passed_over));
    }
    if !unknown.is_empty() {
        println!("fields that nothing was made of: {}", list(unknown));
    }
    if *skipped > 0 && args.skip_log.is_none() {
        eprintln!(
            "Run it again with --skip-log FILE to see what was left out and why: nothing comes twice."
        );
    }
    Ok(())
}
