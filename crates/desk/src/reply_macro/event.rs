//! Frozen payloads. What macros say is not in them: it is long, and it is the macro's to forget.

use super::Audience;
use crate::id::{BrandId, MacroId, TeamId};
use crate::payload::payloads;

payloads! {
    MacroCreated = "macro.created" v 1 { macro_id: MacroId, brand_id: BrandId, audience: Audience, team_id: Option<TeamId> }

    /// `fields` are the names of what changed.
    MacroChanged = "macro.changed" v 1 { macro_id: MacroId, audience: Audience, team_id: Option<TeamId>, fields: Vec<String> }

    MacroArchived = "macro.archived" v 1 { macro_id: MacroId }

    MacroRestored = "macro.restored" v 1 { macro_id: MacroId }

    MacroDeleted = "macro.deleted" v 1 { macro_id: MacroId }
}
