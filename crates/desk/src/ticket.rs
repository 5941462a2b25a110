//! One problem of one customer: its row, its events, and the pure rules between them.

pub mod actions;
pub mod attention;
pub mod bulk;
pub mod erase;
mod event;
pub(crate) mod exchange;
pub(crate) mod import;
pub mod linked;
mod mask;
pub mod mention;
pub mod merge;
pub mod participant;
pub mod search;
pub mod snooze;
pub mod split;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::EvidenceFact;
use crate::form::AnswerFact;
use crate::id::{
    AttachmentId, BrandId, CategoryId, CustomerId, EvidenceId, MessageId, PublicId,
    SideConversationId, StaffId, StatusId, TagId, TeamId, TicketId,
};
use crate::identity::Level;
use crate::side_conversation::Side;
use crate::time::Timestamp;
use crate::viewer::{Placement, Viewer};
use crate::words::words;

pub(crate) use erase::erase_facts;
pub use event::{
    AssignmentSet, AttachmentFact, Change, ErasureAsked, Escalated, FileInfected, FileMasked,
    GivenBack, Imported, Joined, LastWord, Linked, MacrosApplied, MaskedFact, MaskedFile,
    Mentioned, Merged, MessageAdded, MessageFact, MessageMasked, Nudged, Opened, Parted,
    ParticipantsAdded, ParticipantsRemoved, PrioritySet, Restated, RiskSet, SideClosed,
    SideFilesShared, SideReopened, SideStarted, SideWritten, SplitFrom, SplitOff, StatusSet,
    SubjectMasked, Tagged, TakenBack, Unlinked, Unmerged, Untagged, Woken, fold,
};
pub(crate) use event::{SAID_ANEW, WORDY};
pub(crate) use mask::{
    begin as begin_masking, mask_answers, mask_file, mask_file_name, mask_message, mask_subject,
};
pub use sql::ALL;

words! {
    /// The fixed categories behind the free names of statuses. Each says whose turn it is.
    pub enum StatusCategory {
        Open = "open",
        WaitingOnCustomer = "waiting_on_customer",
        WaitingOnInternal = "waiting_on_internal",
        Solved = "solved",
        Closed = "closed",
    }
}

impl StatusCategory {
    /// Says whether somebody still has something to do.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Open | Self::WaitingOnCustomer | Self::WaitingOnInternal)
    }
}

words! {
    /// How soon. The row stores its place in this order, so that queues can sort by it.
    pub enum Priority {
        Low = "low",
        Normal = "normal",
        High = "high",
        Urgent = "urgent",
    }
}

impl Priority {
    /// The place in the order, 0 for the lowest.
    pub fn rank(self) -> i64 {
        match self {
            Self::Low => 0,
            Self::Normal => 1,
            Self::High => 2,
            Self::Urgent => 3,
        }
    }

    /// The priority of a stored rank.
    ///
    /// # Errors
    /// For a rank that no priority has.
    pub fn of_rank(rank: i64) -> proofdesk_store::Result<Self> {
        let found = Self::ALL.iter().copied().find(|p| p.rank() == rank);
        found.ok_or_else(|| proofdesk_store::Error::Decode("a rank of no priority".to_owned()))
    }
}

words! {
    /// What the desk fears for the account behind a ticket.
    pub enum Risk {
        None = "none",
        SuspectedTheft = "suspected_theft",
    }
}

words! {
    /// Who may read a message.
    pub enum Visibility {
        Public = "public",
        Internal = "internal",
    }
}

words! {
    /// Whose message it is.
    pub enum Author {
        Customer = "customer",
        Staff = "staff",
        System = "system",
    }
}

impl Author {
    /// Who writes in this viewer's name.
    pub(crate) fn of(viewer: &Viewer) -> Self {
        match viewer {
            Viewer::Customer(_) => Self::Customer,
            Viewer::Staff(_) => Self::Staff,
            Viewer::Anonymous | Viewer::System(_) | Viewer::Operator => Self::System,
        }
    }
}

words! {
    /// Why a status changed.
    pub enum StatusCause {
        Staff = "staff",
        CustomerReplied = "customer_replied",
        CustomerReopened = "customer_reopened",
        CustomerSolved = "customer_solved",
        /// Another ticket goes on in it that had more left to be done.
        Merged = "merged",
        /// And was taken apart from it again.
        Unmerged = "unmerged",
        /// What it waited for inside the house has come. No word of whom: customers read it.
        Desk = "desk",
    }
}

words! {
    /// Why a risk was set.
    pub enum RiskCause {
        LeakedKey = "leaked_key",
        /// The customer says that somebody else has their account.
        AccountTaken = "account_taken",
        /// The exchange says that it fears for the account.
        ExchangeAlert = "exchange_alert",
        Staff = "staff",
    }
}

/// A ticket's row. `version` is the `seq` of the last event of its stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub id: TicketId,
    pub public_id: PublicId,
    pub brand_id: BrandId,
    pub customer_id: CustomerId,
    pub category_id: CategoryId,
    pub subject: String,
    pub status_id: StatusId,
    pub status_category: StatusCategory,
    pub priority: Priority,
    pub risk: Risk,
    pub assignee_id: Option<StaffId>,
    pub team_id: Option<TeamId>,
    /// Where it came by: `portal`, `console`, `api`.
    pub channel: String,
    /// BCP 47 tag of the language the customer is answered in.
    pub lang: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub last_message_at: Timestamp,
    pub last_message_by: Author,
    pub solved_at: Option<Timestamp>,
    /// Public messages and notes.
    pub message_count: i64,
    pub version: i64,
}

impl Ticket {
    /// The facts that decide who may see it.
    pub fn placement(&self) -> Placement {
        Placement {
            brand_id: self.brand_id,
            customer_id: self.customer_id,
            assignee_id: self.assignee_id,
            team_id: self.team_id,
        }
    }
}

words! {
    /// Who answers: each tier may do more than the one before it.
    pub enum Tier {
        First = "first",
        Second = "second",
        Lead = "lead",
    }
}

impl Tier {
    /// The place in the order, 1 for the first.
    pub fn rank(self) -> i64 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Lead => 3,
        }
    }

    /// The tier of a stored rank.
    ///
    /// # Errors
    /// For a rank that no tier has.
    pub fn of_rank(rank: i64) -> proofdesk_store::Result<Self> {
        let found = Self::ALL.iter().copied().find(|tier| tier.rank() == rank);
        found.ok_or_else(|| proofdesk_store::Error::Decode("a rank of no tier".to_owned()))
    }

    /// The one above; `None` at the top, where a formal complaint is what is left.
    pub fn above(self) -> Option<Self> {
        match self {
            Self::First => Some(Self::Second),
            Self::Second => Some(Self::Lead),
            Self::Lead => None,
        }
    }
}

/// How far up a ticket was asked to go, and how often its customer has asked since anybody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attention {
    pub tier: Tier,
    pub escalated_at: Option<Timestamp>,
    /// Since the last reply of staff.
    pub nudges: i64,
    /// The last one, whether or not it was answered.
    pub nudged_at: Option<Timestamp>,
}

impl Default for Attention {
    fn default() -> Self {
        Self { tier: Tier::First, escalated_at: None, nudges: 0, nudged_at: None }
    }
}

words! {
    /// What brings a ticket back that was put aside. Its customer's reply does so in any case.
    pub enum WakeOn {
        Time = "time",
        Reply = "reply",
        /// The exchange tells of a deposit of the customer's.
        Deposit = "deposit",
    }
}

words! {
    /// Why a ticket came back.
    pub enum WakeCause {
        Time = "time",
        Deposit = "deposit",
        Staff = "staff",
        /// A department answered that was asked about it.
        Department = "department",
    }
}

/// For how long a ticket is put aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Snooze {
    pub wake_on: WakeOn,
    /// Of [`WakeOn::Time`]: the moment.
    pub until: Option<Timestamp>,
}

words! {
    /// What a linked ticket is to the one that it is shown beside.
    pub enum LinkKind {
        /// What is known of the one helps with the other.
        Related = "related",
        /// This one is a case or a part of it.
        Parent = "parent",
        /// It is a case or a part of this one.
        Child = "child",
    }
}

impl LinkKind {
    /// What this one is to the other.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Related => Self::Related,
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
        }
    }
}

/// Whom one note mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// By their own names.
    pub direct: BTreeSet<StaffId>,
    /// By the name of a team alone.
    pub of_teams: BTreeSet<StaffId>,
    pub teams: BTreeSet<TeamId>,
}

/// What [`fold`] reproduces from a ticket's events alone: its row, its tags, its evidence, its answers, the attention it
/// was asked to get, for how long it is put aside, in which ticket it goes on, which ones it is linked with,
/// which messages were split off it or for it, who follows it, whom its notes mention, and what departments were asked about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub ticket: Ticket,
    pub tags: BTreeSet<TagId>,
    pub evidence: BTreeMap<EvidenceId, EvidenceFact>,
    /// By question.
    pub answers: BTreeMap<String, AnswerFact>,
    pub attention: Attention,
    pub snooze: Option<Snooze>,
    /// The ticket that it was merged into; that one may have been merged into another since.
    pub merged_into: Option<TicketId>,
    /// What each of the others is to it.
    pub linked: BTreeMap<TicketId, LinkKind>,
    /// Messages of its own that are shown in another ticket.
    pub split_off: BTreeMap<MessageId, TicketId>,
    /// Messages of another ticket that are shown in it.
    pub split_from: BTreeSet<MessageId>,
    /// Who follows it without being assigned, whether or not they may see it still.
    pub participants: BTreeSet<StaffId>,
    /// By note.
    pub mentions: BTreeMap<MessageId, Mentions>,
    pub side_conversations: BTreeMap<SideConversationId, Side>,
    /// The notes that are part of one.
    pub side_messages: BTreeMap<MessageId, SideConversationId>,
    /// The files of the ticket that were given to a department with one of them.
    pub side_files: BTreeSet<(MessageId, AttachmentId)>,
}

/// The status that a customer's message leads to, or `None` when it stays as it is.
///
/// A waiting or solved ticket is open again, since it is the desk's turn; a closed one is answered by a new ticket.
pub fn after_customer_message(category: StatusCategory) -> Option<StatusCause> {
    match category {
        StatusCategory::WaitingOnCustomer => Some(StatusCause::CustomerReplied),
        StatusCategory::Solved => Some(StatusCause::CustomerReopened),
        StatusCategory::Open | StatusCategory::WaitingOnInternal | StatusCategory::Closed => None,
    }
}

/// A message as rows hold it, without its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: MessageId,
    pub ticket_id: TicketId,
    /// The place of its event in the ticket's stream.
    pub seq: i64,
    pub visibility: Visibility,
    pub author: Author,
    /// The customer's or the member's id; `None` for the desk itself.
    pub author_id: Option<uuid::Uuid>,
    pub channel: String,
    pub lang: String,
    pub created_at: Timestamp,
    /// How far the customer had proven who they are who wrote it; `None` for everybody else, and where nobody wrote it down.
    pub verification: Option<Level>,
}
