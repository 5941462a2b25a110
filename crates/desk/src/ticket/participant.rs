//! Members of staff who follow a ticket without being assigned to it. It shows them nothing that they could not see without it: who
//! may not see the ticket is not taken, and who may not see it any more is not shown beside it. Its customer hears nothing of it.

use proofdesk_store::Tx;

use super::actions::Edit;
use super::{Change, ParticipantsAdded, ParticipantsRemoved, Ticket, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{PublicId, StaffId, TicketId};
use crate::limits;
use crate::permission::Permission;

/// Lets a member follow a ticket. Who does already is no error.
///
/// # Errors
/// `not-found`; `no-permission` without `ticket.note`: asking somebody to look is as much as a note to them; `field-invalid` at
/// `staff_id` for whoever may not see it; `limit-reached`; `ticket-merged`.
pub async fn add(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    staff_id: StaffId,
) -> Result<Ticket> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketNote, None).await?;
    let ticket_id = edit.ticket().id;
    if !view::may_see(tx, ticket_id, staff_id).await? {
        return Err(Error::field("staff_id", Code::FieldInvalid));
    }
    let staff_ids = insert_new(tx, ticket_id, &[staff_id]).await?;
    if !staff_ids.is_empty() {
        edit.apply(cx, Change::ParticipantsAdded(ParticipantsAdded { staff_ids }));
    }
    edit.save(tx, cx).await
}

/// Lets a member follow a ticket no longer. Who does not is no error. Whom others let follow it may always take leave.
///
/// # Errors
/// `not-found`, `staff-only`; `no-permission` without `ticket.note` for anybody but oneself; `ticket-merged`.
pub async fn remove(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    staff_id: StaffId,
) -> Result<Ticket> {
    let is_self = cx.viewer.staff()?.staff_id == staff_id;
    let permission = if is_self { Permission::TicketRead } else { Permission::TicketNote };
    let mut edit = Edit::begin(tx, cx, public_id, permission, None).await?;
    if sql::delete_participant(tx, edit.ticket().id, staff_id).await? {
        let staff_ids = vec![staff_id];
        edit.apply(cx, Change::ParticipantsRemoved(ParticipantsRemoved { staff_ids }));
    }
    edit.save(tx, cx).await
}

/// Lets those who follow a ticket follow the one that it goes on in too, as far as that one has room for them.
pub(super) async fn go_along(
    tx: &Tx<'_>,
    cx: &Cx,
    ticket_id: TicketId,
    root: &mut Edit,
) -> Result<()> {
    let into_id = root.ticket().id;
    let known = view::participant_ids(tx, into_id).await?;
    let room = limits::PARTICIPANTS_PER_TICKET.saturating_sub(known.len());
    let own = view::participant_ids(tx, ticket_id).await?;
    let staff_ids: Vec<StaffId> = own.difference(&known).take(room).copied().collect();
    if staff_ids.is_empty() {
        return Ok(());
    }
    for staff_id in &staff_ids {
        sql::insert_participant(tx, into_id, *staff_id).await?;
    }
    root.apply(cx, Change::ParticipantsAdded(ParticipantsAdded { staff_ids }));
    Ok(())
}

/// Writes the rows of those who do not follow the ticket yet, and says who they are. For whoever has locked its chain and looked
/// whether they may see it.
pub(super) async fn insert_new(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    staff_ids: &[StaffId],
) -> Result<Vec<StaffId>> {
    let known = view::participant_ids(tx, ticket_id).await?;
    let new: Vec<StaffId> = staff_ids.iter().copied().filter(|id| !known.contains(id)).collect();
    if !new.is_empty() && known.len() + new.len() > limits::PARTICIPANTS_PER_TICKET {
        return Err(Error::limit_reached(limits::PARTICIPANTS_PER_TICKET));
    }
    for staff_id in &new {
        sql::insert_participant(tx, ticket_id, *staff_id).await?;
    }
    Ok(new)
}
