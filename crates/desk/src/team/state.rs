//! What the log says of how teams give their tickets out, held against their rows.

use std::collections::BTreeMap;

use proofdesk_store::Rx;

use super::event::{TeamAssignmentSet, TeamDeleted};
use crate::assignment::Assignment;
use crate::error::Result;
use crate::id::TeamId;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ASSIGNMENTS];

const ASSIGNMENTS: &str = "select id, assignment from team order by id";

/// What the events say of all teams.
#[derive(Debug, Default)]
pub(crate) struct Told {
    assignments: BTreeMap<TeamId, Assignment>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("team.");
        if let Some(TeamAssignmentSet { team_id, assignment }) = known(event) {
            self.assignments.insert(team_id, assignment);
        } else if let Some(TeamDeleted { team_id }) = known(event) {
            self.assignments.remove(&team_id);
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<(TeamId, Assignment)> = rx.query(ASSIGNMENTS, &[]).await?;
        for (id, row) in rows {
            let said = self.assignments.remove(&id).unwrap_or(Assignment::FirstCome);
            if said != row {
                differ.push(Differs::new("team", id, "assignment"));
            }
        }
        differ.extend(self.assignments.into_keys().map(|id| Differs::new("team", id, "id")));
        Ok(differ)
    }
}
