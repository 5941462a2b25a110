//! Sections of the help centre: where articles stand, with a name in each language.

pub mod actions;
pub mod event;
pub mod folder;
mod sql;
pub mod view;

use proofdesk_locale::Locale;

use crate::id::{BrandId, HelpSectionId};
use crate::time::Timestamp;

pub use crate::names::Names;
pub use sql::ALL;

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: HelpSectionId,
    pub brand_id: BrandId,
    pub slug: String,
    /// Its place on the first page, from 1.
    pub position: i64,
    pub names: Names,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl Section {
    /// Its name in the language, or in the nearest that there is.
    pub fn name(&self, wanted: Locale) -> &str {
        crate::names::nearest(&self.names, wanted).unwrap_or(&self.slug)
    }
}
