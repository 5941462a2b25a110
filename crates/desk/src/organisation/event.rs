//! Frozen payloads.

use crate::id::{BrandId, OrganisationId};
use crate::payload::payloads;

payloads! {
    /// The first event of a desk.
    OrganisationFounded = "organisation.founded" v 1 { organisation_id: OrganisationId, brand_id: BrandId }
}
