//! Secrets of accounts: second factors, passwords, sessions, cards.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::encoding::{base32, iban as with_check_digits, luhn_digit};
use crate::random::{ALPHANUMERIC, DIGITS, Random, URL_SAFE};
use crate::secret::Secret;

const ISSUERS: &[&str] = &["CoinEx", "OKX", "BitMEX", "Binance", "Kraken", "KuCoin", "Google"];

pub fn otpauth(random: &mut Random) -> Secret {
    let (issuer, secret) = (*random.pick(ISSUERS), shared_secret(random));
    let label = format!("{issuer}:user{}@example.com", random.below(1000));
    let text = match random.below(4) {
        0 => format!("otpauth://totp/{issuer}?secret={secret}"),
        1 => format!("otpauth://hotp/{label}?secret={secret}&issuer={issuer}&counter=0"),
        2 => {
            format!("otpauth://totp/{}?issuer={issuer}&secret={secret}", label.replace('@', "%40"))
        }
        _ => format!(
            "otpauth://totp/{label}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30"
        ),
    };
    Secret::pieces("uri", text, vec![secret])
}

fn shared_secret(random: &mut Random) -> String {
    let length = *random.pick(&[10, 16, 20, 20, 32]);
    base32(&random.bytes(length))
}

pub fn totp(random: &mut Random) -> Secret {
    let secret = shared_secret(random);
    match random.below(4) {
        0 => Secret::whole("lower", secret.to_lowercase()),
        1 => {
            let letters: Vec<char> = secret.to_lowercase().chars().collect();
            let group = |letters: &[char]| letters.iter().collect::<String>();
            let groups: Vec<String> = letters.chunks(4).map(group).collect();
            let pairs = groups.chunks(2).map(|pair| pair.join(" ")).collect();
            Secret::pieces("grouped", groups.join(" "), pairs)
        }
        _ => Secret::whole("upper", secret),
    }
}

pub fn code(random: &mut Random) -> Secret {
    let half = |random: &mut Random| random.digits(3);
    match random.below(10) {
        0 => Secret::whole("spaced", format!("{} {}", half(random), half(random))),
        1 => Secret::whole("hyphen", format!("{}-{}", half(random), half(random))),
        2 => Secret::whole("eight", random.digits(8)),
        3 => Secret::whole("seven", random.digits(7)),
        4 => Secret::whole("prefixed", format!("G-{}", random.digits(6))),
        _ => Secret::whole("six", random.digits(6)),
    }
}

/// What people make their passwords of; none of it is a word for a password.
const STEMS: &[&str] = &[
    "sunshine",
    "Dragon",
    "iloveyou",
    "Bitcoin",
    "moon",
    "qwerty",
    "woaini",
    "Sakura",
    "natasha",
    "tiger",
    "Barcelona",
    "Galatasaray",
    "hanoi",
    "habibi",
    "Mustang",
    "freedom",
    "hodl",
    "satoshi",
    "Pikachu",
    "kimchi",
    "Moskva",
    "ronaldo",
    "istanbul",
    "xiaoming",
    "ahmed",
    "Lambo",
    "Maria",
    "zxcvbn",
    "starwars",
    "Cheese",
];

pub fn password(random: &mut Random) -> Secret {
    let (layout, text) = password_text(random);
    Secret::whole(layout, text)
}

pub fn password_text(random: &mut Random) -> (&'static str, String) {
    let stem = *random.pick(STEMS);
    let year = random.between(1970, 2026);
    let sign = *random.pick(&["!", "@", "#", "$", ".", "_", "*", "&", "?!"]);
    match random.below(8) {
        0 | 1 => ("word, year, sign", format!("{stem}{year}{sign}")),
        2 => ("word, sign, digits", format!("{stem}{sign}{}", random.digits(3))),
        3 => ("leet", format!("{}{}{sign}", leet(stem), random.digits(2))),
        4 => (
            "random",
            random.string("abcdefghkmnpqrstuvwxyzABCDEFGHKMNPQRSTUVWXYZ23456789!@#$%^&*", 12),
        ),
        5 => ("hyphens", format!("{}-{}-{}", stem, random.pick(STEMS), random.digits(2))),
        6 => ("digits and letters", format!("{}{stem}", random.digits(6))),
        _ => ("letters", random.string("abcdefghijkmnpqrstuvwxyz23456789", 10)),
    }
}

fn leet(word: &str) -> String {
    let leet = |c| match c {
        'a' => '4',
        'e' => '3',
        'i' => '1',
        'o' => '0',
        other => other,
    };
    word.chars().map(leet).collect()
}

pub fn session(random: &mut Random) -> Secret {
    match random.below(4) {
        0 => Secret::whole("hex", random.hex(64)),
        1 => Secret::whole("opaque", random.string(URL_SAFE, 43)),
        _ => jwt(random),
    }
}

/// RFC 7519, with a signature of random bytes: only its holder of the key could tell.
fn jwt(random: &mut Random) -> Secret {
    let header = URL_SAFE_NO_PAD.encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    let id = random.digits(9);
    let claims = format!("{{\"sub\":\"{id}\",\"iat\":17{},\"scope\":\"trade\"}}", random.digits(8));
    let (claims, signature) =
        (URL_SAFE_NO_PAD.encode(claims), URL_SAFE_NO_PAD.encode(random.bytes(32)));
    let text = format!("{header}.{claims}.{signature}");
    Secret::pieces("jwt", text, vec![claims, signature])
}

/// Issuer prefixes (ISO/IEC 7812) with the length of the number.
pub const CARDS: &[(&str, &str, usize)] = &[
    ("visa", "4", 16),
    ("visa", "4", 16),
    ("mastercard", "52", 16),
    ("mastercard", "2223", 16),
    ("amex", "37", 15),
    ("discover", "6011", 16),
    ("unionpay", "62", 16),
    ("unionpay", "62", 19),
    ("jcb", "3566", 16),
    ("mir", "2202", 16),
    ("troy", "9792", 16),
    ("diners", "36", 14),
];

pub fn card(random: &mut Random) -> Secret {
    let (brand, prefix, length) = *random.pick(CARDS);
    let body = format!("{prefix}{}", random.digits(length - prefix.len() - 1));
    let number = format!("{body}{}", luhn_digit(&body));
    let separator = *random.pick(&["", " ", " ", "-"]);
    let sizes: &[usize] = if [14, 15].contains(&length) { &[4, 6, 5] } else { &[4, 4, 4, 4, 3] };
    Secret::whole(brand, grouped(&number, sizes, separator))
}

pub fn grouped(text: &str, sizes: &[usize], separator: &str) -> String {
    let mut rest = text.chars();
    let groups = sizes.iter().map(|size| rest.by_ref().take(*size).collect::<String>());
    groups.filter(|group| !group.is_empty()).collect::<Vec<_>>().join(separator)
}

/// Countries with the form of their account number: a letter, a digit, or either (`a`, `n`, `c`).
pub const IBANS: &[(&str, &str)] = &[
    ("DE", "n18"),
    ("GB", "a4n14"),
    ("FR", "n10c11n2"),
    ("ES", "n20"),
    ("IT", "a1n10c12"),
    ("NL", "a4n10"),
    ("TR", "n22"),
    ("SA", "n20"),
    ("AE", "n19"),
    ("PL", "n24"),
    ("CH", "n17"),
    ("KZ", "n3c13"),
    ("LT", "n16"),
];

pub fn iban(random: &mut Random) -> Secret {
    let (country, form) = *random.pick(IBANS);
    let plain = with_check_digits(country, &account(form, random));
    match random.below(4) {
        0 => Secret::whole("lower", plain.to_lowercase()),
        1 => Secret::whole("plain", plain),
        _ => Secret::whole("grouped", grouped(&plain, &[4; 9], " ")),
    }
}

pub fn account(form: &str, random: &mut Random) -> String {
    let mut text = String::new();
    for field in
        form.split_inclusive(|c: char| c.is_ascii_alphabetic()).collect::<Vec<_>>().windows(2)
    {
        let (kind, count) = (field.first().and_then(|it| it.chars().last()), field.last());
        let count =
            count.map(|it| it.trim_matches(char::is_alphabetic)).and_then(|it| it.parse().ok());
        let alphabet = match kind {
            Some('a') => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            Some('c') => ALPHANUMERIC,
            _ => DIGITS,
        };
        text.push_str(&random.string(alphabet, count.unwrap_or_default()).to_uppercase());
    }
    text
}
