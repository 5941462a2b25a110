//! Reading the log: a chain, the feed, and the audit's list. Payloads come as bytes; `upcast.rs` makes them speak.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use crate::error::Result;
use crate::id::{EventId, Id as _, PublicId, TicketId};
use crate::limits;
use crate::log::Stream;
use crate::time::Timestamp;

/// Every statement of this file.
pub(super) const ALL: &[&str] =
    &[STREAM, FEED, PAYLOAD, ANY, AUDIT, AUDIT_END, AUDIT_STREAM, AUDIT_STREAM_END, SEQ, TICKET];

macro_rules! event {
    ($tail:literal) => {
        concat!("select e.id, e.stream, e.seq, e.at, e.actor, e.kind, e.v, e.payload ", $tail)
    };
}

const STREAM: &str =
    event!("from event e where e.stream = $1 and e.seq > $2 order by e.seq limit $3");
const FEED: &str = "select f.pos, e.id, e.stream, e.seq, e.at, e.actor, e.kind, e.v, e.payload \
    from feed f join event e on e.id = f.event_id where f.pos > $1 order by f.pos limit $2";
const PAYLOAD: &str = "select payload from event where id = $1";
const ANY: &str = "select id from event limit 1";
const SEQ: &str = "select seq from event where id = $1";
const TICKET: &str = "select id from ticket where public_id = $1";

// The inner select bounds what is looked at, by an index; the outer one filters that.
const AUDIT: &str = event!(
    "from (select * from event w where w.id < $1 and w.id >= $2 order by w.id desc limit $3) e \
     where (cast($4 as text) is null or e.actor = $4) and (cast($5 as text) is null or e.kind = $5) \
     and e.at >= $6 and e.at < $7 order by e.id desc limit $8"
);
const AUDIT_END: &str =
    "select w.id from event w where w.id < $1 and w.id >= $2 order by w.id desc limit 1 offset $3";
const AUDIT_STREAM: &str = event!(
    "from (select * from event w where w.stream = $1 and w.seq < $2 order by w.seq desc limit $3) e \
     where (cast($4 as text) is null or e.actor = $4) and (cast($5 as text) is null or e.kind = $5) \
     and e.at >= $6 and e.at < $7 order by e.seq desc limit $8"
);
const AUDIT_STREAM_END: &str = "select w.id from event w where w.stream = $1 and w.seq < $2 order by w.seq desc limit 1 offset $3";

/// Says whether anything ever happened on this desk.
///
/// # Errors
/// Only those of the store.
pub async fn any(rx: &Rx<'_>) -> Result<bool> {
    Ok(rx.query_opt::<(EventId,)>(ANY, params![]).await?.is_some())
}

/// An event as readers want it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    /// As [`super::Stream::name`].
    pub stream: String,
    pub seq: i64,
    pub at: Timestamp,
    /// `staff:<uuid>`, `customer:<uuid>`, `system:<name>`, `operator`, `anonymous`.
    pub actor: String,
    pub kind: String,
    pub v: i64,
    /// JSON; `None` once erased.
    pub payload: Option<Vec<u8>>,
}

impl FromRow for Event {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            stream: row.next()?,
            seq: row.next()?,
            at: row.next()?,
            actor: row.next()?,
            kind: row.next()?,
            v: row.next()?,
            payload: row.next()?,
        })
    }
}

/// An event at its place in the feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEvent {
    pub pos: i64,
    pub event: Event,
}

impl FromRow for FeedEvent {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { pos: row.next()?, event: Event::from_row(row)? })
    }
}

/// The events of a chain after `after_seq`, in order. No scope is applied: the caller found the thing visible.
///
/// # Errors
/// Only those of the store.
pub async fn stream_page(
    rx: &Rx<'_>,
    stream: &str,
    after_seq: i64,
    limit: u32,
) -> Result<Vec<Event>> {
    Ok(rx.query(STREAM, params![stream, after_seq, limit]).await?)
}

/// The events after a feed position, in order and without gap. No scope is applied.
///
/// # Errors
/// Only those of the store.
pub async fn feed_page(rx: &Rx<'_>, after: i64, limit: u32) -> Result<Vec<FeedEvent>> {
    Ok(rx.query(FEED, params![after, limit]).await?)
}

/// An event's payload; `None` when it was erased or there is no such event.
///
/// # Errors
/// Only those of the store.
pub async fn payload(rx: &Rx<'_>, event_id: Uuid) -> Result<Option<Vec<u8>>> {
    let row: Option<(Option<Vec<u8>>,)> = rx.query_opt(PAYLOAD, params![event_id]).await?;
    Ok(row.and_then(|(payload,)| payload))
}

/// What the audit list is narrowed to. Empty means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    pub actor: Option<String>,
    pub kind: Option<String>,
    /// The name of a chain, or the number of a ticket, which stands for its chain.
    pub stream: Option<String>,
    /// From this moment on.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
}

/// A page of the audit list, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPage {
    pub events: Vec<Event>,
    /// Where the next page goes on; `None` at the end. A page may be short or empty and still have a next one: each
    /// looks at a bounded number of events, however few of them pass the filter.
    pub next: Option<EventId>,
}

/// A page of the audit list: events older than `before` (all when `None`), newest first by id, which is by time; within one
/// stream by `seq`.
///
/// # Errors
/// Only those of the store.
pub async fn audit_page(
    rx: &Rx<'_>,
    filter: &AuditFilter,
    before: Option<EventId>,
    limit: u32,
) -> Result<AuditPage> {
    let (from, until) = (filter.from.unwrap_or(FIRST), filter.until.unwrap_or(LAST));
    let (actor, kind) = (filter.actor.as_deref(), filter.kind.as_deref());
    let (window, end) = (limits::AUDIT_WINDOW, limits::AUDIT_WINDOW - 1);
    let (events, end): (Vec<Event>, Option<(EventId,)>) = if let Some(stream) = &filter.stream {
        let stream = chain_of(rx, stream).await?;
        let stream = stream.as_str();
        let seq = match before {
            Some(id) => rx.query_opt::<(i64,)>(SEQ, params![id]).await?.map_or(0, |(seq,)| seq),
            None => i64::MAX,
        };
        let page = params![stream, seq, window, actor, kind, from, until, limit];
        let end = params![stream, seq, end];
        (rx.query(AUDIT_STREAM, page).await?, rx.query_opt(AUDIT_STREAM_END, end).await?)
    } else {
        // An id begins with its moment in milliseconds, so a time range is a range of ids.
        let newest = until.millis().saturating_add(1);
        let upper = before.map_or(Uuid::max(), EventId::uuid).min(first_id(newest));
        let lower = first_id(from.millis());
        let page = params![upper, lower, window, actor, kind, from, until, limit];
        let end = params![upper, lower, end];
        (rx.query(AUDIT, page).await?, rx.query_opt(AUDIT_END, end).await?)
    };
    let full = events.len() >= usize::try_from(limit).unwrap_or(usize::MAX);
    let next = if full { events.last().map(|event| event.id) } else { end.map(|(id,)| id) };
    Ok(AuditPage { events, next })
}

/// The name of the chain that is meant.
async fn chain_of(rx: &Rx<'_>, typed: &str) -> Result<String> {
    let Ok(number) = typed.parse::<PublicId>() else { return Ok(typed.to_owned()) };
    let ticket: Option<(TicketId,)> = rx.query_opt(TICKET, params![number.as_str()]).await?;
    Ok(ticket.map_or_else(|| typed.to_owned(), |(id,)| Stream::Ticket(id).name()))
}

const FIRST: Timestamp = Timestamp::from_micros(i64::MIN);
const LAST: Timestamp = Timestamp::from_micros(i64::MAX);

/// The smallest id that an event of this millisecond can have (RFC 9562, section 5.7).
fn first_id(millis: u64) -> Uuid {
    let clock = u128::from(millis.min((1 << 48) - 1)) << 80;
    Uuid::from_u128(clock)
}
