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
//! | `seed-phrase` | runs of words of the BIP-39 English list, in any of the layouts that people use | twelve words in a row, or a checksum that holds |
//! | `wif-key` | wallet import format: Base58Check with a private-key version; with a broken checksum only beside a word for it | checksum |
//! | `extended-private-key` | BIP-32 and SLIP-132 (`xprv`, `yprv`, `zprv`, `tprv`, …) | checksum |
//! | `hex-private-key` | 64 or 128 hexadecimal digits beside a word that calls them a private key, in eleven languages | never: a transaction hash looks the same |
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
mod fingerprint;
mod kinds;
mod labels;
mod lists;
mod mask;
mod scan;
mod script;
mod survey;
mod text;
mod value;

pub use fingerprint::fingerprint;
pub use kinds::Kind;
pub use scan::{Finding, Scan, scan};
