use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::{Progress, TicketIndex};
use crate::error::Result;

/// The indexes of tickets that a process has: the one that answers, and the one that is built to take its place.
///
/// Each lies in a folder of its own, named by the wish that it was built for, so that a process that is killed goes on
/// where it was: with the whole one answering, and the other one being built.
#[derive(Debug)]
pub struct TicketStore {
    folder: Option<PathBuf>,
    state: RwLock<State>,
}

#[derive(Debug, Default)]
struct State {
    serving: Option<Arc<TicketIndex>>,
    building: Option<Arc<TicketIndex>>,
}

const PREFIX: &str = "tickets-";

impl TicketStore {
    /// Opens what a folder holds; in memory without one. A new one begins to build.
    ///
    /// # Errors
    /// When the folder cannot be used, or another process has it.
    pub fn open(folder: Option<&Path>) -> Result<Self> {
        let mut state = State::default();
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder)?;
            state = read(folder)?;
        }
        let store = Self { folder: folder.map(Path::to_owned), state: RwLock::new(state) };
        if store.serving().is_none() && store.building().is_none() {
            store.begin(0)?;
        }
        Ok(store)
    }

    /// The index that answers; `None` until the first one is whole.
    pub fn serving(&self) -> Option<Arc<TicketIndex>> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).serving.clone()
    }

    /// The index that is built; `None` when there is nothing to build.
    pub fn building(&self) -> Option<Arc<TicketIndex>> {
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
        let folder = self.folder.as_ref().map(|folder| folder.join(format!("{PREFIX}{request}")));
        let index = TicketIndex::open(folder.as_deref())?;
        let nothing = Progress { position: 0, building_after: Some(uuid::Uuid::nil()), request };
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

    /// Stops answering: what is known is of another past, as after a restore of the database.
    pub fn forget(&self) {
        self.change(|state| state.serving = None);
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
    }

    fn sweep(&self) -> Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let kept = [self.serving(), self.building()].into_iter().flatten();
        let requests: Vec<i64> =
            kept.filter_map(|index| index.progress()).map(|progress| progress.request).collect();
        for (request, path) in folders(folder)? {
            if !requests.contains(&request) {
                // A search that still reads it keeps its files until it is done.
                std::fs::remove_dir_all(path)?;
            }
        }
        Ok(())
    }
}

/// Of the whole ones the newest answers; a newer one that is not whole goes on being built. Others are removed.
fn read(folder: &Path) -> Result<State> {
    let mut state = State::default();
    for (request, path) in folders(folder)? {
        if state.serving.is_some() {
            std::fs::remove_dir_all(path)?;
            continue;
        }
        let index = TicketIndex::open(Some(&path))?;
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
fn folders(folder: &Path) -> Result<Vec<(i64, PathBuf)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let request = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.parse().ok());
        found.extend(request.map(|request| (request, entry.path())));
    }
    found.sort_by_key(|(request, _)| std::cmp::Reverse(*request));
    Ok(found)
}
