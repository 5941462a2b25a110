//! That a customer is asked to prove who they are: in which words, and how it stands.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::view;
use proofdesk_desk::verification::{self, VerificationAsk, actions};
use proofdesk_desk::{Cx, OrNotFound as _, Timestamp, brand, identity};
use proofdesk_http::{Access, App, Body, IdempotencyKey, Reply, Result, Routes};
use proofdesk_locale::{Locale, Messages, args};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::TicketPath;
use crate::wire::{
    LevelWord, LocaleWord, Moment, NamedOut, TicketNumber, VerificationStandingWord,
};

#[derive(OpenApi)]
#[openapi(paths(words, find, ask, withdraw))]
pub struct Document;

pub fn routes() -> Routes {
    let path = "/api/v1/tickets/{id}/verification";
    let reply = Access::permission(Permission::TicketReply);
    Routes::new()
        .get("/api/v1/tickets/{id}/verification-ask", reply, words)
        .get(path, Access::permission(Permission::TicketRead), find)
        .route(&Method::POST, path, reply, Body::None, ask)
        .route(&Method::DELETE, path, reply, Body::None, withdraw)
}

/// Words by which a ticket's customer is asked to prove who they are. They are sent as any reply is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VerificationAsk)]
pub struct VerificationAskOut {
    /// How far they are proven when they have done so; `null` for whoever can prove nothing, as somebody who was erased.
    pub level: Option<LevelWord>,
    /// The ticket's language.
    pub lang: LocaleWord,
    /// In that language, with the link that they need.
    #[schema(examples(
        "To be sure that it is you, please sign in and open this ticket: <https://help.example.com/tickets/PD-1C9K-7QXM-4>. Then we can go on."
    ))]
    pub text: Option<String>,
}

/// What a ticket's customer was asked to prove, and how it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketVerification)]
pub struct VerificationOut {
    pub id: Uuid,
    pub standing: VerificationStandingWord,
    /// How far they are to prove it.
    pub level: LevelWord,
    /// The kind of the identity that was meant, as the customer's `identities` have it; `null` where there was but an address, or they were
    /// erased since.
    #[schema(examples("portal"))]
    pub identity_kind: Option<String>,
    /// The ticket in which it was asked: this one, or one that goes on in it.
    pub ticket: TicketNumber,
    pub asked_by: NamedOut,
    pub asked_at: Moment,
    /// Until when they can prove it; what comes later answers nothing any more.
    pub until: Moment,
    /// `null` where they have not.
    pub proven_at: Option<Moment>,
    /// Who took it back; `null` where nobody did, or the desk did as the customer was erased.
    pub withdrawn_by: Option<NamedOut>,
    pub withdrawn_at: Option<Moment>,
}

impl VerificationOut {
    fn at(ask: VerificationAsk, now: Timestamp) -> Self {
        Self {
            standing: ask.standing(now).into(),
            id: ask.id.uuid(),
            level: ask.wanted.level.into(),
            identity_kind: ask.identity_kind,
            ticket: ask.ticket.into(),
            asked_by: ask.asked_by.into(),
            asked_at: ask.asked_at.into(),
            until: ask.until.into(),
            proven_at: ask.proven_at.map(Into::into),
            withdrawn_by: ask.withdrawn_by.map(Into::into),
            withdrawn_at: ask.withdrawn_at.map(Into::into),
        }
    }
}

/// What was asked last of a ticket's customer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LatestVerification)]
pub struct LatestVerificationOut {
    /// What is asked still, else what was asked last; `null` where nothing ever was.
    pub latest: Option<VerificationOut>,
}

impl LatestVerificationOut {
    fn at(latest: Option<VerificationAsk>, now: Timestamp) -> Self {
        Self { latest: latest.map(|ask| VerificationOut::at(ask, now)) }
    }
}

/// Tells how it stands that a ticket's customer was asked to prove who they are.
///
/// What was asked in a ticket that goes on in this one counts as asked in it. Customers read the same on their page, without who asked.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/verification", tag = "tickets", operation_id = "get_verification",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "What was asked last.", body = LatestVerificationOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<LatestVerificationOut>> {
    let (scope, now) = (cx.viewer.scope(Permission::TicketRead), cx.now);
    let read = app.desk().read(async move |rx| {
        let ticket_id = view::find_id(rx, &id, &scope).await?.or_not_found()?;
        verification::view::latest(rx, ticket_id, now).await
    });
    Ok(Reply::ok(LatestVerificationOut::at(read.await?, now)))
}

/// Asks a ticket's customer to prove who they are.
///
/// Their page says so from now on, for a week at most. It is proven when they sign in at the exchange, or open the link in a mail, whichever
/// was asked; what was proven before answers nothing. Nothing is sent: `/verification-ask` has words for a reply. Where it is asked already,
/// it stays as it is.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/verification", tag = "tickets", operation_id = "ask_verification",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses(
        (status = 200, description = "They are asked.", body = VerificationOut),
        (status = 409, description = "It is closed or goes on elsewhere, the customer has nothing that could be proven, or is asked in too many tickets."),
    )
)]
async fn ask(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        let asked = Box::pin(actions::ask(tx, cx, &id)).await?;
        Ok(VerificationOut::at(asked, cx.now))
    })
    .await
}

/// Takes back what a ticket's customer is asked to prove.
///
/// Where nothing is asked any more, that stays as it is.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/verification", tag = "tickets", operation_id = "withdraw_verification",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "Nothing is asked.", body = LatestVerificationOut))
)]
async fn withdraw(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<LatestVerificationOut>> {
    let now = cx.now;
    let write =
        app.desk().write(cx, async move |tx, cx| Box::pin(actions::withdraw(tx, cx, &id)).await);
    Ok(Reply::ok(LatestVerificationOut::at(write.await?, now)))
}

/// Tells by what words a ticket's customer is asked to prove who they are.
///
/// An account of the exchange is proven by signing in there; an address by opening the link in the mail that comes with the reply. How
/// far that led stands beside the customer (`identities`), and whether they are asked in `/verification`.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/verification-ask", tag = "tickets", operation_id = "get_verification_ask",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "What can be asked.", body = VerificationAskOut))
)]
async fn words(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<VerificationAskOut>> {
    let (viewer, number) = (cx.viewer, id.clone());
    let read = app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let ticket = view::find(rx, &number, &scope).await?.or_not_found()?;
        viewer.require_at(Permission::TicketReply, &ticket.placement())?;
        let wanted = verification::view::wanted(rx, ticket.customer_id).await?;
        let brand = brand::view::find(rx, ticket.brand_id).await?.or_not_found()?;
        Ok((wanted.map(|wanted| wanted.level), ticket.lang, brand.slug))
    });
    let (level, lang, slug) = read.await?;
    let lang: Locale = lang.parse().unwrap_or(Locale::En);
    let link = format!("<{}/tickets/{id}>", app.config().origin_of(Some(&slug)));
    let key = level.and_then(|level| match level {
        identity::Level::None => None,
        identity::Level::Email => Some("mail-prove-email"),
        identity::Level::SignedIn => Some("mail-prove-signed-in"),
    });
    let text = key.map(|key| Messages::embedded().t(lang, key, Some(&args! { "link" => link })));
    Ok(Reply::ok(VerificationAskOut { level: level.map(Into::into), lang: lang.into(), text }))
}
