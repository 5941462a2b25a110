//! Frozen payloads.

use crate::id::{BrandId, HelpSectionId};
use crate::payload::payloads;

payloads! {
    /// Made or changed: its names and its place are in the row.
    HelpSectionSet = "help_section.set" v 1 { section_id: HelpSectionId, brand_id: BrandId, slug: String }

    HelpSectionDeleted = "help_section.deleted" v 1 { section_id: HelpSectionId, brand_id: BrandId, slug: String }
}
