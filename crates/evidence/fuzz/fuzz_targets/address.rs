//! A field for one address: what is valid reads back as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::{Kind, Options, check};

fuzz_target!(|text: &str| {
    let options = Options::default();
    if let Some(item) = check(Kind::Address, text, &options).filter(|item| item.valid) {
        let again = check(item.kind, &item.value, &options);
        assert_eq!(again.map(|it| it.value), Some(item.value));
    }
});
