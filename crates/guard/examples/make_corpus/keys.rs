//! Keys of wallets, each valid by the rule of its format.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;

use crate::encoding::{base58check, ripple, strkey};
use crate::random::Random;
use crate::secret::Secret;
use crate::values::prefixed;

/// Wallet import format of Bitcoin, its test networks, Litecoin, Dogecoin and Dash, compressed or not.
pub fn wif(random: &mut Random) -> Secret {
    let (layout, version) = *random.pick(&[
        ("bitcoin", 0x80),
        ("bitcoin", 0x80),
        ("bitcoin", 0x80),
        ("testnet", 0xEF),
        ("litecoin", 0xB0),
        ("dogecoin", 0x9E),
        ("dash", 0xCC),
    ]);
    let mut payload = prefixed(&[version], random.bytes(32));
    if !random.one_in(3) {
        payload.push(1);
    }
    Secret::whole(layout, base58check(&payload))
}

/// BIP-32 with the version bytes of SLIP-132.
pub fn extended(random: &mut Random) -> Secret {
    let (layout, version) = *random.pick(&[
        ("xprv", 0x0488_ADE4_u32),
        ("xprv", 0x0488_ADE4),
        ("yprv", 0x049D_7878),
        ("zprv", 0x04B2_430C),
        ("tprv", 0x0435_8394),
        ("uprv", 0x044A_4E28),
        ("vprv", 0x045F_18BC),
        ("Yprv", 0x0295_B005),
        ("Zprv", 0x02AA_7A99),
    ]);
    let depth = if random.one_in(2) { vec![0; 9] } else { prefixed(&[3], random.bytes(8)) };
    let head = prefixed(&prefixed(&version.to_be_bytes(), depth), random.bytes(32));
    Secret::whole(layout, base58check(&prefixed(&head, prefixed(&[0], random.bytes(32)))))
}

/// 64 digits with or without `0x`, in either case; some with the public half behind them.
pub fn hex(random: &mut Random) -> Secret {
    let key = random.hex(64);
    match random.below(6) {
        0 | 1 => Secret::whole("0x", format!("0x{key}")),
        2 => Secret::whole("upper", key.to_uppercase()),
        3 if random.one_in(3) => {
            Secret::whole("with public half", format!("{key}{}", random.hex(64)))
        }
        _ => Secret::whole("bare", key),
    }
}

/// BIP-38: the form and checksum of an encrypted key; what is encrypted cannot be told without its passphrase.
pub fn bip38(random: &mut Random) -> Secret {
    let (layout, head) = *random.pick(&[
        ("plain", [0x01, 0x42, 0xC0]),
        ("compressed", [0x01, 0x42, 0xE0]),
        ("multiplied", [0x01, 0x43, 0x20]),
    ]);
    Secret::whole(layout, base58check(&prefixed(&head, random.bytes(36))))
}

/// A family seed of the XRP Ledger: secp256k1 (`s…`) or Ed25519 (`sEd…`).
pub fn xrp(random: &mut Random) -> Secret {
    let (layout, version): (_, &[u8]) =
        *random.pick(&[("secp256k1", &[0x21][..]), ("ed25519", &[0x01, 0xE1, 0x4B][..])]);
    Secret::whole(layout, ripple(&prefixed(version, random.bytes(16))))
}

/// SEP-23, version `S`.
pub fn stellar(random: &mut Random) -> Secret {
    Secret::whole("strkey", strkey(18 << 3, &random.bytes(32)))
}

/// 64 bytes, of which the last 32 are the public key of the first: base58 or the JSON of the command line tools.
pub fn solana(random: &mut Random) -> Secret {
    let bytes = SigningKey::from_bytes(&random.array()).to_keypair_bytes();
    if random.one_in(2) {
        return Secret::whole("base58", bs58::encode(bytes).into_string());
    }
    let separator = *random.pick(&[",", ", "]);
    let numbers =
        |bytes: &[u8]| bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(separator);
    let parts = bytes.chunks(8).map(numbers).collect();
    Secret::pieces("json", format!("[{}]", numbers(&bytes)), parts)
}

/// Web3 Secret Storage, version 3. Random where a real one is encrypted: nobody can tell without the password.
pub fn keystore(random: &mut Random) -> Secret {
    let (ciphertext, mac) = (random.hex(64), random.hex(64));
    let (kdf, work) = *random.pick(&[
        ("scrypt", "\"n\":131072,\"r\":8,\"p\":1"),
        ("pbkdf2", "\"c\":262144,\"prf\":\"hmac-sha256\""),
    ]);
    let text = format!(
        "{{\"version\":3,\"id\":\"{}\",\"address\":\"{}\",\"crypto\":{{\"ciphertext\":\"{ciphertext}\",\
         \"cipherparams\":{{\"iv\":\"{}\"}},\"cipher\":\"aes-128-ctr\",\"kdf\":\"{kdf}\",\
         \"kdfparams\":{{\"dklen\":32,\"salt\":\"{}\",{work}}},\"mac\":\"{mac}\"}}}}",
        random.uuid(),
        random.hex(40),
        random.hex(32),
        random.hex(64),
    );
    let layout = if random.one_in(2) { "compact" } else { "indented" };
    let text = if layout == "compact" { text } else { indented(&text) };
    Secret::pieces(layout, text, vec![ciphertext, mac])
}

pub fn indented(json: &str) -> String {
    let mut depth = 0;
    let mut text = String::new();
    for c in json.chars() {
        depth += usize::from(c == '{');
        depth -= usize::from(c == '}');
        match c {
            '{' | ',' => text.extend([c.to_string(), "\n".into(), "  ".repeat(depth)]),
            '}' => text.extend(["\n".into(), "  ".repeat(depth), c.to_string()]),
            ':' => text.push_str(": "),
            _ => text.push(c),
        }
    }
    text
}

/// RFC 7468 blocks: the label, and how the DER (or the format of OpenSSH and OpenPGP) begins.
const PEM: &[(&str, &[u8], usize)] = &[
    ("PRIVATE KEY", &[0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20], 32),
    ("EC PRIVATE KEY", &[0x30, 0x74, 2, 1, 1, 4, 0x20], 111),
    ("RSA PRIVATE KEY", &[0x30, 0x82, 2, 0x5C, 2, 1, 0, 2, 0x81, 0x81, 0], 597),
    ("ENCRYPTED PRIVATE KEY", &[0x30, 0x81, 0xEC, 0x30, 0x57, 6, 9, 0x2A, 0x86, 0x48], 229),
    ("OPENSSH PRIVATE KEY", b"openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none\0\0\0\0\0\0\0\x01", 220),
    ("PGP PRIVATE KEY BLOCK", &[0x94, 0x58, 4, 0x65], 300),
];

pub fn pem(random: &mut Random) -> Secret {
    let (label, head, length) = *random.pick(PEM);
    let body = STANDARD.encode(prefixed(head, random.bytes(length)));
    let width = if label.starts_with("OPENSSH") { 70 } else { 64 };
    let lines: Vec<String> = body
        .as_bytes()
        .chunks(width)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    let text = format!("-----BEGIN {label}-----\n{}\n-----END {label}-----", lines.join("\n"));
    Secret::pieces(label, text, lines)
}
