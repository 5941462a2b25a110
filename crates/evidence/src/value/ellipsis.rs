//! Values that a program shortened for display: `0x12ab…89ef`, `bc1qw508...v8f3t4`.

use crate::address::{Ask, BARE_HASH, Found, PREFIXED_HASH};
use crate::encoding::base32::is_base32;
use crate::encoding::base58::is_base58;
use crate::encoding::hex::is_hex;
use crate::item::{Check, Kind};
use crate::lexer::{Buffer, Lexer, Token};
use crate::network::{Network, Networks};
use crate::problem::Problem;
use crate::scan::Scanner;
use crate::value::{Cut, LONGEST_JOINED};

/// What stands between both ends.
const GAPS: [&str; 6] = ["...", "…", "..", "⋯", "****", "***"];
/// "a1b2c3..d4e5f6" is a range of versions of source code, "0x10..20" one of numbers.
const OF_RANGES: &str = "..";
/// So many digits behind `0x` both ends have together at least: where somebody spoke of an address or a transaction, where two
/// points stand between them, and else. Fewer are a range of numbers.
const CALLED: usize = 4;
const IN_RANGES: usize = 8;
const SHORTENED: usize = 6;

/// Digits of a hash: a shortened one has fewer.
const HASH: usize = 64;

/// The beginnings of addresses that are told by them, and the networks.
#[rustfmt::skip]
const TELLING: [(&str, Network); 19] = [
    ("bc1", Network::Bitcoin), ("tb1", Network::BitcoinTestnet), ("ltc1", Network::Litecoin), ("addr1", Network::Cardano), ("stake1", Network::Cardano),
    ("cosmos1", Network::Cosmos), ("osmo1", Network::Osmosis), ("inj1", Network::Injective), ("thor1", Network::Thorchain), ("kava1", Network::Kava),
    ("celestia1", Network::Celestia), ("terra1", Network::Terra), ("dydx1", Network::Dydx), ("secret1", Network::Secret), ("tz1", Network::Tezos),
    ("tz2", Network::Tezos), ("KT1", Network::Tezos), ("EQ", Network::Ton), ("UQ", Network::Ton),
];

/// Single letters with which words begin as well.
#[rustfmt::skip]
const LETTERS: [(char, Network); 9] = [
    ('T', Network::Tron), ('r', Network::Xrp), ('G', Network::Stellar), ('1', Network::Bitcoin), ('3', Network::Bitcoin), ('D', Network::Dogecoin),
    ('L', Network::Litecoin), ('M', Network::Litecoin), ('X', Network::Xrp),
];

/// Three points, or the one character of them, between two pieces.
pub(super) fn read(scanner: &Scanner<'_>, token: Token, head: &str, ask: &Ask<'_>) -> Option<Cut> {
    let behind = scanner.text.get(token.end..)?;
    let gap = GAPS.iter().find(|gap| behind.starts_with(**gap))?;
    let tail_start = token.end + gap.len();
    let tail = Lexer::new(scanner.text, tail_start).next().filter(|it| it.start == tail_start)?;
    let mut buffer = Buffer::new();
    let tail_text = scanner.plain(tail, &mut buffer);
    let (kind, networks) = halves(head, gap, tail_text, ask)?;
    let problem = Problem::Ellipsis { head: head.len(), tail: tail_text.len() };
    let found = Found { kind, ..Found::address(networks, Check::Shape) };
    Some((token.start, tail.end, format!("{head}…{tail_text}"), found.with_problem(problem)))
}

/// What both ends together can be.
fn halves(head: &str, gap: &str, tail: &str, ask: &Ask<'_>) -> Option<(Kind, Networks)> {
    let kind = ask.label.unwrap_or(Kind::Address);
    // Nothing is that long before it was shortened.
    if head.len() + tail.len() > LONGEST_JOINED {
        return None;
    }
    if let Some(body) = head.strip_prefix("0x") {
        let enough = match ask.label {
            Some(_) => CALLED,
            None if gap == OF_RANGES => IN_RANGES,
            None => SHORTENED,
        };
        let digits = body.len() + tail.len();
        let is_short = body.len() >= 2 && tail.len() >= 2 && (enough..HASH).contains(&digits);
        let fits = is_short && is_hex(body) && is_hex(tail);
        let networks = if kind == Kind::Tx { PREFIXED_HASH } else { Networks::EVM };
        return fits.then_some((kind, networks));
    }
    if tail.len() < 3 || head.len() < 3 {
        return None;
    }
    if is_hash(head, gap, tail, ask) {
        return Some((Kind::Tx, BARE_HASH));
    }
    let network = told(head).or_else(|| lettered(head, tail))?;
    Some((Kind::Address, Networks::of(network)))
}

/// Hexadecimal digits on both sides, so many and so mixed that they are no words and no numbers, or called a transaction.
fn is_hash(head: &str, gap: &str, tail: &str, ask: &Ask<'_>) -> bool {
    let mixed = |text: &str| {
        text.bytes().any(|byte| byte.is_ascii_digit())
            && text.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let letters = |text: &str| text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_long = head.len() >= 6 && tail.len() >= 4 && mixed(head) && mixed(tail);
    is_hex(head)
        && is_hex(tail)
        && match ask.label {
            Some(Kind::Tx) => head.len() >= 4 && letters(head) && letters(tail),
            None => is_long && gap != OF_RANGES,
            _ => false,
        }
}

/// The network whose addresses begin so, with something behind the beginning.
fn told(head: &str) -> Option<Network> {
    let (part, network) = TELLING.iter().find(|(part, _)| head.starts_with(part))?;
    let body = head.get(part.len()..).unwrap_or_default();
    let has = |class: fn(&u8) -> bool| body.bytes().any(|byte| class(&byte));
    // Two letters are the beginning of a word, too.
    let fits = if part.len() == 2 {
        body.len() >= 3 && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase)
    } else {
        !body.is_empty()
    };
    fits.then_some(*network)
}

/// The network whose addresses begin with this letter, if both ends are mixed as no words and no numbers are.
fn lettered(head: &str, tail: &str) -> Option<Network> {
    let (letter, network) = LETTERS.iter().find(|(letter, _)| head.starts_with(*letter))?;
    let base58 = head.bytes().chain(tail.bytes()).all(is_base58);
    let fits = if *letter == 'G' {
        // Capitals and digits from 2 to 7.
        head.len() >= 5 && tail.len() >= 4 && is_base32(head) && is_base32(tail) && steps(head)
    } else {
        base58 && (rises(head) && rises(tail) || is_odd(head) && tail.len() >= 4 && !is_word(tail))
    };
    fits.then_some(*network)
}

/// A capital behind a small letter, as words do not have it.
fn rises(text: &str) -> bool {
    text.as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
}

/// A letter behind a digit, as numbered words do not have it.
fn steps(text: &str) -> bool {
    text.as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_ascii_digit() && b.is_ascii_alphabetic()))
}

/// Digits, capitals and small letters, and an order of them that no word has.
fn is_odd(text: &str) -> bool {
    let has = |class: fn(&u8) -> bool| text.bytes().any(|byte| class(&byte));
    has(u8::is_ascii_digit)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_uppercase)
        && (rises(text) || steps(text))
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase())
        && text.bytes().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}
