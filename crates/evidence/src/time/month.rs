//! Months by their names, in the languages that write one between day and year. English ones may also stand first.

use crate::cursor::Cursor;

/// English names, by their first three letters.
const ENGLISH: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Russian, in the case that stands behind a day, Spanish, Turkish and Arabic.
#[rustfmt::skip]
const OTHERS: [&[&str]; 12] = [
    &["января", "enero", "ocak", "يناير"],
    &["февраля", "febrero", "şubat", "Şubat", "فبراير"],
    &["марта", "marzo", "mart", "مارس"],
    &["апреля", "abril", "nisan", "أبريل", "ابريل", "إبريل"],
    &["мая", "mayo", "mayıs", "مايو"],
    &["июня", "junio", "haziran", "يونيو"],
    &["июля", "julio", "temmuz", "يوليو"],
    &["августа", "agosto", "ağustos", "أغسطس", "اغسطس"],
    &["сентября", "septiembre", "setiembre", "eylül", "سبتمبر"],
    &["октября", "octubre", "ekim", "أكتوبر", "اكتوبر"],
    &["ноября", "noviembre", "kasım", "نوفمبر"],
    &["декабря", "diciembre", "aralık", "ديسمبر"],
];

/// Eats the English name of a month, whole or short.
pub(super) fn english(cursor: &mut Cursor<'_>) -> Option<u32> {
    let name = cursor.eat_any(ENGLISH)?;
    let number = ENGLISH.iter().position(|it| *it == name)?;
    cursor.eat_any(&["uary", "ruary", "ch", "il", "ember", "tember", "ober", "ust", "e", "y", "t"]);
    cursor.eat('.');
    cursor.at_word_end().then(|| u32::try_from(number + 1).ok()).flatten()
}

/// Eats the name of a month behind its day: also "de noviembre", "tháng 11".
pub(super) fn behind_day(cursor: &mut Cursor<'_>) -> Option<u32> {
    let start = *cursor;
    cursor.eat_any(&["of "]);
    if let Some(month) = english(cursor) {
        return Some(month);
    }
    *cursor = start;
    if cursor.eat_any(&["tháng ", "Tháng "]).is_some() {
        return cursor.number(1, 2);
    }
    cursor.eat_any(&["de "]);
    for (names, number) in OTHERS.iter().zip(1..) {
        let mut ahead = *cursor;
        if ahead.eat_any(names).is_some() && ahead.peek().is_none_or(|c| !c.is_alphabetic()) {
            *cursor = ahead;
            return Some(number);
        }
    }
    None
}
