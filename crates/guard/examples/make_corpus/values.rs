//! Values that may stay in a text: what a support desk reads all day.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use crate::encoding::{base58check, bech32, crc16, ripple, strkey};
use crate::fresh_values;
use crate::random::{ALPHANUMERIC, Random, UPPER_HEX};

/// A value for a slot of this name; `None` when there is no such slot.
pub fn innocent(name: &str, random: &mut Random) -> Option<String> {
    on_chain(name, random)
        .or_else(|| of_an_api(name, random))
        .or_else(|| of_an_office(name, random))
        .or_else(|| fresh_values::innocent(name, random))
}

fn on_chain(name: &str, random: &mut Random) -> Option<String> {
    Some(match name {
        "tx" => format!("0x{}", random.hex(64)),
        "btctx" => random.hex(64),
        "uppertx" => random.string(UPPER_HEX, 64),
        "addr" => format!("0x{}", random.hex(40)),
        "tron" => base58check(&prefixed(&[0x41], random.bytes(20))),
        "btc" => base58check(&prefixed(&[0], random.bytes(20))),
        "segwit" => bech32("bc", Some(0), &random.bytes(20)),
        "ltc" => bech32("ltc", Some(0), &random.bytes(20)),
        "cosmos" => bech32("cosmos", None, &random.bytes(20)),
        "cardano" => bech32("addr", None, &prefixed(&[1], random.bytes(56))),
        "sol" => bs58::encode(random.bytes(32)).into_string(),
        "solsig" => bs58::encode(random.bytes(64)).into_string(),
        "xrp" => ripple(&prefixed(&[0], random.bytes(20))),
        "stellar" => strkey(6 << 3, &random.bytes(32)),
        "ton" => ton_address(random),
        "xpub" => base58check(&extended_public_key(random)),
        "pubkey" => format!("02{}", random.hex(64)),
        "height" => random.between(100_000, 99_999_999).to_string(),
        "tag" => random.between(1_000, 3_999_999_999).to_string(),
        _ => return None,
    })
}

fn of_an_api(name: &str, random: &mut Random) -> Option<String> {
    Some(match name {
        "accessid" => random.string(UPPER_HEX, 32),
        "hexsig" => random.hex(64),
        "md5sig" => random.string(UPPER_HEX, 32),
        "b64sig" => STANDARD.encode(random.bytes(32)),
        "uuid" => random.uuid(),
        "order" => random.digits(18).replacen('0', "7", 1),
        "md5" => random.hex(32),
        "sha1" | "git" => random.hex(40),
        "sha256" => random.hex(64),
        "shortgit" => random.hex(8),
        "png" => format!("iVBORw0KGgoAAAANSUhEUgAA{}", random.string(ALPHANUMERIC, 60)),
        "ms" => format!("17{}", random.digits(11)),
        "seconds" => format!("17{}", random.digits(8)),
        "ip" => format!("203.0.113.{}", random.below(256)),
        "iso" => format!("{}T{}.{}Z", date(random), time(random), random.digits(3)),
        _ => return None,
    })
}

fn of_an_office(name: &str, random: &mut Random) -> Option<String> {
    Some(match name {
        "date" => date(random),
        "time" => time(random),
        "amount" => amount(random),
        "price" => format!("{},{}.{}", random.between(10, 99), random.digits(3), random.digits(2)),
        "phone" => format!("+{} {} {}", random.between(1, 99), random.digits(3), random.digits(7)),
        "ticket" => format!("#{}", random.between(100_000, 9_999_999)),
        "pd" => format!(
            "PD-{}-{}-7",
            random.string("ABCDEFGHJKMNPQRS", 4),
            random.string("23456789", 4)
        ),
        "uid" => random.between(10_000_000, 999_999_999).to_string(),
        "track" => format!("RR{}CN", random.digits(9)),
        "six" => random.between(100_000, 999_999).to_string(),
        "num" => random.between(2, 90).to_string(),
        "email" => format!("{}{}@example.com", random.pick(NAMES), random.between(1, 99)),
        "name" => (*random.pick(NAMES)).to_owned(),
        _ => return None,
    })
}

const NAMES: &[&str] =
    &["anna", "liwei", "haruto", "minjun", "olga", "carlos", "mehmet", "linh", "omar", "sara"];

pub fn prefixed(prefix: &[u8], rest: Vec<u8>) -> Vec<u8> {
    prefix.iter().copied().chain(rest).collect()
}

fn extended_public_key(random: &mut Random) -> Vec<u8> {
    let head = prefixed(&[0x04, 0x88, 0xB2, 0x1E], random.bytes(41));
    head.into_iter().chain(prefixed(&[2], random.bytes(32))).collect()
}

fn ton_address(random: &mut Random) -> String {
    let mut bytes = prefixed(&[0x51, 0], random.bytes(32));
    bytes.extend(crc16(&bytes).to_be_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

fn date(random: &mut Random) -> String {
    format!("2026-{:02}-{:02}", random.between(1, 12), random.between(1, 28))
}

fn time(random: &mut Random) -> String {
    format!("{:02}:{:02}:{:02}", random.below(24), random.below(60), random.below(60))
}

fn amount(random: &mut Random) -> String {
    match random.below(4) {
        0 => format!("0.{}", random.digits(6)),
        1 => random.between(10, 99_999).to_string(),
        2 => format!("{},{}.{}", random.between(1, 99), random.digits(3), random.digits(2)),
        _ => format!("{}.{}", random.between(1, 999), random.digits(2)),
    }
}
