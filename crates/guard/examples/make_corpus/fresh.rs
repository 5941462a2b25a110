//! The makers of the fresh set: the same kinds as in the first halves, in forms that those do not have.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::accounts::{CARDS, IBANS, account, grouped};
use crate::encoding::{base32, iban as with_check_digits, luhn_digit};
use crate::kinds::{Kind, Turn, kind};
use crate::random::{ALPHANUMERIC, Random, URL_SAFE};
use crate::secret::Secret;
use crate::{api, keys, layouts};

/// The name of the set, and of its folder.
pub const HALF: &str = "frozen-2";

const fn many(count: usize, kind: Kind) -> Kind {
    Kind { count, ..kind }
}

pub const KINDS: &[Kind] = &[
    many(440, kind("seed-phrase", "phrase", |turn, random| turn.phrases.seed(turn, random))),
    kind("slip39-share", "phrase", |turn, _| turn.phrases.of_scheme("slip39", turn)),
    kind("monero-seed", "phrase", |turn, _| turn.phrases.of_scheme("monero", turn)),
    kind("wif-key", "key", |_, random| keys::wif(random)),
    kind("extended-private-key", "key", |_, random| keys::extended(random)),
    many(160, kind("hex-private-key", "hex", |_, random| hex(random))),
    kind("bip38-key", "key", |_, random| keys::bip38(random)),
    kind("xrp-seed", "key", |_, random| keys::xrp(random)),
    kind("stellar-secret", "key", |_, random| keys::stellar(random)),
    kind("solana-keypair", "key", |_, random| solana(random)),
    kind("keystore", "blob", |_, random| keystore(random)),
    kind("pem-private-key", "blob", |_, random| pem(random)),
    kind("otpauth-uri", "otp", |_, random| otpauth(random)),
    kind("totp-secret", "otp", |_, random| totp(random)),
    many(200, kind("one-time-code", "code", code)),
    many(240, kind("password", "password", password)),
    many(280, kind("api-secret", "api", api_secret)),
    kind("api-passphrase", "passphrase", api_passphrase),
    kind("session-token", "session", |_, random| session(random)),
    kind("card-number", "card", card),
    kind("iban", "iban", |_, random| iban(random)),
];

/// One in six as Aptos writes it (AIP-80); the others as before.
fn hex(random: &mut Random) -> Secret {
    match random.below(12) {
        0 | 1 => Secret::whole("aip-80", format!("ed25519-priv-0x{}", random.hex(64))),
        2 => Secret::whole("0X", format!("0X{}", random.hex(64).to_uppercase())),
        _ => keys::hex(random),
    }
}

/// The numbers of a keypair eight to a line, as formatters write arrays; otherwise as before.
fn solana(random: &mut Random) -> Secret {
    let mut secret = keys::solana(random);
    if secret.layout == "json" && random.one_in(2) {
        "json rows".clone_into(&mut secret.layout);
        for slot in &mut secret.slots {
            let rows = slot.parts.join(",\n  ");
            slot.text = format!("[\n  {rows}\n]");
        }
    }
    secret
}

/// As a wallet writes it, or as it looks between the quotes of a log.
fn keystore(random: &mut Random) -> Secret {
    let mut secret = keys::keystore(random);
    match random.below(4) {
        0 => change(&mut secret, "escaped", |text| text.replace('"', "\\\"").replace('\n', "")),
        1 => change(&mut secret, "capital", |text| text.replace("\"crypto\"", "\"Crypto\"")),
        _ => {}
    }
    secret
}

/// As a file has it, or as mail, environment files and one-line forms leave it.
fn pem(random: &mut Random) -> Secret {
    let mut secret = keys::pem(random);
    match random.below(6) {
        0 => change(&mut secret, "escaped lines", |text| text.replace('\n', "\\n")),
        1 => change(&mut secret, "quoted in mail", |text| text.replace('\n', "\n> ")),
        2 => change(&mut secret, "one line", |text| text.replace('\n', " ")),
        3 => change(&mut secret, "indented", |text| text.replace('\n', "\n    ")),
        _ => {}
    }
    secret
}

fn change(secret: &mut Secret, layout: &str, with: impl Fn(&str) -> String) {
    secret.layout = format!("{} {layout}", secret.layout);
    secret.slots.iter_mut().for_each(|slot| slot.text = with(&slot.text));
}

fn otpauth(random: &mut Random) -> Secret {
    let secret = shared_secret(random);
    let issuer = *random.pick(&["Bybit", "Gate.io", "HTX", "MEXC", "Kraken", "Coin%20Ex"]);
    let user = format!("{}%40example.com", random.string("abcdefghijklmnop", 7));
    let text = match random.below(4) {
        0 => format!(
            "otpauth://totp/{issuer}:{user}?algorithm=SHA1&digits=6&issuer={issuer}&period=30&secret={secret}"
        ),
        1 => format!("otpauth://totp/{issuer}%3A{user}?secret={secret}&digits=8"),
        2 => format!("otpauth://totp/{user}?secret={}&issuer={issuer}", secret.to_lowercase()),
        _ => format!("otpauth://totp/{issuer}?secret={secret}&period=60"),
    };
    let part = if text.contains(&secret) { secret } else { secret.to_lowercase() };
    Secret::pieces("uri", text, vec![part])
}

fn shared_secret(random: &mut Random) -> String {
    let length = *random.pick(&[10, 10, 16, 20, 32]);
    base32(&random.bytes(length))
}

fn totp(random: &mut Random) -> Secret {
    let secret = shared_secret(random);
    let (layout, separator) = match random.below(6) {
        0 => ("grouped upper", " "),
        1 => ("hyphens", "-"),
        2 => return Secret::whole("lower", secret.to_lowercase()),
        _ => return Secret::whole("upper", secret),
    };
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|it| it.iter().collect()).collect();
    let pairs = groups.chunks(2).map(|pair| pair.join(separator)).collect();
    Secret::pieces(layout, groups.join(separator), pairs)
}

/// Six digits mostly; in the digits of the customer's keyboard where it has others.
fn code(turn: &Turn<'_>, random: &mut Random) -> Secret {
    let (three, two) = (random.digits(3), random.digits(2));
    match random.below(12) {
        0 => Secret::whole("spaced", format!("{three} {}", random.digits(3))),
        1 => Secret::whole("hyphen", format!("{three}-{}", random.digits(3))),
        2 => Secret::whole("pairs", format!("{two} {} {}", random.digits(2), random.digits(2))),
        3 => Secret::whole("eight", random.digits(8)),
        4 => Secret::whole("seven", random.digits(7)),
        5 => Secret::whole("dotted", format!("{three}.{}", random.digits(3))),
        6 | 7 => native(turn.lang, &random.digits(6)),
        _ => Secret::whole("six", random.digits(6)),
    }
}

fn native(lang: &str, number: &str) -> Secret {
    match zero_of(lang) {
        Some((layout, zero)) => Secret::whole(layout, with_digits(number, zero)),
        None => Secret::whole("six", number.to_owned()),
    }
}

fn zero_of(lang: &str) -> Option<(&'static str, u32)> {
    match lang {
        "ar" => Some(("arabic native", 0x660)),
        "ja" | "zh-Hant" => Some(("wide native", 0xFF10)),
        _ => None,
    }
}

fn with_digits(number: &str, zero: u32) -> String {
    let digit = |c: char| match c.to_digit(10) {
        Some(value) => char::from_u32(zero + value),
        None => Some(c),
    };
    number.chars().filter_map(digit).collect()
}

/// What people of a language make passwords of.
fn stems(lang: &str) -> &'static [&'static str] {
    match lang {
        "zh-Hans" => &["zhangwei", "wangfang", "5201314", "Aa", "liuyang", "caonima", "xiaobao"],
        "zh-Hant" => &["chenmei", "taiwan", "Formosa", "linlin", "ji3g4", "qoo"],
        "ja" => &["tanaka", "Hanako", "doraemon", "yuki", "ramen", "Totoro"],
        "ko" => &["dkssud", "Minji", "qlalf", "seoul", "kakao", "Jisoo"],
        "ru" => &["Ghbdtn", "kirill", "Zenit", "vfhbyf", "Svetlana", "Наташа"],
        "es" => &["Lucia", "boca", "Chivas", "Mamita", "perro", "Realmadrid"],
        "tr" => &["Fenerbahce", "besiktas", "Zeynep", "kartal", "Anadolu"],
        "vi" => &["anhyeuem", "Saigon", "minhtri", "haiphong", "Dragon"],
        "ar" => &["Mohammad", "alahly", "Riyadh", "yarab", "محمد"],
        _ => &["Liverpool", "football", "Buster", "whiskers", "Welcome", "jessica"],
    }
}

fn password(turn: &Turn<'_>, random: &mut Random) -> Secret {
    let (layout, text) = password_text(turn.lang, random);
    Secret::whole(layout, text)
}

fn password_text(lang: &str, random: &mut Random) -> (&'static str, String) {
    let stem = *random.pick(stems(lang));
    let sign = *random.pick(&["!", "@", "#", "..", "*", "?", "$$", "-", "~", "%"]);
    let (year, month) = (random.between(1965, 2012), random.between(1, 12));
    match random.below(10) {
        0 => ("birthday", format!("{stem}{year}{month:02}{}", random.between(10, 28))),
        1 => ("sign first", format!("{sign}{stem}{}", random.digits(3))),
        2 => ("twice", format!("{stem}{stem}{}", random.digits(1))),
        3 => ("digits", format!("{}{year}", random.digits(4))),
        4 => (
            "walk",
            format!(
                "{}{}",
                random.pick(&["1qaz2wsx", "qweasd", "asdf", "zaq1", "1q2w3e4r"]),
                random.digits(3)
            ),
        ),
        5 => ("upper", format!("{}{sign}{year}", stem.to_uppercase())),
        6 => (
            "made by a program",
            random
                .string("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#%+:=?@^_~", 20),
        ),
        7 => (
            "browser",
            format!(
                "{}-{}-{}",
                random.string(ALPHANUMERIC, 6),
                random.string(ALPHANUMERIC, 6),
                random.string(ALPHANUMERIC, 6)
            ),
        ),
        8 => ("word and year", format!("{}{year}", layouts::capitalised(stem))),
        _ => ("dots", format!("{stem}.{}.{}", random.pick(stems(lang)), random.digits(2))),
    }
}

fn api_secret(turn: &Turn<'_>, random: &mut Random) -> Secret {
    with_passphrase(api::secret(turn.number, random), turn.lang, random)
}

fn api_passphrase(turn: &Turn<'_>, random: &mut Random) -> Secret {
    with_passphrase(api::passphrase(turn.number, random), turn.lang, random)
}

/// Interfaces take ASCII only; one passphrase in twelve is a plain word, which nothing but its label gives away.
fn with_passphrase(mut secret: Secret, lang: &str, random: &mut Random) -> Secret {
    let plain =
        *random.pick(&["sunflower", "letsgo", "moneybot", "shanghai", "blackcat", "tradingview"]);
    let text = match password_text(lang, random) {
        (_, text) if text.is_ascii() && !random.one_in(12) => text,
        _ => plain.to_owned(),
    };
    for slot in secret.slots.iter_mut().filter(|slot| slot.name == "pass") {
        slot.text.clone_from(&text);
        slot.parts = vec![text.clone()];
    }
    secret
}

fn session(random: &mut Random) -> Secret {
    match random.below(6) {
        0 => Secret::whole("hex", random.hex(40)),
        1 => Secret::whole("opaque", random.string(URL_SAFE, 64)),
        2 => Secret::whole("upper", random.string(ALPHANUMERIC, 32).to_uppercase()),
        _ => jwt(random),
    }
}

/// RFC 7519, with a key id and either kind of signature (random bytes).
fn jwt(random: &mut Random) -> Secret {
    let (algorithm, length) = *random.pick(&[("RS256", 256), ("ES256", 64), ("HS512", 64)]);
    let header =
        format!("{{\"typ\":\"JWT\",\"kid\":\"{}\",\"alg\":\"{algorithm}\"}}", random.hex(8));
    let claims = format!(
        "{{\"iss\":\"passport\",\"jti\":\"{}\",\"exp\":17{},\"uid\":{}}}",
        random.uuid(),
        random.digits(8),
        random.digits(9)
    );
    let parts = [header, claims].map(|part| URL_SAFE_NO_PAD.encode(part));
    let signature = URL_SAFE_NO_PAD.encode(random.bytes(length));
    let text = format!("{}.{signature}", parts.join("."));
    Secret::pieces(algorithm, text, parts.into_iter().skip(1).chain([signature]).collect())
}

fn card(turn: &Turn<'_>, random: &mut Random) -> Secret {
    let (brand, prefix, length) = *random.pick(CARDS);
    let body = format!("{prefix}{}", random.digits(length - prefix.len() - 1));
    let number = format!("{body}{}", luhn_digit(&body));
    let separator = *random.pick(&["", " ", " ", "-", ".", "\u{A0}", "  "]);
    let sizes: &[usize] = if [14, 15].contains(&length) { &[4, 6, 5] } else { &[4, 4, 4, 4, 3] };
    let text = grouped(&number, sizes, separator);
    match zero_of(turn.lang) {
        Some((layout, zero)) if random.one_in(6) => {
            Secret::whole(&format!("{brand} {layout}"), with_digits(&text, zero))
        }
        _ => Secret::whole(brand, text),
    }
}

/// Countries of the registry (ISO 13616) that the first halves do not have, beside those that they have.
const MORE_IBANS: &[(&str, &str)] = &[
    ("BE", "n12"),
    ("AT", "n16"),
    ("PT", "n21"),
    ("UA", "n6c19"),
    ("GE", "a2n16"),
    ("KW", "a4c22"),
    ("QA", "a4c21"),
    ("EG", "n25"),
    ("CR", "n18"),
    ("IE", "a4n14"),
    ("SE", "n20"),
    ("AZ", "a4c20"),
];

fn iban(random: &mut Random) -> Secret {
    let countries = if random.one_in(3) { IBANS } else { MORE_IBANS };
    let (country, form) = *random.pick(countries);
    let plain = with_check_digits(country, &account(form, random));
    match random.below(6) {
        0 => Secret::whole("lower", plain.to_lowercase()),
        1 => Secret::whole("hyphens", grouped(&plain, &[4; 9], "-")),
        2 => Secret::whole("no-break spaces", grouped(&plain, &[4; 9], "\u{A0}")),
        3 => Secret::whole("grouped", grouped(&plain, &[4; 9], " ")),
        _ => Secret::whole("plain", plain),
    }
}
