//! Emptying one ticket of a customer who is erased.

use proofdesk_store::{Tx, params};
use uuid::Uuid;

use crate::cx::Cx;
use crate::error::Result;
use crate::id::{AttachmentId, Id as _, MessageId, TicketId};
use crate::log::Stream;
use crate::log::erasure::{self, Subject};
use crate::{limits, ticket};

pub(super) const MESSAGES: &str = "select m.id from message m join message_body b on b.message_id = m.id \
    where m.ticket_id = $1 and b.body is not null order by m.seq limit $2";
// A file that was erased before may still have its name.
pub(super) const FILES: &str = "select id, coalesce(blob_id, id) from attachment \
    where ticket_id = $1 and (erased_at is null or file_name <> '') order by id limit $2";

/// What was taken out of a ticket.
#[derive(Debug, Default)]
pub(super) struct Emptied {
    pub messages: usize,
    /// Under which ids their bytes rest.
    pub files: Vec<AttachmentId>,
    /// Nothing is left in it.
    pub is_all: bool,
}

/// Erases a page of a ticket: first its subject, its evidence and its answers together, then its texts and its files.
///
/// Rows that events reproduce and the payloads of those events go in the same transaction, so that one is never held against the
/// other half done.
pub(super) async fn empty(tx: &Tx<'_>, cx: &mut Cx, ticket_id: TicketId) -> Result<Emptied> {
    ticket::erase_facts(tx, cx, ticket_id).await?;
    let limit = limits::ERASURE_PAGE;
    let messages: Vec<(MessageId,)> = tx.query(MESSAGES, params![ticket_id, limit]).await?;
    let files: Vec<(AttachmentId, AttachmentId)> =
        tx.query(FILES, params![ticket_id, limit]).await?;
    let texts = messages.iter().map(|(id,)| (Subject::Message, id.uuid()));
    let keys = files.iter().map(|(id, _)| (Subject::Attachment, id.uuid()));
    let names = files.iter().map(|(id, _)| (Subject::FileName, id.uuid()));
    let all: Vec<(Subject, Uuid)> = texts.chain(keys).chain(names).collect();
    erasure::erase_all(tx, cx, Stream::Ticket(ticket_id).name(), all).await?;
    let full = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(Emptied {
        messages: messages.len(),
        is_all: messages.len() < full && files.len() < full,
        files: files.into_iter().map(|(_, blob_id)| blob_id).collect(),
    })
}
