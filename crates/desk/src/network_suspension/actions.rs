//! Following what the exchange says of its networks. The events that say it are signed; nobody else writes here.

use proofdesk_store::Tx;

use super::sql;
use crate::error::Result;
use crate::exchange_event::facts::{Resumed, Suspended};
use crate::id::BrandId;
use crate::time::Timestamp;

/// Notes that a network stands still. What was said later than `at` stays.
pub(crate) async fn suspend(
    tx: &Tx<'_>,
    brand_id: BrandId,
    suspended: &Suspended,
    at: Timestamp,
) -> Result<()> {
    sql::suspend(tx, brand_id, suspended, at).await
}

/// Notes that a network works again: for one coin, or for all when none is named. What was said later than `at` stays.
pub(crate) async fn resume(
    tx: &Tx<'_>,
    brand_id: BrandId,
    resumed: &Resumed,
    at: Timestamp,
) -> Result<()> {
    sql::resume(tx, brand_id, resumed, at).await
}
