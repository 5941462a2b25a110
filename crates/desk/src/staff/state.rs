//! What the log says of members, held against their rows: whether they may come in, what they belong to, and whether they have a
//! second factor.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use proofdesk_store::{Rx, params};

use super::event::{Activated, BrandsSet, Disabled, Enabled, Invited, RolesSet, TeamsSet};
use super::{Member, StaffState, view};
use crate::error::Result;
use crate::id::{BrandId, EventId, RoleId, StaffId, TeamId};
use crate::limits;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::log::{Payload as _, Stream};
use crate::team::event::{TeamDeleted, TeamMembersSet};
use crate::totp::event::{TotpEnrolled, TotpRemoved};
use crate::viewer::Viewer;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[OWN_FACTOR, PLACE];

// The feed orders chains among each other. What has no position yet is later than what has one, and its moment is all that is known.
const OWN_FACTOR: &str = "select e.kind, coalesce(f.pos, 9223372036854775807) as place, e.at from event e \
    left join feed f on f.event_id = e.id where e.stream > $1 and e.stream < $2 and e.kind in ($3, $4) \
    order by place desc, e.at desc, e.seq desc limit 1";
const PLACE: &str = "select coalesce(f.pos, 9223372036854775807), e.at from event e \
    left join feed f on f.event_id = e.id where e.id = $1";

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
    /// The events by which somebody else took away a second factor, the last of each member.
    factors_removed: BTreeMap<StaffId, EventId>,
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
        } else if let Some(TotpRemoved { staff_id }) = known(event) {
            self.factors_removed.insert(staff_id, event.id);
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
                let removed = self.factors_removed.remove(&member.id);
                let has_factor = has_second_factor(rx, member.id, removed).await?;
                if has_factor.is_some_and(|has| has != member.totp_enrolled) {
                    differ.push(Differs::new("staff", member.id, "totp_secret"));
                }
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

/// Whether the events leave a member with a second factor; `None` while nothing orders the last two. Enrolling one and removing one's own
/// stand in the chains of the member's days, where the payload only repeats whose it is.
async fn has_second_factor(
    rx: &Rx<'_>,
    staff_id: StaffId,
    removed: Option<EventId>,
) -> Result<Option<bool>> {
    let day = |day: &str| Stream::Staff(staff_id, day.to_owned()).name();
    let (from, to) = (day("0000-00-00"), day("9999-99-99"));
    let (enrolled, given_up) = (TotpEnrolled::KIND, TotpRemoved::KIND);
    let own: Option<(String, i64, i64)> =
        rx.query_opt(OWN_FACTOR, params![from, to, enrolled, given_up]).await?;
    let Some((_, pos, at)) = own.filter(|(kind, ..)| kind == enrolled) else {
        return Ok(Some(false));
    };
    let Some(removed) = removed else { return Ok(Some(true)) };
    let removed: Option<(i64, i64)> = rx.query_opt(PLACE, params![removed]).await?;
    Ok(match removed.map(|removed| removed.cmp(&(pos, at))) {
        Some(Ordering::Less) | None => Some(true),
        Some(Ordering::Greater) => Some(false),
        Some(Ordering::Equal) => None,
    })
}

impl Said {
    fn differ(self, row: Member) -> impl Iterator<Item = Differs> {
        let tables = [
            ("staff", "state", self.state == row.state),
            ("staff_role", "role_id", self.roles == row.roles.into_iter().collect()),
            ("team_member", "team_id", self.teams == row.teams.into_iter().collect()),
            ("staff_brand", "brand_id", self.brands == row.brands.into_iter().collect()),
        ];
        tables
            .into_iter()
            .flat_map(move |(table, column, same)| Differs::of(table, row.id, [(column, same)]))
    }
}
