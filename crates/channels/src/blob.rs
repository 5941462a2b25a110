//! Files at rest: immutable, each sealed under a key of its own.
//!
//! An object lies in the store under `xx/UUID`, where `xx` are the last two digits of the UUID (the first ones of a
//! version 7 UUID are the time, and one folder would take a whole day). Its bytes are the format of
//! [`proofdesk_sealing::ChunkSealer`]: a header of 28 bytes, then chunks of 65,536 plain bytes with their tags; the
//! object id that is bound into every chunk is the UUID. Name, type, plain length and checksum are not in it: they are
//! in the database, with the object's own key, which is wrapped under the keyring. So
//!
//! * the store, and every backup of it, holds nothing readable;
//! * erasing the wrapped key from the row erases every copy of the object, wherever it lies;
//! * a range is read by its chunks alone;
//! * a cut, changed, reordered or swapped object does not open (see `proofdesk_sealing::ChunkOpener`).
//!
//! The store is a folder or a bucket of an S3-compatible store ([`Bucket`]), under the same names. Writing goes in parts that
//! become visible when the last one is there, and not before: on the local file system a file named `UUID#1` that is synced
//! and renamed. An upload that fails or is dropped is aborted; what a killed process leaves behind is never visible and is
//! removed by [`Blobs::remove_partial`], in a bucket by a life-cycle rule of its own.

use std::io::ErrorKind;
use std::path::{Path as FsPath, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt as _};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};
use proofdesk_sealing::{ChunkSealer, Keyring, Layout, ObjectKey, PREFIX_LENGTH};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

mod bucket;
mod copy;
mod partial;
mod read;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod writer;

pub use bucket::{Bucket, Fault, SetupError};
use writer::Writer;

/// Plain bytes kept from the beginning of an object, from which its type is told.
pub const HEAD_LENGTH: usize = 8 * 1024;

/// Parts of an upload to a folder. A part is held in memory until it is written.
const LOCAL_PART: usize = 1024 * 1024;

/// Why bytes did not move.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// More bytes came than allowed. Nothing is kept.
    #[error("more than {limit} bytes came")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The sender failed in the middle. Nothing is kept.
    #[error("the upload ended early")]
    Incomplete(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// No object under this key, or its own key was erased.
    #[error("no such object")]
    Missing,
    /// An object with this key is already there; objects are immutable.
    #[error("an object with this key exists")]
    Exists,
    /// What is stored does not open: it was changed, cut, swapped, or the keyring lacks its master key.
    #[error("the stored object does not open")]
    Sealed(#[from] proofdesk_sealing::Error),
    /// No space is left where files rest.
    #[error("no space is left in the file store")]
    Full(#[source] object_store::Error),
    /// Where files rest can only be read.
    #[error("the file store can only be read")]
    ReadOnly(#[source] object_store::Error),
    /// The store of a bucket does not answer, or not to us: what waits a little may go through.
    #[error("the file store is away")]
    Away(#[source] object_store::Error),
    /// The store failed in another way.
    #[error("the file store failed")]
    Store(#[source] object_store::Error),
    /// The system could not give random bytes.
    #[error("no random bytes")]
    Random(#[source] getrandom::Error),
    /// A folder could not be read or made.
    #[error("the folder {path} of the file store cannot be used")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Error::Missing,
            error if is_full(&error) => Error::Full(error),
            error if is_read_only(&error) => Error::ReadOnly(error),
            error if bucket::is_away(&error) => Error::Away(error),
            error => Error::Store(error),
        }
    }
}

/// What is known of an object after it was stored.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Plain length in bytes.
    pub size: u64,
    /// Of the plain bytes.
    pub sha256: [u8; 32],
    /// The first plain bytes, up to [`HEAD_LENGTH`].
    pub head: Bytes,
    /// The object's own key under the keyring's current key. Without it the object cannot be read by anyone.
    pub wrapped_key: Vec<u8>,
}

/// An object that lies in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Its key.
    pub key: Uuid,
    /// Sealed length in bytes.
    pub sealed_size: u64,
}

/// How the bytes of an object lie in the store, by their length alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// As many as there have to be.
    Whole,
    /// More or fewer: it does not open.
    Cut,
    /// None.
    Missing,
}

/// The file store. Cheap to clone.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    keyring: Keyring,
    part: usize,
    /// The folder, when it is one.
    folder: Option<PathBuf>,
}

impl std::fmt::Debug for Blobs {
    /// What stands behind it knows the keys of a bucket.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Blobs").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Blobs {
    /// Opens the store in a folder, which is made if it is missing. Completed uploads are synced to disk.
    ///
    /// # Errors
    /// [`Error::Folder`] when the folder cannot be made or read.
    pub fn in_folder(folder: &FsPath, keyring: Keyring) -> Result<Self, Error> {
        std::fs::create_dir_all(folder)
            .map_err(|source| Error::Folder { path: folder.to_owned(), source })?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Blobs {
            store: Arc::new(store),
            keyring,
            part: LOCAL_PART,
            folder: Some(folder.to_owned()),
        })
    }

    /// Whether objects rest in a bucket, which other nodes see too. A folder may be shared, but nothing says so.
    pub fn is_bucket(&self) -> bool {
        self.folder.is_none()
    }

    /// Stores a stream under `key`. It is never held in memory as a whole.
    ///
    /// # Errors
    /// [`Error::TooLarge`] beyond `limit` plain bytes, [`Error::Incomplete`] when the stream fails, [`Error::Exists`].
    /// After an error, and when the future is dropped, no object is there.
    pub async fn put<S, E>(&self, key: Uuid, body: S, limit: u64) -> Result<Stored, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Send,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let path = path_of(key);
        match self.store.head(&path).await {
            Ok(_) => return Err(Error::Exists),
            Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let object_key = ObjectKey::new(random()?);
        let mut writer = Writer::new(self.store.as_ref(), path);
        let sealer = ChunkSealer::new(&object_key, key.into_bytes(), random::<PREFIX_LENGTH>()?);
        let intake = Intake::new(sealer, limit, self.part);
        match intake.take(body, &mut writer).await {
            Ok(Taken { size, sha256, head }) => {
                let wrapped_key = object_key.wrap(&self.keyring, key.into_bytes());
                Ok(Stored { size, sha256, head, wrapped_key })
            }
            Err(error) => {
                writer.abort().await;
                Err(error)
            }
        }
    }

    /// Deletes an object. Deleting one that is missing succeeds.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn delete(&self, key: Uuid) -> Result<(), Error> {
        match self.store.delete(&path_of(key)).await.map_err(Error::from) {
            Ok(()) | Err(Error::Missing) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Says whether an object of `size` plain bytes is there, without its key and without reading it.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn kept(&self, key: Uuid, size: u64) -> Result<Kept, Error> {
        match self.store.head(&path_of(key)).await.map_err(Error::from) {
            Ok(found) if found.size == Layout::new(size).sealed_size() => Ok(Kept::Whole),
            Ok(_) => Ok(Kept::Cut),
            Err(Error::Missing) => Ok(Kept::Missing),
            Err(error) => Err(error),
        }
    }

    /// Lists the objects that were completed before a moment, given in microseconds since 1970 (UTC), in no order.
    /// Files that are not objects are passed over.
    pub fn list_older_than(
        &self,
        micros: i64,
    ) -> impl Stream<Item = Result<Listed, Error>> + Send + 'static {
        self.store.list(None).filter_map(move |found| async move {
            match found {
                Ok(meta) if meta.last_modified.timestamp_micros() < micros => {
                    key_of(&meta.location).map(|key| Ok(Listed { key, sealed_size: meta.size }))
                }
                Ok(_) => None,
                Err(error) => Some(Err(error.into())),
            }
        })
    }

    /// Removes what interrupted processes left of uploads begun before `older_than`; gives how many there were.
    ///
    /// Object storage removes them by a life-cycle rule of its own, so this does something for folders only.
    ///
    /// # Errors
    /// [`Error::Folder`].
    pub async fn remove_partial(&self, older_than: SystemTime) -> Result<usize, Error> {
        let Some(folder) = self.folder.clone() else { return Ok(0) };
        partial::remove(folder, older_than).await
    }
}

struct Taken {
    size: u64,
    sha256: [u8; 32],
    head: Bytes,
}

/// Takes a stream in: measures, digests, seals and uploads it part by part.
struct Intake {
    sealer: ChunkSealer,
    limit: u64,
    part: usize,
    size: u64,
    digest: Sha256,
    head: BytesMut,
    sealed: Vec<u8>,
}

impl Intake {
    fn new(sealer: ChunkSealer, limit: u64, part: usize) -> Self {
        let sealed = sealer.header().to_vec();
        Intake {
            sealer,
            limit,
            part,
            size: 0,
            digest: Sha256::new(),
            head: BytesMut::new(),
            sealed,
        }
    }

    async fn take<S, E>(mut self, body: S, writer: &mut Writer<'_>) -> Result<Taken, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Send,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let mut body = std::pin::pin!(body);
        while let Some(bytes) = body.next().await {
            let bytes = bytes.map_err(|error| Error::Incomplete(error.into()))?;
            // A sender may hand over one huge piece; it is sealed in slices so that memory stays bounded all the same.
            for slice in bytes.chunks(self.part) {
                self.add(slice)?;
                writer.full_parts(&mut self.sealed, self.part).await?;
            }
        }
        self.sealer.finish(&mut self.sealed)?;
        writer.full_parts(&mut self.sealed, self.part).await?;
        writer.finish(self.sealed).await?;
        Ok(Taken {
            size: self.size,
            sha256: self.digest.finalize().into(),
            head: self.head.freeze(),
        })
    }

    fn add(&mut self, plain: &[u8]) -> Result<(), Error> {
        self.size = self.size.saturating_add(u64::try_from(plain.len()).unwrap_or(u64::MAX));
        if self.size > self.limit {
            return Err(Error::TooLarge { limit: self.limit });
        }
        self.digest.update(plain);
        let room = HEAD_LENGTH.saturating_sub(self.head.len()).min(plain.len());
        self.head.extend_from_slice(plain.get(..room).unwrap_or_default());
        Ok(self.sealer.push(plain, &mut self.sealed)?)
    }
}

fn path_of(key: Uuid) -> Path {
    let name = key.to_string();
    let shard = name.get(name.len() - 2..).unwrap_or_default();
    Path::from(format!("{shard}/{name}"))
}

fn key_of(path: &Path) -> Option<Uuid> {
    let key = path.filename()?.parse().ok()?;
    (path_of(key) == *path).then_some(key)
}

/// Tells whether the reason behind an error of the store is that the disk or a quota is full.
fn is_full(error: &object_store::Error) -> bool {
    is_caused_by(error, &[ErrorKind::StorageFull, ErrorKind::QuotaExceeded])
}

fn is_read_only(error: &object_store::Error) -> bool {
    is_caused_by(error, &[ErrorKind::ReadOnlyFilesystem])
}

fn is_caused_by(error: &object_store::Error, kinds: &[ErrorKind]) -> bool {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = source {
        let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        if kind.is_some_and(|kind| kinds.contains(&kind)) {
            return true;
        }
        source = error.source();
    }
    false
}

#[expect(
    clippy::disallowed_methods,
    reason = "keys of objects are made here, outside of any closure that runs twice"
)]
fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Error::Random)?;
    Ok(bytes)
}
