#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod audience;
mod ends;
mod reconnects;
mod transports;

use std::time::Duration;

use axum::http::HeaderMap;
use serde_json::Value;

use super::connection::{Connection, Ended};
use super::frame::Written;
use super::hub::step;
use crate::app::App;
use crate::principal::Asker;
use crate::testing::Person;

fn headers(who: &Person) -> HeaderMap {
    let token = format!("Bearer {}", who.token);
    [("authorization".parse().unwrap(), token.parse().unwrap())].into_iter().collect()
}

async fn open(app: &App, who: &Person, after: Option<i64>) -> Result<Connection, Ended> {
    open_as(app, who, after, false).await
}

async fn open_as(
    app: &App,
    who: &Person,
    after: Option<i64>,
    coalesced: bool,
) -> Result<Connection, Ended> {
    let headers = headers(who);
    let asker = Asker::identify(app, &headers).await.unwrap();
    Connection::open(app.clone(), &asker, &headers, after, coalesced).await
}

fn json(written: &Written) -> Value {
    serde_json::from_str(written.as_str()).unwrap()
}

/// Everything that a connection has to say before something else happens.
async fn said(connection: &mut Connection) -> Vec<Value> {
    let mut frames = Vec::new();
    let mut patience = PATIENCE;
    while !connection.is_idle() {
        match soon(connection, patience).await {
            Some(frame) => frames.push(frame),
            // A machine that is slow may need longer for what it has to look up.
            None => patience *= 2,
        }
    }
    frames
}

const PATIENCE: Duration = Duration::from_millis(50);

/// The next frame, unless all that waits is swallowed. Asking again after a wait that was given up loses nothing.
async fn soon(connection: &mut Connection, patience: Duration) -> Option<Value> {
    let frame = tokio::time::timeout(patience, connection.next()).await;
    frame.ok().map(|frame| json(&frame.unwrap()))
}

fn positions(frames: &[Value]) -> Vec<i64> {
    let events = frames.iter().filter(|frame| frame["t"] == "event");
    events.map(|frame| frame["pos"].as_i64().unwrap()).collect()
}

/// Lets a node see what happened, all of it. On PostgreSQL a position comes a moment after the commit.
async fn catch_up(app: &App) {
    let written = app.desk().read(async |rx| Ok(rx.query_one::<(i64,)>(EVENTS, &[]).await?.0));
    let written = written.await.unwrap();
    let mut feed = app.desk().db().feed_head();
    while app.hub().pos() < written {
        if !step(app).await.unwrap() {
            let _moved = tokio::time::timeout(Duration::from_millis(20), feed.changed()).await;
        }
    }
}

const EVENTS: &str = "select count(*) from event";
