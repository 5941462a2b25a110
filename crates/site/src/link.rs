//! The page behind a link that was mailed to a customer without an account at the exchange.
//!
//! Looking opens nothing: programs that check mail follow every link in it, and only a person presses a button.

use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::TicketLinkId;
use proofdesk_desk::session::Client;
use proofdesk_desk::ticket_link::{self, WayOn, actions, view};
use proofdesk_desk::{Error, brand, limits};
use proofdesk_http::{Form, Path, Result, cookie};

use crate::Here;
use crate::view::{LinkOver, LinkWay, OpenLink};
use crate::visit::{Visit, YesIn, html, ok};

/// `GET /link/{token}`
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Result<Response> {
    let id = ticket_link::read(visit.app.desk().keyring(), &token)?;
    let now = visit.app.now();
    let peeked = visit.app.desk().read(async move |rx| view::peek(rx, id, now).await).await;
    let facts = match peeked {
        Err(error) if error.code() == Code::LinkExpired => return over(&visit, id, token).await,
        peeked => peeked?,
    };
    let page = visit.page(Here::Elsewhere, format!("/link/{token}"), None)?;
    ok(&OpenLink { page, number: facts.ticket.to_string(), asked: facts.is_asked, token })
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
    let address = visit.address.clone();
    let opened = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| {
            let opened = actions::open(tx, cx, id, &client).await?;
            // The link of another brand's customer leads nowhere at this one's host.
            match brand::view::knows(tx, address.as_deref(), &cx.viewer).await? {
                true => Ok(opened),
                false => Err(Error::refused(Code::NotFound)),
            }
        })
        .await;
    let entered = match opened {
        Err(error) if error.code() == Code::LinkExpired => return over(&visit, id, token).await,
        opened => opened?,
    };
    let max_age_s = limits::LINK_SESSION_MAX.as_secs();
    let cookie = cookie::set_session(visit.app.config(), entered.session.token.reveal(), max_age_s)
        .ok_or(Error::Broken { what: "a session token that is no header value" })?;
    let there = Redirect::to(&format!("/tickets/{}", entered.ticket));
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), there).into_response())
}

/// `POST /link/{token}/renewal`: mails a new one to the address of the old one.
pub(crate) async fn renew(
    visit: Visit,
    Path(token): Path<String>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let id = ticket_link::read(visit.app.desk().keyring(), &token)?;
    let written =
        visit.app.desk().write(visit.cx(), async move |tx, cx| actions::renew(tx, cx, id).await);
    match written.await {
        Ok(true) => {}
        Ok(false) => return Ok(Redirect::to(&format!("/link/{token}")).into_response()),
        Err(error) if error.code() == Code::LinkExpired => return over(&visit, id, token).await,
        Err(error) => return Err(error.into()),
    }
    let page = visit.page(Here::Elsewhere, "/", None)?;
    ok(&LinkOver { way: LinkWay::Sent, token, page })
}

/// What a link that is over answers, with the way on.
async fn over(visit: &Visit, id: TicketLinkId, token: String) -> Result<Response> {
    let now = visit.app.now();
    let way = visit.app.desk().read(async move |rx| view::way_on(rx, id, now).await).await?;
    let page = visit.page(Here::Elsewhere, format!("/link/{token}"), None)?;
    let way = match way {
        WayOn::Mail => LinkWay::Mail,
        WayOn::SignIn => LinkWay::SignIn,
        // It was over a moment ago; whoever looks again sees why.
        WayOn::Nothing | WayOn::Open => LinkWay::Nothing,
    };
    html(StatusCode::GONE, &LinkOver { way, token, page })
}
