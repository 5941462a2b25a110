//! Reading teams.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::Team;
use crate::error::Result;
use crate::id::{StaffId, TeamId, TicketId};
use crate::viewer::Viewer;

pub(super) const LIST: &str =
    "select id, name, assignment, created_at, version from team order by id limit 1000";
pub(super) const FIND: &str =
    "select id, name, assignment, created_at, version from team where id = $1";
pub(super) const MEMBERS: &str =
    "select team_id, staff_id from team_member order by staff_id limit 20000";
pub(super) const MEMBERS_OF: &str =
    "select staff_id from team_member where team_id = $1 order by staff_id";
pub(super) const HAS_TICKETS: &str = "select id from ticket where team_id = $1 limit 1";

pub(super) const BY_NAME: &str = "select id from team where name = $1";
pub(super) const PAGE: &str = "select id, name, assignment, created_at, version from team where id > $1 \
    order by id limit $2";

impl FromRow for Team {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            assignment: row.next()?,
            created_at: row.next()?,
            version: row.next()?,
            members: Vec::new(),
        })
    }
}

/// Every team, oldest first. Everybody on the staff may see them: tickets are assigned to them.
///
/// # Errors
/// `staff-only`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Team>> {
    viewer.staff()?;
    let mut teams: Vec<Team> = rx.query(LIST, &[]).await?;
    let members: Vec<(TeamId, StaffId)> = rx.query(MEMBERS, &[]).await?;
    for team in &mut teams {
        let own = members.iter().filter(|(id, _)| *id == team.id);
        team.members = own.map(|(_, staff_id)| *staff_id).collect();
    }
    Ok(teams)
}

/// One team, or `None`.
///
/// # Errors
/// `staff-only`.
pub async fn find(rx: &Rx<'_>, viewer: &Viewer, id: TeamId) -> Result<Option<Team>> {
    viewer.staff()?;
    load(rx, id).await
}

pub(crate) async fn load(rx: &Rx<'_>, id: TeamId) -> Result<Option<Team>> {
    let Some(mut team) = rx.query_opt::<Team>(FIND, params![id]).await? else { return Ok(None) };
    team.members = members(rx, id).await?;
    Ok(Some(team))
}

async fn members(rx: &Rx<'_>, id: TeamId) -> Result<Vec<StaffId>> {
    let rows: Vec<(StaffId,)> = rx.query(MEMBERS_OF, params![id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The team of a name. For the desk's own use.
pub(crate) async fn by_name(rx: &Rx<'_>, name: &str) -> Result<Option<TeamId>> {
    Ok(rx.query_opt::<(TeamId,)>(BY_NAME, params![name]).await?.map(|(id,)| id))
}

/// Teams with their members, after one. For the desk's own use.
pub(crate) async fn page(rx: &Rx<'_>, after: uuid::Uuid, limit: u32) -> Result<Vec<Team>> {
    let mut teams: Vec<Team> = rx.query(PAGE, params![after, limit]).await?;
    for team in &mut teams {
        team.members = members(rx, team.id).await?;
    }
    Ok(teams)
}

pub(super) async fn has_tickets(rx: &Rx<'_>, id: TeamId) -> Result<bool> {
    Ok(rx.query_opt::<(TicketId,)>(HAS_TICKETS, params![id]).await?.is_some())
}
