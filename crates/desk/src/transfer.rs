//! What leaves a desk and what comes into one: lines of JSON, one object each, that another desk (or another program) can read.
//! `docs/import-export.md` is the specification of every field.
//!
//! An export is the most dangerous read of all, so it is for whoever holds the machine, and the log says why it was made. An import is
//! silent: nobody is told of what happened long ago, neither by mail nor live nor by a webhook, and nothing is brought twice.

pub mod actions;
pub mod event;
pub mod line;
pub mod prepare;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use sha2::{Digest as _, Sha256};

use crate::viewer::Viewer;

/// Every statement of the noun.
pub fn all() -> Vec<&'static str> {
    [sql::ALL, view::ALL].concat()
}

/// What the head of an export says under `format`.
pub const FORMAT: &str = "proofdesk.export";
/// And under `v`.
pub const VERSION: u32 = 1;

/// Under this name the desk itself acts while it brings something.
const ACTOR: &str = "import";

/// Who acts while something is brought.
pub const fn viewer() -> Viewer {
    Viewer::System(ACTOR)
}

/// Whether what an actor does is told to nobody: neither live nor by webhooks.
pub fn is_quiet(actor: &str) -> bool {
    actor.strip_prefix("system:") == Some(ACTOR)
}

/// How far a file was read: so many lines, which give this digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: u64,
    pub digest: [u8; 32],
}

/// The lines that were read so far.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    count: u64,
    hasher: Sha256,
}

impl Lines {
    /// One more, without its end.
    pub fn take(&mut self, line: &[u8]) {
        self.count += 1;
        self.hasher.update(line);
        self.hasher.update(b"\n");
    }

    /// How many there were.
    pub fn count(&self) -> u64 {
        self.count
    }

    pub fn place(&self) -> Place {
        Place { line: self.count, digest: self.hasher.clone().finalize().into() }
    }
}
