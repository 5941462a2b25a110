//! One-time codes: six to eight digits that the words beside them call a code.
//!
//! Most numbers of that length in a support desk are amounts, dates, heights and ids, so the nearest word decides, and
//! what has a unit, a decimal mark or the form of a date beside it stays.

use std::ops::Range;

use crate::kinds::{Kind, Span};
use crate::labels::{Label, Says};
use crate::mask;
use crate::script;
use crate::shape::is_unit;
use crate::text::Text;

const LENGTHS: std::ops::RangeInclusive<usize> = 6..=8;
/// How far before the digits a word for a code counts, in bytes without the codes in between.
const REACH_BEFORE: usize = 72;
const REACH_AFTER: usize = 40;
/// How near the word stands to a code with a dot in it.
const REACH_OF_DOTTED: usize = 40;
/// How near a word for another number has to stand to protect the digits.
const REACH_OF_NUMBER: usize = 36;
/// What the end of a sentence between word and digits costs of the reach.
const COST_OF_SENTENCE: usize = 40;
const LONGEST_PHONE: usize = 16;
/// Between "fails" and "code".
const LONGEST_WITH: usize = 24;
/// Codes are written in halves of so many digits.
const SHORTEST_HALF: usize = 3;
/// A code ends in so many zeros once in ten thousand times; sums of money mostly.
const ROUND: &str = "0000";

/// Words between the codes of a list.
#[rustfmt::skip]
const JOINS: &[&str] = &[
    "and", "or", "then", "also", "new", "next", "now", "second", "again", "later", "another", "one", "nd", "rd", "th", "after", "that",
    "y", "o", "luego", "después", "otro", "и", "или", "потом", "затем", "ещё", "еще", "новый", "ve", "veya", "sonra", "yeni", "và", "hoặc", "rồi",
    "mới", "و", "أو", "ثم", "和", "或", "然后", "然後", "再", "と", "次に", "그리고", "다음", "g", "code", "n",
];

/// How a clause begins that says of the number before it what it is: "got 123456, this code …".
#[rustfmt::skip]
const THIS: &[&str] = &[
    "this", "that", "with this", "with that", "这个", "這個", "这组", "這組", "用这", "用這", "この", "その", "이 ", "그 ", "этот", "этим", "ese", "este",
    "con ese", "con este", "bu ", "şu ", "này", "mã này", "dùng mã", "هذا", "بهذا",
];

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    if !text.labels().iter().any(|label| is_code(label.says) || label.says == Says::Verify) {
        return;
    }
    find_pairs(text, spans);
    find_spelled(text, spans);
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

/// Finds codes in three pairs, "12 34 56", in reach of a word for one.
fn find_pairs(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut seen = 0;
    for label in text.labels().iter().filter(|label| is_code(label.says)) {
        let from = text.boundary(label.start.saturating_sub(REACH_AFTER)).max(seen);
        let to = text.boundary(label.end + REACH_BEFORE);
        let window = text.get(from, to);
        for (at, _) in window.match_indices(' ') {
            let Some(range) = pairs_around(text, from + at) else { continue };
            if range.start >= seen && !is_other_number(text, &range) && is_named(text, &range) {
                seen = range.end;
                spans.push(Span::new(Kind::OneTimeCode, range, false));
            }
        }
        seen = seen.max(from);
    }
}

/// Finds codes of which every digit stands by itself, "4 8 2 9 1 3", as they are read out, in reach of a word for one.
fn find_spelled(text: &Text<'_>, spans: &mut Vec<Span>) {
    let is_digit = |c: char| script::digit(c).is_some();
    let mut at = 0;
    for label in text.labels().iter().filter(|label| is_code(label.says)) {
        at = text.boundary(label.start.saturating_sub(REACH_AFTER)).max(at);
        let to = text.boundary(label.end + REACH_BEFORE);
        while let Some(next) = text.get(at, to).find(is_digit) {
            let start = at + next;
            let before = text.before(start);
            let (length, count) = row(text.after(start));
            at = start + length;
            let is_part = before.ends_with(|c: char| c.is_ascii_alphanumeric() || is_digit(c))
                || before.ends_with([' ', '-']) && ends_with_digit(before);
            let range = start..at;
            if LENGTHS.contains(&count)
                && !is_part
                && !is_numbering(text.get(start, at))
                && !is_other_number(text, &range)
                && is_named(text, &range)
            {
                spans.push(Span::new(Kind::OneTimeCode, range, false));
            }
        }
    }
}

/// Measures a row of single digits with one space or hyphen between each two, and counts them; none when it ends in a number.
fn row(after: &str) -> (usize, usize) {
    let is_digit = |c: char| script::digit(c).is_some();
    let (mut length, mut count, mut mark) = (0, 0, None);
    let mut chars = after.chars();
    while let Some(digit) = chars.next().filter(|c| is_digit(*c)) {
        length += digit.len_utf8();
        count += 1;
        let next = chars.next();
        let goes_on = matches!(next, Some(' ' | '-'))
            && (count == 1 || next == mark)
            && chars.clone().next().is_some_and(is_digit);
        if !goes_on {
            let is_number = next.is_some_and(is_digit);
            return (length, if is_number { 0 } else { count });
        }
        mark = next;
        length += 1;
    }
    (length, count)
}

/// Tells whether the digits count: "1 2 3 4 5 6" are steps, and no code.
fn is_numbering(row: &str) -> bool {
    (1..).zip(row.chars().filter_map(script::digit)).all(|(place, digit): (u8, u8)| place == digit)
}

/// Gives where three pairs of digits stand of which the first ends at a space; no part of a longer row.
fn pairs_around(text: &Text<'_>, space: usize) -> Option<Range<usize>> {
    let is_digit = |c: char| script::digit(c).is_some();
    let row = |c: &char| is_digit(*c) || *c == ' ';
    let before: Vec<char> = text.before(space).chars().rev().take(4).take_while(row).collect();
    let after: Vec<char> = text.after(space).chars().take(8).take_while(row).collect();
    let digits = |row: &[char], at: usize| row.get(at).copied().is_some_and(is_digit);
    let pair =
        digits(&before, 0) && digits(&before, 1) && !digits(&before, 2) && !digits(&before, 3);
    let others = [1, 2, 4, 5].into_iter().all(|at| digits(&after, at))
        && [0, 3].into_iter().all(|at| after.get(at) == Some(&' '))
        && !digits(&after, 6)
        && !digits(&after, 7);
    let start = space - before.iter().take(2).map(|c| c.len_utf8()).sum::<usize>();
    let end = space + after.iter().take(6).map(|c| c.len_utf8()).sum::<usize>();
    (pair && others).then_some(start..end)
}

/// Joins "123 456" and "123-456", and "123.456" where a word for a code stands close; gives how many tokens were used
/// besides the first.
fn joined(text: &Text<'_>, first: &Range<usize>, others: &[Range<usize>]) -> (Range<usize>, usize) {
    let is_half = |range: &Range<usize>| text.get(range.start, range.end).chars().count() == 3;
    if let Some(second) = others.first()
        && is_half(first)
        && is_half(second)
        && match text.get(first.end, second.start) {
            " " | "-" | "\u{A0}" => true,
            "." => is_close(text, first.start, second.end),
            _ => false,
        }
        && others.get(1).is_none_or(|third| third.start > second.end + 1)
    {
        return (first.start..second.end, 1);
    }
    (first.clone(), 0)
}

/// Tells whether a word for a code stands so close that a number with a dot is no sum: with no other number between.
fn is_close(text: &Text<'_>, start: usize, end: usize) -> bool {
    let before = text.labels_before(start).last();
    let is_before = before.is_some_and(|label| {
        is_code(label.says)
            && start - label.end <= REACH_OF_DOTTED
            && !text.get(label.end, start).contains(char::is_numeric)
    });
    let after = text.labels_after(end).first();
    is_before
        || after.is_some_and(|label| is_code(label.says) && label.start - end <= REACH_OF_DOTTED)
}

/// Tells whether it is a status that an interface answers with: `{"code":"400005","msg":…}`.
fn is_status(text: &Text<'_>, range: &Range<usize>) -> bool {
    let front = text.before(range.start).trim_end_matches(['"', ' ']);
    let front = front.strip_suffix(':').map_or("", |name| name.trim_end());
    let behind = text.get(range.end, text.boundary(range.end + LONGEST_PHONE));
    let behind = behind.trim_start_matches(['"', ' ', ',']);
    let says = ["msg\"", "message\"", "data\"", "success\"", "error\""];
    front.ends_with("\"code\"") && says.iter().any(|name| behind.starts_with(name))
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
        || is_status(text, range)
        || decimal
        || is_phone(before)
        || has_unit(after)
        || is_date(text.get(range.start, range.end))
        || text.get(range.start, range.end).ends_with(ROUND)
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
    let labels = text.labels_before(at);
    for (place, label) in labels.iter().enumerate().rev() {
        let distance = text.distance(label.end, at);
        if distance > REACH_BEFORE {
            return None;
        }
        let from = label.end.max(text.boundary(at.saturating_sub(2 * REACH_BEFORE)));
        let between = text.get(from, at);
        let distance = distance + cost_between(between);
        let earlier = labels.get(..place).unwrap_or_default();
        match label.says {
            Says::Code | Says::Otp if distance <= REACH_BEFORE => {
                return Some(!is_of_other(text, label, earlier, between));
            }
            Says::Verify if is_assigned(between) => return Some(true),
            Says::Phone if is_sent_to(text, label, earlier) => {}
            says if is_number(says) && distance <= REACH_OF_NUMBER => return Some(false),
            _ => {}
        }
    }
    None
}

fn is_number(says: Says) -> bool {
    matches!(
        says,
        Says::Number
            | Says::Error
            | Says::Other
            | Says::ApiKey
            | Says::Password
            | Says::Card
            | Says::Place
            | Says::Phone
    )
}

/// Tells whether a code is one that something fails with, the symbol of a coin, or has its digits already.
fn is_of_other(text: &Text<'_>, label: &Label, earlier: &[Label], between: &str) -> bool {
    let fails = |before: &Label| {
        before.says == Says::Fails
            && label.start - before.end <= LONGEST_WITH
            && is_with(text.get(before.end, label.start))
    };
    earlier.last().is_some_and(fails) || is_symbol(text, label, between) || !is_list(between)
}

/// Tells whether only a word for "with" stands between: "fails with code", not "failed, my code is".
fn is_with(between: &str) -> bool {
    let words = [
        "", "with", "with the", "a", "con", "con el", "с", "ile", "với", "kèm", "مع", "بـ", "ب",
        "의", "の", ":",
    ];
    words.contains(&between.trim().to_lowercase().as_str())
}

/// Tells whether what the label says is the symbol of a coin: "code ABC, 21000000 in all". Who shouts writes the label
/// in capitals, too.
fn is_symbol(text: &Text<'_>, label: &Label, between: &str) -> bool {
    let between = between.trim_start();
    let length = between.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(between.len());
    let is_shouted = text.get(label.start, label.end).contains(|c: char| c.is_ascii_uppercase());
    let ends =
        between.get(length..).is_some_and(|rest| rest.starts_with([',', '،', '，', '、', ';']));
    (3..=6).contains(&length) && ends && !is_shouted
}

/// Tells whether nothing but more codes, and words that join them, stand between a label and a code.
fn is_list(between: &str) -> bool {
    let mut digits = 0;
    let mut last = 0;
    for (at, c) in between.char_indices() {
        digits = if script::digit(c).is_some() { digits + 1 } else { 0 };
        if digits >= SHORTEST_HALF || c == mask::CLOSE {
            last = at;
        }
    }
    let rest = between.get(last..).unwrap_or_default();
    if last == 0 {
        return true;
    }
    let mut words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.all(|word| JOINS.contains(&word.to_lowercase().as_str()))
}

fn is_assigned(between: &str) -> bool {
    let marks = between.trim_matches([' ', '"', '\'', '*', '\u{A0}']);
    matches!(marks, ":" | "：" | "=" | "->" | "-" | "G-" | ": G-" | "：G-")
}

/// Tells whether a code was sent to the telephone: "the code on my phone 123456".
fn is_sent_to(text: &Text<'_>, label: &Label, earlier: &[Label]) -> bool {
    earlier.last().is_some_and(|before| {
        is_code(before.says)
            && label.start - before.end <= REACH_AFTER
            && !text.get(before.end, label.start).contains(['.', ',', ';', '\n', '。', '，', '،'])
    })
}

fn cost_between(between: &str) -> usize {
    // A label whose line goes on with words has its value there, or none.
    let own_line = between.split('\n').next().unwrap_or_default();
    let is_left = own_line.len() < between.len()
        && own_line.contains([':', '：'])
        && own_line
            .split([':', '：'])
            .next_back()
            .is_some_and(|value| value.contains(char::is_alphabetic));
    let is_end = between.contains(". ")
        || between.contains("? ")
        || between.contains("! ")
        || between.contains(['。', '？', '！', '؟'])
        || between.contains("\n\n")
        || is_left;
    if is_end { COST_OF_SENTENCE } else { 0 }
}

fn said_after(text: &Text<'_>, end: usize) -> bool {
    let decides =
        |label: &&Label| is_code(label.says) || matches!(label.says, Says::Number | Says::Other);
    let near = text.labels_after(end).iter().take_while(|label| label.start - end <= REACH_AFTER);
    let Some(label) = { near }.find(decides) else { return false };
    let between = text.get(end, label.start);
    let only_marks = !between.contains(char::is_alphanumeric);
    let next = between.trim_start_matches([' ', '"', ',', '，', '、', '،']).to_lowercase();
    let is_meant = cost_between(between) == 0 && THIS.iter().any(|this| next.starts_with(this));
    let is_linked = cost_between(between) == 0 && !between.contains(['\n', ',', '，', '、', ';']);
    is_code(label.says) && (only_marks || is_linked || is_meant)
}

#[cfg(test)]
mod tests {
    use crate::scan;

    #[test]
    fn finds_codes_beside_words_for_them() {
        for code in [
            "482913",
            "04829137",
            "482 913",
            "482-913",
            "48 29 13",
            "482.913",
            "４８２９１３",
            "4 8 2 9 1 3",
            "4-8-2-9-1-3",
        ] {
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
        for (text, masked) in [
            (
                "enter code 147970 and it shows 500113",
                "enter code ⟦one-time-code⟧ and it shows 500113",
            ),
            ("email verification: 858741", "email verification: ⟦one-time-code⟧"),
            ("e-posta doğrulama: 197-618", "e-posta doğrulama: ⟦one-time-code⟧"),
            ("メール認証：227881", "メール認証：⟦one-time-code⟧"),
            (
                "the mail says 482913, this code is refused",
                "the mail says ⟦one-time-code⟧, this code is refused",
            ),
            ("the code on my phone 482913", "the code on my phone ⟦one-time-code⟧"),
        ] {
            assert_eq!(scan(text).masked, masked);
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
            "the deposit fails with code 100345",
            "the code came, I sent 482.913 USDT",
            "my code is late, call +7 912 48 29 13",
            "{\"code\":\"400105\",\"msg\":\"bad timestamp\"}",
            "no code, the candles are 11 12 13 14",
            "falla con código 100345",
            "code ABC, 21000100 in all",
            "verification code is late, there are 1000000 reasons to leave",
            "the verification by video took 482913 ms",
            "the code page has steps 1 2 3 4 5 6 and none works",
            "the code came at 1 2 3 4 5 67 times",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
