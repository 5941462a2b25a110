//! The other direction: tickets, messages, bodies and files that no event accounts for.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::finding::{Problem, Report};
use super::pages::{Page, Pages, Table, after_id};
use crate::desk::Desk;
use crate::error::Result;
use crate::id::{Id as _, TicketId};
use crate::log::Stream;
use crate::log::rows::{EventRow, MessageClaim, event_columns};

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[
    TICKETS,
    TICKET_KEY,
    MESSAGES,
    MESSAGE_KEY,
    BODIES,
    BODY_KEY,
    ATTACHMENTS,
    ATTACHMENT_KEY,
    EVENT_AT,
];

const TICKETS: &str = "select id, id, 1 from ticket where id >= $1 order by id limit $2";
const TICKET_KEY: &str = "select id from ticket where id >= $1 order by id limit 1";

const MESSAGES: &str = "select id, ticket_id, seq from message where id >= $1 order by id limit $2";
const MESSAGE_KEY: &str = "select id from message where id >= $1 order by id limit 1";
const BODIES: &str = "select b.message_id, m.id from message_body b left join message m on m.id = b.message_id \
    where b.message_id >= $1 order by b.message_id limit $2";
const BODY_KEY: &str =
    "select message_id from message_body where message_id >= $1 order by message_id limit 1";
const ATTACHMENTS: &str = "select a.id, m.ticket_id, m.seq from attachment a left join message m on m.id = a.message_id \
    where a.id >= $1 and (a.message_id is not null or a.ticket_id is not null) order by a.id limit $2";
const ATTACHMENT_KEY: &str = "select id from attachment where id >= $1 order by id limit 1";
const EVENT_AT: &str =
    concat!("select ", event_columns!(), " from event e where e.stream = $1 and e.seq = $2");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ticket,
    Message,
    Attachment,
}

/// A row and whether an event accounts for it.
struct Loose {
    id: Uuid,
    accounted: bool,
}

struct Placed {
    id: Uuid,
    place: Option<(TicketId, i64)>,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let id = row.next()?;
        let ticket_id: Option<Uuid> = row.next()?;
        let seq: Option<i64> = row.next()?;
        Ok(Self { id, place: ticket_id.map(TicketId::from_uuid).zip(seq) })
    }
}

/// Says whether the event at a row's place fixes it. One whose payload was erased fixes nothing any more, so nothing is
/// held against the row.
async fn accounted(rx: &Rx<'_>, kind: Kind, row: &Placed) -> Result<bool> {
    let Some((ticket_id, seq)) = row.place else { return Ok(false) };
    let stream = Stream::Ticket(ticket_id).name();
    let event: Option<EventRow> = rx.query_opt(EVENT_AT, params![stream, seq]).await?;
    let Some(event) = event else { return Ok(false) };
    if event.payload.is_none() || kind == Kind::Ticket {
        return Ok(true);
    }
    let fixes = |claim: &MessageClaim| match kind {
        Kind::Ticket => claim.id == row.id,
        Kind::Message => claim.id == row.id,
        Kind::Attachment => claim.attachments.iter().any(|claimed| claimed.id == row.id),
    };
    Ok(event.message().as_ref().is_some_and(fixes))
}

async fn look(rx: &Rx<'_>, kind: Kind, rows: Vec<Placed>) -> Result<Page<Loose, Uuid>> {
    let next = rows.last().and_then(|row| after_id(row.id));
    let mut loose = Vec::with_capacity(rows.len());
    for row in rows {
        loose.push(Loose { id: row.id, accounted: accounted(rx, kind, &row).await? });
    }
    Ok((loose, next))
}

/// Tickets, each with the first event of its stream.
#[derive(Clone, Copy)]
struct Tickets;

impl Table for Tickets {
    type Key = Uuid;
    type Item = Loose;
    const NAME: &'static str = "ticket";

    async fn page(&self, rx: &Rx<'_>, from: &Uuid, limit: u32) -> Result<Page<Loose, Uuid>> {
        look(rx, Kind::Ticket, rx.query(TICKETS, params![from, limit]).await?).await
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &Uuid) -> Result<Option<Uuid>> {
        Ok(rx.query_opt::<(Uuid,)>(TICKET_KEY, params![from]).await?.map(|(id,)| id))
    }

    fn after(key: &Uuid) -> Option<Uuid> {
        after_id(*key)
    }
}

#[derive(Clone, Copy)]
struct Messages;

impl Table for Messages {
    type Key = Uuid;
    type Item = Loose;
    const NAME: &'static str = "message";

    async fn page(&self, rx: &Rx<'_>, from: &Uuid, limit: u32) -> Result<Page<Loose, Uuid>> {
        look(rx, Kind::Message, rx.query(MESSAGES, params![from, limit]).await?).await
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &Uuid) -> Result<Option<Uuid>> {
        Ok(rx.query_opt::<(Uuid,)>(MESSAGE_KEY, params![from]).await?.map(|(id,)| id))
    }

    fn after(key: &Uuid) -> Option<Uuid> {
        after_id(*key)
    }
}

#[derive(Clone, Copy)]
struct Bodies;

impl Table for Bodies {
    type Key = Uuid;
    type Item = Loose;
    const NAME: &'static str = "message_body";

    async fn page(&self, rx: &Rx<'_>, from: &Uuid, limit: u32) -> Result<Page<Loose, Uuid>> {
        let rows: Vec<(Uuid, Option<Uuid>)> = rx.query(BODIES, params![from, limit]).await?;
        let next = rows.last().and_then(|(id, _)| after_id(*id));
        let loose =
            |(id, message): (Uuid, Option<Uuid>)| Loose { id, accounted: message.is_some() };
        Ok((rows.into_iter().map(loose).collect(), next))
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &Uuid) -> Result<Option<Uuid>> {
        Ok(rx.query_opt::<(Uuid,)>(BODY_KEY, params![from]).await?.map(|(id,)| id))
    }

    fn after(key: &Uuid) -> Option<Uuid> {
        after_id(*key)
    }
}

#[derive(Clone, Copy)]
struct Attachments;

impl Table for Attachments {
    type Key = Uuid;
    type Item = Loose;
    const NAME: &'static str = "attachment";

    async fn page(&self, rx: &Rx<'_>, from: &Uuid, limit: u32) -> Result<Page<Loose, Uuid>> {
        look(rx, Kind::Attachment, rx.query(ATTACHMENTS, params![from, limit]).await?).await
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &Uuid) -> Result<Option<Uuid>> {
        Ok(rx.query_opt::<(Uuid,)>(ATTACHMENT_KEY, params![from]).await?.map(|(id,)| id))
    }

    fn after(key: &Uuid) -> Option<Uuid> {
        after_id(*key)
    }
}

/// Looks for rows that nothing accounts for.
pub(super) async fn run(desk: &Desk, report: &mut Report) -> Result<()> {
    walk(desk, report, Tickets).await?;
    walk(desk, report, Messages).await?;
    walk(desk, report, Bodies).await?;
    walk(desk, report, Attachments).await
}

async fn walk<T: Table<Key = Uuid, Item = Loose>>(
    desk: &Desk,
    report: &mut Report,
    table: T,
) -> Result<()> {
    let mut pages = Pages::new(desk, table, Uuid::nil());
    while let Some(rows) = pages.next(report).await? {
        for row in rows.iter().filter(|row| !row.accounted) {
            report.find(T::NAME, row.id, None, Problem::Unaccounted);
        }
    }
    Ok(())
}
