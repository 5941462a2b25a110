//! Health: is the process alive, is it ready, and if not, what is broken.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use proofdesk_desk::Desk;
use proofdesk_http::App;
use proofdesk_store::{Tx, params};
use serde::Serialize;

/// A check that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(3);

/// The check without which a node is ready all the same.
const FILES: &str = "files";

#[derive(Serialize)]
struct ReadyOut {
    ready: bool,
    checks: Vec<CheckOut>,
}

#[derive(Serialize)]
struct CheckOut {
    name: &'static str,
    ok: bool,
    /// In a word or two; never an address or a path, since anybody may ask.
    found: String,
}

/// `GET /health/live`: the process answers.
pub async fn live() -> &'static str {
    "alive\n"
}

/// `GET /health/ready`: 200 when everything that a request needs works, else 503 with what does not. Where files rest is told
/// beside, whatever it is.
pub async fn ready(State(app): State<App>) -> Response {
    let desk = app.desk();
    let checks = vec![
        check("stopping", async {
            if app.shutdown().is_cancelled() { Err("yes".to_owned()) } else { Ok(()) }
        })
        .await,
        check("database-read", read(desk)).await,
        check("database-write", write(desk)).await,
        // Named, but no reason to stop: without its files the desk still talks with customers.
        check(FILES, files(desk)).await,
    ];
    let ready = checks.iter().all(|c| c.ok || c.name == FILES);
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(ReadyOut { ready, checks })).into_response()
}

async fn check(name: &'static str, work: impl Future<Output = Result<(), String>>) -> CheckOut {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(())) => CheckOut { name, ok: true, found: "ok".to_owned() },
        Ok(Err(found)) => CheckOut { name, ok: false, found },
        Err(_elapsed) => CheckOut { name, ok: false, found: "no answer in time".to_owned() },
    }
}

async fn read(desk: &Desk) -> Result<(), String> {
    let read = desk.read(async |rx| Ok(rx.query_opt::<(i64,)>("select 1", params![]).await?)).await;
    read.map(drop).map_err(|e| e.code().as_str().to_owned())
}

async fn files(desk: &Desk) -> Result<(), String> {
    desk.blob().look().await.map_err(|e| e.code().as_str().to_owned())
}

/// A transaction that changes nothing still needs the writer, its lock, and room for it.
async fn write(desk: &Desk) -> Result<(), String> {
    let written = desk
        .db()
        .write(async |tx: &Tx<'_>| -> proofdesk_desk::Result<()> {
            tx.exec("update follower set updated_at = updated_at where name = 'health'", params![])
                .await?;
            Ok(())
        })
        .await;
    written.map_err(|e| e.code().as_str().to_owned())
}
