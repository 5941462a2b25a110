//! A field for one amount: it is a plain decimal with a ticker, and reads back as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::Kind;
use proofdesk_fuzz::field;

fuzz_target!(|text: &str| {
    let Some(item) = field(Kind::Amount, text) else { return };
    let Some(amount) = &item.amount else { return };
    assert_eq!(item.value, format!("{} {}", amount.decimal, amount.ticker));
    let (whole, fraction) = amount.decimal.split_once('.').unwrap_or((&amount.decimal, "0"));
    for digits in [whole, fraction] {
        assert!(
            !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()),
            "{}",
            item.value
        );
    }
    assert!(whole == "0" || !whole.starts_with('0'), "{}", item.value);
    assert_eq!(amount.ticker, amount.ticker.to_uppercase());
});
