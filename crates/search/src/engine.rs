//! An index on disk or in memory with its one writer: what the nouns' indexes share.

use std::path::Path;
use std::sync::{Mutex, PoisonError, RwLock};

use tantivy::directory::MmapDirectory;
use tantivy::schema::Schema;
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Searcher};

use crate::error::Result;
use crate::store::Progress;

/// What a writer gathers in memory before it writes a part of the index.
const WRITER_BYTES: usize = 48 << 20;

pub(crate) struct Engine {
    index: Index,
    reader: IndexReader,
    /// `None` after a fault: a new one is made for the next change.
    writer: Mutex<Option<IndexWriter>>,
    /// What was noted beside the last change that is searched.
    noted: RwLock<Option<Progress>>,
}

impl Engine {
    /// Opens or makes an index; in memory without a folder. An index of another shape, or one that is damaged, is thrown
    /// away: whatever is in it can be read again from where it came.
    pub fn open(
        folder: Option<&Path>,
        schema: &Schema,
        tokenizers: &TokenizerManager,
    ) -> Result<Self> {
        let builder = || Index::builder().schema(schema.clone()).tokenizers(tokenizers.clone());
        let Some(folder) = folder else { return Self::over(builder().create_in_ram()?) };
        std::fs::create_dir_all(folder)?;
        let open = || {
            let directory = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
            Self::over(builder().open_or_create(directory)?)
        };
        open().or_else(|_damaged| {
            std::fs::remove_dir_all(folder)?;
            std::fs::create_dir_all(folder)?;
            open()
        })
    }

    fn over(index: Index) -> Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer = Mutex::new(Some(new_writer(&index)?));
        // A note that cannot be read is none.
        let noted = index.load_metas()?.payload.and_then(|noted| serde_json::from_str(&noted).ok());
        let noted = RwLock::new(noted);
        Ok(Self { index, reader, writer, noted })
    }

    /// What is committed now; it does not change under whoever holds it.
    pub fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// Makes a change and notes beside it what the follower knows: both are there after a crash or a fault, or neither.
    pub fn change(
        &self,
        progress: &Progress,
        change: impl FnOnce(&IndexWriter) -> Result<()>,
    ) -> Result<()> {
        let mut kept = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // Taken out, so that one that failed is let go: what was added before the fault must not ride on the next commit, and a
        // writer whose thread died would commit nothing and still note how far it came.
        let mut used = match kept.take() {
            Some(writer) => writer,
            None => new_writer(&self.index)?,
        };
        change(&used)?;
        commit(&mut used, progress)?;
        *kept = Some(used);
        self.reader.reload()?;
        *self.noted.write().unwrap_or_else(PoisonError::into_inner) = Some(progress.clone());
        Ok(())
    }

    /// What was noted beside the last change that a search sees; `None` in a new index.
    pub fn progress(&self) -> Option<Progress> {
        self.noted.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn new_writer(index: &Index) -> Result<IndexWriter> {
    Ok(index.writer_with_num_threads(1, WRITER_BYTES)?)
}

fn commit(writer: &mut IndexWriter, progress: &Progress) -> Result<()> {
    let payload = serde_json::to_string(progress).unwrap_or_default();
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&payload);
    prepared.commit()?;
    Ok(())
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}
