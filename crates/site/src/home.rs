use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::{category, start_page};
use proofdesk_http::{Query, Result};
use serde::Deserialize;

use crate::help::listing::{filled, section_link};
use crate::ticket::{choices, open_row};
use crate::view::{Field, Home};
use crate::visit::{Visit, html};
use crate::{Here, Notice, suspended};

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
    let (viewer, brand_id) = (visit.asker.viewer.clone(), visit.brand.id);
    let (locale, has_bridge) = (page.locale, visit.app.desk().bridge().is_some());
    let read = visit
        .app
        .desk()
        .read(async move |rx| start_page::read(rx, &viewer, brand_id, locale, has_bridge).await);
    let shown = read.await?;
    let suspended = shown.suspended.iter().map(|one| suspended::line(&page, one)).collect();
    let help = match shown.help {
        Some(help) => help,
        None => filled(visit).await?,
    };
    let help = help.into_iter().map(|section| section_link(locale, section)).collect();
    let mut topics = choices(&page, shown.categories);
    // A stolen account has a page of its own, above them all.
    topics.retain(|topic| topic.value != category::THEFT);
    topics.truncate(TOPICS);
    let tickets = shown.open.into_iter().map(open_row).collect();
    html(status, &Home { tickets, question, suspended, topics, help, page })
}
