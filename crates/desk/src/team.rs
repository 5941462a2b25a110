//! Teams: who works together. A ticket belongs to one, and reach `team` follows it.

pub mod actions;
pub mod event;
mod sql;
pub(crate) mod state;
pub mod view;

use crate::assignment::Assignment;
use crate::id::{StaffId, TeamId};
use crate::time::Timestamp;

pub use sql::ALL;

/// A team with its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    /// How its tickets find whom they are for.
    pub assignment: Assignment,
    pub created_at: Timestamp,
    pub version: i64,
    pub members: Vec<StaffId>,
}
