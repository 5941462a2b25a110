//! Setting a member's week, and entering absences.

use jiff::civil::Date;
use proofdesk_store::Tx;

use super::event::{AbsenceEntered, AbsenceRemoved, RotaSet, ShiftFact};
use super::{Absence, AbsenceReason, Shift, rota, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{AbsenceId, StaffId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::viewer::Viewer;
use crate::{assignment, limits, session, staff};

/// The minutes of a day.
const DAY: i64 = 1_440;

/// An absence that somebody enters.
#[derive(Clone, Copy, Debug)]
pub struct NewAbsence {
    pub first_day: Date,
    /// The last day of it.
    pub last_day: Date,
    pub reason: AbsenceReason,
}

/// Sets the shifts of a member's week; without any they work at all hours.
///
/// # Errors
/// `no-permission` without `member.manage` or for a member who may do or see more than the viewer; `field-invalid` at `shifts` for
/// some that overlap or are none; `too-many`; `not-found`.
pub async fn set_shifts(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    shifts: &[Shift],
) -> Result<()> {
    cx.viewer.require(Permission::MemberManage)?;
    let shifts = week(shifts)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    staff::actions::require_covered(tx, &cx.viewer, staff_id).await?;
    if view::shifts(tx, staff_id).await? == shifts {
        return Ok(());
    }
    sql::set_shifts(tx, staff_id, &shifts).await?;
    let shifts = shifts.into_iter().map(ShiftFact::from).collect();
    chain.append(tx, cx, &[NewEvent::of(&RotaSet { staff_id, shifts })?]).await?;
    assignment::actions::room(tx, cx, staff_id).await
}

/// Shifts in the order of the week. Some may touch, none may overlap.
fn week(shifts: &[Shift]) -> Result<Vec<Shift>> {
    if shifts.len() > limits::SHIFTS_PER_MEMBER {
        return Err(Error::too_many("shifts", limits::SHIFTS_PER_MEMBER));
    }
    let mut shifts = shifts.to_vec();
    shifts.sort_unstable();
    let is_whole = shifts.iter().all(|shift| {
        (1..=7).contains(&shift.weekday)
            && 0 <= shift.from_minute
            && shift.from_minute < shift.to_minute
            && shift.to_minute <= DAY
    });
    let is_apart = shifts
        .iter()
        .zip(shifts.iter().skip(1))
        .all(|(one, next)| one.weekday != next.weekday || one.to_minute <= next.from_minute);
    if is_whole && is_apart { Ok(shifts) } else { Err(Error::field("shifts", Code::FieldInvalid)) }
}

/// Enters an absence of a member. Signed-in members may enter their own.
///
/// # Errors
/// `no-permission` as [`set_shifts`] for another member; `field-invalid` at `first_day` or `last_day`; `limit-reached`;
/// `not-found`.
pub async fn enter_absence(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    new: &NewAbsence,
) -> Result<AbsenceId> {
    let chain = log::lock(tx, &Stream::Organisation).await?;
    require_may(tx, &cx.viewer, staff_id).await?;
    let member = staff::view::load(tx, staff_id).await?;
    let zone = rota::zone(member.as_ref().map_or("UTC", |member| member.time_zone.as_str()));
    let today = rota::today(&zone, cx.now);
    require_days(new, today)?;
    if view::later(tx, staff_id, today).await? >= limits::ABSENCES_PER_MEMBER {
        return Err(Error::limit_reached(limits::ABSENCES_PER_MEMBER));
    }
    let NewAbsence { first_day, last_day, reason } = *new;
    let absence = Absence { id: cx.id(), first_day, last_day, reason: Some(reason) };
    sql::insert_absence(tx, staff_id, &absence, reason).await?;
    let event = AbsenceEntered {
        staff_id,
        absence_id: absence.id,
        first_day: first_day.to_string(),
        last_day: last_day.to_string(),
    };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(absence.id)
}

fn require_days(new: &NewAbsence, today: Date) -> Result<()> {
    let far = jiff::Span::new().days(limits::ABSENCE_DAYS);
    let (earliest, latest) = (today.saturating_sub(far), today.saturating_add(far));
    if new.first_day < earliest || new.first_day > latest {
        return Err(Error::field("first_day", Code::FieldInvalid));
    }
    // One that is over changes nothing any more.
    if new.last_day < new.first_day || new.last_day < today || new.last_day > latest {
        return Err(Error::field("last_day", Code::FieldInvalid));
    }
    Ok(())
}

/// Takes an absence away: it was entered by mistake, or they are back. Signed-in members may take away their own.
///
/// # Errors
/// `no-permission` as [`enter_absence`]; `not-found`.
pub async fn remove_absence(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    id: AbsenceId,
) -> Result<()> {
    let chain = log::lock(tx, &Stream::Organisation).await?;
    require_may(tx, &cx.viewer, staff_id).await?;
    if !sql::delete_absence(tx, staff_id, id).await? {
        return Err(Error::refused(Code::NotFound));
    }
    let event = AbsenceRemoved { staff_id, absence_id: id };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    assignment::actions::room(tx, cx, staff_id).await
}

async fn require_may(tx: &Tx<'_>, viewer: &Viewer, staff_id: StaffId) -> Result<()> {
    if session::own(viewer).is_ok_and(|(own, _)| own == staff_id) {
        return Ok(());
    }
    viewer.require(Permission::MemberManage)?;
    staff::actions::require_covered(tx, viewer, staff_id).await?;
    Ok(())
}
