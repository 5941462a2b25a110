//! How far those who follow the feed inside the desk have come: one row each.

use proofdesk_store::{Rx, Tx, params};

use crate::error::Result;
use crate::time::Timestamp;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[POSITION, REMEMBER, HEAD];

const POSITION: &str = "select pos from follower where name = $1";
// Never backwards: a step that was overtaken by another node has nothing to say any more.
const REMEMBER: &str = "insert into follower (name, pos, updated_at) values ($1, $2, $3) \
    on conflict (name) do update set pos = excluded.pos, updated_at = excluded.updated_at \
    where excluded.pos > follower.pos";

const HEAD: &str = "select coalesce(max(pos), 0) from feed";

/// The last position of the feed, 0 when it is empty.
///
/// # Errors
/// Only those of the store.
pub async fn head(rx: &Rx<'_>) -> Result<i64> {
    let (head,): (i64,) = rx.query_one(HEAD, params![]).await?;
    Ok(head)
}

/// The last feed position that was followed; 0 for who never followed.
///
/// # Errors
/// Only those of the store.
pub async fn position(rx: &Rx<'_>, name: &str) -> Result<i64> {
    let row: Option<(i64,)> = rx.query_opt(POSITION, params![name]).await?;
    Ok(row.map_or(0, |(pos,)| pos))
}

/// Remembers that everything up to `pos` was followed.
///
/// # Errors
/// Only those of the store.
pub async fn remember(tx: &Tx<'_>, name: &str, pos: i64, now: Timestamp) -> Result<()> {
    tx.exec(REMEMBER, params![name, pos, now]).await?;
    Ok(())
}
