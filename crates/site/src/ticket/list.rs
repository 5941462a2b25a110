use axum::response::Response;
use proofdesk_desk::limits;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::view::{Filter, Position, Sort, list};
use proofdesk_http::{Page, Query, Result};
use serde::Deserialize;

use super::row;
use crate::Here;
use crate::view::TicketList;
use crate::visit::{Visit, ok};

/// What the cursor's seal is bound to: it opens no other list.
const LIST: &str = "site:tickets";

#[derive(Deserialize)]
pub(crate) struct ListIn {
    after: Option<String>,
}

/// `GET /tickets`
pub(crate) async fn show(visit: Visit, Query(input): Query<ListIn>) -> Result<Response> {
    let key = visit.app.cursor_key();
    let after: Option<Position> =
        input.after.as_deref().map(|cursor| key.open(LIST, cursor)).transpose()?;
    let limit = limits::PAGE_DEFAULT;
    let viewer = visit.asker.viewer.clone();
    let summaries = visit
        .app
        .desk()
        .read(async move |rx| {
            let scope = viewer.scope(Permission::TicketRead);
            let filter = Filter { after, limit: limit + 1, ..Filter::default() };
            list(rx, &viewer, &scope, &filter).await
        })
        .await?;
    let seal = |last: &_| key.seal(LIST, &Position::of(last, Sort::Newest));
    let page = Page::cut(summaries, limit, seal)?;
    let (open, done): (Vec<_>, Vec<_>) =
        page.items.into_iter().partition(|summary| summary.status_category.is_active());
    ok(&TicketList {
        page: visit.page(Here::Tickets, "/tickets", None)?,
        open: open.into_iter().map(row).collect(),
        done: done.into_iter().map(row).collect(),
        first: after.is_none(),
        older: page.next_cursor,
    })
}
