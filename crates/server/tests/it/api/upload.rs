//! `/api/v1/uploads`: files in pieces, over cuts, restarts and two senders at once.

use std::time::Duration;

use proofdesk_desk::limits;
use proofdesk_testkit::{Answer, Client, Engine, Setup, TestApp, raw_request, until};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const PIECE: &str = "application/offset+octet-stream";

fn bytes(length: usize) -> Vec<u8> {
    // No period that a border of chunks or pieces could hide behind.
    let next = |n: &u32| Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    std::iter::successors(Some(7_u32), next).map(|n| n.to_be_bytes()[0]).take(length).collect()
}

async fn begin(client: &Client, whole: &[u8]) -> Value {
    let new = json!({
        "file_name": "recording.bin",
        "length": whole.len(),
        "sha256": hex::encode(Sha256::digest(whole)),
    });
    client.post("/api/v1/uploads").json(&new).send().await.expect(201).json()
}

fn place(upload: &Value) -> String {
    format!("/api/v1/uploads/{}", upload["id"].as_str().expect("an id"))
}

async fn piece(client: &Client, upload: &Value, offset: usize, piece: &[u8]) -> Answer {
    let call = client.patch(&place(upload)).header("upload-offset", &offset.to_string());
    call.bytes(PIECE, piece.to_vec()).send().await
}

async fn found(client: &Client, upload: &Value) -> Value {
    client.get(&place(upload)).send().await.expect(200).json()
}

async fn arrived(client: &Client, answer: &Value, whole: &[u8]) {
    let id = answer["attachment"]["id"].as_str().unwrap_or_else(|| panic!("no file: {answer}"));
    let file = client.get(&format!("/api/v1/attachments/{id}")).send().await.expect(200);
    assert!(file.body == whole, "byte for byte");
}

/// The head of a piece of which the connection carries only a part.
fn head(client: &Client, upload: &Value, offset: usize, length: usize) -> Vec<u8> {
    format!(
        "PATCH {} HTTP/1.1\r\nhost: {}\r\ncookie: proofdesk={}\r\nx-csrf-token: {}\r\ncontent-type: {PIECE}\r\n\
         upload-offset: {offset}\r\ncontent-length: {length}\r\n\r\n",
        place(upload),
        client.address(),
        client.token().expect("a session"),
        client.csrf().expect("a token"),
    )
    .into_bytes()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_in_pieces_of_any_size() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let whole = bytes(5_000_000);
        let upload = begin(&grace, &whole).await;
        assert_eq!((&upload["offset"], &upload["attachment"]), (&json!(0), &Value::Null));
        let mut at = 0;
        let mut last = Value::Null;
        for size in [1, 65_536, 4_500_000, usize::MAX] {
            let end = at + size.min(whole.len() - at);
            let answer = piece(&grace, &upload, at, &whole[at..end]).await.expect(200);
            assert_eq!(answer.header("upload-offset"), end.to_string());
            last = answer.json();
            at = end;
        }
        arrived(&grace, &last, &whole).await;
        // Whoever missed the answer asks, and gets the same file.
        assert_eq!(found(&grace, &upload).await["attachment"], last["attachment"]);
        let empty = piece(&grace, &upload, whole.len(), b"").await.expect(200).json();
        assert_eq!(empty["attachment"]["id"], last["attachment"]["id"]);
        // The pieces are gone; the file is what rests.
        let parts: (i64,) = app
            .look(async |rx| Ok(rx.query_one("select count(*) from upload_part", &[]).await?))
            .await;
        assert_eq!(parts.0, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_costs_little_and_a_restart_nothing() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut app = Setup::on(engine).start().await;
        let grace = app.customer("grace").await;
        let whole = bytes(9_000_000);
        let upload = begin(&grace, &whole).await;
        let mut cut = head(&grace, &upload, 0, whole.len());
        cut.extend_from_slice(&whole[..6_000_000]);
        raw_request(app.address(), &cut, true).await;
        // What came before the cut counts to the last byte, a moment after the connection broke.
        until("the pieces rest", async || found(&grace, &upload).await["offset"] == 6_000_000)
            .await;
        app.restart().await;
        let grace = grace.moved(app.address());
        assert_eq!(found(&grace, &upload).await["offset"], 6_000_000);
        let last = piece(&grace, &upload, 6_000_000, &whole[6_000_000..]).await.expect(200).json();
        arrived(&grace, &last, &whole).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_is_refused_and_says_where_to_go_on() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let whole = bytes(1000);
    let upload = begin(&grace, &whole).await;
    piece(&grace, &upload, 0, &whole[..400]).await.expect(200);
    for wrong in [0, 399, 401, 1000] {
        let answer = piece(&grace, &upload, wrong, b"x").await.refused("upload-offset").expect(409);
        assert_eq!(answer.header("upload-offset"), "400", "from {wrong}");
    }
    let too_long = [&whole[400..], b"x"].concat();
    let answer = piece(&grace, &upload, 400, &too_long).await.refused("upload-length").expect(422);
    assert_eq!(answer.header("upload-offset"), "1000", "what was announced rests");
    let last = piece(&grace, &upload, 1000, b"").await.expect(200).json();
    arrived(&grace, &last, &whole).await;
    let no_offset = grace.patch(&place(&upload)).bytes(PIECE, "x").send().await;
    no_offset.refused("field-required").expect(422);
    let other_type = grace.patch(&place(&upload)).header("upload-offset", "1000");
    other_type.bytes("text/plain", "x").send().await.refused("unsupported-media-type");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_file_than_announced_is_not_kept() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let upload = begin(&grace, b"what was meant").await;
    piece(&grace, &upload, 0, b"what came here").await.refused("upload-digest").expect(422);
    grace.get(&place(&upload)).send().await.refused("not-found");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_senders_of_one_piece_make_one_file() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let whole = bytes(300_000);
        let upload = begin(&grace, &whole).await;
        let both =
            tokio::join!(piece(&grace, &upload, 0, &whole), piece(&grace, &upload, 0, &whole));
        let statuses = [both.0.status, both.1.status];
        assert!(statuses.contains(&200), "{statuses:?}");
        assert!(statuses.iter().all(|status| [200, 409].contains(status)), "{statuses:?}");
        arrived(&grace, &found(&grace, &upload).await, &whole).await;
        let files: (i64,) = app
            .look(async |rx| Ok(rx.query_one("select count(*) from attachment", &[]).await?))
            .await;
        assert_eq!(files.0, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn uploads_are_bounded_and_forgotten() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let new = |length: u64| json!({ "file_name": "a", "length": length });
    let post = |length| grace.post("/api/v1/uploads").json(&new(length)).send();
    post(0).await.refused("attachment-empty");
    post(limits::ATTACHMENT_BYTES + 1).await.refused("attachment-too-large").expect(413);
    post(limits::ATTACHMENT_BYTES).await.expect(201);
    let upload = begin(&grace, &bytes(100)).await;
    piece(&grace, &upload, 0, &bytes(50)).await.expect(200);
    let given_up = begin(&grace, &bytes(100)).await;
    piece(&grace, &given_up, 0, &bytes(50)).await.expect(200);
    grace.delete(&place(&given_up)).send().await.expect(204);
    grace.get(&place(&given_up)).send().await.refused("not-found");
    while post(10).await.status == 201 {}
    post(10).await.refused("limit-reached");
    // A piece does not lengthen its upload's time, and a customer who comes back sees none of it.
    app.clock.advance(Duration::from_secs(71 * 3600));
    let grace = app.customer("grace").await;
    piece(&grace, &upload, 50, &bytes(10)).await.expect(200);
    app.clock.advance(Duration::from_secs(3600));
    let grace = app.customer("grace").await;
    grace.get(&place(&upload)).send().await.refused("not-found");
    app.recur().await;
    let left: (i64,) =
        app.look(async |rx| Ok(rx.query_one("select count(*) from upload", &[]).await?)).await;
    assert_eq!(left.0, 0);
    grace.post("/api/v1/uploads").json(&new(10)).send().await.expect(201);
}

/// A sender who falls silent is told so; what came until then rests.
#[tokio::test(flavor = "multi_thread")]
async fn a_stalled_sender_gets_a_clear_answer() {
    let app = Setup::on(Engine::Sqlite)
        .config(|config| config.http.upload_stall_seconds = 1)
        .start()
        .await;
    let grace = app.customer("grace").await;
    let whole = bytes(1000);
    let upload = begin(&grace, &whole).await;
    let mut silent = head(&grace, &upload, 0, whole.len());
    silent.extend_from_slice(&whole[..600]);
    let answer = raw_request(app.address(), &silent, false).await;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("upload-stalled") && answer.contains("upload-offset: 600"), "{answer}");
    let last = piece(&grace, &upload, 600, &whole[600..]).await.expect(200).json();
    arrived(&grace, &last, &whole).await;
    // At once is refused the same way, and nothing of it is kept.
    let head = format!(
        "POST /api/v1/attachments HTTP/1.1\r\nhost: {}\r\ncookie: proofdesk={}\r\nx-csrf-token: {}\r\n\
         content-type: text/plain\r\nx-file-name: slow.txt\r\ncontent-length: 100\r\n\r\nbegun",
        app.address(),
        grace.token().expect("a session"),
        grace.csrf().expect("a token"),
    );
    let answer = raw_request(app.address(), head.as_bytes(), false).await;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("upload-stalled"), "{answer}");
}

/// A picture that comes in pieces loses its metadata like every other, and says so.
#[tokio::test(flavor = "multi_thread")]
async fn pictures_are_stripped_on_every_way_in() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    // A GIF of one pixel with a comment in it.
    let pixel = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b".as_slice();
    let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".as_slice();
    let telling = [head, b"\x21\xfe\x0748.8584\0", pixel].concat();
    let upload = begin(&grace, &telling).await;
    let last = piece(&grace, &upload, 0, &telling).await.expect(200).json();
    assert_eq!(last["attachment"]["metadata"], "removed");
    arrived(&grace, &last, &[head, pixel].concat()).await;
    let call = grace.post("/api/v1/attachments").header("x-file-name", "a.gif");
    let at_once = call.bytes("image/gif", telling.clone()).send().await.expect(201).json();
    assert_eq!((&at_once["metadata"], &at_once["size"]), (&json!("removed"), &json!(35)));
    let call = grace.post("/api/v1/attachments").header("x-file-name", "b.gif");
    let broken = call.bytes("image/gif", telling[..30].to_vec()).send().await.expect(201).json();
    assert_eq!((&broken["metadata"], &broken["size"]), (&json!("kept"), &json!(30)));
}
