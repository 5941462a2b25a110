//! What members say of themselves, what those who manage them say, and what the desk sees.

use proofdesk_store::Tx;

use super::event::{AvailabilitySet, CapacitySet};
use super::{Availability, Channel, Standing, sql, view};
use crate::assignment;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::StaffId;
use crate::limits;
use crate::log::{self, Chain, NewEvent, Stream};
use crate::permission::Permission;
use crate::session;
use crate::staff::{self, StaffState};

/// How a member stands after they said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    pub standing: Standing,
    /// How many open tickets are on their way back to the queues.
    pub reassigned: i64,
}

/// Says whether the signed-in member takes tickets.
///
/// # Errors
/// `session-required` for an API token.
pub async fn set_own(tx: &Tx<'_>, cx: &mut Cx, to: Availability) -> Result<Set> {
    let (staff_id, _) = session::own(&cx.viewer)?;
    set(tx, cx, staff_id, to).await
}

/// Says it of another member.
///
/// # Errors
/// `no-permission` without `member.manage` or for a member who may do or see more than the viewer; `field-invalid` at
/// `availability` for one who is to be online and cannot come in; `not-found`.
pub async fn set_of(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId, to: Availability) -> Result<Set> {
    cx.viewer.require(Permission::MemberManage)?;
    let member = staff::actions::require_covered(tx, &cx.viewer, staff_id).await?;
    if to == Availability::Online && member.state != StaffState::Active {
        return Err(Error::field("availability", Code::FieldInvalid));
    }
    set(tx, cx, staff_id, to).await
}

/// Sets how many tickets a member is given at most; `None` is without limit. What they have already they keep.
///
/// # Errors
/// `no-permission` as [`set_of`]; `field-invalid` at `capacity`; `not-found`.
pub async fn set_capacity(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    channel: Channel,
    capacity: Option<i64>,
) -> Result<()> {
    cx.viewer.require(Permission::MemberManage)?;
    if capacity.is_some_and(|most| !(0..=limits::CAPACITY).contains(&most)) {
        return Err(Error::field("capacity", Code::FieldInvalid));
    }
    let chain = log::lock(tx, &Stream::Organisation).await?;
    staff::actions::require_covered(tx, &cx.viewer, staff_id).await?;
    if view::capacity(tx, staff_id, channel).await? == capacity {
        return Ok(());
    }
    sql::set_capacity(tx, staff_id, channel, capacity).await?;
    let event = NewEvent::of(&CapacitySet { staff_id, channel, capacity })?;
    chain.append(tx, cx, &[event]).await?;
    assignment::actions::room(tx, cx, staff_id).await
}

/// A console of a member is connected. Whoever was offline only because none was is online again.
///
/// # Errors
/// Only those of the store.
pub async fn seen(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    cx.viewer.require_inside()?;
    sql::set_seen(tx, staff_id, cx.now).await?;
    let is_gone = |was: &Standing| was.is_automatic && was.availability == Availability::Offline;
    if is_gone(&view::standing(tx, staff_id).await?) {
        let held = hold(tx, cx, staff_id).await?;
        // They may have said something in another window while this one waited.
        if is_gone(&held.was) {
            stand(tx, cx, staff_id, held, (Availability::Online, false)).await?;
        }
    }
    Ok(())
}

/// Sets offline who is online and was not seen for a while. Does nothing for one who was seen meanwhile. Of one whom a clock that was
/// ahead has seen, nobody knows when that was: they are looked for from now on.
pub(super) async fn leave(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    cx.viewer.require_inside()?;
    let lately = cx.now - limits::UNSEEN_OFFLINE..=cx.now + limits::UNSEEN_OFFLINE;
    let held = hold(tx, cx, staff_id).await?;
    let seen = view::seen(tx, staff_id).await?;
    if seen.is_some_and(|at| at > *lately.end()) {
        return sql::set_seen(tx, staff_id, cx.now).await;
    }
    let is_news = [held.was.since, seen].into_iter().flatten().any(|at| lately.contains(&at));
    if held.was.availability == Availability::Online && !is_news {
        stand(tx, cx, staff_id, held, (Availability::Offline, true)).await?;
    }
    Ok(())
}

/// Holds a member online until the transaction ends, for whoever is about to give them something; false for one who is not.
pub(crate) async fn hold_online(tx: &Tx<'_>, staff_id: StaffId) -> Result<bool> {
    sql::lock_online(tx, staff_id).await
}

async fn set(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId, to: Availability) -> Result<Set> {
    let held = hold(tx, cx, staff_id).await?;
    stand(tx, cx, staff_id, held, (to, false)).await
}

/// The chain of a member's day, locked, and how they stand behind the lock.
struct Held {
    chain: Chain,
    was: Standing,
}

async fn hold(tx: &Tx<'_>, cx: &Cx, staff_id: StaffId) -> Result<Held> {
    let chain = log::lock(tx, &Stream::staff_day(staff_id, cx.now)).await?;
    Ok(Held { chain, was: view::standing(tx, staff_id).await? })
}

async fn stand(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    Held { chain, was }: Held,
    (to, is_automatic): (Availability, bool),
) -> Result<Set> {
    if (was.availability, was.is_automatic) != (to, is_automatic) {
        sql::set(tx, staff_id, to, is_automatic, cx.now).await?;
        let event = AvailabilitySet { staff_id, availability: to, is_automatic };
        chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    }
    let mut reassigned = 0;
    match to {
        Availability::Online => assignment::actions::room(tx, cx, staff_id).await?,
        // Said again, it is done again: they may have been given something by hand meanwhile.
        Availability::AwayAndReassign => {
            reassigned = view::open(tx, staff_id).await?;
            if reassigned > 0 {
                assignment::actions::ask_back(tx, cx, staff_id).await?;
            }
        }
        Availability::Away | Availability::Offline => {}
    }
    Ok(Set { standing: view::standing(tx, staff_id).await?, reassigned })
}
