//! Revealing: one personal field, for a reason, out of a budget, written into the log of the member who looked.

pub mod actions;
pub mod event;

/// A field in clear.
#[derive(Clone, PartialEq, Eq)]
pub struct Revealed {
    pub value: String,
    /// How many more the member may reveal in this hour.
    pub remaining: i64,
}

impl std::fmt::Debug for Revealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Revealed").field("remaining", &self.remaining).finish_non_exhaustive()
    }
}
