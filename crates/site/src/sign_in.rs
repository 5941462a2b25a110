use axum::http::{Method, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofdesk_desk::code::Code;
use proofdesk_desk::exchange_token::{SignedInCustomer, actions};
use proofdesk_desk::session::{self, Client};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Error, brand, identity, limits, staff};
use proofdesk_http::{Form, Problem, Query, Result, cookie};
use serde::Deserialize;

use crate::view::{SignIn, SignInOther};
use crate::visit::{Visit, local, ok};
use crate::{Here, Page};

#[derive(Deserialize)]
pub(crate) struct WantedIn {
    #[serde(default)]
    pub to: String,
}

/// `GET /sign-in?to=/tickets`
pub(crate) async fn show(visit: Visit, Query(input): Query<WantedIn>) -> Result<Response> {
    let page = visit.page(Here::SignIn, local(&input.to, "/"), None)?;
    let page = Page { path: page.leading_back("/sign-in"), ..page };
    ok(&SignIn { page, write: None, typed: Vec::new() })
}

#[derive(Deserialize)]
pub(crate) struct EnterIn {
    token: String,
    #[serde(default)]
    to: String,
}

/// `GET /exchange?token=…&to=/tickets`: where the exchange sends its customers.
///
/// A link that belongs to another account than the one signed in asks first, and so does one that a member of staff follows: else
/// a stranger's link could make a customer write into the stranger's account, or throw a member out of the console.
pub(crate) async fn enter(
    visit: Visit,
    method: Method,
    Query(input): Query<EnterIn>,
) -> Result<Response> {
    // Whoever looks at where a link leads does not go there: the token is good for once.
    if method == Method::HEAD {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    if let Viewer::Staff(member) = &visit.asker.viewer {
        let staff_id = member.staff_id;
        let find = visit.app.desk().read(async move |rx| staff::view::name(rx, staff_id).await);
        let current = find.await?.map(|member| member.name).unwrap_or_default();
        let page = visit.page(Here::Elsewhere, "/", None)?;
        return ok(&SignInOther { page, current, token: input.token, to: input.to });
    }
    if is_another(&visit, &input.token) {
        let page = visit.page(Here::Elsewhere, "/", None)?;
        let current = page.person().map(|person| person.name.clone()).unwrap_or_default();
        return ok(&SignInOther { page, current, token: input.token, to: input.to });
    }
    sign_in(&visit, input).await
}

/// `POST /exchange`: the answer to that question was yes.
pub(crate) async fn change(visit: Visit, Form(input): Form<EnterIn>) -> Result<Response> {
    sign_in(&visit, input).await
}

async fn sign_in(visit: &Visit, input: EnterIn) -> Result<Response> {
    let EnterIn { token, to } = input;
    let (desk, address) = (visit.app.desk().clone(), visit.address.clone());
    let old = visit.asker.session.as_ref().map(|session| session.id);
    let client =
        Client { address: Some(visit.edge.address), user_agent: visit.edge.user_agent.clone() };
    let entered: SignedInCustomer = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| {
            if let Some(old) = old {
                session::actions::end(tx, cx, old).await?;
            }
            let entered =
                actions::verify_and_spend(tx, cx, desk.keyring(), &token, &client).await?;
            // At the host of another brand the session would be nobody's; the token is not spent for that.
            match brand::view::knows(tx, address.as_deref(), &cx.viewer).await? {
                true => Ok(entered),
                false => Err(Error::refused(Code::TokenAudience)),
            }
        })
        .await?;
    let max_age_s = limits::CUSTOMER_SESSION_MAX.as_secs();
    let cookie = cookie::set_session(visit.app.config(), entered.session.token.reveal(), max_age_s)
        .ok_or(Error::Broken { what: "a session token that is no header value" })?;
    let there = Redirect::to(local(&to, "/"));
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), there).into_response())
}

/// Says whether the token speaks of another account than the one signed in. It is believed for this question only; the
/// signature is checked when it is spent.
fn is_another(visit: &Visit, token: &str) -> bool {
    #[derive(Deserialize)]
    struct Claimed {
        sub: String,
    }
    let Some(own) = &visit.own else { return false };
    let claims = token.split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part).ok());
    let claimed = claims.and_then(|json| serde_json::from_slice::<Claimed>(&json).ok());
    claimed.is_some_and(|claimed| {
        !own.identities.iter().any(|one| one.kind == identity::PORTAL && one.subject == claimed.sub)
    })
}

#[derive(Deserialize)]
pub(crate) struct LeaveIn {}

/// `POST /sign-out`
pub(crate) async fn leave(visit: Visit, Form(LeaveIn {}): Form<LeaveIn>) -> Result<Response> {
    let session = visit.asker.session.as_ref().ok_or_else(|| Problem::new(Code::SignedOut))?;
    let session_id = session.id;
    visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| session::actions::end(tx, cx, session_id).await)
        .await?;
    let forget = cookie::clear_session(visit.app.config());
    let there = Redirect::to("/?notice=signed-out");
    Ok((AppendHeaders([(header::SET_COOKIE, forget)]), there).into_response())
}
