//! What the log says of what a ticket's customer was asked to prove, held against the rows.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::event::{VerificationAsked, VerificationProven, VerificationWithdrawn};
use crate::error::Result;
use crate::id::{CustomerId, IdentityId, StaffId, TicketId, VerificationAskId};
use crate::identity::Level;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROWS];

const TABLE: &str = "verification_ask";
const ROWS: &str = "select a.id, a.identity_id, a.level, a.asked_by, a.asked_at, a.until_at, a.proven_by, a.proven_at, \
    a.withdrawn_by, a.withdrawn_at, a.customer_id, t.customer_id \
    from verification_ask a join ticket t on t.id = a.ticket_id where a.ticket_id = $1 order by a.id";

#[derive(Debug)]
struct Said {
    identity_id: Option<IdentityId>,
    level: Level,
    /// As the log writes actors.
    asked_by: String,
    asked_at: Timestamp,
    until: Timestamp,
    proven: Option<(IdentityId, Timestamp)>,
    /// By no member where it was the desk's own doing.
    withdrawn: Option<(Option<String>, Timestamp)>,
}

struct Found {
    id: VerificationAskId,
    identity_id: Option<IdentityId>,
    level: Level,
    asked_by: StaffId,
    asked_at: Timestamp,
    until: Timestamp,
    proven_by: Option<IdentityId>,
    proven_at: Option<Timestamp>,
    withdrawn_by: Option<StaffId>,
    withdrawn_at: Option<Timestamp>,
    customer_id: CustomerId,
    /// The ticket's.
    owner_id: CustomerId,
}

impl FromRow for Found {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            identity_id: row.next()?,
            level: row.next()?,
            asked_by: row.next()?,
            asked_at: row.next()?,
            until: row.next()?,
            proven_by: row.next()?,
            proven_at: row.next()?,
            withdrawn_by: row.next()?,
            withdrawn_at: row.next()?,
            customer_id: row.next()?,
            owner_id: row.next()?,
        })
    }
}

/// Names the rows of a ticket's asks that are not as its events say.
pub(crate) async fn check_state(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    events: &[Event],
) -> Result<Vec<Differs>> {
    let mut told = told(events);
    let mut differ = Vec::new();
    let rows: Vec<Found> = rx.query(ROWS, params![ticket_id]).await?;
    for row in rows {
        let Some(said) = told.remove(&row.id) else {
            differ.push(Differs::new(TABLE, row.id, "id"));
            continue;
        };
        let (proven_by, proven_at) = said.proven.unzip();
        let (withdrawn_by, withdrawn_at) = said.withdrawn.unzip();
        let columns = [
            ("customer_id", row.customer_id == row.owner_id),
            ("identity_id", said.identity_id == row.identity_id),
            ("level", said.level == row.level),
            ("asked_by", said.asked_by == actor(row.asked_by)),
            ("asked_at", said.asked_at == row.asked_at),
            ("until_at", said.until == row.until),
            ("proven_by", proven_by == row.proven_by),
            ("proven_at", proven_at == row.proven_at),
            ("withdrawn_by", withdrawn_by.flatten() == row.withdrawn_by.map(actor)),
            ("withdrawn_at", withdrawn_at == row.withdrawn_at),
        ];
        differ.extend(Differs::of(TABLE, row.id, columns));
    }
    differ.extend(told.into_keys().map(|id| Differs::new(TABLE, id, "id")));
    Ok(differ)
}

fn told(events: &[Event]) -> BTreeMap<VerificationAskId, Said> {
    let mut told: BTreeMap<VerificationAskId, Said> = BTreeMap::new();
    for event in events {
        if let Some(VerificationAsked { ask_id, identity_id, level, until }) = known(event) {
            let (asked_by, asked_at) = (event.actor.clone(), event.at);
            let (proven, withdrawn) = (None, None);
            let said = Said { identity_id, level, asked_by, asked_at, until, proven, withdrawn };
            told.insert(ask_id, said);
        } else if let Some(VerificationProven { ask_id, identity_id, .. }) = known(event) {
            if let Some(said) = told.get_mut(&ask_id) {
                said.proven = Some((identity_id, event.at));
            }
        } else if let Some(VerificationWithdrawn { ask_id }) = known(event)
            && let Some(said) = told.get_mut(&ask_id)
        {
            let by = Some(event.actor.clone()).filter(|actor| actor.starts_with("staff:"));
            said.withdrawn = Some((by, event.at));
        }
    }
    told
}

fn actor(id: StaffId) -> String {
    format!("staff:{id}")
}
