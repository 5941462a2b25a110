//! Who looked at a customer's data, for members who read the audit. What the customer is told of it is on their own page.

#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::extract::State;
use proofdesk_desk::id::{CustomerId, EventId, Id as _};
use proofdesk_desk::look::{Seen, StaffLook, view};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Timestamp};
use proofdesk_http::{Access, App, Page, Path, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, Limit};
use crate::wire::{FieldWord, Moment, NamedOut, TicketNumber};

const LIST: &str = "looks";

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::AuditRead);
    Routes::new().get("/api/v1/customers/{id}/looks", read, list)
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LooksQuery {
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// What was seen.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = LookedAt)]
pub enum LookedAtWord {
    /// One personal field.
    Field,
    /// The whole correspondence of a ticket, as a file.
    Transcript,
    /// What the exchange says of the account.
    Account,
    /// The record was erased, or is of another time.
    Unknown,
}

/// When a member saw a customer's data in clear.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Look)]
pub struct LookOut {
    /// The event of the log that tells of it.
    pub id: Uuid,
    pub at: Moment,
    pub by: NamedOut,
    pub seen: LookedAtWord,
    /// Which field; absent for everything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldWord>,
    /// Of which ticket; absent for everything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<TicketNumber>,
    /// What they gave as their reason; absent once erased, and for what needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("Calling back about the withdrawal"))]
    pub reason: Option<String>,
}

impl From<StaffLook> for LookOut {
    fn from(look: StaffLook) -> Self {
        let (seen, field, ticket) = match look.seen {
            Seen::Field(field) => (LookedAtWord::Field, Some(field.into()), None),
            Seen::Transcript(number) => (LookedAtWord::Transcript, None, Some(number.into())),
            Seen::Account => (LookedAtWord::Account, None, None),
            Seen::Unknown => (LookedAtWord::Unknown, None, None),
        };
        Self {
            id: look.id.uuid(),
            at: look.at.into(),
            by: look.by.into(),
            seen,
            field,
            ticket,
            reason: look.reason,
        }
    }
}

/// Lists who looked at a customer's data, newest first.
///
/// Fields that were revealed, transcripts that were taken away, and the account at the exchange, once for a while of looking.
#[utoipa::path(
    get, path = "/api/v1/customers/{id}/looks", tag = "customers", operation_id = "list_looks",
    params(("id" = Uuid, Path, description = "The customer."), LooksQuery),
    responses((status = 200, description = "A page of looks.", body = Page<LookOut>))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
    Query(query): Query<LooksQuery>,
) -> Result<Reply<Page<LookOut>>> {
    let open = |cursor: Cursor| app.cursor_key().open::<(Timestamp, EventId)>(LIST, &cursor.0);
    let before = query.cursor.map(open).transpose()?;
    let limit = query.limit;
    let read = app
        .desk()
        .read(async move |rx| view::page(rx, &cx.viewer, id, before, limit.beyond()).await);
    let items = read.await?.into_iter().map(LookOut::from).collect();
    let seal = |last: &LookOut| app.cursor_key().seal(LIST, &(last.at, last.id));
    Ok(Reply::ok(Page::cut(items, limit.0, seal)?))
}
