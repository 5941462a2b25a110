use proofdesk_store::{Tx, params};

use super::{Content, view};
use crate::error::{Error, Result};
use crate::id::{CategoryId, CustomerId};
use crate::time::Timestamp;

/// Every statement of drafts.
pub const ALL: &[&str] =
    &[SET, DELETE, PRUNE, LOCK, START, view::FIND, view::LIST, view::OF_CUSTOMER];

// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK: &str = "update ticket_draft set updated_at = updated_at where customer_id = $1 and category_id = $2 returning content";
const START: &str = "insert into ticket_draft (customer_id, category_id, content, updated_at) values ($1, $2, $3, $4) \
    on conflict (customer_id, category_id) do nothing";

const SET: &str = "insert into ticket_draft (customer_id, category_id, content, updated_at) values ($1, $2, $3, $4) \
    on conflict (customer_id, category_id) do update set content = excluded.content, updated_at = excluded.updated_at";
const DELETE: &str = "delete from ticket_draft where customer_id = $1 and category_id = $2";
const PRUNE: &str = "delete from ticket_draft where (customer_id, category_id) in \
    (select customer_id, category_id from ticket_draft where updated_at < $1 order by updated_at limit $2)";

/// A draft as it stands, until the end of the transaction; `None` where there is none.
pub async fn lock(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    category_id: CategoryId,
) -> Result<Option<Content>> {
    let row: Option<(String,)> = tx.query_opt(LOCK, params![customer_id, category_id]).await?;
    Ok(row.map(|(json,)| Content::read(&json)).transpose()?)
}

/// The same of a draft that is about to be written. Two transactions may begin it at once: the second waits here for the first.
pub async fn begin(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    category_id: CategoryId,
    at: Timestamp,
) -> Result<Content> {
    if let Some(kept) = lock(tx, customer_id, category_id).await? {
        return Ok(kept);
    }
    let empty = json(&Content::default())?;
    tx.exec(START, params![customer_id, category_id, empty, at]).await?;
    Ok(lock(tx, customer_id, category_id).await?.unwrap_or_default())
}

pub async fn set(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    category_id: CategoryId,
    content: &Content,
    at: Timestamp,
) -> Result<()> {
    let json = json(content)?;
    tx.exec(SET, params![customer_id, category_id, json, at]).await?;
    Ok(())
}

fn json(content: &Content) -> Result<String> {
    serde_json::to_string(content)
        .map_err(|_unreachable| Error::Broken { what: "a draft that is no JSON" })
}

pub async fn delete(tx: &Tx<'_>, customer_id: CustomerId, category_id: CategoryId) -> Result<()> {
    tx.exec(DELETE, params![customer_id, category_id]).await?;
    Ok(())
}

/// Returns how many were older.
pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![before, limit]).await?)
}
