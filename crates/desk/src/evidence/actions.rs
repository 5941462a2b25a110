//! Writing evidence: found with a message, added, corrected and removed by agents.

use proofdesk_evidence::Item;
use proofdesk_guard::Finding;
use proofdesk_store::Tx;

use super::{
    Evidence, EvidenceAdded, EvidenceChanged, EvidenceFact, EvidenceFound, EvidenceRemoved, Span,
    fact, find, known, sql, view,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{EvidenceId, MessageId, PublicId, TicketId};
use crate::limits;
use crate::log::erasure;
use crate::permission::Permission;
use crate::render::moved;
use crate::text::Clean;
use crate::ticket::actions::Edit;
use crate::ticket::{self, Author, Change, Ticket};

/// Writes the rows of what a message says, and returns what the log will tell of it; `None` for a message that says
/// nothing of the kind.
pub(crate) async fn keep_found(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    message_id: MessageId,
    items: &[Item],
) -> Result<Option<Change>> {
    let facts = keep(tx, cx, ticket_id, message_id, items).await?;
    known::seek(tx, cx, ticket_id, &facts).await?;
    Ok(told(message_id, facts))
}

/// The same of a message that was brought from another desk: the exchange is not asked what it knows of it.
pub(crate) async fn keep_old(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    message_id: MessageId,
    items: &[Item],
) -> Result<Option<Change>> {
    Ok(told(message_id, keep(tx, cx, ticket_id, message_id, items).await?))
}

fn told(message_id: MessageId, evidence: Vec<EvidenceFact>) -> Option<Change> {
    let found = EvidenceFound { message_id, evidence };
    (!found.evidence.is_empty()).then_some(Change::EvidenceFound(found))
}

async fn keep(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    message_id: MessageId,
    items: &[Item],
) -> Result<Vec<EvidenceFact>> {
    let mut facts = Vec::with_capacity(items.len());
    for item in items {
        let fact = fact(cx.id(), item);
        sql::insert(tx, &row(cx, ticket_id, Some(message_id), fact.clone())).await?;
        facts.push(fact);
    }
    Ok(facts)
}

/// A row by whoever acts, as of now.
fn row(
    cx: &Cx,
    ticket_id: TicketId,
    message_id: Option<MessageId>,
    fact: EvidenceFact,
) -> Evidence {
    let author = Author::of(&cx.viewer);
    let (author_id, created_at) = (cx.viewer.author().1, cx.now);
    Evidence { ticket_id, message_id, fact, author, author_id, created_at }
}

/// Writes the rows of what the answers beside a message say. They stand in no text, so they have no place in one.
pub(crate) async fn keep_answered(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    message_id: MessageId,
    items: &[Item],
) -> Result<Option<Change>> {
    let facts = keep_beside(tx, cx, ticket_id, message_id, items).await?;
    known::seek(tx, cx, ticket_id, &facts).await?;
    Ok(told(message_id, facts))
}

/// The same of answers that were brought from another desk: the exchange is not asked what it knows of it.
pub(crate) async fn keep_old_answered(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    message_id: MessageId,
    items: &[Item],
) -> Result<Option<Change>> {
    Ok(told(message_id, keep_beside(tx, cx, ticket_id, message_id, items).await?))
}

async fn keep_beside(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    message_id: MessageId,
    items: &[Item],
) -> Result<Vec<EvidenceFact>> {
    let there = view::of_ticket(tx, &cx.viewer, ticket_id).await?;
    let mut facts: Vec<EvidenceFact> = Vec::with_capacity(items.len());
    for item in items {
        let fact = EvidenceFact { span: None, ..fact(cx.id(), item) };
        let same = |one: &EvidenceFact| (&one.kind, &one.key) == (&fact.kind, &fact.key);
        if facts.iter().any(same) || there.iter().any(|row| same(&row.fact)) {
            continue;
        }
        sql::insert(tx, &row(cx, ticket_id, Some(message_id), fact.clone())).await?;
        facts.push(fact);
    }
    Ok(facts)
}

/// Adds what is recognised in a text to a ticket, and returns it with the ticket.
///
/// # Errors
/// `not-found`, `no-permission`; `evidence-not-recognised` at `text`; `limit-reached`.
pub async fn add(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    text: &Clean,
) -> Result<(Ticket, Vec<Evidence>)> {
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketEvidence, None).await?;
    let items = find(text.as_str());
    if items.is_empty() {
        return Err(not_recognised("text"));
    }
    let ticket_id = edit.ticket().id;
    let there = view::of_ticket(tx, &cx.viewer, ticket_id).await?.len();
    if there + items.len() > limits::EVIDENCE_PER_TICKET {
        return Err(Error::limit_reached(limits::EVIDENCE_PER_TICKET));
    }
    let mut added = Vec::with_capacity(items.len());
    for item in &items {
        let fact = EvidenceFact { span: None, ..fact(cx.id(), item) };
        let row = row(cx, ticket_id, None, fact.clone());
        sql::insert(tx, &row).await?;
        edit.apply(cx, Change::EvidenceAdded(EvidenceAdded { evidence: fact }));
        added.push(row);
    }
    let facts: Vec<EvidenceFact> = added.iter().map(|row| row.fact.clone()).collect();
    known::seek(tx, cx, ticket_id, &facts).await?;
    Ok((edit.save(tx, cx).await?, added))
}

/// Corrects a piece of evidence: another value, read anew, or one of the networks on which it can exist.
///
/// # Errors
/// `not-found`, `no-permission`; `evidence-not-recognised` at `value` unless it is exactly one thing; `field-invalid` at
/// `network` for one on which the value cannot exist.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    id: EvidenceId,
    value: Option<&Clean>,
    network: Option<&str>,
) -> Result<Evidence> {
    let mut edit = Edit::begin_any(tx, cx, public_id, Permission::TicketEvidence).await?;
    let all = view::of_ticket(tx, &cx.viewer, edit.ticket().id).await?;
    let row = all.into_iter().find(|row| row.fact.id == id).or_not_found()?;
    let mut changed = match value {
        Some(value) => match find(value.as_str()).as_slice() {
            [item] => EvidenceFact { span: row.fact.span, ..fact(id, item) },
            _ => return Err(not_recognised("value")),
        },
        None => row.fact.clone(),
    };
    if let Some(network) = network {
        changed.networks.retain(|candidate| candidate == network);
        if changed.networks.is_empty() {
            return Err(Error::field("network", Code::FieldInvalid));
        }
    }
    if changed != row.fact {
        sql::set(tx, &changed).await?;
        edit.apply(cx, Change::EvidenceChanged(EvidenceChanged { evidence: changed.clone() }));
    }
    edit.save(tx, cx).await?;
    Ok(Evidence { fact: changed, ..row })
}

/// Takes a piece of evidence off a ticket, also off one that goes on in another. The log keeps it.
///
/// # Errors
/// `not-found`, `no-permission`.
pub async fn remove(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    id: EvidenceId,
) -> Result<Ticket> {
    let mut edit = Edit::begin_any(tx, cx, public_id, Permission::TicketEvidence).await?;
    if !sql::delete(tx, edit.ticket().id, id).await? {
        return Err(Error::refused(Code::NotFound));
    }
    edit.apply(cx, Change::EvidenceRemoved(EvidenceRemoved { evidence_id: id }));
    edit.save(tx, cx).await
}

/// Follows a message whose text is masked by `findings`: what stood inside of one goes, the rest moves. Returns what is
/// left, for the log to say anew.
pub(crate) async fn follow_mask(
    tx: &Tx<'_>,
    message_id: MessageId,
    findings: &[Finding],
) -> Result<Vec<EvidenceFact>> {
    let mut left = Vec::new();
    for row in view::of_message(tx, message_id).await? {
        let old = row.fact.span;
        let place = old.map(|span| moved(findings, span.start, span.end));
        if place == Some(None) || holds_secret(&row.fact)? {
            sql::delete(tx, row.ticket_id, row.fact.id).await?;
            continue;
        }
        let span = place.flatten().map(|(start, end)| Span { start, end });
        let fact = EvidenceFact { span, ..row.fact };
        if span != old {
            sql::set(tx, &fact).await?;
        }
        left.push(fact);
    }
    Ok(left)
}

/// Takes off what an agent added by hand if the guard finds a secret in it, and returns whether it did.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: EvidenceId) -> Result<bool> {
    let Some(seen) = view::find(tx, id).await? else { return Ok(false) };
    let mut edit = ticket::begin_masking(tx, cx, seen.ticket_id).await?;
    let Some(row) = view::find(tx, id).await? else { return Ok(false) };
    if !holds_secret(&row.fact)? {
        return Ok(false);
    }
    let repeating = erasure::telling(tx, row.ticket_id, id).await?;
    sql::delete(tx, row.ticket_id, id).await?;
    edit.apply(cx, Change::EvidenceRemoved(EvidenceRemoved { evidence_id: id }));
    for text in row.fact.texts() {
        edit.suspect_theft(cx, Clean::new(text)?.leaks_key());
    }
    edit.save(tx, cx).await?;
    erasure::erase_repeated(tx, cx, row.ticket_id, &repeating).await?;
    Ok(true)
}

fn holds_secret(fact: &EvidenceFact) -> Result<bool> {
    for text in fact.texts() {
        if !Clean::new(text)?.findings().is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Deletes what was found in a message that is being erased.
pub(crate) async fn forget(tx: &Tx<'_>, message_id: MessageId) -> Result<()> {
    sql::delete_of_message(tx, message_id).await
}

/// Deletes all that was found in a ticket or added to it, when its customer is erased.
pub(crate) async fn forget_ticket(tx: &Tx<'_>, ticket_id: TicketId) -> Result<()> {
    sql::delete_of_ticket(tx, ticket_id).await
}

fn not_recognised(field: &str) -> Error {
    Error::field(field, Code::EvidenceNotRecognised)
}
