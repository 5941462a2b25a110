//! What a string is by its letters alone: an address, an amount, a gap in a format, or possibly a secret.

/// What a value is made of.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shape {
    pub lower: usize,
    pub upper: usize,
    pub digits: usize,
    pub symbols: usize,
    /// Letters outside of ASCII.
    pub foreign: usize,
}

impl Shape {
    pub fn of(value: &str) -> Self {
        let mut shape = Shape::default();
        for c in value.chars() {
            match c {
                'a'..='z' => shape.lower += 1,
                'A'..='Z' => shape.upper += 1,
                _ if c.is_numeric() => shape.digits += 1,
                _ if c.is_alphabetic() => shape.foreign += 1,
                _ => shape.symbols += 1,
            }
        }
        shape
    }

    pub fn letters(&self) -> usize {
        self.lower + self.upper + self.foreign
    }
}

/// Tells whether a value is typed in place of a secret: asterisks, "<your password>", "null", "incorrect".
pub(crate) fn is_placeholder(value: &str) -> bool {
    let lower = value.to_lowercase();
    let first = lower.chars().next();
    let one_character = lower.chars().all(|c| Some(c) == first);
    one_character
        || is_variable(&lower)
        || has(&lower, '*', &["***"])
        || has(&lower, 'x', &["xxxx"])
        || lower.starts_with("your")
        || PLACEHOLDERS.contains(&lower.trim_end_matches(']'))
}

/// Tells whether it has one of these texts, which all have a sign in common: nearly none has the sign.
fn has(lower: &str, sign: char, texts: &[&str]) -> bool {
    lower.contains(sign) && texts.iter().any(|text| lower.contains(text))
}

/// Tells whether it is the name of a value in a program or a text with gaps: `os.environ[…`, `$least`, `<token>`, "%s".
fn is_variable(lower: &str) -> bool {
    let is_bracketed =
        lower.starts_with(['<', '[', '{', '%']) && lower.ends_with(['>', ']', '}', '%']);
    let is_named = lower.strip_prefix(['$', '%', '{', '&']).is_some_and(|name| {
        name.chars()
            .all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '.' | '{' | '}' | '$' | '%'))
    });
    let is_code = ["os.", "process.", "env.", "config.", "settings.", "getenv", "self.", "this."]
        .iter()
        .any(|code| lower.starts_with(code));
    let is_format = has(lower, '%', &["%s", "%d", "%0a", "%%", "%02", "%1$", "%."]);
    // `getpass(` of a program, `${NAME:?message}` and `$(command)` of a shell.
    let is_call = lower.strip_suffix('(').is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._".contains(&b))
    });
    is_bracketed
        || is_call
        || lower.starts_with("${")
        || lower.starts_with("$(")
        || is_named
        || is_code
        || is_format
        || has(lower, ':', &["::"])
        || lower.ends_with("()")
}

const PLACEHOLDERS: [&str; 51] = [
    "filtered",
    "forgotten",
    "lost",
    "забыл",
    "забыла",
    "забыли",
    "утерян",
    "не",
    "нет",
    "unuttum",
    "unutmuşum",
    "bilmiyorum",
    "olvidé",
    "olvide",
    "olvidada",
    "olvidado",
    "quên",
    "نسيت",
    "نسيتها",
    "desconocida",
    "perdida",
    "null",
    "none",
    "undefined",
    "true",
    "false",
    "string",
    "required",
    "incorrect",
    "invalid",
    "wrong",
    "error",
    "reset",
    "forgot",
    "changed",
    "n/a",
    "redacted",
    "hidden",
    "secret",
    "password",
    "removed",
    "empty",
    "missing",
    "expired",
    "not",
    "unknown",
    "yes",
    "no",
    "ok",
    "masked",
    "omitted",
];

/// Tells whether a value is an address, a link, an amount or a date, which stand beside every label.
pub(crate) fn is_public(value: &str) -> bool {
    let value = value.trim_matches(|c: char| matches!(c, '"' | '\'' | '(' | ')'));
    let is_mail = value.split_once('@').is_some_and(|(_, host)| {
        host.split_once('.').is_some_and(|(name, top)| {
            !name.is_empty()
                && top.len() >= 2
                && top.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.')
        })
    });
    is_mail
        || value.contains("://")
        || value.starts_with("www.")
        || is_address(value)
        || is_amount(value)
}

fn is_address(value: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let evm = value.strip_prefix("0x").is_some_and(|digits| digits.len() == 40 && is_hex(digits));
    let base58 = (33..=34).contains(&value.len())
        && value.starts_with(['T', '1', '3', 'r'])
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    evm || base58 || (value.len() > 40 && value.starts_with("bc1")) || is_bech32_account(value)
}

/// Tells whether it is an account of the Cosmos family, whole or without its name: of `secret1…` a word for secrets takes the name
/// away.
fn is_bech32_account(value: &str) -> bool {
    let is_letter = |byte: u8| b"qpzry9x8gf2tvdw0s3jn54khce6mua7l".contains(&byte);
    value.split_once('1').is_some_and(|(name, data)| {
        name.len() <= LONGEST_ACCOUNT_NAME
            && name.bytes().all(|byte| byte.is_ascii_lowercase())
            && ACCOUNTS.contains(&data.len())
            && data.bytes().all(is_letter)
    })
}

/// `persistence`, and some.
const LONGEST_ACCOUNT_NAME: usize = 12;
/// 20 bytes of an account or 32 of a contract, with their checksum.
const ACCOUNTS: [usize; 2] = [38, 58];

/// Tells whether it is a number with a unit or marks of date and time: "100usdt", "1,250.50", "2024-01-31", "15:20".
fn is_amount(value: &str) -> bool {
    let shape = Shape::of(value);
    let is_mark = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '$' | '€' | '+');
    let unit = value.trim_start_matches(is_mark);
    let begins = value.starts_with(|c: char| c.is_numeric() || matches!(c, '$' | '€' | '+'));
    let has_unit = unit == "%" || is_unit(&unit.to_lowercase());
    let only_marks = shape.letters() == 0
        && value.chars().all(|c| is_mark(c) || matches!(c, '-' | '/' | ':' | '%'));
    begins && shape.digits > 0 && (has_unit || only_marks && shape.symbols > 0)
}

/// Tells whether a word in lower case is a ticker, a currency, or what is counted.
pub(crate) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

#[rustfmt::skip]
const UNITS: [&str; 50] = [
    "usdt", "usdc", "btc", "eth", "trx", "sol", "xrp", "bnb", "usd", "eur", "u", "dollars", "coins", "tokens", "satoshi",
    "sats", "gwei", "wei", "doge", "ltc", "shib", "pepe", "ton", "cet", "okb", "try", "tl", "vnd", "rub", "руб", "krw",
    "jpy", "cny", "rmb", "blocks", "users", "people", "confirmations", "times", "pieces", "pcs", "штук", "unidades", "adet", "ms", "minutes", "hours", "days", "k", "usd.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_values_are_known() {
        for text in [
            "a.b@example.com",
            "https://x.y",
            "100usdt",
            "1,250.50",
            "2024-01-31",
            "15:20",
            "0xdAC17F958D2ee523a2206206994597C13D831ec7",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "secret167m3s89ddurjpyr82vsluvvj0t8ylzn95trrqy",
            "167m3s89ddurjpyr82vsluvvj0t8ylzn95trrqy",
        ] {
            assert!(is_public(text), "{text}");
        }
        for text in ["Hunter2!x", "12345678", "P@ssw0rd", "p@ss.w0rd"] {
            assert!(!is_public(text), "{text}");
        }
    }

    #[test]
    fn what_stands_in_place_of_a_value_is_known() {
        for text in [
            "********",
            "<your key>",
            "null",
            "$least",
            "os.environ[",
            "%s",
            "xxxx-xxxx",
            "Vec::new",
            "getpass.getpass(",
            "${PIN:?not",
            "$(pass",
            "FILTERED",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["Hunter2!x", "$ecret99", "moon#633"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
