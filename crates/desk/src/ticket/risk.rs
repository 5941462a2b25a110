use proofdesk_store::Tx;

use super::actions::Edit;
use super::{Change, Priority, PrioritySet, Risk, RiskCause, RiskSet, Ticket};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::PublicId;
use crate::permission::Permission;

/// The customer says that somebody else has their account: the ticket goes before all others.
///
/// # Errors
/// `not-found`.
pub(crate) async fn suspect_theft(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
) -> Result<Ticket> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketReply, None).await?;
    if edit.ticket().risk != Risk::SuspectedTheft {
        let cause = RiskCause::AccountTaken;
        edit.apply(cx, Change::RiskSet(RiskSet { risk: Risk::SuspectedTheft, cause }));
    }
    if edit.ticket().priority != Priority::Urgent {
        edit.apply(cx, Change::PrioritySet(PrioritySet { priority: Priority::Urgent }));
    }
    edit.save(tx, cx).await
}
