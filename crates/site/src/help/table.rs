//! Tables that are as long as the exchange makes them: all lines, page by page, and those with some words in them.

use axum::http::HeaderMap;
use axum::response::Response;
use proofdesk_desk::article::reference::{LONG, Sources, sheet};
use proofdesk_desk::bridge::Venue;
use proofdesk_desk::code::Code;
use proofdesk_desk::network_suspension;
use proofdesk_http::{Path, Problem, Query, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;

use super::search::one_line;
use super::{head, home_path, kept, origin, visit_in};
use crate::Here;
use crate::view::HelpTable;
use crate::visit::Visit;

#[derive(Deserialize)]
pub(crate) struct TableIn {
    #[serde(default)]
    q: String,
    /// From 1.
    page: Option<u16>,
}

/// `GET /{lang}/help/tables/{name}`
pub(crate) async fn show(
    visit: Visit,
    Path((lang, name)): Path<(String, String)>,
    Query(query): Query<TableIn>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    // Whatever else is asked for, the exchange is not.
    if !LONG.contains(&name.as_str()) {
        return Err(Problem::new(Code::NotFound));
    }
    let (brand_id, locale, now) = (visit.brand.id, visit.edge.locale, visit.app.now());
    let venue = Venue::gather(visit.app.desk().bridge(), now).await;
    let desk = visit.app.desk();
    let read = desk.read(async move |rx| network_suspension::view::list(rx, brand_id).await);
    let suspensions = read.await?;
    let (words, number) = (one_line(&query.q), query.page.unwrap_or(1).max(1));
    let rest = format!("/tables/{name}");
    let path = format!("{}{rest}", home_path(locale));
    let page = visit.page(Here::Help, address(&path, &words, number), None)?;
    let sources = Sources {
        locale,
        reader: locale,
        brand_name: &page.brand.name,
        venue: Some(&venue),
        own: None,
        suspensions: &suspensions,
        categories: &[],
        articles: &[],
        now,
    };
    let sheet = sheet(&name, &words, usize::from(number), &sources);
    let sheet = sheet.ok_or_else(|| Problem::new(Code::NotFound))?;
    let mut head = head(&origin(&visit.app, &asked), locale, &rest, Locale::ALL);
    let title = page.t(&format!("help-table-{}", name.replace('_', "-")));
    head.description.clone_from(&title);
    head.indexed = words.is_empty() && number == 1;
    let drawn = HelpTable {
        earlier: (number > 1).then(|| address(&path, &words, number - 1)),
        later: sheet.more.then(|| address(&path, &words, number.saturating_add(1))),
        html: sheet.html,
        told: sheet.told,
        query: words,
        title,
        path,
        head,
        page,
    };
    kept(&asked, &drawn)
}

/// A page of what was looked for.
fn address(path: &str, words: &str, number: u16) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !words.is_empty() {
        query.append_pair("q", words);
    }
    if number > 1 {
        query.append_pair("page", &number.to_string());
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
