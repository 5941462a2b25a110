//! The erasure ledger against the log, and what it says is gone against what is there.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::check::{self, Notes};
use super::finding::{Problem, Report};
use super::pages::{Page, Pages, Table, after_id};
use crate::desk::Desk;
use crate::error::Result;
use crate::log::Payload as _;
use crate::log::erasure::{Erased, Erasure, Subject};

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[ERASURES, ERASURE_KEY, PAYLOADS, BODIES, KEYS, NAMES, PEOPLE];

const ERASURES: &str = "select x.id, x.at, x.subject, x.subject_id, x.event_id, e.kind, e.payload \
    from erasure x left join event e on e.id = x.event_id where x.id >= $1 order by x.id limit $2";
const ERASURE_KEY: &str = "select id from erasure where id >= $1 order by id limit 1";
// Counted, not read: what should be gone may be of any form.
const PAYLOADS: &str =
    "select count(*) from event where id = $1 and (payload is not null or salt is not null)";
const BODIES: &str = "select count(*) from message_body where message_id = $1 \
    and (salt is not null or body is not null or html is not null or findings is not null)";
const KEYS: &str = "select count(*) from attachment where id = $1 and sealed_key is not null";
const NAMES: &str = "select count(*) from attachment where id = $1 and file_name <> ''";
const PEOPLE: &str = "select count(*) from customer where id = $1 \
    and (name is not null or email is not null or phone is not null or uid is not null \
    or exists (select 1 from identity i where i.customer_id = customer.id))";

struct Backed {
    erasure: Erasure,
    said: Option<Erased>,
    /// Says whether the subject still has its content.
    is_there: bool,
}

impl FromRow for Backed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let erasure = Erasure::from_row(row)?;
        let kind: Option<String> = row.next()?;
        let payload: Option<Vec<u8>> = row.next()?;
        let said = payload.filter(|_| kind.as_deref() == Some(Erased::KIND));
        let said = said.and_then(|payload| serde_json::from_slice(&payload).ok());
        Ok(Self { erasure, said, is_there: false })
    }
}

#[derive(Clone, Copy)]
struct Ledger;

impl Table for Ledger {
    type Key = Uuid;
    type Item = Backed;
    const NAME: &'static str = "erasure";

    async fn page(&self, rx: &Rx<'_>, from: &Uuid, limit: u32) -> Result<Page<Backed, Uuid>> {
        let mut page: Vec<Backed> = rx.query(ERASURES, params![from, limit]).await?;
        for backed in &mut page {
            backed.is_there = is_there(rx, &backed.erasure.erased).await?;
        }
        let next = page.last().and_then(|backed| after_id(backed.erasure.erased.erasure_id));
        Ok((page, next))
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &Uuid) -> Result<Option<Uuid>> {
        Ok(rx.query_opt::<(Uuid,)>(ERASURE_KEY, params![from]).await?.map(|(id,)| id))
    }

    fn after(key: &Uuid) -> Option<Uuid> {
        after_id(*key)
    }
}

/// A subject whose very row is missing has no content; other checks say whether it should be there.
async fn is_there(rx: &Rx<'_>, erased: &Erased) -> Result<bool> {
    let count = match erased.subject {
        Subject::Payload => PAYLOADS,
        Subject::Message => BODIES,
        Subject::Attachment => KEYS,
        Subject::FileName => NAMES,
        Subject::Customer => PEOPLE,
    };
    let (n,): (i64,) = rx.query_one(count, params![erased.subject_id]).await?;
    Ok(n > 0)
}

/// Looks at every row of the ledger, then at what was seen in the log and is not in the ledger.
pub(super) async fn run(desk: &Desk, report: &mut Report, notes: &mut Notes) -> Result<()> {
    let mut pages = Pages::new(desk, Ledger, Uuid::nil());
    while let Some(page) = pages.next(report).await? {
        for backed in &page {
            check::erasure(report, notes, &backed.erasure, backed.said.as_ref());
            if backed.is_there {
                let Erased { subject, subject_id, .. } = &backed.erasure.erased;
                let (table, column) = place(*subject);
                report.find(table, subject_id, Some(column), Problem::NotErased);
            }
        }
    }
    leftovers(report, notes);
    Ok(())
}

/// Reports what the log saw and the ledger does not have.
pub(in crate::log) fn leftovers(report: &mut Report, notes: &mut Notes) {
    for (event_id, erased) in std::mem::take(&mut notes.erased) {
        let needed_by = format!("event {event_id}");
        report.find("erasure", erased.erasure_id, None, Problem::Missing { needed_by });
    }
    for ((subject, id), _) in std::mem::take(&mut notes.gone) {
        let (table, column) = place(subject);
        report.find(table, id, Some(column), Problem::ErasedWithoutLedger);
    }
}

/// Where the content of a subject rests.
pub(in crate::log) fn place(subject: Subject) -> (&'static str, &'static str) {
    match subject {
        Subject::Payload => ("event", "payload"),
        Subject::Message => ("message_body", "body"),
        Subject::Attachment => ("attachment", "sealed_key"),
        Subject::FileName => ("attachment", "file_name"),
        Subject::Customer => ("customer", "name"),
    }
}
