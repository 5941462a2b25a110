//! What the log says of a ticket's files beside what `audit verify` compares anyway, held against their rows: who uploaded them, what
//! was masked in them, and whether a virus was found.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{Metadata, Scan};
use crate::error::Result;
use crate::id::{AttachmentId, Id as _, TicketId};
use crate::log::hash;
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;
use crate::ticket::{
    AttachmentFact, Author, FileInfected, FileMasked, MessageAdded, MessageFact, Opened,
    SubjectMasked,
};

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROWS];

const ROWS: &str = "select id, uploader_kind, uploader_id, leaks, metadata, scan, scan_note from attachment \
    where ticket_id = $1 and message_id is not null order by id";

/// A file's row, as far as the events speak of it here.
#[derive(Debug)]
struct FileRow {
    id: AttachmentId,
    uploader_kind: String,
    uploader_id: Option<Uuid>,
    /// The bytes that rest, which are what was hashed.
    leaks: Option<String>,
    metadata: Option<Metadata>,
    scan: Scan,
    scan_note: Option<String>,
}

impl FromRow for FileRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            uploader_kind: row.next()?,
            uploader_id: row.next()?,
            leaks: row.next()?,
            metadata: row.next()?,
            scan: row.next()?,
            scan_note: row.next()?,
        })
    }
}

/// What the events say of a ticket's files.
#[derive(Debug, Default)]
struct Told {
    files: BTreeMap<AttachmentId, Said>,
    /// What the scanner called what it found.
    infected: BTreeMap<AttachmentId, String>,
}

/// What the event of a message says of one of its files.
#[derive(Debug)]
struct Said {
    /// Only whoever uploaded a file can send it.
    author: Author,
    author_id: Option<Uuid>,
    fact: AttachmentFact,
}

/// Names the rows of a ticket's files that are not as its events say. Which files there are is compared by every verification.
pub(crate) async fn check_state(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    events: &[Event],
) -> Result<Vec<Differs>> {
    let (mut told, mut differ) = (Told::default(), Vec::new());
    events.iter().for_each(|event| told.hear(event));
    for row in rx.query::<FileRow>(ROWS, params![ticket_id]).await? {
        if let Some(said) = told.files.get(&row.id) {
            differ.extend(said.differ(&row, told.infected.get(&row.id)));
        }
    }
    Ok(differ)
}

impl Told {
    fn hear(&mut self, event: &Event) {
        if let Some(Opened { message, .. }) = known(event) {
            self.take(message);
        } else if let Some(MessageAdded { message }) = known(event) {
            self.take(message);
        } else if let Some(SubjectMasked { opening: Some(opening), .. }) = known(event) {
            self.take(opening.message);
        } else if let Some(FileInfected { attachment_id, signature, .. }) = known(event) {
            self.infected.insert(attachment_id, signature);
        } else if let Some(FileMasked { masked_file, .. }) = known(event)
            && let Some(said) = self.files.get_mut(&masked_file.now.id)
        {
            said.fact = masked_file.now;
        }
    }

    fn take(&mut self, message: MessageFact) {
        let (author, author_id) = (message.author, message.author_id);
        let said = |fact: AttachmentFact| (fact.id, Said { author, author_id, fact });
        self.files.extend(message.attachments.into_iter().map(said));
    }
}

impl Said {
    fn differ(&self, row: &FileRow, infected: Option<&String>) -> Vec<Differs> {
        let leaks = row.leaks.as_deref().unwrap_or_default();
        let leaks = hex::encode(hash::file_leaks_digest(row.id.uuid(), leaks));
        // Older events speak of neither.
        let screened = self.fact.leaks_digest.as_ref();
        let note = row.scan_note.as_deref().unwrap_or_default();
        let columns = [
            ("uploader_kind", self.author.as_str() == row.uploader_kind),
            ("uploader_id", self.author_id == row.uploader_id),
            ("leaks", screened.is_none_or(|told| *told == leaks)),
            ("metadata", screened.is_none() || self.fact.metadata == row.metadata),
            ("scan", infected.is_some() == (row.scan == Scan::Infected)),
            ("scan_note", infected.is_none_or(|told| told == note)),
        ];
        Differs::of("attachment", row.id, columns)
    }
}
