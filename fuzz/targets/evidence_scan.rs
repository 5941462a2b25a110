//! The whole scan: spans are characters, in order, without overlap; what is not valid says why; hints only take away.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::{Hints, narrow};
use proofdesk_fuzz::items;

fuzz_target!(|text: &str| {
    let found = items(text);
    assert_eq!(items(text), found, "the same text, the same items");
    let mut narrowed = found.clone();
    narrow(&mut narrowed, &Hints { tickers: &["USDT", "BTC"], ..Hints::default() });
    for (before, after) in found.iter().zip(&narrowed) {
        assert!(before.networks.contains_all(after.networks));
        assert_eq!(before.networks.is_empty(), after.networks.is_empty());
        assert_eq!((&before.value, before.start), (&after.value, after.start));
    }
});
