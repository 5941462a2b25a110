//! What the log says of when members work, held against their rows.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::event::{AbsenceEntered, AbsenceRemoved, RotaSet, ShiftFact};
use super::view;
use crate::error::Result;
use crate::id::{AbsenceId, StaffId};
use crate::limits;
use crate::log::Payload as _;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::staff;
use crate::viewer::Viewer;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ABSENCES];

const ABSENCES: &str = "select id, first_day, last_day from member_absence where staff_id = $1";

/// The days of absences, by absence.
type Days = BTreeMap<AbsenceId, (String, String)>;

/// What the events say of all members.
#[derive(Debug, Default)]
pub(crate) struct Told {
    shifts: BTreeMap<StaffId, Vec<ShiftFact>>,
    absences: BTreeMap<StaffId, Days>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        let kinds = [RotaSet::KIND, AbsenceEntered::KIND, AbsenceRemoved::KIND];
        self.blind |= event.payload.is_none() && kinds.contains(&event.kind.as_str());
        if let Some(RotaSet { staff_id, shifts }) = known(event) {
            self.shifts.insert(staff_id, shifts);
        }
        if let Some(AbsenceEntered { staff_id, absence_id, first_day, last_day }) = known(event) {
            self.absences.entry(staff_id).or_default().insert(absence_id, (first_day, last_day));
        }
        if let Some(AbsenceRemoved { staff_id, absence_id }) = known(event) {
            self.absences.entry(staff_id).or_default().remove(&absence_id);
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let (mut differ, mut after) = (Vec::new(), None);
        if self.blind {
            return Ok(differ);
        }
        loop {
            let page = staff::view::list(rx, &Viewer::Operator, after, limits::PAGE_MAX).await?;
            let Some(last) = page.last() else { return Ok(differ) };
            after = Some(last.id);
            for member in page {
                let shifts = view::shifts(rx, member.id).await?;
                let shifts: Vec<ShiftFact> = shifts.into_iter().map(Into::into).collect();
                if shifts != self.shifts.remove(&member.id).unwrap_or_default() {
                    differ.push(Differs::new("member_shift", member.id, "from_minute"));
                }
                let rows: Vec<(AbsenceId, String, String)> =
                    rx.query(ABSENCES, params![member.id]).await?;
                let rows: Days =
                    rows.into_iter().map(|(id, first, last)| (id, (first, last))).collect();
                if rows != self.absences.remove(&member.id).unwrap_or_default() {
                    differ.push(Differs::new("member_absence", member.id, "first_day"));
                }
            }
        }
    }
}
