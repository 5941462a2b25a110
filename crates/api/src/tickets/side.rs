//! What departments without a seat are asked about a ticket, and what they answer. For staff alone.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{DepartmentId, Id as _, SideConversationId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body as Rendered;
use proofdesk_desk::side_conversation::{
    MailState, NewSideConversation, NewSideMessage, SideMessage, SideSummary, actions, view,
};
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Cx, OrNotFound as _, limits, ticket};
use proofdesk_http::{Access, App, Body, IdempotencyKey, Idempotent, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::attachments::AttachmentOut;
use crate::params::TicketPath;
use crate::wire::{
    CreatedOut, LocaleWord, Moment, NamedOut, SideAuthorWord, SideMailStateWord, SideText,
    SubjectText, TicketNumber, ids,
};

const ALL: &str = "/api/v1/tickets/{id}/side-conversations";
const ONE: &str = "/api/v1/tickets/{id}/side-conversations/{side_id}";
const MESSAGES: &str = "/api/v1/tickets/{id}/side-conversations/{side_id}/messages";
const REMINDERS: &str = "/api/v1/tickets/{id}/side-conversations/{side_id}/reminders";
const CLOSURE: &str = "/api/v1/tickets/{id}/side-conversations/{side_id}/closure";

#[derive(OpenApi)]
#[openapi(paths(list, start, find, write, remind, close, reopen))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::TicketRead);
    let reply = Access::permission(Permission::TicketReply);
    Routes::new()
        .get(ALL, read, list)
        .route(&Method::POST, ALL, reply, Body::Json, start)
        .get(ONE, read, find)
        .route(&Method::POST, MESSAGES, reply, Body::Json, write)
        .route(&Method::POST, REMINDERS, reply, Body::None, remind)
        .route(&Method::PUT, CLOSURE, reply, Body::None, close)
        .route(&Method::DELETE, CLOSURE, reply, Body::None, reopen)
}

/// What a department is asked about a ticket.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SideConversation)]
pub struct SideOut {
    pub id: Uuid,
    /// The ticket whose it is: the one that is asked about, or one that goes on in it.
    pub ticket: TicketNumber,
    pub department: NamedOut,
    /// Nobody can ask the department anew; this one goes on.
    pub department_archived: bool,
    /// The first line of the first message; `null` once that is erased.
    #[schema(examples("Is the Tron node behind?"))]
    pub subject: Option<String>,
    /// Whether the ticket waits while the department is asked.
    pub pauses: bool,
    /// Whether the department has not answered yet what it was asked last.
    pub asked: bool,
    pub started_by: NamedOut,
    pub created_at: Moment,
    pub last_at: Moment,
    pub last_by: SideAuthorWord,
    pub closed_at: Option<Moment>,
    /// Until when the link in its mails opens it, unless it is closed before.
    pub link_until: Moment,
    #[schema(minimum = 1)]
    pub message_count: i64,
}

/// The side conversations of a ticket and of all that goes on in it, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SideConversations)]
pub struct SidesOut {
    pub items: Vec<SideOut>,
}

/// One of them with all that was written in it, in order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SideThread)]
pub struct SideThreadOut {
    pub conversation: SideOut,
    pub messages: Vec<SideMessageOut>,
}

/// A message of a side conversation. It is a note of the ticket too.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SideMessage)]
pub struct SideMessageOut {
    pub id: Uuid,
    pub by: SideAuthorWord,
    /// The member's name; absent for the department's messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("Mina Park"))]
    pub author: Option<String>,
    #[schema(examples("en"))]
    pub lang: String,
    /// Sanitised; `null` once erased.
    #[schema(examples("<p>Block 41,220,918 is missing.</p>"))]
    pub body_html: Option<String>,
    pub created_at: Moment,
    /// What came with it, and files of the ticket that were given to the department with it.
    pub attachments: Vec<AttachmentOut>,
    /// What became of the mail that tells the department of it; absent for the department's messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<SideMailOut>,
}

/// A mail to a department.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SideMail)]
pub struct SideMailOut {
    pub state: SideMailStateWord,
    /// Why it did not arrive, for whoever knows mail.
    #[schema(examples("550 5.1.1"))]
    pub code: Option<String>,
    pub at: Option<Moment>,
}

/// What a department is to be asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSideConversation)]
pub struct SideIn {
    pub department_id: Uuid,
    pub subject: SubjectText,
    pub body: SideText,
    /// Let the ticket wait until the department answers; needs `ticket.status`.
    #[serde(default)]
    pub pauses: bool,
    /// Files that the same person uploaded before, and files of the ticket. The department can open them.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub attachment_ids: Vec<Uuid>,
    /// The language it is written in; the request's when absent.
    pub lang: Option<LocaleWord>,
}

/// One more message to the department.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSideMessage)]
pub struct SideMessageIn {
    pub body: SideText,
    /// Files that the same person uploaded before, and files of the ticket. The department can open them.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub attachment_ids: Vec<Uuid>,
    /// The language it is written in; the request's when absent.
    pub lang: Option<LocaleWord>,
}

impl From<SideSummary> for SideOut {
    fn from(one: SideSummary) -> Self {
        Self {
            id: one.id.uuid(),
            ticket: one.ticket.into(),
            department: NamedOut::new(one.side.department_id, one.department),
            department_archived: one.is_archived,
            subject: one.subject,
            pauses: one.side.pauses,
            asked: one.side.is_asked(),
            started_by: NamedOut::new(one.started_by, one.started_by_name),
            created_at: one.side.created_at.into(),
            last_at: one.side.last_at.into(),
            last_by: one.side.last_by.into(),
            closed_at: one.side.closed_at.map(Into::into),
            link_until: one.link_until.into(),
            message_count: one.messages,
        }
    }
}

impl From<SideMessage> for SideMessageOut {
    fn from(message: SideMessage) -> Self {
        let mail = SideMailOut {
            state: message.mail.into(),
            code: message.mail_code,
            at: message.mailed_at.map(Into::into),
        };
        Self {
            id: message.id.uuid(),
            by: message.by.into(),
            author: message.author_name,
            lang: message.lang,
            body_html: message.html,
            created_at: message.created_at.into(),
            attachments: message.files.into_iter().map(Into::into).collect(),
            mail: Some(mail).filter(|_| message.mail != MailState::None),
        }
    }
}

/// Lists what departments are asked about a ticket.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/side-conversations", tag = "tickets", operation_id = "list_side_conversations",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "All of them.", body = SidesOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<SidesOut>> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let read = app.desk().read(async move |rx| {
        let ticket_id = ticket::view::find_id(rx, &id, &scope).await?.or_not_found()?;
        view::list(rx, ticket_id).await
    });
    Ok(Reply::ok(SidesOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Asks a department about a ticket.
///
/// It is mailed a link to one page, by which it answers without a seat and opens the files that it is given. Customers see nothing of
/// it.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/side-conversations", tag = "tickets", operation_id = "start_side_conversation",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    request_body = SideIn,
    responses(
        (status = 201, description = "The department is asked.", body = CreatedOut),
        (status = 409, description = "This desk sends no mail, or the ticket has its fill of side conversations."),
    )
)]
async fn start(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    once: Idempotent<SideIn>,
) -> Result<impl IntoResponse> {
    let SideIn { department_id, subject, body, pauses, attachment_ids, lang } = once.input;
    let (keyring, lang) = (app.desk().keyring(), lang.map_or(cx.locale, |lang| lang.0));
    let to = (DepartmentId::from_uuid(department_id), pauses);
    let texts = (subject.0.as_str(), body.0.as_str());
    let new = NewSideConversation::new(&cx.viewer, keyring, to, texts, lang)?
        .with_files(ids(attachment_ids));
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::start(tx, cx, &id, &new).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a side conversation with all that was written in it.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/side-conversations/{side_id}", tag = "tickets", operation_id = "find_side_conversation",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("side_id" = Uuid, Path, description = "The side conversation."),
    ),
    responses((status = 200, description = "The conversation.", body = SideThreadOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, side_id)): Path<(String, SideConversationId)>,
) -> Result<Reply<SideThreadOut>> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let read = app.desk().read(async move |rx| {
        let ticket_id = ticket::view::find_id(rx, &id, &scope).await?.or_not_found()?;
        view::find(rx, ticket_id, side_id).await?.or_not_found()
    });
    let (summary, messages) = read.await?;
    let messages = messages.into_iter().map(Into::into).collect();
    Ok(Reply::ok(SideThreadOut { conversation: summary.into(), messages }))
}

/// Writes to the department once more.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/side-conversations/{side_id}/messages", tag = "tickets",
    operation_id = "write_side_message",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("side_id" = Uuid, Path, description = "The side conversation."),
    ),
    request_body = SideMessageIn,
    responses(
        (status = 201, description = "It is written, and the department mailed.", body = CreatedOut),
        (status = 409, description = "It is closed or full, or this desk sends no mail."),
    )
)]
async fn write(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, side_id)): Path<(String, SideConversationId)>,
    once: Idempotent<SideMessageIn>,
) -> Result<impl IntoResponse> {
    let SideMessageIn { body, attachment_ids, lang } = once.input;
    let text = Clean::field("body", &body.0, limits::SIDE_CHARS)?;
    let new = NewSideMessage {
        body: Rendered::by(&cx.viewer, app.desk().keyring(), text),
        attachment_ids: ids(attachment_ids),
        lang: lang.map_or(cx.locale, |lang| lang.0),
    };
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::write(tx, cx, &id, side_id, &new).await.map(CreatedOut::from)
        })
        .await
}

/// Mails the department the link once more, for what it was asked last.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/side-conversations/{side_id}/reminders", tag = "tickets",
    operation_id = "remind_department",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("side_id" = Uuid, Path, description = "The side conversation."),
    ),
    responses(
        (status = 201, description = "It is on its way.", body = CreatedOut),
        (status = 409, description = "It is closed, or this desk sends no mail."),
    )
)]
async fn remind(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, side_id)): Path<(String, SideConversationId)>,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        actions::remind(tx, cx, &id, side_id).await?;
        Ok(CreatedOut::from(side_id))
    })
    .await
}

/// Closes a side conversation: its link opens nothing any more.
///
/// Where the ticket waited for nothing else, it is open again.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/side-conversations/{side_id}/closure", tag = "tickets",
    operation_id = "close_side_conversation",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("side_id" = Uuid, Path, description = "The side conversation."),
    ),
    responses((status = 204, description = "It is closed."))
)]
async fn close(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, side_id)): Path<(String, SideConversationId)>,
) -> Result<Reply<()>> {
    let write =
        app.desk().write(cx, async move |tx, cx| actions::close(tx, cx, &id, side_id).await);
    write.await?;
    Ok(Reply::no_content())
}

/// Opens a closed side conversation again. The next mail to the department has another link.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/side-conversations/{side_id}/closure", tag = "tickets",
    operation_id = "reopen_side_conversation",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("side_id" = Uuid, Path, description = "The side conversation."),
    ),
    responses((status = 204, description = "It is open."))
)]
async fn reopen(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, side_id)): Path<(String, SideConversationId)>,
) -> Result<Reply<()>> {
    let write =
        app.desk().write(cx, async move |tx, cx| actions::reopen(tx, cx, &id, side_id).await);
    write.await?;
    Ok(Reply::no_content())
}
