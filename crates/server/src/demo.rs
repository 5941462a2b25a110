//! A desk with people in it: an invented exchange, its customers in ten languages, and the last ninety days.
//!
//! Everything follows from one seed and goes through the verbs that people use, each at its own moment in the past.
//! [`seed`] fills an empty desk; `proofdesk demo` does so once, serves it, and with `--live` lets it live on.

mod answers;
mod aside;
mod cast;
mod chain;
mod constraints;
mod deed;
mod dice;
mod facts;
mod file;
mod found;
mod hours;
mod inside;
mod letter;
mod live;
mod load;
mod macros;
mod marker;
mod money;
mod names;
mod past;
mod prepare;
mod run;
mod script;
mod seed;
mod sides;
mod story;
mod tale;
mod template;
#[cfg(test)]
mod tests;

pub use cast::PASSWORD;
pub use found::Ground;
pub use past::tell;
pub use run::{DemoArgs, run};
pub use script::Length;
pub use seed::{Counts, DemoFacts, Plan, Population, seed};
