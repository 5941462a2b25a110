//! Copying objects from one store to another, sealed as they lie: for a backup, no key is needed.

use std::path::Path as FsPath;

use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::{ObjectStore, ObjectStoreExt as _};
use uuid::Uuid;

use super::writer::Writer;
use super::{Blobs, Error, key_of, path_of};

/// How many objects are on their way at once.
const AT_ONCE: usize = 8;

impl Blobs {
    /// Copies what the other store lacks out of this one, and gives how many objects that were. Objects are immutable, so a name
    /// that is there is the same object; one that disappears meanwhile was erased, and is none to copy.
    ///
    /// # Errors
    /// Those of both stores; what was copied by then stays, and the next call goes on with the rest.
    pub async fn copy_to(&self, other: &Blobs) -> Result<u64, Error> {
        let listed = self.store.list(None).map_err(Error::from);
        let copied = listed
            .map(async |found| match found.map(|meta| key_of(&meta.location))? {
                Some(key) => self.copy_one(key, other).await,
                None => Ok(0),
            })
            .buffer_unordered(AT_ONCE);
        copied.try_fold(0, async |sum: u64, one| Ok(sum.saturating_add(one))).await
    }

    /// The same, into a folder that is made if it is missing.
    ///
    /// # Errors
    /// [`Error::Folder`], and those of [`Blobs::copy_to`].
    pub async fn copy_to_folder(&self, folder: &FsPath) -> Result<u64, Error> {
        self.copy_to(&Blobs::in_folder(folder, self.keyring.clone())?).await
    }

    /// The same the other way: out of a folder into this store.
    ///
    /// # Errors
    /// [`Error::Folder`], and those of [`Blobs::copy_to`].
    pub async fn copy_from_folder(&self, folder: &FsPath) -> Result<u64, Error> {
        Blobs::in_folder(folder, self.keyring.clone())?.copy_to(self).await
    }

    async fn copy_one(&self, key: Uuid, other: &Blobs) -> Result<u64, Error> {
        let path = path_of(key);
        match other.store.head(&path).await {
            Ok(_) => return Ok(0),
            Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let found = match self.store.get(&path).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(0),
            Err(error) => return Err(error.into()),
        };
        let mut writer = Writer::new(other.store.as_ref(), path);
        match send(found, &mut writer, other.part).await {
            Ok(()) => Ok(1),
            Err(error) => {
                writer.abort().await;
                Err(error)
            }
        }
    }
}

async fn send(
    found: object_store::GetResult,
    writer: &mut Writer<'_>,
    part: usize,
) -> Result<(), Error> {
    let mut stream = found.into_stream();
    let mut sealed: Vec<u8> = Vec::new();
    while let Some(bytes) = stream.try_next().await? {
        sealed.extend_from_slice(&bytes);
        writer.full_parts(&mut sealed, part).await?;
    }
    writer.finish(sealed).await
}
