//! Values that may stay in a text and that are easily taken for secrets.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use crate::accounts::grouped;
use crate::encoding::{base32, iban, luhn_digit};
use crate::random::{ALPHANUMERIC, Random, UPPER_HEX};
use crate::values::prefixed;

/// A value for a slot of this name; `None` when there is no such slot.
pub fn innocent(name: &str, random: &mut Random) -> Option<String> {
    of_a_chain(name, random)
        .or_else(|| of_a_machine(name, random))
        .or_else(|| of_an_office(name, random))
}

fn of_a_chain(name: &str, random: &mut Random) -> Option<String> {
    Some(match name {
        // Implicit accounts of NEAR and addresses of Aptos are 64 digits, as a private key is.
        "near" => random.hex(64),
        "aptos" => format!("0x{}", random.hex(64)),
        "algo" => base32(&random.bytes(36)),
        "dot" => bs58::encode(prefixed(&[0], random.bytes(34))).into_string(),
        "cid" => bs58::encode(prefixed(&[0x12, 0x20], random.bytes(32))).into_string(),
        "cidv1" => format!("b{}", base32(&prefixed(&[1, 0x70, 0x12, 0x20], random.bytes(32))))
            .to_lowercase(),
        "memo" => random.between(10_000, 999_999_999).to_string(),
        "pct" => format!("{}.{} %", random.between(1, 60), random.digits(2)),
        _ => return None,
    })
}

fn of_a_machine(name: &str, random: &mut Random) -> Option<String> {
    Some(match name {
        "traceid" => random.hex(32),
        "version" => {
            format!("{}.{}.{}", random.between(1, 9), random.between(10, 99), random.digits(4))
        }
        "onion" => format!("{}d", base32(&random.bytes(34)).to_lowercase()),
        "sshfp" => format!("SHA256:{}", STANDARD_NO_PAD.encode(random.bytes(32))),
        "sshb64" => STANDARD_NO_PAD.encode(random.bytes(32)),
        "pubb64" => STANDARD_NO_PAD.encode(random.bytes(33)),
        "b64long" => STANDARD_NO_PAD.encode(random.bytes(63)),
        "pgpfp" => (0..10).map(|_| random.string(UPPER_HEX, 4)).collect::<Vec<_>>().join(" "),
        "colons" => (0..20).map(|_| random.string(UPPER_HEX, 2)).collect::<Vec<_>>().join(":"),
        _ => return None,
    })
}

fn of_an_office(name: &str, random: &mut Random) -> Option<String> {
    Some(match name {
        "badcard" => bad_card(random),
        "badiban" => bad_iban(random),
        "imei" => format!("35{}", random.digits(13)),
        "isbn" => format!(
            "978-{}-{}-{}-{}",
            random.digits(1),
            random.digits(4),
            random.digits(4),
            random.digits(1)
        ),
        "ups" => format!("1Z{}", random.string(ALPHANUMERIC, 16).to_uppercase()),
        _ => return None,
    })
}

/// The digits of a card with a check digit that is wrong by one or more.
fn bad_card(random: &mut Random) -> String {
    let body = format!("4{}", random.digits(14));
    let right = luhn_digit(&body).to_digit(10).unwrap_or_default();
    grouped(&format!("{body}{}", (right + 3) % 10), &[4; 4], " ")
}

/// A German account number with two check digits that are wrong.
fn bad_iban(random: &mut Random) -> String {
    let right = iban("DE", &random.digits(18));
    let (check, account) =
        (right.get(2..4).unwrap_or_default(), right.get(4..).unwrap_or_default());
    let check: u32 = check.parse().unwrap_or_default();
    let wrong = if check < 98 { check + 1 } else { 3 };
    grouped(&format!("DE{wrong:02}{account}"), &[4; 6], " ")
}
