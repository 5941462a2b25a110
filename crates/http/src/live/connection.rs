//! One listener, whatever its transport: replay, `live`, then news; closed when it lags or its session ends.

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use futures_util::FutureExt as _;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{limits, session};
use serde_json::json;
use tokio::time::{Instant, sleep_until};

use super::event::Hearing;
use super::frame::{Frame, FrameKind, Written, raw};
use super::hub::{Changed, Subscription};
use super::load::{head, load};
use super::presence;
use super::ring::Missed;
use crate::app::App;
use crate::principal::Asker;

/// How often a connection asks whether its session still stands and what it may see by now, beside the events that make
/// it ask at once.
const REVIEW: Duration = Duration::from_secs(60);
/// How often a quiet connection is told where it stands. A customer hears of few events; without this their position
/// would grow so old that the next reconnection finds too much missed. It also keeps proxies from closing it.
const BEAT: Duration = Duration::from_secs(25);
/// One frame in this time, for connections that asked for no more.
const COALESCE: Duration = Duration::from_secs(1);

/// Why a connection ended. The client comes back with its last position unless its session is over.
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
    /// The person has as many connections as one person may have.
    TooMany,
}

/// The server's side of a live connection: a source of frames.
pub(super) struct Connection {
    app: App,
    /// What the permission is looked up with.
    credentials: HeaderMap,
    hearing: Hearing,
    subscription: Subscription,
    coalesced: bool,
    /// Frames to be handed out before anything else.
    ready: VecDeque<Written>,
    /// What is still to be replayed: after the first, up to the second.
    gap: Option<(i64, i64)>,
    /// The client has everything up to here, or was told so.
    told: i64,
    review_at: Instant,
    beat_at: Instant,
    flush_at: Instant,
}

impl Connection {
    /// Begins a connection. `after` is the last position that the client has; `None` for one that starts now.
    pub async fn open(
        app: App,
        asker: &Asker,
        headers: &HeaderMap,
        after: Option<i64>,
        coalesced: bool,
    ) -> Result<Self, Ended> {
        let hearing = Hearing::of(&asker.viewer);
        let subscription =
            app.hub().subscribe(hearing.clone(), coalesced).map_err(|_full| Ended::TooMany)?;
        let now = Instant::now();
        let mut connection = Self {
            review_at: now + until_review(&app, asker),
            credentials: credentials(headers),
            told: subscription.pos,
            ready: VecDeque::new(),
            gap: None,
            beat_at: now + BEAT,
            flush_at: now + COALESCE,
            app,
            hearing,
            subscription,
            coalesced,
        };
        connection.begin(after).await?;
        Ok(connection)
    }

    async fn begin(&mut self, after: Option<i64>) -> Result<(), Ended> {
        let start = self.subscription.pos;
        let Some(after) = after else {
            self.ready.push_back(live(start));
            return Ok(());
        };
        match standing(&self.app, after, start).await.map_err(|_read| Ended::Failed)? {
            Standing::Behind => self.gap = Some((after, start)),
            // It has been told more by another node than this one has seen.
            Standing::Ahead => {
                self.told = after;
                self.ready.push_back(live(after));
            }
            Standing::Lost => {
                let resync = Frame::mark(FrameKind::Resync, start).written();
                self.ready.extend([resync, live(start)]);
            }
        }
        Ok(())
    }

    /// The next frame. May be dropped and called again: nothing is lost by that.
    ///
    /// What needs the database is rare, large, and boxed: thousands of connections wait here, each the size of the largest
    /// thing that it could be doing.
    pub async fn next(&mut self) -> Result<Written, Ended> {
        loop {
            if let Some(frame) = self.ready.pop_front() {
                return Ok(frame);
            }
            // Before anything more is read for it, so that no long replay is told to somebody who may not hear it any more.
            if self.subscription.line.review.notified().now_or_never().is_some() {
                self.review_at = Instant::now();
            }
            let now = Instant::now();
            if now >= self.review_at {
                Box::pin(self.review()).await?;
                continue;
            }
            if let Some((after, until)) = self.gap {
                Box::pin(self.replay(after, until)).await?;
                continue;
            }
            if now >= self.beat_at {
                self.beat(now);
                continue;
            }
            if self.coalesced && now >= self.flush_at {
                self.flush(now);
                continue;
            }
            if let Some(frame) = self.news().await? {
                return Ok(frame);
            }
        }
    }

    /// Nothing more comes before something happens.
    #[cfg(test)]
    pub fn is_idle(&self) -> bool {
        self.ready.is_empty() && self.gap.is_none() && self.subscription.queue.is_empty()
    }

    /// Waits for something: a frame, or a moment at which there is something to do.
    async fn news(&mut self) -> Result<Option<Written>, Ended> {
        let mut due = self.review_at.min(self.beat_at);
        if self.coalesced {
            due = due.min(self.flush_at);
        }
        tokio::select! {
            biased;
            () = self.app.shutdown().cancelled() => Err(Ended::Stopping),
            () = self.subscription.line.review.notified() => {
                self.review_at = Instant::now();
                Ok(None)
            }
            frame = self.subscription.queue.recv() => match frame {
                Some(frame) => Ok(frame.pos.is_none_or(|pos| pos > self.told).then_some(frame)),
                None => Err(Ended::Lagged),
            },
            () = sleep_until(due) => Ok(None),
        }
    }

    /// Replays one page of what was missed.
    async fn replay(&mut self, after: i64, until: i64) -> Result<(), Ended> {
        if after >= until {
            self.gap = None;
            self.ready.push_back(live(until));
            return Ok(());
        }
        let to = until.min(after.saturating_add(limits::FEED_PAGE));
        let missed =
            missed(&self.app, &self.hearing, after, to).await.map_err(|_read| Ended::Failed)?;
        if missed.reached <= after {
            return Err(Ended::Failed);
        }
        if self.coalesced {
            let tickets: BTreeSet<PublicId> =
                missed.events.iter().map(|event| event.ticket.clone()).collect();
            if let Some(last) = missed.events.last() {
                self.ready.push_back(changed(Changed { first: after, pos: last.pos, tickets }));
            }
        } else {
            let frames =
                missed.events.iter().filter_map(|event| self.hearing.frame(event).cloned());
            self.ready.extend(frames);
        }
        self.gap = Some((missed.reached, until));
        Ok(())
    }

    fn beat(&mut self, now: Instant) {
        self.beat_at = now + BEAT;
        if let Some(pos) = self.subscription.pos_if_quiet() {
            self.ready.push_back(live(pos.max(self.told)));
        }
    }

    fn flush(&mut self, now: Instant) {
        self.flush_at = now + COALESCE;
        let news = self.subscription.take_changed().filter(|news| news.pos > self.told);
        self.ready.extend(news.map(changed));
    }

    /// Permissions change and sessions end while a connection stays open.
    async fn review(&mut self) -> Result<(), Ended> {
        let asker = match Asker::identify(&self.app, &self.credentials).await {
            Ok(asker) => asker,
            Err(problem) if problem.code().status() == 401 => return Err(Ended::SessionOver),
            Err(_read) => return Err(Ended::Failed),
        };
        if matches!(asker.viewer, Viewer::Anonymous) || asker.is_limited() {
            return Err(Ended::SessionOver);
        }
        self.listen_as(Hearing::of(&asker.viewer));
        Box::pin(presence::note(&self.app, &asker)).await;
        self.review_at = Instant::now() + until_review(&self.app, &asker);
        Ok(())
    }

    /// Goes on with what may be heard by now. What waited for this connection is read once more, and told as far as that goes.
    fn listen_as(&mut self, hearing: Hearing) {
        if hearing == self.hearing {
            return;
        }
        self.hearing = hearing;
        let withdrawn = self.subscription.rescope(&self.hearing);
        self.ready.extend(withdrawn.for_all);
        let changed = self.subscription.take_changed().filter(|news| news.pos > self.told);
        let span = withdrawn.span.or(changed.map(|news| (news.first, news.pos)));
        let Some((first, last)) = span else { return };
        // What it missed before it came is behind `told` already, and comes with the rest.
        let begin = || first.saturating_sub(1).max(self.told);
        let after = self.gap.map_or_else(begin, |(after, _)| after);
        if after < last {
            self.gap = Some((after, last));
        }
    }
}

/// Where a client stands that has everything up to `after`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// At this node's position or so little behind that the rest is told.
    Behind,
    /// In front of this node, which is about to see what another one told.
    Ahead,
    /// Too far behind, or where the feed has never been: a database was restored.
    Lost,
}

/// Compares a client's position with this node's.
pub(super) async fn standing(app: &App, after: i64, pos: i64) -> proofdesk_desk::Result<Standing> {
    if after < 0 || pos.saturating_sub(after) > limits::LIVE_REPLAY_EVENTS {
        return Ok(Standing::Lost);
    }
    if after <= pos {
        return Ok(Standing::Behind);
    }
    let head = app.desk().read(async |rx| head(rx).await).await?;
    Ok(if after <= head { Standing::Ahead } else { Standing::Lost })
}

/// What a listener is told of `(after, until]`, from memory or, where that does not reach back so far, from the log.
/// `until` is at most a page of the feed away.
pub(super) async fn missed(
    app: &App,
    hearing: &Hearing,
    after: i64,
    until: i64,
) -> proofdesk_desk::Result<Missed> {
    let known = until.min(app.hub().pos());
    if known > after
        && let Some(missed) = app.hub().missed(after, known, hearing)
    {
        return Ok(missed);
    }
    let limit = u32::try_from(until.saturating_sub(after)).unwrap_or(1);
    let mut batch = app.desk().read(async move |rx| load(rx, after, limit).await).await?;
    batch.events.retain(|event| event.pos <= until && hearing.told(event, &event.at).is_some());
    Ok(Missed { events: batch.events, reached: batch.reached.min(until) })
}

fn live(pos: i64) -> Written {
    Frame::mark(FrameKind::Live, pos).written()
}

fn changed(news: Changed) -> Written {
    let data = raw(&json!({ "tickets": news.tickets }));
    Frame { data, ..Frame::mark(FrameKind::Changed, news.pos) }.written()
}

/// The next look at the session: in a minute, or when it is over by its age.
fn until_review(app: &App, asker: &Asker) -> Duration {
    let left = asker.session.as_ref().map(|info: &session::SessionInfo| {
        let micros = info.expires_at.micros().saturating_sub(app.now().micros());
        Duration::from_micros(u64::try_from(micros).unwrap_or(0))
    });
    // Never at once again: a session whose end is this very instant is over a moment later.
    left.unwrap_or(REVIEW).clamp(Duration::from_millis(100), REVIEW)
}

/// The headers that say who asks and where, and nothing of the rest: a connection lives long. They are copied, because a clone would
/// hold the whole buffer that the request was read into.
fn credentials(headers: &HeaderMap) -> HeaderMap {
    let mut kept = HeaderMap::new();
    for name in [header::AUTHORIZATION, header::COOKIE, header::HOST] {
        for value in headers.get_all(&name) {
            if let Ok(mut copy) = HeaderValue::from_bytes(value.as_bytes()) {
                copy.set_sensitive(true);
                kept.append(name.clone(), copy);
            }
        }
    }
    kept
}
