use std::time::Duration;

use axum::response::Response;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::reach::view::recent;
use proofdesk_desk::reach::{FEWEST, Measured};
use proofdesk_desk::ticket::view::{Filter, list};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Error, category, form, limits, notification};
use proofdesk_http::{Query, Result};
use serde::Deserialize;

use crate::help::listing::before_writing;
use crate::ticket::{category_name, choices, row};
use crate::view::{AnswerTime, ArticleLink, Choice, Reach, Reached, Way};
use crate::visit::{Visit, ok};
use crate::{Here, Page, suspended};

/// The customer's own tickets beside the way to a new one.
const OWN: usize = 3;

#[derive(Deserialize)]
pub(crate) struct ReachIn {
    category: Option<String>,
}

/// `GET /reach`: for whoever is signed in, and for everybody else.
pub(crate) async fn show(visit: Visit, Query(input): Query<ReachIn>) -> Result<Response> {
    let brand_id = visit.brand.id;
    let read = visit.app.desk().read(async move |rx| {
        let mail = notification::view::is_open(rx, notification::Channel::Mail).await?;
        Ok::<_, Error>((category::view::list(rx, brand_id).await?, mail))
    });
    let (categories, mail) = read.await?;
    let slug = input.category.unwrap_or_default();
    let slug = categories.iter().map(|(_, known)| known.as_str()).find(|known| *known == slug);
    let path = slug.map_or_else(|| "/reach".to_owned(), |slug| format!("/reach?category={slug}"));
    let page = visit.page(Here::Elsewhere, path, None)?;
    let reached = match slug {
        Some(slug) => reached(&visit, &page, slug).await?,
        None => None,
    };
    let (articles, suspended) = match slug {
        Some(slug) => before(&visit, &page, slug).await?,
        None => (Vec::new(), Vec::new()),
    };
    let ways = ways(&page, slug, mail);
    ok(&Reach { topics: choices(&page, categories), articles, suspended, reached, ways, page })
}

/// What may answer it before anything is sent: articles, and networks that stand still.
async fn before(visit: &Visit, page: &Page, slug: &str) -> Result<(Vec<ArticleLink>, Vec<String>)> {
    let (brand_id, wanted) = (visit.brand.id, slug.to_owned());
    let read = visit.app.desk().read(async move |rx| form::view::find(rx, brand_id, &wanted).await);
    let suspended = match read.await? {
        Some((_, form)) => suspended::of_form(visit, page, &form).await?,
        None => Vec::new(),
    };
    Ok((before_writing(visit, slug).await?, suspended))
}

/// The channels that there are for a problem, the best first.
fn ways(page: &Page, slug: Option<&str>, mail: bool) -> Vec<Way> {
    let Some(slug) = slug else { return Vec::new() };
    let way = |title: &str, text: String, act: &str, href: String| Way {
        title: page.t(title),
        text,
        act: (!act.is_empty()).then(|| (href, page.t(act))),
        urgent: false,
    };
    let signed_in = page.person().is_some();
    let mut ways = Vec::new();
    if slug == category::THEFT {
        let freeze = way(
            "reach-freeze",
            page.t(if signed_in { "reach-freeze-text" } else { "reach-freeze-sign-in" }),
            "reach-freeze-act",
            "/account-taken".to_owned(),
        );
        ways.push(Way { urgent: true, ..freeze });
    }
    let (text, act) = if signed_in {
        ("reach-way-hint", "reach-way")
    } else {
        ("reach-ticket-sign-in", "site-sign-in")
    };
    let href = if signed_in { format!("/tickets/new?category={slug}") } else { "/sign-in".into() };
    let text = page.t1(text, "brand", page.brand.name.as_str());
    ways.push(way("reach-ticket", text, act, href));
    if !signed_in {
        let text = page.t("reach-write-text");
        let write = way("write-without", text, "write-title", format!("/write/{slug}"));
        // Whoever was robbed or locked out has no other way.
        match slug {
            category::THEFT => ways.insert(1, write),
            "login-or-2fa" => ways.insert(0, write),
            _ => ways.push(write),
        }
    }
    if slug == "login-or-2fa" && !signed_in {
        let text = page.t1("reach-locked-out-text", "brand", page.brand.name.as_str());
        ways.push(way("reach-locked-out", text, "", String::new()));
    }
    if !signed_in && mail {
        ways.push(way("reach-link", page.t("reach-link-text"), "", String::new()));
    }
    if !signed_in {
        ways.push(way("reach-look", page.t("reach-look-text"), "reach-look-act", "/".to_owned()));
    }
    ways
}

/// What is known of the way for one category; `None` for one that is not offered.
pub(crate) async fn reached(visit: &Visit, page: &Page, slug: &str) -> Result<Option<Reached>> {
    let (viewer, now, brand_id) = (visit.asker.viewer.clone(), visit.app.now(), visit.brand.id);
    let (wanted, lang) = (slug.to_owned(), page.locale.code().to_owned());
    let read = visit.app.desk().read(async move |rx| {
        let Some(category_id) = category::view::find(rx, brand_id, &wanted).await? else {
            return Ok::<_, Error>(None);
        };
        let measured = recent(rx, category_id, &lang, now).await?;
        if !matches!(viewer, Viewer::Customer(_)) {
            return Ok(Some((measured, Vec::new())));
        }
        let filter = Filter {
            category: Some(wanted.clone()),
            limit: limits::PAGE_DEFAULT,
            ..Filter::default()
        };
        let own = list(rx, &viewer, &viewer.scope(Permission::TicketRead), &filter).await?;
        Ok(Some((measured, own)))
    });
    let Some((measured, own)) = read.await? else { return Ok(None) };
    let topic = Choice { label: category_name(page, slug), value: slug.to_owned() };
    let open = own.into_iter().filter(|summary| summary.status_category.is_active());
    let answer = told(page, measured);
    Ok(Some(Reached { topic, answer, own: open.take(OWN).map(row).collect() }))
}

fn told(page: &Page, measured: Measured) -> AnswerTime {
    let Measured { times, by_language, by_hour } = measured;
    let enough = times.tickets >= FEWEST;
    let words = |time: Option<Duration>| time.filter(|_| enough).map(|time| span(page, time));
    AnswerTime {
        median: words(times.median),
        p90: words(times.p90),
        enough,
        // How much somebody is written to is for those who are; a stranger is told the times alone.
        tickets: page.person().map(|_| i64::try_from(times.tickets).unwrap_or(i64::MAX)),
        like: match (by_language, by_hour) {
            (true, true) => Some("reach-like-both"),
            (true, false) => Some("reach-like-language"),
            (false, true) => Some("reach-like-hour"),
            (false, false) => None,
        },
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
