//! Disks that are full or fail, under the running desk: health says that it lives, readiness what is wrong, and pages are
//! read on.

use std::path::Path;
use std::process::{Command, Stdio};

use proofdesk_desk::limits;
use proofdesk_testkit::{Engine, Setup, TestApp};
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

    /// Fills it to the last byte.
    fn fill(&self) {
        use std::io::Write as _;
        let mut file = std::fs::File::create(self.path().join("filler")).expect("a file");
        let mut piece = 1024 * 1024;
        while piece > 0 {
            if file.write_all(&vec![1; piece]).and_then(|()| file.sync_data()).is_err() {
                piece /= 2;
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

async fn ready(app: &TestApp, status: u16) -> Value {
    app.anonymous().get("/health/ready").send().await.expect(status).json()
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
