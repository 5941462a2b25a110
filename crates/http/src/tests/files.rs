#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use bytes::Bytes;
use futures_util::stream;
use proofdesk_desk::attachment::{Attachment, Scan};
use proofdesk_desk::id::{AttachmentId, BrandId, Id as _};

use super::{Ask, Told, get};
use crate::testing::World;
use crate::{Access, App, Routes, file};

const TEXT: &[u8] = b"0123456789";
const DISPOSITION: &str = "attachment; filename=\"a.txt\"";

struct Shelf {
    world: World,
    tag: String,
    file: Attachment,
}

impl Shelf {
    async fn new() -> Self {
        let world = World::sqlite().await;
        let id = AttachmentId::from_uuid(uuid::Uuid::from_u128(9));
        let body = Box::pin(stream::iter([Ok(Bytes::from_static(TEXT))]));
        let stored = world.app.desk().blob().put(id, body, 100).await.unwrap();
        let file = Attachment {
            id,
            brand_id: BrandId::from_uuid(uuid::Uuid::from_u128(1)),
            uploader_kind: "customer".to_owned(),
            uploader_id: None,
            ticket_id: None,
            message_id: None,
            file_name: "a.txt".to_owned(),
            content_type: "text/plain".to_owned(),
            size: 10,
            sha256: stored.sha256.to_vec(),
            blob_id: id,
            sealed_key: Some(stored.sealed_key),
            created_at: world.app.now(),
            erased_at: None,
            leaks: Vec::new(),
            metadata: None,
            scan: Scan::Unscanned,
            scan_note: None,
        };
        Self { world, tag: format!("\"{}\"", hex::encode(stored.sha256)), file }
    }

    async fn ask(&self, request: Ask) -> Told {
        self.ask_for(self.file.clone(), request).await
    }

    async fn ask_for(&self, file: Attachment, request: Ask) -> Told {
        let file = Arc::new(file);
        let serve = async move |State(app): State<App>, headers: HeaderMap| {
            file::serve(app.desk(), &headers, &file, DISPOSITION).await
        };
        request.of(&self.world.web(Routes::new().get("/file", Access::Public, serve))).await
    }
}

#[tokio::test]
async fn a_file_comes_whole_and_runs_nothing() {
    let shelf = Shelf::new().await;
    let told = shelf.ask(get("/file")).await;
    assert_eq!((told.status.as_u16(), &told.body[..]), (200, TEXT));
    assert_eq!(told.header("content-length"), "10");
    assert_eq!(told.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(told.header("content-disposition"), "inline; filename=\"a.txt\"");
    assert_eq!(told.header("accept-ranges"), "bytes");
    assert_eq!(told.header("etag"), shelf.tag);
    assert!(told.header("content-security-policy").contains("sandbox"));
    assert_eq!(told.header("cache-control"), "private, no-cache");
}

#[tokio::test]
async fn what_a_browser_could_run_or_cannot_show_is_saved() {
    let shelf = Shelf::new().await;
    for content_type in ["image/svg+xml", "text/html", "application/pdf", "application/zip"] {
        let file = Attachment { content_type: content_type.to_owned(), ..shelf.file.clone() };
        let told = shelf.ask_for(file, get("/file")).await;
        assert_eq!(told.header("content-type"), "application/octet-stream", "{content_type}");
        assert_eq!(told.header("content-disposition"), DISPOSITION);
    }
}

#[tokio::test]
async fn a_range_comes_alone() {
    let shelf = Shelf::new().await;
    let told = shelf.ask(get("/file").header("range", "bytes=2-4")).await;
    assert_eq!((told.status.as_u16(), &told.body[..]), (206, &b"234"[..]));
    assert_eq!(told.header("content-range"), "bytes 2-4/10");
    assert_eq!(told.header("content-length"), "3");
    let suffix = shelf.ask(get("/file").header("range", "bytes=-3")).await;
    assert_eq!((suffix.status.as_u16(), &suffix.body[..]), (206, &b"789"[..]));
    let told = shelf.ask(get("/file").header("range", "bytes=10-")).await;
    assert_eq!(told.problem(), (416, "range-invalid".into()));
    assert_eq!(told.header("content-range"), "bytes */10");
}

#[tokio::test]
async fn a_range_of_another_version_is_answered_with_the_whole() {
    let shelf = Shelf::new().await;
    let range = || get("/file").header("range", "bytes=0-0");
    assert_eq!(shelf.ask(range().header("if-range", shelf.tag.clone())).await.status.as_u16(), 206);
    assert_eq!(shelf.ask(range().header("if-range", "\"other\"")).await.status.as_u16(), 200);
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let shelf = Shelf::new().await;
    let told =
        shelf.ask(get("/file").header("if-none-match", format!("\"x\", {}", shelf.tag))).await;
    assert_eq!((told.status.as_u16(), told.body.len()), (304, 0));
    assert_eq!(told.header("etag"), shelf.tag);
    assert_eq!(shelf.ask(get("/file").header("if-none-match", "\"x\"")).await.status.as_u16(), 200);
    for none in ["", "x", "\"x"] {
        let told = shelf.ask(get("/file").header("if-none-match", none)).await;
        assert_eq!(told.problem(), (400, "header-invalid".into()), "{none:?}");
        assert_eq!(told.json()["args"]["header"], "if-none-match");
    }
}

#[tokio::test]
async fn an_erased_file_is_not_there() {
    let shelf = Shelf::new().await;
    let erased = Attachment { sealed_key: None, ..shelf.file.clone() };
    assert_eq!(shelf.ask_for(erased, get("/file")).await.problem(), (404, "not-found".into()));
}

#[tokio::test]
async fn an_infected_file_is_served_to_nobody() {
    let shelf = Shelf::new().await;
    for scan in [Scan::Unscanned, Scan::Clean, Scan::Failed] {
        let file = Attachment { scan, ..shelf.file.clone() };
        assert_eq!(shelf.ask_for(file, get("/file")).await.status.as_u16(), 200, "{scan}");
    }
    let infected = Attachment { scan: Scan::Infected, ..shelf.file.clone() };
    let told = shelf.ask_for(infected.clone(), get("/file")).await;
    assert_eq!(told.problem(), (403, "attachment-infected".into()));
    let told = shelf.ask_for(infected, get("/file").header("if-none-match", &shelf.tag)).await;
    assert_eq!(told.problem(), (403, "attachment-infected".into()));
}
