//! Any text: spans that fit and do not overlap, nothing changed beside them, and a second scan that finds nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_fuzz::linear;
use proofdesk_guard::scan;

// The tables are built before anything is measured.
fuzz_target!(init: { scan("abandon"); }, |text: &str| {
    let once = linear(text, scan);
    let (mut at, mut masked_at) = (0, 0);
    for finding in &once.findings {
        assert!(at <= finding.start && finding.start < finding.end, "they overlap");
        let between = text.get(at..finding.start).expect("spans lie on character boundaries");
        assert_eq!(Some(between), once.masked.get(masked_at..finding.masked_start));
        let mask = once.masked.get(finding.masked_start..finding.masked_end);
        assert_eq!(mask, Some(finding.kind.mask()));
        (at, masked_at) = (finding.end, finding.masked_end);
    }
    assert_eq!(text.get(at..), once.masked.get(masked_at..));
    let twice = scan(&once.masked);
    assert!(twice.is_clean(), "{:?}", twice.findings);
    assert_eq!(twice.masked, once.masked);
});
