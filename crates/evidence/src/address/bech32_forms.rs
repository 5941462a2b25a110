//! Addresses in bech32: segregated witness (BIP-173, BIP-350), MWEB, the Cosmos family (SLIP-173), Cardano (CIP-19), and
//! Zcash; and Bitcoin Cash's, whose code is a cousin of it (spec of CashAddr).

use crate::address::Found;
use crate::encoding::bech32::{Code, bytes, value};
use crate::item::Check;
use crate::network::{Network, Networks};
use crate::problem::Problem;

/// What stands behind a human-readable part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Witness version and program.
    Witness,
    /// Version 0 and two public keys of 33 bytes.
    Mweb,
    /// 20 bytes of an account or 32 of a contract.
    Account,
    /// Header byte and credentials; the network's number is in the header.
    Cardano,
    /// A receiver in bech32; what is inside is not looked at.
    Sapling,
    /// Several receivers in bech32m; what is inside is not looked at (ZIP-316).
    Unified,
}

#[rustfmt::skip]
const PARTS: &[(&str, Network, Form)] = &[
    ("bc", Network::Bitcoin, Form::Witness), ("tb", Network::BitcoinTestnet, Form::Witness),
    ("bcrt", Network::BitcoinTestnet, Form::Witness), ("ltc", Network::Litecoin, Form::Witness),
    ("tltc", Network::LitecoinTestnet, Form::Witness), ("rltc", Network::LitecoinTestnet, Form::Witness),
    ("ltcmweb", Network::Litecoin, Form::Mweb), ("tmweb", Network::LitecoinTestnet, Form::Mweb),
    ("addr", Network::Cardano, Form::Cardano), ("addr_test", Network::CardanoTestnet, Form::Cardano),
    ("stake", Network::Cardano, Form::Cardano), ("stake_test", Network::CardanoTestnet, Form::Cardano),
    ("zs", Network::Zcash, Form::Sapling), ("u", Network::Zcash, Form::Unified),
    ("ztestsapling", Network::ZcashTestnet, Form::Sapling), ("utest", Network::ZcashTestnet, Form::Unified),
    ("cosmos", Network::Cosmos, Form::Account), ("osmo", Network::Osmosis, Form::Account),
    ("kava", Network::Kava, Form::Account), ("sei", Network::Sei, Form::Account),
    ("celestia", Network::Celestia, Form::Account), ("inj", Network::Injective, Form::Account),
    ("thor", Network::Thorchain, Form::Account), ("terra", Network::Terra, Form::Account),
    ("dydx", Network::Dydx, Form::Account), ("secret", Network::Secret, Form::Account),
    ("juno", Network::Juno, Form::Account), ("stars", Network::Stargaze, Form::Account),
    ("axelar", Network::Axelar, Form::Account), ("neutron", Network::Neutron, Form::Account),
    ("noble", Network::Noble, Form::Account), ("persistence", Network::Persistence, Form::Account),
    ("band", Network::Band, Form::Account), ("stride", Network::Stride, Form::Account),
    ("kujira", Network::Kujira, Form::Account), ("fetch", Network::FetchAi, Form::Account),
    ("umee", Network::Umee, Form::Account), ("akash", Network::Akash, Form::Account),
    ("core", Network::Coreum, Form::Account), ("agoric", Network::Agoric, Form::Account),
    ("dym", Network::Dymension, Form::Account), ("cro", Network::CryptoOrg, Form::Account),
    ("bnb", Network::BnbBeacon, Form::Account), ("tbnb", Network::BnbBeaconTestnet, Form::Account),
];

/// A text whose human-readable part is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parted<'a> {
    pub hrp: &'a str,
    pub data: &'a str,
    pub network: Network,
    pub form: Form,
}

/// Splits at the last `1`, which the alphabet lacks.
pub(super) fn parted(text: &str) -> Option<Parted<'_>> {
    let first = text.bytes().next()?;
    let longest_part = text.get(..text.len().min(14))?;
    let at = longest_part.find('1')?;
    let (hrp, data) = (text.get(..at)?, text.get(at + 1..)?);
    let known = |(part, _, _): &&(&str, Network, Form)| {
        part.as_bytes().first() == Some(&first.to_ascii_lowercase())
            && part.eq_ignore_ascii_case(hrp)
    };
    let (_, network, form) = PARTS.iter().find(known).copied()?;
    Some(Parted { hrp, data, network, form })
}

/// Tells whether every character of the text can stand in bech32 behind a known human-readable part.
pub(crate) fn is_bech32(text: &str) -> bool {
    parted(text).is_some_and(|it| it.data.bytes().all(|byte| value(byte).is_some()))
}

pub(super) fn exact(text: &str) -> Option<Found> {
    if let Some(parted) = parted(text) {
        return checked(text, parted);
    }
    let cash = text.len() == 42 && matches!(text.as_bytes(), [b'q' | b'p', ..]);
    cash.then(|| cash_address("bitcoincash", text)).flatten()
}

fn checked(text: &str, parted: Parted<'_>) -> Option<Found> {
    let Parted { hrp, data, network, form } = parted;
    let code =
        [Code::Bech32, Code::Bech32m].into_iter().find(|it| it.error(hrp, data) == Some(0))?;
    let found = Found::address(network, Check::Checksum);
    let body = data.len().checked_sub(code.checksum_len()).and_then(|it| data.get(..it))?;
    let mut room = [0; 160];
    if has_both_cases(text) {
        return Some(found.with_problem(Problem::MixedCase));
    }
    let problem = match form {
        Form::Witness => witness(body, code, &mut room).err(),
        Form::Mweb => mweb(body, code, &mut room).err(),
        Form::Account => account(body, code, &mut room).err(),
        Form::Cardano => cardano(hrp, body, code, &mut room).err(),
        Form::Sapling => (code != Code::Bech32 || body.len() != 69).then_some(Problem::Malformed),
        Form::Unified => (code != Code::Bech32m || body.len() < 40).then_some(Problem::Malformed),
    };
    match problem {
        Some(problem) => Some(found.with_problem(problem)),
        None => Some(found.warned(text, payload(form, &room))),
    }
}

/// The part in which zeroes mean that nobody has a key.
fn payload(form: Form, room: &[u8]) -> &[u8] {
    if matches!(form, Form::Witness | Form::Account) {
        room.get(..20).unwrap_or_default()
    } else {
        &[]
    }
}

fn has_both_cases(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_lowercase())
        && text.bytes().any(|byte| byte.is_ascii_uppercase())
}

fn witness(body: &str, code: Code, room: &mut [u8]) -> Result<(), Problem> {
    let (version, program) = body.split_at_checked(1).ok_or(Problem::Malformed)?;
    let version = version.bytes().next().and_then(value).ok_or(Problem::Malformed)?;
    let len = bytes(program, room).ok_or(Problem::Malformed)?.len();
    let fits = if version == 0 { matches!(len, 20 | 32) } else { (2..=40).contains(&len) };
    if version > 16 || !fits {
        return Err(Problem::Malformed);
    }
    let wanted = if version == 0 { Code::Bech32 } else { Code::Bech32m };
    if code == wanted { Ok(()) } else { Err(Problem::WrongVariant) }
}

fn mweb(body: &str, code: Code, room: &mut [u8]) -> Result<(), Problem> {
    let keys = body.strip_prefix(['q', 'Q']).and_then(|keys| bytes(keys, room));
    let fits = code == Code::Bech32 && keys.is_some_and(|keys| keys.len() == 66);
    if fits { Ok(()) } else { Err(Problem::Malformed) }
}

fn account(body: &str, code: Code, room: &mut [u8]) -> Result<(), Problem> {
    let fits = bytes(body, room).is_some_and(|bytes| matches!(bytes.len(), 20 | 32));
    match code {
        Code::Bech32 if fits => Ok(()),
        Code::Bech32m => Err(Problem::WrongVariant),
        _ => Err(Problem::Malformed),
    }
}

fn cardano(hrp: &str, body: &str, code: Code, room: &mut [u8]) -> Result<(), Problem> {
    let bytes = bytes(body, room).filter(|_| code == Code::Bech32).ok_or(Problem::Malformed)?;
    let header = *bytes.first().ok_or(Problem::Malformed)?;
    let is_test = hrp.len() > 5;
    let is_stake = hrp.as_bytes().first().is_some_and(|it| it.eq_ignore_ascii_case(&b's'));
    let length_fits = match header >> 4 {
        0..=3 => !is_stake && bytes.len() == 57,
        4 | 5 => !is_stake && bytes.len() >= 32,
        6 | 7 => !is_stake && bytes.len() == 29,
        14 | 15 => is_stake && bytes.len() == 29,
        _ => false,
    };
    let fits = length_fits && (header & 15 == u8::from(!is_test));
    if fits { Ok(()) } else { Err(Problem::Malformed) }
}

/// `bitcoincash:…`, `bchtest:…`, `kaspa:…`: schemes that are part of the checksum.
pub(super) fn with_scheme(text: &str) -> Option<Found> {
    let (scheme, data) = text.split_once(':')?;
    cash_address(scheme, data)
}

/// Version byte and hash in the alphabet of bech32, under a checksum of forty bits.
fn cash_address(scheme: &str, data: &str) -> Option<Found> {
    let network = cash_network(scheme)?;
    if Code::Cash.error(scheme, data) != Some(0) {
        return None;
    }
    let found = Found::address(network, Check::Checksum);
    let body = data.len().checked_sub(8).and_then(|it| data.get(..it))?;
    let mut room = [0; 80];
    let Some(bytes) = bytes(body, &mut room) else {
        return Some(found.with_problem(Problem::Malformed));
    };
    if has_both_cases(data) {
        return Some(found.with_problem(Problem::MixedCase));
    }
    let fits = network == Network::Kaspa || cash_length_fits(bytes);
    let found = if fits { found } else { found.with_problem(Problem::Malformed) };
    Some(found.warned(data, bytes.get(1..).unwrap_or_default()))
}

pub(super) fn cash_network(scheme: &str) -> Option<Network> {
    let networks = [
        ("bitcoincash", Network::BitcoinCash),
        ("bchtest", Network::BitcoinCashTestnet),
        ("bchreg", Network::BitcoinCashTestnet),
        ("kaspa", Network::Kaspa),
    ];
    networks.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(scheme)).map(|(_, it)| it)
}

/// The version byte says how long the hash is: 160 bits and more, in eight steps.
fn cash_length_fits(bytes: &[u8]) -> bool {
    let Some((version, hash)) = bytes.split_first() else { return false };
    let bits = [160, 192, 224, 256, 320, 384, 448, 512];
    version & 0x80 == 0 && bits.get(usize::from(version & 7)) == Some(&(hash.len() * 8))
}

/// What is wrong with a text that has a known human-readable part but no fitting checksum.
pub(super) fn problem(text: &str) -> Option<(Networks, Problem)> {
    let Dissected { code, hrp, data, network, wants } = dissect(text)?;
    let offset = text.len() - data.len();
    let wrong = data.char_indices().find(|(_, c)| u8::try_from(*c).ok().and_then(value).is_none());
    let have = text.len();
    let want = wants.iter().copied().find(|want| *want >= have);
    let is_whole = |want: &usize| *want < have && is_whole_until(text, *want);
    if let Some(want) = wants.iter().copied().find(is_whole) {
        return Some((network.into(), Problem::TooLong { have, want }));
    }
    let problem = match (wrong, want) {
        (Some((at, _)), _) => Problem::ChangedCharacter { position: offset + at, expected: None },
        (None, Some(want)) if want > have => Problem::CutOff { have, want },
        (None, None) => Problem::TooLong { have, want: *wants.last()? },
        _ => {
            let found = code.error(hrp, data).and_then(|error| code.find_changed(error, data));
            found.map_or(Problem::WrongChecksum, |(at, expected)| Problem::ChangedCharacter {
                position: offset + at,
                expected: Some(expected),
            })
        }
    };
    Some((network.into(), problem))
}

/// Tells whether so many characters of the text are an address, behind which others slipped in.
fn is_whole_until(text: &str, len: usize) -> bool {
    let found = text.get(..len).and_then(|whole| checked(whole, parted(whole)?));
    found.is_some_and(|found| found.is_valid())
}

/// A text by its parts, and the lengths that the whole can have.
struct Dissected<'a> {
    code: Code,
    hrp: &'a str,
    data: &'a str,
    network: Network,
    wants: [usize; 2],
}

fn dissect(text: &str) -> Option<Dissected<'_>> {
    if let Some((hrp, data)) = text.split_once(':') {
        let network = cash_network(hrp)?;
        let want = hrp.len() + 1 + if network == Network::Kaspa { 61 } else { 42 };
        return Some(Dissected { code: Code::Cash, hrp, data, network, wants: [want, want] });
    }
    let Parted { hrp, data, network, form } = parted(text)?;
    let version = data.bytes().next().and_then(value).unwrap_or_default();
    let is_new = form == Form::Unified || (form == Form::Witness && version > 0);
    let code = if is_new { Code::Bech32m } else { Code::Bech32 };
    let [short, long] = match form {
        Form::Witness if version == 0 => [39, 59],
        Form::Witness => [59, 59],
        Form::Account => [38, 58],
        Form::Mweb => [113, 113],
        Form::Cardano if hrp.eq_ignore_ascii_case("stake") => [53, 53],
        Form::Cardano => [53, 98],
        Form::Sapling => [75, 75],
        Form::Unified => return None,
    };
    let head = hrp.len() + 1;
    Some(Dissected { code, hrp, data, network, wants: [head + short, head + long] })
}
