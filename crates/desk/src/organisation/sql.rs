use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::id::OrganisationId;
use crate::text::Clean;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[INSERT, super::view::FIND];

const INSERT: &str =
    "insert into organisation (id, singleton, name, created_at) values ($1, true, $2, $3)";

/// Inserts the one organisation; a second one violates `organisation.singleton`.
pub async fn insert(tx: &Tx<'_>, id: OrganisationId, name: &Clean, now: Timestamp) -> Result<()> {
    tx.exec(INSERT, params![id, name, now]).await?;
    Ok(())
}
