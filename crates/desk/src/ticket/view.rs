//! Reading tickets. Every read takes the viewer's scope, and the scope is inside the query.

mod filtered;
mod joined;
mod linked;
mod list;
mod mention;
mod merged;
mod order;
mod own_open;
mod reader;
mod split;
mod thread;

use std::collections::BTreeSet;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Attention, Author, Priority, Snooze, Ticket, Tier, WakeOn};
use crate::error::Result;
use crate::id::{CustomerId, Id as _, PublicId, TagId, TicketId};
use crate::scope_sql::{Scoped, scoped};
use crate::time::Timestamp;
use crate::viewer::{Placement, Scope, Viewer};

pub(in crate::ticket) use filtered::customer_ids;
use joined::Window;
pub use linked::{LinkedTicket, linked, number_of};
pub(in crate::ticket) use linked::{link_of, links};
pub use list::{
    Filter, Hit, Named, Queue, QueueCount, Summary, count, counts, list, summary, total,
};
pub use mention::MentionView;
pub(in crate::ticket) use merged::{aside, last_word, merge_of};
pub use merged::{goes_on_in, merged_into};
pub use order::{Position, Sort};
pub use own_open::{OpenTicket, own_open};
pub(crate) use reader::may_see;
pub use reader::{ReadingTeam, participants, readers, reading_teams};
pub(in crate::ticket) use reader::{participant_ids, readers_of_team};
pub(in crate::ticket) use split::{movable, shown_in, split_from, split_into_any, split_off};
pub use split::{shown_evidence, source_of, split_into};
pub use thread::{
    AttachmentView, EventView, MessageView, Moment, Thread, check_state, message, thread,
};

/// Every fixed statement of a ticket's reads.
pub fn all() -> Vec<&'static str> {
    let mut all = vec![
        TAG_IDS,
        MESSAGE_SINCE,
        PUBLIC_ID_TAKEN,
        PLACEMENT,
        OPENED_BY,
        ATTENTION,
        SNOOZE,
        ACTIVE_OF_CUSTOMER,
    ];
    all.extend(FIND_ID.texts());
    all.extend(FIND.texts());
    all.extend(thread::ALL);
    all.extend(joined::ALL);
    all.extend(linked::all());
    all.extend(mention::ALL);
    all.extend(merged::ALL);
    all.extend(own_open::ALL);
    all.extend(reader::ALL);
    all.extend(split::ALL);
    all.extend(list::ALL);
    all
}

const FIND_ID: Scoped = scoped!(2, "select t.id from ticket t where t.public_id = $1", "");
const FIND: Scoped = scoped!(
    2,
    "select t.id, t.public_id, t.brand_id, t.customer_id, t.category_id, t.subject, t.status_id, t.status_category, \
     t.priority, t.risk, t.assignee_id, t.team_id, t.channel, t.lang, t.created_at, t.updated_at, t.last_message_at, \
     t.last_message_by, t.solved_at, t.message_count, t.version from ticket t where t.public_id = $1",
    ""
);
const TAG_IDS: &str = "select tag_id from ticket_tag where ticket_id = $1";
const MESSAGE_SINCE: &str = "select count(*) from message where ticket_id = $1 and seq > $2 and (author_id is null or author_id <> $3)";
const PUBLIC_ID_TAKEN: &str = "select count(*) from ticket where public_id = $1";
// The event that opens a ticket brings its first message.
const OPENED_BY: &str = "select author_kind from message where ticket_id = $1 and seq = 1";

const ATTENTION: &str =
    "select tier, escalated_at, nudges, nudged_at from ticket_attention where ticket_id = $1";
const SNOOZE: &str = "select wake_on, until_at from ticket_snooze where ticket_id = $1";
const PLACEMENT: &str =
    "select public_id, brand_id, customer_id, assignee_id, team_id from ticket where id = $1";

const ACTIVE_OF_CUSTOMER: &str = "select t.id, t.public_id, c.slug from ticket t join category c on c.id = t.category_id \
    where t.customer_id = $1 and t.status_category in ('open', 'waiting_on_customer', 'waiting_on_internal') \
    order by t.id limit $2";

/// A ticket on which somebody still has something to do.
#[derive(Clone, Debug)]
pub(crate) struct ActiveTicket {
    pub id: TicketId,
    pub public_id: PublicId,
    /// The category's slug.
    pub category: String,
}

impl FromRow for ActiveTicket {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, public_id: row.next()?, category: row.next()? })
    }
}

/// A customer's active tickets in the order in which their chains are locked. For the desk's own use.
pub(crate) async fn active_of_customer(
    rx: &Rx<'_>,
    customer_id: CustomerId,
    limit: u32,
) -> Result<Vec<ActiveTicket>> {
    Ok(rx.query(ACTIVE_OF_CUSTOMER, params![customer_id, limit]).await?)
}

impl FromRow for Ticket {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            public_id: row.next()?,
            brand_id: row.next()?,
            customer_id: row.next()?,
            category_id: row.next()?,
            subject: row.next()?,
            status_id: row.next()?,
            status_category: row.next()?,
            priority: Priority::of_rank(row.next()?)?,
            risk: row.next()?,
            assignee_id: row.next()?,
            team_id: row.next()?,
            channel: row.next()?,
            lang: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            last_message_at: row.next()?,
            last_message_by: row.next()?,
            solved_at: row.next()?,
            message_count: row.next()?,
            version: row.next()?,
        })
    }
}

/// The row id of a visible ticket.
pub async fn find_id(rx: &Rx<'_>, public_id: &PublicId, scope: &Scope) -> Result<Option<TicketId>> {
    let row: Option<(TicketId,)> = find_scoped(rx, &FIND_ID, public_id, scope).await?;
    Ok(row.map(|(id,)| id))
}

/// A visible ticket's row.
pub async fn find(rx: &Rx<'_>, public_id: &PublicId, scope: &Scope) -> Result<Option<Ticket>> {
    find_scoped(rx, &FIND, public_id, scope).await
}

async fn find_scoped<T: FromRow>(
    rx: &Rx<'_>,
    statement: &Scoped,
    public_id: &PublicId,
    scope: &Scope,
) -> Result<Option<T>> {
    let Some((sql, parameter)) = statement.text(scope) else { return Ok(None) };
    Ok(match parameter {
        Some(id) => rx.query_opt(sql, params![public_id, id]).await?,
        None => rx.query_opt(sql, params![public_id]).await?,
    })
}

/// A place in a thread: in the ticket's own stream, or in the feed where several tickets are read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Seq(i64),
    Pos(i64),
}

/// A page of the thread of a ticket that the caller found visible, after a place, together with all that goes on in it or was split
/// off for it; and where the next page begins. A place of a time before tickets were merged or taken apart still holds.
pub async fn thread_after(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ticket: &Ticket,
    after: Place,
    limit: u32,
) -> Result<(Thread, Option<Place>)> {
    let parts = split::parts(rx, ticket.id).await?;
    if parts.is_empty() {
        let seq = match after {
            Place::Seq(seq) => seq,
            Place::Pos(pos) => joined::seq_at(rx, ticket.id, pos).await?,
        };
        let page = thread(rx, viewer, ticket, seq, limit).await?;
        let next = page.next.map(Place::Seq);
        return Ok((page, next));
    }
    let pos = match after {
        Place::Seq(0) => 0,
        Place::Seq(seq) => joined::pos_at(rx, ticket.id, seq).await?,
        Place::Pos(pos) => pos,
    };
    let page = joined::joined(rx, viewer, ticket, &parts, Window::After(pos), limit).await?;
    let next = page.next.map(Place::Pos);
    Ok((page, next))
}

/// The end of a thread, or of what stands before a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tail {
    pub thread: Thread,
    /// The place before the first moment, of the same kind as the one asked for; `None` at the beginning.
    pub earlier: Option<i64>,
    /// Whether the newest moment is among these.
    pub is_latest: bool,
    /// The tickets that go on in it.
    pub joined: Vec<PublicId>,
}

/// The last moments of a ticket that the caller found visible, together with all that goes on in it; or the last ones before a
/// place: in its own stream, in the feed where other tickets go on in it.
pub async fn tail(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ticket: &Ticket,
    before: Option<i64>,
    limit: u32,
) -> Result<Tail> {
    let parts = split::parts(rx, ticket.id).await?;
    if parts.is_empty() {
        let until = before.unwrap_or(ticket.version).clamp(0, ticket.version);
        let after = until.saturating_sub(i64::from(limit)).max(0);
        let some = u32::try_from(until - after).unwrap_or(limit);
        let thread = thread(rx, viewer, ticket, after, some).await?;
        let earlier = (after > 0).then_some(after);
        let is_latest = until >= ticket.version;
        return Ok(Tail { thread, earlier, is_latest, joined: Vec::new() });
    }
    let window = Window::Before(before.unwrap_or(i64::MAX));
    let thread = joined::joined(rx, viewer, ticket, &parts, window, limit).await?;
    let whole = parts.into_iter().filter(|part| part.home == part.shown);
    let joined = whole.map(|part| part.number).collect();
    Ok(Tail { earlier: thread.next, is_latest: before.is_none(), thread, joined })
}

/// The tags on a ticket.
pub async fn tag_ids(rx: &Rx<'_>, ticket_id: TicketId) -> Result<BTreeSet<TagId>> {
    let rows: Vec<(TagId,)> = rx.query(TAG_IDS, params![ticket_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Who wrote the first message of a ticket that the caller found visible: its customer, or who opened it for them.
pub async fn opened_by(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Option<Author>> {
    let row: Option<(Author,)> = rx.query_opt(OPENED_BY, params![ticket_id]).await?;
    Ok(row.map(|(author,)| author))
}

/// What attention a ticket was asked to get; the ordinary kind for one of which nobody asked.
pub async fn attention(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Attention> {
    let row: Option<Attention> = rx.query_opt(ATTENTION, params![ticket_id]).await?;
    Ok(row.unwrap_or_default())
}

/// For how long a ticket is put aside; `None` for one that is not.
pub async fn snooze(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Option<Snooze>> {
    let row: Option<(WakeOn, Option<Timestamp>)> = rx.query_opt(SNOOZE, params![ticket_id]).await?;
    Ok(row.map(|(wake_on, until)| Snooze { wake_on, until }))
}

impl FromRow for Attention {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            tier: Tier::of_rank(row.next()?)?,
            escalated_at: row.next()?,
            nudges: row.next()?,
            nudged_at: row.next()?,
        })
    }
}

/// Says whether somebody other than `me` wrote after `seq`.
pub async fn message_since(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    seq: i64,
    me: Option<uuid::Uuid>,
) -> Result<bool> {
    let me = me.unwrap_or(TicketId::uuid(ticket_id));
    let (n,): (i64,) = rx.query_one(MESSAGE_SINCE, params![ticket_id, seq, me]).await?;
    Ok(n > 0)
}

/// Says whether a public id is used already.
pub async fn public_id_taken(rx: &Rx<'_>, public_id: &PublicId) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(PUBLIC_ID_TAKEN, params![public_id]).await?;
    Ok(n > 0)
}

/// Where a ticket stands now, for whoever decides in memory who may hear of it.
pub async fn placement(rx: &Rx<'_>, id: TicketId) -> Result<Option<(PublicId, Placement)>> {
    let row: Option<Placed> = rx.query_opt(PLACEMENT, params![id]).await?;
    Ok(row.map(|placed| (placed.public_id, placed.at)))
}

struct Placed {
    public_id: PublicId,
    at: Placement,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            public_id: row.next()?,
            at: Placement {
                brand_id: row.next()?,
                customer_id: row.next()?,
                assignee_id: row.next()?,
                team_id: row.next()?,
            },
        })
    }
}
