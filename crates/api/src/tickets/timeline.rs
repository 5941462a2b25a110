#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use std::collections::BTreeMap;

use axum::extract::State;
use proofdesk_desk::customer::mask;
use proofdesk_desk::evidence::Evidence;
use proofdesk_desk::exchange_event::ExchangeTold;
use proofdesk_desk::id::{Id as _, PublicId, SideConversationId, StaffId, TagId, TicketId};
use proofdesk_desk::log::Payload as _;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::MaskedSpan;
use proofdesk_desk::side_conversation::SideMark;
use proofdesk_desk::ticket::view::{
    self, AttachmentView, EventView, MentionView, MessageView, Moment as Item, Place, Thread,
};
use proofdesk_desk::ticket::{AssignmentSet, Author, Linked, Unlinked};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, OrNotFound as _, customer, side_conversation, staff, tag};
use proofdesk_http::{Access, App, Query, Reply, Result, Routes};
use proofdesk_store::Rx;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use super::evidence::EvidenceOut;
use crate::attachments::AttachmentOut;
use crate::params::{Cursor, Limit, Seq, TicketPath};
use crate::wire::{LevelWord, Moment, NamedOut, TicketNumber, VisibilityWord};

#[derive(OpenApi)]
#[openapi(paths(read))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get(
        "/api/v1/tickets/{id}/timeline",
        Access::CustomerOr(Permission::TicketRead),
        read,
    )
}

/// Which part of a timeline.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TimelineQuery {
    /// The `seq` after which to begin; nothing for the beginning. A cursor outranks it.
    #[serde(default)]
    pub after: Seq,
    /// `next_cursor` of the part before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// A part of a ticket's timeline, in order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Timeline)]
pub struct TimelineOut {
    pub items: Vec<TimelineItemOut>,
    /// Send it back as `cursor` for the next part; absent at the end. A part may be short or empty and still have a next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// One thing in a timeline.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
#[schema(as = TimelineItem)]
pub enum TimelineItemOut {
    Message(Box<MessageOut>),
    Event(Box<EventOut>),
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Message)]
pub struct MessageOut {
    pub id: Uuid,
    /// Its place in the ticket's chain. For staff only: gaps would tell customers of notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub seq: Option<i64>,
    pub visibility: VisibilityWord,
    pub author: ActorOut,
    /// How far the customer had proven who they are when they wrote it, whatever they have proven since. For staff only; absent where
    /// somebody else wrote, and where nobody wrote it down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification: Option<LevelWord>,
    /// Where it came by.
    #[schema(examples("portal"))]
    pub channel: String,
    #[schema(examples("en"))]
    pub lang: String,
    /// Sanitised; absent once erased.
    pub body_html: Option<String>,
    /// The text as it rests, in order, with what was masked set apart. Empty once erased.
    pub segments: Vec<SegmentOut>,
    pub created_at: Moment,
    pub attachments: Vec<AttachmentOut>,
    /// What it says of money, in the order of the text.
    pub evidence: Vec<EvidenceOut>,
    /// Whom a note mentions, by the names that they have now; staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentions: Option<Vec<MentionOut>>,
    /// The ticket that it is of, merged into this one or split for it, to whose chain `seq` belongs; absent for one of the ticket
    /// itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<TicketNumber>,
    /// The side conversation that a note is part of; absent for every other message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<SideMarkOut>,
}

/// What a note is part of.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SideMark)]
pub struct SideMarkOut {
    /// The side conversation.
    pub id: Uuid,
    pub department: NamedOut,
}

impl From<SideMark> for SideMarkOut {
    fn from(mark: SideMark) -> Self {
        Self { id: mark.id.uuid(), department: NamedOut::new(mark.department_id, mark.department) }
    }
}

/// A member or a team that a note mentions.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mention)]
pub struct MentionOut {
    pub kind: MentionKind,
    pub id: Uuid,
    #[schema(examples("Mina Park"))]
    pub name: String,
}

/// What a note mentions.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    Member,
    Team,
}

impl From<MentionView> for MentionOut {
    fn from(mention: MentionView) -> Self {
        let (kind, NamedOut { id, name }) = match mention {
            MentionView::Member(named) => (MentionKind::Member, named.into()),
            MentionView::Team(named) => (MentionKind::Team, named.into()),
        };
        Self { kind, id, name }
    }
}

/// A run of text.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Segment)]
pub struct SegmentOut {
    pub text: String,
    /// What kind of secret was masked here; absent for what was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("seed-phrase"))]
    pub masked: Option<String>,
    /// The evidence that stands here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence_id: Option<Uuid>,
}

/// Something that happened to the ticket, other than a message.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct EventOut {
    pub id: Uuid,
    /// For staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub seq: Option<i64>,
    #[schema(examples("ticket.status_set"))]
    pub kind: String,
    pub actor: ActorOut,
    pub at: Moment,
    /// What the kind tells; `null` once erased. Customers get of a status its category and cause.
    #[schema(value_type = Option<Object>)]
    pub data: Option<Map<String, Value>>,
    /// The merged ticket that it is of, to whose chain `seq` belongs; absent for one of the ticket itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<TicketNumber>,
}

/// Who did it. Customers get the first name of staff, and no ids.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Actor)]
pub struct ActorOut {
    /// `staff`, `customer`, `department`, `system`, `operator`, `anonymous`.
    #[schema(examples("staff"))]
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// Of a customer masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("Mina Park"))]
    pub name: Option<String>,
}

/// A thread with the names of what it speaks of.
struct Told {
    thread: Thread,
    next: Option<Place>,
    viewer: Viewer,
    /// Of members; empty for customers.
    members: BTreeMap<StaffId, String>,
    /// Of tags that events speak of; empty for customers.
    tags: BTreeMap<TagId, String>,
    /// Of linked tickets that events speak of, as far as they are visible; empty for customers.
    numbers: BTreeMap<TicketId, PublicId>,
    /// Whom the side conversations are with that events speak of; empty for customers.
    departments: BTreeMap<SideConversationId, String>,
    /// The customer's, masked; `None` for customers.
    customer: Option<String>,
}

/// What customers are told of an event: of a status its category and cause, of a merge the other ticket's number.
const TOLD: &[&str] = &["status_category", "cause", "into", "from", "number"];

/// Reads a ticket's timeline.
///
/// Messages of tickets that go on in this one, or that were split off for it, stand among its own, in the order in which all of it
/// happened. Customers get public messages, changes of status, what went on where, what the exchange told, and that they are asked to prove
/// who they are.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/timeline", tag = "tickets", operation_id = "read_timeline",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), TimelineQuery),
    responses((status = 200, description = "A part of the timeline.", body = TimelineOut))
)]
async fn read(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Query(query): Query<TimelineQuery>,
) -> Result<Reply<TimelineOut>> {
    let (viewer, list, limit) = (cx.viewer, format!("timeline of {id}"), query.limit.0);
    let open = |cursor: Cursor| app.cursor_key().open::<Place>(&list, &cursor.0);
    let after = query.cursor.map(open).transpose()?.unwrap_or(Place::Seq(query.after.0));
    let told = app.desk().read(async move |rx| tell(rx, &viewer, &id, after, limit).await).await?;
    let next_cursor = told.next.map(|place| app.cursor_key().seal(&list, &place)).transpose()?;
    Ok(Reply::ok(TimelineOut { items: told.items(), next_cursor }))
}

async fn tell(
    rx: &Rx<'_>,
    viewer: &Viewer,
    id: &PublicId,
    after: Place,
    limit: u32,
) -> proofdesk_desk::Result<Told> {
    let scope = viewer.scope(Permission::TicketRead);
    let ticket = view::find(rx, id, &scope).await?.or_not_found()?;
    // Asked together, because PostgreSQL is a journey away; boxed, because all of it at once is large.
    let for_staff = async {
        Ok(match viewer.is_staff() {
            true => futures_util::try_join!(
                customer::view::name(rx, ticket.customer_id),
                staff::view::names(rx, viewer),
                side_conversation::view::names(rx, ticket.id),
            )?,
            false => Default::default(),
        })
    };
    let thread = view::thread_after(rx, viewer, &ticket, after, limit);
    let all = Box::pin(async { futures_util::try_join!(thread, for_staff) });
    let ((thread, next), (customer, members, departments)) = all.await?;
    let mut told = Told {
        thread,
        next,
        viewer: viewer.clone(),
        members: members.into_iter().map(|member| (member.id, member.name)).collect(),
        tags: BTreeMap::new(),
        numbers: BTreeMap::new(),
        departments,
        customer: customer.as_deref().map(mask::name),
    };
    if viewer.is_staff() {
        for tag_id in told.thread.moments.iter().filter_map(tag_of) {
            if let Some(name) = tag::view::name(rx, tag_id).await? {
                told.tags.insert(tag_id, name);
            }
        }
        for ticket_id in told.thread.moments.iter().filter_map(linked_of) {
            if let Some(number) = view::number_of(rx, ticket_id, &scope).await? {
                told.numbers.insert(ticket_id, number);
            }
        }
    }
    Ok(told)
}

/// The tag that an event speaks of.
fn tag_of(item: &Item) -> Option<TagId> {
    match item {
        Item::Event(event) => event.payload.as_ref()?.get("tag_id")?.as_str()?.parse().ok(),
        Item::Message(_) => None,
    }
}

/// The other ticket that an event of a link speaks of.
fn linked_of(item: &Item) -> Option<TicketId> {
    match item {
        Item::Event(event) if matches!(event.kind.as_str(), Linked::KIND | Unlinked::KIND) => {
            event.payload.as_ref()?.get("ticket_id")?.as_str()?.parse().ok()
        }
        _ => None,
    }
}

impl Told {
    fn items(mut self) -> Vec<TimelineItemOut> {
        let moments = std::mem::take(&mut self.thread.moments);
        let items = moments.into_iter().map(|item| match item {
            Item::Message(message) => TimelineItemOut::Message(Box::new(self.message(*message))),
            Item::Event(event) => TimelineItemOut::Event(Box::new(self.event(*event))),
        });
        items.collect()
    }

    fn message(&self, view: MessageView) -> MessageOut {
        let author = match view.message.author {
            Author::Customer => {
                self.actor("customer", view.message.author_id, self.customer.clone())
            }
            Author::Staff => self.actor("staff", view.message.author_id, view.author_name),
            Author::System => match &view.side {
                Some(side) => self.actor(
                    "department",
                    Some(side.department_id.uuid()),
                    Some(side.department.clone()),
                ),
                None => self.actor("system", None, None),
            },
        };
        MessageOut {
            id: view.message.id.uuid(),
            seq: self.viewer.is_staff().then_some(view.message.seq),
            visibility: view.message.visibility.into(),
            author,
            verification: view
                .message
                .verification
                .filter(|_| self.viewer.is_staff())
                .map(Into::into),
            channel: view.message.channel,
            lang: view.message.lang,
            body_html: view.html,
            segments: view
                .body
                .map(|body| segments(&body, marks(&view.findings, &view.evidence)))
                .unwrap_or_default(),
            created_at: view.message.created_at.into(),
            attachments: view.attachments.into_iter().map(Into::into).collect(),
            evidence: view.evidence.into_iter().map(Into::into).collect(),
            mentions: (self.viewer.is_staff() && !view.mentions.is_empty())
                .then(|| view.mentions.into_iter().map(Into::into).collect()),
            origin: view.origin.map(Into::into),
            side: view.side.map(Into::into),
        }
    }

    fn event(&self, view: EventView) -> EventOut {
        let (kind, id) = view.actor.split_once(':').unwrap_or((&view.actor, ""));
        let mut data = match view.payload {
            Some(Value::Object(data)) if self.viewer.is_staff() => Some(self.named(data)),
            // What the exchange told is about the customer's own money.
            Some(Value::Object(data)) if view.kind == ExchangeTold::KIND => Some(data),
            Some(Value::Object(mut data)) => {
                data.retain(|key, _| TOLD.contains(&key.as_str()));
                Some(data)
            }
            _ => None,
        };
        // The desk assigns by a rule, and is named by it.
        if let Some(data) = data.as_mut().filter(|_| self.viewer.is_staff())
            && (kind, view.kind.as_str()) == ("system", AssignmentSet::KIND)
        {
            data.insert("rule".to_owned(), Value::String(id.to_owned()));
        }
        let id: Option<Uuid> = id.parse().ok();
        let name = match kind {
            "staff" => id.and_then(|id| self.members.get(&StaffId::from_uuid(id)).cloned()),
            "customer" => self.customer.clone(),
            _ => None,
        };
        EventOut {
            id: view.id.uuid(),
            seq: self.viewer.is_staff().then_some(view.seq),
            actor: self.actor(kind, id, name),
            kind: view.kind,
            at: view.at.into(),
            data,
            origin: view.origin.map(Into::into),
        }
    }

    /// Adds names beside the ids of members, tags and side conversations, and the numbers of linked tickets.
    fn named(&self, mut data: Map<String, Value>) -> Map<String, Value> {
        let id = |key: &str| data.get(key).and_then(Value::as_str);
        let tag = id("tag_id").and_then(|id| self.tags.get(&id.parse().ok()?));
        let assignee = id("assignee_id").and_then(|id| self.members.get(&id.parse().ok()?));
        // What is merged says its number itself.
        let other = id("ticket_id").and_then(|id| self.numbers.get(&id.parse().ok()?));
        let number = other.filter(|_| !data.contains_key("number")).map(ToString::to_string);
        let side =
            id("side_conversation_id").and_then(|id| self.departments.get(&id.parse().ok()?));
        let names = [
            ("tag_name", tag.cloned()),
            ("assignee_name", assignee.cloned()),
            ("department", side.cloned()),
            ("number", number),
        ];
        for (key, name) in names.into_iter().filter_map(|(key, name)| Some((key, name?))) {
            data.insert(key.to_owned(), Value::String(name));
        }
        data
    }

    fn actor(&self, kind: &str, id: Option<Uuid>, name: Option<String>) -> ActorOut {
        if self.viewer.is_staff() {
            return ActorOut { kind: kind.to_owned(), id, name };
        }
        let first = |name: String| name.split_whitespace().next().map(str::to_owned);
        ActorOut { kind: kind.to_owned(), id: None, name: name.and_then(first) }
    }
}

impl From<AttachmentView> for AttachmentOut {
    fn from(file: AttachmentView) -> Self {
        Self::new(file.id, file.file_name, file.content_type, file.size, file.erased_at.is_some())
            .masking(file.leaks)
            .looked_at(file.metadata, file.scan, file.scan_note)
    }
}

/// Where a text is cut, and what stands there.
struct Mark {
    start: usize,
    end: usize,
    masked: Option<String>,
    evidence_id: Option<Uuid>,
}

/// Masks and evidence in the order of the text. They never overlap: a mask is no evidence.
fn marks(findings: &[MaskedSpan], evidence: &[Evidence]) -> Vec<Mark> {
    let masks = findings.iter().map(|span| Mark {
        start: span.start,
        end: span.end,
        masked: Some(span.kind.clone()),
        evidence_id: None,
    });
    let evidence = evidence.iter().filter_map(|row| {
        let span = row.fact.span?;
        let evidence_id = Some(row.fact.id.uuid());
        Some(Mark { start: span.start, end: span.end, masked: None, evidence_id })
    });
    let mut marks: Vec<Mark> = masks.chain(evidence).collect();
    marks.sort_by_key(|mark| mark.start);
    marks
}

/// Cuts a text at its marks.
fn segments(body: &str, marks: Vec<Mark>) -> Vec<SegmentOut> {
    let mut segments = Vec::with_capacity(marks.len() * 2 + 1);
    let mut push = |from: usize, to: usize, masked: Option<String>, evidence_id: Option<Uuid>| {
        if let Some(text) = body.get(from..to).filter(|text| !text.is_empty()) {
            segments.push(SegmentOut { text: text.to_owned(), masked, evidence_id });
        }
    };
    let mut at = 0;
    for mark in marks {
        push(at, mark.start, None, None);
        push(mark.start, mark.end, mark.masked, mark.evidence_id);
        at = mark.end;
    }
    push(at, body.len(), None, None);
    segments
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_masks() {
        let span = |start, end| MaskedSpan {
            kind: "seed-phrase".to_owned(),
            start,
            end,
            fingerprint: None,
        };
        let cut = |body: &str, findings: &[MaskedSpan]| -> Vec<(String, bool)> {
            segments(body, marks(findings, &[]))
                .into_iter()
                .map(|s| (s.text, s.masked.is_some()))
                .collect()
        };
        assert_eq!(cut("", &[]), vec![]);
        assert_eq!(cut("hi", &[]), vec![("hi".to_owned(), false)]);
        let parts = cut("é ███ b", &[span(3, 12)]);
        assert_eq!(parts.iter().map(|(text, _)| text.as_str()).collect::<String>(), "é ███ b");
        assert_eq!(parts[1], ("███".to_owned(), true));
        assert_eq!(cut("███", &[span(0, 9)]), vec![("███".to_owned(), true)]);
    }
}
