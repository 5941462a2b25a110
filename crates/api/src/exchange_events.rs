#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::exchange_event::facts::Batch;
use proofdesk_desk::exchange_event::{ExchangeEvent, Gap, Standing, actions, signature, view};
use proofdesk_desk::id::{BrandId, ExchangeEventId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Timestamp};
use proofdesk_http::{
    Access, App, Body, IdempotencyKey, Idempotent, Page, Path, Query, Reply, Result, Routes, Signed,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, Limit};
use crate::wire::{EventKindWord, EventStateWord, Moment};

const LIST: &str = "exchange events";

#[derive(OpenApi)]
#[openapi(paths(take, list, handle_again, skip_gap))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    let (again, skips) =
        ("/api/v1/exchange/events/{id}/handling", "/api/v1/exchange/streams/{brand_id}/skips");
    Routes::new()
        // The signature is looked at by the verb: whoever has no key is refused there.
        .route(&Method::POST, "/api/v1/exchange/events", Access::Public, Body::Json, take)
        .without_key("Every event has an id and a number, by which a repeat is known.")
        .get("/api/v1/exchange/events", manage, list)
        .route(&Method::POST, again, manage, Body::None, handle_again)
        .route(&Method::POST, skips, manage, Body::Json, skip_gap)
}

/// Some events of the exchange, in the order of their numbers or not.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExchangeEvents)]
#[expect(dead_code, reason = "it describes what the desk reads itself, once the signature holds")]
pub struct EventsIn {
    #[schema(min_items = 1, max_items = 100)]
    pub events: Vec<EventIn>,
}

/// An event of the exchange.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExchangeEvent)]
#[expect(dead_code, reason = "it describes what the desk reads itself, once the signature holds")]
pub struct EventIn {
    /// The exchange's own; the same again is the same event.
    #[schema(min_length = 1, max_length = 200, pattern = "^[!-~]+$", examples("ev-1001"))]
    pub id: String,
    /// Its place in the stream of this brand, from 1, without gaps.
    #[schema(minimum = 1, maximum = 9007199254740991_i64)]
    pub seq: i64,
    pub kind: EventKindWord,
    pub occurred_at: Moment,
    /// The account's stable id: the `sub` of the exchange's tokens. Absent for what is about a network.
    #[schema(min_length = 1, max_length = 200, pattern = "^[!-~]+$", examples("acc-7"))]
    pub account: Option<String>,
    /// What the kind tells, as `docs/exchange-bridge.openapi.yaml` has it.
    #[schema(value_type = Object)]
    pub data: serde_json::Value,
}

/// What is known of a stream after events came.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TakenEvents)]
pub struct TakenOut {
    /// All that was sent, new or known.
    pub events: Vec<TakenEventOut>,
    /// The lowest number that did not come yet: from here on the stream may be sent once more.
    #[schema(minimum = 1)]
    pub expects: i64,
    /// Numbers that did not come although later ones did. What comes after them waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<GapOut>,
}

/// An event that is stored.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TakenEvent)]
pub struct TakenEventOut {
    pub id: String,
    #[schema(minimum = 1)]
    pub seq: i64,
}

/// Numbers that did not come, both inclusive.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = EventGap)]
pub struct GapOut {
    #[schema(minimum = 1)]
    pub from: i64,
    #[schema(minimum = 1)]
    pub to: i64,
}

impl From<Gap> for GapOut {
    fn from(Gap { from, to }: Gap) -> Self {
        Self { from, to }
    }
}

/// An event as an administrator sees it: what it said is not kept.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExchangeEvent)]
pub struct EventOut {
    pub id: Uuid,
    pub brand_id: Uuid,
    /// The exchange's own.
    pub event_id: String,
    #[schema(minimum = 1)]
    pub seq: i64,
    pub kind: EventKindWord,
    /// The account's stable id.
    pub account: Option<String>,
    pub occurred_at: Moment,
    pub received_at: Moment,
    pub state: EventStateWord,
    /// How often handling it failed.
    #[schema(minimum = 0)]
    pub attempts: i64,
    /// The code of the last failure.
    #[schema(examples("internal"))]
    pub last_error: Option<String>,
    /// Tickets that it changed; absent until it was handled.
    #[schema(minimum = 0)]
    pub tickets: Option<i64>,
    /// What it said lies here still. One that failed can be handled again while it does.
    pub is_sealed: bool,
    pub handled_at: Option<Moment>,
}

impl From<ExchangeEvent> for EventOut {
    fn from(event: ExchangeEvent) -> Self {
        Self {
            id: event.id.uuid(),
            brand_id: event.brand_id.uuid(),
            event_id: event.event_id,
            seq: event.seq,
            kind: event.kind.into(),
            account: event.account,
            occurred_at: event.occurred_at.into(),
            received_at: event.received_at.into(),
            state: event.state.into(),
            attempts: event.attempts,
            last_error: event.last_error,
            tickets: event.tickets,
            is_sealed: event.is_sealed,
            handled_at: event.handled_at.map(Into::into),
        }
    }
}

/// How a brand's stream stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExchangeStream)]
pub struct StreamOut {
    pub brand_id: Uuid,
    /// Everything up to here was worked.
    #[schema(minimum = 0)]
    pub head: i64,
    /// What has to come before later events are worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<GapOut>,
    /// Events that wait, a thousand at most.
    #[schema(minimum = 0)]
    pub waiting: i64,
    /// Events that failed, a thousand at most.
    #[schema(minimum = 0)]
    pub failed: i64,
}

impl From<Standing> for StreamOut {
    fn from(standing: Standing) -> Self {
        Self {
            brand_id: standing.brand_id.uuid(),
            head: standing.head,
            gap: standing.gap.map(Into::into),
            waiting: standing.waiting,
            failed: standing.failed,
        }
    }
}

/// A page of events, newest first, and how the streams stand.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExchangeEvents)]
pub struct EventsOut {
    pub items: Vec<EventOut>,
    /// Send it back as `cursor` for the next page; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// One for each brand whose exchange has told something.
    pub streams: Vec<StreamOut>,
}

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EventsQuery {
    /// Only those in this state.
    #[param(nullable = false)]
    pub state: Option<EventStateWord>,
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// The gap that is skipped.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GapSkip)]
pub struct SkipIn {
    /// Its last number, as it was shown: another gap is not skipped.
    #[schema(minimum = 1, maximum = 9007199254740991_i64)]
    pub to: i64,
}

/// The signature of events, which proves who sent them.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes headers that `proofdesk_http::Signed` reads")]
pub struct SignatureHeaders {
    /// The `kid` of one of the brand's exchange keys.
    #[param(
        rename = "proofdesk-key",
        max_length = 200,
        pattern = "^[A-Za-z0-9._-]+$",
        example = "ex-1"
    )]
    pub key: String,
    /// Seconds since 1970, at most five minutes from now.
    #[param(rename = "proofdesk-timestamp", pattern = "^[0-9]{1,12}$", example = "1795251600")]
    pub timestamp: String,
    /// Base64 of HMAC-SHA256 or Ed25519 over `proofdesk.events.v1.TIMESTAMP.BODY`.
    #[param(
        rename = "proofdesk-signature",
        pattern = "^[A-Za-z0-9+/=]+$",
        example = "uaso+oBcIemFO4bR2gINIywKX5CrrYSO5KsmFS1Y4mM="
    )]
    pub signature: String,
}

/// Takes events of the exchange in. They are stored before this answers, and worked then in the order of their numbers.
///
/// The same again is harmless, and answered the same: after a failure send everything from `expects` on.
#[utoipa::path(
    post, path = "/api/v1/exchange/events", tag = "exchange", operation_id = "take_exchange_events",
    params(SignatureHeaders), request_body = EventsIn,
    responses(
        (status = 202, description = "They are stored.", body = TakenOut),
        (status = 401, description = "The signature is missing, stale, or not that of a key of the exchange."),
        (status = 409, description = "Another event has the id or number. Nothing was stored."),
    )
)]
async fn take(State(app): State<App>, mut cx: Cx, signed: Signed) -> Result<Reply<TakenOut>> {
    let keyring = app.desk().keyring().clone();
    let (now, shown) = (cx.now, signed.0.clone());
    let verified =
        app.desk().read(async move |rx| signature::verify(rx, &keyring, &shown, now).await).await?;
    let arrivals = signed.read::<Batch>()?.read(now)?;
    cx.viewer = Viewer::System("exchange");
    let keyring = app.desk().keyring().clone();
    let taken = app
        .desk()
        .write(cx, async move |tx, cx| actions::take(tx, cx, &keyring, verified, &arrivals).await);
    let taken = taken.await?;
    let events = taken.events.into_iter().map(|(id, seq)| TakenEventOut { id, seq });
    let out = TakenOut {
        events: events.collect(),
        expects: taken.expects,
        gap: taken.gap.map(Into::into),
    };
    Ok(Reply::accepted(out))
}

/// Lists what the exchange told, newest first, and how its streams stand.
#[utoipa::path(
    get, path = "/api/v1/exchange/events", tag = "exchange", operation_id = "list_exchange_events",
    params(EventsQuery),
    responses((status = 200, description = "A page of events.", body = EventsOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<EventsQuery>,
) -> Result<Reply<EventsOut>> {
    let state = query.state.map(|state| state.0);
    let list = format!("{LIST} {}", state.map_or("", |state| state.as_str()));
    let open = |cursor: Cursor| app.cursor_key().open(&list, &cursor.0);
    let newest = (Timestamp::from_micros(i64::MAX), ExchangeEventId::from_uuid(Uuid::max()));
    let (before, limit) = (query.cursor.map(open).transpose()?.unwrap_or(newest), query.limit);
    let read = app.desk().read(async move |rx| {
        let streams = view::streams(rx, &cx.viewer).await?;
        Ok((view::list(rx, &cx.viewer, state, before, limit.beyond()).await?, streams))
    });
    let (events, streams) = read.await?;
    let seal = |last: &ExchangeEvent| app.cursor_key().seal(&list, &(last.received_at, last.id));
    let page = Page::cut(events, limit.0, seal)?;
    Ok(Reply::ok(EventsOut {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next_cursor,
        streams: streams.into_iter().map(Into::into).collect(),
    }))
}

/// Has an event that failed handled again.
#[utoipa::path(
    post, path = "/api/v1/exchange/events/{id}/handling", tag = "exchange", operation_id = "handle_exchange_event",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(
        (status = 200, description = "It waits for its turn.", body = EventOut),
        (status = 409, description = "It waits or was handled already."),
        (status = 410, description = "What it said lay here for longer than it may, and is destroyed. Once the exchange sent the same event again it can be handled."),
    )
)]
async fn handle_again(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ExchangeEventId>,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        actions::handle_again(tx, cx, id).await.map(EventOut::from)
    })
    .await
}

/// Lets a stream go on without the numbers of its gap. Those that come after all are worked when they come.
#[utoipa::path(
    post, path = "/api/v1/exchange/streams/{brand_id}/skips", tag = "exchange", operation_id = "skip_exchange_gap",
    params(("brand_id" = Uuid, Path, description = "The brand whose stream it is.")), request_body = SkipIn,
    responses((status = 200, description = "It goes on.", body = StreamOut))
)]
async fn skip_gap(
    State(app): State<App>,
    cx: Cx,
    Path(brand_id): Path<BrandId>,
    Idempotent { input, key }: Idempotent<SkipIn>,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        actions::skip_gap(tx, cx, brand_id, input.to).await.map(StreamOut::from)
    })
    .await
}
