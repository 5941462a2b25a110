//! Files in a bucket: a real S3 server beside the real desk, which goes away and comes back.

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
    let mut all = Vec::new();
    let mut folders = vec![root.path().join("blobs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false => all.extend(std::fs::read(path).expect("a file")),
            }
        }
    }
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
