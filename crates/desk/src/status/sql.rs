use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::id::StatusId;
use crate::ticket::StatusCategory;

/// Every statement of a status's writes.
pub const ALL: &[&str] = &[INSERT];

const INSERT: &str =
    "insert into status (id, name, category, builtin, position) values ($1, $2, $3, $4, $5)";

pub async fn insert_builtin(
    tx: &Tx<'_>,
    id: StatusId,
    category: StatusCategory,
    position: i64,
) -> Result<()> {
    tx.exec(INSERT, params![id, category.as_str(), category, true, position]).await?;
    Ok(())
}
