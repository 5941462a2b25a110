use proofdesk_desk::id::{CustomerId, PublicId, StaffId};
use proofdesk_desk::log::view::FeedEvent;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::{Change, Visibility};
use proofdesk_desk::viewer::{Placement, Scope, Viewer};
use serde::Serialize;
use serde_json::value::RawValue;

use super::frame::{Frame, FrameKind, Written, raw};
use super::load::{Placed, change};

/// An event loaded and written once for everybody, with what each may know of it.
#[derive(Debug)]
pub(super) struct LiveEvent {
    pub pos: i64,
    pub ticket: PublicId,
    /// Where the ticket stood when this was loaded.
    pub at: Placement,
    /// Where it stood before, when this is what moved it.
    pub before: Option<Placement>,
    for_staff: Written,
    /// `None` when it is the desk's own affair.
    pub for_customer: Option<Written>,
}

/// What a connection may hear: made when its permission is looked up, not for every event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hearing {
    scope: Scope,
    /// Of which customers.
    customers: Scope,
    pub staff_id: Option<StaffId>,
}

/// Who writes in or looks at a ticket right now.
#[derive(Debug)]
pub(super) struct Signal {
    pub(super) at: Placement,
    pub(super) from: StaffId,
    pub(super) written: Written,
}

#[derive(Serialize)]
struct StaffData<'a> {
    ticket: &'a PublicId,
    actor: &'a str,
    payload: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct CustomerData<'a> {
    ticket: &'a PublicId,
}

impl Hearing {
    pub fn of(viewer: &Viewer) -> Self {
        let staff_id = match viewer {
            Viewer::Staff(staff) => Some(staff.staff_id),
            _ => None,
        };
        let customers = viewer.scope(Permission::CustomerRead);
        Self { scope: viewer.scope(Permission::TicketRead), customers, staff_id }
    }

    /// The customer whose own things are all that is heard.
    pub fn customer_id(&self) -> Option<CustomerId> {
        match self.scope {
            Scope::Customer(customer_id) => Some(customer_id),
            _ => None,
        }
    }

    /// What is told of an event whose ticket stands at `at` by now, or `None`. Whoever saw the ticket until this event
    /// took it from them is told of it too.
    pub fn told<'a>(&self, event: &'a LiveEvent, at: &Placement) -> Option<&'a Written> {
        let saw = || event.before.as_ref().is_some_and(|before| self.scope.admits(before));
        if !self.scope.admits(at) && !saw() {
            return None;
        }
        self.frame(event)
    }

    /// An event in the words for this listener, who was found to be one of those who are told.
    pub fn frame<'a>(&self, event: &'a LiveEvent) -> Option<&'a Written> {
        if self.customer_id().is_some() {
            event.for_customer.as_ref()
        } else {
            Some(&event.for_staff)
        }
    }

    /// Members hear of a customer whom they see from one of these places; customers never do.
    pub fn hears_of(&self, places: &[Placement]) -> bool {
        self.staff_id.is_some() && places.iter().any(|at| self.customers.admits(at))
    }

    /// Members hear of what goes on beside a ticket that they see; customers never do.
    pub fn hears_at(&self, at: &Placement) -> bool {
        self.staff_id.is_some() && self.scope.admits(at)
    }

    /// Colleagues who see the ticket hear of a signal; customers never do, nor does the one who sent it.
    pub fn hears(&self, signal: &Signal) -> bool {
        self.staff_id.is_some_and(|id| id != signal.from) && self.scope.admits(&signal.at)
    }
}

impl LiveEvent {
    /// An event as it is told; `None` for one whose JSON cannot be written, which there is none of. An erasure does not say itself
    /// whether its customer could read what is gone: `takes_from_sight` does.
    pub fn of(
        fed: FeedEvent,
        placed: &Placed,
        before: Option<Placement>,
        takes_from_sight: bool,
    ) -> Option<Self> {
        let event = fed.event;
        let concerns = || change(&event).is_some_and(|change| concerns_customer(&change));
        let is_public = placed.is_shown && (takes_from_sight || concerns());
        let payload = event
            .payload
            .as_deref()
            .and_then(|bytes| serde_json::from_slice::<&RawValue>(bytes).ok());
        let (ticket, actor) = (&placed.public_id, event.actor.as_str());
        let frame = Frame {
            kind: Some(event.kind.clone()),
            at: Some(event.at),
            ..Frame::mark(FrameKind::Event, fed.pos)
        };
        // The chain's name is an inner id, and gaps in its count would tell a customer that notes were written.
        let for_customer = match is_public {
            true => Some(
                Frame { data: Some(raw(&CustomerData { ticket })?), ..frame.clone() }.written(),
            ),
            false => None,
        };
        let for_staff = Frame {
            stream: Some(event.stream.clone()),
            seq: Some(event.seq),
            data: Some(raw(&StaffData { ticket, actor, payload })?),
            ..frame
        };
        let for_staff = for_staff.written();
        Some(Self {
            pos: fed.pos,
            ticket: ticket.clone(),
            at: placed.at,
            before,
            for_staff,
            for_customer,
        })
    }
}

fn concerns_customer(change: &Change) -> bool {
    match change {
        Change::Opened(_)
        | Change::StatusSet(_)
        | Change::SubjectMasked(_)
        | Change::Nudged(_)
        | Change::Escalated(_)
        | Change::Merged(_)
        | Change::Unmerged(_)
        | Change::Joined(_)
        | Change::Parted(_)
        | Change::SplitOff(_)
        | Change::SplitFrom(_)
        | Change::TakenBack(_)
        | Change::GivenBack(_)
        | Change::ExchangeTold(_)
        | Change::VerificationAsked(_)
        | Change::VerificationProven(_)
        | Change::VerificationWithdrawn(_) => true,
        Change::MessageMasked(masked) => masked.visibility == Visibility::Public,
        Change::FileMasked(masked) => masked.visibility == Visibility::Public,
        Change::MessageAdded(added) => added.message.visibility == Visibility::Public,
        Change::ErasureAsked(_)
        | Change::MacrosApplied(_)
        | Change::Snoozed(_)
        | Change::Woken(_)
        | Change::AssignmentSet(_)
        | Change::PrioritySet(_)
        | Change::RiskSet(_)
        | Change::Tagged(_)
        | Change::Untagged(_)
        | Change::EvidenceFound(_)
        | Change::EvidenceAdded(_)
        | Change::EvidenceChanged(_)
        | Change::EvidenceRemoved(_)
        | Change::FileInfected(_)
        | Change::Linked(_)
        | Change::Unlinked(_)
        | Change::ParticipantsAdded(_)
        | Change::ParticipantsRemoved(_)
        | Change::Mentioned(_)
        | Change::SideStarted(_)
        | Change::SideWritten(_)
        | Change::SideFilesShared(_)
        | Change::SideClosed(_)
        | Change::SideReopened(_)
        | Change::Imported(_)
        | Change::Answered(_) => false,
    }
}
