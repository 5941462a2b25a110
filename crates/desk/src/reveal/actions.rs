//! Revealing a field.

use proofdesk_store::Tx;

use super::Revealed;
use super::event::{FieldRevealed, RevealRefused};
use crate::code::Code;
use crate::customer::{self, Field};
use crate::cx::Cx;
use crate::error::{Attempt, Error, OrNotFound as _, Result};
use crate::id::{CustomerId, EventId, StaffId};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::look;
use crate::permission::Permission;
use crate::quota::{self, Kind};
use crate::text::Clean;

/// Shows a member one personal field of a customer in clear.
///
/// # Errors
/// `staff-only`; `not-found` for customers whom the viewer does not see; `no-permission` without `customer.reveal` over
/// them; `field-required` for a missing reason; `field-invalid` when the field is not known. As an [`Attempt`]:
/// `budget-spent`, which is an event too.
pub async fn reveal(
    tx: &Tx<'_>,
    cx: &mut Cx,
    customer_id: CustomerId,
    field: Field,
    reason: &str,
) -> Result<Attempt<Revealed>> {
    let staff_id = cx.viewer.staff()?.staff_id;
    let scope = cx.viewer.scope(Permission::CustomerRead);
    let customer = customer::view::visible(tx, &scope, customer_id).await?.or_not_found()?;
    let scope = cx.viewer.scope(Permission::CustomerReveal);
    if customer::view::visible(tx, &scope, customer_id).await?.is_none() {
        return Err(Error::no_permission(Permission::CustomerReveal));
    }
    let reason = Clean::field("reason", reason, limits::REASON_CHARS)?;
    let value = customer.field(field);
    let value = value.ok_or_else(|| Error::field("field", Code::FieldInvalid))?.to_owned();
    let (limit, window) = (limits::REVEALS_PER_HOUR, limits::REVEAL_WINDOW);
    let member = staff_id.to_string();
    match quota::actions::take_sliding(tx, Kind::Reveal, &member, limit, window, cx.now).await? {
        Ok(remaining) => {
            let reason = reason.as_str().to_owned();
            let event = NewEvent::of(&FieldRevealed { customer_id, field, reason })?;
            let event_id = note(tx, cx, staff_id, event).await?;
            look::sql::insert(tx, event_id, customer_id, staff_id, cx.now).await?;
            Ok(Ok(Revealed { value, remaining }))
        }
        Err(spent) => {
            note(tx, cx, staff_id, NewEvent::of(&RevealRefused { customer_id, field })?).await?;
            Ok(Err(spent))
        }
    }
}

async fn note(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId, event: NewEvent) -> Result<EventId> {
    Ok(log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[event]).await?.event_id)
}
