mod answers;
mod attention;
mod bulk;
mod changes;
mod deliveries;
mod drafts;
pub mod evidence;
mod filters;
mod linked;
mod merge;
mod messages;
mod participants;
mod query;
mod queues;
pub mod shape;
mod side;
mod split;
mod tags;
mod timeline;
mod verification;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::form::{self, Answers};
use proofdesk_desk::id::{CustomerId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body as Rendered;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::NewTicket;
use proofdesk_desk::ticket::{search, view};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, OrNotFound as _, filter, limits};
use proofdesk_http::{
    Access, App, Asker, Body, Credential, Idempotent, Query, Reply, Result, Routes,
};
use serde::{Deserialize, Serialize};
use utoipa::openapi::OpenApi as Description;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::TicketPath;
use crate::wire::{BodyText, LocaleWord, SlugText, SubjectText, TicketNumber, ids};
use query::{Cut, TicketsQuery};
use shape::{TicketOut, TicketStateOut};

#[derive(OpenApi)]
#[openapi(paths(list, open, find))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::CustomerOr(Permission::TicketRead);
    let create = Access::CustomerOr(Permission::TicketCreate);
    Routes::new()
        .get("/api/v1/tickets", read, list)
        .route(&Method::POST, "/api/v1/tickets", create, Body::Json, open)
        .get("/api/v1/tickets/{id}", read, find)
        .merge(answers::routes())
        .merge(attention::routes())
        .merge(bulk::routes())
        .merge(changes::routes())
        .merge(deliveries::routes())
        .merge(drafts::routes())
        .merge(evidence::routes())
        .merge(filters::routes())
        .merge(linked::routes())
        .merge(merge::routes())
        .merge(messages::routes())
        .merge(participants::routes())
        .merge(queues::routes())
        .merge(side::routes())
        .merge(split::routes())
        .merge(tags::routes())
        .merge(timeline::routes())
        .merge(verification::routes())
}

/// Describes tickets and everything below them.
pub fn document() -> Description {
    let mut document = Document::openapi();
    document.merge(answers::Document::openapi());
    document.merge(attention::Document::openapi());
    document.merge(bulk::Document::openapi());
    document.merge(changes::Document::openapi());
    document.merge(deliveries::Document::openapi());
    document.merge(drafts::Document::openapi());
    document.merge(evidence::Document::openapi());
    document.merge(filters::Document::openapi());
    document.merge(linked::Document::openapi());
    document.merge(merge::Document::openapi());
    document.merge(messages::Document::openapi());
    document.merge(participants::Document::openapi());
    document.merge(queues::Document::openapi());
    document.merge(side::Document::openapi());
    document.merge(split::Document::openapi());
    document.merge(tags::Document::openapi());
    document.merge(timeline::Document::openapi());
    document.merge(verification::Document::openapi());
    document
}

/// A problem about to become a ticket.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTicket)]
pub struct TicketIn {
    pub category: SlugText,
    pub subject: SubjectText,
    pub body: BodyText,
    /// Files that the same person uploaded before.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub attachment_ids: Vec<Uuid>,
    /// Answers to what the category asks, by question; `null` says "I do not have it".
    #[serde(default)]
    pub answers: Answers,
    /// The language it is written in; the request's when absent.
    pub lang: Option<LocaleWord>,
    /// Whose it is: required of staff. Customers open their own and may leave it out.
    pub customer_id: Option<Uuid>,
}

/// A page of tickets, from which the list goes on at both ends.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketPage)]
pub struct TicketPageOut {
    pub items: Vec<TicketOut>,
    /// Send it back as `before` for the page before; absent on the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prev_cursor: Option<String>,
    /// Send it back as `cursor` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// How many tickets the list has. Told where `last` was asked for and they are 10,000 at most; absent where nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, examples(214))]
    pub total: Option<i64>,
}

/// Where something written through this API came by.
fn channel(asker: &Asker) -> &'static str {
    match (&asker.viewer, &asker.credential) {
        (_, Credential::ApiToken(_)) => "api",
        (Viewer::Customer(_), _) => "portal",
        _ => "console",
    }
}

/// Lists tickets, newest activity first unless `sort` says otherwise.
///
/// Staff see those in their reach, customers their own. From a page the list goes on both ways: `next_cursor` as `cursor`, `prev_cursor`
/// as `before`; `last` begins at its end and tells how long the list is. Neither cursor skips or repeats a ticket that stays where it is, whatever others come, leave or move meanwhile.
#[utoipa::path(
    get, path = "/api/v1/tickets", tag = "tickets", operation_id = "list_tickets", params(TicketsQuery),
    responses((status = 200, description = "A page of tickets.", body = TicketPageOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<TicketsQuery>,
) -> Result<Reply<TicketPageOut>> {
    let (list, viewer, limit) = (query.list(&cx.viewer), cx.viewer, query.limit.0);
    let begin = query.begin(&list, app.cursor_key())?;
    let (sort, typed, now) = (query.sort(), query.filter.clone(), cx.now);
    let (filter, asker) = (query.filter(&viewer, begin)?, viewer.clone());
    let lookup = app.desk().lookup();
    let read = app.desk().read(async move |rx| {
        let (mut filter, scope) = (filter.clone(), asker.scope(Permission::TicketRead));
        if let Some(typed) = &typed {
            filter.conditions = filter::resolve(rx, &asker, now, &typed.0).await?;
        }
        let words = search::narrow(rx, &asker, &lookup, &scope, &mut filter).await?;
        let rows = view::list(rx, &asker, &scope, &filter).await?;
        let snippets = search::snippets(rx, &words, &rows).await?;
        let most = limits::LIST_COUNT_CAP;
        let total = match filter.from_end {
            true => Box::pin(view::total(rx, &asker, &scope, &filter, most)).await?,
            false => None,
        };
        Ok((rows, snippets, total))
    });
    let seal = |row: &view::Summary| app.cursor_key().seal(&list, &view::Position::of(row, sort));
    let (rows, snippets, total) = read.await?;
    let Cut { rows, prev_cursor, next_cursor } = begin.cut(rows, limit, seal)?;
    let items = rows.into_iter().map(|row| TicketOut::found(&viewer, row, &snippets)).collect();
    Ok(Reply::ok(TicketPageOut { items, prev_cursor, next_cursor, total }))
}

/// Opens a ticket with its first message.
///
/// A message that leaks a private key raises the ticket's risk and priority at once; the key itself never rests.
#[utoipa::path(
    post, path = "/api/v1/tickets", tag = "tickets", operation_id = "open_ticket",
    request_body = TicketIn,
    responses((status = 201, description = "It is open.", body = TicketStateOut))
)]
async fn open(
    State(app): State<App>,
    cx: Cx,
    asker: Asker,
    once: Idempotent<TicketIn>,
) -> Result<impl IntoResponse> {
    let input = once.input;
    let body = Clean::field("body", &input.body.0, limits::BODY_CHARS)?;
    let answers = input.answers;
    let new = NewTicket {
        customer_id: input.customer_id.map(CustomerId::from_uuid),
        category: input.category.0,
        subject: Clean::line("subject", &input.subject.0, limits::SUBJECT_CHARS)?,
        body: Rendered::by(&cx.viewer, app.desk().keyring(), body),
        attachment_ids: ids(input.attachment_ids),
        channel: channel(&asker),
        lang: input.lang.map_or(cx.locale, |lang| lang.0).code().to_owned(),
    };
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let ticket = form::actions::open_answered(tx, cx, &new, &answers).await?;
            Ok(TicketStateOut::new(&cx.viewer, ticket))
        })
        .await
}

/// Shows a ticket.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}", tag = "tickets", operation_id = "find_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "The ticket.", body = TicketOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<TicketOut>> {
    let (viewer, scope) = (cx.viewer.clone(), cx.viewer.scope(Permission::TicketRead));
    let read = app
        .desk()
        .read(async move |rx| view::summary(rx, &viewer, &scope, &id).await?.or_not_found());
    Ok(TicketOut::new(&cx.viewer, read.await?).reply())
}
