use std::time::Duration;

use axum::response::Response;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::reach::view::recent;
use proofdesk_desk::reach::{AnswerTimes, FEWEST};
use proofdesk_desk::ticket::view::{Filter, list};
use proofdesk_desk::{Error, category, limits};
use proofdesk_http::{Query, Result};
use serde::Deserialize;

use crate::ticket::{category_name, choices, row};
use crate::view::{AnswerTime, Choice, Reach, Reached};
use crate::visit::{Visit, ok};
use crate::{Here, Page};

/// The customer's own tickets beside the way to a new one.
const OWN: usize = 3;

#[derive(Deserialize)]
pub(crate) struct ReachIn {
    category: Option<String>,
}

/// `GET /reach`
pub(crate) async fn show(visit: Visit, Query(input): Query<ReachIn>) -> Result<Response> {
    let brand_id = visit.brand.id;
    let read = visit.app.desk().read(async move |rx| category::view::list(rx, brand_id).await);
    let categories = read.await?;
    let slug = input.category.unwrap_or_default();
    let path =
        if slug.is_empty() { "/reach".to_owned() } else { format!("/reach?category={slug}") };
    let page = visit.page(Here::Elsewhere, path, None)?;
    let reached = reached(&visit, &page, &slug).await?;
    ok(&Reach { topics: choices(&page, categories), reached, page })
}

/// What is known of the way for one category; `None` for one that is not offered.
pub(crate) async fn reached(visit: &Visit, page: &Page, slug: &str) -> Result<Option<Reached>> {
    let (viewer, now, brand_id) = (visit.asker.viewer.clone(), visit.app.now(), visit.brand.id);
    let wanted = slug.to_owned();
    let read = visit.app.desk().read(async move |rx| {
        let Some(category_id) = category::view::find(rx, brand_id, &wanted).await? else {
            return Ok::<_, Error>(None);
        };
        let filter = Filter {
            category: Some(wanted.clone()),
            limit: limits::PAGE_DEFAULT,
            ..Filter::default()
        };
        let own = list(rx, &viewer, &viewer.scope(Permission::TicketRead), &filter).await?;
        Ok(Some((recent(rx, category_id, now).await?, own)))
    });
    let Some((times, own)) = read.await? else { return Ok(None) };
    let topic = Choice { label: category_name(page, slug), value: slug.to_owned() };
    let open = own.into_iter().filter(|summary| summary.status_category.is_active());
    Ok(Some(Reached { topic, answer: told(page, times), own: open.take(OWN).map(row).collect() }))
}

fn told(page: &Page, times: AnswerTimes) -> AnswerTime {
    let enough = times.tickets >= FEWEST;
    let words = |time: Option<Duration>| time.filter(|_| enough).map(|time| span(page, time));
    AnswerTime {
        median: words(times.median),
        p90: words(times.p90),
        enough,
        tickets: i64::try_from(times.tickets).unwrap_or(i64::MAX),
    }
}

/// A time in the largest unit that is honest, rounded up: nobody minds an earlier answer.
fn span(page: &Page, time: Duration) -> String {
    let minutes = time.as_secs().div_ceil(60).max(1);
    match minutes {
        0..=90 => page.t1("span-minutes", "count", minutes),
        91..=2880 => page.t1("span-hours", "count", minutes.div_ceil(60)),
        _ => page.t1("span-days", "count", minutes.div_ceil(24 * 60)),
    }
}
