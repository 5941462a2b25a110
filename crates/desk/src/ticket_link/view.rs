//! Looking at a link before it is opened.

use proofdesk_store::{Rx, params};

use super::{TicketLink, TicketLinkFacts, WayOn};
use crate::error::{OrNotFound as _, Result};
use crate::id::{CustomerId, TicketLinkId};
use crate::identity::Level;
use crate::notification::{self, Channel, rule};
use crate::time::Timestamp;
use crate::verification;

pub(super) const FIND: &str = "select l.id, l.ticket_id, l.customer_id, l.recipient, l.expires_at, l.revoked_at, \
    t.public_id, t.brand_id from ticket_link l join ticket t on t.id = l.ticket_id and t.customer_id = l.customer_id \
    where l.id = $1";
pub(super) const HAS_ACCOUNT: &str =
    "select count(*) from identity where customer_id = $1 and kind = 'portal'";
pub(super) const EMAIL: &str = "select email from customer where id = $1";

/// What a link leads to, without opening it. Whoever shows the token may know.
///
/// # Errors
/// `not-found`, `link-expired`.
pub async fn peek(rx: &Rx<'_>, id: TicketLinkId, now: Timestamp) -> Result<TicketLinkFacts> {
    let link = find(rx, id).await?.or_not_found()?;
    link.require_usable(now)?;
    let asked = verification::view::latest(rx, link.ticket_id, now).await?;
    let is_asked = asked.is_some_and(|ask| {
        ask.standing(now) == verification::Standing::Asked && ask.wanted.level == Level::Email
    });
    Ok(TicketLinkFacts { ticket: link.ticket, expires_at: link.expires_at, is_asked })
}

/// How whoever shows the token of a link gets on.
///
/// # Errors
/// `not-found`.
pub async fn way_on(rx: &Rx<'_>, id: TicketLinkId, now: Timestamp) -> Result<WayOn> {
    let link = find(rx, id).await?.or_not_found()?;
    if has_account(rx, link.customer_id).await? {
        return Ok(WayOn::SignIn);
    }
    let is_current = email(rx, link.customer_id)
        .await?
        .is_some_and(|email| rule::recipient(&email) == link.recipient);
    if link.revoked_at.is_some() || !is_current {
        return Ok(WayOn::Nothing);
    }
    if link.require_usable(now).is_ok() {
        return Ok(WayOn::Open);
    }
    let mails = notification::view::is_open(rx, Channel::Mail).await?;
    Ok(if mails { WayOn::Mail } else { WayOn::Nothing })
}

pub(super) async fn find(rx: &Rx<'_>, id: TicketLinkId) -> Result<Option<TicketLink>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

pub(super) async fn has_account(rx: &Rx<'_>, id: CustomerId) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(HAS_ACCOUNT, params![id]).await?;
    Ok(n > 0)
}

/// The customer's present address.
pub(super) async fn email(rx: &Rx<'_>, id: CustomerId) -> Result<Option<String>> {
    Ok(rx.query_opt::<(Option<String>,)>(EMAIL, params![id]).await?.and_then(|(email,)| email))
}
