//! How the process is run: configuration, health, figures, logs, and a stop in good order.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use proofdesk_desk::{remnant, system_entropy};
use proofdesk_server::config::Config;
use proofdesk_store::job::NewJob;
use proofdesk_store::{Db, DbUrl, Options};
use proofdesk_testkit::{
    Client, Engine, Live, PATIENCE, Setup, TestApp, Transport, raw_request, until, until_some,
};
use proofdesk_worker::{JobError, Kind, Outside, Run, Worker};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Notify;

const BINARY: &str = env!("CARGO_BIN_EXE_proofdesk");

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What becomes of a command over this data folder.
fn output(data: &Path, arguments: &[&str]) -> Output {
    let output = Command::new(BINARY).arg("--data").arg(data).args(arguments).output();
    output.expect("the binary runs")
}

/// What the binary says when it refuses to start.
fn refused(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(BINARY);
    command
        .arg("--data")
        .arg(folder.path().join("data"))
        .args(arguments)
        .envs(environment.iter().copied());
    let output = command.output().expect("the binary runs");
    assert!(!output.status.success(), "it did not refuse");
    String::from_utf8(output.stderr).expect("text")
}

#[test]
fn an_unknown_key_is_refused_by_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("proofdesk.toml");
    std::fs::write(&file, "[http]\nlissten = \"127.0.0.1:0\"\n").expect("a file");
    let told = refused(&["--config", file.to_str().expect("a path"), "serve"], &[]);
    assert!(told.contains("lissten"), "{told}");
    let told = refused(&["serve"], &[("PROOFDESK__HTTP__LISSTEN", "127.0.0.1:0")]);
    assert!(told.contains("lissten"), "{told}");
    let told = refused(&["serve"], &[("PROOFDESK__HTTP__LISTEN", "nowhere")]);
    assert!(told.contains("listen"), "{told}");
    let told = refused(&["--config", "/nowhere/proofdesk.toml", "serve"], &[]);
    assert!(told.contains("/nowhere/proofdesk.toml"), "{told}");
}

#[test]
fn the_configuration_that_is_shipped_loads() {
    let config =
        Config::load(Some(&workspace().join("deploy/proofdesk.toml")), []).expect("it loads");
    assert_eq!(config.files.data, Path::new("/var/lib/proofdesk"));
    assert!(!config.http.development && !config.webhooks.allow_http);
}

/// A line of the shipped configuration that shows a key, without its mark; what is prose stays a comment.
fn shown(line: &str) -> &str {
    let Some(rest) = line.strip_prefix("# ") else { return line };
    let is_word =
        |key: &str| key.chars().all(|c| c.is_ascii_lowercase() || "0123456789_".contains(c));
    let is_key = rest.split_once(" = ").is_some_and(|(key, _)| is_word(key));
    let is_table = rest.starts_with('[') && rest.ends_with(']');
    if is_key || is_table { rest } else { line }
}

fn keys(table: &toml::Table, into: &mut BTreeSet<String>) {
    for (key, value) in table {
        into.insert(key.clone());
        if let Some(inner) = value.as_table() {
            keys(inner, into);
        }
    }
}

/// Whoever runs a desk finds every key there, and what stands there as an example is one.
#[test]
fn the_configuration_that_is_shipped_shows_every_key() {
    let read = |path: &str| std::fs::read_to_string(workspace().join(path)).expect("a file");
    // Secrets lie in files that are not here.
    let shipped = read("deploy/proofdesk.toml").replace("\"file:", "\"");
    let example: String = shipped.lines().flat_map(|line| [shown(line), "\n"]).collect();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("proofdesk.toml");
    std::fs::write(&file, &example).expect("a file");
    let config = Config::load(Some(&file), []).expect("the examples load");
    config.evidence.options().expect("forms of numbers");
    config.telemetry.ratio().expect("a share");
    config.telemetry.trusted().expect("networks");
    config.push.contact().expect("a contact");
    let mut there = BTreeSet::new();
    keys(&example.parse::<toml::Table>().expect("TOML"), &mut there);
    // Nothing but the source knows all keys: serde refuses those that it does not know, and lists none.
    let source = read("crates/server/src/config.rs");
    let known: Vec<&str> = source
        .lines()
        .filter_map(|line| line.strip_prefix("    pub ")?.split_once(": "))
        .map(|(name, _)| name)
        .filter(|name| !name.contains(' '))
        .collect();
    assert!(known.len() > 50, "{known:?}");
    let missing: Vec<_> = known.iter().filter(|name| !there.contains(**name)).collect();
    assert!(missing.is_empty(), "keys that deploy/proofdesk.toml does not show: {missing:?}");
}

#[test]
fn a_second_desk_on_the_same_data_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let _held = proofdesk_server::start::hold(&data).expect("the first one");
    let output = output(&data, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("another proofdesk runs"));
}

/// An empty desk is in order. Whoever mistypes a folder must not be told that of theirs.
#[test]
fn a_mistyped_folder_is_no_desk() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("mistyped");
    let to = folder.path().join("to").to_str().expect("a path").to_owned();
    for command in [
        &["audit", "verify", "--state"][..],
        &["audit", "export", &to],
        &["doctor"],
        &["backup", &to],
        &["token", "create", "--email", "ada@example.com", "--scope", "all"],
    ] {
        let output = output(&data, command);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains("there is no desk at"), "{told}");
        assert!(!data.exists(), "{command:?} made something");
    }
}

/// The same of a server: an empty database of that name is no desk, and stays empty.
#[tokio::test(flavor = "multi_thread")]
async fn an_empty_database_is_no_desk() {
    let url = proofdesk_store::testing::empty_postgres().await;
    let DbUrl::Postgres { url: address } = &url else { panic!("no PostgreSQL") };
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(BINARY)
        .env("PROOFDESK__DATABASE__URL", address)
        .arg("--data")
        .arg(folder.path())
        .args(["audit", "verify", "--state"])
        .output();
    let output = output.expect("the binary runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && told.contains("there is no desk at"), "{told}");
    assert!(!Db::is_begun(&Options::new(url)).await.expect("an answer"));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

/// The witness that was named is there, or the verification says that it is not.
#[test]
fn a_missing_witness_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let run = |arguments: &[&str]| output(&data, arguments);
    assert!(run(&["first-link"]).status.success());
    assert!(run(&["audit", "verify"]).status.success());
    let gone = folder.path().join("anchor.jsonl");
    let output = run(&["audit", "verify", "--anchor", gone.to_str().expect("a path")]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("anchor.jsonl"));
}

/// What is refused at the terminal is told in words, as whoever mistypes an id finds it.
#[test]
fn who_erases_what_is_not_there_is_told_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let run = |arguments: &[&str]| output(&data, arguments);
    assert!(run(&["first-link"]).status.success());
    for what in ["--customer", "--message", "--attachment"] {
        let nobody = "01900000-0000-7000-8000-000000000000";
        let output = run(&["erase", what, nobody, "--reason", "asked for it"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains("(not-found)"), "{what}: {told}");
        assert!(!told.contains("refused:"), "{what}: {told}");
    }
}

/// A key that was cut off looked like a log that somebody else had signed.
#[test]
fn what_is_no_key_is_no_other_logs_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let run = |arguments: &[&str]| output(&data, arguments);
    assert!(run(&["first-link"]).status.success());
    let export = folder.path().join("log.jsonl").to_str().expect("a path").to_owned();
    assert!(run(&["audit", "export", &export]).status.success());
    let whole = String::from_utf8(run(&["audit", "key"]).stdout).expect("text");
    let whole = whole.trim();
    for (key, is_one) in [(whole, true), (&whole[..62], false), ("", false), ("key", false)] {
        let output = run(&["audit", "verify", "--export", &export, "--key", key]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(told.contains("is no key"), !is_one, "{key}: {told}");
        assert!(is_one || !output.status.success(), "{key}");
    }
}

/// A new first link leads to where the desk listens, whatever told it to; `first-link` printed the port of the configuration.
#[test]
fn the_first_link_leads_to_the_desk_that_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let binary = || {
        let mut command = Command::new(BINARY);
        command.arg("--data").arg(&data).env("PROOFDESK__LOG__FILTER", "off");
        command
    };
    let mut serve = binary();
    serve.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
    let mut desk = serve.spawn().expect("the binary starts");
    let said = BufReader::new(desk.stdout.take().expect("its output")).lines();
    let said: Vec<String> = said.take(3).map_while(Result::ok).collect();
    let link = |command: &mut Command| {
        let output = command.arg("first-link").output().expect("the binary runs");
        String::from_utf8(output.stdout).expect("text")
    };
    let running = link(&mut binary());
    let public = link(binary().env("PROOFDESK__HTTP__ORIGINS", "[\"https://help.example.com\"]"));
    desk.kill().expect("a kill");
    desk.wait().expect("its end");
    let origin = said.first().and_then(|line| line.strip_prefix("listening on "));
    let origin = origin.unwrap_or_else(|| panic!("no address in {said:?}"));
    assert!(said.iter().any(|line| line.contains(&format!("{origin}/console/link/"))), "{said:?}");
    assert!(running.starts_with(&format!("{origin}/console/link/")), "{running}");
    assert!(public.starts_with("https://help.example.com/console/link/"), "{public}");
}

/// What a customer quotes leads to the line of their request, which says nothing else of them.
#[test]
fn a_request_is_found_in_the_log_by_the_number_of_its_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut serve = Command::new(BINARY);
    serve.arg("--data").arg(folder.path().join("data")).args(["serve", "--listen", "127.0.0.1:0"]);
    serve.env("PROOFDESK__LOG__FORMAT", "json").stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut desk = serve.spawn().expect("the binary starts");
    let mut said = BufReader::new(desk.stdout.take().expect("its output")).lines();
    let listening = said.next().expect("a line").expect("text");
    let address = listening.strip_prefix("listening on http://").expect("an address");
    let ask = |first: &str, heads: &str, body: &str| {
        let mut line = std::net::TcpStream::connect(address).expect("a connection");
        let asked = format!(
            "{first} HTTP/1.1\r\nhost: {address}\r\n{heads}connection: close\r\n\r\n{body}"
        );
        line.write_all(asked.as_bytes()).expect("a request");
        let mut answer = String::new();
        line.read_to_string(&mut answer).expect("an answer");
        answer
    };
    let text = json!({
        "text": "legal winner thank year wave sausage worth useful legal winner thank yellow",
    });
    let text = text.to_string();
    let heads = format!(
        "x-request-id: quoted-6\r\ncontent-type: application/json\r\ncontent-length: {}\r\n",
        text.len()
    );
    let checked = ask("POST /api/v1/text-checks", &heads, &text);
    let first = "GET /api/v1/nothing?email=grace@example.com";
    let answer = ask(first, "x-request-id: quoted-7\r\n", "");
    desk.kill().expect("a kill");
    let mut log = String::new();
    desk.stderr.take().expect("its log").read_to_string(&mut log).expect("text");
    desk.wait().expect("its end");
    assert!(answer.contains("x-request-id: quoted-7"), "{answer}");
    assert!(answer.contains("\"request_id\":\"quoted-7\""), "{answer}");
    // The last line may have been cut off by the kill.
    let lines = log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let told = lines.filter(|line| line["span"]["request_id"] == "quoted-7").collect::<Vec<_>>();
    let [told] = told.as_slice() else { panic!("not one line: {log}") };
    assert_eq!((&told["status"], &told["method"]), (&json!(404), &json!("GET")));
    assert!(told["took_us"].is_u64(), "{told}");
    assert!(!log.contains("grace@example.com") && !log.contains("/nothing"), "{log}");
    // What a stranger has looked at before they send it leaves the line of its request alone.
    assert!(checked.contains("\"kind\":\"seed-phrase\""), "{checked}");
    assert!(log.contains("quoted-6") && !log.contains("sausage"), "{log}");
}

/// New keys beside an old database would open nothing of it, and would sign what others signed.
#[test]
fn a_desk_without_its_keys_does_not_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let run = |arguments: &[&str]| {
        let output = output(&data, arguments);
        let told = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(told).expect("text"))
    };
    let (first, told) = run(&["first-link"]);
    assert!(first, "{told}");
    let (well, told) = run(&["doctor"]);
    assert!(well && told.contains("keys"), "{told}");
    std::fs::rename(data.join("keys"), folder.path().join("keys")).expect("moved");
    for command in [&["doctor"][..], &["serve", "--listen", "127.0.0.1:0"]] {
        let (well, told) = run(command);
        assert!(!well && told.contains("the key file"), "{told}");
    }
    assert!(!data.join("keys").exists(), "no new keys are made");
    std::fs::rename(folder.path().join("keys"), data.join("keys")).expect("moved back");
    assert!(run(&["doctor"]).0);
}

#[tokio::test(flavor = "multi_thread")]
async fn health_says_what_is_broken() {
    for app in TestApp::both().await {
        let anyone = app.anonymous();
        anyone.get("/health/live").send().await.expect(200);
        let well = anyone.get("/health/ready").send().await.expect(200).json();
        assert_eq!(well["ready"], true);
        let names: Vec<&Value> =
            well["checks"].as_array().expect("checks").iter().map(|c| &c["name"]).collect();
        assert!(
            names.contains(&&json!("database-read")) && names.contains(&&json!("database-write")),
            "{names:?}"
        );
        app.desk().db().close().await;
        let ill = anyone.get("/health/ready").send().await.expect(503).json();
        assert_eq!(ill["ready"], false);
        let broken: Vec<&Value> = ill["checks"]
            .as_array()
            .expect("checks")
            .iter()
            .filter(|c| c["ok"] == false)
            .map(|c| &c["name"])
            .collect();
        assert!(broken.contains(&&json!("database-write")), "{ill}");
        assert!(
            !ill.to_string().contains("postgres://") && !ill.to_string().contains("/tmp"),
            "{ill}"
        );
        anyone.get("/health/live").send().await.expect(200);
    }
}

/// PostgreSQL goes away and comes back: the desk says so, then goes on.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_comes_back_is_taken_up_again() {
    let cluster = tokio::task::block_in_place(|| {
        proofdesk_store::testing::Cluster::start().expect("a cluster")
    });
    let url = cluster.url();
    let app = Setup::on(Engine::Postgres)
        .config(move |config| config.database.url = Some(url))
        .start()
        .await;
    let grace = app.customer("grace").await;
    app.anonymous().get("/health/ready").send().await.expect(200);
    tokio::task::block_in_place(|| cluster.stop_immediate().expect("the server stops"));
    app.anonymous().get("/health/ready").send().await.expect(503);
    let answer = grace.get("/api/v1/tickets").send().await.expect(503);
    assert_eq!(answer.json()["retry"], "later");
    tokio::task::block_in_place(|| cluster.start_again().expect("the server starts"));
    until("it is ready again", async || {
        app.anonymous().get("/health/ready").send().await.status == 200
    })
    .await;
    grace.get("/api/v1/tickets").send().await.expect(200);
    app.ticket(&grace, "After the storm").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_this_machine_or_for_whoever_has_the_token() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    grace.get("/api/v1/tickets").send().await.expect(200);
    let figures = app.anonymous().get("/metrics").send().await.expect(200).text();
    assert!(figures.contains("proofdesk_http_requests_total"), "{figures}");
    assert!(figures.contains("route=\"/api/v1/tickets\""), "{figures}");
    app.anonymous()
        .get("/metrics")
        .header("x-forwarded-for", "203.0.113.7")
        .send()
        .await
        .expect(404);
    // A proxy of the operator's own says it in a header of its own.
    let proxied = Setup::on(Engine::Sqlite)
        .config(|config| config.http.client_address_header = Some("x-client-ip".to_owned()));
    let proxied = proxied.start().await;
    proxied.anonymous().get("/metrics").send().await.expect(200);
    let through = proxied.anonymous().get("/metrics").header("x-client-ip", "203.0.113.7");
    through.send().await.expect(404);
    let closed = Setup::on(Engine::Sqlite)
        .config(|config| config.http.metrics_token = Some("s3cret".to_owned()));
    let closed = closed.start().await;
    closed.anonymous().get("/metrics").send().await.expect(404);
    Client::bearer(closed.address(), "wrong").get("/metrics").send().await.expect(404);
    Client::bearer(closed.address(), "s3cret").get("/metrics").send().await.expect(200);
}

/// A disk without room: what would write is told so in words, what reads goes on, and so does everything once there is room.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_gets_over() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "Before").await;
    let allow = async |pragma: &'static str| {
        let set = app.desk().db().write(async move |tx| {
            let _now: (i64,) = tx.query_one(pragma, &[]).await?;
            Ok::<(), proofdesk_store::Error>(())
        });
        set.await.expect("a limit");
    };
    // SQLite never goes below what the file has, so from here on it is full.
    allow("pragma max_page_count = 1").await;
    let body = json!({ "body": "x".repeat(40_000) });
    let path = format!("/api/v1/tickets/{number}/messages");
    let post = async |key: &str| grace.post(&path).key(key).json(&body).send().await;
    let mut told = post("k-0").await;
    for n in 1..20 {
        if told.status != 201 {
            break;
        }
        told = post(&format!("k-{n}")).await;
    }
    let told = told.refused("storage-full").expect(507);
    assert_eq!(told.json()["retry"], "later");
    assert!(!told.header("retry-after").is_empty());
    grace.get(&format!("/api/v1/tickets/{number}/timeline")).send().await.expect(200);
    grace.get("/api/v1/tickets").send().await.expect(200);
    allow("pragma max_page_count = 1000000").await;
    post("k-again").await.expect(201);
    app.anonymous().get("/health/ready").send().await.expect(200);
    let verified = app.admin.post("/api/v1/audit/verification").send().await.expect(200).json();
    assert_eq!(verified["ok"], true, "{verified}");
}

/// No number of a ticket, no name of a customer is in a figure's label.
#[tokio::test(flavor = "multi_thread")]
async fn figures_name_no_ticket() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "Mine").await;
    grace.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200);
    grace.get(&format!("/api/v1/nothing/{number}")).send().await.expect(404);
    let figures = app.anonymous().get("/metrics").send().await.expect(200).text();
    assert!(!figures.contains(number.as_str()), "{figures}");
    assert!(figures.contains("route=\"/api/v1/tickets/{id}\""), "{figures}");
}

#[tokio::test(flavor = "multi_thread")]
async fn floods_from_one_address_are_told_to_wait() {
    let app = Setup::on(Engine::Sqlite)
        .config(|config| config.http.requests_per_second = 2)
        .start()
        .await;
    let anyone = app.anonymous();
    let mut refused = None;
    for _ in 0..40 {
        let answer = anyone.get("/api/v1/brands").send().await;
        if answer.status == 429 {
            refused = Some(answer.refused("rate-limited"));
            break;
        }
    }
    let refused = refused.expect("a limit");
    assert!(refused.header("retry-after").parse::<u64>().is_ok());
    // The same flood: a machine that is slow is let in once in a while, and asks again.
    let page = until_some("a page is refused", async || {
        let page = anyone.get("/verify").header("accept", "text/html").send().await;
        (page.status == 429).then_some(page)
    });
    let page = page.await;
    let text = page.text();
    assert!(text.contains("<h1>That was too often</h1>") && text.contains("href=\"/\""), "{text}");
    // Whoever watches over the desk is not kept out by a flood.
    anyone.get("/health/ready").send().await.expect(200);
}

/// A stop lets what is under way finish, takes nothing new, and is not held up by who only listens.
#[tokio::test(flavor = "multi_thread")]
async fn a_stop_finishes_what_is_under_way() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut app = Setup::on(engine).start().await;
        let grace = app.customer("grace").await;
        let listening = Live::connect(&grace, Transport::Events, None).await.expect("a stream");
        let mut under_way = Upload::begin(&grace, "first half, second half").await;
        under_way.send("first half, ").await;
        let address = app.address();
        let web = app.web().clone();
        let stopping = async { app.stop().await };
        let meanwhile = async {
            until("the stop has begun", async || web.shutdown().is_cancelled()).await;
            under_way.send("second half").await;
            under_way.answer().await
        };
        // Somewhat less than a stop waits for who does not end: who only listens is not waited for.
        let ((), answer) = tokio::time::timeout(Duration::from_secs(27), async {
            tokio::join!(stopping, meanwhile)
        })
        .await
        .expect("it stops in time");
        assert!(answer.starts_with("HTTP/1.1 201") && answer.contains("\"size\":23"), "{answer}");
        assert!(std::net::TcpStream::connect(address).is_err(), "nothing new is taken");
        drop(listening);
        app.start_again().await;
        let rows: (i64,) = app
            .look(async |rx| Ok(rx.query_one("select count(*) from attachment", &[]).await?))
            .await;
        assert_eq!(rows.0, 1);
    }
}

/// A look through a database that is so large that it does not end. It says when it has begun.
struct Endless(Arc<Notify>);

impl Kind for Endless {
    fn name(&self) -> &'static str {
        "test.endless"
    }

    fn lane(&self) -> &'static str {
        remnant::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        _run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        self.0.notify_one();
        Box::pin(std::future::pending::<Result<(), JobError>>())
    }
}

/// What looks through the whole database takes longer than a stop may, and begins anew when the desk is back.
#[tokio::test(flavor = "multi_thread")]
async fn a_stop_cuts_off_what_looks_through_the_whole_database() {
    let app = TestApp::sqlite().await;
    let now = app.clock.now().micros();
    let enqueue = async move |tx: &proofdesk_store::Tx<'_>| -> proofdesk_desk::Result<()> {
        let job = NewJob {
            id: uuid::Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001),
            kind: "test.endless",
            lane: remnant::JOB_LANE,
            dedupe_key: None,
            payload: "null",
            run_at: now,
            max_attempts: 3,
            now,
        };
        tx.enqueue(&job).await?;
        Ok(())
    };
    app.desk().db().write(enqueue).await.expect("a job");
    let (begun, clock) = (Arc::new(Notify::new()), app.clock.clone());
    let kinds: Vec<Arc<dyn Kind>> = vec![Arc::new(Endless(begun.clone()))];
    let clock = Arc::new(move || clock.now());
    let worker =
        Worker::new(app.desk().clone(), clock, system_entropy(), kinds, Outside::default());
    let workers = worker.start();
    tokio::time::timeout(PATIENCE, begun.notified()).await.expect("it has begun");
    tokio::time::timeout(PATIENCE, workers.drain()).await.expect("it is not waited for");
    // Housekeeping that was asked for meanwhile.
    app.step().await;
}

/// An upload that comes as slowly as the test wants.
struct Upload(TcpStream);

impl Upload {
    /// Sends the head, and waits until the desk asks for the body: from then on it is under way.
    async fn begin(client: &Client, body: &str) -> Self {
        let mut stream = TcpStream::connect(client.address()).await.expect("a connection");
        let head = format!(
            "POST /api/v1/attachments HTTP/1.1\r\nhost: {}\r\ncookie: proofdesk={}\r\nx-csrf-token: {}\r\n\
             content-type: text/plain\r\nx-file-name: slow.txt\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
            client.address(),
            client.token().expect("a session"),
            client.csrf().expect("a token"),
            body.len(),
        );
        stream.write_all(head.as_bytes()).await.expect("the head is taken");
        let mut asked = [0; 25];
        stream.read_exact(&mut asked).await.expect("an answer");
        assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
        Self(stream)
    }

    async fn send(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.expect("bytes are taken");
    }

    async fn answer(&mut self) -> String {
        let mut answer = Vec::new();
        self.0.read_to_end(&mut answer).await.expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

/// Requests that break the protocol are refused, and the next one is answered.
#[tokio::test(flavor = "multi_thread")]
async fn nonsense_on_the_wire_harms_nobody() {
    let app = TestApp::sqlite().await;
    let address: SocketAddr = app.address();
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00"[..],
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nhost: x\r\n\r\n",
        b"POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\nhost: y\r\nconnection: close\r\n\r\n",
    ] {
        let answer = raw_request(address, bytes, true).await;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert!(!answer.starts_with("HTTP/1.1 5"), "{bytes:?}: {answer}");
    }
    let long =
        format!("GET /{} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", "a".repeat(100_000));
    raw_request(address, long.as_bytes(), true).await;
    app.anonymous().get("/health/live").send().await.expect(200);
}

/// The key file of another desk stands where that of this one should: what is restored with it would stay closed.
#[tokio::test(flavor = "multi_thread")]
async fn a_restore_with_the_keys_of_another_desk_says_so() {
    let app = TestApp::sqlite().await;
    let upload = app.customer("grace").await.post("/api/v1/attachments");
    let upload = upload.header("x-file-name", "paid.txt").bytes("text/plain", "paid");
    upload.send().await.expect(201);
    let (folder, data) = (tempfile::tempdir().expect("a folder"), app.config().files.data.clone());
    let run = async |data: &Path, arguments: &[&str]| command(&app, data, arguments).await;
    let backup = folder.path().join("backup").to_str().expect("a path").to_owned();
    assert!(run(&data, &["backup", &backup]).await.0);
    for (name, keys, fits) in [
        ("right", app.config().keys_path(), true),
        ("wrong", folder.path().join("other/keys"), false),
    ] {
        if !fits {
            assert!(run(&folder.path().join("other"), &["first-link"]).await.0);
        }
        let new = folder.path().join(name);
        std::fs::create_dir(&new).expect("a folder");
        std::fs::copy(keys, new.join("keys")).expect("the keys");
        let (done, told) = run(&new, &["restore", &backup]).await;
        assert_eq!(done, fits, "{told}");
        assert_eq!(told.contains("put the key file of this desk"), !fits, "{told}");
    }
}

/// What the binary says about the data of a desk that runs here, or about another folder.
async fn command(app: &TestApp, data: &Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(BINARY);
    command.arg("--data").arg(data).args(arguments).env("PROOFDESK__LOG__FILTER", "off");
    if *data == app.config().files.data {
        let url = app.config().database_url().expect("one").to_string();
        command.env("PROOFDESK__DATABASE__URL", url);
    }
    let ran = tokio::task::spawn_blocking(move || command.output().expect("it runs"));
    let output = ran.await.expect("an end");
    let told = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(told).expect("text"))
}

/// With a ledger that cannot be read, what was erased since the backup would be there again, and in the way of a second restore.
#[tokio::test(flavor = "multi_thread")]
async fn a_restore_looks_at_its_ledger_first() {
    let app = TestApp::sqlite().await;
    let folder = tempfile::tempdir().expect("a folder");
    let (backup, ledger) = (folder.path().join("backup"), folder.path().join("ledger.jsonl"));
    let from = backup.to_str().expect("a path");
    let (done, told) = command(&app, &app.config().files.data, &["backup", from]).await;
    assert!(done, "{told}");
    let restore = async |name: &str| {
        let new = folder.path().join(name);
        std::fs::create_dir_all(&new).expect("a folder");
        std::fs::copy(app.config().keys_path(), new.join("keys")).expect("the keys");
        let path = ledger.to_str().expect("a path");
        let (done, told) = command(&app, &new, &["restore", from, "--ledger", path]).await;
        (done, told, new.join("proofdesk.db").exists())
    };
    let (done, told, is_there) = restore("first").await;
    assert!(!done && told.contains("cannot open") && !is_there, "{told}");
    std::fs::create_dir(&ledger).expect("a folder");
    let (done, told, is_there) = restore("first").await;
    assert!(!done && told.contains("cannot read") && !is_there, "{told}");
    std::fs::remove_dir(&ledger).expect("it goes");
    std::fs::write(&ledger, "a line of another desk\n").expect("a ledger");
    let (done, told, is_there) = restore("first").await;
    assert!(!done && told.contains("no line of") && is_there, "{told}");
    std::fs::write(&ledger, "").expect("a ledger");
    let (done, told, is_there) = restore("second").await;
    assert!(done && is_there, "{told}");
}

/// What a backup lacks is told when it is restored, while there may still be another one; everything else is restored.
#[tokio::test(flavor = "multi_thread")]
async fn a_restore_says_which_files_are_not_whole() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "Proof").await;
    let mut ids = Vec::new();
    for name in ["whole", "gone", "cut"] {
        let upload = grace.post("/api/v1/attachments").header("x-file-name", "paid.txt");
        let file = upload.bytes("text/plain", name).send().await.expect(201).json();
        let body = json!({ "body": "See the file.", "attachment_ids": [file["id"]] });
        let path = format!("/api/v1/tickets/{number}/messages");
        grace.post(&path).json(&body).send().await.expect(201);
        ids.push(file["id"].as_str().expect("an id").to_owned());
    }
    // One that no message took: housekeeping may have been at it between database and files.
    let unused = grace.post("/api/v1/attachments").header("x-file-name", "unused.txt");
    let unused = unused.bytes("text/plain", "unused").send().await.expect(201).json();
    let folder = tempfile::tempdir().expect("a folder");
    let (backup, new) = (folder.path().join("backup"), folder.path().join("new"));
    let from = backup.to_str().expect("a path");
    let (done, told) = command(&app, &app.config().files.data, &["backup", from]).await;
    assert!(done, "{told}");
    let rests = |files: &Path, id: &str| files.join(&id[id.len() - 2..]).join(id);
    let kept = backup.join("files");
    std::fs::remove_file(rests(&kept, &ids[1])).expect("it is gone");
    std::fs::remove_file(rests(&kept, unused["id"].as_str().expect("an id"))).expect("it is gone");
    let cut = rests(&kept, &ids[2]);
    let sealed = std::fs::read(&cut).expect("a file");
    std::fs::write(&cut, &sealed[..sealed.len() - 1]).expect("it is cut");

    std::fs::create_dir(&new).expect("a folder");
    std::fs::copy(app.config().keys_path(), new.join("keys")).expect("the keys");
    let (done, told) = command(&app, &new, &["restore", from]).await;
    assert!(!done, "{told}");
    for words in [
        "restored database and".to_owned(),
        format!("ticket {number}: file {} is missing", ids[1]),
        format!("ticket {number}: file {} is cut short", ids[2]),
        "2 of 3 files are not whole in this backup (1 missing, 1 cut short)".to_owned(),
    ] {
        assert!(told.contains(&words), "{words}: {told}");
    }
    assert!(!told.contains("put the key file"), "{told}");
    let (done, told) = command(&app, &new, &["audit", "verify", "--state"]).await;
    assert!(done, "{told}");
    let (done, told) = command(&app, &new, &["doctor"]).await;
    assert!(!done && told.contains("are gone, and 1 are cut short"), "{told}");
    assert!(told.contains("files open"), "{told}");
    // Out of another backup, or here out of the desk itself.
    for id in ids.iter().map(String::as_str).chain(unused["id"].as_str()) {
        let to = rests(&new.join("files"), id);
        std::fs::copy(rests(&app.config().blobs_path(), id), to).expect("a copy");
    }
    let (done, told) = command(&app, &new, &["doctor"]).await;
    assert!(done, "{told}");
}
