//! A field for one address: what is valid reads back as itself, and no look-alike letter passes in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::{Check, Item, Kind, Options, check};
use proofdesk_fuzz::field;

/// Latin letters and the Cyrillic ones that look like them.
const TWINS: [(char, char); 10] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('p', 'р'),
    ('x', 'х'),
    ('A', 'А'),
    ('B', 'В'),
    ('H', 'Н'),
    ('P', 'Р'),
    ('T', 'Т'),
];

fuzz_target!(|text: &str| {
    let Some(item) = field(Kind::Address, text) else { return };
    let certain = item.kind == Kind::Address && item.valid && item.check == Check::Checksum;
    if certain && item.value == text {
        look_alikes_do_not_pass(&item);
        changes_do_not_pass(&item);
    }
});

fn look_alikes_do_not_pass(item: &Item) {
    for (latin, twin) in TWINS {
        let disguised = item.value.replacen(latin, &twin.to_string(), 1);
        let read = check(Kind::Address, &disguised, &Options::default());
        if disguised == item.value {
            continue;
        }
        // "bitcoincash:" may be left out of an address, and so may be what is no more than like it.
        let whole = |read: &Item| (read.start, read.end) == (0, disguised.len());
        if let Some(read) = read.filter(|it| whole(it) && it.valid && it.check == Check::Checksum) {
            assert!(read.problem.is_some(), "{disguised} is taken for {}", read.value);
        }
    }
}

/// One character exchanged for its neighbour in the alphabet: every checksum finds that, and what is mended is the original.
fn changes_do_not_pass(item: &Item) {
    for (at, c) in item.value.char_indices().skip(item.value.len() / 2).step_by(5) {
        let other = match c {
            'a'..='y' | 'A'..='Y' | '0'..='8' => char::from(c as u8 + 1),
            _ => continue,
        };
        let mut changed = item.value.clone();
        changed.replace_range(at..=at, &other.to_string());
        let read = check(Kind::Address, &changed, &Options::default());
        if let Some(read) = read.filter(|it| it.valid && it.check == Check::Checksum) {
            assert_ne!(read.value, changed, "a changed {} is valid", item.value);
        }
    }
}
