//! What the log says of brands, held against their rows. A brand's name and languages are said by no event.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::event::{BrandAccentSet, BrandCreated};
use crate::error::Result;
use crate::id::BrandId;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;

pub(super) const ROWS: &str = "select id, slug, hue, chroma from brand order by id";

/// A row without what no event tells.
type Stored = (BrandId, String, Option<i64>, Option<i64>);

/// What the events say of all brands.
#[derive(Debug, Default)]
pub(crate) struct Told {
    slugs: BTreeMap<BrandId, String>,
    accents: BTreeMap<BrandId, (Option<i64>, Option<i64>)>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("brand.");
        if let Some(BrandCreated { brand_id, slug }) = known(event) {
            self.slugs.insert(brand_id, slug);
        } else if let Some(BrandAccentSet { brand_id, hue, chroma }) = known(event) {
            self.accents.insert(brand_id, (hue, chroma));
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<Stored> = rx.query(ROWS, params![]).await?;
        for (id, slug, hue, chroma) in rows {
            let is_told = self.slugs.remove(&id).is_none_or(|told| told == slug);
            let (told_hue, told_chroma) = self.accents.get(&id).copied().unwrap_or_default();
            let columns =
                [("slug", is_told), ("hue", told_hue == hue), ("chroma", told_chroma == chroma)];
            differ.extend(Differs::of("brand", id, columns));
        }
        differ.extend(self.slugs.into_keys().map(|id| Differs::new("brand", id, "id")));
        Ok(differ)
    }
}
