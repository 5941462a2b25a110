//! A field for one time: it is written as ISO 8601 does, with the name of a zone in brackets behind it (RFC 9557) or none, and
//! reads back as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::Kind;
use proofdesk_fuzz::field;

fuzz_target!(|text: &str| {
    let Some(item) = field(Kind::Time, text).filter(|item| item.kind == Kind::Time) else { return };
    let (time, zone) = match item.value.split_once('[') {
        Some((time, zone)) => (time, Some(zone)),
        None => (&*item.value, None),
    };
    let signs = |c: char| c.is_ascii_digit() || "-+:TZ.".contains(c);
    assert!(time.chars().all(signs), "{}", item.value);
    if let Some(zone) = zone {
        is_zone(time, zone.strip_suffix(']').expect("the bracket closes at the end"));
    }
    if !item.valid {
        return;
    }
    let (day, clock) = time.split_once('T').unwrap_or((time, ""));
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

/// An area and one or two places, behind a clock that says no offset.
fn is_zone(time: &str, name: &str) {
    let (_, clock) = time.split_once('T').expect("a zone is that of a clock");
    assert!(clock.chars().all(|c| c.is_ascii_digit() || c == ':'), "two zones: {time}[{name}]");
    let parts: Vec<_> = name.split('/').collect();
    assert!((2..=3).contains(&parts.len()), "{name}");
    for part in parts {
        let sign = |c: char| c.is_ascii_alphanumeric() || "_-+".contains(c);
        assert!(part.starts_with(|c: char| c.is_ascii_uppercase()), "{name}");
        assert!(part.chars().all(sign), "{name}");
    }
}
