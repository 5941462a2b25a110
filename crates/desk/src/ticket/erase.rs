//! Erasing one message or one file because somebody asks for it, and the words that a whole ticket has beside them.

use proofdesk_store::Tx;

use super::actions::Edit;
use super::{Change, ErasureAsked, mask, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{AttachmentId, Id as _, MessageId, PublicId, TicketId};
use crate::log::erasure::{self, Subject};
use crate::permission::Permission;
use crate::text::Clean;
use crate::time::Timestamp;
use crate::{attachment, evidence, form, limits, remnant, side_conversation};

/// Erases a message for a reason that stays in the log: its text, the evidence in it, its answers, the keys of its files. Closed and merged
/// tickets are no exception. Erasing again does nothing and says nothing. Returns when it was erased.
///
/// # Errors
/// `not-found` for messages that the viewer does not see; `no-permission` without `customer.erase` over the ticket;
/// `field-required` for a missing reason.
pub async fn message(tx: &Tx<'_>, cx: &mut Cx, id: MessageId, reason: &str) -> Result<Timestamp> {
    let seen = view::message(tx, id).await?.or_not_found()?;
    let asked = (Subject::Message, id.uuid());
    if ask(tx, cx, seen.message.ticket_id, asked, reason).await? {
        erasure::erase_message(tx, cx, id).await?;
    }
    erased_at(tx, Subject::Message, id.uuid()).await
}

/// Erases the key of a file for a reason that stays in the log, so that nobody can open any copy of it. Its name stays. Erasing again does
/// nothing.
///
/// # Errors
/// As [`message`]; `not-found` also for a file that no message took.
pub async fn file(tx: &Tx<'_>, cx: &mut Cx, id: AttachmentId, reason: &str) -> Result<Timestamp> {
    let file = attachment::view::by_id(tx, id).await?.or_not_found()?;
    let ticket_id = file.ticket_id.or_not_found()?;
    if ask(tx, cx, ticket_id, (Subject::Attachment, id.uuid()), reason).await? {
        erasure::erase_attachment(tx, cx, id).await?;
    }
    erased_at(tx, Subject::Attachment, id.uuid()).await
}

async fn erased_at(tx: &Tx<'_>, subject: Subject, id: uuid::Uuid) -> Result<Timestamp> {
    let at = erasure::erased_at(tx, subject, id).await?;
    at.ok_or(Error::Broken { what: "an erasure that is not in the ledger" })
}

/// Writes down who wants what erased and why; false when it was erased before.
async fn ask(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    (subject, subject_id): (Subject, uuid::Uuid),
    reason: &str,
) -> Result<bool> {
    let public_id = number(tx, ticket_id).await?;
    let mut edit = Edit::begin_any(tx, cx, &public_id, Permission::CustomerErase).await?;
    let reason = Clean::field("reason", reason, limits::REASON_CHARS)?.as_str().to_owned();
    if erasure::erased_at(tx, subject, subject_id).await?.is_some() {
        return Ok(false);
    }
    edit.apply(cx, Change::ErasureAsked(ErasureAsked { subject, subject_id, reason }));
    edit.save(tx, cx).await?;
    remnant::clear_within(tx, cx, limits::ERASED_CLEARED_EVERY).await?;
    Ok(true)
}

async fn number(tx: &Tx<'_>, ticket_id: TicketId) -> Result<PublicId> {
    let placed = view::placement(tx, ticket_id).await?;
    placed.map(|(number, _)| number).ok_or_else(|| Error::refused(Code::NotFound))
}

/// Erases a ticket's subject, its evidence, its answers, and every event that repeats words, other than messages, and closes what departments
/// are asked about it. Once that is done it does nothing.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn erase_facts(tx: &Tx<'_>, cx: &mut Cx, ticket_id: TicketId) -> Result<()> {
    let mut edit = Edit::begin_by_id(tx, cx, ticket_id, Permission::CustomerErase).await?;
    evidence::actions::forget_ticket(tx, ticket_id).await?;
    form::actions::forget_ticket(tx, ticket_id).await?;
    let mut events = erasure::wordy(tx, ticket_id).await?;
    if !edit.ticket().subject.is_empty() {
        sql::empty_subject(tx, ticket_id).await?;
        let nothing = String::new();
        events.extend(mask::restate(tx, cx, &mut edit, nothing, Vec::new()).await?);
    }
    side_conversation::actions::end_all(tx, cx, &mut edit).await?;
    edit.save(tx, cx).await?;
    erasure::erase_repeated(tx, cx, ticket_id, &events).await
}
