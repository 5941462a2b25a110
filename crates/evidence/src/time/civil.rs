//! Days of the Gregorian calendar.

/// Whether day and month are certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Certain,
    Ambiguous,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub year: Option<u32>,
    pub month: u32,
    pub of_month: u32,
    pub day: Day,
    /// Two dashes stand in front, where the year is missing.
    pub dashed: bool,
}

impl Date {
    pub fn certain(year: Option<u32>, month: u32, of_month: u32) -> Self {
        Self { year, month, of_month, day: Day::Certain, dashed: false }
    }
}

/// Tells whether there is such a day; without a year, February has 29.
pub(super) fn is_day(date: Date) -> bool {
    let leap = date.year.is_none_or(|it| it % 4 == 0 && (it % 100 != 0 || it % 400 == 0));
    let last = match date.month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=last).contains(&date.of_month)
}

/// Writes seconds since 1970 as ISO 8601 in UTC.
///
/// The calendar repeats every 400 years of 146,097 days; counted from the first of March, the leap day is the last day
/// of a year, and five months always have 153 days.
pub(super) fn utc(seconds: i64) -> String {
    let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // 719,468 days from the first of March of the year 0 to the first of January 1970.
    let since = days + 719_468;
    let (era, of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days() {
        assert_eq!(utc(0), "1970-01-01T00:00:00Z");
        assert_eq!(utc(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(utc(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(utc(4_102_444_800), "2100-01-01T00:00:00Z");
    }
}
