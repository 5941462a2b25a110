//! What a closure gets: [`Rx`] to read, [`Tx`] to read and write.
//!
//! One rule holds on both engines: **a statement that failed ends the transaction.** PostgreSQL
//! aborts it by itself; here SQLite behaves the same, so that a closure which swallows an error is
//! found on either. Whatever such a closure returns, nothing is committed. Where a conflict is
//! expected, say `on conflict do nothing` and look at the count.

use std::future::Future;
use std::ops::Deref;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use futures_util::future::join;
use uuid::Uuid;

use crate::job::NewJob;
use crate::limits::SENT_AT_ONCE;
use crate::{Engine, Error, FromRow, Result, Value, feed, job, lock, postgres, sqlite};

/// A read transaction: every statement in one closure sees the same snapshot.
pub struct Rx<'a> {
    conn: Conn<'a>,
    failed: Mutex<Option<Error>>,
    unfinished: AtomicUsize,
    /// Statements on their way to PostgreSQL whose answers nobody has looked at yet, in order.
    sent: Mutex<Vec<postgres::Sent<'a>>>,
    /// False until an answer shows that the transaction has begun.
    begun: AtomicBool,
}

/// A write transaction. Reads through it see its own writes.
pub struct Tx<'a> {
    rx: Rx<'a>,
    published: Mutex<Vec<Published>>,
    enqueued: AtomicBool,
}

#[derive(Clone, Copy)]
pub(crate) enum Conn<'a> {
    Sqlite(&'a sqlite::Conn),
    Postgres(postgres::Link<'a>),
}

/// An event that gets its feed position when the transaction commits.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    pub event_id: Uuid,
    pub stream: String,
    pub seq: i64,
}

/// How the text of a statement is kept: `Kept` prepares it once per connection. `Once` does not, but on PostgreSQL for what is
/// asked again and again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prepare {
    Kept,
    Once,
}

impl<'a> Rx<'a> {
    pub(crate) fn new(conn: Conn<'a>) -> Self {
        Rx {
            conn,
            failed: Mutex::new(None),
            unfinished: AtomicUsize::new(0),
            sent: Mutex::default(),
            begun: AtomicBool::new(true),
        }
    }

    /// One whose transaction has been asked for and is not known to have begun.
    pub(crate) fn beginning(conn: Conn<'a>, begin: postgres::Sent<'a>) -> Self {
        Rx { sent: Mutex::new(vec![begin]), begun: AtomicBool::new(false), ..Rx::new(conn) }
    }

    /// Which engine answers. For the rare statement that cannot have one text.
    pub fn engine(&self) -> Engine {
        match self.conn {
            Conn::Sqlite(_) => Engine::Sqlite,
            Conn::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement that returns rows, all of which are read into memory: put a `limit` in it.
    ///
    /// The statement is prepared once per connection and kept.
    pub async fn query<T: FromRow>(
        &self,
        sql: &'static str,
        params: &[Value<'_>],
    ) -> Result<Vec<T>> {
        self.rows(sql, params, Prepare::Kept).await
    }

    /// Like [`Rx::query`] for at most one row. Fails with [`Error::TooManyRows`] on a second one.
    pub async fn query_opt<T: FromRow>(
        &self,
        sql: &'static str,
        params: &[Value<'_>],
    ) -> Result<Option<T>> {
        let mut rows = self.query(sql, params).await?;
        if rows.len() > 1 {
            return Err(Error::TooManyRows);
        }
        Ok(rows.pop())
    }

    /// Like [`Rx::query`] for exactly one row. Fails with [`Error::NoRow`] or
    /// [`Error::TooManyRows`].
    pub async fn query_one<T: FromRow>(
        &self,
        sql: &'static str,
        params: &[Value<'_>],
    ) -> Result<T> {
        self.query_opt(sql, params).await?.ok_or(Error::NoRow)
    }

    /// Like [`Rx::query`] for a text built at run time (filters of lists). It is kept prepared on PostgreSQL alone, and only
    /// while it is asked again and again ([`crate::limits::DYNAMIC_TEXTS`]).
    pub async fn query_dyn<T: FromRow>(&self, sql: &str, params: &[Value<'_>]) -> Result<Vec<T>> {
        self.rows(sql, params, Prepare::Once).await
    }

    /// Lists `(pos, event_id)` of the feed after `pos`, ascending and without gap, at most `limit`.
    pub async fn feed_after(&self, pos: i64, limit: u32) -> Result<Vec<(i64, Uuid)>> {
        self.query(feed::AFTER, crate::params![pos, limit]).await
    }

    async fn rows<T: FromRow>(
        &self,
        sql: &str,
        params: &[Value<'_>],
        prepare: Prepare,
    ) -> Result<Vec<T>> {
        self.start()?;
        let rows = match self.conn {
            Conn::Sqlite(conn) => conn.query(sql, params, prepare),
            Conn::Postgres(link) => {
                // What only reads may find out together with its answer whether there is a transaction.
                let begun = if sql.starts_with("select") { Ok(()) } else { self.has_begun().await };
                match begun {
                    Ok(()) => self.after_sent(postgres::query(link, sql, params, prepare)).await,
                    Err(error) => Err(error),
                }
            }
        };
        self.finish(rows)
    }

    async fn change(&self, sql: &str, params: &[Value<'_>], prepare: Prepare) -> Result<u64> {
        self.start()?;
        let count = match self.conn {
            Conn::Sqlite(conn) => conn.exec(sql, params, prepare),
            Conn::Postgres(link) => match self.has_begun().await {
                Ok(()) => self.after_sent(postgres::exec(link, sql, params, prepare)).await,
                Err(error) => Err(error),
            },
        };
        self.finish(count)
    }

    /// Waits for a statement together with those that were sent before it: when one of them failed, that is why this one
    /// did. Their answers are taken off the wire in order, or the connection would stand still.
    async fn after_sent<T>(&self, statement: impl Future<Output = Result<T>>) -> Result<T> {
        let sent = std::mem::take(&mut *lock(&self.sent));
        if sent.is_empty() {
            return statement.await;
        }
        let (earlier, outcome) = join(postgres::settle(sent), statement).await;
        if earlier.is_ok() {
            self.begun.store(true, Ordering::Relaxed);
        }
        earlier.and(outcome)
    }

    /// What writes goes on the wire when the transaction is known to have begun: it would stand for itself outside one.
    async fn has_begun(&self) -> Result<()> {
        if self.begun.load(Ordering::Relaxed) {
            return Ok(());
        }
        self.after_sent(std::future::ready(Ok(()))).await?;
        match self.begun.load(Ordering::Relaxed) {
            true => Ok(()),
            false => Err(Error::Misuse("a write beside the first read")),
        }
    }

    fn start(&self) -> Result<()> {
        if let Some(error) = lock(&self.failed).as_ref() {
            return Err(error.clone());
        }
        self.unfinished.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Not reached by a statement whose future was dropped, which `verdict` notices.
    fn finish<T>(&self, outcome: Result<T>) -> Result<T> {
        self.unfinished.fetch_sub(1, Ordering::Relaxed);
        if let Err(error) = &outcome {
            lock(&self.failed).get_or_insert_with(|| error.clone());
        }
        outcome
    }

    /// Says whether the transaction may commit.
    pub(crate) fn verdict(&self) -> Result<()> {
        if let Some(error) = lock(&self.failed).as_ref() {
            return Err(error.clone());
        }
        match self.unfinished.load(Ordering::Relaxed) {
            0 => Ok(()),
            _ => Err(Error::Misuse("a statement was dropped before it finished")),
        }
    }
}

impl<'a> Tx<'a> {
    pub(crate) fn new(conn: Conn<'a>) -> Self {
        Tx::on(Rx::new(conn))
    }

    /// One whose transaction has been asked for and is not known to have begun.
    pub(crate) fn beginning(conn: Conn<'a>, begin: postgres::Sent<'a>) -> Self {
        Tx::on(Rx::beginning(conn, begin))
    }

    fn on(rx: Rx<'a>) -> Self {
        Tx { rx, published: Mutex::new(Vec::new()), enqueued: AtomicBool::new(false) }
    }

    /// Runs a statement that returns no rows and tells how many it touched.
    pub async fn exec(&self, sql: &'static str, params: &[Value<'_>]) -> Result<u64> {
        self.change(sql, params, Prepare::Kept).await
    }

    /// Like [`Tx::exec`] for a statement whose count nobody needs and which is not expected to fail: on PostgreSQL it is
    /// sent, and what came of it is looked at by the next statement that waits, or at the end of the transaction.
    /// A ticket's rows cross the wire together and not one by one.
    pub async fn send(&self, sql: &'static str, params: &[Value<'_>]) -> Result<()> {
        self.start()?;
        let outcome = match self.conn {
            Conn::Sqlite(conn) => conn.exec(sql, params, Prepare::Kept).map(drop),
            Conn::Postgres(link) => self.put_on_wire(link.conn, sql, params).await,
        };
        self.finish(outcome)
    }

    async fn put_on_wire(
        &self,
        conn: &'a postgres::Conn,
        sql: &'static str,
        params: &[Value<'_>],
    ) -> Result<()> {
        self.has_begun().await?;
        if lock(&self.sent).len() >= SENT_AT_ONCE {
            self.after_sent(std::future::ready(Ok(()))).await?;
        }
        let mut statement = std::pin::pin!(postgres::prepare(conn, sql));
        let statement = match futures_util::poll!(statement.as_mut()) {
            std::task::Poll::Ready(Ok(known)) => known,
            std::task::Poll::Ready(failed) => self.after_sent(std::future::ready(failed)).await?,
            std::task::Poll::Pending => self.after_sent(statement).await?,
        };
        if let Some(sent) = postgres::send(conn, statement, params).await {
            lock(&self.sent).push(sent);
        }
        Ok(())
    }

    /// Like [`Tx::exec`] for a text built at run time, which is kept as [`Rx::query_dyn`] says.
    pub async fn exec_dyn(&self, sql: &str, params: &[Value<'_>]) -> Result<u64> {
        self.change(sql, params, Prepare::Once).await
    }

    /// Gives the event a feed position when, and only if, the transaction commits.
    ///
    /// `seq` is the event's place in its stream: within a stream, positions follow `seq`, provided
    /// that a transaction locks the head of a stream before it appends to it. Publishing an event
    /// twice is a bug: the unique constraint `feed.event_id` fails at the end of the transaction;
    /// on PostgreSQL `feed_inbox.event_id` does so while the first waits for its position, after
    /// which the second is left out and logged.
    pub async fn publish(&self, event_id: Uuid, stream: &str, seq: i64) -> Result<()> {
        lock(&self.published).push(Published { event_id, stream: stream.to_owned(), seq });
        Ok(())
    }

    /// Adds a job to be run after the commit. `None` when an unfinished job with the same kind and
    /// dedupe key exists; otherwise the id of the new one.
    pub async fn enqueue(&self, new: &NewJob<'_>) -> Result<Option<Uuid>> {
        let inserted = job::insert(self, new).await?;
        if inserted.is_some() {
            self.enqueued.store(true, Ordering::Relaxed);
        }
        Ok(inserted)
    }

    /// What is on its way and was not looked at.
    pub(crate) fn take_sent(&self) -> Vec<postgres::Sent<'a>> {
        std::mem::take(&mut *lock(&self.rx.sent))
    }

    pub(crate) fn take_published(&self) -> Vec<Published> {
        std::mem::take(&mut *lock(&self.published))
    }

    pub(crate) fn has_enqueued(&self) -> bool {
        self.enqueued.load(Ordering::Relaxed)
    }
}

impl<'a> Deref for Tx<'a> {
    type Target = Rx<'a>;

    fn deref(&self) -> &Rx<'a> {
        &self.rx
    }
}
