//! Opening a ticket that was worked on elsewhere, with all that was written in it, in one step and in silence: nobody is told, nothing
//! is asked of the exchange, and no job comes of it but the one that brings a ticket back that is put aside.
//!
//! Its events are of the moment at which it is brought, and say when each message was written there.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_store::Tx;

use super::actions::{free_public_id, keep_message};
use super::{
    AssignmentSet, Author, Change, Imported, Mentioned, Mentions, Message, MessageAdded,
    MessageFact, Opened, ParticipantsAdded, ParticipantsRemoved, Priority, Risk, Snooze, State,
    StatusCategory, Tagged, Visibility, snooze, sql, view,
};
use crate::attachment::actions::BroughtFile;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::form::actions::OldAnswer;
use crate::id::{
    BrandId, CategoryId, CustomerId, MessageId, PublicId, StaffId, StatusId, TeamId, TicketId,
};
use crate::identity::Level;
use crate::log::{self, Stream};
use crate::render::Body;
use crate::text::Clean;
use crate::time::Timestamp;
use crate::{attachment, evidence, form, limits, tag};

/// A ticket of another desk, with those whom it names found here already.
#[derive(Debug)]
pub(crate) struct OldTicket<'a> {
    /// Kept where it is free.
    pub number: Option<&'a PublicId>,
    pub brand_id: BrandId,
    pub customer_id: CustomerId,
    pub category_id: CategoryId,
    pub subject: &'a Clean,
    /// A key stood in what the subject was before it was shortened.
    pub leaks_key: bool,
    pub status: StatusCategory,
    /// Of that category.
    pub status_id: StatusId,
    pub priority: Priority,
    pub risk: Risk,
    pub assignee_id: Option<StaffId>,
    pub team_id: Option<TeamId>,
    pub channel: &'a str,
    /// BCP 47 tag.
    pub lang: &'a str,
    pub solved_at: Option<Timestamp>,
    pub tags: &'a [Clean],
    /// Of one whose moment has passed meanwhile nothing comes.
    pub snooze: Option<Snooze>,
    /// Who follows it, of those who are told of it and of others.
    pub followers: &'a [StaffId],
    pub form_version: i64,
    pub answers: &'a [OldAnswer],
    /// In the order in which they were written; at least one.
    pub messages: Vec<OldMessage<'a>>,
    pub source: &'a str,
    pub external_id: &'a str,
}

/// A message of such a ticket.
#[derive(Debug)]
pub(crate) struct OldMessage<'a> {
    pub body: &'a Body,
    pub visibility: Visibility,
    pub author: Author,
    /// `None` also for a colleague of that time whom nobody here knows.
    pub author_id: Option<uuid::Uuid>,
    pub channel: &'a str,
    pub lang: &'a str,
    pub written_at: Timestamp,
    /// Of a customer: how far they had proven there who they are.
    pub verification: Option<Level>,
    pub files: &'a [BroughtFile],
    /// Whom a note mentions.
    pub mentions: Option<&'a Mentions>,
}

impl OldMessage<'_> {
    fn leaks_key(&self) -> bool {
        let in_files = || self.files.iter().flat_map(|file| &file.leaks).any(|leak| leak.certain);
        self.body.text().leaks_key() || in_files()
    }
}

/// Opens it, and returns it with its messages in their order; it is counted by [`Counts::keep`]. A key that was leaked in it is leaked still: then it is before all others, as
/// if it had been written today.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; `field-required` without a message; `field-invalid` for one that is
/// yet to be written; `limit-reached` for too many tags.
pub(crate) async fn open(
    tx: &Tx<'_>,
    cx: &mut Cx,
    old: &OldTicket<'_>,
    counts: &mut Counts,
) -> Result<(TicketId, Vec<MessageId>)> {
    cx.viewer.require_inside()?;
    check(cx, old)?;
    let ticket_id: TicketId = cx.id();
    let public_id = match old.number {
        Some(number) if !view::public_id_taken(tx, number).await? => number.clone(),
        _ => free_public_id(tx, cx).await?,
    };
    let leaks = old.leaks_key || old.messages.iter().any(OldMessage::leaks_key);
    let mut changes: Vec<Change> = Vec::with_capacity(old.messages.len() + 1);
    let mut message_ids = Vec::with_capacity(old.messages.len());
    let mut mentioned: Vec<(i64, Mentioned)> = Vec::new();
    for message in &old.messages {
        let seq = i64::try_from(changes.len()).unwrap_or(i64::MAX).saturating_add(1);
        let fact = write(tx, cx, (ticket_id, old.brand_id), seq, message).await?;
        let message_id = fact.id;
        message_ids.push(message_id);
        changes.push(match changes.is_empty() {
            true => Change::Opened(opened(old, public_id.clone(), fact, leaks)),
            false => Change::MessageAdded(MessageAdded { message: fact }),
        });
        let items = message.body.evidence();
        changes.extend(evidence::actions::keep_old(tx, cx, ticket_id, message_id, items).await?);
        if let Some(mentions) = message.mentions {
            let told = mentions_in(message_id, mentions);
            changes.push(Change::Mentioned(told.clone()));
            mentioned.push((seq, told));
        }
    }
    if let Some(first) = message_ids.first() {
        let place = (ticket_id, *first);
        changes.extend(form::actions::bring(tx, cx, place, old.form_version, old.answers).await?);
    }
    changes.extend(tags(tx, cx, ticket_id, old.tags).await?);
    if old.assignee_id.is_some() || old.team_id.is_some() {
        let (assignee_id, team_id) = (old.assignee_id, old.team_id);
        changes.push(Change::AssignmentSet(AssignmentSet { assignee_id, team_id }));
    }
    let told: BTreeSet<StaffId> = mentioned.iter().flat_map(|(_, one)| one.everybody()).collect();
    changes.extend(followers(old, &told));
    let aside = old.snooze.filter(|snooze| {
        // Nobody puts a theft aside that they did not know of.
        let is_known = !leaks || old.risk != Risk::None;
        is_known && old.status.is_active() && snooze.check(cx.now).is_ok()
    });
    changes.extend(aside.map(Change::Snoozed));
    changes.push(Change::Imported(imported(old)));
    let state = folded(cx, ticket_id, &changes)?;
    sql::insert(tx, &state.ticket).await?;
    beside(tx, cx, &state, &mentioned).await?;
    let events = changes.iter().map(Change::event).collect::<Result<Vec<_>>>()?;
    log::begin(tx, cx, &Stream::Ticket(ticket_id), &events).await?;
    *counts.0.entry(sql::queue(&state.ticket)).or_insert(0) += 1;
    Ok((ticket_id, message_ids))
}

/// Tickets that were opened and are not counted yet. Whoever opens or moves a ticket waits for these rows until the commit, so what brings
/// many in one transaction counts them all at its end: then it waits for nobody who waits for it.
#[derive(Debug, Default)]
pub(crate) struct Counts(BTreeMap<sql::Queue, i64>);

impl Counts {
    /// Counts them.
    ///
    /// # Errors
    /// Only those of the store.
    pub(crate) async fn keep(self, tx: &Tx<'_>, cx: &mut Cx) -> Result<()> {
        match self.0.is_empty() {
            true => Ok(()),
            false => sql::add_to_counts(tx, cx, &self.0).await,
        }
    }
}

fn mentions_in(message_id: MessageId, mentions: &Mentions) -> Mentioned {
    Mentioned {
        message_id,
        staff_ids: mentions.direct.iter().copied().collect(),
        team_ids: mentions.teams.iter().copied().collect(),
        of_teams: mentions.of_teams.iter().copied().collect(),
    }
}

/// Who follows it beside those whom notes mention, and who of those took leave.
fn followers(old: &OldTicket<'_>, told: &BTreeSet<StaffId>) -> Vec<Change> {
    let wanted: BTreeSet<StaffId> =
        old.followers.iter().copied().take(limits::PARTICIPANTS_PER_TICKET).collect();
    let mut changes = Vec::new();
    let staff_ids: Vec<StaffId> = wanted.difference(told).copied().collect();
    if !staff_ids.is_empty() {
        changes.push(Change::ParticipantsAdded(ParticipantsAdded { staff_ids }));
    }
    let staff_ids: Vec<StaffId> = told.difference(&wanted).copied().collect();
    if !staff_ids.is_empty() {
        changes.push(Change::ParticipantsRemoved(ParticipantsRemoved { staff_ids }));
    }
    changes
}

/// The rows that hang on a ticket's own. What mentions somebody was read long ago.
async fn beside(
    tx: &Tx<'_>,
    cx: &mut Cx,
    state: &State,
    mentioned: &[(i64, Mentioned)],
) -> Result<()> {
    let ticket_id = state.ticket.id;
    for staff_id in &state.participants {
        sql::insert_participant(tx, ticket_id, *staff_id).await?;
    }
    for (seq, one) in mentioned {
        sql::insert_mentions(tx, ticket_id, *seq, one).await?;
        for staff_id in one.everybody() {
            sql::read_mentions(tx, staff_id, ticket_id, *seq, cx.now).await?;
        }
    }
    if let Some(aside) = state.snooze {
        sql::set_snooze(tx, ticket_id, Some(aside)).await?;
        if let Some(until) = aside.until {
            snooze::wake_later(tx, cx, ticket_id, until).await?;
        }
    }
    Ok(())
}

fn check(cx: &Cx, old: &OldTicket<'_>) -> Result<()> {
    if old.messages.is_empty() {
        return Err(Error::field("messages", Code::FieldRequired));
    }
    let latest = cx.after(limits::CLOCK_LEEWAY);
    let written = old.messages.iter().map(|message| message.written_at);
    if written.chain(old.solved_at).any(|at| at > latest) {
        return Err(Error::field("created_at", Code::FieldInvalid));
    }
    if old.tags.len() > limits::TAGS_PER_TICKET {
        return Err(Error::limit_reached_at("tags", limits::TAGS_PER_TICKET));
    }
    Ok(())
}

fn opened(old: &OldTicket<'_>, public_id: PublicId, message: MessageFact, leaks: bool) -> Opened {
    Opened {
        public_id,
        brand_id: old.brand_id,
        customer_id: old.customer_id,
        category_id: old.category_id,
        subject: old.subject.as_str().to_owned(),
        status_id: old.status_id,
        status_category: old.status,
        priority: if leaks { Priority::Urgent } else { old.priority },
        risk: if leaks { Risk::SuspectedTheft } else { old.risk },
        channel: old.channel.to_owned(),
        lang: old.lang.to_owned(),
        message,
    }
}

/// When it was opened is when its first message was written: whoever verifies a transcript has no other witness of it.
fn imported(old: &OldTicket<'_>) -> Imported {
    let written = || old.messages.iter().map(|message| message.written_at);
    let solved_at = match old.status {
        StatusCategory::Solved => old.solved_at.or_else(|| written().max()),
        StatusCategory::Closed => old.solved_at,
        _ => None,
    };
    Imported {
        source: old.source.to_owned(),
        external_id: old.external_id.to_owned(),
        created_at: written().next().unwrap_or(Timestamp::from_micros(0)),
        solved_at,
    }
}

async fn tags(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    names: &[Clean],
) -> Result<Vec<Change>> {
    let (mut known, mut changes) = (BTreeSet::new(), Vec::new());
    for name in names {
        let tag_id = tag::actions::ensure(tx, cx, name).await?;
        if known.insert(tag_id) {
            sql::insert_tag(tx, ticket_id, tag_id).await?;
            changes.push(Change::Tagged(Tagged { tag_id }));
        }
    }
    Ok(changes)
}

/// The row as the events give it.
fn folded(cx: &Cx, ticket_id: TicketId, changes: &[Change]) -> Result<State> {
    let Some(Change::Opened(opened)) = changes.first() else {
        return Err(Error::Broken { what: "a ticket that begins with no opening" });
    };
    let mut state = State::of(opened.ticket(ticket_id, cx.now));
    for (seq, change) in (1..).zip(changes).skip(1) {
        state.apply(change, seq, cx.now);
    }
    Ok(state)
}

async fn write(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (ticket_id, brand_id): (TicketId, BrandId),
    seq: i64,
    old: &OldMessage<'_>,
) -> Result<MessageFact> {
    let message = Message {
        id: cx.id(),
        ticket_id,
        seq,
        visibility: old.visibility,
        author: old.author,
        author_id: old.author_id,
        channel: old.channel.to_owned(),
        lang: old.lang.to_owned(),
        created_at: old.written_at,
        verification: old.verification,
    };
    let digest = keep_message(tx, cx, &message, old.body).await?;
    let (by, place) = ((message.author, message.author_id), (ticket_id, message.id));
    let attachments = attachment::actions::bring(tx, cx, old.files, brand_id, by, place).await?;
    let written_at = Some(old.written_at);
    Ok(MessageFact { written_at, ..MessageFact::of(message, digest, attachments) })
}
