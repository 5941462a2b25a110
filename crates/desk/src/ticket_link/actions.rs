//! Making, opening and revoking links.

use proofdesk_store::Tx;

use super::event::{TicketLinkOpened, TicketLinkRenewed, TicketLinksEnded, TicketLinksRevoked};
use super::{TicketLink, WayOn, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{CustomerId, Id as _, NotificationDeliveryId, PublicId, TicketLinkId};
use crate::identity::{self, Identity, Level};
use crate::log::{self, NewEvent, Stream};
use crate::notification::{self, RecipientDigest, rule};
use crate::permission::Permission;
use crate::session::event::{CustomerSessionsEnded, CustomerSignedIn};
use crate::session::{self, Client, Opened};
use crate::ticket::Ticket;
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::{limits, ticket, verification};

/// Makes the link of a mail: its id is the delivery's.
pub(crate) async fn make(
    tx: &Tx<'_>,
    cx: &Cx,
    ticket: &Ticket,
    delivery_id: NotificationDeliveryId,
    recipient: &RecipientDigest,
) -> Result<()> {
    sql::insert(
        tx,
        &sql::NewTicketLink {
            id: TicketLinkId::from_uuid(delivery_id.uuid()),
            ticket_id: ticket.id,
            customer_id: ticket.customer_id,
            recipient,
            created_at: cx.now,
            expires_at: cx.after(limits::TICKET_LINK_LIFETIME),
        },
    )
    .await
}

/// Who came in by a link, and where to.
#[derive(Clone, Debug)]
pub struct Entered {
    pub ticket: PublicId,
    pub session: Opened,
}

/// Opens a link: its reader has shown that they get the customer's mail, and is the customer for a short while.
///
/// # Errors
/// `not-found`; `link-expired`, also for a revoked link, when the customer's address is another one by now, when they have
/// an account at the exchange, or when the address belongs to another customer of the brand.
pub async fn open(tx: &Tx<'_>, cx: &mut Cx, id: TicketLinkId, client: &Client) -> Result<Entered> {
    let link = view::find(tx, id).await?.or_not_found()?;
    link.require_usable(cx.now)?;
    let chain = log::lock(tx, &Stream::Customer(link.customer_id)).await?;
    let email = view::email(tx, link.customer_id).await?;
    let is_current = |email: &String| rule::recipient(email) == link.recipient;
    let email = email.filter(is_current).ok_or_else(|| Error::refused(Code::LinkExpired))?;
    // An account asks for more than a mailbox: who has one comes in by it.
    if view::has_account(tx, link.customer_id).await? {
        return Err(Error::refused(Code::LinkExpired));
    }
    let (identity, mut events) = own_identity(tx, cx, &link, &email).await?;
    let until = Some(cx.after(limits::EMAIL_PROOF_LIFETIME));
    events.push(identity::actions::set_level(tx, &identity, Level::Email, until).await?);
    let opened = session::actions::open_by_link(tx, cx, &identity, client).await?;
    sql::set_opened(tx, link.id, cx.now).await?;
    let (customer_id, session_id) = (link.customer_id, opened.session_id);
    let by = TicketLinkOpened { ticket_link_id: link.id, customer_id, ticket_id: link.ticket_id };
    events.push(NewEvent::of(&by)?);
    events.push(NewEvent::of(&CustomerSignedIn {
        customer_id,
        identity_id: identity.id,
        session_id,
    })?);
    cx.viewer = Viewer::Customer(CustomerViewer {
        customer_id,
        identity_id: identity.id,
        brand_id: link.brand_id,
        session_id,
    });
    chain.append(tx, cx, &events).await?;
    Box::pin(verification::actions::proven(tx, cx, &identity, Level::Email)).await?;
    Ok(Entered { ticket: link.ticket, session: opened })
}

/// The customer's identity of the address, made when it is new to the brand.
async fn own_identity(
    tx: &Tx<'_>,
    cx: &mut Cx,
    link: &TicketLink,
    email: &str,
) -> Result<(Identity, Vec<NewEvent>)> {
    // Whoever wrote without a session has one of their own, whoever else the brand knows by the address.
    let id = link.customer_id.to_string();
    let stranger = identity::view::find(tx, link.brand_id, identity::STRANGER, &id).await?;
    if let Some(identity) = stranger {
        return Ok((identity, Vec::new()));
    }
    let known = identity::view::find(tx, link.brand_id, identity::EMAIL, email).await?;
    match known {
        Some(identity) if identity.customer_id == link.customer_id => Ok((identity, Vec::new())),
        Some(_) => Err(Error::refused(Code::LinkExpired)),
        None => {
            let identity = Identity {
                id: cx.id(),
                brand_id: link.brand_id,
                customer_id: link.customer_id,
                kind: identity::EMAIL.to_owned(),
                subject: email.to_owned(),
                level: Level::None,
                level_until: None,
                created_at: cx.now,
            };
            match identity::actions::insert(tx, &identity).await? {
                Some(event) => Ok((identity, vec![event])),
                None => Err(proofdesk_store::Error::Conflict.into()),
            }
        }
    }
}

/// Revokes every link to a ticket and ends the sessions that came by one: the mail went to the wrong reader.
///
/// # Errors
/// `not-found`; `no-permission` without `ticket.reply` over the ticket.
pub async fn revoke(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<()> {
    let readable = cx.viewer.scope(Permission::TicketRead);
    let ticket = ticket::view::find(tx, public_id, &readable).await?.or_not_found()?;
    cx.viewer.staff()?;
    cx.viewer.require_at(Permission::TicketReply, &ticket.placement())?;
    let customer_id = ticket.customer_id;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    if sql::revoke(tx, ticket.id, cx.now).await? == 0 {
        return Ok(());
    }
    let mut events = vec![NewEvent::of(&TicketLinksRevoked { customer_id, ticket_id: ticket.id })?];
    let session_ids = sql::end_sessions(tx, customer_id, cx.now).await?;
    if !session_ids.is_empty() {
        events.push(NewEvent::of(&CustomerSessionsEnded { customer_id, session_ids })?);
    }
    chain.append(tx, cx, &events).await?;
    Ok(())
}

/// Ends every link that was mailed to the signed-in customer: whoever has one of them asks for a new one, and gets it at the
/// customer's address alone. Returns the event for the customer's chain, if there was one.
pub(crate) async fn end_own(
    tx: &Tx<'_>,
    cx: &Cx,
    customer_id: CustomerId,
) -> Result<Option<NewEvent>> {
    if sql::expire(tx, customer_id, cx.now).await? == 0 {
        return Ok(None);
    }
    Ok(Some(NewEvent::of(&TicketLinksEnded { customer_id })?))
}

/// Mails a new link to the address of one that is over, for whoever still has that one. Returns `false` when the old one can
/// still be opened: nothing is sent then.
///
/// # Errors
/// `not-found`; `link-expired` where no new one can be had: see [`view::way_on`].
pub async fn renew(tx: &Tx<'_>, cx: &mut Cx, id: TicketLinkId) -> Result<bool> {
    let link = view::find(tx, id).await?.or_not_found()?;
    let chain = log::lock(tx, &Stream::Customer(link.customer_id)).await?;
    match view::way_on(tx, id, cx.now).await? {
        WayOn::Open => return Ok(false),
        WayOn::Mail => {}
        WayOn::SignIn | WayOn::Nothing => return Err(Error::refused(Code::LinkExpired)),
    }
    let ticket = ticket::view::find(tx, &link.ticket, &Scope::Everything).await?.or_not_found()?;
    notification::actions::renew_link(tx, cx, &ticket).await?;
    let (customer_id, ticket_id) = (link.customer_id, link.ticket_id);
    let event = TicketLinkRenewed { ticket_link_id: id, customer_id, ticket_id };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(true)
}

/// Deletes up to `limit` links that are long over. Returns how many.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    sql::prune(tx, cx.now - limits::ENDED_AGE, limit).await
}
