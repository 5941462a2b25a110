//! What the log says of members, held against their rows: whether they may come in, and what they belong to.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_store::Rx;

use super::event::{Activated, BrandsSet, Disabled, Enabled, Invited, RolesSet, TeamsSet};
use super::{Member, StaffState, view};
use crate::error::Result;
use crate::id::{BrandId, RoleId, StaffId, TeamId};
use crate::limits;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::team::event::{TeamDeleted, TeamMembersSet};
use crate::viewer::Viewer;

/// A member as the events leave them.
#[derive(Debug)]
struct Said {
    state: StaffState,
    /// They have come in once: who lets them in again lets them in as before.
    was_active: bool,
    roles: BTreeSet<RoleId>,
    teams: BTreeSet<TeamId>,
    brands: BTreeSet<BrandId>,
}

impl Default for Said {
    fn default() -> Self {
        Self {
            state: StaffState::Invited,
            was_active: false,
            roles: BTreeSet::new(),
            teams: BTreeSet::new(),
            brands: BTreeSet::new(),
        }
    }
}

/// What the events say of all members.
#[derive(Debug, Default)]
pub(crate) struct Told {
    members: BTreeMap<StaffId, Said>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        let is_ours = event.kind.starts_with("member.") || event.kind.starts_with("team.");
        self.blind |= event.payload.is_none() && is_ours;
        if let Some(Invited { staff_id, roles, teams, brands, .. }) = known(event) {
            let (roles, teams) = (roles.into_iter().collect(), teams.into_iter().collect());
            let brands = brands.into_iter().collect();
            let said = Said { roles, teams, brands, ..Said::default() };
            self.members.insert(staff_id, said);
        } else if let Some(Activated { staff_id }) = known(event) {
            let said = self.of(staff_id);
            (said.state, said.was_active) = (StaffState::Active, true);
        } else if let Some(Disabled { staff_id }) = known(event) {
            self.of(staff_id).state = StaffState::Disabled;
        } else if let Some(Enabled { staff_id }) = known(event) {
            let said = self.of(staff_id);
            said.state = if said.was_active { StaffState::Active } else { StaffState::Invited };
        } else {
            self.hear_of_ties(event);
        }
    }

    fn hear_of_ties(&mut self, event: &Event) {
        if let Some(RolesSet { staff_id, roles }) = known(event) {
            self.of(staff_id).roles = roles.into_iter().collect();
        } else if let Some(TeamsSet { staff_id, teams }) = known(event) {
            self.of(staff_id).teams = teams.into_iter().collect();
        } else if let Some(BrandsSet { staff_id, brands }) = known(event) {
            self.of(staff_id).brands = brands.into_iter().collect();
        } else if let Some(TeamMembersSet { team_id, members }) = known(event) {
            self.leave(team_id);
            for staff_id in members {
                self.of(staff_id).teams.insert(team_id);
            }
        } else if let Some(TeamDeleted { team_id }) = known(event) {
            self.leave(team_id);
        }
    }

    fn of(&mut self, staff_id: StaffId) -> &mut Said {
        self.members.entry(staff_id).or_default()
    }

    fn leave(&mut self, team_id: TeamId) {
        self.members.values_mut().for_each(|said| _ = said.teams.remove(&team_id));
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>) -> Result<Vec<Differs>> {
        let (mut differ, mut after) = (Vec::new(), None);
        if self.blind {
            return Ok(differ);
        }
        loop {
            let page = view::list(rx, &Viewer::Operator, after, limits::PAGE_MAX).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.id);
            for member in page {
                match self.members.remove(&member.id) {
                    Some(said) => differ.extend(said.differ(member)),
                    None => differ.push(Differs::new("staff", member.id, "id")),
                }
            }
        }
        differ.extend(self.members.into_keys().map(|id| Differs::new("staff", id, "id")));
        Ok(differ)
    }
}

impl Said {
    fn differ(self, row: Member) -> impl Iterator<Item = Differs> {
        let tables = [
            ("staff", "state", self.state == row.state),
            ("staff_role", "role_id", self.roles == row.roles.into_iter().collect()),
            ("team_member", "team_id", self.teams == row.teams.into_iter().collect()),
            ("staff_brand", "brand_id", self.brands == row.brands.into_iter().collect()),
        ];
        let differing = tables.into_iter().filter(|(.., same)| !same);
        differing.map(move |(table, column, _)| Differs::new(table, row.id, column))
    }
}
