use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::code::Code;
use serde::Deserialize;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

use super::connection::{Connection, Ended};
use super::event::Hearing;
use super::presence;
use super::routes::{FeedQuery, refused};
use crate::app::App;
use crate::extract::Query;
use crate::principal::Asker;
use crate::problem::{Problem, Result};

/// How long a socket may take to say where it stands.
const HELLO: Duration = Duration::from_secs(10);
/// A browser answers a ping by itself: one that does not is gone, however long its network says nothing of it.
const PING: Duration = Duration::from_secs(25);
const PINGS_UNANSWERED: u32 = 2;
/// A client that takes no frame for this long is gone or too slow.
const SLOW: Duration = Duration::from_secs(20);
/// Small, because there are thousands: what clients send is smaller still.
const READ_BUFFER_BYTES: usize = 4 * 1024;
const LARGEST_MESSAGE_BYTES: usize = 64 * 1024;

/// The first word of a socket.
#[derive(Deserialize)]
struct Hello {
    v: u8,
    #[serde(default)]
    after: Option<i64>,
}

/// `GET /api/v1/live`: the protocol over WebSocket. The client's first message is `{"v":1,"after":pos}`.
/// Refused as `csrf-missing` for a page of another site, `invalid-input` when no socket is asked for, `rate-limited` for
/// one connection too many.
pub async fn socket(
    State(app): State<App>,
    asker: Asker,
    Query(query): Query<FeedQuery>,
    request: Request,
) -> Response {
    upgrade(app, asker, query, request).await.unwrap_or_else(Problem::into_response)
}

async fn upgrade(app: App, asker: Asker, query: FeedQuery, request: Request) -> Result<Response> {
    let (mut parts, _) = request.into_parts();
    // A browser sends cookies with a socket from any page, so the page's origin is what proves the wish.
    if asker.cookie_session().is_some() {
        crate::csrf::require_origin(app.config(), &parts.headers)?;
    }
    if app.hub().is_full_for(&Hearing::of(&asker.viewer)) {
        return Err(refused(Ended::TooMany));
    }
    let headers = parts.headers.clone();
    let upgrade = WebSocketUpgrade::from_request_parts(&mut parts, &app).await;
    let upgrade = upgrade.map_err(|_no_upgrade| Problem::new(Code::InvalidInput))?;
    let upgrade = upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(READ_BUFFER_BYTES)
        .max_message_size(LARGEST_MESSAGE_BYTES);
    Ok(upgrade
        .on_upgrade(move |socket| converse(app, asker, headers, query, socket))
        .into_response())
}

async fn converse(
    app: App,
    asker: Asker,
    headers: HeaderMap,
    query: FeedQuery,
    mut socket: WebSocket,
) {
    let farewell = match hello(&mut socket).await {
        Some(hello) => {
            let coalesced = query.coalesce.is_some();
            Box::pin(presence::note(&app, &asker)).await;
            let opened = Connection::open(app, &asker, &headers, hello.after, coalesced);
            let opened = Box::pin(opened).await;
            // The connection has what it needs of them, and may live for days.
            drop((asker, headers));
            match opened {
                Ok(connection) => farewell(serve(connection, &mut socket).await),
                Err(ended) => farewell(ended),
            }
        }
        None => closing(4400, "say {\"v\":1,\"after\":pos} first"),
    };
    // The other side may be gone already.
    let _gone = timeout(SLOW, socket.send(farewell)).await;
}

async fn hello(socket: &mut WebSocket) -> Option<Hello> {
    let Ok(Some(Ok(Message::Text(text)))) = timeout(HELLO, socket.recv()).await else {
        return None;
    };
    serde_json::from_str::<Hello>(&text).ok().filter(|hello| hello.v == 1)
}

async fn serve(mut connection: Connection, socket: &mut WebSocket) -> Ended {
    let mut ping = interval_at(Instant::now() + PING, PING);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut unanswered = 0;
    loop {
        let message = tokio::select! {
            frame = connection.next() => match frame {
                Ok(frame) => Message::Text(frame.into_text()),
                Err(ended) => return ended,
            },
            _ = ping.tick() => {
                if unanswered >= PINGS_UNANSWERED {
                    return Ended::Gone;
                }
                unanswered += 1;
                Message::Ping(Default::default())
            }
            message = socket.recv() => match message {
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Ended::Gone,
                // Acts and signals have their own requests; here a client only listens, and shows that it is there.
                Some(Ok(_)) => {
                    unanswered = 0;
                    continue;
                }
            },
        };
        match timeout(SLOW, socket.send(message)).await {
            Ok(Ok(())) => {}
            Ok(Err(_closed)) => return Ended::Gone,
            Err(_elapsed) => return Ended::Lagged,
        }
    }
}

fn farewell(ended: Ended) -> Message {
    match ended {
        Ended::Gone => closing(1000, ""),
        Ended::Lagged => closing(4408, "too slow: come back with your last pos"),
        Ended::Stopping => closing(1001, "stopping: come back with your last pos"),
        Ended::Failed => closing(1011, "failed: come back with your last pos"),
        Ended::SessionOver => closing(4401, "the session is over"),
        Ended::TooMany => closing(4429, "too many connections of one person: close one first"),
    }
}

fn closing(code: u16, reason: &'static str) -> Message {
    Message::Close(Some(CloseFrame { code, reason: Utf8Bytes::from_static(reason) }))
}
