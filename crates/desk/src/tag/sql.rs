use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::id::TagId;
use crate::time::Timestamp;

/// Every statement of a tag's writes.
pub const ALL: &[&str] = &[INSERT];

const INSERT: &str =
    "insert into tag (id, name, created_at) values ($1, $2, $3) on conflict (name) do nothing";

pub async fn insert(tx: &Tx<'_>, id: TagId, name: &str, at: Timestamp) -> Result<()> {
    tx.exec(INSERT, params![id, name, at]).await?;
    Ok(())
}
