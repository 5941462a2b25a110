//! Macros on a ticket: which are offered there, and what one says to its customer. And how a text will look.

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::Cx;
use proofdesk_desk::id::{Id as _, MacroId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body as Rendered;
use proofdesk_desk::reply_macro::actions;
use proofdesk_desk::reply_macro::text::Variable;
use proofdesk_desk::reply_macro::view::{self, Applied, Offered};
use proofdesk_desk::text::Clean;
use proofdesk_http::{Access, App, Body, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::shape::MacroActsShape;
use crate::params::TicketPath;
use crate::wire::{LevelWord, LocaleWord, MacroText, MacroVariableWord, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(offered, applied, preview, variables))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::TicketRead);
    let keep = Access::permission(Permission::TicketReply);
    Routes::new()
        .get("/api/v1/tickets/{id}/macros", read, offered)
        .get("/api/v1/tickets/{id}/macros/{macro_id}", read, applied)
        .get("/api/v1/macro-variables", read, variables)
        .route(&Method::POST, "/api/v1/macro-previews", keep, Body::Json, preview)
        .without_key("It only reads.")
}

/// A macro that is offered on a ticket.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OfferedMacro)]
pub struct OfferedOut {
    pub id: Uuid,
    #[schema(examples("Deposit on its way"))]
    pub name: String,
    #[schema(examples("Deposits"))]
    pub folder: Option<String>,
    pub as_note: bool,
    /// Messages that were sent with it.
    #[schema(minimum = 0)]
    pub uses: i64,
    /// Only for customers who are verified at least so.
    pub min_level: Option<LevelWord>,
    /// Whether the ticket's customer is.
    pub is_allowed: bool,
}

/// The macros of a ticket, those that were used most first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OfferedMacros)]
pub struct OfferedListOut {
    pub items: Vec<OfferedOut>,
}

/// What a macro says and does on one ticket.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AppliedMacro)]
pub struct AppliedOut {
    pub id: Uuid,
    #[schema(examples("Deposit on its way"))]
    pub name: String,
    pub as_note: bool,
    /// The customer's language, or the nearest that the macro has.
    pub lang: LocaleWord,
    /// Filled but for the customer's name, which the desk writes when the message is sent.
    pub text: String,
    pub acts: MacroActsShape,
}

/// The variables that a macro's text may have.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MacroVariables)]
pub struct VariablesOut {
    pub items: Vec<VariableOut>,
}

/// A variable of macros.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MacroVariableFacts)]
pub struct VariableOut {
    pub name: MacroVariableWord,
    /// There may be nothing to know, so that the text must say what stands there then.
    pub needs_fallback: bool,
}

/// A text that is not saved yet.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MacroToPreview)]
pub struct PreviewIn {
    pub text: MacroText,
}

/// How a text will look, with examples in the place of variables.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MacroPreview)]
pub struct PreviewOut {
    /// Sanitised.
    pub html: String,
}

impl From<Offered> for OfferedOut {
    fn from(Offered { row, is_allowed }: Offered) -> Self {
        Self {
            id: row.id.uuid(),
            name: row.name,
            folder: row.folder,
            as_note: row.as_note,
            uses: row.uses,
            min_level: row.min_level.map(Into::into),
            is_allowed,
        }
    }
}

impl From<Applied> for AppliedOut {
    fn from(Applied { row, lang, text }: Applied) -> Self {
        Self {
            id: row.id.uuid(),
            name: row.name,
            as_note: row.as_note,
            lang: lang.into(),
            text,
            acts: row.acts.into(),
        }
    }
}

/// Lists the macros that are offered on a ticket, those that were used most first.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/macros", tag = "macros", operation_id = "list_offered_macros",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "All of them.", body = OfferedListOut))
)]
async fn offered(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<OfferedListOut>> {
    let read =
        app.desk().read(async move |rx| view::offered(rx, &cx.viewer, cx.now, &id).await).await?;
    Ok(Reply::ok(OfferedListOut { items: read.into_iter().map(Into::into).collect() }))
}

/// Shows what a macro says to a ticket's customer, in their language, and what it does. Nothing is done by it.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/macros/{macro_id}", tag = "macros", operation_id = "apply_macro",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("macro_id" = Uuid, Path, description = "The macro."),
    ),
    responses(
        (status = 200, description = "What it says and does.", body = AppliedOut),
        (status = 403, description = "The customer is not verified far enough for it."),
    )
)]
async fn applied(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, macro_id)): Path<(String, Uuid)>,
) -> Result<Reply<AppliedOut>> {
    let macro_id = MacroId::from_uuid(macro_id);
    let read =
        app.desk().read(async move |rx| view::applied(rx, &cx.viewer, cx.now, &id, macro_id).await);
    Ok(Reply::ok(read.await?.into()))
}

/// Lists the variables that a macro's text may have.
#[utoipa::path(
    get, path = "/api/v1/macro-variables", tag = "macros", operation_id = "list_macro_variables",
    responses((status = 200, description = "All of them.", body = VariablesOut))
)]
async fn variables() -> Result<Reply<VariablesOut>> {
    let facts = |variable: &Variable| VariableOut {
        name: (*variable).into(),
        needs_fallback: variable.may_lack(),
    };
    Ok(Reply::ok(VariablesOut { items: Variable::ALL.iter().map(facts).collect() }))
}

/// Shows how a text will look to a customer, with examples in the place of its variables.
#[utoipa::path(
    post, path = "/api/v1/macro-previews", tag = "macros", operation_id = "preview_macro", request_body = PreviewIn,
    responses(
        (status = 200, description = "How it will look.", body = PreviewOut),
        (status = 422, description = "What is wrong with it, with its place."),
    )
)]
async fn preview(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<PreviewIn>,
) -> Result<Reply<PreviewOut>> {
    let text = Clean::field("text", &input.text.0, proofdesk_desk::limits::MACRO_CHARS)?;
    actions::check("text", text.as_str())?;
    let viewer = cx.viewer.clone();
    let read =
        async move |rx: &proofdesk_store::Rx<'_>| view::example(rx, &viewer, text.as_str()).await;
    let body = Clean::new(&app.desk().read(read).await?)?;
    let html = Rendered::by(&cx.viewer, app.desk().keyring(), body).html().to_owned();
    Ok(Reply::ok(PreviewOut { html }))
}
