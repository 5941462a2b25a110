#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, RescanId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::rescan::{Rescan, actions, view};
use proofdesk_desk::{Cx, Timestamp};
use proofdesk_http::{Access, App, Body, IdempotencyKey, Page, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, Limit};
use crate::wire::Moment;

const LIST: &str = "guard-rescans";

#[derive(OpenApi)]
#[openapi(paths(list, start))]
pub struct Document;

pub fn routes() -> Routes {
    let rescan = Access::permission(Permission::GuardRescan);
    Routes::new().get("/api/v1/guard-rescans", rescan, list).route(
        &Method::POST,
        "/api/v1/guard-rescans",
        rescan,
        Body::None,
        start,
    )
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RescansQuery {
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// A walk over every stored text with the guard, and how far it has come.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GuardRescan)]
pub struct RescanOut {
    pub id: Uuid,
    /// The version of the guard's rules that reads.
    #[schema(minimum = 0)]
    pub rules: i64,
    /// Who began it: `staff:<id>`, `operator`, or `system:<name>` when the rules had become newer.
    #[schema(examples("system:guard.rescan"))]
    pub started_by: String,
    /// What is read now: `messages`, then `tickets` (subjects), `evidence` (what agents added), `answers` (in forms), `drafts` (of
    /// customers), `reply-drafts` (of staff), `macros`, `views`, `articles`, `tags`, `file-names`, `files` (texts in them), `customers` (names, account
    /// numbers, addresses), `terms` (of the glossary), `searches` (that found nothing), `feedback` (on articles), `constraints` (of
    /// customers), `settings` (names of members, teams, brands and the like), `forms` (what they ask), `article-files`, `identities` (what
    /// accounts are called), and `reasons` (why somebody looked, took away, erased).
    #[schema(examples("messages"))]
    pub stage: &'static str,
    /// Texts that were read so far.
    #[schema(minimum = 0)]
    pub looked: i64,
    /// Texts in which something was masked.
    #[schema(minimum = 0)]
    pub masked: i64,
    pub created_at: Moment,
    /// When it last came further.
    pub updated_at: Moment,
    /// `null` while it goes on.
    pub finished_at: Option<Moment>,
}

impl From<Rescan> for RescanOut {
    fn from(walk: Rescan) -> Self {
        Self {
            id: walk.id.uuid(),
            rules: walk.rules,
            started_by: walk.started_by,
            stage: walk.stage.as_str(),
            looked: walk.looked,
            masked: walk.masked,
            created_at: walk.created_at.into(),
            updated_at: walk.updated_at.into(),
            finished_at: walk.finished_at.map(Into::into),
        }
    }
}

/// Lists walks over the stored texts, the last one first.
#[utoipa::path(
    get, path = "/api/v1/guard-rescans", tag = "jobs", operation_id = "list_guard_rescans", params(RescansQuery),
    responses((status = 200, description = "A page of walks.", body = Page<RescanOut>))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<RescansQuery>,
) -> Result<Reply<Page<RescanOut>>> {
    let open = |cursor: Cursor| app.cursor_key().open::<(Timestamp, RescanId)>(LIST, &cursor.0);
    let before = query.cursor.map(open).transpose()?;
    let limit = query.limit;
    let read =
        app.desk().read(async move |rx| view::list(rx, &cx.viewer, before, limit.beyond()).await);
    let walks = read.await?;
    let items = walks.into_iter().map(RescanOut::from).collect();
    let seal = |last: &RescanOut| app.cursor_key().seal(LIST, &(last.created_at, last.id));
    Ok(Reply::ok(Page::cut(items, limit.0, seal)?))
}

/// Has every stored text read by the guard once more. One that is under way is answered as it is.
#[utoipa::path(
    post, path = "/api/v1/guard-rescans", tag = "jobs", operation_id = "start_guard_rescan",
    responses((status = 202, description = "It goes on in the background.", body = RescanOut))
)]
async fn start(State(app): State<App>, cx: Cx, key: IdempotencyKey) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::ACCEPTED, async |tx, cx| {
        actions::start(tx, cx).await.map(RescanOut::from)
    })
    .await
}
