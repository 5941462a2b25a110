//! The customer's list of who looked, and the one of whoever reads the audit.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use proofdesk_sealing::Keyring;
use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::event::AccountRead;
use super::{Look, Seen, StaffLook, pseudonym};
use crate::error::{OrNotFound as _, Result};
use crate::id::{CustomerId, EventId, Id as _, StaffId};
use crate::log::Payload as _;
use crate::permission::Permission;
use crate::rescan::event::ReasonMasked;
use crate::reveal::event::FieldRevealed;
use crate::ticket::view::Named;
use crate::time::Timestamp;
use crate::transcript::event::TranscriptExported;
use crate::viewer::{CustomerViewer, Viewer};
use crate::{customer, limits};

pub(super) const OF_CUSTOMER: &str = "select l.at, l.staff_id, e.kind, e.payload \
    from look l join event e on e.id = l.event_id \
    where l.customer_id = $1 order by l.at desc, l.event_id desc limit $2";
pub(super) const PAGE: &str = "select l.event_id, l.staff_id, s.name, l.at, e.kind, e.payload from look l \
    join event e on e.id = l.event_id join staff s on s.id = l.staff_id \
    where l.customer_id = $1 and l.at <= $2 and (l.at < $2 or l.event_id < $3) \
    order by l.at desc, l.event_id desc limit $4";
pub(super) const ROLES: &str = "select r.name from staff_role s join role r on r.id = s.role_id \
    where s.staff_id = $1 order by r.name";

pub(super) const RECENT: &str = "select count(*) from look l join event e on e.id = l.event_id \
    where l.customer_id = $1 and l.staff_id = $2 and l.at > $3 and e.kind = 'customer.account_read'";

/// Whether reading a customer's account now is another look than the member's last one.
///
/// # Errors
/// Only those of the store.
pub async fn is_new_look(
    rx: &Rx<'_>,
    staff_id: StaffId,
    customer_id: CustomerId,
    now: Timestamp,
) -> Result<bool> {
    let since = now - limits::LOOK_EVERY;
    let (n,): (i64,) = rx.query_one(RECENT, params![customer_id, staff_id, since]).await?;
    Ok(n == 0)
}

struct Found {
    at: Timestamp,
    staff_id: StaffId,
    kind: String,
    payload: Option<Vec<u8>>,
}

impl FromRow for Found {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { at: row.next()?, staff_id: row.next()?, kind: row.next()?, payload: row.next()? })
    }
}

impl Found {
    fn said(&self) -> (Seen, Option<String>) {
        let payload = self.payload.as_deref().unwrap_or_default();
        read(&self.kind, payload).unwrap_or((Seen::Unknown, None))
    }
}

fn read(kind: &str, payload: &[u8]) -> serde_json::Result<(Seen, Option<String>)> {
    match kind {
        AccountRead::KIND => {
            serde_json::from_slice::<AccountRead>(payload).map(|_| (Seen::Account, None))
        }
        // Its reason was masked later.
        ReasonMasked::KIND => {
            let masked: ReasonMasked = serde_json::from_slice(payload)?;
            match masked.told.as_str() {
                FieldRevealed::KIND => serde_json::from_value(masked.said).map(revealed),
                _ => serde_json::from_value(masked.said).map(exported),
            }
        }
        FieldRevealed::KIND => serde_json::from_slice(payload).map(revealed),
        _ => serde_json::from_slice(payload).map(exported),
    }
}

fn revealed(said: FieldRevealed) -> (Seen, Option<String>) {
    (Seen::Field(said.field), Some(said.reason))
}

fn exported(said: TranscriptExported) -> (Seen, Option<String>) {
    (Seen::Transcript(said.public_id), Some(said.reason))
}

/// A page of who looked at a customer's data, newest first, before `before` (the last row of the page before; everything when `None`).
///
/// # Errors
/// `no-permission` without `audit.read`; `not-found` for customers whom the viewer does not see.
pub async fn page(
    rx: &Rx<'_>,
    viewer: &Viewer,
    customer_id: CustomerId,
    before: Option<(Timestamp, EventId)>,
    limit: u32,
) -> Result<Vec<StaffLook>> {
    viewer.require(Permission::AuditRead)?;
    let scope = viewer.scope(Permission::CustomerRead);
    customer::view::visible(rx, &scope, customer_id).await?.or_not_found()?;
    let (at, id) = match before {
        Some((at, id)) => (at, id.uuid()),
        None => (Timestamp::from_micros(i64::MAX), Uuid::max()),
    };
    let rows: Vec<Listed> = rx.query(PAGE, params![customer_id, at, id, limit]).await?;
    let looks = rows.into_iter().map(|Listed { id, name, found }| {
        let (seen, reason) = found.said();
        StaffLook { id, at: found.at, by: Named { id: found.staff_id, name }, seen, reason }
    });
    Ok(looks.collect())
}

/// A look with the names of what the list of whoever reads the audit says.
struct Listed {
    id: EventId,
    name: String,
    found: Found,
}

impl FromRow for Listed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (id, staff_id, name) = (row.next()?, row.next()?, row.next()?);
        let (at, kind, payload) = (row.next()?, row.next()?, row.next()?);
        Ok(Self { id, name, found: Found { at, staff_id, kind, payload } })
    }
}

/// Who looked at a customer's own data, newest first, at most [`limits::LOOKS`].
///
/// # Errors
/// Only those of the store.
pub async fn own(rx: &Rx<'_>, keyring: &Keyring, me: &CustomerViewer) -> Result<Vec<Look>> {
    let found: Vec<Found> = rx.query(OF_CUSTOMER, params![me.customer_id, limits::LOOKS]).await?;
    let mut roles: BTreeMap<StaffId, Vec<String>> = BTreeMap::new();
    let mut looks = Vec::with_capacity(found.len());
    for one in found {
        let roles = match roles.entry(one.staff_id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let names: Vec<(String,)> = rx.query(ROLES, params![one.staff_id]).await?;
                new.insert(names.into_iter().map(|(name,)| name).collect())
            }
        };
        let (seen, reason) = one.said();
        looks.push(Look {
            at: one.at,
            pseudonym: pseudonym(keyring, one.staff_id, me.customer_id),
            roles: roles.clone(),
            seen,
            reason,
        });
    }
    Ok(looks)
}
