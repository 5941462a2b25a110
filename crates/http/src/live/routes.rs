use std::convert::Infallible;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error, OrNotFound as _, limits, ticket};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::connection::{Connection, Ended, Standing, missed, standing};
use super::event::{Hearing, Signal};
use super::frame::{Frame, FrameKind, Written, raw};
use super::presence;
use crate::app::App;
use crate::edge::text;
use crate::extract::{Json, Query};
use crate::principal::Asker;
use crate::problem::{Problem, Result};

/// Whoever has too many connections waits until those that died were noticed.
const TOO_MANY_WAIT_S: u64 = 60;
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
    #[schema(value_type = Vec<Frame>)]
    pub events: Vec<Written>,
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

/// `GET /api/v1/feed`: what happened after a position, for clients that poll.
///
/// # Errors
/// `field-invalid` for a position below 0 or a limit out of range.
pub async fn feed(
    State(app): State<App>,
    asker: Asker,
    Query(query): Query<FeedQuery>,
) -> Result<axum::Json<FeedOut>> {
    let pos = app.hub().pos();
    let limit = query.limit.map_or(limits::FEED_PAGE, i64::from);
    if !(1..=limits::FEED_PAGE).contains(&limit) {
        return Err(Error::field("limit", Code::FieldInvalid).into());
    }
    let Some(after) = query.after else {
        return Ok(axum::Json(FeedOut { events: Vec::new(), pos }));
    };
    if after < 0 {
        return Err(Error::field("after", Code::FieldInvalid).into());
    }
    Box::pin(presence::note(&app, &asker)).await;
    if standing(&app, after, pos).await? == Standing::Lost {
        let resync = Frame::mark(FrameKind::Resync, pos).written();
        return Ok(axum::Json(FeedOut { events: vec![resync], pos }));
    }
    let hearing = Hearing::of(&asker.viewer);
    let missed = missed(&app, &hearing, after, after.saturating_add(limit)).await?;
    let events = missed.events.iter().filter_map(|event| hearing.frame(event).cloned()).collect();
    Ok(axum::Json(FeedOut { events, pos: missed.reached }))
}

/// `POST /api/v1/live/signals`: tell colleagues that one looks at or writes in a ticket. Nothing rests.
///
/// # Errors
/// `ticket-number-wrong`, `not-found`.
pub async fn signals(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<SignalIn>,
) -> Result<StatusCode> {
    let from = cx.viewer.staff()?.staff_id;
    let public_id: PublicId =
        input.ticket.parse().map_err(|_no_number| Problem::new(Code::TicketNumberWrong))?;
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
    let written = Frame { data: raw(&data), ..Frame::bare(FrameKind::Signal) }.written();
    app.hub().signal(&Signal { at: ticket.placement(), from, written });
    Ok(StatusCode::ACCEPTED)
}

/// `GET /api/v1/live/stream`: the protocol as server-sent events. The event's id is `pos`, so browsers resume by themselves.
/// One connection too many is `rate-limited`; `unavailable` when the feed cannot be read.
pub async fn stream(
    State(app): State<App>,
    asker: Asker,
    Query(query): Query<FeedQuery>,
    headers: HeaderMap,
) -> Response {
    let resumed = text(&headers, &LAST_EVENT_ID).parse().ok();
    let (after, coalesced) = (resumed.or(query.after), query.coalesce.is_some());
    Box::pin(presence::note(&app, &asker)).await;
    let connection = match Connection::open(app, &asker, &headers, after, coalesced).await {
        Ok(connection) => connection,
        Err(ended) => return refused(ended).into_response(),
    };
    let events = stream::unfold(connection, async |mut connection| {
        let frame = connection.next().await.ok()?;
        Some((sse(&frame), connection))
    });
    Sse::new(events).into_response()
}

fn sse(frame: &Written) -> std::result::Result<Event, Infallible> {
    let event = Event::default().data(frame.as_str());
    Ok(match frame.pos {
        Some(pos) => event.id(pos.to_string()),
        None => event,
    })
}

/// Why there is no connection, for a client that can still be told by an answer.
pub(super) fn refused(ended: Ended) -> Problem {
    match ended {
        Ended::TooMany => Error::retry_after(Code::RateLimited, TOO_MANY_WAIT_S).into(),
        Ended::SessionOver => Problem::new(Code::SessionExpired),
        Ended::Gone | Ended::Lagged | Ended::Stopping | Ended::Failed => {
            Problem::new(Code::Unavailable)
        }
    }
}
