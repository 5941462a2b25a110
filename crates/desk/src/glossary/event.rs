//! Frozen payloads. What a term means is in its row; the log keeps that it changed.

use crate::id::{BrandId, GlossaryTermId};
use crate::payload::payloads;

payloads! {
    /// Made or changed.
    GlossaryTermSet = "glossary.term_set" v 1 { term_id: GlossaryTermId, brand_id: BrandId, slug: String }

    GlossaryTermDeleted = "glossary.term_deleted" v 1 { term_id: GlossaryTermId, brand_id: BrandId, slug: String }
}
