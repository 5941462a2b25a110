use proofdesk_store::{self as store, ConstraintKind, Tx, params};

use crate::error::Result;
use crate::id::TagId;
use crate::time::Timestamp;

/// Every statement of a tag's writes.
pub const ALL: &[&str] = &[INSERT, INSERT_FORMER, SET_NAME, DELETE_FORMER, DELETE_FORMERS, DELETE];

const INSERT: &str =
    "insert into tag (id, name, created_at) values ($1, $2, $3) on conflict (name) do nothing";
const INSERT_FORMER: &str = "insert into tag (id, name, created_at, now_id) values ($1, $2, $3, $4) on conflict (name) do nothing";
const SET_NAME: &str = "update tag set name = $1 where id = $2";
const DELETE_FORMER: &str = "delete from tag where name = $1 and now_id = $2";
const DELETE_FORMERS: &str = "delete from tag where now_id = $1";
const DELETE: &str = "delete from tag where id = $1";

/// Inserts; false when the name is taken.
pub async fn insert(tx: &Tx<'_>, id: TagId, name: &str, at: Timestamp) -> Result<bool> {
    Ok(tx.exec(INSERT, params![id, name, at]).await? == 1)
}

/// Keeps what a tag was called before, which leads to it. A name that is taken goes on leading to where it does.
pub async fn insert_former(
    tx: &Tx<'_>,
    id: TagId,
    name: &str,
    at: Timestamp,
    now: TagId,
) -> Result<()> {
    tx.exec(INSERT_FORMER, params![id, name, at, now]).await?;
    Ok(())
}

pub async fn set_name(tx: &Tx<'_>, id: TagId, name: &str) -> Result<()> {
    tx.exec(SET_NAME, params![name, id]).await?;
    Ok(())
}

/// Lets a tag be called what it was called before.
pub async fn delete_former(tx: &Tx<'_>, id: TagId, name: &str) -> Result<()> {
    tx.exec(DELETE_FORMER, params![name, id]).await?;
    Ok(())
}

/// Deletes the tag and its former names; false when a ticket was given it meanwhile.
pub async fn delete(tx: &Tx<'_>, id: TagId) -> Result<bool> {
    tx.exec(DELETE_FORMERS, params![id]).await?;
    match tx.exec(DELETE, params![id]).await {
        Ok(gone) => Ok(gone == 1),
        Err(store::Error::Constraint { kind: ConstraintKind::Foreign, .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
