use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::transcript::verify::{Part, Problem, Report, Verdict};

/// Every leaf of a value by its pointer.
fn leaves(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().for_each(|(name, member)| leaves(member, format!("{at}/{name}"), all));
        }
        Value::Array(items) if !items.is_empty() => {
            (0..).zip(items).for_each(|(n, item)| leaves(item, format!("{at}/{n}"), all));
        }
        _ => all.push(at),
    }
}

/// The value with another one of the same type at a place.
fn changed(value: &Value, at: &str) -> Value {
    let mut value = value.clone();
    let leaf = value.pointer_mut(at).unwrap();
    *leaf = match leaf {
        Value::String(text) => Value::String(flipped(text)),
        Value::Number(number) => json!(number.as_i64().unwrap() + 1),
        Value::Bool(is) => Value::Bool(!*is),
        Value::Null => json!("x"),
        Value::Array(_) => json!(["x"]),
        Value::Object(_) => json!({ "x": 1 }),
    };
    value
}

/// Another first character of the same kind, so that ids, hashes and Base64 stay what they are.
fn flipped(text: &str) -> String {
    let mut chars = text.chars();
    let first = match chars.next() {
        None => 'x',
        Some('1') => '2',
        Some('a') => 'b',
        Some('A') => 'B',
        Some(c) if c.is_ascii_digit() => '1',
        Some(c) if c.is_ascii_lowercase() => 'a',
        Some(c) if c.is_ascii_uppercase() => 'A',
        Some(_) => 'x',
    };
    std::iter::once(first).chain(chars).collect()
}

/// The pointer with the entry's number for its index, as findings have it.
fn place(transcript: &Transcript, pointer: &str) -> String {
    let mut steps: Vec<String> = pointer.split('/').map(str::to_owned).collect();
    if steps.get(1).is_some_and(|step| step == "entries") {
        let index: usize = steps.get(2).unwrap().parse().unwrap();
        let seq = transcript.entries.get(index).unwrap().event.seq;
        *steps.get_mut(2).unwrap() = seq.to_string();
    }
    steps.join("/")
}

fn check(value: &Value, trusted: &Trusted) -> Report {
    verify(value.to_string().as_bytes(), std::slice::from_ref(trusted))
}

#[tokio::test]
async fn every_changed_field_is_named() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let (trusted, value) = (key(&transcript), serde_json::to_value(&transcript).unwrap());
    assert_eq!(check(&value, &trusted).verdict, Verdict::Genuine);
    let mut all = Vec::new();
    leaves(&value, String::new(), &mut all);
    assert!(all.len() > 300, "{}", all.len());
    for pointer in all.iter().filter(|pointer| !pointer.starts_with("/seal/fields/")) {
        let report = check(&changed(&value, pointer), &trusted);
        assert_ne!(report.verdict, Verdict::Genuine, "{pointer}");
        let mut place = place(&transcript, pointer);
        if pointer.ends_with("/event/seq") && !pointer.contains("/erasure/") {
            // It is then another entry, and this one is missing.
            place = place.replace("/event/seq", "");
        }
        let named = report.findings.iter().any(|finding| {
            finding.place == place
                || place.starts_with(&format!("{}/", finding.place))
                || (report.verdict == Verdict::Unreadable
                    && (pointer.starts_with(&finding.place) || finding.place.starts_with(pointer)))
        });
        assert!(named, "{pointer} as {place}: {:?}", report.findings);
    }
}

#[tokio::test]
async fn a_changed_seal_is_a_change() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let (trusted, value) = (key(&transcript), serde_json::to_value(&transcript).unwrap());
    for n in 0..transcript.seal.fields.len() {
        for half in [0, 1] {
            let report = check(&changed(&value, &format!("/seal/fields/{n}/{half}")), &trusted);
            assert_eq!(report.verdict, Verdict::Changed);
            let seal = report.findings.iter().any(|finding| finding.part == Part::Seal);
            assert!(seal, "{:?}", report.findings);
        }
    }
}

/// Who changes the text and the seal's list with it still stands against the log.
#[tokio::test]
async fn a_text_changed_together_with_the_seal_is_named_by_the_log() {
    let case = Case::sqlite().await;
    let mut transcript = case.take().await;
    let trusted = key(&transcript);
    for entry in &mut transcript.entries {
        let body = entry.message.as_mut().and_then(|message| message.body.as_mut());
        if let Some(body) = body {
            body.source = body.source.replace("Done", "Dead");
        }
    }
    transcript.seal.fields = crate::transcript::seal::fields(&transcript).unwrap();
    let report = verify(json(&transcript).as_bytes(), &[trusted]);
    let told: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.first().unwrap().starts_with("/seal/signature"), "{told:?}");
    assert_eq!(report.findings.last().unwrap().problem, Problem::DigestMismatch);
    assert_eq!(report.findings.last().unwrap().part, Part::Text);
}

#[tokio::test]
async fn a_message_taken_out_put_in_or_moved_is_named() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let trusted = [key(&transcript)];
    let told = |changed: &Transcript| -> Vec<(String, Problem)> {
        let report = verify(json(changed).as_bytes(), &trusted);
        assert_eq!(report.verdict, Verdict::Changed);
        report.findings.into_iter().map(|finding| (finding.place, finding.problem)).collect()
    };
    let mut without = transcript.clone();
    let gone = without.entries.remove(1);
    let seq = gone.event.seq;
    assert_eq!(told(&without), [(format!("/entries/{seq}"), Problem::Missing)]);
    let mut more = transcript.clone();
    let mut new = gone.clone();
    new.event.seq = 99;
    more.entries.push(new);
    assert!(told(&more).contains(&("/entries/99".to_owned(), Problem::Added)));
    let mut moved = transcript.clone();
    moved.entries.swap(0, 1);
    assert!(told(&moved).iter().any(|(_, problem)| *problem == Problem::OutOfOrder));
    let mut twice = transcript.clone();
    twice.entries.insert(1, gone);
    assert!(told(&twice).iter().any(|(_, problem)| *problem == Problem::OutOfOrder));
}

#[tokio::test]
async fn an_erased_message_needs_its_erasure() {
    let case = Case::sqlite().await;
    let mut transcript = case.take().await;
    let trusted = [key(&transcript)];
    let erased = transcript.entries.iter_mut().filter_map(|entry| entry.message.as_mut());
    let mut erased = erased.filter(|message| message.body.is_none());
    erased.next().unwrap().erasure = None;
    transcript = crate::transcript::seal::seal(
        Transcript { seal: Default::default(), ..transcript.clone() },
        &checkpoint::signing_key(&testing::keyring()),
    )
    .unwrap();
    let report = verify(json(&transcript).as_bytes(), &trusted);
    let told: Vec<_> = report.findings.iter().map(|f| (f.part, f.problem)).collect();
    assert_eq!(told, [(Part::Text, Problem::Missing)]);
}

/// Any byte changed is found, or the file means what it meant.
#[tokio::test]
async fn every_changed_byte_is_found() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let (trusted, text) = ([key(&transcript)], json(&transcript));
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) };
    proptest!(config, |(at in 0..text.len(), byte in any::<u8>())| {
        let mut bytes = text.clone().into_bytes();
        *bytes.get_mut(at).unwrap() = byte;
        let report = verify(&bytes, &trusted);
        let same = serde_json::from_slice::<Transcript>(&bytes).is_ok_and(|read| read == transcript);
        prop_assert_eq!(report.verdict == Verdict::Genuine, same, "byte {} as {}", at, byte);
    });
}

#[test]
fn what_is_no_transcript_is_unreadable() {
    let deep = "[".repeat(100_000);
    for hostile in ["", "null", "{}", "[]", deep.as_str(), "<html>", "<!doctype html>", "\u{0}"] {
        assert_eq!(verify(hostile.as_bytes(), &[]).verdict, Verdict::Unreadable, "{hostile:.20}");
    }
    assert_eq!(verify(&[0xff, 0xfe], &[]).verdict, Verdict::Unreadable);
}

#[tokio::test]
async fn formatting_does_not_matter_and_repeated_keys_do() {
    let case = Case::sqlite().await;
    let transcript = case.take().await;
    let trusted = [key(&transcript)];
    let pretty = serde_json::to_string_pretty(&transcript).unwrap();
    assert_eq!(verify(pretty.as_bytes(), &trusted).verdict, Verdict::Genuine);
    let brand = format!("\"brand\":{}", serde_json::to_string(&transcript.brand).unwrap());
    let twice = json(&transcript).replacen(&brand, &format!("{brand},\"brand\":\"Evil\""), 1);
    assert_eq!(verify(twice.as_bytes(), &trusted).verdict, Verdict::Unreadable);
    let more = json(&transcript) + "{}";
    assert_eq!(verify(more.as_bytes(), &trusted).verdict, Verdict::Unreadable);
}
