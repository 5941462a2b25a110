//! Frozen payloads.

use crate::id::BrandId;
use crate::payload::payloads;

payloads! {
    BrandCreated = "brand.created" v 1 { brand_id: BrandId, slug: String }

    /// Name or languages changed.
    BrandChanged = "brand.changed" v 1 { brand_id: BrandId }

    /// What the colours of its pages are from now on: both numbers, or neither for those of the program.
    BrandAccentSet = "brand.accent_set" v 1 { brand_id: BrandId, hue: Option<i64>, chroma: Option<i64> }
}
