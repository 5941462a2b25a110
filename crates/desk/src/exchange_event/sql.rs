use proofdesk_store::{FromRow, Row, Tx, params};

use super::facts::Arrival;
use super::{EventState, view};
use crate::error::Result;
use crate::id::{BrandId, ExchangeEventId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    START_STREAM,
    LOCK_STREAM,
    SET_HEAD,
    ALIKE,
    INSERT,
    NEXT,
    HANDLED,
    MISSED,
    REOPEN,
    REFILL,
    UNSEAL,
    PRUNE,
    view::RECENT,
    view::NEWEST,
    view::FIND,
    view::STREAMS,
    view::WAITING,
    view::COUNT_WAITING,
    view::COUNT_FAILED,
    view::SEALED_SINCE,
    view::NEXT_ID,
];

const START_STREAM: &str = "insert into exchange_stream (brand_id, head, updated_at) values ($1, 0, $2) \
    on conflict (brand_id) do nothing";
// An update that changes nothing, as in the log: what comes and what is worked wait for each other.
const LOCK_STREAM: &str =
    "update exchange_stream set head = head where brand_id = $1 returning head";
const SET_HEAD: &str = "update exchange_stream set head = $1, updated_at = $2 where brand_id = $3";
const ALIKE: &str = "select id, seq, event_id, digest, facts is null and state <> 'handled' from exchange_event \
    where brand_id = $1 and (seq = $2 or event_id = $3) limit 2";
const INSERT: &str = "insert into exchange_event \
    (id, brand_id, seq, event_id, kind, account, occurred_at, received_at, digest, facts, state, attempts) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', 0)";
const NEXT: &str = "select id, seq, account, occurred_at, facts, attempts from exchange_event \
    where brand_id = $1 and state = 'waiting' and seq <= $2 order by seq limit 1";
const HANDLED: &str = "update exchange_event set state = 'handled', facts = null, last_error = null, tickets = $1, \
    handled_at = $2 where id = $3";
const MISSED: &str =
    "update exchange_event set state = $1, attempts = attempts + 1, last_error = $2 where id = $3";
const REOPEN: &str = "update exchange_event set state = 'waiting', attempts = 0 where id = $1 and state = 'failed' and facts is not null";
// Nothing comes back for an account that was forgotten meanwhile.
const REFILL: &str = "update exchange_event set facts = $1, received_at = $2 \
    where id = $3 and facts is null and state <> 'handled' and coalesce(account, '') = $4";
// Asked twice, because one that waited for a lock looks at the row anew.
const UNSEAL: &str = "update exchange_event set facts = null where state = $1 and facts is not null and received_at <= $2 \
    and id in (select id from exchange_event where state = $1 and facts is not null and received_at <= $2 \
    order by received_at limit $3)";
const PRUNE: &str = "delete from exchange_event where id in (select id from exchange_event \
    where received_at < $1 and state <> 'waiting' order by received_at, id limit $2)";

/// A row that has a number or an id in common with what came.
pub struct Alike {
    pub id: ExchangeEventId,
    pub seq: i64,
    pub event_id: String,
    pub digest: Vec<u8>,
    /// What it said was destroyed unread.
    pub is_emptied: bool,
}

impl FromRow for Alike {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            seq: row.next()?,
            event_id: row.next()?,
            digest: row.next()?,
            is_emptied: row.next()?,
        })
    }
}

/// The next event to be handled.
pub struct Next {
    pub id: ExchangeEventId,
    pub seq: i64,
    pub account: Option<String>,
    pub occurred_at: Timestamp,
    pub facts: Option<Vec<u8>>,
    pub attempts: i64,
}

impl FromRow for Next {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            seq: row.next()?,
            account: row.next()?,
            occurred_at: row.next()?,
            facts: row.next()?,
            attempts: row.next()?,
        })
    }
}

/// How far a stream was worked, locked until the transaction ends. One that is new begins at 0.
pub async fn lock_stream(tx: &Tx<'_>, brand_id: BrandId, now: Timestamp) -> Result<i64> {
    tx.exec(START_STREAM, params![brand_id, now]).await?;
    let (head,): (i64,) = tx.query_one(LOCK_STREAM, params![brand_id]).await?;
    Ok(head)
}

pub async fn set_head(tx: &Tx<'_>, brand_id: BrandId, head: i64, now: Timestamp) -> Result<()> {
    tx.exec(SET_HEAD, params![head, now, brand_id]).await?;
    Ok(())
}

pub async fn alike(tx: &Tx<'_>, brand_id: BrandId, one: &Arrival) -> Result<Vec<Alike>> {
    Ok(tx.query(ALIKE, params![brand_id, one.seq, one.event_id]).await?)
}

/// What stands beside an arrival in its row.
pub struct Stored<'a> {
    pub id: ExchangeEventId,
    pub brand_id: BrandId,
    pub digest: &'a [u8],
    /// Sealed.
    pub facts: &'a [u8],
    pub received_at: Timestamp,
}

pub async fn insert(tx: &Tx<'_>, one: &Arrival, stored: &Stored<'_>) -> Result<()> {
    let kind = one.facts.kind();
    let values = params![
        stored.id,
        stored.brand_id,
        one.seq,
        one.event_id,
        kind,
        one.account,
        one.occurred_at,
        stored.received_at,
        stored.digest,
        stored.facts
    ];
    tx.exec(INSERT, values).await?;
    Ok(())
}

pub async fn next(tx: &Tx<'_>, brand_id: BrandId, up_to: i64) -> Result<Option<Next>> {
    Ok(tx.query_opt(NEXT, params![brand_id, up_to]).await?)
}

pub async fn set_handled(
    tx: &Tx<'_>,
    id: ExchangeEventId,
    tickets: i64,
    now: Timestamp,
) -> Result<()> {
    tx.exec(HANDLED, params![tickets, now, id]).await?;
    Ok(())
}

pub async fn set_missed(
    tx: &Tx<'_>,
    id: ExchangeEventId,
    state: EventState,
    error: &str,
) -> Result<()> {
    tx.exec(MISSED, params![state, error, id]).await?;
    Ok(())
}

/// Puts what an event said back into a row that lost it unread.
pub async fn refill(
    tx: &Tx<'_>,
    id: ExchangeEventId,
    one: &Arrival,
    facts: &[u8],
    now: Timestamp,
) -> Result<()> {
    let account = one.account.as_deref().unwrap_or_default();
    tx.exec(REFILL, params![facts, now, id, account]).await?;
    Ok(())
}

/// Deletes what events of a state said that came until `before`. Returns how many.
pub async fn unseal(tx: &Tx<'_>, state: EventState, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(UNSEAL, params![state, before, limit]).await?)
}

/// False for one that had not failed, and one of which nothing is left to be handled.
pub async fn reopen(tx: &Tx<'_>, id: ExchangeEventId) -> Result<bool> {
    Ok(tx.exec(REOPEN, params![id]).await? == 1)
}

pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![before, limit]).await?)
}
