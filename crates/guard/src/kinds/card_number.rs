//! Numbers of payment cards: the issuer's digits and length (ISO/IEC 7812-1), and the check digit.
//!
//! Order ids have as many digits and one in ten passes the check, so a number in one piece stays when the nearest word
//! calls it something else. A time in milliseconds has thirteen digits and begins with 1, as no card does.

use std::ops::Range;

use crate::checksums::is_luhn;
use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::script;
use crate::text::Text;

const SHORTEST: usize = 14;
const LONGEST: usize = 19;
const REACH: usize = 48;
const LONGEST_JOIN: usize = 16;
/// A space and a bracket, before "card" behind the number.
const LONGEST_GAP: usize = 3;

/// The first digits of an issuer, as a range of numbers of so many digits, and the lengths of its cards.
#[rustfmt::skip]
const ISSUERS: [(u32, Range<u32>, &[usize]); 15] = [
    (1, 4..5, &[16]),                       // Visa
    (2, 51..56, &[16]),                     // Mastercard
    (4, 2221..2721, &[16]),                 // Mastercard, second series
    (2, 34..35, &[15]), (2, 37..38, &[15]), // American Express
    (4, 6011..6012, &[16]), (3, 644..650, &[16]), (2, 65..66, &[16]), // Discover
    (3, 300..306, &[14, 16]), (2, 36..37, &[14]), (2, 38..40, &[14, 16]), // Diners Club
    (4, 3528..3590, &[16]),                 // JCB
    (2, 62..63, &[16, 17, 18, 19]),         // UnionPay
    (4, 2200..2205, &[16]),                 // Mir
    (4, 9792..9793, &[16]),                 // Troy

];

/// Maestro and other cards are known only beside a word for a card.
const NAMED: [(u32, Range<u32>); 2] = [(2, 50..51), (2, 56..70)];

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    let digits = &text.survey.digits;
    let cells = cells(text);
    let mut covered = 0;
    for (place, first) in digits.iter().enumerate() {
        if first.start < covered {
            continue;
        }
        let groups = grouped(text, digits.get(place..).unwrap_or_default());
        // A number may be followed by another group, such as its date of expiry: the longest that is a card counts.
        for end in groups.iter().rev() {
            let range = first.start..end.end;
            if is_card(text, &range, &cells) {
                covered = range.end;
                spans.push(Span::new(Kind::CardNumber, range, false));
                break;
            }
        }
    }
}

/// Gives the groups of digits that one space or hyphen joins, up to the longest number.
fn grouped<'a>(text: &Text<'_>, digits: &'a [Range<usize>]) -> &'a [Range<usize>] {
    let mut count = 1;
    for pair in digits.windows(2).take(LONGEST / 3) {
        let [left, right] = pair else { break };
        if !matches!(text.get(left.end, right.start), " " | "-" | "\u{A0}" | "  " | ".") {
            break;
        }
        count += 1;
    }
    digits.get(..count).unwrap_or_default()
}

/// Gives the cells of tables in columns for cards, in order.
fn cells(text: &Text<'_>) -> Vec<Range<usize>> {
    let cards = text.labels().iter().filter(|label| label.says == Says::Card);
    let long = text.survey.digits.iter().any(|digits| digits.len() >= SHORTEST);
    let mut cells: Vec<_> =
        cards.filter(|_| long).filter_map(|label| text.cells_under(label)).flatten().collect();
    cells.sort_by_key(|cell| cell.start);
    cells
}

fn is_card(text: &Text<'_>, range: &Range<usize>, cells: &[Range<usize>]) -> bool {
    let typed = text.get(range.start, range.end);
    if !(SHORTEST..=LONGEST * 4).contains(&typed.len()) {
        return false;
    }
    if typed.contains('.') && !is_dotted(typed) {
        return false;
    }
    let digits: Vec<u8> = typed.chars().filter_map(script::digit).collect();
    if !(SHORTEST..=LONGEST).contains(&digits.len()) || !is_luhn(&digits) {
        return false;
    }
    let is_grouped = typed.chars().any(|c| script::digit(c).is_none());
    let next = cells.partition_point(|cell| cell.end < range.end);
    let in_cell = cells.get(next).is_some_and(|cell| cell.start <= range.start);
    let named = if in_cell { Some(true) } else { named(text, range) };
    if is_part(text, range, named) || !is_grouped && named == Some(false) {
        return false;
    }
    is_issued(&digits) || named == Some(true) && is_issued_elsewhere(&digits)
}

/// Tells whether dots stand between the groups in which a card shows its number, and nothing else.
fn is_dotted(typed: &str) -> bool {
    let groups: Vec<usize> = typed.split('.').map(|group| group.chars().count()).collect();
    matches!(groups.as_slice(), [4, 4, 4, 4] | [4, 6, 5])
}

/// Tells whether the digits go on: an amount, a part of an id.
fn is_part(text: &Text<'_>, range: &Range<usize>, named: Option<bool>) -> bool {
    let mut before = text.before(range.start).chars().rev();
    let (last, second) = (before.next(), before.next());
    let of_amount = last == Some('.') && second.is_some_and(|c| c.is_ascii_digit());
    let of_id = last.is_some_and(|c| matches!(c, '_' | '/' | '#' | '-'))
        || last == Some('=') && named != Some(true);
    let after = text.after(range.end);
    let decimal =
        after.starts_with('.') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    of_amount || of_id || decimal || after.starts_with(['_', '-'])
}

/// Tells whether the word behind it or the nearest before it calls it a card, or something else. "Card no." is a card.
fn named(text: &Text<'_>, range: &Range<usize>) -> Option<bool> {
    let next = text.labels_after(range.end).first();
    if next.is_some_and(|it| it.says == Says::Card && it.start - range.end <= LONGEST_GAP) {
        return Some(true);
    }
    let start = range.start;
    let mut number = start;
    for label in text.labels_before(start).iter().rev() {
        if start - label.end > REACH {
            return None;
        }
        let is_joined = number < start && is_one_name(text.get(label.end, number));
        match label.says {
            Says::Card if number == start || is_joined => return Some(true),
            Says::Number | Says::Other | Says::ApiKey | Says::Place if number == start => {
                number = label.start;
            }
            Says::Number | Says::Other | Says::ApiKey | Says::Place | Says::Card => break,
            _ => {}
        }
    }
    (number < start).then_some(false)
}

/// Tells whether two words make one name: nothing but a space, or short words, between.
fn is_one_name(between: &str) -> bool {
    between.len() <= LONGEST_JOIN
        && between.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '_' | '-'))
}

fn is_issued(digits: &[u8]) -> bool {
    ISSUERS.iter().any(|(length, first, lengths)| {
        lengths.contains(&digits.len()) && first.contains(&leading(digits, *length))
    })
}

fn is_issued_elsewhere(digits: &[u8]) -> bool {
    (16..=19).contains(&digits.len())
        && NAMED.iter().any(|(length, first)| first.contains(&leading(digits, *length)))
}

fn leading(digits: &[u8], length: u32) -> u32 {
    let length = usize::try_from(length).unwrap_or(0);
    digits.iter().take(length).fold(0, |number, digit| number * 10 + u32::from(*digit))
}

#[cfg(test)]
mod tests {
    use crate::scan;

    #[test]
    fn finds_the_test_numbers_of_every_brand() {
        for number in [
            "4242424242424242",
            "4111111111111111",
            "5555555555554444",
            "2223003122003222",
            "378282246310005",
            "6011111111111117",
            "3056930009020004",
            "3566002020360505",
            "6200000000000005",
            "4242 4242 4242 4242",
            "4242-4242-4242-4242",
            "3782 822463 10005",
            "4242.4242.4242.4242",
            "3782.822463.10005",
        ] {
            for text in ["my card § was charged", "§", "银行卡§被冻结", "card number: §, exp 12/27"]
            {
                let scan = scan(&text.replace('§', number));
                assert_eq!(scan.masked, text.replace('§', "⟦card-number⟧"), "{number}");
                assert!(scan.findings.iter().all(|finding| !finding.certain));
            }
        }
    }

    #[test]
    fn finds_cards_in_fields_and_tables() {
        for text in [
            "cardNo=§&currency=EUR&amount=78638",
            "| card | amount |\n| § | 3,387.22 |\n",
            "체크카드 번호 §",
            "thẻ ghi nợ số §",
            "card no. §",
        ] {
            assert_eq!(
                scan(&text.replace('§', "4242424242424242")).masked,
                text.replace('§', "⟦card-number⟧")
            );
        }
    }

    #[test]
    fn leaves_other_numbers() {
        for text in [
            "4242424242424241",
            "1513746038205",
            "order id 4242424242424242",
            "订单号 4242424242424242",
            "uid: 6200000000000005",
            "0.4242424242424242",
            "4242424242424242.5",
            "424242.4242424242",
            "42424242.42424242",
            "id_4242424242424242",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
