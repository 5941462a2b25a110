//! Keeps the search indexes at the feed's heels for as long as the process lives.

use std::sync::Arc;
use std::time::Duration;

use proofdesk_desk::indexed::{Follower, Indexed, snapshot};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, limits};
use proofdesk_http::App;
use proofdesk_locale::Locale;
use proofdesk_search::IndexStore;
use tokio_util::sync::CancellationToken;

/// How often the feed is looked at even if nobody said that it moved, and a wish to build anew is noticed.
const POLL: Duration = Duration::from_secs(1);

/// Follows until `stop`. A fault is told and tried again: what was committed stays, and goes on from its place.
pub async fn follow<N: Indexed>(desk: Desk, mut follower: Follower<N>, stop: CancellationToken) {
    let mut feed = desk.db().feed_head();
    while !stop.is_cancelled() {
        let pause = match follower.step(&desk).await {
            Ok(true) => follower.pause(),
            Ok(false) => POLL,
            Err(error) => {
                tracing::warn!(%error, "{} waits", N::WHAT);
                POLL
            }
        };
        let moved = async {
            // While pages come one after the other they are gathered for a moment, so that the disk is not asked for each.
            if pause < POLL || feed.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = moved => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Keeps a snapshot of an index where other nodes find it, until the desk stops. A fault is told, and tried again later.
pub async fn keep<N: Indexed>(app: App, store: Arc<IndexStore<N::Index>>) {
    if !app.desk().blob().is_shared() {
        return;
    }
    loop {
        tokio::select! {
            () = app.shutdown().cancelled() => return,
            () = tokio::time::sleep(limits::SEARCH_SNAPSHOT_LOOK) => {}
        }
        let request = "search-snapshot".to_owned();
        let viewer = Viewer::System("search-snapshot");
        let cx = Cx::new(app.now(), viewer, Locale::En, request, app.seed());
        // An upload that is dropped leaves nothing.
        let kept = tokio::select! {
            () = app.shutdown().cancelled() => return,
            kept = snapshot::keep::<N>(app.desk(), cx, &store) => kept,
        };
        match kept {
            Ok(true) => tracing::info!("{} has a new snapshot", N::WHAT),
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "no snapshot of {} can be kept", N::WHAT),
        }
    }
}
