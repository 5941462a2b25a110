//! Whether writing works: asked by writing. What changes nothing needs no room, so that a disk without any would still
//! look well.

use proofdesk_store::{Tx, params};

use crate::cx::Cx;
use crate::error::Result;

/// Every statement of this file.
pub const ALL: &[&str] = &[WRITE];

const WRITE: &str = "insert into readiness (name, checked_at, room) values ('write', $1, $2) \
    on conflict (name) do update set checked_at = excluded.checked_at, room = excluded.room";

/// About what a ticket takes.
const ROOM_BYTES: usize = 16 * 1024;

/// Writes one row, durably like everything else.
///
/// # Errors
/// Those of the store, which say what is wrong with its disk.
pub async fn write(tx: &Tx<'_>, cx: &Cx) -> Result<()> {
    tx.exec(WRITE, params![cx.now, "x".repeat(ROOM_BYTES)]).await?;
    Ok(())
}
