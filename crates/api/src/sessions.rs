use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::Cx;
use proofdesk_desk::id::{Id as _, SessionId};
use proofdesk_desk::session::{SessionFacts, actions, view};
use proofdesk_http::{Access, App, Asker, Body, Path, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::Moment;

#[derive(OpenApi)]
#[openapi(paths(list, end, end_others))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/sessions", Access::AnySession, list)
        .route(&Method::DELETE, "/api/v1/sessions", Access::AnySession, Body::None, end_others)
        .route(&Method::DELETE, "/api/v1/sessions/{id}", Access::AnySession, Body::None, end)
}

/// A session as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionFacts)]
pub struct SessionFactsOut {
    pub id: Uuid,
    /// It is the one that asks.
    pub current: bool,
    pub created_at: Moment,
    /// To the minute.
    pub seen_at: Moment,
    /// The latest moment at which it ends.
    pub expires_at: Moment,
    pub user_agent: String,
    /// The network address that opened it.
    #[schema(examples("203.0.113.7"))]
    pub address: String,
}

/// One's own open sessions, newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Sessions)]
pub struct SessionsOut {
    pub items: Vec<SessionFactsOut>,
}

/// How many sessions were ended.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ended)]
pub struct EndedOut {
    pub ended: usize,
}

impl SessionFactsOut {
    fn of(facts: SessionFacts, current: Option<SessionId>) -> Self {
        Self {
            id: facts.id.uuid(),
            current: current == Some(facts.id),
            created_at: facts.created_at.into(),
            seen_at: facts.seen_at.into(),
            expires_at: facts.expires_at.into(),
            user_agent: facts.user_agent,
            address: facts.address,
        }
    }
}

/// Lists one's own open sessions.
#[utoipa::path(
    get, path = "/api/v1/sessions", tag = "session", operation_id = "list_sessions",
    responses((status = 200, description = "One's own sessions.", body = SessionsOut))
)]
async fn list(State(app): State<App>, cx: Cx, asker: Asker) -> Result<Reply<SessionsOut>> {
    let facts = app.desk().read(async move |rx| view::list(rx, &cx.viewer, cx.now).await).await?;
    let current = asker.session.map(|session| session.id);
    let items = facts.into_iter().map(|facts| SessionFactsOut::of(facts, current)).collect();
    Ok(Reply::ok(SessionsOut { items }))
}

/// Ends one of one's own sessions.
#[utoipa::path(
    delete, path = "/api/v1/sessions/{id}", tag = "session", operation_id = "end_session",
    params(("id" = Uuid, Path, description = "The session.")),
    responses((status = 204, description = "It is over."))
)]
async fn end(State(app): State<App>, cx: Cx, Path(id): Path<SessionId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::end(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Ends all of a member's own sessions but the one that asks.
#[utoipa::path(
    delete, path = "/api/v1/sessions", tag = "session", operation_id = "end_other_sessions",
    responses((status = 200, description = "They are over.", body = EndedOut))
)]
async fn end_others(State(app): State<App>, cx: Cx) -> Result<Reply<EndedOut>> {
    let ended = app.desk().write(cx, async move |tx, cx| actions::end_others(tx, cx).await).await?;
    Ok(Reply::ok(EndedOut { ended }))
}
