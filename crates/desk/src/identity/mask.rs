//! What the guard's newer rules find in what accounts are called. A name by which somebody is known cannot be read by half: who has it
//! masked is known by it no more, as whoever came by it today would be refused, and whoever came by it before is signed out.

use proofdesk_store::{Rx, Tx, params};
use uuid::Uuid;

use super::event::IdentityMasked;
use super::view;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::IdentityId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::{Clean, name};
use crate::{session, ticket_link};

/// Every statement of the file.
pub const ALL: &[&str] = &[PAGE, SET_SUBJECT, SET_ACTS, SET_EVENTS];

// That of a stranger is an id of ours.
const PAGE: &str =
    "select id, subject from identity where id > $1 and kind <> 'stranger' order by id limit $2";
const SET_SUBJECT: &str = "update identity set subject = $1 where id = $2";
// They repeat it.
const SET_ACTS: &str =
    "update account_act set account = $1 where customer_id = $2 and account = $3";
const SET_EVENTS: &str =
    "update exchange_event set account = $1 where brand_id = $2 and account = $3";

/// Ids and subjects behind one of them.
pub(crate) async fn page(rx: &Rx<'_>, after: Uuid, limit: u32) -> Result<Vec<(Uuid, String)>> {
    Ok(rx.query(PAGE, params![after, limit]).await?)
}

/// What is to be read of a subject: nothing of one that is left as it is.
pub(crate) fn texts(subject: &str) -> Vec<String> {
    match name::holds_key(subject) {
        true => name::readings(subject).into(),
        false => Vec::new(),
    }
}

/// Reads a subject once more and masks a key or a phrase in it. Other numbers and words are left as they are: accounts are called by
/// programs, and an account that was taken for a card's number would be lost to its customer. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: IdentityId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some(seen) = view::by_id(tx, id).await? else { return Ok(false) };
    let customer_id = seen.customer_id;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    // Again behind the lock: the customer may have been erased meanwhile.
    let Some(identity) = view::by_id(tx, id).await? else { return Ok(false) };
    if identity.kind == super::STRANGER || !name::holds_key(&identity.subject) {
        return Ok(false);
    }
    let Some(clean) = found(&identity.subject)? else { return Ok(false) };
    // The mask is the same for two secrets, and a subject is of one identity.
    let subject = format!("{} {id}", clean.as_str());
    tx.exec(SET_SUBJECT, params![subject, id]).await?;
    tx.exec(SET_ACTS, params![subject, customer_id, identity.subject]).await?;
    tx.exec(SET_EVENTS, params![subject, identity.brand_id, identity.subject]).await?;
    let masked = IdentityMasked { customer_id, identity_id: id, kinds: clean.kinds() };
    let mut events = vec![NewEvent::of(&masked)?];
    // Who came in by it and who has a link to such an address would go on as somebody whom nothing names.
    events.extend(session::actions::end_of_identity(tx, cx, customer_id, id).await?);
    if identity.kind == super::EMAIL {
        events.extend(ticket_link::actions::end_own(tx, cx, customer_id).await?);
    }
    chain.append(tx, cx, &events).await?;
    Ok(true)
}

/// The subject as it is to be, in the first reading of which no key is left. Words of an address have no spaces between them: what the
/// guard finds behind marks and escapes alone is masked there, since nobody is known by the rest of it any more.
fn found(subject: &str) -> Result<Option<Clean>> {
    for reading in name::readings(subject) {
        if let Some(clean) = Clean::again(&reading)?
            && !name::holds_key(clean.as_str())
        {
            return Ok(Some(clean));
        }
    }
    Ok(None)
}
