//! Days and times as people write them, with the zone when they say it.
//!
//! The value is ISO 8601: `2026-11-02T14:03:05+08:00`, without what was not said: `2026-11-02`, `--11-02T14:03` when the
//! year is missing, `T14:03+08:00` when the day is. A zone by its name stands in brackets behind it (RFC 9557):
//! `2026-11-02T14:05[Europe/Istanbul]`.

mod civil;
mod month;
mod zone;

use crate::cursor::Cursor;
use crate::problem::Problem;
use crate::time::civil::{Date, Day, is_day};
use crate::time::zone::Zone;

/// A time and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    pub start: usize,
    pub end: usize,
    pub value: String,
    pub problem: Option<Problem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Clock {
    hour: u32,
    minute: u32,
    second: Option<u32>,
}

/// Reads a day, a time or both that begin with the digits or the month at this place.
pub(crate) fn at(text: &str, start: usize) -> Option<Dated> {
    let mut cursor = Cursor::new(text, start);
    if cursor.eat('T') {
        return with_clock(text, start, cursor, None);
    }
    let date = date(&mut cursor);
    if date.is_none() {
        cursor.at = start;
    }
    let start = if date.is_some_and(|it| it.dashed) { start - 2 } else { start };
    with_clock(text, start, cursor, date)
}

fn with_clock(
    text: &str,
    start: usize,
    mut cursor: Cursor<'_>,
    date: Option<Date>,
) -> Option<Dated> {
    let day_end = cursor.at;
    let clock = if date.is_some() { behind_day(&mut cursor) } else { clock(&mut cursor) };
    let mut zone = None;
    match clock {
        Some(_) => zone = Zone::behind(&mut cursor).or_else(|| Zone::before(text, start)),
        None => cursor.at = day_end,
    }
    let says_enough = match (date, clock) {
        (Some(date), None) => date.year.is_some(),
        (None, Some(_)) => zone.is_some(),
        (Some(_), Some(_)) => true,
        (None, None) => false,
    };
    if !says_enough || !cursor.at_word_end() {
        return None;
    }
    let problem = problem(date, clock, zone);
    Some(Dated { start, end: cursor.at, value: iso(date, clock, zone), problem })
}

fn problem(date: Option<Date>, clock: Option<Clock>, zone: Option<Zone<'_>>) -> Option<Problem> {
    let no_day = date.is_some_and(|date| !is_day(date));
    let no_time = clock
        .is_some_and(|it| it.hour > 24 || it.minute > 59 || it.second.is_some_and(|it| it > 60));
    let no_zone = zone.is_some_and(|it| !it.exists());
    if no_day || no_time || no_zone {
        return Some(Problem::NoSuchTime);
    }
    date.filter(|date| date.day == Day::Ambiguous).map(|_| Problem::AmbiguousDate)
}

fn iso(date: Option<Date>, clock: Option<Clock>, zone: Option<Zone<'_>>) -> String {
    let mut value = String::new();
    if let Some(date) = date {
        value += &date.year.map_or("-".to_owned(), |year| format!("{year:04}"));
        value += &format!("-{:02}-{:02}", date.month, date.of_month);
    }
    if let Some(clock) = clock {
        value += &format!("T{:02}:{:02}", clock.hour, clock.minute);
        value += &clock.second.map_or(String::new(), |second| format!(":{second:02}"));
    }
    value += &zone.map_or(String::new(), |zone| zone.to_string());
    value
}

/// A day in one of the orders in which it is written.
fn date(cursor: &mut Cursor<'_>) -> Option<Date> {
    let start = *cursor;
    for read in [yearless, iso_date, day_first, east_asian, month_first, day_month_name] {
        *cursor = start;
        if let Some(date) = read(cursor) {
            return Some(date);
        }
    }
    None
}

/// --11-02, as this module writes a day without a year.
fn yearless(cursor: &mut Cursor<'_>) -> Option<Date> {
    cursor.is_behind("--").then_some(())?;
    let month = cursor.number(2, 2)?;
    let day = cursor.eat('-').then(|| cursor.number(2, 2)).flatten()?;
    Some(Date { dashed: true, ..Date::certain(None, month, day) })
}

/// 2026-11-02, 2026/11/2, 2026.11.02.
fn iso_date(cursor: &mut Cursor<'_>) -> Option<Date> {
    let year = cursor.number(4, 4)?;
    let mark = cursor.peek().filter(|c| matches!(c, '-' | '/' | '.'))?;
    cursor.bump();
    let month = cursor.number(1, 2)?;
    if !cursor.eat(mark) {
        return None;
    }
    Some(Date::certain(Some(year), month, cursor.number(1, 2)?))
}

/// 02.11.2026 is the second of November everywhere; 02/11/2026 depends on where one lives.
fn day_first(cursor: &mut Cursor<'_>) -> Option<Date> {
    let first = cursor.number(1, 2)?;
    let mark = cursor.peek().filter(|c| matches!(c, '/' | '.' | '-'))?;
    cursor.bump();
    let second = cursor.number(1, 2)?;
    if !cursor.eat(mark) {
        return None;
    }
    // 0.0.1234 is an account of Hedera or a version, and no broken date.
    if first == 0 && second == 0 {
        return None;
    }
    let year = Some(cursor.number(4, 4)?);
    Some(match (mark, first, second) {
        ('/', 13.., _) | ('.' | '-', ..) => Date::certain(year, second, first),
        (_, _, 13..) => Date::certain(year, first, second),
        _ if first == second => Date::certain(year, first, second),
        _ => Date { day: Day::Ambiguous, ..Date::certain(year, first, second) },
    })
}

/// 2026年11月2日, 11月2日, 2026년 11월 2일.
fn east_asian(cursor: &mut Cursor<'_>) -> Option<Date> {
    let first = cursor.number(1, 4)?;
    let (year, month) = if cursor.eat_any(&["年", "년"]).is_some() {
        cursor.spaces(1);
        (Some(first), cursor.number(1, 2)?)
    } else {
        (None, first)
    };
    cursor.eat_any(&["月", "월"])?;
    cursor.spaces(1);
    let day = cursor.number(1, 2)?;
    cursor.eat_any(&["日", "号", "號", "일"])?;
    Some(Date::certain(year, month, day))
}

/// Nov 2, 2026; November 2nd.
fn month_first(cursor: &mut Cursor<'_>) -> Option<Date> {
    let month = month::english(cursor)?;
    (cursor.spaces(2) > 0).then_some(())?;
    let day = ordinal(cursor)?;
    Some(Date::certain(year_behind(cursor), month, day))
}

/// 2 Nov 2026, 2nd of November, 2 ноября 2026, 2 de noviembre de 2026, 2 Kasım 2026, 2 tháng 11 năm 2026.
fn day_month_name(cursor: &mut Cursor<'_>) -> Option<Date> {
    let day = ordinal(cursor)?;
    (cursor.spaces(2) > 0 || cursor.eat('-')).then_some(())?;
    let month = month::behind_day(cursor)?;
    Some(Date::certain(year_behind(cursor), month, day))
}

fn ordinal(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut day = 0;
    for _ in 0..2 {
        day = day * 10 + cursor.digit().map_or_else(|| 10, u32::from);
        if cursor.peek().is_none_or(|c| !c.is_ascii_digit()) {
            break;
        }
    }
    cursor.eat_any(&["st", "nd", "rd", "th"]);
    (day <= 99 && cursor.at_word_end()).then_some(day)
}

fn year_behind(cursor: &mut Cursor<'_>) -> Option<u32> {
    let start = *cursor;
    if !cursor.eat(',') && !cursor.eat('،') {
        cursor.eat('-');
    }
    cursor.spaces(2);
    cursor.eat_any(&["de ", "del ", "năm "]);
    let year = cursor.number(4, 4).filter(|year| (2000..2100).contains(year));
    if year.is_none() {
        *cursor = start;
        return None;
    }
    let mut ahead = *cursor;
    ahead.spaces(1);
    if ahead.eat_any(&["года", "г."]).is_some() {
        *cursor = ahead;
    }
    year
}

/// A time behind a day: after `T`, spaces, a comma, "at", 下午.
fn behind_day(cursor: &mut Cursor<'_>) -> Option<Clock> {
    if cursor.eat('T') || cursor.eat('t') {
        return clock(cursor);
    }
    if !cursor.eat(',') {
        cursor.eat('،');
    }
    cursor.spaces(2);
    cursor.eat_any(&["at ", "um ", "в ", "a las ", "lúc ", "saat ", "الساعة "]);
    clock(cursor)
}

/// 14:03, 14:03:05.123, 2:03 pm, 下午2点03分, 14시 3분.
fn clock(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let noon =
        cursor.eat_any(&["下午", "晚上", "午後", "오후", "上午", "早上", "凌晨", "午前", "오전"]);
    cursor.spaces(1);
    let hour = cursor.number(1, 2)?;
    let mut clock = if cursor.eat(':') {
        let minute = cursor.number(2, 2)?;
        Clock { hour, minute, second: seconds(cursor) }
    } else {
        spelled(cursor, hour)?
    };
    let later =
        noon.map(|it| matches!(it, "下午" | "晚上" | "午後" | "오후")).or_else(|| half(cursor));
    match later {
        Some(true) if clock.hour < 12 => clock.hour += 12,
        Some(false) if clock.hour == 12 => clock.hour = 0,
        _ => {}
    }
    Some(clock)
}

/// Seconds, and the parts of one, which are read and left out.
fn seconds(cursor: &mut Cursor<'_>) -> Option<u32> {
    let before = *cursor;
    let second = cursor.eat(':').then(|| cursor.number(2, 2)).flatten();
    if second.is_none() {
        *cursor = before;
        return None;
    }
    let mut parts = *cursor;
    if (parts.eat('.') || parts.eat(',')) && parts.number(1, 9).is_some() {
        *cursor = parts;
    }
    second
}

fn spelled(cursor: &mut Cursor<'_>, hour: u32) -> Option<Clock> {
    cursor.eat_any(&["点", "點", "時", "时", "시"])?;
    cursor.spaces(1);
    let after_hour = *cursor;
    if cursor.eat_any(&["半"]).is_some() {
        return Some(Clock { hour, minute: 30, second: None });
    }
    let minute = cursor.number(1, 2).unwrap_or_else(|| {
        *cursor = after_hour;
        0
    });
    cursor.eat_any(&["分钟", "分", "분"]);
    Some(Clock { hour, minute, second: None })
}

fn half(cursor: &mut Cursor<'_>) -> Option<bool> {
    let mut ahead = *cursor;
    ahead.spaces(1);
    let word = ahead.eat_any(&["p.m.", "a.m.", "pm", "am"])?;
    if !ahead.at_word_end() {
        return None;
    }
    *cursor = ahead;
    Some(word.starts_with('p'))
}

/// Reads seconds or milliseconds since 1970 of a number beside a word for time.
pub(crate) fn unix(digits: &str) -> Option<String> {
    let number: i64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        10 => number,
        13 => number / 1_000,
        _ => return None,
    };
    // From the first block on; ten digits end in 2286.
    (seconds >= 1_230_000_000).then(|| civil::utc(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str, Option<Problem>)> {
        let it = at(text, 0)?;
        Some((it.value, text.get(it.end..).unwrap_or_default(), it.problem))
    }

    #[test]
    fn reads_what_people_write() {
        let cases = [
            ("2026-11-02T14:03:05Z", "2026-11-02T14:03:05Z"),
            ("2026-11-02T14:03:05.123+08:00", "2026-11-02T14:03:05+08:00"),
            ("2026-11-02 14:03 UTC+8", "2026-11-02T14:03+08:00"),
            ("2026-11-02 14:03 (UTC+8)", "2026-11-02T14:03+08:00"),
            ("2026/11/2 14:03 GMT-5:30", "2026-11-02T14:03-05:30"),
            ("2026.11.02", "2026-11-02"),
            ("02.11.2026 14:03 MSK", "2026-11-02T14:03+03:00"),
            ("13/11/2026 9:03", "2026-11-13T09:03"),
            ("11月2日 14:03", "--11-02T14:03"),
            ("11月2日下午2点03分", "--11-02T14:03"),
            ("2026年11月2日14:03", "2026-11-02T14:03"),
            ("2026년 11월 2일 오후 2시 3분", "2026-11-02T14:03"),
            ("Nov 2, 2026 14:03 UTC", "2026-11-02T14:03Z"),
            ("November 2nd at 2:03 pm EST", "--11-02T14:03-05:00"),
            ("2 Nov 2026, 14:03", "2026-11-02T14:03"),
            ("14:03 UTC", "T14:03Z"),
            ("２０２６-１１-０２ １４:０３", "2026-11-02T14:03"),
            ("12:03 am JST", "T00:03+09:00"),
            ("2026-11-02 14:05 Europe/Istanbul", "2026-11-02T14:05[Europe/Istanbul]"),
            (
                "2 Nov 2026, 14:05 (America/Argentina/Ushuaia)",
                "2026-11-02T14:05[America/Argentina/Ushuaia]",
            ),
            ("2026-11-02T14:05:06[Asia/Ho_Chi_Minh]", "2026-11-02T14:05:06[Asia/Ho_Chi_Minh]"),
            ("14:05 Etc/GMT+3", "T14:05[Etc/GMT+3]"),
            ("2 ноября 2026 г. в 14:05 мск", "2026-11-02T14:05+03:00"),
            ("2 ноября в 14:05 по Москве", "--11-02T14:05+03:00"),
            ("2 de noviembre de 2026 a las 14:05", "2026-11-02T14:05"),
            ("2 Kasım 2026 saat 14:05", "2026-11-02T14:05"),
            ("5 Mayıs 2026", "2026-05-05"),
            ("3 Mart 2026", "2026-03-03"),
            ("2 tháng 11 năm 2026, 14:05", "2026-11-02T14:05"),
            ("2 نوفمبر 2026، الساعة 14:05", "2026-11-02T14:05"),
        ];
        for (text, value) in cases {
            assert_eq!(read(text), Some((value.to_owned(), "", None)), "{text}");
        }
    }

    #[test]
    fn a_zone_in_brackets_reads_back_as_itself() {
        for text in ["T14:05[Etc/GMT+3]", "--11-02T14:05[Asia/Tokyo]", "T14:05:06[Etc/GMT-14]"] {
            let item = crate::check(crate::Kind::Time, text, &crate::Options::default());
            let item = item.map(|item| (item.value, item.start..item.end, item.valid));
            assert_eq!(item, Some((text.to_owned(), 0..text.len(), true)));
        }
        let broken =
            crate::check(crate::Kind::Time, "T14:05[Etc/GMT+3", &crate::Options::default());
        assert_eq!(broken, None);
    }

    #[test]
    fn a_name_with_a_slash_need_not_be_a_zone() {
        for (text, rest) in [
            ("2026-11-02 14:05 Asia/tokyo", " Asia/tokyo"),
            ("2026-11-02 14:05 BTC/USDT", " BTC/USDT"),
            ("2026-11-02 14:05 Europe/", " Europe/"),
        ] {
            let read = read(text).map(|(value, rest, _)| (value, rest.to_owned()));
            assert_eq!(read, Some(("2026-11-02T14:05".to_owned(), rest.to_owned())), "{text}");
        }
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in [
            "14:03", "11-02", "2026", "1.2.3", "Nov", "5 apples", "2026-11", "99:99", "Mayor 5",
            "0.0.1234", "5 мая", "2 mayor",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn tells_what_is_doubtful() {
        let problem = |text| read(text).and_then(|(.., problem)| problem);
        assert_eq!(problem("02/11/2026"), Some(Problem::AmbiguousDate));
        assert_eq!(problem("2026-02-30"), Some(Problem::NoSuchTime));
        assert_eq!(problem("2026-11-02 25:61"), Some(Problem::NoSuchTime));
        assert_eq!(problem("2028-02-29"), None);
    }

    #[test]
    fn reads_unix_time() {
        assert_eq!(unix("1700000000").as_deref(), Some("2023-11-14T22:13:20Z"));
        assert_eq!(unix("1700000000123").as_deref(), Some("2023-11-14T22:13:20Z"));
        for other in ["170000000", "17000000001", "0000000001", "x"] {
            assert_eq!(unix(other), None);
        }
    }
}
