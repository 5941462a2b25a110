//! Reading what customers were asked to prove. Whoever asks for that of a ticket has found the ticket visible.

use proofdesk_store::{Rx, params};

use super::{VerificationAsk, Wanted};
use crate::error::Result;
use crate::id::{CustomerId, Id as _, IdentityId, TicketId, VerificationAskId};
use crate::identity::{self, Identity, Level};
use crate::time::Timestamp;
use crate::{customer, limits};

macro_rules! ask {
    ($tail:literal) => {
        concat!(
            "select a.id, a.ticket_id, t.public_id, a.customer_id, a.identity_id, a.level, i.kind, a.asked_by, m.name, \
             a.asked_at, a.until_at, a.proven_at, a.withdrawn_by, w.name, a.withdrawn_at from verification_ask a \
             join ticket t on t.id = a.ticket_id join staff m on m.id = a.asked_by \
             left join staff w on w.id = a.withdrawn_by left join identity i on i.id = a.identity_id ",
            $tail
        )
    };
}

// What was asked in a ticket goes on with it. What is open stands first: the other of two may have been asked later.
pub(super) const LATEST: &str = ask!(
    "where a.ticket_id = $1 or a.ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $1) \
     order by case when a.proven_at is null and a.withdrawn_at is null and a.until_at > $2 then 0 else 1 end, \
     a.id desc limit 1"
);
pub(super) const BY_ID: &str = ask!("where a.id = $1");
// In the order in which chains are locked.
pub(super) const OPEN: &str = "select id, ticket_id, level from verification_ask where customer_id = $1 \
    and proven_at is null and withdrawn_at is null and until_at > $2 order by ticket_id, id limit $3";
pub(super) const COUNT_OPEN: &str = "select count(*) from verification_ask where customer_id = $1 \
    and proven_at is null and withdrawn_at is null and until_at > $2";

/// What the customer of a ticket was asked last, or is asked still, in it or in a ticket that goes on in it.
pub async fn latest(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    now: Timestamp,
) -> Result<Option<VerificationAsk>> {
    Ok(rx.query_opt(LATEST, params![ticket_id, now]).await?)
}

pub(super) async fn by_id(rx: &Rx<'_>, id: VerificationAskId) -> Result<Option<VerificationAsk>> {
    Ok(rx.query_opt(BY_ID, params![id]).await?)
}

/// Where a customer is asked right now, and how far they are to prove it.
pub(super) async fn open(
    rx: &Rx<'_>,
    customer_id: CustomerId,
    now: Timestamp,
) -> Result<Vec<(VerificationAskId, TicketId, Level)>> {
    let limit = limits::VERIFICATION_ASKS_PER_CUSTOMER;
    Ok(rx.query(OPEN, params![customer_id, now, limit]).await?)
}

pub(super) async fn count_open(
    rx: &Rx<'_>,
    customer_id: CustomerId,
    now: Timestamp,
) -> Result<i64> {
    Ok(rx.query_one::<(i64,)>(COUNT_OPEN, params![customer_id, now]).await?.0)
}

/// What a customer can be asked to prove, as far as anything can be asked of them: an account by signing in, else an address by opening
/// the link in a mail to it, whether or not somebody did so before.
pub async fn wanted(rx: &Rx<'_>, customer_id: CustomerId) -> Result<Option<Wanted>> {
    let identities = identity::view::list(rx, customer_id).await?;
    if let Some(level) = identity::provable(&identities) {
        let identity_id = newest(&identities, level);
        return Ok(Some(Wanted { identity_id, level }));
    }
    let Some(customer) = customer::view::load(rx, customer_id).await? else { return Ok(None) };
    let Some(email) = customer.email.as_deref() else { return Ok(None) };
    // The address of somebody else is opened by them alone.
    let known = identity::view::find(rx, customer.brand_id, identity::EMAIL, email).await?;
    Ok(known.is_none().then_some(Wanted { identity_id: None, level: Level::Email }))
}

/// The identity that a level is proven by: of several the one that came last.
fn newest(identities: &[Identity], level: Level) -> Option<IdentityId> {
    let proves = |one: &&Identity| match level {
        Level::SignedIn => one.kind == identity::PORTAL,
        Level::Email => one.kind == identity::EMAIL || one.kind == identity::STRANGER,
        Level::None => false,
    };
    identities.iter().filter(proves).max_by_key(|one| one.id.uuid()).map(|one| one.id)
}
