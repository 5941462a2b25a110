use proofdesk_store::{FromRow, Row, Tx, params};

use super::{SessionKind, Touched};
use crate::error::Result;
use crate::id::{CustomerId, IdentityId, SessionId, StaffId};
use crate::time::Timestamp;
use crate::token::TokenHash;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    LOCK,
    TOUCH,
    STEP_UP,
    END,
    END_OTHERS,
    END_OF_STAFF,
    END_OF_CUSTOMER,
    END_OF_IDENTITY,
    END_SURPLUS_STAFF,
    END_SURPLUS_CUSTOMER,
    super::view::RESOLVE,
    super::view::OF_STAFF,
    super::view::OF_CUSTOMER,
];

const INSERT: &str = "insert into session (id, token_hash, kind, staff_id, customer_id, identity_id, created_at, \
    seen_at, idle_expires_at, expires_at, step_up_until, user_agent, address) \
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12)";
const LOCK: &str = "update session set seen_at = seen_at where id = $1 and ended_at is null \
    returning kind, seen_at, expires_at";
const TOUCH: &str =
    "update session set seen_at = $1, idle_expires_at = $2, expires_at = $3 where id = $4";
const STEP_UP: &str = "update session set step_up_until = $1 where id = $2 and ended_at is null";
const END: &str = "update session set ended_at = $1 where id = $2 and ended_at is null \
    returning staff_id, customer_id";
const END_OTHERS: &str = "update session set ended_at = $1 where staff_id = $2 and id <> $3 and ended_at is null returning id";
const END_OF_STAFF: &str =
    "update session set ended_at = $1 where staff_id = $2 and ended_at is null returning id";
const END_OF_CUSTOMER: &str =
    "update session set ended_at = $1 where customer_id = $2 and ended_at is null returning id";
const END_OF_IDENTITY: &str = "update session set ended_at = $1 where customer_id = $2 and identity_id = $3 and ended_at is null \
    returning id";
const END_SURPLUS_STAFF: &str = "update session set ended_at = $1 where ended_at is null and id in \
    (select id from session where staff_id = $2 and ended_at is null order by id desc limit 1000 offset $3)";
const END_SURPLUS_CUSTOMER: &str = "update session set ended_at = $1 where ended_at is null and id in \
    (select id from session where customer_id = $2 and ended_at is null order by id desc limit 1000 offset $3)";

/// A session's row before it is written.
#[derive(Debug)]
pub struct NewSession {
    pub id: SessionId,
    pub token_hash: TokenHash,
    pub kind: SessionKind,
    pub staff_id: Option<StaffId>,
    pub customer_id: Option<CustomerId>,
    pub identity_id: Option<IdentityId>,
    pub created_at: Timestamp,
    pub ends: Touched,
    pub step_up_until: Option<Timestamp>,
    pub user_agent: String,
    pub address: String,
}

pub async fn insert(tx: &Tx<'_>, new: &NewSession) -> Result<()> {
    tx.exec(
        INSERT,
        params![
            new.id,
            new.token_hash,
            new.kind,
            new.staff_id,
            new.customer_id,
            new.identity_id,
            new.created_at,
            new.ends.idle_expires_at,
            new.ends.expires_at,
            new.step_up_until,
            new.user_agent,
            new.address
        ],
    )
    .await?;
    Ok(())
}

/// What a touch looks at.
#[derive(Debug)]
pub struct Locked {
    pub kind: SessionKind,
    pub seen_at: Timestamp,
    pub expires_at: Timestamp,
}

impl FromRow for Locked {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { kind: row.next()?, seen_at: row.next()?, expires_at: row.next()? })
    }
}

pub async fn lock(tx: &Tx<'_>, id: SessionId) -> Result<Option<Locked>> {
    Ok(tx.query_opt(LOCK, params![id]).await?)
}

pub async fn set_seen(tx: &Tx<'_>, id: SessionId, now: Timestamp, ends: Touched) -> Result<()> {
    tx.exec(TOUCH, params![now, ends.idle_expires_at, ends.expires_at, id]).await?;
    Ok(())
}

pub async fn set_step_up(tx: &Tx<'_>, id: SessionId, until: Timestamp) -> Result<()> {
    tx.exec(STEP_UP, params![until, id]).await?;
    Ok(())
}

/// Ends one session and says whose it was; `None` when it is unknown or over.
pub async fn end(
    tx: &Tx<'_>,
    id: SessionId,
    now: Timestamp,
) -> Result<Option<(Option<StaffId>, Option<CustomerId>)>> {
    Ok(tx.query_opt(END, params![now, id]).await?)
}

/// Ends the member's sessions but one and returns them.
pub async fn end_others(
    tx: &Tx<'_>,
    staff_id: StaffId,
    kept: SessionId,
    now: Timestamp,
) -> Result<Vec<SessionId>> {
    let rows: Vec<(SessionId,)> = tx.query(END_OTHERS, params![now, staff_id, kept]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Ends all sessions of the member and returns them.
pub async fn end_of_staff(
    tx: &Tx<'_>,
    staff_id: StaffId,
    now: Timestamp,
) -> Result<Vec<SessionId>> {
    let rows: Vec<(SessionId,)> = tx.query(END_OF_STAFF, params![now, staff_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Ends all sessions of the customer and returns them.
pub async fn end_of_customer(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    now: Timestamp,
) -> Result<Vec<SessionId>> {
    let rows: Vec<(SessionId,)> = tx.query(END_OF_CUSTOMER, params![now, customer_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Ends the sessions of a customer who came by one identity, and returns them.
pub async fn end_of_identity(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    identity_id: IdentityId,
    now: Timestamp,
) -> Result<Vec<SessionId>> {
    let values = params![now, customer_id, identity_id];
    let rows: Vec<(SessionId,)> = tx.query(END_OF_IDENTITY, values).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Ends the oldest sessions of a member beyond `kept`.
pub async fn end_surplus_of_staff(
    tx: &Tx<'_>,
    id: StaffId,
    kept: i64,
    now: Timestamp,
) -> Result<()> {
    tx.exec(END_SURPLUS_STAFF, params![now, id, kept]).await?;
    Ok(())
}

/// Ends the oldest sessions of a customer beyond `kept`.
pub async fn end_surplus_of_customer(
    tx: &Tx<'_>,
    id: CustomerId,
    kept: i64,
    now: Timestamp,
) -> Result<()> {
    tx.exec(END_SURPLUS_CUSTOMER, params![now, id, kept]).await?;
    Ok(())
}
