use proofdesk_store::{Tx, params};

use super::Stored;
use crate::error::Result;
use crate::id::ExchangeKeyId;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[INSERT, REVOKE, super::view::LIST, super::view::BY_KID];

const INSERT: &str = "insert into exchange_key (id, brand_id, kid, algorithm, audience, material, created_at) \
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (kid) do nothing";
const REVOKE: &str = "update exchange_key set revoked_at = $1 where id = $2 and revoked_at is null";

/// Inserts; false when the key id is taken.
pub async fn insert(tx: &Tx<'_>, new: &Stored) -> Result<bool> {
    let key = &new.key;
    let values = params![
        key.id,
        key.brand_id,
        key.kid,
        key.algorithm,
        key.audience,
        new.material,
        key.created_at
    ];
    Ok(tx.exec(INSERT, values).await? == 1)
}

/// Revokes; false when there is none or it is revoked.
pub async fn revoke(tx: &Tx<'_>, id: ExchangeKeyId, now: Timestamp) -> Result<bool> {
    Ok(tx.exec(REVOKE, params![now, id]).await? == 1)
}
