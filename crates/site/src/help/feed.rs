//! What search engines read.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::article::view::{
    Mapped, sitemap as addresses, sitemap_parts, sitemap_sections,
};
use proofdesk_desk::code::Code;
use proofdesk_desk::{Error, Timestamp, brand, glossary};
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

/// What a sitemap has beside articles, below the help centre, each in its languages.
type Others = Vec<(String, Vec<Locale>)>;

/// `GET /sitemap.xml`: every public article in every language that it is published in, the sections that have one, and the glossary. Where
/// there are more than search engines read of one, the parts of it.
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
        // The first part has them too, and the index of parts nothing.
        let others = match part {
            None if parts > 1 => Vec::new(),
            None | Some(1) => {
                let sections = sitemap_sections(rx, brand.id).await?;
                others(sections, glossary::view::list(rx, brand.id).await?)
            }
            Some(_) => Vec::new(),
        };
        Ok::<_, Error>((parts, rows, others))
    });
    let (parts, rows, others) = read.await?;
    if part.is_some_and(|part| !(1..=parts).contains(&part)) {
        return Err(Problem::new(Code::NotFound));
    }
    let origin = origin(&app, &asked);
    // Slugs and codes of languages have no character that XML reads as its own; an origin is the operator's.
    let safe = origin.replace('&', "&amp;").replace('<', "&lt;");
    let xml = match part {
        None if parts > 1 => index(&safe, parts),
        _ => urls(&safe, &others, &rows),
    };
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

/// The first page, sections and terms.
fn others(sections: Vec<String>, terms: Vec<glossary::Term>) -> Others {
    let everywhere = || Locale::ALL.to_vec();
    let mut all = vec![(String::new(), everywhere())];
    all.extend(sections.into_iter().map(|slug| (format!("/sections/{slug}"), everywhere())));
    if !terms.is_empty() {
        all.push(("/glossary".to_owned(), everywhere()));
    }
    for term in terms {
        let langs: Vec<Locale> = term.texts.keys().copied().collect();
        all.push((format!("/glossary/{}", term.slug), langs));
    }
    all
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const XMLNS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Where the parts are.
fn index(origin: &str, parts: i64) -> String {
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{XMLNS}\">\n");
    for part in 1..=parts {
        let _written =
            writeln!(xml, "<sitemap><loc>{origin}/sitemap.xml?part={part}</loc></sitemap>");
    }
    xml + "</sitemapindex>\n"
}

fn urls(origin: &str, others: &[(String, Vec<Locale>)], rows: &[Mapped]) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{XMLNS}\" xmlns:xhtml=\"{XHTML}\">\n");
    for (rest, langs) in others {
        for lang in langs {
            url(&mut xml, origin, (rest.as_str(), *lang), langs, None);
        }
    }
    for row in rows {
        let rest = format!("/{}", row.slug);
        url(&mut xml, origin, (rest.as_str(), row.lang), &row.langs, row.at);
    }
    xml + "</urlset>\n"
}

/// A page below the help centre, with the languages that it is in.
fn url(
    xml: &mut String,
    origin: &str,
    (rest, lang): (&str, Locale),
    langs: &[Locale],
    at: Option<Timestamp>,
) {
    let address = |lang: Locale| format!("{origin}/{}/{HELP}{rest}", lang.code());
    let _written = write!(xml, "<url><loc>{}</loc>", address(lang));
    if let Some(at) = at {
        let _written = write!(xml, "<lastmod>{}</lastmod>", at.date());
    }
    let mut alternate = |code: &str, lang: Locale| {
        let _written = write!(
            xml,
            "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\"/>",
            address(lang)
        );
    };
    for other in langs {
        alternate(other.code(), *other);
    }
    // As in the head of the page itself.
    let default = langs.iter().find(|lang| **lang == Locale::En).or(langs.first());
    if let Some(default) = default {
        alternate("x-default", *default);
    }
    xml.push_str("</url>\n");
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
        let row = |slug: &str, lang, at, langs: &[Locale]| Mapped {
            slug: slug.to_owned(),
            lang,
            at,
            langs: langs.to_vec(),
        };
        let rows = [
            row("fees", Locale::ZhHans, Some(at), &[Locale::ZhHans, Locale::En]),
            row("memo", Locale::Ar, None, &[Locale::Ar]),
        ];
        let others = [("/sections/fees".to_owned(), vec![Locale::En, Locale::Ja])];
        let told = urls("https://help.example.com", &others, &rows);
        let first = "<loc>https://help.example.com/zh-Hans/help/fees</loc><lastmod>2026-11-21";
        assert!(told.contains(first) && told.contains("/ar/help/memo</loc><xhtml:link"), "{told}");
        assert_eq!(told.matches("<loc>").count(), 4, "{told}");
        for (lang, address, times) in [
            ("en", "en/help/fees", 1),
            ("x-default", "en/help/fees", 1),
            ("x-default", "ar/help/memo", 1),
            ("ja", "ja/help/sections/fees", 2),
        ] {
            let link = format!("hreflang=\"{lang}\" href=\"https://help.example.com/{address}\"/>");
            assert_eq!(told.matches(&link).count(), times, "{link} in {told}");
        }
    }
}
