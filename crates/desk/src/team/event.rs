//! Frozen payloads.

use crate::assignment::Assignment;
use crate::id::{StaffId, TeamId};
use crate::payload::payloads;

payloads! {
    TeamCreated = "team.created" v 1 { team_id: TeamId }

    TeamRenamed = "team.renamed" v 1 { team_id: TeamId }

    /// `members` is the whole set after the change.
    TeamMembersSet = "team.members_set" v 1 { team_id: TeamId, members: Vec<StaffId> }

    /// Until then nobody is assigned.
    TeamAssignmentSet = "team.assignment_set" v 1 { team_id: TeamId, assignment: Assignment }

    TeamDeleted = "team.deleted" v 1 { team_id: TeamId }
}
