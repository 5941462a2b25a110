//! What search engines read.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::article::view::sitemap as addresses;
use proofdesk_desk::{Error, brand};
use proofdesk_http::{App, Result};

use super::{HELP, origin};

/// `GET /robots.txt`
pub(crate) async fn robots(State(app): State<App>, asked: HeaderMap) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /console/\nDisallow: /link/\nDisallow: /*/help/search\n\nSitemap: {}/sitemap.xml\n",
        origin(&app, &asked)
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// `GET /sitemap.xml`: every public article in every language that it is published in.
pub(crate) async fn sitemap(State(app): State<App>, asked: HeaderMap) -> Result<Response> {
    let read = app.desk().read(async move |rx| {
        let first = brand::view::list(rx).await?.into_iter().next();
        match first {
            Some(brand) => addresses(rx, brand.id).await,
            None => Err(Error::Broken { what: "a desk without a brand" }),
        }
    });
    let rows = read.await?;
    let origin = origin(&app, &asked);
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".to_owned();
    // Slugs and codes of languages have no character that XML reads as its own; an origin is the operator's.
    let safe = origin.replace('&', "&amp;").replace('<', "&lt;");
    for (slug, lang, at) in rows {
        let _written = write!(xml, "<url><loc>{safe}/{}/{HELP}/{slug}</loc>", lang.code());
        if let Some(at) = at {
            let _written = write!(xml, "<lastmod>{}</lastmod>", at.date());
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}
