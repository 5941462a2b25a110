//! Writing of one object: in one request when it is small, else part by part.

use object_store::path::Path;
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt as _};

use super::Error;

/// An object on its way. What is not finished is not visible.
pub(super) struct Writer<'a> {
    store: &'a dyn ObjectStore,
    path: Path,
    /// Begun with the first part: an object that fits into one needs none.
    upload: Option<Box<dyn MultipartUpload>>,
}

impl<'a> Writer<'a> {
    pub fn new(store: &'a dyn ObjectStore, path: Path) -> Self {
        Self { store, path, upload: None }
    }

    /// Sends of `sealed` what makes full parts, but never all of it. Parts are all of one length, as some object storage wants it.
    pub async fn full_parts(&mut self, sealed: &mut Vec<u8>, part: usize) -> Result<(), Error> {
        while sealed.len() > part {
            let rest = sealed.split_off(part);
            self.part(std::mem::replace(sealed, rest)).await?;
        }
        Ok(())
    }

    async fn part(&mut self, part: Vec<u8>) -> Result<(), Error> {
        if self.upload.is_none() {
            self.upload = Some(self.store.put_multipart(&self.path).await.map_err(away)?);
        }
        if let Some(upload) = &mut self.upload {
            upload.put_part(part.into()).await.map_err(away)?;
        }
        Ok(())
    }

    /// Sends what is left, and makes the whole visible.
    pub async fn finish(&mut self, last: Vec<u8>) -> Result<(), Error> {
        match &mut self.upload {
            Some(upload) => {
                upload.put_part(last.into()).await.map_err(away)?;
                upload.complete().await.map_err(away)?;
            }
            None => {
                self.store.put(&self.path, last.into()).await.map_err(away)?;
            }
        }
        Ok(())
    }

    /// Forgets what was sent.
    pub async fn abort(self) {
        if let Some(mut upload) = self.upload {
            // What matters is the error before this; a part left behind is invisible and is collected later.
            drop(upload.abort().await);
        }
    }
}

/// Nothing is missing that we are about to write, unless the bucket itself is.
fn away(error: object_store::Error) -> Error {
    match error {
        error @ object_store::Error::NotFound { .. } => Error::Away(error),
        error => error.into(),
    }
}
