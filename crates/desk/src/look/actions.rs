//! Noting looks that need no reason.

use proofdesk_store::Tx;

use super::event::AccountRead;
use super::{sql, view};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::CustomerId;
use crate::log::{self, NewEvent, Stream};

/// Notes that the member reads what the exchange says of a customer's account, unless they were looking still. Whether they
/// may is the caller's matter.
///
/// # Errors
/// `staff-only`, `signed-out`.
pub async fn account_read(tx: &Tx<'_>, cx: &mut Cx, customer_id: CustomerId) -> Result<()> {
    let staff_id = cx.viewer.staff()?.staff_id;
    let chain = log::lock(tx, &Stream::staff_day(staff_id, cx.now)).await?;
    // Again behind the lock: two parts of one page are read at the same time.
    if !view::is_new_look(tx, staff_id, customer_id, cx.now).await? {
        return Ok(());
    }
    let event = NewEvent::of(&AccountRead { customer_id })?;
    let appended = chain.append(tx, cx, &[event]).await?;
    sql::insert(tx, appended.event_id, customer_id, staff_id, cx.now).await
}
