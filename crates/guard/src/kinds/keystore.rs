//! Keystore files of Ethereum, version 3 (Ethereum wiki, "Web3 Secret Storage Definition").
//!
//! The key inside is encrypted under a password, which a thief guesses at leisure. The whole object is masked: salt and
//! MAC serve the guessing, and the address is better asked for again than kept beside them.

use std::ops::Range;

use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::mask;
use crate::text::Text;

/// A file has 500 bytes; this far from its `ciphertext` the name of its key derivation stands.
const REACH: usize = 2_000;
const SHORTEST: usize = 32;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut objects = None;
    for label in text.labels().iter().filter(|label| label.says == Says::Ciphertext) {
        let Some(value) = text.value_after(label) else { continue };
        let digits = text.get(value.range.start, value.range.end);
        if digits.len() < SHORTEST || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            continue;
        }
        let near = text.has_before(label.start, REACH, &[Says::Kdf])
            || text
                .labels_after(label.end)
                .first_chunk::<8>()
                .map_or_else(|| text.labels_after(label.end), |near| near.as_slice())
                .iter()
                .any(|label| label.says == Says::Kdf && label.start < value.range.end + REACH);
        let objects = objects.get_or_insert_with(|| objects_of(text.source));
        let place = objects.partition_point(|object| object.end <= label.start);
        let whole = objects.get(place).filter(|object| object.start < label.start && near);
        spans.push(Span::new(Kind::Keystore, whole.cloned().unwrap_or(value.range), near));
    }
}

/// Gives the outermost objects of braces that close, in order; no object reaches over a mask.
fn objects_of(source: &str) -> Vec<Range<usize>> {
    let mut objects = Vec::new();
    let mut open = Vec::new();
    for (at, c) in source.char_indices() {
        match c {
            '{' => open.push(at),
            '}' => {
                if let Some(start) = open.pop() {
                    while objects.last().is_some_and(|inner: &Range<usize>| inner.start > start) {
                        objects.pop();
                    }
                    objects.push(start..at + 1);
                }
            }
            mask::OPEN => open.clear(),
            _ => {}
        }
    }
    objects
}

#[cfg(test)]
mod tests {
    use crate::scan;

    /// Web3 Secret Storage, test vector with PBKDF2.
    const FILE: &str = r#"{"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},"ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2","kdfparams":{"c":262144,"dklen":32,"prf":"hmac-sha256","salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},"mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}"#;

    #[test]
    fn finds_the_whole_file() {
        for file in [FILE.to_owned(), FILE.replace(',', ",\n  "), FILE.replace('"', "\\\"")] {
            let scan = scan(&format!("my wallet: {file} please"));
            assert_eq!(scan.masked, "my wallet: ⟦keystore⟧ please");
            assert!(scan.findings.iter().all(|finding| finding.certain));
        }
    }

    #[test]
    fn finds_the_key_in_a_part_of_a_file() {
        let scan = scan(FILE.trim_end_matches('}'));
        assert!(!scan.masked.contains("5318b4d5"), "{}", scan.masked);
    }

    #[test]
    fn leaves_talk_and_other_objects() {
        for text in
            ["what is a ciphertext?", "{\"ciphertext\":\"abc\"}", "{\"a\":{\"b\":1}}", "}}{{"]
        {
            assert_eq!(scan(text).masked, text);
        }
    }
}
