//! Sections of the help centre: where articles stand, with a name in each language.

pub mod actions;
pub mod event;
pub mod folder;
mod sql;
pub mod view;

use std::collections::BTreeMap;

use proofdesk_locale::Locale;

use crate::id::{BrandId, HelpSectionId};
use crate::time::Timestamp;

pub use sql::ALL;

/// A section's name in each language.
pub type Names = BTreeMap<Locale, String>;

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
        let nearest = crate::article::nearest(wanted);
        let found = nearest.iter().find_map(|lang| self.names.get(lang));
        found.or_else(|| self.names.values().next()).map_or(&self.slug, |name| name)
    }
}
