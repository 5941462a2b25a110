//! Messages of a customer that are about something else than the ticket that they were written in: they go on in a ticket of their
//! own. A pointer, as where two tickets become one: rows, files and evidence stay with the chain that they were written into, and
//! the new ticket shows them at their own time.

use proofdesk_locale::{FluentArgs, Locale, Messages};
use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::actions::{Edit, NewTicket, open};
use super::merge::{self, Seen, begin_both, stands};
use super::{
    AssignmentSet, Author, Change, GivenBack, LastWord, PrioritySet, Risk, RiskCause, RiskSet,
    SplitFrom, SplitOff, TakenBack, Ticket, sql, view,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{MessageId, PublicId, TicketId};
use crate::limits;
use crate::permission::Permission;
use crate::render::Body;
use crate::text::Clean;
use crate::text::outgoing::refuse_asking;
use crate::viewer::Viewer;

/// What goes on in a ticket of its own.
#[derive(Clone, Debug)]
pub struct Split {
    /// Public messages of the customer, without the first one of the ticket.
    pub message_ids: Vec<MessageId>,
    pub subject: Clean,
    /// The issue category's slug.
    pub category: String,
}

/// Both tickets after messages were split off or taken back.
#[derive(Clone, Debug)]
pub struct Halves {
    /// The one that the messages were split off for.
    pub ticket: Ticket,
    /// The one that they were written in.
    pub other: Ticket,
}

/// Lets messages of a ticket go on in a new one of the same customer, which begins with a word of the desk's own that says so. It
/// takes over who works on it, the higher priority and a feared theft. The customer is told of the new one as of any other.
///
/// # Errors
/// `not-found`, `no-permission` without `ticket.status`, `version-conflict`, `ticket-merged`; `field-required`,
/// `too-many` or `field-invalid` at `message_ids`; `field-invalid` at `category`; `asks-for-secret` at `subject`.
pub async fn split(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    public_id: &PublicId,
    new: &Split,
    seen: Option<i64>,
) -> Result<Halves> {
    refuse_asking("subject", new.subject.as_str())?;
    let mut from = Edit::begin(tx, cx, public_id, Permission::TicketStatus, seen).await?;
    let last = last_of(tx, from.ticket().id, &new.message_ids).await?;
    let mut opened = begin_new(tx, cx, keyring, from.ticket(), new).await?;
    let (from_id, into_id) = (from.ticket().id, opened.ticket().id);
    sql::insert_split(tx, from_id, into_id, &new.message_ids).await?;
    take_along(cx, from.ticket(), &mut opened);
    let came = SplitFrom {
        ticket_id: from_id,
        number: public_id.clone(),
        message_ids: new.message_ids.clone(),
        last_word: Some(last),
    };
    opened.apply(cx, Change::SplitFrom(came));
    let went = SplitOff {
        ticket_id: into_id,
        number: opened.ticket().public_id.clone(),
        message_ids: new.message_ids.clone(),
        last_word: last_word(tx, &from).await?,
    };
    from.apply(cx, Change::SplitOff(went));
    let other = from.save(tx, cx).await?;
    Ok(Halves { ticket: opened.save(tx, cx).await?, other })
}

/// Takes messages back that were split off: they stand where they were written again, and the ticket that was made for them goes on
/// there, with all that was written in it since.
///
/// # Errors
/// `not-found`, for one that was not split off too; `no-permission` without `ticket.status` over both, `version-conflict`;
/// `ticket-merged` for one that goes on elsewhere by now; `limit-reached`.
pub async fn take_back(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    seen: Option<i64>,
) -> Result<Halves> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let ticket_id = view::find_id(tx, public_id, &scope).await?.or_not_found()?;
    let Some((home_id, home)) = view::source_of(tx, ticket_id).await? else {
        let edit = Edit::begin_any(tx, cx, public_id, Permission::TicketStatus).await?;
        edit.expect(seen)?;
        return Err(Error::refused(Code::NotFound));
    };
    let (one, two) = ((ticket_id, public_id), (home_id, &home));
    let (mut edit, mut other) = begin_both(tx, cx, Permission::TicketStatus, one, two).await?;
    edit.expect(seen)?;
    edit.refuse_merged(tx).await?;
    let ids: Vec<MessageId> = view::split_from(tx, ticket_id).await?.into_iter().collect();
    if ids.is_empty() {
        return Err(edit.moved_on());
    }
    sql::delete_split(tx, ticket_id).await?;
    // Its last word stays: what the desk wrote at its beginning is not what the other one is to take over.
    let went = GivenBack { ticket_id: home_id, number: home.clone(), message_ids: ids.clone() };
    let came = TakenBack {
        ticket_id,
        number: public_id.clone(),
        message_ids: ids,
        last_word: last_word(tx, &other).await?,
    };
    edit.apply(cx, Change::GivenBack(went));
    other.apply(cx, Change::TakenBack(came));
    let (ticket, other) = (edit.save(tx, cx).await?, other.save(tx, cx).await?);
    // Where the other one goes on in this one by now, all of it is in one place already.
    let end = view::goes_on_in(tx, home_id).await?;
    if end.is_some_and(|(end, _)| end == ticket_id) {
        return Ok(Halves { ticket, other });
    }
    let both = Box::pin(merge::merge(tx, cx, public_id, &home, Seen::default())).await?;
    Ok(Halves { ticket: both.ticket, other: both.other })
}

/// Lets messages of a ticket go on in another one as they did at another desk.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; `field-invalid` at `into` for a ticket for which messages of another
/// one were split off; those of [`split`] at `message_ids`; as [`merge::merge`] where the two belong together no more.
pub(crate) async fn bring(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    into_id: TicketId,
    ids: &[MessageId],
) -> Result<()> {
    cx.viewer.require_inside()?;
    let source = view::source_of(tx, into_id).await?;
    if ticket_id == into_id || source.is_some_and(|(home, _)| home != ticket_id) {
        return Err(Error::field("into", Code::FieldInvalid));
    }
    let (number, _) = view::placement(tx, ticket_id).await?.or_not_found()?;
    let (into_number, _) = view::placement(tx, into_id).await?.or_not_found()?;
    let (one, two) = ((ticket_id, &number), (into_id, &into_number));
    let (mut from, mut into) = begin_both(tx, cx, Permission::TicketStatus, one, two).await?;
    merge::refuse_strangers(&from, &into)?;
    let last = last_of(tx, ticket_id, ids).await?;
    sql::insert_split(tx, ticket_id, into_id, ids).await?;
    // What the desk wrote at its beginning is nobody's word, as when messages are split off here.
    let came_last = match into.ticket().last_message_by {
        Author::System => Some(last),
        _ => last_word(tx, &into).await?,
    };
    let message_ids = ids.to_vec();
    let went = SplitOff {
        ticket_id: into_id,
        number: into_number,
        message_ids: message_ids.clone(),
        last_word: last_word(tx, &from).await?,
    };
    from.apply(cx, Change::SplitOff(went));
    let came = SplitFrom { ticket_id, number, message_ids, last_word: came_last };
    into.apply(cx, Change::SplitFrom(came));
    from.save(tx, cx).await?;
    into.save(tx, cx).await?;
    Ok(())
}

/// The last word among the messages that are shown in a ticket now; `None` where its row has it already.
async fn last_word(tx: &Tx<'_>, edit: &Edit) -> Result<Option<LastWord>> {
    let last = view::last_word(tx, edit.ticket().id).await?;
    Ok(last.filter(|last| !stands(edit, last)))
}

/// The last of the messages, if all of them can be split off.
async fn last_of(tx: &Tx<'_>, ticket_id: TicketId, ids: &[MessageId]) -> Result<LastWord> {
    if ids.len() > limits::SPLIT_MESSAGES {
        return Err(Error::too_many("message_ids", limits::SPLIT_MESSAGES));
    }
    let invalid = || Error::field("message_ids", Code::FieldInvalid);
    let mut said = Vec::with_capacity(ids.len());
    for (at, id) in ids.iter().enumerate() {
        if ids.iter().take(at).any(|before| before == id) {
            return Err(invalid());
        }
        said.push(view::movable(tx, ticket_id, *id).await?.ok_or_else(invalid)?);
    }
    let last = said.into_iter().max_by_key(|said| said.at);
    last.ok_or_else(|| Error::field("message_ids", Code::FieldRequired))
}

/// Opens the new ticket in the desk's own name: its first words are no answer of anybody's, and whoever splits need not see what is
/// nobody's yet.
async fn begin_new(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    from: &Ticket,
    new: &Split,
) -> Result<Edit> {
    let viewer = std::mem::replace(&mut cx.viewer, Viewer::System("split"));
    let begun = Box::pin(open_by_desk(tx, cx, keyring, from, new)).await;
    cx.viewer = viewer;
    begun
}

async fn open_by_desk(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    from: &Ticket,
    new: &Split,
) -> Result<Edit> {
    let locale: Locale = from.lang.parse().unwrap_or(Locale::En);
    let mut args = FluentArgs::new();
    args.set("number", from.public_id.to_string());
    let note = Messages::embedded().t(locale, "split-note", Some(&args));
    let ticket = NewTicket {
        customer_id: Some(from.customer_id),
        category: new.category.clone(),
        subject: new.subject.clone(),
        body: Body::by(&cx.viewer, keyring, Clean::field("body", &note, limits::BODY_CHARS)?),
        attachment_ids: Vec::new(),
        channel: "console",
        lang: from.lang.clone(),
    };
    let opened = open(tx, cx, &ticket).await?;
    Edit::begin(tx, cx, &opened.public_id, Permission::TicketStatus, None).await
}

/// What pressed in the one presses in the other, and whoever worked on the one has both.
fn take_along(cx: &Cx, from: &Ticket, new: &mut Edit) {
    if from.risk != Risk::None && new.ticket().risk == Risk::None {
        let cause = RiskCause::Staff;
        new.apply(cx, Change::RiskSet(RiskSet { risk: from.risk, cause }));
    }
    if from.priority > new.ticket().priority {
        new.apply(cx, Change::PrioritySet(PrioritySet { priority: from.priority }));
    }
    let (assignee_id, team_id) = (from.assignee_id, from.team_id);
    if assignee_id.is_some() || team_id.is_some() {
        new.apply(cx, Change::AssignmentSet(AssignmentSet { assignee_id, team_id }));
    }
}
