use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, StaffId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::staff::actions::{self, Invitation, MemberChange};
use proofdesk_desk::staff::{Member, MemberName, view};
use proofdesk_desk::{Cx, OrNotFound as _, Timestamp, session, shift, totp};
use proofdesk_http::{
    Access, App, Body, IdempotencyKey, Idempotent, IfMatch, Json, Page, Path, Query, Reply, Result,
    Routes,
};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::links::IssuedLinkOut;
use crate::params::{IfMatchRequired, PageQuery};
use crate::sessions::EndedOut;
use crate::wire::{
    AvailabilityWord, EmailText, LocaleWord, Moment, NameText, StaffStateWord, VersionOut,
    ZoneText, ids, uuids,
};

const LIST: &str = "staff";

#[derive(OpenApi)]
#[openapi(paths(
    list,
    invite,
    find,
    change,
    issue_link,
    disable,
    enable,
    reset_totp,
    end_sessions,
    colleagues
))]
pub struct Document;

pub fn routes() -> Routes {
    let (read, manage) =
        (Access::permission(Permission::MemberRead), Access::permission(Permission::MemberManage));
    Routes::new()
        .get("/api/v1/staff", read, list)
        .route(&Method::POST, "/api/v1/staff", manage, Body::Json, invite)
        .shown_once()
        // Everybody may see themself, and who manages teams may change theirs: the verbs decide.
        .get("/api/v1/staff/{id}", Access::Staff, find)
        .route(&Method::PATCH, "/api/v1/staff/{id}", Access::Staff, Body::Json, change)
        .route(&Method::POST, "/api/v1/staff/{id}/invitation", manage, Body::None, issue_link)
        .shown_once()
        .route(&Method::PUT, "/api/v1/staff/{id}/disablement", manage, Body::None, disable)
        .route(&Method::DELETE, "/api/v1/staff/{id}/disablement", manage, Body::None, enable)
        .route(&Method::DELETE, "/api/v1/staff/{id}/totp", manage, Body::None, reset_totp)
        .route(&Method::DELETE, "/api/v1/staff/{id}/sessions", manage, Body::None, end_sessions)
        .get("/api/v1/colleagues", Access::Staff, colleagues)
}

/// A member as others of the staff see them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Member)]
pub struct MemberOut {
    pub id: Uuid,
    #[schema(examples("mina@example.com"))]
    pub email: String,
    #[schema(examples("Mina Park"))]
    pub name: String,
    #[schema(examples("ko"))]
    pub locale: String,
    #[schema(examples("Asia/Seoul"))]
    pub time_zone: String,
    pub state: StaffStateWord,
    pub totp_enrolled: bool,
    pub created_at: Moment,
    pub updated_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
    pub roles: Vec<Uuid>,
    pub teams: Vec<Uuid>,
    pub brands: Vec<Uuid>,
    pub skills: Vec<Uuid>,
}

/// A member by the little that everybody on the staff may know of each other.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Colleague)]
pub struct ColleagueOut {
    pub id: Uuid,
    #[schema(examples("Mina Park"))]
    pub name: String,
    pub state: StaffStateWord,
    pub availability: AvailabilityWord,
    /// Since when they stand so; `null` for who has never been there.
    pub since: Option<Moment>,
    /// Whether they are off shift or absent: then they are given no tickets, however they stand.
    #[schema(examples(false))]
    pub is_off: bool,
    /// When they are on shift again; `null` while they are, and when that is too far away.
    pub off_until: Option<Moment>,
}

/// All members, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Colleagues)]
pub struct ColleaguesOut {
    pub items: Vec<ColleagueOut>,
}

/// Whom to invite, and as what.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Invitation, examples(json!({"email": "mina@example.com", "name": "Mina Park"})))]
pub struct InvitationIn {
    pub email: EmailText,
    /// The local part of the address when absent.
    pub name: Option<NameText>,
    /// The request's language when absent.
    pub locale: Option<LocaleWord>,
    /// UTC when absent.
    pub time_zone: Option<ZoneText>,
    #[serde(default)]
    #[schema(max_items = 100)]
    pub roles: Vec<Uuid>,
    #[serde(default)]
    #[schema(max_items = 100)]
    pub teams: Vec<Uuid>,
    #[serde(default)]
    #[schema(max_items = 100)]
    pub brands: Vec<Uuid>,
    #[serde(default)]
    #[schema(max_items = 100)]
    pub skills: Vec<Uuid>,
}

/// A member who waits for their link to be handed over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InvitedMember)]
pub struct InvitedMemberOut {
    pub id: Uuid,
    #[serde(flatten)]
    pub link: IssuedLinkOut,
}

/// What to change of a member; what is left out stays, a set replaces the whole set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MemberChange)]
pub struct MemberChangeIn {
    #[schema(max_items = 100)]
    pub roles: Option<Vec<Uuid>>,
    #[schema(max_items = 100)]
    pub teams: Option<Vec<Uuid>>,
    #[schema(max_items = 100)]
    pub brands: Option<Vec<Uuid>>,
    #[schema(max_items = 100)]
    pub skills: Option<Vec<Uuid>>,
}

impl From<Member> for MemberOut {
    fn from(member: Member) -> Self {
        Self {
            id: member.id.uuid(),
            email: member.email,
            name: member.name,
            locale: member.locale,
            time_zone: member.time_zone,
            state: member.state.into(),
            totp_enrolled: member.totp_enrolled,
            created_at: member.created_at.into(),
            updated_at: member.updated_at.into(),
            version: member.version,
            roles: uuids(&member.roles),
            teams: uuids(&member.teams),
            brands: uuids(&member.brands),
            skills: uuids(&member.skills),
        }
    }
}

impl ColleagueOut {
    fn of(member: MemberName, off: Option<Option<Timestamp>>) -> Self {
        Self {
            id: member.id.uuid(),
            name: member.name,
            state: member.state.into(),
            availability: member.availability.into(),
            since: member.since.map(Into::into),
            is_off: off.is_some(),
            off_until: off.flatten().map(Into::into),
        }
    }
}

impl From<MemberChangeIn> for MemberChange {
    fn from(change: MemberChangeIn) -> Self {
        Self {
            roles: change.roles.map(ids),
            teams: change.teams.map(ids),
            brands: change.brands.map(ids),
            skills: change.skills.map(ids),
        }
    }
}

/// Lists members in the order of their joining.
#[utoipa::path(
    get, path = "/api/v1/staff", tag = "staff", operation_id = "list_staff", params(PageQuery),
    responses((status = 200, description = "A page of members.", body = Page<MemberOut>))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(page): Query<PageQuery>,
) -> Result<Reply<Page<MemberOut>>> {
    let after =
        page.cursor.map(|cursor| app.cursor_key().open::<StaffId>(LIST, &cursor.0)).transpose()?;
    let limit = page.limit;
    let read =
        app.desk().read(async move |rx| view::list(rx, &cx.viewer, after, limit.beyond()).await);
    let items = read.await?.into_iter().map(MemberOut::from).collect();
    Ok(Reply::ok(Page::cut(items, limit.0, |last: &MemberOut| {
        app.cursor_key().seal(LIST, &last.id)
    })?))
}

/// Invites a member. The link is shown once, to be handed over.
#[utoipa::path(
    post, path = "/api/v1/staff", tag = "staff", operation_id = "invite_member", request_body = InvitationIn,
    responses(
        (status = 201, description = "The member is invited.", body = InvitedMemberOut),
        (status = 409, description = "The address is taken."),
    )
)]
async fn invite(
    State(app): State<App>,
    cx: Cx,
    Idempotent { input, key }: Idempotent<InvitationIn>,
) -> Result<impl IntoResponse> {
    let new = Invitation {
        email: input.email.0,
        name: input.name.map(|name| name.0),
        locale: input.locale.map_or(cx.locale, |locale| locale.0),
        time_zone: input.time_zone.map_or_else(|| "UTC".to_owned(), |zone| zone.0),
        roles: ids(input.roles),
        teams: ids(input.teams),
        brands: ids(input.brands),
        skills: ids(input.skills),
    };
    let web = app.clone();
    key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let invited = actions::invite(tx, cx, &new).await?;
        let link = IssuedLinkOut::new(&web, &invited.link);
        Ok(InvitedMemberOut { id: invited.staff_id.uuid(), link })
    })
    .await
}

/// Shows a member. Everybody may see themself.
#[utoipa::path(
    get, path = "/api/v1/staff/{id}", tag = "staff", operation_id = "find_member",
    params(("id" = Uuid, Path, description = "The member.")),
    responses((status = 200, description = "The member.", body = MemberOut, headers(("etag" = String, description = "Their version."))))
)]
async fn find(State(app): State<App>, cx: Cx, Path(id): Path<StaffId>) -> Result<Reply<MemberOut>> {
    let read =
        app.desk().read(async move |rx| view::find(rx, &cx.viewer, id).await?.or_not_found());
    let member = read.await?;
    let version = member.version;
    Ok(Reply::ok(member.into()).with_version(version))
}

/// Changes a member's roles, teams, brands or skills.
#[utoipa::path(
    patch, path = "/api/v1/staff/{id}", tag = "staff", operation_id = "change_member",
    params(("id" = Uuid, Path, description = "The member."), IfMatchRequired), request_body = MemberChangeIn,
    responses(
        (status = 200, description = "They were changed.", body = VersionOut),
        (status = 409, description = "Nobody would be left who can administer the desk."),
        (status = 412, description = "Somebody else changed them meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
    seen: IfMatch,
    Json(input): Json<MemberChangeIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, change) = (seen.required()?, MemberChange::from(input));
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Makes a new link for a member.
///
/// Another invitation while they are invited, else a reset of their password. Earlier links of theirs stop working.
#[utoipa::path(
    post, path = "/api/v1/staff/{id}/invitation", tag = "staff", operation_id = "issue_link",
    params(("id" = Uuid, Path, description = "The member.")),
    responses((status = 201, description = "The link, shown once.", body = IssuedLinkOut))
)]
async fn issue_link(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    let web = app.clone();
    key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let issued = actions::issue_link(tx, cx, id).await?;
        Ok(IssuedLinkOut::new(&web, &issued))
    })
    .await
}

/// Bars a member: no sign-in, all sessions and API tokens ended, links void.
#[utoipa::path(
    put, path = "/api/v1/staff/{id}/disablement", tag = "staff", operation_id = "disable_member",
    params(("id" = Uuid, Path, description = "The member.")),
    responses(
        (status = 204, description = "They are barred."),
        (status = 409, description = "Nobody would be left who can administer the desk."),
    )
)]
async fn disable(State(app): State<App>, cx: Cx, Path(id): Path<StaffId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::disable(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Lets a barred member in again.
#[utoipa::path(
    delete, path = "/api/v1/staff/{id}/disablement", tag = "staff", operation_id = "enable_member",
    params(("id" = Uuid, Path, description = "The member.")),
    responses((status = 204, description = "They may come in."))
)]
async fn enable(State(app): State<App>, cx: Cx, Path(id): Path<StaffId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::enable(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Removes the second factor of a member who lost it. Their sessions end.
#[utoipa::path(
    delete, path = "/api/v1/staff/{id}/totp", tag = "staff", operation_id = "reset_totp",
    params(("id" = Uuid, Path, description = "The member.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 409, description = "None is enrolled."),
    )
)]
async fn reset_totp(State(app): State<App>, cx: Cx, Path(id): Path<StaffId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| totp::actions::reset(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Ends all sessions of a member.
#[utoipa::path(
    delete, path = "/api/v1/staff/{id}/sessions", tag = "staff", operation_id = "end_sessions_of_member",
    params(("id" = Uuid, Path, description = "The member.")),
    responses((status = 200, description = "They are over.", body = EndedOut))
)]
async fn end_sessions(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StaffId>,
) -> Result<Reply<EndedOut>> {
    let write =
        app.desk().write(cx, async move |tx, cx| session::actions::end_of_member(tx, cx, id).await);
    Ok(Reply::ok(EndedOut { ended: write.await? }))
}

/// Lists the names of all members and whether they take tickets, for choosing an assignee and reading a timeline.
#[utoipa::path(
    get, path = "/api/v1/colleagues", tag = "staff", operation_id = "list_colleagues",
    responses((status = 200, description = "All members.", body = ColleaguesOut))
)]
async fn colleagues(State(app): State<App>, cx: Cx) -> Result<Reply<ColleaguesOut>> {
    let read = app.desk().read(async move |rx| {
        let names = view::names(rx, &cx.viewer).await?;
        Ok((names, shift::view::off(rx, &cx.viewer, cx.now).await?))
    });
    let (names, off) = read.await?;
    let all = names.into_iter().map(|member| {
        let off = off.get(&member.id).copied();
        ColleagueOut::of(member, off)
    });
    Ok(Reply::ok(ColleaguesOut { items: all.collect() }))
}
