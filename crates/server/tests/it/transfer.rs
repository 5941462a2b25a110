//! What leaves a desk and what comes into one, by the binary, on both engines: once, whole, in silence and without secrets.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use proofdesk_store::testing::empty_postgres;
use proofdesk_store::{Db, DbUrl};
use proofdesk_testkit::until;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::crash::check;
use crate::crash::load::Load;
use crate::crash::process::{Process, binary, command};

/// A word of the phrase in the fixtures that stands nowhere else.
const TRACE: &[u8] = b"sausage";

/// A founded desk with an administrator, whom nobody serves.
struct Place {
    folder: TempDir,
    url: String,
}

impl Place {
    async fn both() -> [Self; 2] {
        [Self::new(false).await, Self::new(true).await]
    }

    async fn new(on_postgres: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = match on_postgres {
            false => format!("sqlite:{}", folder.path().join("data/proofdesk.db").display()),
            true => match empty_postgres().await {
                DbUrl::Postgres { url } => url,
                other => panic!("{other}"),
            },
        };
        let place = Self { folder, url };
        Load::prepare(&place.data(), &place.url).await;
        place
    }

    fn data(&self) -> PathBuf {
        self.path("data")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn run(&self, args: &[&str]) -> Output {
        let mut command = binary(&self.data(), &self.url);
        command.args(args);
        let ran = tokio::task::spawn_blocking(move || command.output().expect("the binary runs"));
        ran.await.expect("its output")
    }

    /// What a command prints when it goes well.
    async fn told(&self, args: &[&str]) -> String {
        let output = self.run(args).await;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    async fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.told(args).await).expect("JSON")
    }

    /// What a command says when it is refused.
    async fn refused(&self, args: &[&str]) -> String {
        let output = self.run(args).await;
        assert!(!output.status.success(), "{args:?} was not refused");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("a path").to_owned()
    }

    /// Lets the desk run until every event has its position, and verifies it.
    async fn assert_proven(&self) {
        let process = Process::start(&self.data(), &self.url).await;
        check::numbered(&self.url).await;
        process.stop().await;
        command(&self.data(), &self.url, &["audit", "verify", "--state"]).await;
    }

    async fn count(&self, sql: &'static str) -> i64 {
        let db = check::open(&self.url).await;
        let n = count(&db, sql).await;
        db.close().await;
        n
    }
}

async fn count(db: &Db, sql: &'static str) -> i64 {
    let read: proofdesk_store::Result<(i64,)> =
        db.read(async move |rx| rx.query_one(sql, &[]).await).await;
    read.expect("a number").0
}

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    path.to_str().expect("a path").to_owned()
}

/// Files below a folder in which the phrase can be found.
fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(traces(&path));
            continue;
        }
        let bytes = match std::fs::read(&path) {
            // A journal that the database put away meanwhile.
            Err(gone) if gone.kind() == std::io::ErrorKind::NotFound => continue,
            read => read.expect("a file"),
        };
        if bytes.windows(TRACE.len()).any(|window| window.eq_ignore_ascii_case(TRACE)) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn what_zendesk_exports_comes_once_and_without_its_secrets() {
    for place in Place::both().await {
        let files = place.path("files");
        std::fs::create_dir(&files).expect("a folder");
        std::fs::write(files.join("498483"), "2.5 USDT, ok").expect("a file");
        let (export, files) =
            (fixture("zendesk.jsonl"), files.to_str().expect("a path").to_owned());
        let args =
            ["import", &export, "--format", "zendesk", "--portal-ids", "--files", &files, "--json"];
        let done = place.json(&args).await;
        let made = json!({ "customer": 2, "staff": 2, "team": 1, "ticket": 3 });
        assert_eq!((&done["made"], &done["messages"]), (&made, &json!(6)), "{done}");
        assert_eq!((&done["files"], &done["skipped"]), (&json!(1), &json!(0)));
        assert_eq!(done["passed_over"], json!({ "deleted ticket": 1, "organization": 1 }));
        assert!(done["unknown"]["ticket.custom_fields"].is_number(), "{done}");
        // Nobody is told, and nothing waits to be done.
        for table in ["notification", "notification_delivery", "job", "webhook_delivery"] {
            let sql = match table {
                "notification" => "select count(*) from notification",
                "notification_delivery" => "select count(*) from notification_delivery",
                "job" => "select count(*) from job",
                _ => "select count(*) from webhook_delivery",
            };
            assert_eq!(place.count(sql).await, 0, "{table}");
        }
        let moments = "select count(*) from ticket where created_at = 1614592800000000 \
            and solved_at = 1614677400000000 and risk = 'suspected_theft'";
        assert_eq!(place.count(moments).await, 1);
        assert_eq!(traces(&place.data()), Vec::<String>::new());
        let again = place.json(&args).await;
        assert_eq!((&again["made"], &again["messages"]), (&json!({}), &json!(0)), "{again}");
        assert_eq!(again["there"]["ticket"], 3);
        assert_eq!(place.count("select count(*) from ticket").await, 3);
        assert_eq!(place.count("select count(*) from message").await, 6);
        place.assert_proven().await;
        assert_eq!(traces(&place.data()), Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_chatwoot_gives_becomes_tickets() {
    for place in Place::both().await {
        let export = fixture("chatwoot.jsonl");
        let args = ["import", &export, "--format", "chatwoot", "--json"];
        let done = place.json(&args).await;
        let made = json!({ "customer": 2, "staff": 1, "team": 1, "ticket": 2 });
        assert_eq!((&done["made"], &done["messages"]), (&made, &json!(5)), "{done}");
        assert_eq!(done["passed_over"], json!({ "activity": 1 }));
        assert_eq!(traces(&place.data()), Vec::<String>::new());
        place.assert_proven().await;
    }
}

/// What a desk writes out, another one takes, files and all, and writes out again.
#[tokio::test(flavor = "multi_thread")]
async fn a_desk_moves() {
    for (old, new) in Place::both().await.into_iter().zip(Place::both().await) {
        let files = old.path("files");
        std::fs::create_dir(&files).expect("a folder");
        std::fs::write(files.join("498483"), "2.5 USDT, ok").expect("a file");
        let given = files.to_str().expect("a path").to_owned();
        old.told(&["import", &fixture("zendesk.jsonl"), "--format", "zendesk", "--files", &given])
            .await;
        let told = old.refused(&["export"]).await;
        assert!(told.contains("--reason"), "{told}");
        let (out, opened) = (old.path("desk.jsonl"), old.path("opened"));
        let (out, opened) = (out.to_str().expect("a path"), opened.to_str().expect("a path"));
        let reason = ["--reason", "Moving to another machine"];
        let lines = old.refused(&["export", "--json", reason[0], reason[1]]).await;
        assert!(lines.contains("--out"), "{lines}");
        let written = ["export", "--out", out, "--files", opened, reason[0], reason[1], "--json"];
        let written = old.json(&written).await;
        assert_eq!((&written["files"], &written["counts"]["ticket"]), (&json!(1), &json!(3)));
        let again = old.refused(&["export", "--out", out, reason[0], reason[1]]).await;
        assert!(again.contains("does not exist yet"), "{again}");
        let bytes: Vec<_> = std::fs::read_dir(opened).expect("a folder").collect();
        assert_eq!(bytes.len(), 1);
        let done = new.json(&["import", out, "--files", opened, "--json"]).await;
        assert_eq!((&done["made"]["ticket"], &done["messages"]), (&json!(3), &json!(6)), "{done}");
        assert_eq!((&done["files"], &done["skipped"]), (&json!(1), &json!(0)), "{done}");
        let kinds = |text: &str| {
            let kind = |line: &str| {
                let line: Value = serde_json::from_str(line).expect("JSON");
                let said = [&line["kind"], &line["body"], &line["number"], &line["created_at"]];
                let is_of_desk = ["export", "organisation"].contains(&said[0].as_str()?);
                (!is_of_desk).then(|| json!(said).to_string())
            };
            let mut kinds: Vec<String> = text.lines().filter_map(kind).collect();
            kinds.sort();
            kinds
        };
        let left = kinds(&std::fs::read_to_string(out).expect("the export"));
        let arrived = kinds(&new.told(&["export", reason[0], reason[1]]).await);
        // Both desks began with a customer of their own.
        let own = |lines: &[String]| lines.iter().filter(|line| line.contains("customer")).count();
        assert_eq!((own(&left), own(&arrived)), (3, 4));
        let said = |lines: Vec<String>| -> Vec<String> {
            lines.into_iter().filter(|line| !line.contains("\"customer\"")).collect()
        };
        assert_eq!(said(left), said(arrived));
        new.assert_proven().await;
    }
}

/// Lines of our own: a customer, and tickets of one message.
fn lines(tickets: usize) -> Vec<String> {
    let mut lines =
        vec![json!({ "kind": "customer", "id": "c", "email": "c@example.com" }).to_string()];
    for n in 0..tickets {
        let ticket =
            json!({ "kind": "ticket", "id": format!("t{n}"), "customer": "c", "subject": "Fees" });
        let message = json!({
            "kind": "message", "id": format!("m{n}"), "ticket": format!("t{n}"), "visibility": "public",
            "author": "customer", "created_at": "2021-03-01T10:00:00Z", "body": "How much?",
        });
        lines.extend([ticket.to_string(), message.to_string()]);
    }
    lines
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_import_goes_on() {
    for place in Place::both().await {
        let all = lines(170);
        let mut importing = binary(&place.data(), &place.url);
        importing.args(["import", "-", "--source", "old"]);
        let mut importing = importing.stdin(Stdio::piped()).spawn().expect("the binary starts");
        let mut input = importing.stdin.take().expect("its input");
        let begun = all[..240].join("\n") + "\n";
        input.write_all(begun.as_bytes()).expect("lines are taken");
        let db = check::open(&place.url).await;
        until("a batch is committed", async || {
            count(&db, "select count(*) from ticket").await >= 49
        })
        .await;
        importing.kill().expect("a kill");
        importing.wait().expect("its end");
        drop(input);
        let before = count(&db, "select count(*) from ticket").await;
        assert!(before < 170, "{before}");
        db.close().await;
        let file = place.write("all.jsonl", &(all.join("\n") + "\n"));
        let done = place.json(&["import", &file, "--source", "old", "--json"]).await;
        assert!(done["resumed_at"].as_u64() > Some(0), "{done}");
        assert_eq!(done["made"]["ticket"], 170 - before, "{done}");
        assert_eq!(place.count("select count(*) from ticket").await, 170);
        assert_eq!(place.count("select count(*) from message").await, 170);
        // The same with more in it: only that comes.
        let mut more = lines(171);
        more.insert(0, json!({ "kind": "tag", "name": "fees" }).to_string());
        let file = place.write("more.jsonl", &(more.join("\n") + "\n"));
        let done = place.json(&["import", &file, "--source", "old", "--json"]).await;
        assert_eq!((&done["made"]["ticket"], &done["there"]["ticket"]), (&json!(1), &json!(170)));
        place.assert_proven().await;
    }
}

/// A file that ends too early is told from a whole one: nothing of a ticket is lost by it, and the whole file goes on from there.
#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_was_cut_off_says_so() {
    for (old, new) in Place::both().await.into_iter().zip(Place::both().await) {
        let typed = old.write("typed.jsonl", &(lines(3).join("\n") + "\n"));
        old.told(&["import", &typed, "--source", "typed"]).await;
        let text = old.told(&["export", "--reason", "Moving to another machine"]).await;
        let told: Vec<&str> = text.lines().collect();
        let (last, rest) = told.split_last().expect("lines");
        let end: Value = serde_json::from_str(last).expect("JSON");
        assert_eq!((&end["kind"], &end["counts"]["ticket"]), (&json!("end"), &json!(3)), "{end}");
        let (message, begun) = rest.split_last().expect("lines");
        assert!(message.contains("\"kind\":\"message\""), "{message}");
        // The last ticket has no message any more, and half of a line stands behind it.
        let half = message.get(..40).expect("a long line");
        let cut = new.write("cut.jsonl", &(begun.join("\n") + "\n" + half));
        let log = new.path("skipped.jsonl");
        let log = log.to_str().expect("a path");
        let said = new.refused(&["import", &cut, "--skip-log", log]).await;
        assert!(said.contains("was cut off"), "{said}");
        assert_eq!(new.count("select count(*) from ticket").await, 2);
        let skipped = std::fs::read_to_string(log).expect("the log");
        assert!(skipped.contains("\"reason\":\"cut-off\""), "{skipped}");
        let ended = "select count(*) from event where kind = 'desk.imported'";
        assert_eq!(new.count(ended).await, 0, "it did not come to its end");
        let whole = new.write("whole.jsonl", &text);
        let done = new.json(&["import", &whole, "--json"]).await;
        assert!(done["resumed_at"].as_u64() > Some(0), "{done}");
        assert_eq!((&done["whole"], &done["made"]), (&json!(true), &json!({ "ticket": 1 })));
        assert_eq!((&done["messages"], &done["skipped"]), (&json!(1), &json!(0)), "{done}");
        assert_eq!(new.count("select count(*) from message").await, 3);
        assert_eq!(new.count(ended).await, 1);
        // A hole in it is told, and holds nothing up.
        let holed: Vec<&str> =
            told.iter().copied().filter(|line| !line.contains("\"slug\":\"fees\"")).collect();
        assert_eq!(holed.len() + 1, told.len());
        let holed = new.write("holed.jsonl", &(holed.join("\n") + "\n"));
        let done = new.json(&["import", &holed, "--json"]).await;
        assert_eq!((&done["whole"], &done["made"]), (&json!(false), &json!({})), "{done}");
        let done = new.json(&["import", &typed, "--source", "typed", "--json"]).await;
        assert!(done["whole"].is_null(), "{done}");
        new.assert_proven().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_broken_is_left_out_with_its_reason() {
    for place in Place::both().await {
        let mut broken = lines(2);
        broken.insert(1, "{ this is no JSON".to_owned());
        broken.push(
            json!({ "kind": "ticket", "id": "t9", "customer": "nobody", "subject": "x" })
                .to_string(),
        );
        let of_nobody = json!({
            "kind": "message", "id": "m9", "ticket": "t9", "visibility": "public", "author": "customer",
            "created_at": "2021-03-01T10:00:00Z", "body": "Hello",
        });
        broken.push(of_nobody.to_string());
        broken.push(of_nobody.to_string().replace("\"t9\"", "\"elsewhere\""));
        broken.push(json!({ "kind": "ticket", "id": "t8", "customer": "c" }).to_string());
        let file = place.write("broken.jsonl", &broken.join("\n"));
        let log = place.path("skipped.jsonl");
        let args = ["import", &file, "--source", "old", "--json", "--skip-log"];
        let done = place.json(&[&args[..], &[log.to_str().expect("a path")]].concat()).await;
        assert_eq!((&done["made"]["ticket"], &done["skipped"]), (&json!(2), &json!(4)), "{done}");
        let text = std::fs::read_to_string(&log).expect("the log");
        let told: Vec<(u64, String, String)> = text
            .lines()
            .map(|line| {
                let line: Value = serde_json::from_str(line).expect("JSON");
                assert!(line["way_out"].as_str().is_some_and(|way_out| !way_out.is_empty()));
                let word = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
                (line["line"].as_u64().expect("a number"), word("kind"), word("reason"))
            })
            .collect();
        let skipped = |line, kind: &str, reason: &str| (line, kind.to_owned(), reason.to_owned());
        let mut sorted = told.clone();
        sorted.sort();
        let expected = [
            skipped(2, "line", "malformed"),
            skipped(7, "ticket", "field-invalid"),
            skipped(9, "message", "out-of-place"),
            skipped(10, "line", "malformed"),
        ];
        assert_eq!(sorted, expected, "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn members_and_tokens_are_kept_at_the_machine() {
    for place in Place::both().await {
        let link =
            place.json(&["user", "invite", "mina@example.com", "--role", "Agent", "--json"]).await;
        assert_eq!(
            (&link["purpose"], &link["email"]),
            (&json!("invitation"), &json!("mina@example.com"))
        );
        assert!(link["link"].as_str().is_some_and(|link| link.contains("/console/link/")));
        let listed = place.told(&["user", "list", "--json"]).await;
        let members: Vec<Value> =
            listed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let states: Vec<_> = members.iter().map(|one| (&one["email"], &one["state"])).collect();
        let (ada, mina) = (json!("ada@example.com"), json!("mina@example.com"));
        assert_eq!(states, [(&ada, &json!("active")), (&mina, &json!("invited"))]);
        assert_eq!(members[1]["roles"], json!(["Agent"]));
        let state = async |verb: &str| {
            place.json(&["user", verb, "mina@example.com", "--json"]).await["state"].clone()
        };
        assert_eq!(state("disable").await, "disabled");
        let barred = place.refused(&["user", "reset-password", "mina@example.com"]).await;
        assert!(barred.contains("proofdesk user enable mina@example.com"), "{barred}");
        assert_eq!(state("enable").await, "invited");
        let reset = place.json(&["user", "reset-password", "ada@example.com", "--json"]).await;
        assert_eq!(reset["purpose"], "password-reset");
        // Hints: the nearest address, role, permission.
        let slip = place.refused(&["user", "disable", "nina@example.com"]).await;
        assert!(slip.contains("mina@example.com"), "{slip}");
        let slip = place.refused(&["user", "invite", "x@example.com", "--role", "agnet"]).await;
        assert!(slip.contains("Agent"), "{slip}");
        let last = place.refused(&["user", "disable", "ada@example.com"]).await;
        assert!(last.contains("last-administrator"), "{last}");
        let scope = ["--email", "ada@example.com", "--scope"];
        let args = [&["token", "create", "--json"][..], &scope, &["ticket.read"]].concat();
        let token = place.json(&args).await;
        assert_eq!(token["scopes"], json!(["ticket.read"]));
        let args = [&["token", "create"][..], &scope, &["ticket.raed"]].concat();
        let slip = place.refused(&args).await;
        assert!(slip.contains("ticket.read"), "{slip}");
        let id = token["id"].as_str().expect("an id").to_owned();
        let listed = async |args: &[&str]| {
            let told = place.told(args).await;
            assert!(!told.contains(token["token"].as_str().expect("a token")), "{told}");
            told.lines().filter(|line| line.contains(&id)).count()
        };
        assert_eq!(listed(&["token", "list", "--json"]).await, 1);
        place.told(&["token", "revoke", &id]).await;
        assert_eq!(listed(&["token", "list"]).await, 0);
        assert_eq!(listed(&["token", "list", "--all"]).await, 1);
        let again = place.refused(&["token", "revoke", &id]).await;
        assert!(again.contains("token list"), "{again}");
    }
}
