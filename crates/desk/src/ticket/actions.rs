//! What people do to tickets. Each verb checks, changes the row by its events, and writes both in one transaction.

use futures_util::future::{join, join4};
use proofdesk_store::Tx;

use super::bulk::{self, Act};
use super::mention::{self, NewMentions};
use super::{
    AssignmentSet, Attention, Author, Change, MacrosApplied, Message, MessageAdded, MessageFact,
    Opened, Priority, PrioritySet, Risk, RiskCause, RiskSet, Snooze, State, StatusCategory,
    StatusCause, StatusSet, Tagged, Ticket, Untagged, Visibility, after_customer_message, sql,
    view,
};
use crate::attachment::actions::NewAttachment;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{
    AttachmentId, BrandId, CategoryId, CustomerId, MacroId, MessageId, PublicId, StaffId, StatusId,
    TeamId, TicketId,
};
use crate::identity::Level;
use crate::log::{self, Chain, Stream};
use crate::permission::Permission;
use crate::render::Body;
use crate::text::Clean;
use crate::text::outgoing::refuse_asking;
use crate::viewer::{Scope, Viewer};
use crate::{
    assignment, attachment, category, customer, evidence, identity, limits, notification,
    reply_macro, staff, status, tag,
};

/// A problem about to become a ticket.
#[derive(Clone, Debug)]
pub struct NewTicket {
    /// Whose it is, when staff open it; customers always open their own.
    pub customer_id: Option<CustomerId>,
    /// The issue category's slug.
    pub category: String,
    pub subject: Clean,
    pub body: Body,
    pub attachment_ids: Vec<AttachmentId>,
    pub channel: &'static str,
    /// BCP 47 tag of the language it is written in.
    pub lang: String,
}

/// A message about to be added.
#[derive(Clone, Debug)]
pub struct NewMessage {
    pub body: Body,
    pub visibility: Visibility,
    pub attachment_ids: Vec<AttachmentId>,
    pub channel: &'static str,
    pub lang: String,
    /// The status to set with it ("send and solve"); staff only.
    pub status_id: Option<StatusId>,
    /// The ticket's version that the writer saw. A message of somebody else since then is a conflict.
    pub seen_version: Option<i64>,
}

/// What staff do to the ticket with a message, the macros that it was written with, and whom it mentions.
#[derive(Clone, Debug, Default)]
pub struct Along {
    pub acts: Vec<Act>,
    pub macro_ids: Vec<MacroId>,
    /// Of notes alone.
    pub mentions: NewMentions,
}

/// Opens a ticket with its first message.
///
/// A message that leaks a key raises the ticket's risk and priority at once.
///
/// # Errors
/// `signed-out`, `no-permission`, `field-invalid` for the category, `attachment-unusable`, `not-found` for the customer,
/// `asks-for-secret` at `body` or `subject` for a text of staff.
pub async fn open(tx: &Tx<'_>, cx: &mut Cx, new: &NewTicket) -> Result<Ticket> {
    open_as(tx, cx, new, Visibility::Public).await
}

/// Opens a ticket with a note, of which its customer neither hears nor sees anything before somebody writes to them in it.
///
/// # Errors
/// As [`open`].
pub(crate) async fn open_inside(tx: &Tx<'_>, cx: &mut Cx, new: &NewTicket) -> Result<Ticket> {
    open_as(tx, cx, new, Visibility::Internal).await
}

async fn open_as(
    tx: &Tx<'_>,
    cx: &mut Cx,
    new: &NewTicket,
    visibility: Visibility,
) -> Result<Ticket> {
    new.body.refuse_asking()?;
    if cx.viewer.is_staff() {
        refuse_asking("subject", new.subject.as_str())?;
    }
    let Ground { customer_id, brand_id, category_id, public_id, told_by, verification } =
        Box::pin(ground(tx, cx, new)).await?;
    let ticket_id: TicketId = cx.id();
    let author = Author::of(&cx.viewer);
    let draft = Draft {
        ticket_id,
        seq: 1,
        visibility,
        author,
        body: &new.body,
        files: Files::Uploaded(&new.attachment_ids),
        channel: new.channel,
        lang: &new.lang,
        verification,
    };
    let message = draft.write(tx, cx).await?;
    let leaks = new.body.text().leaks_key()
        || new.subject.leaks_key()
        || attachment::view::leaks_key(tx, message.id, &new.attachment_ids).await?;
    let opened = Opened {
        public_id,
        brand_id,
        customer_id,
        category_id,
        subject: new.subject.as_str().to_owned(),
        status_id: status::builtin(StatusCategory::Open),
        status_category: StatusCategory::Open,
        priority: if leaks { Priority::Urgent } else { Priority::Normal },
        risk: if leaks { Risk::SuspectedTheft } else { Risk::None },
        channel: new.channel.to_owned(),
        lang: new.lang.clone(),
        message,
    };
    let mut state = State::of(opened.ticket(ticket_id, cx.now));
    let message_id = opened.message.id;
    let mut events = vec![Change::Opened(opened).event()?];
    let items = new.body.evidence();
    let found = evidence::actions::keep_found(tx, cx, ticket_id, message_id, items).await?;
    if let Some(found) = found {
        state.apply(&found, 2, cx.now);
        events.push(found.event()?);
    }
    for file in attachment::view::infected(tx, message_id, &new.attachment_ids).await? {
        let infected = Change::FileInfected(file);
        state.apply(&infected, state.ticket.version + 1, cx.now);
        events.push(infected.event()?);
    }
    let ticket = state.ticket;
    sql::insert(tx, &ticket).await?;
    log::begin(tx, cx, &Stream::Ticket(ticket_id), &events).await?;
    if visibility == Visibility::Public {
        notification::actions::receipt(tx, cx, &ticket, message_id, told_by).await?;
    }
    // Last, because everybody else who opens a ticket waits for this row until the commit.
    sql::shift_counts(tx, cx, None, &ticket).await?;
    Ok(ticket)
}

/// Adds a message: a customer's, an agent's reply, or an internal note.
///
/// A customer's message reopens a waiting or solved ticket. One that goes on in another ticket takes none of its own: they are
/// written there.
///
/// # Errors
/// `not-found`, `no-permission`, `ticket-closed` for a public message, `version-conflict` when somebody else wrote since
/// `seen_version`, `attachment-unusable`, `asks-for-secret` at `body` for a reply of staff.
pub async fn post(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    new: &NewMessage,
) -> Result<(Ticket, MessageId)> {
    post_along(tx, cx, public_id, new, &Along::default()).await
}

/// Adds a message and does with it what goes along: all of it, or nothing.
///
/// # Errors
/// As [`post`]; `no-permission` and `field-invalid` of what is done, as [`super::bulk::act`]; `verification-required` for a
/// macro that is not for a customer who is verified so little; `field-invalid` at `mentions` of a message that is no note, and
/// for whoever may not see the ticket; `too-many`, `limit-reached` for too many of them.
pub async fn post_along(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    new: &NewMessage,
    along: &Along,
) -> Result<(Ticket, MessageId)> {
    let permission = match new.visibility {
        Visibility::Public => Permission::TicketReply,
        Visibility::Internal => Permission::TicketNote,
    };
    let mut edit = Edit::begin_where_it_goes_on(tx, cx, public_id, permission).await?;
    if new.visibility == Visibility::Public {
        if edit.ticket().status_category == StatusCategory::Closed {
            return Err(Error::refused(Code::TicketClosed));
        }
        new.body.refuse_asking()?;
        // A customer would read who of the staff is asked for what.
        if !along.mentions.is_empty() {
            return Err(Error::field("mentions", Code::FieldInvalid));
        }
    }
    if let Some(seen) = new.seen_version {
        // Of the ticket that it goes on in, whoever saw the old one has seen nothing.
        let seen = if edit.ticket().public_id == *public_id { seen } else { 0 };
        edit.refuse_unseen(tx, cx, seen).await?;
    }
    let ticket = edit.ticket();
    let macro_ids =
        reply_macro::actions::applied(tx, cx, ticket, new.visibility, &along.macro_ids).await?;
    let words = Words {
        body: &new.body,
        files: Files::Uploaded(&new.attachment_ids),
        channel: new.channel,
        lang: &new.lang,
    };
    let written = edit.write(tx, cx, new.visibility, &words, &along.mentions);
    let (message_id, leaks) = Box::pin(written).await?;
    if Author::of(&cx.viewer) == Author::Customer
        && let Some(cause) = after_customer_message(edit.ticket().status_category)
    {
        edit.apply(cx, status_change(StatusCategory::Open, cause));
    }
    if let Some(status_id) = new.status_id {
        cx.viewer.require_at(Permission::TicketStatus, &edit.ticket().placement())?;
        edit.set_status(tx, cx, status_id, StatusCause::Staff).await?;
    }
    edit.do_along(tx, cx, &along.acts).await?;
    if !macro_ids.is_empty() {
        let macro_ids = macro_ids.clone();
        edit.apply(cx, Change::MacrosApplied(MacrosApplied { message_id, macro_ids }));
    }
    edit.suspect_theft(cx, leaks);
    let from = edit.before.status_category;
    let ticket = edit.save(tx, cx).await?;
    let told = (new.visibility == Visibility::Public).then_some(message_id);
    notification::actions::change(tx, cx, from, &ticket, told).await?;
    reply_macro::actions::count(tx, cx, &macro_ids).await?;
    Ok((ticket, message_id))
}

/// Sets the status.
///
/// # Errors
/// `not-found`, `no-permission`, `field-invalid` for an unknown status, `status-retired`, `version-conflict`.
pub async fn set_status(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    status_id: StatusId,
    expect: Option<i64>,
) -> Result<Ticket> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketStatus, expect).await?;
    edit.set_status(tx, cx, status_id, StatusCause::Staff).await?;
    let from = edit.before.status_category;
    let ticket = edit.save(tx, cx).await?;
    notification::actions::change(tx, cx, from, &ticket, None).await?;
    Ok(ticket)
}

/// A customer says that the problem is solved.
///
/// # Errors
/// `not-found`, `customers-only`, `ticket-closed`.
pub async fn solve_own(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<Ticket> {
    turn_own(tx, cx, public_id, StatusCategory::Solved, StatusCause::CustomerSolved).await
}

/// A customer says that the problem is not solved.
///
/// # Errors
/// `not-found`, `customers-only`, `ticket-closed`.
pub async fn reopen_own(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<Ticket> {
    turn_own(tx, cx, public_id, StatusCategory::Open, StatusCause::CustomerReopened).await
}

async fn turn_own(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    to: StatusCategory,
    cause: StatusCause,
) -> Result<Ticket> {
    if !matches!(cx.viewer, Viewer::Customer(_)) {
        return Err(Error::refused(Code::CustomersOnly));
    }
    let permission = Permission::TicketReply;
    let mut edit = Edit::begin_where_it_goes_on(tx, cx, public_id, permission).await?;
    match edit.ticket().status_category {
        StatusCategory::Closed => return Err(Error::refused(Code::TicketClosed)),
        now if now.is_active() == to.is_active() => {}
        _ => edit.apply(cx, status_change(to, cause)),
    }
    edit.save(tx, cx).await
}

/// Hands a ticket to a member, a team, both, or nobody.
///
/// # Errors
/// `not-found`, `no-permission`, `field-invalid` for an inactive member or unknown team, `version-conflict`.
pub async fn assign(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    assignee_id: Option<StaffId>,
    team_id: Option<TeamId>,
    expect: Option<i64>,
) -> Result<Ticket> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketAssign, expect).await?;
    staff::view::require_assignable(tx, assignee_id, team_id).await?;
    let set = AssignmentSet { assignee_id, team_id };
    if (edit.ticket().assignee_id, edit.ticket().team_id) != (assignee_id, team_id) {
        edit.apply(cx, Change::AssignmentSet(set));
    }
    edit.save(tx, cx).await
}

/// Sets the priority.
///
/// # Errors
/// `not-found`, `no-permission`, `version-conflict`.
pub async fn set_priority(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    priority: Priority,
    expect: Option<i64>,
) -> Result<Ticket> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketPriority, expect).await?;
    if edit.ticket().priority != priority {
        edit.apply(cx, Change::PrioritySet(PrioritySet { priority }));
    }
    edit.save(tx, cx).await
}

/// Adds a tag, which is made when it is new.
///
/// # Errors
/// `not-found`, `no-permission`, `limit-reached` when the ticket has its fill of tags.
pub async fn tag(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId, name: &Clean) -> Result<Ticket> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketTag, None).await?;
    edit.tag(tx, cx, name).await?;
    edit.save(tx, cx).await
}

/// Takes a tag off.
///
/// # Errors
/// `not-found`, for a tag that the ticket does not have too; `no-permission`.
pub async fn untag(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId, name: &str) -> Result<Ticket> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketTag, None).await?;
    match edit.untag(tx, cx, name).await? {
        true => edit.save(tx, cx).await,
        false => Err(Error::refused(Code::NotFound)),
    }
}

/// Remembers how far a member has read, what mentions them included; 0 makes the ticket unread again.
///
/// # Errors
/// `not-found`, `staff-only`.
pub async fn mark_read(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId, seq: i64) -> Result<()> {
    let staff_id = cx.viewer.staff()?.staff_id;
    let scope = cx.viewer.scope(Permission::TicketRead);
    let ticket_id = view::find_id(tx, public_id, &scope).await?.or_not_found()?;
    match seq {
        0 => {
            sql::clear_read_mark(tx, staff_id, ticket_id).await?;
            sql::unread_mentions(tx, staff_id, ticket_id).await
        }
        seq => {
            sql::set_read_mark(tx, staff_id, ticket_id, seq).await?;
            sql::read_mentions(tx, staff_id, ticket_id, seq, cx.now).await
        }
    }
}

/// Makes a ticket unread for a member who is to look at it again.
pub(crate) async fn mark_unread(tx: &Tx<'_>, staff_id: StaffId, ticket_id: TicketId) -> Result<()> {
    sql::clear_read_mark(tx, staff_id, ticket_id).await
}

/// A change in progress: the chain is locked, the row is as the chain's last event left it.
pub(crate) struct Edit {
    chain: Chain,
    before: Ticket,
    attention_before: Attention,
    snooze_before: Option<Snooze>,
    state: State,
    changes: Vec<Change>,
}

impl Edit {
    /// Begins to change a ticket that stands for itself. One that goes on in another is changed by the desk itself alone, which
    /// looks after what rests there.
    pub(crate) async fn begin(
        tx: &Tx<'_>,
        cx: &Cx,
        public_id: &PublicId,
        permission: Permission,
        expect: Option<i64>,
    ) -> Result<Self> {
        let edit = Self::begin_any(tx, cx, public_id, permission).await?;
        if cx.viewer.require_inside().is_err() {
            edit.refuse_merged(tx).await?;
        }
        edit.expect(expect)?;
        Ok(edit)
    }

    /// Begins to change a ticket, or the one at the end of its chain.
    pub(crate) async fn begin_where_it_goes_on(
        tx: &Tx<'_>,
        cx: &Cx,
        public_id: &PublicId,
        permission: Permission,
    ) -> Result<Self> {
        let mut edit = Self::begin_any(tx, cx, public_id, permission).await?;
        // Its own lock keeps it in its chain; the end may have moved on before it was locked too.
        while let Some((_, next)) = edit.goes_on_in(tx).await? {
            edit = Self::begin_any(tx, cx, &next, permission).await?;
        }
        Ok(edit)
    }

    /// Begins to change a ticket whether or not it goes on in another one.
    pub(crate) async fn begin_any(
        tx: &Tx<'_>,
        cx: &Cx,
        public_id: &PublicId,
        permission: Permission,
    ) -> Result<Self> {
        let readable = cx.viewer.scope(Permission::TicketRead);
        let ticket_id = view::find_id(tx, public_id, &readable).await?.or_not_found()?;
        let chain = log::lock(tx, &Stream::Ticket(ticket_id)).await?;
        // Read behind the lock: whoever held it may have moved the ticket out of sight.
        let before = view::find(tx, public_id, &readable).await?.or_not_found()?;
        cx.viewer.require_at(permission, &before.placement())?;
        Self::of(tx, chain, before).await
    }

    /// Begins to change a ticket as a consequence of what somebody may do elsewhere, whether or not they see it.
    pub(crate) async fn begin_along(tx: &Tx<'_>, ticket_id: TicketId) -> Result<Self> {
        let (public_id, _) = view::placement(tx, ticket_id).await?.or_not_found()?;
        let chain = log::lock(tx, &Stream::Ticket(ticket_id)).await?;
        let before = view::find(tx, &public_id, &Scope::Everything).await?.or_not_found()?;
        Self::of(tx, chain, before).await
    }

    /// The change of a ticket that was read behind the lock of its chain.
    async fn of(tx: &Tx<'_>, chain: Chain, before: Ticket) -> Result<Self> {
        let ticket_id = before.id;
        let tags = view::tag_ids(tx, ticket_id).await?;
        let attention = view::attention(tx, ticket_id).await?;
        let (snooze, merged_into) = view::aside(tx, ticket_id).await?;
        let state = State { tags, attention, snooze, merged_into, ..State::of(before.clone()) };
        let (attention_before, snooze_before) = (attention, snooze);
        Ok(Self { chain, before, attention_before, snooze_before, state, changes: Vec::new() })
    }

    /// The same for one that is known by its inner id, as jobs know it.
    pub(crate) async fn begin_by_id(
        tx: &Tx<'_>,
        cx: &Cx,
        ticket_id: TicketId,
        permission: Permission,
    ) -> Result<Self> {
        let (public_id, _) = view::placement(tx, ticket_id).await?.or_not_found()?;
        Self::begin(tx, cx, &public_id, permission, None).await
    }

    pub(crate) fn ticket(&self) -> &Ticket {
        &self.state.ticket
    }

    /// Refuses when it is not at the version that was seen.
    pub(super) fn expect(&self, version: Option<i64>) -> Result<()> {
        match version {
            Some(version) if version != self.before.version => Err(self.moved_on()),
            _ => Ok(()),
        }
    }

    /// Says that it is not as whoever asks has seen it.
    pub(super) fn moved_on(&self) -> Error {
        let version = self.before.version.to_string();
        Error::refused_with(Code::VersionConflict, vec![("version", version)])
    }

    /// The end of its chain; `None` for one that stands for itself.
    async fn goes_on_in(&self, tx: &Tx<'_>) -> Result<Option<(TicketId, PublicId)>> {
        match self.state.merged_into {
            Some(_) => view::goes_on_in(tx, self.before.id).await,
            None => Ok(None),
        }
    }

    /// # Errors
    /// `ticket-merged` with the number of the ticket that it goes on in.
    pub(super) async fn refuse_merged(&self, tx: &Tx<'_>) -> Result<()> {
        match self.goes_on_in(tx).await? {
            Some((_, into)) => {
                Err(Error::refused_with(Code::TicketMerged, vec![("into", into.to_string())]))
            }
            None => Ok(()),
        }
    }

    pub(crate) fn attention(&self) -> Attention {
        self.state.attention
    }

    pub(crate) fn snooze(&self) -> Option<Snooze> {
        self.state.snooze
    }

    pub(crate) fn apply(&mut self, cx: &Cx, change: Change) {
        self.state.apply(&change, self.before.version + self.pending() + 1, cx.now);
        self.changes.push(change);
    }

    /// Raises risk and priority when a key leaked, unless somebody judged the risk already.
    pub(crate) fn suspect_theft(&mut self, cx: &Cx, leaks_key: bool) {
        if leaks_key {
            self.raise_risk(cx, RiskCause::LeakedKey);
        }
    }

    /// Puts the ticket before all others, unless somebody judged the risk already.
    pub(crate) fn raise_risk(&mut self, cx: &Cx, cause: RiskCause) {
        if self.ticket().risk == Risk::None {
            let risk = Risk::SuspectedTheft;
            self.apply(cx, Change::RiskSet(RiskSet { risk, cause }));
            self.apply(cx, Change::PrioritySet(PrioritySet { priority: Priority::Urgent }));
        }
    }

    /// A customer answered what the ticket waited for.
    pub(crate) fn hear_customer(&mut self, cx: &Cx) {
        let waited = self.ticket().status_category == StatusCategory::WaitingOnCustomer;
        if waited && matches!(cx.viewer, Viewer::Customer(_)) {
            self.apply(cx, status_change(StatusCategory::Open, StatusCause::CustomerReplied));
        }
    }

    /// Writes a note as one of the changes, with what it says of money and what a key that leaked in it means.
    pub(crate) async fn note(
        &mut self,
        tx: &Tx<'_>,
        cx: &mut Cx,
        words: &Words<'_>,
    ) -> Result<MessageId> {
        let nobody = NewMentions::default();
        let written = self.write(tx, cx, Visibility::Internal, words, &nobody);
        let (message_id, leaks) = Box::pin(written).await?;
        self.suspect_theft(cx, leaks);
        Ok(message_id)
    }

    /// Writes a message as one of the changes, with whom it mentions, what it says of money and which of its files are infected.
    /// Says whether a key leaked in it.
    async fn write(
        &mut self,
        tx: &Tx<'_>,
        cx: &mut Cx,
        visibility: Visibility,
        words: &Words<'_>,
        mentions: &NewMentions,
    ) -> Result<(MessageId, bool)> {
        let Words { body, files, channel, lang } = *words;
        let (ticket_id, author) = (self.ticket().id, Author::of(&cx.viewer));
        let seq = self.chain.next_seq() + self.pending();
        let verification = proven(tx, cx).await?;
        let draft =
            Draft { ticket_id, seq, visibility, author, body, files, channel, lang, verification };
        let message = draft.write(tx, cx).await?;
        let message_id = message.id;
        let files: Vec<AttachmentId> = message.attachments.iter().map(|file| file.id).collect();
        self.apply(cx, Change::MessageAdded(MessageAdded { message }));
        if !mentions.is_empty() {
            Box::pin(mention::mention(tx, cx, self, (message_id, seq), mentions)).await?;
        }
        let items = body.evidence();
        let found = evidence::actions::keep_found(tx, cx, ticket_id, message_id, items).await?;
        found.into_iter().for_each(|found| self.apply(cx, found));
        for file in attachment::view::infected(tx, message_id, &files).await? {
            self.apply(cx, Change::FileInfected(file));
        }
        let leaks =
            body.text().leaks_key() || attachment::view::leaks_key(tx, message_id, &files).await?;
        Ok((message_id, leaks))
    }

    fn pending(&self) -> i64 {
        i64::try_from(self.changes.len()).unwrap_or(i64::MAX)
    }

    pub(crate) async fn set_status(
        &mut self,
        tx: &Tx<'_>,
        cx: &Cx,
        status_id: StatusId,
        cause: StatusCause,
    ) -> Result<()> {
        let (status_category, is_offered) = status::actions::hold(tx, status_id)
            .await?
            .ok_or_else(|| Error::field("status_id", Code::FieldInvalid))?;
        if self.ticket().status_id != status_id {
            // What a ticket had before a merge comes back, whatever became of it since.
            if !is_offered && cause != StatusCause::Unmerged {
                return Err(Error::field("status_id", Code::StatusRetired));
            }
            self.apply(cx, Change::StatusSet(StatusSet { status_id, status_category, cause }));
        }
        Ok(())
    }

    /// Puts a tag on, which is made when it is new; says whether it was missing.
    pub(crate) async fn tag(&mut self, tx: &Tx<'_>, cx: &mut Cx, name: &Clean) -> Result<bool> {
        let tag_id = tag::actions::ensure(tx, cx, name).await?;
        if self.state.tags.contains(&tag_id) {
            return Ok(false);
        }
        if self.state.tags.len() >= limits::TAGS_PER_TICKET {
            return Err(Error::limit_reached_at("tag", limits::TAGS_PER_TICKET));
        }
        sql::insert_tag(tx, self.ticket().id, tag_id).await?;
        self.apply(cx, Change::Tagged(Tagged { tag_id }));
        Ok(true)
    }

    /// Takes a tag off; says whether it was there.
    pub(crate) async fn untag(&mut self, tx: &Tx<'_>, cx: &Cx, name: &str) -> Result<bool> {
        let Some(tag_id) = tag::view::find(tx, name).await? else { return Ok(false) };
        if !self.state.tags.contains(&tag_id) {
            return Ok(false);
        }
        sql::delete_tag(tx, self.ticket().id, tag_id).await?;
        self.apply(cx, Change::Untagged(Untagged { tag_id }));
        Ok(true)
    }

    /// Does what goes along with a message, as far as its writer may do it to the ticket as they saw it.
    async fn do_along(&mut self, tx: &Tx<'_>, cx: &mut Cx, acts: &[Act]) -> Result<()> {
        for act in acts {
            cx.viewer.require_at(act.permission(), &self.before.placement())?;
            bulk::apply(tx, cx, self, act).await?;
        }
        Ok(())
    }

    /// Refuses when somebody else wrote after the version that the writer saw.
    async fn refuse_unseen(&self, tx: &Tx<'_>, cx: &Cx, seen: i64) -> Result<()> {
        if seen > self.before.version {
            return Err(Error::field("expect_version", Code::FieldInvalid));
        }
        let (_, me) = cx.viewer.author();
        match view::message_since(tx, self.before.id, seen, me).await? {
            true => Err(self.moved_on()),
            false => Ok(()),
        }
    }

    /// Whose ticket it is that came back by itself: it stands in their list as if it were new, however far they had read. What a
    /// colleague or they themself brought back is no news.
    fn came_back_to(&self, cx: &Cx) -> Option<StaffId> {
        let ticket = &self.state.ticket;
        let is_back = self.snooze_before.is_some() && self.state.snooze.is_none();
        let is_news = is_back && ticket.status_category.is_active() && !cx.viewer.is_staff();
        ticket.assignee_id.filter(|_| is_news)
    }

    pub(crate) async fn save(self, tx: &Tx<'_>, cx: &mut Cx) -> Result<Ticket> {
        if self.changes.is_empty() {
            return Ok(self.before);
        }
        let events = self.changes.iter().map(Change::event).collect::<Result<Vec<_>>>()?;
        sql::update(tx, &self.state.ticket).await?;
        if self.state.attention != self.attention_before {
            sql::set_attention(tx, self.state.ticket.id, &self.state.attention).await?;
        }
        if self.state.snooze != self.snooze_before {
            sql::set_snooze(tx, self.state.ticket.id, self.state.snooze).await?;
            if let Some(staff_id) = self.came_back_to(cx) {
                sql::clear_read_mark(tx, staff_id, self.state.ticket.id).await?;
            }
        }
        self.chain.append(tx, cx, &events).await?;
        let was = (&self.before, self.snooze_before.is_some());
        let is = (&self.state.ticket, self.state.snooze.is_some());
        Box::pin(assignment::actions::follow(tx, cx, was, is)).await?;
        // Last, as when a ticket is opened.
        sql::shift_counts(tx, cx, Some(&self.before), &self.state.ticket).await?;
        Ok(self.state.ticket)
    }
}

/// The files that come with a message.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Files<'a> {
    /// The writer uploaded them before.
    Uploaded(&'a [AttachmentId]),
    /// They come with it, of whoever has no account.
    Brought(&'a [NewAttachment]),
}

/// What a message that is one of several changes says, and what comes with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub body: &'a Body,
    pub files: Files<'a>,
    pub channel: &'static str,
    pub lang: &'a str,
}

/// A message before it is written.
struct Draft<'a> {
    ticket_id: TicketId,
    seq: i64,
    visibility: Visibility,
    author: Author,
    body: &'a Body,
    files: Files<'a>,
    channel: &'a str,
    lang: &'a str,
    verification: Option<Level>,
}

impl Draft<'_> {
    /// Writes row and body, takes the files, and returns what the event will say.
    async fn write(&self, tx: &Tx<'_>, cx: &mut Cx) -> Result<MessageFact> {
        let message = Message {
            id: cx.id(),
            ticket_id: self.ticket_id,
            seq: self.seq,
            visibility: self.visibility,
            author: self.author,
            author_id: cx.viewer.author().1,
            channel: self.channel.to_owned(),
            lang: self.lang.to_owned(),
            created_at: cx.now,
            verification: self.verification,
        };
        let digest = keep_message(tx, cx, &message, self.body).await?;
        let (ticket_id, message_id) = (self.ticket_id, message.id);
        let attachments = match self.files {
            Files::Uploaded(ids) => {
                attachment::actions::claim(tx, cx, ids, ticket_id, message_id).await?
            }
            Files::Brought(files) => {
                attachment::actions::receive(tx, cx, files, ticket_id, message_id).await?
            }
        };
        Ok(MessageFact::of(message, digest, attachments))
    }
}

/// Writes the row of a message and its text in all its forms, and returns the digest of those, as events have it.
pub(super) async fn keep_message(
    tx: &Tx<'_>,
    cx: &mut Cx,
    message: &Message,
    body: &Body,
) -> Result<String> {
    let (text, html) = (body.text(), body.html());
    let findings = body.findings_json()?;
    let salt: [u8; 16] = cx.bytes();
    let digest = log::hash::body_digest(&salt, text.as_str(), html, &findings);
    sql::insert_message(tx, message).await?;
    sql::insert_body(tx, message.id, &salt, text, html, &findings).await?;
    Ok(hex::encode(digest))
}

pub(crate) fn status_change(category: StatusCategory, cause: StatusCause) -> Change {
    let status_id = status::builtin(category);
    Change::StatusSet(StatusSet { status_id, status_category: category, cause })
}

/// What a new ticket stands on.
struct Ground {
    customer_id: CustomerId,
    brand_id: BrandId,
    category_id: CategoryId,
    public_id: PublicId,
    told_by: notification::Means,
    /// Of whoever opens it.
    verification: Option<Level>,
}

/// What does not wait for one another is asked for together: each answer of PostgreSQL's is a journey.
async fn ground(tx: &Tx<'_>, cx: &mut Cx, new: &NewTicket) -> Result<Ground> {
    let candidate = cx.public_id();
    let (owner, is_taken, road, verification) = join4(
        owner(tx, cx, new.customer_id),
        view::public_id_taken(tx, &candidate),
        notification::view::road(tx, notification::Channel::Mail),
        proven(tx, cx),
    )
    .await;
    let (customer_id, brand_id) = owner?;
    let (category, promise) = join(
        category::view::find(tx, brand_id, &new.category),
        notification::view::promise(tx, brand_id),
    )
    .await;
    Ok(Ground {
        customer_id,
        brand_id,
        category_id: category?.ok_or_else(|| Error::field("category", Code::FieldInvalid))?,
        public_id: if is_taken? { free_public_id(tx, cx).await? } else { candidate },
        told_by: notification::Means {
            mail: road?,
            promise: promise?,
            of_theft: new.category == category::THEFT,
        },
        verification: verification?,
    })
}

/// How far whoever writes has proven who they are, now and by what they came in by; `None` for everybody but customers. What else
/// the same customer has proven says nothing of who sits there.
async fn proven(tx: &Tx<'_>, cx: &Cx) -> Result<Option<Level>> {
    let Viewer::Customer(me) = &cx.viewer else { return Ok(None) };
    let identity = identity::view::by_id(tx, me.identity_id).await?;
    Ok(identity.map(|identity| identity.level_at(cx.now)))
}

async fn owner(tx: &Tx<'_>, cx: &Cx, named: Option<CustomerId>) -> Result<(CustomerId, BrandId)> {
    if let Viewer::Customer(me) = &cx.viewer {
        return match named {
            Some(other) if other != me.customer_id => {
                Err(Error::field("customer_id", Code::FieldInvalid))
            }
            _ => Ok((me.customer_id, me.brand_id)),
        };
    }
    cx.viewer.require(Permission::TicketCreate)?;
    let customer_id = named.ok_or_else(|| Error::field("customer_id", Code::FieldRequired))?;
    let brand_id =
        customer::view::brand_of(tx, customer_id, &cx.viewer.scope(Permission::TicketCreate))
            .await?
            .ok_or_else(|| Error::field("customer_id", Code::FieldInvalid))?;
    Ok((customer_id, brand_id))
}

/// 40 bits meet by chance once in about a million tickets, so a candidate is looked up before it is used.
pub(super) async fn free_public_id(tx: &Tx<'_>, cx: &mut Cx) -> Result<PublicId> {
    loop {
        let candidate = cx.public_id();
        if !view::public_id_taken(tx, &candidate).await? {
            return Ok(candidate);
        }
    }
}
