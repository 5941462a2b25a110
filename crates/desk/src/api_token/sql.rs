use proofdesk_store::{Tx, params};

use super::ApiToken;
use crate::error::Result;
use crate::id::{ApiTokenId, StaffId};
use crate::time::Timestamp;
use crate::token::TokenHash;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    REVOKE,
    REVOKE_OF_STAFF,
    TOUCH,
    super::view::RESOLVE,
    super::view::LIST,
    super::view::OF_STAFF,
    super::view::FIND,
];

const INSERT: &str = "insert into api_token (id, staff_id, name, token_hash, scopes, created_at, expires_at) \
    values ($1, $2, $3, $4, $5, $6, $7)";
const REVOKE: &str = "update api_token set revoked_at = $1 where id = $2 and revoked_at is null";
const REVOKE_OF_STAFF: &str =
    "update api_token set revoked_at = $1 where staff_id = $2 and revoked_at is null";
const TOUCH: &str = "update api_token set used_at = $1 where id = $2";

pub async fn insert(tx: &Tx<'_>, token: &ApiToken, hash: &TokenHash) -> Result<()> {
    let ApiToken { id, staff_id, name, created_at, expires_at, .. } = token;
    let scopes = super::write_scopes(&token.scopes);
    tx.exec(INSERT, params![id, staff_id, name, hash, scopes, created_at, expires_at]).await?;
    Ok(())
}

/// Revokes; false when there is none or it is revoked.
pub async fn revoke(tx: &Tx<'_>, id: ApiTokenId, now: Timestamp) -> Result<bool> {
    Ok(tx.exec(REVOKE, params![now, id]).await? == 1)
}

pub async fn revoke_of_staff(tx: &Tx<'_>, staff_id: StaffId, now: Timestamp) -> Result<()> {
    tx.exec(REVOKE_OF_STAFF, params![now, staff_id]).await?;
    Ok(())
}

pub async fn set_used(tx: &Tx<'_>, id: ApiTokenId, now: Timestamp) -> Result<()> {
    tx.exec(TOUCH, params![now, id]).await?;
    Ok(())
}
