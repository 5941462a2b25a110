//! One-time codes: six to eight digits that the words beside them call a code.
//!
//! Most numbers of that length in a support desk are amounts, dates, heights and ids, so the nearest word decides, and
//! what has a unit, a decimal mark or the form of a date beside it stays.

use std::ops::Range;

use crate::kinds::{Kind, Span};
use crate::labels::{Label, Says};
use crate::script;
use crate::shape::is_unit;
use crate::text::Text;

const LENGTHS: std::ops::RangeInclusive<usize> = 6..=8;
/// How far before the digits a word for a code counts, in bytes without the codes in between.
const REACH_BEFORE: usize = 72;
const REACH_AFTER: usize = 40;
/// How near a word for another number has to stand to protect the digits.
const REACH_OF_NUMBER: usize = 36;
/// What the end of a sentence between word and digits costs of the reach.
const COST_OF_SENTENCE: usize = 40;
const LONGEST_PHONE: usize = 16;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    if !text.labels().iter().any(|label| is_code(label.says)) {
        return;
    }
    let mut rest = text.survey.digits.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let (range, used) = joined(text, first, others);
        rest = others.get(used..).unwrap_or_default();
        let digits = text.get(range.start, range.end);
        let count = digits.chars().filter(|c| script::digit(*c).is_some()).count();
        if LENGTHS.contains(&count) && !is_other_number(text, &range) && is_named(text, &range) {
            spans.push(Span::new(Kind::OneTimeCode, range, false));
        }
    }
}

/// Joins "123 456" and "123-456"; gives how many tokens were used besides the first.
fn joined(text: &Text<'_>, first: &Range<usize>, others: &[Range<usize>]) -> (Range<usize>, usize) {
    let is_half = |range: &Range<usize>| range.len() == 3;
    if let Some(second) = others.first()
        && is_half(first)
        && is_half(second)
        && matches!(text.get(first.end, second.start), " " | "-" | "\u{A0}")
        && others.get(1).is_none_or(|third| third.start > second.end + 1)
    {
        return (first.start..second.end, 1);
    }
    (first.clone(), 0)
}

fn is_code(says: Says) -> bool {
    matches!(says, Says::Code | Says::Otp)
}

/// Tells whether the digits are a part of something longer, an amount, a date or a reference.
fn is_other_number(text: &Text<'_>, range: &Range<usize>) -> bool {
    let before = text.before(range.start);
    let after = text.after(range.end);
    let last = before.chars().next_back();
    let is_part = last
        .is_some_and(|c| c.is_alphanumeric() && c.is_ascii() || "$€£¥₽₺₫₩#_/.@+".contains(c))
        || (last.is_some_and(|c| matches!(c, ',' | '-' | ':')) && ends_with_digit(before));
    let decimal = after.starts_with(['.', ',', ':', '/', '-', '_', '@'])
        && after.chars().nth(1).is_some_and(|c| c.is_alphanumeric());
    is_part
        || decimal
        || is_phone(before)
        || has_unit(after)
        || is_date(text.get(range.start, range.end))
}

fn ends_with_digit(before: &str) -> bool {
    before.chars().rev().nth(1).is_some_and(|c| script::digit(c).is_some())
}

/// Tells whether a unit follows: a ticker, a currency, what is counted.
fn has_unit(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\u{A0}']);
    let word: String =
        after.chars().take_while(|c| c.is_alphabetic()).take(14).collect::<String>().to_lowercase();
    is_unit(&word)
        || after
            .starts_with(['%', '$', '€', '₽', '₺', '₫', '₩', '元', '円', '원', '个', '枚', '万'])
}

/// Tells whether the digits are the end of a telephone number: +65 151 3085177.
fn is_phone(before: &str) -> bool {
    let is_of_phone =
        |c: char| script::digit(c).is_some() || matches!(c, ' ' | '-' | '(' | ')' | '\u{A0}');
    let mut has_digits = false;
    let mut tail = before.chars().rev().take(LONGEST_PHONE);
    let begins = tail.find(|c| {
        has_digits |= script::digit(*c).is_some();
        !is_of_phone(*c)
    });
    begins == Some('+') && has_digits
}

/// Tells whether eight digits are a date: 20240131.
fn is_date(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    digits.len() == 8
        && matches!(part(0..4), Some(1990..=2099))
        && matches!(part(4..6), Some(1..=12))
        && matches!(part(6..8), Some(1..=31))
}

fn is_named(text: &Text<'_>, range: &Range<usize>) -> bool {
    said_before(text, range.start).unwrap_or_else(|| said_after(text, range.end))
}

fn said_before(text: &Text<'_>, at: usize) -> Option<bool> {
    for label in text.labels_before(at).iter().rev() {
        let distance = text.distance(label.end, at);
        if distance > REACH_BEFORE {
            return None;
        }
        let from = label.end.max(text.boundary(at.saturating_sub(2 * REACH_BEFORE)));
        let distance = distance + cost_between(text.get(from, at));
        match label.says {
            Says::Code | Says::Otp if distance <= REACH_BEFORE => return Some(true),
            Says::Number
            | Says::Error
            | Says::Other
            | Says::ApiKey
            | Says::Password
            | Says::Card
                if distance <= REACH_OF_NUMBER =>
            {
                return Some(false);
            }
            _ => {}
        }
    }
    None
}

fn cost_between(between: &str) -> usize {
    let is_end = between.contains(". ")
        || between.contains("? ")
        || between.contains("! ")
        || between.contains(['。', '？', '！', '؟'])
        || between.contains("\n\n");
    if is_end { COST_OF_SENTENCE } else { 0 }
}

fn said_after(text: &Text<'_>, end: usize) -> bool {
    let decides =
        |label: &&Label| is_code(label.says) || matches!(label.says, Says::Number | Says::Other);
    let near = text.labels_after(end).iter().take_while(|label| label.start - end <= REACH_AFTER);
    let Some(label) = { near }.find(decides) else { return false };
    let between = text.get(end, label.start);
    let only_marks = !between.contains(char::is_alphanumeric);
    let is_linked = cost_between(between) == 0 && !between.contains(['\n', ',', '，', '、', ';']);
    is_code(label.says) && (only_marks || is_linked)
}

#[cfg(test)]
mod tests {
    use crate::scan;

    #[test]
    fn finds_codes_beside_words_for_them() {
        for code in ["482913", "04829137", "482 913", "482-913"] {
            for text in [
                "my code is § but it says invalid",
                "2FA: §",
                "Google code § not accepted",
                "§ is the verification code I got",
                "验证码§不对",
                "我收到的验证码是 §",
                "認証コードは§です",
                "인증번호 § 입력했는데 안돼요",
                "код из смс § не подходит",
                "el código es §",
                "doğrulama kodu: §",
                "mã xác minh § không đúng",
                "رمز التحقق هو §",
            ] {
                assert_eq!(
                    scan(&text.replace('§', code)).masked,
                    text.replace('§', "⟦one-time-code⟧"),
                    "{code}"
                );
            }
        }
        assert_eq!(scan("رمز التحقق ٤٨٢٩١٣").masked, "رمز التحقق ⟦one-time-code⟧");
        assert_eq!(
            scan("backup codes: 48291304 48291305\n48291306").masked,
            "backup codes: ⟦one-time-code⟧ ⟦one-time-code⟧\n⟦one-time-code⟧"
        );
    }

    #[test]
    fn leaves_amounts_dates_heights_and_ids() {
        for text in [
            "no code came. My UID is 48291304",
            "error code 482913",
            "the code never arrives, ticket #482913",
            "I entered the code and sent 500000 USDT",
            "verification code missing since 20240131",
            "block 840000",
            "order 48291304 has no code",
            "验证码收不到，UID 48291304",
            "错误代码：482913",
            "код ошибки 482913",
            "código postal 280013",
            "hata kodu 482913",
            "mã lỗi 482913",
            "رمز الخطأ 482913",
            "オーダー番号 482913",
            "code: 1.482913",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
