//! Files in a bucket: a real S3 server beside the real desk, which goes away and comes back.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use proofdesk_server::config::S3;
use proofdesk_testkit::{Answer, Client, Engine, S3Server, Setup, TestApp};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

const PIECE: &str = "application/offset+octet-stream";

fn s3(server: &S3Server) -> S3 {
    let bucket = server.bucket();
    S3 {
        endpoint: bucket.endpoint,
        region: bucket.region,
        bucket: bucket.name,
        access_key: bucket.access_key,
        secret_key: bucket.secret_key,
        bucket_in_host: false,
        allow_http: true,
        ca_file: None,
    }
}

async fn desk(engine: Engine) -> (TestApp, S3Server, TempDir) {
    let root = tempfile::tempdir().expect("a folder");
    let server = S3Server::start(root.path()).await;
    let s3 = s3(&server);
    let app = Setup::on(engine).config(move |config| config.files.s3 = Some(s3)).start().await;
    (app, server, root)
}

/// Every byte of the bucket.
fn rests(root: &TempDir) -> Vec<u8> {
    files_in(&root.path().join("blobs")).into_iter().flat_map(|(_, bytes)| bytes).collect()
}

/// Every file below a folder: its name and its bytes, in the order of the names.
fn files_in(folder: &Path) -> Vec<(OsString, Vec<u8>)> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            match entry.path().is_dir() {
                true => folders.push(entry.path()),
                false => {
                    all.push((entry.file_name(), std::fs::read(entry.path()).expect("a file")))
                }
            }
        }
    }
    all.sort();
    all
}

async fn piece(client: &Client, upload: &Value, offset: usize, bytes: &[u8]) -> Answer {
    let path = format!("/api/v1/uploads/{}", upload["id"].as_str().expect("an id"));
    let call = client.patch(&path).header("upload-offset", &offset.to_string());
    call.bytes(PIECE, bytes.to_vec()).send().await
}

async fn check_of_files(app: &TestApp) -> bool {
    // A node without its files is ready all the same.
    let ready = app.anonymous().get("/health/ready").send().await.expect(200).json();
    assert_eq!(ready["ready"], true);
    let checks = ready["checks"].as_array().expect("checks").clone();
    let files = checks.iter().find(|check| check["name"] == "files").expect("a check of files");
    files["ok"].as_bool().expect("a word")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_rests_sealed_in_the_bucket_and_nowhere_else() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (app, _server, root) = desk(engine).await;
        let grace = app.customer("grace").await;
        let words = "a film of the screen ".repeat(20_000);
        let upload = grace.post("/api/v1/attachments").header("x-file-name", "film.bin");
        let file = upload.bytes("application/octet-stream", words.clone().into_bytes());
        let file = file.send().await.expect(201).json();
        let path = format!("/api/v1/attachments/{}", file["id"].as_str().expect("an id"));
        assert_eq!(grace.get(&path).send().await.expect(200).text(), words);
        let part = grace.get(&path).header("range", "bytes=70000-70020").send().await.expect(206);
        assert_eq!(part.text(), words[70_000..=70_020]);
        let rests = rests(&root);
        assert!(rests.len() > words.len(), "{}", rests.len());
        assert!(!rests.windows(8).any(|window| window == b"a film o"));
        assert!(!app.config().blobs_path().exists());
        assert!(check_of_files(&app).await);
        // What no message took is deleted there too.
        app.clock.advance(proofdesk_desk::limits::UNUSED_ATTACHMENT_AGE * 2);
        app.recur().await;
        assert!(self::rests(&root).is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_that_goes_away_costs_an_upload_nothing() {
    let (app, mut server, _root) = desk(Engine::Sqlite).await;
    let grace = app.customer("grace").await;
    let whole: Vec<u8> =
        (0..9_000_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
    let new = json!({
        "file_name": "recording.bin", "length": whole.len(), "sha256": hex::encode(Sha256::digest(&whole)),
    });
    let upload = grace.post("/api/v1/uploads").json(&new).send().await.expect(201).json();
    piece(&grace, &upload, 0, &whole[..5_000_000]).await.expect(200);
    server.kill().await;
    let away = piece(&grace, &upload, 5_000_000, &whole[5_000_000..]).await;
    let away = away.refused("unavailable").expect(503).json();
    assert_eq!(away["retry"], "later");
    assert!(!check_of_files(&app).await);
    // The rest of the desk goes on.
    app.ticket(&grace, "While the files are away").await;

    server.start_again().await;
    let path = format!("/api/v1/uploads/{}", upload["id"].as_str().expect("an id"));
    let found = grace.get(&path).send().await.expect(200).json();
    assert_eq!(found["offset"], 5_000_000);
    let last = piece(&grace, &upload, 5_000_000, &whole[5_000_000..]).await.expect(200).json();
    let path =
        format!("/api/v1/attachments/{}", last["attachment"]["id"].as_str().expect("a file"));
    assert!(grace.get(&path).send().await.expect(200).body == whole, "byte for byte");
    assert!(check_of_files(&app).await);
}

/// What a command of the binary says, about data and a bucket as they are given to it.
async fn command(app: &TestApp, data: &Path, server: &S3Server, arguments: &[&str]) -> String {
    let bucket = server.bucket();
    let mut command = Command::new(env!("CARGO_BIN_EXE_proofdesk"));
    command
        .args(["--data", data.to_str().expect("a path")])
        .args(arguments)
        .env("PROOFDESK__LOG__FILTER", "off")
        .env("PROOFDESK__FILES__S3__ENDPOINT", bucket.endpoint)
        .env("PROOFDESK__FILES__S3__REGION", bucket.region)
        .env("PROOFDESK__FILES__S3__BUCKET", bucket.name)
        .env("PROOFDESK__FILES__S3__ACCESS_KEY", bucket.access_key)
        .env("PROOFDESK__FILES__S3__SECRET_KEY", bucket.secret_key)
        .env("PROOFDESK__FILES__S3__ALLOW_HTTP", "true");
    if data == app.config().files.data {
        command
            .env("PROOFDESK__DATABASE__URL", app.config().database_url().expect("one").to_string());
    }
    let ran = tokio::task::spawn_blocking(move || command.output().expect("it runs"));
    let output = ran.await.expect("an end");
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8(told).expect("text");
    assert!(output.status.success(), "{told}");
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_takes_the_files_out_of_the_bucket_and_puts_them_into_another() {
    let (app, server, _root) = desk(Engine::Sqlite).await;
    let grace = app.customer("grace").await;
    // One that goes in a single request, and one that goes in parts.
    for length in [20_000, 6_000_000] {
        let upload = grace.post("/api/v1/attachments").header("x-file-name", "film.bin");
        let film = vec![7; length];
        upload.bytes("application/octet-stream", film).send().await.expect(201);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let data = app.config().files.data.clone();
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    let told = command(&app, &data, &server, &["backup", &path("without")]).await;
    assert!(told.contains("NO FILES") && told.contains("--with-bucket"), "{told}");
    assert!(!folder.path().join("without/files").exists());
    let told = command(&app, &data, &server, &["backup", "--with-bucket", &path("with")]).await;
    assert!(told.contains("2 files"), "{told}");

    let (new, other) = (folder.path().join("new"), folder.path().join("other"));
    std::fs::create_dir(&new).expect("a folder");
    std::fs::copy(app.config().keys_path(), new.join("keys")).expect("the keys");
    std::fs::create_dir(&other).expect("a folder");
    let empty = S3Server::start(&other).await;
    let told = command(&app, &new, &empty, &["restore", "--with-bucket", &path("with")]).await;
    assert!(told.contains("2 files, into the bucket"), "{told}");
    let told = command(&app, &new, &empty, &["backup", "--with-bucket", &path("again")]).await;
    assert!(told.contains("2 files"), "{told}");
    let (first, second) = (folder.path().join("with/files"), folder.path().join("again/files"));
    assert!(!files_in(&first).is_empty() && files_in(&first) == files_in(&second), "byte for byte");
}
