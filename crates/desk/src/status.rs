//! Statuses: free names over the fixed categories. Five are built in, which the desk itself sets tickets to; an administrator may give
//! those other names, and makes more.

pub mod actions;
pub mod event;
mod sql;
pub(crate) mod state;
pub mod view;

use crate::id::{Id as _, StatusId};
use crate::names::Names;
use crate::ticket::StatusCategory;
use crate::time::Timestamp;

pub use sql::ALL;

/// A status as its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    pub id: StatusId,
    /// Its stable word: for a built-in one the category's, which surfaces translate; else the key that an administrator chose.
    pub name: String,
    /// Whose turn it is; never changes, since tickets carry it.
    pub category: StatusCategory,
    pub builtin: bool,
    /// Its place among the others.
    pub position: i64,
    /// What people read; empty for a built-in one that is called as surfaces call it.
    pub names: Names,
    /// No ticket is set to it any more; those that have it keep it.
    pub retired_at: Option<Timestamp>,
    pub version: i64,
}

/// The built-in status of a category. Their ids are the same in every installation, so that no verb must look them up.
pub fn builtin(category: StatusCategory) -> StatusId {
    let place = StatusCategory::ALL.iter().position(|c| *c == category).unwrap_or(0);
    let place = u128::try_from(place).unwrap_or(0);
    // A UUIDv8 (RFC 9562, section 5.8) that spells out what it is.
    StatusId::from_uuid(uuid::Uuid::from_u128(
        0x7072_6f6f_6664_8573_8074_7573_0000_0000 + place + 1,
    ))
}

/// Whether it is one of those that every installation has.
pub fn is_builtin(id: StatusId) -> bool {
    StatusCategory::ALL.iter().any(|category| builtin(*category) == id)
}

/// A name as filters compare it: a space may be a hyphen or an underscore.
pub(crate) fn plain(name: &str) -> String {
    name.to_lowercase().replace(['_', '-'], " ")
}

#[cfg(test)]
mod tests;
