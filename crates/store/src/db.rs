//! The handle to a database, whichever engine keeps it.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use tokio::sync::watch;

use crate::feed::{self, Hints};
use crate::migration::{list_sqlite, migrate_sqlite};
use crate::postgres::Postgres;
use crate::postgres::sequencer::Sequencer;
use crate::sqlite::readers::Readers;
use crate::sqlite::remnants;
use crate::sqlite::writer::Writer;
use crate::sqlite::{self, Role, Sqlite};
use crate::{Applied, Error, Migration, Result, Rx, StoreFailure, Tx, limits};

/// Which engine keeps the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server.
    Postgres,
}

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum DbUrl {
    /// `sqlite:PATH`. The file is created when it does not exist, its folder is not.
    Sqlite {
        /// The file.
        path: PathBuf,
    },
    /// `postgres://user:password@host:port/name?sslmode=require`. With `require` the server's
    /// certificate and name are verified; without, there is no TLS.
    Postgres {
        /// The address, with its password.
        url: String,
    },
}

impl FromStr for DbUrl {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() {
                return Err(Error::Address("sqlite: needs a path".into()));
            }
            return Ok(DbUrl::Sqlite { path: path.into() });
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(DbUrl::Postgres { url: text.to_owned() });
        }
        Err(Error::Address("it begins with neither sqlite: nor postgres://".into()))
    }
}

impl fmt::Display for DbUrl {
    /// Without the password: addresses reach logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DbUrl::Sqlite { path } => write!(f, "sqlite:{}", path.display()),
            DbUrl::Postgres { url } => f.write_str(&crate::postgres::without_password(url)),
        }
    }
}

impl fmt::Debug for DbUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// How to open a database.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it is.
    pub url: DbUrl,
    /// SQLite: how many connections (and threads) read at the same time.
    pub readers: usize,
    /// PostgreSQL: how many connections this process keeps.
    pub connections: usize,
    /// PostgreSQL with `sslmode=require`: a PEM file of authorities to trust instead of the public
    /// ones.
    pub ca_file: Option<PathBuf>,
}

impl Options {
    /// The defaults: 4 readers, 16 connections, public authorities.
    pub fn new(url: DbUrl) -> Self {
        Options { url, readers: 4, connections: 16, ca_file: None }
    }
}

/// A database. Cloning it clones the handle.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    backend: Backend,
    hints: Arc<Hints>,
    migrations: Vec<Applied>,
}

pub(crate) enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Says whether anything was ever kept there, and makes nothing: a server may hold an empty database of that name.
    ///
    /// # Errors
    /// `Unavailable` for a server that does not answer.
    pub async fn is_begun(options: &Options) -> Result<bool> {
        match &options.url {
            DbUrl::Sqlite { path } => Ok(path.is_file()),
            DbUrl::Postgres { url } => Postgres::is_begun(url, options).await,
        }
    }

    /// Opens and migrates: the store's own migrations first, then `migrations`.
    ///
    /// Fails with [`Error::Migration`] when an applied migration was changed, or one is missing
    /// below an applied one. A database with newer migrations opens; they are in
    /// [`Db::migrations`].
    pub async fn open(options: Options, migrations: &[Migration]) -> Result<Self> {
        let hints = Arc::new(Hints::new());
        let (backend, applied) = match &options.url {
            DbUrl::Sqlite { path } => {
                let (path, migrations) = (path.clone(), migrations.to_vec());
                let (readers, hints) = (options.readers, hints.clone());
                blocking(move || {
                    let conn = sqlite::open(&path, Role::Writer)?;
                    let applied = migrate_sqlite(&conn, &migrations)?;
                    let readers = Readers::start(readers, || sqlite::open(&path, Role::Reader))?;
                    let writer = Some(Writer::start(conn, hints)?);
                    Ok((Backend::Sqlite(Sqlite { path, writer, readers }), applied))
                })
                .await?
            }
            DbUrl::Postgres { url } => {
                let (postgres, applied) =
                    Postgres::open(url, &options, migrations, hints.clone()).await?;
                (Backend::Postgres(postgres), applied)
            }
        };
        Self::on(backend, hints, applied).await
    }

    /// Opens what is there to read it, and makes, migrates and writes nothing: for whoever must know how it is on a disk that is
    /// full or read-only. What writes is refused with [`Error::ReadOnly`].
    ///
    /// Fails with [`Error::Migration`] when a migration is missing too. On SQLite with [`Error::Unavailable`] when the
    /// write-ahead log holds something and cannot be read, since nothing can be written beside it.
    pub async fn look(options: Options, migrations: &[Migration]) -> Result<Self> {
        let hints = Arc::new(Hints::new());
        let (backend, applied) = match &options.url {
            DbUrl::Sqlite { path } => {
                let (path, migrations) = (path.clone(), migrations.to_vec());
                let readers = options.readers;
                blocking(move || {
                    let applied = list_sqlite(&sqlite::look(&path)?, &migrations)?;
                    let readers = Readers::start(readers, || sqlite::look(&path))?;
                    Ok((Backend::Sqlite(Sqlite { path, writer: None, readers }), applied))
                })
                .await?
            }
            DbUrl::Postgres { url } => {
                let (postgres, applied) =
                    Postgres::look(url, &options, migrations, hints.clone()).await?;
                (Backend::Postgres(postgres), applied)
            }
        };
        Self::on(backend, hints, applied).await
    }

    async fn on(backend: Backend, hints: Arc<Hints>, applied: Vec<Applied>) -> Result<Self> {
        for migration in applied.iter().filter(|migration| migration.unknown) {
            tracing::warn!(
                family = migration.family,
                version = migration.version,
                "the database is newer than this program"
            );
        }
        let db = Db { inner: Arc::new(Inner { backend, hints, migrations: applied }) };
        let (head,) = db.read(async |rx| rx.query_one::<(i64,)>(feed::HEAD, &[]).await).await?;
        db.inner.hints.raise_head(head);
        Ok(db)
    }

    /// Which engine keeps the data.
    pub fn engine(&self) -> Engine {
        match self.inner.backend {
            Backend::Sqlite(_) => Engine::Sqlite,
            Backend::Postgres(_) => Engine::Postgres,
        }
    }

    /// Every migration that the database had when it was opened, in order.
    pub fn migrations(&self) -> &[Applied] {
        &self.inner.migrations
    }

    /// Runs the closure in a transaction and commits when it returns `Ok`. The answer comes after
    /// the commit is on disk.
    ///
    /// - The closure may run more than once (a lost batch on SQLite, a conflict on PostgreSQL): it
    ///   does nothing but use its transaction, and makes its ids and times before.
    /// - It touches at most 200 rows or takes 5 ms; more is a job that pages.
    /// - A failed statement ends it: see [`Tx`]. `Err` and panics roll back.
    /// - On SQLite closures run one after another. On PostgreSQL the isolation is READ COMMITTED,
    ///   because maintained counters and heads of streams are rows that many transactions update,
    ///   and those must queue rather than fail. So a rule that spans rows first updates a row that
    ///   all of its writers share (`update … returning` reads and locks it).
    /// - Dropping the future does not stop it on SQLite; on PostgreSQL it rolls back unless the
    ///   commit is under way.
    ///
    /// Fails with [`Error::OutcomeUnknown`] when the connection was lost during commit. Closures
    /// are never run again after that.
    pub async fn write<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFn(&Tx<'_>) -> Result<R, E> + Send + Sync + 'static,
        R: Send + 'static,
        E: StoreFailure + Send + 'static,
    {
        match &self.inner.backend {
            Backend::Sqlite(sqlite) => sqlite.write(f).await,
            Backend::Postgres(postgres) => postgres.write(f).await,
        }
    }

    /// Runs the closure in a read-only transaction that sees one snapshot and lives at most
    /// [`limits::READ_TIME`], after which it fails with [`Error::TooSlow`].
    pub async fn read<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFn(&Rx<'_>) -> Result<R, E> + Send + Sync + 'static,
        R: Send + 'static,
        E: StoreFailure + Send + 'static,
    {
        match &self.inner.backend {
            Backend::Sqlite(sqlite) => sqlite.read(f).await,
            Backend::Postgres(postgres) => postgres.read(f).await,
        }
    }

    /// The latest position of the feed that this process knows. A hint to look: the table is the
    /// truth.
    ///
    /// On SQLite it rises with the commit; on PostgreSQL when the sequencer has numbered, on other
    /// nodes some 25 ms later.
    pub fn feed_head(&self) -> watch::Receiver<i64> {
        self.inner.hints.head()
    }

    /// Changes after a commit of this process that added jobs. A hint to look: other nodes add jobs
    /// too.
    pub fn jobs_added(&self) -> watch::Receiver<u64> {
        self.inner.hints.jobs()
    }

    /// Starts to number committed events on PostgreSQL, when and as long as no other node does.
    /// Without any sequencer in the cluster the feed stands still. On SQLite there is nothing to
    /// do: the writer numbers them.
    ///
    /// Numbering stops when the handle is dropped; [`Sequencer::stop`] also lets go of the lease at
    /// once.
    pub fn start_sequencer(&self) -> Sequencer {
        match &self.inner.backend {
            Backend::Sqlite(_) => Sequencer::idle(),
            Backend::Postgres(postgres) => postgres.start_sequencer(),
        }
    }

    /// Refuses new work, waits until the work at hand is answered and the connections are closed. SQLite's write-ahead log is
    /// cut to nothing, so that the file alone is the whole database; where nobody else has it open, the log is gone.
    pub async fn close(&self) {
        match &self.inner.backend {
            Backend::Sqlite(sqlite) => {
                if let Some(writer) = &sqlite.writer {
                    writer.entry.drain(limits::WRITE_QUEUE).await;
                }
                sqlite.readers.entry.drain(limits::READ_QUEUE).await;
                // A log that cannot be cut is read at the next start: nothing of it is lost.
                if let Err(error) = self.truncate_log().await {
                    tracing::warn!(%error, "the write-ahead log was not cut");
                }
            }
            Backend::Postgres(postgres) => postgres.close().await,
        }
    }

    /// SQLite: moves the whole write-ahead log into the file and cuts it to nothing, so that pages as they were before a
    /// deletion rest nowhere. Returns whether it was done; readers that hold an old snapshot can keep it from being so.
    ///
    /// PostgreSQL: does nothing and returns false. Old row versions go with its vacuum, and its log is its own. The same where
    /// nothing is written ([`Db::look`]).
    pub async fn truncate_log(&self) -> Result<bool> {
        match &self.inner.backend {
            Backend::Sqlite(sqlite) if sqlite.writer.is_some() => {
                let path = sqlite.path.clone();
                blocking(move || sqlite::truncate_log(&path)).await
            }
            Backend::Sqlite(_) | Backend::Postgres(_) => Ok(false),
        }
    }

    /// SQLite: sees to it that nothing of what was deleted or written over rests in the file or in its write-ahead log, by
    /// looking through all of it (`sqlite/remnants.rs` tells what is there) and by [`Db::truncate_log`]. Reading and writing go
    /// on meanwhile. It takes a time that grows with the file, so let those who need it share it. Returns whether it was done;
    /// readers that hold an old snapshot can keep it from being so.
    ///
    /// PostgreSQL: does nothing and returns true. Old versions of rows are its vacuum's affair, which its operator orders.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] where nothing is written ([`Db::look`]); [`Error::DiskFull`], after which what is not cleared yet is
    /// so by the next call.
    pub async fn clear_deleted(&self) -> Result<bool> {
        match &self.inner.backend {
            Backend::Sqlite(sqlite) if sqlite.writer.is_none() => Err(Error::ReadOnly),
            Backend::Sqlite(_) => {
                Box::pin(remnants::clear(self)).await?;
                self.truncate_log().await
            }
            Backend::Postgres(_) => Ok(true),
        }
    }

    pub(crate) fn backend(&self) -> &Backend {
        &self.inner.backend
    }
}

/// Runs what waits for the disk on a thread that may wait.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Panicked(e.to_string()))?
}
