//! Any text: no panic, spans that fit, and a second scan that changes nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_guard::scan;

fuzz_target!(|text: &str| {
    let once = scan(text);
    for finding in &once.findings {
        assert!(text.get(finding.start..finding.end).is_some_and(|secret| !secret.is_empty()));
        let mask = once.masked.get(finding.masked_start..finding.masked_end);
        assert_eq!(mask, Some(finding.kind.mask()));
    }
    let twice = scan(&once.masked);
    assert!(twice.is_clean(), "{:?}", twice.findings);
    assert_eq!(twice.masked, once.masked);
});
