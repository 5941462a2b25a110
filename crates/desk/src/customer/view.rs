//! Reading customers: masked for staff, in clear for themselves.

use proofdesk_store::{Rx, params};

use super::{Customer, CustomerFacts, Erasing, Field, MaskedField, MaskedIdentity, OwnFacts, mask};
use crate::error::{OrNotFound as _, Result};
use crate::id::{BrandId, CustomerId, StaffId, TeamId};
use crate::time::Timestamp;
use crate::viewer::{CustomerViewer, Placement, Scope};
use crate::{customer_erasure, identity};

pub(super) const FIND: &str = "select id, brand_id, name, email, phone, uid, locale, time_zone, created_at, \
    updated_at, version from customer where id = $1";
pub(super) const PAGE: &str = "select id, brand_id, name, email, phone, uid, locale, time_zone, created_at, \
    updated_at, version from customer where id > $1 and (updated_at >= $2 or exists \
    (select 1 from ticket t where t.customer_id = customer.id and t.updated_at >= $2)) order by id limit $3";
pub(super) const PLACEMENTS: &str =
    "select distinct brand_id, assignee_id, team_id from ticket where customer_id = $1 limit 1000";

/// A customer with every personal field masked, or `None` when they are not in `scope`.
///
/// Staff see a customer who belongs to one of their brands or has a ticket in their scope.
pub async fn masked(
    rx: &Rx<'_>,
    scope: &Scope,
    id: CustomerId,
    now: Timestamp,
) -> Result<Option<CustomerFacts>> {
    let Some(customer) = visible(rx, scope, id).await? else { return Ok(None) };
    let fields = Field::ALL.iter().filter_map(|field| {
        let value = customer.field(*field)?;
        Some(MaskedField { field: *field, masked: mask::field(*field, value) })
    });
    let identities = identity::view::list(rx, id).await?;
    let identities = identities.into_iter().map(|identity| MaskedIdentity {
        level: identity.level_at(now),
        subject: mask::subject(&identity.subject),
        kind: identity.kind,
        level_until: identity.level_until,
    });
    let erasure = match customer_erasure::view::find(rx, id).await? {
        Some(erasure) => {
            Some(Erasing { erasure, tickets: customer_erasure::view::tickets(rx, id).await? })
        }
        None => None,
    };
    Ok(Some(CustomerFacts {
        id,
        erasure,
        brand_id: customer.brand_id,
        fields: fields.collect(),
        identities: identities.collect(),
        locale: customer.locale,
        time_zone: customer.time_zone,
        created_at: customer.created_at,
        version: customer.version,
    }))
}

/// The signed-in customer's own facts, in clear.
pub async fn own(rx: &Rx<'_>, me: &CustomerViewer) -> Result<OwnFacts> {
    let customer = load(rx, me.customer_id).await?.or_not_found()?;
    Ok(OwnFacts {
        id: customer.id,
        brand_id: customer.brand_id,
        name: customer.name,
        email: customer.email,
        phone: customer.phone,
        uid: customer.uid,
        locale: customer.locale,
        time_zone: customer.time_zone,
        identities: identity::view::list(rx, me.customer_id).await?,
        version: customer.version,
    })
}

/// The signed-in customer's own UID, when the exchange told it.
pub async fn own_uid(rx: &Rx<'_>, me: &CustomerViewer) -> Result<Option<String>> {
    Ok(load(rx, me.customer_id).await?.and_then(|customer| customer.uid))
}

/// The brand of a customer in `scope`, or `None`.
pub async fn brand_of(rx: &Rx<'_>, id: CustomerId, scope: &Scope) -> Result<Option<BrandId>> {
    Ok(visible(rx, scope, id).await?.map(|customer| customer.brand_id))
}

/// The customer in clear, or `None` when they are not in `scope`.
pub(crate) async fn visible(
    rx: &Rx<'_>,
    scope: &Scope,
    id: CustomerId,
) -> Result<Option<Customer>> {
    let Some(customer) = load(rx, id).await? else { return Ok(None) };
    if scope.admits(&at_home(id, customer.brand_id)) {
        return Ok(Some(customer));
    }
    if matches!(scope, Scope::Nothing | Scope::Customer(_)) {
        return Ok(None);
    }
    let seen = in_tickets(rx, id).await?.iter().any(|at| scope.admits(at));
    Ok(seen.then_some(customer))
}

/// Customers in clear that changed since a moment, or a ticket of theirs, after one of them. Whose they are to see is the caller's matter.
pub(crate) async fn page(
    rx: &Rx<'_>,
    after: uuid::Uuid,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Customer>> {
    Ok(rx.query(PAGE, params![after, since, limit]).await?)
}

/// Everywhere that a customer can be seen from, for whoever tells many viewers of them at once: [`visible`] says the same for one.
///
/// # Errors
/// Only those of the store.
pub async fn places(rx: &Rx<'_>, id: CustomerId) -> Result<Vec<Placement>> {
    let Some(customer) = load(rx, id).await? else { return Ok(Vec::new()) };
    let mut places = in_tickets(rx, id).await?;
    places.push(at_home(id, customer.brand_id));
    Ok(places)
}

/// The customer belongs to their brand, whether they ever wrote or not.
fn at_home(customer_id: CustomerId, brand_id: BrandId) -> Placement {
    Placement { brand_id, customer_id, assignee_id: None, team_id: None }
}

async fn in_tickets(rx: &Rx<'_>, customer_id: CustomerId) -> Result<Vec<Placement>> {
    let tickets: Vec<(BrandId, Option<StaffId>, Option<TeamId>)> =
        rx.query(PLACEMENTS, params![customer_id]).await?;
    let placed = tickets.into_iter().map(|(brand_id, assignee_id, team_id)| Placement {
        brand_id,
        customer_id,
        assignee_id,
        team_id,
    });
    Ok(placed.collect())
}

/// The name of the customer of a ticket that the caller found visible, as it is stored.
pub async fn name(rx: &Rx<'_>, id: CustomerId) -> Result<Option<String>> {
    Ok(load(rx, id).await?.and_then(|customer| customer.name))
}

pub(crate) async fn load(rx: &Rx<'_>, id: CustomerId) -> Result<Option<Customer>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}
