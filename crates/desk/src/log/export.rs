//! The log as JSON lines, so that somebody else can verify it, without this database and later.
//!
//! In order: what it is; the keys; the erasures so far; every event by feed position, each followed by the rows that it
//! fixes and by the checkpoint of its position; erasures that came meanwhile; the end. `docs/log-format.md` has every
//! line. [`verify_export`] reads it without a database.

mod check;
mod line;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io::Write;
use std::time::Duration;

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::checkpoint::{self, CheckpointRow};
use super::erasure::Erasure;
use super::merkle::{self, Frontier};
use super::rows::{self, AttachmentRow, BodyRow, EventRow, Witness, event_columns};
use super::wire::Base64;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::limits;

pub use check::verify_export;
pub use line::{EventLine, Line};

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[EVENTS, CHECKPOINTS, KEYS, ERASURES, UNNUMBERED];

const EVENTS: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos from feed f join event e on e.id = f.event_id where f.pos > $1 order by f.pos limit $2"
);
const CHECKPOINTS: &str = "select size, root, at, key_id, signature from checkpoint \
    where size > $1 and size <= $2 order by size";
const KEYS: &str = "select id, public_key, created_at from log_key order by id";
// Up to a position, so that the event of each is in the export too.
const ERASURES: &str = "select x.id, x.at, x.subject, x.subject_id, x.event_id from erasure x \
    join feed f on f.event_id = x.event_id where x.id > $1 and f.pos <= $2 order by x.id limit $3";
const UNNUMBERED: &str =
    "select count(*) from erasure x join feed_inbox i on i.event_id = x.event_id";

/// How often the end of an export waits for the sequencer to number the last erasure.
const WAITS: u32 = 100;
const WAIT: Duration = Duration::from_millis(50);

/// Whether an export holds what messages say. Without it the export proves the events only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    Included,
    Omitted,
}

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Desk(#[from] Error),
    #[error("the export could not be written")]
    Io(#[from] std::io::Error),
}

struct Placed {
    pos: i64,
    event: EventRow,
    witness: Option<Witness>,
    /// The body that the event fixes anew.
    masked: Option<Option<BodyRow>>,
    /// The file that the event fixes anew.
    masked_file: Option<Option<AttachmentRow>>,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let event = EventRow::from_row(row)?;
        Ok(Self { pos: row.next()?, event, witness: None, masked: None, masked_file: None })
    }
}

struct Page {
    events: Vec<Placed>,
    checkpoints: Vec<CheckpointRow>,
    /// Erasures whose events have no position yet, looked at when the page is empty.
    unnumbered: i64,
}

/// Writes the log up to its end, page by page, while the desk goes on working. Returns the number of positions.
///
/// # Errors
/// Those of the store, and of the writer.
pub async fn export(
    desk: &Desk,
    contents: Contents,
    out: &mut (dyn Write + Send),
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<u64, ExportError> {
    let mut writer = Writer { out, lines: 0, erasures: BTreeSet::new() };
    let origin =
        desk.read(async |rx: &Rx<'_>| checkpoint::origin(rx).await).await?.unwrap_or_default();
    writer.line(&Line::Log {
        v: 1,
        origin: origin.clone(),
        contents: contents == Contents::Included,
    })?;
    let keys = desk.read(async |rx: &Rx<'_>| Ok(rx.query(KEYS, params![]).await?)).await?;
    let mut written: BTreeSet<String> = BTreeSet::new();
    writer.keys(keys, &mut written)?;
    writer.erasures(desk, i64::MAX).await?;
    let mut frontier = Frontier::new();
    let (mut after, mut waits) = (0, 0);
    loop {
        let page = desk.read(async move |rx: &Rx<'_>| page(rx, after, contents).await).await?;
        let Some(last) = page.events.last().map(|placed| placed.pos) else {
            // What pages found gone is accounted for by events, which may still wait for their positions.
            waits += 1;
            if page.unnumbered == 0 || waits > WAITS {
                break;
            }
            tokio::time::sleep(WAIT).await;
            continue;
        };
        after = last;
        let keys = desk.read(async |rx: &Rx<'_>| Ok(rx.query(KEYS, params![]).await?)).await?;
        writer.keys(keys, &mut written)?;
        writer.page(page, &origin, &mut frontier)?;
        progress(frontier.size());
    }
    writer.erasures(desk, after).await?;
    let end =
        Line::End { positions: frontier.size(), root: frontier.root().into(), lines: writer.lines };
    writer.line(&end)?;
    writer.out.flush()?;
    Ok(frontier.size())
}

async fn page(rx: &Rx<'_>, after: i64, contents: Contents) -> Result<Page> {
    let mut events: Vec<Placed> = rx.query(EVENTS, params![after, limits::AUDIT_PAGE]).await?;
    let last = events.last().map_or(after, |placed| placed.pos);
    if contents == Contents::Included {
        for placed in &mut events {
            if let Some(claim) = placed.event.message() {
                placed.witness = Some(rows::witness(rx, &claim).await?);
            }
            if let Some(claim) = placed.event.masked() {
                placed.masked = Some(rows::body(rx, claim.id).await?);
            }
            if let Some(claim) = placed.event.masked_file() {
                placed.masked_file = Some(rows::attachment(rx, claim.now.id).await?);
            }
        }
    }
    let checkpoints = rx.query(CHECKPOINTS, params![after, last]).await?;
    let unnumbered = match events.as_slice() {
        [] => rx.query_one::<(i64,)>(UNNUMBERED, params![]).await?.0,
        _ => 0,
    };
    Ok(Page { events, checkpoints, unnumbered })
}

struct Writer<'a> {
    out: &'a mut (dyn Write + Send),
    lines: u64,
    /// Rows of the ledger written already.
    erasures: BTreeSet<Uuid>,
}

impl Writer<'_> {
    fn line(&mut self, line: &Line) -> std::io::Result<()> {
        serde_json::to_writer(&mut *self.out, line)?;
        self.out.write_all(b"\n")?;
        self.lines += 1;
        Ok(())
    }

    fn keys(
        &mut self,
        keys: Vec<(String, Vec<u8>, i64)>,
        written: &mut BTreeSet<String>,
    ) -> std::io::Result<()> {
        for (id, public_key, created_at_us) in keys {
            if written.insert(id.clone()) {
                self.line(&Line::Key { id, public_key: Base64(public_key), created_at_us })?;
            }
        }
        Ok(())
    }

    /// Writes the rows of the ledger that were not written yet and whose events have a position up to `end`.
    async fn erasures(&mut self, desk: &Desk, end: i64) -> Result<(), ExportError> {
        let mut after = Uuid::nil();
        loop {
            let page: Vec<Erasure> = desk
                .read(async move |rx: &Rx<'_>| {
                    Ok(rx.query(ERASURES, params![after, end, limits::AUDIT_PAGE]).await?)
                })
                .await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.erased.erasure_id;
            for erasure in page {
                if self.erasures.insert(erasure.erased.erasure_id) {
                    self.line(&Line::from(erasure))?;
                }
            }
        }
    }

    fn page(&mut self, page: Page, origin: &str, frontier: &mut Frontier) -> std::io::Result<()> {
        let mut checkpoints = page.checkpoints.iter().peekable();
        for placed in page.events {
            let pos = placed.pos;
            let hash = placed.event.hash.as_slice().try_into().unwrap_or_default();
            frontier.push(merkle::leaf_hash(pos, &hash));
            self.line(&Line::Event(Box::new(EventLine { pos, event: placed.event.into() })))?;
            if let Some(witness) = placed.witness {
                self.line(&Line::Rows(Box::new(witness.into())))?;
            }
            if let Some(body) = placed.masked {
                self.line(&Line::Body { body: body.map(Into::into) })?;
            }
            if let Some(file) = placed.masked_file {
                self.line(&Line::File { file: file.map(Into::into) })?;
            }
            while let Some(row) = checkpoints.next_if(|row| row.size <= pos) {
                // A row that is none is left out; the live verification names it.
                if let Some(signed) = row.signed(origin) {
                    self.line(&Line::Checkpoint { note: signed.to_string() })?;
                }
            }
        }
        Ok(())
    }
}
