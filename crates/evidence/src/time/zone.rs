//! Offsets from UTC, as numbers and by the names that mean one thing only. CST, IST and BST mean several.

use std::fmt;

use crate::cursor::Cursor;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Zone {
    /// East is positive.
    minutes: i32,
}

#[rustfmt::skip]
const NAMES: &[(&str, i32)] = &[
    ("北京时间", 480), ("北京時間", 480), ("日本時間", 540), ("한국시간", 540), ("한국 시간", 540), ("по мск", 180), ("мск", 180), ("МСК", 180),
    ("MSK", 180), ("JST", 540), ("KST", 540), ("HKT", 480), ("SGT", 480), ("ICT", 420), ("TRT", 180), ("CEST", 120), ("CET", 60),
    ("EEST", 180), ("EET", 120), ("EST", -300), ("EDT", -240), ("PST", -480), ("PDT", -420),
];

impl Zone {
    /// Reads a zone behind a time.
    pub fn behind(cursor: &mut Cursor<'_>) -> Option<Self> {
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
    pub fn before(text: &str, start: usize) -> Option<Self> {
        let before = text.get(..start)?;
        let trimmed = before.trim_end_matches([' ', ':', '：', '(']);
        if before.len() - trimmed.len() > 6 {
            return None;
        }
        let (_, minutes) = NAMES.iter().find(|(name, _)| trimmed.ends_with(name))?;
        Some(Self { minutes: *minutes })
    }

    fn read(cursor: &mut Cursor<'_>, glued: bool) -> Option<Self> {
        if let Some(name) = cursor.eat_any(&["UTC", "GMT"]) {
            let before = *cursor;
            cursor.spaces(1);
            let offset = Self::offset(cursor);
            if offset.is_none() {
                *cursor = before;
            }
            let alone = cursor.at_word_end() || name.is_empty();
            return offset.or(alone.then_some(Self { minutes: 0 }));
        }
        if glued && (cursor.eat('Z') || cursor.eat('z')) {
            return cursor.at_word_end().then_some(Self { minutes: 0 });
        }
        if let Some((name, minutes)) =
            NAMES.iter().find(|(name, _)| cursor.rest().starts_with(name))
        {
            cursor.at += name.len();
            return cursor.at_word_end().then_some(Self { minutes: *minutes });
        }
        let mut ahead = *cursor;
        let offset = Self::offset(&mut ahead).filter(|_| ahead.at - cursor.at > 3)?;
        *cursor = ahead;
        Some(offset)
    }

    /// +8, +08:00, +0800, -5:30.
    fn offset(cursor: &mut Cursor<'_>) -> Option<Self> {
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
        Some(Self { minutes: sign * minutes })
    }

    /// Offsets reach from -12:00 to +14:00.
    pub fn exists(self) -> bool {
        (-720..=840).contains(&self.minutes)
    }
}

fn minutes_behind(cursor: &mut Cursor<'_>) -> i32 {
    let mut ahead = *cursor;
    let minutes = ahead.eat(':').then(|| ahead.number(2, 2)).flatten();
    let Some(minutes) = minutes.and_then(|it| i32::try_from(it).ok()) else { return 0 };
    *cursor = ahead;
    minutes
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.minutes == 0 {
            return f.write_str("Z");
        }
        let sign = if self.minutes < 0 { '-' } else { '+' };
        let minutes = self.minutes.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}
