//! Files before a virus scanner: Debian's clamd, with one signature of our own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Engine, NewMember, Setup, TestApp, until};
use serde_json::{Value, json};

/// Harmless; the signature below is for it alone.
const EVIL: &str = "proofdesk-test-signature-4711";

/// A scanner of this test's own.
struct Scanner {
    folder: PathBuf,
    process: Option<Child>,
}

impl Scanner {
    fn in_folder(folder: &Path) -> Self {
        let folder = folder.to_owned();
        let database = folder.join("signatures");
        std::fs::create_dir_all(&database).expect("a folder");
        let signature = format!("Proofdesk.Test.Signature:0:*:{}\n", hex::encode(EVIL));
        std::fs::write(database.join("own.ndb"), signature).expect("a signature");
        let config = format!(
            "LocalSocket {}\nDatabaseDirectory {}\nForeground yes\nMaxThreads 2\nStreamMaxLength 1M\n\
             OfficialDatabaseOnly no\n",
            folder.join("clamd.ctl").display(),
            database.display()
        );
        std::fs::write(folder.join("clamd.conf"), config).expect("a configuration");
        Self { folder, process: None }
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("clamd.ctl")
    }

    async fn start(&mut self) {
        let program = ["/usr/sbin/clamd", "/usr/local/sbin/clamd"]
            .into_iter()
            .find(|path| Path::new(path).exists())
            .expect("clamd is installed: on Debian, apt-get install clamav-daemon");
        let process = Command::new(program)
            .arg("--config-file")
            .arg(self.folder.join("clamd.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("clamd starts");
        self.process = Some(process);
        let socket = self.socket();
        until("clamd listens", async || std::os::unix::net::UnixStream::connect(&socket).is_ok())
            .await;
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _gone = process.kill();
            let _reaped = process.wait();
        }
    }
}

async fn desk(engine: Engine, hold: bool) -> (TestApp, Scanner, tempfile::TempDir) {
    let folder = tempfile::Builder::new().prefix("pd-scan-").tempdir().expect("a folder");
    let scanner = Scanner::in_folder(folder.path());
    let socket = format!("unix:{}", scanner.socket().display());
    let app = Setup::on(engine)
        .config(move |config| {
            config.scan.clamd = Some(socket);
            config.scan.hold = hold;
        })
        .start()
        .await;
    (app, scanner, folder)
}

async fn upload(client: &Client, bytes: impl Into<bytes::Bytes>) -> Value {
    let call = client.post("/api/v1/attachments").header("x-file-name", "found.bin");
    let file = call.bytes("application/octet-stream", bytes).send().await.expect(201).json();
    assert_eq!(file["scan"], "unscanned");
    file
}

fn path(file: &Value) -> String {
    format!("/api/v1/attachments/{}", file["id"].as_str().expect("an id"))
}

async fn send(client: &Client, number: &str, file: &Value) {
    let body = json!({ "body": "See the file.", "attachment_ids": [file["id"]] });
    let to = format!("/api/v1/tickets/{number}/messages");
    client.post(&to).json(&body).send().await.expect(201);
}

async fn timeline(client: &Client, number: &str) -> Vec<Value> {
    let page = client.get(&format!("/api/v1/tickets/{number}/timeline")).send().await.expect(200);
    page.json()["items"].as_array().expect("items").clone()
}

fn infected(timeline: &[Value]) -> Vec<&Value> {
    timeline.iter().filter(|item| item["kind"] == "ticket.file_infected").collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_infected_file_reaches_nobody_and_the_agent_learns_why() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (app, mut scanner, _folder) = desk(engine, false).await;
        scanner.start().await;
        let grace = app.customer("grace").await;
        let mina =
            app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
        let number = app.ticket(&grace, "Receipt").await.to_string();
        let clean = upload(&grace, "\0harmless").await;
        let sent_first = upload(&grace, format!("\0 {EVIL} ")).await;
        send(&grace, &number, &sent_first).await;
        // Not scanned yet is served, and says so; the scan that follows ends that.
        grace.get(&path(&sent_first)).send().await.expect(200);
        app.step().await;
        grace.get(&path(&sent_first)).send().await.refused("attachment-infected").expect(403);
        mina.get(&path(&sent_first)).send().await.refused("attachment-infected");
        grace.get(&path(&clean)).send().await.expect(200);
        // One that was found before a message took it tells the ticket as well.
        let found_first = upload(&grace, format!("\0\0 {EVIL}")).await;
        app.step().await;
        send(&grace, &number, &found_first).await;
        send(&grace, &number, &clean).await;
        let seen = timeline(&mina, &number).await;
        let events = infected(&seen);
        assert_eq!(events.len(), 2, "{seen:?}");
        for (event, file) in events.iter().zip([&sent_first, &found_first]) {
            assert_eq!(event["data"]["attachment_id"], file["id"]);
            let signature = event["data"]["signature"].as_str().expect("a signature");
            assert!(signature.starts_with("Proofdesk.Test.Signature"), "{signature}");
        }
        let files: Vec<_> =
            seen.iter().filter_map(|item| item["attachments"].as_array()).flatten().collect();
        let scans: Vec<_> = files.iter().map(|file| file["scan"].as_str()).collect();
        assert_eq!(scans, [Some("infected"), Some("infected"), Some("clean")]);
        let customers = timeline(&grace, &number).await;
        assert!(infected(&customers).is_empty(), "the event is the staff's");
        let page = grace.get(&format!("/tickets/{number}")).send().await.expect(200).text();
        assert_eq!(page.matches("A virus was found in it.").count(), 2, "the page says why");
        assert!(!page.contains(&format!(
            "href=\"/attachments/{}\"",
            found_first["id"].as_str().expect("an id")
        )));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_scanner_is_away_files_wait_for_it() {
    let (app, mut scanner, _folder) = desk(Engine::Sqlite, true).await;
    let grace = app.customer("grace").await;
    let file = upload(&grace, "\0harmless").await;
    app.step().await;
    grace.get(&path(&file)).send().await.refused("attachment-unscanned").expect(409);
    scanner.start().await;
    app.clock.advance(std::time::Duration::from_secs(60));
    app.step().await;
    grace.get(&path(&file)).send().await.expect(200);
    // What the scanner cannot look at is held back for good, and says why.
    let large = upload(&grace, vec![0; 3 * 1024 * 1024]).await;
    app.step().await;
    grace.get(&path(&large)).send().await.refused("attachment-unscanned");
}

/// A scanner that is configured later looks at what came before it.
#[tokio::test(flavor = "multi_thread")]
async fn files_from_before_the_scanner_are_asked_for() {
    let (app, mut scanner, _folder) = desk(Engine::Sqlite, false).await;
    let grace = app.customer("grace").await;
    let file = upload(&grace, format!("\0 {EVIL}")).await;
    // As if nobody had asked for it.
    let forget = app.operator();
    app.act(forget, async |tx, _| {
        tx.exec("delete from job where kind = 'attachment.scan'", &[]).await?;
        Ok(())
    })
    .await;
    scanner.start().await;
    app.step().await;
    grace.get(&path(&file)).send().await.expect(200);
    app.recur().await;
    grace.get(&path(&file)).send().await.refused("attachment-infected");
}
