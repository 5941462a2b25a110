//! Whether somebody works at a moment, and from when on. All of it is asked by the clock on the member's wall: where clocks are
//! moved, a shift is as long as that clock makes it.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::{Absence, Duty, Shift};
use crate::limits;
use crate::time::Timestamp;

/// A week comes round after seven days; the day on which one begins to look counts twice.
const DAYS: i64 = 8;

/// What one member's work is told by.
pub struct Rota<'a> {
    pub zone: TimeZone,
    pub shifts: &'a [Shift],
    pub absences: &'a [Absence],
}

impl Rota<'_> {
    pub fn duty(&self, now: Timestamp) -> Duty {
        let mut at = instant(now);
        if self.is_on(at) {
            return Duty::On;
        }
        for _ in 0..limits::ROTA_STEPS {
            let Some(next) = self.change_after(at) else { break };
            if self.is_on(next) {
                let until = Some(Timestamp::from_micros(next.as_microsecond()));
                return Duty::Off { until };
            }
            at = next;
        }
        Duty::Off { until: None }
    }

    fn is_on(&self, at: jiff::Timestamp) -> bool {
        let wall = self.zone.to_datetime(at);
        self.absent_to(wall.date()).is_none() && self.works_at(wall)
    }

    fn works_at(&self, wall: DateTime) -> bool {
        let weekday = weekday(wall.date());
        let minute = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
        self.shifts.is_empty()
            || self.shifts.iter().any(|shift| {
                shift.weekday == weekday && (shift.from_minute..shift.to_minute).contains(&minute)
            })
    }

    /// The last day of the absence that a day is in.
    fn absent_to(&self, day: Date) -> Option<Date> {
        let over = self.absences.iter().filter(|one| one.first_day <= day && day <= one.last_day);
        over.map(|one| one.last_day).max()
    }

    /// The first moment after `at` from which somebody who is off may be on: an absence is over, a shift begins, or the clock is
    /// moved into one.
    fn change_after(&self, at: jiff::Timestamp) -> Option<jiff::Timestamp> {
        let day = self.zone.to_datetime(at).date();
        if let Some(last) = self.absent_to(day) {
            let back = last.tomorrow().ok()?.to_zoned(self.zone.clone()).ok()?;
            return Some(back.timestamp());
        }
        let days = (0..=DAYS).map(|later| day.saturating_add(jiff::Span::new().days(later)));
        let starts = days.flat_map(|day| self.starts(day));
        let moved = self.zone.following(at).next().map(|transition| transition.timestamp());
        starts.chain(moved).filter(|start| *start > at).min()
    }

    /// When shifts of a day begin: twice where the clock shows that time twice.
    fn starts(&self, day: Date) -> Vec<jiff::Timestamp> {
        let weekday = weekday(day);
        let of_day = self.shifts.iter().filter(|shift| shift.weekday == weekday);
        let walls = of_day.filter_map(|shift| Some(day.to_datetime(time(shift.from_minute)?)));
        walls
            .flat_map(|wall| {
                let shown = || self.zone.to_ambiguous_timestamp(wall);
                [shown().earlier(), shown().later()]
            })
            .flatten()
            .collect()
    }
}

fn time(minute: i64) -> Option<Time> {
    let hour = i8::try_from(minute.div_euclid(60)).ok()?;
    let minute = i8::try_from(minute.rem_euclid(60)).ok()?;
    Time::new(hour, minute, 0, 0).ok()
}

fn weekday(day: Date) -> i64 {
    i64::from(day.weekday().to_monday_one_offset())
}

/// The day that it is somewhere.
pub fn today(zone: &TimeZone, now: Timestamp) -> Date {
    zone.to_datetime(instant(now)).date()
}

fn instant(at: Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(at.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

/// The zone of a stored name; UTC for one that this version does not know any more.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}
