//! The virus scan of files: a job for each, asked for in the transaction that records the file.

use proofdesk_store::{Rx, Tx};

use super::{Attachment, Scan, sql, view};
use crate::article_file;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::AttachmentId;
use crate::job::actions::enqueue_for;
use crate::limits;
use crate::permission::Permission;
use crate::ticket::actions::Edit;
use crate::ticket::{Change, FileInfected};
use crate::time::Timestamp;

/// The kind of the job; its payload is the file's id.
pub const JOB_KIND: &str = "attachment.scan";
/// The lane of the job: a slow scanner holds up nothing else.
pub const JOB_LANE: &str = "scans";

/// Whether files are scanned, and what becomes of those that are not yet. Infected ones are never served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scanning {
    /// No scanner is configured.
    #[default]
    Off,
    /// What is not scanned yet is served, and says so.
    Serve,
    /// What is not scanned yet is held back.
    Hold,
}

/// What came of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// With what the scanner calls it.
    Infected(String),
    /// It could not tell, with the reason.
    Failed(String),
}

/// Asks for a scan, once however often it is asked for.
pub(crate) async fn ask(tx: &Tx<'_>, cx: &mut Cx, id: AttachmentId) -> Result<()> {
    enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), id, limits::SCAN_ATTEMPTS).await
}

/// Asks for the files that came while no scanner was there, or that none could tell anything about: a page of those made
/// after `after`. Gives when the last of them was made, for the next page; `None` at the end.
///
/// # Errors
/// Only those of the store.
pub async fn ask_pending(tx: &Tx<'_>, cx: &mut Cx, after: Timestamp) -> Result<Option<Timestamp>> {
    let failed_before = cx.now - limits::SCAN_AGAIN;
    let pending = view::pending(tx, after, limits::SCAN_PAGE, failed_before).await?;
    for (id, _) in &pending {
        ask(tx, cx, *id).await?;
    }
    // Articles have few files: one page of them at each first page of the others is soon through.
    if after.micros() == 0 {
        for id in article_file::view::pending(tx, failed_before, limits::SCAN_PAGE).await? {
            ask(tx, cx, id).await?;
        }
    }
    Ok(pending.last().map(|(_, created_at)| *created_at))
}

/// The file whose bytes rest under an id, a ticket's or an article's.
///
/// # Errors
/// Only those of the store.
pub async fn find(rx: &Rx<'_>, id: AttachmentId) -> Result<Option<Attachment>> {
    match view::by_id(rx, id).await? {
        Some(file) => Ok(Some(file)),
        None => Ok(article_file::view::by_blob(rx, id).await?.map(|file| file.as_attachment())),
    }
}

/// Writes down what came of a scan. What was found is an event of the file's ticket; a file that no message took yet gets
/// it from the message that takes it.
///
/// # Errors
/// Only those of the store.
pub async fn record(tx: &Tx<'_>, cx: &mut Cx, id: AttachmentId, verdict: &Verdict) -> Result<()> {
    let (scan, note) = match verdict {
        Verdict::Clean => (Scan::Clean, None),
        Verdict::Infected(signature) => (Scan::Infected, Some(short(signature))),
        Verdict::Failed(reason) => (Scan::Failed, Some(short(reason))),
    };
    let Some(file) = view::by_id(tx, id).await? else {
        return article_file::actions::scanned(tx, cx, id, (scan, note)).await;
    };
    // Found is found: a job that comes twice takes nothing back of what the log has said.
    if file.scan == Scan::Infected {
        return Ok(());
    }
    sql::set_scan(tx, id, scan, note.as_deref(), cx.now).await?;
    if scan == Scan::Infected
        && let Some(number) = view::ticket(tx, id).await?
    {
        let mut edit = Edit::begin(tx, cx, &number, Permission::TicketRead, None).await?;
        edit.apply(
            cx,
            Change::FileInfected(FileInfected {
                attachment_id: id,
                sha256: hex::encode(&file.sha256),
                signature: note.unwrap_or_default(),
            }),
        );
        edit.save(tx, cx).await?;
    }
    Ok(())
}

/// Reads the payload of a job.
///
/// # Errors
/// `Broken` for what is no id.
pub fn id_of(payload: &str) -> Result<AttachmentId> {
    serde_json::from_str(payload).map_err(|_not_an_id| Error::Broken { what: "a scan of no file" })
}

fn short(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control());
    plain.take(limits::SCAN_NOTE_CHARS).collect()
}
