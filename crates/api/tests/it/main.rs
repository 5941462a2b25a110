//! The API over its own router: every answer is held up against the document.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod anything;
mod client;
mod conformance;
mod life;
mod settings;
