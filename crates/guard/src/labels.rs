//! Finds the words that say what the letters and digits beside them are.
//!
//! A string of digits is judged by the nearest word before it, then by the nearest after it:
//!
//! * "private key: 0x…", "0x… is my private key", `PRIVATE_KEY=…` → secret;
//! * "my private key is safe, the tx hash is 0x…" → the nearer word says hash, and it stays;
//! * "key: 0x…" → a word that can mean several things counts only directly before the digits;
//! * ".../tx/0x…" → a part of a web address, and it stays.

use std::ops::Range;
use std::sync::LazyLock;

use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;

use crate::finder::Finder;
use crate::script::{self, Script};

mod inflected;
mod reach;
mod words;

pub(crate) use reach::{Named, Secret, crosses_sentence, secrets};

/// What a word says of what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Says {
    PrivateKey,
    /// "Key": a private key or several other things.
    Ambiguous,
    /// "Secret key": of a wallet or of an API.
    SecretKey,
    /// "Secret", by itself: of an API mostly.
    Secret,
    /// A seed phrase.
    Seed,
    /// A transaction, a hash, a signature, a public key. Not an address: on most chains it is shorter than a key, and
    /// people write "private key and address:" above both.
    Other,
    /// The public half of an API credential.
    ApiKey,
    /// "API" by itself: of which key the text speaks.
    Api,
    /// The name of one, which has an API.
    Exchange,
    ApiSecret,
    Passphrase,
    Password,
    /// Two-factor authentication.
    Otp,
    /// A code for once.
    Code,
    /// What else has six to eight digits: amounts, orders, error codes.
    Number,
    /// An error, whose number may follow.
    Error,
    /// "Fails", "refused": with a code of its own.
    Fails,
    /// "Verification": of which the code may follow a colon.
    Verify,
    /// What a password is for, and what has amounts and numbers of its own: a withdrawal, an account.
    Place,
    /// What a code is sent to, and what has a number of its own.
    Phone,
    Session,
    /// "Token" by itself: of a session or a coin.
    Token,
    Cookie,
    Card,
    /// Field names of a keystore.
    Ciphertext,
    Kdf,
    /// A program that is given a name and a password on its command line.
    Command,
    /// What stands between the scheme and the host of a web address.
    Link,
    /// The beginning of an `otpauth` URI.
    Uri,
    /// The beginning of a PEM block.
    Pem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub start: usize,
    pub end: usize,
    pub says: Says,
}

/// The labels of an ordinary text need no memory of their own.
pub(crate) type Labels = SmallVec<[Label; 16]>;

/// A word of so many letters may stand in an address by chance.
const SHORT: usize = 5;
/// The names of fields and variables are not longer than that.
const LONGEST_NAME: usize = 18;
/// Those with a number in them: `tx_hash1`, `key2`.
const LONGEST_NUMBERED: usize = 8;

/// Words without their accents have at least so many letters.
const SHORTEST_PLAIN: usize = 4;

const JOINERS: [&str; 6] = [" ", "", "_", "-", "\n", "\u{A0}"];

struct Dictionary {
    finder: Finder,
    says: Vec<Says>,
}

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let (mut patterns, mut says) = (Vec::new(), Vec::new());
    // Of spellings that are alike the first counts.
    let mut add = |it: Says, phrase: &str| {
        patterns.extend(spellings(phrase));
        says.resize(patterns.len(), it);
    };
    inflected::PLACES.iter().for_each(|(says, row)| row.split('|').for_each(|it| add(*says, it)));
    words::WORDS.iter().for_each(|(says, row)| row.split('|').for_each(|it| add(*says, it)));
    for (says, row) in inflected::INFLECTED {
        inflected::expanded(row).iter().for_each(|phrase| add(*says, phrase));
    }
    let finder = Finder::new(patterns.iter().map(String::as_str));
    Dictionary { finder, says }
});

/// Builds the dictionary, if nobody has.
pub(crate) fn prepare() {
    LazyLock::force(&DICTIONARY);
}

/// Writes a phrase with every joiner, with and without accents and, as the search folds the case of ASCII only, in
/// every case. Letters of ASCII are small ones.
pub(crate) fn spellings(phrase: &str) -> Vec<String> {
    let is_spaced = |c| matches!(script::of(c), Some(Script::Latin | Script::Cyrillic));
    let joiners = match phrase.contains(' ') {
        true if phrase.contains(is_spaced) => JOINERS.as_slice(),
        // Chinese and Japanese write on without a space, and names of fields are not in them.
        true => JOINERS.get(..2).unwrap_or_default(),
        false => &[" "],
    };
    let mut spellings = Vec::new();
    let plain = without_accents(phrase);
    // Words of three letters without their accents are words of other languages: "thẻ" and "the".
    let is_long = plain.len() >= SHORTEST_PLAIN || plain == phrase;
    for plain in [phrase.to_owned(), plain].into_iter().take(if is_long { 2 } else { 1 }) {
        let mut cased = vec![plain.to_lowercase()];
        if !plain.is_ascii() {
            let words: Vec<_> = plain.split(' ').map(capitalised).collect();
            cased.extend([plain.to_uppercase(), capitalised(&plain), words.join(" ")]);
            cased.push(plain.replace('i', "İ").to_uppercase());
        }
        spellings.extend(
            cased.iter().flat_map(|cased| joiners.iter().map(|joiner| cased.replace(' ', joiner))),
        );
    }
    spellings.iter_mut().for_each(|spelling| spelling.make_ascii_lowercase());
    spellings.sort();
    spellings.dedup();
    spellings
}

/// Takes accents off Latin letters, as people without the right keyboard do, and no marks off other letters.
fn without_accents(phrase: &str) -> String {
    if !phrase.chars().all(|c| matches!(script::of(c), Some(Script::Latin) | None)) {
        return phrase.to_owned();
    }
    phrase
        .nfd()
        .filter(|c| !script::is_mark(*c))
        .map(|c| match c {
            'đ' => 'd',
            'ı' => 'i',
            other => other,
        })
        .collect()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Finds the labels of a text, in order, none of them inside of a mask.
pub(crate) fn find(source: &str, masks: &[Range<usize>]) -> Labels {
    let mut labels = Labels::new();
    for (start, end, word) in DICTIONARY.finder.find_iter(source) {
        let Some(says) = DICTIONARY.says.get(word).copied() else { continue };
        let label = Label { start, end, says };
        let mask = masks.get(masks.partition_point(|mask| mask.end <= label.start));
        let in_mask = mask.is_some_and(|mask| mask.start < label.end);
        if !in_mask && stands_alone(source, &label) {
            labels.push(label);
        }
    }
    labels
}

/// Tells whether a label is a word for itself: "tx" counts in `depositTx` and `tx_id`, not in "context"; "код" in
/// "кодом", not in "кодировка". Chinese, Japanese, Korean and Arabic write on to their words.
fn stands_alone(source: &str, label: &Label) -> bool {
    let word = source.get(label.start..label.end).unwrap_or_default();
    let before = source.get(..label.start).unwrap_or_default().chars().next_back();
    let after = source.get(label.end..).unwrap_or_default();
    let Some(first) = word.chars().next() else { return false };
    match script::of(first) {
        Some(script @ (Script::Latin | Script::Cyrillic)) => {
            begins(before, first, script)
                && ends(word, after, script)
                && !is_inside_key(source, label)
        }
        _ => true,
    }
}

/// Tells whether a short word stands inside of a long string of letters and digits: "Mk" in an address.
fn is_inside_key(source: &str, label: &Label) -> bool {
    let bytes = source.as_bytes();
    let before = bytes.get(..label.start).unwrap_or_default().iter().rev();
    let after = bytes.get(label.end..).unwrap_or_default().iter();
    let (mut letters, mut has_digit) = (0, false);
    let mut count = |run: &mut dyn Iterator<Item = &u8>| {
        for byte in run.take(LONGEST_NAME).take_while(|byte| byte.is_ascii_alphanumeric()) {
            letters += 1;
            has_digit |= byte.is_ascii_digit();
        }
    };
    count(&mut { before });
    count(&mut { after });
    let most = if has_digit { LONGEST_NUMBERED } else { LONGEST_NAME };
    label.end - label.start <= SHORT && letters >= most
}

fn begins(before: Option<char>, first: char, script: Script) -> bool {
    before.is_none_or(|before| {
        let is_letter = before.is_alphabetic() && script::of(before) == Some(script);
        !is_letter || (before.is_lowercase() && first.is_uppercase())
    })
}

/// Tells how much may follow: an English plural; the endings of a Russian or Turkish case, if the word is long enough
/// that no other word begins so.
fn ends(word: &str, after: &str, script: Script) -> bool {
    if word.ends_with(|c: char| c.is_ascii_punctuation()) {
        return true;
    }
    let letters = word.chars().count();
    let is_same = |c: &char| c.is_lowercase() && script::of(*c) == Some(script);
    let more = after.chars().take(6).take_while(is_same).count();
    match letters {
        ..=4 => more == 0 || (more == 1 && after.starts_with('s')),
        5..=7 => more <= 3,
        _ => more <= 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives the labels of a text as `says word`.
    fn labels(source: &str) -> Vec<(Says, &str)> {
        let label = |label: &Label| (label.says, source.get(label.start..label.end).unwrap_or(""));
        find(source, &[]).iter().map(label).collect()
    }

    #[test]
    fn finds_words_in_every_spelling() {
        for text in ["private key", "PRIVATE_KEY", "privateKey", "Private-Key", "private\nkey"] {
            assert_eq!(labels(text), [(Says::PrivateKey, text)]);
        }
        for text in
            ["contraseña", "CONTRASEÑA", "contrasena", "Şifre", "SIFRE", "mat khau", "ПАРОЛЬ"]
        {
            assert_eq!(labels(text), [(Says::Password, text)]);
        }
    }

    #[test]
    fn a_part_of_a_word_is_no_word() {
        for text in ["context", "encode", "passenger", "monkey", "походка", "кодировка", "spinning"]
        {
            assert_eq!(labels(text), [], "{text}");
        }
        assert_eq!(labels("walletTx"), [(Says::Other, "Tx")]);
        assert_eq!(labels("кодом"), [(Says::Code, "кодом")]);
    }

    #[test]
    fn the_longest_word_decides() {
        assert_eq!(labels("error code"), [(Says::Number, "error code")]);
        assert_eq!(labels("api secret key"), [(Says::ApiSecret, "api secret key")]);
        assert_eq!(labels("public key"), [(Says::Other, "public key")]);
    }
}
