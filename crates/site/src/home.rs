use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::view::{Filter, list};
use proofdesk_desk::{category, limits};
use proofdesk_http::{Query, Result};
use serde::Deserialize;

use crate::help::listing::sections;
use crate::ticket::{choices, row};
use crate::view::{Field, Home};
use crate::visit::{Visit, html};
use crate::{Here, Notice, suspended};

/// Open tickets on the start page; the list has them all.
const SHOWN: usize = 5;
/// Categories on the start page; the form has them all.
const TOPICS: usize = 6;

/// What an act before this page may have done.
#[derive(Deserialize)]
pub(crate) struct NoticeIn {
    notice: Option<String>,
}

impl NoticeIn {
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }
}

/// `GET /`
pub(crate) async fn show(visit: Visit, Query(query): Query<NoticeIn>) -> Result<Response> {
    let notice = query.notice.as_deref().and_then(|code| Notice::parse(code, None));
    show_page(&visit, StatusCode::OK, notice, Field::default()).await
}

/// The start page with a question that could not be read.
pub(crate) async fn page(visit: &Visit, question: Field) -> Result<Response> {
    show_page(visit, StatusCode::UNPROCESSABLE_ENTITY, None, question).await
}

async fn show_page(
    visit: &Visit,
    status: StatusCode,
    notice: Option<Notice>,
    question: Field,
) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, "/", notice)?;
    let suspended = suspended::all(visit).await?;
    let suspended = suspended.iter().map(|one| suspended::line(&page, one)).collect();
    let help = sections(visit, &page).await?;
    let (viewer, brand_id) = (visit.asker.viewer.clone(), visit.brand.id);
    let is_customer = visit.own.is_some();
    let (summaries, categories) = visit
        .app
        .desk()
        .read(async move |rx| {
            if !is_customer {
                return Ok((Vec::new(), category::view::list(rx, brand_id).await?));
            }
            let scope = viewer.scope(Permission::TicketRead);
            let filter = Filter { limit: limits::PAGE_DEFAULT, ..Filter::default() };
            let summaries = list(rx, &viewer, &scope, &filter).await?;
            Ok((summaries, category::view::list(rx, brand_id).await?))
        })
        .await?;
    let mut topics = choices(&page, categories);
    // A stolen account has a page of its own, above them all.
    topics.retain(|topic| topic.value != category::THEFT);
    topics.truncate(TOPICS);
    let open = summaries.into_iter().filter(|summary| summary.status_category.is_active());
    let tickets = open.take(SHOWN).map(row).collect();
    html(status, &Home { tickets, question, suspended, topics, help, page })
}
