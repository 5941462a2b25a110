use proofdesk_store::{Tx, params};

use super::{Content, view};
use crate::error::{Error, Result};
use crate::id::{CategoryId, CustomerId};
use crate::time::Timestamp;

/// Every statement of drafts.
pub const ALL: &[&str] = &[SET, DELETE, PRUNE, view::FIND, view::LIST, view::OF_CUSTOMER];

const SET: &str = "insert into ticket_draft (customer_id, category_id, content, updated_at) values ($1, $2, $3, $4) \
    on conflict (customer_id, category_id) do update set content = excluded.content, updated_at = excluded.updated_at";
const DELETE: &str = "delete from ticket_draft where customer_id = $1 and category_id = $2";
const PRUNE: &str = "delete from ticket_draft where (customer_id, category_id) in \
    (select customer_id, category_id from ticket_draft where updated_at < $1 order by updated_at limit $2)";

pub async fn set(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    category_id: CategoryId,
    content: &Content,
    at: Timestamp,
) -> Result<()> {
    let json = serde_json::to_string(content)
        .map_err(|_unreachable| Error::Broken { what: "a draft that is no JSON" })?;
    tx.exec(SET, params![customer_id, category_id, json, at]).await?;
    Ok(())
}

pub async fn delete(tx: &Tx<'_>, customer_id: CustomerId, category_id: CategoryId) -> Result<()> {
    tx.exec(DELETE, params![customer_id, category_id]).await?;
    Ok(())
}

/// Returns how many were older.
pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![before, limit]).await?)
}
