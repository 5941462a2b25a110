//! Files: sealed bytes in the blob store, one row each, shown only to whom may see the ticket.

pub mod actions;
pub mod mask;
pub mod scan;
pub mod screen;
mod sql;
pub(crate) mod state;
pub mod view;

use crate::id::{AttachmentId, BrandId, MessageId, TicketId};
use crate::time::Timestamp;
use crate::words::words;

pub use scan::Scanning;
pub use screen::FileLeak;
pub use sql::ALL;

words! {
    /// What became of what a picture says beside its pixels: place, device, time.
    pub enum Metadata {
        Removed = "removed",
        /// The picture could not be read, so it is as it came.
        Kept = "kept",
    }
}

words! {
    /// What the virus scanner says of a file.
    pub enum Scan {
        /// Nobody looked yet, or no scanner is configured.
        Unscanned = "unscanned",
        Clean = "clean",
        /// Never served to anybody.
        Infected = "infected",
        /// The scanner looked and could not tell: the file is too large for it, or packed with a password.
        Failed = "failed",
    }
}

/// A file's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub brand_id: BrandId,
    pub uploader_kind: String,
    pub uploader_id: Option<uuid::Uuid>,
    /// `None` until a message took it.
    pub ticket_id: Option<TicketId>,
    pub message_id: Option<MessageId>,
    /// Made safe: no path, no control or direction characters.
    pub file_name: String,
    /// Told from the bytes, never from what the sender said.
    pub content_type: String,
    /// Plain bytes.
    pub size: i64,
    /// Of the plain bytes.
    pub sha256: Vec<u8>,
    /// Under which its bytes rest: its own id, or that of the masked copy that took their place later.
    pub blob_id: AttachmentId,
    /// The object's own key, sealed; `None` once erased.
    pub sealed_key: Option<Vec<u8>>,
    pub created_at: Timestamp,
    pub erased_at: Option<Timestamp>,
    /// What the guard masked in it; empty for a file that is kept as it came.
    pub leaks: Vec<FileLeak>,
    /// `None` for a file that holds none.
    pub metadata: Option<Metadata>,
    pub scan: Scan,
    /// What the scanner calls what it found, or why it could not tell.
    pub scan_note: Option<String>,
}
