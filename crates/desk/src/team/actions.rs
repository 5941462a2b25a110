//! What people do to teams.

use proofdesk_store::Tx;

use super::event::{TeamAssignmentSet, TeamCreated, TeamDeleted, TeamMembersSet, TeamRenamed};
use super::{Team, sql, view};
use crate::assignment::{self, Assignment};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{StaffId, TeamId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;
use crate::{limits, reply_macro, saved_view, staff};

/// What to change of a team; `None` leaves it, `members` replaces the whole set.
#[derive(Clone, Debug, Default)]
pub struct TeamChange {
    pub name: Option<String>,
    pub members: Option<Vec<StaffId>>,
    pub assignment: Option<Assignment>,
}

/// Makes a team.
///
/// # Errors
/// `no-permission` without `team.manage`; `field-taken`; `limit-reached`.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, name: &str) -> Result<TeamId> {
    cx.viewer.require(Permission::TeamManage)?;
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let all: Vec<Team> = tx.query(view::LIST, &[]).await?;
    if all.len() >= limits::TEAMS {
        return Err(Error::limit_reached(limits::TEAMS));
    }
    let team_id: TeamId = cx.id();
    if !sql::insert(tx, team_id, &name, cx.now).await? {
        return Err(Error::field("name", Code::FieldTaken));
    }
    chain.append(tx, cx, &[NewEvent::of(&TeamCreated { team_id })?]).await?;
    Ok(team_id)
}

/// Changes a team and returns its new version. `version` is the one that the viewer saw.
///
/// # Errors
/// `no-permission`, also for members who may do more than the viewer; `version-conflict`; `field-taken`; `not-found`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    team_id: TeamId,
    version: i64,
    change: &TeamChange,
) -> Result<i64> {
    cx.viewer.require(Permission::TeamManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let team = view::load(tx, team_id).await?.or_not_found()?;
    let name =
        Clean::line("name", change.name.as_deref().unwrap_or(&team.name), limits::NAME_CHARS)?;
    let assignment = change.assignment.unwrap_or(team.assignment);
    let updated = sql::update(tx, team_id, version, name.as_str(), assignment).await;
    if !updated.map_err(|e| e.taken("team.name", "name"))? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let mut events = Vec::new();
    if name.as_str() != team.name {
        events.push(NewEvent::of(&TeamRenamed { team_id })?);
    }
    if let Some(members) = &change.members {
        let members = set_members(tx, cx, &team, members).await?;
        events.push(NewEvent::of(&TeamMembersSet { team_id, members })?);
    }
    if assignment != team.assignment {
        events.push(NewEvent::of(&TeamAssignmentSet { team_id, assignment })?);
    }
    if !events.is_empty() {
        chain.append(tx, cx, &events).await?;
    }
    // Somebody else may have been made a member, or the first one been asked for.
    if change.members.is_some() || change.assignment.is_some() {
        assignment::actions::ask_team(tx, cx, team_id).await?;
    }
    Ok(version + 1)
}

async fn set_members(
    tx: &Tx<'_>,
    cx: &Cx,
    team: &Team,
    members: &[StaffId],
) -> Result<Vec<StaffId>> {
    let members = staff::actions::unique("members", members)?;
    let joining = members.iter().filter(|id| !team.members.contains(id));
    let leaving = team.members.iter().filter(|id| !members.contains(id));
    for staff_id in joining.clone() {
        staff::actions::require_may_join(&cx.viewer, *staff_id, team.id)?;
    }
    for staff_id in joining.chain(leaving) {
        staff::actions::require_covered(tx, &cx.viewer, *staff_id).await.map_err(|e| {
            if e.code() == Code::NotFound { Error::field("members", Code::FieldInvalid) } else { e }
        })?;
        staff::sql::bump(tx, *staff_id, cx.now).await?;
    }
    sql::set_members(tx, team.id, &members).await?;
    Ok(members)
}

/// Deletes a team that no ticket belongs to, with its saved views and its macros.
///
/// # Errors
/// `no-permission`; `team-in-use`; `not-found`.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, team_id: TeamId) -> Result<()> {
    cx.viewer.require(Permission::TeamManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    view::load(tx, team_id).await?.or_not_found()?;
    if view::has_tickets(tx, team_id).await? {
        return Err(Error::refused(Code::TeamInUse));
    }
    let mut events = saved_view::actions::end_of_team(tx, team_id).await?;
    events.extend(reply_macro::actions::end_of_team(tx, team_id).await?);
    sql::delete(tx, team_id).await?;
    events.push(NewEvent::of(&TeamDeleted { team_id })?);
    chain.append(tx, cx, &events).await?;
    Ok(())
}
