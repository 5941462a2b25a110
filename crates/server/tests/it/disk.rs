//! Disks that are full or fail. Under the running desk: health says that it lives, readiness what is wrong, and pages are
//! read on. Under one that does not run: what only reads works, and what has to write says what is wrong and what can be done.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::Path;
use std::process::{Command, Stdio};

use proofdesk_desk::limits;
use proofdesk_testkit::{Engine, Setup, TestApp, until_some};
use serde_json::Value;

/// A small disk for the database alone. The rest of the desk lies elsewhere, as logs and files may.
struct Disk {
    folder: tempfile::TempDir,
    _image: tempfile::NamedTempFile,
}

fn run(program: &str, args: &[&str]) -> bool {
    let mut command = Command::new(program);
    let status = command.args(args).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

impl Disk {
    /// An ext4 in a file; `None` where this environment gives no right to mount one.
    fn mount() -> Option<Self> {
        let image = tempfile::NamedTempFile::new().expect("a file");
        image.as_file().set_len(24 * 1024 * 1024).expect("room");
        let path = image.path().to_str().expect("a path").to_owned();
        // Without blocks that only root may use: the desk must meet the end like everybody.
        let made = run("mkfs.ext4", &["-q", "-F", "-m", "0", &path]);
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().to_str().expect("a path");
        (made && run("mount", &["-o", "loop,errors=remount-ro", &path, place]))
            .then_some(Self { folder, _image: image })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Fills it to the last byte. What others gave back is there again only once the file system has written that down, so that
    /// it is asked to until nothing more goes in.
    fn fill(&self) {
        use std::io::Write as _;
        let place = self.path().to_str().expect("a path");
        let mut file = std::fs::File::create(self.path().join("filler")).expect("a file");
        loop {
            assert!(run("sync", &["--file-system", place]), "it does not write down");
            let (mut piece, mut more) = (1024 * 1024, false);
            while piece > 0 {
                match file.write_all(&vec![1; piece]).and_then(|()| file.sync_data()) {
                    Ok(()) => more = true,
                    Err(_) => piece /= 2,
                }
            }
            if !more {
                return;
            }
        }
    }

    fn free(&self) {
        std::fs::remove_file(self.path().join("filler")).expect("it goes");
    }

    /// What a kernel does when a disk fails.
    fn fail(&self) {
        let place = self.path().to_str().expect("a path");
        assert!(run("mount", &["-o", "remount,abort", place]), "it cannot be made to fail");
        assert!(std::fs::write(self.path().join("x"), "x").is_err(), "it is not read-only");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        run("umount", &["--lazy", self.path().to_str().expect("a path")]);
    }
}

/// What readiness says. A check that took seconds has failed, which says of a machine that was held up nothing about its disk: it
/// is asked anew.
async fn ready(app: &TestApp, status: u16) -> Value {
    let answer = until_some("every check is done in time", async || {
        let answer = app.anonymous().get("/health/ready").send().await;
        if answer.text().contains("no answer in time") {
            app.clock.advance(limits::READY_FOR);
            return None;
        }
        Some(answer)
    });
    answer.await.expect(status).json()
}

fn found(ready: &Value, name: &str) -> String {
    let checks = ready["checks"].as_array().expect("checks");
    let check = checks.iter().find(|check| check["name"] == name).expect("the check");
    check["found"].as_str().expect("a word").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_and_a_failing_disk_are_named_and_read() {
    let Some(disk) = Disk::mount() else {
        println!("no right to mount: `a_database_without_room_is_named` is the way without one");
        return;
    };
    let path = disk.path().join("proofdesk.db");
    let url = format!("sqlite:{}", path.display());
    let app = Setup::on(Engine::Sqlite)
        .config(move |config| config.database.url = Some(url))
        .start()
        .await;
    let grace = app.customer("grace").await;
    app.ticket(&grace, "Before").await;
    assert_eq!(found(&ready(&app, 200).await, "database-room"), "ok");

    disk.fill();
    // A moment later it is asked anew.
    app.clock.advance(limits::READY_FOR);
    assert_eq!(found(&ready(&app, 503).await, "database-room"), "storage-full");
    app.anonymous().get("/health/live").send().await.expect(200);
    grace.get("/api/v1/tickets").send().await.expect(200);

    disk.free();
    app.clock.advance(limits::UNREADY_FOR);
    assert_eq!(found(&ready(&app, 200).await, "database-room"), "ok");
    app.ticket(&grace, "After").await;

    disk.fail();
    app.clock.advance(limits::READY_FOR);
    assert_eq!(found(&ready(&app, 503).await, "database-room"), "read-only");
    app.anonymous().get("/health/live").send().await.expect(200);
    let seen = grace.get("/api/v1/tickets").send().await.expect(200).json();
    assert_eq!(seen["items"].as_array().map(Vec::len), Some(2));
    let refused = grace
        .post("/api/v1/tickets")
        .json(&serde_json::json!({ "category": "other", "subject": "s", "body": "b" }))
        .send()
        .await;
    refused.refused("read-only").expect(503);
}

/// `max_page_count` is a disk of as many pages as there are. Nobody needs to be root for it.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_without_room_is_named() {
    let app = TestApp::sqlite().await;
    // No smaller than it is; and the row is not there yet.
    let limit: proofdesk_store::Result<(i64,)> = app
        .desk()
        .db()
        .write(async |tx| tx.query_one("pragma max_page_count = 1", &[]).await)
        .await;
    limit.expect("a limit");
    assert_eq!(found(&ready(&app, 503).await, "database-room"), "storage-full");
    app.anonymous().get("/health/live").send().await.expect(200);
}

/// Anybody may ask; that makes nobody write.
#[tokio::test(flavor = "multi_thread")]
async fn being_asked_often_writes_once() {
    for app in TestApp::both().await {
        let written = async || {
            let seen: (i64,) = app
                .look(async |rx| {
                    Ok(rx.query_one("select max(checked_at) from readiness", &[]).await?)
                })
                .await;
            seen.0
        };
        ready(&app, 200).await;
        let first = written().await;
        app.clock.advance(limits::READY_FOR / 2);
        ready(&app, 200).await;
        assert_eq!(written().await, first);
        app.clock.advance(limits::READY_FOR);
        ready(&app, 200).await;
        assert!(written().await > first);
    }
}

/// Nobody, who owns nothing but what a test gives them.
const NOBODY: u32 = 65534;

/// Runs the binary on a data folder, for five minutes at most, and gives whether it went well and all that it said. Root, who may do
/// everything, runs it as nobody where that is wanted.
fn ran(data: &Path, as_nobody: bool, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(if as_nobody { "setpriv" } else { "timeout" });
    if as_nobody {
        let id = NOBODY.to_string();
        command.args(["--reuid", &id, "--regid", &id, "--clear-groups", "timeout"]);
    }
    command.args(["300", env!("CARGO_BIN_EXE_proofdesk"), "--data"]).arg(data).args(arguments);
    let output = command.env("PROOFDESK__LOG__FILTER", "off").output().expect("it runs");
    let told = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(told).expect("text"))
}

/// The commands that only read, where nothing can be written: `found` is what the doctor says of the disk.
fn what_reads_works(data: &Path, as_nobody: bool, export: &Path, found: &str) {
    let run = |arguments: &[&str]| ran(data, as_nobody, arguments);
    let (well, told) = run(&["doctor", "--json"]);
    assert!(!well && told.contains(found), "{told}");
    for name in ["migrations", "integrity", "feed-dense", "files", "stored-files", "keys"] {
        assert!(told.contains(&format!("\"name\":\"{name}\"")), "{name}: {told}");
    }
    let (well, told) = run(&["audit", "verify", "--state", "--json"]);
    assert!(well && told.contains("\"findings_total\":0"), "{told}");
    let export = export.to_str().expect("a path");
    let (well, told) = run(&["audit", "verify", "--export", export]);
    assert!(well && told.contains("everything fits"), "{told}");
    let out = tempfile::tempdir().expect("a folder");
    set_mode(out.path(), 0o777);
    let to = out.path().join("backup");
    let (well, told) = run(&["backup", to.to_str().expect("a path")]);
    assert!(well && to.join("database").is_file(), "{told}");
}

/// A start names the folder, the reason and the way out.
fn a_start_is_refused(data: &Path, as_nobody: bool, reason: &str) {
    let (well, told) = ran(data, as_nobody, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(!well && told.contains(reason) && told.contains("start"), "{told}");
    assert!(told.contains(&format!("the folder {}", data.display())), "{told}");
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode");
}

/// A desk in which something was done, and an export of its log.
fn begun(data: &Path, export: &Path) {
    let (well, told) = ran(data, false, &["first-link"]);
    assert!(well, "{told}");
    let (well, told) = ran(data, false, &["audit", "export", export.to_str().expect("a path")]);
    assert!(well, "{told}");
}

/// Everything in a folder, and the folder: nobody's, or ours again, with one mode for folders and one for files.
fn give(folder: &Path, owner: Option<u32>, folder_mode: u32, mode: u32) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            give(&path, owner, folder_mode, mode);
            continue;
        }
        if let Some(owner) = owner {
            chown(&path, Some(owner), Some(owner)).expect("an owner");
        }
        // A key file that others can read is refused.
        set_mode(&path, if path.ends_with("keys") { mode & 0o700 } else { mode });
    }
    if let Some(owner) = owner {
        chown(folder, Some(owner), Some(owner)).expect("an owner");
    }
    set_mode(folder, folder_mode);
}

/// Permissions hold for everybody but root, so that no right to mount is needed for this.
#[test]
fn what_only_reads_works_where_this_user_may_not_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, export) = (folder.path().join("data"), folder.path().join("export.jsonl"));
    begun(&data, &export);
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    let (nobody, root) = (is_root.then_some(NOBODY), is_root.then_some(0));
    set_mode(folder.path(), 0o755);
    set_mode(&export, 0o644);
    give(&data, nobody, 0o555, 0o444);
    let found =
        "\"name\":\"disk\",\"level\":\"warning\",\"found\":\"this user may not write there\"";
    what_reads_works(&data, is_root, &export, found);
    a_start_is_refused(&data, is_root, "this user may not write in the folder");
    give(&data, root, 0o755, 0o644);
}

#[test]
fn what_only_reads_works_on_a_full_and_on_a_failed_disk() {
    let Some(disk) = Disk::mount() else {
        println!("no right to mount: the test above is the way without one");
        return;
    };
    let outside = tempfile::tempdir().expect("a folder");
    let (data, export) = (disk.path().join("data"), outside.path().join("export.jsonl"));
    begun(&data, &export);
    disk.fill();
    let found = "\"found\":\"the disk is full\"";
    what_reads_works(&data, false, &export, found);
    // An index that was made anew takes fewer blocks than it gave back.
    disk.fill();
    a_start_is_refused(&data, false, "lies on a disk that is full");
    disk.fail();
    let found = "\"found\":\"the disk is read-only\"";
    what_reads_works(&data, false, &export, found);
    a_start_is_refused(&data, false, "lies on a disk that is read-only");
}
