//! Backups of a running database, and restoring one where there is none.
//!
//! SQLite is copied page by page from one snapshot while writing goes on (the write-ahead log grows
//! by what is written meanwhile), then checked. PostgreSQL is left to its own `pg_dump` and
//! `pg_restore`. Either way the file gets its name only when it is whole and on disk. An SQLite
//! backup can be restored into PostgreSQL too: that is how a desk moves there.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::Read as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::time::Duration;

use rusqlite::backup::StepResult;
use rusqlite::{Connection, OpenFlags};

use crate::db::{Backend, blocking};
use crate::sqlite::{self, error};
use crate::{Db, DbUrl, Error, Migration, Options, Result, postgres, room};

/// Pages copied in one step (4 MiB), after which others get their turn.
const STEP_PAGES: i32 = 1_024;
/// How a file of SQLite begins.
const SQLITE_HEAD: &[u8] = b"SQLite format 3\0";
const STEP_PAUSE: Duration = Duration::from_millis(2);

/// A finished backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
}

impl Db {
    /// Backs the running database up into a new file, as of one moment, and checks it.
    ///
    /// The file is an SQLite database or a `pg_dump` archive in custom format. Fails with
    /// [`Error::Backup`] when `to` exists or cannot be written, [`Error::ProgramMissing`] without
    /// `pg_dump`.
    pub async fn backup(&self, to: &Path) -> Result<Backup> {
        let to = to.to_owned();
        match self.backend() {
            Backend::Sqlite(sqlite) => {
                let from = sqlite.path.clone();
                blocking(move || into_place(&to, |partial| copy_pages(&from, partial))).await
            }
            Backend::Postgres(postgres) => {
                let mut dump = program("pg_dump", &postgres.url, postgres.ca_file.as_deref())?;
                dump.args(["--format=custom", "--no-owner", "--no-privileges"]);
                blocking(move || {
                    into_place(&to, |partial| run("pg_dump", dump.arg("--file").arg(partial)))
                })
                .await
            }
        }
    }
}

/// Restores a backup to a place where no database is: a path without a file, or an empty PostgreSQL
/// database. An SQLite backup may go to either; it then has to be of the version of `migrations`.
///
/// An SQLite backup is checked first. Fails with [`Error::Backup`], [`Error::Corrupt`] or
/// [`Error::Migration`]; then nothing is left behind.
pub async fn restore(from: &Path, to: &Options, migrations: &[Migration]) -> Result<()> {
    let from = from.to_owned();
    match &to.url {
        DbUrl::Sqlite { path } => {
            let path = path.clone();
            blocking(move || {
                nothing_beside(&path)?;
                check_backup(&from)?;
                into_place(&path, |partial| copy_file(&from, partial)).map(drop)
            })
            .await
        }
        DbUrl::Postgres { url } if is_sqlite(&from)? => {
            let checked = from.clone();
            blocking(move || check_backup(&checked)).await?;
            postgres::cross(&from, url, to, migrations).await
        }
        DbUrl::Postgres { url } => {
            let mut restore = program("pg_restore", url, to.ca_file.as_deref())?;
            restore.args([
                "--exit-on-error",
                "--single-transaction",
                "--no-owner",
                "--no-privileges",
            ]);
            blocking(move || run("pg_restore", restore.arg(&from))).await
        }
    }
}

/// By its first bytes.
fn is_sqlite(path: &Path) -> Result<bool> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|e| failed(path, &e))?;
    let length = u64::try_from(SQLITE_HEAD.len()).unwrap_or(u64::MAX);
    file.take(length).read_to_end(&mut head).map_err(|e| failed(path, &e))?;
    Ok(head == SQLITE_HEAD)
}

/// One file that is whole, with nothing beside it that belongs to it.
fn check_backup(from: &Path) -> Result<()> {
    nothing_beside(from)?;
    check(&Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(error)?)
}

/// A write-ahead log beside the file would be taken for a part of it.
fn nothing_beside(path: &Path) -> Result<()> {
    let wal = sqlite::log_of(path);
    if wal.exists() {
        return Err(Error::Backup(format!("{} is in the way", wal.display())));
    }
    Ok(())
}

/// Lets `fill` write a neighbour of `to`, brings it to disk and gives it its name.
fn into_place(to: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<Backup> {
    if to.exists() {
        return Err(Error::Backup(format!("{} exists already", to.display())));
    }
    let partial = with_suffix(to, ".partial");
    let made = remove_if_there(&partial).and_then(|()| {
        // For the owner's eyes only, from its first byte.
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&partial)
            .map_err(|e| failed(&partial, &e))
    });
    let placed = made.and_then(|_file| fill(&partial)).and_then(|()| {
        let file = File::open(&partial).and_then(|file| file.sync_all().map(|()| file));
        let bytes = file.and_then(|file| file.metadata()).map_err(|e| failed(&partial, &e))?.len();
        fs::rename(&partial, to).map_err(|e| failed(to, &e))?;
        let folder = room::folder_of(to);
        File::open(&folder).and_then(|open| open.sync_all()).map_err(|e| failed(&folder, &e))?;
        Ok(Backup { path: to.to_owned(), bytes })
    });
    if placed.is_err() {
        // The reason counts; what cannot be removed is overwritten by the next attempt.
        let _ = remove_if_there(&partial);
    }
    placed
}

#[expect(
    clippy::disallowed_methods,
    reason = "this thread has nothing else to do than to let others on the disk"
)]
fn copy_pages(from: &Path, to: &Path) -> Result<()> {
    let source = sqlite::look(from)?;
    // While this transaction is open the copy stays at one snapshot, and writers do not make it
    // start again.
    source.execute_batch("begin; select count(*) from schema_migration").map_err(error)?;
    let mut copy = Connection::open(to).map_err(error)?;
    {
        let backup = rusqlite::backup::Backup::new(&source, &mut copy).map_err(error)?;
        while backup.step(STEP_PAGES).map_err(error)? != StepResult::Done {
            std::thread::sleep(STEP_PAUSE);
        }
    }
    drop(source);
    // One file without a log beside it.
    copy.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(())).map_err(error)?;
    check(&copy)
}

fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let mut source = File::open(from).map_err(|e| failed(from, &e))?;
    let mut copy = OpenOptions::new().write(true).open(to).map_err(|e| failed(to, &e))?;
    std::io::copy(&mut source, &mut copy).map(drop).map_err(|e| failed(to, &e))
}

fn check(conn: &Connection) -> Result<()> {
    let quick: String =
        conn.query_row("pragma quick_check(1)", [], |row| row.get(0)).map_err(error)?;
    if quick != "ok" {
        return Err(Error::Corrupt(quick));
    }
    let gaps: i64 = conn.query_row(crate::feed::GAPS, [], |row| row.get(0)).map_err(error)?;
    if gaps != 0 {
        return Err(Error::Corrupt(format!("the feed lacks {gaps} positions")));
    }
    Ok(())
}

/// One of PostgreSQL's programs, pointed at the database. The password goes through the
/// environment: arguments are public.
fn program(name: &'static str, url: &str, ca_file: Option<&Path>) -> Result<Command> {
    let config =
        tokio_postgres::Config::from_str(url).map_err(|e| Error::Address(e.to_string()))?;
    let mut command = Command::new(find_program(name).ok_or(Error::ProgramMissing(name))?);
    command.arg("--dbname").arg(postgres::for_programs(url)).arg("--no-password");
    if let Some(password) = config.get_password() {
        command.env("PGPASSWORD", String::from_utf8_lossy(password).as_ref());
    }
    if let Some(ca_file) = ca_file {
        command.env("PGSSLROOTCERT", ca_file);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null());
    Ok(command)
}

/// Looks on PATH, then where Debian keeps the programs of each version, the newest first.
#[expect(
    clippy::disallowed_methods,
    reason = "PATH belongs to the system, not to our configuration"
)]
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    versions.sort();
    let folders = std::env::split_paths(&path).chain(versions.into_iter().rev());
    folders.map(|folder| folder.join(name)).find(|program| program.is_file())
}

fn run(name: &str, command: &mut Command) -> Result<()> {
    let output = command.output().map_err(|e| Error::Backup(format!("{name}: {e}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Error::Backup(format!("{name}: {}", said.lines().next_back().unwrap_or("failed"))))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(failed(path, &e)),
        _ => Ok(()),
    }
}

fn failed(path: &Path, error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::Backup(format!("{}: {error}", path.display())),
    }
}
