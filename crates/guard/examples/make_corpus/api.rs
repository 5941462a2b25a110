//! Keys for the interfaces of exchanges, in the form in which each exchange gives them out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::accounts::password_text;
use crate::random::{ALPHANUMERIC, Random, UPPER_HEX, URL_SAFE};
use crate::secret::{Secret, Slot};

/// The exchanges that give out a passphrase besides.
const WITH_PASSPHRASE: &[&str] = &["OKX", "KuCoin"];

const VENDORS: &[&str] =
    &["CoinEx", "OKX", "BitMEX", "Binance", "Bybit", "Kraken", "KuCoin", "Gate", "MEXC", "HTX"];

/// The identifier, which may be shown, and the secret.
fn pair(vendor: &str, random: &mut Random) -> (String, String) {
    match vendor {
        "CoinEx" => (random.string(UPPER_HEX, 32), random.string(UPPER_HEX, 48)),
        "OKX" => (random.uuid(), random.string(UPPER_HEX, 32)),
        "BitMEX" => (random.string(URL_SAFE, 24), random.string(URL_SAFE, 48)),
        "Binance" => (random.string(ALPHANUMERIC, 64), random.string(ALPHANUMERIC, 64)),
        "Bybit" => (random.string(ALPHANUMERIC, 18), random.string(ALPHANUMERIC, 36)),
        "Kraken" => (STANDARD.encode(random.bytes(42)), STANDARD.encode(random.bytes(64))),
        "KuCoin" => (random.hex(24), random.uuid()),
        "Gate" => (random.hex(32), random.hex(64)),
        "MEXC" => (format!("mx0vgl{}", random.string(ALPHANUMERIC, 12)), random.hex(32)),
        _ => (four_groups(random), four_groups(random)),
    }
}

/// HTX: 8-8-8-5 hexadecimal digits.
fn four_groups(random: &mut Random) -> String {
    [8, 8, 8, 5].map(|length| random.hex(length)).join("-")
}

/// The secret of the exchange whose turn it is; the languages come round in the same step, so both are shifted.
pub fn secret(number: usize, random: &mut Random) -> Secret {
    let turn = number + number / VENDORS.len();
    let vendor = VENDORS.get(turn % VENDORS.len()).copied().unwrap_or("OKX");
    of(vendor, random)
}

/// A passphrase has no form of its own: only the exchanges that have one are asked.
pub fn passphrase(number: usize, random: &mut Random) -> Secret {
    let turn = number + number / 10;
    of(WITH_PASSPHRASE.get(turn % WITH_PASSPHRASE.len()).copied().unwrap_or("OKX"), random)
}

fn of(vendor: &str, random: &mut Random) -> Secret {
    let (key, secret) = pair(vendor, random);
    let (_, pass) = password_text(random);
    let secret = Secret::whole(vendor, secret).with("key", &key).with("vendor", vendor);
    secret.with("VENDOR", &vendor.to_uppercase()).and("pass", &pass)
}

/// A context that begins with `@okx ` suits one exchange only.
pub fn suits(template: &str, slots: &[Slot]) -> bool {
    let vendor =
        slots.iter().find(|slot| slot.name == "vendor").map(|slot| slot.text.to_lowercase());
    match (mark(template), vendor) {
        (Some(wanted), Some(vendor)) => wanted == vendor,
        (None, Some(vendor)) => {
            let needs = template.contains("{pass}");
            !needs || WITH_PASSPHRASE.iter().any(|it| it.to_lowercase() == vendor)
        }
        _ => true,
    }
}

fn mark(template: &str) -> Option<&str> {
    template.strip_prefix('@')?.split_once(' ').map(|(vendor, _)| vendor)
}

/// The context without its mark.
pub fn unmarked(template: &str) -> &str {
    mark(template).map_or(template, |vendor| template.get(vendor.len() + 2..).unwrap_or_default())
}
