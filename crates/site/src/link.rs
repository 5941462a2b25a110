//! The page behind a link that was mailed to a customer without an account at the exchange.
//!
//! Looking opens nothing: programs that check mail follow every link in it, and only a person presses a button.

use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use proofdesk_desk::session::Client;
use proofdesk_desk::ticket_link::{self, actions, view};
use proofdesk_desk::{Error, limits};
use proofdesk_http::{Form, Path, Result, cookie};

use crate::Here;
use crate::view::OpenLink;
use crate::visit::{Visit, YesIn, ok};

/// `GET /link/{token}`
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Result<Response> {
    let id = ticket_link::read(visit.app.desk().keyring(), &token)?;
    let now = visit.app.now();
    let facts = visit.app.desk().read(async move |rx| view::peek(rx, id, now).await).await?;
    let page = visit.page(Here::Elsewhere, format!("/link/{token}"), None)?;
    ok(&OpenLink { page, number: facts.ticket.to_string(), token })
}

/// `POST /link/{token}`
pub(crate) async fn open(
    visit: Visit,
    Path(token): Path<String>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let id = ticket_link::read(visit.app.desk().keyring(), &token)?;
    let client =
        Client { address: Some(visit.edge.address), user_agent: visit.edge.user_agent.clone() };
    let entered = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| actions::open(tx, cx, id, &client).await)
        .await?;
    let max_age_s = limits::LINK_SESSION_MAX.as_secs();
    let cookie = cookie::set_session(visit.app.config(), entered.session.token.reveal(), max_age_s)
        .ok_or(Error::Broken { what: "a session token that is no header value" })?;
    let there = Redirect::to(&format!("/tickets/{}", entered.ticket));
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), there).into_response())
}
