//! Numbers that mean what the word beside them says: UIDs, orders, blocks, chain ids, memos, times since 1970.

use crate::amount::number::Number;
use crate::cursor::Cursor;
use crate::item::Kind;
use crate::labels::Label;
use crate::lexer::{Buffer, DIGIT, HIDDEN, LOWER, Token, UPPER, fold};
use crate::network::{Network, Networks};
use crate::problem::Problem;
use crate::scan::Scanner;
use crate::time;

/// The longest order number or memo.
const LONGEST: usize = 64;

/// A value that was named; without a kind it is a memo.
pub(crate) struct Named {
    pub kind: Option<Kind>,
    pub end: usize,
    pub value: String,
    pub networks: Networks,
    pub problem: Option<Problem>,
}

impl Named {
    fn new(kind: Kind, end: usize, value: String) -> Self {
        Self { kind: Some(kind), end, value, networks: Networks::EMPTY, problem: None }
    }
}

pub(crate) fn read(scanner: &Scanner<'_>, token: Token, label: Option<Label>) -> Option<Named> {
    match label {
        Some(Label::ChainId) => chain_id(scanner, token),
        Some(Label::Height) => height(scanner, token),
        Some(Label::Time) => timestamp(scanner, token),
        Some(Label::Uid) => uid(scanner, token, true),
        Some(Label::Order) => order(scanner, token),
        Some(Label::Memo) => memo(scanner, token),
        _ => None,
    }
    .or_else(|| uid(scanner, token, false))
    .or_else(|| known_order(scanner, token))
}

fn chain_id(scanner: &Scanner<'_>, token: Token) -> Option<Named> {
    let mut buffer = Buffer::new();
    let text = scanner.plain(token, &mut buffer);
    let id = match text.strip_prefix("0x") {
        Some(hex) => u64::from_str_radix(hex, 16).ok()?,
        None if text.len() <= 12 => text.parse().ok()?,
        None => return None,
    };
    let networks = Networks::of(Network::of_chain_id(id));
    Some(Named { networks, ..Named::new(Kind::ChainId, token.end, id.to_string()) })
}

fn height(scanner: &Scanner<'_>, token: Token) -> Option<Named> {
    let mut cursor = Cursor::new(scanner.text, token.start);
    let value = Number::read(&mut cursor)?.into_decimal();
    let fits = value.len() <= 12 && !value.contains('.') && cursor.at_word_end();
    fits.then(|| Named::new(Kind::Height, cursor.at, value))
}

fn timestamp(scanner: &Scanner<'_>, token: Token) -> Option<Named> {
    let mut buffer = Buffer::new();
    let value = time::unix(scanner.plain(token, &mut buffer))?;
    Some(Named::new(Kind::Time, token.end, value))
}

/// Extends a token over hyphens and underscores, as in `OD-2026_17`; wide letters and digits count as what they mean.
fn extended(scanner: &Scanner<'_>, token: Token) -> (usize, String) {
    let source = scanner.text.get(token.start..).unwrap_or_default();
    let (mut value, mut len, mut kept) = (String::new(), 0, 0);
    for c in source.chars().take(LONGEST) {
        let Some(byte) = fold(c) else { break };
        let is_mark = matches!(byte, b'-' | b'_');
        if !(is_mark || byte.is_ascii_alphanumeric()) {
            break;
        }
        value.push(char::from(byte));
        len += c.len_utf8();
        if !is_mark {
            kept = len;
        }
    }
    value.truncate(value.trim_end_matches(['-', '_']).len());
    if !token.has(HIDDEN) && kept > token.end - token.start {
        return (token.start + kept, value);
    }
    let mut buffer = Buffer::new();
    (token.end, scanner.plain(token, &mut buffer).to_owned())
}

/// A number of the form that was set up. With a word for it beside, one of nearly that form is called wrong; without,
/// digits and letters must mix, as no word does.
fn uid(scanner: &Scanner<'_>, token: Token, is_named: bool) -> Option<Named> {
    let pattern = &scanner.options.uid;
    let mixes = token.has(DIGIT) && token.has(UPPER | LOWER);
    if !is_named && (token.len > pattern.longest() || !(mixes || pattern.is_marked())) {
        return None;
    }
    let (end, value) = extended(scanner, token);
    // What is left of a hash is no customer, however long it happens to be.
    let hex = value.strip_prefix("0x").or_else(|| value.strip_prefix("0X"));
    if hex.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return None;
    }
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    if pattern.matches(&value) {
        let certain = is_named || pattern.is_marked() || (digits >= 3 && digits + 2 < value.len());
        return certain.then(|| Named::new(Kind::Uid, end, value));
    }
    let near = is_named && digits >= 3 && value.len() >= 5 && value.len() <= 32;
    let problem = problem(&value, pattern);
    near.then(|| Named { problem: Some(problem), ..Named::new(Kind::Uid, end, value) })
}

fn problem(value: &str, pattern: &crate::options::Pattern) -> Problem {
    let (have, shortest, longest) = (value.len(), pattern.shortest(), pattern.longest());
    if !pattern.has_alphabet_of(value) {
        Problem::WrongForm
    } else if have < shortest {
        Problem::CutOff { have, want: shortest }
    } else if have > longest {
        Problem::TooLong { have, want: longest }
    } else {
        Problem::WrongForm
    }
}

fn order(scanner: &Scanner<'_>, token: Token) -> Option<Named> {
    let (end, value) = extended(scanner, token);
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let fits = value.len() >= 6 && digits >= 3;
    fits.then(|| Named::new(Kind::Order, end, value))
}

/// A number of a form that was set up for orders, without a word beside it.
fn known_order(scanner: &Scanner<'_>, token: Token) -> Option<Named> {
    let patterns = &scanner.options.orders;
    if patterns.is_empty() {
        return None;
    }
    let (end, value) = extended(scanner, token);
    patterns.iter().any(|it| it.matches(&value)).then(|| Named::new(Kind::Order, end, value))
}

fn memo(scanner: &Scanner<'_>, token: Token) -> Option<Named> {
    let (end, value) = extended(scanner, token);
    value.bytes().any(|byte| byte.is_ascii_digit()).then_some(())?;
    Some(Named { kind: None, ..Named::new(Kind::Uid, end, value) })
}

/// Hedera's accounts `0.0.123` and transactions `0.0.123@1700000000.000000000` (HIP-15 adds five letters of checksum,
/// which are read and left unchecked). Version numbers look the same: a short one needs to be asked for.
pub(crate) fn hedera(scanner: &Scanner<'_>, token: Token) -> Option<(usize, String, Kind)> {
    let source = scanner.text.get(token.start..)?;
    let number = source.strip_prefix("0.0.")?;
    let len = number.bytes().take(12).take_while(u8::is_ascii_digit).count();
    let behind = number.get(len..)?;
    let ask = scanner.ask(token.start);
    // The moment behind the account is in no version.
    let is_tx = matches!(behind.as_bytes(), [b'@', digit, ..] if digit.is_ascii_digit());
    let is_told = is_tx || ask.expects(Networks::of(Network::Hedera));
    let enough = if is_told { 1 } else { 5 };
    if len < enough || number.starts_with('0') {
        return None;
    }
    let (rest, kind) = match behind.as_bytes() {
        [b'@' | b'-', digit, ..] if digit.is_ascii_digit() => (time_len(behind), Kind::Tx),
        [b'-', letters @ ..]
            if letters.iter().take_while(|it| it.is_ascii_lowercase()).count() == 5 =>
        {
            (6, Kind::Address)
        }
        [b'.', digit, ..] if digit.is_ascii_digit() => return None,
        [letter, ..] if letter.is_ascii_alphanumeric() => return None,
        _ => (0, Kind::Address),
    };
    let value = source.get(..4 + len + rest)?;
    Some((token.start + value.len(), value.to_owned(), kind))
}

fn time_len(behind: &str) -> usize {
    let part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'@' | b'-' | b'.');
    let len = behind.bytes().take(24).take_while(part).count();
    behind.get(..len).unwrap_or_default().trim_end_matches(['.', '-']).len()
}

/// Letters and points as in the name of a host: at least one label begins with a letter.
pub(crate) fn is_dotted_name(text: &str) -> bool {
    let top = text.rsplit_once('.').map(|(_, top)| top).unwrap_or_default();
    top.len() >= 2 && top.chars().all(char::is_alphabetic)
}

/// `alice.near`: lower case, digits and marks between them, 2 to 64 characters (NEAR's account id rules).
pub(crate) fn is_near_name(name: &str) -> bool {
    let Some(own) = name.strip_suffix(".near") else { return false };
    let fits = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.')
    };
    (2..=59).contains(&own.len())
        && own.bytes().all(fits)
        && own.bytes().any(|byte| byte.is_ascii_alphanumeric())
}
