use proofdesk_store::{FromRow, Row, Tx, params};
use uuid::Uuid;

use super::{CustomerErasure, person, ticket, view};
use crate::error::Result;
use crate::id::{CustomerId, TicketId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    BEGIN,
    ADVANCE,
    FINISH,
    person::NAMELESS,
    person::ACTS,
    person::EXCHANGE_EVENTS,
    person::IDENTITIES,
    person::SESSIONS,
    person::PUSHES,
    person::LINKS,
    person::CONSTRAINTS,
    person::PREFERENCES,
    person::WISHES,
    person::ANSWERS_KEPT,
    person::DRAFTS,
    person::REPLY_DRAFT_FILES,
    person::REPLY_DRAFTS,
    person::PUSH_ATTEMPTS,
    person::DELIVERIES,
    person::FACTS,
    person::NOTIFICATIONS,
    person::UPLOAD_PARTS,
    person::UPLOADS,
    person::LOOSE_FILES,
    person::FORGET_FILE,
    person::LOOKS,
    ticket::MESSAGES,
    ticket::FILES,
    view::FIND,
    view::OPEN,
    view::NEXT_TICKET,
    view::TICKETS,
];

const BEGIN: &str = "insert into customer_erasure \
    (customer_id, asked_by, asked_at, after_id, tickets, messages, files, updated_at) \
    values ($1, $2, $3, $4, 0, 0, 0, $3) on conflict (customer_id) do update set asked_by = excluded.asked_by, \
    asked_at = excluded.asked_at, after_id = excluded.after_id, tickets = 0, messages = 0, files = 0, \
    updated_at = excluded.updated_at, finished_at = null";
const ADVANCE: &str = "update customer_erasure set after_id = $1, tickets = tickets + $2, messages = messages + $3, \
    files = files + $4, updated_at = $5 where customer_id = $6 and finished_at is null";
const FINISH: &str = "update customer_erasure set finished_at = $1, updated_at = $1 \
    where customer_id = $2 and finished_at is null";

impl FromRow for CustomerErasure {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            customer_id: row.next()?,
            asked_by: row.next()?,
            asked_at: row.next()?,
            after_id: row.next()?,
            tickets: row.next()?,
            messages: row.next()?,
            files: row.next()?,
            updated_at: row.next()?,
            finished_at: row.next()?,
        })
    }
}

/// Begins, or begins again from the first ticket.
pub async fn begin(tx: &Tx<'_>, id: CustomerId, asked_by: &str, now: Timestamp) -> Result<()> {
    tx.exec(BEGIN, params![id, asked_by, now, Uuid::nil()]).await?;
    Ok(())
}

/// Notes a page. `done` is the ticket that it emptied; `None` while there is more in it.
pub async fn advance(
    tx: &Tx<'_>,
    from: &CustomerErasure,
    done: Option<TicketId>,
    (messages, files): (i64, i64),
    now: Timestamp,
) -> Result<()> {
    use crate::id::Id as _;
    let after_id = done.map_or(from.after_id, TicketId::uuid);
    let tickets = i64::from(done.is_some());
    tx.exec(ADVANCE, params![after_id, tickets, messages, files, now, from.customer_id]).await?;
    Ok(())
}

/// Returns whether it was not finished before.
pub async fn finish(tx: &Tx<'_>, id: CustomerId, now: Timestamp) -> Result<bool> {
    Ok(tx.exec(FINISH, params![now, id]).await? == 1)
}
