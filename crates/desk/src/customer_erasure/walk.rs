//! The walk, from where it stands to its end: for the job, and for a restore, which serves nobody before it is done.

use proofdesk_store::{Engine, Rx, Tx};
use uuid::Uuid;

use super::actions::{self, Page};
use super::view;
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::Result;
use crate::id::{AttachmentId, CustomerId, Id as _};

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walked {
    Finished,
    /// Everything is erased, but readers hold the write-ahead log, which has the pages as they were. To be tried again.
    LogHeld,
}

/// Erases what a customer left, page by page, and notes the end once no page of the database has it any more (SQLite).
///
/// `fresh` makes a context for each transaction, with ids of its own.
///
/// # Errors
/// Those of the store.
pub async fn carry_out(
    desk: &Desk,
    fresh: &mut (dyn FnMut() -> Cx + Send),
    customer_id: CustomerId,
) -> Result<Walked> {
    loop {
        let page = desk
            .write(fresh(), async move |tx: &Tx<'_>, cx: &mut Cx| {
                actions::page(tx, cx, customer_id).await
            })
            .await?;
        match page {
            Page::More(files) => forget_bytes(desk, files).await,
            Page::End => break,
            Page::Finished => return Ok(Walked::Finished),
        }
    }
    if desk.db().engine() == Engine::Sqlite && !desk.db().truncate_log().await? {
        return Ok(Walked::LogHeld);
    }
    let finish = async move |tx: &Tx<'_>, cx: &mut Cx| actions::finish(tx, cx, customer_id).await;
    desk.write(fresh(), finish).await?;
    Ok(Walked::Finished)
}

/// Carries out every erasure that is under way. After a restore nobody reads yet, so the log is not held.
///
/// # Errors
/// Those of the store.
pub async fn carry_out_all(desk: &Desk, fresh: &mut (dyn FnMut() -> Cx + Send)) -> Result<u64> {
    let (mut after, mut done) = (CustomerId::from_uuid(Uuid::nil()), 0);
    loop {
        let open = desk.read(async move |rx: &Rx<'_>| view::open(rx, after).await).await?;
        let Some(last) = open.last().copied() else { return Ok(done) };
        for customer_id in open {
            carry_out(desk, fresh, customer_id).await?;
            done += 1;
        }
        after = last;
    }
}

/// Without their keys the bytes are noise. What cannot be deleted now is collected with all bytes that nobody has a key to.
async fn forget_bytes(desk: &Desk, files: Vec<AttachmentId>) {
    for id in files {
        if let Err(error) = desk.blob().delete(id).await {
            tracing::warn!(%error, "the bytes of an erased file could not be deleted");
        }
    }
}
