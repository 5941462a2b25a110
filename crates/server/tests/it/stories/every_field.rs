//! A secret typed into every field of every request that the API's document knows rests nowhere: in no byte of the data folder,
//! no line of the log, nothing that is sent out. The fields are read from the document, so a new one is tried by itself.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use proofdesk_server::config::Log;
use proofdesk_server::logging;
use proofdesk_store::Engine;
use proofdesk_testkit::{Answer, Client, Receiver, Setup, TestApp, until};
use serde_json::{Map, Value, json};

const DOCUMENT: &str = include_str!("../../../../../ui/shared/openapi.json");

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const WIF: &str = "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr";
/// What is left of either, whatever stands between the words.
const TRACES: [&str; 2] = ["sausage", "UnhyzenEwVLy9"];
/// Typed where it may rest: it shows that the search finds what is there.
const KEPT: &str = "quokka";

/// How deep an example of a body is made.
const DEEPEST: usize = 8;

/// A request of the document: an example of its body, and where free text stands in it.
struct Asked {
    method: String,
    path: String,
    body: Value,
    free: Vec<String>,
}

struct Maker<'d> {
    document: &'d Value,
    brand_id: String,
    free: Vec<String>,
}

impl Maker<'_> {
    fn resolved<'v>(&'v self, schema: &'v Value) -> &'v Value {
        let name = schema["$ref"].as_str().and_then(|to| to.rsplit('/').next());
        name.map_or(schema, |name| &self.document["components"]["schemas"][name])
    }

    /// An example of a schema; `at` is where it will stand.
    fn example(&mut self, schema: &Value, at: &str, depth: usize) -> Value {
        let schema = self.resolved(schema).clone();
        if depth > DEEPEST {
            return Value::Null;
        }
        for kind in ["oneOf", "anyOf", "allOf"] {
            let Some(choices) = schema[kind].as_array() else { continue };
            let first = choices.iter().find(|choice| choice["type"] != "null");
            return first.map_or(Value::Null, |first| self.example(first, at, depth + 1));
        }
        let kinds = [schema["type"].clone()];
        let kinds = schema["type"].as_array().map_or(&kinds[..], Vec::as_slice);
        let is = |kind: &str| kinds.iter().any(|one| one == kind);
        let example = schema["examples"].as_array().and_then(|all| all.first()).cloned();
        if is("object") || schema["properties"].is_object() {
            return self.object(&schema, at, depth);
        }
        if is("array") {
            let one = self.example(&schema["items"], &format!("{at}/0"), depth + 1);
            return if one.is_null() { json!([]) } else { json!([one]) };
        }
        if is("string") {
            return self.text(&schema, at, example, is("null"));
        }
        if is("integer") {
            return example.unwrap_or_else(|| json!(schema["minimum"].as_i64().unwrap_or(1)));
        }
        if is("boolean") { json!(false) } else { Value::Null }
    }

    fn object(&mut self, schema: &Value, at: &str, depth: usize) -> Value {
        let mut made = Map::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let value = self.example(property, &format!("{at}/{name}"), depth + 1);
            made.insert(name.clone(), value);
        }
        if schema["additionalProperties"].is_object() {
            let value =
                self.example(&schema["additionalProperties"], &format!("{at}/key"), depth + 1);
            made.insert("key".to_owned(), value);
        }
        Value::Object(made)
    }

    fn text(&mut self, schema: &Value, at: &str, example: Option<Value>, may_lack: bool) -> Value {
        if let Some(first) = schema["enum"].as_array().and_then(|all| all.first()) {
            return first.clone();
        }
        match schema["format"].as_str() {
            Some("uuid") if at.ends_with("/brand_id") => json!(self.brand_id),
            Some("uuid") if may_lack || at.ends_with("/0") => Value::Null,
            Some("uuid") => json!("00000000-0000-7000-8000-000000000001"),
            // What ends somewhere begins before.
            Some("date-time") if at.ends_with("/until") => json!("2027-02-01T00:00:00Z"),
            Some("date-time") => json!("2027-01-01T00:00:00Z"),
            _ => {
                self.free.push(at.to_owned());
                example.unwrap_or_else(|| json!("abc"))
            }
        }
    }
}

/// Every request of the document that changes something and has a JSON body.
fn asked(brand_id: &str) -> Vec<Asked> {
    let document: Value = serde_json::from_str(DOCUMENT).expect("the document");
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            if !["post", "put", "patch"].contains(&method.as_str()) || schema.is_null() {
                continue;
            }
            let brand_id = brand_id.to_owned();
            let mut maker = Maker { document: &document, brand_id, free: Vec::new() };
            let body = maker.example(schema, "", 0);
            let (method, path) = (method.to_uppercase(), path.clone());
            all.push(Asked { method, path, body, free: maker.free });
        }
    }
    all
}

/// What the ids in paths stand for.
struct Places {
    number: String,
    brand_id: String,
    customer_id: String,
    /// Who may be erased without anything else of the story ending with them.
    leaving_id: String,
    /// Of each collection something that is there.
    made: BTreeMap<String, String>,
}

impl Places {
    fn path(&self, template: &str) -> String {
        let mut path = String::new();
        for part in template.split('/').skip(1) {
            let filled = match part {
                "{lang}" => "en",
                "{slug}" => "fees",
                "{brand_id}" => &self.brand_id,
                "{id}" if path == "/api/v1/tickets" => &self.number,
                "{id}" if path == "/api/v1/brands" => &self.brand_id,
                "{id}" if template == "/api/v1/customers/{id}/erasure" => &self.leaving_id,
                "{id}" if path == "/api/v1/customers" => &self.customer_id,
                "{id}" => self
                    .made
                    .get(&path)
                    .map_or("00000000-0000-7000-8000-000000000001", String::as_str),
                "{token}" => "pdl_none",
                "{visibility}" => "internal",
                part if part.starts_with('{') => "00000000-0000-7000-8000-000000000002",
                part => part,
            };
            path = format!("{path}/{filled}");
        }
        path
    }
}

async fn send(client: &Client, asked: &Asked, path: &str, body: &Value) -> Answer {
    let before = match asked.method.as_str() {
        "POST" => None,
        _ => Some(client.get(path).send().await),
    };
    let call = client.call(asked.method.parse().expect("a method"), path);
    let version =
        before.map(|answer| answer.header("etag").to_owned()).filter(|tag| !tag.is_empty());
    let call = match version {
        Some(version) => call.header("if-match", &version),
        None if asked.method == "POST" => call,
        None => call.if_match(0),
    };
    call.header("user-agent", PHRASE)
        .header("x-request-id", WIF)
        .header("referer", &format!("https://x.example/{WIF}"))
        .json(body)
        .send()
        .await
}

/// Whoever changes the session or the second factor of the one who asks would lock the test out.
fn is_own_door(path: &str) -> bool {
    ["/api/v1/me/totp", "/api/v1/me/password", "/api/v1/me/recovery-codes", "/api/v1/session"]
        .iter()
        .any(|door| path.starts_with(door))
}

/// Types each secret into each field, one at a time. Returns how many requests were taken.
async fn type_everywhere(app: &TestApp, grace: &Client, places: &mut Places) -> usize {
    let anonymous = app.anonymous();
    let all = asked(&places.brand_id);
    assert!(all.iter().map(|one| one.free.len()).sum::<usize>() > 60, "the document is read");
    for asked in all.iter().filter(|asked| asked.method == "POST" && !asked.path.contains('{')) {
        if is_own_door(&asked.path) {
            continue;
        }
        let made = send(&app.admin, asked, &asked.path, &asked.body).await;
        let made: Value = serde_json::from_str(&made.text()).unwrap_or_default();
        let id = made["id"].as_str().or(made["webhook"]["id"].as_str());
        if let Some(id) = id {
            places.made.insert(asked.path.clone(), id.to_owned());
        }
    }
    let mut taken = 0;
    for asked in &all {
        let path = places.path(&asked.path);
        let clients: &[&Client] = if is_own_door(&asked.path) {
            &[&anonymous]
        } else {
            &[&*app.admin, grace, &anonymous]
        };
        for field in &asked.free {
            for secret in [PHRASE.to_owned(), PHRASE.replace(' ', "-"), WIF.to_owned()] {
                let mut body = asked.body.clone();
                let Some(place) = body.pointer_mut(field) else { continue };
                // An address stays one, so that it is not refused for that.
                *place = match place.as_str() {
                    Some(url) if url.starts_with("https://") => {
                        json!(format!("{url}/{secret}").replace(' ', "%20"))
                    }
                    _ => json!(secret),
                };
                for client in clients {
                    taken += usize::from(send(client, asked, &path, &body).await.status < 300);
                }
            }
        }
    }
    taken
}

/// What was made to send to addresses that do not exist would be tried for a long time.
async fn forget_strangers(app: &TestApp, receiver: &Receiver) {
    let hooks = app.admin.get("/api/v1/webhooks").send().await.expect(200).json();
    for hook in hooks["items"].as_array().into_iter().flatten() {
        if hook["url"] != receiver.url() {
            let id = hook["id"].as_str().expect("an id");
            app.admin.delete(&format!("/api/v1/webhooks/{id}")).send().await.expect(204);
        }
    }
    app.admin.delete(&format!("/api/v1/brands/{}/app-push", app.brand_id)).send().await;
}

/// Files under every name and of every kind of text, each read again.
async fn upload_everything(client: &Client) {
    let text = format!("For later:\n{PHRASE}\nand {WIF}\n");
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let files: Vec<(&str, &str, Vec<u8>)> = vec![
        ("a.txt", "text/plain", text.clone().into_bytes()),
        ("a.log", "application/octet-stream", text.clone().into_bytes()),
        ("a.csv", "text/csv", text.replace(' ', ",").into_bytes()),
        (
            "a.json",
            "application/json",
            json!({ "words": PHRASE, "key": WIF }).to_string().into_bytes(),
        ),
        ("a.html", "text/html", format!("<html><p>{text}</p></html>").into_bytes()),
        ("a.svg", "image/svg+xml", format!("<svg><text>{text}</text></svg>").into_bytes()),
        ("a.xml", "application/xml", format!("<?xml version='1.0'?><a>{text}</a>").into_bytes()),
        ("wide.txt", "text/plain", wide(u16::to_le_bytes)),
        ("wide-be.txt", "text/plain", wide(u16::to_be_bytes)),
        (
            "cyrillic.txt",
            "text/plain",
            [
                &b"\xcf\xf0\xe8\xe2\xe5\xf2, \xe2\xee\xf2 \xf1\xeb\xee\xe2\xe0:\n"[..],
                text.as_bytes(),
            ]
            .concat(),
        ),
    ];
    for (name, kind, bytes) in files {
        let upload = client.post("/api/v1/attachments").header("x-file-name", name);
        let file = upload.bytes(kind, bytes).send().await.expect(201).json();
        assert_ne!(file["masked"], json!([]), "{name}");
        let id = file["id"].as_str().expect("an id");
        let kept = client.get(&format!("/api/v1/attachments/{id}")).send().await.expect(200).text();
        assert!(kept.contains("⟦seed-phrase⟧"), "{name}: {kept}");
        assert!(TRACES.iter().all(|trace| !kept.contains(trace)), "{name}: {kept}");
    }
    for name in [PHRASE.replace(' ', "%20"), PHRASE.replace(' ', "-"), format!("{WIF}.txt")] {
        let upload = client.post("/api/v1/attachments").header("x-file-name", &name);
        upload.bytes("text/plain", "nothing").send().await.expect(201);
    }
}

/// Files of a folder that hold a word, in whatever case.
fn files_with(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
        } else if holds(&std::fs::read(&path).unwrap_or_default(), word) {
            found.push(path);
        }
    }
    found
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// Everything is logged, into a file beside the desk's.
fn log_into(folder: &Path) -> PathBuf {
    let path = folder.join("desk.log");
    let to = path.clone();
    let log = Log { filter: "debug,hyper=info,h2=info".to_owned(), ..Log::default() };
    logging::start_into(&log, move || {
        OpenOptions::new().create(true).append(true).open(&to).expect("a log")
    })
    .expect("the log starts");
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_in_any_field_rests_nowhere() {
    let receiver = Receiver::start().await;
    let mut app = Setup::on(Engine::Sqlite).searching().start().await;
    let log = log_into(app.folder());
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "Deposit").await.to_string();
    let hook = json!({ "name": "all", "url": receiver.url(), "kinds": ["*"] });
    app.admin.post("/api/v1/webhooks").json(&hook).send().await.expect(201);
    let ticket =
        app.admin.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json();
    let mut places = Places {
        number: number.clone(),
        brand_id: app.brand_id.to_string(),
        customer_id: ticket["customer"]["id"].as_str().unwrap_or_default().to_owned(),
        leaving_id: app.customer("judy").await.id.to_string(),
        made: BTreeMap::new(),
    };
    let taken = type_everywhere(&app, &grace, &mut places).await;
    assert!(taken > 30, "only {taken} were taken at all");
    forget_strangers(&app, &receiver).await;
    upload_everything(&grace).await;
    let key = PHRASE.replace(' ', "-");
    let told = format!("/api/v1/tickets/{number}/messages");
    let kept = json!({ "body": KEPT });
    grace.post(&told).key(&key).json(&kept).send().await.expect(201);
    let again = grace.post(&told).key(&key).json(&kept).send().await.expect(201);
    assert_eq!(again.header("idempotency-replayed"), "true", "the key is known again");
    until("everything was sent", async || app.step().await == 0).await;
    app.recur().await;
    until("the words are in the index", async || app.is_indexed().await).await;

    let sent = receiver.received();
    assert!(sent.len() > 20, "{} were sent", sent.len());
    for trace in TRACES {
        for request in &sent {
            assert!(!holds(&request.body, trace), "{}", String::from_utf8_lossy(&request.body));
            assert!(!holds(format!("{:?}", request.headers).as_bytes(), trace));
        }
        assert_eq!(files_with(app.folder(), trace), Vec::<PathBuf>::new());
    }
    app.stop().await;
    assert_ne!(files_with(app.folder(), KEPT), Vec::<PathBuf>::new());
    assert!(holds(&std::fs::read(&log).expect("a log"), "answered"), "requests are logged");
    for trace in TRACES {
        assert_eq!(files_with(app.folder(), trace), Vec::<PathBuf>::new());
    }
}
