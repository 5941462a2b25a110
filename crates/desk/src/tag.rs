//! Tags: short words that staff put on tickets. One name, one tag, whatever its case.

pub mod actions;
pub mod event;
pub(crate) mod mask;
mod sql;
pub mod view;

pub use sql::ALL;

/// The form under which a tag is stored and found: lower case, inner spaces as one hyphen.
pub fn canonical(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}
