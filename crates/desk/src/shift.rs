//! When members work: a week of shifts by their own clock, and days on which they are absent. Whoever is off shift is given no
//! tickets; what they do by hand is their own affair. docs/assignment.md is what members need to know of it.

pub mod actions;
pub mod event;
mod rota;
mod sql;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub mod view;

pub use jiff::civil::Date;

use crate::id::{AbsenceId, StaffId};
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

words! {
    /// Why somebody is absent. The log does not tell it: whether somebody was sick is no history of the desk's.
    pub enum AbsenceReason {
        Holiday = "holiday",
        Sick = "sick",
        Other = "other",
    }
}

/// A part of a day of the week on which a member works, in minutes since midnight by their own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shift {
    /// From 1 for Monday to 7 for Sunday.
    pub weekday: i64,
    pub from_minute: i64,
    /// Not a part of it; 1440 is midnight.
    pub to_minute: i64,
}

/// Days of the member's own calendar on which they do not work, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    pub id: AbsenceId,
    pub first_day: Date,
    pub last_day: Date,
    /// `None` for who may not know it.
    pub reason: Option<AbsenceReason>,
}

/// Whether a member works just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    On,
    /// `None` when they are not on shift again for as long as one looks.
    Off {
        until: Option<Timestamp>,
    },
}

/// When a member works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    pub staff_id: StaffId,
    /// Whose clock and calendar it is by.
    pub time_zone: String,
    /// In the order of the week; none for who works at all hours.
    pub shifts: Vec<Shift>,
    /// Those that are not over, the earliest first.
    pub absences: Vec<Absence>,
    pub duty: Duty,
}
