//! Setting the policy, and keeping to it.

use proofdesk_store::Tx;

use super::event::{Destroyed, RetentionSet};
use super::{InputKind, JOB_KIND, JOB_LANE, Retention, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::exchange_event::{self, EventState};
use crate::id::AttachmentId;
use crate::job::actions::{Due, enqueue};
use crate::log::{self, Chain, NewEvent, Stream};
use crate::permission::Permission;
use crate::{attachment, limits, remnant, upload};

/// What to change of the policy; `None` leaves it.
#[derive(Clone, Copy, Debug, Default)]
pub struct RetentionChange {
    pub input_hours: Option<i64>,
    pub file_hours: Option<i64>,
}

/// Tries of the job that a new policy asks for; the next turn of the schedule does the same.
const ATTEMPTS: u32 = 3;

/// Says for how long what came in may lie here, and returns the policy's new version. `version` is the one that the viewer saw. What is
/// too old by the new one is destroyed at once.
///
/// # Errors
/// `no-permission` without `brand.manage`; `field-invalid` at `input_hours` or `file_hours`; `version-conflict`.
pub async fn set(tx: &Tx<'_>, cx: &mut Cx, version: i64, change: &RetentionChange) -> Result<i64> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let known = view::retention(tx).await?;
    let input_hours = change.input_hours.unwrap_or(known.input_hours);
    let file_hours = change.file_hours.unwrap_or(known.file_hours);
    refuse_outside("input_hours", input_hours, limits::SEALED_INPUT_HOURS)?;
    refuse_outside("file_hours", file_hours, limits::SEALED_FILE_HOURS)?;
    let to = Retention { input_hours, file_hours, version };
    if !sql::set(tx, &to).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    upload::actions::set_age(tx, to.input()).await?;
    chain.append(tx, cx, &[NewEvent::of(&RetentionSet { input_hours, file_hours })?]).await?;
    let (kind, lane, key) = (JOB_KIND, JOB_LANE, format!("version-{version}"));
    let due = Due { kind, lane, dedupe_key: &key, payload: "null", max_attempts: ATTEMPTS };
    enqueue(tx, cx, &due).await?;
    Ok(version + 1)
}

fn refuse_outside(field: &'static str, hours: i64, most: i64) -> Result<()> {
    match (1..=most).contains(&hours) {
        true => Ok(()),
        false => Err(Error::field(field, Code::FieldInvalid)),
    }
}

/// Forgets uploads whose time is over, at most `limit`, with the keys of their pieces. Says how many, and under which ids the pieces
/// rest, so that the caller can delete them once this is committed.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn destroy_uploads(
    tx: &Tx<'_>,
    cx: &mut Cx,
    limit: u32,
) -> Result<(usize, Vec<AttachmentId>)> {
    cx.viewer.require_inside()?;
    // The chain before the rows, as whoever sets the policy has both.
    let chain = log::lock(tx, &Stream::Organisation).await?;
    // One that began beside a change of the policy may have the time of the one before.
    let age = view::retention(tx).await?.input();
    upload::actions::set_age(tx, age).await?;
    let expired = upload::view::expired(tx, cx.now, limit).await?;
    let blobs = upload::actions::forget_all(tx, &expired).await?;
    let sealed = expired.iter().filter(|(_, is_sealed)| *is_sealed).count();
    tell(tx, cx, chain, InputKind::Upload, sealed).await?;
    Ok((expired.len(), blobs))
}

/// Deletes the rows of files that no message took in time, at most `limit`, with their keys. Says how many there were, and under which
/// ids the bytes rest, so that the caller can delete them once this is committed.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn destroy_files(
    tx: &Tx<'_>,
    cx: &mut Cx,
    limit: u32,
) -> Result<(usize, Vec<AttachmentId>)> {
    cx.viewer.require_inside()?;
    let before = cx.now - view::retention(tx).await?.files();
    let unused = attachment::view::unused(tx, before, limit).await?;
    if unused.is_empty() {
        return Ok((0, Vec::new()));
    }
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let blobs = attachment::actions::forget_unused(tx, &unused).await?;
    tell(tx, cx, chain, InputKind::File, blobs.len()).await?;
    Ok((unused.len(), blobs))
}

/// Deletes what events of the exchange said that were not handled in time, at most `limit` of a state. The rows stay, so that the same
/// events are known when they come again. Says whether there may be more.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn destroy_events(tx: &Tx<'_>, cx: &mut Cx, limit: u32) -> Result<bool> {
    cx.viewer.require_inside()?;
    let before = cx.now - view::retention(tx).await?.input();
    let mut has_more = false;
    for (state, input) in [
        (EventState::Waiting, InputKind::EventWaiting),
        (EventState::Failed, InputKind::EventFailed),
    ] {
        if !exchange_event::view::is_sealed_since(tx, state, before).await? {
            continue;
        }
        let chain = log::lock(tx, &Stream::Organisation).await?;
        let gone = exchange_event::actions::unseal(tx, state, before, limit).await?;
        tell(tx, cx, chain, input, usize::try_from(gone).unwrap_or(usize::MAX)).await?;
        has_more |= gone >= u64::from(limit);
    }
    Ok(has_more)
}

/// Writes into the log how much was destroyed, and has what that left in pages of the database cleared; nothing for nothing.
async fn tell(
    tx: &Tx<'_>,
    cx: &mut Cx,
    chain: Chain,
    input: InputKind,
    count: usize,
) -> Result<()> {
    if count > 0 {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        chain.append(tx, cx, &[NewEvent::of(&Destroyed { input, count })?]).await?;
        remnant::clear_within(tx, cx, limits::DESTROYED_CLEARED_EVERY).await?;
    }
    Ok(())
}
