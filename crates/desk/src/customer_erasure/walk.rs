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
    if !empty(desk, fresh, customer_id).await? {
        return Ok(Walked::Finished);
    }
    let mut emptied = vec![customer_id];
    if desk.db().engine() == Engine::Sqlite {
        // Looking through the whole file takes its time: whoever else is being erased shares it.
        for other in open_after(desk, nobody()).await? {
            if other == customer_id {
                continue;
            }
            match empty(desk, fresh, other).await {
                Ok(true) => emptied.push(other),
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, "another erasure is left to its own job"),
            }
        }
    }
    finish(desk, fresh, emptied).await
}

/// Carries out every erasure that is under way. After a restore nobody reads yet, so the log is not held.
///
/// # Errors
/// Those of the store.
pub async fn carry_out_all(desk: &Desk, fresh: &mut (dyn FnMut() -> Cx + Send)) -> Result<u64> {
    let (mut after, mut done) = (nobody(), 0);
    loop {
        let open = open_after(desk, after).await?;
        let Some(last) = open.last().copied() else { return Ok(done) };
        let mut emptied = Vec::new();
        for customer_id in open {
            if empty(desk, fresh, customer_id).await? {
                emptied.push(customer_id);
            }
            done += 1;
        }
        finish(desk, fresh, emptied).await?;
        after = last;
    }
}

/// Erases what a customer left, page by page. False when that was finished before, and nothing was left to do.
///
/// # Errors
/// Those of the store.
pub(crate) async fn empty(
    desk: &Desk,
    fresh: &mut (dyn FnMut() -> Cx + Send),
    customer_id: CustomerId,
) -> Result<bool> {
    loop {
        let page = desk
            .write(fresh(), async move |tx: &Tx<'_>, cx: &mut Cx| {
                actions::page(tx, cx, customer_id).await
            })
            .await?;
        match page {
            Page::More(files) => forget_bytes(desk, files).await,
            Page::End => return Ok(true),
            Page::Finished => return Ok(false),
        }
    }
}

/// Sees to it that no page of the database has anything of these any more, and notes the end of each.
async fn finish(
    desk: &Desk,
    fresh: &mut (dyn FnMut() -> Cx + Send),
    emptied: Vec<CustomerId>,
) -> Result<Walked> {
    if !emptied.is_empty() && !desk.db().clear_deleted().await? {
        return Ok(Walked::LogHeld);
    }
    for customer_id in emptied {
        let finish =
            async move |tx: &Tx<'_>, cx: &mut Cx| actions::finish(tx, cx, customer_id).await;
        desk.write(fresh(), finish).await?;
    }
    Ok(Walked::Finished)
}

/// Stands before all customers.
fn nobody() -> CustomerId {
    CustomerId::from_uuid(Uuid::nil())
}

async fn open_after(desk: &Desk, after: CustomerId) -> Result<Vec<CustomerId>> {
    desk.read(async move |rx: &Rx<'_>| view::open(rx, after).await).await
}

/// Without their keys the bytes are noise. What cannot be deleted now is collected with all bytes that nobody has a key to.
async fn forget_bytes(desk: &Desk, files: Vec<AttachmentId>) {
    for id in files {
        if let Err(error) = desk.blob().delete(id).await {
            tracing::warn!(%error, "the bytes of an erased file could not be deleted");
        }
    }
}
