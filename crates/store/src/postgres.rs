//! PostgreSQL: pooled connections, a transaction per closure, retries where nothing was written.

mod crossing;
mod error;
mod migrate;
mod pool;
pub(crate) mod sequencer;
mod session;
mod texts;
mod value;

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use deadpool_postgres::{ClientWrapper, Object, Pool};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tokio_postgres::Statement;
use tokio_postgres::types::ToSql;

pub(crate) use self::crossing::cross;
pub(crate) use self::error::error;
use self::pool::{connection, pool};
pub(crate) use self::pool::{for_programs, without_password};
use self::session::{BEGIN_READ, BEGIN_WRITE, Retries, Session};
pub(crate) use self::texts::Link;
use self::texts::Texts;
pub(crate) use self::value::column;
use crate::error::panicked;
use crate::feed::{self, Hints};
use crate::limits::READ_TIME;
use crate::tx::{self, Prepare, Published};
use crate::{
    Applied, Error, FromRow, Migration, Options, Result, Row, Rx, StoreFailure, Tx, Value,
};

/// How often a node that does not number looks at the head: while somebody follows it, and
/// otherwise.
const FOLLOW: Duration = Duration::from_millis(25);
const FOLLOW_IDLE: Duration = Duration::from_millis(500);
/// One for the sequencer, one for everything else that is not a closure.
const SIDE_CONNECTIONS: usize = 2;

const BEGUN: &str = "select 1 from pg_class c where c.relname = 'schema_migration'
 and c.relnamespace = current_schema()::regnamespace";

pub(crate) type Conn = ClientWrapper;
/// A statement that is on its way, and what will come of it.
pub(crate) type Sent<'a> = BoxFuture<'a, Result<()>>;

/// The pool and what runs beside it.
pub(crate) struct Postgres {
    pub url: String,
    pub ca_file: Option<PathBuf>,
    pool: Pool,
    texts: Texts,
    /// Connections that no crowd of closures can hold: for the sequencer, the follower and the
    /// doctor.
    side: Pool,
    hints: Arc<Hints>,
    /// True while the sequencer of this process holds the lease and raises the head itself.
    sequencing: Arc<AtomicBool>,
    follower: tokio::task::JoinHandle<()>,
    /// It was opened to be read.
    only_looks: bool,
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.follower.abort();
    }
}

impl Postgres {
    pub(crate) async fn open(
        url: &str,
        options: &Options,
        migrations: &[Migration],
        hints: Arc<Hints>,
    ) -> Result<(Self, Vec<Applied>)> {
        let side = pool(url, options, SIDE_CONNECTIONS)?;
        let applied = migrate::migrate(&side, migrations).await?;
        Ok((Self::beside(side, url, options, hints, false)?, applied))
    }

    /// Opens what is there, and changes nothing.
    pub(crate) async fn look(
        url: &str,
        options: &Options,
        migrations: &[Migration],
        hints: Arc<Hints>,
    ) -> Result<(Self, Vec<Applied>)> {
        let side = pool(url, options, SIDE_CONNECTIONS)?;
        let applied = migrate::list(&side, migrations).await?;
        Ok((Self::beside(side, url, options, hints, true)?, applied))
    }

    fn beside(
        side: Pool,
        url: &str,
        options: &Options,
        hints: Arc<Hints>,
        only_looks: bool,
    ) -> Result<Self> {
        let pool = pool(url, options, options.connections.max(1))?;
        let sequencing = Arc::new(AtomicBool::new(false));
        let follower = tokio::spawn(follow(side.clone(), hints.clone(), sequencing.clone()));
        let (url, ca_file) = (url.to_owned(), options.ca_file.clone());
        let texts = Texts::new(pool.clone());
        Ok(Postgres { url, ca_file, pool, texts, side, hints, sequencing, follower, only_looks })
    }

    /// Whether the database has the table of which every migration is a row.
    pub(crate) async fn is_begun(url: &str, options: &Options) -> Result<bool> {
        let pool = pool(url, options, 1)?;
        let session = Session::take(&pool).await?;
        let found = session.conn()?.query_opt(BEGUN, &[]).await.map_err(error)?;
        session.release();
        Ok(found.is_some())
    }

    pub(crate) async fn write<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFn(&Tx<'_>) -> Result<R, E>,
        E: StoreFailure,
    {
        if self.only_looks {
            return Err(Error::ReadOnly.into());
        }
        let mut retries = Retries::new();
        loop {
            let outcome = self.write_once(&f).await;
            if !retries.again(&outcome).await {
                return outcome;
            }
        }
    }

    async fn write_once<R, E, F>(&self, f: &F) -> Result<R, E>
    where
        F: AsyncFn(&Tx<'_>) -> Result<R, E>,
        E: StoreFailure,
    {
        let session = Session::take(&self.pool).await?;
        let conn = session.conn()?;
        let begin = begin(conn, BEGIN_WRITE).await;
        let tx = Tx::beginning(tx::Conn::Postgres(Link::new(conn, &self.texts)), begin);
        let result = AssertUnwindSafe(f(&tx)).catch_unwind().await;
        let result = result.unwrap_or_else(|panic| Err(panicked(panic.as_ref()).into()));
        let published = tx.take_published();
        let verdict = match (&result, tx.verdict()) {
            (Ok(_), Ok(())) => enter(&tx, &published).await,
            (Ok(_), Err(failed)) => Err(failed),
            (Err(_), _) => Ok(()),
        };
        let (enqueued, sent) = (tx.has_enqueued(), tx.take_sent());
        drop(tx);
        if result.is_err() || verdict.is_err() {
            drop(sent);
            session.rollback().await;
            return verdict.map_err(E::from).and(result);
        }
        session.commit(sent).await?;
        session.release();
        if !published.is_empty() {
            self.hints.published.notify_one();
        }
        if enqueued {
            self.hints.jobs_added();
        }
        result
    }

    pub(crate) async fn read<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFn(&Rx<'_>) -> Result<R, E>,
        E: StoreFailure,
    {
        let mut retries = Retries::new();
        loop {
            let outcome = self.read_once(&f).await;
            if !retries.again(&outcome).await {
                return outcome;
            }
        }
    }

    async fn read_once<R, E, F>(&self, f: &F) -> Result<R, E>
    where
        F: AsyncFn(&Rx<'_>) -> Result<R, E>,
        E: StoreFailure,
    {
        let session = Session::take(&self.pool).await?;
        let conn = session.conn()?;
        // Nothing depends on it but the answers of what follows at once.
        let begin = begin(conn, BEGIN_READ).await;
        let rx = Rx::beginning(tx::Conn::Postgres(Link::new(conn, &self.texts)), begin);
        let run = tokio::time::timeout(READ_TIME, AssertUnwindSafe(f(&rx)).catch_unwind());
        let result = match run.await {
            Ok(Ok(result)) => {
                result.and_then(|value| rx.verdict().map(|()| value).map_err(E::from))
            }
            Ok(Err(panic)) => Err(panicked(panic.as_ref()).into()),
            // The statement may still run: the session ends in the background, when it is dropped.
            Err(_elapsed) => return Err(Error::TooSlow.into()),
        };
        drop(rx);
        session.leave().await;
        result
    }

    pub(crate) fn start_sequencer(&self) -> sequencer::Sequencer {
        sequencer::Sequencer::start(self.side.clone(), self.hints.clone(), self.sequencing.clone())
    }

    pub(crate) async fn connection(&self) -> Result<Object> {
        connection(&self.side).await
    }

    /// Idle connections go at once, the others when their closures are done.
    pub(crate) async fn close(&self) {
        self.pool.close();
        while self.pool.status().size > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        self.side.close();
    }
}

/// Runs a statement that returns rows.
pub(crate) async fn query<T: FromRow>(
    link: Link<'_>,
    sql: &str,
    params: &[Value<'_>],
    prepare: Prepare,
) -> Result<Vec<T>> {
    let conn = link.conn;
    let rows = match prepare {
        Prepare::Kept => {
            let statement = conn.prepare_cached(sql).await.map_err(|e| stale(conn, e))?;
            if statement.columns().is_empty() {
                return Err(Error::Misuse("a statement without rows was queried"));
            }
            conn.query(&statement, &untyped(params)).await.map_err(|e| stale(conn, e))?
        }
        // Boxed, as below: what reads and writes would be larger by it everywhere.
        Prepare::Once => Box::pin(query_made(link, sql, params)).await?,
    };
    rows.iter().map(|row| Row::postgres(row).read()).collect()
}

/// Runs a text that was made at run time and returns rows.
async fn query_made(
    link: Link<'_>,
    sql: &str,
    params: &[Value<'_>],
) -> Result<Vec<tokio_postgres::Row>> {
    let typed = value::typed(params);
    let rows = match link.prepared(sql, &typed).await? {
        Some(statement) => link.conn.query(&statement, &untyped(params)).await,
        None => link.conn.query_typed(sql, &typed).await,
    };
    rows.map_err(|e| stale(link.conn, e))
}

/// Runs a text that was made at run time and returns none.
async fn execute_made(link: Link<'_>, sql: &str, params: &[Value<'_>]) -> Result<u64> {
    let typed = value::typed(params);
    let count = match link.prepared(sql, &typed).await? {
        Some(statement) => link.conn.execute(&statement, &untyped(params)).await,
        None => link.conn.execute_typed(sql, &typed).await,
    };
    count.map_err(|e| stale(link.conn, e))
}

/// Runs a statement that returns none.
pub(crate) async fn exec(
    link: Link<'_>,
    sql: &str,
    params: &[Value<'_>],
    kept: Prepare,
) -> Result<u64> {
    let conn = link.conn;
    match kept {
        Prepare::Kept => {
            let statement = prepare(conn, sql).await?;
            conn.execute(&statement, &untyped(params)).await.map_err(|e| stale(conn, e))
        }
        Prepare::Once => Box::pin(execute_made(link, sql, params)).await,
    }
}

/// Prepares a statement that returns none, or finds it prepared, which takes no waiting.
pub(crate) async fn prepare(conn: &Conn, sql: &str) -> Result<Statement> {
    let statement = conn.prepare_cached(sql).await.map_err(|e| stale(conn, e))?;
    if !statement.columns().is_empty() {
        return Err(Error::Misuse("a statement with rows was executed"));
    }
    Ok(statement)
}

/// Puts a statement on the wire. `None` when its answer is there already.
pub(crate) async fn send<'a>(
    conn: &'a Conn,
    statement: Statement,
    params: &[Value<'_>],
) -> Option<Sent<'a>> {
    let params: Vec<value::Owned> = params.iter().map(value::Owned::from).collect();
    let mut sent = async move {
        let params: Vec<&(dyn ToSql + Sync)> =
            params.iter().map(|param| param as &(dyn ToSql + Sync)).collect();
        conn.execute(&statement, &params).await.map(drop).map_err(|e| stale(conn, e))
    }
    .boxed();
    // A client writes a request when it is asked for the answer for the first time. A failure that is there at once is kept with
    // those before it: one of them may be the reason.
    match futures_util::poll!(sent.as_mut()) {
        Poll::Ready(Ok(())) => None,
        Poll::Ready(failed) => Some(std::future::ready(failed).boxed()),
        Poll::Pending => Some(sent),
    }
}

/// Asks for a transaction without waiting for it.
async fn begin<'a>(conn: &'a Conn, text: &'static str) -> Sent<'a> {
    let mut begin = async move { conn.batch_execute(text).await.map_err(error) }.boxed();
    match futures_util::poll!(begin.as_mut()) {
        Poll::Ready(outcome) => std::future::ready(outcome).boxed(),
        Poll::Pending => begin,
    }
}

/// Waits for the answers of what was sent, all of them, and gives the first failure: what followed it failed with it.
pub(crate) async fn settle(sent: Vec<Sent<'_>>) -> Result<()> {
    let mut settled = Ok(());
    for statement in sent {
        settled = settled.and(statement.await);
    }
    settled
}

fn untyped<'v>(params: &'v [Value<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    params.iter().map(|param| param as &(dyn ToSql + Sync)).collect()
}

/// A kept statement that a newer binary's migration (or a proxy) has made useless is forgotten and
/// the closure runs again.
fn stale(conn: &Conn, e: tokio_postgres::Error) -> Error {
    if error::is_stale_statement(&e) {
        conn.statement_cache.clear();
        return Error::Conflict;
    }
    error(e)
}

/// Puts published events where the sequencer finds them.
async fn enter(tx: &Tx<'_>, published: &[Published]) -> Result<()> {
    for event in published {
        tx.send(feed::ENTER, crate::params![event.event_id, event.stream, event.seq]).await?;
    }
    Ok(())
}

/// Watches the head for a node that does not number. Failures are for the next look.
async fn follow(pool: Pool, hints: Arc<Hints>, sequencing: Arc<AtomicBool>) {
    loop {
        tokio::time::sleep(if hints.is_followed() { FOLLOW } else { FOLLOW_IDLE }).await;
        if sequencing.load(Ordering::Relaxed) || !hints.is_followed() {
            continue;
        }
        if let Ok(client) = connection(&pool).await
            && let Ok(rows) =
                query::<(i64,)>(Link::alone(&client), feed::HEAD, &[], Prepare::Kept).await
            && let Some((head,)) = rows.first()
        {
            hints.raise_head(*head);
        }
    }
}
