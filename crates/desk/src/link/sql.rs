use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Issued, Link};
use crate::error::Result;
use crate::id::{LinkId, StaffId};
use crate::time::Timestamp;
use crate::token::TokenHash;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] =
    &[INSERT, LOCK, SPEND, VOID, VOID_STAFF, VOID_FIRST, PRUNE, super::view::FIND];

const INSERT: &str = "insert into link (id, token_hash, purpose, staff_id, created_by, created_at, expires_at) \
    values ($1, $2, $3, $4, $5, $6, $7)";
const LOCK: &str = "update link set purpose = purpose where token_hash = $1 \
    returning id, purpose, staff_id, expires_at, used_at";
const SPEND: &str = "update link set used_at = $1 where id = $2";
const VOID: &str = "update link set expires_at = $1 where id = $2 and used_at is null";
const VOID_STAFF: &str =
    "update link set expires_at = $1 where staff_id = $2 and used_at is null and expires_at > $1";
const VOID_FIRST: &str = "update link set expires_at = $1 \
    where purpose = 'first-administrator' and used_at is null and expires_at > $1";
const PRUNE: &str =
    "delete from link where id in (select id from link where expires_at < $1 limit $2)";

impl FromRow for Link {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            purpose: row.next()?,
            staff_id: row.next()?,
            expires_at: row.next()?,
            used_at: row.next()?,
        })
    }
}

pub async fn insert(
    tx: &Tx<'_>,
    issued: &Issued,
    staff_id: Option<StaffId>,
    created_by: &str,
    now: Timestamp,
) -> Result<()> {
    let Issued { id, purpose, expires_at, token } = issued;
    let hash = token.hash();
    tx.exec(INSERT, params![id, hash, purpose, staff_id, created_by, now, expires_at]).await?;
    Ok(())
}

pub async fn lock(tx: &Tx<'_>, hash: &TokenHash) -> Result<Option<Link>> {
    Ok(tx.query_opt(LOCK, params![hash]).await?)
}

pub async fn spend(tx: &Tx<'_>, id: LinkId, now: Timestamp) -> Result<()> {
    tx.exec(SPEND, params![now, id]).await?;
    Ok(())
}

/// Lets one link expire.
pub async fn void(tx: &Tx<'_>, id: LinkId, now: Timestamp) -> Result<()> {
    tx.exec(VOID, params![now, id]).await?;
    Ok(())
}

/// Lets the unused links of a member expire.
pub async fn void_of_staff(tx: &Tx<'_>, staff_id: StaffId, now: Timestamp) -> Result<()> {
    tx.exec(VOID_STAFF, params![now, staff_id]).await?;
    Ok(())
}

/// Lets the unused links for a first administrator expire.
pub async fn void_first(tx: &Tx<'_>, now: Timestamp) -> Result<()> {
    tx.exec(VOID_FIRST, params![now]).await?;
    Ok(())
}

pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![before, limit]).await?)
}
