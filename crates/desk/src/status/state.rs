//! What the log says of statuses, held against their rows. The built-in ones come with the desk, without an event of their own.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::event::{StatusCreated, StatusRenamed, StatusRestored, StatusRetired, StatusesOrdered};
use super::{builtin, is_builtin};
use crate::error::Result;
use crate::id::StatusId;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::names::digest;
use crate::ticket::StatusCategory;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROWS];

const ROWS: &str = "select id, name, category, position, names, retired_at from status order by id";

/// A row without what no event tells.
type Stored = (StatusId, String, StatusCategory, i64, String, Option<Timestamp>);

/// What the events say of all statuses.
#[derive(Debug)]
pub(crate) struct Told {
    made: BTreeMap<StatusId, (String, StatusCategory)>,
    names: BTreeMap<StatusId, String>,
    places: BTreeMap<StatusId, i64>,
    retired: BTreeMap<StatusId, bool>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Default for Told {
    fn default() -> Self {
        let first = |category: &StatusCategory| {
            (builtin(*category), (category.as_str().to_owned(), *category))
        };
        Self {
            made: StatusCategory::ALL.iter().map(first).collect(),
            names: BTreeMap::new(),
            places: BTreeMap::new(),
            retired: BTreeMap::new(),
            blind: false,
        }
    }
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("status.");
        if let Some(StatusCreated { status_id, key, category, position, names }) = known(event) {
            self.made.insert(status_id, (key, category));
            self.places.insert(status_id, position);
            self.names.insert(status_id, names);
        } else if let Some(StatusRenamed { status_id, names }) = known(event) {
            self.names.insert(status_id, names);
        } else if let Some(StatusesOrdered { status_ids }) = known(event) {
            self.places.extend(status_ids.into_iter().zip(0_i64..));
        } else if let Some(StatusRetired { status_id }) = known(event) {
            self.retired.insert(status_id, true);
        } else if let Some(StatusRestored { status_id }) = known(event) {
            self.retired.insert(status_id, false);
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<Stored> = rx.query(ROWS, params![]).await?;
        for (id, name, category, position, names, retired_at) in rows {
            let Some((told_name, told_category)) = self.made.remove(&id) else {
                differ.push(Differs::new("status", id, "id"));
                continue;
            };
            let told_names = self.names.get(&id).cloned().unwrap_or_else(|| digest("{}"));
            let is_retired = self.retired.get(&id).copied().unwrap_or_default();
            let columns = [
                ("name", told_name == name),
                ("category", told_category == category),
                ("position", self.places.get(&id).is_none_or(|told| *told == position)),
                ("names", told_names == digest(&names)),
                ("retired_at", is_retired == retired_at.is_some()),
            ];
            differ.extend(Differs::of("status", id, columns));
        }
        // The built-in ones are the ground that every ticket's row stands on; without them there is no desk to verify.
        let missing = self.made.into_keys().filter(|id| !is_builtin(*id));
        differ.extend(missing.map(|id| Differs::new("status", id, "id")));
        Ok(differ)
    }
}
