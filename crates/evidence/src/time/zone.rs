//! Offsets from UTC, as numbers and by the names that mean one thing only. CST, IST and BST mean several.

use std::fmt;

use crate::cursor::Cursor;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone<'t> {
    /// In minutes; east is positive.
    Offset(i32),
    /// By its name in IANA's database. What its offset was that day, only who has the database can tell.
    Named(&'t str),
}

/// The areas of the database, and what people write of a zone without one.
const AREAS: &[&str] = &[
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Etc",
    "Europe",
    "Indian",
    "Pacific",
];
/// The longest name has 32 letters.
const LONGEST_NAME: usize = 40;

#[rustfmt::skip]
const NAMES: &[(&str, i32)] = &[
    ("北京时间", 480), ("北京時間", 480), ("日本時間", 540), ("한국시간", 540), ("한국 시간", 540), ("по мск", 180), ("по МСК", 180), ("по Москве", 180), ("по московскому времени", 180), ("東京時間", 540), ("台灣時間", 480), ("香港時間", 480), ("香港时间", 480), ("giờ Việt Nam", 420), ("Türkiye saati", 180), ("мск", 180), ("МСК", 180),
    ("MSK", 180), ("JST", 540), ("KST", 540), ("HKT", 480), ("SGT", 480), ("ICT", 420), ("TRT", 180), ("CEST", 120), ("CET", 60),
    ("EEST", 180), ("EET", 120), ("EST", -300), ("EDT", -240), ("PST", -480), ("PDT", -420),
];

impl<'t> Zone<'t> {
    /// Reads a zone behind a time.
    pub fn behind(cursor: &mut Cursor<'t>) -> Option<Self> {
        let mut ahead = *cursor;
        ahead.spaces(2);
        let bracket = ahead.eat('(') || ahead.eat('[');
        let glued = ahead.at == cursor.at;
        let zone = Self::read(&mut ahead, glued)?;
        if bracket && !(ahead.eat(')') || ahead.eat(']')) {
            return None;
        }
        *cursor = ahead;
        Some(zone)
    }

    /// Finds a zone named directly before: "北京时间 2026-11-02 14:03".
    pub fn before(text: &'t str, start: usize) -> Option<Self> {
        let before = text.get(..start)?;
        let trimmed = before.trim_end_matches([' ', ':', '：', '(']);
        if before.len() - trimmed.len() > 6 {
            return None;
        }
        let (_, minutes) = NAMES.iter().find(|(name, _)| trimmed.ends_with(name))?;
        Some(Self::Offset(*minutes))
    }

    fn read(cursor: &mut Cursor<'t>, glued: bool) -> Option<Self> {
        if let Some(name) = cursor.eat_any(&["UTC", "GMT"]) {
            let before = *cursor;
            cursor.spaces(1);
            let offset = Self::offset(cursor);
            if offset.is_none() {
                *cursor = before;
            }
            let alone = cursor.at_word_end() || name.is_empty();
            return offset.or(alone.then_some(Self::Offset(0)));
        }
        if glued && (cursor.eat('Z') || cursor.eat('z')) {
            return cursor.at_word_end().then_some(Self::Offset(0));
        }
        if let Some((name, minutes)) =
            NAMES.iter().find(|(name, _)| cursor.rest().starts_with(name))
        {
            cursor.at += name.len();
            return cursor.at_word_end().then_some(Self::Offset(*minutes));
        }
        if let Some(name) = named(cursor.rest()) {
            cursor.at += name.len();
            return Some(Self::Named(name));
        }
        let mut ahead = *cursor;
        let offset = Self::offset(&mut ahead).filter(|_| ahead.at - cursor.at > 3)?;
        *cursor = ahead;
        Some(offset)
    }

    /// +8, +08:00, +0800, -5:30.
    fn offset(cursor: &mut Cursor<'t>) -> Option<Self> {
        let sign = match cursor.peek()? {
            '+' => 1,
            '-' | '−' => -1,
            _ => return None,
        };
        cursor.bump();
        let (mut digits, mut count) = (0, 0);
        while count < 4
            && let Some(digit) = cursor.digit()
        {
            digits = digits * 10 + i32::from(digit);
            count += 1;
        }
        let minutes = match count {
            1 | 2 => digits * 60 + minutes_behind(cursor),
            3 | 4 => digits / 100 * 60 + digits % 100,
            _ => return None,
        };
        Some(Self::Offset(sign * minutes))
    }

    /// Offsets reach from -12:00 to +14:00. Whether there is a zone of a name is not known here.
    pub fn exists(self) -> bool {
        match self {
            Self::Offset(minutes) => (-720..=840).contains(&minutes),
            Self::Named(_) => true,
        }
    }
}

fn minutes_behind(cursor: &mut Cursor<'_>) -> i32 {
    let mut ahead = *cursor;
    let minutes = ahead.eat(':').then(|| ahead.number(2, 2)).flatten();
    let Some(minutes) = minutes.and_then(|it| i32::try_from(it).ok()) else { return 0 };
    *cursor = ahead;
    minutes
}

/// Reads the name of a zone: an area and one or two places, `America/Argentina/Ushuaia`.
fn named(text: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
    let end = text.find(|c: char| !plain(c)).unwrap_or(text.len());
    let name = text.get(..end)?.trim_end_matches(['/', '_', '-', '+']);
    let (area, places) = name.split_once('/')?;
    let is_place = |place: &str| place.starts_with(|c: char| c.is_ascii_uppercase());
    let fits = AREAS.contains(&area)
        && name.len() <= LONGEST_NAME
        && places.split('/').count() <= 2
        && places.split('/').all(is_place);
    fits.then_some(name)
}

impl fmt::Display for Zone<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = match self {
            Self::Named(name) => return write!(f, "[{name}]"),
            Self::Offset(0) => return f.write_str("Z"),
            Self::Offset(minutes) => *minutes,
        };
        let sign = if minutes < 0 { '-' } else { '+' };
        let minutes = minutes.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}
