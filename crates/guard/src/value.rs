//! Finds the value that a label announces: "password: x", `"passphrase":"x"`, "my secret key is x", "密码是x".

use std::ops::Range;

use crate::labels::{Label, Says};
use crate::mask;
use crate::script::{self, Script};
use crate::text::{Text, is_invisible};

/// How the value stands beside its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// Behind a colon or an equals sign.
    Assigned,
    /// Behind a word like "is".
    Said,
    /// Directly behind.
    Bare,
}

#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub range: Range<usize>,
    pub link: Link,
    pub quoted: bool,
}

/// How many bytes may stand between a label and the colon: "password for my account on the exchange:".
const LONGEST_ASIDE: usize = 60;
/// A longer value is no password and no key of an exchange.
const LONGEST: usize = 256;

/// Words that say that the value follows.
const IS: [&str; 36] = [
    "is",
    "was",
    "are",
    "=",
    "ist",
    "es",
    "era",
    "son",
    "là",
    "la",
    "это",
    "является",
    "был",
    "هو",
    "هي",
    "是",
    "为",
    "為",
    "は",
    "が",
    "은",
    "는",
    "이",
    "가",
    "->",
    "=>",
    "→",
    "—",
    "–",
    "-",
    "equals",
    "如下",
    "olarak",
    "şu",
    "şudur",
    "كان",
];

impl Text<'_> {
    /// Gives the value that stands behind a label, if one does and no other name of a secret comes first.
    pub fn value_after(&self, label: &Label) -> Option<Value> {
        let from = label.end + ending(self.after(label.end));
        let aside = self.get(from, self.boundary(self.next_name(label, from + LONGEST_ASIDE)));
        let (link, skipped) = link(aside)?;
        self.value_at(from + skipped, link)
    }

    /// Gives where the next name of a secret begins, up to a limit: a link never stands behind it.
    fn next_name(&self, label: &Label, limit: usize) -> usize {
        let is_name = |says: Says| {
            !matches!(says, Says::Api | Says::Token | Says::Session | Says::Card | Says::Kdf)
        };
        let mut near = self.labels_after(label.end).iter().take_while(|label| label.start < limit);
        near.find(|label| is_name(label.says)).map_or(limit, |label| label.start)
    }

    /// Moves a place back to the boundary of a character.
    pub fn boundary(&self, at: usize) -> usize {
        self.source.floor_char_boundary(at)
    }

    fn value_at(&self, at: usize, link: Link) -> Option<Value> {
        let rest = self.after(at);
        let trimmed = rest.trim_start_matches(|c: char| is_blank(c) || is_opening(c));
        let skipped = rest.len() - trimmed.len();
        let lead = rest.get(..skipped).unwrap_or_default();
        // An empty field: the value is not that of the next line but one.
        if lead.matches('\n').count() > 2 {
            return None;
        }
        let trimmed = self.get(at + skipped, self.boundary(at + skipped + LONGEST + 1));
        let quote = lead.chars().next_back().and_then(closing);
        let length =
            quote.map_or_else(|| bare_length(trimmed), |quote| quoted_length(trimmed, quote));
        let start = at + skipped;
        (length > 0 && length <= LONGEST).then(|| Value {
            range: start..start + length,
            link,
            quoted: quote.is_some(),
        })
    }
}

/// Gives the length of what the label's word goes on with: endings of cases, particles of Japanese and Korean.
fn ending(after: &str) -> usize {
    let Some(first) = after.chars().next() else { return 0 };
    let Some(script) = script::of(first) else { return 0 };
    let most = match script {
        Script::Hangul => 0,
        _ if first.is_ascii() => 1,
        Script::Cyrillic | Script::Latin => 5,
        _ => 0,
    };
    let is_same = |c: &char| script::of(*c) == Some(script) && !c.is_numeric();
    let word: Vec<char> = after.chars().take(most + 1).take_while(is_same).collect();
    if word.len() > most { 0 } else { word.iter().map(|c| c.len_utf8()).sum() }
}

/// Finds what links label and value: gives the link, and how far behind the label it ends.
fn link(aside: &str) -> Option<(Link, usize)> {
    let mut said = None;
    let mut words = 0;
    let mut in_brackets = false;
    let mut word_start = None;
    for (at, c) in aside.char_indices() {
        match c {
            mask::OPEN => return said,
            '(' | '（' => in_brackets = true,
            ')' | '）' => in_brackets = false,
            ':' | '=' | '：' | '＝' | '→' | '»' if !in_brackets => {
                return Some((Link::Assigned, at + c.len_utf8()));
            }
            '\n' | ',' | ';' | '!' | '?' | '。' | '，' | '；' | '、' | '！' | '？' | '،'
                if !in_brackets =>
            {
                let only_blank = aside.get(..at).unwrap_or_default().trim().is_empty();
                return said.or((c == '\n' && only_blank).then_some((Link::Bare, at + 1)));
            }
            '.' if ends_sentence(aside, at) => return said,
            _ => {}
        }
        let in_word = !is_blank(c) && !is_opening(c);
        match (word_start, in_word) {
            (None, true) => word_start = Some(at),
            (Some(start), false) => {
                let word = aside.get(start..at).unwrap_or_default();
                word_start = None;
                words += 1;
                if is_link(word) {
                    said = Some((Link::Said, at));
                } else if said.is_some() || words > 8 {
                    break;
                }
            }
            _ => {}
        }
    }
    said.or_else(|| glued(aside)).or(Some((Link::Bare, 0)))
}

fn ends_sentence(text: &str, at: usize) -> bool {
    text.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// Chinese, Japanese and Korean write their word for "is" on to the value: "密码是abc123".
fn glued(aside: &str) -> Option<(Link, usize)> {
    let trimmed = aside.trim_start();
    let skipped = aside.len() - trimmed.len();
    let cjk = trimmed.find(|c: char| {
        !matches!(script::of(c), Some(Script::Han | Script::Kana | Script::Hangul))
    });
    let length = cjk.unwrap_or(trimmed.len());
    let word = trimmed.get(..length)?;
    (length > 0
        && word.chars().count() <= 8
        && word.chars().any(|c| "是为為はが은는이가".contains(c)))
    .then_some((Link::Said, skipped + length))
}

fn is_link(word: &str) -> bool {
    IS.iter().any(|is| word.eq_ignore_ascii_case(is))
        || glued(word).is_some_and(|(_, end)| end == word.len())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '*' | '_' | '|' | '>')
}

fn is_opening(c: char) -> bool {
    closing(c).is_some()
        || matches!(c, ':' | '=' | '：' | '＝' | '\\' | '[' | '(' | '（' | '【' | '{')
}

/// Gives the quotation mark that closes what this one opens.
fn closing(c: char) -> Option<char> {
    Some(match c {
        '"' | '\'' | '`' => c,
        '“' | '„' => '”',
        '‘' => '’',
        '«' => '»',
        '「' => '」',
        '『' => '』',
        '<' => '>',
        _ => return None,
    })
}

fn quoted_length(text: &str, quote: char) -> usize {
    let end = text.find(|c| c == quote || c == '\n' || c == mask::OPEN);
    match end {
        Some(end) if text.get(end..).is_some_and(|rest| rest.starts_with(quote)) => {
            text.get(..end).unwrap_or_default().trim_end_matches('\\').len()
        }
        _ => bare_length(text),
    }
}

/// Measures to the next space, quotation mark, sentence mark or letter of a script in which no password is typed.
fn bare_length(text: &str) -> usize {
    let ends = |c: char| {
        is_blank(c) && c != '_' && c != '*'
            || c.is_control()
            || matches!(
                c,
                '"' | '<' | '\\' | '`' | '“' | '”' | '»' | '«' | '「' | '」' | mask::OPEN
            )
            || (!c.is_ascii()
                && (is_ideograph(c)
                    || c.is_ascii_punctuation()
                    || "，。；、）】！？：…—،؛".contains(c)))
    };
    let mut length = text.find(ends).unwrap_or(text.len());
    // In a web address or a string to sign the next parameter begins here.
    let raw = text.get(..length).unwrap_or_default();
    if let Some(next) =
        raw.match_indices('&').map(|(at, _)| at).find(|at| is_parameter(raw, at + 1))
    {
        length = next;
    }
    let raw = text.get(..length).unwrap_or_default();
    raw.trim_end_matches(['.', ',', ';', ':', '\'', ')', ']', '}', '|']).len()
}

fn is_parameter(text: &str, at: usize) -> bool {
    let name = text.get(at..).unwrap_or_default();
    let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(0);
    length > 0 && name.get(length..).is_some_and(|rest| rest.starts_with('='))
}

fn is_ideograph(c: char) -> bool {
    matches!(script::of(c), Some(Script::Han | Script::Kana | Script::Hangul))
}

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
        || lower.contains("***")
        || lower.contains("xxxx")
        || lower.starts_with(['<', '[', '{', '$', '%']) && lower.ends_with(['>', ']', '}', '%'])
        || lower.starts_with("your")
        || PLACEHOLDERS.contains(&lower.as_str())
}

const PLACEHOLDERS: [&str; 30] = [
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
    evm || base58 || (value.len() > 40 && value.starts_with("bc1"))
}

/// Tells whether it is a number with a unit or marks of date and time: "100usdt", "1,250.50", "2024-01-31", "15:20".
fn is_amount(value: &str) -> bool {
    let shape = Shape::of(value);
    let unit = value
        .trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '$' | '€' | '+'));
    let is_unit =
        unit.len() <= 5 && unit.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'%');
    let begins = value.starts_with(|c: char| c.is_numeric() || matches!(c, '$' | '€' | '+'));
    let only_marks = shape.letters() == 0
        && value
            .chars()
            .all(|c| c.is_numeric() || matches!(c, '.' | ',' | '-' | '/' | ':' | '$' | '%'));
    begins && shape.digits > 0 && (is_unit || only_marks) && !(only_marks && shape.symbols == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives the value behind the first label of a text.
    fn value(source: &str) -> Option<(&str, Link)> {
        let text = Text::new(source);
        let value = text.value_after(text.labels().first()?)?;
        Some((source.get(value.range)?, value.link))
    }

    #[test]
    fn finds_what_is_assigned() {
        for (text, expected) in [
            ("password: Hunter2!x, thanks", "Hunter2!x"),
            ("Password=abc&user=1", "abc"),
            ("{\"password\":\"a \\\"b\"}", "a "),
            ("{\"passphrase\": \"my phrase 1\"}", "my phrase 1"),
            ("password for my account on the exchange: x1y2", "x1y2"),
            ("password (do not share): x1y2", "x1y2"),
            ("密码：abc123，谢谢", "abc123"),
            ("пароль: Qwerty12.", "Qwerty12"),
            ("contraseña:\nabc123", "abc123"),
        ] {
            assert_eq!(value(text), Some((expected, Link::Assigned)), "{text}");
        }
    }

    #[test]
    fn finds_what_is_said() {
        for (text, expected) in [
            ("my password is Hunter2!x ok", "Hunter2!x"),
            ("密码是abc123", "abc123"),
            ("パスワードは abc123 です", "abc123"),
            ("비밀번호는 abc123 입니다", "abc123"),
            ("mi contraseña es abc123", "abc123"),
            ("mật khẩu là abc123", "abc123"),
            ("كلمة المرور هي abc123", "abc123"),
        ] {
            assert_eq!(value(text), Some((expected, Link::Said)), "{text}");
        }
    }

    #[test]
    fn stops_at_masks_sentences_and_other_names() {
        for text in [
            "password: ⟦password⟧ x",
            "password ⟦password⟧ is x",
            "password",
            "password, code: 123",
            "I lost my password. It is sad",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

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
        ] {
            assert!(is_public(text), "{text}");
        }
        for text in ["Hunter2!x", "12345678", "P@ssw0rd", "p@ss.w0rd"] {
            assert!(!is_public(text), "{text}");
        }
    }
}
