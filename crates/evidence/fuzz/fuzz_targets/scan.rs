//! The whole scan: spans are characters, in order, without overlap, and what is not valid says why.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::{Options, scan};

fuzz_target!(|text: &str| {
    let mut end = 0;
    for item in scan(text, &Options::default()) {
        assert!(item.start >= end && item.end > item.start);
        assert!(text.get(item.start..item.end).is_some());
        assert!(item.valid || item.problem.is_some());
        end = item.end;
    }
});
