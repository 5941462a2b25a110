//! A disk that is full or read-only: a clear answer, reading goes on, nobody else is harmed, and
//! writing goes on as soon as it can.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use futures_util::future::join_all;
use proofdesk_store::{Db, DbUrl, Error, Options, Result, params, testing};

use crate::remnants::{WORDS, assert_sound, fill_and_delete, secrets_in};
use crate::{NOTES, ids, insert};

/// Holds the writer's thread long enough for what is submitted meanwhile to become one batch.
async fn hold_the_writer(db: &Db) -> Result<()> {
    db.write(async |_tx| -> Result<()> {
        // Delay because the writer's thread itself must be busy for jobs to gather behind it.
        std::thread::sleep(Duration::from_millis(80));
        Ok(())
    })
    .await
}

async fn insert_large(db: &Db, id: i64) -> Result<u64> {
    db.write(async move |tx| {
        tx.exec("insert into note (id, body) values ($1, $2)", params![id, "x".repeat(900_000)])
            .await
    })
    .await
}

async fn set_page_limit(db: &Db, pragma: &'static str) {
    let limit: Result<(i64,)> = db.write(async move |tx| tx.query_one(pragma, &[]).await).await;
    limit.unwrap();
}

/// `max_page_count` makes SQLite answer a real `SQLITE_FULL`, which rolls the whole batch back.
#[tokio::test(flavor = "multi_thread")]
async fn closures_that_fill_the_disk_harm_no_other_of_their_batch() {
    let db = testing::sqlite(NOTES).await;
    set_page_limit(&db, "pragma max_page_count = 100").await;
    let small = (0..60_i64).map(|n| {
        let db = &db;
        async move {
            if n == 0 {
                hold_the_writer(db).await.unwrap();
            }
            if n % 7 == 3 {
                (n, insert_large(db, n).await)
            } else {
                (n, db.write(async move |tx| insert(tx, n).await).await)
            }
        }
    });
    for (n, done) in join_all(small).await {
        match n % 7 {
            3 => assert!(matches!(done, Err(Error::DiskFull)), "{n}: {done:?}"),
            _ => assert!(done.is_ok(), "{n}: {done:?}"),
        }
    }
    let expected: Vec<i64> = (0..60).filter(|n| n % 7 != 3).collect();
    assert_eq!(ids(&db).await, expected);
    set_page_limit(&db, "pragma max_page_count = 1000000").await;
    insert_large(&db, 1_000).await.unwrap();
}

/// After the transaction is gone, the closure's next statement would commit by itself.
#[tokio::test]
async fn a_closure_that_goes_on_after_a_full_disk_writes_nothing() {
    let db = testing::sqlite(NOTES).await;
    set_page_limit(&db, "pragma max_page_count = 100").await;
    let done: Result<()> = db
        .write(async |tx| {
            insert(tx, 1).await?;
            let large = tx
                .exec("insert into note (id, body) values (2, $1)", params!["x".repeat(900_000)])
                .await;
            assert!(large.is_err());
            let _ = insert(tx, 3).await;
            Ok(())
        })
        .await;
    assert!(matches!(done, Err(Error::DiskFull)), "{done:?}");
    assert!(ids(&db).await.is_empty());
}

#[tokio::test]
async fn a_commit_that_fails_because_of_one_closure_fails_only_that_one() {
    let deferred = [proofdesk_store::Migration {
        sql: "create table note (id bigint not null primary key, body text not null unique,
            owner bigint references note (id) deferrable initially deferred)",
        ..NOTES[0]
    }];
    for db in testing::both(&deferred).await {
        let writes = (0..30_i64).map(|n| {
            let db = &db;
            async move {
                if n == 0 {
                    hold_the_writer(db).await.unwrap();
                }
                let owner = if n == 20 { 999 } else { n };
                let done: Result<u64> = db
                    .write(async move |tx| {
                        let sql = "insert into note (id, body, owner) values ($1, $2, $3)";
                        tx.exec(sql, params![n, format!("{n}"), owner]).await
                    })
                    .await;
                (n, done)
            }
        });
        for (n, done) in join_all(writes).await {
            assert_eq!(done.is_err(), n == 20, "{n}: {done:?}");
        }
        assert_eq!(ids(&db).await.len(), 29);
    }
}

/// Whether a test may mount something here. Where it may not, it says so once, and what can be tested without is.
fn may_mount() -> bool {
    let may = SmallDisk::in_memory().is_some();
    if !may {
        println!(
            "this environment gives no right to mount: a full disk is what `max_page_count` makes of one, and a \
             read-only one is files and a folder that this user may not write"
        );
    }
    may
}

/// A small file system of its own.
struct SmallDisk {
    folder: tempfile::TempDir,
    /// What it lies in, when that is a file.
    _image: Option<tempfile::NamedTempFile>,
}

impl SmallDisk {
    fn in_memory() -> Option<Self> {
        let disk = Self { folder: tempfile::tempdir().unwrap(), _image: None };
        disk.mount_with(&["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).then_some(disk)
    }

    /// An ext4 in a file, which can be made to fail like a disk.
    fn in_a_file() -> Option<Self> {
        let image = tempfile::NamedTempFile::new().unwrap();
        image.as_file().set_len(16 * 1024 * 1024).unwrap();
        let path = image.path().to_str().unwrap().to_owned();
        let made = run("mkfs.ext4", &["-q", "-F", &path]);
        let disk = Self { folder: tempfile::tempdir().unwrap(), _image: Some(image) };
        (made && disk.mount_with(&["-o", "loop,errors=remount-ro", &path])).then_some(disk)
    }

    fn mount_with(&self, args: &[&str]) -> bool {
        run("mount", &[args, &[self.path().to_str().unwrap()]].concat())
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        run("umount", &["--lazy", self.path().to_str().unwrap()]);
    }
}

fn run(program: &str, args: &[&str]) -> bool {
    let quiet = std::process::Stdio::null;
    let status = Command::new(program).args(args).stdout(quiet()).stderr(quiet()).status();
    status.is_ok_and(|status| status.success())
}

fn options(folder: &Path) -> Options {
    Options::new(DbUrl::Sqlite { path: folder.join("test.db") })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_survived() {
    if !may_mount() {
        // `closures_that_fill_the_disk_harm_no_other_of_their_batch` is the other way.
        return;
    }
    let disk = SmallDisk::in_memory().unwrap();
    let db = Db::open(options(disk.path()), NOTES).await.unwrap();
    db.write(async |tx| insert(tx, 1).await).await.unwrap();
    let full = insert_large(&db, 2).await;
    assert!(matches!(full, Err(Error::DiskFull)), "{full:?}");
    assert_eq!(ids(&db).await, [1]);
    assert!(disk.mount_with(&["-o", "remount,size=16m"]));
    insert_large(&db, 3).await.unwrap();
    assert_eq!(ids(&db).await, [1, 3]);
}

/// Clearing what deleted rows left needs room in the log. Without any it stops, and goes on when there is some.
#[tokio::test(flavor = "multi_thread")]
async fn clearing_on_a_full_disk_says_so_and_harms_nothing() {
    if !may_mount() {
        // The file itself does not grow by it, so `max_page_count` makes no full disk of one.
        return;
    }
    let disk = SmallDisk::in_memory().unwrap();
    assert!(disk.mount_with(&["-o", "remount,size=16m"]));
    let db = Db::open(options(disk.path()), WORDS).await.unwrap();
    fill_and_delete(&db).await;
    assert!(db.truncate_log().await.unwrap());
    fill(disk.path());
    let full = db.clear_deleted().await;
    assert!(matches!(full, Err(Error::DiskFull)), "{full:?}");
    assert_sound(&db).await;
    std::fs::remove_file(disk.path().join("filler")).unwrap();
    assert!(db.clear_deleted().await.unwrap());
    assert_eq!(secrets_in(disk.path()), 0);
    assert_sound(&db).await;
}

/// What a kernel does to a disk that fails under a running desk: from one moment to the next nothing can be written.
#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_becomes_read_only_is_named_and_read() {
    if !may_mount() {
        // The files stay writable to who has them open, so there is no other way to this one; the next test has one.
        return;
    }
    let disk =
        SmallDisk::in_a_file().expect("mkfs.ext4 and a loop device, where mounting is allowed");
    let db = Db::open(options(disk.path()), NOTES).await.unwrap();
    db.write(async |tx| insert(tx, 1).await).await.unwrap();
    assert!(disk.mount_with(&["-o", "remount,abort"]));
    assert!(std::fs::write(disk.path().join("x"), "x").is_err(), "it is not read-only");
    for n in 2..5_i64 {
        let done: Result<u64> = db.write(async move |tx| insert(tx, n).await).await;
        assert!(matches!(done, Err(Error::ReadOnly)), "{done:?}");
        assert_eq!(ids(&db).await, [1], "reading goes on");
    }
    let batch = (10..30_i64).map(|n| db.write(async move |tx| insert(tx, n).await));
    for done in join_all(batch).await {
        assert!(matches!(done, Err(Error::ReadOnly)), "{done:?}");
    }
    assert_eq!(ids(&db).await, [1]);
}

/// Opened on a read-only disk, it says so; mounted for writing again, everything is there.
#[tokio::test(flavor = "multi_thread")]
async fn opening_on_a_read_only_disk_says_so() {
    if !may_mount() {
        // The same without a mount is `opening_without_the_right_to_write_says_so`.
        return;
    }
    let disk = SmallDisk::in_memory().unwrap();
    assert!(disk.mount_with(&["-o", "remount,size=16m"]));
    let db = Db::open(options(disk.path()), NOTES).await.unwrap();
    db.write(async |tx| insert(tx, 1).await).await.unwrap();
    shut(disk.path(), db).await;
    assert!(disk.mount_with(&["-o", "remount,ro"]), "a file is still open");
    let refused = Db::open(options(disk.path()), NOTES).await;
    assert!(matches!(refused, Err(Error::ReadOnly)), "{:?}", refused.err());
    assert!(disk.mount_with(&["-o", "remount,rw"]));
    let db = Db::open(options(disk.path()), NOTES).await.unwrap();
    db.write(async |tx| insert(tx, 2).await).await.unwrap();
    assert_eq!(ids(&db).await, [1, 2]);
}

#[tokio::test]
async fn a_closed_database_is_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("test.db-wal");
    let bytes = || std::fs::metadata(&log).map_or(0, |file| file.len());
    let db = Db::open(options(folder.path()), NOTES).await.unwrap();
    db.write(async |tx| insert(tx, 1).await).await.unwrap();
    assert!(bytes() > 0);
    db.close().await;
    assert_eq!(names(folder.path()), ["test.db"]);
    let refused = db.write(async |tx| insert(tx, 2).await).await;
    assert!(matches!(refused, Err(Error::Closed)), "{refused:?}");
    db.close().await;
}

/// Closes a database. No file of it is open then: the log goes with the last connection.
async fn shut(folder: &Path, db: Db) {
    db.close().await;
    assert!(!folder.join("test.db-wal").exists(), "somebody still has it open");
}

const CHILD: &str = "PROOFDESK_DISK_CHILD";
/// Nobody, who owns nothing.
const NOBODY: &str = "65534";

/// Permissions hold for everybody but root, so a root's test asks as nobody, in a process of its own.
#[test]
fn opening_without_the_right_to_write_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let db = Db::open(options(folder.path()), NOTES).await.unwrap();
        db.write(async |tx| insert(tx, 1).await).await.unwrap();
        shut(folder.path(), db).await;
    });
    let permit = |folder_mode: u32, file_mode: u32| {
        let mode = |bits| std::fs::Permissions::from_mode(bits);
        std::fs::set_permissions(folder.path().join("test.db"), mode(file_mode)).unwrap();
        std::fs::set_permissions(folder.path(), mode(folder_mode)).unwrap();
    };
    // First that nobody may do what is forbidden then.
    for (folder_mode, file_mode, expected) in [
        (0o777, 0o666, "open"),
        (0o555, 0o444, "read-only"),
        (0o555, 0o666, "read-only"),
        (0o777, 0o444, "read-only"),
    ] {
        permit(folder_mode, file_mode);
        let text = as_nobody("disk::asked_as_nobody", folder.path());
        assert!(
            text.contains(&format!("opened: {expected}\n")),
            "{folder_mode:o} {file_mode:o}: {text}"
        );
    }
    permit(0o700, 0o600);
}

/// Runs one test of this program as nobody, or as who we are when that is not root, and gives what it printed.
fn as_nobody(test: &str, folder: &Path) -> String {
    let own = std::env::current_exe().unwrap();
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    let mut child = Command::new(if is_root { Path::new("setpriv") } else { &own });
    if is_root {
        child.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]).arg(&own);
    }
    child.args(["--exact", test, "--nocapture"]).env(CHILD, folder);
    let told = child.output().expect("setpriv, of util-linux");
    format!("{}{}", String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr))
}

/// The other half of the test above: in every other run it is asked nothing.
#[tokio::test(flavor = "multi_thread")]
async fn asked_as_nobody() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let told = match Db::open(options(Path::new(&folder)), NOTES).await {
        Ok(db) => {
            shut(Path::new(&folder), db).await;
            "open".to_owned()
        }
        Err(Error::ReadOnly) => "read-only".to_owned(),
        Err(other) => format!("{other:?}"),
    };
    println!("opened: {told}");
}

/// What only reads works where nothing can be written, on whatever the last process left there.
#[test]
fn looking_without_the_right_to_write_reads_everything() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let copy = |from: &str, to: &str, endings: &[&str]| {
        std::fs::create_dir(at(to)).unwrap();
        for ending in endings {
            let name = format!("test.db{ending}");
            std::fs::copy(at(from).join(&name), at(to).join(&name)).unwrap();
        }
    };
    std::fs::create_dir(at("live")).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let db = Db::open(options(&at("live")), NOTES).await.unwrap();
        db.write(async |tx| insert(tx, 1).await).await.unwrap();
        // As a kill leaves it: what was written last lies in the log.
        copy("live", "killed", &["", "-wal", "-shm"]);
        copy("live", "without index", &["", "-wal"]);
        shut(&at("live"), db).await;
        copy("live", "closed", &[""]);
        copy("live", "log is empty", &[""]);
        std::fs::write(at("log is empty").join("test.db-wal"), "").unwrap();
    });

    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    for (name, expected) in [
        ("closed", "looked: [1], disk: this user may not write there\n"),
        ("killed", "looked: [1], disk: this user may not write there\n"),
        ("log is empty", "looked: [1], disk: this user may not write there\n"),
        ("without index", "test.db-wal), which cannot be read where nothing can be written"),
    ] {
        let before = names(&at(name));
        set_modes(&at(name), 0o555, 0o444);
        let text = as_nobody("disk::looked_at_as_nobody", &at(name));
        set_modes(&at(name), 0o755, 0o644);
        assert!(text.contains(expected), "{name}: {text}");
        assert_eq!(names(&at(name)), before, "{name}: something was made");
    }
}

fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names
}

/// Of a folder and of what lies in it.
fn set_modes(folder: &Path, folder_mode: u32, mode: u32) {
    let mode_of = std::fs::Permissions::from_mode;
    for name in names(folder) {
        std::fs::set_permissions(folder.join(name), mode_of(mode)).unwrap();
    }
    std::fs::set_permissions(folder, mode_of(folder_mode)).unwrap();
}

/// The other half of the test above.
#[tokio::test(flavor = "multi_thread")]
async fn looked_at_as_nobody() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    match Db::look(options(Path::new(&folder)), NOTES).await {
        Ok(db) => {
            let refused = db.write(async |tx| insert(tx, 2).await).await;
            assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
            let checks = db.doctor().await.unwrap();
            let disk = checks.iter().find(|check| check.name == "disk").unwrap();
            let copy = tempfile::tempdir().unwrap();
            db.backup(&copy.path().join("copy")).await.unwrap();
            println!("looked: {:?}, disk: {}", ids(&db).await, disk.found);
        }
        Err(error) => println!("refused: {error}"),
    }
}

/// The same of real disks: one that is mounted to be read, and one without a byte.
#[tokio::test(flavor = "multi_thread")]
async fn looking_at_a_damaged_disk_reads_everything() {
    if !may_mount() {
        // Without a mount there is the test above.
        return;
    }
    let disk =
        SmallDisk::in_a_file().expect("mkfs.ext4 and a loop device, where mounting is allowed");
    let db = Db::open(options(disk.path()), NOTES).await.unwrap();
    db.write(async |tx| insert(tx, 1).await).await.unwrap();
    shut(disk.path(), db).await;
    fill(disk.path());
    let seen = async |found: &str| {
        let db = Db::look(options(disk.path()), NOTES).await.unwrap();
        assert_eq!(ids(&db).await, [1]);
        let checks = db.doctor().await.unwrap();
        let told = checks.iter().find(|check| check.name == "disk").unwrap();
        assert_eq!(told.found, found);
        let copy = tempfile::tempdir().unwrap();
        db.backup(&copy.path().join("copy")).await.unwrap();
        db.close().await;
    };
    seen("the disk is full").await;
    fill(disk.path());
    let opened = Db::open(options(disk.path()), NOTES).await;
    assert!(matches!(opened, Err(Error::DiskFull)), "{:?}", opened.err());
    assert!(disk.mount_with(&["-o", "remount,abort"]));
    seen("the disk is read-only").await;
}

/// To the last byte. What others gave back is there again only once the file system has written that down, so that it is asked to
/// until nothing more goes in.
fn fill(folder: &Path) {
    use std::io::Write as _;
    let mut file = std::fs::File::create(folder.join("filler")).unwrap();
    let mut more = true;
    while more {
        assert!(
            run("sync", &["--file-system", folder.to_str().unwrap()]),
            "it does not write down"
        );
        more = false;
        let mut piece = 1024 * 1024;
        while piece > 0 {
            match file.write_all(&vec![1; piece]).and_then(|()| file.sync_data()) {
                Ok(()) => more = true,
                Err(_) => piece /= 2,
            }
        }
    }
}

/// Another connection that forbids writing stands for a read-only file, which root may write.
#[tokio::test]
async fn a_read_only_database_says_so_and_is_read() {
    let db = testing::postgres(NOTES).await;
    db.write(async |tx| insert(tx, 1).await).await.unwrap();
    let read_only = async |set: &'static str| {
        let done: Result<u64> = db.write(async move |tx| tx.exec(set, &[]).await).await;
        done.unwrap();
    };
    read_only("set default_transaction_read_only = on").await;
    let mut refused = 0;
    for n in 10..30 {
        let done: Result<u64> = db.write(async move |tx| insert(tx, n).await).await;
        refused += u32::from(matches!(done, Err(Error::ReadOnly)));
    }
    assert!(refused > 0);
    assert!(ids(&db).await.contains(&1));
}
