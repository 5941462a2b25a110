//! Reading of objects: ranges are opened chunk by chunk, as the bytes come from the store.

use std::ops::Range;

use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt as _, TryStreamExt as _};
use object_store::{GetOptions, GetRange};
use proofdesk_sealing::{ChunkOpener, HEADER_LENGTH, Layout, ObjectKey};
use uuid::Uuid;

use super::{Blobs, Error, path_of};

impl Blobs {
    /// Opens the plain bytes `range` of an object of `size` plain bytes; what lies beyond the end is left out.
    ///
    /// The stream fails at the chunk that does not open; what it gave before that is genuine.
    ///
    /// # Errors
    /// [`Error::Missing`] when the object is gone or `wrapped_key` is empty because it was erased; [`Error::Sealed`] when
    /// the stored object is longer or shorter than `size` says, or the key is not this object's.
    pub async fn get_range(
        &self,
        key: Uuid,
        wrapped_key: &[u8],
        size: u64,
        range: Range<u64>,
    ) -> Result<impl Stream<Item = Result<Bytes, Error>> + Send + use<>, Error> {
        if wrapped_key.is_empty() {
            return Err(Error::Missing);
        }
        let object = key.into_bytes();
        let object_key = ObjectKey::from_wrapped(&self.keyring, object, wrapped_key)?;
        let layout = Layout::new(size);
        let (header, stored_size) = self.header(key).await?;
        if stored_size != layout.sealed_size() {
            return Err(proofdesk_sealing::Error::Forged.into());
        }
        let opener = ChunkOpener::new(&object_key, object, &header, layout)?;
        let chunks = layout.chunks_of(range.clone());
        let sealed = if chunks.is_empty() {
            stream::empty().boxed()
        } else {
            self.sealed(key, layout.sealed_range(chunks.clone())).await?
        };
        let reader = Reader { sealed, opener, layout, chunks, range, buffer: BytesMut::new() };
        Ok(stream::try_unfold(reader, Reader::step))
    }

    /// Opens a whole object; see [`Blobs::get_range`].
    ///
    /// # Errors
    /// As [`Blobs::get_range`].
    pub async fn get(
        &self,
        key: Uuid,
        wrapped_key: &[u8],
        size: u64,
    ) -> Result<impl Stream<Item = Result<Bytes, Error>> + Send + use<>, Error> {
        self.get_range(key, wrapped_key, size, 0..size).await
    }

    async fn header(&self, key: Uuid) -> Result<(Bytes, u64), Error> {
        let header = 0..u64::try_from(HEADER_LENGTH).unwrap_or(u64::MAX);
        let options =
            GetOptions { range: Some(GetRange::Bounded(header)), ..GetOptions::default() };
        let found = self.store.get_opts(&path_of(key), options).await?;
        let size = found.meta.size;
        Ok((found.bytes().await?, size))
    }

    async fn sealed(
        &self,
        key: Uuid,
        range: Range<u64>,
    ) -> Result<BoxStream<'static, Result<Bytes, Error>>, Error> {
        let options = GetOptions { range: Some(GetRange::Bounded(range)), ..GetOptions::default() };
        let found = self.store.get_opts(&path_of(key), options).await?;
        Ok(found.into_stream().map_err(Error::from).boxed())
    }
}

struct Reader {
    sealed: BoxStream<'static, Result<Bytes, Error>>,
    opener: ChunkOpener,
    layout: Layout,
    /// Those still to come.
    chunks: Range<u64>,
    /// Of plain bytes.
    range: Range<u64>,
    buffer: BytesMut,
}

impl Reader {
    async fn step(mut self) -> Result<Option<(Bytes, Self)>, Error> {
        let Some(chunk) = self.chunks.next() else { return Ok(None) };
        let length = self.layout.sealed_chunk_length(chunk);
        while self.buffer.len() < length {
            let bytes = self.sealed.try_next().await?.ok_or(proofdesk_sealing::Error::Forged)?;
            self.buffer.extend_from_slice(&bytes);
        }
        let plain = Bytes::from(self.opener.open(chunk, &self.buffer.split_to(length))?);
        Ok(Some((self.wanted(chunk, &plain), self)))
    }

    /// Cuts a chunk to the part of it that was asked for.
    fn wanted(&self, chunk: u64, plain: &Bytes) -> Bytes {
        let start = self.layout.start_of(chunk);
        let place = |at: u64| {
            usize::try_from(at.saturating_sub(start)).unwrap_or(usize::MAX).min(plain.len())
        };
        plain.slice(place(self.range.start)..place(self.range.end))
    }
}
