use proofdesk_store::{FromRow, Row, Tx, params};

use super::{TicketLink, view};
use crate::error::Result;
use crate::id::{CustomerId, SessionId, TicketId, TicketLinkId};
use crate::notification::RecipientDigest;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    SET_OPENED,
    REVOKE,
    EXPIRE,
    END_SESSIONS,
    PRUNE,
    view::FIND,
    view::HAS_ACCOUNT,
    view::EMAIL,
];

const INSERT: &str = "insert into ticket_link \
    (id, ticket_id, customer_id, recipient, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)";
const SET_OPENED: &str =
    "update ticket_link set opened_at = $1 where id = $2 and opened_at is null";
const REVOKE: &str =
    "update ticket_link set revoked_at = $1 where ticket_id = $2 and revoked_at is null";
// They are over and not revoked: their owner ended them, and may ask for new ones.
const EXPIRE: &str = "update ticket_link set expires_at = $1 where customer_id = $2 and expires_at > $1 \
    and revoked_at is null";
// The identity of the address: who came in through the exchange has another one, and stays.
const END_SESSIONS: &str = "update session set ended_at = $1 where customer_id = $2 and ended_at is null \
    and identity_id in (select id from identity where customer_id = $2 and kind in ('email', 'stranger')) returning id";
const PRUNE: &str = "delete from ticket_link where id in (select id from ticket_link where expires_at < $1 limit $2)";

impl FromRow for TicketLink {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            ticket_id: row.next()?,
            customer_id: row.next()?,
            recipient: row.next()?,
            expires_at: row.next()?,
            revoked_at: row.next()?,
            ticket: row.next()?,
            brand_id: row.next()?,
        })
    }
}

/// A link's row before it is written.
#[derive(Debug)]
pub struct NewTicketLink<'a> {
    pub id: TicketLinkId,
    pub ticket_id: TicketId,
    pub customer_id: CustomerId,
    pub recipient: &'a RecipientDigest,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

pub async fn insert(tx: &Tx<'_>, new: &NewTicketLink<'_>) -> Result<()> {
    let NewTicketLink { id, ticket_id, customer_id, recipient, created_at, expires_at } = new;
    let values = params![id, ticket_id, customer_id, *recipient, created_at, expires_at];
    tx.exec(INSERT, values).await?;
    Ok(())
}

pub async fn set_opened(tx: &Tx<'_>, id: TicketLinkId, now: Timestamp) -> Result<()> {
    tx.exec(SET_OPENED, params![now, id]).await?;
    Ok(())
}

pub async fn revoke(tx: &Tx<'_>, ticket_id: TicketId, now: Timestamp) -> Result<u64> {
    Ok(tx.exec(REVOKE, params![now, ticket_id]).await?)
}

/// Lets all links of a customer expire now, and returns how many could still be opened.
pub async fn expire(tx: &Tx<'_>, customer_id: CustomerId, now: Timestamp) -> Result<u64> {
    Ok(tx.exec(EXPIRE, params![now, customer_id]).await?)
}

/// Ends the sessions that came by a link, and returns them.
pub async fn end_sessions(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    now: Timestamp,
) -> Result<Vec<SessionId>> {
    let rows: Vec<(SessionId,)> = tx.query(END_SESSIONS, params![now, customer_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![before, limit]).await?)
}
