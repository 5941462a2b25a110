//! Frozen payloads. `names` is the SHA-256 of the names by language as the row holds them, lower-case hex.

use crate::id::{BrandId, CategoryId};
use crate::payload::payloads;

payloads! {
    CategoryCreated = "category.created" v 1 { category_id: CategoryId, brand_id: BrandId, slug: String, position: i64, names: String }

    /// As it is called from now on.
    CategoryRenamed = "category.renamed" v 1 { category_id: CategoryId, names: String }

    /// A brand's categories as they stand from now on, the first at place 0.
    CategoriesOrdered = "category.ordered" v 1 { brand_id: BrandId, category_ids: Vec<CategoryId> }
}
