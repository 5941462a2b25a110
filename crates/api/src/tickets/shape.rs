//! What staff and customers see of a ticket: two shapes, so that nothing of the one slips into the other. Customers get no
//! version either, since its gaps would tell them of notes.

use proofdesk_desk::customer::mask;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::ticket::search::{Segment, Snippet};
use proofdesk_desk::ticket::view::Summary;
use proofdesk_desk::ticket::{Author, Snooze, Ticket};
use proofdesk_desk::viewer::Viewer;
use proofdesk_http::Reply;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::wire::{
    AuthorWord, Moment, NamedOut, PriorityWord, RiskWord, StatusCategoryWord, TicketNumber,
    TierWord, WakeOnWord,
};

/// A ticket as whoever asks may see it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = AnyTicket)]
pub enum TicketOut {
    Staff(Box<StaffTicketOut>),
    Customer(Box<OwnTicketOut>),
}

/// A ticket as staff see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ticket)]
pub struct StaffTicketOut {
    pub id: TicketNumber,
    #[schema(examples("My USDT deposit has not arrived"))]
    pub subject: String,
    pub status: TicketStatusOut,
    pub priority: PriorityWord,
    pub risk: RiskWord,
    /// The category's slug; surfaces name it.
    #[schema(examples("deposit-not-credited"))]
    pub category: String,
    pub brand: NamedOut,
    /// By their masked name; empty for one who gave none or was erased.
    pub customer: NamedOut,
    pub assignee: Option<NamedOut>,
    pub team: Option<NamedOut>,
    #[schema(examples(json!(["vip"])))]
    pub tags: Vec<String>,
    /// BCP 47 tag of the language the customer is answered in.
    #[schema(examples("en"))]
    pub lang: String,
    /// Where it came by.
    #[schema(examples("portal"))]
    pub channel: String,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub last_message_at: Moment,
    pub last_message_by: AuthorWord,
    pub solved_at: Option<Moment>,
    /// Public messages and notes.
    #[schema(minimum = 1)]
    pub message_count: i64,
    /// Who is asked to look at it.
    pub tier: TierWord,
    /// How often its customer has asked after it since anybody replied.
    #[schema(minimum = 0)]
    pub nudges: i64,
    /// When they asked last.
    pub nudged_at: Option<Moment>,
    /// For how long it is put aside; `null` for one that is not.
    pub snooze: Option<SnoozeShape>,
    /// The ticket that it goes on in; `null` for one that stands for itself.
    pub merged_into: Option<TicketNumber>,
    /// The tickets that go on in it, whose messages stand among its own. Told where one ticket is asked for; empty in lists.
    pub merged: Vec<TicketNumber>,
    /// The ticket that it was split off; `null` for one that began by itself, and in lists.
    pub split_from: Option<TicketNumber>,
    /// The tickets that were split off it, whose messages are shown there. Told where one ticket is asked for; empty in lists.
    pub split_into: Vec<TicketNumber>,
    /// How far the member has read: the `seq` of their read mark.
    pub read_seq: Option<i64>,
    /// The customer wrote last and the member has not read all of it, or the member made it unread again.
    pub unread: bool,
    /// A note mentions the member, by name or by a team, that they have not read.
    pub mention_unread: bool,
    /// Where its newest message has the words of the filter, in pieces; `null` where none was asked for, or where only the
    /// subject has them.
    pub snippet: Option<Vec<SnippetPieceOut>>,
    /// The place of its last event: what a change insists on by `If-Match`, and live frames carry as `seq`.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A piece of a text that was found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SnippetPiece)]
pub struct SnippetPieceOut {
    pub text: String,
    /// It is what was looked for.
    pub is_match: bool,
}

/// For how long a ticket is put aside. Whatever its customer does brings it back in any case.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Snooze)]
pub struct SnoozeShape {
    pub wake_on: WakeOnWord,
    /// Of `time`, and of nothing else: the moment, at most a year away.
    pub until: Option<Moment>,
}

impl From<Snooze> for SnoozeShape {
    fn from(snooze: Snooze) -> Self {
        Self { wake_on: snooze.wake_on.into(), until: snooze.until.map(Into::into) }
    }
}

impl From<SnoozeShape> for Snooze {
    fn from(shape: SnoozeShape) -> Self {
        Self { wake_on: shape.wake_on.0, until: shape.until.map(|until| until.0) }
    }
}

/// A ticket as its customer sees it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OwnTicket)]
pub struct OwnTicketOut {
    pub id: TicketNumber,
    #[schema(examples("My USDT deposit has not arrived"))]
    pub subject: String,
    pub status: TicketStatusOut,
    /// The category's slug; surfaces name it.
    #[schema(examples("deposit-not-credited"))]
    pub category: String,
    pub brand: NamedOut,
    #[schema(examples("en"))]
    pub lang: String,
    #[schema(examples("portal"))]
    pub channel: String,
    pub created_at: Moment,
    pub last_message_at: Moment,
    pub last_message_by: AuthorWord,
    pub solved_at: Option<Moment>,
    /// The ticket that it goes on in, which takes whatever is written to this one; `null` for one that stands for itself. It is
    /// found by its number and left out of lists.
    pub merged_into: Option<TicketNumber>,
}

/// A ticket's status.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketStatus)]
pub struct TicketStatusOut {
    pub id: Uuid,
    /// Of a built-in one the category's word, which surfaces translate.
    #[schema(examples("open"))]
    pub name: String,
    pub category: StatusCategoryWord,
}

/// What a ticket is after a change, as whoever made it may see it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = AnyTicketState)]
pub enum TicketStateOut {
    Staff(StaffTicketStateOut),
    Customer(OwnTicketStateOut),
}

/// What a ticket is after a change of a member.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TicketState)]
pub struct StaffTicketStateOut {
    pub id: TicketNumber,
    pub status_id: Uuid,
    pub status_category: StatusCategoryWord,
    pub priority: PriorityWord,
    pub risk: RiskWord,
    pub assignee_id: Option<Uuid>,
    pub team_id: Option<Uuid>,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// What a ticket is after something its customer did.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OwnTicketState)]
pub struct OwnTicketStateOut {
    pub id: TicketNumber,
    pub status_id: Uuid,
    pub status_category: StatusCategoryWord,
}

impl TicketOut {
    /// A row of a list, with what was found in it.
    pub fn found(viewer: &Viewer, summary: Summary, snippets: &[Snippet]) -> Self {
        let own = snippets.iter().find(|snippet| snippet.ticket_id == summary.id);
        let piece = |segment: &Segment| SnippetPieceOut {
            text: segment.text.clone(),
            is_match: segment.is_match,
        };
        let pieces = own.map(|snippet| snippet.segments.iter().map(piece).collect());
        match Self::new(viewer, summary) {
            Self::Staff(mut ticket) => {
                ticket.snippet = pieces;
                Self::Staff(ticket)
            }
            customer @ Self::Customer(_) => customer,
        }
    }

    pub fn new(viewer: &Viewer, summary: Summary) -> Self {
        if viewer.is_staff() {
            Self::Staff(Box::new(summary.into()))
        } else {
            Self::Customer(Box::new(summary.into()))
        }
    }

    /// The answer that shows it, with the version of what staff see.
    pub fn reply(self) -> Reply<Self> {
        let version = match &self {
            Self::Staff(ticket) => Some(ticket.version),
            Self::Customer(_) => None,
        };
        versioned(Reply::ok(self), version)
    }
}

impl TicketStateOut {
    pub fn new(viewer: &Viewer, ticket: Ticket) -> Self {
        if viewer.is_staff() { Self::Staff(ticket.into()) } else { Self::Customer(ticket.into()) }
    }

    /// The answer that shows it, with the version of what staff see.
    pub fn reply(self) -> Reply<Self> {
        let version = match &self {
            Self::Staff(ticket) => Some(ticket.version),
            Self::Customer(_) => None,
        };
        versioned(Reply::ok(self), version)
    }
}

fn versioned<T: Serialize>(reply: Reply<T>, version: Option<i64>) -> Reply<T> {
    match version {
        Some(version) => reply.with_version(version),
        None => reply,
    }
}

impl From<Summary> for StaffTicketOut {
    fn from(summary: Summary) -> Self {
        let name = summary.customer_name.as_deref().map(mask::name).unwrap_or_default();
        let is_put_back = summary.read_seq == Some(0);
        let behind = summary.read_seq.is_none_or(|seq| seq < summary.version);
        Self {
            id: summary.public_id.into(),
            subject: summary.subject,
            status: TicketStatusOut {
                id: summary.status.id.uuid(),
                name: summary.status.name,
                category: summary.status_category.into(),
            },
            priority: summary.priority.into(),
            risk: summary.risk.into(),
            category: summary.category,
            brand: summary.brand.into(),
            customer: NamedOut::new(summary.customer_id, name),
            assignee: summary.assignee.map(Into::into),
            team: summary.team.map(Into::into),
            tags: summary.tags,
            lang: summary.lang,
            channel: summary.channel,
            created_at: summary.created_at.into(),
            updated_at: summary.updated_at.into(),
            last_message_at: summary.last_message_at.into(),
            last_message_by: summary.last_message_by.into(),
            solved_at: summary.solved_at.map(Into::into),
            message_count: summary.message_count,
            tier: summary.attention.tier.into(),
            nudges: summary.attention.nudges,
            nudged_at: summary.attention.nudged_at.map(Into::into),
            snooze: summary.snooze.map(Into::into),
            merged_into: summary.merged_into.map(Into::into),
            merged: summary.merged.into_iter().map(Into::into).collect(),
            split_from: summary.split_from.map(Into::into),
            split_into: summary.split_into.into_iter().map(Into::into).collect(),
            read_seq: summary.read_seq,
            unread: behind && (summary.last_message_by == Author::Customer || is_put_back),
            mention_unread: summary.mention_unread,
            snippet: None,
            version: summary.version,
        }
    }
}

impl From<Summary> for OwnTicketOut {
    fn from(summary: Summary) -> Self {
        Self {
            id: summary.public_id.into(),
            subject: summary.subject,
            status: TicketStatusOut {
                id: summary.status.id.uuid(),
                name: summary.status.name,
                category: summary.status_category.into(),
            },
            category: summary.category,
            brand: summary.brand.into(),
            lang: summary.lang,
            channel: summary.channel,
            created_at: summary.created_at.into(),
            last_message_at: summary.last_message_at.into(),
            last_message_by: summary.last_message_by.into(),
            solved_at: summary.solved_at.map(Into::into),
            merged_into: summary.merged_into.map(Into::into),
        }
    }
}

impl From<Ticket> for StaffTicketStateOut {
    fn from(ticket: Ticket) -> Self {
        Self {
            id: ticket.public_id.into(),
            status_id: ticket.status_id.uuid(),
            status_category: ticket.status_category.into(),
            priority: ticket.priority.into(),
            risk: ticket.risk.into(),
            assignee_id: ticket.assignee_id.map(|id| id.uuid()),
            team_id: ticket.team_id.map(|id| id.uuid()),
            version: ticket.version,
        }
    }
}

impl From<Ticket> for OwnTicketStateOut {
    fn from(ticket: Ticket) -> Self {
        Self {
            id: ticket.public_id.into(),
            status_id: ticket.status_id.uuid(),
            status_category: ticket.status_category.into(),
        }
    }
}
