//! What the log says of a customer and of how far they are proven, held against their rows.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::event::CustomerCreated;
use crate::constraint;
use crate::error::Result;
use crate::id::{BrandId, CustomerId, IdentityId};
use crate::identity::Level;
use crate::identity::event::{IdentityAdded, IdentityVerified};
use crate::log::erasure::{Erased, Subject};
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[BRAND, IDENTITIES];

const BRAND: &str = "select brand_id from customer where id = $1";
const IDENTITIES: &str =
    "select id, kind, level, level_until from identity where customer_id = $1 order by id";

#[derive(Debug, PartialEq, Eq)]
struct Said {
    kind: String,
    level: Level,
    until: Option<Timestamp>,
}

/// The rows of a customer, and of what is kept about them, that are not as their events say.
pub(crate) async fn check_state(
    rx: &Rx<'_>,
    id: CustomerId,
    events: &[Event],
) -> Result<Vec<Differs>> {
    let (mut brand, mut told, mut blind) = (None, BTreeMap::<IdentityId, Said>::new(), false);
    let mut constraints = constraint::state::Told::default();
    for event in events {
        constraints.hear(event);
        blind |= event.payload.is_none() && event.kind.starts_with("identity.");
        if let Some(CustomerCreated { brand_id, .. }) = known(event) {
            brand = Some(brand_id);
        } else if let Some(IdentityAdded { identity_id, kind, .. }) = known(event) {
            told.insert(identity_id, Said { kind, level: Level::None, until: None });
        } else if let Some(IdentityVerified { identity_id, level, until, .. }) = known(event) {
            if let Some(said) = told.get_mut(&identity_id) {
                (said.level, said.until) = (level, until);
            }
        } else if let Some(Erased { subject: Subject::Customer, .. }) = known(event) {
            told.clear();
        }
    }
    let mut differ = Vec::new();
    let row: Option<(BrandId,)> = rx.query_opt(BRAND, params![id]).await?;
    match (row, brand) {
        (Some((found,)), Some(said)) if found != said => {
            differ.push(Differs::new("customer", id, "brand_id"));
        }
        (None, Some(_)) => differ.push(Differs::new("customer", id, "id")),
        _ => {}
    }
    if !blind {
        compare(rx, id, told, &mut differ).await?;
    }
    differ.extend(constraints.differ(rx, id).await?);
    Ok(differ)
}

async fn compare(
    rx: &Rx<'_>,
    id: CustomerId,
    mut told: BTreeMap<IdentityId, Said>,
    differ: &mut Vec<Differs>,
) -> Result<()> {
    let rows: Vec<(IdentityId, String, Level, Option<Timestamp>)> =
        rx.query(IDENTITIES, params![id]).await?;
    for (identity_id, kind, level, until) in rows {
        let Some(said) = told.remove(&identity_id) else {
            differ.push(Differs::new("identity", identity_id, "id"));
            continue;
        };
        let columns = [
            ("kind", said.kind == kind),
            ("level", said.level == level),
            ("level_until", said.until == until),
        ];
        differ.extend(Differs::of("identity", identity_id, columns));
    }
    differ.extend(told.into_keys().map(|id| Differs::new("identity", id, "id")));
    Ok(())
}
