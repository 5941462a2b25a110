//! Cuts hashes and addresses out of a text: with what stands glued before them, over breaks inside, around ellipses.

mod ellipsis;
mod ton;

use crate::address::{Ask, Found, diagnose, exact, is_bech32, is_begun_hex, ton as ton_address};
use crate::encoding::base32::is_base32;
use crate::encoding::base64::is_base64;
use crate::encoding::bech32;
use crate::encoding::hex::is_hex;
use crate::item::{Check, Kind};
use crate::lexer::{Buffer, DIGIT, HIDDEN, LONGEST, Lexer, Token, WIDE};
use crate::lookalike::latin;
use crate::network::{Network, Networks};
use crate::problem::Problem;
use crate::scan::Scanner;

/// The shortest value: a witness program of two bytes, `bc1sw50qgdz25j`.
const SHORTEST: usize = 14;
/// Pieces into which spaces may have broken a value.
const MOST_PIECES: usize = 16;
/// The longest value that is put together: the longest address of Cardano.
const LONGEST_JOINED: usize = 110;
/// White space between two pieces, with the mark of a quoted line, in characters.
const WIDEST_BREAK: usize = 4;

/// With more letters of other scripts in it, it is a word of theirs, or a text that is made for it: each token between two
/// of them looks at all of it.
const MOST_FOREIGN: usize = 32;

/// What stands behind the scheme of Bitcoin Cash, before the first break in it.
const SHORTEST_CASH: usize = 8;

/// Where it stands, what to keep, and what it is.
type Cut = (usize, usize, String, Found);

/// Tells a word from what could be a value, by a look at its end: nearly every word is short, has no digit, and stands
/// before a space.
pub(crate) fn may_begin(text: &str, token: Token) -> bool {
    if token.has(DIGIT | WIDE | HIDDEN) || token.len >= SHORTEST {
        return true;
    }
    let behind = text.as_bytes().get(token.end);
    let before = token.start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    let glues =
        |byte: &u8| matches!(byte, b'.' | b'-' | b'_' | b'+' | b'/' | b'*') || !byte.is_ascii();
    behind.is_some_and(glues) || before.is_some_and(|byte| !byte.is_ascii())
}

pub(crate) fn read(scanner: &Scanner<'_>, token: Token) -> Option<Cut> {
    let token = unescaped(scanner.text, token);
    let mut buffer = Buffer::new();
    if let Some(cut) = base64_form(scanner, token) {
        return Some(cut);
    }
    let start = glued_start(scanner, token);
    let whole = Token { start, len: token.len + token.start - start, ..token };
    let text = scanner.plain(whole, &mut buffer);
    if whole.len >= SHORTEST
        && let Some(found) = exact(text)
    {
        return Some(continued(scanner, whole, text, found));
    }
    if let Some(cut) = ton::read(scanner, token) {
        return Some(cut);
    }
    if token.len >= 2 && (token.has(DIGIT) || token.len > 16) {
        let ask = scanner.ask(start);
        return foreign(scanner, whole)
            .or_else(|| ellipsis::read(scanner, token, text, &ask))
            .or_else(|| joined(scanner, whole, text))
            .or_else(|| broken(whole, text, &ask))
            .filter(|(.., found)| !is_of_ton(found) || !ton::is_inside(scanner, token));
    }
    ellipsis::read(scanner, token, text, &scanner.ask(start)).or_else(|| foreign(scanner, whole))
}

fn is_of_ton(found: &Found) -> bool {
    !found.networks.intersection(ton::TON).is_empty() && found.kind == Kind::Address
}

/// The letter of an escape, as in the JSON text `\n0x…`, is no part of the value.
fn unescaped(text: &str, token: Token) -> Token {
    let before = token.start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    let letter = text.as_bytes().get(token.start);
    if before == Some(&b'\\') && matches!(letter, Some(b'n' | b'r' | b't')) && token.len > SHORTEST
    {
        return Token { start: token.start + 1, len: token.len - 1, ..token };
    }
    token
}

/// Some values begin before their last run of letters: `bitcoincash:q…`, `addr_test1…`, `0:ab…`.
fn glued_start(scanner: &Scanner<'_>, token: Token) -> usize {
    let before = scanner.text.get(scanner.taken()..token.start).unwrap_or_default();
    let longest = before.len().saturating_sub(12);
    let tail = before.as_bytes().get(longest..).unwrap_or_default();
    let glued = match tail.last() {
        Some(b':') if token.len == 64 => {
            ["-1:", "0:"].iter().find(|it| tail.ends_with(it.as_bytes()))
        }
        Some(b':') if token.len > 30 || is_part_of_cash(scanner.text, token) => {
            ["bitcoincash:", "bchtest:", "bchreg:", "kaspa:"].iter().find(|it| {
                let end = tail.len().checked_sub(it.len()).and_then(|at| tail.get(at..));
                end.is_some_and(|end| end.eq_ignore_ascii_case(it.as_bytes()))
            })
        }
        Some(b'_') if token.len > 30 => {
            ["addr_", "stake_"].iter().find(|it| tail.ends_with(it.as_bytes()))
        }
        _ => None,
    };
    token.start - glued.map_or(0, |it| it.len())
}

/// Tells whether a token could be the first piece of an address of Bitcoin Cash, behind its scheme.
fn is_part_of_cash(text: &str, token: Token) -> bool {
    let piece = text.get(token.start..token.end).unwrap_or_default();
    token.len >= SHORTEST_CASH
        && token.has(DIGIT)
        && piece.bytes().all(|byte| bech32::value(byte).is_some())
}

/// Adds what was odd about the writing, if nothing graver is known.
fn surfaced(mut found: Found, token: Token) -> Found {
    let odd = if token.has(HIDDEN) {
        Some(Problem::Invisible)
    } else {
        token.has(WIDE).then_some(Problem::FullWidth)
    };
    found.problem = found.problem.or(odd);
    found
}

/// An address without a checksum whose next piece makes it a transaction id: the line was broken after forty digits.
fn continued(scanner: &Scanner<'_>, token: Token, text: &str, found: Found) -> Cut {
    let whole = |found: Found| (token.start, token.end, text.to_owned(), surfaced(found, token));
    let is_open = found.kind == Kind::Address
        && text.len() == 42
        && found.check == Check::Shape
        && text.starts_with("0x");
    if !is_open {
        return whole(found);
    }
    match joined(scanner, token, text) {
        Some(cut) if cut.3.kind == Kind::Tx => cut,
        _ => whole(found),
    }
}

/// TON's addresses and ids in base64, which other tokens are cut at.
fn base64_form(scanner: &Scanner<'_>, token: Token) -> Option<Cut> {
    let source = scanner.text.get(token.start..)?;
    let ask = || scanner.ask(token.start);
    let may_be_tx = || token.len >= 8 && ask().hints.contains(Network::Ton);
    if !token.is_plain() || !(ton_address::has_flags(source) || may_be_tx()) {
        return None;
    }
    let len = source.bytes().take(49).take_while(|byte| is_base64(*byte)).count();
    let text = source.get(..len)?;
    let end = token.start + len;
    if len == 48 {
        let found =
            exact(text).filter(|found| !found.networks.intersection(ton::TON).is_empty())?;
        return Some((token.start, end, text.to_owned(), found));
    }
    let padded = source.as_bytes().get(len) == Some(&b'=');
    let bytes: Option<[u8; 32]> = crate::encoding::base64::decode(text);
    let fits =
        padded && may_be_tx() && bytes.is_some() && source.as_bytes().get(len + 1) != Some(&b'=');
    fits.then(|| (token.start, end + 1, format!("{text}="), Found::tx(Network::Ton)))
}

/// Letters of other scripts glued to the token: a value in which one of them replaced its twin.
fn foreign(scanner: &Scanner<'_>, token: Token) -> Option<Cut> {
    let text = scanner.text;
    let is_part = |c: char| c.is_ascii_alphanumeric() || latin(c).is_some();
    let behind = text.get(token.end..)?.chars().next().and_then(latin).is_some();
    let before = text
        .get(scanner.taken()..token.start)?
        .chars()
        .rev()
        .take(4)
        .take_while(|c| latin(*c).is_some());
    let start = token.start - before.map(char::len_utf8).sum::<usize>();
    if !behind && start == token.start {
        return None;
    }
    let mut letters = 0;
    let run = text.get(start..)?.chars().take(LONGEST).take_while(|c| is_part(*c));
    let run = run.take_while(|c| {
        letters += usize::from(!c.is_ascii());
        letters <= MOST_FOREIGN
    });
    let end = start + run.map(char::len_utf8).sum::<usize>();
    if letters > MOST_FOREIGN {
        return None;
    }
    let mut buffer = Buffer::new();
    let mut first = None;
    for (position, c) in text.get(start..end)?.chars().enumerate() {
        let byte = latin(c).or_else(|| u8::try_from(c).ok())?;
        if !c.is_ascii() {
            first = first.or(Some((position, c, char::from(byte))));
        }
        buffer.push(byte);
    }
    let (position, found, mut meant) = first?;
    let whole = |buffer: &Buffer| {
        exact(buffer.as_str()).filter(|it| it.is_valid() && buffer.len() >= SHORTEST)
    };
    let right = whole(&buffer).or_else(|| {
        // Among hexadecimal digits the letter stands for a zero.
        meant = matches!(meant, 'o' | 'O').then_some('0')?;
        buffer.set(position, b'0');
        whole(&buffer)
    })?;
    let right = right.with_problem(Problem::LookAlike { position, found, meant });
    Some((start, end, buffer.as_str().to_owned(), right))
}

/// Takes spaces and line breaks out from between pieces, until what is left is whole.
fn joined(scanner: &Scanner<'_>, token: Token, text: &str) -> Option<Cut> {
    let hex = is_begun_hex(text);
    let begins = hex || (token.len >= 4 && token.has(DIGIT) && is_begun_word(text));
    if !begins {
        return None;
    }
    let mut buffer = Buffer::new();
    buffer.push_folded(text);
    let (mut end, mut breaks_line, mut shorter) = (token.end, false, None);
    for _ in 1..MOST_PIECES {
        let Some((piece, breaks)) = next_piece(scanner.text, end) else { return shorter };
        breaks_line |= breaks;
        if !buffer.push_folded(scanner.text.get(piece.start..piece.end).unwrap_or_default()) {
            return shorter;
        }
        end = piece.end;
        let whole = buffer.as_str();
        if whole.len() > LONGEST_JOINED || (hex && !may_go_on(whole)) {
            return shorter;
        }
        let Some(found) = put_together(whole, hex) else { continue };
        let is_open = hex && found.check == Check::Shape && whole.len() == 42;
        let problem = if breaks_line { Problem::LineBreak } else { Problem::Spaces };
        let problem = found.problem.clone().unwrap_or(problem);
        let cut = Some((token.start, end, whole.to_owned(), found.with_problem(problem)));
        // Forty digits may be the beginning of sixty-four.
        if !is_open {
            return cut;
        }
        shorter = cut;
    }
    shorter
}

/// The next piece, if only a little white space stands before it, and whether that breaks the line.
fn next_piece(text: &str, end: usize) -> Option<(Token, bool)> {
    let piece = Lexer::new(text, end).next()?;
    let gap = text.get(end..piece.start)?;
    let fits = gap.chars().take(WIDEST_BREAK + 1).count() <= WIDEST_BREAK
        && gap.chars().all(|c| c.is_whitespace() || c == '>' && gap.starts_with(['\n', '\r']));
    fits.then(|| (piece, gap.contains(['\n', '\r'])))
}

fn put_together(whole: &str, hex: bool) -> Option<Found> {
    let may_be_whole = whole.len() >= 26 && (!hex || is_whole_hex(whole));
    let found = may_be_whole.then(|| exact(whole)).flatten()?;
    (found.is_valid() && is_certain(&found, whole)).then_some(found)
}

/// Hexadecimal digits so far, and not more than the longest value has. What began like one and is an address of another
/// alphabet is found whole or not at all.
fn may_go_on(whole: &str) -> bool {
    whole.len() <= 66 && is_hex(whole.strip_prefix("0x").unwrap_or(whole))
}

fn is_whole_hex(whole: &str) -> bool {
    let prefixed = whole.starts_with("0x");
    matches!((whole.len(), prefixed), (42 | 66, true) | (64, false))
}

/// A checksum, or a hash of digits all through: what chance does not make.
fn is_certain(found: &Found, whole: &str) -> bool {
    let hex = whole.strip_prefix("0x").unwrap_or(whole);
    found.check == Check::Checksum
        || (is_hex(hex) && hex.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// The first piece of an address in base58, base32 or bech32: digits and letters mixed, and a beginning that exists.
fn is_begun_word(text: &str) -> bool {
    let first = text.bytes().next().unwrap_or_default();
    let begins = matches!(
        first,
        b'1' | b'3' | b'T' | b'L' | b'M' | b'D' | b'r' | b'G' | b'X' | b'4' | b'8' | b'A' | b'9'
    );
    let tezos = ["tz1", "tz2", "tz3", "tz4", "KT1"].iter().any(|part| text.starts_with(part));
    // Algorand's have no beginning of their own; half of one is no word.
    let algorand = text.len() >= LONG_PIECE && is_base32(text);
    is_bech32(text)
        || tezos
        || algorand
        || text.contains(':')
        || (begins && text.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// So many capitals and digits are no word.
const LONG_PIECE: usize = 16;

fn broken(token: Token, text: &str, ask: &Ask<'_>) -> Option<Cut> {
    if text.len() < 8 {
        return None;
    }
    let found = diagnose(text, ask)?;
    Some((token.start, token.end, text.to_owned(), found))
}

/// Some forms are an address on one chain and a transaction id on another: what was said decides.
pub(crate) fn relabelled(found: Found, ask: &Ask<'_>) -> Found {
    let accounts = Networks::from_slice(&[Network::Sui, Network::Aptos, Network::Near]);
    let digests = Networks::from_slice(&[Network::Sui, Network::Near]);
    let hinted = |networks: Networks| ask.hints.intersection(networks);
    match found.kind {
        Kind::Tx
            if ask.wants(Kind::Address)
                && !hinted(accounts).is_empty()
                && found.check == Check::Shape
                // Sixty-four digits can be either; what only one network has is what it looks like.
                && found.networks.single().is_none() =>
        {
            Found { kind: Kind::Address, networks: hinted(accounts), ..found }
        }
        Kind::Address
            if ask.wants(Kind::Tx)
                && !hinted(digests).is_empty()
                && found.networks == Networks::of(Network::Solana) =>
        {
            Found { kind: Kind::Tx, networks: hinted(digests), problem: None, ..found }
        }
        _ => found,
    }
}

#[cfg(test)]
mod tests {
    use super::MOST_FOREIGN;
    use crate::{Kind, Options, scan};

    #[test]
    fn a_hash_has_some_letters_of_another_script_and_not_any_number() {
        let hash = |foreign: usize| {
            let digits = "a1".repeat(MOST_FOREIGN - foreign) + &"\u{430}1".repeat(foreign);
            scan(&format!("hash 0x{digits}, ok"), &Options::default())
        };
        for foreign in [1, 5, MOST_FOREIGN] {
            let items = hash(foreign);
            assert_eq!(items.first().map(|item| item.kind), Some(Kind::Tx), "{foreign}");
        }
        let text = format!("hash 0x{}, ok", "\u{430}".repeat(64));
        assert_eq!(scan(&text, &Options::default()), []);
    }
}
