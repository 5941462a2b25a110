use proofdesk_store::{Tx, params};

use super::{Absence, AbsenceReason, Shift};
use crate::error::Result;
use crate::id::{AbsenceId, StaffId};

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    DELETE_SHIFTS,
    INSERT_SHIFT,
    INSERT_ABSENCE,
    DELETE_ABSENCE,
    super::view::ZONE,
    super::view::SHIFTS,
    super::view::ABSENCES,
    super::view::LATER,
    super::view::ZONES,
    super::view::ALL_SHIFTS,
    super::view::ALL_ABSENCES,
];

const DELETE_SHIFTS: &str = "delete from member_shift where staff_id = $1";
const INSERT_SHIFT: &str = "insert into member_shift (staff_id, weekday, from_minute, to_minute) \
    values ($1, $2, $3, $4)";
const INSERT_ABSENCE: &str = "insert into member_absence (id, staff_id, first_day, last_day, reason) \
    values ($1, $2, $3, $4, $5)";
const DELETE_ABSENCE: &str = "delete from member_absence where id = $1 and staff_id = $2";

pub async fn set_shifts(tx: &Tx<'_>, id: StaffId, shifts: &[Shift]) -> Result<()> {
    tx.exec(DELETE_SHIFTS, params![id]).await?;
    for shift in shifts {
        let row = params![id, shift.weekday, shift.from_minute, shift.to_minute];
        tx.exec(INSERT_SHIFT, row).await?;
    }
    Ok(())
}

pub async fn insert_absence(
    tx: &Tx<'_>,
    staff_id: StaffId,
    absence: &Absence,
    reason: AbsenceReason,
) -> Result<()> {
    let (first, last) = (absence.first_day.to_string(), absence.last_day.to_string());
    tx.exec(INSERT_ABSENCE, params![absence.id, staff_id, first, last, reason]).await?;
    Ok(())
}

/// Says whether there was such an absence of theirs.
pub async fn delete_absence(tx: &Tx<'_>, staff_id: StaffId, id: AbsenceId) -> Result<bool> {
    Ok(tx.exec(DELETE_ABSENCE, params![id, staff_id]).await? == 1)
}
