use proofdesk_store::{Tx, params};

use super::SkillKind;
use crate::error::Result;
use crate::id::SkillId;
use crate::text::Clean;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[INSERT, DELETE_TIES, DELETE, super::view::LIST];

const INSERT: &str =
    "insert into skill (id, kind, name) values ($1, $2, $3) on conflict (kind, name) do nothing";
const DELETE_TIES: &str = "delete from staff_skill where skill_id = $1";
const DELETE: &str = "delete from skill where id = $1";

/// Inserts; false when kind and name are taken.
pub async fn insert(tx: &Tx<'_>, id: SkillId, kind: SkillKind, name: &Clean) -> Result<bool> {
    Ok(tx.exec(INSERT, params![id, kind, name]).await? == 1)
}

/// Deletes the skill and takes it from everybody; false when there was none.
pub async fn delete(tx: &Tx<'_>, id: SkillId) -> Result<bool> {
    tx.exec(DELETE_TIES, params![id]).await?;
    Ok(tx.exec(DELETE, params![id]).await? == 1)
}
