use proofdesk_store::{Tx, params};

use super::{Department, view};
use crate::error::Result;
use crate::id::DepartmentId;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[INSERT, UPDATE, SET_ARCHIVED, view::LIST, view::FIND];

const INSERT: &str = "insert into department (id, name, email, lang, created_at, version) \
    values ($1, $2, $3, $4, $5, 1) on conflict (name) do nothing";
const UPDATE: &str = "update department set name = $1, email = $2, lang = $3, version = version + 1 \
    where id = $4 and version = $5";
const SET_ARCHIVED: &str = "update department set archived_at = $1 where id = $2";

/// Inserts; false when the name is taken.
pub async fn insert(tx: &Tx<'_>, d: &Department) -> Result<bool> {
    let row = params![d.id, d.name, d.email, d.lang, d.created_at];
    Ok(tx.exec(INSERT, row).await? == 1)
}

/// Changes; false when the version is another one.
pub async fn update(tx: &Tx<'_>, d: &Department) -> Result<bool> {
    let row = params![d.name, d.email, d.lang, d.id, d.version];
    Ok(tx.exec(UPDATE, row).await? == 1)
}

pub async fn set_archived(tx: &Tx<'_>, id: DepartmentId, at: Option<Timestamp>) -> Result<()> {
    tx.exec(SET_ARCHIVED, params![at, id]).await?;
    Ok(())
}
