//! One listener, whatever its transport: replay, `live`, then news; closed when it lags or its session ends.

use std::collections::BTreeSet;
use std::time::Duration;

use proofdesk_desk::id::PublicId;
use proofdesk_desk::limits;
use proofdesk_desk::viewer::Viewer;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at};

use super::event::{load, raw};
use super::frame::{Frame, FrameKind};
use super::hub::{News, Subscription};
use crate::app::App;
use crate::principal::Asker;

/// How often a connection asks whether its session still stands, and what it may see by now.
const REVIEW: Duration = Duration::from_secs(15);
/// A client that takes no frame for this long is gone or too slow.
const SLOW: Duration = Duration::from_secs(20);

/// How a listener looks its own permission up again.
pub(super) type Headers = axum::http::HeaderMap;

/// Why a connection ended. The client comes back with its last position in every case but the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// The client is gone.
    Gone,
    Lagged,
    /// The desk stops; another node or the next start serves on.
    Stopping,
    /// A read failed; nothing was skipped.
    Failed,
    SessionOver,
}

pub(super) struct Connection {
    pub app: App,
    pub viewer: Viewer,
    pub headers: Headers,
    pub out: mpsc::Sender<Frame>,
    /// At most one frame a second, naming the tickets that changed.
    pub coalesce: Option<Duration>,
}

impl Connection {
    /// Serves until somebody ends it. `after` is the last position that the client has; `None` for one that starts now.
    pub async fn run(mut self, after: Option<i64>) -> Ended {
        let subscription = self.app.hub().subscribe();
        match self.converse(after, subscription).await {
            Err(ended) => ended,
            Ok(never) => match never {},
        }
    }

    async fn converse(&mut self, after: Option<i64>, mut subscription: Subscription) -> Result<Never, Ended> {
        let start = subscription.pos;
        if let Some(after) = after.filter(|after| *after < start) {
            if start - after > limits::LIVE_REPLAY_EVENTS || after < 0 {
                self.send(Frame::mark(FrameKind::Resync, start)).await?;
            } else {
                self.replay(after, start).await?;
            }
        }
        self.send(Frame::mark(FrameKind::Live, start)).await?;
        let mut review = interval_at(Instant::now() + REVIEW, REVIEW);
        review.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut tick = interval(self.coalesce.unwrap_or(REVIEW));
        let mut changed = Changed::default();
        let (app, out) = (self.app.clone(), self.out.clone());
        loop {
            tokio::select! {
                news = subscription.news.recv() => match news {
                    Ok(news) => self.tell(&news, start, &mut changed).await?,
                    Err(RecvError::Lagged(_)) => return Err(Ended::Lagged),
                    Err(RecvError::Closed) => return Err(Ended::Stopping),
                },
                _ = tick.tick(), if self.coalesce.is_some() => self.flush(&mut changed).await?,
                _ = review.tick() => self.review().await?,
                () = app.shutdown().cancelled() => return Err(Ended::Stopping),
                () = out.closed() => return Err(Ended::Gone),
            }
        }
    }

    async fn replay(&mut self, after: i64, until: i64) -> Result<(), Ended> {
        let mut from = after;
        while from < until {
            let limit = u32::try_from((until - from).min(limits::FEED_PAGE)).unwrap_or(1);
            let loaded = self.app.desk().read(async move |rx| load(rx, from, limit).await).await;
            let (events, reached) = loaded.map_err(|_logged_by_the_hub| Ended::Failed)?;
            for event in events.iter().filter(|event| event.pos <= until) {
                if let Some(frame) = event.frame(&self.viewer) {
                    self.send(frame).await?;
                }
            }
            if reached == from {
                return Err(Ended::Failed);
            }
            from = reached;
        }
        Ok(())
    }

    async fn tell(&mut self, news: &News, start: i64, changed: &mut Changed) -> Result<(), Ended> {
        let frame = match news {
            News::Event(event) if event.pos <= start => None,
            News::Event(event) if self.coalesce.is_some() => {
                if event.is_for(&self.viewer) {
                    changed.pos = event.pos;
                    changed.tickets.insert(event.ticket.clone());
                }
                None
            }
            News::Event(event) => event.frame(&self.viewer),
            News::Signal(signal) => signal.frame(&self.viewer),
        };
        match frame {
            Some(frame) => self.send(frame).await,
            None => Ok(()),
        }
    }

    async fn flush(&mut self, changed: &mut Changed) -> Result<(), Ended> {
        if changed.tickets.is_empty() {
            return Ok(());
        }
        let Changed { pos, tickets } = std::mem::take(changed);
        let data = raw(&serde_json::json!({ "tickets": tickets }));
        self.send(Frame { data, ..Frame::mark(FrameKind::Changed, pos) }).await
    }

    async fn send(&self, frame: Frame) -> Result<(), Ended> {
        match tokio::time::timeout(SLOW, self.out.send(frame)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_closed)) => Err(Ended::Gone),
            Err(_elapsed) => Err(Ended::Lagged),
        }
    }

    /// Permissions change and sessions end while a connection stays open.
    async fn review(&mut self) -> Result<(), Ended> {
        match Asker::identify(&self.app, &self.headers).await {
            Ok(asker) if !matches!(asker.viewer, Viewer::Anonymous) && !asker.is_limited() => {
                self.viewer = asker.viewer;
                Ok(())
            }
            _ => Err(Ended::SessionOver),
        }
    }
}

/// Nothing: a conversation only ever ends.
pub(super) enum Never {}

#[derive(Default)]
struct Changed {
    pos: i64,
    tickets: BTreeSet<PublicId>,
}
