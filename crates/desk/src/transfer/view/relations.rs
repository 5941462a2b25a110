//! What tickets are to each other, as lines. Of an export that leaves tickets out, only what is between those that are in it.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{is_full, own_status, texts};
use crate::error::Result;
use crate::id::{MessageId, StatusId};
use crate::limits::EXPORT_PAGE;
use crate::ticket::{LinkKind, Snooze, StatusCategory, WakeOn};
use crate::time::Timestamp;
use crate::transfer::line::{Line, LinkLine, MergeLine, SplitLine};

// Each link has two rows; the one from the case to what it is a case of is told, or both of tickets that are merely related.
pub(super) const LINKS: &str = "select k.ticket_id, t.public_id, k.other_id, o.public_id, k.kind from linked_ticket k \
    join ticket t on t.id = k.ticket_id join ticket o on o.id = k.other_id \
    where (k.ticket_id > $1 or (k.ticket_id = $1 and k.other_id > $2)) and k.kind <> 'child' \
    and t.updated_at >= $3 and o.updated_at >= $3 order by k.ticket_id, k.other_id limit $4";
// A ticket that messages were split off for has them of one ticket alone.
pub(super) const SPLITS: &str = "select distinct x.into_id, x.ticket_id from split_message x \
    join ticket t on t.id = x.ticket_id join ticket o on o.id = x.into_id \
    where x.into_id > $1 and t.updated_at >= $2 and o.updated_at >= $2 order by x.into_id, x.ticket_id limit $3";
pub(super) const SPLIT_MESSAGES: &str = "select x.message_id from split_message x join message m on m.id = x.message_id \
    where x.into_id = $1 and x.ticket_id = $2 order by m.seq";
// In the order in which they were merged, so that a ticket that others go on in stands for itself still when they are brought.
pub(super) const MERGES: &str = "select g.ticket_id, g.into_id, g.status_id, g.into_status_id, g.merged_at, g.status_category, \
    g.solved_at, g.wake_on, g.until_at, s.category from ticket_merge g join ticket t on t.id = g.ticket_id join ticket o on o.id = g.into_id \
    left join status s on s.id = g.into_status_id where (g.merged_at > $1 or (g.merged_at = $1 and g.ticket_id > $2)) \
    and t.updated_at >= $3 and o.updated_at >= $3 order by g.merged_at, g.ticket_id limit $4";

/// A page of links, and where the next one begins.
pub(super) async fn links(
    rx: &Rx<'_>,
    (ticket, other): (Uuid, Uuid),
    since: Timestamp,
) -> Result<(Vec<Line>, Option<(Uuid, Uuid)>)> {
    type Linked = (Uuid, String, Uuid, String, LinkKind);
    let page: Vec<Linked> = rx.query(LINKS, params![ticket, other, since, EXPORT_PAGE]).await?;
    let last = page.last().map(|(ticket, _, other, ..)| (*ticket, *other));
    let next = last.filter(|_| is_full(&page));
    // Numbers are kept where a desk moves, so that it is the same side on the other one.
    let told = page
        .into_iter()
        .filter(|(_, number, _, other, kind)| *kind != LinkKind::Related || number < other);
    let line = |(ticket, _, other, _, is): Linked| {
        let (ticket, other) = (ticket.to_string(), other.to_string());
        Line::Link(LinkLine { ticket, other, is })
    };
    Ok((told.map(line).collect(), next))
}

/// A page of what was split off, and where the next one begins.
pub(super) async fn splits(
    rx: &Rx<'_>,
    after: Uuid,
    since: Timestamp,
) -> Result<(Vec<Line>, Option<Uuid>)> {
    let page: Vec<(Uuid, Uuid)> = rx.query(SPLITS, params![after, since, EXPORT_PAGE]).await?;
    let next = page.last().map(|(into, _)| *into).filter(|_| is_full(&page));
    let mut lines = Vec::with_capacity(page.len());
    for (into, ticket) in page {
        let ids: Vec<(MessageId,)> = rx.query(SPLIT_MESSAGES, params![into, ticket]).await?;
        let ids: Vec<MessageId> = ids.into_iter().map(|(id,)| id).collect();
        lines.push(Line::Split(SplitLine {
            ticket: ticket.to_string(),
            into: into.to_string(),
            messages: texts(&ids),
        }));
    }
    Ok((lines, next))
}

/// A page of merges, and where the next one begins.
pub(super) async fn merges(
    rx: &Rx<'_>,
    (at, ticket): (Timestamp, Uuid),
    since: Timestamp,
) -> Result<(Vec<Line>, Option<(Timestamp, Uuid)>)> {
    let page: Vec<Merged> = rx.query(MERGES, params![at, ticket, since, EXPORT_PAGE]).await?;
    let last = page.last().map(|one| (one.line.merged_at, one.ticket));
    let next = last.filter(|_| is_full(&page));
    let line = |merged: Merged| Line::Merge(Box::new(merged.line));
    Ok((page.into_iter().map(line).collect(), next))
}

struct Merged {
    ticket: Uuid,
    line: MergeLine,
}

impl FromRow for Merged {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (ticket, into): (Uuid, Uuid) = (row.next()?, row.next()?);
        let status_id: StatusId = row.next()?;
        let into_status_id: Option<StatusId> = row.next()?;
        let merged_at: Timestamp = row.next()?;
        let status: StatusCategory = row.next()?;
        let solved_at: Option<Timestamp> = row.next()?;
        let wake_on: Option<WakeOn> = row.next()?;
        let until: Option<Timestamp> = row.next()?;
        let line = MergeLine {
            ticket: ticket.to_string(),
            into: into.to_string(),
            merged_at,
            status,
            own_status: own_status(status_id),
            solved_at,
            snooze: wake_on.map(|wake_on| Snooze { wake_on, until }),
            into_status: row.next()?,
            into_own_status: into_status_id.and_then(own_status),
        };
        Ok(Self { ticket, line })
    }
}
