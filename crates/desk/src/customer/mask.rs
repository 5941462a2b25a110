//! What staff see of personal fields: enough to tell one customer from another in a conversation, too little to find
//! or phish them. A mask's length tells nothing about the length of what is behind it.

use std::net::IpAddr;

use super::Field;

const DOTS: &str = "•••";
/// More parts of a name than these would tell its shape.
const NAME_PARTS: usize = 3;

/// Masks a field's value.
pub fn field(field: Field, value: &str) -> String {
    match field {
        Field::Name => name(value),
        Field::Email => email(value),
        Field::Phone => phone(value),
        Field::Uid => uid(value),
    }
}

/// The first letter of each part: `Ada Lovelace` is `A••• L•••`. A name in Han, Kana or Hangul keeps its first
/// character: `王小明` is `王•••`. A name of one character is hidden whole.
pub fn name(value: &str) -> String {
    if value.chars().filter(|c| c.is_alphabetic()).take(2).count() < 2 {
        return DOTS.to_owned();
    }
    let initials =
        value.split_whitespace().filter_map(|part| part.chars().find(|c| c.is_alphanumeric()));
    let limit = if value.chars().any(is_east_asian) { 1 } else { NAME_PARTS };
    let masked: Vec<String> = initials.take(limit).map(|c| format!("{c}{DOTS}")).collect();
    masked.join(" ")
}

/// The first letter of mailbox and domain, and the last label: `ada@example.co.uk` is `a•••@e•••.uk`.
pub fn email(value: &str) -> String {
    let parts = value.rsplit_once('@').and_then(|(local, domain)| {
        let (rest, last) = domain.rsplit_once('.')?;
        Some((local.chars().next()?, rest.chars().next()?, last))
    });
    match parts {
        Some((local, domain, last)) => format!("{local}{DOTS}@{domain}{DOTS}.{last}"),
        None => DOTS.to_owned(),
    }
}

/// The last two digits: `+49 30 1234567` is `••• 67`. Short numbers are hidden whole.
pub fn phone(value: &str) -> String {
    let digits: Vec<char> = value.chars().filter(|c| c.is_numeric()).collect();
    match digits.as_slice() {
        [.., a, b] if digits.len() >= 7 => format!("{DOTS} {a}{b}"),
        _ => DOTS.to_owned(),
    }
}

/// The first and last two characters: `A1B2C3D4E5F60718` is `A1•••18`. Short ones are hidden whole.
pub fn uid(value: &str) -> String {
    let chars: Vec<char> = value.chars().collect();
    match chars.as_slice() {
        [a, b, .., y, z] if chars.len() >= 8 => format!("{a}{b}{DOTS}{y}{z}"),
        _ => DOTS.to_owned(),
    }
}

/// The first half of a network address: `192.0.2.7` is `192.0.•••`. What is no address is hidden whole.
pub fn ip(value: &str) -> String {
    match value.parse() {
        Ok(IpAddr::V4(v4)) => {
            let [a, b, ..] = v4.octets();
            format!("{a}.{b}.{DOTS}")
        }
        Ok(IpAddr::V6(v6)) => {
            let [a, b, ..] = v6.segments();
            format!("{a:x}:{b:x}:{DOTS}")
        }
        Err(_odd) => DOTS.to_owned(),
    }
}

/// What another system calls the customer (an account id, an address): by its looks.
pub fn subject(value: &str) -> String {
    if value.contains('@') { email(value) } else { uid(value) }
}

fn is_east_asian(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}'     // Hangul Jamo
        | '\u{2E80}'..='\u{A4CF}'   // radicals, Kana, Bopomofo, Han, Yi
        | '\u{AC00}'..='\u{D7AF}'   // Hangul
        | '\u{F900}'..='\u{FAFF}'   // Han, compatibility
        | '\u{FF66}'..='\u{FF9F}'   // Kana, half width
        | '\u{20000}'..='\u{3FFFF}' // Han, extensions
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn masks_tell_customers_apart() {
        for (value, masked) in [
            ("Ada Lovelace", "A••• L•••"),
            ("  ada\u{a0}king  noel lovelace ", "a••• k••• n•••"),
            ("王小明", "王•••"),
            ("欧阳 修", "欧•••"),
            ("김민수", "김•••"),
            ("山田 太郎", "山•••"),
            ("ยิ่งลักษณ์ ใจดี", "ย••• ใ•••"),
            ("محمد علي", "م••• ع•••"),
            ("Ágnes O’Neil", "Á••• O•••"),
            ("李", "•••"),
            ("X", "•••"),
            ("🦀", "•••"),
            ("", "•••"),
        ] {
            assert_eq!(name(value), masked, "{value}");
        }
        for (value, masked) in [
            ("alice@example.com", "a•••@e•••.com"),
            ("a@b.co.uk", "a•••@b•••.uk"),
            ("田中@例え.jp", "田•••@例•••.jp"),
            ("root@localhost", "•••"),
            ("no address", "•••"),
            ("@.", "•••"),
        ] {
            assert_eq!(email(value), masked, "{value}");
        }
        for (value, masked) in [("+49 30 1234567", "••• 67"), ("110", "•••"), ("call me", "•••")]
        {
            assert_eq!(phone(value), masked, "{value}");
        }
        for (value, masked) in
            [("192.0.2.7", "192.0.•••"), ("2001:db8::1", "2001:db8:•••"), ("10.0.0.0/8", "•••")]
        {
            assert_eq!(ip(value), masked, "{value}");
        }
        for (value, masked) in [("A1B2C3D4E5F60718", "A1•••18"), ("1234567", "•••")] {
            assert_eq!(uid(value), masked, "{value}");
        }
    }

    proptest! {
        #[test]
        fn little_of_a_value_is_left(value in "\\PC{0,60}") {
            let left = |masked: String| masked.chars().filter(|c| *c != '•').count();
            prop_assert!(left(name(&value)) < 2 * NAME_PARTS);
            prop_assert!(left(phone(&value)) <= 3);
            prop_assert!(left(uid(&value)) <= 4);
        }

        #[test]
        fn masks_hide_lengths(a in "[a-z]{1,40}", b in "[a-z]{1,40}") {
            let (x, y) = (email(&format!("q{a}@w{b}.com")), email(&format!("q{b}@w{a}.com")));
            prop_assert_eq!(x, y);
        }
    }
}
