#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

mod proof;
mod verification;

use axum::extract::State;
use proofdesk_desk::id::{EventId, Id as _};
use proofdesk_desk::log::view::{self, AuditFilter, Event};
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Page, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::openapi::OpenApi as Description;
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, FilterText, Limit};
use crate::wire::Moment;

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::AuditRead);
    Routes::new()
        .get("/api/v1/audit/events", read, list)
        .merge(proof::routes())
        .merge(verification::routes())
}

/// Describes the log, its proofs and its verification.
pub fn document() -> Description {
    let mut document = Document::openapi();
    document.merge(proof::Document::openapi());
    document.merge(verification::Document::openapi());
    document
}

/// Which events, and which page of them. Everything given must hold.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// `staff:<uuid>`, `customer:<uuid>`, `system:<name>`, `operator`, `anonymous`.
    pub actor: Option<FilterText>,
    /// `ticket.opened`, …
    pub kind: Option<FilterText>,
    /// `organisation`, `customer:<uuid>`, `staff:<uuid>:<day>`, `ticket:<uuid>`, or the number of a ticket.
    pub stream: Option<FilterText>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEvent)]
pub struct AuditEventOut {
    pub id: Uuid,
    /// The chain that it belongs to.
    #[schema(examples("organisation"))]
    pub stream: String,
    /// Its place there.
    #[schema(minimum = 1)]
    pub seq: i64,
    pub at: Moment,
    #[schema(examples("staff:0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a"))]
    pub actor: String,
    #[schema(examples("role.changed"))]
    pub kind: String,
    /// The version of the payload's shape.
    #[schema(minimum = 1)]
    pub v: i64,
    /// `null` once erased.
    #[schema(value_type = Option<Object>)]
    pub data: Option<Value>,
}

impl From<Event> for AuditEventOut {
    fn from(event: Event) -> Self {
        Self {
            id: event.id.uuid(),
            stream: event.stream,
            seq: event.seq,
            at: event.at.into(),
            actor: event.actor,
            kind: event.kind,
            v: event.v,
            data: event.payload.and_then(|payload| serde_json::from_slice(&payload).ok()),
        }
    }
}

/// Lists what happened, newest first.
///
/// A page may be short or empty and still have a next one: each looks at a bounded number of events.
#[utoipa::path(
    get, path = "/api/v1/audit/events", tag = "audit", operation_id = "list_audit_events", params(AuditQuery),
    responses((status = 200, description = "A page of events.", body = Page<AuditEventOut>))
)]
async fn list(
    State(app): State<App>,
    Query(query): Query<AuditQuery>,
) -> Result<Reply<Page<AuditEventOut>>> {
    let filter = AuditFilter {
        actor: query.actor.map(|actor| actor.0),
        kind: query.kind.map(|kind| kind.0),
        stream: query.stream.map(|stream| stream.0),
        from: query.from.map(|from| from.0),
        until: query.until.map(|until| until.0),
    };
    let list = format!("audit {filter:?}");
    let open = |cursor: Cursor| app.cursor_key().open::<EventId>(&list, &cursor.0);
    let (before, limit) = (query.cursor.map(open).transpose()?, query.limit.0);
    let page =
        app.desk().read(async move |rx| view::audit_page(rx, &filter, before, limit).await).await?;
    let next_cursor = page.next.map(|next| app.cursor_key().seal(&list, &next)).transpose()?;
    Ok(Reply::ok(Page { items: page.events.into_iter().map(Into::into).collect(), next_cursor }))
}
