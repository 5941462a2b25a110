//! Asking, taking it back, and what happens when the customer proves it.

use proofdesk_store::Tx;

use super::event::{VerificationAsked, VerificationProven, VerificationWithdrawn};
use super::{Standing, VerificationAsk, Wanted, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{CustomerId, PublicId};
use crate::identity::{Identity, Level};
use crate::log::{self, Stream};
use crate::notification::Channel;
use crate::permission::Permission;
use crate::ticket::actions::Edit;
use crate::ticket::view::Named;
use crate::ticket::{Change, StatusCategory, Ticket};
use crate::{limits, notification, ticket};

/// Notes that the customer of a ticket is asked to prove who they are: from now on, whatever they have proven before. Where they are asked
/// already, that stands as it is. It writes nothing to them: their page says it, and what else is written is a reply's matter.
///
/// # Errors
/// `not-found`; `staff-only`; `no-permission` without `ticket.reply` over the ticket; `ticket-merged`, `ticket-closed`; `nothing-to-prove`;
/// `limit-reached`.
pub async fn ask(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<VerificationAsk> {
    let staff_id = cx.viewer.staff()?.staff_id;
    let seen = locked(tx, cx, public_id).await?;
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketReply, None).await?;
    if edit.ticket().status_category == StatusCategory::Closed {
        return Err(Error::refused(Code::TicketClosed));
    }
    let latest = view::latest(tx, seen.id, cx.now).await?;
    if let Some(open) = latest.filter(|ask| ask.standing(cx.now) == Standing::Asked) {
        return Ok(open);
    }
    let wanted = view::wanted(tx, seen.customer_id).await?;
    let wanted = wanted.ok_or_else(|| Error::refused(Code::NothingToProve))?;
    if view::count_open(tx, seen.customer_id, cx.now).await?
        >= limits::VERIFICATION_ASKS_PER_CUSTOMER
    {
        return Err(Error::limit_reached(limits::VERIFICATION_ASKS_PER_CUSTOMER));
    }
    let asked = VerificationAsk {
        id: cx.id(),
        ticket_id: seen.id,
        ticket: seen.public_id,
        customer_id: seen.customer_id,
        wanted,
        identity_kind: None,
        asked_by: Named { id: staff_id, name: String::new() },
        asked_at: cx.now,
        until: cx.after(limits::VERIFICATION_ASK_LIFETIME),
        proven_at: None,
        withdrawn_by: None,
        withdrawn_at: None,
    };
    sql::insert(tx, &asked).await?;
    let Wanted { identity_id, level } = wanted;
    let event = VerificationAsked { ask_id: asked.id, identity_id, level, until: asked.until };
    edit.apply(cx, Change::VerificationAsked(event));
    Box::pin(edit.save(tx, cx)).await?;
    // With the names of whom and what it is about.
    view::by_id(tx, asked.id).await?.or_not_found()
}

/// Takes back what the customer of a ticket is asked, and returns how it stands. Where nothing is asked any more, that stays as it is.
///
/// # Errors
/// `not-found`; `staff-only`; `no-permission` without `ticket.reply` over the ticket in which it was asked.
pub async fn withdraw(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
) -> Result<Option<VerificationAsk>> {
    let staff_id = cx.viewer.staff()?.staff_id;
    let seen = locked(tx, cx, public_id).await?;
    cx.viewer.require_at(Permission::TicketReply, &seen.placement())?;
    let latest = view::latest(tx, seen.id, cx.now).await?;
    let Some(open) = latest.as_ref().filter(|ask| ask.standing(cx.now) == Standing::Asked) else {
        return Ok(latest);
    };
    let mut edit = Edit::begin_any(tx, cx, &open.ticket, Permission::TicketReply).await?;
    sql::withdraw(tx, open.id, Some(staff_id), cx.now).await?;
    let event = VerificationWithdrawn { ask_id: open.id };
    edit.apply(cx, Change::VerificationWithdrawn(event));
    Box::pin(edit.save(tx, cx)).await?;
    view::by_id(tx, open.id).await
}

/// Mails a link to the ticket to its customer, who is asked to show that they read their mail and looks at it just now. How often a day
/// they are mailed has its own limit. Returns `false` where nothing of the kind is asked any more, or the desk sends no mail.
///
/// # Errors
/// `customers-only`; `not-found`.
pub async fn mail_link(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<bool> {
    cx.viewer.customer()?;
    let scope = cx.viewer.scope(Permission::TicketRead);
    let ticket = ticket::view::find(tx, public_id, &scope).await?.or_not_found()?;
    let latest = view::latest(tx, ticket.id, cx.now).await?;
    let is_by_mail = |ask: &VerificationAsk| {
        ask.standing(cx.now) == Standing::Asked && ask.wanted.level == Level::Email
    };
    if !latest.as_ref().is_some_and(is_by_mail)
        || !notification::view::is_open(tx, Channel::Mail).await?
    {
        return Ok(false);
    }
    notification::actions::renew_link(tx, cx, &ticket).await?;
    Ok(true)
}

/// Notes in every ticket in which it was asked that its customer has proven who they are, so far and by this identity. For whoever has
/// raised the identity's level in this transaction, and has the customer's chain locked.
pub(crate) async fn proven(
    tx: &Tx<'_>,
    cx: &mut Cx,
    identity: &Identity,
    level: Level,
) -> Result<()> {
    let identity_id = identity.id;
    for (ask_id, ticket_id, wanted) in view::open(tx, identity.customer_id, cx.now).await? {
        if level < wanted {
            continue;
        }
        let mut edit = Edit::begin_along(tx, ticket_id).await?;
        sql::prove(tx, ask_id, identity_id, cx.now).await?;
        let event = VerificationProven { ask_id, identity_id, level };
        edit.apply(cx, Change::VerificationProven(event));
        Box::pin(edit.save(tx, cx)).await?;
    }
    Ok(())
}

/// Takes back all that a customer is asked who is about to be nobody: they could prove nothing any more. The customer's chain is locked.
pub(crate) async fn forget(tx: &Tx<'_>, cx: &mut Cx, customer_id: CustomerId) -> Result<()> {
    let by = cx.viewer.staff().ok().map(|staff| staff.staff_id);
    for (ask_id, ticket_id, _) in view::open(tx, customer_id, cx.now).await? {
        let mut edit = Edit::begin_along(tx, ticket_id).await?;
        sql::withdraw(tx, ask_id, by, cx.now).await?;
        edit.apply(cx, Change::VerificationWithdrawn(VerificationWithdrawn { ask_id }));
        Box::pin(edit.save(tx, cx)).await?;
    }
    Ok(())
}

/// The ticket, with the chain of its customer locked: before the ticket's own, as when they sign in. So nobody proves anything between
/// the look and the write.
async fn locked(tx: &Tx<'_>, cx: &Cx, public_id: &PublicId) -> Result<Ticket> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let ticket = ticket::view::find(tx, public_id, &scope).await?.or_not_found()?;
    log::lock(tx, &Stream::Customer(ticket.customer_id)).await?;
    Ok(ticket)
}
