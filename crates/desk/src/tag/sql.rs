use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::id::TagId;
use crate::time::Timestamp;

/// Every statement of a tag's writes.
pub const ALL: &[&str] = &[INSERT, SET_NAME];

const INSERT: &str =
    "insert into tag (id, name, created_at) values ($1, $2, $3) on conflict (name) do nothing";

const SET_NAME: &str = "update tag set name = $1 where id = $2";

pub async fn insert(tx: &Tx<'_>, id: TagId, name: &str, at: Timestamp) -> Result<()> {
    tx.exec(INSERT, params![id, name, at]).await?;
    Ok(())
}

pub async fn set_name(tx: &Tx<'_>, id: TagId, name: &str) -> Result<()> {
    tx.exec(SET_NAME, params![name, id]).await?;
    Ok(())
}
