//! Statuses: free names over the fixed categories.

pub mod actions;
mod sql;
pub mod view;

use crate::id::{Id as _, StatusId};
use crate::ticket::StatusCategory;

pub use sql::ALL;

/// A status as its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    pub id: StatusId,
    /// For a built-in one the category's word, which surfaces translate; else what an administrator typed.
    pub name: String,
    pub category: StatusCategory,
    pub builtin: bool,
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
