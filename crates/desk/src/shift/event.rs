//! Frozen payloads.

use serde::{Deserialize, Serialize};

use super::Shift;
use crate::id::{AbsenceId, StaffId};
use crate::payload::payloads;

/// A shift as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftFact {
    pub weekday: i64,
    pub from_minute: i64,
    pub to_minute: i64,
}

payloads! {
    /// All shifts of the member's week, in order.
    RotaSet = "member.rota_set" v 1 { staff_id: StaffId, shifts: Vec<ShiftFact> }

    /// Days are `YYYY-MM-DD`. Why they are absent is not said.
    AbsenceEntered = "member.absence_entered" v 1 {
        staff_id: StaffId, absence_id: AbsenceId, first_day: String, last_day: String,
    }

    AbsenceRemoved = "member.absence_removed" v 1 { staff_id: StaffId, absence_id: AbsenceId }
}

impl From<Shift> for ShiftFact {
    fn from(Shift { weekday, from_minute, to_minute }: Shift) -> Self {
        Self { weekday, from_minute, to_minute }
    }
}
