use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, PublicId, StatusId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body as Rendered;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::Visibility;
use proofdesk_desk::ticket::actions::{self, Along, NewMessage};
use proofdesk_desk::ticket::mention::NewMentions;
use proofdesk_desk::{Cx, Error, limits, reply_macro};
use proofdesk_http::{Access, App, Asker, Body, Idempotent, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::bulk::ActIn;
use super::channel;
use super::shape::TicketStateOut;
use crate::params::{Seq, TicketPath};
use crate::wire::{BodyText, LocaleWord, TicketNumber, VisibilityWord, ids};

#[derive(OpenApi)]
#[openapi(paths(post))]
pub struct Document;

pub fn routes() -> Routes {
    // A note needs another permission than a reply, so the verb decides.
    let access = Access::CustomerOr(Permission::TicketRead);
    Routes::new().route(&Method::POST, "/api/v1/tickets/{id}/messages", access, Body::Json, post)
}

/// A message to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewMessage)]
pub struct MessageIn {
    pub body: BodyText,
    /// `internal` for a note among staff.
    #[serde(default = "public")]
    #[schema(default = "public")]
    pub visibility: VisibilityWord,
    /// Files that the same person uploaded before.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub attachment_ids: Vec<Uuid>,
    /// The status to set with it ("send and solve"); of staff only.
    pub status_id: Option<Uuid>,
    /// What is done to the ticket with the message, in the same transaction; of staff only.
    #[serde(default)]
    #[schema(max_items = 6)]
    pub acts: Vec<ActIn>,
    /// The macros that it was written with, which are counted; of staff only.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub macro_ids: Vec<Uuid>,
    /// Whom a note mentions; of notes only. The text says their names for people to read.
    #[serde(default)]
    pub mentions: MentionsIn,
    /// The ticket's version that the writer saw: a message of somebody else since then is a conflict.
    pub expect_version: Option<Seq>,
    /// The language it is written in; the request's when absent.
    pub lang: Option<LocaleWord>,
}

/// Members and teams that a note mentions. All of them must be able to see the ticket.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewMentions)]
pub struct MentionsIn {
    #[serde(default)]
    #[schema(max_items = 50)]
    pub staff_ids: Vec<Uuid>,
    /// Each stands for its members who may see the ticket. With them a note mentions no more than 50.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub team_ids: Vec<Uuid>,
}

fn public() -> VisibilityWord {
    Visibility::Public.into()
}

/// A message just added, and what the ticket is now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PostedMessage)]
pub struct PostedOut {
    pub message_id: Uuid,
    pub ticket: TicketStateOut,
}

/// Adds a message: a customer's, an agent's reply, or an internal note.
///
/// A customer's message reopens a waiting or solved ticket.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/messages", tag = "tickets", operation_id = "post_message",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    request_body = MessageIn,
    responses(
        (status = 201, description = "It was added.", body = PostedOut),
        (status = 403, description = "The customer is not verified far enough for a macro of it."),
        (status = 409, description = "The ticket is closed."),
        (status = 412, description = "Somebody else wrote since the expected version."),
    )
)]
async fn post(
    State(app): State<App>,
    cx: Cx,
    asker: Asker,
    TicketPath(id): TicketPath,
    once: Idempotent<MessageIn>,
) -> Result<impl IntoResponse> {
    let input = once.input;
    let along = along(input.acts, input.macro_ids, input.mentions)?;
    let text = with_name(&app, &cx, &id, input.body.0, input.visibility).await?;
    let body = Clean::field("body", &text, limits::BODY_CHARS)?;
    let new = NewMessage {
        body: Rendered::by(&cx.viewer, app.desk().keyring(), body),
        visibility: input.visibility.0,
        attachment_ids: ids(input.attachment_ids),
        channel: channel(&asker),
        lang: input.lang.map_or(cx.locale, |lang| lang.0).code().to_owned(),
        status_id: input.status_id.map(StatusId::from_uuid),
        seen_version: input.expect_version.map(|seq| seq.0),
    };
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let (ticket, message_id) = actions::post_along(tx, cx, &id, &new, &along).await?;
            Ok(PostedOut {
                message_id: message_id.uuid(),
                ticket: TicketStateOut::new(&cx.viewer, ticket),
            })
        })
        .await
}

impl MentionsIn {
    /// # Errors
    /// `too-many` at `mentions`.
    pub fn require_few(&self) -> Result<()> {
        require_few("mentions", self.staff_ids.len(), limits::MENTIONED_PER_NOTE)?;
        require_few("mentions", self.team_ids.len(), limits::MENTIONED_TEAMS_PER_NOTE)
    }
}

/// Refuses a list that is longer than it may be.
///
/// # Errors
/// `too-many` at `field`.
pub fn require_few(field: &'static str, count: usize, limit: usize) -> Result<()> {
    match count > limit {
        true => Err(Error::too_many(field, limit).into()),
        false => Ok(()),
    }
}

fn along(acts: Vec<ActIn>, macro_ids: Vec<Uuid>, mentions: MentionsIn) -> Result<Along> {
    require_few("acts", acts.len(), limits::ACTS_PER_MESSAGE)?;
    let acts = acts.into_iter().map(ActIn::read).collect::<proofdesk_desk::Result<_>>()?;
    mentions.require_few()?;
    let MentionsIn { staff_ids, team_ids } = mentions;
    let mentions = NewMentions { staff_ids: ids(staff_ids), team_ids: ids(team_ids) };
    Ok(Along { acts, macro_ids: ids(macro_ids), mentions })
}

/// The text with the customer's name where staff asked for it without seeing it.
async fn with_name(
    app: &App,
    cx: &Cx,
    id: &PublicId,
    text: String,
    visibility: VisibilityWord,
) -> Result<String> {
    let (viewer, id) = (cx.viewer.clone(), id.clone());
    if !viewer.is_staff() || !reply_macro::text::wants_name(&text) {
        return Ok(text);
    }
    let read = app.desk().read(async move |rx| {
        reply_macro::view::with_name(rx, &viewer, &id, &text, visibility.0).await
    });
    Ok(read.await?)
}
