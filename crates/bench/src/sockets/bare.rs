//! The raw limit: the same web server and socket library with no desk behind it. A request names a socket, and that socket
//! gets the frame; once a second every agent gets one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Result;
use axum::Router;
use axum::body::Bytes;
use axum::extract::ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use tokio::sync::mpsc;

use super::Post;
use super::crowd::Seat;
use crate::rows::BODY_TEXT;

/// The argument that makes the load generator this server.
pub const ARGUMENT: &str = "--bare-sockets";
const LIVE: &str = "{\"v\":1,\"t\":\"live\",\"pos\":1}";
const CHANGED: &str = "{\"v\":1,\"t\":\"changed\",\"pos\":1,\"data\":{\"tickets\":[]}}";
/// As the desk's own.
const BUFFER_BYTES: usize = 4 * 1024;
const QUEUE_FRAMES: usize = 1_024;

type Queues = Arc<Mutex<HashMap<usize, mpsc::Sender<Utf8Bytes>>>>;

/// Where customers and agents sit: a number each, and whether they get a frame a second.
pub fn seats(customers: usize, agents: usize) -> (Vec<Seat>, Vec<Seat>) {
    let seat = |path: String| Seat { path, token: "none".to_owned() };
    let customers = (0..customers).map(|n| seat(format!("/customer/{n}"))).collect();
    let agents = (0..agents).map(|n| seat(format!("/agent/{n}"))).collect();
    (customers, agents)
}

/// Frames as long as the desk's.
pub fn posts(customers: usize) -> Vec<Post> {
    let body = format!(
        "{{\"v\":1,\"t\":\"event\",\"pos\":1,\"kind\":\"ticket.message_added\",\"data\":\"{BODY_TEXT}\"}}"
    );
    (0..customers)
        .map(|n| Post { path: format!("/say/{n}"), token: "none".to_owned(), body: body.clone() })
        .collect()
}

/// Serves until it is killed.
///
/// # Errors
/// When it cannot listen.
pub async fn serve() -> Result<()> {
    let queues = Queues::default();
    let router = Router::new()
        .route("/customer/{n}", get(customer))
        .route("/agent/{n}", get(agent))
        .route("/say/{n}", post(say))
        .with_state(queues);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, router).await?)
}

async fn customer(
    State(queues): State<Queues>,
    Path(n): Path<usize>,
    up: WebSocketUpgrade,
) -> Response {
    let (sender, queue) = mpsc::channel(QUEUE_FRAMES);
    queues.lock().unwrap_or_else(PoisonError::into_inner).insert(n, sender);
    small(up).on_upgrade(move |socket| converse(socket, queue)).into_response()
}

async fn agent(Path(_n): Path<usize>, up: WebSocketUpgrade) -> Response {
    small(up)
        .on_upgrade(async |mut socket: WebSocket| {
            let mut second = tokio::time::interval(Duration::from_secs(1));
            let mut frame = LIVE;
            while socket.send(Message::Text(Utf8Bytes::from_static(frame))).await.is_ok() {
                second.tick().await;
                frame = CHANGED;
            }
        })
        .into_response()
}

async fn say(State(queues): State<Queues>, Path(n): Path<usize>, body: Bytes) -> StatusCode {
    let queue = queues.lock().unwrap_or_else(PoisonError::into_inner).get(&n).cloned();
    let text = Utf8Bytes::try_from(body);
    let (Some(queue), Ok(text)) = (queue, text) else { return StatusCode::NOT_FOUND };
    if queue.send(text).await.is_ok() { StatusCode::CREATED } else { StatusCode::GONE }
}

fn small(up: WebSocketUpgrade) -> WebSocketUpgrade {
    up.read_buffer_size(BUFFER_BYTES).write_buffer_size(BUFFER_BYTES)
}

async fn converse(mut socket: WebSocket, mut queue: mpsc::Receiver<Utf8Bytes>) {
    if socket.send(Message::Text(Utf8Bytes::from_static(LIVE))).await.is_err() {
        return;
    }
    loop {
        let sent = tokio::select! {
            frame = queue.recv() => match frame {
                Some(frame) => socket.send(Message::Text(frame)).await,
                None => return,
            },
            heard = socket.recv() => match heard {
                Some(Ok(_)) => Ok(()),
                Some(Err(_)) | None => return,
            },
        };
        if sent.is_err() {
            return;
        }
    }
}
