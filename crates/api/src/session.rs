use axum::extract::State;
use axum::http::{HeaderMap, Method, header};
use proofdesk_desk::code::Code;
use proofdesk_desk::exchange_token;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::password::{self, Plain};
use proofdesk_desk::session::{Client, Opened, SecondFactor, actions};
use proofdesk_desk::{Cx, Error, Timestamp, brand};
use proofdesk_http::{
    Access, App, Asker, Body, Edge, Json, Problem, Reply, Result, Routes, cookie,
};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::Moment;

#[derive(OpenApi)]
#[openapi(paths(sign_in, sign_out, step_up, sign_in_customer))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new()
        .route(&Method::POST, "/api/v1/session", Access::Public, Body::Json, sign_in)
        .without_key("Nobody is signed in yet; every sign-in is a session of its own.")
        .route(&Method::DELETE, "/api/v1/session", Access::AnySession, Body::None, sign_out)
        .route(&Method::POST, "/api/v1/session/step-up", Access::Staff, Body::Json, step_up)
        .without_key("A code counts once by itself.")
        .route(
            &Method::POST,
            "/api/v1/customer-session",
            Access::Public,
            Body::Json,
            sign_in_customer,
        )
        .without_key("The exchange's token opens once.")
}

/// Who signs in. Members with a second factor show one of the two codes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SignIn, examples(json!({"email": "ada@example.com", "password": "velvet-anchor-71", "totp": "123456"})))]
pub struct SignInIn {
    #[schema(examples("ada@example.com"))]
    pub email: String,
    #[schema(examples("velvet-anchor-71"))]
    pub password: String,
    /// Six digits of the authenticator.
    #[schema(examples("123456"))]
    pub totp: Option<String>,
    /// One of the codes that were shown at enrolment; each works once.
    #[schema(examples("7KQ2-M9XD-4TZC-R8PV"))]
    pub recovery_code: Option<String>,
}

/// A member's session. The token itself travels in the cookie.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionOut {
    pub id: Uuid,
    /// The latest moment at which it can end.
    pub expires_at: Moment,
}

/// The exchange's signed word for its customer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CustomerSignIn)]
pub struct CustomerSignInIn {
    /// A JWT, HS256 or EdDSA, valid for at most ten minutes. It works once.
    #[schema(
        min_length = 1,
        max_length = 8192,
        examples("eyJhbGciOiJFZERTQSIsImtpZCI6ImV4LTEifQ.eyJzdWIiOiI0MiJ9.c2ln")
    )]
    pub token: String,
}

/// A customer's session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerSession)]
pub struct CustomerSessionOut {
    pub customer_id: Uuid,
    pub brand_id: Uuid,
    /// Opens the session as a bearer, for pages that cannot keep cookies. The cookie holds the same.
    #[schema(examples("pds_u4Yb1Jm3vGq0pX2nC8rT6wZ9kL5hS7dF1aQeRtYuIoP"))]
    pub token: String,
    pub expires_at: Moment,
}

/// A code that proves the second factor: of the authenticator, or one of the recovery codes.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = SecondFactor, examples(json!({"totp": "123456"})))]
pub enum SecondFactorIn {
    /// Six digits of the authenticator.
    Totp(String),
    /// One of the codes that were shown at enrolment; each works once.
    RecoveryCode(String),
}

impl From<SecondFactorIn> for SecondFactor {
    fn from(shown: SecondFactorIn) -> Self {
        match shown {
            SecondFactorIn::Totp(code) => Self::Totp(code),
            SecondFactorIn::RecoveryCode(code) => Self::RecoveryCode(code),
        }
    }
}

/// From where somebody comes.
pub fn client(edge: &Edge) -> Client {
    Client { address: Some(edge.address), user_agent: edge.user_agent.clone() }
}

/// Answers with the cookie of a session just opened.
///
/// # Errors
/// None in practice: a token is always a header's value.
pub fn with_cookie<T>(
    reply: Reply<T>,
    app: &App,
    now: Timestamp,
    opened: &Opened,
) -> Result<Reply<T>> {
    let lasts = opened.expires_at.seconds().saturating_sub(now.seconds());
    let cookie = cookie::set_session(app.config(), opened.token.reveal(), lasts);
    let cookie = cookie.ok_or_else(|| Problem::new(Code::Internal))?;
    Ok(reply.with_header(header::SET_COOKIE, cookie))
}

/// Signs a member in.
///
/// The session's token comes as a cookie. `GET /api/v1/me` then tells the CSRF token that unsafe requests carry.
#[utoipa::path(
    post, path = "/api/v1/session", tag = "session", operation_id = "sign_in", request_body = SignInIn,
    responses((status = 201, description = "The member is signed in.", body = SessionOut))
)]
async fn sign_in(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    Json(input): Json<SignInIn>,
) -> Result<Reply<SessionOut>> {
    let (now, from, desk) = (cx.now, client(&edge), app.desk().clone());
    let SignInIn { email, password, totp, recovery_code } = input;
    let address = from.address;
    let read = desk.read(async move |rx| password::view::candidate(rx, &email, address, now).await);
    let (candidate, plain) = (read.await?, Plain::new(&password));
    let checked = password::computed(move || candidate.check(&plain)).await?;
    let second = totp.map(SecondFactor::Totp).or(recovery_code.map(SecondFactor::RecoveryCode));
    let keyring = desk.keyring().clone();
    let write = desk.write(cx, async move |tx, cx| {
        actions::sign_in(tx, cx, &keyring, &checked, second.as_ref(), &from).await
    });
    let opened = write.await??;
    let out = SessionOut { id: opened.session_id.uuid(), expires_at: opened.expires_at.into() };
    with_cookie(Reply::created(out), &app, now, &opened)
}

/// Signs out.
#[utoipa::path(
    delete, path = "/api/v1/session", tag = "session", operation_id = "sign_out",
    responses((status = 204, description = "The session is over."))
)]
async fn sign_out(State(app): State<App>, cx: Cx, asker: Asker) -> Result<Reply<()>> {
    let session = asker.session.ok_or_else(|| Problem::new(Code::SessionRequired))?;
    app.desk().write(cx, async move |tx, cx| actions::end(tx, cx, session.id).await).await?;
    Ok(Reply::no_content().with_header(header::SET_COOKIE, cookie::clear_session(app.config())))
}

/// Proves the second factor again, which dangerous acts ask for.
#[utoipa::path(
    post, path = "/api/v1/session/step-up", tag = "session", operation_id = "step_up", request_body = SecondFactorIn,
    responses(
        (status = 204, description = "It counts for a quarter of an hour."),
        (status = 409, description = "No second factor is enrolled."),
    )
)]
async fn step_up(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    Json(input): Json<SecondFactorIn>,
) -> Result<Reply<()>> {
    let (second, from, keyring) =
        (SecondFactor::from(input), client(&edge), app.desk().keyring().clone());
    let write = app
        .desk()
        .write(cx, async move |tx, cx| actions::step_up(tx, cx, &keyring, &second, &from).await);
    write.await??;
    Ok(Reply::no_content())
}

/// Signs a customer in by the exchange's signed token.
#[utoipa::path(
    post, path = "/api/v1/customer-session", tag = "session", operation_id = "sign_in_customer",
    request_body = CustomerSignInIn,
    responses((status = 201, description = "The customer is signed in.", body = CustomerSessionOut))
)]
async fn sign_in_customer(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    headers: HeaderMap,
    Json(input): Json<CustomerSignInIn>,
) -> Result<Reply<CustomerSessionOut>> {
    let (now, from, keyring) = (cx.now, client(&edge), app.desk().keyring().clone());
    let address = app.config().brand_of(&headers).map(str::to_owned);
    let write = app.desk().write(cx, async move |tx, cx| {
        let signed_in =
            exchange_token::actions::verify_and_spend(tx, cx, &keyring, &input.token, &from)
                .await?;
        match brand::view::knows(tx, address.as_deref(), &cx.viewer).await? {
            true => Ok(signed_in),
            false => Err(Error::refused(Code::TokenAudience)),
        }
    });
    let signed_in = write.await?;
    let opened = &signed_in.session;
    let out = CustomerSessionOut {
        customer_id: signed_in.customer_id.uuid(),
        brand_id: signed_in.brand_id.uuid(),
        token: opened.token.reveal().to_owned(),
        expires_at: opened.expires_at.into(),
    };
    with_cookie(Reply::created(out), &app, now, opened)
}
