//! What happened to one ticket, in order: messages with their files, and events.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::mention::{self, MentionView};
use crate::attachment::{self, FileLeak, Metadata, Scan};
use crate::error::Result;
use crate::evidence::{self, Evidence, EvidenceFact};
use crate::form::{self, AnswerFact};
use crate::id::{AttachmentId, EventId, EvidenceId, MessageId, PublicId, TicketId};
use crate::log::Stream;
use crate::log::verify::differing;
use crate::render::MaskedSpan;
use crate::side_conversation::{self, SideMark};
use crate::ticket::{Author, Message, State, Ticket, Visibility};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Every fixed statement of this file.
pub const ALL: &[&str] = &[MESSAGES, MESSAGE, ATTACHMENTS, EVENTS, ROW];

macro_rules! message_columns {
    ($tail:literal) => {
        concat!(
            "select m.id, m.ticket_id, m.seq, m.visibility, m.author_kind, m.author_id, m.channel, m.lang, \
             m.created_at, m.verification, b.body, b.html, b.findings, s.name \
             from message m join message_body b on b.message_id = m.id left join staff s on s.id = m.author_id ",
            $tail
        )
    };
}

// `$2` narrows to public messages for customers: the condition is in the query, not behind it.
const MESSAGES: &str = message_columns!(
    "where m.ticket_id = $1 and (m.visibility = 'public' or m.visibility = $2) and m.seq > $3 and m.seq <= $4 \
     and coalesce((select x.into_id from split_message x where x.message_id = m.id), m.ticket_id) = $5 \
     order by m.seq"
);
const MESSAGE: &str = message_columns!("where m.id = $1");
const ATTACHMENTS: &str = "select id, message_id, file_name, content_type, size, erased_at, leaks, metadata, scan, scan_note \
    from attachment \
    where ticket_id = $1 and message_id is not null order by id";
const EVENTS: &str = "select id, seq, at, actor, kind, v, payload from event \
    where stream = $1 and seq > $2 order by seq limit $3";
const ROW: &str = "select t.id, t.public_id, t.brand_id, t.customer_id, t.category_id, t.subject, t.status_id, \
    t.status_category, t.priority, t.risk, t.assignee_id, t.team_id, t.channel, t.lang, t.created_at, t.updated_at, \
    t.last_message_at, t.last_message_by, t.solved_at, t.message_count, t.version from ticket t where t.id = $1";

/// A file beside a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentView {
    pub id: AttachmentId,
    pub message_id: MessageId,
    pub file_name: String,
    pub content_type: String,
    /// Plain bytes.
    pub size: i64,
    /// Set when it was erased: only its name and size are left.
    pub erased_at: Option<Timestamp>,
    /// What the guard masked in it.
    pub leaks: Vec<FileLeak>,
    pub metadata: Option<Metadata>,
    pub scan: Scan,
    /// What the scanner calls what it found.
    pub scan_note: Option<String>,
}

/// A message with its text. An erased one has neither body nor html.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageView {
    pub message: Message,
    /// The masked source.
    pub body: Option<String>,
    /// Sanitised.
    pub html: Option<String>,
    /// What was masked in the source.
    pub findings: Vec<MaskedSpan>,
    /// The member's name; `None` for customers, whose name the ticket has.
    pub author_name: Option<String>,
    pub attachments: Vec<AttachmentView>,
    /// What it says of money, as it was read or corrected, in the order of the text.
    pub evidence: Vec<Evidence>,
    /// Whom it mentions, members before teams; empty for customers.
    pub mentions: Vec<MentionView>,
    /// The ticket that it is of, which was merged into this one or from which it was split off; `None` for one of the ticket itself.
    pub origin: Option<PublicId>,
    /// The side conversation that a note is part of; `None` for every other message.
    pub side: Option<SideMark>,
}

/// An event of the ticket's stream, other than its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventView {
    pub id: EventId,
    pub seq: i64,
    pub at: Timestamp,
    /// As the log writes it: `staff:<uuid>`, `customer:<uuid>`, `system:<name>`.
    pub actor: String,
    pub kind: String,
    pub v: i64,
    /// The payload as stored; `None` once erased.
    pub payload: Option<serde_json::Value>,
    /// The merged ticket that it is of; `None` for one of the ticket itself.
    pub origin: Option<PublicId>,
}

/// One thing in a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    Message(Box<MessageView>),
    Event(Box<EventView>),
}

impl Moment {
    /// The place in the stream of the ticket that it is of.
    pub fn seq(&self) -> i64 {
        match self {
            Self::Message(view) => view.message.seq,
            Self::Event(view) => view.seq,
        }
    }
}

/// Events that a customer's thread shows; everything else is the desk's own affair.
const CUSTOMER_KINDS: &[&str] = &[
    "ticket.status_set",
    "ticket.nudged",
    "ticket.escalated",
    "ticket.exchange_told",
    "ticket.merged",
    "ticket.unmerged",
    "ticket.joined",
    "ticket.parted",
    "ticket.split_off",
    "ticket.split_from",
    "ticket.taken_back",
    "ticket.given_back",
    "ticket.verification_asked",
    "ticket.verification_proven",
    "ticket.verification_withdrawn",
];
/// Events that a message tells already.
const MESSAGE_KINDS: &[&str] = &[
    "ticket.opened",
    "ticket.message_added",
    "ticket.evidence_found",
    "ticket.answered",
    "ticket.macros_applied",
    "ticket.mentioned",
    "ticket.side_started",
    "ticket.side_written",
];

/// A page of a thread, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    pub moments: Vec<Moment>,
    /// Where the next page begins: a place in the ticket's stream, in the feed for a joined thread. `None` at the end. A page may
    /// be short or empty and still have a next one, because each looks at a bounded number of events, however few of them its
    /// reader may see.
    pub next: Option<i64>,
}

/// A page of the thread of a ticket that the caller found visible, in order, after `after_seq`: of its own stream alone.
///
/// Customers get public messages, changes of status, what they asked for themselves, where it goes on, what the exchange told, and
/// that they are asked to prove who they are.
pub async fn thread(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ticket: &Ticket,
    after_seq: i64,
    limit: u32,
) -> Result<Thread> {
    let audience = audience(viewer);
    let stream = Stream::Ticket(ticket.id).name();
    let events: Vec<EventView> = rx.query(EVENTS, params![stream, after_seq, limit]).await?;
    // Every message has an event at its place, so the last event is as far as this page has seen.
    let full = events.len() >= usize::try_from(limit).unwrap_or(usize::MAX);
    let last = events.last().map_or(after_seq, |event| event.seq);
    let messages = messages(rx, viewer, (ticket.id, ticket.id), after_seq, last).await?;
    let mut moments: Vec<Moment> = messages
        .into_iter()
        .map(|m| Moment::Message(Box::new(m)))
        .chain(
            events
                .into_iter()
                .filter(|event| is_shown(event, audience))
                .map(|e| Moment::Event(Box::new(e))),
        )
        .collect();
    moments.sort_by_key(Moment::seq);
    Ok(Thread { moments, next: full.then_some(last) })
}

/// The widest visibility that the viewer is shown.
pub(super) fn audience(viewer: &Viewer) -> Visibility {
    match viewer {
        Viewer::Customer(_) => Visibility::Public,
        _ => Visibility::Internal,
    }
}

/// Whether an event of the ticket itself is shown beside its messages.
pub(super) fn is_shown(event: &EventView, audience: Visibility) -> bool {
    match audience {
        Visibility::Public => CUSTOMER_KINDS.contains(&event.kind.as_str()),
        Visibility::Internal => !MESSAGE_KINDS.contains(&event.kind.as_str()),
    }
}

/// The messages of a ticket behind `after_seq` and up to `last` that are shown for one, its own or another, with their files and
/// what they say of money.
pub(super) async fn messages(
    rx: &Rx<'_>,
    viewer: &Viewer,
    (ticket_id, shown): (TicketId, TicketId),
    after_seq: i64,
    last: i64,
) -> Result<Vec<MessageView>> {
    let widest = audience(viewer);
    let of = params![ticket_id, widest, after_seq, last, shown];
    // Asked together, because PostgreSQL is a journey away; boxed, because all of it at once is large.
    let for_staff = async {
        Ok(match widest {
            Visibility::Internal => futures_util::try_join!(
                side_conversation::view::marks(rx, ticket_id),
                mention::named(rx, ticket_id, (after_seq, last)),
            )?,
            Visibility::Public => Default::default(),
        })
    };
    let all = Box::pin(async {
        futures_util::try_join!(
            async { Ok(rx.query::<MessageView>(MESSAGES, of).await?) },
            async { Ok(rx.query::<AttachmentView>(ATTACHMENTS, params![ticket_id]).await?) },
            evidence::view::of_ticket(rx, viewer, ticket_id),
            for_staff,
        )
    });
    let (mut messages, attachments, evidence, (mut sides, mut mentions)) = all.await?;
    for message in &mut messages {
        message.side = sides.remove(&message.message.id);
        message.mentions = mentions.remove(&message.message.id).unwrap_or_default();
        let own = |a: &&AttachmentView| a.message_id == message.message.id;
        message.attachments = attachments.iter().filter(own).cloned().collect();
        let said = |e: &&Evidence| e.message_id == Some(message.message.id);
        message.evidence = evidence.iter().filter(said).cloned().collect();
        message.evidence.sort_by_key(|e| e.fact.span.map(|span| span.start));
    }
    Ok(messages)
}

/// One message by id, without files, for whoever has already decided that it may be seen.
pub async fn message(rx: &Rx<'_>, id: MessageId) -> Result<Option<MessageView>> {
    Ok(rx.query_opt(MESSAGE, params![id]).await?)
}

/// Compares a folded state with the rows, and names the columns that differ. The audit's `--state`.
pub async fn check_state(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    folded: &State,
) -> Result<Vec<&'static str>> {
    let row: Option<Ticket> = rx.query_opt(ROW, params![ticket_id]).await?;
    let Some(row) = row else { return Ok(vec!["id"]) };
    let tags = super::tag_ids(rx, ticket_id).await?;
    let evidence = evidence::view::of_ticket(rx, &Viewer::Operator, ticket_id).await?;
    let evidence: BTreeMap<EvidenceId, EvidenceFact> =
        evidence.into_iter().map(|row| (row.fact.id, row.fact)).collect();
    let answers: BTreeMap<String, AnswerFact> = form::view::facts(rx, ticket_id)
        .await?
        .into_iter()
        .map(|fact| (fact.question.clone(), fact))
        .collect();
    let attention = super::attention(rx, ticket_id).await?;
    let (snooze, merged_into) = super::merged::aside(rx, ticket_id).await?;
    let linked = super::links(rx, ticket_id).await?;
    let split_off = super::split_off(rx, ticket_id).await?;
    let split_from = super::split_from(rx, ticket_id).await?;
    let participants = super::participant_ids(rx, ticket_id).await?;
    let mentions = mention::mentions(rx, ticket_id).await?;
    let side_conversations = side_conversation::view::state_of(rx, ticket_id).await?;
    let side_messages = side_conversation::view::messages_of(rx, ticket_id).await?;
    let side_files = side_conversation::view::files_of(rx, ticket_id).await?;
    let f = &folded.ticket;
    let columns = [
        ("public_id", row.public_id == f.public_id),
        ("brand_id", row.brand_id == f.brand_id),
        ("customer_id", row.customer_id == f.customer_id),
        ("category_id", row.category_id == f.category_id),
        ("subject", row.subject == f.subject),
        ("status_id", row.status_id == f.status_id),
        ("status_category", row.status_category == f.status_category),
        ("priority", row.priority == f.priority),
        ("risk", row.risk == f.risk),
        ("assignee_id", row.assignee_id == f.assignee_id),
        ("team_id", row.team_id == f.team_id),
        ("channel", row.channel == f.channel),
        ("lang", row.lang == f.lang),
        ("created_at", row.created_at == f.created_at),
        ("updated_at", row.updated_at == f.updated_at),
        ("last_message_at", row.last_message_at == f.last_message_at),
        ("last_message_by", row.last_message_by == f.last_message_by),
        ("solved_at", row.solved_at == f.solved_at),
        ("message_count", row.message_count == f.message_count),
        ("version", row.version == f.version),
        ("tags", tags == folded.tags),
        ("evidence", evidence == folded.evidence),
        ("answers", answers == folded.answers),
        ("attention", attention == folded.attention),
        ("snooze", snooze == folded.snooze),
        ("merged_into", merged_into == folded.merged_into),
        ("linked", linked == folded.linked),
        ("split_off", split_off == folded.split_off),
        ("split_from", split_from == folded.split_from),
        ("participants", participants == folded.participants),
        ("mentions", mentions == folded.mentions),
        ("side_conversations", side_conversations == folded.side_conversations),
        ("side_messages", side_messages == folded.side_messages),
        ("side_files", side_files == folded.side_files),
    ];
    Ok(differing(columns).collect())
}

impl FromRow for MessageView {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let message = Message {
            id: row.next()?,
            ticket_id: row.next()?,
            seq: row.next()?,
            visibility: row.next()?,
            author: row.next::<Author>()?,
            author_id: row.next()?,
            channel: row.next()?,
            lang: row.next()?,
            created_at: row.next()?,
            verification: row.next()?,
        };
        let body = row.next()?;
        let html = row.next()?;
        let findings = MaskedSpan::of_row(row.next()?)?;
        Ok(Self {
            message,
            body,
            html,
            findings,
            author_name: row.next()?,
            attachments: Vec::new(),
            evidence: Vec::new(),
            mentions: Vec::new(),
            origin: None,
            side: None,
        })
    }
}

impl FromRow for AttachmentView {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            message_id: row.next()?,
            file_name: row.next()?,
            content_type: row.next()?,
            size: row.next()?,
            erased_at: row.next()?,
            leaks: attachment::view::leaks(row.next()?)?,
            metadata: row.next()?,
            scan: row.next()?,
            scan_note: row.next()?,
        })
    }
}

impl FromRow for EventView {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            seq: row.next()?,
            at: row.next()?,
            actor: row.next()?,
            kind: row.next()?,
            v: row.next()?,
            payload: row
                .next::<Option<Vec<u8>>>()?
                .and_then(|bytes| serde_json::from_slice(&bytes).ok()),
            origin: None,
        })
    }
}
