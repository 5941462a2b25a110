//! Reading the feed: a few statements for a page of events, whoever is to hear of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use proofdesk_desk::availability::event::{AvailabilitySet, CapacitySet};
use proofdesk_desk::customer::view::places;
use proofdesk_desk::id::{
    CustomerId, Id as _, PublicId, SideConversationId, StaffId, TeamId, TicketId,
};
use proofdesk_desk::log::erasure::{Erased, Subject};
use proofdesk_desk::log::view::{self, Event, FeedEvent};
use proofdesk_desk::log::{Payload as _, Stream};
use proofdesk_desk::shift::event::{AbsenceEntered, AbsenceRemoved, RotaSet};
use proofdesk_desk::side_conversation::SideAuthor;
use proofdesk_desk::ticket::{AssignmentSet, Change, SideWritten};
use proofdesk_desk::transfer::event::DeskImported;
use proofdesk_desk::viewer::Placement;
use proofdesk_desk::{Result, transfer};
use proofdesk_store::{FromRow, Row, Rx, Value, params};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::event::LiveEvent;
use super::frame::{Frame, FrameKind, Written, raw};

/// Every statement of this file.
pub(crate) const ALL: &[&str] =
    &[PLACEMENTS, ASSIGNED_BEFORE, HEAD, PUBLIC_MESSAGE, PUBLIC_FILE, ANSWERED];

/// As many as a busy tenth of a second brings; a page of the feed takes several.
const PLACEMENTS_AT_ONCE: usize = 32;
const PLACEMENTS: &str = "select id, public_id, brand_id, customer_id, assignee_id, team_id, \
    (select count(*) from (select 1 as one from message said where said.ticket_id = ticket.id \
    and said.visibility = 'public' limit 1) as shown) from ticket where id in \
    ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
    $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)";
const ASSIGNED_BEFORE: &str = "select v, payload from event \
    where stream = $1 and seq < $2 and kind = 'ticket.assignment_set' order by seq desc limit 1";
const HEAD: &str = "select coalesce(max(pos), 0) from feed";
const PUBLIC_MESSAGE: &str = "select count(*) from message where id = $1 and visibility = 'public'";
const PUBLIC_FILE: &str = "select count(*) from attachment f join message m on m.id = f.message_id \
    where f.id = $1 and m.visibility = 'public'";
// Where its own ticket goes on in another one, that one is what people work on.
const ANSWERED: &str = "select d.name, t.public_id, t.brand_id, t.customer_id, t.assignee_id, t.team_id \
    from side_conversation s join department d on d.id = s.department_id \
    join ticket t on t.id = coalesce((select g.root_id from ticket_merge g where g.ticket_id = s.ticket_id), s.ticket_id) \
    where s.id = $1";

/// A page of the feed.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// What happened to tickets, in order.
    pub events: Vec<Arc<LiveEvent>>,
    /// What all staff are told: which members take tickets now or do not, and that statuses, categories or tags changed.
    pub members: Vec<Written>,
    /// About whom something is kept that changed, as those who see them are told.
    pub customers: Vec<CustomerNews>,
    /// What departments answered, as those who see the ticket are told.
    pub answers: Vec<AnswerNews>,
    /// Whose permissions or sessions changed.
    pub reviews: BTreeSet<Whom>,
    /// The last position looked at.
    pub reached: i64,
}

/// A customer about whom something is kept that changed.
#[derive(Debug)]
pub(super) struct CustomerNews {
    /// Where they can be seen from.
    pub places: Vec<Placement>,
    pub written: Written,
}

/// A department answered.
#[derive(Debug)]
pub(super) struct AnswerNews {
    /// Where the ticket stands that it was asked about.
    pub at: Placement,
    pub written: Written,
}

/// Whose connections look their own permission up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whom {
    EveryMember,
    Member(StaffId),
    Customer(CustomerId),
}

/// Loads the events after `after`, at most `limit` positions.
pub(super) async fn load(rx: &Rx<'_>, after: i64, limit: u32) -> Result<Batch> {
    let page = view::feed_page(rx, after, limit).await?;
    let mut batch = Batch { reached: page.last().map_or(after, |fed| fed.pos), ..Batch::default() };
    let placed = placements(rx, &page).await?;
    for fed in page {
        match ticket_of(&fed.event) {
            // What is brought from another desk happened long ago, and comes by the thousand.
            Some(_) if transfer::is_quiet(&fed.event.actor) => {}
            Some(ticket_id) => {
                let Some(placed) = placed.get(&ticket_id) else { continue };
                batch.answers.extend(answered(rx, &fed.event).await?);
                let before = before(rx, &fed.event, &placed.at).await?;
                let takes_from_sight = takes_from_sight(rx, &fed.event).await?;
                let event = LiveEvent::of(fed, placed, before, takes_from_sight);
                batch.events.extend(event.map(Arc::new));
            }
            // Beside it only who is there, what is to be heeded about customers and how far they are proven, and by what names tickets are
            // shown, is told live; the rest of the desk is read when it is looked at. Of what is brought, names are told once, at its end; whom it concerns looks their
            // own permission up again all the same.
            None if transfer::is_quiet(&fed.event.actor) => {
                batch.members.extend(brought(&fed.event));
                batch.reviews.extend(whom(&fed.event));
            }
            None => {
                batch.customers.extend(customer(rx, &fed.event).await?);
                batch.members.extend(member(&fed.event).or_else(|| settings(&fed.event)));
                batch.reviews.extend(whom(&fed.event));
            }
        }
    }
    Ok(batch)
}

/// The last position of the feed, 0 when it is empty.
pub(super) async fn head(rx: &Rx<'_>) -> Result<i64> {
    let (head,): (i64,) = rx.query_one(HEAD, &[]).await?;
    Ok(head)
}

fn ticket_of(event: &Event) -> Option<TicketId> {
    match Stream::parse(&event.stream) {
        Some(Stream::Ticket(ticket_id)) => Some(ticket_id),
        _ => None,
    }
}

/// Where a ticket stands now, and what people call it.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub id: TicketId,
    pub public_id: PublicId,
    pub at: Placement,
    /// Something was said to the customer in it; before that it is not theirs to see.
    pub is_shown: bool,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            public_id: row.next()?,
            at: Placement {
                brand_id: row.next()?,
                customer_id: row.next()?,
                assignee_id: row.next()?,
                team_id: row.next()?,
            },
            is_shown: row.next::<i64>()? > 0,
        })
    }
}

async fn placements(rx: &Rx<'_>, page: &[FeedEvent]) -> Result<HashMap<TicketId, Placed>> {
    let ids: BTreeSet<TicketId> = page.iter().filter_map(|fed| ticket_of(&fed.event)).collect();
    let ids: Vec<TicketId> = ids.into_iter().collect();
    let mut placed = HashMap::with_capacity(ids.len());
    for some in ids.chunks(PLACEMENTS_AT_ONCE) {
        // The statement has one length, so that it stays prepared: ids again fill what is left.
        let values: Vec<Value<'_>> =
            some.iter().cycle().take(PLACEMENTS_AT_ONCE).map(|id| Value::Uuid(id.uuid())).collect();
        let rows: Vec<Placed> = rx.query(PLACEMENTS, &values).await?;
        placed.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(placed)
}

/// Where the ticket stood before an event that moved it: whoever loses sight of it is told that much.
async fn before(rx: &Rx<'_>, event: &Event, now: &Placement) -> Result<Option<Placement>> {
    if event.kind != "ticket.assignment_set" || event.payload.is_none() {
        return Ok(None);
    }
    let row: Option<(i64, Option<Vec<u8>>)> =
        rx.query_opt(ASSIGNED_BEFORE, params![event.stream, event.seq]).await?;
    let assigned = row.and_then(|(v, payload)| assignment(v, &payload?));
    let (assignee_id, team_id): (Option<StaffId>, Option<TeamId>) =
        assigned.map_or((None, None), |set| (set.assignee_id, set.team_id));
    Ok(Some(Placement { assignee_id, team_id, ..*now }))
}

/// Says whether an event erased a message or file that its customer could read: their page shows it until they hear of it.
async fn takes_from_sight(rx: &Rx<'_>, event: &Event) -> Result<bool> {
    if event.kind != Erased::KIND {
        return Ok(false);
    }
    let payload = event.payload.as_deref().unwrap_or_default();
    let Ok(erased) = serde_json::from_slice::<Erased>(payload) else { return Ok(false) };
    let public = match erased.subject {
        Subject::Message => PUBLIC_MESSAGE,
        Subject::Attachment | Subject::FileName => PUBLIC_FILE,
        // What an event said beside them, and a person who is nobody any more.
        Subject::Payload | Subject::Customer => return Ok(false),
    };
    let (found,): (i64,) = rx.query_one(public, params![erased.subject_id]).await?;
    Ok(found > 0)
}

fn assignment(v: i64, payload: &[u8]) -> Option<AssignmentSet> {
    match Change::read("ticket.assignment_set", v, payload) {
        Ok(Some(Change::AssignmentSet(set))) => Some(set),
        _ => None,
    }
}

/// What an event did to its ticket; `None` when it was erased or is of another time.
pub(super) fn change(event: &Event) -> Option<Change> {
    let payload = event.payload.as_deref()?;
    Change::read(&event.kind, event.v, payload).ok().flatten()
}

/// How a member stands from now on, or that their hours, absences or most tickets are others; `None` for another event. On which days
/// somebody is absent is read by whoever may: the frame says of whom, and no more.
fn member(event: &Event) -> Option<Written> {
    #[derive(Deserialize, Serialize)]
    struct Of {
        staff_id: StaffId,
    }
    let payload = event.payload.as_deref()?;
    let data = match event.kind.as_str() {
        AvailabilitySet::KIND => raw(&serde_json::from_slice::<&RawValue>(payload).ok()?),
        CapacitySet::KIND | RotaSet::KIND | AbsenceEntered::KIND | AbsenceRemoved::KIND => {
            raw(&serde_json::from_slice::<Of>(payload).ok()?)
        }
        _ => return None,
    };
    let (kind, at) = (Some(event.kind.clone()), Some(event.at));
    let frame = Frame { kind, at, data: Some(data?), ..Frame::bare(FrameKind::Member) };
    Some(frame.written())
}

/// What a department answered; `None` for another event. What it wrote is read by whoever sees the ticket.
async fn answered(rx: &Rx<'_>, event: &Event) -> Result<Option<AnswerNews>> {
    #[derive(Serialize)]
    struct Told<'a> {
        ticket: &'a PublicId,
        side: SideConversationId,
        department: &'a str,
        /// The members whom the desk tells: whoever has the ticket, asked, or follows it.
        told: &'a [StaffId],
    }
    if event.kind != SideWritten::KIND {
        return Ok(None);
    }
    let Some(Change::SideWritten(written)) = change(event) else { return Ok(None) };
    if written.by != SideAuthor::Department {
        return Ok(None);
    }
    let side = written.side_conversation_id;
    let row: Option<Answered> = rx.query_opt(ANSWERED, params![side]).await?;
    let Some(Answered { department, ticket, at }) = row else { return Ok(None) };
    let told = Told { ticket: &ticket, side, department: &department, told: &written.told };
    let (kind, moment, data) = (Some(event.kind.clone()), Some(event.at), raw(&told));
    let frame = Frame { kind, at: moment, data, ..Frame::bare(FrameKind::Department) };
    Ok(Some(AnswerNews { at, written: frame.written() }))
}

/// Who answered, and where the ticket stands that people work on.
struct Answered {
    department: String,
    ticket: PublicId,
    at: Placement,
}

impl FromRow for Answered {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            department: row.next()?,
            ticket: row.next()?,
            at: Placement {
                brand_id: row.next()?,
                customer_id: row.next()?,
                assignee_id: row.next()?,
                team_id: row.next()?,
            },
        })
    }
}

/// That statuses, categories or tags are others from now on; `None` for another event. What they are is read by whoever needs it.
fn settings(event: &Event) -> Option<Written> {
    let (noun, _) = event.kind.split_once('.')?;
    matches!(noun, "status" | "category" | "tag").then(|| names_changed(event))
}

/// The same at the end of an import, which may have brought statuses and categories; `None` for all that came before.
fn brought(event: &Event) -> Option<Written> {
    (event.kind == DeskImported::KIND).then(|| names_changed(event))
}

fn names_changed(event: &Event) -> Written {
    let (kind, at) = (Some(event.kind.clone()), Some(event.at));
    Frame { kind, at, ..Frame::bare(FrameKind::Settings) }.written()
}

/// News of a customer, of what is kept about them and of how far they are proven; `None` for another event. What changed is read by
/// whoever may: the frame says of whom, and no more.
async fn customer(rx: &Rx<'_>, event: &Event) -> Result<Option<CustomerNews>> {
    #[derive(Serialize)]
    struct Of {
        customer_id: CustomerId,
    }
    // An identity that is proven anew at every sign-in is worth a frame: macros and acts wait for it.
    let noun = event.kind.split_once('.').map(|(noun, _)| noun);
    if !matches!(noun, Some("constraint" | "identity")) {
        return Ok(None);
    }
    let Some(Stream::Customer(customer_id)) = Stream::parse(&event.stream) else { return Ok(None) };
    let places = places(rx, customer_id).await?;
    let (kind, at) = (Some(event.kind.clone()), Some(event.at));
    let data = raw(&Of { customer_id });
    let written = Frame { kind, at, data, ..Frame::bare(FrameKind::Customer) }.written();
    Ok(Some(CustomerNews { places, written }))
}

/// Whom an event outside of tickets concerns while they are connected.
fn whom(event: &Event) -> Option<Whom> {
    #[derive(Deserialize)]
    struct Named {
        staff_id: Option<StaffId>,
        customer_id: Option<CustomerId>,
    }
    let (noun, act) = event.kind.split_once('.')?;
    let named = || serde_json::from_slice::<Named>(event.payload.as_deref()?).ok();
    match (noun, act) {
        // Frequent, and nobody's permissions change by them.
        (
            "member",
            "signed_in" | "sign_in_failed" | "locked_out" | "stepped_up" | "availability_set"
            | "capacity_set" | "rota_set" | "absence_entered" | "absence_removed",
        ) => None,
        // By a link a new password is set, which ends all that was open under the old one.
        ("member", _) | ("api_token", "revoked") | ("link", "used") => {
            Some(Whom::Member(named()?.staff_id?))
        }
        ("role" | "team", _) => Some(Whom::EveryMember),
        ("customer", "sessions_ended") => Some(Whom::Customer(named()?.customer_id?)),
        _ => None,
    }
}
