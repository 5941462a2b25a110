//! The erasure ledger against the log, and what it says is gone against what is there.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::check::{self, Notes};
use super::finding::{Problem, Report};
use super::pages::{Pages, Table, after_id};
use crate::desk::Desk;
use crate::error::Result;
use crate::log::Payload as _;
use crate::log::erasure::{Erased, Erasure, Subject};
use crate::log::rows;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[ERASURES, ERASURE_KEY, PAYLOAD];

const ERASURES: &str = "select x.id, x.at, x.subject, x.subject_id, x.event_id, e.kind, e.payload \
    from erasure x left join event e on e.id = x.event_id where x.id >= $1 order by x.id limit $2";
const ERASURE_KEY: &str = "select id from erasure where id >= $1 order by id limit 1";
const PAYLOAD: &str = "select payload from event where id = $1";

struct Backed {
    erasure: Erasure,
    said: Option<Erased>,
    subject: State,
}

/// What is left of an erased subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Gone,
    There,
    /// Not even its row is there; other checks say whether it should be.
    NoRow,
    /// Gone, but at another moment than the ledger says.
    OtherTime,
}

impl FromRow for Backed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let erasure = Erasure::from_row(row)?;
        let kind: Option<String> = row.next()?;
        let payload: Option<Vec<u8>> = row.next()?;
        let said = payload.filter(|_| kind.as_deref() == Some(Erased::KIND));
        let said = said.and_then(|payload| serde_json::from_slice(&payload).ok());
        Ok(Self { erasure, said, subject: State::NoRow })
    }
}

#[derive(Clone, Copy)]
struct Ledger;

impl Table for Ledger {
    type Key = Uuid;
    type Item = Backed;
    const NAME: &'static str = "erasure";

    async fn page(&self, rx: &Rx<'_>, from: &Uuid, limit: u32) -> Result<(Vec<Backed>, Option<Uuid>)> {
        let mut page: Vec<Backed> = rx.query(ERASURES, params![from, limit]).await?;
        for backed in &mut page {
            backed.subject = state(rx, &backed.erasure.erased).await?;
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

async fn state(rx: &Rx<'_>, erased: &Erased) -> Result<State> {
    let is_gone = |gone: bool| if gone { State::Gone } else { State::There };
    let id = erased.subject_id;
    Ok(match erased.subject {
        Subject::Payload => {
            let row: Option<(Option<Vec<u8>>,)> = rx.query_opt(PAYLOAD, params![id]).await?;
            row.map_or(State::NoRow, |(payload,)| is_gone(payload.is_none()))
        }
        Subject::Message => {
            let row = rows::body(rx, id).await?;
            row.map_or(State::NoRow, |row| is_gone(row == rows::BodyRow::default()))
        }
        Subject::Attachment => match rows::attachment(rx, id).await? {
            None => State::NoRow,
            Some(row) if row.has_key => State::There,
            Some(row) if row.erased_at != Some(erased.at.micros()) => State::OtherTime,
            Some(_) => State::Gone,
        },
    })
}

/// Looks at every row of the ledger, then at what was seen in the log and is not in the ledger.
pub(super) async fn run(desk: &Desk, report: &mut Report, notes: &mut Notes) -> Result<()> {
    let mut pages = Pages::new(desk, Ledger, Uuid::nil());
    while let Some(page) = pages.next(report).await? {
        for backed in &page {
            let Erasure { erased, event_id } = &backed.erasure;
            check::erasure(report, &backed.erasure, backed.said.as_ref());
            notes.erased.remove(event_id);
            notes.gone.remove(&(erased.subject, erased.subject_id));
            let (table, column) = place(erased.subject);
            match backed.subject {
                State::Gone | State::NoRow => {}
                State::There => report.find(table, erased.subject_id, Some(column), Problem::NotErased),
                State::OtherTime => {
                    let expected = erased.at.micros().to_string();
                    let problem = Problem::Differs { expected, found: "another time".to_owned() };
                    report.find("attachment", erased.subject_id, Some("erased_at"), problem);
                }
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
    for (subject, id) in std::mem::take(&mut notes.gone) {
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
    }
}
