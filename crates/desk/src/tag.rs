//! Tags: short words that staff put on tickets. One name, one tag, whatever its case.
//!
//! Tickets, and their events, name a tag by its id; macros, saved filters and people name it by its name. So a tag that is called
//! otherwise leaves a row with its former name behind, which leads to it, and is offered to nobody.

pub mod actions;
pub mod event;
pub(crate) mod mask;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

pub use sql::ALL;

/// The form under which a tag is stored and found: lower case, inner spaces as one hyphen.
pub fn canonical(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}
