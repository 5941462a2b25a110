use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, SavedViewId, TeamId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::saved_view::actions::{self, NewView, ViewChange};
use proofdesk_desk::saved_view::view::{self, ViewCount};
use proofdesk_desk::saved_view::{Audience, SavedView, USUALLY_SHOWN};
use proofdesk_desk::ticket::view::Sort;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{
    Access, App, Body, Idempotent, IfMatch, Json, Path, Query, Reply, Result, Routes,
};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{FilterWords, IfMatchRequired, ViewsQuery};
use crate::wire::{
    AudienceWord, CreatedOut, Moment, NameText, ShownWord, SortWord, VersionOut, ids,
};

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change, delete, arrange, counts))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::TicketRead);
    let manage = Access::permission(Permission::ViewManage);
    Routes::new()
        .get("/api/v1/views", read, list)
        .route(&Method::POST, "/api/v1/views", manage, Body::Json, create)
        .get("/api/v1/views/counts", read, counts)
        .route(&Method::PUT, "/api/v1/views/order", manage, Body::Json, arrange)
        .get("/api/v1/views/{id}", read, find)
        .route(&Method::PATCH, "/api/v1/views/{id}", manage, Body::Json, change)
        .route(&Method::DELETE, "/api/v1/views/{id}", manage, Body::None, delete)
}

/// A filter with a name, an order and the facts that its rows show.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = View)]
pub struct ViewOut {
    pub id: Uuid,
    #[schema(examples("Late deposits on Tron"))]
    pub name: String,
    /// Words of the filter grammar, read anew by everybody who opens the view.
    #[schema(examples("is:open category:deposit chain:tron age>2h"))]
    pub filter: String,
    pub sort: SortWord,
    /// What rows show beside customer, subject and age.
    pub shown: Vec<ShownWord>,
    pub audience: AudienceWord,
    /// Who saved it.
    pub owner_id: Uuid,
    /// Of a team's view: whose.
    pub team_id: Option<Uuid>,
    /// Whether the asker may change and delete it.
    pub may_change: bool,
    pub created_at: Moment,
    pub updated_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// The views that the member sees, in their order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Views)]
pub struct ViewsOut {
    pub items: Vec<ViewOut>,
}

/// A view to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewView)]
pub struct ViewIn {
    pub name: NameText,
    pub filter: FilterWords,
    /// The newest activity first when absent.
    pub sort: Option<SortWord>,
    /// Status, priority, category and assignee when absent.
    #[schema(max_items = 10)]
    pub shown: Option<Vec<ShownWord>>,
    pub audience: AudienceWord,
    /// Required of a team's view.
    pub team_id: Option<Uuid>,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ViewChange)]
pub struct ViewChangeIn {
    pub name: Option<NameText>,
    pub filter: Option<FilterWords>,
    pub sort: Option<SortWord>,
    #[schema(max_items = 10)]
    pub shown: Option<Vec<ShownWord>>,
    pub audience: Option<AudienceWord>,
    /// Goes with `audience`.
    pub team_id: Option<Uuid>,
}

/// Views in the order that they are to have.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ViewOrder)]
pub struct OrderIn {
    #[schema(max_items = 50)]
    pub ids: Vec<Uuid>,
}

/// How many tickets a view shows to the member.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ViewCount)]
pub struct CountOut {
    pub id: Uuid,
    /// `null` when the view's filter names what is no longer there.
    #[schema(minimum = 0)]
    pub count: Option<i64>,
    /// Counting stopped there: show "99+".
    pub capped: bool,
}

/// Counts of views; those that the member does not see are missing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ViewCounts)]
pub struct CountsOut {
    pub items: Vec<CountOut>,
}

impl ViewOut {
    fn new(viewer: &Viewer, saved: SavedView) -> Self {
        Self {
            id: saved.id.uuid(),
            may_change: saved.may_change(viewer),
            name: saved.name,
            filter: saved.filter,
            sort: saved.sort.into(),
            shown: saved.shown.into_iter().map(Into::into).collect(),
            audience: saved.audience.into(),
            owner_id: saved.owner_id.uuid(),
            team_id: saved.team_id.map(|id| id.uuid()),
            created_at: saved.created_at.into(),
            updated_at: saved.updated_at.into(),
            version: saved.version,
        }
    }
}

impl From<ViewIn> for NewView {
    fn from(new: ViewIn) -> Self {
        let shown = new.shown.map(|shown| shown.into_iter().map(|one| one.0).collect());
        Self {
            name: new.name.0,
            filter: new.filter.0,
            sort: new.sort.map_or(Sort::Newest, |sort| sort.0),
            shown: shown.unwrap_or_else(|| USUALLY_SHOWN.into()),
            audience: new.audience.0,
            team_id: new.team_id.map(TeamId::from_uuid),
        }
    }
}

impl From<ViewChangeIn> for ViewChange {
    fn from(change: ViewChangeIn) -> Self {
        let team_id = change.team_id.map(TeamId::from_uuid);
        // A team alone says that it is a team's view.
        let audience = change.audience.map(|word| word.0).or(team_id.map(|_| Audience::Team));
        Self {
            name: change.name.map(|name| name.0),
            filter: change.filter.map(|filter| filter.0),
            sort: change.sort.map(|sort| sort.0),
            shown: change.shown.map(|shown| shown.into_iter().map(|one| one.0).collect()),
            audience: audience.map(|audience| (audience, team_id)),
        }
    }
}

impl From<ViewCount> for CountOut {
    fn from(count: ViewCount) -> Self {
        Self { id: count.id.uuid(), count: count.count, capped: count.capped }
    }
}

/// Lists the views that the member sees: their own, their teams', everybody's.
#[utoipa::path(
    get, path = "/api/v1/views", tag = "views", operation_id = "list_views",
    responses((status = 200, description = "All of them.", body = ViewsOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<ViewsOut>> {
    let viewer = cx.viewer.clone();
    let views = app.desk().read(async move |rx| view::list(rx, &viewer).await).await?;
    let items = views.into_iter().map(|saved| ViewOut::new(&cx.viewer, saved)).collect();
    Ok(Reply::ok(ViewsOut { items }))
}

/// Saves a view.
#[utoipa::path(
    post, path = "/api/v1/views", tag = "views", operation_id = "create_view",
    request_body = ViewIn,
    responses(
        (status = 201, description = "It was saved.", body = CreatedOut),
        (status = 409, description = "There are too many views."),
        (status = 422, description = "What is wrong with the filter, word by word."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<ViewIn>,
) -> Result<impl IntoResponse> {
    let new = NewView::from(once.input);
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &new).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a view.
#[utoipa::path(
    get, path = "/api/v1/views/{id}", tag = "views", operation_id = "find_view",
    params(("id" = Uuid, Path, description = "The view.")),
    responses((status = 200, description = "The view.", body = ViewOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<SavedViewId>,
) -> Result<Reply<ViewOut>> {
    let viewer = cx.viewer.clone();
    let read = app.desk().read(async move |rx| view::find(rx, &viewer, id).await?.or_not_found());
    let saved = read.await?;
    let version = saved.version;
    Ok(Reply::ok(ViewOut::new(&cx.viewer, saved)).with_version(version))
}

/// Changes a view, also for whom it is.
#[utoipa::path(
    patch, path = "/api/v1/views/{id}", tag = "views", operation_id = "change_view",
    params(("id" = Uuid, Path, description = "The view."), IfMatchRequired), request_body = ViewChangeIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 409, description = "There are too many views."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<SavedViewId>,
    seen: IfMatch,
    Json(input): Json<ViewChangeIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, change) = (seen.required()?, ViewChange::from(input));
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Deletes a view. The tickets stay where they are.
#[utoipa::path(
    delete, path = "/api/v1/views/{id}", tag = "views", operation_id = "delete_view",
    params(("id" = Uuid, Path, description = "The view.")),
    responses((status = 204, description = "It is gone."))
)]
async fn delete(State(app): State<App>, cx: Cx, Path(id): Path<SavedViewId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::delete(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Puts views in an order, before those that are not named. Who shares a view sees the same order.
#[utoipa::path(
    put, path = "/api/v1/views/order", tag = "views", operation_id = "arrange_views", request_body = OrderIn,
    responses(
        (status = 204, description = "They stand so."),
        (status = 404, description = "One of them is none that the asker sees.")
    )
)]
async fn arrange(State(app): State<App>, cx: Cx, Json(input): Json<OrderIn>) -> Result<Reply<()>> {
    let ids: Vec<SavedViewId> = ids(input.ids);
    app.desk().write(cx, async move |tx, cx| actions::arrange(tx, cx, &ids).await).await?;
    Ok(Reply::no_content())
}

/// Counts the tickets of views, each up to 99.
#[utoipa::path(
    get, path = "/api/v1/views/counts", tag = "views", operation_id = "count_views", params(ViewsQuery),
    responses((status = 200, description = "The counts.", body = CountsOut))
)]
async fn counts(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<ViewsQuery>,
) -> Result<Reply<CountsOut>> {
    let ids: Vec<SavedViewId> = ids(query.ids.0);
    let lookup = app.desk().lookup();
    let read = app.desk().read(async move |rx| {
        let scope = cx.viewer.scope(Permission::TicketRead);
        view::counts(rx, &cx.viewer, &scope, &lookup, cx.now, &ids).await
    });
    let items = read.await?.into_iter().map(Into::into).collect();
    Ok(Reply::ok(CountsOut { items }))
}
