use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::draft::Seen;
use proofdesk_http::{Path, Result};

use super::{Writing, body, carry, choose};
use crate::Here;
use crate::help::listing::before_writing;
use crate::help::search::fitting;
use crate::incoming::Incoming;
use crate::reach::reached;
use crate::view::{Field, FoundLink, TextStep};
use crate::visit::{Visit, html};

/// `GET /tickets/new/{category}/text`
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response> {
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return choose(&visit, Some(slug)).await;
    };
    let field = Field::of(writing.content.body.clone());
    page(&visit, StatusCode::OK, &writing, field, None).await
}

/// `POST /tickets/new/{category}/text`
pub(crate) async fn save(
    visit: Visit,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response> {
    let incoming = Incoming::read(&visit, request).await?;
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return carry(&visit, slug, &incoming).await;
    };
    let (status, writing, error) = match body(incoming.text("body")) {
        Ok(change) => {
            let seen = Seen::of(incoming.text("seen"), incoming.text("key"));
            let (writing, crossed) = writing.save(&visit, seen, vec![change]).await?;
            if !crossed {
                return Ok(writing.on());
            }
            let told = visit.page(Here::Elsewhere, "/", None)?.t("answer-meanwhile");
            (StatusCode::CONFLICT, writing, Some(told))
        }
        Err(error) => {
            let told = visit.field_error("body", Some(error));
            (StatusCode::UNPROCESSABLE_ENTITY, writing, told)
        }
    };
    let field = incoming.field("body", visit.edge.locale, error);
    page(&visit, status, &writing, field, Some(&incoming)).await
}

/// What may answer a text that was begun.
async fn fitting_draft(visit: &Visit, body: &str) -> Result<Vec<FoundLink>> {
    match body.is_empty() {
        true => Ok(Vec::new()),
        false => fitting(visit, body).await,
    }
}

/// The page that asks. With `incoming` it is the one that was sent, and knows no more than it did, unless it shows what is news.
async fn page(
    visit: &Visit,
    status: StatusCode,
    writing: &Writing,
    body: Field,
    incoming: Option<&Incoming>,
) -> Result<Response> {
    let crossed = status == StatusCode::CONFLICT;
    let mut text = writing.text(crossed);
    match incoming {
        Some(incoming) => {
            incoming.text("key").clone_into(&mut text.key);
            if !crossed {
                incoming.text("seen").clone_into(&mut text.seen);
            }
        }
        None => text.key = visit.message_form().key,
    }
    let path = format!("/tickets/new/{}/text", writing.slug);
    let page = visit.page(Here::Elsewhere, path, None)?;
    let category = writing.category(&page);
    html(
        status,
        &TextStep {
            begun: !writing.content.body.is_empty(),
            steps: writing.steps().len(),
            reached: reached(visit, &page, &writing.slug).await?,
            articles: before_writing(visit, &writing.slug).await?,
            fitting: fitting_draft(visit, &writing.content.body).await?,
            text,
            category,
            body,
            page,
        },
    )
}
