//! What agents and departments do with a conversation.

use proofdesk_store::Tx;

use super::{
    CHANNEL, MailState, NewSideConversation, Side, SideAuthor, SideConversation, Standing, mail,
    sql, view,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::department::{self, Department};
use crate::error::{Attempt, Error, OrNotFound as _, Result};
use crate::id::{Id as _, MessageId, PublicId, SideConversationId, SideLinkId, StaffId, TicketId};
use crate::limits;
use crate::notification::returned::{About, Returned, Verdict};
use crate::permission::Permission;
use crate::quota::{self, Kind as Counted};
use crate::render::Body;
use crate::ticket::actions::{Edit, mark_unread, status_change};
use crate::ticket::{
    self, Change, SideClosed, SideReopened, SideStarted, SideWritten, StatusCategory, StatusCause,
    Ticket, WakeCause, Woken,
};
use crate::viewer::Viewer;

/// Asks a department about a ticket, or about the one that it goes on in. The department is mailed a link.
///
/// # Errors
/// `staff-only`; `not-found`; `no-permission` without `ticket.reply`, and without `ticket.status` where the ticket is to wait;
/// `asks-for-secret` at `subject` or `body`; `field-invalid` at `department_id`; `mail-required`; `limit-reached`.
pub async fn start(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    new: &NewSideConversation,
) -> Result<SideConversationId> {
    let started_by = cx.viewer.staff()?.staff_id;
    new.refuse_asking()?;
    let mut edit = Edit::begin_where_it_goes_on(tx, cx, public_id, Permission::TicketReply).await?;
    let known = department::view::load(tx, new.department_id).await?;
    let department = known
        .filter(|department| department.archived_at.is_none())
        .ok_or_else(|| Error::field("department_id", Code::FieldInvalid))?;
    mail::require_road(tx).await?;
    let ticket_id = edit.ticket().id;
    refuse_full(view::count(tx, ticket_id).await?, limits::SIDE_CONVERSATIONS)?;
    let message_id = Box::pin(edit.note(tx, cx, &new.body, CHANNEL, new.lang.code())).await?;
    let started = SideStarted {
        side_conversation_id: cx.id(),
        department_id: department.id,
        pauses: new.pauses,
        message_id,
    };
    let row = SideConversation {
        id: started.side_conversation_id,
        ticket_id,
        started_by,
        side: Side::started(&started, cx.now),
        link_id: cx.id(),
        recipient: department::address_digest(&department.email),
        link_until: cx.after(limits::SIDE_LINK_LIFETIME),
    };
    sql::insert(tx, &row).await?;
    sql::insert_message(tx, row.id, message_id).await?;
    edit.apply(cx, Change::SideStarted(started));
    let turn = if new.pauses { Turn::Pause } else { Turn::Stay };
    Box::pin(settle(tx, cx, edit, turn)).await?;
    mail::ask(tx, cx, &row, &department.email, message_id).await?;
    Ok(row.id)
}

/// Writes to the department once more; where the ticket waits for it, it waits again.
///
/// # Errors
/// As [`start`]; `side-closed`.
pub async fn write(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    id: SideConversationId,
    body: &Body,
    lang: &str,
) -> Result<MessageId> {
    body.refuse_asking()?;
    let (mut edit, row) = begin(tx, cx, public_id, id).await?;
    row.require_open()?;
    mail::require_road(tx).await?;
    refuse_full(view::count_messages(tx, id).await?, limits::SIDE_MESSAGES)?;
    let department = department_of(tx, &row).await?;
    let message_id = Box::pin(edit.note(tx, cx, body, CHANNEL, lang)).await?;
    let by = SideAuthor::Staff;
    let written = SideWritten { side_conversation_id: id, message_id, by, told: Vec::new() };
    edit.apply(cx, Change::SideWritten(written));
    sql::insert_message(tx, id, message_id).await?;
    sql::set_written(tx, id, cx.now, by).await?;
    let turn = if row.side.pauses { Turn::Pause } else { Turn::Stay };
    Box::pin(settle(tx, cx, edit, turn)).await?;
    mail::ask(tx, cx, &row, &department.email, message_id).await?;
    Ok(message_id)
}

/// Has the department mailed the link to what it was asked last once more, at the address that it has now.
///
/// # Errors
/// `staff-only`; `not-found`; `no-permission` without `ticket.reply`; `side-closed`; `mail-required`.
pub async fn remind(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    id: SideConversationId,
) -> Result<()> {
    let (_edit, row) = begin(tx, cx, public_id, id).await?;
    row.require_open()?;
    mail::require_road(tx).await?;
    let department = department_of(tx, &row).await?;
    let asked = view::last_asked(tx, id).await?.or_not_found()?;
    mail::ask(tx, cx, &row, &department.email, asked).await
}

/// Closes a conversation: the link to it opens it no longer, and nothing more is written into it. Where the ticket waited for
/// nothing else, it is open again. One that is closed stays so.
///
/// # Errors
/// `staff-only`; `not-found`; `no-permission` without `ticket.reply`, and without `ticket.status` where the ticket waited for it.
pub async fn close(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    id: SideConversationId,
) -> Result<()> {
    let (mut edit, row) = begin(tx, cx, public_id, id).await?;
    if row.side.closed_at.is_some() {
        return Ok(());
    }
    edit.apply(cx, Change::SideClosed(SideClosed { side_conversation_id: id }));
    sql::set_closed(tx, id, Some(cx.now)).await?;
    let shown_id = shown_in(tx, row.ticket_id).await?;
    let held_it = row.side.pauses && row.side.is_asked();
    let turn = match held_it && !view::is_held(tx, shown_id, id).await? {
        true => Turn::Release,
        false => Turn::Stay,
    };
    Box::pin(settle(tx, cx, edit, turn)).await?;
    Ok(())
}

/// Opens a closed conversation again, by a link that is another one: the next mail has it. One that is open stays so.
///
/// # Errors
/// `staff-only`; `not-found`; `no-permission` without `ticket.reply`.
pub async fn reopen(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    id: SideConversationId,
) -> Result<()> {
    let (mut edit, row) = begin(tx, cx, public_id, id).await?;
    if row.side.closed_at.is_none() {
        return Ok(());
    }
    edit.apply(cx, Change::SideReopened(SideReopened { side_conversation_id: id }));
    sql::set_closed(tx, id, None).await?;
    let until = cx.after(limits::SIDE_LINK_LIFETIME);
    sql::set_link(tx, id, cx.id(), &row.recipient, until).await?;
    Box::pin(settle(tx, cx, edit, Turn::Stay)).await?;
    Ok(())
}

/// A department answers by its link. A ticket that waited for it is open again, one that was put aside is back, and whoever asked
/// and whoever has the ticket find it unread.
///
/// # Errors
/// `not-found`; `link-expired`, `side-closed`; `limit-reached`. `rate-limited` comes as an [`Attempt`], since it is counted.
pub async fn answer(
    tx: &Tx<'_>,
    cx: &mut Cx,
    link_id: SideLinkId,
    body: &Body,
) -> Result<Attempt<()>> {
    let (row, _) = usable(tx, cx, link_id).await?;
    let (kind, subject) = (Counted::SideAnswer, row.id.to_string());
    let (limit, window) = (limits::SIDE_ANSWERS, limits::SIDE_WINDOW);
    if let Err(spent) = quota::actions::take(tx, kind, &subject, limit, window, cx.now).await? {
        return Ok(Err(spent.under(Code::RateLimited)));
    }
    // Whoever has the link has no place among the desk's viewers. The log's actor says nothing of a department either: the
    // customer's transcript has who changed the status.
    let viewer = std::mem::replace(&mut cx.viewer, Viewer::System("desk"));
    let answered = Box::pin(answer_inside(tx, cx, link_id, row.ticket_id, body)).await;
    cx.viewer = viewer;
    answered.map(Ok)
}

async fn answer_inside(
    tx: &Tx<'_>,
    cx: &mut Cx,
    link_id: SideLinkId,
    ticket_id: TicketId,
    body: &Body,
) -> Result<()> {
    let mut edit = Edit::begin_by_id(tx, cx, ticket_id, Permission::TicketNote).await?;
    // Once more behind the lock: somebody may have closed it meanwhile.
    let (row, department) = usable(tx, cx, link_id).await?;
    let id = row.id;
    refuse_full(view::count_messages(tx, id).await?, limits::SIDE_MESSAGES)?;
    let told = told(tx, &row).await?;
    let message_id = Box::pin(edit.note(tx, cx, body, CHANNEL, &department.lang)).await?;
    let by = SideAuthor::Department;
    let written = SideWritten { side_conversation_id: id, message_id, by, told: told.clone() };
    edit.apply(cx, Change::SideWritten(written));
    sql::insert_message(tx, id, message_id).await?;
    sql::set_written(tx, id, cx.now, by).await?;
    let until = cx.after(limits::SIDE_LINK_LIFETIME);
    sql::set_link(tx, id, row.link_id, &row.recipient, until).await?;
    let turn = Turn::Answered { pauses: row.side.pauses };
    let ticket = Box::pin(settle(tx, cx, edit, turn)).await?;
    for staff_id in told {
        mark_unread(tx, staff_id, ticket.id).await?;
    }
    Ok(())
}

/// Mails another link for whoever has one that is too old, to the department's address and to nobody else: the old one opens nothing any
/// more, so it asks for this once. Returns `false` when it still opens the conversation: nothing is sent then.
///
/// # Errors
/// `not-found`; `side-closed`; `link-expired` where the department has another address by now; `mail-required`.
pub async fn renew(tx: &Tx<'_>, cx: &mut Cx, link_id: SideLinkId) -> Result<bool> {
    let (row, department) = view::by_link(tx, link_id).await?.or_not_found()?;
    match row.standing(&department.email, cx.now) {
        Standing::Open => return Ok(false),
        Standing::Expired => {}
        Standing::Closed => return Err(Error::refused(Code::SideClosed)),
        Standing::Void => return Err(Error::refused(Code::LinkExpired)),
    }
    mail::require_road(tx).await?;
    let asked = view::last_asked(tx, row.id).await?.or_not_found()?;
    mail::ask(tx, cx, &row, &department.email, asked).await?;
    Ok(true)
}

/// Notes what became of the mail of a message.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn record_mail(
    tx: &Tx<'_>,
    cx: &Cx,
    message_id: MessageId,
    state: MailState,
    code: Option<&str>,
) -> Result<()> {
    cx.viewer.require_inside()?;
    sql::set_mail(tx, message_id, state, code, cx.now).await
}

/// Notes a mail to a department that came back. Returns how many that was: one, or none for what is no mail of theirs.
pub(crate) async fn record_returned(tx: &Tx<'_>, cx: &Cx, returned: &Returned) -> Result<u64> {
    let named = match &returned.about {
        About::Delivery(id) => Some(id.uuid()),
        About::MailId(name) => name.split(['.', '@']).next().and_then(|id| id.parse().ok()),
    };
    let Some(id) = named else { return Ok(0) };
    let state = match returned.verdict {
        Verdict::Bounced => MailState::Bounced,
        Verdict::Failed => MailState::Failed,
        Verdict::Delayed => MailState::Sent,
    };
    sql::set_returned(tx, MessageId::from_uuid(id), state, &returned.code, cx.now).await
}

/// Begins to change the ticket in whose chain a conversation is that is shown beside one.
async fn begin(
    tx: &Tx<'_>,
    cx: &Cx,
    public_id: &PublicId,
    id: SideConversationId,
) -> Result<(Edit, SideConversation)> {
    cx.viewer.staff()?;
    let scope = cx.viewer.scope(Permission::TicketRead);
    let shown_id = ticket::view::find_id(tx, public_id, &scope).await?.or_not_found()?;
    let row = view::beside(tx, shown_id, id).await?.or_not_found()?;
    let (home, _) = ticket::view::placement(tx, row.ticket_id).await?.or_not_found()?;
    let edit = Edit::begin_any(tx, cx, &home, Permission::TicketReply).await?;
    // Once more behind the lock: somebody may have closed it, or answered, meanwhile.
    let row = view::beside(tx, row.ticket_id, id).await?.or_not_found()?;
    Ok((edit, row))
}

/// Closes what is open beside a ticket whose customer is erased: nothing of them is shown on a page any more, and no answer is written.
pub(crate) async fn end_all(tx: &Tx<'_>, cx: &Cx, edit: &mut Edit) -> Result<()> {
    for (id, side) in view::state_of(tx, edit.ticket().id).await? {
        if side.closed_at.is_none() {
            edit.apply(cx, Change::SideClosed(SideClosed { side_conversation_id: id }));
            sql::set_closed(tx, id, Some(cx.now)).await?;
        }
    }
    Ok(())
}

/// The conversation of a link that opens it.
async fn usable(
    tx: &Tx<'_>,
    cx: &Cx,
    link_id: SideLinkId,
) -> Result<(SideConversation, Department)> {
    let (row, department) = view::by_link(tx, link_id).await?.or_not_found()?;
    row.standing(&department.email, cx.now).require_open()?;
    Ok((row, department))
}

async fn department_of(tx: &Tx<'_>, row: &SideConversation) -> Result<Department> {
    department::view::load(tx, row.side.department_id).await?.or_not_found()
}

/// The ticket that people work on where a conversation's own goes on in another one.
async fn shown_in(tx: &Tx<'_>, ticket_id: TicketId) -> Result<TicketId> {
    let end = ticket::view::goes_on_in(tx, ticket_id).await?;
    Ok(end.map_or(ticket_id, |(id, _)| id))
}

/// Who is to know of an answer: whoever has the ticket, and whoever asked.
async fn told(tx: &Tx<'_>, row: &SideConversation) -> Result<Vec<StaffId>> {
    let placed = ticket::view::placement(tx, shown_in(tx, row.ticket_id).await?).await?;
    let assignee = placed.and_then(|(_, at)| at.assignee_id);
    let asker = Some(row.started_by).filter(|id| assignee != Some(*id));
    Ok(assignee.into_iter().chain(asker).collect())
}

fn refuse_full(count: i64, limit: i64) -> Result<()> {
    if count >= limit {
        return Err(Error::limit_reached(limit));
    }
    Ok(())
}

/// What something in a conversation means for its ticket.
#[derive(Clone, Copy, Debug)]
enum Turn {
    Stay,
    /// It waits while the department is asked.
    Pause,
    /// It waits for nobody any more.
    Release,
    /// The department has answered; where the conversation pauses the ticket, it waits no longer.
    Answered {
        pauses: bool,
    },
}

impl Turn {
    fn apply(self, cx: &Cx, edit: &mut Edit) -> Result<()> {
        let category = edit.ticket().status_category;
        let waits = category == StatusCategory::WaitingOnInternal;
        match self {
            Self::Stay => {}
            Self::Pause => {
                cx.viewer.require_at(Permission::TicketStatus, &edit.ticket().placement())?;
                let turns = [StatusCategory::Open, StatusCategory::WaitingOnCustomer];
                if turns.contains(&category) {
                    let to = StatusCategory::WaitingOnInternal;
                    edit.apply(cx, status_change(to, StatusCause::Staff));
                }
            }
            Self::Release => {
                cx.viewer.require_at(Permission::TicketStatus, &edit.ticket().placement())?;
                if waits {
                    edit.apply(cx, status_change(StatusCategory::Open, StatusCause::Staff));
                }
            }
            Self::Answered { pauses } => {
                if edit.snooze().is_some() {
                    let told = edit.ticket().assignee_id;
                    edit.apply(cx, Change::Woken(Woken { cause: WakeCause::Department, told }));
                }
                if pauses && waits {
                    edit.apply(cx, status_change(StatusCategory::Open, StatusCause::Desk));
                }
            }
        }
        Ok(())
    }
}

/// Saves a change, and lets the ticket that people work on take its turn: that is another one where this one was merged.
async fn settle(tx: &Tx<'_>, cx: &mut Cx, mut edit: Edit, turn: Turn) -> Result<Ticket> {
    let end = match turn {
        Turn::Stay => None,
        _ => ticket::view::goes_on_in(tx, edit.ticket().id).await?,
    };
    let Some((end_id, _)) = end else {
        turn.apply(cx, &mut edit)?;
        return edit.save(tx, cx).await;
    };
    edit.save(tx, cx).await?;
    let mut end = Edit::begin_by_id(tx, cx, end_id, Permission::TicketReply).await?;
    turn.apply(cx, &mut end)?;
    end.save(tx, cx).await
}
