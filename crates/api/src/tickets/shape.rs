//! What staff and customers see of a ticket. One struct for both: what only staff may know is absent for customers.

use proofdesk_desk::customer::mask;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::ticket::view::Summary;
use proofdesk_desk::ticket::{Author, Ticket};
use proofdesk_desk::viewer::Viewer;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::wire::{
    AuthorWord, Moment, NamedOut, PriorityWord, RiskWord, StatusCategoryWord, TicketNumber,
};

/// A ticket as a list row and a heading show it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ticket)]
pub struct TicketOut {
    pub id: TicketNumber,
    #[schema(examples("My USDT deposit has not arrived"))]
    pub subject: String,
    pub status: TicketStatusOut,
    /// The category's slug; surfaces name it.
    #[schema(examples("deposit-not-credited"))]
    pub category: String,
    pub brand: NamedOut,
    /// BCP 47 tag of the language the customer is answered in.
    #[schema(examples("en"))]
    pub lang: String,
    /// Where it came by.
    #[schema(examples("portal"))]
    pub channel: String,
    pub created_at: Moment,
    pub last_message_at: Moment,
    pub last_message_by: AuthorWord,
    pub solved_at: Option<Moment>,
    /// The place of its last event: what a change insists on by `If-Match`, and live frames carry as `seq`.
    #[schema(minimum = 1)]
    pub version: i64,
    /// Their name is masked. For staff only, like everything below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<TicketCustomerOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<PriorityWord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskWord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee: Option<NamedOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<NamedOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Moment>,
    /// Public messages and notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_count: Option<i64>,
    /// How far the member has read: the `seq` of their read mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_seq: Option<i64>,
    /// The customer wrote last, and the member has not read all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<bool>,
}

/// Whose ticket it is, for staff.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketCustomer)]
pub struct TicketCustomerOut {
    pub id: Uuid,
    /// Masked; empty for one who gave none or was erased.
    #[schema(examples("A••• L•••"))]
    pub name: String,
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

/// What a ticket is after a change.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketState)]
pub struct TicketStateOut {
    pub id: TicketNumber,
    #[schema(minimum = 1)]
    pub version: i64,
    pub status_id: Uuid,
    pub status_category: StatusCategoryWord,
    /// For staff only, like everything below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<PriorityWord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskWord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<Uuid>,
}

impl TicketOut {
    pub fn new(viewer: &Viewer, summary: Summary) -> Self {
        let out = Self {
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
            version: summary.version,
            customer: None,
            priority: None,
            risk: None,
            assignee: None,
            team: None,
            tags: None,
            updated_at: None,
            message_count: None,
            read_seq: None,
            unread: None,
        };
        if !viewer.is_staff() {
            return out;
        }
        let name = summary.customer_name.as_deref().map(mask::name).unwrap_or_default();
        let behind = summary.read_seq.is_none_or(|seq| seq < summary.version);
        Self {
            customer: Some(TicketCustomerOut { id: summary.customer_id.uuid(), name }),
            priority: Some(summary.priority.into()),
            risk: Some(summary.risk.into()),
            assignee: summary.assignee.map(Into::into),
            team: summary.team.map(Into::into),
            tags: Some(summary.tags),
            updated_at: Some(summary.updated_at.into()),
            message_count: Some(summary.message_count),
            read_seq: summary.read_seq,
            unread: Some(behind && summary.last_message_by == Author::Customer),
            ..out
        }
    }
}

impl TicketStateOut {
    pub fn new(viewer: &Viewer, ticket: Ticket) -> Self {
        let inside = viewer.is_staff();
        Self {
            id: ticket.public_id.into(),
            version: ticket.version,
            status_id: ticket.status_id.uuid(),
            status_category: ticket.status_category.into(),
            priority: inside.then(|| ticket.priority.into()),
            risk: inside.then(|| ticket.risk.into()),
            assignee_id: ticket.assignee_id.filter(|_| inside).map(|id| id.uuid()),
            team_id: ticket.team_id.filter(|_| inside).map(|id| id.uuid()),
        }
    }
}
