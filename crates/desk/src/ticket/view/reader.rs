//! Which members of staff may see a ticket: the rule of `scope_sql`, asked about everybody at once. And who of them follows it.

use std::collections::BTreeSet;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::list::Named;
use crate::error::Result;
use crate::id::{StaffId, TeamId, TicketId};

/// Every statement of this file.
pub(super) const ALL: &[&str] =
    &[READERS, READER, READERS_OF_TEAM, TEAMS, PARTICIPANTS, PARTICIPANT_IDS];

// Who has a role that requires a second factor may do nothing before one is enrolled.
macro_rules! readers {
    ($columns:literal, $beside:literal, $tail:literal) => {
        concat!(
            "select ",
            $columns,
            " from ticket t cross join staff s",
            $beside,
            " where t.id = $1 and s.state = 'active' \
             and (s.totp_secret is not null or not exists (select 1 from staff_role sr join role r on r.id = sr.role_id \
             where sr.staff_id = s.id and r.requires_totp)) \
             and exists (select 1 from staff_role sr join role_grant g on g.role_id = sr.role_id \
             where sr.staff_id = s.id and g.permission = 'ticket.read' and (g.reach = 'all' \
             or t.assignee_id = s.id \
             or (g.reach <> 'own' and t.team_id in (select tm.team_id from team_member tm where tm.staff_id = s.id)) \
             or (g.reach = 'brand' and t.brand_id in (select sb.brand_id from staff_brand sb where sb.staff_id = s.id))))",
            $tail
        )
    };
}

const READERS: &str = readers!("s.id, s.name", "", " order by s.name, s.id limit 5000");
const READER: &str = readers!("s.id, s.name", "", " and s.id = $2");
const READERS_OF_TEAM: &str = readers!(
    "s.id, s.name",
    "",
    " and s.id in (select m.staff_id from team_member m where m.team_id = $2)"
);
const TEAMS: &str = readers!(
    "w.id, w.name, count(*)",
    " join team_member m on m.staff_id = s.id join team w on w.id = m.team_id",
    " group by w.id, w.name order by w.name, w.id limit 1000"
);
const PARTICIPANTS: &str = readers!(
    "s.id, s.name",
    "",
    " and s.id in (select p.staff_id from ticket_participant p where p.ticket_id = t.id) order by s.name, s.id"
);
const PARTICIPANT_IDS: &str = "select staff_id from ticket_participant where ticket_id = $1";

/// A team with how many of its members may see a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingTeam {
    pub team: Named<TeamId>,
    /// At least one.
    pub count: i64,
}

/// The members who may see a ticket, by name. For whoever has found it visible.
pub async fn readers(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<Named<StaffId>>> {
    Ok(rx.query(READERS, params![ticket_id]).await?)
}

/// The teams of which somebody may see a ticket, by name. For whoever has found it visible.
pub async fn reading_teams(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<ReadingTeam>> {
    Ok(rx.query(TEAMS, params![ticket_id]).await?)
}

/// The members who follow a ticket and may see it, by name. For whoever has found it visible.
pub async fn participants(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<Named<StaffId>>> {
    Ok(rx.query(PARTICIPANTS, params![ticket_id]).await?)
}

/// Whether a member may see a ticket.
pub(crate) async fn may_see(rx: &Rx<'_>, ticket_id: TicketId, staff_id: StaffId) -> Result<bool> {
    let row: Option<Named<StaffId>> = rx.query_opt(READER, params![ticket_id, staff_id]).await?;
    Ok(row.is_some())
}

/// The members of a team who may see a ticket.
pub(in crate::ticket) async fn readers_of_team(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    team_id: TeamId,
) -> Result<Vec<StaffId>> {
    let rows: Vec<Named<StaffId>> = rx.query(READERS_OF_TEAM, params![ticket_id, team_id]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// All who follow a ticket, whether or not they may see it.
pub(in crate::ticket) async fn participant_ids(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeSet<StaffId>> {
    let rows: Vec<(StaffId,)> = rx.query(PARTICIPANT_IDS, params![ticket_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

impl FromRow for Named<StaffId> {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, name: row.next()? })
    }
}

impl FromRow for ReadingTeam {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { team: Named { id: row.next()?, name: row.next()? }, count: row.next()? })
    }
}
