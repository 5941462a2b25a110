//! What the desk looks at before it assigns. For its own use: nobody is shown any of it.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Assignment, Candidate, Unattended};
use crate::availability::Availability;
use crate::error::Result;
use crate::id::{StaffId, TeamId, TicketId};
use crate::limits;
use crate::staff::StaffState;

pub(super) const MODE: &str = "select assignment from team where id = $1";
// What is put aside waits for its moment, and for nobody.
pub(super) const WAITING: &str = "select t.id from ticket t where t.team_id = $1 and t.assignee_id is null \
    and t.status_category = 'open' and t.id > $2 \
    and not exists (select 1 from ticket_snooze z where z.ticket_id = t.id) order by t.id limit 1";
pub(super) const CANDIDATES: &str = "select m.staff_id, \
    (select count(*) from ticket k where k.assignee_id = m.staff_id and k.status_category = 'open'), \
    c.capacity, g.turn from team_member m join staff s on s.id = m.staff_id \
    join member_availability a on a.staff_id = m.staff_id \
    left join member_capacity c on c.staff_id = m.staff_id and c.channel = 'ticket' \
    left join assignment_turn g on g.team_id = m.team_id and g.staff_id = m.staff_id \
    where m.team_id = $1 and s.state = 'active' and a.availability = 'online' order by m.staff_id";
pub(super) const TEAMS_OF: &str = "select t.id from team_member m join team t on t.id = m.team_id \
    join member_availability a on a.staff_id = m.staff_id and a.availability = 'online' \
    where m.staff_id = $1 and t.assignment <> 'first_come' and exists (select 1 from ticket k \
    where k.team_id = t.id and k.assignee_id is null and k.status_category = 'open') order by t.id";
pub(super) const HAS_WAITING: &str = "select t.id from team t where t.id = $1 and t.assignment <> 'first_come' \
    and exists (select 1 from ticket k \
    where k.team_id = t.id and k.assignee_id is null and k.status_category = 'open')";
pub(super) const TEAMS: &str = "select t.id from team t where t.assignment <> 'first_come' \
    and exists (select 1 from ticket k \
    where k.team_id = t.id and k.assignee_id is null and k.status_category = 'open') \
    and exists (select 1 from team_member m join member_availability a on a.staff_id = m.staff_id \
    where m.team_id = t.id and a.availability = 'online') order by t.id limit 1000";
pub(super) const STANDS: &str = "select s.state, a.availability from staff s \
    left join member_availability a on a.staff_id = s.id where s.id = $1";
pub(super) const OPEN_OF: &str = "select id from ticket where assignee_id = $1 and status_category = 'open' \
    and id > $2 order by id limit $3";

impl FromRow for Candidate {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            staff_id: row.next()?,
            open: row.next()?,
            capacity: row.next()?,
            turn: row.next()?,
        })
    }
}

/// How a team's tickets are given out; `None` for a team that is gone.
pub(super) async fn mode(rx: &Rx<'_>, id: TeamId) -> Result<Option<Assignment>> {
    let row: Option<(Assignment,)> = rx.query_opt(MODE, params![id]).await?;
    Ok(row.map(|(assignment,)| assignment))
}

/// The oldest ticket behind `after` that waits for somebody of its team.
pub(super) async fn waiting(
    rx: &Rx<'_>,
    team_id: TeamId,
    after: TicketId,
) -> Result<Option<TicketId>> {
    let row: Option<(TicketId,)> = rx.query_opt(WAITING, params![team_id, after]).await?;
    Ok(row.map(|(id,)| id))
}

/// The members of a team who are online.
pub(super) async fn candidates(rx: &Rx<'_>, team_id: TeamId) -> Result<Vec<Candidate>> {
    Ok(rx.query(CANDIDATES, params![team_id]).await?)
}

/// The teams of a member who is online that give tickets out and have some.
pub(super) async fn teams_of(rx: &Rx<'_>, staff_id: StaffId) -> Result<Vec<TeamId>> {
    let rows: Vec<(TeamId,)> = rx.query(TEAMS_OF, params![staff_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Whether a team gives tickets out and has some.
pub(super) async fn has_waiting(rx: &Rx<'_>, team_id: TeamId) -> Result<bool> {
    Ok(rx.query_opt::<(TeamId,)>(HAS_WAITING, params![team_id]).await?.is_some())
}

/// The teams that give tickets out, have some, and have somebody who is online.
pub(super) async fn teams(rx: &Rx<'_>) -> Result<Vec<TeamId>> {
    let rows: Vec<(TeamId,)> = rx.query(TEAMS, &[]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Why a member is not there for what is open of theirs; `None` for one who is, or comes back to it.
pub(super) async fn unattended(rx: &Rx<'_>, staff_id: StaffId) -> Result<Option<Unattended>> {
    let row: Option<(StaffState, Option<Availability>)> =
        rx.query_opt(STANDS, params![staff_id]).await?;
    Ok(row.and_then(|stands| match stands {
        (StaffState::Disabled, _) => Some(Unattended::MemberDisabled),
        (_, Some(Availability::AwayAndReassign)) => Some(Unattended::AwayAndReassign),
        _ => None,
    }))
}

/// Open tickets of a member behind `after`, in the order of their ids.
pub(super) async fn open_of(
    rx: &Rx<'_>,
    staff_id: StaffId,
    after: TicketId,
) -> Result<Vec<TicketId>> {
    let page = params![staff_id, after, limits::HAND_BACK_PAGE];
    let rows: Vec<(TicketId,)> = rx.query(OPEN_OF, page).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
