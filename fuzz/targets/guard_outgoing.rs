//! Any text that staff could send: spans that fit and are in order, and no way around by case or by what nobody sees.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_fuzz::linear;
use proofdesk_guard::outgoing::{Wanted, asks};

const REQUEST: &str = "Please send us your password.";

// The tables are built before anything is measured.
fuzz_target!(init: { asks("password"); }, |text: &str| {
    let found = linear(text, asks);
    for ask in &found {
        assert!(text.get(ask.start..ask.end).is_some_and(|clause| !clause.is_empty()));
    }
    assert!(found.is_sorted_by_key(|ask| (ask.start, ask.end)));
    assert_eq!(asks(text), found);
    let wanted = wanted_in(text);
    // The words of a web address are left out, and what is hidden in one makes it none.
    let lower = text.to_ascii_lowercase();
    if !lower.contains("http") && !lower.contains("www") {
        assert_eq!(wanted_in(&text.to_ascii_uppercase()), wanted, "case");
        assert_eq!(wanted_in(&with_invisible(text)), wanted, "invisible characters");
    }
    let among = format!("{text}\n\n{REQUEST}\n\n");
    assert!(asks(&among).iter().any(|ask| among[ask.start..ask.end].contains("send us")));
});

fn wanted_in(text: &str) -> Vec<Wanted> {
    let mut wanted: Vec<_> = asks(text).into_iter().map(|ask| ask.wanted).collect();
    wanted.sort();
    wanted
}

/// A zero width space behind every third character.
fn with_invisible(text: &str) -> String {
    let mut hidden = String::with_capacity(text.len() * 2);
    for (index, c) in text.chars().enumerate() {
        hidden.push(c);
        if index % 3 == 2 {
            hidden.push('\u{200B}');
        }
    }
    hidden
}
