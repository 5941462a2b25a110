//! The desk's file store is the sealed one.

use std::ops::Range;

use futures_util::{StreamExt as _, TryStreamExt as _};
use proofdesk_desk::Timestamp;
use proofdesk_desk::blob::{Blob, BlobError, BlobFuture, ByteStream, StoredBlob};
use proofdesk_desk::id::{AttachmentId, Id as _};

use crate::blob::{Blobs, Error};

impl From<Error> for BlobError {
    fn from(error: Error) -> Self {
        match error {
            Error::TooLarge { limit } => Self::TooLarge { limit },
            Error::Incomplete(why) => match why.downcast_ref::<BlobError>() {
                Some(Self::Stalled) => Self::Stalled,
                _ => Self::Incomplete,
            },
            Error::Missing => Self::Missing,
            Error::Sealed(_) => Self::Tampered,
            Error::Full(_) => Self::Full,
            Error::ReadOnly(_) => Self::ReadOnly,
            Error::Away(why) => Self::Away(Box::new(why)),
            other => Self::Io(Box::new(other)),
        }
    }
}

impl Blob for Blobs {
    fn put(&self, key: AttachmentId, body: ByteStream, limit: u64) -> BlobFuture<'_, StoredBlob> {
        Box::pin(async move {
            let stored = Blobs::put(self, key.uuid(), body, limit).await?;
            Ok(StoredBlob {
                size: stored.size,
                sha256: stored.sha256,
                head: stored.head,
                sealed_key: stored.wrapped_key,
            })
        })
    }

    fn get<'a>(
        &'a self,
        key: AttachmentId,
        sealed_key: &'a [u8],
        size: u64,
        range: Range<u64>,
    ) -> BlobFuture<'a, ByteStream> {
        Box::pin(async move {
            let stream = self.get_range(key.uuid(), sealed_key, size, range).await?;
            Ok(stream.map_err(BlobError::from).boxed() as ByteStream)
        })
    }

    fn list_before(&self, before: Timestamp) -> BlobFuture<'_, Vec<AttachmentId>> {
        Box::pin(async move {
            let listed = self.list_older_than(before.micros());
            Ok(listed.map_ok(|found| AttachmentId::from_uuid(found.key)).try_collect().await?)
        })
    }

    fn is_shared(&self) -> bool {
        self.is_bucket()
    }

    fn look(&self) -> BlobFuture<'_, ()> {
        Box::pin(async move {
            Blobs::look(self).await.map_err(|fault| BlobError::Away(Box::new(fault)))
        })
    }

    fn delete(&self, key: AttachmentId) -> BlobFuture<'_, ()> {
        Box::pin(async move { Ok(Blobs::delete(self, key.uuid()).await?) })
    }
}
