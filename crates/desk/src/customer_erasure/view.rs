//! Reading how far an erasure has come.

use proofdesk_store::{Rx, params};

use super::CustomerErasure;
use crate::error::Result;
use crate::id::{CustomerId, TicketId};
use crate::limits;

pub(super) const FIND: &str = "select customer_id, asked_by, asked_at, after_id, tickets, messages, files, updated_at, \
    finished_at from customer_erasure where customer_id = $1";
pub(super) const OPEN: &str = "select customer_id from customer_erasure where finished_at is null \
    and customer_id > $1 order by customer_id limit $2";
pub(super) const NEXT_TICKET: &str =
    "select id from ticket where customer_id = $1 and id > $2 order by id limit 1";
pub(super) const TICKETS: &str = "select count(*) from ticket where customer_id = $1";

/// The last erasure of a customer; `None` where nobody asked for one. Whose it is to see is the caller's matter.
pub async fn find(rx: &Rx<'_>, id: CustomerId) -> Result<Option<CustomerErasure>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

/// How many tickets a customer has, in whatever state.
pub async fn tickets(rx: &Rx<'_>, id: CustomerId) -> Result<i64> {
    Ok(rx.query_one::<(i64,)>(TICKETS, params![id]).await?.0)
}

/// Customers behind one whose erasure is not finished, in the order of their ids.
pub(super) async fn open(rx: &Rx<'_>, after: CustomerId) -> Result<Vec<CustomerId>> {
    let rows: Vec<(CustomerId,)> = rx.query(OPEN, params![after, limits::AUDIT_PAGE]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The ticket that the walk comes to next.
pub(super) async fn next_ticket(rx: &Rx<'_>, at: &CustomerErasure) -> Result<Option<TicketId>> {
    let row: Option<(TicketId,)> =
        rx.query_opt(NEXT_TICKET, params![at.customer_id, at.after_id]).await?;
    Ok(row.map(|(id,)| id))
}
