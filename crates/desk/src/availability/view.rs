//! Reading how members stand.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Availability, Capacity, Channel, Standing};
use crate::error::{OrNotFound as _, Result};
use crate::id::StaffId;
use crate::limits;
use crate::permission::Permission;
use crate::staff;
use crate::time::Timestamp;
use crate::viewer::Viewer;

pub(super) const STANDING: &str =
    "select availability, since_at, is_automatic from member_availability where staff_id = $1";
pub(super) const SEEN: &str = "select seen_at from member_seen where staff_id = $1";
pub(super) const CAPACITY: &str =
    "select capacity from member_capacity where staff_id = $1 and channel = $2";
pub(super) const OPEN: &str =
    "select count(*) from ticket where assignee_id = $1 and status_category = 'open'";
pub(super) const GONE: &str = "select a.staff_id from member_availability a \
    left join member_seen s on s.staff_id = a.staff_id where a.availability = 'online' \
    and (a.since_at < $1 or a.since_at > $2) and (s.seen_at is null or s.seen_at < $1 or s.seen_at > $2) \
    and a.staff_id > $3 order by a.staff_id limit $4";

impl FromRow for Standing {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            availability: row.next::<Availability>()?,
            since: Some(row.next()?),
            is_automatic: row.next()?,
        })
    }
}

/// How a member stands, how much they have to do, and how much they are given at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub standing: Standing,
    /// Open tickets that are assigned to them.
    pub open: i64,
    /// For each channel that there is.
    pub capacities: Vec<Capacity>,
}

/// How the member who asks stands.
///
/// # Errors
/// `staff-only`.
pub async fn own(rx: &Rx<'_>, viewer: &Viewer) -> Result<Work> {
    work(rx, viewer.staff()?.staff_id).await
}

/// How a member stands. Everybody may ask of themself.
///
/// # Errors
/// `no-permission` without `member.read`; `not-found`.
pub async fn of(rx: &Rx<'_>, viewer: &Viewer, id: StaffId) -> Result<Work> {
    if !matches!(viewer, Viewer::Staff(me) if me.staff_id == id) {
        viewer.require(Permission::MemberRead)?;
    }
    staff::view::name(rx, id).await?.or_not_found()?;
    work(rx, id).await
}

async fn work(rx: &Rx<'_>, id: StaffId) -> Result<Work> {
    let mut capacities = Vec::new();
    for channel in Channel::ALL {
        capacities
            .push(Capacity { channel: *channel, capacity: capacity(rx, id, *channel).await? });
    }
    Ok(Work { standing: standing(rx, id).await?, open: open(rx, id).await?, capacities })
}

/// Whether whoever may be seen to be there by a connection is worth a write: they were not seen for a while, or are offline
/// because they were not, or were seen at a moment that is still to come, by a clock that was ahead.
///
/// # Errors
/// Only those of the store.
pub async fn is_news(rx: &Rx<'_>, id: StaffId, now: Timestamp) -> Result<bool> {
    let seen = seen(rx, id).await?;
    let is_odd =
        |at: Timestamp| at <= now - limits::SEEN_EVERY || at > now + limits::UNSEEN_OFFLINE;
    if seen.is_none_or(is_odd) {
        return Ok(true);
    }
    let standing = standing(rx, id).await?;
    Ok(standing.is_automatic && standing.availability == Availability::Offline)
}

pub(crate) async fn standing(rx: &Rx<'_>, id: StaffId) -> Result<Standing> {
    Ok(rx.query_opt::<Standing>(STANDING, params![id]).await?.unwrap_or_default())
}

pub(super) async fn seen(rx: &Rx<'_>, id: StaffId) -> Result<Option<Timestamp>> {
    let row: Option<(Timestamp,)> = rx.query_opt(SEEN, params![id]).await?;
    Ok(row.map(|(at,)| at))
}

pub(crate) async fn capacity(rx: &Rx<'_>, id: StaffId, channel: Channel) -> Result<Option<i64>> {
    let row: Option<(Option<i64>,)> = rx.query_opt(CAPACITY, params![id, channel]).await?;
    Ok(row.and_then(|(capacity,)| capacity))
}

/// How many open tickets are assigned to a member.
pub(crate) async fn open(rx: &Rx<'_>, id: StaffId) -> Result<i64> {
    Ok(rx.query_one::<(i64,)>(OPEN, params![id]).await?.0)
}

/// Members who are online and whom nobody has seen since `before`, in the order of their ids. What is later than `ahead` was
/// written by a clock that was ahead, and says nothing.
pub(super) async fn gone(
    rx: &Rx<'_>,
    (before, ahead): (Timestamp, Timestamp),
    after: StaffId,
    limit: u32,
) -> Result<Vec<StaffId>> {
    let rows: Vec<(StaffId,)> = rx.query(GONE, params![before, ahead, after, limit]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
