//! Says what became of a value that is not right: cut off, too long, one character changed, a letter that looks alike.
//!
//! Random words must not be called broken addresses. So a value is diagnosed only if it begins like one, mixes digits
//! and letters as no word does, and has nearly the length, or somebody spoke of an address or its network.

use crate::address::base58_forms::versioned;
use crate::address::hex_forms::{ADDRESS, HASH};
use crate::address::{
    Ask, BARE_HASH, Found, PREFIXED_HASH, bech32_forms, exact, ton, xlm_algo, xrp,
};
use crate::encoding::base32::is_base32;
use crate::encoding::base58::{self, Letters, is_base58};
use crate::encoding::base64::is_base64;
use crate::encoding::hex::is_hex;
use crate::item::{Check, Kind};
use crate::lexer::Buffer;
use crate::network::{Network, Networks};
use crate::problem::Problem;

/// More characters than this behind a whole value are another text.
const MOST_SURPLUS: usize = 6;

pub(crate) fn diagnose(text: &str, ask: &Ask<'_>) -> Option<Found> {
    if let Some(body) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return prefixed(body, ask);
    }
    if is_hex(text) {
        return bare(text, ask);
    }
    bech32(text, ask).or_else(|| misread_bare(text)).or_else(|| letters(text, ask))
}

/// `0x` and a number of digits that is neither an address's nor a hash's.
fn prefixed(body: &str, ask: &Ask<'_>) -> Option<Found> {
    let have = body.len();
    let enough = if ask.label.is_some() { 6 } else { 20 };
    if !is_hex(body) || have < enough || have > HASH + MOST_SURPLUS {
        return misread_hex(body);
    }
    let is_address = have <= ADDRESS + 4 && !(ask.wants(Kind::Tx) && have != ADDRESS);
    let (found, want) = if is_address {
        (Found::address(Networks::EVM, Check::Shape), ADDRESS)
    } else {
        (Found::tx(PREFIXED_HASH), HASH)
    };
    Some(found.with_problem(length_problem(have + 2, want + 2)))
}

fn length_problem(have: usize, want: usize) -> Problem {
    if have < want { Problem::CutOff { have, want } } else { Problem::TooLong { have, want } }
}

/// The right length and one character that is no digit: the letter O for a zero, the letter l for a one.
fn misread_hex(body: &str) -> Option<Found> {
    let mut wrong = body.char_indices().filter(|(_, c)| !c.is_ascii_hexdigit());
    let (at, found) = wrong.next().filter(|_| wrong.next().is_none())?;
    let result = match body.len() {
        ADDRESS => Found::address(Networks::EVM, Check::Shape),
        HASH => Found::tx(PREFIXED_HASH),
        // A whole value, and one more letter that slipped in behind it.
        have if at + 1 == have && matches!(at, ADDRESS | HASH) => {
            let whole = if at == HASH {
                Found::tx(PREFIXED_HASH)
            } else {
                Found::address(Networks::EVM, Check::Shape)
            };
            return Some(whole.with_problem(length_problem(have + 2, at + 2)));
        }
        _ => return None,
    };
    let position = at + 2;
    let meant = match found {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ => {
            return Some(
                result.with_problem(Problem::ChangedCharacter { position, expected: None }),
            );
        }
    };
    let mended = format!("0x{}", body.replace(found, if meant == '0' { "0" } else { "1" }));
    let problem = match exact(&mended).filter(Found::is_valid) {
        Some(right) => {
            let problem = Problem::LookAlike { position, found, meant };
            return Some(right.with_mended(&mended).with_problem(problem));
        }
        // The capitals among the digits are a checksum, and say that something else is wrong as well.
        None => Problem::ChangedCharacter { position, expected: None },
    };
    Some(result.with_problem(problem))
}

/// The same for sixty-four digits without `0x`, of which up to two are letters that look like digits.
fn misread_bare(text: &str) -> Option<Found> {
    if text.len() != HASH {
        return None;
    }
    let mut wrong = text.char_indices().filter(|(_, c)| !c.is_ascii_hexdigit());
    let (position, found) = wrong.next()?;
    let others = wrong.count();
    let meant = match found {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ if others == 0 => {
            let problem = Problem::ChangedCharacter { position, expected: None };
            return Some(Found::tx(BARE_HASH).with_problem(problem));
        }
        _ => return None,
    };
    let mended = text.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    let right = exact(&mended).filter(|it| others < 2 && it.kind == Kind::Tx && it.is_valid())?;
    Some(right.with_mended(&mended).with_problem(Problem::LookAlike { position, found, meant }))
}

/// Digits without `0x`. Forty are also the name of a version of source code, thirty-two a checksum of a file: only the
/// neighbourhood of sixty-four is a broken hash by itself.
fn bare(text: &str, ask: &Ask<'_>) -> Option<Found> {
    let have = text.len();
    let mixed = text.bytes().any(|it| it.is_ascii_digit())
        && text.bytes().any(|it| it.is_ascii_alphabetic());
    let near = (HASH - 6..=HASH + MOST_SURPLUS).contains(&have);
    let called = ask.wants(Kind::Tx) && (20..=HASH + MOST_SURPLUS).contains(&have);
    if mixed && have == ADDRESS && ask.wants(Kind::Address) {
        return Some(
            Found::address(Networks::EVM, Check::Shape).with_problem(Problem::MissingPrefix),
        );
    }
    (mixed && (near || called))
        .then(|| Found::tx(BARE_HASH).with_problem(length_problem(have, HASH)))
}

fn bech32(text: &str, ask: &Ask<'_>) -> Option<Found> {
    let (networks, problem) = bech32_forms::problem(text)?;
    let cash = text.contains(':');
    let data = text.rsplit([':', '1']).next().unwrap_or_default();
    let odd = data.bytes().filter(|byte| !byte.is_ascii_alphanumeric()).count();
    // A short human-readable part, `u1…` or `sei1…`, is a word with a number as well.
    let enough = if ask.expects(networks) { 12 } else { 20 };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if odd > 0 || text.len() < enough || digits < 3 && !cash {
        return None;
    }
    Some(Found::address(networks, Check::Checksum).with_problem(problem))
}

/// What a beginning promises: networks, the lengths that the whole can have, and the alphabet.
struct Promise {
    networks: Networks,
    shortest: usize,
    longest: usize,
    alphabet: fn(u8) -> bool,
}

fn promise(text: &str) -> Option<Promise> {
    let base58 = |networks: &[Network], shortest, longest| Promise {
        networks: Networks::from_slice(networks),
        shortest,
        longest,
        alphabet: is_base58,
    };
    let upper = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let one = |network, len, alphabet| Promise {
        networks: Networks::of(network),
        shortest: len,
        longest: len,
        alphabet,
    };
    match text.as_bytes() {
        [b'E' | b'U', b'Q', ..] if text.len() > 36 => {
            Some(one(Network::Ton, ton::FRIENDLY, is_base64))
        }
        [b'k' | b'0', b'Q', ..] if text.len() > 36 => {
            Some(one(Network::TonTestnet, ton::FRIENDLY, is_base64))
        }
        [b'G', rest @ ..] if rest.iter().copied().all(upper) => {
            Some(one(Network::Stellar, 56, upper))
        }
        [b'M', rest @ ..] if rest.iter().copied().all(upper) => {
            Some(one(Network::Stellar, 69, upper))
        }
        // Half of a key that begins with S would be a secret's, and of those nothing is said.
        [first, ..] if *first != b'S' && text.len() >= 40 && is_base32(text) => {
            Some(one(Network::Algorand, 58, upper))
        }
        // One is Polkadot's as long as it is too long for Bitcoin.
        [b'1', ..] if (45..=52).contains(&text.len()) => Some(base58(&[Network::Polkadot], 47, 48)),
        [b't', b'1' | b'3', ..] => Some(base58(&[Network::Zcash], 35, 35)),
        [b't', b'z', b'1'..=b'4', ..] | [b'K', b'T', b'1', ..] => {
            Some(base58(&[Network::Tezos], 36, 36))
        }
        [b'T', ..] => Some(base58(&[Network::Tron], 34, 34)),
        [b'1', ..] => Some(base58(&[Network::Bitcoin, Network::BitcoinCash], 33, 34)),
        [b'3', ..] => {
            Some(base58(&[Network::Bitcoin, Network::BitcoinCash, Network::Litecoin], 34, 34))
        }
        [b'L' | b'M', ..] => Some(base58(&[Network::Litecoin], 34, 34)),
        [b'D', ..] => Some(base58(&[Network::Dogecoin], 34, 34)),
        [b'r', ..] => Some(base58(&[Network::Xrp], 33, 34)),
        [b'X', ..] => Some(base58(&[Network::Xrp], 47, 47)),
        [b'4' | b'8', ..] if text.len() > 60 => Some(base58(&[Network::Monero], 95, 95)),
        _ => None,
    }
}

fn letters(text: &str, ask: &Ask<'_>) -> Option<Found> {
    let promise = promise(text)?;
    let have = text.len();
    let expected = ask.expects(promise.networks);
    let enough = if expected { 12 } else { promise.shortest.saturating_sub(4) };
    if have < enough || have > promise.longest + MOST_SURPLUS || !is_random(text) {
        return None;
    }
    let wrong = text.bytes().filter(|byte| !(promise.alphabet)(*byte)).count();
    if wrong > 0 {
        return mended(text, &promise, wrong);
    }
    let problem = match have {
        _ if have < promise.shortest => Problem::CutOff { have, want: promise.longest },
        _ if have > promise.longest => return too_long(text, &promise),
        _ => changed(text, &promise, ask),
    };
    Some(Found::address(promise.networks, Check::Checksum).with_problem(problem))
}

/// Digits, capitals and small letters beside each other as no word has them.
fn is_random(text: &str) -> bool {
    let count = |class: fn(&u8) -> bool| text.bytes().filter(class).count();
    let (digits, upper) = (count(u8::is_ascii_digit), count(u8::is_ascii_uppercase));
    let lower = count(u8::is_ascii_lowercase);
    digits >= 2 && upper >= 2 && (lower >= 2 || is_base32(text))
}

/// Behind a whole value stand a few characters more.
fn too_long(text: &str, promise: &Promise) -> Option<Found> {
    let lens = (promise.shortest..=promise.longest).rev();
    let whole = |len: usize| {
        let found = text.get(..len).and_then(exact)?;
        let same = !found.networks.intersection(promise.networks).is_empty();
        (same && found.is_valid()).then_some((found, len))
    };
    let (found, want) = lens.into_iter().find_map(whole)?;
    Some(found.with_problem(Problem::TooLong { have: text.len(), want }))
}

/// Whole in length, and the checksum does not fit: looks for the one character.
fn changed(text: &str, promise: &Promise, ask: &Ask<'_>) -> Problem {
    let has = |network| promise.networks.contains(network);
    if has(Network::Ton) || has(Network::Stellar) || has(Network::Algorand) {
        return changed_by_trial(text, promise, ask);
    }
    let letters = if has(Network::Xrp) { Letters::Xrp } else { Letters::Bitcoin };
    let is_hashed = text.len() <= 36 && (promise.alphabet)(b'a');
    if !is_hashed || !ask.may_search() {
        return Problem::WrongChecksum;
    }
    let fits = |bytes: &[u8]| match letters {
        Letters::Xrp => xrp::account(bytes).is_some(),
        Letters::Bitcoin => versioned(bytes)
            .is_some_and(|(_, networks)| !networks.intersection(promise.networks).is_empty()),
    };
    base58::find_changed(text, letters, fits).map_or(Problem::WrongChecksum, |(position, c)| {
        Problem::ChangedCharacter { position, expected: Some(c) }
    })
}

/// The same where nothing but trial tells: every other character at every place. Of sixteen bits of a checksum one of these three
/// thousand trials is right by chance now and then, so two that are right say nothing.
fn changed_by_trial(text: &str, promise: &Promise, ask: &Ask<'_>) -> Problem {
    if !ask.may_search() {
        return Problem::WrongChecksum;
    }
    let is_ton = promise.networks.contains(Network::Ton);
    let is_letter = |byte: &u8| match byte {
        b'A'..=b'Z' | b'2'..=b'7' => true,
        b'a'..=b'z' | b'0' | b'1' | b'8' | b'9' | b'-' | b'_' => is_ton,
        _ => false,
    };
    // Of all forms only these are asked: three thousand times.
    let read: fn(&str) -> Option<Found> = if is_ton { ton::friendly } else { xlm_algo::exact };
    let mut trial = Buffer::new();
    trial.push_folded(text);
    let mut right = None;
    for (at, original) in text.bytes().enumerate() {
        for letter in (b'-'..=b'z').filter(|byte| is_letter(byte) && *byte != original) {
            trial.set(at, letter);
            let fits = read(trial.as_str()).is_some_and(|it| {
                it.is_valid() && !it.networks.intersection(promise.networks).is_empty()
            });
            if fits && right.replace((at, char::from(letter))).is_some() {
                return Problem::WrongChecksum;
            }
        }
        trial.set(at, original);
    }
    right.map_or(Problem::WrongChecksum, |(position, expected)| Problem::ChangedCharacter {
        position,
        expected: Some(expected),
    })
}

/// Characters that the alphabet lacks because they look like others: tries what they look like.
fn mended(text: &str, promise: &Promise, wrong: usize) -> Option<Found> {
    let places = text
        .char_indices()
        .filter(|(_, c)| u8::try_from(*c).is_ok_and(|it| !(promise.alphabet)(it)));
    let mut trial = Buffer::new();
    trial.push_folded(text);
    let mut first = None;
    for (at, c) in places.take(2) {
        first = first.or(Some((at, c)));
        trial.set(at, twin(c, false));
    }
    let (position, found) = first?;
    for second in [false, true] {
        let meant = twin(found, second);
        trial.set(position, meant);
        if wrong <= 2
            && let Some(right) = exact(trial.as_str()).filter(Found::is_valid)
        {
            let meant = char::from(meant);
            let problem = Problem::LookAlike { position, found, meant };
            return Some(right.with_mended(trial.as_str()).with_problem(problem));
        }
    }
    let fits = wrong == 1 && (promise.shortest..=promise.longest).contains(&text.len());
    fits.then(|| {
        Found::address(promise.networks, Check::Checksum)
            .with_problem(Problem::ChangedCharacter { position, expected: None })
    })
}

fn twin(c: char, second: bool) -> u8 {
    match (c, second) {
        ('0' | 'O', false) => b'o',
        ('0' | 'O', true) => b'Q',
        ('I' | 'l', false) => b'1',
        ('I', true) => b'i',
        ('l', true) => b'L',
        // Base32 has neither 0 nor 1, nor 8 and 9.
        _ => b'?',
    }
}
