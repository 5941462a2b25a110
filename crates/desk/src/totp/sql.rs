use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::id::StaffId;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines. The secret rests in the staff's rows.
pub const ALL: &[&str] = &[INSERT, SPEND, DELETE, LEFT];

const INSERT: &str = "insert into recovery_code (staff_id, code_hash) values ($1, $2)";
const SPEND: &str = "update recovery_code set used_at = $1 \
    where staff_id = $2 and code_hash = $3 and used_at is null";
const DELETE: &str = "delete from recovery_code where staff_id = $1";
const LEFT: &str = "select count(*) from recovery_code where staff_id = $1 and used_at is null";

/// Replaces the codes.
pub async fn set_codes(tx: &Tx<'_>, staff_id: StaffId, hashes: &[[u8; 32]]) -> Result<()> {
    tx.exec(DELETE, params![staff_id]).await?;
    for hash in hashes {
        tx.exec(INSERT, params![staff_id, hash]).await?;
    }
    Ok(())
}

/// Spends a code; false when there is none or it was used before.
pub async fn spend(
    tx: &Tx<'_>,
    staff_id: StaffId,
    hash: &[u8; 32],
    now: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(SPEND, params![now, staff_id, hash]).await? == 1)
}

pub async fn left(tx: &Tx<'_>, staff_id: StaffId) -> Result<i64> {
    let (left,): (i64,) = tx.query_one(LEFT, params![staff_id]).await?;
    Ok(left)
}
