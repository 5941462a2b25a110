//! A desk with people in it: an invented exchange, its customers in ten languages, and the last ninety days.
//!
//! Everything follows from one seed and goes through the verbs that people use, each at its own moment in the past.
//! [`seed`] fills an empty desk; `proofdesk demo` does so once, serves it, and with `--live` lets it live on.

mod cast;
mod chain;
mod deed;
mod dice;
mod facts;
mod file;
mod found;
mod letter;
mod money;
mod names;
mod prepare;
mod script;
mod seed;
mod story;
mod tale;
mod template;
#[cfg(test)]
mod tests;

pub use cast::PASSWORD;
pub use script::Length;
pub use seed::{Counts, DemoFacts, Plan, Population, seed};

// Stand-in by the lead so that others can build meanwhile: replace with the real ones.
#[derive(clap::Args, Debug)]
pub struct DemoArgs {}
pub async fn run(_settings: &crate::cli::Settings, _args: &DemoArgs) -> anyhow::Result<()> {
    anyhow::bail!("not yet")
}
