//! What search engines read.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::article::view::sitemap as addresses;
use proofdesk_desk::brand;
use proofdesk_http::{App, Result};

use super::{HELP, origin};

/// `GET /robots.txt`
pub(crate) async fn robots(State(app): State<App>, asked: HeaderMap) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /console/\nDisallow: /link/\nDisallow: /side/\nDisallow: /*/help/search\n\nSitemap: {}/sitemap.xml\n",
        origin(&app, &asked)
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// `GET /sitemap.xml`: every public article in every language that it is published in.
pub(crate) async fn sitemap(State(app): State<App>, asked: HeaderMap) -> Result<Response> {
    let address = app.config().brand_of(&asked).map(str::to_owned);
    let read = app.desk().read(async move |rx| {
        let brand = brand::view::at_address(rx, address.as_deref()).await?;
        addresses(rx, brand.id).await
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
