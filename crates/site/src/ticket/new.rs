use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::category::view::list;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{CategoryId, PublicId};
use proofdesk_desk::render::Body;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::{NewTicket as Opening, open};
use proofdesk_desk::{Error, limits};
use proofdesk_http::{IdempotencyKey, Query, Result};
use serde::Deserialize;

use super::{choices, to_ticket};
use crate::incoming::Incoming;
use crate::reach::reached;
use crate::view::{Field, NewTicket, TicketForm};
use crate::visit::{Visit, html};
use crate::{Here, Notice};

const PATH: &str = "/tickets/new";

#[derive(Deserialize)]
pub(crate) struct BeginIn {
    /// A category to begin with.
    category: Option<String>,
}

/// `GET /tickets/new`
pub(crate) async fn show(visit: Visit, Query(input): Query<BeginIn>) -> Result<Response> {
    let categories = categories(&visit).await?;
    let mut ticket = TicketForm { message: visit.message_form(), ..TicketForm::default() };
    ticket.category = Field::of(input.category.unwrap_or_default());
    page(&visit, StatusCode::OK, categories, ticket).await
}

/// `POST /tickets`
pub(crate) async fn send(visit: Visit, request: Request) -> Result<Response> {
    let incoming = Incoming::read(&visit, request).await?;
    let categories = categories(&visit).await?;
    match opening(&visit, &incoming, &categories) {
        Ok(opening) => {
            let number = commit(&visit, &incoming, opening).await?;
            Ok(to_ticket(&number, &Notice::TicketSent(number.to_string())).into_response())
        }
        Err(ticket) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, categories, *ticket).await,
    }
}

async fn categories(visit: &Visit) -> Result<Vec<(CategoryId, String)>> {
    let brand_id = visit.brand.id;
    Ok(visit.app.desk().read(async move |rx| list(rx, brand_id).await).await?)
}

async fn page(
    visit: &Visit,
    status: StatusCode,
    categories: Vec<(CategoryId, String)>,
    ticket: TicketForm,
) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, PATH, None)?;
    let reached = reached(visit, &page, &categories, &ticket.category.value).await?;
    html(status, &NewTicket { categories: choices(&page, categories), ticket, reached, page })
}

/// What was typed as a ticket, or as the form with every mistake at once.
fn opening(
    visit: &Visit,
    incoming: &Incoming,
    categories: &[(CategoryId, String)],
) -> std::result::Result<Opening, Box<TicketForm>> {
    let category = known_category(incoming.text("category"), categories);
    let subject = Clean::line("subject", incoming.text("subject"), limits::SUBJECT_CHARS);
    let body = Clean::field("body", incoming.text("body"), limits::BODY_CHARS);
    match (category, subject, body) {
        (Ok(category), Ok(subject), Ok(body)) if incoming.refused.is_empty() => Ok(Opening {
            customer_id: None,
            category,
            subject,
            body: Body::by(&visit.asker.viewer, visit.app.desk().keyring(), body),
            attachment_ids: incoming.file_ids(),
            channel: "portal",
            lang: visit.edge.locale.code().to_owned(),
        }),
        (category, subject, body) => {
            let field = |name: &str, error| Field {
                value: incoming.text(name).to_owned(),
                error: visit.field_error(name, error),
            };
            Err(Box::new(TicketForm {
                category: field("category", category.err()),
                subject: field("subject", subject.err()),
                message: visit.message_form_of(incoming, field("body", body.err())),
            }))
        }
    }
}

fn known_category(
    slug: &str,
    categories: &[(CategoryId, String)],
) -> proofdesk_desk::Result<String> {
    match categories.iter().find(|(_, known)| known == slug) {
        Some((_, slug)) => Ok(slug.clone()),
        None => Err(Error::field("category", Code::FieldRequired)),
    }
}

async fn commit(visit: &Visit, incoming: &Incoming, opening: Opening) -> Result<PublicId> {
    let typed = ["category", "subject", "body"].map(|name| incoming.text(name));
    let key = IdempotencyKey::of_form(&visit.asker, "/tickets", incoming.text("key"), &typed);
    key.once(&visit.app, visit.cx(), async move |tx, cx| {
        Ok(open(tx, cx, &opening).await?.public_id)
    })
    .await
}
