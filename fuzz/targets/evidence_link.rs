//! A field for one link: what is valid reads back as itself, is of a known network, and hides nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofdesk_evidence::Kind;
use proofdesk_fuzz::field;

fuzz_target!(|text: &str| {
    let Some(item) = field(Kind::Link, text) else { return };
    let Some(link) = &item.link else { return };
    assert_eq!(link.host, link.host.to_lowercase());
    assert!(!link.host.contains(['/', '@', '?', '#', ' ']), "{}", link.host);
    if item.valid {
        assert!(link.host.is_ascii() && !link.host.contains("xn--"), "{}", link.host);
        let host =
            item.value.to_ascii_lowercase().find(&link.host).expect("the host is in the link");
        assert!(!item.value[..host].contains('@'), "somebody's name before a host: {}", item.value);
    }
    if let Some(target) = &link.target {
        assert!(item.value.contains(&target.value), "{} in {}", target.value, item.value);
    }
});
