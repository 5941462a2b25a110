use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::link::actions::{self, Acceptance};
use proofdesk_desk::link::{Issued, LinkFacts, view};
use proofdesk_desk::password::{self, NewPassword, PasswordHash};
use proofdesk_desk::{Cx, staff_mail, token};
use proofdesk_http::{Access, App, Body, Edge, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::session::{client, with_cookie};
use crate::wire::{
    EmailText, LinkPurposeWord, LocaleWord, Moment, NameText, PasswordText, ZoneText,
};

#[derive(OpenApi)]
#[openapi(paths(find, accept, request_reset))]
pub struct Document;

pub fn routes() -> Routes {
    let (post, public) = (&Method::POST, Access::Public);
    Routes::new()
        .get("/api/v1/links/{token}", public, find)
        .route(post, "/api/v1/links/{token}/acceptance", public, Body::Json, accept)
        .without_key("The link's token opens once.")
        .route(post, "/api/v1/password-resets", public, Body::Json, request_reset)
        .without_key("Nobody is signed in, and the newest link is the one that holds.")
}

/// What a one-time link is for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Link)]
pub struct LinkOut {
    pub purpose: LinkPurposeWord,
    pub expires_at: Moment,
    /// Whom it is for; absent for the first administrator, who says so themself.
    pub email: Option<String>,
    pub name: Option<String>,
}

/// A one-time link just made. It is shown this once, to be handed over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IssuedLink)]
pub struct IssuedLinkOut {
    #[schema(examples("https://help.example.com/console/link/pdl_3fJ0"))]
    pub link: String,
    pub purpose: LinkPurposeWord,
    pub expires_at: Moment,
}

/// How somebody uses a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Acceptance, examples(json!({"name": "Ada Lovelace", "password": "velvet-anchor-71"})))]
pub struct AcceptanceIn {
    pub password: PasswordText,
    /// Required of the first administrator, ignored otherwise.
    pub email: Option<EmailText>,
    /// Required of the first administrator; an invited member may correct theirs.
    pub name: Option<NameText>,
    /// The request's language when absent.
    pub locale: Option<LocaleWord>,
    /// UTC when absent.
    pub time_zone: Option<ZoneText>,
}

/// Who lost their password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PasswordResetRequest, examples(json!({"email": "mina@example.com"})))]
pub struct ResetIn {
    pub email: EmailText,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Accepted)]
pub struct AcceptedOut {
    /// `false` for a member with a second factor: a new password alone opens nothing, they sign in with both.
    pub signed_in: bool,
}

impl From<LinkFacts> for LinkOut {
    fn from(facts: LinkFacts) -> Self {
        Self {
            purpose: facts.purpose.into(),
            expires_at: facts.expires_at.into(),
            email: facts.email,
            name: facts.name,
        }
    }
}

impl IssuedLinkOut {
    pub fn new(app: &App, issued: &Issued) -> Self {
        Self {
            link: format!("{}/console/link/{}", app.config().origin(), issued.token.reveal()),
            purpose: issued.purpose.into(),
            expires_at: issued.expires_at.into(),
        }
    }
}

/// Judges a new password and hashes it.
async fn hashed(
    cx: &mut Cx,
    typed: &PasswordText,
    email: &EmailAddress,
) -> proofdesk_desk::Result<PasswordHash> {
    let new = NewPassword::new("password", &typed.0, email)?;
    let salt = cx.bytes();
    password::computed(move || new.hash(salt)).await?
}

/// Tells what a one-time link is for, without using it.
#[utoipa::path(
    get, path = "/api/v1/links/{token}", tag = "session", operation_id = "find_link",
    params(("token" = String, Path, description = "The link's token.", example = "pdl_3fJ0")),
    responses(
        (status = 200, description = "The link can be used.", body = LinkOut),
        (status = 410, description = "It was used, or is too old."),
    )
)]
async fn find(State(app): State<App>, cx: Cx, Path(shown): Path<String>) -> Result<Reply<LinkOut>> {
    let hash = token::hash(&shown);
    let facts = app.desk().read(async move |rx| view::peek(rx, &hash, cx.now).await).await?;
    Ok(Reply::ok(facts.into()))
}

/// Uses a one-time link: sets the password, and signs in.
#[utoipa::path(
    post, path = "/api/v1/links/{token}/acceptance", tag = "session", operation_id = "accept_link",
    params(("token" = String, Path, description = "The link's token.", example = "pdl_3fJ0")),
    request_body = AcceptanceIn,
    responses(
        (status = 201, description = "It was used.", body = AcceptedOut),
        (status = 409, description = "The address is taken."),
        (status = 410, description = "It was used, or is too old."),
    )
)]
async fn accept(
    State(app): State<App>,
    mut cx: Cx,
    edge: Edge,
    Path(shown): Path<String>,
    Json(input): Json<AcceptanceIn>,
) -> Result<Reply<AcceptedOut>> {
    let (now, token_hash, desk) = (cx.now, token::hash(&shown), app.desk());
    let facts = desk.read(async move |rx| view::peek(rx, &token_hash, now).await).await?;
    let typed = input.email.map(|email| email.0);
    let email = EmailAddress::parse(
        "email",
        facts.email.as_deref().or(typed.as_deref()).unwrap_or_default(),
    )?;
    let acceptance = Acceptance {
        token_hash,
        password: hashed(&mut cx, &input.password, &email).await?,
        email: typed,
        name: input.name.map(|name| name.0),
        locale: input.locale.map_or(cx.locale, |locale| locale.0),
        time_zone: input.time_zone.map_or_else(|| "UTC".to_owned(), |zone| zone.0),
        client: client(&edge),
    };
    let accepted =
        desk.write(cx, async move |tx, cx| actions::accept(tx, cx, &acceptance).await).await?;
    let reply = Reply::created(AcceptedOut { signed_in: accepted.session.is_some() });
    match &accepted.session {
        Some(opened) => with_cookie(reply, &app, now, opened),
        None => Ok(reply),
    }
}

/// Asks for a link by which to set a new password, sent by mail.
///
/// The answer is the same whether there is such a member, and whether mail is sent at all.
#[utoipa::path(
    post, path = "/api/v1/password-resets", tag = "session", operation_id = "request_password_reset", request_body = ResetIn,
    responses((status = 204, description = "If the address is a member's, a link is on its way."))
)]
async fn request_reset(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    Json(input): Json<ResetIn>,
) -> Result<Reply<()>> {
    let from = client(&edge).address;
    app.desk()
        .write(cx, async move |tx, cx| {
            staff_mail::actions::request_reset(tx, cx, &input.email.0, from).await
        })
        .await?;
    Ok(Reply::no_content())
}
