//! The help centre, for readers. The language is part of the address; whoever asks for one that an article is not in reads
//! the nearest, and is told so.

mod article;
mod feed;
mod file;
mod glossary;
pub(crate) mod listing;
pub(crate) mod reading;
pub(crate) mod search;
mod table;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_http::{App, Edge, Problem, Result, is_known};
use proofdesk_locale::Locale;
use sha2::{Digest as _, Sha256};

use crate::view::{Alternate, HelpHead};
use crate::visit::Visit;

pub(crate) use article::{rate, show as article};
pub(crate) use feed::{robots, sitemap};
pub(crate) use file::show as file;
pub(crate) use glossary::{show as glossary, term};
pub(crate) use listing::{home, section};
pub(crate) use search::show as search;
pub(crate) use table::show as table;

/// Where the help centre stands below a language.
pub(crate) const HELP: &str = "help";

/// `GET /help`: in the reader's language.
pub(crate) async fn enter(edge: Edge) -> Response {
    Redirect::to(&home_path(edge.locale)).into_response()
}

/// The first page of a language.
pub(crate) fn home_path(locale: Locale) -> String {
    format!("/{}/{HELP}", locale.code())
}

/// The language of an address.
///
/// # Errors
/// `not-found` for a word that is none of the ten.
pub(crate) fn language(code: &str) -> Result<Locale> {
    Locale::ALL
        .into_iter()
        .find(|locale| locale.code() == code)
        .ok_or_else(|| Problem::new(Code::NotFound))
}

/// A visit in the language of its address.
fn visit_in(mut visit: Visit, code: &str) -> Result<Visit> {
    visit.edge.locale = language(code)?;
    Ok(visit)
}

/// The same page of the help centre in another language; every other path as it is.
pub(crate) fn in_language(path: &str, locale: Locale) -> String {
    let mut parts = path.splitn(4, '/').skip(2);
    let (help, rest) = (parts.next(), parts.next());
    match (language_of(path).is_some(), help, rest) {
        (true, Some(help), None) => format!("/{}/{help}", locale.code()),
        (true, Some(help), Some(rest)) => format!("/{}/{help}/{rest}", locale.code()),
        _ => path.to_owned(),
    }
}

/// The language of a path in the help centre; `None` for every other path.
pub(crate) fn language_of(path: &str) -> Option<Locale> {
    let mut parts = path.split(['?', '#']).next()?.split('/').skip(1);
    let locale = language(parts.next()?).ok()?;
    (parts.next() == Some(HELP)).then_some(locale)
}

/// The origin under which search engines know the desk: the configured one, or on a machine without one whatever name the
/// browser used.
fn origin(app: &App, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let plain =
        host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '[' | ']'));
    let host = if plain { host } else { "localhost" };
    match app.config().origin_of(app.config().brand_of(headers)) {
        "" => format!("http://{host}"),
        origin => origin.to_owned(),
    }
}

/// What stands in the head of a page at `rest` below the help centre, in these languages.
fn head(
    origin: &str,
    own: Locale,
    rest: &str,
    langs: impl IntoIterator<Item = Locale>,
) -> HelpHead {
    let address = |locale: Locale| format!("{origin}/{}/{HELP}{rest}", locale.code());
    let alternates: Vec<Alternate> = langs
        .into_iter()
        .map(|lang| Alternate { lang: lang.code(), href: address(lang) })
        .collect();
    let default = alternates.iter().find(|one| one.lang == "en").or(alternates.first());
    HelpHead {
        canonical: address(own),
        default: default.map(|one| one.href.clone()),
        alternates,
        description: String::new(),
        data: String::new(),
        indexed: true,
    }
}

/// JSON for a script element, in which nothing ends the element.
fn embedded(value: &serde_json::Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// A page that browsers may keep, and ask again whether it is still the same.
fn kept(asked: &HeaderMap, page: &impl askama::Template) -> Result<Response> {
    let text = page.render().map_err(|_broken| Problem::new(Code::Internal))?;
    let digest = hex::encode(Sha256::digest(text.as_bytes()));
    let tag = format!("\"{}\"", digest.get(..32).unwrap_or(&digest));
    let headers = [
        (header::ETAG, HeaderValue::try_from(&tag).unwrap_or(HeaderValue::from_static("\"\""))),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
    ];
    if is_known(asked, &tag)? {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    Ok((headers, axum::response::Html(text)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_in_another_language() {
        for (path, there) in [
            ("/en/help", "/ar/help"),
            ("/en/help?x=1", "/ar/help?x=1"),
            ("/zh-Hans/help/missing-memo", "/ar/help/missing-memo"),
            ("/en/help/glossary/memo?a=b", "/ar/help/glossary/memo?a=b"),
            ("/tickets", "/tickets"),
            ("/en/helpless", "/en/helpless"),
            ("/xx/help", "/xx/help"),
            ("/", "/"),
        ] {
            assert_eq!(in_language(path, Locale::Ar), there);
        }
        for (path, lang) in [
            ("/ja/help/nothing?q=%FF", Some(Locale::Ja)),
            ("/ja/help", Some(Locale::Ja)),
            ("/ja?to=/help", None),
            ("/", None),
        ] {
            assert_eq!(language_of(path), lang, "{path}");
        }
    }

    #[test]
    fn nothing_ends_a_script_element_early() {
        let data = serde_json::json!({ "name": "</script><script>alert(1)</script>" });
        assert!(!embedded(&data).contains('<'));
    }
}
