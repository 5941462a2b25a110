//! What agents and departments do with a conversation.

use std::collections::BTreeSet;

use proofdesk_store::Tx;

use super::{
    CHANNEL, MailState, NewSideConversation, NewSideMessage, Side, SideAuthor, SideConversation,
    SideLetter, Standing, mail, sql, view,
};
use crate::attachment::Scan;
use crate::attachment::actions::{NewAttachment, refuse_too_many};
use crate::code::Code;
use crate::cx::Cx;
use crate::department::{self, Department};
use crate::error::{Attempt, Error, OrNotFound as _, Result};
use crate::id::{
    AttachmentId, Id as _, MessageId, PublicId, SideConversationId, SideLinkId, StaffId, TicketId,
};
use crate::limits;
use crate::notification::returned::{About, Returned, Verdict};
use crate::permission::Permission;
use crate::quota::{self, Kind as Counted};
use crate::render::Body;
use crate::ticket::actions::{Edit, Files, Words, mark_unread, status_change};
use crate::ticket::{
    self, Change, SideClosed, SideFilesShared, SideReopened, SideStarted, SideWritten,
    StatusCategory, StatusCause, Ticket, WakeCause, Woken,
};
use crate::viewer::Viewer;

/// Asks a department about a ticket, or about the one that it goes on in. The department is mailed a link.
///
/// # Errors
/// `staff-only`; `not-found`; `no-permission` without `ticket.reply`, and without `ticket.status` where the ticket is to wait;
/// `asks-for-secret` at `subject` or `body`; `field-invalid` at `department_id`; `mail-required`; `limit-reached`;
/// `attachment-unusable`, `too-many-attachments` at `attachment_ids`; `attachment-infected`.
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
    let enclosed = Enclosed::of(tx, ticket_id, &new.attachment_ids).await?;
    let note = enclosed.note(&new.body, new.lang.code());
    let message_id = edit.note(tx, cx, &note).await?;
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
    enclosed.share(tx, cx, &mut edit, (row.id, message_id)).await?;
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
    new: &NewSideMessage,
) -> Result<MessageId> {
    new.body.refuse_asking()?;
    let (mut edit, row) = begin(tx, cx, public_id, id).await?;
    row.require_open()?;
    mail::require_road(tx).await?;
    refuse_full(view::count_messages(tx, id).await?, limits::SIDE_MESSAGES)?;
    let department = department_of(tx, &row).await?;
    let shown_id = shown_in(tx, row.ticket_id).await?;
    let enclosed = Enclosed::of(tx, shown_id, &new.attachment_ids).await?;
    let note = enclosed.note(&new.body, new.lang.code());
    let message_id = edit.note(tx, cx, &note).await?;
    let by = SideAuthor::Staff;
    let written = SideWritten { side_conversation_id: id, message_id, by, told: Vec::new() };
    edit.apply(cx, Change::SideWritten(written));
    sql::insert_message(tx, id, message_id).await?;
    enclosed.share(tx, cx, &mut edit, (id, message_id)).await?;
    sql::set_written(tx, id, cx.now, by).await?;
    let turn = if row.side.pauses { Turn::Pause } else { Turn::Stay };
    Box::pin(settle(tx, cx, edit, turn)).await?;
    mail::ask(tx, cx, &row, &department.email, message_id).await?;
    Ok(message_id)
}

/// Has the department mailed the link to what it was asked last once more, at the address that it has now. A mail of it that is
/// being sent at this moment does not stand for this one.
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

/// A department answers by its link, with files that rest already and get their rows here. A ticket that waited for it is open again,
/// one that was put aside is back, and whoever asked, whoever has the ticket and whoever follows it find it unread.
///
/// # Errors
/// `not-found`; `link-expired`, `side-closed`; `limit-reached`. `rate-limited` comes as an [`Attempt`], since it is counted.
pub async fn answer(
    tx: &Tx<'_>,
    cx: &mut Cx,
    link_id: SideLinkId,
    body: &Body,
    files: &[NewAttachment],
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
    let answered = Box::pin(answer_inside(tx, cx, (link_id, row.ticket_id), body, files)).await;
    cx.viewer = viewer;
    answered.map(Ok)
}

async fn answer_inside(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (link_id, ticket_id): (SideLinkId, TicketId),
    body: &Body,
    files: &[NewAttachment],
) -> Result<()> {
    let mut edit = Edit::begin_by_id(tx, cx, ticket_id, Permission::TicketNote).await?;
    // Once more behind the lock: somebody may have closed it meanwhile.
    let (row, department) = usable(tx, cx, link_id).await?;
    let id = row.id;
    refuse_full(view::count_messages(tx, id).await?, limits::SIDE_MESSAGES)?;
    let told = told(tx, &row).await?;
    // Of the brand whose ticket it is, by whatever host its page was reached.
    let brand_id = edit.ticket().brand_id;
    let files: Vec<NewAttachment> =
        files.iter().map(|file| NewAttachment { brand_id, ..file.clone() }).collect();
    let files = Files::Brought(&files);
    let note = Words { body, files, channel: CHANNEL, lang: &department.lang };
    let message_id = edit.note(tx, cx, &note).await?;
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

/// Counts a file that is about to come by a link.
///
/// # Errors
/// `not-found`; `link-expired`, `side-closed`. The refusal, `rate-limited`, comes as an [`Attempt`].
pub async fn count_file(tx: &Tx<'_>, cx: &Cx, link_id: SideLinkId) -> Result<Attempt<()>> {
    let (row, _) = usable(tx, cx, link_id).await?;
    let (kind, subject) = (Counted::SideFiles, row.id.to_string());
    let (limit, window) = (limits::SIDE_FILES_IN, limits::SIDE_WINDOW);
    let taken = quota::actions::take(tx, kind, &subject, limit, window, cx.now).await?;
    Ok(taken.map(|_left| ()).map_err(|spent| spent.under(Code::RateLimited)))
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

/// Notes what became of a mail. Returns `false` when another one was asked for meanwhile, whose end it is that counts.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn record_mail(
    tx: &Tx<'_>,
    cx: &Cx,
    letter: &SideLetter,
    state: MailState,
    code: Option<&str>,
) -> Result<bool> {
    cx.viewer.require_inside()?;
    sql::set_mail(tx, (letter.message_id, letter.mails), state, code, cx.now).await
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

/// Who is to know of an answer: whoever has the ticket, whoever asked, and whoever follows the ticket and may see it.
async fn told(tx: &Tx<'_>, row: &SideConversation) -> Result<Vec<StaffId>> {
    let shown_id = shown_in(tx, row.ticket_id).await?;
    let placed = ticket::view::placement(tx, shown_id).await?;
    let mut told: Vec<StaffId> = placed.and_then(|(_, at)| at.assignee_id).into_iter().collect();
    let followers = ticket::view::participants(tx, shown_id).await?;
    for id in [row.started_by].into_iter().chain(followers.into_iter().map(|one| one.id)) {
        if !told.contains(&id) {
            told.push(id);
        }
    }
    Ok(told)
}

/// What an agent sends along: their own uploads, which become files of the note, and files of the ticket, which stay where they are.
struct Enclosed {
    uploads: Vec<AttachmentId>,
    shared: Vec<AttachmentId>,
}

impl Enclosed {
    /// Tells the two apart, where the ticket is the one that people work on. Whoever sees that one sees its files.
    ///
    /// # Errors
    /// `too-many-attachments` at `attachment_ids`; `attachment-infected` for a file of the ticket.
    async fn of(tx: &Tx<'_>, shown_id: TicketId, ids: &[AttachmentId]) -> Result<Self> {
        refuse_too_many(ids.len())?;
        let each_once: BTreeSet<AttachmentId> = ids.iter().copied().collect();
        let (mut uploads, mut shared) = (Vec::new(), Vec::new());
        for id in each_once {
            match view::scan_of(tx, id, shown_id).await? {
                None => uploads.push(id),
                Some(Scan::Infected) => return Err(Error::refused(Code::AttachmentInfected)),
                Some(_) => shared.push(id),
            }
        }
        Ok(Self { uploads, shared })
    }

    fn note<'a>(&'a self, body: &'a Body, lang: &'a str) -> Words<'a> {
        Words { body, files: Files::Uploaded(&self.uploads), channel: CHANNEL, lang }
    }

    /// Gives the files of the ticket to the department, with a message that is part of its conversation by now.
    async fn share(
        &self,
        tx: &Tx<'_>,
        cx: &Cx,
        edit: &mut Edit,
        (side_conversation_id, message_id): (SideConversationId, MessageId),
    ) -> Result<()> {
        if self.shared.is_empty() {
            return Ok(());
        }
        for id in &self.shared {
            sql::share_file(tx, message_id, *id).await?;
        }
        let attachment_ids = self.shared.clone();
        let shared = SideFilesShared { side_conversation_id, message_id, attachment_ids };
        edit.apply(cx, Change::SideFilesShared(shared));
        Ok(())
    }
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
