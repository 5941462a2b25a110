//! What an operator wants to know about the database, looked at from outside the product.

use std::path::Path;

use crate::db::Backend;
use crate::postgres::{self, Link, Postgres};
use crate::room::{self, Lack};
use crate::{Db, Error, Result, feed, look_for_room, sqlite, tx::Prepare};

/// A write-ahead log beyond this is worth a look: a checkpoint should keep it near 16 MiB.
const LOG_WARN_BYTES: u64 = 256 * 1024 * 1024;
/// Events in the inbox that a working sequencer would have numbered.
const INBOX_WARN: i64 = 10_000;

/// How serious the outcome of a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Ok,
    /// Works, but somebody should look.
    Warning,
    /// Data is damaged or in danger.
    Error,
}

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Stable name in kebab case.
    pub name: &'static str,
    /// How serious it is.
    pub level: Level,
    /// What was found: a value of the engine, not prose.
    pub found: String,
}

impl Check {
    fn new(name: &'static str, good: bool, otherwise: Level, found: impl Into<String>) -> Self {
        Check { name, level: if good { Level::Ok } else { otherwise }, found: found.into() }
    }
}

impl Db {
    /// Checks the database. Reads all of an SQLite file, which takes seconds for gigabytes.
    ///
    /// Names on both engines: `engine-version`, `migrations`, `feed-dense`. On SQLite: `disk`,
    /// `integrity`, `foreign-keys`, `log-bytes`, `clears-deleted`. On PostgreSQL: `read-only`, `fsync`,
    /// `full-page-writes`, `synchronous-commit`, `long-transactions`, `sequencer-lease`,
    /// `feed-inbox`.
    pub async fn doctor(&self) -> Result<Vec<Check>> {
        let unknown = self.migrations().iter().filter(|migration| migration.unknown).count();
        let total = self.migrations().len();
        let found = format!("{total} applied, {unknown} unknown to this program");
        let mut checks = vec![Check::new("migrations", unknown == 0, Level::Warning, found)];
        match self.backend() {
            Backend::Sqlite(sqlite) => {
                let path = sqlite.path.clone();
                let look = tokio::task::spawn_blocking(move || look_at_file(&path));
                checks.extend(look.await.map_err(|e| Error::Panicked(e.to_string()))??);
            }
            Backend::Postgres(postgres) => checks.extend(ask_server(postgres).await?),
        }
        Ok(checks)
    }
}

fn look_at_file(path: &Path) -> Result<Vec<Check>> {
    let conn = sqlite::look(path)?;
    let text =
        |sql: &str| conn.query_row(sql, [], |row| row.get::<_, String>(0)).map_err(sqlite::error);
    let count =
        |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(sqlite::error);
    let integrity = text("pragma quick_check(1)")?;
    let orphans = count("select count(*) from pragma_foreign_key_check")?;
    let gaps = count(feed::GAPS)?;
    let log_bytes = sqlite::log_bytes(path);
    let clears = count("select count(*) from pragma_module_list where name = 'sqlite_dbpage'")? > 0;
    let clears_by = if clears { "sqlite_dbpage" } else { "nothing" };
    Ok(vec![
        disk(look_for_room(&room::folder_of(path))),
        Check::new("engine-version", true, Level::Ok, text("select sqlite_version()")?),
        Check::new("integrity", integrity == "ok", Level::Error, integrity),
        Check::new("foreign-keys", orphans == 0, Level::Error, orphans.to_string()),
        Check::new("feed-dense", gaps == 0, Level::Error, gaps.to_string()),
        Check::new("log-bytes", log_bytes < LOG_WARN_BYTES, Level::Warning, log_bytes.to_string()),
        Check::new("clears-deleted", clears, Level::Error, clears_by),
    ])
}

/// Whether the disk takes anything in. Whoever looks may be another user than the one that the desk runs as.
fn disk(room: Result<(), Lack>) -> Check {
    let (level, found) = match room {
        Ok(()) => (Level::Ok, "there is room".to_owned()),
        Err(lack @ Lack::Forbidden) => (Level::Warning, lack.to_string()),
        Err(lack) => (Level::Error, lack.to_string()),
    };
    Check { name: "disk", level, found }
}

/// `(name, statement that returns one text, the answer that is good, level of any other)`.
const SETTINGS: &[(&str, &str, &str, Level)] = &[
    // Set so by hand, or a server that only follows another one.
    ("read-only", "select current_setting('transaction_read_only')", "off", Level::Error),
    ("fsync", "select current_setting('fsync')", "on", Level::Error),
    ("full-page-writes", "select current_setting('full_page_writes')", "on", Level::Error),
    ("synchronous-commit", "select case when current_setting('synchronous_commit') in ('off', 'local') then 'off' else 'on' end", "on", Level::Error),
    (
        "long-transactions",
        "select cast(count(*) as text) from pg_stat_activity where xact_start < now() - interval '5 minutes'
         and backend_type = 'client backend'",
        "0",
        Level::Warning,
    ),
    (
        "sequencer-lease",
        "select case when expires_at > extract(epoch from clock_timestamp()) * 1000000 then 'held' else 'free' end
         from sequencer_lease where name = 'feed'",
        "held",
        Level::Warning,
    ),
];

async fn ask_server(postgres: &Postgres) -> Result<Vec<Check>> {
    let client = postgres.connection().await?;
    let version = client.query_one("select version()", &[]).await.map_err(postgres::error)?;
    let version: String = version.try_get(0).map_err(postgres::error)?;
    let mut checks = vec![Check::new("engine-version", true, Level::Ok, version)];
    for (name, sql, good, otherwise) in SETTINGS {
        // A server that only speaks PostgreSQL's protocol may not know the question.
        let row = client.query_opt(*sql, &[]).await.ok().flatten();
        checks.push(match row.and_then(|row| row.try_get::<_, String>(0).ok()) {
            Some(found) => Check::new(name, found == *good, *otherwise, found),
            None => Check::new(name, false, Level::Warning, "unknown"),
        });
    }
    let count = async |sql| -> Result<i64> {
        let rows = postgres::query::<(i64,)>(Link::alone(&client), sql, &[], Prepare::Kept).await?;
        Ok(rows.first().map_or(0, |row| row.0))
    };
    let gaps = count(feed::GAPS).await?;
    checks.push(Check::new("feed-dense", gaps == 0, Level::Error, gaps.to_string()));
    let inbox = count("select count(*) from feed_inbox").await?;
    checks.push(Check::new("feed-inbox", inbox < INBOX_WARN, Level::Warning, inbox.to_string()));
    Ok(checks)
}
