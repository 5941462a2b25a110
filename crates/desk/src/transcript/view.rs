//! Reading a ticket as its customer may see it, with what proves it.

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;
use proofdesk_sealing::Keyring;
use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{
    AttachmentFact, BodyFact, Entry, ErasureFact, FORMAT, LogFact, MessageFact, Part, Proof, Seal,
    TicketFact, Transcript, VERSION, parts, seal,
};
use crate::code::Code;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{Id as _, MessageId, TicketId};
use crate::log::note::{self, SignedCheckpoint};
use crate::log::rows::{EventRow, event_columns};
use crate::log::wire::{Base64, EventWire};
use crate::log::{Stream, checkpoint, proof};
use crate::ticket::{StatusSet, Ticket};
use crate::time::Timestamp;
use crate::{brand, limits, organisation};

/// Every statement of this file.
pub const ALL: &[&str] = &[EVENTS, ERASURE, MESSAGES, FILES, CATEGORY];

// What the customer's thread shows, by the same rule: messages that are public and changes of status.
const EVENTS: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos from event e left join feed f on f.event_id = e.id \
     where e.stream = $1 and e.seq > $2 and e.seq <= $3 and (e.kind = 'ticket.status_set' or exists \
     (select 1 from message m where m.ticket_id = $4 and m.seq = e.seq and m.visibility = 'public')) \
     order by e.seq"
);
const ERASURE: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos from erasure r join event e on e.id = r.event_id left join feed f on f.event_id = e.id \
     where r.subject = 'message' and r.subject_id = $1"
);
const MESSAGES: &str = "select m.id, m.seq, m.author_kind, m.channel, m.lang, b.salt, b.body, b.html, b.findings, s.name \
    from message m join message_body b on b.message_id = m.id left join staff s on s.id = m.author_id \
    where m.ticket_id = $1 and m.visibility = 'public' and m.seq > $2 and m.seq <= $3 order by m.seq";
const FILES: &str = "select a.id, a.message_id, a.file_name, a.content_type, a.size, a.sha256, a.erased_at \
    from attachment a join message m on m.id = a.message_id \
    where m.ticket_id = $1 and m.visibility = 'public' and m.seq > $2 and m.seq <= $3 order by a.id";
const CATEGORY: &str = "select slug from category where id = $1";

/// The transcript of a ticket that the caller found visible, sealed with the installation's key. `part` counts from 1.
///
/// It holds what the customer may see, whoever asks for it.
///
/// # Errors
/// `not-found` for a part that the ticket does not have; `Broken` when the tree was changed.
pub async fn transcript(
    rx: &Rx<'_>,
    keyring: &Keyring,
    ticket: &Ticket,
    part: u32,
    now: Timestamp,
) -> Result<Transcript> {
    let key = checkpoint::signing_key(keyring);
    let of = parts(ticket.version);
    if !(1..=of).contains(&part) {
        return Err(Error::refused(Code::NotFound));
    }
    let window = i64::from(limits::TRANSCRIPT_EVENTS);
    let after = i64::from(part - 1) * window;
    let part = Part { number: part, of, after, until: ticket.version.min(after + window) };
    let origin = checkpoint::origin(rx).await?.or_not_found()?;
    let signed = checkpoint::latest(rx).await?.filter(|signed| is_ours(signed, &key));
    let entries = entries(rx, ticket.id, &part, signed.as_ref()).await?;
    let (slug,): (String,) = rx.query_one(CATEGORY, params![ticket.category_id]).await?;
    let organisation = organisation::view::find(rx).await?.map(|found| found.name);
    let brand = brand::view::find(rx, ticket.brand_id).await?.or_not_found()?;
    let transcript = Transcript {
        format: FORMAT.to_owned(),
        v: VERSION,
        log: LogFact { origin, checkpoint: signed.map(|signed| signed.to_string()) },
        organisation: organisation.unwrap_or_default(),
        brand: brand.name,
        ticket: TicketFact {
            number: ticket.public_id.to_string(),
            subject: ticket.subject.clone(),
            lang: ticket.lang.clone(),
            category: slug,
            opened_at: ticket.created_at.to_string(),
        },
        made_at: now.to_string(),
        part,
        entries,
        seal: Seal::default(),
    };
    seal::seal(transcript, &key)
}

/// After a change of keys the last checkpoint may be of the one before. The next one comes within a minute.
fn is_ours(signed: &SignedCheckpoint, key: &SigningKey) -> bool {
    let public_key = key.verifying_key();
    signed.key_id == note::key_id(&signed.checkpoint.origin, public_key.as_bytes())
}

async fn entries(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    part: &Part,
    signed: Option<&SignedCheckpoint>,
) -> Result<Vec<Entry>> {
    let (after, until) = (part.after, part.until);
    let stream = Stream::Ticket(ticket_id).name();
    let events: Vec<Placed> = rx.query(EVENTS, params![stream, after, until, ticket_id]).await?;
    let messages: Vec<Message> = rx.query(MESSAGES, params![ticket_id, after, until]).await?;
    let mut messages: BTreeMap<i64, Message> =
        messages.into_iter().map(|message| (message.seq, message)).collect();
    let mut files: Vec<File> = rx.query(FILES, params![ticket_id, after, until]).await?;
    let proofs = proofs(rx, signed, &events).await?;
    let mut entries = Vec::with_capacity(events.len());
    for (placed, proof) in events.into_iter().zip(proofs) {
        let event = EventWire::from(placed.event);
        let message = match messages.remove(&event.seq) {
            Some(message) => Some(message_fact(rx, signed, message, &event, &mut files).await?),
            None => None,
        };
        entries.push(Entry {
            at: Timestamp::from_micros(event.at_us).to_string(),
            status: status(&event),
            event,
            proof,
            message,
        });
    }
    Ok(entries)
}

async fn proofs(
    rx: &Rx<'_>,
    signed: Option<&SignedCheckpoint>,
    events: &[Placed],
) -> Result<Vec<Option<Proof>>> {
    let Some(signed) = signed else { return Ok(events.iter().map(|_| None).collect()) };
    let positions: Vec<Option<i64>> = events.iter().map(|placed| placed.pos).collect();
    let paths = proof::paths(rx, signed, &positions).await?;
    let proof = |(path, pos): (Option<Vec<Base64>>, Option<i64>)| {
        path.zip(pos).map(|(path, pos)| Proof { pos, path })
    };
    Ok(paths.into_iter().zip(positions).map(proof).collect())
}

/// The category that an event set; `None` for other kinds and for an erased payload.
pub(super) fn status(event: &EventWire) -> Option<String> {
    let payload = event.payload.as_ref().filter(|_| event.kind == "ticket.status_set")?;
    let set: StatusSet = serde_json::from_slice(&payload.0).ok()?;
    Some(set.status_category.as_str().to_owned())
}

async fn message_fact(
    rx: &Rx<'_>,
    signed: Option<&SignedCheckpoint>,
    message: Message,
    event: &EventWire,
    files: &mut Vec<File>,
) -> Result<MessageFact> {
    let erasure = match &message.body {
        Some(_) => None,
        None => erasure(rx, signed, message.id).await?,
    };
    Ok(MessageFact {
        id: message.id.uuid(),
        author: message.author,
        name: message.name,
        channel: message.channel,
        lang: message.lang,
        attachments: own_files(message.id, event, files),
        body: message.body,
        erasure,
    })
}

async fn erasure(
    rx: &Rx<'_>,
    signed: Option<&SignedCheckpoint>,
    message_id: MessageId,
) -> Result<Option<ErasureFact>> {
    let found: Option<Placed> = rx.query_opt(ERASURE, params![message_id]).await?;
    let Some(placed) = found else { return Ok(None) };
    let proof = proofs(rx, signed, std::slice::from_ref(&placed)).await?.pop().flatten();
    let event = EventWire::from(placed.event);
    Ok(Some(ErasureFact { at: Timestamp::from_micros(event.at_us).to_string(), event, proof }))
}

/// The files of a message in the order in which its event names them.
fn own_files(
    message_id: MessageId,
    event: &EventWire,
    files: &mut Vec<File>,
) -> Vec<AttachmentFact> {
    let claim = EventRow::from(event.clone()).message();
    let order: Vec<Uuid> = claim
        .map(|claim| claim.attachments.iter().map(|file| file.id).collect())
        .unwrap_or_default();
    let (mut own, rest): (Vec<File>, Vec<File>) =
        std::mem::take(files).into_iter().partition(|file| file.message_id == message_id);
    *files = rest;
    own.sort_by_key(|file| order.iter().position(|id| *id == file.fact.id).unwrap_or(usize::MAX));
    own.into_iter().map(|file| file.fact).collect()
}

struct Placed {
    event: EventRow,
    pos: Option<i64>,
}

struct Message {
    id: MessageId,
    seq: i64,
    author: String,
    channel: String,
    lang: String,
    body: Option<BodyFact>,
    name: Option<String>,
}

struct File {
    message_id: MessageId,
    fact: AttachmentFact,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { event: EventRow::from_row(row)?, pos: row.next()? })
    }
}

impl FromRow for Message {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (id, seq, author) = (row.next()?, row.next()?, row.next()?);
        let (channel, lang) = (row.next()?, row.next()?);
        let salt: Option<Vec<u8>> = row.next()?;
        let texts: [Option<String>; 3] = [row.next()?, row.next()?, row.next()?];
        let body = match (salt, texts) {
            (Some(salt), [Some(source), Some(html), Some(findings)]) => {
                Some(BodyFact { salt: Base64(salt), source, html, findings })
            }
            _ => None,
        };
        Ok(Self { id, seq, author, channel, lang, body, name: row.next()? })
    }
}

impl FromRow for File {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (id, message_id) = (row.next()?, row.next()?);
        let fact = AttachmentFact {
            id,
            name: row.next()?,
            media_type: row.next()?,
            size: row.next()?,
            sha256: hex::encode(row.next::<Vec<u8>>()?),
            erased: row.next::<Option<Timestamp>>()?.is_some(),
        };
        Ok(Self { message_id, fact })
    }
}
