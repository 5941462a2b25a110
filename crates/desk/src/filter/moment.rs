//! Lengths of time and days, and what a comparison with one means as an interval.

use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Comparison;
use crate::time::Timestamp;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// No ticket is older.
const LONGEST: u64 = 100 * 366 * DAY;

/// What a moment is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// So long before now.
    Ago(Duration),
    Day(Day),
    /// From the first day to the last one, both included.
    Days(Day, Day),
    Moment(Timestamp),
}

/// A day on the reader's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Today,
    Yesterday,
    On(Date),
}

/// An interval: the first included, the second not.
pub(super) type Interval = (Option<Timestamp>, Option<Timestamp>);

impl When {
    pub(super) fn length(typed: &str) -> Option<Self> {
        length(typed).map(Self::Ago)
    }

    pub(super) fn read(typed: &str) -> Option<Self> {
        if let Some((first, last)) = typed.split_once("..") {
            return Some(Self::Days(day(first)?, day(last)?));
        }
        if let Some(day) = day(typed) {
            return Some(Self::Day(day));
        }
        let moment = || typed.to_uppercase().parse::<Timestamp>().ok().map(Self::Moment);
        length(typed).map(Self::Ago).or_else(moment)
    }

    /// Whether a calendar is needed to say when it is.
    pub(super) fn is_of_calendar(&self) -> bool {
        matches!(self, Self::Day(_) | Self::Days(..))
    }

    /// Whether this comparison means anything: nothing is exactly two hours old.
    pub(super) fn takes(&self, comparison: Comparison) -> bool {
        match self {
            Self::Ago(_) | Self::Moment(_) => comparison != Comparison::Is,
            Self::Day(_) => true,
            Self::Days(..) => comparison == Comparison::Is,
        }
    }

    /// The moments for which the comparison holds. More than a length ago is earlier; more than a day is later.
    pub(super) fn interval(
        &self,
        comparison: Comparison,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Interval {
        use Comparison::{AtLeast, AtMost, Is, Less, More};
        let (first, after) = match self {
            Self::Ago(length) => {
                let at = now - *length;
                return match comparison {
                    Less | AtMost => (Some(at), None),
                    More | AtLeast | Is => (None, Some(at)),
                };
            }
            Self::Moment(at) => (*at, next(*at)),
            Self::Day(day) => (day.start(0, now, zone), day.start(1, now, zone)),
            Self::Days(first, last) => (first.start(0, now, zone), last.start(1, now, zone)),
        };
        match comparison {
            Is => (Some(first), Some(after)),
            Less => (None, Some(first)),
            AtMost => (None, Some(after)),
            More => (Some(after), None),
            AtLeast => (Some(first), None),
        }
    }
}

fn next(at: Timestamp) -> Timestamp {
    Timestamp::from_micros(at.micros().saturating_add(1))
}

impl Day {
    /// When the day begins that is `later` days after it.
    fn start(self, later: i64, now: Timestamp, zone: &TimeZone) -> Timestamp {
        let today = || {
            let now = jiff::Timestamp::from_microsecond(now.micros());
            now.unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone.clone()).date()
        };
        let (date, days) = match self {
            Self::Today => (today(), later),
            Self::Yesterday => (today(), later - 1),
            Self::On(date) => (date, later),
        };
        let date = date.saturating_add(jiff::Span::new().days(days));
        let start = date.to_zoned(zone.clone()).map(|zoned| zoned.timestamp().as_microsecond());
        Timestamp::from_micros(start.unwrap_or(0))
    }
}

fn day(typed: &str) -> Option<Day> {
    match typed.to_lowercase().as_str() {
        "today" => Some(Day::Today),
        "yesterday" => Some(Day::Yesterday),
        // Only whole dates: `2026-11` is a month, and what a month is compared with is not said.
        date if date.len() == 10 => date.parse().ok().map(Day::On),
        _ => None,
    }
}

/// `90m`, `2h`, `1d12h`, `2w`; `None` for anything else.
fn length(typed: &str) -> Option<Duration> {
    let typed = typed.to_lowercase();
    let mut rest = typed.as_str();
    let mut seconds = 0u64;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let (number, unit) = rest.split_at_checked(digits)?;
        let letters = unit.find(|c: char| c.is_ascii_digit()).unwrap_or(unit.len());
        let (unit, after) = unit.split_at_checked(letters)?;
        let each = match unit {
            "m" | "min" => MINUTE,
            "h" => HOUR,
            "d" => DAY,
            "w" => 7 * DAY,
            _ => return None,
        };
        seconds = seconds.checked_add(number.parse::<u64>().ok()?.checked_mul(each)?)?;
        rest = after;
    }
    (seconds > 0 && seconds <= LONGEST).then(|| Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn lengths_have_units() {
        let minutes = |typed: &str| length(typed).map(|length| length.as_secs() / 60);
        for (typed, expected) in
            [("90m", 90), ("2h", 120), ("1d12h", 36 * 60), ("1W", 7 * 24 * 60), ("30min", 30)]
        {
            assert_eq!(minutes(typed), Some(expected), "{typed}");
        }
        for wrong in ["", "2", "h", "0h", "2y", "-2h", "2.5h", "99999999999999999999h", "9999999w"]
        {
            assert_eq!(minutes(wrong), None, "{wrong}");
        }
    }

    fn shown(typed: &str, comparison: Comparison) -> (String, String) {
        let now: Timestamp = "2026-11-29T03:00:00Z".parse().unwrap();
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let (from, until) = When::read(typed).unwrap().interval(comparison, now, &zone);
        let text = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
        (text(from), text(until))
    }

    #[test]
    fn days_are_those_of_the_readers_zone() {
        use Comparison::{AtLeast, AtMost, Is, Less, More};
        let both = |from: &str, until: &str| (from.to_owned(), until.to_owned());
        let (start, end) = ("2026-11-28T15:00:00Z", "2026-11-29T15:00:00Z");
        for typed in ["today", "2026-11-29"] {
            assert_eq!(shown(typed, Is), both(start, end), "{typed}");
            assert_eq!(shown(typed, More), both(end, ""));
            assert_eq!(shown(typed, AtLeast), both(start, ""));
            assert_eq!(shown(typed, Less), both("", start));
            assert_eq!(shown(typed, AtMost), both("", end));
        }
        assert_eq!(shown("yesterday", Is), both("2026-11-27T15:00:00Z", start));
        assert_eq!(shown("2026-11-28..2026-11-29", Is), both("2026-11-27T15:00:00Z", end));
        // Longer ago than two hours is before.
        assert_eq!(shown("2h", More), both("", "2026-11-29T01:00:00Z"));
        assert_eq!(shown("2h", Less), both("2026-11-29T01:00:00Z", ""));
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for wrong in ["2026", "2026-13-01", "soon", "2026-11-01..", "..", "11/29/2026"] {
            assert_eq!(When::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_ends_of_time_do_not_overflow() {
        let now = Timestamp::from_micros(0);
        for typed in ["9999-12-31", "-009999-01-01", "0001-01-01"] {
            if let Some(when) = When::read(typed) {
                for comparison in [Comparison::Is, Comparison::More] {
                    let _ = when.interval(comparison, now, &TimeZone::UTC);
                }
            }
        }
    }
}
