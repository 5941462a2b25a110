//! Months by their names, in the languages that write one between day and year. English ones may also stand first.

use crate::cursor::Cursor;

/// English names, whole ones first: Jane and Mary are no months.
#[rustfmt::skip]
const ENGLISH: [&[&str]; 12] = [
    &["january", "jan"], &["february", "feb"], &["march", "mar"], &["april", "apr"], &["may"], &["june", "jun"],
    &["july", "jul"], &["august", "aug"], &["september", "sept", "sep"], &["october", "oct"], &["november", "nov"], &["december", "dec"],
];

/// Russian, in the case that stands behind a day, Spanish, Turkish and Arabic. The case of ASCII alone does not matter to
/// whoever looks for them.
#[rustfmt::skip]
const OTHERS: [&[&str]; 12] = [
    &["января", "Января", "enero", "ocak", "يناير"],
    &["февраля", "Февраля", "febrero", "şubat", "Şubat", "فبراير"],
    &["марта", "Марта", "marzo", "mart", "مارس"],
    &["апреля", "Апреля", "abril", "nisan", "أبريل", "ابريل", "إبريل"],
    &["мая", "Мая", "mayo", "mayıs", "مايو"],
    &["июня", "Июня", "junio", "haziran", "يونيو"],
    &["июля", "Июля", "julio", "temmuz", "يوليو"],
    &["августа", "Августа", "agosto", "ağustos", "أغسطس", "اغسطس"],
    &["сентября", "Сентября", "septiembre", "setiembre", "eylül", "سبتمبر"],
    &["октября", "Октября", "octubre", "ekim", "أكتوبر", "اكتوبر"],
    &["ноября", "Ноября", "noviembre", "kasım", "نوفمبر"],
    &["декабря", "Декабря", "diciembre", "aralık", "ديسمبر"],
];

/// Eats the English name of a month, whole or short.
pub(super) fn english(cursor: &mut Cursor<'_>) -> Option<u32> {
    let (_, number) = ENGLISH.iter().zip(1..).find(|(names, _)| cursor.eat_any(names).is_some())?;
    cursor.eat('.');
    cursor.at_word_end().then_some(number)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_months_and_people_are_none() {
        let month = |text: &str| english(&mut Cursor::new(text, 0));
        for (names, number) in ENGLISH.iter().zip(1..) {
            for name in *names {
                assert_eq!(month(name), Some(number), "{name}");
                assert_eq!(month(&format!("{}. 5", name.to_uppercase())), Some(number), "{name}");
            }
        }
        for text in [
            "Jane", "Mary", "Maye", "Augustus", "Marty", "Octo", "Sepp", "Decem", "ma", "", "Märch",
        ] {
            assert_eq!(month(text), None, "{text}");
        }
    }

    #[test]
    fn months_behind_their_day_are_known_in_five_languages() {
        let month = |text: &str| behind_day(&mut Cursor::new(text, 0));
        for (names, number) in OTHERS.iter().zip(1..) {
            for name in *names {
                assert_eq!(month(name), Some(number), "{name}");
                assert_eq!(month(&format!("{name}x")), None, "{name}");
            }
        }
        assert_eq!(month("de Noviembre"), Some(11));
        assert_eq!(month("tháng 11"), Some(11));
        assert_eq!(month("Mart 2026"), Some(3));
    }
}
