use std::net::IpAddr;

use proofdesk_store::Tx;

use super::{Letter, from};
use crate::code::Code;
use crate::customer::actions::NewCustomer;
use crate::cx::Cx;
use crate::error::{Attempt, Error, Result};
use crate::form::{self, actions::open_complete};
use crate::id::PublicId;
use crate::identity::{self, Identity, Level};
use crate::log::{self, Stream};
use crate::notification::rule;
use crate::permission::Permission;
use crate::quota::{Kind, actions::take};
use crate::ticket::RiskCause;
use crate::ticket::actions::{Edit, NewTicket};
use crate::viewer::{CustomerViewer, Viewer};
use crate::{attachment, customer, limits};

/// Opens a ticket for somebody without a session, and mails one link to it where mails go and the address had none today. One about
/// an account that was taken goes before all others; no account is touched by it.
///
/// The refusal of who writes too much comes as an [`Attempt`]: `rate-limited` for the network, `address-spent` for the address.
///
/// # Errors
/// `field-invalid` for the category; `field-required` for each mandatory question without an answer, by its key; those of
/// opening a ticket.
pub async fn write(tx: &Tx<'_>, cx: &mut Cx, letter: &Letter) -> Result<Attempt<PublicId>> {
    if let Err(spent) = count(tx, cx, letter).await? {
        return Ok(Err(spent));
    }
    let (_, form) = form::view::find(tx, letter.brand_id, &letter.ticket.category)
        .await?
        .ok_or_else(|| Error::field("category", Code::FieldInvalid))?;
    become_customer(tx, cx, letter).await?;
    for file in &letter.files {
        attachment::actions::record(tx, cx, file).await?;
    }
    let attachment_ids = letter.files.iter().map(|file| file.id).collect();
    let new = NewTicket { customer_id: None, attachment_ids, ..letter.ticket.clone() };
    let (answers, leaked) = (letter.answers.clone(), letter.leaked_before);
    let ticket = open_complete(tx, cx, &new, &form, answers, leaked).await?;
    if letter.is_of_theft() {
        let reply = Permission::TicketReply;
        let mut edit = Edit::begin(tx, cx, &ticket.public_id, reply, None).await?;
        edit.raise_risk(cx, RiskCause::AccountTaken);
        edit.save(tx, cx).await?;
    }
    Ok(Ok(ticket.public_id))
}

async fn count(tx: &Tx<'_>, cx: &Cx, letter: &Letter) -> Result<Attempt<()>> {
    let kind = if letter.is_of_theft() { Kind::StrangerTheft } else { Kind::StrangerFrom };
    let (most, window, now) = (limits::STRANGERS_FROM, limits::STRANGER_WINDOW, cx.now);
    let taken = take(tx, kind, &from(letter.address), most, window, now).await?;
    if let Err(spent) = taken {
        // A code of its own, because another address would not help.
        return Ok(Err(spent.under(Code::RateLimited)));
    }
    if letter.is_of_theft() {
        return Ok(Ok(()));
    }
    let subject = hex::encode(rule::recipient(letter.email.as_str()));
    let (most, window) = (limits::STRANGERS_OF, limits::STRANGER_ADDRESS_WINDOW);
    let taken = take(tx, Kind::StrangerOf, &subject, most, window, now).await?;
    Ok(taken.map(|_left| ()).map_err(|spent| spent.under(Code::AddressSpent)))
}

/// Makes the customer of a message, who has proven nothing, and lets the rest of the verb act as them. Nobody is signed in by it:
/// there is no session behind it.
async fn become_customer(tx: &Tx<'_>, cx: &mut Cx, letter: &Letter) -> Result<()> {
    let new = NewCustomer {
        brand_id: letter.brand_id,
        name: None,
        email: Some(letter.email.as_str().to_owned()),
        phone: None,
        uid: None,
        locale: Some(cx.locale),
        time_zone: letter.time_zone.clone(),
    };
    let (customer, created) = customer::actions::insert(tx, cx, &new).await?;
    let identity = Identity {
        id: cx.id(),
        brand_id: letter.brand_id,
        customer_id: customer.id,
        kind: identity::STRANGER.to_owned(),
        subject: customer.id.to_string(),
        level: Level::None,
        level_until: None,
        created_at: cx.now,
    };
    let added = identity::actions::insert(tx, &identity).await?;
    let added = added.ok_or(Error::Broken { what: "an id that was there before" })?;
    cx.viewer = Viewer::Customer(CustomerViewer {
        customer_id: customer.id,
        identity_id: identity.id,
        brand_id: letter.brand_id,
        session_id: cx.id(),
    });
    log::begin(tx, cx, &Stream::Customer(customer.id), &[created, added]).await?;
    Ok(())
}

/// Counts a file that is about to come without a session.
///
/// # Errors
/// None; the refusal, `rate-limited`, comes as an [`Attempt`].
pub async fn count_file(tx: &Tx<'_>, cx: &Cx, address: IpAddr) -> Result<Attempt<()>> {
    let (most, window) = (limits::STRANGER_FILES_FROM, limits::STRANGER_WINDOW);
    let taken = take(tx, Kind::StrangerFiles, &from(address), most, window, cx.now).await?;
    Ok(taken.map(|_left| ()).map_err(|spent| spent.under(Code::RateLimited)))
}

/// Counts a text that somebody without a session has looked at before they send it. The text itself does not come here.
///
/// # Errors
/// None; the refusal, `rate-limited`, comes as an [`Attempt`].
pub async fn count_check(tx: &Tx<'_>, cx: &Cx, address: IpAddr) -> Result<Attempt<()>> {
    let (most, window) = (limits::STRANGER_CHECKS_FROM, limits::STRANGER_WINDOW);
    let taken = take(tx, Kind::StrangerChecks, &from(address), most, window, cx.now).await?;
    Ok(taken.map(|_left| ()).map_err(|spent| spent.under(Code::RateLimited)))
}
