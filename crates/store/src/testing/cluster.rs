//! PostgreSQL servers started from the installed programs, on a socket in a folder of their own.
//!
//! The programs refuse to run as root, so root runs them as `postgres` (or `nobody`), whose data
//! folder it is then.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use tempfile::TempDir;

use crate::backup::find_program;
use crate::{Error, Result, lock};

/// Safe against everything but a crash of the machine.
const FAST: &str = "fsync = off\nfull_page_writes = off\n";
/// After so long without any user the shared cluster ends itself.
const IDLE_SECONDS: &str = "300";
/// `$1` is the base folder. Users hold a shared lock on `users`, so an exclusive one means that
/// there is none.
const WATCH: &str = r#"
while sleep "$2"; do
  [ -e "$1/data/postmaster.pid" ] || exit 0
  flock -n "$1/users" sh -c '
    pid=$(head -n 1 "$1/data/postmaster.pid") && kill -QUIT "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -rf "$1/data"' sh "$1" && exit 0
done
"#;

/// A PostgreSQL server of one test (or one run of tests), ended and removed when dropped.
pub struct Cluster {
    data: PathBuf,
    _folder: TempDir,
}

impl Cluster {
    /// Starts a server without fsync: fast, and safe against everything but a crash of the machine.
    pub fn start() -> Result<Self> {
        Self::start_with(FAST, &[])
    }

    /// Starts a server as an operator would have it.
    pub fn start_durable() -> Result<Self> {
        Self::start_with("", &[])
    }

    /// Starts a server with lines for its `postgresql.conf`, and with files in its data folder that
    /// they may name.
    pub fn start_with(settings: &str, files: &[(&str, &[u8])]) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("pd-pg-").tempdir().map_err(io)?;
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).map_err(io)?;
        let data = folder.path().join("data");
        create(&data, settings, files)?;
        start(&data)?;
        Ok(Cluster { data, _folder: folder })
    }

    /// The address of its superuser.
    pub fn url(&self) -> String {
        url(&self.data)
    }

    /// Where it keeps everything: tables, and its log of what changed.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Ends it as a crash would: nothing is written any more, connections break.
    pub fn stop_immediate(&self) -> Result<()> {
        run(pg_ctl(&self.data)?.args(["-m", "immediate", "-w", "-t", "300", "stop"]))
    }

    /// Starts it again after [`Cluster::stop_immediate`]; it recovers from its log first.
    pub fn start_again(&self) -> Result<()> {
        start(&self.data)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // It may be stopped already.
        let _ = self.stop_immediate();
    }
}

/// The address of the cluster that test processes share, started if it is not running.
pub(super) fn shared() -> Result<String> {
    // Held until this process ends, however it ends.
    static USED: Mutex<Option<File>> = Mutex::new(None);
    let base = base()?;
    let data = base.join("data");
    let mut used = lock(&USED);
    if used.is_none() {
        let users = open(&base.join("users"))?;
        users.lock_shared().map_err(io)?;
        *used = Some(users);
    }
    let starting = open(&base.join("starting"))?;
    starting.lock().map_err(io)?;
    if !answers(&data) {
        if start(&data).is_err() {
            create(&data, FAST, &[])?;
            start(&data)?;
        }
        watch(&base)?;
    }
    Ok(url(&data))
}

/// Lets one process at a time make templates.
pub(super) fn lock_templates() -> Result<File> {
    let file = open(&base()?.join("templates"))?;
    file.lock().map_err(io)?;
    Ok(file)
}

/// The folder of this user that its test processes share.
pub(super) fn base() -> Result<PathBuf> {
    let probe = tempfile::tempfile().and_then(|file| file.metadata()).map_err(io)?;
    let base = std::env::temp_dir().join(format!("pd-pg-shared-{}", probe.uid()));
    fs::create_dir_all(&base).map_err(io)?;
    Ok(base)
}

fn open(path: &Path) -> Result<File> {
    OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(io)
}

fn answers(data: &Path) -> bool {
    UnixStream::connect(data.join(".s.PGSQL.5432")).is_ok()
}

fn url(data: &Path) -> String {
    let host = data.to_string_lossy().replace('/', "%2F");
    format!("postgres://postgres@{host}/postgres")
}

fn create(data: &Path, settings: &str, files: &[(&str, &[u8])]) -> Result<()> {
    if data.exists() {
        fs::remove_dir_all(data).map_err(io)?;
    }
    fs::create_dir(data).map_err(io)?;
    fs::set_permissions(data, fs::Permissions::from_mode(0o700)).map_err(io)?;
    if let Some(user) = user(data)? {
        chown(data, Some(user.uid), Some(user.gid)).map_err(io)?;
    }
    let mut initdb = program("initdb", data)?;
    initdb.arg("-D").arg(data);
    run(initdb.args([
        "-U",
        "postgres",
        "--auth=trust",
        "--no-sync",
        "--encoding=UTF8",
        "--locale=C",
    ]))?;
    let settings = format!(
        "listen_addresses = ''\nunix_socket_directories = '{}'\nmax_connections = 300\n{settings}",
        data.display()
    );
    for (name, content) in files {
        let path = data.join(name);
        fs::write(&path, content).map_err(io)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).map_err(io)?;
        if let Some(user) = user(data)? {
            chown(&path, Some(user.uid), Some(user.gid)).map_err(io)?;
        }
    }
    let mut file =
        OpenOptions::new().append(true).open(data.join("postgresql.conf")).map_err(io)?;
    file.write_all(settings.as_bytes()).map_err(io)
}

fn start(data: &Path) -> Result<()> {
    run(pg_ctl(data)?.arg("-l").arg(data.join("log")).args(["-w", "-t", "300", "start"]))
}

/// A shell that outlives this process and ends the cluster when nobody uses it.
fn watch(base: &Path) -> Result<()> {
    let mut shell = Command::new("sh");
    shell.args(["-c", WATCH, "sh"]).arg(base).arg(IDLE_SECONDS).current_dir("/");
    shell.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    shell.spawn().map(drop).map_err(io)
}

struct User {
    name: &'static str,
    uid: u32,
    gid: u32,
}

/// Whom to become: nobody else, unless `owned` shows that we are root.
fn user(owned: &Path) -> Result<Option<User>> {
    let parent = owned.parent().unwrap_or(owned);
    if fs::metadata(parent).map_err(io)?.uid() != 0 {
        return Ok(None);
    }
    let accounts = fs::read_to_string("/etc/passwd").map_err(io)?;
    let find = |name: &'static str| {
        let mut fields = accounts
            .lines()
            .map(|line| line.split(':'))
            .find(|fields| fields.clone().next() == Some(name))?;
        let (uid, gid) = (fields.nth(2)?.parse().ok()?, fields.next()?.parse().ok()?);
        Some(User { name, uid, gid })
    };
    let user = find("postgres").or_else(|| find("nobody"));
    user.map(Some).ok_or_else(|| {
        Error::Unavailable("root needs a user postgres or nobody to run PostgreSQL".into())
    })
}

fn pg_ctl(data: &Path) -> Result<Command> {
    let mut command = program("pg_ctl", data)?;
    command.arg("-D").arg(data);
    Ok(command)
}

fn program(name: &'static str, data: &Path) -> Result<Command> {
    let path = find_program(name).ok_or(Error::ProgramMissing(name))?;
    let mut command = match user(data)? {
        None => Command::new(path),
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.arg(format!("--reuid={}", user.name)).arg(format!("--regid={}", user.gid));
            command.args(["--clear-groups", "--"]).arg(path);
            command
        }
    };
    command.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null());
    Ok(command)
}

/// What it says on stderr goes to a file, not a pipe: the server it starts would hold a pipe open
/// for ever.
fn run(command: &mut Command) -> Result<()> {
    let mut said = tempfile::tempfile().map_err(io)?;
    let name = format!("{command:?}");
    let status = command.stderr(said.try_clone().map_err(io)?).status().map_err(io)?;
    if status.success() {
        return Ok(());
    }
    let mut text = String::new();
    std::io::Seek::rewind(&mut said)
        .and_then(|()| std::io::Read::read_to_string(&mut said, &mut text))
        .map_err(io)?;
    Err(Error::Unavailable(format!("{name}: {status}: {}", text.trim())))
}

fn io(e: std::io::Error) -> Error {
    Error::Io(e.to_string())
}
