use proofdesk_store::{Tx, params};

use super::Status;
use crate::error::Result;
use crate::id::StatusId;
use crate::ticket::StatusCategory;
use crate::time::Timestamp;

/// Every statement of a status's writes.
pub const ALL: &[&str] = &[INSERT_BUILTIN, INSERT, SET_NAMES, SET_POSITION, SET_RETIRED, LOCK];

const INSERT_BUILTIN: &str =
    "insert into status (id, name, category, builtin, position) values ($1, $2, $3, $4, $5)";
const INSERT: &str = "insert into status (id, name, category, builtin, position, names) \
    values ($1, $2, $3, $4, $5, $6)";
const SET_NAMES: &str =
    "update status set names = $1, version = version + 1 where id = $2 and version = $3";
const SET_POSITION: &str = "update status set position = $1 where id = $2";
const SET_RETIRED: &str = "update status set retired_at = $1 where id = $2";
// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK: &str =
    "update status set version = version where id = $1 returning category, retired_at";

pub async fn insert_builtin(
    tx: &Tx<'_>,
    id: StatusId,
    category: StatusCategory,
    position: i64,
) -> Result<()> {
    tx.exec(INSERT_BUILTIN, params![id, category.as_str(), category, true, position]).await?;
    Ok(())
}

/// Inserts; a key that is taken violates `status.name`.
pub async fn insert(tx: &Tx<'_>, s: &Status, names: &str) -> Result<()> {
    tx.exec(INSERT, params![s.id, s.name, s.category, s.builtin, s.position, names]).await?;
    Ok(())
}

/// Changes; false when the version is another one.
pub async fn set_names(tx: &Tx<'_>, id: StatusId, version: i64, names: &str) -> Result<bool> {
    Ok(tx.exec(SET_NAMES, params![names, id, version]).await? == 1)
}

pub async fn set_position(tx: &Tx<'_>, id: StatusId, position: i64) -> Result<()> {
    tx.exec(SET_POSITION, params![position, id]).await?;
    Ok(())
}

pub async fn set_retired(tx: &Tx<'_>, id: StatusId, at: Option<Timestamp>) -> Result<()> {
    tx.exec(SET_RETIRED, params![at, id]).await?;
    Ok(())
}

/// The category behind a status and since when it is retired, locked until the transaction ends.
pub async fn lock(
    tx: &Tx<'_>,
    id: StatusId,
) -> Result<Option<(StatusCategory, Option<Timestamp>)>> {
    Ok(tx.query_opt(LOCK, params![id]).await?)
}
