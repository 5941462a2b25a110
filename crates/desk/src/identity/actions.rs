//! Adding and proving identities.

use proofdesk_store::Tx;

use super::event::{IdentityAdded, IdentityVerified};
use super::{Identity, Level, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{CustomerId, IdentityId};
use crate::log::{self, NewEvent, Stream};
use crate::text::Clean;
use crate::time::Timestamp;
use crate::{customer, limits, verification};

/// Adds an identity, unproven, to a customer.
///
/// # Errors
/// `no-permission` for everybody but the desk itself; `field-taken` when the brand knows the subject already;
/// `holds-secret` for one that the guard would change; `not-found`.
pub async fn add(
    tx: &Tx<'_>,
    cx: &mut Cx,
    customer_id: CustomerId,
    kind: &str,
    subject: &str,
) -> Result<IdentityId> {
    cx.viewer.require_inside()?;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    let customer = customer::view::load(tx, customer_id).await?.or_not_found()?;
    let kind = Clean::line("kind", kind, limits::SLUG_CHARS)?;
    let subject = Clean::line("subject", subject, limits::EXCHANGE_NAME_CHARS)?;
    // A masked subject would be the same as every other masked one.
    if !subject.findings().is_empty() {
        return Err(Error::field("subject", Code::HoldsSecret));
    }
    let identity = Identity {
        id: cx.id(),
        brand_id: customer.brand_id,
        customer_id,
        kind: kind.as_str().to_owned(),
        subject: subject.as_str().to_owned(),
        level: Level::None,
        level_until: None,
        created_at: cx.now,
    };
    let event = insert(tx, &identity).await?;
    let event = event.ok_or_else(|| Error::field("subject", Code::FieldTaken))?;
    chain.append(tx, cx, &[event]).await?;
    Ok(identity.id)
}

/// Inserts an identity and returns its event; `None` when the brand knows the subject already.
pub(crate) async fn insert(tx: &Tx<'_>, identity: &Identity) -> Result<Option<NewEvent>> {
    if !sql::insert(tx, identity).await? {
        return Ok(None);
    }
    let event = IdentityAdded {
        customer_id: identity.customer_id,
        identity_id: identity.id,
        kind: identity.kind.clone(),
    };
    Ok(Some(NewEvent::of(&event)?))
}

/// Notes how far an identity is proven, and until when (`None`: for good).
///
/// # Errors
/// `no-permission` for everybody but the desk itself: nobody declares themself or others verified. `not-found`.
pub async fn verify(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: IdentityId,
    level: Level,
    until: Option<Timestamp>,
) -> Result<()> {
    cx.viewer.require_inside()?;
    let identity = view::by_id(tx, id).await?.or_not_found()?;
    let chain = log::lock(tx, &Stream::Customer(identity.customer_id)).await?;
    let event = set_level(tx, &identity, level, until).await?;
    chain.append(tx, cx, &[event]).await?;
    // A level that is over by now proves nothing to anybody.
    if until.is_none_or(|until| until > cx.now) {
        Box::pin(verification::actions::proven(tx, cx, &identity, level)).await?;
    }
    Ok(())
}

/// Writes a level and returns its event.
pub(crate) async fn set_level(
    tx: &Tx<'_>,
    identity: &Identity,
    level: Level,
    until: Option<Timestamp>,
) -> Result<NewEvent> {
    sql::set_level(tx, identity.id, level, until).await?;
    let (customer_id, identity_id) = (identity.customer_id, identity.id);
    NewEvent::of(&IdentityVerified { customer_id, identity_id, level, until })
}
