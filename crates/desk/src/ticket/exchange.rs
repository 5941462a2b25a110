//! What the exchange tells of a ticket's matter. Only the desk itself writes it.

use proofdesk_store::Tx;

use super::actions::Edit;
use super::{Change, Risk, RiskCause, Ticket};
use crate::cx::Cx;
use crate::error::Result;
use crate::exchange_event::ExchangeTold;
use crate::id::PublicId;
use crate::permission::Permission;

/// Writes what the exchange told into a ticket's timeline. Status and queue stay: it is a fact, and no answer.
///
/// # Errors
/// `no-permission` for everybody but the desk itself; `not-found`.
pub(crate) async fn tell(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    told: &ExchangeTold,
) -> Result<Ticket> {
    cx.viewer.require_inside()?;
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketNote, None).await?;
    edit.apply(cx, Change::ExchangeTold(told.clone()));
    edit.save(tx, cx).await
}

/// Puts a ticket before all others because the exchange fears for the account, unless somebody judged the risk already. Returns
/// whether it did.
///
/// # Errors
/// As [`tell`].
pub(crate) async fn alarm(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<bool> {
    cx.viewer.require_inside()?;
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketPriority, None).await?;
    let is_new = edit.ticket().risk == Risk::None;
    edit.raise_risk(cx, RiskCause::ExchangeAlert);
    edit.save(tx, cx).await?;
    Ok(is_new)
}
