//! Finds secrets that people paste into messages by mistake, and masks them.
//!
//! A customer in trouble pastes a seed phrase into a support form; from then on everyone who can read the ticket can
//! take the money. This crate removes such secrets from text *before* it is stored, shown, indexed or logged:
//!
//! ```
//! let scan = proofdesk_guard::scan(
//!     "my words: wild father tree among universe such mobile favorite target dynamic credit identify",
//! );
//! assert_eq!(scan.masked, "my words: ⟦seed-phrase⟧");
//! let finding = &scan.findings[0];
//! assert_eq!(finding.kind.as_str(), "seed-phrase");
//! assert_eq!((finding.start, finding.end), (10, 93));
//! ```
//!
//! # What is found
//!
//! | [`Kind`] | rule | [`certain`](Finding::certain) |
//! | --- | --- | --- |
//! | `seed-phrase` | runs of words of a BIP-39 list (ten languages of the BIP, Russian, Turkish), in any of the layouts that people use; shorter, mistyped and unproved ones beside a name for a phrase | twelve words in a row, a checksum that holds, or the name |
//! | `slip39-share`, `monero-seed` | the same with the list of SLIP-0039 and the twelve of Monero | the same |
//! | `wif-key`, `xrp-seed`, `stellar-secret` | Base58Check or Base32 with the format's version, also over white space; with a broken checksum only beside a word for it; of Sui, Tezos and Cardano by the first letters | checksum or name |
//! | `extended-private-key`, `bip38-key` | length and letters of the version (`xprv`, `zprv`, …, `6P`) | checksum |
//! | `solana-keypair` | 64 bytes, as Base58 or numbers, of which the second half is the public key of the first; others beside a word for a private key | always |
//! | `hex-private-key` | 64 or 128 hexadecimal digits beside a word that calls them a private key | name ("private key", not just "key") |
//! | `keystore`, `pem-private-key`, `otpauth-uri` | their fields, lines, scheme | the form |
//! | `totp-secret` | Base32 of 16 characters and more beside words for two-factor authentication | always |
//! | `api-secret` | letters and digits as the value of a field or label for one | a length that exchanges use |
//! | `api-passphrase`, `password`, `session-token`, `one-time-code` | what a field, label or sentence calls so | never |
//! | `card-number`, `iban` | issuer, length and check digits | never |
//!
//! Words for these things are known in ten languages: English, Simplified and Traditional Chinese, Japanese, Korean,
//! Russian, Spanish, Turkish, Vietnamese, Arabic. Transaction hashes, addresses, public keys, signatures, ids of orders
//! and accounts, heights, amounts and prose stay.
//!
//! What the rules rest on is measured and written beside each of them, in the files under `kinds`.
//!
//! # What it promises
//!
//! * Pure: no I/O, no clock, no randomness, no panic; linear in the length of the text.
//! * **Stable**: scanning masked text finds nothing and changes nothing. The mask is `⟦kind⟧` (U+27E6, the kind in
//!   kebab-case, U+27E7): the same in every language, unchanged by Unicode normalisation, and read as one opaque
//!   object by every rule, so a mask never becomes evidence against its neighbours.
//! * A person can type a mask by hand. That hides nothing and reveals nothing; the [`Finding`]s, and not the text,
//!   are the record of what was removed.
//! * Give it text in Unicode normalisation form C, as labels in the languages with diacritics are compared in it.
//!
//! It cannot promise to find everything: a phrase inside an image, or spread over several messages, is not seen here.

mod checksums;
mod finder;
mod fingerprint;
mod kinds;
mod labels;
mod linear;
mod lists;
mod mask;
mod plain;
mod scan;
mod script;
mod shape;
mod survey;
mod text;
mod value;

pub mod guess;
pub mod outgoing;

/// The version of the rules. Whoever makes a rule find more than before, or has them read what they did not read, raises it, and
/// texts that were masked by an older version are worth another look.
pub const RULES: u32 = 8;

/// Builds the lists and dictionaries that the rules read with, if nobody has: some hundredths of a second.
///
/// Without it the first text that needs one of them builds it, and whoever sent that text waits. A program that answers people
/// calls this once, beside what else it does at its start; what comes meanwhile waits for no more than it would have.
///
/// ```
/// proofdesk_guard::prepare();
/// assert!(proofdesk_guard::outgoing::asks("Have a nice day.").is_empty());
/// ```
pub fn prepare() {
    outgoing::prepare();
    labels::prepare();
    guess::prepare();
    lists::prepare();
}

#[doc(hidden)]
pub mod training;

pub use fingerprint::fingerprint;
pub use kinds::Kind;
pub use scan::{Finding, Scan, find, find_by_rules, scan, scan_by_rules};

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
