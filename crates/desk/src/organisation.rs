//! The organisation that runs this desk: one per database, made by the first start.

pub mod actions;
pub mod event;
mod sql;
pub(crate) mod state;
pub mod view;

use crate::id::{BrandId, OrganisationId};
use crate::link::Issued;
use crate::time::Timestamp;

pub use sql::ALL;

/// The organisation's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: String,
    pub created_at: Timestamp,
}

/// What a start found or made.
#[derive(Debug)]
pub struct Founded {
    pub organisation_id: OrganisationId,
    /// The default brand.
    pub brand_id: BrandId,
    /// The organisation was made just now.
    pub is_new: bool,
    /// How the first administrator comes in; `None` once there is one. Links of earlier starts are void.
    pub first_link: Option<Issued>,
}
