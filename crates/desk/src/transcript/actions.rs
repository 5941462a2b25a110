//! Taking a transcript away in the name of the desk.

use proofdesk_store::Tx;

use super::event::TranscriptExported;
use crate::cx::Cx;
use crate::error::{Attempt, Error, OrNotFound as _, Result};
use crate::id::PublicId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::quota::{self, Kind};
use crate::text::Clean;
use crate::ticket::{self, Ticket};
use crate::{limits, look};

/// Notes that a member takes a ticket's transcript, for a reason, out of a budget; the customer sees it in their list.
/// Returns the ticket, whose transcript the caller then reads.
///
/// # Errors
/// `staff-only`; `not-found` for tickets that the viewer does not see; `no-permission` without `ticket.export` over it;
/// `field-required` for a missing reason. As an [`Attempt`]: `budget-spent`.
pub async fn export(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    reason: &str,
) -> Result<Attempt<Ticket>> {
    let staff_id = cx.viewer.staff()?.staff_id;
    let scope = cx.viewer.scope(Permission::TicketRead);
    let ticket = ticket::view::find(tx, public_id, &scope).await?.or_not_found()?;
    if !cx.viewer.scope(Permission::TicketExport).admits(&ticket.placement()) {
        return Err(Error::no_permission(Permission::TicketExport));
    }
    let reason = Clean::field("reason", reason, limits::REASON_CHARS)?;
    let (limit, window) = (limits::TRANSCRIPTS_PER_HOUR, limits::REVEAL_WINDOW);
    let member = staff_id.to_string();
    let taken =
        quota::actions::take_sliding(tx, Kind::Transcript, &member, limit, window, cx.now).await?;
    if let Err(spent) = taken {
        return Ok(Err(spent));
    }
    let exported = TranscriptExported {
        customer_id: ticket.customer_id,
        public_id: ticket.public_id.clone(),
        reason: reason.as_str().to_owned(),
    };
    let stream = Stream::staff_day(staff_id, cx.now);
    let appended = log::append(tx, cx, &stream, &[NewEvent::of(&exported)?]).await?;
    look::sql::insert(tx, appended.event_id, ticket.customer_id, staff_id, cx.now).await?;
    Ok(Ok(ticket))
}
