//! International bank account numbers (ISO 13616): country, check digits modulo 97, and the length of the country.

use std::ops::Range;

use crate::kinds::{Kind, Span};
use crate::text::Text;

const LONGEST: usize = 34;
/// Groups of four characters with a space between.
const LONGEST_WRITTEN: usize = 46;

/// The length of the account numbers of each country (SWIFT, IBAN registry).
#[rustfmt::skip]
const LENGTHS: [(&str, usize); 86] = [
    ("AD", 24), ("AE", 23), ("AL", 28), ("AT", 20), ("AZ", 28), ("BA", 20), ("BE", 16), ("BG", 22), ("BH", 22), ("BI", 27),
    ("BR", 29), ("BY", 28), ("CH", 21), ("CR", 22), ("CY", 28), ("CZ", 24), ("DE", 22), ("DJ", 27), ("DK", 18), ("DO", 28),
    ("EE", 20), ("EG", 29), ("ES", 24), ("FI", 18), ("FK", 18), ("FO", 18), ("FR", 27), ("GB", 22), ("GE", 22), ("GI", 23),
    ("GL", 18), ("GR", 27), ("GT", 28), ("HN", 28), ("HR", 21), ("HU", 28), ("IE", 22), ("IL", 23), ("IQ", 23), ("IS", 26),
    ("IT", 27), ("JO", 30), ("KW", 30), ("KZ", 20), ("LB", 28), ("LC", 32), ("LI", 21), ("LT", 20), ("LU", 20), ("LV", 21),
    ("LY", 25), ("MC", 27), ("MD", 24), ("ME", 22), ("MK", 19), ("MN", 20), ("MR", 27), ("MT", 31), ("MU", 30), ("NI", 28),
    ("NL", 18), ("NO", 15), ("OM", 23), ("PK", 24), ("PL", 28), ("PS", 29), ("PT", 25), ("QA", 29), ("RO", 24), ("RS", 22),
    ("RU", 33), ("SA", 24), ("SC", 31), ("SD", 18), ("SE", 24), ("SI", 19), ("SK", 24), ("SM", 27), ("SO", 23), ("ST", 25),
    ("SV", 28), ("TL", 23), ("TN", 24), ("TR", 26), ("UA", 29), ("VG", 24),
];

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    spans.extend(text.survey.ibans.iter().filter_map(|token| {
        let end = token.start + written_length(text, token)?;
        Some(Span::new(Kind::Iban, token.start..end, false))
    }));
}

/// Measures the account number that begins with a token, in one piece or in groups.
fn written_length(text: &Text<'_>, token: &Range<usize>) -> Option<usize> {
    let country = text.get(token.start, token.start + 2).to_ascii_uppercase();
    let (_, length) = LENGTHS.iter().find(|(code, _)| *code == country)?;
    // A piece of something longer that is written with hyphens: every four-thousandth UUID has one that fits.
    let before = text.get(text.boundary(token.start.saturating_sub(2)), token.start);
    let mut back = before.chars().rev();
    if back.next() == Some('-') && back.next().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let rest = text.get(token.start, text.boundary(token.start + LONGEST_WRITTEN));
    let mut plain = String::with_capacity(LONGEST);
    for (at, c) in rest.char_indices() {
        match c {
            _ if c.is_ascii_alphanumeric() => plain.push(c.to_ascii_uppercase()),
            ' ' | '-' | '\u{A0}' if plain.len().is_multiple_of(4) && !plain.is_empty() => {}
            _ => return None,
        }
        if plain.len() == *length {
            let more = text.get(token.start + at + 1, text.boundary(token.start + at + 3));
            let more = more.strip_prefix('-').unwrap_or(more);
            let goes_on = more.starts_with(|c: char| c.is_ascii_alphanumeric());
            return (!goes_on && is_valid(&plain)).then_some(at + 1);
        }
    }
    None
}

/// ISO 7064, MOD 97-10, after the first four characters went to the end and letters became 10 to 35.
fn is_valid(plain: &str) -> bool {
    let Some((head, tail)) = plain.split_at_checked(4) else { return false };
    let remainder = tail.chars().chain(head.chars()).try_fold(0, |remainder, c| {
        let value = c.to_digit(36)?;
        let shift = if value < 10 { 10 } else { 100 };
        Some((remainder * shift + value) % 97)
    });
    remainder == Some(1)
}

#[cfg(test)]
mod tests {
    use crate::scan;

    #[test]
    fn finds_account_numbers_in_one_piece_and_in_groups() {
        for iban in [
            "GB82WEST12345698765432",
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            "TR330006100519786457841326",
            "AE070331234567890123456",
            "FR14 2004 1010 0505 0001 3M02 606",
            "es9121000418450200051332",
        ] {
            let scan = scan(&format!("pay to {iban}, please"));
            assert_eq!(scan.masked, "pay to ⟦iban⟧, please");
            assert!(scan.findings.iter().all(|finding| !finding.certain));
        }
    }

    #[test]
    fn leaves_what_fails_the_check_or_the_length() {
        for text in [
            "GB82WEST12345698765431",
            "DE8937040044053201300",
            "DE893704004405320130001",
            "XX82WEST12345698765432",
            "BE12 is not one",
            "be952e03-21a4-4967-a340-2f363cb7eb3e",
            "ce95864b-841d-4ba4-be2d-d52715df9209",
            "12da60c9-ce0b-470f-be4a-1a46ffdf7f44",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
