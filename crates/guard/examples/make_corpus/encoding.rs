//! The encodings and checksums that make a made-up value a valid one.

use crate::random::BASE32;

/// Base58Check with the alphabet of Bitcoin.
pub fn base58check(payload: &[u8]) -> String {
    bs58::encode(payload).with_check().into_string()
}

/// Base58Check with the alphabet of the XRP Ledger.
pub fn ripple(payload: &[u8]) -> String {
    bs58::encode(payload).with_alphabet(bs58::Alphabet::RIPPLE).with_check().into_string()
}

/// CRC16-XModem: Stellar (SEP-23) appends it little end first, TON addresses big end first.
pub fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 }
        })
    })
}

/// RFC 4648 base32 without padding.
pub fn base32(bytes: &[u8]) -> String {
    let letters: Vec<char> = BASE32.chars().collect();
    groups(bytes, 5).iter().filter_map(|value| letters.get(usize::from(*value))).collect()
}

/// Cuts bytes into groups of `size` bits, the last one filled up with zeros.
pub fn groups(bytes: &[u8], size: usize) -> Vec<u8> {
    let bits: Vec<u8> =
        bytes.iter().flat_map(|b| (0..8).rev().map(move |i| (b >> i) & 1)).collect();
    let group = |bits: &[u8]| {
        let value = bits.iter().fold(0, |value, bit| value << 1 | bit);
        value << (size - bits.len())
    };
    bits.chunks(size).map(group).collect()
}

/// A Stellar key (SEP-23): version byte, 32 bytes, checksum.
pub fn strkey(version: u8, key: &[u8]) -> String {
    let mut bytes = vec![version];
    bytes.extend(key);
    bytes.extend(crc16(&bytes).to_le_bytes());
    base32(&bytes)
}

/// An address in bech32 (BIP-173); `version` is the witness version where the network has one.
pub fn bech32(prefix: &str, version: Option<u8>, payload: &[u8]) -> String {
    let letters: Vec<char> = "qpzry9x8gf2tvdw0s3jn54khce6mua7l".chars().collect();
    let mut data: Vec<u8> = version.into_iter().chain(groups(payload, 5)).collect();
    let high = prefix.bytes().map(|byte| byte >> 5);
    let low = prefix.bytes().map(|byte| byte & 31);
    let values = high.chain([0]).chain(low).chain(data.clone()).chain([0; 6]);
    let check = bech32_sum(values) ^ 1;
    data.extend((0..6).rev().map(|i| u8::try_from((check >> (5 * i)) & 31).unwrap_or_default()));
    let text: String = data.iter().filter_map(|value| letters.get(usize::from(*value))).collect();
    format!("{prefix}1{text}")
}

fn bech32_sum(values: impl Iterator<Item = u8>) -> u32 {
    let generators = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    values.fold(1, |sum, value| {
        let top = sum >> 25;
        let sum = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
        let chosen = generators.iter().enumerate().filter(|(i, _)| top >> i & 1 == 1);
        chosen.fold(sum, |sum, (_, generator)| sum ^ generator)
    })
}

/// The last digit that makes a card number valid (ISO/IEC 7812-1, Luhn).
pub fn luhn_digit(digits: &str) -> char {
    let doubled = |(i, digit): (usize, u32)| match (i % 2, digit * 2) {
        (0, twice) if twice > 9 => twice - 9,
        (0, twice) => twice,
        _ => digit,
    };
    let sum: u32 =
        digits.chars().rev().filter_map(|c| c.to_digit(10)).enumerate().map(doubled).sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

/// An IBAN with its two check digits (ISO 13616: 98 minus the rest modulo 97).
pub fn iban(country: &str, account: &str) -> String {
    let rest = format!("{account}{country}00")
        .chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, value| (rest * if value > 9 { 100 } else { 10 } + value) % 97);
    format!("{country}{:02}{account}", 98 - rest)
}
