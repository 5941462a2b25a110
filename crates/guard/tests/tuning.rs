//! The tuning half of the corpus stays found: a change of the rules that loses a case says which.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_guard::scan;
use serde_json::Value;

fn cases() -> Vec<Value> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/tuning");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read_to_string(path).unwrap());
    texts
        .flat_map(|text| {
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>()
        })
        .collect()
}

#[test]
fn what_was_found_is_found() {
    let cases = cases();
    assert!(cases.len() > 4_000, "{} cases", cases.len());
    let (mut misses, mut alarms) = (Vec::new(), Vec::new());
    for case in &cases {
        let scan = scan(case["text"].as_str().unwrap());
        let mut secrets = case["secrets"].as_array().unwrap().iter().filter_map(Value::as_str);
        if case["kind"].is_null() && !scan.is_clean() {
            alarms.push(case["id"].as_str().unwrap());
        } else if secrets.any(|secret| scan.masked.contains(secret)) {
            misses.push(case["id"].as_str().unwrap());
        }
    }
    let innocent = cases.iter().filter(|case| case["kind"].is_null()).count();
    // What docs/guard.md aims at, with half of the room for misses: 0.995 of the secrets, 0.001 of the innocent.
    assert!(misses.len() * 200 <= cases.len() - innocent, "missed: {misses:?}");
    assert!(alarms.len() * 1_000 <= innocent, "without cause: {alarms:?}");
}
