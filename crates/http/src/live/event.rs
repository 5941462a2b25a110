use std::sync::Arc;

use proofdesk_desk::id::{PublicId, StaffId};
use proofdesk_desk::log::Stream;
use proofdesk_desk::log::view::{self, FeedEvent};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::{Change, Visibility};
use proofdesk_desk::viewer::{Placement, Viewer};
use proofdesk_desk::{Result, Timestamp, ticket};
use proofdesk_store::Rx;
use serde::Serialize;
use serde_json::value::RawValue;

use super::frame::{Frame, FrameKind};

/// An event loaded once for everybody, with what each may know of it.
#[derive(Debug)]
pub struct LiveEvent {
    pub pos: i64,
    stream: String,
    seq: i64,
    kind: String,
    at: Timestamp,
    pub ticket: PublicId,
    placement: Placement,
    staff_data: Arc<RawValue>,
    /// `None` when it is the desk's own affair.
    customer_data: Option<Arc<RawValue>>,
}

/// Who writes in or looks at a ticket right now.
#[derive(Debug)]
pub struct Signal {
    pub ticket: PublicId,
    pub placement: Placement,
    pub from: StaffId,
    pub data: Arc<RawValue>,
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

impl LiveEvent {
    /// What this viewer is told of it, or `None`.
    pub fn frame(&self, viewer: &Viewer) -> Option<Frame> {
        if !viewer.scope(Permission::TicketRead).admits(&self.placement) {
            return None;
        }
        let data = match viewer {
            Viewer::Customer(_) => self.customer_data.clone()?,
            _ => self.staff_data.clone(),
        };
        Some(Frame {
            v: 1,
            t: FrameKind::Event,
            pos: Some(self.pos),
            stream: Some(self.stream.clone()),
            seq: Some(self.seq),
            kind: Some(self.kind.clone()),
            at: Some(self.at),
            data: Some(data),
        })
    }

    /// Says whether this viewer is told of it at all.
    pub fn is_for(&self, viewer: &Viewer) -> bool {
        let is_told = self.customer_data.is_some() || !matches!(viewer, Viewer::Customer(_));
        is_told && viewer.scope(Permission::TicketRead).admits(&self.placement)
    }
}

impl Signal {
    /// Colleagues who see the ticket hear of it; customers never do, nor does the one who sent it.
    pub fn frame(&self, viewer: &Viewer) -> Option<Frame> {
        let Viewer::Staff(staff) = viewer else { return None };
        let hears = staff.staff_id != self.from
            && viewer.scope(Permission::TicketRead).admits(&self.placement);
        hears.then(|| Frame {
            v: 1,
            t: FrameKind::Signal,
            pos: None,
            stream: None,
            seq: None,
            kind: None,
            at: None,
            data: Some(self.data.clone()),
        })
    }
}

/// Loads the events after `after`, at most `limit` positions. Returns them with the last position looked at.
pub async fn load(rx: &Rx<'_>, after: i64, limit: u32) -> Result<(Vec<Arc<LiveEvent>>, i64)> {
    let page = view::feed_page(rx, after, limit).await?;
    let reached = page.last().map_or(after, |event| event.pos);
    let mut events = Vec::with_capacity(page.len());
    for event in page {
        if let Some(event) = shaped(rx, event).await? {
            events.push(Arc::new(event));
        }
    }
    Ok((events, reached))
}

/// Only what happens to tickets is told live; the rest of the desk is read when it is looked at.
async fn shaped(rx: &Rx<'_>, fed: FeedEvent) -> Result<Option<LiveEvent>> {
    let event = fed.event;
    let Some(Stream::Ticket(ticket_id)) = Stream::parse(&event.stream) else { return Ok(None) };
    let Some((ticket, placement)) = ticket::view::placement(rx, ticket_id).await? else { return Ok(None) };
    let payload = event.payload.as_deref().and_then(|bytes| serde_json::from_slice::<Box<RawValue>>(bytes).ok());
    let is_public = event
        .payload
        .as_deref()
        .and_then(|bytes| Change::read(&event.kind, event.v, bytes).ok().flatten())
        .is_some_and(|change| concerns_customer(&change));
    let staff = StaffData { ticket: &ticket, actor: &event.actor, payload: payload.as_deref() };
    let Some(staff_data) = raw(&staff) else { return Ok(None) };
    let customer_data = if is_public { raw(&CustomerData { ticket: &ticket }) } else { None };
    Ok(Some(LiveEvent {
        pos: fed.pos,
        stream: event.stream,
        seq: event.seq,
        kind: event.kind,
        at: event.at,
        ticket,
        placement,
        staff_data,
        customer_data,
    }))
}

fn concerns_customer(change: &Change) -> bool {
    match change {
        Change::Opened(_) | Change::StatusSet(_) => true,
        Change::MessageAdded(added) => added.message.visibility == Visibility::Public,
        Change::AssignmentSet(_)
        | Change::PrioritySet(_)
        | Change::RiskSet(_)
        | Change::Tagged(_)
        | Change::Untagged(_) => false,
    }
}

/// JSON that is shared by every connection which gets it.
pub fn raw<T: Serialize>(value: &T) -> Option<Arc<RawValue>> {
    serde_json::value::to_raw_value(value).ok().map(Arc::from)
}
