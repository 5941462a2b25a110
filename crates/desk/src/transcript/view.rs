//! Reading a ticket as its customer may see it, with what proves it.

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::record::{self, Late, Placed};
use super::{
    AnswerLine, AttachmentFact, BodyFact, Entry, FORMAT, LogFact, MessageFact, Part, Seal,
    TicketFact, Transcript, VERSION, parts, seal,
};
use crate::code::Code;
use crate::error::{Error, OrNotFound as _, Result};
use crate::form::{self, AnswerFact};
use crate::id::{Id as _, MessageId};
use crate::log::note::{self, SignedCheckpoint};
use crate::log::rows::{EventRow, event_columns};
use crate::log::wire::{Base64, EventWire};
use crate::log::{Stream, checkpoint};
use crate::ticket::Ticket;
use crate::time::Timestamp;
use crate::{brand, limits, organisation};

/// Every statement of this file.
pub const ALL: &[&str] = &[EVENTS, record::LATE, record::ERASURE, MESSAGES, FILES, CATEGORY];

// What the customer's page shows, by the same rule: messages that are public, changes of status, what the customer
// answered, what they asked for themselves, where it goes on, what the exchange told, and that they were asked to prove who they are.
const EVENTS: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos from event e left join feed f on f.event_id = e.id \
     where e.stream = $1 and e.seq > $2 and e.seq <= $3 and (e.kind in \
     ('ticket.status_set', 'ticket.answered', 'ticket.nudged', 'ticket.escalated', 'ticket.exchange_told', \
     'ticket.merged', 'ticket.unmerged', 'ticket.joined', 'ticket.parted', \
     'ticket.split_off', 'ticket.split_from', 'ticket.taken_back', 'ticket.given_back', \
     'ticket.verification_asked', 'ticket.verification_proven', 'ticket.verification_withdrawn') or exists \
     (select 1 from message m where m.ticket_id = $4 and m.seq = e.seq and m.visibility = 'public')) \
     order by e.seq"
);
const MESSAGES: &str = "select m.id, m.seq, m.author_kind, m.channel, m.lang, b.salt, b.body, b.html, b.findings, s.name \
    from message m join message_body b on b.message_id = m.id left join staff s on s.id = m.author_id \
    where m.ticket_id = $1 and m.visibility = 'public' and m.seq > $2 and m.seq <= $3 order by m.seq";
const FILES: &str = "select a.id, a.message_id, a.file_name, a.content_type, a.size, a.sha256, a.erased_at, a.leaks \
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
    let (slug,): (String,) = rx.query_one(CATEGORY, params![ticket.category_id]).await?;
    let reading = Reading { rx, ticket, slug: &slug, signed: signed.as_ref() };
    let entries = reading.entries(&part).await?;
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

/// What the entries of one ticket are read from.
struct Reading<'a, 'r> {
    rx: &'a Rx<'r>,
    ticket: &'a Ticket,
    /// The category's.
    slug: &'a str,
    signed: Option<&'a SignedCheckpoint>,
}

impl Reading<'_, '_> {
    async fn entries(&self, part: &Part) -> Result<Vec<Entry>> {
        let (rx, ticket_id, after, until) = (self.rx, self.ticket.id, part.after, part.until);
        let stream = Stream::Ticket(ticket_id).name();
        let events: Vec<Placed> =
            rx.query(EVENTS, params![stream, after, until, ticket_id]).await?;
        let messages: Vec<Message> = rx.query(MESSAGES, params![ticket_id, after, until]).await?;
        let mut messages: BTreeMap<i64, Message> =
            messages.into_iter().map(|message| (message.seq, message)).collect();
        let mut files: Vec<File> = rx.query(FILES, params![ticket_id, after, until]).await?;
        let late = Late::read(rx, &stream).await?;
        let proofs = record::proofs(rx, self.signed, &events).await?;
        let mut entries = Vec::with_capacity(events.len());
        for (placed, proof) in events.into_iter().zip(proofs) {
            let event = EventWire::from(placed.event);
            let restating = late.restating(&event).into_iter().collect();
            let restated = record::facts(rx, self.signed, restating).await?.pop();
            let said = restated.as_ref().map_or(&event, |restated| &restated.event);
            let message = match messages.remove(&event.seq) {
                Some(message) => Some(self.message(message, said, &late, &mut files).await?),
                None => None,
            };
            entries.push(Entry {
                at: Timestamp::from_micros(event.at_us).to_string(),
                status: record::status(&event),
                answers: self.answers(&event).await?,
                event,
                proof,
                message,
                restated,
            });
        }
        Ok(entries)
    }

    /// A message. `said` is the event that says what it is.
    async fn message(
        &self,
        message: Message,
        said: &EventWire,
        late: &Late,
        files: &mut Vec<File>,
    ) -> Result<MessageFact> {
        let (erasure, masks) = match &message.body {
            Some(_) => (None, late.masks(message.id.uuid(), said.seq)),
            None => (record::erasure(self.rx, self.signed, message.id).await?, Vec::new()),
        };
        let mut attachments = own_files(message.id, said, files);
        for file in &mut attachments {
            let masks = late.file_masks(file.id, said.seq);
            file.masks = record::facts(self.rx, self.signed, masks).await?;
        }
        let claim = EventRow::from(said.clone()).message();
        Ok(MessageFact {
            written_at: claim.and_then(|claim| claim.written_at).map(|at| at.to_string()),
            id: message.id.uuid(),
            author: message.author,
            name: message.name,
            channel: message.channel,
            lang: message.lang,
            attachments,
            body: message.body,
            masks: record::facts(self.rx, self.signed, masks).await?,
            erasure,
        })
    }

    /// The answers that an event brought, in the words of the form that asked for them.
    async fn answers(&self, event: &EventWire) -> Result<Option<Vec<AnswerLine>>> {
        let Some(answered) = record::answered(event) else { return Ok(None) };
        let version = answered.form_version;
        let form = form::view::at(self.rx, self.ticket.category_id, self.slug, version).await?;
        let locale: Locale = self.ticket.lang.parse().unwrap_or(Locale::En);
        let line = |fact: AnswerFact| {
            let question = form.question(&fact.question);
            AnswerLine {
                label: question
                    .map_or_else(|| fact.question.clone(), |question| question.label(locale)),
                shown: fact.value.clone().map(|value| match question {
                    Some(question) => question.spoken(locale, &value),
                    None => value,
                }),
                value: fact.value,
                question: fact.question,
            }
        };
        Ok(Some(answered.answers.into_iter().map(line).collect()))
    }
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
            leaks: row.next()?,
            masks: Vec::new(),
        };
        Ok(Self { message_id, fact })
    }
}
