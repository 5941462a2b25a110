//! Replies and notes that a member has begun and not sent. Nobody but the member reads them.

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::reply_draft::actions::{self, NewReplyDraft};
use proofdesk_desk::reply_draft::{Begun, DraftFile, ReplyDraft, view};
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Cx, Error, OrNotFound as _, limits};
use proofdesk_http::{Access, App, Body, IfMatch, IfMatchOrNew, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::bulk::ActIn;
use super::messages::{MentionsIn, require_few};
use crate::params::{IfMatchOptional, IfMatchOrNone, TicketPath};
use crate::wire::{Moment, TextSoFar, TicketNumber, VisibilityWord, ids, uuids};

#[derive(OpenApi)]
#[openapi(paths(begun, list, find, keep, discard))]
pub struct Document;

pub fn routes() -> Routes {
    let (all, one) = ("/api/v1/tickets/{id}/drafts", "/api/v1/tickets/{id}/drafts/{visibility}");
    // Writing one needs what sending it does, so the verb decides.
    let read = Access::permission(Permission::TicketRead);
    Routes::new()
        .get("/api/v1/drafts", read, begun)
        .get(all, read, list)
        .get(one, read, find)
        .route(&Method::PUT, one, read, Body::Json, keep)
        .route(&Method::DELETE, one, read, Body::None, discard)
}

/// What was written so far.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewReplyDraft)]
pub struct DraftIn {
    pub body: TextSoFar,
    /// Files that the same member uploaded before; those that are gone are left out. What waits in a draft is not deleted.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub attachment_ids: Vec<Uuid>,
    /// What is to be done to the ticket with the message. Nothing of it is done before it is sent.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub acts: Vec<ActIn>,
    /// The macros that it was written with.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub macro_ids: Vec<Uuid>,
    /// Whom a note mentions.
    #[serde(default)]
    pub mentions: MentionsIn,
    /// When the newest message that its writer had seen was written.
    pub seen_until: Option<Moment>,
}

/// A reply or a note that was begun. What looked like a secret is masked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplyDraft)]
pub struct DraftOut {
    /// `public` for a reply, `internal` for a note.
    pub visibility: VisibilityWord,
    pub body: TextSoFar,
    pub attachments: Vec<DraftFileOut>,
    pub acts: Vec<ActIn>,
    pub macro_ids: Vec<Uuid>,
    pub mentions: MentionsIn,
    pub seen_until: Option<Moment>,
    pub updated_at: Moment,
    /// What the next change goes on from, as `If-Match`.
    #[schema(minimum = 1, examples(1_795_224_105_678_901_i64))]
    pub version: i64,
}

/// A file that waits in a draft.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplyDraftFile)]
pub struct DraftFileOut {
    pub id: Uuid,
    #[schema(examples("receipt.png"))]
    pub file_name: String,
    #[schema(examples("image/png"))]
    pub content_type: String,
    /// In bytes.
    #[schema(minimum = 0)]
    pub size: i64,
}

/// What a member has begun in one ticket, the reply first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplyDrafts)]
pub struct DraftsOut {
    pub items: Vec<DraftOut>,
}

/// Where something is written that was not sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BegunReply)]
pub struct BegunOut {
    pub ticket: TicketNumber,
    pub visibility: VisibilityWord,
    pub updated_at: Moment,
}

/// Where a member has begun to write, the latest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BegunReplies)]
pub struct AllBegunOut {
    pub items: Vec<BegunOut>,
}

impl From<DraftFile> for DraftFileOut {
    fn from(DraftFile { id, file_name, content_type, size }: DraftFile) -> Self {
        Self { id: id.uuid(), file_name, content_type, size }
    }
}

impl From<ReplyDraft> for DraftOut {
    fn from(draft: ReplyDraft) -> Self {
        let (version, content) = (draft.version(), draft.content);
        Self {
            visibility: draft.visibility.into(),
            body: TextSoFar(content.body),
            attachments: draft.files.into_iter().map(Into::into).collect(),
            // A mask may have left of them what is no act any more.
            acts: serde_json::from_str(&content.acts).unwrap_or_default(),
            macro_ids: uuids(&content.macro_ids),
            mentions: MentionsIn {
                staff_ids: uuids(&content.staff_ids),
                team_ids: uuids(&content.team_ids),
            },
            seen_until: content.seen_until.map(Into::into),
            updated_at: draft.updated_at.into(),
            version,
        }
    }
}

impl From<Begun> for BegunOut {
    fn from(begun: Begun) -> Self {
        Self {
            ticket: begun.ticket.into(),
            visibility: begun.visibility.into(),
            updated_at: begun.updated_at.into(),
        }
    }
}

impl DraftIn {
    /// # Errors
    /// `field-too-long` and `text-has-nul` at `body`; `too-many` at a list.
    fn read(self) -> Result<NewReplyDraft> {
        require_few("acts", self.acts.len(), limits::REPLY_DRAFT_ACTS)?;
        require_few("macro_ids", self.macro_ids.len(), limits::MACROS_PER_MESSAGE)?;
        require_few("attachment_ids", self.attachment_ids.len(), limits::ATTACHMENTS_PER_MESSAGE)?;
        self.mentions.require_few()?;
        let acts = match self.acts.as_slice() {
            [] => String::new(),
            acts => serde_json::to_string(acts)
                .map_err(|_unreachable| Error::Broken { what: "acts that are no JSON" })?,
        };
        Ok(NewReplyDraft {
            body: so_far("body", &self.body.0, limits::BODY_CHARS)?,
            acts: so_far("acts", &acts, limits::REPLY_DRAFT_ACTS_CHARS)?,
            macro_ids: ids(self.macro_ids),
            staff_ids: ids(self.mentions.staff_ids),
            team_ids: ids(self.mentions.team_ids),
            seen_until: self.seen_until.map(|at| at.0),
            file_ids: ids(self.attachment_ids),
        })
    }
}

/// A text that may be empty still, and whose ends whoever writes is not done with.
fn so_far(field: &'static str, typed: &str, max: usize) -> Result<Clean> {
    if typed.chars().count() > max {
        let limit = vec![("limit", max.to_string())];
        return Err(Error::field_with(field, Code::FieldTooLong, limit).into());
    }
    Ok(Clean::new(typed).map_err(|_nul| Error::field(field, Code::TextHasNul))?)
}

/// Lists where one has begun to write, in tickets that one sees.
#[utoipa::path(
    get, path = "/api/v1/drafts", tag = "tickets", operation_id = "list_begun_replies",
    responses((status = 200, description = "Where something is not sent yet.", body = AllBegunOut))
)]
async fn begun(State(app): State<App>, cx: Cx) -> Result<Reply<AllBegunOut>> {
    let read = app.desk().read(async move |rx| view::begun(rx, &cx.viewer).await);
    Ok(Reply::ok(AllBegunOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Lists what one has begun to write in a ticket. Nobody else reads it.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/drafts", tag = "tickets", operation_id = "list_reply_drafts",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "What is not sent yet.", body = DraftsOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<DraftsOut>> {
    let read = app.desk().read(async move |rx| view::of_ticket(rx, &cx.viewer, &id).await);
    Ok(Reply::ok(DraftsOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Shows the reply or the note that one has begun.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/drafts/{visibility}", tag = "tickets", operation_id = "get_reply_draft",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("visibility" = VisibilityWord, Path, description = "`public` for a reply, `internal` for a note."),
    ),
    responses((status = 200, description = "What is not sent yet.", body = DraftOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, visibility)): Path<(String, VisibilityWord)>,
) -> Result<Reply<DraftOut>> {
    let read = app
        .desk()
        .read(async move |rx| view::one(rx, &cx.viewer, &id, visibility.0).await?.or_not_found());
    let draft = read.await?;
    let version = draft.version();
    Ok(Reply::ok(draft.into()).with_version(version))
}

/// Keeps what one has written so far, for one's other devices and after a crash.
///
/// It takes what sending it takes, `ticket.reply` or `ticket.note`. It is forgotten 30 days after the last word.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/drafts/{visibility}", tag = "tickets", operation_id = "keep_reply_draft",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("visibility" = VisibilityWord, Path, description = "`public` for a reply, `internal` for a note."),
        IfMatchOrNone,
    ),
    request_body = DraftIn,
    responses(
        (status = 200, description = "It is kept.", body = DraftOut),
        (status = 409, description = "As many are begun as can be."),
        (status = 412, description = "Another device wrote it, sent it or threw it away meanwhile."),
        (status = 428, description = "`If-Match` is `*`, which names no version."),
    )
)]
async fn keep(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, visibility)): Path<(String, VisibilityWord)>,
    seen: IfMatchOrNew,
    Json(input): Json<DraftIn>,
) -> Result<Reply<DraftOut>> {
    let new = input.read()?;
    let write = app.desk().write(cx, async move |tx, cx| {
        actions::keep(tx, cx, &id, visibility.0, seen.0, &new).await
    });
    let draft = write.await?;
    let version = draft.version();
    Ok(Reply::ok(draft.into()).with_version(version))
}

/// Throws away what one has begun. One that is not there is no mistake.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/drafts/{visibility}", tag = "tickets", operation_id = "discard_reply_draft",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("visibility" = VisibilityWord, Path, description = "`public` for a reply, `internal` for a note."),
        IfMatchOptional,
    ),
    responses(
        (status = 204, description = "There is none any more."),
        (status = 412, description = "Another device wrote it anew meanwhile."),
    )
)]
async fn discard(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, visibility)): Path<(String, VisibilityWord)>,
    seen: IfMatch,
) -> Result<Reply<()>> {
    let write = app
        .desk()
        .write(cx, async move |tx, cx| actions::discard(tx, cx, &id, visibility.0, seen.0).await);
    write.await?;
    Ok(Reply::no_content())
}
