//! Uploads that come in pieces and survive a cut.
//!
//! A piece is sealed and stored like a file of its own, and counts once its row is committed together with the new length
//! of the upload. So whatever dies, sender or server, the rows say how far it came. Once all is there, the pieces are read
//! in order into the file that they make, and go.

pub mod actions;
mod sql;
pub mod view;

use crate::id::{AttachmentId, BrandId, UploadId};
use crate::time::Timestamp;

pub use sql::ALL;

/// An upload's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    pub id: UploadId,
    pub brand_id: BrandId,
    pub uploader_kind: String,
    pub uploader_id: Option<uuid::Uuid>,
    /// Made safe, as a file's.
    pub file_name: String,
    /// What the sender says that it is.
    pub declared_type: Option<String>,
    /// Bytes announced.
    pub length: i64,
    /// Bytes that rest.
    pub received: i64,
    /// Of the whole, if the sender announced it.
    pub sha256: Option<Vec<u8>>,
    /// The file that it became.
    pub attachment_id: Option<AttachmentId>,
    pub created_at: Timestamp,
    /// It is forgotten then, whatever came of it: as long after its beginning as [`crate::sealed_input`] says.
    pub expires_at: Timestamp,
}

/// A piece that rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it begins in the whole.
    pub start: i64,
    pub size: i64,
    /// Its key in the file store.
    pub blob_id: AttachmentId,
    pub sealed_key: Vec<u8>,
}
