use proofdesk_store::{Tx, params};

use super::{Availability, Channel};
use crate::error::Result;
use crate::id::StaffId;
use crate::limits;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    SET,
    LOCK_ONLINE,
    SET_SEEN,
    SET_CAPACITY,
    super::view::STANDING,
    super::view::SEEN,
    super::view::CAPACITY,
    super::view::OPEN,
    super::view::GONE,
];

const SET: &str = "insert into member_availability (staff_id, availability, since_at, is_automatic) \
    values ($1, $2, $3, $4) on conflict (staff_id) do update set availability = excluded.availability, \
    since_at = excluded.since_at, is_automatic = excluded.is_automatic";
// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK_ONLINE: &str = "update member_availability set since_at = since_at \
    where staff_id = $1 and availability = 'online' returning staff_id";
// A moment that is still to come was written by a clock that was ahead.
const SET_SEEN: &str = "insert into member_seen (staff_id, seen_at) values ($1, $2) \
    on conflict (staff_id) do update set seen_at = excluded.seen_at \
    where excluded.seen_at > member_seen.seen_at or member_seen.seen_at > $3";
const SET_CAPACITY: &str = "insert into member_capacity (staff_id, channel, capacity) values ($1, $2, $3) \
    on conflict (staff_id, channel) do update set capacity = excluded.capacity";

pub async fn set(
    tx: &Tx<'_>,
    id: StaffId,
    availability: Availability,
    is_automatic: bool,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET, params![id, availability, now, is_automatic]).await?;
    Ok(())
}

/// Locks the row of a member who is online until the transaction ends; false for one who is not.
pub async fn lock_online(tx: &Tx<'_>, id: StaffId) -> Result<bool> {
    Ok(tx.query_opt::<(StaffId,)>(LOCK_ONLINE, params![id]).await?.is_some())
}

pub async fn set_seen(tx: &Tx<'_>, id: StaffId, now: Timestamp) -> Result<()> {
    tx.exec(SET_SEEN, params![id, now, now + limits::UNSEEN_OFFLINE]).await?;
    Ok(())
}

pub async fn set_capacity(
    tx: &Tx<'_>,
    id: StaffId,
    channel: Channel,
    capacity: Option<i64>,
) -> Result<()> {
    tx.exec(SET_CAPACITY, params![id, channel, capacity]).await?;
    Ok(())
}
