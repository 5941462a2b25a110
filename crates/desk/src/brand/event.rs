//! Frozen payloads.

use crate::id::BrandId;
use crate::payload::payloads;

payloads! {
    BrandCreated = "brand.created" v 1 { brand_id: BrandId, slug: String }

    /// Name or languages changed.
    BrandChanged = "brand.changed" v 1 { brand_id: BrandId }
}
