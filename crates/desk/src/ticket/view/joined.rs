//! The thread of a ticket and of all that goes on in it or was split off for it, as one: in the order of the feed, which is the
//! order of what happened across chains. A chain's newest events may have no place in it yet, and stand at the end until they have.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::split::Part;
use super::thread::{self, EventView, Moment, Thread};
use crate::error::Result;
use crate::id::TicketId;
use crate::log::Stream;
use crate::ticket::{Ticket, Visibility};
use crate::viewer::Viewer;

/// Every statement of this file.
pub const ALL: &[&str] = &[AFTER, BEFORE, SPLIT_AFTER, SPLIT_BEFORE, POS_AT, SEQ_AT];

// The largest number stands for "no place yet": it is behind every place.
macro_rules! placed {
    ($tail:literal) => {
        concat!(
            "select coalesce(f.pos, 9223372036854775806), e.id, e.seq, e.at, e.actor, e.kind, e.v, e.payload \
             from event e left join feed f on f.event_id = e.id \
             where e.stream = $1 and coalesce(f.pos, 9223372036854775806) ",
            $tail
        )
    };
}

const AFTER: &str = placed!("> $2 order by e.seq limit $3");
const BEFORE: &str = placed!("< $2 order by e.seq desc limit $3");
// Of a chain that goes on elsewhere by itself, only what was split off it counts: the rest would fill the page unseen.
const SPLIT_AFTER: &str = placed!(
    "> $2 and e.seq in (select m.seq from split_message x join message m on m.id = x.message_id \
     where x.ticket_id = $3 and x.into_id = $4) order by e.seq limit $5"
);
const SPLIT_BEFORE: &str = placed!(
    "< $2 and e.seq in (select m.seq from split_message x join message m on m.id = x.message_id \
     where x.ticket_id = $3 and x.into_id = $4) order by e.seq desc limit $5"
);
const POS_AT: &str = "select cast(coalesce(max(f.pos), 0) as bigint) from event e join feed f on f.event_id = e.id \
    where e.stream = $1 and e.seq <= $2";
const SEQ_AT: &str = "select cast(coalesce(max(e.seq), 0) as bigint) from event e join feed f on f.event_id = e.id \
    where e.stream = $1 and f.pos <= $2";

/// What of a merged ticket's chain is shown beside its messages: what its customer's money did, and whether they have proven who they are. What
/// staff did to it is its own.
const PART_KINDS: &[&str] = &[
    "ticket.exchange_told",
    "ticket.verification_asked",
    "ticket.verification_proven",
    "ticket.verification_withdrawn",
];

/// Which part of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Window {
    /// The first moments behind a place in the feed.
    After(i64),
    /// The last moments before one.
    Before(i64),
}

/// A page of a joined thread.
pub(super) async fn joined(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ticket: &Ticket,
    parts: &[Part],
    window: Window,
    limit: u32,
) -> Result<Thread> {
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut all = read(rx, ticket.id, window, limit).await?;
    let is_whole = |home: TicketId| {
        home == ticket.id || parts.iter().any(|part| part.home == home && part.shown == home)
    };
    for part in parts {
        if part.home == part.shown {
            all.extend(read(rx, part.home, window, limit).await?);
        } else if !is_whole(part.home) {
            all.extend(read_split(rx, part, window, limit).await?);
        }
    }
    // Within a chain the place in the feed follows the place in the chain.
    all.sort_by_key(|placed| (placed.pos, placed.ticket_id, placed.event.seq));
    let more = all.len() >= most;
    let next = match window {
        Window::After(_) => {
            all.truncate(most);
            all.last().filter(|_| more).map(|placed| placed.pos)
        }
        Window::Before(_) => {
            all.drain(..all.len().saturating_sub(most));
            all.first().filter(|_| more).map(|placed| placed.pos)
        }
    };
    let moments = fill(rx, viewer, ticket, parts, all).await?;
    Ok(Thread { moments, next })
}

/// Puts the messages in their places and leaves out what the viewer is not shown.
async fn fill(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ticket: &Ticket,
    parts: &[Part],
    placed: Vec<Placed>,
) -> Result<Vec<Moment>> {
    let audience = thread::audience(viewer);
    let mut messages = Vec::new();
    let own = std::iter::once((ticket.id, ticket.id));
    for of in own.chain(parts.iter().map(|part| (part.home, part.shown))) {
        let read = placed.iter().filter(|one| one.ticket_id == of.0).map(|one| one.event.seq);
        if let (Some(first), Some(last)) = (read.clone().min(), read.max()) {
            messages.extend(thread::messages(rx, viewer, of, first - 1, last).await?);
        }
    }
    let origin = |id: TicketId| {
        let part = parts.iter().find(|part| part.home == id && id != ticket.id);
        part.map(|part| part.number.clone())
    };
    let mut moments = Vec::with_capacity(placed.len());
    for Placed { ticket_id, mut event, .. } in placed {
        let said = messages
            .iter()
            .position(|m| m.message.ticket_id == ticket_id && m.message.seq == event.seq);
        if let Some(at) = said {
            let mut message = messages.swap_remove(at);
            message.origin = origin(ticket_id);
            moments.push(Moment::Message(Box::new(message)));
        } else if is_shown(&event, ticket_id == ticket.id, audience) {
            event.origin = origin(ticket_id);
            moments.push(Moment::Event(Box::new(event)));
        }
    }
    Ok(moments)
}

fn is_shown(event: &EventView, is_own: bool, audience: Visibility) -> bool {
    match is_own {
        true => thread::is_shown(event, audience),
        false => PART_KINDS.contains(&event.kind.as_str()),
    }
}

/// The place in the feed of what stands at `seq` of a ticket's chain, or of the last thing before it that has one.
pub(super) async fn pos_at(rx: &Rx<'_>, ticket_id: TicketId, seq: i64) -> Result<i64> {
    let stream = Stream::Ticket(ticket_id).name();
    Ok(rx.query_one::<(i64,)>(POS_AT, params![stream, seq]).await?.0)
}

/// How far a ticket's own chain had come at a place in the feed.
pub(super) async fn seq_at(rx: &Rx<'_>, ticket_id: TicketId, pos: i64) -> Result<i64> {
    let stream = Stream::Ticket(ticket_id).name();
    Ok(rx.query_one::<(i64,)>(SEQ_AT, params![stream, pos]).await?.0)
}

struct Placed {
    pos: i64,
    ticket_id: TicketId,
    event: EventView,
}

struct InFeed(i64, EventView);

impl FromRow for InFeed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self(row.next()?, EventView::from_row(row)?))
    }
}

async fn read(rx: &Rx<'_>, ticket_id: TicketId, window: Window, limit: u32) -> Result<Vec<Placed>> {
    let stream = Stream::Ticket(ticket_id).name();
    let rows: Vec<InFeed> = match window {
        Window::After(pos) => rx.query(AFTER, params![stream, pos, limit]).await?,
        Window::Before(pos) => rx.query(BEFORE, params![stream, pos, limit]).await?,
    };
    Ok(rows.into_iter().map(|InFeed(pos, event)| Placed { pos, ticket_id, event }).collect())
}

/// Of a chain what was split off for the ticket that the part is shown for.
async fn read_split(rx: &Rx<'_>, part: &Part, window: Window, limit: u32) -> Result<Vec<Placed>> {
    let (ticket_id, shown) = (part.home, part.shown);
    let stream = Stream::Ticket(ticket_id).name();
    let rows: Vec<InFeed> = match window {
        Window::After(pos) => {
            rx.query(SPLIT_AFTER, params![stream, pos, ticket_id, shown, limit]).await?
        }
        Window::Before(pos) => {
            rx.query(SPLIT_BEFORE, params![stream, pos, ticket_id, shown, limit]).await?
        }
    };
    Ok(rows.into_iter().map(|InFeed(pos, event)| Placed { pos, ticket_id, event }).collect())
}
