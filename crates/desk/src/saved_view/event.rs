//! Frozen payloads. The words of a filter are not in them: they may name a customer, and the log keeps no names.

use super::Audience;
use crate::id::{SavedViewId, TeamId};
use crate::payload::payloads;

payloads! {
    ViewCreated = "view.created" v 1 { view_id: SavedViewId, audience: Audience, team_id: Option<TeamId> }

    /// `fields` are the names of what changed.
    ViewChanged = "view.changed" v 1 { view_id: SavedViewId, audience: Audience, team_id: Option<TeamId>, fields: Vec<String> }

    ViewDeleted = "view.deleted" v 1 { view_id: SavedViewId }

    /// `view_ids` in their new order.
    ViewsArranged = "view.arranged" v 1 { view_ids: Vec<SavedViewId> }
}
