use std::convert::Infallible;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::{SinkExt as _, StreamExt as _, stream};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error, OrNotFound as _, limits, ticket};
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;
use utoipa::{IntoParams, ToSchema};

use super::connection::{Connection, Ended};
use super::event::{Signal, load, raw};
use super::frame::{Frame, FrameKind};
use crate::app::App;
use crate::edge::text;
use crate::extract::{Json, Query};
use crate::principal::Asker;
use crate::problem::{Problem, Result};

/// How long a socket may take to say where it stands.
const HELLO: Duration = Duration::from_secs(10);
/// A word now and then keeps proxies from closing a quiet connection, and finds dead ones.
const PING: Duration = Duration::from_secs(25);
/// Frames between a connection's task and its socket.
const OUTBOX: usize = 64;
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Where to go on, and how.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FeedQuery {
    /// The last position that you have; absent to start with what comes next.
    #[param(minimum = 0)]
    #[serde(default)]
    pub after: Option<i64>,
    /// Positions to look at, for polling.
    #[param(minimum = 1, maximum = 500)]
    #[serde(default)]
    pub limit: Option<u32>,
    /// `1s`: at most one frame a second, naming the tickets that changed.
    #[serde(default)]
    pub coalesce: Option<String>,
}

/// A page of the feed, for clients that poll.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FeedOut {
    pub events: Vec<Frame>,
    /// Ask again after this position.
    pub pos: i64,
}

/// What a client tells the others.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignalIn {
    /// The ticket's public id.
    #[schema(value_type = String, pattern = "^PD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$")]
    pub ticket: String,
    pub kind: SignalKind,
}

/// What somebody does in a ticket.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignalKind {
    Looking,
    Typing,
    Left,
}

/// The first word of a socket.
#[derive(Deserialize)]
struct Hello {
    v: u8,
    #[serde(default)]
    after: Option<i64>,
}

/// `GET /api/v1/feed`: what happened after a position, for clients that poll.
pub async fn feed(State(app): State<App>, asker: Asker, Query(query): Query<FeedQuery>) -> Result<axum::Json<FeedOut>> {
    let head = app.hub().pos();
    let Some(after) = query.after else {
        return Ok(axum::Json(FeedOut { events: Vec::new(), pos: head }));
    };
    if after < 0 || query.limit.is_some_and(|n| n == 0 || i64::from(n) > limits::FEED_PAGE) {
        let field = if after < 0 { "after" } else { "limit" };
        return Err(Error::field(field, Code::FieldInvalid).into());
    }
    if head - after > limits::LIVE_REPLAY_EVENTS {
        let resync = Frame::mark(FrameKind::Resync, head);
        return Ok(axum::Json(FeedOut { events: vec![resync], pos: head }));
    }
    let limit = query.limit.unwrap_or(u32::try_from(limits::FEED_PAGE).unwrap_or(u32::MAX));
    let (events, pos) = app.desk().read(async move |rx| load(rx, after, limit).await).await?;
    let events = events.iter().filter_map(|event| event.frame(&asker.viewer)).collect();
    Ok(axum::Json(FeedOut { events, pos }))
}

/// `POST /api/v1/live/signals`: tell colleagues that one looks at or writes in a ticket. Nothing rests.
pub async fn signals(State(app): State<App>, cx: Cx, Json(input): Json<SignalIn>) -> Result<StatusCode> {
    let from = cx.viewer.staff()?.staff_id;
    let public_id: PublicId = input.ticket.parse().map_err(|_no_number| Problem::new(Code::TicketNumberWrong))?;
    let scope = cx.viewer.scope(Permission::TicketRead);
    let (ticket, name) = app
        .desk()
        .read(async move |rx| {
            let ticket = ticket::view::find(rx, &public_id, &scope).await?.or_not_found()?;
            Ok((ticket, proofdesk_desk::staff::view::name(rx, from).await?))
        })
        .await?;
    let name = name.map(|member| member.name).unwrap_or_default();
    let data = serde_json::json!({
        "ticket": ticket.public_id, "kind": input.kind, "staff": { "id": from, "name": name },
    });
    if let Some(data) = raw(&data) {
        let (placement, ticket) = (ticket.placement(), ticket.public_id);
        app.hub().signal(Signal { ticket, placement, from, data });
    }
    Ok(StatusCode::ACCEPTED)
}

/// `GET /api/v1/live/stream`: the protocol as server-sent events. The event's id is `pos`, so browsers resume by themselves.
pub async fn stream(
    State(app): State<App>,
    asker: Asker,
    Query(query): Query<FeedQuery>,
    headers: HeaderMap,
) -> Response {
    let resumed = text(&headers, &LAST_EVENT_ID).parse().ok();
    let (out, inbox) = mpsc::channel(OUTBOX);
    let connection = connection(app, asker, headers, out, &query);
    tokio::spawn(connection.run(resumed.or(query.after)));
    let events = stream::unfold(inbox, async |mut inbox| inbox.recv().await.map(|frame| (sse(&frame), inbox)));
    Sse::new(events).keep_alive(KeepAlive::new().interval(PING)).into_response()
}

fn sse(frame: &Frame) -> std::result::Result<Event, Infallible> {
    let event = Event::default().data(frame.json());
    Ok(match frame.pos {
        Some(pos) => event.id(pos.to_string()),
        None => event,
    })
}

/// `GET /api/v1/live`: the protocol over WebSocket. The client's first message is `{"v":1,"after":pos}`.
pub async fn socket(State(app): State<App>, asker: Asker, Query(query): Query<FeedQuery>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    // A browser sends cookies with a socket from any page, so the page's origin is what proves the wish.
    if asker.cookie_session().is_some()
        && let Err(problem) = crate::csrf::require_origin(app.config(), &parts.headers)
    {
        return problem.into_response();
    }
    let headers = parts.headers.clone();
    match WebSocketUpgrade::from_request_parts(&mut parts, &app).await {
        Ok(upgrade) => upgrade
            .read_buffer_size(4 * 1024)
            .write_buffer_size(4 * 1024)
            .max_message_size(64 * 1024)
            .on_upgrade(move |socket| converse(app, asker, headers, query, socket)),
        Err(_no_upgrade) => Problem::new(Code::InvalidInput).into_response(),
    }
}

fn connection(
    app: App,
    asker: Asker,
    headers: HeaderMap,
    out: mpsc::Sender<Frame>,
    query: &FeedQuery,
) -> Connection {
    let coalesce = query.coalesce.as_deref().map(|_any| Duration::from_secs(1));
    Connection { app, viewer: asker.viewer, headers, out, coalesce }
}

async fn converse(app: App, asker: Asker, headers: HeaderMap, query: FeedQuery, socket: WebSocket) {
    let (mut sink, mut source) = socket.split();
    let hello = tokio::time::timeout(HELLO, source.next()).await;
    let hello = match hello {
        Ok(Some(Ok(Message::Text(text)))) => serde_json::from_str::<Hello>(&text).ok().filter(|h| h.v == 1),
        _ => None,
    };
    let Some(hello) = hello else {
        let _gone = sink.send(closing(4400, "say {\"v\":1,\"after\":pos} first")).await;
        return;
    };
    let (out, mut inbox) = mpsc::channel(OUTBOX);
    let running = tokio::spawn(connection(app, asker, headers, out, &query).run(hello.after));
    let mut ping = tokio::time::interval(PING);
    loop {
        let sent = tokio::select! {
            frame = inbox.recv() => match frame {
                Some(frame) => sink.send(Message::Text(Utf8Bytes::from(frame.json()))).await,
                None => break,
            },
            _ = ping.tick() => sink.send(Message::Ping(Default::default())).await,
            message = source.next() => match message {
                Some(Ok(Message::Close(_))) | Some(Err(_)) | None => break,
                // Acts and signals have their own requests; here a client only listens.
                Some(Ok(_)) => Ok(()),
            },
        };
        if sent.is_err() {
            break;
        }
    }
    drop(inbox);
    let ended = running.await.unwrap_or(Ended::Failed);
    // The other side may be gone already.
    let _gone = sink.send(farewell(ended)).await;
}

fn farewell(ended: Ended) -> Message {
    match ended {
        Ended::Gone => closing(1000, ""),
        Ended::Lagged => closing(4408, "too slow: come back with your last pos"),
        Ended::Stopping => closing(1001, "stopping: come back with your last pos"),
        Ended::Failed => closing(1011, "failed: come back with your last pos"),
        Ended::SessionOver => closing(4401, "the session is over"),
    }
}

fn closing(code: u16, reason: &'static str) -> Message {
    Message::Close(Some(CloseFrame { code, reason: Utf8Bytes::from_static(reason) }))
}
