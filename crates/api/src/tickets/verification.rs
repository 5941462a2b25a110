//! What a customer can be asked to prove of who they are, in their own words.

use axum::extract::State;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::view;
use proofdesk_desk::{Cx, OrNotFound as _, brand, identity};
use proofdesk_http::{Access, App, Reply, Result, Routes};
use proofdesk_locale::{Locale, Messages, args};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::params::TicketPath;
use crate::wire::{LevelWord, LocaleWord, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(ask))]
pub struct Document;

pub fn routes() -> Routes {
    let reply = Access::permission(Permission::TicketReply);
    Routes::new().get("/api/v1/tickets/{id}/verification-ask", reply, ask)
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

/// Tells by what words a ticket's customer is asked to prove who they are.
///
/// An account of the exchange is proven by signing in there; an address by opening the link in the mail that comes with the reply. How
/// far that led stands beside the customer (`identities`).
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/verification-ask", tag = "tickets", operation_id = "get_verification_ask",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "What can be asked.", body = VerificationAskOut))
)]
async fn ask(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<VerificationAskOut>> {
    let (viewer, number) = (cx.viewer, id.clone());
    let read = app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let ticket = view::find(rx, &number, &scope).await?.or_not_found()?;
        viewer.require_at(Permission::TicketReply, &ticket.placement())?;
        let identities = identity::view::list(rx, ticket.customer_id).await?;
        let brand = brand::view::find(rx, ticket.brand_id).await?.or_not_found()?;
        Ok((identity::provable(&identities), ticket.lang, brand.slug))
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
