//! Health: is the process alive, is it ready, and if not, what is broken.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, Timestamp, limits, readiness};
use proofdesk_http::App;
use proofdesk_locale::Locale;
use proofdesk_store::{Tx, params};
use serde::Serialize;
use tokio::sync::Mutex;

/// A check that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(3);

/// The check without which a node is ready all the same.
const FILES: &str = "files";

/// What the last write of [`probe`] came to. Anybody may ask whether we are ready; they shall not make us write each time.
#[derive(Clone, Default)]
pub struct Probe(Arc<Mutex<Option<Probed>>>);

#[derive(Clone)]
struct Probed {
    at: Timestamp,
    outcome: Result<(), String>,
}

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
pub async fn ready(app: App, probe: Probe) -> Response {
    let desk = app.desk();
    let checks = vec![
        check("stopping", async {
            if app.shutdown().is_cancelled() { Err("yes".to_owned()) } else { Ok(()) }
        })
        .await,
        check("database-read", read(desk)).await,
        check("database-write", write(desk)).await,
        check("database-room", probe.look(&app)).await,
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

impl Probe {
    /// Writes, unless it did a short while ago. Whoever asks meanwhile waits for the same answer.
    async fn look(&self, app: &App) -> Result<(), String> {
        let mut last = self.0.lock().await;
        let now = app.now();
        if let Some(probed) = last.as_ref().filter(|probed| probed.holds(now)) {
            return probed.outcome.clone();
        }
        let outcome = probe(app, now).await;
        *last = Some(Probed { at: now, outcome: outcome.clone() });
        outcome
    }
}

impl Probed {
    fn holds(&self, now: Timestamp) -> bool {
        let time = if self.outcome.is_ok() { limits::READY_FOR } else { limits::UNREADY_FOR };
        // A clock that was set back makes no answer hold for ever.
        self.at <= now && now < self.at + time
    }
}

/// A transaction that changes nothing needs no room; this one does, and its answer comes after it is on disk.
async fn probe(app: &App, now: Timestamp) -> Result<(), String> {
    let cx = Cx::new(now, Viewer::System("health"), Locale::En, "health".to_owned(), app.seed());
    let written = app.desk().write(cx, async |tx, cx| readiness::write(tx, cx).await);
    written.await.map_err(|e| e.code().as_str().to_owned())
}

/// A transaction that changes nothing still needs the writer and its lock.
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
