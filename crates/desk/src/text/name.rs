//! Texts that programs read: slugs, addresses, ids, types of files.
//!
//! A sentence keeps its sense with a mask in it. A name does not: the mask is no slug, leads nowhere as an address, and is the
//! same for two different secrets. So a name that holds a secret is refused, and a slug has a form that only few secrets fit.

use proofdesk_guard::Kind;

use crate::code::Code;
use crate::error::{Error, Result};

/// The longest word of a slug. Keys have no hyphens in them and are longer.
const LONGEST_WORD: usize = 30;
/// The same with a digit in it: the shortest key of an authenticator has sixteen letters and digits.
const LONGEST_MIXED: usize = 15;
/// RFC 6838, section 4.2: of type and subtype each; together they stay below that here.
const MEDIA_TYPE_CHARS: usize = 100;
/// The registry of media types knows these and no others.
const TOP_LEVELS: [&str; 11] = [
    "application",
    "audio",
    "example",
    "font",
    "haptics",
    "image",
    "message",
    "model",
    "multipart",
    "text",
    "video",
];

/// What proves itself, so that no id of a program is taken for it. A number of nineteen digits passes for that of a card once
/// in a while.
const PROVEN: [Kind; 13] = [
    Kind::SeedPhrase,
    Kind::Slip39Share,
    Kind::MoneroSeed,
    Kind::WifKey,
    Kind::ExtendedKey,
    Kind::HexKey,
    Kind::Bip38Key,
    Kind::XrpSeed,
    Kind::StellarSecret,
    Kind::SolanaKeypair,
    Kind::Keystore,
    Kind::PemKey,
    Kind::OtpauthUri,
];

/// Says whether the rules of the guard find a secret in a name that somebody chose, also behind escapes and with the marks
/// between its words read as spaces. What was learnt of sentences is not asked: it takes `login-or-2fa` for a password that
/// somebody made up.
pub fn holds_secret(typed: &str) -> bool {
    holds(&without_uuids(typed), |_any| true)
}

/// The same of an id that a program made: whether it is a key or a phrase.
pub fn holds_key(typed: &str) -> bool {
    holds(typed, |kind| PROVEN.contains(&kind))
}

fn holds(typed: &str, counts: fn(Kind) -> bool) -> bool {
    let finds = |text: &str| {
        let found = proofdesk_guard::find_by_rules(text);
        found.is_some_and(|scan| scan.findings.iter().any(|finding| counts(finding.kind)))
    };
    if finds(typed) {
        return true;
    }
    let opened = unescaped(typed);
    finds(&spaced(&opened)) || opened != typed && finds(&opened)
}

/// As a name is read: as it stands, behind its escapes with the marks between its words as spaces, and behind them alone.
pub(crate) fn readings(typed: &str) -> [String; 3] {
    let opened = unescaped(typed);
    [typed.to_owned(), spaced(&opened), opened]
}

fn spaced(opened: &str) -> String {
    opened.chars().map(|c| if is_mark(c) { ' ' } else { c }).collect()
}

/// The digits of one UUID in some ten thousand look like the number of a card.
fn without_uuids(typed: &str) -> String {
    const LENGTH: usize = 36;
    let mut kept = String::with_capacity(typed.len());
    let mut rest = typed;
    while let Some(first) = rest.chars().next() {
        match rest.get(..LENGTH).filter(|part| uuid::Uuid::try_parse(part).is_ok()) {
            Some(_uuid) => rest = rest.get(LENGTH..).unwrap_or_default(),
            None => {
                kept.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
    }
    kept
}

fn is_mark(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | '/' | '+' | ',' | ';' | '~' | '|')
}

/// RFC 3986, section 2.1, as far as it becomes text.
fn unescaped(typed: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut bytes = Vec::with_capacity(typed.len());
    let mut rest = typed.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = digit(after.first()).zip(digit(after.get(1)));
        match pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Refuses a name that holds a secret.
///
/// # Errors
/// `holds-secret` at `field`.
pub fn refuse_secret(field: &str, typed: &str) -> Result<()> {
    match holds_secret(typed) {
        true => Err(Error::field(field, Code::HoldsSecret)),
        false => Ok(()),
    }
}

/// Refuses an id that is a key or a phrase.
///
/// # Errors
/// `holds-secret` at `field`.
pub fn refuse_key(field: &str, typed: &str) -> Result<()> {
    match holds_key(typed) {
        true => Err(Error::field(field, Code::HoldsSecret)),
        false => Ok(()),
    }
}

/// Reads a slug: lower-case letters and digits of ASCII with single hyphens, so that an address is the same wherever it is
/// written, read out or printed. No word of it is as long as a key.
///
/// # Errors
/// `field-required`, `field-too-long`, `field-invalid`, `holds-secret` at `field`.
pub fn slug(field: &str, typed: &str, most: usize) -> Result<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Error::field(field, Code::FieldRequired));
    }
    if typed.len() > most {
        let args = vec![("limit", most.to_string())];
        return Err(Error::field_with(field, Code::FieldTooLong, args));
    }
    if !typed.split('-').all(is_word) {
        return Err(Error::field(field, Code::FieldInvalid));
    }
    refuse_secret(field, typed)?;
    Ok(typed.to_owned())
}

fn is_word(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let most =
        if word.contains(|c: char| c.is_ascii_digit()) { LONGEST_MIXED } else { LONGEST_WORD };
    (1..=most).contains(&word.len()) && word.chars().all(plain)
}

/// Reads a media type that a sender declares, without its parameters; `None` for what is none, or holds a secret. It is a hint,
/// and nobody is told when it is dropped.
pub fn media_type(typed: &str) -> Option<String> {
    let essence = typed.split(';').next()?.trim().to_ascii_lowercase();
    let (top, sub) = essence.split_once('/')?;
    let mut words = sub.split(['.', '-', '+', '_']);
    let fits = TOP_LEVELS.contains(&top)
        && essence.len() <= MEDIA_TYPE_CHARS
        && words.all(is_word)
        && !holds_secret(sub);
    fits.then_some(essence)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const PHRASE: &str =
        "legal winner thank year wave sausage worth useful legal winner thank yellow";
    const WIF: &str = "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr";

    #[test]
    fn a_slug_has_a_form_that_no_key_fits() {
        for fine in
            ["fees", "login-or-2fa", "deposit-not-credited", "bep20-to-erc20", "error-50113"]
        {
            assert_eq!(slug("slug", fine, 80).unwrap(), fine);
        }
        let code = |typed: &str| slug("slug", typed, 80).unwrap_err().code();
        assert_eq!(code(" "), Code::FieldRequired);
        assert_eq!(code(&"ab-".repeat(40)), Code::FieldTooLong);
        for odd in ["A", "a--b", "-a", "ä", "jbswy3dpehpk3pxp", &"ac09".repeat(16), &"a".repeat(31)]
        {
            assert_eq!(code(odd), Code::FieldInvalid, "{odd}");
        }
        assert_eq!(code(&PHRASE.replace(' ', "-")), Code::HoldsSecret);
    }

    fn is_article(path: &std::path::Path) -> bool {
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        path.extension().is_some_and(|end| end == "md") && !name.starts_with("references-")
    }

    /// The names that the product itself comes with.
    #[test]
    fn the_articles_of_the_profiles_have_slugs() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles");
        let mut folders = vec![folder];
        let mut read = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if is_article(&path) {
                    let name = path.file_stem().unwrap().to_str().unwrap().to_lowercase();
                    assert_eq!(slug("slug", &name, 80).unwrap(), name);
                    read += 1;
                }
            }
        }
        assert!(read > 50, "{read}");
    }

    #[test]
    fn secrets_are_found_behind_marks_and_escapes() {
        for mark in ["-", "_", ".", "/", "+", "%20", ","] {
            assert!(holds_secret(&PHRASE.replace(' ', mark)), "{mark}");
        }
        assert!(holds_secret(&format!("https://hooks.example/{WIF}")));
        assert!(holds_secret(&format!("https://hooks.example/?k=%35{}", WIF.get(1..).unwrap())));
        for fine in [
            "https://hooks.example.com/services/T00000000/B00000000/proofdesk?team=7",
            "0190c5c7-5ef8-7b25-b1f6-6b7f2d9b1e11",
            "4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4",
            "ticket.opened",
            "acc-7",
        ] {
            assert!(!holds_secret(fine), "{fine}");
        }
    }

    #[test]
    fn ids_of_programs_are_no_secrets() {
        for n in 0..20_000u128 {
            let id =
                uuid::Uuid::from_u128(n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835));
            assert!(!holds_key(&id.to_string()), "{id}");
            if n % 20 == 0 {
                assert!(!holds_secret(&format!("https://hooks.example/{id}/in")), "{id}");
            }
        }
        // The number of a card, by the way it is built, is an order's as well.
        assert!(!holds_key("4242424242424242") && holds_secret("4242424242424242"));
        assert!(holds_key(WIF) && holds_key(&PHRASE.replace(' ', ".")));
    }

    #[test]
    fn a_media_type_is_of_the_registry() {
        for (typed, read) in [
            ("text/plain; charset=gbk", Some("text/plain")),
            ("Image/PNG", Some("image/png")),
            (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ),
            ("application/x-7z-compressed", Some("application/x-7z-compressed")),
            ("my words", None),
            ("text/", None),
            ("seed/legal", None),
            ("text/5kd3nbuadunhyzenewvly9pbkxswxve9fmpyr4ukzvpe6e3aglr", None),
        ] {
            assert_eq!(media_type(typed).as_deref(), read, "{typed}");
        }
        assert_eq!(media_type(&format!("text/{}", PHRASE.replace(' ', "."))), None);
    }
}
