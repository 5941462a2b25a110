//! What tickets are to each other. Each is brought once: what somebody took apart here since stays so.

use proofdesk_store::Tx;

use super::{Batch, Outcome, known, known_of, remember, required, settings};
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::id::{MessageId, StatusId, TicketId};
use crate::status;
use crate::ticket::merge::OldMerge;
use crate::ticket::{StatusCategory, linked, merge, split, view};
use crate::transfer::line::{LinkLine, MergeLine, SplitLine};

pub(super) async fn link(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &LinkLine,
) -> Result<Outcome> {
    let key = format!("{} {}", line.ticket, line.other);
    if known::<TicketId>(tx, batch, "link", &key).await?.is_some() {
        return Ok(Outcome::There);
    }
    let (ticket_id, other_id) = both(tx, batch, (&line.ticket, ("other", &line.other))).await?;
    let (number, _) = view::placement(tx, ticket_id).await?.or_not_found()?;
    let (other, _) = view::placement(tx, other_id).await?.or_not_found()?;
    let done = Box::pin(linked::link(tx, cx, &number, &other, line.is)).await?;
    remember(tx, cx, batch, ("link", &key), ticket_id).await?;
    Ok(if done.undo.is_some() { Outcome::Made } else { Outcome::There })
}

pub(super) async fn split(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &SplitLine,
) -> Result<Outcome> {
    let key = format!("{} {}", line.ticket, line.into);
    if known::<TicketId>(tx, batch, "split", &key).await?.is_some() {
        return Ok(Outcome::There);
    }
    let (ticket_id, into_id) = both(tx, batch, (&line.ticket, ("into", &line.into))).await?;
    // What was erased there was not brought.
    let ids = known_of::<MessageId>(tx, batch, "message", &line.messages).await?;
    Box::pin(split::bring(tx, cx, ticket_id, into_id, &ids)).await?;
    remember(tx, cx, batch, ("split", &key), into_id).await?;
    Ok(Outcome::Made)
}

pub(super) async fn merge(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &MergeLine,
) -> Result<Outcome> {
    let key = format!("{} {}", line.ticket, line.into);
    if known::<TicketId>(tx, batch, "merge", &key).await?.is_some() {
        return Ok(Outcome::There);
    }
    let (ticket_id, into_id) = both(tx, batch, (&line.ticket, ("into", &line.into))).await?;
    let into_status_id = match line.into_status {
        Some(turn) => Some(status_of(tx, batch, turn, line.into_own_status.as_ref()).await?),
        None => None,
    };
    let old = OldMerge {
        ticket_id,
        into_id,
        merged_at: line.merged_at,
        status: line.status,
        status_id: status_of(tx, batch, line.status, line.own_status.as_ref()).await?,
        solved_at: line.solved_at,
        snooze: line.snooze,
        into_status_id,
    };
    Box::pin(merge::bring(tx, cx, &old)).await?;
    remember(tx, cx, batch, ("merge", &key), ticket_id).await?;
    Ok(Outcome::Made)
}

/// What a ticket had before it was merged; it comes back with it, retired or not.
async fn status_of(
    tx: &Tx<'_>,
    batch: &Batch,
    turn: StatusCategory,
    own: Option<&String>,
) -> Result<StatusId> {
    let own = settings::own_status(tx, batch, turn, own).await?;
    Ok(own.map_or_else(|| status::builtin(turn), |(id, _)| id))
}

async fn both(
    tx: &Tx<'_>,
    batch: &Batch,
    (ticket, (field, other)): (&str, (&str, &str)),
) -> Result<(TicketId, TicketId)> {
    let ticket = required(tx, batch, ("ticket", "ticket"), ticket).await?;
    Ok((ticket, required(tx, batch, ("ticket", field), other).await?))
}
