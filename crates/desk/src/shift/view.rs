//! Reading when members work.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofdesk_store::{Error as StoreError, FromRow, Row, Rx, params};

use super::rota::{self, Rota};
use super::{Absence, AbsenceReason, Duty, Hours, Shift};
use crate::error::{OrNotFound as _, Result};
use crate::id::{AbsenceId, StaffId};
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

pub(super) const ZONE: &str = "select time_zone from staff where id = $1";
pub(super) const SHIFTS: &str = "select weekday, from_minute, to_minute from member_shift \
    where staff_id = $1 order by weekday, from_minute";
pub(super) const ABSENCES: &str = "select id, first_day, last_day, reason from member_absence \
    where staff_id = $1 and last_day >= $2 order by first_day, id";
pub(super) const LATER: &str =
    "select count(*) from member_absence where staff_id = $1 and last_day >= $2";
pub(super) const ZONES: &str =
    "select id, time_zone from staff where state <> 'disabled' order by id limit 5000";
pub(super) const ALL_SHIFTS: &str = "select staff_id, weekday, from_minute, to_minute from member_shift \
    order by staff_id, weekday, from_minute";
pub(super) const ALL_ABSENCES: &str = "select id, first_day, last_day, reason, staff_id from member_absence \
    where last_day >= $1 order by first_day, id";

impl FromRow for Shift {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { weekday: row.next()?, from_minute: row.next()?, to_minute: row.next()? })
    }
}

impl FromRow for Absence {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next::<AbsenceId>()?,
            first_day: day(&row.next::<String>()?)?,
            last_day: day(&row.next::<String>()?)?,
            reason: Some(row.next::<AbsenceReason>()?),
        })
    }
}

/// An absence and whose it is.
struct Theirs(Absence, StaffId);

impl FromRow for Theirs {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self(Absence::from_row(row)?, row.next()?))
    }
}

fn day(text: &str) -> proofdesk_store::Result<Date> {
    text.parse().map_err(|_no_day| StoreError::Decode("a text that is no day".to_owned()))
}

/// When a member works. Everybody may ask of themself; why somebody is absent is told to them and to whoever manages members.
///
/// # Errors
/// `no-permission` without `member.read`; `not-found`.
pub async fn of(rx: &Rx<'_>, viewer: &Viewer, id: StaffId, now: Timestamp) -> Result<Hours> {
    if !is_self(viewer, id) {
        viewer.require(Permission::MemberRead)?;
    }
    let hours = load(rx, id, now).await?.or_not_found()?;
    Ok(told(viewer, hours))
}

/// When all members work who were not disabled, in the order of their joining.
///
/// # Errors
/// `no-permission` without `member.read`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer, now: Timestamp) -> Result<Vec<Hours>> {
    viewer.require(Permission::MemberRead)?;
    let all = all(rx, now).await?;
    Ok(all.into_iter().map(|hours| told(viewer, hours)).collect())
}

/// Who is off shift just now, and until when.
///
/// # Errors
/// `staff-only`.
pub async fn off(
    rx: &Rx<'_>,
    viewer: &Viewer,
    now: Timestamp,
) -> Result<BTreeMap<StaffId, Option<Timestamp>>> {
    viewer.staff()?;
    let off = all(rx, now).await?.into_iter().filter_map(|hours| match hours.duty {
        Duty::On => None,
        Duty::Off { until } => Some((hours.staff_id, until)),
    });
    Ok(off.collect())
}

/// Whether a member works just now: whoever has no shifts does whenever they are not absent.
pub(crate) async fn is_on(rx: &Rx<'_>, id: StaffId, now: Timestamp) -> Result<bool> {
    Ok(load(rx, id, now).await?.is_some_and(|hours| hours.duty == Duty::On))
}

pub(super) async fn shifts(rx: &Rx<'_>, id: StaffId) -> Result<Vec<Shift>> {
    Ok(rx.query(SHIFTS, params![id]).await?)
}

/// How many absences of a member end on a day or later.
pub(super) async fn later(rx: &Rx<'_>, id: StaffId, day: Date) -> Result<i64> {
    Ok(rx.query_one::<(i64,)>(LATER, params![id, day.to_string()]).await?.0)
}

fn is_self(viewer: &Viewer, id: StaffId) -> bool {
    matches!(viewer, Viewer::Staff(me) if me.staff_id == id)
}

async fn load(rx: &Rx<'_>, id: StaffId, now: Timestamp) -> Result<Option<Hours>> {
    let Some((zone,)) = rx.query_opt::<(String,)>(ZONE, params![id]).await? else {
        return Ok(None);
    };
    let shifts = shifts(rx, id).await?;
    let today = rota::today(&rota::zone(&zone), now).to_string();
    let absences = rx.query(ABSENCES, params![id, today]).await?;
    Ok(Some(hours(id, zone, shifts, absences, now)))
}

async fn all(rx: &Rx<'_>, now: Timestamp) -> Result<Vec<Hours>> {
    let zones: Vec<(StaffId, String)> = rx.query(ZONES, &[]).await?;
    let mut shifts: BTreeMap<StaffId, Vec<Shift>> = BTreeMap::new();
    for (id, weekday, from_minute, to_minute) in
        rx.query::<(StaffId, i64, i64, i64)>(ALL_SHIFTS, &[]).await?
    {
        let shift = Shift { weekday, from_minute, to_minute };
        shifts.entry(id).or_default().push(shift);
    }
    let mut absences: BTreeMap<StaffId, Vec<Absence>> = BTreeMap::new();
    // Somewhere it is still yesterday; what is over where the member is falls away below.
    let yesterday = rota::today(&jiff::tz::TimeZone::UTC, now).yesterday();
    let yesterday = yesterday.unwrap_or(Date::ZERO).to_string();
    for Theirs(absence, id) in rx.query::<Theirs>(ALL_ABSENCES, params![yesterday]).await? {
        absences.entry(id).or_default().push(absence);
    }
    let all = zones.into_iter().map(|(id, zone)| {
        let today = rota::today(&rota::zone(&zone), now);
        let mut theirs = absences.remove(&id).unwrap_or_default();
        theirs.retain(|absence| absence.last_day >= today);
        hours(id, zone, shifts.remove(&id).unwrap_or_default(), theirs, now)
    });
    Ok(all.collect())
}

fn hours(
    staff_id: StaffId,
    time_zone: String,
    shifts: Vec<Shift>,
    absences: Vec<Absence>,
    now: Timestamp,
) -> Hours {
    let zone = rota::zone(&time_zone);
    let duty = Rota { zone, shifts: &shifts, absences: &absences }.duty(now);
    Hours { staff_id, time_zone, shifts, absences, duty }
}

fn told(viewer: &Viewer, mut hours: Hours) -> Hours {
    if !is_self(viewer, hours.staff_id) && viewer.require(Permission::MemberManage).is_err() {
        hours.absences.iter_mut().for_each(|absence| absence.reason = None);
    }
    hours
}
