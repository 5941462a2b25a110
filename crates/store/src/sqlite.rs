//! SQLite: one connection that writes, a few that read, each on a thread of its own.

mod cause;
mod error;
mod queue;
pub(crate) mod readers;
pub(crate) mod remnants;
pub(crate) mod writer;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Statement};
use tokio::time::Instant;

pub(crate) use self::error::error;
use self::queue::once;
use crate::tx::{self, Prepare};
use crate::{Error, FromRow, Result, Row, StoreFailure, Tx, Value, lock};

/// How many prepared statements a connection keeps. Far more than the product has.
const STATEMENTS_KEPT: usize = 512;
/// How long a connection waits for another process (a command line tool) that is writing.
const LOCK_WAIT: Duration = Duration::from_secs(5);
/// Between two tries to turn the write-ahead log on.
const WAL_PAUSE: Duration = Duration::from_millis(20);
/// Page cache of one connection, in KiB.
const CACHE_KIB: i64 = 8 * 1024;
/// How much of the file readers map instead of copying. The writer maps nothing.
const READ_MAP_BYTES: i64 = 256 * 1024 * 1024;
/// Pages in the write-ahead log before a commit moves them into the file (16 MiB).
const CHECKPOINT_PAGES: i64 = 4_000;
/// The log file is cut to this after a checkpoint, should a long backup have made it grow.
const LOG_KEPT_BYTES: i64 = 64 * 1024 * 1024;
/// Virtual machine steps between two looks at the clock, well under a millisecond apart.
const STEPS_PER_LOOK: i32 = 5_000;

/// A connection that a closure can share, with a deadline for what runs on it.
pub(crate) struct Conn {
    inner: Mutex<Connection>,
    /// Milliseconds since `START`; the statement that is running then is interrupted.
    deadline_ms: Arc<AtomicU64>,
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn elapsed_ms() -> u64 {
    u64::try_from(START.elapsed().as_millis()).unwrap_or(u64::MAX)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Writer,
    Reader,
}

/// Opens (and for the writer creates) the file with the settings that the store relies on.
pub(crate) fn open(path: &Path, role: Role) -> Result<Connection> {
    opened(path, role).map_err(|error| cause::of_opening(path, error))
}

fn opened(path: &Path, role: Role) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if role == Role::Writer {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
        // For the owner's eyes only, which the log beside it inherits. SQLite itself tells what is
        // wrong with the path.
        let _ = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    }
    let conn = Connection::open_with_flags(path, flags).map_err(error)?;
    set_up(&conn, role)?;
    Ok(conn)
}

/// The settings of a connection that is open.
fn set_up(conn: &Connection, role: Role) -> Result<()> {
    conn.busy_timeout(LOCK_WAIT).map_err(error)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // Else a plan may rest on the values of its parameters, and a kept statement is planned anew for every other value.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(error)?;
    let pragma = |name: &str, value: i64| conn.pragma_update(None, name, value).map_err(error);
    if role == Role::Writer {
        let mode = to_write_ahead_log(conn)?;
        if mode != "wal" {
            return Err(Error::Unavailable(format!(
                "the file system allows no write-ahead log (mode {mode})"
            )));
        }
        pragma("wal_autocheckpoint", CHECKPOINT_PAGES)?;
        pragma("journal_size_limit", LOG_KEPT_BYTES)?;
        // What is deleted or masked is overwritten with zeros, not only let go: a page that nobody uses any more still
        // lies in the file, and in every copy of it. What this leaves over is the matter of `remnants`.
        pragma("secure_delete", 1)?;
    } else {
        pragma("mmap_size", READ_MAP_BYTES)?;
        pragma("query_only", 1)?;
    }
    conn.pragma_update(None, "synchronous", "full").map_err(error)?;
    // The journal of a savepoint holds every page that its closure changes. Beyond 64 KiB, which a ticket exceeds, it
    // would be a file: four times the work, and pages of the database in a folder that nobody guards.
    conn.pragma_update(None, "temp_store", "memory").map_err(error)?;
    pragma("foreign_keys", 1)?;
    pragma("cache_size", -CACHE_KIB)
}

/// How a file is opened that is only looked at, in the order in which it is tried.
///
/// 1. As everybody does: with the index beside it that all processes share.
/// 2. With the index that is there, which is taken to be old unless somebody holds it: the log is then read into memory. That
///    needs no room, and the right to read alone.
/// 3. As a file that nobody changes, without log and index.
const WAYS: [&str; 3] = ["mode=ro", "mode=ro&readonly_shm=1", AS_IT_LIES];
/// Whatever is in the log only would be passed over.
const AS_IT_LIES: &str = "immutable=1";

/// Opens a file that is there to read it. It works where nothing can be made or written too, but for one case: a log that holds
/// something, without its index, where none can be made.
pub(crate) fn look(path: &Path) -> Result<Connection> {
    let is_whole = log_bytes(path) == 0;
    let mut refused = Error::Closed;
    for how in WAYS {
        if how == AS_IT_LIES && !is_whole {
            return Err(Error::Unavailable(format!(
                "{refused}, and what was written last lies in the log beside it ({}), which cannot be read where nothing can be \
                 written: copy both files to a disk with room, and look at them there",
                log_of(path).display()
            )));
        }
        match looked(path, how) {
            Err(
                error @ (Error::Io(_) | Error::Unavailable(_) | Error::ReadOnly | Error::DiskFull),
            ) => refused = error,
            // Somebody began to write meanwhile: nothing holds the file still for whoever passes the log over.
            Ok(_) if how == AS_IT_LIES && log_bytes(path) > 0 => return Err(Error::Busy),
            opened => return opened,
        }
    }
    Err(refused)
}

fn looked(path: &Path, how: &str) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(address(path, how), flags).map_err(error)?;
    set_up(&conn, Role::Reader)?;
    // Only a read shows whether the log and its index can be used.
    conn.query_row("select count(*) from sqlite_schema", [], |row| row.get::<_, i64>(0))
        .map_err(error)?;
    Ok(conn)
}

/// A path as SQLite reads it before parameters.
fn address(path: &Path, how: &str) -> String {
    let mut address = String::from(if path.is_absolute() { "file://" } else { "file:" });
    for byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-".contains(byte) {
            address.push(char::from(*byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(address, "%{byte:02x}");
        }
    }
    address.push('?');
    address.push_str(how);
    address
}

/// The write-ahead log of a file.
pub(crate) fn log_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push("-wal");
    name.into()
}

/// How much lies in it; nothing when there is none.
pub(crate) fn log_bytes(path: &Path) -> u64 {
    fs::metadata(log_of(path)).map_or(0, |file| file.len())
}

/// Moves the write-ahead log into the file and cuts it to nothing, over a connection of its own; false when a reader
/// or writer was in the way for the whole time.
pub(crate) fn truncate_log(path: &Path) -> Result<bool> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(error)?;
    conn.busy_timeout(LOCK_WAIT).map_err(error)?;
    let busy: i64 =
        conn.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0)).map_err(error)?;
    Ok(busy == 0)
}

/// Turns the write-ahead log on. While another process does the same, or opens the last bit of an old log, SQLite
/// answers "busy" at once and ignores the time that it was told to wait.
fn to_write_ahead_log(conn: &Connection) -> Result<String> {
    let mut tries = LOCK_WAIT.as_millis() / WAL_PAUSE.as_millis();
    loop {
        let turned = conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0));
        match turned.map_err(error) {
            Err(Error::Busy) if tries > 0 => tries -= 1,
            turned => return turned,
        }
        #[expect(clippy::disallowed_methods, reason = "opening runs on a thread that may block")]
        std::thread::sleep(WAL_PAUSE);
    }
}

impl Conn {
    pub(crate) fn new(mut conn: Connection) -> Result<Self> {
        let deadline_ms = Arc::new(AtomicU64::new(u64::MAX));
        let seen = deadline_ms.clone();
        let late = move || elapsed_ms() > seen.load(Ordering::Relaxed);
        conn.progress_handler(STEPS_PER_LOOK, Some(late)).map_err(error)?;
        Ok(Conn { inner: Mutex::new(conn), deadline_ms })
    }

    pub(crate) fn limit(&self, time: Duration) {
        let until =
            elapsed_ms().saturating_add(u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
        self.deadline_ms.store(until, Ordering::Relaxed);
    }

    pub(crate) fn unlimited(&self) {
        self.deadline_ms.store(u64::MAX, Ordering::Relaxed);
    }

    pub(crate) fn query<T: FromRow>(
        &self,
        sql: &str,
        params: &[Value<'_>],
        prepare: Prepare,
    ) -> Result<Vec<T>> {
        self.statement(sql, params, prepare, |statement| {
            let width = statement.column_count();
            if width == 0 {
                return Err(Error::Misuse("a statement without rows was queried"));
            }
            let mut rows = statement.raw_query();
            let mut all = Vec::new();
            while let Some(row) = rows.next().map_err(error)? {
                all.push(Row::sqlite(row, width).read()?);
            }
            Ok(all)
        })
    }

    pub(crate) fn exec(&self, sql: &str, params: &[Value<'_>], prepare: Prepare) -> Result<u64> {
        self.statement(sql, params, prepare, |statement| {
            if statement.column_count() > 0 {
                return Err(Error::Misuse("a statement with rows was executed"));
            }
            if statement.readonly() {
                return Err(Error::Misuse("a closure may not begin, end or mark transactions"));
            }
            let count = statement.raw_execute().map_err(error)?;
            Ok(u64::try_from(count).unwrap_or(u64::MAX))
        })
    }

    /// Prepares, binds and runs.
    fn statement<T>(
        &self,
        sql: &str,
        params: &[Value<'_>],
        prepare: Prepare,
        run: impl FnOnce(&mut Statement<'_>) -> Result<T>,
    ) -> Result<T> {
        if elapsed_ms() > self.deadline_ms.load(Ordering::Relaxed) {
            return Err(Error::TooSlow);
        }
        let conn = lock(&self.inner);
        match prepare {
            Prepare::Kept => {
                let mut statement = conn.prepare_cached(sql).map_err(error)?;
                // Every statement that is kept runs in tests, which are debug builds.
                if cfg!(debug_assertions) {
                    check_parameters(&statement)?;
                }
                bind(&mut statement, params)?;
                run(&mut statement).map_err(|error| cause::of(&conn, error))
            }
            Prepare::Once => {
                let mut statement = conn.prepare(sql).map_err(error)?;
                check_parameters(&statement)?;
                bind(&mut statement, params)?;
                run(&mut statement).map_err(|error| cause::of(&conn, error))
            }
        }
    }

    /// Runs one of the store's own transaction statements.
    pub(crate) fn control(&self, sql: &'static str) -> Result<()> {
        let conn = lock(&self.inner);
        let mut statement = conn.prepare_cached(sql).map_err(error)?;
        let ended = statement.raw_execute().map_err(error).map(drop);
        ended.map_err(|error| cause::of(&conn, error))
    }

    pub(crate) fn is_autocommit(&self) -> bool {
        lock(&self.inner).is_autocommit()
    }
}

fn bind(statement: &mut Statement<'_>, params: &[Value<'_>]) -> Result<()> {
    if statement.parameter_count() != params.len() {
        return Err(Error::Misuse("the number of parameters differs from that of the statement"));
    }
    for (at, param) in (1_usize..).zip(params) {
        statement.raw_bind_parameter(at, param).map_err(error)?;
    }
    Ok(())
}

/// `$n` are names to SQLite: it numbers them as they appear. So they must appear in order.
pub(crate) fn check_parameters(statement: &Statement<'_>) -> Result<()> {
    for at in 1..=statement.parameter_count() {
        if statement.parameter_name(at).and_then(|name| name.strip_prefix('$')?.parse().ok())
            != Some(at)
        {
            return Err(Error::Misuse(
                "the parameters of a statement are not $1, $2, … in order of first appearance",
            ));
        }
    }
    Ok(())
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Bool(b) => ValueRef::Integer(i64::from(*b)),
            Value::Int(n) => ValueRef::Integer(*n),
            Value::Text(s) => ValueRef::Text(s.as_bytes()),
            Value::Blob(b) => ValueRef::Blob(b),
            Value::Uuid(id) => ValueRef::Blob(id.as_bytes()),
        }))
    }
}

/// Reads one column of a row.
pub(crate) fn column<'r>(row: &'r rusqlite::Row<'r>, at: usize) -> Result<Value<'r>> {
    match row.get_ref(at).map_err(error)? {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(n) => Ok(Value::Int(n)),
        ValueRef::Text(bytes) => std::str::from_utf8(bytes)
            .map(Value::Text)
            .map_err(|e| Error::Decode(format!("column {at}: text is not UTF-8: {e}"))),
        ValueRef::Blob(bytes) => Ok(Value::Blob(bytes)),
        ValueRef::Real(_) => Err(Error::Decode(format!("column {at}: floating point is not used"))),
    }
}

/// Both queues of one file.
pub(crate) struct Sqlite {
    pub path: PathBuf,
    /// Nobody writes to a file that is only looked at.
    pub writer: Option<writer::Writer>,
    pub readers: readers::Readers,
}

impl Sqlite {
    pub(crate) async fn write<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFn(&Tx<'_>) -> Result<R, E> + Send + Sync + 'static,
        R: Send + 'static,
        E: StoreFailure + Send + 'static,
    {
        let Some(writer) = &self.writer else { return Err(Error::ReadOnly.into()) };
        writer.entry.submit(move |tx: &Tx<'_>| once(f(tx))).await
    }

    pub(crate) async fn read<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFn(&tx::Rx<'_>) -> Result<R, E> + Send + Sync + 'static,
        R: Send + 'static,
        E: StoreFailure + Send + 'static,
    {
        self.readers.entry.submit(move |tx: &Tx<'_>| once(f(tx))).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_what_it_is() {
        assert_eq!(
            address(Path::new("/a b/c?d#e%.db"), "mode=ro"),
            "file:///a%20b/c%3fd%23e%25.db?mode=ro"
        );
        assert_eq!(
            address(Path::new("data/proofdesk.db"), AS_IT_LIES),
            "file:data/proofdesk.db?immutable=1"
        );
    }
}
