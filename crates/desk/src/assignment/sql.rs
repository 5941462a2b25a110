use proofdesk_store::{Tx, params};

use super::Assignment;
use crate::error::Result;
use crate::id::{StaffId, TeamId};

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    LOCK_TEAM,
    TAKE_TURN,
    super::view::MODE,
    super::view::WAITING,
    super::view::CANDIDATES,
    super::view::TEAMS_OF,
    super::view::HAS_WAITING,
    super::view::TEAMS,
    super::view::STANDS,
    super::view::OPEN_OF,
];

// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK_TEAM: &str = "update team set version = version where id = $1 returning assignment";
const TAKE_TURN: &str = "insert into assignment_turn (team_id, staff_id, turn) \
    values ($1, $2, (select coalesce(max(turn), 0) + 1 from assignment_turn where team_id = $1)) \
    on conflict (team_id, staff_id) do update set turn = excluded.turn";

/// Locks a team until the transaction ends: one ticket of it is given out at a time.
pub async fn lock_team(tx: &Tx<'_>, id: TeamId) -> Result<Option<Assignment>> {
    let row: Option<(Assignment,)> = tx.query_opt(LOCK_TEAM, params![id]).await?;
    Ok(row.map(|(assignment,)| assignment))
}

/// Notes that a member was given a ticket of a team, whose row is locked.
pub async fn take_turn(tx: &Tx<'_>, team_id: TeamId, staff_id: StaffId) -> Result<()> {
    tx.exec(TAKE_TURN, params![team_id, staff_id]).await?;
    Ok(())
}
