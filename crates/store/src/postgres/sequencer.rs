//! The sequencer: gives committed events their feed positions on PostgreSQL.
//!
//! # Protocol
//!
//! - A transaction that publishes leaves rows in `feed_inbox`. They become visible when it commits,
//!   not before.
//! - One node holds the row `feed` of `sequencer_lease` for [`LEASE`]. Taking it raises `fence`.
//!   The time is the database's, so clocks of nodes do not matter; and it only decides how soon
//!   another takes over, because:
//! - every numbering transaction first updates the lease row *where the fence is still its own*.
//!   That locks the row, so two never number at once, and a holder that slept finds itself fenced
//!   off and changes nothing.
//! - It then moves rows from the inbox to `feed` at `max(pos) + 1, + 2, …`: dense, and each event
//!   once, since insert, delete and fence are one transaction.
//!
//! # Order
//!
//! Events of one stream get ascending positions in the order of `seq`. Writers lock the head of a
//! stream until they commit, so when `seq` 5 is visible, 4 is visible or numbered. A batch takes
//! the oldest ids, and whatever lower `seq` of the same streams waits beside them; within the batch
//! each stream's events are put in order.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use deadpool_postgres::Pool;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use uuid::Uuid;

use super::pool::connection;
use super::session::{BEGIN_WRITE, Session, random};
use super::{Conn, Link, error, exec, query};
use crate::feed::{HEAD, Hints};
use crate::limits::SEQUENCER_BATCH;
use crate::tx::Prepare;
use crate::{Error, Result, params};

/// How long the holder may be silent before another node takes over.
const LEASE: Duration = Duration::from_millis(1_500);
/// How often an idle holder says that it is alive, and another node asks.
const RENEW: Duration = Duration::from_millis(400);
/// How often the holder looks for events of other nodes; its own process wakes it at once.
const LOOK: Duration = Duration::from_millis(12);
/// Events that come within this are numbered together.
const GATHER: Duration = Duration::from_millis(2);

/// A lease that ends later than any does was taken while the server's clock was ahead; the fence keeps its holder out.
const ACQUIRE: &str = "update sequencer_lease set holder = $1, fence = fence + 1,
 expires_at = cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) + $2
 where name = 'feed' and (expires_at < cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)
 or expires_at > cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) + 2 * $2)
 returning fence";
const RENEW_HELD: &str = "update sequencer_lease
 set expires_at = cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) + $1
 where name = 'feed' and holder = $2 and fence = $3";
const RELEASE: &str =
    "update sequencer_lease set expires_at = 0 where name = 'feed' and holder = $1 and fence = $2";
const WAITING: &str = "select exists (select 1 from feed_inbox)";
const TAKE: &str = "with oldest as (select stream, seq from feed_inbox order by event_id limit $1),
 upto as (select stream, max(seq) as seq from oldest group by stream)
 select i.event_id, i.stream, i.seq, exists (select 1 from feed f where f.event_id = i.event_id)
 from feed_inbox i join upto u on u.stream = i.stream and i.seq <= u.seq
 order by i.event_id";
const NUMBER: &str =
    "insert into feed (pos, event_id) select * from unnest($1::bigint[], $2::uuid[])";
const TAKEN: &str = "delete from feed_inbox where event_id = any($1)";

/// A row of the inbox: event, stream, seq, and whether it has a position already.
type Waiting = (Uuid, String, i64, bool);

/// A running sequencer. Dropping it stops numbering; other nodes then wait for the lease to run
/// out.
#[must_use = "numbering stops when this is dropped"]
pub struct Sequencer {
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Drop for Sequencer {
    fn drop(&mut self) {
        if let Some((_, task)) = self.running.take() {
            task.abort();
        }
    }
}

impl Sequencer {
    pub(crate) fn idle() -> Self {
        Sequencer { running: None }
    }

    pub(crate) fn start(pool: Pool, hints: Arc<Hints>, sequencing: Arc<AtomicBool>) -> Self {
        let (stop, stopped) = oneshot::channel();
        let holder = Uuid::from_u64_pair(random(), random());
        let task = Task { pool, hints, sequencing, holder, fence: None, renewed: Instant::now() };
        Sequencer { running: Some((stop, tokio::spawn(task.run(stopped)))) }
    }

    /// Ends after the transaction at hand and lets go of the lease.
    pub async fn stop(mut self) {
        if let Some((stop, task)) = self.running.take() {
            // A task that is gone already has nothing left to stop.
            let _ = stop.send(());
            let _ = task.await;
        }
    }
}

struct Task {
    pool: Pool,
    hints: Arc<Hints>,
    sequencing: Arc<AtomicBool>,
    holder: Uuid,
    fence: Option<i64>,
    renewed: Instant,
}

impl Drop for Task {
    fn drop(&mut self) {
        self.sequencing.store(false, Ordering::Relaxed);
    }
}

impl Task {
    async fn run(mut self, mut stopped: oneshot::Receiver<()>) {
        let hints = self.hints.clone();
        loop {
            let pause = match self.step().await {
                Ok(true) => GATHER,
                Ok(false) if self.fence.is_some() => LOOK,
                Ok(false) => RENEW,
                Err(Error::Closed) => return,
                Err(error) => {
                    tracing::warn!(%error, "the sequencer failed and tries again");
                    self.hold(None);
                    RENEW
                }
            };
            let woken = hints.published.notified();
            tokio::select! {
                _ = &mut stopped => break,
                () = tokio::time::sleep(pause) => {}
                () = woken, if pause == LOOK => tokio::time::sleep(GATHER).await,
            }
        }
        if let Err(error) = self.release().await {
            tracing::warn!(%error, "the sequencer could not let go of its lease");
        }
    }

    fn hold(&mut self, fence: Option<i64>) {
        self.fence = fence;
        self.renewed = Instant::now();
        self.sequencing.store(fence.is_some(), Ordering::Relaxed);
    }

    /// True when it has numbered something.
    async fn step(&mut self) -> Result<bool> {
        let client = connection(&self.pool).await?;
        let Some(fence) = self.fence else {
            let taken = query::<(i64,)>(
                Link::alone(&client),
                ACQUIRE,
                params![self.holder, lease_us()],
                Prepare::Kept,
            )
            .await?;
            let fence = taken.first().map(|row| row.0);
            self.hold(fence);
            return Ok(fence.is_some());
        };
        let waiting = query::<(bool,)>(Link::alone(&client), WAITING, &[], Prepare::Kept).await?;
        if !waiting.first().is_some_and(|row| row.0) {
            if self.renewed.elapsed() >= RENEW {
                self.renew(&client, fence).await?;
                self.renewed = Instant::now();
            }
            return Ok(false);
        }
        drop(client);
        let head = self.number(fence).await?;
        self.renewed = Instant::now();
        self.hints.raise_head(head);
        Ok(true)
    }

    async fn renew(&self, conn: &Conn, fence: i64) -> Result<()> {
        match exec(
            Link::alone(conn),
            RENEW_HELD,
            params![lease_us(), self.holder, fence],
            Prepare::Kept,
        )
        .await?
        {
            1 => Ok(()),
            _ => Err(Error::LeaseLost),
        }
    }

    /// One batch, and the head after it.
    async fn number(&self, fence: i64) -> Result<i64> {
        let session = Session::begin(&self.pool, BEGIN_WRITE).await?;
        let conn = session.conn()?;
        self.renew(conn, fence).await?;
        let rows: Vec<Waiting> =
            query(Link::alone(conn), TAKE, params![SEQUENCER_BATCH], Prepare::Kept).await?;
        let (again, new): (Vec<Waiting>, Vec<Waiting>) = rows.into_iter().partition(|row| row.3);
        if !again.is_empty() {
            // A bug of whoever published. It must not stop the feed of everybody else.
            tracing::error!(
                events = again.len(),
                "events that have positions were published again and are left out"
            );
        }
        let events = in_stream_order(&new);
        let all: Vec<Uuid> = events.iter().copied().chain(again.iter().map(|row| row.0)).collect();
        let head = query::<(i64,)>(Link::alone(conn), HEAD, &[], Prepare::Kept)
            .await?
            .first()
            .map_or(0, |row| row.0);
        let positions: Vec<i64> = (head.saturating_add(1)..).take(events.len()).collect();
        let number = conn.prepare_cached(NUMBER).await.map_err(error)?;
        let taken = conn.prepare_cached(TAKEN).await.map_err(error)?;
        conn.execute(&number, &[&positions, &events]).await.map_err(error)?;
        conn.execute(&taken, &[&all]).await.map_err(error)?;
        session.commit(Vec::new()).await?;
        session.release();
        Ok(positions.last().copied().unwrap_or(head))
    }

    async fn release(&mut self) -> Result<()> {
        if let Some(fence) = self.fence {
            self.hold(None);
            let client = connection(&self.pool).await?;
            exec(Link::alone(&client), RELEASE, params![self.holder, fence], Prepare::Kept).await?;
        }
        Ok(())
    }
}

fn lease_us() -> i64 {
    i64::try_from(LEASE.as_micros()).unwrap_or(i64::MAX)
}

/// Keeps the order given, except that each stream's events stand in the order of `seq` in the
/// places which that stream has.
fn in_stream_order(rows: &[Waiting]) -> Vec<Uuid> {
    let mut streams: BTreeMap<&str, Vec<(i64, Uuid)>> = BTreeMap::new();
    for (event_id, stream, seq, _) in rows {
        streams.entry(stream).or_default().push((*seq, *event_id));
    }
    // Taken from the end, so the highest stands first.
    streams.values_mut().for_each(|events| events.sort_unstable_by(|a, b| b.cmp(a)));
    let next = |(_, stream, ..): &Waiting| streams.get_mut(stream.as_str())?.pop();
    rows.iter().filter_map(next).map(|(_, event_id)| event_id).collect()
}

#[cfg(test)]
mod tests {
    use super::in_stream_order;
    use uuid::Uuid;

    #[test]
    fn each_stream_is_put_in_order_and_nothing_else_moves() {
        let id = Uuid::from_u128;
        let row = |n: u128, stream: &str, seq: i64| (id(n), stream.to_owned(), seq, false);
        let rows = [row(1, "a", 2), row(2, "b", 1), row(3, "a", 1), row(4, "b", 2), row(5, "a", 3)];
        assert_eq!(in_stream_order(&rows), [3, 2, 1, 4, 5].map(id));
        assert_eq!(in_stream_order(&[]), Vec::<Uuid>::new());
    }
}
