//! One transaction on a pooled connection, and how often a closure may have another.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::task::Poll;
use std::time::Duration;

use deadpool_postgres::{Object, Pool};
use futures_util::future::join;
use tokio::time::Instant;

use super::error::{commit_error, error};
use super::pool::connection;
use super::{Conn, Sent, settle};
use crate::limits::{ATTEMPTS, RETRY_CAP, RETRY_TIME};
use crate::{Error, Result, StoreFailure};

pub(super) const BEGIN_WRITE: &str = "begin isolation level read committed";
/// One snapshot for the whole closure; read-only transactions never fail to serialise here. The
/// time is `READ_TIME`.
pub(super) const BEGIN_READ: &str =
    "begin isolation level repeatable read read only; set local statement_timeout = 5000";

/// A connection inside a transaction. Dropped half-way (a caller that went away), it is rolled back
/// in the background before anybody else gets it.
pub(super) struct Session {
    client: Option<Object>,
}

impl Session {
    /// A connection whose transaction is yet to begin.
    pub(super) async fn take(pool: &Pool) -> Result<Self> {
        Ok(Session { client: Some(connection(pool).await?) })
    }

    pub(super) async fn begin(pool: &Pool, begin: &'static str) -> Result<Self> {
        let session = Self::take(pool).await?;
        session.conn()?.batch_execute(begin).await.map_err(error)?;
        Ok(session)
    }

    pub(super) fn conn(&self) -> Result<&Conn> {
        let client = self.client.as_ref().ok_or(Error::Misuse("the transaction is over"))?;
        Ok(client)
    }

    /// Commits together with what is on its way. When a statement of it failed, PostgreSQL rolls back instead, and the
    /// failure is told.
    pub(super) async fn commit(&self, sent: Vec<Sent<'_>>) -> Result<()> {
        let conn = self.conn()?;
        if conn.is_closed() {
            return Err(Error::Unavailable("the connection was lost before the commit".into()));
        }
        let (earlier, done) = join(settle(sent), conn.batch_execute("commit")).await;
        match (earlier, done) {
            // Lost in between: the commit may have come through all the same.
            (Ok(()) | Err(Error::Unavailable(_)), Err(e)) => Err(commit_error(e)),
            (earlier, _) => earlier,
        }
    }

    /// Gives the connection back, after the transaction.
    pub(super) fn release(mut self) {
        drop(self.client.take());
    }

    /// Ends a transaction that wrote nothing. Whoever takes the connection next is served after that, and need not wait here.
    pub(super) async fn leave(mut self) {
        let Ok(conn) = self.conn() else { return };
        let mut rollback = Box::pin(conn.batch_execute("rollback"));
        let is_lost = matches!(futures_util::poll!(rollback.as_mut()), Poll::Ready(Err(_)));
        drop(rollback);
        if !is_lost {
            drop(self.client.take());
        }
    }

    pub(super) async fn rollback(mut self) {
        if let Ok(conn) = self.conn()
            && conn.batch_execute("rollback").await.is_ok()
        {
            drop(self.client.take());
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) if !client.is_closed() => {
                runtime.spawn(async move {
                    if client.batch_execute("rollback").await.is_err() {
                        drop(Object::take(client));
                    }
                });
            }
            _ => drop(Object::take(client)),
        }
    }
}

/// Counts the runs of one closure.
pub(super) struct Retries {
    runs: u32,
    started: Instant,
}

impl Retries {
    pub(super) fn new() -> Self {
        Retries { runs: 0, started: Instant::now() }
    }

    /// Tells, after a pause, whether to run once more. The pause doubles from 4 ms up to the cap;
    /// half of it is chance.
    pub(super) async fn again<R, E: StoreFailure>(&mut self, outcome: &Result<R, E>) -> bool {
        self.runs += 1;
        let error = outcome.as_ref().err().and_then(StoreFailure::store);
        let passes = error.is_some_and(Error::is_retryable);
        if !passes || self.runs >= ATTEMPTS || self.started.elapsed() > RETRY_TIME {
            return false;
        }
        metrics::counter!("proofdesk_store_retries_total").increment(1);
        let cap = i64::try_from(RETRY_CAP.as_micros()).unwrap_or(i64::MAX);
        let pause = crate::backoff_us(self.runs, 4_000, cap, random());
        tokio::time::sleep(Duration::from_micros(u64::try_from(pause).unwrap_or(0))).await;
        true
    }
}

/// Good enough to spread retries and to tell nodes apart; the standard library seeds it from the
/// system.
pub(super) fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}
