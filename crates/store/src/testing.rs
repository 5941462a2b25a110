//! Fresh databases for tests, on both engines. They panic with a clear reason when that is
//! impossible: a test has no other use for the failure.
//!
//! PostgreSQL: the server named by `PROOFDESK_TEST_POSTGRES` (the URL of a superuser), else a
//! cluster without fsync that all test processes of this user share. The first process starts it,
//! later ones (and later runs) find it, and it ends itself some minutes after the last one has
//! gone. Databases of processes that are gone are dropped along the way.
//!
//! On both engines a database is a copy of a template that has the migrations already.

mod cluster;

use std::ops::Deref;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

pub use self::cluster::Cluster;
use crate::{Db, DbUrl, Error, Migration, Options, Result, migration};

/// Names the server to use instead of a cluster of our own.
pub const POSTGRES_ENV: &str = "PROOFDESK_TEST_POSTGRES";
/// A test holds few connections, and many tests share the server.
const CONNECTIONS: usize = 8;
/// Databases of processes that are gone, dropped at each new one.
const DROPPED_AT_ONCE: usize = 2;

/// A database of one test. On SQLite its folder goes with it.
pub struct TestDb {
    db: Db,
    options: Options,
    folder: TempDir,
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl TestDb {
    /// How it was opened, for a second handle.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// An empty folder of this test; on SQLite the database is in it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Opens a second handle as another process would, with its own pools.
    pub async fn open_again(&self, migrations: &[Migration]) -> Result<Db> {
        Db::open(self.options.clone(), migrations).await
    }
}

/// A fresh SQLite database with these migrations.
pub async fn sqlite(migrations: &[Migration]) -> TestDb {
    or_panic(fresh_sqlite(migrations).await)
}

/// A fresh PostgreSQL database with these migrations. No sequencer runs: see
/// [`Db::start_sequencer`].
pub async fn postgres(migrations: &[Migration]) -> TestDb {
    or_panic(fresh_postgres(migrations).await)
}

/// One of each, for `for db in testing::both(MIGRATIONS).await { … }`.
pub async fn both(migrations: &[Migration]) -> Vec<TestDb> {
    vec![sqlite(migrations).await, postgres(migrations).await]
}

/// An empty PostgreSQL database, without any table.
pub async fn empty_postgres() -> DbUrl {
    or_panic(empty().await)
}

fn or_panic<T>(made: Result<T>) -> T {
    made.unwrap_or_else(|error| panic!("no database for this test: {error}"))
}

/// Puts a fresh SQLite database with these migrations where a program under test will open one.
pub async fn sqlite_at(path: &Path, migrations: &[Migration]) {
    or_panic(copy_of_sqlite(path, migrations).await);
}

async fn fresh_sqlite(migrations: &[Migration]) -> Result<TestDb> {
    let folder = folder()?;
    let path = folder.path().join("test.db");
    copy_of_sqlite(&path, migrations).await?;
    let options = Options::new(DbUrl::Sqlite { path });
    let db = Db::open(options.clone(), migrations).await?;
    Ok(TestDb { db, options, folder })
}

async fn fresh_postgres(migrations: &[Migration]) -> Result<TestDb> {
    let server = server().await?;
    let template = template(&server, migrations).await?;
    let url = create(&server, &format!("template \"{template}\"")).await?;
    let options = Options { connections: CONNECTIONS, ..Options::new(url) };
    let db = Db::open(options.clone(), migrations).await?;
    Ok(TestDb { db, options, folder: folder()? })
}

async fn empty() -> Result<DbUrl> {
    create(&server().await?, "template template0").await
}

fn folder() -> Result<TempDir> {
    tempfile::Builder::new().prefix("pd-test-").tempdir().map_err(|e| Error::Io(e.to_string()))
}

#[expect(clippy::disallowed_methods, reason = "tests have no configuration")]
async fn server() -> Result<String> {
    match std::env::var(POSTGRES_ENV) {
        Ok(url) => Ok(url),
        Err(_) => tokio::task::spawn_blocking(cluster::shared)
            .await
            .map_err(|e| Error::Panicked(e.to_string()))?,
    }
}

/// Copies the template of these migrations, which the first one that needs it makes. A template is in its place whole,
/// or not at all.
async fn copy_of_sqlite(path: &Path, migrations: &[Migration]) -> Result<()> {
    let io = |e: std::io::Error| Error::Io(e.to_string());
    let template = cluster::base()?.join(format!("{}.db", name_of(migrations)?));
    if !template.exists() {
        let half = folder()?;
        let unfinished = half.path().join("half.db");
        let url = DbUrl::Sqlite { path: unfinished.clone() };
        let db = Db::open(Options::new(url), migrations).await?;
        db.close().await;
        drop(db);
        // The folder may lie on another disk, and a copy is not whole at once; a rename is. Others may make the same at this moment, in
        // this process too: each beside the template under a name of its own.
        let beside = tempfile::Builder::new().prefix("pd-half-").tempfile_in(cluster::base()?);
        let beside = beside.map_err(io)?.into_temp_path();
        std::fs::copy(&unfinished, &beside).map_err(io)?;
        beside.persist(&template).map_err(|e| Error::Io(e.to_string()))?;
    }
    std::fs::copy(&template, path).map_err(io)?;
    Ok(())
}

/// Names the template of these migrations.
fn name_of(migrations: &[Migration]) -> Result<String> {
    let texts: String = migration::steps(migrations)?
        .iter()
        .map(|step| migration::checksum_of(step.migration.sql))
        .collect();
    Ok(format!("pdtpl_{}", migration::checksum_of(&texts).get(..16).unwrap_or_default()))
}

/// Makes the template of these migrations, once per server.
async fn template(server: &str, migrations: &[Migration]) -> Result<String> {
    let name = name_of(migrations)?;
    let admin = connect(server).await?;
    if exists(&admin, &name).await? {
        return Ok(name);
    }
    let lock = tokio::task::spawn_blocking(cluster::lock_templates).await;
    let _lock = lock.map_err(|e| Error::Panicked(e.to_string()))??;
    if exists(&admin, &name).await? {
        return Ok(name);
    }
    let half = format!("half_{name}");
    run(&admin, &format!("drop database if exists \"{half}\" with (force)")).await?;
    run(&admin, &format!("create database \"{half}\" template template0")).await?;
    let url = DbUrl::Postgres { url: with_database(server, &half) };
    let db = Db::open(Options { connections: 2, ..Options::new(url) }, migrations).await?;
    db.close().await;
    drop(db);
    run(&admin, &format!("alter database \"{half}\" rename to \"{name}\"")).await?;
    Ok(name)
}

async fn create(server: &str, from: &str) -> Result<DbUrl> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let admin = connect(server).await?;
    drop_orphans(&admin).await?;
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("{}{}_{count}", prefix(), std::process::id());
    run(&admin, &format!("drop database if exists \"{name}\" with (force)")).await?;
    run(&admin, &format!("create database \"{name}\" {from}")).await?;
    Ok(DbUrl::Postgres { url: with_database(server, &name) })
}

/// Of databases whose process ids mean something on this machine, so that none of another is
/// dropped.
fn prefix() -> String {
    let file = |path| std::fs::read_to_string(path).unwrap_or_default();
    let machine = file("/proc/sys/kernel/hostname") + &file("/proc/sys/kernel/random/boot_id");
    format!("pdtest_{}_", migration::checksum_of(&machine).get(..8).unwrap_or_default())
}

/// Two processes may choose the same one: the loser's failure is nobody's.
async fn drop_orphans(admin: &Client) -> Result<()> {
    let rows = admin.query("select datname::text from pg_database", &[]).await;
    let rows = rows.map_err(crate::postgres::error)?;
    let names = rows.iter().filter_map(|row| row.try_get::<_, String>(0).ok());
    let prefix = prefix();
    let gone = |name: &String| {
        let pid = name.strip_prefix(&prefix).and_then(|rest| rest.split('_').next());
        let proc = Path::new("/proc");
        pid.is_some_and(|pid| proc.join("self").exists() && !proc.join(pid).exists())
    };
    for name in names.filter(gone).take(DROPPED_AT_ONCE) {
        let drop = format!("drop database if exists \"{name}\" with (force)");
        let _ = admin.batch_execute(&drop).await;
    }
    Ok(())
}

async fn exists(admin: &Client, name: &str) -> Result<bool> {
    let row = admin.query_opt("select 1 from pg_database where datname = $1", &[&name]).await;
    Ok(row.map_err(crate::postgres::error)?.is_some())
}

/// A connection that has just ended may hold a template for some milliseconds more.
async fn run(admin: &Client, sql: &str) -> Result<()> {
    let mut attempt = 0;
    loop {
        match admin.batch_execute(sql).await {
            Err(e) if attempt < 6_000 && e.code().is_some_and(|code| code.code() == "55006") => {
                attempt += 1;
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            done => return done.map_err(crate::postgres::error),
        }
    }
}

async fn connect(url: &str) -> Result<Client> {
    let (client, connection) =
        tokio_postgres::connect(url, NoTls).await.map_err(crate::postgres::error)?;
    tokio::spawn(async move {
        // It ends with the client; what was wrong with it the client has heard.
        let _ = connection.await;
    });
    Ok(client)
}

/// The same server, another database.
fn with_database(url: &str, name: &str) -> String {
    let (address, options) =
        url.split_once('?').map_or((url, String::new()), |(a, o)| (a, format!("?{o}")));
    let (scheme, rest) = address.split_once("://").unwrap_or(("postgres", address));
    let host = rest.split_once('/').map_or(rest, |(host, _)| host);
    format!("{scheme}://{host}/{name}{options}")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    /// The tests of one process begin at once, on threads of their own.
    #[tokio::test(flavor = "multi_thread", worker_threads = 8)]
    async fn whoever_makes_a_template_at_the_same_moment_finds_it_whole() {
        // Nobody made one of these before.
        let once = folder().unwrap().path().display().to_string();
        let sql = format!("-- {once}\ncreate table made (id bigint not null primary key);");
        let made = Migration { version: 1, name: "made", sql: sql.leak() };
        let migrations: &'static [Migration] = vec![made].leak();
        let all: Vec<_> = (0..8).map(|_| tokio::spawn(fresh_sqlite(migrations))).collect();
        for one in all {
            let made = one.await.unwrap().unwrap();
            let rows: Result<Vec<(i64,)>> =
                made.read(async |rx| rx.query("select id from made", &[]).await).await;
            assert!(rows.unwrap().is_empty());
        }
        let name = format!("{}.db", name_of(migrations).unwrap());
        std::fs::remove_file(cluster::base().unwrap().join(name)).unwrap();
    }
}
