//! Recognises evidence in what customers of an exchange write, and checks it.
//!
//! A message about money contains facts: a transaction id, an address, a link to an explorer, an amount, a time. This
//! crate finds them in text of any language, checks what can be checked, and says of a broken one what is wrong with it:
//!
//! ```
//! use proofdesk_evidence::{Kind, Network, Options, Problem, scan};
//!
//! let options = Options::default();
//! let text = "提了 1,250.50 USDT (TRC20) 到 TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, \
//!             hash b9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e";
//! let items = scan(text, &options);
//! let found: Vec<_> = items.iter().map(|item| (item.kind, item.value.as_str())).collect();
//! assert_eq!(found[0], (Kind::Amount, "1250.50 USDT"));
//! assert_eq!(found[1], (Kind::Address, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"));
//! assert_eq!(items[1].problem, Some(Problem::TokenContract { symbol: "USDT" }));
//! assert_eq!(items[2].networks.single(), Some(Network::Tron));
//! ```
//!
//! # What is recognised
//!
//! | [`Kind`] | form | [`Check`] |
//! | --- | --- | --- |
//! | `address` | Bitcoin, Litecoin with MWEB, Dogecoin, Dash, Bitcoin Cash, Zcash, Monero, Tezos, Tron, XRP, Stellar, TON, Cosmos family, Cardano, SS58, Algorand, EVM in mixed case | checksum |
//! | | EVM in one case, Solana, Tron in hexadecimal, raw TON, Sui, Aptos, Near, Hedera | shape |
//! | `tx` | 64 digits with and without `0x`, Solana, TON in base64, Hedera, Near, Sui | shape |
//! | | Tezos | checksum |
//! | `link` | over 150 explorers by exact host, all of `*.blockscout.com`, and what imitates one | that of its target |
//! | `amount`, `ticker` | numbers in all the ways of writing them, with known tickers | |
//! | `uid`, `order`, `height`, `chain_id` | numbers beside a word for them in ten languages, or of a form that was set up | |
//! | `time` | days and times, with the zone when it is said | |
//!
//! # What it promises
//!
//! * Pure: no I/O, no clock, no randomness, no panic. A link is read and never followed.
//! * Linear in the length of the text, whatever it says; nothing is allocated for a text without evidence.
//! * Spans are UTF-8 bytes of the text that came in, on character boundaries, in order, without overlap.
//! * What a checksum does not protect is only [`Check::Shape`]: a typing error in it goes unseen.
//! * Masks of the guard (`⟦seed-phrase⟧`) are no evidence.
//!
//! It cannot promise that a value exists on a chain: that is for a node to say.

mod address;
mod amount;
mod contracts;
mod cursor;
mod encoding;
mod explorer;
mod field;
mod item;
mod labels;
mod lexer;
mod link;
mod lookalike;
mod narrow;
mod network;
mod numbered;
mod options;
mod problem;
mod scan;
mod time;
mod value;

/// Keeps the examples of README.md true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use explorer::explorer;
pub use field::check;
pub use item::{Amount, Check, Item, Kind, Link, Target, TargetKind};
pub use narrow::{Hints, narrow};
pub use network::{Family, Network, Networks};
pub use options::{Options, Pattern, PatternError};
pub use problem::{Argument, Problem};
pub use scan::scan;
