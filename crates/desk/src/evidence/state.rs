//! What the log says of a ticket's evidence beside the facts themselves, held against its rows: where it was found, who added it
//! and when, and what filters find it by.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{EvidenceAdded, EvidenceChanged, EvidenceFact, EvidenceFound, EvidenceRemoved, sql};
use crate::error::Result;
use crate::id::{EvidenceId, Id as _, MessageId, TicketId};
use crate::log::erasure::{Erased, Subject};
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::ticket::Author;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROWS];

const ROWS: &str = "select id, message_id, network, asset, author_kind, author_id, created_at from evidence \
    where ticket_id = $1 order by id";

/// What facts do not say of a row.
#[derive(Debug)]
struct Beside {
    id: EvidenceId,
    message_id: Option<MessageId>,
    network: Option<String>,
    asset: Option<String>,
    added: Added,
}

impl FromRow for Beside {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            message_id: row.next()?,
            network: row.next()?,
            asset: row.next()?,
            added: Added { author: row.next()?, author_id: row.next()?, at: row.next()? },
        })
    }
}

/// Who added something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Added {
    author: Author,
    author_id: Option<Uuid>,
    at: Timestamp,
}

impl Added {
    /// By whose event tells it.
    fn with(event: &Event) -> Self {
        let (author, author_id) = match event.actor.split_once(':') {
            Some(("customer", id)) => (Author::Customer, id.parse().ok()),
            Some(("staff", id)) => (Author::Staff, id.parse().ok()),
            _ => (Author::System, None),
        };
        Self { author, author_id, at: event.at }
    }
}

/// What the events say of one piece.
#[derive(Debug)]
struct Said {
    fact: EvidenceFact,
    message_id: Option<MessageId>,
    /// `None` for what was said anew: the event that told it first is erased.
    added: Option<Added>,
}

/// Names the rows of a ticket's evidence that are not as its events say. Which rows there are, and their facts, are the ticket's
/// own to compare.
pub(crate) async fn check_state(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    events: &[Event],
) -> Result<Vec<Differs>> {
    let (told, mut differ) = (fold(events), Vec::new());
    for row in rx.query::<Beside>(ROWS, params![ticket_id]).await? {
        differ.extend(told.get(&row.id).into_iter().flat_map(|said| said.differ(&row)));
    }
    Ok(differ)
}

fn fold(events: &[Event]) -> BTreeMap<EvidenceId, Said> {
    let masks: BTreeSet<Timestamp> = events.iter().filter_map(erases_payload).collect();
    let mut told = BTreeMap::<EvidenceId, Said>::new();
    for event in events {
        if let Some(EvidenceFound { message_id, evidence }) = known(event) {
            for fact in evidence {
                let is_first = was_made_at(fact.id, event.at) && !masks.contains(&event.at);
                let added = is_first.then(|| Added::with(event));
                let said = Said { fact, message_id: Some(message_id), added };
                told.insert(said.fact.id, said);
            }
        } else if let Some(EvidenceAdded { evidence }) = known(event) {
            let added = Some(Added::with(event));
            told.insert(evidence.id, Said { fact: evidence, message_id: None, added });
        } else if let Some(EvidenceChanged { evidence }) = known(event) {
            if let Some(said) = told.get_mut(&evidence.id) {
                said.fact = evidence;
            }
        } else if let Some(EvidenceRemoved { evidence_id }) = known(event) {
            told.remove(&evidence_id);
        }
    }
    told
}

/// When an event says that a payload was erased. What that told is said anew in the same moment, by whoever masked it.
fn erases_payload(event: &Event) -> Option<Timestamp> {
    let erased: Erased = known(event)?;
    (erased.subject == Subject::Payload).then_some(event.at)
}

/// Whether an id is of this moment: its first 48 bits are the clock in milliseconds (RFC 9562, section 5.7).
fn was_made_at(id: EvidenceId, at: Timestamp) -> bool {
    id.uuid().as_u128() >> 80 == u128::from(at.millis())
}

impl Said {
    fn differ(&self, row: &Beside) -> Vec<Differs> {
        let is_added = |same: fn(&Added, &Added) -> bool| {
            self.added.as_ref().is_none_or(|added| same(added, &row.added))
        };
        let columns = [
            ("message_id", self.message_id == row.message_id),
            ("network", sql::network(&self.fact) == row.network.as_deref()),
            ("asset", sql::asset(&self.fact) == row.asset.as_deref()),
            ("author_kind", is_added(|said, row| said.author == row.author)),
            ("author_id", is_added(|said, row| said.author_id == row.author_id)),
            ("created_at", is_added(|said, row| said.at == row.at)),
        ];
        Differs::of("evidence", row.id, columns)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::evidence::Check;
    use crate::id::EventId;
    use crate::log::Payload;

    const CUSTOMER: Uuid = Uuid::from_u128(0xC0);
    const WRITTEN: Timestamp = Timestamp::from_micros(5_000_123);
    const MASKED: Timestamp = Timestamp::from_micros(9_000_456);

    fn told<P: Payload>(at: Timestamp, actor: &str, payload: &P) -> Event {
        Event {
            id: EventId::from_uuid(Uuid::nil()),
            stream: "ticket:x".to_owned(),
            seq: 1,
            at,
            actor: actor.to_owned(),
            kind: P::KIND.to_owned(),
            v: P::V,
            payload: Some(serde_json::to_vec(payload).unwrap()),
        }
    }

    fn found() -> EvidenceFound {
        let fact = EvidenceFact {
            id: EvidenceId::from_uuid(Uuid::from_u128(u128::from(WRITTEN.millis()) << 80)),
            kind: "ticker".to_owned(),
            value: "BTC".to_owned(),
            key: "btc".to_owned(),
            networks: vec!["bitcoin".to_owned()],
            check: Check::Shape,
            problem: None,
            memo: None,
            link: None,
            span: None,
        };
        EvidenceFound { message_id: MessageId::from_uuid(Uuid::from_u128(1)), evidence: vec![fact] }
    }

    fn only(events: &[Event]) -> Said {
        let mut told = fold(events);
        assert_eq!(told.len(), 1);
        told.pop_first().unwrap().1
    }

    #[test]
    fn what_a_mask_says_anew_does_not_tell_who_added_it() {
        let first = told(WRITTEN, &format!("customer:{CUSTOMER}"), &found());
        let (author, author_id) = (Author::Customer, Some(CUSTOMER));
        let added = Added { author, author_id, at: WRITTEN };
        assert_eq!(only(std::slice::from_ref(&first)).added, Some(added));
        let gone = Event { payload: None, ..first };
        let anew = told(MASKED, "system:guard.rescan", &found());
        let said = only(&[gone.clone(), anew]);
        assert_eq!((said.message_id, said.added), (Some(found().message_id), None));
        // In the very millisecond in which it was written.
        let erased = Erased {
            erasure_id: Uuid::nil(),
            subject: Subject::Payload,
            subject_id: Uuid::nil(),
            at: WRITTEN,
        };
        let anew = told(WRITTEN, "system:guard.rescan", &found());
        let erased = told(WRITTEN, "system:guard.rescan", &erased);
        assert_eq!(only(&[gone, anew, erased]).added, None);
    }

    #[test]
    fn who_corrects_something_did_not_add_it() {
        let staff = format!("staff:{}", Uuid::from_u128(7));
        let fact = found().evidence.pop().unwrap();
        let corrected = EvidenceFact { networks: Vec::new(), ..fact.clone() };
        let added = told(WRITTEN, &staff, &EvidenceAdded { evidence: fact.clone() });
        let changed = told(MASKED, "operator", &EvidenceChanged { evidence: corrected.clone() });
        let said = only(&[added.clone(), changed]);
        assert_eq!((said.added, said.fact), (Some(Added::with(&added)), corrected));
        let removed = told(MASKED, "operator", &EvidenceRemoved { evidence_id: fact.id });
        assert!(fold(&[added, removed]).is_empty());
    }
}
