//! What search engines read.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::article::view::{sitemap as addresses, sitemap_parts};
use proofdesk_desk::code::Code;
use proofdesk_desk::{Error, Timestamp, brand};
use proofdesk_http::{App, Problem, Query, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;

use super::{HELP, origin};

/// `GET /robots.txt`
pub(crate) async fn robots(State(app): State<App>, asked: HeaderMap) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /console/\nDisallow: /link/\nDisallow: /side/\nDisallow: /*/help/search\n\nSitemap: {}/sitemap.xml\n",
        origin(&app, &asked)
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

#[derive(Deserialize)]
pub(crate) struct SitemapIn {
    /// Which part of one that is too long for search engines, from 1.
    part: Option<i64>,
}

/// `GET /sitemap.xml`: every public article in every language that it is published in. Where there are more than search engines read of
/// one, the parts of it.
pub(crate) async fn sitemap(
    State(app): State<App>,
    Query(query): Query<SitemapIn>,
    asked: HeaderMap,
) -> Result<Response> {
    let address = app.config().brand_of(&asked).map(str::to_owned);
    let part = query.part;
    let read = app.desk().read(async move |rx| {
        let brand = brand::view::at_address(rx, address.as_deref()).await?;
        let parts = sitemap_parts(rx, brand.id).await?;
        let rows = match part {
            None if parts > 1 => Vec::new(),
            Some(part) if !(1..=parts).contains(&part) => Vec::new(),
            part => addresses(rx, brand.id, part.map_or(0, |part| part - 1)).await?,
        };
        Ok::<_, Error>((parts, rows))
    });
    let (parts, rows) = read.await?;
    if part.is_some_and(|part| !(1..=parts).contains(&part)) {
        return Err(Problem::new(Code::NotFound));
    }
    let origin = origin(&app, &asked);
    // Slugs and codes of languages have no character that XML reads as its own; an origin is the operator's.
    let safe = origin.replace('&', "&amp;").replace('<', "&lt;");
    let xml = match part {
        None if parts > 1 => index(&safe, parts),
        _ => urls(&safe, &rows),
    };
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const XMLNS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Where the parts are.
fn index(origin: &str, parts: i64) -> String {
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{XMLNS}\">\n");
    for part in 1..=parts {
        let _written =
            writeln!(xml, "<sitemap><loc>{origin}/sitemap.xml?part={part}</loc></sitemap>");
    }
    xml + "</sitemapindex>\n"
}

fn urls(origin: &str, rows: &[(String, Locale, Option<Timestamp>)]) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{XMLNS}\">\n");
    for (slug, lang, at) in rows {
        let _written = write!(xml, "<url><loc>{origin}/{}/{HELP}/{slug}</loc>", lang.code());
        if let Some(at) = at {
            let _written = write!(xml, "<lastmod>{}</lastmod>", at.date());
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_addresses_are_told() {
        let told = index("https://help.example.com", 2);
        assert_eq!(told.matches("<sitemap><loc>").count(), 2);
        assert!(told.contains("<loc>https://help.example.com/sitemap.xml?part=2</loc>"), "{told}");
        let at = Timestamp::from_micros(1_795_251_600_000_000);
        let rows =
            [("fees".to_owned(), Locale::ZhHans, Some(at)), ("memo".to_owned(), Locale::Ar, None)];
        let told = urls("https://help.example.com", &rows);
        let first = "<loc>https://help.example.com/zh-Hans/help/fees</loc><lastmod>2026-11-21";
        assert!(told.contains(first) && told.contains("/ar/help/memo</loc></url>"), "{told}");
    }
}
