//! Whether members take tickets, and how many at once.

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::Cx;
use proofdesk_desk::availability::actions::{self, Set};
use proofdesk_desk::availability::view::{self, Work};
use proofdesk_desk::availability::{Capacity, Standing};
use proofdesk_desk::id::StaffId;
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Body, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::wire::{AvailabilityWord, CapacityChannelWord, Moment};

#[derive(OpenApi)]
#[openapi(paths(find_own, set_own, find, set, set_capacity))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::MemberManage);
    Routes::new()
        .get("/api/v1/me/availability", Access::Staff, find_own)
        .route(&Method::PUT, "/api/v1/me/availability", Access::Staff, Body::Json, set_own)
        // Everybody may ask of themself: the view decides.
        .get("/api/v1/staff/{id}/availability", Access::Staff, find)
        .route(&Method::PUT, "/api/v1/staff/{id}/availability", manage, Body::Json, set)
        .route(&Method::PUT, "/api/v1/staff/{id}/capacity", manage, Body::Json, set_capacity)
}

/// How a member stands, how much they have to do, and how much they are given at most.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MemberAvailability)]
pub struct MemberAvailabilityOut {
    pub availability: AvailabilityWord,
    /// Since when; `null` for who has never been there.
    pub since: Option<Moment>,
    /// They are offline because no console of theirs is connected, and are online again when one is.
    #[schema(examples(false))]
    pub is_automatic: bool,
    /// Open tickets that are assigned to them.
    #[schema(minimum = 0, examples(4))]
    pub open: i64,
    /// For each channel that there is.
    pub capacities: Vec<CapacityOut>,
}

/// How much of one kind of work a member is given at once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MemberCapacity)]
pub struct CapacityOut {
    pub channel: CapacityChannelWord,
    /// Open tickets at most; `null` is without limit.
    #[schema(minimum = 0, maximum = 1000, examples(12))]
    pub capacity: Option<i64>,
}

/// Whether a member takes tickets from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AvailabilityChange)]
pub struct AvailabilityIn {
    pub availability: AvailabilityWord,
}

/// How a member stands from now on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AvailabilitySet)]
pub struct AvailabilitySetOut {
    pub availability: AvailabilityWord,
    pub since: Option<Moment>,
    #[schema(examples(false))]
    pub is_automatic: bool,
    /// How many open tickets of theirs are on their way back to the queues: of `away_and_reassign`, else 0.
    #[schema(minimum = 0, examples(3))]
    pub reassigned: i64,
}

/// How much a member is given at most from now on. What they have already they keep.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CapacityChange)]
pub struct CapacityIn {
    pub channel: CapacityChannelWord,
    /// Open tickets at most; `null` is without limit.
    #[schema(minimum = 0, maximum = 1000, examples(12))]
    pub capacity: Option<i64>,
}

impl From<Work> for MemberAvailabilityOut {
    fn from(work: Work) -> Self {
        let Standing { availability, since, is_automatic } = work.standing;
        Self {
            availability: availability.into(),
            since: since.map(Into::into),
            is_automatic,
            open: work.open,
            capacities: work.capacities.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Capacity> for CapacityOut {
    fn from(row: Capacity) -> Self {
        Self { channel: row.channel.into(), capacity: row.capacity }
    }
}

impl From<Set> for AvailabilitySetOut {
    fn from(set: Set) -> Self {
        let Standing { availability, since, is_automatic } = set.standing;
        Self {
            availability: availability.into(),
            since: since.map(Into::into),
            is_automatic,
            reassigned: set.reassigned,
        }
    }
}

/// Tells whether one takes tickets oneself.
#[utoipa::path(
    get, path = "/api/v1/me/availability", tag = "me", operation_id = "find_own_availability",
    responses((status = 200, description = "How one stands.", body = MemberAvailabilityOut))
)]
async fn find_own(State(app): State<App>, cx: Cx) -> Result<Reply<MemberAvailabilityOut>> {
    let work = app.desk().read(async move |rx| view::own(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(work.into()))
}

/// Says whether one takes tickets oneself.
///
/// With `away_and_reassign` one's open tickets go back to their teams, or to nobody, in a moment; the answer says how many.
#[utoipa::path(
    put, path = "/api/v1/me/availability", tag = "me", operation_id = "set_own_availability", request_body = AvailabilityIn,
    responses((status = 200, description = "It is so.", body = AvailabilitySetOut))
)]
async fn set_own(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<AvailabilityIn>,
) -> Result<Reply<AvailabilitySetOut>> {
    let to = input.availability.0;
    let write = app.desk().write(cx, async move |tx, cx| actions::set_own(tx, cx, to).await);
    Ok(Reply::ok(write.await?.into()))
}

/// Tells whether a member takes tickets. Everybody may ask of themself.
#[utoipa::path(
    get, path = "/api/v1/staff/{id}/availability", tag = "staff", operation_id = "find_availability",
    params(("id" = Uuid, Path, description = "The member.")),
    responses((status = 200, description = "How they stand.", body = MemberAvailabilityOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
) -> Result<Reply<MemberAvailabilityOut>> {
    let work = app.desk().read(async move |rx| view::of(rx, &cx.viewer, id).await).await?;
    Ok(Reply::ok(work.into()))
}

/// Says whether a member takes tickets.
#[utoipa::path(
    put, path = "/api/v1/staff/{id}/availability", tag = "staff", operation_id = "set_availability",
    params(("id" = Uuid, Path, description = "The member.")), request_body = AvailabilityIn,
    responses((status = 200, description = "It is so.", body = AvailabilitySetOut))
)]
async fn set(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
    Json(input): Json<AvailabilityIn>,
) -> Result<Reply<AvailabilitySetOut>> {
    let to = input.availability.0;
    let write = app.desk().write(cx, async move |tx, cx| actions::set_of(tx, cx, id, to).await);
    Ok(Reply::ok(write.await?.into()))
}

/// Says how many tickets a member is given at most.
#[utoipa::path(
    put, path = "/api/v1/staff/{id}/capacity", tag = "staff", operation_id = "set_capacity",
    params(("id" = Uuid, Path, description = "The member.")), request_body = CapacityIn,
    responses((status = 204, description = "It is so."))
)]
async fn set_capacity(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
    Json(input): Json<CapacityIn>,
) -> Result<Reply<()>> {
    let (channel, most) = (input.channel.0, input.capacity);
    app.desk()
        .write(cx, async move |tx, cx| actions::set_capacity(tx, cx, id, channel, most).await)
        .await?;
    Ok(Reply::no_content())
}
