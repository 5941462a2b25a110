use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_http::{Path, Result};

use super::{Writing, body, choose};
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
    page(&visit, StatusCode::OK, &writing, field).await
}

/// `POST /tickets/new/{category}/text`
pub(crate) async fn save(
    visit: Visit,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response> {
    let incoming = Incoming::read(&visit, request).await?;
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return choose(&visit, Some(slug)).await;
    };
    match body(incoming.text("body")) {
        Ok(_) if writing.would_lose(incoming.text("seen"), incoming.text("body")) => {
            let error = Some(visit.page(Here::Elsewhere, "/", None)?.t("answer-meanwhile"));
            let field = incoming.field("body", visit.edge.locale, error);
            page(&visit, StatusCode::CONFLICT, &writing, field).await
        }
        Ok(change) => writing.save(&visit, vec![change]).await,
        Err(error) => {
            let error = visit.field_error("body", Some(error));
            let field = incoming.field("body", visit.edge.locale, error);
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &writing, field).await
        }
    }
}

/// What may answer a text that was begun.
async fn fitting_draft(visit: &Visit, body: &str) -> Result<Vec<FoundLink>> {
    match body.is_empty() {
        true => Ok(Vec::new()),
        false => fitting(visit, body).await,
    }
}

async fn page(
    visit: &Visit,
    status: StatusCode,
    writing: &Writing,
    body: Field,
) -> Result<Response> {
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
            text: writing.text(status == StatusCode::CONFLICT),
            category,
            body,
            page,
        },
    )
}
