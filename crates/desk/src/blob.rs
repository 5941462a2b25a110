//! Where files rest. The desk decides who may see them; an implementation seals and stores bytes.

use std::fmt;
use std::ops::Range;
use std::pin::Pin;

use bytes::Bytes;
use futures_util::Stream;

use crate::code::Code;
use crate::id::AttachmentId;
use crate::time::Timestamp;

/// Bytes on their way in or out.
pub type ByteStream = Pin<Box<dyn Stream<Item = Result<Bytes, BlobError>> + Send>>;
/// A boxed answer, so that the trait can be a `dyn`.
pub type BlobFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, BlobError>> + Send + 'a>>;

/// Why bytes did not move.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// More bytes came than allowed. Nothing is kept.
    #[error("more bytes than allowed")]
    TooLarge { limit: u64 },
    /// The sender stopped in the middle. Nothing is kept.
    #[error("the upload ended early")]
    Incomplete,
    /// The sender sent nothing for too long. Nothing is kept.
    #[error("the upload stalled")]
    Stalled,
    /// No object under this key, or its key was erased.
    #[error("no such object")]
    Missing,
    /// The stored bytes do not open under the object's key: changed, cut, or swapped.
    #[error("the stored bytes were changed")]
    Tampered,
    /// No space is left where files rest.
    #[error("no space left")]
    Full,
    /// Where files rest can only be read.
    #[error("the file store can only be read")]
    ReadOnly,
    /// The store does not answer. What was stored is there; the same request may succeed later.
    #[error("the file store is away")]
    Away(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the file store failed")]
    Io(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl BlobError {
    /// What its code's sentence speaks of.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { limit } => vec![("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }

    /// The code under which a client meets this error.
    pub fn code(&self) -> Code {
        match self {
            Self::TooLarge { .. } => Code::AttachmentTooLarge,
            Self::Incomplete => Code::AttachmentIncomplete,
            Self::Stalled => Code::UploadStalled,
            Self::Missing => Code::NotFound,
            Self::Full => Code::StorageFull,
            Self::ReadOnly => Code::ReadOnly,
            Self::Away(_) => Code::Unavailable,
            Self::Tampered | Self::Io(_) => Code::Internal,
        }
    }
}

/// What is known of stored bytes.
#[derive(Clone, Debug)]
pub struct StoredBlob {
    /// Plain length in bytes.
    pub size: u64,
    /// Of the plain bytes.
    pub sha256: [u8; 32],
    /// The first plain bytes (up to 8 KiB), from which the type is told.
    pub head: Bytes,
    /// The object's own key, sealed. Erasing it erases every copy and backup of the object.
    pub sealed_key: Vec<u8>,
}

/// A store of sealed, immutable objects.
pub trait Blob: Send + Sync + fmt::Debug {
    /// Stores a stream under `key`, at most `limit` bytes. An upload that fails leaves nothing behind.
    fn put(&self, key: AttachmentId, body: ByteStream, limit: u64) -> BlobFuture<'_, StoredBlob>;

    /// Opens the plain bytes `range` (in `0..size`) of an object of `size` bytes.
    fn get<'a>(
        &'a self,
        key: AttachmentId,
        sealed_key: &'a [u8],
        size: u64,
        range: Range<u64>,
    ) -> BlobFuture<'a, ByteStream>;

    /// Objects stored before a moment, in no order. Whoever deletes some asks the rows first.
    fn list_before(&self, before: Timestamp) -> BlobFuture<'_, Vec<AttachmentId>>;

    /// Whether every node sees the same objects.
    fn is_shared(&self) -> bool {
        false
    }

    /// Asks whether the store answers, and changes nothing.
    fn look(&self) -> BlobFuture<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// Deletes an object; deleting a missing one succeeds.
    fn delete(&self, key: AttachmentId) -> BlobFuture<'_, ()>;
}
