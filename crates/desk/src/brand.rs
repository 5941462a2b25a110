//! Brands: the faces of the organisation. Every ticket, category and customer belongs to one.

mod accent;
pub mod actions;
mod colour;
pub mod event;
mod sql;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub mod view;

use proofdesk_locale::Locale;

use crate::id::BrandId;
use crate::time::Timestamp;

pub use accent::Accent;
pub use sql::ALL;

/// One face of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    pub id: BrandId,
    /// Stands in URLs; never changes.
    pub slug: String,
    pub name: String,
    /// The languages it answers in, at least one, the default first.
    pub locales: Vec<Locale>,
    /// The colours of its pages; `None` where they are as the program draws them.
    pub accent: Option<Accent>,
    pub created_at: Timestamp,
    pub version: i64,
}

impl Brand {
    /// The language of those who ask for none of the brand's.
    pub fn default_locale(&self) -> Locale {
        self.locales.first().copied().unwrap_or_default()
    }
}

/// Reads the column: codes, separated by spaces.
fn read_locales(text: &str) -> Vec<Locale> {
    text.split(' ').filter_map(|code| code.parse().ok()).collect()
}

fn write_locales(locales: &[Locale]) -> String {
    locales.iter().map(|locale| locale.code()).collect::<Vec<_>>().join(" ")
}
