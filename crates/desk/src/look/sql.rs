//! Every write to `look`.

use proofdesk_store::{Tx, params};

use super::view;
use crate::error::Result;
use crate::id::{CustomerId, EventId, StaffId};
use crate::time::Timestamp;

/// Every statement of this noun.
pub const ALL: &[&str] = &[INSERT, view::OF_CUSTOMER, view::PAGE, view::ROLES, view::RECENT];

const INSERT: &str =
    "insert into look (event_id, customer_id, staff_id, at) values ($1, $2, $3, $4)";

pub async fn insert(
    tx: &Tx<'_>,
    event_id: EventId,
    customer_id: CustomerId,
    staff_id: StaffId,
    at: Timestamp,
) -> Result<()> {
    tx.send(INSERT, params![event_id, customer_id, staff_id, at]).await?;
    Ok(())
}
