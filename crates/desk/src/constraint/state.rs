//! What the log says of a customer's constraints, held against their rows.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::Kind;
use super::event::{ConstraintAdded, ConstraintChanged, ConstraintEnded};
use crate::customer_erasure::event::CustomerErasureAsked;
use crate::error::Result;
use crate::id::{ConstraintId, CustomerId, StaffId};
use crate::log::Payload as _;
use crate::log::erasure::{Erased, Subject};
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::time::Timestamp;
use crate::transfer;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROWS];

const TABLE: &str = "account_constraint";
const ROWS: &str = "select id, kind, from_at, until_at, made_by, created_at, ended_by, ended_at \
    from account_constraint where customer_id = $1 order by id";

#[derive(Debug)]
struct Said {
    kind: Kind,
    from: Timestamp,
    until: Option<Timestamp>,
    /// As the log writes actors.
    made_by: String,
    created_at: Timestamp,
    ended: Option<(String, Timestamp)>,
}

/// What the events say of all constraints of a customer.
#[derive(Debug, Default)]
pub(crate) struct Told {
    constraints: BTreeMap<ConstraintId, Said>,
    /// An event was erased: nothing can be said any more.
    blind: bool,
}

/// A constraint's row.
struct Found {
    id: ConstraintId,
    kind: Kind,
    from: Timestamp,
    until: Option<Timestamp>,
    made_by: StaffId,
    created_at: Timestamp,
    ended_by: Option<StaffId>,
    ended_at: Option<Timestamp>,
}

impl FromRow for Found {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            kind: row.next()?,
            from: row.next()?,
            until: row.next()?,
            made_by: row.next()?,
            created_at: row.next()?,
            ended_by: row.next()?,
            ended_at: row.next()?,
        })
    }
}

impl Told {
    pub fn hear(&mut self, event: &Event) {
        self.blind |= event.payload.is_none() && event.kind.starts_with("constraint.");
        if let Some(ConstraintAdded { constraint_id, kind, from, until, .. }) = known(event) {
            let (made_by, created_at) = (event.actor.clone(), event.at);
            let said = Said { kind, from, until, made_by, created_at, ended: None };
            self.constraints.insert(constraint_id, said);
        } else if let Some(ConstraintChanged { constraint_id, kind, from, until, .. }) =
            known(event)
        {
            if let Some(said) = self.constraints.get_mut(&constraint_id) {
                (said.kind, said.from, said.until) = (kind, from, until);
            }
        } else if let Some(ConstraintEnded { constraint_id, .. }) = known(event) {
            if let Some(said) = self.constraints.get_mut(&constraint_id) {
                said.ended = Some((event.actor.clone(), event.at));
            }
        } else if is_erasure(event) {
            self.constraints.clear();
        }
    }

    /// The rows that are not as the events say.
    pub async fn differ(mut self, rx: &Rx<'_>, customer_id: CustomerId) -> Result<Vec<Differs>> {
        let mut differ = Vec::new();
        if self.blind {
            return Ok(differ);
        }
        let rows: Vec<Found> = rx.query(ROWS, params![customer_id]).await?;
        for row in rows {
            let Some(said) = self.constraints.remove(&row.id) else {
                differ.push(Differs::new(TABLE, row.id, "id"));
                continue;
            };
            let (by, at) = said.ended.unzip();
            let columns = [
                ("kind", said.kind == row.kind),
                ("from_at", said.from == row.from),
                ("until_at", said.until == row.until),
                // Of one that was brought from another desk the log does not say who made it there.
                (
                    "made_by",
                    transfer::is_quiet(&said.made_by) || said.made_by == actor(row.made_by),
                ),
                ("created_at", said.created_at == row.created_at),
                ("ended_by", by == row.ended_by.map(actor)),
                ("ended_at", at == row.ended_at),
            ];
            differ.extend(Differs::of(TABLE, row.id, columns));
        }
        differ.extend(self.constraints.into_keys().map(|id| Differs::new(TABLE, id, "id")));
        Ok(differ)
    }
}

fn actor(id: StaffId) -> String {
    format!("staff:{id}")
}

/// The rows go with the customer: when somebody asks, and once more when they ask again, of which the ledger has no new line.
fn is_erasure(event: &Event) -> bool {
    let erased = known::<Erased>(event).is_some_and(|erased| erased.subject == Subject::Customer);
    erased || event.kind == CustomerErasureAsked::KIND
}
