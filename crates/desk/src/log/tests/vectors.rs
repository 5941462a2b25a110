//! `docs/log-format-vectors.json` was computed apart from this code; this code must agree with it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::log::hash::{self, Event, Hash};
use crate::log::merkle::{self, Frontier};
use crate::log::note::{self, Checkpoint, SignedCheckpoint};
use crate::time::Timestamp;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../../../docs/log-format-vectors.json")).unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

fn number(value: &Value, key: &str) -> i64 {
    value[key].as_i64().unwrap_or_else(|| panic!("{key} in {value}"))
}

fn bytes(value: &Value, key: &str) -> Vec<u8> {
    hex::decode(text(value, key)).unwrap()
}

fn hashes(value: &Value, key: &str) -> Vec<Hash> {
    let list = value[key].as_array().unwrap().iter();
    list.map(|hash| hex::decode(hash.as_str().unwrap()).unwrap().try_into().unwrap()).collect()
}

#[test]
fn digests() {
    let vectors = vectors();
    for v in vectors["payload_digest"].as_array().unwrap() {
        let digest = hash::payload_digest(&bytes(v, "salt"), text(v, "payload_text").as_bytes());
        assert_eq!(hex::encode(digest), text(v, "digest"));
    }
    for v in vectors["body_digest"].as_array().unwrap() {
        let digest = hash::body_digest(
            &bytes(v, "salt"),
            text(v, "body"),
            text(v, "html"),
            text(v, "findings"),
        );
        assert_eq!(hex::encode(digest), text(v, "digest"));
    }
    for v in vectors["file_label_digest"].as_array().unwrap() {
        let id = text(v, "id").parse().unwrap();
        let digest = hash::file_label_digest(id, text(v, "file_name"), text(v, "content_type"));
        assert_eq!(hex::encode(digest), text(v, "digest"));
    }
    for v in vectors["file_leaks_digest"].as_array().unwrap() {
        let digest = hash::file_leaks_digest(text(v, "id").parse().unwrap(), text(v, "leaks"));
        assert_eq!(hex::encode(digest), text(v, "digest"));
    }
}

#[test]
fn chain() {
    let mut prev = hash::GENESIS;
    for v in vectors()["chain"].as_array().unwrap() {
        let payload_digest =
            hash::payload_digest(&bytes(v, "salt"), text(v, "payload_text").as_bytes());
        assert_eq!(hex::encode(payload_digest), text(v, "payload_digest"));
        assert_eq!(hex::encode(prev), text(v, "prev"));
        let event = Event {
            id: text(v, "id").parse().unwrap(),
            stream: text(v, "stream").to_owned(),
            seq: number(v, "seq"),
            at: number(v, "at_us"),
            actor: text(v, "actor").to_owned(),
            kind: text(v, "kind").to_owned(),
            v: number(v, "v"),
            payload_digest,
            prev,
        };
        prev = event.hash();
        assert_eq!(hex::encode(prev), text(v, "hash"));
    }
}

fn event_hash(pos: i64) -> Hash {
    Sha256::digest(format!("event {pos}")).into()
}

#[test]
fn tree() {
    let vectors = vectors();
    let tree = &vectors["tree"];
    for v in tree["leaves"].as_array().unwrap() {
        let pos = number(v, "pos");
        assert_eq!(hex::encode(event_hash(pos)), text(v, "event_hash"));
        assert_eq!(hex::encode(merkle::leaf_hash(pos, &event_hash(pos))), text(v, "leaf"));
    }
    let mut roots = vec![Frontier::new().root()];
    let mut frontier = Frontier::new();
    for pos in 1..=600 {
        frontier.push(merkle::leaf_hash(pos, &event_hash(pos)));
        roots.push(frontier.root());
    }
    let root = |n: i64| roots[usize::try_from(n).unwrap()];
    for v in tree["roots"].as_array().unwrap() {
        assert_eq!(hex::encode(root(number(v, "size"))), text(v, "root"));
    }
    let unsigned = |n: i64| u64::try_from(n).unwrap();
    for v in tree["inclusion"].as_array().unwrap() {
        let (pos, size) = (number(v, "pos"), number(v, "size"));
        let leaf = merkle::leaf_hash(pos, &event_hash(pos));
        let path = hashes(v, "path");
        assert!(merkle::verify_inclusion(
            &leaf,
            unsigned(pos - 1),
            unsigned(size),
            &path,
            &root(size)
        ));
    }
    for v in tree["consistency"].as_array().unwrap() {
        let (old, new) = (number(v, "old"), number(v, "new"));
        let path = hashes(v, "path");
        let holds =
            merkle::verify_consistency(unsigned(old), &root(old), unsigned(new), &root(new), &path);
        assert!(holds, "{old} in {new}");
    }
}

#[test]
fn checkpoint() {
    let v = &vectors()["checkpoint"];
    let key = SigningKey::from_bytes(&bytes(v, "seed").try_into().unwrap());
    let public_key = key.verifying_key();
    assert_eq!(hex::encode(public_key.as_bytes()), text(v, "public_key"));
    let checkpoint = Checkpoint {
        origin: note::origin(&bytes(v, "first_event_hash").try_into().unwrap()),
        size: number(v, "size"),
        root: bytes(v, "root").try_into().unwrap(),
        at: Timestamp::from_micros(number(v, "at_us")),
    };
    assert_eq!(checkpoint.origin, text(v, "origin"));
    assert_eq!(checkpoint.text(), text(v, "text"));
    assert_eq!(
        note::verifier_key(&checkpoint.origin, public_key.as_bytes()),
        text(v, "verifier_key")
    );
    let signed = SignedCheckpoint::sign(checkpoint, &key);
    assert_eq!(signed.key_id, text(v, "key_id"));
    assert_eq!(hex::encode(&signed.signature), text(v, "signature"));
    assert_eq!(signed.to_string(), text(v, "note"));
    let read: SignedCheckpoint = text(v, "note").parse().unwrap();
    assert!(read.is_signed_by(public_key.as_bytes()));
}

#[test]
fn ledger() {
    let vectors = vectors();
    let v = &vectors["ledger"];
    let digest = hash::ledger_digest(
        text(v, "origin"),
        text(v, "erasure_id").parse().unwrap(),
        text(v, "subject"),
        text(v, "subject_id").parse().unwrap(),
        number(v, "at_us"),
    );
    assert_eq!(hex::encode(digest), text(v, "digest"));
    let key = SigningKey::from_bytes(&bytes(&vectors["checkpoint"], "seed").try_into().unwrap());
    assert_eq!(STANDARD.encode(key.sign(&digest).to_bytes()), text(v, "signature_base64"));
}
