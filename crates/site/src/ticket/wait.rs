//! A customer who waits: asking after the ticket, and asking for somebody who may do more.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::NewMessage;
use proofdesk_desk::ticket::attention::{Leave, may_escalate};
use proofdesk_desk::ticket::{Attention, Ticket, Tier, Visibility, attention, view};
use proofdesk_desk::{Error, OrNotFound as _, limits};
use proofdesk_http::{Form, IdempotencyKey, Path, Result};

use super::{number, to_ticket};
use crate::incoming::Incoming;
use crate::view::{Escalation, Field};
use crate::visit::{Visit, YesIn, html};
use crate::{Here, Notice};

/// `POST /tickets/{number}/nudges`
pub(crate) async fn nudge(
    visit: Visit,
    Path(typed): Path<String>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let number = number(&typed)?;
    let asked = number.clone();
    let done = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| attention::nudge(tx, cx, &asked).await)
        .await;
    let notice = match done {
        Ok(_) => Notice::Nudged,
        Err(error) if comes_too_early(error.code()) => Notice::NudgedAlready,
        Err(error) => return Err(error.into()),
    };
    Ok(to_ticket(&number, &notice).into_response())
}

/// Somebody asks again in another tab, on a page that is older than the first time. The page of today says from when they may.
fn comes_too_early(code: Code) -> bool {
    matches!(code, Code::RateLimited | Code::NotOurTurn | Code::EscalatedToTop)
}

/// `GET /tickets/{number}/escalation`: asks why.
pub(crate) async fn ask(visit: Visit, Path(typed): Path<String>) -> Result<Response> {
    page(&visit, StatusCode::OK, number(&typed)?, Field::default(), visit.message_form().key).await
}

/// `POST /tickets/{number}/escalations`
pub(crate) async fn escalate(
    visit: Visit,
    Path(typed): Path<String>,
    request: Request,
) -> Result<Response> {
    let number = number(&typed)?;
    let incoming = Incoming::read(&visit, request).await?;
    match Clean::field("body", incoming.text("body"), limits::REASON_CHARS) {
        Ok(reason) => match commit(&visit, &incoming, &number, reason).await {
            Ok(()) => Ok(to_ticket(&number, &Notice::Escalated).into_response()),
            Err(problem) if comes_too_early(problem.code()) => {
                let field = incoming.field("body", visit.edge.locale, None);
                let key = incoming.text("key").to_owned();
                page(&visit, StatusCode::CONFLICT, number, field, key).await
            }
            Err(problem) => Err(problem),
        },
        Err(error) => {
            let error = visit.field_error("escalation", Some(error));
            let field = incoming.field("body", visit.edge.locale, error);
            let key = incoming.text("key").to_owned();
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, number, field, key).await
        }
    }
}

async fn commit(
    visit: &Visit,
    incoming: &Incoming,
    number: &PublicId,
    reason: Clean,
) -> Result<()> {
    let message = NewMessage {
        body: Body::by(&visit.asker.viewer, visit.app.desk().keyring(), reason),
        visibility: Visibility::Public,
        attachment_ids: Vec::new(),
        channel: "portal",
        lang: visit.edge.locale.code().to_owned(),
        status_id: None,
        seen_version: None,
    };
    let target = format!("{number}/escalations");
    let typed = [incoming.text("body")];
    let key = IdempotencyKey::of_form(&visit.asker, &target, incoming.text("key"), &typed);
    let number = number.clone();
    key.once(&visit.app, visit.cx(), async move |tx, cx| {
        Box::pin(attention::escalate(tx, cx, &number, &message)).await?;
        Ok(())
    })
    .await
}

async fn page(
    visit: &Visit,
    status: StatusCode,
    number: PublicId,
    reason: Field,
    key: String,
) -> Result<Response> {
    let viewer = visit.asker.viewer.clone();
    let read = visit.app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let ticket = view::find(rx, &number, &scope).await?.or_not_found()?;
        let attention = view::attention(rx, ticket.id).await?;
        Ok::<(Ticket, Attention), Error>((ticket, attention))
    });
    let (ticket, attention) = read.await?;
    let path = format!("/tickets/{}/escalation", ticket.public_id);
    let page = visit.page(Here::Elsewhere, path, None)?;
    let leave = may_escalate(&ticket, &attention, visit.cx().now);
    html(
        status,
        &Escalation {
            number: ticket.public_id.to_string(),
            subject: ticket.subject,
            refused: (leave != Leave::Now).then(|| refusal(&page, leave)),
            to_lead: attention.tier == Tier::Second,
            limit: u32::try_from(limits::REASON_CHARS).unwrap_or(u32::MAX),
            reason,
            key,
            page,
        },
    )
}

/// Why it cannot be asked now.
fn refusal(page: &crate::Page, leave: Leave) -> String {
    match leave {
        Leave::From(at) => page.t1("escalate-from", "time", page.time(&at.micros())),
        Leave::AtTop => page.t("escalate-top"),
        Leave::NotOurTurn | Leave::Now => page.t("escalate-not-open"),
    }
}
