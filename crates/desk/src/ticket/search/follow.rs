//! Keeping the index at the feed's heels.
//!
//! A new index is built from the tickets, page by page, and then follows the feed from where that was when the building
//! began; what happens twice to it is the same as once. Each page is one commit with the place that it reached, so a process
//! that is killed goes on from there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proofdesk_search::{Progress, TicketIndex, TicketStore};
use proofdesk_store::Rx;
use uuid::Uuid;

use super::{REBUILD, view};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::id::{Id as _, TicketId};
use crate::limits;
use crate::log::view::feed_page;
use crate::log::{Stream, follower};

/// Keeps the indexes of one process. One per node that has the role.
#[derive(Debug)]
pub struct Follower {
    store: Arc<TicketStore>,
    /// How far the feed was read without anything for an index, by the wish that the index is built for: not worth a commit.
    seen: BTreeMap<i64, i64>,
}

impl Follower {
    pub fn new(store: Arc<TicketStore>) -> Self {
        Self { store, seen: BTreeMap::new() }
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
        self.begin_when_asked(desk).await?;
        let mut moved = false;
        if let Some(index) = self.store.serving() {
            moved |= self.follow(desk, &index).await?;
        }
        if let Some(index) = self.store.building() {
            moved |= self.build(desk, &index).await?;
        }
        Ok(moved)
    }

    async fn begin_when_asked(&self, desk: &Desk) -> Result<()> {
        let asked = desk.read(async |rx: &Rx<'_>| follower::position(rx, REBUILD).await).await?;
        if asked <= self.store.request() {
            return Ok(());
        }
        let store = self.store.clone();
        blocking(move || store.begin(asked)).await
    }

    /// Puts the tickets of the next page of the feed in place of what was known of them.
    async fn follow(&mut self, desk: &Desk, index: &Arc<TicketIndex>) -> Result<bool> {
        let Some(progress) = index.progress() else { return Ok(false) };
        let seen = self.seen.get(&progress.request).copied().unwrap_or_default();
        let after = progress.position.max(seen);
        let (head, touched, reached) = desk.read(async move |rx| page(rx, after).await).await?;
        if head < progress.position {
            return self.begin_again(progress.request).await;
        }
        if reached == after {
            return Ok(false);
        }
        if touched.is_empty() {
            self.seen.insert(progress.request, reached);
            return Ok(true);
        }
        let ids: Vec<TicketId> = touched.iter().copied().collect();
        let read = desk.read(async move |rx| {
            let mut documents = Vec::with_capacity(ids.len());
            for id in &ids {
                documents.extend(view::documents(rx, *id, *id, 1).await?);
            }
            Ok(documents)
        });
        let documents = read.await?;
        let there: BTreeSet<Uuid> = documents.iter().map(|document| document.id).collect();
        let gone = touched.iter().map(|id| id.uuid()).filter(|id| !there.contains(id)).collect();
        let progress = Progress { position: reached, ..progress };
        self.change(index, documents, gone, progress).await?;
        Ok(true)
    }

    /// The feed ends before what the index knows: the database was restored to an earlier time.
    async fn begin_again(&mut self, request: i64) -> Result<bool> {
        self.seen.clear();
        let store = self.store.clone();
        blocking(move || {
            store.forget();
            store.begin(request.saturating_add(1))
        })
        .await?;
        Ok(true)
    }

    /// Reads the next page of tickets; behind the last one the feed, and at its end the index takes over.
    async fn build(&mut self, desk: &Desk, index: &Arc<TicketIndex>) -> Result<bool> {
        let Some(progress) = index.progress() else { return Ok(false) };
        let Some(after) = progress.building_after else {
            if self.follow(desk, index).await? {
                return Ok(true);
            }
            let store = self.store.clone();
            blocking(move || store.finish()).await?;
            return Ok(true);
        };
        let is_new = after.is_nil();
        let read = desk.read(async move |rx| {
            let from = TicketId::from_uuid(Uuid::from_u128(after.as_u128().saturating_add(1)));
            let until = TicketId::from_uuid(Uuid::max());
            let head = if is_new { follower::head(rx).await? } else { 0 };
            Ok((head, view::documents(rx, from, until, limits::SEARCH_BUILD_PAGE).await?))
        });
        let (head, documents) = read.await?;
        let last = documents.last().map(|document| document.id);
        let position = if is_new { head } else { progress.position };
        let progress = Progress { position, building_after: last, ..progress };
        self.change(index, documents, Vec::new(), progress).await?;
        Ok(true)
    }

    async fn change(
        &mut self,
        index: &Arc<TicketIndex>,
        documents: Vec<proofdesk_search::TicketDocument>,
        gone: Vec<Uuid>,
        progress: Progress,
    ) -> Result<()> {
        let index = index.clone();
        blocking(move || index.change(&documents, &gone, &progress)).await
    }
}

/// The feed's head, the tickets of the next page, and how far it goes.
async fn page(rx: &Rx<'_>, after: i64) -> Result<(i64, BTreeSet<TicketId>, i64)> {
    let head = follower::head(rx).await?;
    let limit = u32::try_from(limits::FEED_PAGE).unwrap_or(u32::MAX);
    let page = feed_page(rx, after, limit).await?;
    let reached = page.last().map_or(after, |fed| fed.pos);
    let ticket = |stream: &str| match Stream::parse(stream) {
        Some(Stream::Ticket(ticket_id)) => Some(ticket_id),
        _ => None,
    };
    let touched = page.iter().filter_map(|fed| ticket(&fed.event.stream)).collect();
    Ok((head, touched, reached))
}

/// The engine writes and waits for the disk.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> proofdesk_search::Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_panicked| Error::Broken { what: "the index of tickets" })?.map_err(broken)
}

fn broken(error: proofdesk_search::Error) -> Error {
    let chain = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
    tracing::error!(%error, chain, "the index of tickets cannot be written");
    Error::Broken { what: "the index of tickets" }
}
