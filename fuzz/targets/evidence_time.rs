//! A field for one time: it is written as ISO 8601 does, and reads back as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::Kind;
use proofdesk_fuzz::field;

fuzz_target!(|text: &str| {
    let Some(item) = field(Kind::Time, text).filter(|item| item.kind == Kind::Time) else { return };
    let signs = |c: char| c.is_ascii_digit() || "-+:TZ.".contains(c);
    assert!(item.value.chars().all(signs), "{}", item.value);
    if !item.valid {
        return;
    }
    let (day, clock) = item.value.split_once('T').unwrap_or((&item.value, ""));
    let number = |text: Option<&str>| text.and_then(|it| it.parse::<u32>().ok());
    if !day.is_empty() {
        let rest = day.strip_prefix("--").or_else(|| day.get(5..)).unwrap_or_default();
        assert!((1..=12).contains(&number(rest.get(..2)).unwrap_or(0)), "{}", item.value);
        assert!((1..=31).contains(&number(rest.get(3..)).unwrap_or(0)), "{}", item.value);
    }
    if !clock.is_empty() {
        assert!(number(clock.get(..2)).is_some_and(|hour| hour <= 24), "{}", item.value);
        assert!(number(clock.get(3..5)).is_some_and(|minute| minute <= 59), "{}", item.value);
    }
});
