use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[SPEND, super::view::DEVELOPMENT, super::view::DEVELOPMENT_OF_BRAND];

const SPEND: &str = "insert into spent_token (digest, expires_at) values ($1, $2) \
    on conflict (digest) do nothing";

/// Spends a token; false when it was spent before.
pub async fn spend(tx: &Tx<'_>, digest: &[u8; 32], until: Timestamp) -> Result<bool> {
    Ok(tx.exec(SPEND, params![digest, until]).await? == 1)
}
