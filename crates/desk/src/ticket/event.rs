//! The frozen payloads of a ticket's events, and the one function that turns them into rows.
//!
//! Verbs change a row by applying an event to it, so replaying the events cannot give another row.

use serde::{Deserialize, Serialize};

use super::{
    Author, LinkKind, Mentions, Message, Priority, Risk, RiskCause, Snooze, State, StatusCategory,
    StatusCause, Ticket, Tier, Visibility, WakeCause,
};
use crate::attachment::Metadata;
use crate::evidence::{EvidenceAdded, EvidenceChanged, EvidenceFound, EvidenceRemoved};
use crate::exchange_event::ExchangeTold;
use crate::form::{AnswerFact, Answered};
use crate::id::{
    AttachmentId, BrandId, CategoryId, CustomerId, DepartmentId, MacroId, MessageId, PublicId,
    SideConversationId, StaffId, StatusId, TagId, TeamId, TicketId,
};
use crate::identity::Level;
use crate::log::erasure::Subject;
use crate::log::{NewEvent, Payload};
use crate::side_conversation::{Side, SideAuthor};
use crate::time::Timestamp;
use crate::verification::event::{VerificationAsked, VerificationProven, VerificationWithdrawn};

/// A file that came with a message: enough to prove its bytes later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentFact {
    pub id: AttachmentId,
    /// Of the plain bytes, lower-case hex.
    pub sha256: String,
    pub size: u64,
    /// [`crate::log::hash::file_label_digest`], lower-case hex; `None` in events that are older than it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_digest: Option<String>,
    /// [`crate::log::hash::file_leaks_digest`], lower-case hex; `None` in events that are older than it, which say nothing of
    /// `metadata` either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaks_digest: Option<String>,
    /// What became of a picture's metadata; `None` for what holds none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
}

/// A message as the log knows it: everything but the text, and a salted digest of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageFact {
    pub id: MessageId,
    pub visibility: Visibility,
    pub author: Author,
    pub author_id: Option<uuid::Uuid>,
    pub channel: String,
    pub lang: String,
    /// [`crate::log::hash::body_digest`], lower-case hex.
    pub body_digest: String,
    pub attachments: Vec<AttachmentFact>,
    /// When it was written, as the desk says that it was brought from; `None` for what was written here, at the event's own moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_at: Option<Timestamp>,
    /// How far the customer had proven who they are who wrote it, at that moment; `None` for everybody else, and in events that are
    /// older than it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<Level>,
}

impl MessageFact {
    /// What the log knows of a message that is written here.
    pub(super) fn of(
        message: Message,
        body_digest: String,
        attachments: Vec<AttachmentFact>,
    ) -> Self {
        let Message { id, visibility, author, author_id, channel, lang, verification, .. } =
            message;
        let written_at = None;
        Self {
            id,
            visibility,
            author,
            author_id,
            channel,
            lang,
            body_digest,
            attachments,
            written_at,
            verification,
        }
    }
}

/// `ticket.opened`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    pub public_id: PublicId,
    pub brand_id: BrandId,
    pub customer_id: CustomerId,
    pub category_id: CategoryId,
    pub subject: String,
    pub status_id: StatusId,
    pub status_category: StatusCategory,
    pub priority: Priority,
    pub risk: Risk,
    pub channel: String,
    pub lang: String,
    pub message: MessageFact,
}

/// `ticket.message_added`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageAdded {
    pub message: MessageFact,
}

/// `ticket.status_set`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusSet {
    pub status_id: StatusId,
    pub status_category: StatusCategory,
    pub cause: StatusCause,
}

/// `ticket.assignment_set`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentSet {
    pub assignee_id: Option<StaffId>,
    pub team_id: Option<TeamId>,
}

/// `ticket.priority_set`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrioritySet {
    pub priority: Priority,
}

/// `ticket.risk_set`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskSet {
    pub risk: Risk,
    pub cause: RiskCause,
}

/// `ticket.tagged`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tagged {
    pub tag_id: TagId,
}

/// `ticket.untagged`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Untagged {
    pub tag_id: TagId,
}

/// `ticket.file_infected`, version 1: the virus scanner found something in a file of the ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileInfected {
    pub attachment_id: AttachmentId,
    /// Of the plain bytes, lower-case hex.
    pub sha256: String,
    /// What the scanner calls what it found.
    pub signature: String,
}

/// A body that the guard's newer rules masked: what its digest is from now on, and what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskedFact {
    /// The message.
    pub id: MessageId,
    /// [`crate::log::hash::body_digest`], lower-case hex.
    pub body_digest: String,
    /// The digest that held until now. What it was made of is gone.
    pub superseded: String,
}

/// `ticket.message_masked`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageMasked {
    pub masked: MaskedFact,
    pub visibility: Visibility,
    /// What was found, each kind once.
    pub kinds: Vec<String>,
}

/// What a file is from now on, and what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskedFile {
    pub now: AttachmentFact,
    /// What held until now. The name or the bytes that it was made of are gone.
    pub superseded: AttachmentFact,
}

/// `ticket.file_masked`, version 1: the guard's newer rules masked a file's name or the text in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMasked {
    pub masked_file: MaskedFile,
    pub message_id: MessageId,
    /// The message's.
    pub visibility: Visibility,
    /// What was found, each kind once.
    pub kinds: Vec<String>,
}

/// Where in its stream, and when, the event stands that is said anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restated {
    pub seq: i64,
    pub at_us: i64,
}

/// `ticket.subject_masked`, version 1: the opening said anew with the masked subject, because its payload, which holds the
/// old one, is erased. Of a subject that was erased itself, nothing is left and no kind is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectMasked {
    pub subject: String,
    /// What was found, each kind once.
    pub kinds: Vec<String>,
    pub restates: Restated,
    /// `None` when its payload had been erased before.
    pub opening: Option<Opened>,
}

/// `ticket.erasure_asked`, version 1: somebody has a message or a file erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureAsked {
    pub subject: Subject,
    /// The message or the file.
    pub subject_id: uuid::Uuid,
    /// As they wrote it and the guard left it.
    pub reason: String,
}

/// `ticket.nudged`, version 1: the customer asks whether anybody is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nudged {
    /// How often they have asked since anybody answered, this time included.
    pub count: i64,
}

/// `ticket.escalated`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalated {
    /// Who is asked to look at it now.
    pub tier: Tier,
    /// The message that says why.
    pub message_id: MessageId,
}

/// `ticket.macros_applied`, version 1: a message was sent with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MacrosApplied {
    pub message_id: MessageId,
    pub macro_ids: Vec<MacroId>,
}

/// `ticket.snoozed`, version 1: it is put aside.
pub type Snoozed = Snooze;

/// `ticket.woken`, version 1: it is back among what is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Woken {
    pub cause: WakeCause,
    /// Who was told of it: whom it was assigned to.
    pub told: Option<StaffId>,
}

/// `ticket.merged`, version 1: it goes on in another ticket of the same customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    pub into_id: TicketId,
    pub into: PublicId,
    /// What it stands at from now on.
    pub status_id: StatusId,
    pub status_category: StatusCategory,
}

/// `ticket.unmerged`, version 1: it stands for itself again, as it did before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmerged {
    pub from_id: TicketId,
    pub from: PublicId,
    pub status_id: StatusId,
    pub status_category: StatusCategory,
    pub solved_at: Option<Timestamp>,
    pub snooze: Option<Snooze>,
}

/// When the last public message was written, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastWord {
    pub at: Timestamp,
    pub by: Author,
}

/// `ticket.joined`, version 1: another ticket goes on in this one. What is absent stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    pub ticket_id: TicketId,
    pub number: PublicId,
    pub last_word: Option<LastWord>,
    /// That the other one was asked to be looked at by.
    pub tier: Option<Tier>,
    /// How often its customer has asked since anybody answered.
    pub nudges: Option<i64>,
}

/// `ticket.parted`, version 1: a ticket that went on in this one stands for itself again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parted {
    pub ticket_id: TicketId,
    pub number: PublicId,
    /// Among the messages that are left.
    pub last_word: Option<LastWord>,
}

/// `ticket.split_off`, version 1: messages of it are shown in another ticket from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitOff {
    pub ticket_id: TicketId,
    pub number: PublicId,
    pub message_ids: Vec<MessageId>,
    /// Among the messages that are left; absent where it is as it was.
    pub last_word: Option<LastWord>,
}

/// `ticket.split_from`, version 1: messages of another ticket are shown in this one, which was made for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitFrom {
    pub ticket_id: TicketId,
    pub number: PublicId,
    pub message_ids: Vec<MessageId>,
    /// The last of the messages.
    pub last_word: Option<LastWord>,
}

/// `ticket.taken_back`, version 1: messages of it that were shown in another ticket are shown in it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    pub ticket_id: TicketId,
    pub number: PublicId,
    pub message_ids: Vec<MessageId>,
    pub last_word: Option<LastWord>,
}

/// `ticket.given_back`, version 1: messages of another ticket are shown in it no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenBack {
    pub ticket_id: TicketId,
    pub number: PublicId,
    pub message_ids: Vec<MessageId>,
}

/// `ticket.linked`, version 1: it belongs together with another ticket. Nothing of that one but its inner id stands here,
/// because not everybody who sees this one sees that one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    pub ticket_id: TicketId,
    /// What the other one is to this one.
    pub kind: LinkKind,
}

/// `ticket.unlinked`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlinked {
    pub ticket_id: TicketId,
}

/// `ticket.participants_added`, version 1: members of staff follow it from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantsAdded {
    pub staff_ids: Vec<StaffId>,
}

/// `ticket.participants_removed`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantsRemoved {
    pub staff_ids: Vec<StaffId>,
}

/// `ticket.mentioned`, version 1: a note mentions members of staff, who follow the ticket from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentioned {
    pub message_id: MessageId,
    /// By their own names.
    pub staff_ids: Vec<StaffId>,
    pub team_ids: Vec<TeamId>,
    /// By the name of a team alone.
    pub of_teams: Vec<StaffId>,
}

/// `ticket.side_started`, version 1: a department is asked about it, in a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideStarted {
    pub side_conversation_id: SideConversationId,
    pub department_id: DepartmentId,
    /// While the department is asked, the ticket waits.
    pub pauses: bool,
    pub message_id: MessageId,
}

/// `ticket.side_written`, version 1: a note is one more message of a side conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideWritten {
    pub side_conversation_id: SideConversationId,
    pub message_id: MessageId,
    pub by: SideAuthor,
    /// Who was told of an answer: whom the ticket is assigned to, who asked, and who follows it.
    pub told: Vec<StaffId>,
}

/// `ticket.side_files_shared`, version 1: files of the ticket were given to the department with a note of a side conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideFilesShared {
    pub side_conversation_id: SideConversationId,
    pub message_id: MessageId,
    pub attachment_ids: Vec<AttachmentId>,
}

/// `ticket.side_closed`, version 1: the link to a side conversation opens it no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideClosed {
    pub side_conversation_id: SideConversationId,
}

/// `ticket.side_reopened`, version 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideReopened {
    pub side_conversation_id: SideConversationId,
}

/// `ticket.imported`, version 1: it was worked on elsewhere and was brought here with all that was written in it. The moments are
/// those that the other desk tells; the event has the one at which it told them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// What it was brought from, by a name that the operator chose.
    pub source: String,
    /// What it was called there.
    pub external_id: String,
    pub created_at: Timestamp,
    pub solved_at: Option<Timestamp>,
}

macro_rules! changes {
    ($($name:ident = $kind:literal),* $(,)?) => {
        /// One thing that happened to a ticket.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Change { $($name($name)),* }

        $(impl Payload for $name {
            const KIND: &'static str = $kind;
            const V: i64 = 1;
        })*

        impl Change {
            /// The event that tells it.
            ///
            /// # Errors
            /// As [`NewEvent::of`].
            pub fn event(&self) -> crate::Result<NewEvent> {
                match self { $(Self::$name(payload) => NewEvent::of(payload)),* }
            }

            /// Reads an event's payload; `None` for kinds and versions of another time, which change no row of this one.
            ///
            /// # Errors
            /// When the payload is no JSON of its kind.
            pub fn read(kind: &str, v: i64, payload: &[u8]) -> serde_json::Result<Option<Self>> {
                match (kind, v) {
                    $(($kind, 1) => serde_json::from_slice(payload).map(|p| Some(Self::$name(p))),)*
                    _ => Ok(None),
                }
            }
        }
    };
}

changes! {
    Opened = "ticket.opened",
    MessageAdded = "ticket.message_added",
    StatusSet = "ticket.status_set",
    AssignmentSet = "ticket.assignment_set",
    PrioritySet = "ticket.priority_set",
    RiskSet = "ticket.risk_set",
    Tagged = "ticket.tagged",
    Untagged = "ticket.untagged",
    EvidenceFound = "ticket.evidence_found",
    EvidenceAdded = "ticket.evidence_added",
    EvidenceChanged = "ticket.evidence_changed",
    EvidenceRemoved = "ticket.evidence_removed",
    FileInfected = "ticket.file_infected",
    MessageMasked = "ticket.message_masked",
    FileMasked = "ticket.file_masked",
    SubjectMasked = "ticket.subject_masked",
    ErasureAsked = "ticket.erasure_asked",
    Answered = "ticket.answered",
    Nudged = "ticket.nudged",
    Escalated = "ticket.escalated",
    ExchangeTold = "ticket.exchange_told",
    MacrosApplied = "ticket.macros_applied",
    Snoozed = "ticket.snoozed",
    Woken = "ticket.woken",
    Merged = "ticket.merged",
    Unmerged = "ticket.unmerged",
    Joined = "ticket.joined",
    Parted = "ticket.parted",
    Linked = "ticket.linked",
    Unlinked = "ticket.unlinked",
    SplitOff = "ticket.split_off",
    SplitFrom = "ticket.split_from",
    TakenBack = "ticket.taken_back",
    GivenBack = "ticket.given_back",
    ParticipantsAdded = "ticket.participants_added",
    ParticipantsRemoved = "ticket.participants_removed",
    Mentioned = "ticket.mentioned",
    SideStarted = "ticket.side_started",
    SideWritten = "ticket.side_written",
    SideFilesShared = "ticket.side_files_shared",
    SideClosed = "ticket.side_closed",
    SideReopened = "ticket.side_reopened",
    Imported = "ticket.imported",
    VerificationAsked = "ticket.verification_asked",
    VerificationProven = "ticket.verification_proven",
    VerificationWithdrawn = "ticket.verification_withdrawn",
}

/// The kinds, beside the openings, in whose payloads words of people stand. What they say of a row goes from it with them.
pub(crate) const WORDY: [&str; 7] = [
    "ticket.evidence_found",
    "ticket.evidence_added",
    "ticket.evidence_changed",
    "ticket.answered",
    "ticket.exchange_told",
    "ticket.erasure_asked",
    "guard.reason_masked",
];

/// The kinds whose payloads are erased when a subject is masked, and said anew by the latest of them.
pub(crate) const SAID_ANEW: [&str; 2] = ["ticket.opened", "ticket.subject_masked"];

impl Opened {
    /// The row that an opening makes.
    pub fn ticket(&self, id: TicketId, at: Timestamp) -> Ticket {
        let written_at = self.message.written_at.unwrap_or(at);
        Ticket {
            id,
            public_id: self.public_id.clone(),
            brand_id: self.brand_id,
            customer_id: self.customer_id,
            category_id: self.category_id,
            subject: self.subject.clone(),
            status_id: self.status_id,
            status_category: self.status_category,
            priority: self.priority,
            risk: self.risk,
            assignee_id: None,
            team_id: None,
            channel: self.channel.clone(),
            lang: self.lang.clone(),
            created_at: written_at,
            updated_at: at,
            last_message_at: written_at,
            last_message_by: self.message.author,
            solved_at: None,
            message_count: 1,
            version: 1,
        }
    }
}

impl Mentioned {
    /// All who are told, by whichever name.
    pub(super) fn everybody(&self) -> impl Iterator<Item = StaffId> + '_ {
        self.staff_ids.iter().chain(&self.of_teams).copied()
    }
}

impl From<&Mentioned> for Mentions {
    fn from(mentioned: &Mentioned) -> Self {
        Self {
            direct: mentioned.staff_ids.iter().copied().collect(),
            of_teams: mentioned.of_teams.iter().copied().collect(),
            teams: mentioned.team_ids.iter().copied().collect(),
        }
    }
}

impl Ticket {
    fn take(&mut self, last_word: Option<LastWord>) {
        if let Some(LastWord { at, by }) = last_word {
            self.last_message_at = at;
            self.last_message_by = by;
        }
    }
}

fn counted(ids: &[MessageId]) -> i64 {
    i64::try_from(ids.len()).unwrap_or(i64::MAX)
}

impl State {
    /// A ticket that was just opened.
    pub(crate) fn of(ticket: Ticket) -> Self {
        Self {
            ticket,
            tags: Default::default(),
            evidence: Default::default(),
            answers: Default::default(),
            attention: Default::default(),
            snooze: None,
            merged_into: None,
            linked: Default::default(),
            split_off: Default::default(),
            split_from: Default::default(),
            participants: Default::default(),
            mentions: Default::default(),
            side_conversations: Default::default(),
            side_messages: Default::default(),
            side_files: Default::default(),
        }
    }

    /// Applies what happened next. A second opening changes nothing.
    pub fn apply(&mut self, change: &Change, seq: i64, at: Timestamp) {
        let ticket = &mut self.ticket;
        match change {
            Change::Opened(_)
            | Change::FileInfected(_)
            | Change::ExchangeTold(_)
            | Change::ErasureAsked(_)
            | Change::VerificationAsked(_)
            | Change::VerificationProven(_)
            | Change::VerificationWithdrawn(_)
            | Change::MacrosApplied(_) => {}
            Change::MessageAdded(MessageAdded { message }) => {
                ticket.message_count += 1;
                if message.visibility == Visibility::Public {
                    // A clock that was set back leaves the ticket where it stands in a list.
                    let written_at = message.written_at.unwrap_or(at);
                    ticket.last_message_at = written_at.max(ticket.last_message_at);
                    ticket.last_message_by = message.author;
                    if message.author == Author::Staff {
                        self.attention.nudges = 0;
                    }
                    if message.author == Author::Customer {
                        self.snooze = None;
                    }
                }
            }
            Change::StatusSet(set) => {
                ticket.solved_at = match set.status_category {
                    StatusCategory::Solved => Some(at),
                    StatusCategory::Closed => ticket.solved_at,
                    _ => None,
                };
                ticket.status_id = set.status_id;
                ticket.status_category = set.status_category;
                if !set.status_category.is_active() {
                    self.snooze = None;
                }
            }
            Change::AssignmentSet(set) => {
                ticket.assignee_id = set.assignee_id;
                ticket.team_id = set.team_id;
            }
            Change::PrioritySet(set) => ticket.priority = set.priority,
            Change::RiskSet(set) => {
                ticket.risk = set.risk;
                // Nobody puts a theft aside that they did not know of.
                if set.risk != Risk::None {
                    self.snooze = None;
                }
            }
            Change::Tagged(tagged) => {
                self.tags.insert(tagged.tag_id);
            }
            Change::Untagged(untagged) => {
                self.tags.remove(&untagged.tag_id);
            }
            Change::EvidenceFound(found) => {
                self.evidence.extend(found.evidence.iter().map(|fact| (fact.id, fact.clone())));
            }
            Change::EvidenceAdded(EvidenceAdded { evidence })
            | Change::EvidenceChanged(EvidenceChanged { evidence }) => {
                self.evidence.insert(evidence.id, evidence.clone());
            }
            Change::EvidenceRemoved(removed) => {
                self.evidence.remove(&removed.evidence_id);
            }
            Change::MessageMasked(_) | Change::FileMasked(_) => {}
            Change::SubjectMasked(masked) => ticket.subject.clone_from(&masked.subject),
            Change::Answered(answered) => {
                let by_question = |fact: &AnswerFact| (fact.question.clone(), fact.clone());
                self.answers.extend(answered.answers.iter().map(by_question));
            }
            Change::Nudged(nudged) => {
                self.attention.nudges = nudged.count;
                self.attention.nudged_at = Some(at);
                self.snooze = None;
            }
            Change::Escalated(escalated) => {
                self.attention.tier = escalated.tier;
                self.attention.escalated_at = Some(at);
                self.snooze = None;
            }
            Change::Snoozed(snooze) => self.snooze = Some(*snooze),
            Change::Woken(_) => self.snooze = None,
            Change::Merged(merged) => {
                ticket.status_id = merged.status_id;
                ticket.status_category = merged.status_category;
                self.snooze = None;
                self.merged_into = Some(merged.into_id);
            }
            Change::Unmerged(apart) => {
                ticket.status_id = apart.status_id;
                ticket.status_category = apart.status_category;
                ticket.solved_at = apart.solved_at;
                self.snooze = apart.snooze;
                self.merged_into = None;
            }
            Change::Joined(joined) => {
                if let Some(tier) = joined.tier {
                    self.attention.tier = tier;
                    self.attention.escalated_at = Some(at);
                }
                if let Some(nudges) = joined.nudges {
                    self.attention.nudges = nudges;
                }
                ticket.take(joined.last_word);
            }
            Change::Parted(parted) => ticket.take(parted.last_word),
            Change::Linked(linked) => {
                self.linked.insert(linked.ticket_id, linked.kind);
            }
            Change::Unlinked(unlinked) => {
                self.linked.remove(&unlinked.ticket_id);
            }
            Change::SplitOff(off) => {
                let into = |id: &MessageId| (*id, off.ticket_id);
                self.split_off.extend(off.message_ids.iter().map(into));
                ticket.message_count -= counted(&off.message_ids);
                ticket.take(off.last_word);
            }
            Change::SplitFrom(from) => {
                self.split_from.extend(from.message_ids.iter().copied());
                ticket.message_count += counted(&from.message_ids);
                ticket.take(from.last_word);
            }
            Change::TakenBack(back) => {
                self.split_off.retain(|id, _| !back.message_ids.contains(id));
                ticket.message_count += counted(&back.message_ids);
                ticket.take(back.last_word);
            }
            Change::GivenBack(back) => {
                self.split_from.retain(|id| !back.message_ids.contains(id));
                ticket.message_count -= counted(&back.message_ids);
            }
            Change::ParticipantsAdded(added) => {
                self.participants.extend(added.staff_ids.iter().copied());
            }
            Change::ParticipantsRemoved(removed) => {
                self.participants.retain(|id| !removed.staff_ids.contains(id));
            }
            Change::Mentioned(mentioned) => {
                self.participants.extend(mentioned.everybody());
                self.mentions.insert(mentioned.message_id, mentioned.into());
            }
            Change::SideStarted(started) => {
                let id = started.side_conversation_id;
                self.side_conversations.insert(id, Side::started(started, at));
                self.side_messages.insert(started.message_id, id);
            }
            Change::SideWritten(written) => {
                let id = written.side_conversation_id;
                if let Some(side) = self.side_conversations.get_mut(&id) {
                    side.last_at = at;
                    side.last_by = written.by;
                }
                self.side_messages.insert(written.message_id, id);
            }
            Change::SideFilesShared(shared) => {
                let file = |id: &AttachmentId| (shared.message_id, *id);
                self.side_files.extend(shared.attachment_ids.iter().map(file));
            }
            Change::SideClosed(closed) => {
                let id = &closed.side_conversation_id;
                if let Some(side) = self.side_conversations.get_mut(id) {
                    side.closed_at = Some(at);
                }
            }
            Change::SideReopened(open) => {
                let id = &open.side_conversation_id;
                if let Some(side) = self.side_conversations.get_mut(id) {
                    side.closed_at = None;
                }
            }
            Change::Imported(imported) => {
                ticket.created_at = imported.created_at;
                ticket.solved_at = imported.solved_at;
            }
        }
        ticket.version = seq;
        ticket.updated_at = at;
    }
}

/// Reproduces a ticket's row and all that hangs on it from its events in order: `(seq, at, change)`, `None` for an event of
/// a kind that this version does not know or whose payload is gone. Returns `None` when the first is no opening and none is
/// said anew.
pub fn fold(
    id: TicketId,
    events: impl IntoIterator<Item = (i64, Timestamp, Option<Change>)>,
) -> Option<State> {
    let mut events = events.into_iter();
    let (_, at, first) = events.next()?;
    let rest: Vec<_> = events.collect();
    let restated = || {
        rest.iter().find_map(|(_, _, change)| match change {
            Some(Change::SubjectMasked(masked)) => masked.opening.clone(),
            _ => None,
        })
    };
    let opened = match first {
        Some(Change::Opened(opened)) => opened,
        Some(_) => return None,
        None => restated()?,
    };
    let mut state = State::of(opened.ticket(id, at));
    for (seq, at, change) in rest {
        match change {
            Some(change) => state.apply(&change, seq, at),
            None => {
                state.ticket.version = seq;
                state.ticket.updated_at = at;
            }
        }
    }
    Some(state)
}
