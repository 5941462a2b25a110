//! Keeping a noun's index at the feed's heels: what the indexes of tickets and articles share.
//!
//! A new index is built from the rows, page by page, and then follows the feed from where that was when the building began;
//! what happens twice to it is the same as once. Each page is one commit with the place that it reached, so a process that
//! is killed goes on from there. Where nodes share files, a new one begins with a snapshot of another one's index.

pub mod snapshot;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proofdesk_search::{Followed, IndexStore, Progress};
use proofdesk_store::{Rx, Tx};
use uuid::Uuid;

use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::limits;
use crate::log::follower;
use crate::log::view::{FeedEvent, feed_page};

/// The place among the followers where the latest wish to build the indexes anew is noted.
const REBUILD: &str = "search.rebuild";

/// Asks every node that has indexes to build them anew, beside the ones that answer meanwhile.
///
/// # Errors
/// `no-permission` for anybody but the operator.
pub async fn ask_rebuild(tx: &Tx<'_>, cx: &Cx) -> Result<()> {
    cx.viewer.require_inside()?;
    follower::remember(tx, REBUILD, cx.now.micros(), cx.now).await
}

/// What an event means for an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    Nothing,
    /// One row is to be read again.
    One(Uuid),
    /// What documents are made of changed for many rows: the index is built anew, beside the one that answers.
    All,
}

/// Rows as their index has them.
#[derive(Debug)]
pub struct Documents<D> {
    pub documents: Vec<D>,
    /// The last row that was read, whether it has a document or not; `None` when there was none.
    pub last: Option<Uuid>,
}

/// A noun whose rows are in an index.
pub trait Indexed: Send + 'static {
    type Index: Followed;
    /// For errors.
    const WHAT: &'static str;

    /// What an event means for the index.
    fn touched(fed: &FeedEvent) -> Touched;

    /// Rows that hold words of these as well, and are to be read again with them.
    fn beside(_rx: &Rx<'_>, _touched: &[Uuid]) -> impl Future<Output = Result<Vec<Uuid>>> + Send {
        std::future::ready(Ok(Vec::new()))
    }

    /// Rows as the index has them: those from one id to another, in order, at most `limit`. For the index alone: nobody's
    /// scope is asked.
    fn documents(
        rx: &Rx<'_>,
        from: Uuid,
        until: Uuid,
        limit: u32,
    ) -> impl Future<Output = Result<Documents<<Self::Index as Followed>::Document>>> + Send;
}

/// Keeps the indexes of one noun in one process. One per node that has the role.
#[derive(Debug)]
pub struct Follower<N: Indexed> {
    store: Arc<IndexStore<N::Index>>,
    /// How far the feed was read without anything for an index, by the wish that the index is built for: not worth a commit.
    seen: BTreeMap<i64, i64>,
    /// A snapshot was looked for.
    has_looked: bool,
}

impl<N: Indexed> Follower<N> {
    pub fn new(store: Arc<IndexStore<N::Index>>) -> Self {
        Self { store, seen: BTreeMap::new(), has_looked: false }
    }

    /// How long to gather what happens before the next page: not at all while an index is built.
    pub fn pause(&self) -> std::time::Duration {
        match self.store.building() {
            Some(_) => std::time::Duration::ZERO,
            None => limits::SEARCH_COMMIT_EVERY,
        }
    }

    /// Goes one page on: of the feed, and of a building that is under way. Returns whether there was one.
    ///
    /// # Errors
    /// Those of the store; `Broken` when the index cannot be written.
    pub async fn step(&mut self, desk: &Desk) -> Result<bool> {
        if !std::mem::replace(&mut self.has_looked, true) {
            match snapshot::take::<N>(desk, &self.store).await {
                Ok(true) => tracing::info!("{} begins with a snapshot", N::WHAT),
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, "no snapshot of {} can be taken", N::WHAT),
            }
        }
        let asked = desk.read(async |rx: &Rx<'_>| follower::position(rx, REBUILD).await).await?;
        if asked > self.store.request() {
            self.begin(asked).await?;
        }
        let mut moved = false;
        if let Some(index) = self.store.serving() {
            moved |= self.follow(desk, &index).await?;
            self.store.note_followed(self.reached(&index));
        }
        if let Some(index) = self.store.building() {
            moved |= self.build(desk, &index).await?;
        }
        Ok(moved)
    }

    /// How far the feed was followed for an index.
    fn reached(&self, index: &N::Index) -> i64 {
        let Some(progress) = index.progress() else { return 0 };
        let seen = self.seen.get(&progress.request).copied().unwrap_or_default();
        progress.position.max(seen)
    }

    async fn begin(&self, request: i64) -> Result<()> {
        let store = self.store.clone();
        blocking::<N, _>(move || store.begin(request)).await
    }

    /// Puts the rows of the next page of the feed in place of what was known of them.
    async fn follow(&mut self, desk: &Desk, index: &Arc<N::Index>) -> Result<bool> {
        let Some(progress) = index.progress() else { return Ok(false) };
        let seen = self.seen.get(&progress.request).copied().unwrap_or_default();
        let after = progress.position.max(seen);
        let (head, touched, reached) =
            desk.read(async move |rx| page::<N>(rx, after).await).await?;
        if head < progress.position {
            return self.begin_again().await;
        }
        if reached == after {
            return Ok(false);
        }
        if touched.contains(&Touched::All) {
            // Before the place is noted: a process that is killed in between begins once more.
            self.begin(self.store.request().saturating_add(1)).await?;
        } else if touched.is_empty() {
            self.seen.insert(progress.request, reached);
            return Ok(true);
        }
        let ids = touched.into_iter().filter_map(|touched| match touched {
            Touched::One(id) => Some(id),
            Touched::Nothing | Touched::All => None,
        });
        let touched: Vec<Uuid> = ids.collect();
        let read = desk.read(async move |rx| {
            let mut ids: BTreeSet<Uuid> = touched.iter().copied().collect();
            ids.extend(N::beside(rx, &touched).await?);
            let mut documents = Vec::with_capacity(ids.len());
            for id in &ids {
                documents.extend(N::documents(rx, *id, *id, 1).await?.documents);
            }
            Ok((documents, ids.into_iter().collect()))
        });
        let (documents, gone) = read.await?;
        let progress = Progress { position: reached, ..progress };
        self.change(index, documents, gone, progress).await?;
        Ok(true)
    }

    /// The feed ends before what the index knows: the database was restored to an earlier time.
    async fn begin_again(&mut self) -> Result<bool> {
        self.seen.clear();
        let store = self.store.clone();
        blocking::<N, _>(move || {
            let request = store.request();
            store.forget();
            store.begin(request.saturating_add(1))
        })
        .await?;
        Ok(true)
    }

    /// Reads the next page of rows; behind the last one the feed, and at its end the index takes over.
    async fn build(&mut self, desk: &Desk, index: &Arc<N::Index>) -> Result<bool> {
        let Some(progress) = index.progress() else { return Ok(false) };
        let Some(after) = progress.building_after else {
            if self.follow(desk, index).await? {
                return Ok(true);
            }
            let store = self.store.clone();
            blocking::<N, _>(move || store.finish()).await?;
            return Ok(true);
        };
        let is_new = after.is_nil();
        let read = desk.read(async move |rx| {
            let from = Uuid::from_u128(after.as_u128().saturating_add(1));
            let head = if is_new { follower::head(rx).await? } else { 0 };
            Ok((head, N::documents(rx, from, Uuid::max(), limits::SEARCH_BUILD_PAGE).await?))
        });
        let (head, Documents { documents, last }) = read.await?;
        let position = if is_new { head } else { progress.position };
        let progress = Progress { position, building_after: last, ..progress };
        self.change(index, documents, Vec::new(), progress).await?;
        Ok(true)
    }

    async fn change(
        &mut self,
        index: &Arc<N::Index>,
        documents: Vec<<N::Index as Followed>::Document>,
        gone: Vec<Uuid>,
        progress: Progress,
    ) -> Result<()> {
        let index = index.clone();
        blocking::<N, _>(move || index.change(&documents, &gone, &progress)).await
    }
}

/// The feed's head, what the events of the next page touch, and how far it goes.
async fn page<N: Indexed>(rx: &Rx<'_>, after: i64) -> Result<(i64, BTreeSet<Touched>, i64)> {
    let head = follower::head(rx).await?;
    let limit = u32::try_from(limits::FEED_PAGE).unwrap_or(u32::MAX);
    let page = feed_page(rx, after, limit).await?;
    let reached = page.last().map_or(after, |fed| fed.pos);
    let mut touched: BTreeSet<Touched> = page.iter().map(N::touched).collect();
    touched.remove(&Touched::Nothing);
    Ok((head, touched, reached))
}

/// The engine writes and waits for the disk.
async fn blocking<N: Indexed, T: Send + 'static>(
    work: impl FnOnce() -> proofdesk_search::Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_panicked| Error::Broken { what: N::WHAT })?.map_err(|error| {
        let chain = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        tracing::error!(%error, chain, what = N::WHAT, "an index cannot be written");
        Error::Broken { what: N::WHAT }
    })
}

#[cfg(test)]
mod tests;
