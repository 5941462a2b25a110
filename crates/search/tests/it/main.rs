//! The indexes from outside: what they find, whatever is asked, and what a killed process leaves.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod anything;
mod article;
mod crash;
mod eval;
mod snapshot;
mod ticket;
