//! Any text that staff could send: no panic, spans that fit and are in order, the same answer twice.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_guard::outgoing;

fuzz_target!(|text: &str| {
    let asks = outgoing::asks(text);
    for ask in &asks {
        assert!(text.get(ask.start..ask.end).is_some_and(|clause| !clause.is_empty()));
    }
    assert!(asks.is_sorted_by_key(|ask| ask.start));
    assert_eq!(outgoing::asks(text), asks);
});
