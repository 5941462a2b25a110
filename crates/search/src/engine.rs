//! An index on disk or in memory with its one writer: what the nouns' indexes share.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock};

use tantivy::directory::MmapDirectory;
use tantivy::schema::Schema;
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Searcher, SegmentMeta, TantivyError};

use crate::error::{Error, Result};
use crate::hash::fnv;
use crate::snapshot::{self, Head};
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
    /// Where it lies; nowhere in memory.
    folder: Option<PathBuf>,
}

impl Engine {
    /// Opens or makes an index; in memory without a folder. A new one has the shape that is asked for, one that is there may
    /// have one of the shapes `before` it: which one comes back says [`Self::schema`]. An index of any other shape, or one that
    /// is damaged, is thrown away: whatever is in it can be read again from where it came. One that another process has is
    /// left to it.
    pub fn open(
        folder: Option<&Path>,
        schema: &Schema,
        before: &[Schema],
        tokenizers: &TokenizerManager,
    ) -> Result<Self> {
        let of = |schema: &Schema| {
            Index::builder().schema(schema.clone()).tokenizers(tokenizers.clone())
        };
        let Some(folder) = folder else { return Self::over(of(schema).create_in_ram()?, None) };
        std::fs::create_dir_all(folder)?;
        let open = |schema: &Schema| {
            let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
            Self::over(of(schema).open_or_create(directory)?, Some(folder))
        };
        let mut opened = open(schema);
        for before in before {
            if matches!(opened, Err(Error::Engine(TantivyError::SchemaError(_)))) {
                opened = open(before);
            }
        }
        match opened {
            Ok(engine) => Ok(engine),
            Err(error @ Error::Engine(TantivyError::LockFailure(..))) => Err(error),
            Err(_damaged) => {
                std::fs::remove_dir_all(folder)?;
                std::fs::create_dir_all(folder)?;
                open(schema)
            }
        }
    }

    /// The shape that it has.
    pub fn schema(&self) -> Schema {
        self.index.schema()
    }

    fn over(index: Index, folder: Option<&Path>) -> Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer = Mutex::new(Some(new_writer(&index)?));
        // A note that cannot be read is none.
        let noted = index.load_metas()?.payload.and_then(|noted| serde_json::from_str(&noted).ok());
        let noted = RwLock::new(noted);
        Ok(Self { index, reader, writer, noted, folder: folder.map(Path::to_owned) })
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

    /// Writes the last commit as a snapshot, while others may follow; `None` when it is not whole or lies nowhere.
    pub fn write_snapshot(&self, noun: &str, to: &mut dyn Write) -> Result<Option<Progress>> {
        let Some(folder) = &self.folder else { return Ok(None) };
        // The engine removes no file of a part that somebody holds.
        let held = self.index.load_metas()?;
        let noted = held.payload.as_deref().and_then(|noted| serde_json::from_str(noted).ok());
        let Some(progress) = noted.filter(|noted: &Progress| noted.building_after.is_none()) else {
            return Ok(None);
        };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let Ok(name) = entry?.file_name().into_string() else { continue };
            let is_of = |part: &SegmentMeta| {
                let rest = name.strip_prefix(&part.id().uuid_string())?.strip_prefix('.')?;
                let deleted = rest.strip_suffix(".del");
                let is_last =
                    |at: &str| part.delete_opstamp().is_some_and(|of| of.to_string() == at);
                Some(!rest.ends_with(".temp") && deleted.is_none_or(is_last))
            };
            if held.segments.iter().any(|part| is_of(part).unwrap_or_default()) {
                files.push((name, 0));
            }
        }
        files.sort_unstable();
        let meta = serde_json::to_vec(&held).map_err(std::io::Error::from)?;
        let shape = shape_of(&self.schema());
        let head = Head { noun: noun.to_owned(), shape, progress: progress.clone(), files };
        snapshot::write(head, &meta, folder, to)?;
        Ok(Some(progress))
    }

    /// What was noted beside the last change that a search sees; `None` in a new index.
    pub fn progress(&self) -> Option<Progress> {
        self.noted.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The name of a shape: what fields there are, and by which analysers they are read.
pub(crate) fn shape_of(schema: &Schema) -> String {
    format!("{:016x}", fnv(&serde_json::to_vec(schema).unwrap_or_default()))
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
