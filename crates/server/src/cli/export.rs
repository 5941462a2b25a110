use std::collections::BTreeMap;
use std::fs::{DirBuilder, OpenOptions};
use std::io::{BufWriter, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Args;
use futures_util::StreamExt as _;
use proofdesk_desk::id::AttachmentId;
use proofdesk_desk::transfer::actions::begin_export;
use proofdesk_desk::transfer::line::{AttachmentLine, Line};
use proofdesk_desk::transfer::view::Export;
use proofdesk_desk::{Desk, Timestamp, attachment};
use serde::Serialize;

use super::{Settings, refusal};
use crate::start::{self, operator_cx};

#[derive(Args, Debug)]
pub struct ExportArgs {
    /// Why. It stays in the log for good, so it names nobody.
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// A file that does not exist yet. Standard output when it is not named.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Leave tickets out that did not change since (2026-05-01, or 2026-05-01T08:00:00Z), and customers of whom neither they nor a ticket did.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    since: Option<Timestamp>,
    /// A folder for the files, opened, each under its id.
    #[arg(long, value_name = "DIR")]
    files: Option<PathBuf>,
    /// Print what was written as one JSON object; the lines themselves go to the file of `--out`.
    #[arg(long, requires = "out")]
    json: bool,
}

/// What was written, as `--json` prints it.
#[derive(Default, Serialize)]
struct Done {
    /// Lines by kind, as the last one says.
    counts: BTreeMap<String, u64>,
    /// Files of which the bytes lie in the folder of `--files`.
    files: u64,
}

fn moment(typed: &str) -> Result<Timestamp, String> {
    let midnight = format!("{typed}T00:00:00Z");
    let read = typed.parse().or_else(|_no_time| midnight.parse::<Timestamp>());
    read.map_err(|_odd| format!("{typed:?} is no moment: write 2026-05-01 or 2026-05-01T08:00:00Z"))
}

/// Writes the desk out as JSON lines.
///
/// # Errors
/// In words for the person at the terminal.
pub async fn run(settings: &Settings, args: &ExportArgs) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    let mut out = sink(args.out.as_deref())?;
    if let Some(folder) = &args.files {
        private_folder(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let (reason, since, with_files) = (args.reason.clone(), args.since, args.files.is_some());
    let begun = desk.write(operator_cx("export"), async move |tx, cx| {
        begin_export(tx, cx, &reason, since, with_files).await
    });
    begun.await.map_err(refusal::told)?;
    let mut export = Export::new(operator_cx("export").now, since, with_files);
    let (mut counts, mut done) = (Counts::default(), Done::default());
    while let Some(lines) = export.next(&desk).await? {
        for line in &lines {
            serde_json::to_writer(&mut out, line)?;
            out.write_all(b"\n")?;
            counts.add(line);
            if let (Line::Message(message), Some(folder)) = (line, &args.files) {
                for file in message.attachments.iter().filter(|file| file.file.is_some()) {
                    done.files += u64::from(save(&desk, folder, file).await?);
                }
            }
            if let Line::End(end) = line {
                done.counts.clone_from(&end.counts);
            }
        }
        counts.progress();
    }
    out.flush()?;
    counts.end();
    if args.json {
        println!("{}", serde_json::to_string(&done)?);
    }
    Ok(())
}

/// Who else uses the machine does not read it.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// One that is there already keeps its mode.
fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn sink(path: Option<&Path>) -> Result<Box<dyn Write>> {
    let Some(path) = path else { return Ok(Box::new(BufWriter::new(std::io::stdout()))) };
    let file = private().open(path).with_context(|| {
        format!("cannot make {}: name a file that does not exist yet", path.display())
    })?;
    Ok(Box::new(BufWriter::new(file)))
}

/// Puts the opened bytes of a file into the folder, over those of an earlier export; false for one that was erased meanwhile.
async fn save(desk: &Desk, folder: &Path, file: &AttachmentLine) -> Result<bool> {
    let id: AttachmentId = file.id.parse().context("an id of a file")?;
    let row = desk.read(async move |rx| attachment::view::by_id(rx, id).await).await?;
    // Erased between the line and now.
    let Some(row) = row else { return Ok(false) };
    let Some(key) = &row.sealed_key else { return Ok(false) };
    let size = u64::try_from(row.size)?;
    let path = folder.join(id.to_string());
    let mut body = desk.blob().get(row.blob_id, key, size, 0..size).await?;
    // Written beside and put in its place whole: an export that is cut off leaves no half of a file that looks whole.
    let beside = folder.join(format!("{id}.new"));
    let cannot = || format!("cannot write {}", path.display());
    if beside.exists() {
        std::fs::remove_file(&beside).with_context(cannot)?;
    }
    let mut to = BufWriter::new(private().open(&beside).with_context(cannot)?);
    while let Some(chunk) = body.next().await {
        to.write_all(&chunk?).with_context(cannot)?;
    }
    to.flush().with_context(cannot)?;
    std::fs::rename(&beside, &path).with_context(cannot)?;
    Ok(true)
}

#[derive(Debug, Default)]
struct Counts(BTreeMap<&'static str, u64>);

impl Counts {
    fn add(&mut self, line: &Line) {
        let kind = match line {
            Line::Export(_) | Line::Organisation(_) | Line::End(_) => return,
            Line::Brand(_) => "brands",
            Line::Status(_) => "statuses",
            Line::Order(_) => "orders of settings",
            Line::Category(_) => "categories",
            Line::Form(_) => "versions of forms",
            Line::Skill(_) => "skills",
            Line::Role(_) => "roles",
            Line::Staff(_) => "members",
            Line::Team(_) => "teams",
            Line::Department(_) => "departments",
            Line::Macro(_) => "macros",
            Line::View(_) => "views",
            Line::Customer(_) => "customers",
            Line::Constraint(_) => "constraints",
            Line::Tag(_) => "tags",
            Line::Ticket(_) => "tickets",
            Line::Message(_) => "messages",
            Line::Link(_) => "links",
            Line::Split(_) => "splits",
            Line::Merge(_) => "merges",
        };
        *self.0.entry(kind).or_insert(0) += 1;
    }

    fn progress(&self) {
        if std::io::stderr().is_terminal() {
            let of = |kind: &str| self.0.get(kind).copied().unwrap_or(0);
            eprint!("\r{} tickets, {} messages", of("tickets"), of("messages"));
        }
    }

    fn end(&self) {
        if std::io::stderr().is_terminal() {
            eprintln!();
        }
        let told: Vec<String> = self.0.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
        eprintln!("exported: {}", told.join(", "));
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_moment_may_be_a_day() {
        let day = moment("2026-05-01").unwrap();
        assert_eq!(day.to_string(), "2026-05-01T00:00:00Z");
        assert_eq!(moment("2026-05-01T02:00:00+02:00").unwrap(), day);
        assert!(moment("yesterday").is_err());
    }
}
