//! When members work.

#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use std::borrow::Cow;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::id::{AbsenceId, Id as _, StaffId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::shift::actions::{self, NewAbsence};
use proofdesk_desk::shift::{Absence, Date, Duty, Hours, Shift, view};
use proofdesk_http::{Access, App, Body, Idempotent, Json, Path, Reply, Result, Routes};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{OpenApi, PartialSchema, ToSchema};
use uuid::Uuid;

use crate::wire::{AbsenceReasonWord, CreatedOut, Moment};

/// `YYYY-MM-DD`, and none of the shorter or longer ways of writing a day.
const DAY_CHARS: usize = 10;

#[derive(OpenApi)]
#[openapi(paths(list, find, set, enter, remove))]
pub struct Document;

pub fn routes() -> Routes {
    let (read, manage) =
        (Access::permission(Permission::MemberRead), Access::permission(Permission::MemberManage));
    Routes::new()
        .get("/api/v1/shifts", read, list)
        // Everybody may ask of themself, and enter their own absences: view and verbs decide.
        .get("/api/v1/staff/{id}/shifts", Access::Staff, find)
        .route(&Method::PUT, "/api/v1/staff/{id}/shifts", manage, Body::Json, set)
        .route(&Method::POST, "/api/v1/staff/{id}/absences", Access::Staff, Body::Json, enter)
        .route(
            &Method::DELETE,
            "/api/v1/staff/{id}/absences/{absence_id}",
            Access::Staff,
            Body::None,
            remove,
        )
}

/// A day of somebody's calendar.
#[derive(Clone, Copy, Debug)]
pub struct Day(Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        let day =
            Some(&text).filter(|text| text.len() == DAY_CHARS).and_then(|text| text.parse().ok());
        day.map(Self).ok_or_else(|| D::Error::custom("no day"))
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("A day of the member's own calendar."))
            .pattern(Some(r"^\d{4}-\d{2}-\d{2}$"))
            .examples(["2026-12-24"])
            .into()
    }
}

impl ToSchema for Day {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Day")
    }
}

/// A part of a day of the week, by the member's own clock. A shift over midnight is two of them.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Shift)]
pub struct ShiftWire {
    /// From 1 for Monday to 7 for Sunday.
    #[schema(minimum = 1, maximum = 7, examples(1))]
    pub weekday: i64,
    /// Minutes since midnight.
    #[schema(minimum = 0, maximum = 1439, examples(540))]
    pub from_minute: i64,
    /// Minutes since midnight, not a part of it; 1440 is the midnight after.
    #[schema(minimum = 1, maximum = 1440, examples(1020))]
    pub to_minute: i64,
}

/// Days on which a member does not work, both included.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Absence)]
pub struct AbsenceOut {
    pub id: Uuid,
    pub first_day: Day,
    pub last_day: Day,
    /// Told to themself and to whoever manages members; else `null`.
    pub reason: Option<AbsenceReasonWord>,
}

/// When a member works, by their own clock and calendar.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MemberShifts)]
pub struct MemberShiftsOut {
    pub staff_id: Uuid,
    #[schema(examples("Asia/Seoul"))]
    pub time_zone: String,
    /// In the order of the week. Who has none works at all hours.
    pub shifts: Vec<ShiftWire>,
    /// Those that are not over, the earliest first.
    pub absences: Vec<AbsenceOut>,
    /// Whether they work just now: who does not is given no tickets.
    #[schema(examples(true))]
    pub is_on: bool,
    /// When they work again; `null` while they do, and when that is too far away.
    pub off_until: Option<Moment>,
}

/// The hours of all members who were not disabled.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Shifts)]
pub struct ShiftsOut {
    pub items: Vec<MemberShiftsOut>,
}

/// All shifts of a member's week. Some may touch, none may overlap.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ShiftsChange)]
pub struct ShiftsIn {
    /// None for all hours.
    #[schema(max_items = 56)]
    pub shifts: Vec<ShiftWire>,
}

/// An absence to enter.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAbsence)]
pub struct AbsenceIn {
    pub first_day: Day,
    /// The last day of it.
    pub last_day: Day,
    pub reason: AbsenceReasonWord,
}

impl From<Shift> for ShiftWire {
    fn from(Shift { weekday, from_minute, to_minute }: Shift) -> Self {
        Self { weekday, from_minute, to_minute }
    }
}

impl From<ShiftWire> for Shift {
    fn from(ShiftWire { weekday, from_minute, to_minute }: ShiftWire) -> Self {
        Self { weekday, from_minute, to_minute }
    }
}

impl From<Absence> for AbsenceOut {
    fn from(absence: Absence) -> Self {
        Self {
            id: absence.id.uuid(),
            first_day: Day(absence.first_day),
            last_day: Day(absence.last_day),
            reason: absence.reason.map(Into::into),
        }
    }
}

impl From<Hours> for MemberShiftsOut {
    fn from(hours: Hours) -> Self {
        let (is_on, off_until) = match hours.duty {
            Duty::On => (true, None),
            Duty::Off { until } => (false, until.map(Into::into)),
        };
        Self {
            staff_id: hours.staff_id.uuid(),
            time_zone: hours.time_zone,
            shifts: hours.shifts.into_iter().map(Into::into).collect(),
            absences: hours.absences.into_iter().map(Into::into).collect(),
            is_on,
            off_until,
        }
    }
}

/// Lists when members work, in the order of their joining.
#[utoipa::path(
    get, path = "/api/v1/shifts", tag = "staff", operation_id = "list_shifts",
    responses((status = 200, description = "All members' hours.", body = ShiftsOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<ShiftsOut>> {
    let read = app.desk().read(async move |rx| view::list(rx, &cx.viewer, cx.now).await);
    Ok(Reply::ok(ShiftsOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Tells when a member works. Everybody may ask of themself.
#[utoipa::path(
    get, path = "/api/v1/staff/{id}/shifts", tag = "staff", operation_id = "find_shifts",
    params(("id" = Uuid, Path, description = "The member.")),
    responses((status = 200, description = "Their hours.", body = MemberShiftsOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
) -> Result<Reply<MemberShiftsOut>> {
    let read = app.desk().read(async move |rx| view::of(rx, &cx.viewer, id, cx.now).await);
    Ok(Reply::ok(read.await?.into()))
}

/// Sets the shifts of a member's week.
#[utoipa::path(
    put, path = "/api/v1/staff/{id}/shifts", tag = "staff", operation_id = "set_shifts",
    params(("id" = Uuid, Path, description = "The member.")), request_body = ShiftsIn,
    responses((status = 204, description = "It is so."))
)]
async fn set(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
    Json(input): Json<ShiftsIn>,
) -> Result<Reply<()>> {
    let shifts: Vec<Shift> = input.shifts.into_iter().map(Into::into).collect();
    app.desk()
        .write(cx, async move |tx, cx| actions::set_shifts(tx, cx, id, &shifts).await)
        .await?;
    Ok(Reply::no_content())
}

/// Enters an absence of a member. Whoever is signed in may enter their own.
#[utoipa::path(
    post, path = "/api/v1/staff/{id}/absences", tag = "staff", operation_id = "enter_absence",
    params(("id" = Uuid, Path, description = "The member.")), request_body = AbsenceIn,
    responses(
        (status = 201, description = "It was entered.", body = CreatedOut),
        (status = 409, description = "There are too many."),
    )
)]
async fn enter(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
    once: Idempotent<AbsenceIn>,
) -> Result<impl IntoResponse> {
    let AbsenceIn { first_day, last_day, reason } = once.input;
    let new = NewAbsence { first_day: first_day.0, last_day: last_day.0, reason: reason.0 };
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::enter_absence(tx, cx, id, &new).await.map(CreatedOut::from)
        })
        .await
}

/// Takes an absence away. Whoever is signed in may take away their own.
#[utoipa::path(
    delete, path = "/api/v1/staff/{id}/absences/{absence_id}", tag = "staff", operation_id = "remove_absence",
    params(
        ("id" = Uuid, Path, description = "The member."),
        ("absence_id" = Uuid, Path, description = "The absence."),
    ),
    responses((status = 204, description = "It is gone."))
)]
async fn remove(
    State(app): State<App>,
    cx: Cx,
    Path((id, absence_id)): Path<(StaffId, AbsenceId)>,
) -> Result<Reply<()>> {
    app.desk()
        .write(cx, async move |tx, cx| actions::remove_absence(tx, cx, id, absence_id).await)
        .await?;
    Ok(Reply::no_content())
}
