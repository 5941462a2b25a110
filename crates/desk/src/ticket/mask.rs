//! What the guard's newer rules find in texts that are stored already: masked in every place that repeats them, and said in
//! the log, whose older digests nobody can check any more.

use proofdesk_guard::Finding;
use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::actions::Edit;
use super::{
    Change, FileMasked, MaskedFact, MaskedFile, MessageMasked, Opened, Restated, SubjectMasked,
    sql, view,
};
use crate::attachment::mask::MaskedCopy;
use crate::attachment::{self, Attachment};
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::evidence::{self, EvidenceFound};
use crate::form;
use crate::id::{AttachmentId, EventId, Id as _, MessageId, TicketId};
use crate::log::{Stream, erasure, hash, rows};
use crate::permission::Permission;
use crate::render::Body;
use crate::text::Clean;

/// Reads a message once more and masks what is found, in its body and in the evidence of it. Returns whether there was
/// anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask_message(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    message_id: MessageId,
) -> Result<bool> {
    let Some(seen) = view::message(tx, message_id).await? else { return Ok(false) };
    let ticket_id = seen.message.ticket_id;
    let mut edit = begin(tx, cx, ticket_id).await?;
    // Once more behind the lock: it may have been erased or masked meanwhile.
    let seen = view::message(tx, message_id).await?.or_not_found()?;
    let Some(stored) = seen.body else { return Ok(false) };
    let (author, visibility) = (seen.message.author, seen.message.visibility);
    let Some(body) = Body::again(author, keyring, &stored, &seen.findings)? else {
        return Ok(false);
    };
    let superseded = digest_of(tx, message_id).await?.unwrap_or_default();
    let (text, html, findings) = (body.text(), body.html(), body.findings_json()?);
    let salt: [u8; 16] = cx.bytes();
    let body_digest = hex::encode(hash::body_digest(&salt, text.as_str(), html, &findings));
    sql::set_body(tx, message_id, &salt, text, html, &findings).await?;
    let repeating = erasure::repeating(tx, ticket_id, message_id).await?;
    let masked = MaskedFact { id: message_id, body_digest, superseded };
    let kinds = text.kinds();
    edit.apply(cx, Change::MessageMasked(MessageMasked { masked, visibility, kinds }));
    say_anew(tx, cx, &mut edit, message_id, text.findings()).await?;
    // A key that was found late is as stolen as one found at once.
    edit.suspect_theft(cx, text.leaks_key());
    edit.save(tx, cx).await?;
    suspect_where_shown(tx, cx, message_id, text.leaks_key()).await?;
    erasure::erase_repeated(tx, cx, ticket_id, &repeating).await?;
    Ok(true)
}

/// Reads the answers beside a ticket's first message once more and masks what is found. Returns whether there was anything
/// to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask_answers(tx: &Tx<'_>, cx: &mut Cx, ticket_id: TicketId) -> Result<bool> {
    let mut edit = begin(tx, cx, ticket_id).await?;
    let Some(message_id) = form::view::first_message(tx, ticket_id).await? else {
        return Ok(false);
    };
    if !form::view::hold_secret(tx, ticket_id).await? {
        return Ok(false);
    }
    let repeating = erasure::repeating(tx, ticket_id, message_id).await?;
    say_anew(tx, cx, &mut edit, message_id, &[]).await?;
    edit.save(tx, cx).await?;
    erasure::erase_repeated(tx, cx, ticket_id, &repeating).await?;
    Ok(true)
}

/// Says what is left of a message's evidence and of the answers beside it: the events that told them go.
async fn say_anew(
    tx: &Tx<'_>,
    cx: &Cx,
    edit: &mut Edit,
    message_id: MessageId,
    findings: &[Finding],
) -> Result<()> {
    let evidence = evidence::actions::follow_mask(tx, message_id, findings).await?;
    if !evidence.is_empty() {
        edit.apply(cx, Change::EvidenceFound(EvidenceFound { message_id, evidence }));
    }
    let ticket_id = edit.ticket().id;
    let (answered, leaks) = form::actions::follow_mask(tx, ticket_id, message_id).await?;
    answered.into_iter().for_each(|answered| edit.apply(cx, Change::Answered(answered)));
    edit.suspect_theft(cx, leaks);
    Ok(())
}

/// Reads a subject once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask_subject(tx: &Tx<'_>, cx: &mut Cx, ticket_id: TicketId) -> Result<bool> {
    let mut edit = begin(tx, cx, ticket_id).await?;
    let subject = Clean::new(&edit.ticket().subject)?;
    if subject.findings().is_empty() {
        return Ok(false);
    }
    sql::set_subject(tx, ticket_id, &subject).await?;
    let (kinds, masked) = (subject.kinds(), subject.as_str().to_owned());
    let repeating = restate(tx, cx, &mut edit, masked, kinds).await?;
    edit.suspect_theft(cx, subject.leaks_key());
    edit.save(tx, cx).await?;
    erasure::erase_repeated(tx, cx, ticket_id, &repeating).await?;
    Ok(true)
}

/// Reads a file's name once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask_file_name(tx: &Tx<'_>, cx: &mut Cx, id: AttachmentId) -> Result<bool> {
    let mask = |file: &Attachment| -> Result<Option<LateFile>> {
        let Some(name) = Clean::again(&file.file_name)? else { return Ok(None) };
        let (kinds, leaks_key) = (name.kinds(), name.leaks_key());
        let file = Attachment { file_name: name.as_str().to_owned(), ..file.clone() };
        Ok(Some(LateFile { file, kinds, leaks_key }))
    };
    replace_file(tx, cx, id, mask).await
}

/// Puts a masked copy in the place of a file's bytes, and has those deleted. Returns false when they are not those any more that it was
/// made of.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask_file(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: AttachmentId,
    copy: &MaskedCopy,
) -> Result<bool> {
    let mask = |file: &Attachment| -> Result<Option<LateFile>> {
        let (kinds, leaks_key) = (copy.kinds(), copy.leaks_key());
        let taken = copy.taken_by(file)?;
        Ok(taken.map(|file| LateFile { file, kinds, leaks_key }))
    };
    if !replace_file(tx, cx, id, mask).await? {
        return Ok(false);
    }
    attachment::mask::forget(tx, cx, copy.of).await?;
    Ok(true)
}

/// A file as it is to be.
struct LateFile {
    file: Attachment,
    kinds: Vec<String>,
    leaks_key: bool,
}

/// Writes what `mask` makes of a file. Of one that no message took, the log does not speak yet.
async fn replace_file(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: AttachmentId,
    mask: impl Fn(&Attachment) -> Result<Option<LateFile>>,
) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some(file) = attachment::view::by_id(tx, id).await? else { return Ok(false) };
    if file.ticket_id.is_none() {
        let Some(late) = mask(&file)? else { return Ok(false) };
        if attachment::actions::replace(tx, &late.file).await? {
            return Ok(true);
        }
    }
    // A message may have taken it just now.
    let file = attachment::view::by_id(tx, id).await?;
    let Some(ticket_id) = file.and_then(|file| file.ticket_id) else { return Ok(false) };
    let mut edit = begin(tx, cx, ticket_id).await?;
    // Once more behind the lock: it may have been erased or masked meanwhile.
    let file = attachment::view::by_id(tx, id).await?.or_not_found()?;
    let message_id = file.message_id.or_not_found()?;
    let Some(late) = mask(&file)? else { return Ok(false) };
    let superseded = attachment::view::fact(tx, id).await?;
    if !attachment::actions::replace(tx, &late.file).await? {
        return Ok(false);
    }
    let masked_file = MaskedFile { now: attachment::view::fact(tx, id).await?, superseded };
    let visibility = view::message(tx, message_id).await?.or_not_found()?.message.visibility;
    let masked = FileMasked { masked_file, message_id, visibility, kinds: late.kinds };
    edit.apply(cx, Change::FileMasked(masked));
    edit.suspect_theft(cx, late.leaks_key);
    edit.save(tx, cx).await?;
    suspect_where_shown(tx, cx, message_id, late.leaks_key).await?;
    Ok(true)
}

/// A message that was split off is worked on in another ticket than the one that it was written into: that one is in danger too.
async fn suspect_where_shown(
    tx: &Tx<'_>,
    cx: &mut Cx,
    message_id: MessageId,
    leaks_key: bool,
) -> Result<()> {
    let into = if leaks_key { view::shown_in(tx, message_id).await? } else { None };
    if let Some(into_id) = into {
        let mut edit = begin(tx, cx, into_id).await?;
        edit.suspect_theft(cx, true);
        edit.save(tx, cx).await?;
    }
    Ok(())
}

/// Says a ticket's opening anew with another subject, and returns the events that said it until now, whose payloads are to be
/// erased.
pub(super) async fn restate(
    tx: &Tx<'_>,
    cx: &Cx,
    edit: &mut Edit,
    subject: String,
    kinds: Vec<String>,
) -> Result<Vec<EventId>> {
    let stream = Stream::Ticket(edit.ticket().id).name();
    // Of the event and not of the ticket: one that was brought from elsewhere is older than its opening here.
    let opened_at = sql::opened_at(tx, &stream).await?.or_not_found()?;
    let restates = Restated { seq: 1, at_us: opened_at.micros() };
    let openings = sql::openings(tx, &stream).await?;
    let mut opening = openings.iter().rev().find_map(|(_, kind, payload)| opened(kind, payload));
    if let Some(opening) = &mut opening {
        opening.subject.clone_from(&subject);
        // The body may have been masked since, and this event speaks of it as it is now.
        if let Some(digest) = digest_of(tx, opening.message.id).await? {
            opening.message.body_digest = digest;
        }
        for file in &mut opening.message.attachments {
            *file = attachment::view::fact(tx, file.id).await?;
        }
    }
    edit.apply(cx, Change::SubjectMasked(SubjectMasked { subject, kinds, restates, opening }));
    Ok(openings.into_iter().map(|(id, ..)| id).collect())
}

pub(crate) async fn begin(tx: &Tx<'_>, cx: &Cx, ticket_id: TicketId) -> Result<Edit> {
    Edit::begin_by_id(tx, cx, ticket_id, Permission::GuardRescan).await
}

async fn digest_of(tx: &Tx<'_>, message_id: MessageId) -> Result<Option<String>> {
    let row = rows::body(tx, message_id.uuid()).await?.unwrap_or_default();
    let rows::BodyRow {
        salt: Some(salt),
        body: Some(body),
        html: Some(html),
        findings: Some(findings),
    } = row
    else {
        return Ok(None);
    };
    Ok(Some(hex::encode(hash::body_digest(&salt, &body, &html, &findings))))
}

fn opened(kind: &str, payload: &[u8]) -> Option<Opened> {
    match Change::read(kind, 1, payload).ok()?? {
        Change::Opened(opened) => Some(opened),
        Change::SubjectMasked(masked) => masked.opening,
        _ => None,
    }
}
