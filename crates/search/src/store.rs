use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::snapshot::{Head, SnapshotTerms, Summed, read_head, sync, unpack};

/// How far the maker of an index has come. It is noted in the commit of each change: after a crash both are there, or
/// neither.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// Every event up to this position of the feed is in.
    pub position: i64,
    /// The last row that was read while the index is built from the rows themselves; `None` once it is whole.
    pub building_after: Option<Uuid>,
    /// The wish to build it anew that it was built for.
    pub request: i64,
}

/// An index that somebody keeps: what a store and its keeper need of each noun's.
pub trait Followed: Sized + Send + Sync + 'static {
    /// What its folders begin with.
    const PREFIX: &'static str;
    type Document: Send + Sync + 'static;

    /// Opens or makes it in a folder, or in memory without one.
    ///
    /// # Errors
    /// When the folder cannot be used, or another process writes into it.
    fn open(folder: Option<&Path>) -> Result<Self>;

    /// How far its maker has come with what a search sees; `None` in a new one.
    fn progress(&self) -> Option<Progress>;

    /// Whether it has a shape of before: it answers and follows as it can while one of today's is built.
    fn is_outdated(&self) -> bool {
        false
    }

    /// The name of the shape that a new one has.
    fn shape() -> String;

    /// Writes what is committed as a snapshot, while changes may follow, and says how far it has come; `None` when it is not
    /// whole, or in memory.
    ///
    /// # Errors
    /// When a file cannot be read, or the snapshot not be written.
    fn write_snapshot(&self, to: &mut dyn Write) -> Result<Option<Progress>>;

    /// Takes everything out that is known of some rows, puts documents in, and notes the progress.
    ///
    /// # Errors
    /// Only those of the engine; then nothing has changed.
    fn change(&self, put: &[Self::Document], gone: &[Uuid], progress: &Progress) -> Result<()>;
}

/// The indexes of one noun that a process has: the one that answers, and the one that is built to take its place.
///
/// Each lies in a folder of its own, named by the wish that it was built for, so that a process that is killed goes on
/// where it was: with the whole one answering, and the other one being built.
#[derive(Debug)]
pub struct IndexStore<I> {
    folder: Option<PathBuf>,
    state: RwLock<State<I>>,
    followed: AtomicI64,
}

#[derive(Debug)]
struct State<I> {
    serving: Option<Arc<I>>,
    building: Option<Arc<I>>,
}

impl<I: Followed> IndexStore<I> {
    /// Opens what a folder holds; in memory without one. A new one begins to build.
    ///
    /// # Errors
    /// When the folder cannot be used, or another process has it.
    pub fn open(folder: Option<&Path>) -> Result<Self> {
        let mut state = State { serving: None, building: None };
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder)?;
            let incoming = incoming::<I>(folder);
            if incoming.exists() {
                std::fs::remove_dir_all(incoming)?;
            }
            state = read(folder)?;
        }
        let store = Self {
            folder: folder.map(Path::to_owned),
            state: RwLock::new(state),
            followed: AtomicI64::new(0),
        };
        let (serving, building) = (store.serving(), store.building());
        let is_outdated =
            |index: &Option<Arc<I>>| index.as_ref().is_some_and(|of| of.is_outdated());
        if is_outdated(&building) || building.is_none() && is_outdated(&serving) {
            drop((serving, building));
            store.begin(store.request().saturating_add(1))?;
        } else if serving.is_none() && building.is_none() {
            store.begin(0)?;
        }
        Ok(store)
    }

    /// The index that answers; `None` until the first one is whole.
    pub fn serving(&self) -> Option<Arc<I>> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).serving.clone()
    }

    /// Up to which position the feed was followed for the index that answers, also where nothing was to be put into it.
    pub fn followed(&self) -> i64 {
        self.followed.load(Ordering::Relaxed)
    }

    /// Notes it, for whoever asks how far behind the index is.
    pub fn note_followed(&self, position: i64) {
        self.followed.store(position, Ordering::Relaxed);
    }

    /// The index that is built; `None` when there is nothing to build.
    pub fn building(&self) -> Option<Arc<I>> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).building.clone()
    }

    /// The latest wish that an index is or was built for.
    pub fn request(&self) -> i64 {
        let both = [self.serving(), self.building()].into_iter().flatten();
        let requests = both.filter_map(|index| index.progress()).map(|progress| progress.request);
        requests.max().unwrap_or_default()
    }

    /// Begins to build an index for a wish, in place of one that was being built.
    ///
    /// # Errors
    /// Only those of the engine.
    pub fn begin(&self, request: i64) -> Result<()> {
        // What was being built is let go of before its folder may be needed again.
        self.change(|state| state.building = None);
        let folder =
            self.folder.as_ref().map(|folder| folder.join(format!("{}{request}", I::PREFIX)));
        let index = I::open(folder.as_deref())?;
        let nothing = Progress { position: 0, building_after: Some(Uuid::nil()), request };
        index.change(&[], &[], &nothing)?;
        self.change(|state| state.building = Some(Arc::new(index)));
        Ok(())
    }

    /// Lets the index that was built answer, and removes the one before it.
    ///
    /// # Errors
    /// When folders cannot be read; what is left of an old one is removed at the next start.
    pub fn finish(&self) -> Result<()> {
        self.change(|state| {
            if let Some(built) = state.building.take() {
                state.serving = Some(built);
            }
        });
        self.sweep()
    }

    /// Takes a snapshot in place of what is being built, where nothing answers yet, and says whether it would do: one of another
    /// index or shape, of another past, or from before the latest wish would not. Whatever comes of it, an index answers
    /// afterwards or is being built.
    ///
    /// # Errors
    /// When it is not whole or damaged, or the folder cannot be written.
    pub fn take_snapshot(&self, from: &mut dyn Read, terms: SnapshotTerms) -> Result<bool> {
        let Some(folder) = self.folder.as_ref().filter(|_| self.serving().is_none()) else {
            return Ok(false);
        };
        let mut from = Summed::new(from);
        let head = read_head(&mut from)?;
        let Progress { position, building_after, request } = head.progress;
        if head.noun != I::PREFIX
            || head.shape != I::shape()
            || building_after.is_some()
            || position > terms.head
            || request < terms.request
        {
            return Ok(false);
        }
        let incoming = incoming::<I>(folder);
        let unpacked =
            unpack(&head, &mut from, &incoming).and_then(|()| check::<I>(&head, &incoming));
        if let Err(error) = unpacked {
            std::fs::remove_dir_all(&incoming)?;
            return Err(error);
        }
        // Let go of before its folder may be needed.
        self.change(|state| state.building = None);
        let taken = put_in_place::<I>(folder, &incoming, request);
        match taken {
            Ok(index) => self.change(|state| state.serving = Some(Arc::new(index))),
            Err(error) => {
                self.begin(terms.request)?;
                return Err(error);
            }
        }
        self.sweep()?;
        Ok(true)
    }

    /// Stops answering: what is known is of another past, as after a restore of the database.
    pub fn forget(&self) {
        self.change(|state| state.serving = None);
    }

    fn change(&self, change: impl FnOnce(&mut State<I>)) {
        change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
    }

    fn sweep(&self) -> Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let kept = [self.serving(), self.building()].into_iter().flatten();
        let requests: Vec<i64> =
            kept.filter_map(|index| index.progress()).map(|progress| progress.request).collect();
        for (request, path) in folders(folder, I::PREFIX)? {
            if !requests.contains(&request) {
                // A search that still reads it keeps its files until it is done.
                std::fs::remove_dir_all(path)?;
            }
        }
        Ok(())
    }
}

/// Where a snapshot is unpacked. No index answers from there.
fn incoming<I: Followed>(folder: &Path) -> PathBuf {
    folder.join(format!("{}incoming", I::PREFIX))
}

/// What was unpacked is an index, and the one that its head says.
fn check<I: Followed>(head: &Head, folder: &Path) -> Result<()> {
    let index = I::open(Some(folder))?;
    match index.progress().as_ref() == Some(&head.progress) {
        true => Ok(()),
        false => Err(Error::Snapshot("is not what it says")),
    }
}

fn put_in_place<I: Followed>(folder: &Path, incoming: &Path, request: i64) -> Result<I> {
    let place = folder.join(format!("{}{request}", I::PREFIX));
    if place.exists() {
        std::fs::remove_dir_all(&place)?;
    }
    std::fs::rename(incoming, &place)?;
    sync(folder)?;
    I::open(Some(&place))
}

/// Of the whole ones the newest answers; a newer one that is not whole goes on being built. Others are removed.
fn read<I: Followed>(folder: &Path) -> Result<State<I>> {
    let mut state = State { serving: None, building: None };
    for (request, path) in folders(folder, I::PREFIX)? {
        if state.serving.is_some() {
            std::fs::remove_dir_all(path)?;
            continue;
        }
        let index = I::open(Some(&path))?;
        match index.progress().filter(|progress| progress.request == request) {
            Some(progress) if progress.building_after.is_none() => {
                state.serving = Some(Arc::new(index));
            }
            Some(_) if state.building.is_none() => state.building = Some(Arc::new(index)),
            _ => {
                drop(index);
                std::fs::remove_dir_all(path)?;
            }
        }
    }
    Ok(state)
}

/// The folders of indexes, the newest wish first.
fn folders(folder: &Path, prefix: &str) -> Result<Vec<(i64, PathBuf)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let request = name.to_str().and_then(|name| name.strip_prefix(prefix)?.parse().ok());
        found.extend(request.map(|request| (request, entry.path())));
    }
    found.sort_by_key(|(request, _)| std::cmp::Reverse(*request));
    Ok(found)
}
