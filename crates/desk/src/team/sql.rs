use proofdesk_store::{Tx, params};

use crate::assignment::Assignment;
use crate::error::Result;
use crate::id::{StaffId, TeamId};
use crate::text::Clean;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    DELETE,
    DELETE_MEMBERS,
    DELETE_TURNS,
    INSERT_MEMBER,
    super::view::LIST,
    super::view::FIND,
    super::view::MEMBERS,
    super::view::MEMBERS_OF,
    super::view::HAS_TICKETS,
    super::view::BY_NAME,
    super::view::PAGE,
];

const INSERT: &str = "insert into team (id, name, created_at, version) values ($1, $2, $3, 1) \
    on conflict (name) do nothing";
const UPDATE: &str = "update team set name = $1, assignment = $2, version = version + 1 \
    where id = $3 and version = $4";
const DELETE: &str = "delete from team where id = $1";
const DELETE_MEMBERS: &str = "delete from team_member where team_id = $1";
const DELETE_TURNS: &str = "delete from assignment_turn where team_id = $1";
const INSERT_MEMBER: &str = "insert into team_member (team_id, staff_id) values ($1, $2)";

/// Inserts; false when the name is taken.
pub async fn insert(tx: &Tx<'_>, id: TeamId, name: &Clean, now: Timestamp) -> Result<bool> {
    Ok(tx.exec(INSERT, params![id, name, now]).await? == 1)
}

/// Changes; false when the version is another one.
pub async fn update(
    tx: &Tx<'_>,
    id: TeamId,
    version: i64,
    name: &str,
    assignment: Assignment,
) -> Result<bool> {
    Ok(tx.exec(UPDATE, params![name, assignment, id, version]).await? == 1)
}

pub async fn set_members(tx: &Tx<'_>, id: TeamId, members: &[StaffId]) -> Result<()> {
    tx.exec(DELETE_MEMBERS, params![id]).await?;
    for member in members {
        tx.exec(INSERT_MEMBER, params![id, member]).await?;
    }
    Ok(())
}

pub async fn delete(tx: &Tx<'_>, id: TeamId) -> Result<()> {
    tx.exec(DELETE_MEMBERS, params![id]).await?;
    tx.exec(DELETE_TURNS, params![id]).await?;
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}
