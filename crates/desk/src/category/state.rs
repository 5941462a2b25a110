//! What the log says of categories, held against their rows. The built-in ones come with their brand, without an event of their own.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::event::{CategoriesOrdered, CategoryCreated, CategoryRenamed};
use crate::error::Result;
use crate::form::CategoryOffered;
use crate::id::{BrandId, CategoryId};
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::names::digest;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROWS];

const ROWS: &str =
    "select id, brand_id, slug, position, names, withdrawn_at from category order by id";

/// A row without what no event tells.
type Stored = (CategoryId, BrandId, String, i64, String, Option<Timestamp>);

/// What the events say of all categories.
#[derive(Debug, Default)]
pub(crate) struct Told {
    made: BTreeMap<CategoryId, (BrandId, String)>,
    names: BTreeMap<CategoryId, String>,
    places: BTreeMap<CategoryId, i64>,
    withdrawn: BTreeMap<CategoryId, bool>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("category.");
        if let Some(CategoryCreated { category_id, brand_id, slug, position, names }) = known(event)
        {
            self.made.insert(category_id, (brand_id, slug));
            self.places.insert(category_id, position);
            self.names.insert(category_id, names);
        } else if let Some(CategoryRenamed { category_id, names }) = known(event) {
            self.names.insert(category_id, names);
        } else if let Some(CategoriesOrdered { category_ids, .. }) = known(event) {
            self.places.extend(category_ids.into_iter().zip(0_i64..));
        } else if let Some(CategoryOffered { category_id, offered }) = known(event) {
            self.withdrawn.insert(category_id, !offered);
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<Stored> = rx.query(ROWS, params![]).await?;
        for (id, brand_id, slug, position, names, withdrawn_at) in rows {
            let is_told = match self.made.remove(&id) {
                Some(made) => made == (brand_id, slug),
                None => super::is_builtin(&slug),
            };
            let told_names = self.names.get(&id).cloned().unwrap_or_else(|| digest("{}"));
            let is_withdrawn = self.withdrawn.get(&id).copied().unwrap_or_default();
            let columns = [
                ("slug", is_told),
                ("position", self.places.get(&id).is_none_or(|told| *told == position)),
                ("names", told_names == digest(&names)),
                ("withdrawn_at", is_withdrawn == withdrawn_at.is_some()),
            ];
            differ.extend(Differs::of("category", id, columns));
        }
        differ.extend(self.made.into_keys().map(|id| Differs::new("category", id, "id")));
        Ok(differ)
    }
}
