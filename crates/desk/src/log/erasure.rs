//! Taking content out of the history without breaking it: digests stay, what they were made of goes.
//!
//! Every erasure is a row in `erasure` and an event `log.erased` in the chain that the content belonged to, which says the
//! same, so that nothing can go missing under the name of an erasure. A backup still holds what was erased after it was
//! made: `ledger.rs` erases it again after a restore.

use proofdesk_store::{FromRow, Row, Rx, Tx, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{NewEvent, Payload, Stream, rows};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{
    AttachmentId, CustomerId, EventId, EvidenceId, Id as _, MessageId, StaffId, TicketId,
};
use crate::permission::Permission;
use crate::ticket::Author;
use crate::time::Timestamp;
use crate::viewer::{Placement, Scope};
use crate::words::words;
use crate::{customer_erasure, evidence, form, ticket};

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[
    EVENT_PLACE,
    MESSAGE_PLACE,
    ATTACHMENT_PLACE,
    TICKET_PLACE,
    FILES,
    CUSTOMER_PLACE,
    EVIDENCE_EVENTS,
    WORDY_EVENTS,
    EMPTY_PAYLOAD,
    DELETE_DELIVERIES,
    EMPTY_BODY,
    EMPTY_KEY,
    EMPTY_NAME,
    AUTHORS,
    ACTOR,
    FORGET_ANSWERS,
    ERASED_AT,
    INSERT,
    SET_TICKET_VERSION,
];

const EVENT_PLACE: &str = "select stream, kind from event where id = $1";
const MESSAGE_PLACE: &str = "select ticket_id from message where id = $1";
const ATTACHMENT_PLACE: &str = "select ticket_id, erased_at from attachment where id = $1";
const TICKET_PLACE: &str =
    "select brand_id, customer_id, assignee_id, team_id from ticket where id = $1";
const CUSTOMER_PLACE: &str = "select id from customer where id = $1";
const FILES: &str =
    "select id from attachment where message_id = $1 and erased_at is null order by id";
const EVIDENCE_EVENTS: &str = "select id, kind, payload from event \
    where stream = $1 and kind in ($2, $3, $4) and payload is not null order by seq";
const WORDY_EVENTS: &str = "select id from event where stream = $1 and kind in ($2, $3, $4, $5, $6, $7, $8) \
    and payload is not null order by seq";
const EMPTY_PAYLOAD: &str = "update event set payload = null, salt = null where id = $1";
// What was sent to webhooks repeats the payload. A delivery that is still waiting is not made any more.
const DELETE_DELIVERIES: &str = "delete from webhook_delivery \
    where webhook_id in (select id from webhook) and event_id = $1";
const EMPTY_BODY: &str = "update message_body set salt = null, body = null, html = null, findings = null where message_id = $1";
const EMPTY_KEY: &str =
    "update attachment set sealed_key = null, erased_at = coalesce(erased_at, $1) where id = $2";
const EMPTY_NAME: &str = "update attachment set file_name = '' where id = $1";
const AUTHORS: &str = "select t.customer_id, m.author_kind, m.author_id from message m \
    join ticket t on t.id = m.ticket_id where m.id = $1";
const ACTOR: &str = "select actor from event where id = $1";
// Answers that were kept in case a request comes twice repeat what people wrote. One without an answer yet is of this very
// request.
const FORGET_ANSWERS: &str = "delete from idempotency where principal = $1 and status <> 0";
const ERASED_AT: &str = "select at from erasure where subject = $1 and subject_id = $2";
const INSERT: &str =
    "insert into erasure (id, at, subject, subject_id, event_id) values ($1, $2, $3, $4, $5)";
// A ticket's version is the seq of its last event, whichever noun wrote that.
const SET_TICKET_VERSION: &str = "update ticket set version = $1, updated_at = $2 where id = $3";

words! {
    /// What can be erased.
    pub enum Subject {
        /// An event's payload and salt.
        Payload = "payload",
        /// A message's text in all its forms, and the salt of its digest.
        Message = "message",
        /// The key of a file, without which every copy of its bytes is noise.
        Attachment = "attachment",
        /// The name that a file was sent under.
        FileName = "file-name",
        /// Who a customer is: name, addresses, identities, and all that hangs on them.
        Customer = "customer",
    }
}

/// `log.erased`, version 1, and what a row of the ledger says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    pub erasure_id: Uuid,
    pub subject: Subject,
    /// The event, message, attachment or customer.
    pub subject_id: Uuid,
    /// When it was erased first. Later than that it may have been erased again, after a restore.
    pub at: Timestamp,
}

impl Payload for Erased {
    const KIND: &'static str = "log.erased";
    const V: i64 = 1;
}

/// A row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    pub erased: Erased,
    /// The `log.erased` event.
    pub event_id: Uuid,
}

impl FromRow for Erasure {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let erased = Erased {
            erasure_id: row.next()?,
            at: row.next()?,
            subject: row.next()?,
            subject_id: row.next()?,
        };
        Ok(Self { erased, event_id: row.next()? })
    }
}

/// Erases what an event says beyond its columns. The event, its place and its digest stay. Erasing again does nothing.
///
/// Rows that the payload fixed (a message's columns) are not covered by the log any more; prefer erasing the message.
///
/// # Errors
/// `not-found`; `no-permission` unless the viewer may erase everything; `field-invalid` for events of the log itself,
/// which account for keys and erasures.
pub async fn erase_payload(tx: &Tx<'_>, cx: &mut Cx, event_id: EventId) -> Result<()> {
    if cx.viewer.scope(Permission::CustomerErase) != Scope::Everything {
        return Err(Error::no_permission(Permission::CustomerErase));
    }
    let place: Option<(String, String)> = tx.query_opt(EVENT_PLACE, params![event_id]).await?;
    let (stream, kind) = place.or_not_found()?;
    if kind.starts_with("log.") {
        return Err(Error::field("event_id", Code::FieldInvalid));
    }
    let erased = new_erased(cx, Subject::Payload, event_id.uuid());
    record(tx, cx, stream, vec![erased]).await
}

/// Erases a message: its text in all forms, its salt, the evidence in it, and the keys of its files. Row, event and digest stay. Erasing
/// again does nothing.
///
/// # Errors
/// `not-found`, `no-permission`.
pub async fn erase_message(tx: &Tx<'_>, cx: &mut Cx, message_id: MessageId) -> Result<()> {
    let place: Option<(TicketId,)> = tx.query_opt(MESSAGE_PLACE, params![message_id]).await?;
    let (ticket_id,) = place.or_not_found()?;
    require(tx, cx, ticket_id).await?;
    let files: Vec<(AttachmentId,)> = tx.query(FILES, params![message_id]).await?;
    let mut erased: Vec<Erased> =
        files.into_iter().map(|(id,)| new_erased(cx, Subject::Attachment, id.uuid())).collect();
    for event_id in repeating(tx, ticket_id, message_id).await? {
        erased.push(new_erased(cx, Subject::Payload, event_id.uuid()));
    }
    erased.push(new_erased(cx, Subject::Message, message_id.uuid()));
    record(tx, cx, Stream::Ticket(ticket_id).name(), erased).await
}

/// Erases the payloads of events that repeat what was masked just now. The caller has decided that it may.
pub(crate) async fn erase_repeated(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    events: &[EventId],
) -> Result<()> {
    let erased = events.iter().map(|id| new_erased(cx, Subject::Payload, id.uuid())).collect();
    record(tx, cx, Stream::Ticket(ticket_id).name(), erased).await
}

/// Events that repeat what a message says: the evidence that was found in it and what became of that, and the answers beside
/// it.
pub(crate) async fn repeating(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    message_id: MessageId,
) -> Result<Vec<EventId>> {
    let mut ids = evidence::view::ids_of_message(rx, message_id).await?;
    let [found, _, changed, _] = evidence::KINDS;
    let stream = Stream::Ticket(ticket_id).name();
    let events: Vec<(EventId, String, Vec<u8>)> =
        rx.query(EVIDENCE_EVENTS, params![stream, found, changed, form::ANSWERED]).await?;
    // What was corrected and then removed has no row any more.
    for (_, kind, payload) in &events {
        ids.extend(evidence::ids_found(kind, payload, message_id));
    }
    let repeats = |(_, kind, payload): &(EventId, String, Vec<u8>)| {
        evidence::erasable(kind, payload, message_id, &ids)
            || form::is_answer_of(kind, payload, message_id)
    };
    Ok(events.into_iter().filter(repeats).map(|(id, ..)| id).collect())
}

/// Erases several things whose texts rest in one chain. The caller has decided that it may.
pub(crate) async fn erase_all(
    tx: &Tx<'_>,
    cx: &mut Cx,
    stream: String,
    subjects: impl IntoIterator<Item = (Subject, Uuid)>,
) -> Result<()> {
    let erased = subjects.into_iter().map(|(subject, id)| new_erased(cx, subject, id)).collect();
    record(tx, cx, stream, erased).await
}

/// Erases who a customer is. The caller has decided that it may, and has what they wrote erased too.
pub(crate) async fn erase_customer(tx: &Tx<'_>, cx: &mut Cx, id: CustomerId) -> Result<()> {
    let stream = Stream::Customer(id).name();
    erase_all(tx, cx, stream, [(Subject::Customer, id.uuid())]).await
}

/// Events of a ticket, other than its opening, in which words of people stand.
pub(crate) async fn wordy(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<EventId>> {
    let [found, added, changed, answered, told, asked, masked] = ticket::WORDY;
    let stream = Stream::Ticket(ticket_id).name();
    let kinds = params![stream, found, added, changed, answered, told, asked, masked];
    let rows: Vec<(EventId,)> = rx.query(WORDY_EVENTS, kinds).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Events that tell of a piece of evidence which an agent added by hand.
pub(crate) async fn telling(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    id: EvidenceId,
) -> Result<Vec<EventId>> {
    let [_, added, changed, _] = evidence::KINDS;
    let stream = Stream::Ticket(ticket_id).name();
    let events: Vec<(EventId, String, Vec<u8>)> =
        rx.query(EVIDENCE_EVENTS, params![stream, added, changed]).await?;
    let told = events.into_iter().filter(|(_, kind, payload)| evidence::tells(kind, payload, id));
    Ok(told.map(|(id, ..)| id).collect())
}

/// Erases the key of a file. Its row stays; deleting the bytes is the blob store's affair and may come later.
///
/// # Errors
/// `not-found`, also for a file that no message took: those are collected, not erased. `no-permission`.
pub async fn erase_attachment(tx: &Tx<'_>, cx: &mut Cx, attachment_id: AttachmentId) -> Result<()> {
    let place: Option<(Option<TicketId>, Option<Timestamp>)> =
        tx.query_opt(ATTACHMENT_PLACE, params![attachment_id]).await?;
    let ticket_id = place.and_then(|(ticket_id, _)| ticket_id).or_not_found()?;
    require(tx, cx, ticket_id).await?;
    let erased = new_erased(cx, Subject::Attachment, attachment_id.uuid());
    record(tx, cx, Stream::Ticket(ticket_id).name(), vec![erased]).await
}

/// Erases anew what was erased before the backup that was restored. Returns `false` when the subject is not in this
/// database: the backup is older than it.
///
/// # Errors
/// Those of the store.
pub(super) async fn erase_again(tx: &Tx<'_>, cx: &mut Cx, erased: &Erased) -> Result<bool> {
    let id = erased.subject_id;
    let stream = match erased.subject {
        Subject::Payload => {
            let place: Option<(String, String)> = tx.query_opt(EVENT_PLACE, params![id]).await?;
            place.map(|(stream, _)| stream)
        }
        Subject::Message => {
            let place: Option<(TicketId,)> = tx.query_opt(MESSAGE_PLACE, params![id]).await?;
            place.map(|(ticket_id,)| Stream::Ticket(ticket_id).name())
        }
        Subject::Attachment | Subject::FileName => {
            let place: Option<(Option<TicketId>, Option<Timestamp>)> =
                tx.query_opt(ATTACHMENT_PLACE, params![id]).await?;
            place
                .and_then(|(ticket_id, _)| ticket_id)
                .map(|ticket_id| Stream::Ticket(ticket_id).name())
        }
        Subject::Customer => {
            let place: Option<(CustomerId,)> = tx.query_opt(CUSTOMER_PLACE, params![id]).await?;
            place.map(|(customer_id,)| Stream::Customer(customer_id).name())
        }
    };
    let Some(stream) = stream else { return Ok(false) };
    record(tx, cx, stream, vec![erased.clone()]).await?;
    if erased.subject == Subject::Customer {
        // What they wrote since the backup is in no line of the ledger, and the subjects of their tickets never are.
        customer_erasure::actions::begin(tx, cx, CustomerId::from_uuid(id)).await?;
    }
    Ok(true)
}

/// When something was erased first; `None` when the ledger does not have it.
pub(crate) async fn erased_at(
    rx: &Rx<'_>,
    subject: Subject,
    id: Uuid,
) -> Result<Option<Timestamp>> {
    Ok(rx.query_opt::<(Timestamp,)>(ERASED_AT, params![subject, id]).await?.map(|(at,)| at))
}

async fn require(rx: &Rx<'_>, cx: &Cx, ticket_id: TicketId) -> Result<()> {
    let row: Option<Placement> = rx.query_opt(TICKET_PLACE, params![ticket_id]).await?;
    cx.viewer.require_at(Permission::CustomerErase, &row.or_not_found()?)
}

impl FromRow for Placement {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            brand_id: row.next()?,
            customer_id: row.next()?,
            assignee_id: row.next()?,
            team_id: row.next()?,
        })
    }
}

fn new_erased(cx: &mut Cx, subject: Subject, subject_id: Uuid) -> Erased {
    Erased { erasure_id: cx.id::<EventId>().uuid(), subject, subject_id, at: cx.now }
}

/// Empties the subjects and writes row and event for those that the ledger does not have yet.
async fn record(tx: &Tx<'_>, cx: &mut Cx, stream: String, erased: Vec<Erased>) -> Result<()> {
    let chain = super::lock_named(tx, stream.clone()).await?;
    let mut new = Vec::new();
    for erased in erased {
        if !rows::is_erased(tx, erased.subject.as_str(), erased.subject_id).await? {
            new.push(erased);
            continue;
        }
        // The ledger has it, a restored row may still be there.
        empty(tx, cx, &erased).await?;
    }
    if new.is_empty() {
        return Ok(());
    }
    let mut events = Vec::with_capacity(new.len());
    for erased in &new {
        empty(tx, cx, erased).await?;
        events.push(NewEvent::of(erased)?);
    }
    let places = chain.append_all(tx, cx, &events).await?;
    for (erased, place) in new.iter().zip(&places) {
        let Erased { erasure_id, subject, subject_id, at } = erased;
        tx.exec(INSERT, params![erasure_id, at, subject, subject_id, place.event_id]).await?;
    }
    if let (Some(Stream::Ticket(ticket_id)), Some(last)) = (Stream::parse(&stream), places.last()) {
        tx.exec(SET_TICKET_VERSION, params![last.seq, cx.now, ticket_id]).await?;
    }
    Ok(())
}

async fn empty(tx: &Tx<'_>, cx: &Cx, erased: &Erased) -> Result<()> {
    let id = erased.subject_id;
    match erased.subject {
        Subject::Payload => {
            let actor: Option<(String,)> = tx.query_opt(ACTOR, params![id]).await?;
            if let Some((principal,)) = actor {
                tx.exec(FORGET_ANSWERS, params![principal]).await?;
            }
            tx.exec(DELETE_DELIVERIES, params![id]).await?;
            tx.exec(EMPTY_PAYLOAD, params![id]).await?
        }
        Subject::Message => {
            forget_answers(tx, MessageId::from_uuid(id)).await?;
            evidence::actions::forget(tx, MessageId::from_uuid(id)).await?;
            form::actions::forget(tx, MessageId::from_uuid(id)).await?;
            tx.exec(EMPTY_BODY, params![id]).await?
        }
        Subject::Attachment => tx.exec(EMPTY_KEY, params![erased.at, id]).await?,
        Subject::FileName => tx.exec(EMPTY_NAME, params![id]).await?,
        Subject::Customer => {
            let customer_id = CustomerId::from_uuid(id);
            return customer_erasure::actions::forget_person(tx, cx, customer_id).await;
        }
    };
    Ok(())
}

/// Deletes the kept answers of whoever wrote a message and of the customer whose ticket it is in. They are sealed, but the key
/// to them is the desk's, and outlives what is erased.
async fn forget_answers(tx: &Tx<'_>, message_id: MessageId) -> Result<()> {
    let row: Option<(CustomerId, Author, Option<Uuid>)> =
        tx.query_opt(AUTHORS, params![message_id]).await?;
    let Some((customer_id, author, author_id)) = row else { return Ok(()) };
    tx.exec(FORGET_ANSWERS, params![format!("customer:{customer_id}")]).await?;
    if let (Author::Staff, Some(staff_id)) = (author, author_id) {
        tx.exec(FORGET_ANSWERS, params![format!("staff:{}", StaffId::from_uuid(staff_id))]).await?;
    }
    Ok(())
}
