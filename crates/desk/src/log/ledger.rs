//! The erasure ledger outside of the database, and its replay after a restore.
//!
//! A backup holds what was erased after it was made. So every erasure is also a line of a file that is kept apart from
//! the backups, and `restore` erases anew by that file. Each line is signed by the installation's key: a forged line
//! would otherwise be a way to make a restore delete things.

use std::io::{BufRead, Write};
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use proofdesk_store::{FromRow, Row, Rx, Tx, params};
use serde::{Deserialize, Serialize};

use super::checkpoint::{append_lines, origin, signing_key};
use super::erasure::{Erased, Erasure, Subject, erase_again};
use super::{Payload as _, follower, hash};
use crate::customer_erasure;
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::id::{CustomerId, Id as _};
use crate::limits;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[FOLLOWED, OF_EVENT];

const FOLLOWED: &str = "select f.pos, e.id, e.kind from feed f join event e on e.id = f.event_id \
    where f.pos > $1 order by f.pos limit $2";
const OF_EVENT: &str = "select id, at, subject, subject_id, event_id from erasure where subject = $1 and subject_id = $2";

/// The name under which the file's writer remembers its feed position.
pub const FOLLOWER: &str = "erasure-ledger";

/// A line of the ledger file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// 1.
    pub v: u32,
    /// Which log: as in its checkpoints.
    pub origin: String,
    #[serde(flatten)]
    pub erased: Erased,
    /// Ed25519 over [`hash::ledger_digest`], base64.
    pub signature: String,
}

impl LedgerLine {
    fn sign(origin: &str, erased: Erased, key: &SigningKey) -> Self {
        let signature = STANDARD.encode(key.sign(&digest(origin, &erased)).to_bytes());
        Self { v: 1, origin: origin.to_owned(), erased, signature }
    }

    /// Says whether the line is one of `key`.
    pub fn is_signed_by(&self, key: &VerifyingKey) -> bool {
        let signature =
            STANDARD.decode(&self.signature).ok().and_then(|s| Signature::from_slice(&s).ok());
        signature
            .is_some_and(|s| key.verify_strict(&digest(&self.origin, &self.erased), &s).is_ok())
    }
}

fn digest(origin: &str, erased: &Erased) -> hash::Hash {
    let Erased { erasure_id, subject, subject_id, at } = erased;
    hash::ledger_digest(origin, *erasure_id, subject.as_str(), *subject_id, at.micros())
}

struct Followed {
    pos: i64,
    event_id: uuid::Uuid,
    kind: String,
}

impl FromRow for Followed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { pos: row.next()?, event_id: row.next()?, kind: row.next()? })
    }
}

/// Erasures by their feed positions after `pos`, and the position that the page came to; `None` at the end.
async fn page(rx: &Rx<'_>, pos: i64) -> Result<Option<(Vec<Erased>, i64)>> {
    let followed: Vec<Followed> = rx.query(FOLLOWED, params![pos, limits::AUDIT_PAGE]).await?;
    let Some(last) = followed.last().map(|event| event.pos) else { return Ok(None) };
    let mut erasures = Vec::new();
    for event in followed.iter().filter(|event| event.kind == Erased::KIND) {
        let payload = super::view::payload(rx, event.event_id).await?;
        let erased: Option<Erased> =
            payload.and_then(|payload| serde_json::from_slice(&payload).ok());
        let Some(erased) = erased else { continue };
        let row: Option<Erasure> =
            rx.query_opt(OF_EVENT, params![erased.subject, erased.subject_id]).await?;
        // Written from the row: it is what verification holds against the event.
        erasures.extend(row.filter(|row| row.event_id == event.event_id).map(|row| row.erased));
    }
    Ok(Some((erasures, last)))
}

/// Writes the whole ledger, one signed line each, page by page. Returns how many lines.
///
/// # Errors
/// Those of the store, and `LedgerIo`.
pub async fn export(desk: &Desk, out: &mut (dyn Write + Send)) -> Result<u64, LedgerError> {
    let key = signing_key(desk.keyring());
    let Some(origin) = desk.read(async |rx: &Rx<'_>| origin(rx).await).await? else { return Ok(0) };
    let (mut pos, mut lines) = (0, 0);
    while let Some((erasures, next)) =
        desk.read(async move |rx: &Rx<'_>| page(rx, pos).await).await?
    {
        for erased in erasures {
            serde_json::to_writer(&mut *out, &LedgerLine::sign(&origin, erased, &key))
                .map_err(std::io::Error::from)?;
            out.write_all(b"\n")?;
            lines += 1;
        }
        pos = next;
    }
    Ok(lines)
}

/// Appends what was erased since the last call to the ledger file, as far as one step goes, and remembers how far that
/// was. Returns whether there may be more.
///
/// A crash between the file and the remembering writes lines twice, which a replay does not mind.
///
/// # Errors
/// Those of the store, and `LedgerIo`.
pub async fn extend(desk: &Desk, cx: Cx, path: PathBuf) -> Result<bool, LedgerError> {
    let key = signing_key(desk.keyring());
    let step = desk
        .read(async |rx: &Rx<'_>| {
            let pos = follower::position(rx, FOLLOWER).await?;
            Ok((origin(rx).await?, page(rx, pos).await?))
        })
        .await?;
    let (Some(origin), Some((erasures, pos))) = step else { return Ok(false) };
    if !erasures.is_empty() {
        let lines = erasures
            .into_iter()
            .map(|erased| serde_json::to_string(&LedgerLine::sign(&origin, erased, &key)))
            .collect::<serde_json::Result<Vec<_>>>()
            .map_err(std::io::Error::from)?;
        let written = tokio::task::spawn_blocking(move || append_lines(&path, &lines)).await;
        written.map_err(std::io::Error::other)??;
    }
    desk.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
        follower::remember(tx, FOLLOWER, pos, cx.now).await
    })
    .await?;
    Ok(true)
}

/// What a replay did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Subjects that are gone now, whether they were before or not.
    pub erased: u64,
    /// Subjects that the database does not have: it is older than they are.
    pub absent: u64,
    /// Lines that are none, or not signed by this installation for this log. They did nothing.
    pub refused: u64,
}

/// Erases anew, line by line, in a transaction each, what the ledger says, and what customers left who are erased by one of its lines. Run
/// after every restore, before anybody is served; running it again does no harm.
///
/// # Errors
/// Those of the store, and `LedgerIo`.
pub async fn replay(
    desk: &Desk,
    cx: &Cx,
    ledger: &mut (dyn BufRead + Send),
) -> Result<Replayed, LedgerError> {
    let key = signing_key(desk.keyring()).verifying_key();
    let origin = desk.read(async |rx: &Rx<'_>| origin(rx).await).await?;
    let mut cx = cx.clone();
    // Each transaction has ids of its own.
    let mut fresh =
        move || Cx::new(cx.now, cx.viewer.clone(), cx.locale, cx.request_id.clone(), cx.bytes());
    let (mut replayed, mut line) = (Replayed::default(), Vec::new());
    loop {
        line.clear();
        if ledger.read_until(b'\n', &mut line)? == 0 {
            customer_erasure::carry_out_all(desk, &mut fresh).await?;
            if replayed.erased > 0 {
                // Nobody reads yet, so nothing keeps the write-ahead log from being cut.
                desk.db().clear_deleted().await.map_err(Error::from)?;
            }
            return Ok(replayed);
        }
        let read = serde_json::from_slice::<LedgerLine>(&line).ok();
        let ours =
            read.filter(|line| Some(&line.origin) == origin.as_ref() && line.is_signed_by(&key));
        let Some(ours) = ours else {
            replayed.refused += 1;
            continue;
        };
        let customer = (ours.erased.subject == Subject::Customer)
            .then_some(CustomerId::from_uuid(ours.erased.subject_id));
        let done = desk
            .write(fresh(), async move |tx: &Tx<'_>, cx: &mut Cx| {
                erase_again(tx, cx, &ours.erased).await
            })
            .await?;
        if let Some(customer_id) = customer.filter(|_| done) {
            // Before the lines of what they wrote: the walk says openings anew while their payloads are there.
            customer_erasure::empty(desk, &mut fresh, customer_id).await?;
        }
        if done { replayed.erased += 1 } else { replayed.absent += 1 }
    }
}

/// Why the ledger could not be written or replayed.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    #[error(transparent)]
    Desk(#[from] Error),
    #[error("the ledger file failed")]
    LedgerIo(#[from] std::io::Error),
}
