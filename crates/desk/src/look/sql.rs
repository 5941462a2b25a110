//! Every write to `look`.

use proofdesk_store::{Tx, params};

use super::view;
use crate::error::Result;
use crate::id::{CustomerId, EventId, StaffId};
use crate::time::Timestamp;

/// Every statement of this noun.
pub const ALL: &[&str] =
    &[INSERT, TOLD_BY, view::OF_CUSTOMER, view::PAGE, view::ROLES, view::RECENT];

const INSERT: &str =
    "insert into look (event_id, customer_id, staff_id, at) values ($1, $2, $3, $4)";
const TOLD_BY: &str = "update look set event_id = $1 where event_id = $2";

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

/// Finds a look by the event that says it anew: the payload of the one that said it first is erased. Of an event that tells of no look
/// nothing changes.
pub async fn told_by(tx: &Tx<'_>, first: EventId, anew: EventId) -> Result<()> {
    tx.exec(TOLD_BY, params![anew, first]).await?;
    Ok(())
}
