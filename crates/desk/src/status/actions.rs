use proofdesk_store::Tx;

use super::{builtin, sql};
use crate::error::Result;
use crate::ticket::StatusCategory;

/// Makes the built-in statuses of a new installation.
///
/// # Errors
/// A constraint violation when they exist.
pub async fn found(tx: &Tx<'_>) -> Result<()> {
    for (position, category) in (0..).zip(StatusCategory::ALL) {
        sql::insert_builtin(tx, builtin(*category), *category, position).await?;
    }
    Ok(())
}
