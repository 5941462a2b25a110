use fluent_bundle::FluentArgs;
use icu_calendar::Gregorian;
use icu_datetime::input::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

use crate::format::NBSP;
use crate::{Locale, Messages};

/// The zone in which a reader is shown times, by its IANA name.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Coordinated universal time: the zone of chain facts, and of readers whose own is unknown.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// The zone of an IANA name such as `Asia/Hong_Kong`. `None` when there is no such zone.
    pub fn parse(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(Self)
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }
}

const MINUTE_US: i64 = 60_000_000;
const HOUR_US: i64 = 60 * MINUTE_US;
const DAY_US: i64 = 24 * HOUR_US;

impl Locale {
    /// Writes a moment (microseconds since 1970, UTC) as date, time and offset in a zone:
    /// `12 May 2026, 14:02 UTC+2`.
    pub fn date_time(self, at_us: i64, zone: &Zone) -> String {
        let (input, offset) = civil(at_us, zone);
        format!("{}{NBSP}{}", self.formats().date_time.format(&input), offset_name(offset))
    }

    /// Writes a moment as a date in a zone: `12 May 2026`.
    pub fn date(self, at_us: i64, zone: &Zone) -> String {
        self.formats().date.format(&civil(at_us, zone).0.date).to_string()
    }

    /// Writes a moment as time and offset in a zone: `14:02 UTC+2`.
    pub fn time(self, at_us: i64, zone: &Zone) -> String {
        let (input, offset) = civil(at_us, zone);
        format!("{}{NBSP}{}", self.formats().time.format(&input.time), offset_name(offset))
    }
}

/// Writes a moment (microseconds since 1970, UTC) for machines: RFC 3339 with `Z`.
pub fn rfc3339(at_us: i64) -> String {
    jiff::Timestamp::from_microsecond(at_us).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

impl Messages {
    /// Says how long ago a moment was: `5 min ago`. Whatever lies ahead is "just now": two clocks
    /// differ by a little, and nothing that has an age happened in the future.
    pub fn age(&self, locale: Locale, at_us: i64, now_us: i64) -> String {
        let age_us = now_us.saturating_sub(at_us);
        let (key, count) = if age_us < MINUTE_US {
            return self.t(locale, "age-now", None);
        } else if age_us < HOUR_US {
            ("age-minutes", age_us / MINUTE_US)
        } else if age_us < DAY_US {
            ("age-hours", age_us / HOUR_US)
        } else {
            ("age-days", age_us / DAY_US)
        };
        let mut args = FluentArgs::new();
        args.set("count", count);
        self.t(locale, key, Some(&args))
    }
}

/// The civil time in the zone. A moment outside the calendar's years is shown as 1970.
fn civil(at_us: i64, zone: &Zone) -> (DateTime<Gregorian>, Offset) {
    let moment = jiff::Timestamp::from_microsecond(at_us).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let zoned = moment.to_zoned(zone.0.clone());
    let unsigned = |part: i8| u8::try_from(part).unwrap_or(0);
    let date = Date::try_new_gregorian(
        i32::from(zoned.year()),
        unsigned(zoned.month()),
        unsigned(zoned.day()),
    );
    let time = Time::try_new(
        unsigned(zoned.hour()),
        unsigned(zoned.minute()),
        unsigned(zoned.second()),
        0,
    );
    #[expect(clippy::expect_used, reason = "jiff hands out proleptic Gregorian dates only")]
    let input = DateTime {
        date: date.expect("invariant: a date of jiff is a Gregorian date"),
        time: time.expect("invariant: a time of jiff is a time of day"),
    };
    (input, zoned.offset())
}

/// `UTC`, `UTC+2`, `UTC+5:30`.
fn offset_name(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    /// 2026-05-12T14:02:11Z
    const AT_US: i64 = 1_778_594_531_000_000;

    #[test]
    fn ten_languages_write_one_moment() {
        let zone = Zone::parse("Asia/Hong_Kong").unwrap();
        let written = Locale::ALL.map(|locale| locale.date_time(AT_US, &zone).replace(NBSP, " "));
        let expected = [
            "12 May 2026, 22:02 UTC+8",
            "2026年5月12日 22:02 UTC+8",
            "2026年5月12日 22:02 UTC+8",
            "2026年5月12日 22:02 UTC+8",
            "2026년 5월 12일 22:02 UTC+8",
            "12 мая 2026\u{202f}г., 22:02 UTC+8",
            "12 may 2026, 22:02 UTC+8",
            "12 May 2026 22:02 UTC+8",
            "22:02 12 thg 5, 2026 UTC+8",
            "12 مايو 2026 في 22:02 UTC+8",
        ];
        assert_eq!(written, expected);
    }

    #[test]
    fn the_offset_is_the_one_of_that_day() {
        for (zone, expected) in [
            ("UTC", "14:02 UTC"),
            ("Europe/Madrid", "16:02 UTC+2"),
            ("Asia/Kolkata", "19:32 UTC+5:30"),
            ("America/St_Johns", "11:32 UTC−2:30"),
        ] {
            let zone = Zone::parse(zone).unwrap();
            assert_eq!(Locale::En.time(AT_US, &zone).replace(NBSP, " "), expected);
        }
        let winter = AT_US - 150 * DAY_US;
        let madrid = Zone::parse("Europe/Madrid").unwrap();
        assert!(Locale::En.time(winter, &madrid).ends_with("UTC+1"));
        assert_eq!(madrid.name(), "Europe/Madrid");
        assert!(Zone::parse("Mars/Olympus").is_none());
    }

    #[test]
    fn a_day_begins_at_the_readers_midnight() {
        let tokyo = Zone::parse("Asia/Tokyo").unwrap();
        let late = AT_US + 2 * HOUR_US;
        assert_eq!(Locale::En.date(late, &Zone::UTC), "12 May 2026");
        assert_eq!(Locale::En.date(late, &tokyo), "13 May 2026");
    }

    #[test]
    fn ages() {
        let age = |us| Messages::embedded().age(Locale::En, AT_US - us, AT_US);
        let plain = |us| age(us).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(age(-HOUR_US), "just now");
        assert_eq!(age(MINUTE_US - 1), "just now");
        assert_eq!(plain(MINUTE_US), "1 min ago");
        assert_eq!(plain(HOUR_US - 1), "59 min ago");
        assert_eq!(plain(DAY_US - 1), "23 h ago");
        assert_eq!(plain(DAY_US), "1 day ago");
        assert_eq!(plain(40 * DAY_US), "40 days ago");
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        for at_us in [i64::MIN, -1, 0, i64::MAX] {
            for locale in Locale::ALL {
                assert!(!locale.date_time(at_us, &Zone::UTC).is_empty());
                assert!(!Messages::embedded().age(locale, at_us, AT_US).is_empty());
            }
        }
    }
}
