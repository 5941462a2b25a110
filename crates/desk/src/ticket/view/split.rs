//! Messages that are shown in another ticket than the one that they were written into.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_store::{FromRow, Row, Rx, params};
use sea_query::{Expr, ExprTrait as _, Query};
use uuid::Uuid;

use crate::error::Result;
use crate::evidence::{self, Evidence};
use crate::id::{MessageId, PublicId, TicketId};
use crate::sql_list;
use crate::ticket::{Author, LastWord};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Every statement of this file.
pub const ALL: &[&str] = &[PARTS, MOVABLE, OFF, FROM, SOURCE, TARGETS, SHOWN_IN];

// What goes on in a ticket, and what was split off for it or for one of those.
const PARTS: &str = "select t.id, t.public_id, t.id from ticket_merge g join ticket t on t.id = g.ticket_id \
    where g.root_id = $1 \
    union select t.id, t.public_id, x.into_id from split_message x join ticket t on t.id = x.ticket_id \
    where x.into_id = $1 \
    union select t.id, t.public_id, x.into_id from ticket_merge g join split_message x on x.into_id = g.ticket_id \
    join ticket t on t.id = x.ticket_id where g.root_id = $1 order by 1, 3";
// The first message is what the ticket was opened with, and stays.
const MOVABLE: &str = "select m.created_at, m.author_kind from message m where m.id = $1 and m.ticket_id = $2 and m.seq > 1 \
    and m.visibility = 'public' and m.author_kind = 'customer' \
    and not exists (select 1 from split_message x where x.message_id = m.id)";
const OFF: &str = "select message_id, into_id from split_message where ticket_id = $1";
const FROM: &str = "select message_id from split_message where into_id = $1";
const SOURCE: &str = "select distinct t.id, t.public_id from split_message x join ticket t on t.id = x.ticket_id \
    where x.into_id = $1";
const TARGETS: &str = "select distinct t.id, t.public_id from split_message x join ticket t on t.id = x.into_id \
    where x.ticket_id = $1 order by t.id";

const SHOWN_IN: &str = "select into_id from split_message where message_id = $1";

/// A chain of which something is shown in a ticket beside its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The ticket whose chain it is.
    pub home: TicketId,
    pub number: PublicId,
    /// The ticket for which it is shown: its own where all of it goes on here, else the one that its messages were split off for.
    pub shown: TicketId,
}

/// What is shown in a ticket beside its own chain. For whoever has found it visible: all of it is of the same customer and brand.
pub(super) async fn parts(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<Part>> {
    Ok(rx.query(PARTS, params![ticket_id]).await?)
}

/// When a message of a ticket was written that can be split off, and by whom: a customer's, public, not the first one, and not
/// split off already. `None` for every other.
pub(in crate::ticket) async fn movable(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    message_id: MessageId,
) -> Result<Option<LastWord>> {
    let row: Option<(Timestamp, Author)> =
        rx.query_opt(MOVABLE, params![message_id, ticket_id]).await?;
    Ok(row.map(|(at, by)| LastWord { at, by }))
}

/// The messages of a ticket that are shown elsewhere, and where.
pub(in crate::ticket) async fn split_off(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeMap<MessageId, TicketId>> {
    let rows: Vec<(MessageId, TicketId)> = rx.query(OFF, params![ticket_id]).await?;
    Ok(rows.into_iter().collect())
}

/// The messages of another ticket that are shown in this one.
pub(in crate::ticket) async fn split_from(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeSet<MessageId>> {
    let rows: Vec<(MessageId,)> = rx.query(FROM, params![ticket_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The ticket that this one was split off; `None` for one that began by itself. For whoever has found this one visible.
pub async fn source_of(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Option<(TicketId, PublicId)>> {
    Ok(rx.query_opt(SOURCE, params![ticket_id]).await?)
}

/// The ticket that a message was split off into; `None` for one that stands where it was written.
pub(in crate::ticket) async fn shown_in(
    rx: &Rx<'_>,
    message_id: MessageId,
) -> Result<Option<TicketId>> {
    let row: Option<(TicketId,)> = rx.query_opt(SHOWN_IN, params![message_id]).await?;
    Ok(row.map(|(into_id,)| into_id))
}

/// The tickets that were split off this one, the oldest first. For whoever has found this one visible.
pub async fn split_into(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<(TicketId, PublicId)>> {
    Ok(rx.query(TARGETS, params![ticket_id]).await?)
}

/// The tickets that were split off any of these.
pub(in crate::ticket) async fn split_into_any(
    rx: &Rx<'_>,
    tickets: &[Uuid],
) -> Result<Vec<TicketId>> {
    if tickets.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = Query::select();
    select
        .distinct()
        .column(("x", "into_id"))
        .from_as("split_message", "x")
        .and_where(Expr::col(("x", "ticket_id")).is_in(tickets.iter().copied()));
    let rows: Vec<(TicketId,)> = sql_list::run(rx, &select).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The evidence that is shown in a ticket that the caller found visible, in the order in which it came, each with the number of
/// the ticket that it is of unless it is this one's own.
pub async fn shown_evidence(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ticket_id: TicketId,
) -> Result<Vec<(Evidence, Option<PublicId>)>> {
    let mut shown = of_chain(rx, viewer, (ticket_id, ticket_id), None).await?;
    for part in parts(rx, ticket_id).await? {
        let origin = (part.home != ticket_id).then_some(part.number);
        shown.extend(of_chain(rx, viewer, (part.home, part.shown), origin).await?);
    }
    shown.sort_by_key(|(row, _)| row.fact.id);
    Ok(shown)
}

/// The evidence of one chain, as far as it is shown for one ticket: what a message says goes with the message.
async fn of_chain(
    rx: &Rx<'_>,
    viewer: &Viewer,
    (home, shown): (TicketId, TicketId),
    origin: Option<PublicId>,
) -> Result<Vec<(Evidence, Option<PublicId>)>> {
    let off = split_off(rx, home).await?;
    let is_shown = |row: &Evidence| {
        let place = row.message_id.and_then(|id| off.get(&id)).copied().unwrap_or(home);
        place == shown
    };
    let rows = evidence::view::of_ticket(rx, viewer, home).await?;
    Ok(rows.into_iter().filter(is_shown).map(|row| (row, origin.clone())).collect())
}

impl FromRow for Part {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { home: row.next()?, number: row.next()?, shown: row.next()? })
    }
}
