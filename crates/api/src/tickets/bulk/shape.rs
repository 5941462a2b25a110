use proofdesk_desk::code::Code;
use proofdesk_desk::id::{Id as _, StaffId, StatusId, TeamId};
use proofdesk_desk::limits;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::bulk::{Act, Done, Undo};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::params::Seq;
use crate::tickets::shape::{SnoozeShape, StaffTicketStateOut};
use crate::wire::{LinkKindWord, PriorityWord, TagText, TicketNumber};

/// Tickets, and what to do to each of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkAct)]
pub struct BulkIn {
    #[schema(min_items = 1, max_items = 500)]
    pub tickets: Vec<BulkTicketIn>,
    pub act: ActIn,
}

/// A ticket to act on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkTicket)]
pub struct BulkTicketIn {
    pub id: TicketNumber,
    /// The version that was seen: one that has moved on is left alone. Without it the act is done whatever happened meanwhile.
    pub version: Option<Seq>,
}

/// Tickets, and the one that they are to go on in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkMerge)]
pub struct BulkMergeIn {
    #[schema(min_items = 1, max_items = 500)]
    pub tickets: Vec<BulkTicketIn>,
    pub into: TicketNumber,
}

/// Tickets, and what another one is to each of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkLink)]
pub struct BulkLinkIn {
    #[schema(min_items = 1, max_items = 500)]
    pub tickets: Vec<TicketNumber>,
    pub other: TicketNumber,
    pub kind: LinkKindWord,
}

/// What to do to each ticket.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = TicketAct, examples(json!({"priority": "high"})))]
pub enum ActIn {
    /// A status's id.
    Status(Uuid),
    /// A member's id, or `null` for nobody; the team stays.
    Assignee(Option<Uuid>),
    /// A team's id, or `null` for none; the member stays.
    Team(Option<Uuid>),
    Priority(PriorityWord),
    Tags(TagsIn),
    /// Puts it aside, or brings it back with `null`.
    Snooze(Option<SnoozeShape>),
}

/// Tags to put on, which are made when they are new, and to take off.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TagChanges)]
pub struct TagsIn {
    #[serde(default)]
    #[schema(max_items = 30)]
    pub add: Vec<TagText>,
    #[serde(default)]
    #[schema(max_items = 30)]
    pub remove: Vec<TagText>,
}

/// Tickets, and what turns an act on each of them back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkUndo)]
pub struct BulkUndoIn {
    #[schema(min_items = 1, max_items = 500)]
    pub tickets: Vec<UndoTicketIn>,
}

/// A ticket to turn an act back on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UndoTicket)]
pub struct UndoTicketIn {
    pub id: TicketNumber,
    pub undo: UndoShape,
}

/// What an act changed: `from` comes back where `to` still stands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = TicketUndo, examples(json!({"priority": {"from": "normal", "to": "high"}})))]
pub enum UndoShape {
    Status(StatusMove),
    Assignee(HolderMove),
    Team(HolderMove),
    Priority(PriorityMove),
    Tags(TagMove),
    Snooze(SnoozeMove),
    Merge(MergeMove),
    Link(LinkMove),
}

/// From one status to another, by their ids.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusMove {
    pub from: Uuid,
    pub to: Uuid,
}

/// From one member or team to another; `null` is nobody.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HolderMove {
    pub from: Option<Uuid>,
    pub to: Option<Uuid>,
}

/// From one time of being put aside to another; `null` is not being put aside.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SnoozeMove {
    pub from: Option<SnoozeShape>,
    pub to: Option<SnoozeShape>,
}

/// From going on in one ticket to going on in another; `null` is standing for itself.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeMove {
    pub from: Option<TicketNumber>,
    pub to: Option<TicketNumber>,
}

/// From one kind of link with another ticket to another kind; `null` is none.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkMove {
    pub other: TicketNumber,
    pub from: Option<LinkKindWord>,
    pub to: Option<LinkKindWord>,
}

/// From one priority to another.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PriorityMove {
    pub from: PriorityWord,
    pub to: PriorityWord,
}

/// Tags that were missing and were put on, and tags that were there and were taken off.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TagMove {
    #[schema(max_items = 30)]
    pub added: Vec<TagText>,
    #[schema(max_items = 30)]
    pub removed: Vec<TagText>,
}

/// What became of one of many tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = BulkOutcome)]
pub enum OutcomeOut {
    Done,
    /// It was so already.
    Unchanged,
    /// Somebody changed it meanwhile.
    Changed,
    /// Whoever asks may not do this to it.
    NotAllowed,
    NotFound,
    /// Something else is in the way: `code` says what.
    Refused,
    /// Nothing was done for a reason of the desk's own; the same request may succeed later.
    Failed,
}

/// One of many tickets after an act.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BulkItem)]
pub struct BulkItemOut {
    pub id: TicketNumber,
    pub outcome: OutcomeOut,
    /// Why nothing was done: one of the codes of problems.
    #[schema(examples("version-conflict"))]
    pub code: Option<String>,
    /// As it stands after the act, done or not needed.
    pub ticket: Option<StaffTicketStateOut>,
    /// What turns it back, when something was done.
    pub undo: Option<UndoShape>,
}

/// What became of each ticket, in the order asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BulkOutcomes)]
pub struct BulkOut {
    pub items: Vec<BulkItemOut>,
}

/// What is kept of an act under its idempotency key.
#[derive(Debug, Serialize, Deserialize)]
pub struct DoneOut {
    ticket: StaffTicketStateOut,
    undo: Option<UndoShape>,
}

impl ActIn {
    /// # Errors
    /// `field-required` or `field-too-long` for a tag.
    pub fn read(self) -> proofdesk_desk::Result<Act> {
        Ok(match self {
            Self::Status(id) => Act::Status(StatusId::from_uuid(id)),
            Self::Assignee(id) => Act::Assignee(id.map(StaffId::from_uuid)),
            Self::Team(id) => Act::Team(id.map(TeamId::from_uuid)),
            Self::Priority(priority) => Act::Priority(priority.0),
            Self::Tags(TagsIn { add, remove }) => {
                Act::Tags { add: tags(&add)?, remove: tags(&remove)? }
            }
            Self::Snooze(snooze) => Act::Snooze(snooze.map(Into::into)),
        })
    }
}

impl UndoShape {
    /// # Errors
    /// `field-required` or `field-too-long` for a tag.
    pub fn read(&self) -> proofdesk_desk::Result<Undo> {
        Ok(match self {
            Self::Status(StatusMove { from, to }) => {
                Undo::Status { from: StatusId::from_uuid(*from), to: StatusId::from_uuid(*to) }
            }
            Self::Assignee(HolderMove { from, to }) => Undo::Assignee {
                from: from.map(StaffId::from_uuid),
                to: to.map(StaffId::from_uuid),
            },
            Self::Team(HolderMove { from, to }) => {
                Undo::Team { from: from.map(TeamId::from_uuid), to: to.map(TeamId::from_uuid) }
            }
            Self::Priority(PriorityMove { from, to }) => Undo::Priority { from: from.0, to: to.0 },
            Self::Tags(TagMove { added, removed }) => {
                Undo::Tags { added: tags(added)?, removed: tags(removed)? }
            }
            Self::Snooze(SnoozeMove { from, to }) => {
                Undo::Snooze { from: from.clone().map(Into::into), to: to.clone().map(Into::into) }
            }
            Self::Merge(MergeMove { from, to }) => {
                let number = |number: &Option<TicketNumber>| number.clone().map(|number| number.0);
                Undo::Merge { from: number(from), to: number(to) }
            }
            Self::Link(LinkMove { other, from, to }) => Undo::Link {
                other: other.0.clone(),
                from: from.map(|kind| kind.0),
                to: to.map(|kind| kind.0),
            },
        })
    }
}

fn tags(typed: &[TagText]) -> proofdesk_desk::Result<Vec<Clean>> {
    if typed.len() > limits::TAGS_PER_TICKET {
        let limit = limits::TAGS_PER_TICKET.to_string();
        return Err(proofdesk_desk::Error::field_with(
            "tags",
            Code::TooMany,
            vec![("limit", limit)],
        ));
    }
    typed.iter().map(|tag| Clean::line("tag", &tag.0, limits::TAG_CHARS)).collect()
}

fn names(tags: Vec<Clean>) -> Vec<TagText> {
    tags.into_iter().map(|tag| TagText(tag.as_str().to_owned())).collect()
}

impl From<Undo> for UndoShape {
    fn from(undo: Undo) -> Self {
        match undo {
            Undo::Status { from, to } => {
                Self::Status(StatusMove { from: from.uuid(), to: to.uuid() })
            }
            Undo::Assignee { from, to } => Self::Assignee(HolderMove {
                from: from.map(|id| id.uuid()),
                to: to.map(|id| id.uuid()),
            }),
            Undo::Team { from, to } => Self::Team(HolderMove {
                from: from.map(|id| id.uuid()),
                to: to.map(|id| id.uuid()),
            }),
            Undo::Priority { from, to } => {
                Self::Priority(PriorityMove { from: from.into(), to: to.into() })
            }
            Undo::Tags { added, removed } => {
                Self::Tags(TagMove { added: names(added), removed: names(removed) })
            }
            Undo::Snooze { from, to } => {
                Self::Snooze(SnoozeMove { from: from.map(Into::into), to: to.map(Into::into) })
            }
            Undo::Merge { from, to } => {
                Self::Merge(MergeMove { from: from.map(Into::into), to: to.map(Into::into) })
            }
            Undo::Link { other, from, to } => Self::Link(LinkMove {
                other: other.into(),
                from: from.map(Into::into),
                to: to.map(Into::into),
            }),
        }
    }
}

impl From<Done> for DoneOut {
    fn from(done: Done) -> Self {
        Self { ticket: done.ticket.into(), undo: done.undo.map(Into::into) }
    }
}

impl BulkItemOut {
    pub fn done(id: TicketNumber, DoneOut { ticket, undo }: DoneOut) -> Self {
        let outcome = if undo.is_some() { OutcomeOut::Done } else { OutcomeOut::Unchanged };
        Self { id, outcome, code: None, ticket: Some(ticket), undo }
    }

    pub fn refused(id: TicketNumber, code: Code) -> Self {
        let outcome = match code {
            Code::VersionConflict => OutcomeOut::Changed,
            Code::NoPermission => OutcomeOut::NotAllowed,
            Code::NotFound => OutcomeOut::NotFound,
            code if code.status() >= 500 => OutcomeOut::Failed,
            _ => OutcomeOut::Refused,
        };
        Self { id, outcome, code: Some(code.as_str().to_owned()), ticket: None, undo: None }
    }
}
