//! Keeps the search indexes at the feed's heels for as long as the process lives.

use std::time::Duration;

use proofdesk_desk::Desk;
use proofdesk_desk::indexed::{Follower, Indexed};
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
