//! Saved views: a filter with a name, an order and the facts that its rows show. One's own, a team's, or everybody's.
//!
//! A view is words that are read anew by everybody who opens it: `is:mine` is theirs, and nobody sees more tickets by it
//! than without it.

pub mod actions;
pub mod event;
pub(crate) mod mask;
pub(crate) mod sql;
pub mod view;

use std::collections::BTreeSet;

use crate::error::{Error, Result};
use crate::id::{SavedViewId, StaffId, TeamId};
use crate::permission::{Permission, Reach};
use crate::ticket::view::Sort;
use crate::time::Timestamp;
use crate::viewer::{StaffViewer, Viewer};
use crate::words::words;

pub use crate::audience::Audience;
pub use sql::ALL;

words! {
    /// A fact that the rows of a list can show beside customer, subject and age.
    pub enum Shown {
        Number = "number",
        Status = "status",
        Priority = "priority",
        Category = "category",
        Tags = "tags",
        Lang = "lang",
        Channel = "channel",
        Brand = "brand",
        Team = "team",
        Assignee = "assignee",
    }
}

/// What rows show when nobody chose.
pub const USUALLY_SHOWN: [Shown; 4] =
    [Shown::Status, Shown::Priority, Shown::Category, Shown::Assignee];

/// A view's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    pub id: SavedViewId,
    pub name: String,
    /// Words of [`crate::filter`]. They held when it was saved; a team that was renamed since is unknown to them.
    pub filter: String,
    pub sort: Sort,
    pub shown: BTreeSet<Shown>,
    pub audience: Audience,
    /// Who saved it.
    pub owner_id: StaffId,
    /// Of a team's view: whose.
    pub team_id: Option<TeamId>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl SavedView {
    /// Says whether the viewer may change it, by `view.manage`: its reach `own` is for one's own views, `team` and `brand`
    /// for those of one's teams too, `all` for everybody's.
    pub fn may_change(&self, viewer: &Viewer) -> bool {
        let Ok(me) = viewer.staff() else { return false };
        may_keep(me, self.audience, self.team_id)
            && (self.audience != Audience::Own || self.owner_id == me.staff_id)
    }
}

/// Whether a member may have a view for these people.
fn may_keep(me: &StaffViewer, audience: Audience, team_id: Option<TeamId>) -> bool {
    let reach = me.grants.get(&Permission::ViewManage);
    match audience {
        Audience::Own => reach.is_some(),
        Audience::Team => {
            reach.is_some_and(|reach| *reach >= Reach::Team)
                && team_id.is_some_and(|team| me.teams.contains(&team))
        }
        Audience::All => reach == Some(&Reach::All),
    }
}

/// Refuses who may not keep views for these people.
fn require_keep(viewer: &Viewer, audience: Audience, team_id: Option<TeamId>) -> Result<()> {
    match may_keep(viewer.staff()?, audience, team_id) {
        true => Ok(()),
        false => Err(Error::no_permission(Permission::ViewManage)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id as _;
    use crate::testing::{member, start};

    fn id<T: crate::id::Id>(n: u128) -> T {
        T::from_uuid(uuid::Uuid::from_u128(n))
    }

    #[test]
    fn views_are_changed_as_far_as_the_permission_reaches() {
        let saved = |audience, owner_id: StaffId, team_id| SavedView {
            id: id(1),
            name: "Mine".to_owned(),
            filter: "is:mine".to_owned(),
            sort: Sort::Newest,
            shown: USUALLY_SHOWN.into(),
            audience,
            owner_id,
            team_id,
            created_at: start(),
            updated_at: start(),
            version: 1,
        };
        let (team, elsewhere): (TeamId, TeamId) = (id(2), id(3));
        let me = |reach: Option<Reach>| {
            let grants = reach.map(|reach| (Permission::ViewManage, reach)).into_iter().collect();
            let mut me = member(grants);
            me.teams = vec![team];
            Viewer::Staff(me)
        };
        let own = saved(Audience::Own, StaffId::from_uuid(uuid::Uuid::from_u128(7)), None);
        let others = saved(Audience::Own, id(8), None);
        let teams = saved(Audience::Team, id(8), Some(team));
        let other_teams = saved(Audience::Team, id(8), Some(elsewhere));
        let all = saved(Audience::All, id(8), None);
        for (reach, expected) in [
            (None, [false, false, false, false, false]),
            (Some(Reach::Own), [true, false, false, false, false]),
            (Some(Reach::Team), [true, false, true, false, false]),
            (Some(Reach::Brand), [true, false, true, false, false]),
            (Some(Reach::All), [true, false, true, false, true]),
        ] {
            let viewer = me(reach);
            let may =
                [&own, &others, &teams, &other_teams, &all].map(|view| view.may_change(&viewer));
            assert_eq!(may, expected, "{reach:?}");
        }
        assert!(!all.may_change(&Viewer::Operator), "whoever is nobody's colleague has no views");
    }
}
