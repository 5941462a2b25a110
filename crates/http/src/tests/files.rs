#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use bytes::Bytes;
use futures_util::stream;
use proofdesk_desk::attachment::{Attachment, Scan};
use proofdesk_desk::id::{AttachmentId, BrandId, Id as _};

use super::{Ask, Told, get};
use crate::file::{self, Place};
use crate::testing::World;
use crate::{Access, App, Routes};

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
        self.ask_in(Place::Anywhere, file, request).await
    }

    async fn ask_in(&self, place: Place, file: Attachment, request: Ask) -> Told {
        let file = Arc::new(file);
        let serve = async move |State(app): State<App>, headers: HeaderMap| {
            file::serve(app.desk(), &headers, &file, place, DISPOSITION).await
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

/// A PDF in a frame of ours runs nothing and is framed by nobody else. What could run is saved in a frame too.
#[tokio::test]
async fn a_pdf_is_shown_in_a_frame_alone() {
    let shelf = Shelf::new().await;
    let of = |kind: &str| Attachment { content_type: kind.to_owned(), ..shelf.file.clone() };
    let told = shelf.ask_in(Place::Frame, of("application/pdf"), get("/file")).await;
    assert_eq!(told.header("content-type"), "application/pdf");
    assert_eq!(told.header("content-disposition"), "inline; filename=\"a.txt\"");
    assert_eq!(told.header("x-content-type-options"), "nosniff");
    let policy = told.header("content-security-policy");
    for rule in ["default-src 'none'", "frame-ancestors 'self'", "base-uri 'none'"] {
        assert!(policy.contains(rule), "{rule} in {policy}");
    }
    assert!(!policy.contains("script-src"), "{policy}");
    for kind in ["image/svg+xml", "text/html", "application/xml", "application/zip"] {
        let told = shelf.ask_in(Place::Frame, of(kind), get("/file")).await;
        assert_eq!(told.header("content-type"), "application/octet-stream", "{kind}");
        assert_eq!(told.header("content-disposition"), DISPOSITION);
        assert!(told.header("content-security-policy").contains("sandbox"), "{kind}");
    }
    let mut headers = HeaderMap::new();
    for (purpose, place) in [("iframe", Place::Frame), ("document", Place::Anywhere)] {
        headers.insert("sec-fetch-dest", purpose.parse().unwrap());
        assert_eq!(Place::framed(&headers), place, "{purpose}");
    }
    assert_eq!(Place::framed(&HeaderMap::new()), Place::Frame);
}

#[tokio::test]
async fn sound_and_film_have_the_names_that_browsers_know() {
    let shelf = Shelf::new().await;
    for (known, served) in [
        ("audio/m4a", "audio/mp4"),
        ("audio/x-wav", "audio/wav"),
        ("audio/mpeg", "audio/mpeg"),
        ("video/x-m4v", "video/mp4"),
        ("video/webm", "video/webm"),
    ] {
        let file = Attachment { content_type: known.to_owned(), ..shelf.file.clone() };
        let told = shelf.ask_for(file, get("/file")).await;
        assert_eq!(told.header("content-type"), served, "{known}");
        assert!(told.header("content-security-policy").contains("sandbox"), "{known}");
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
