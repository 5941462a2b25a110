use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{HeaderMap, HeaderName, Method, header, request::Parts};
use proofdesk_desk::text::name;
use proofdesk_locale::Locale;

use crate::app::App;
use crate::cookie;

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The cookie in which a visitor's choice of language is kept. It outranks the browser's wishes.
const LANGUAGE_COOKIE: &str = "lang";
const REQUEST_ID_CHARS: usize = 64;
const USER_AGENT_CHARS: usize = 200;

/// What is known of a request before anybody looks at who asks.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Taken from the header when it is sane, so that a proxy's id finds our lines; otherwise made.
    pub request_id: String,
    pub locale: Locale,
    /// The client's address as the connection or the trusted proxy says it.
    pub address: IpAddr,
    pub user_agent: String,
    /// The asker reads pages: it accepts HTML and does not call the API.
    pub wants_page: bool,
    /// Path and query of the page that was asked for, to come back to; `/` for an act, which is not done a second time.
    pub wanted: String,
}

impl Edge {
    pub(crate) fn observe(app: &App, parts: &Parts) -> Self {
        let headers = &parts.headers;
        Self {
            request_id: request_id(headers).unwrap_or_else(|| fresh_id(&app.seed())),
            locale: locale(headers),
            address: address(app, parts),
            user_agent: text(headers, &header::USER_AGENT).chars().take(USER_AGENT_CHARS).collect(),
            wants_page: !parts.uri.path().starts_with("/api/")
                && text(headers, &header::ACCEPT).contains("text/html"),
            wanted: wanted(parts),
        }
    }

    /// What [`crate::layer`] found out. A request that did not pass it (there is none in the server) has defaults.
    pub(crate) fn of(parts: &Parts) -> Arc<Self> {
        parts.extensions.get::<Arc<Self>>().cloned().unwrap_or_else(|| Arc::new(Self::unknown()))
    }

    pub(crate) fn unknown() -> Self {
        Self {
            request_id: String::new(),
            locale: Locale::default(),
            address: UNKNOWN,
            user_agent: String::new(),
            wants_page: false,
            wanted: "/".to_owned(),
        }
    }
}

const UNKNOWN: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

impl<S: Send + Sync> FromRequestParts<S> for Edge {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::clone(&Self::of(parts)))
    }
}

pub(crate) fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

fn wanted(parts: &Parts) -> String {
    match (&parts.method, parts.uri.path_and_query()) {
        (&Method::GET, Some(wanted)) => wanted.as_str().to_owned(),
        _ => "/".to_owned(),
    }
}

fn request_id(headers: &HeaderMap) -> Option<String> {
    let id = text(headers, &REQUEST_ID);
    let sane = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let fits = !id.is_empty() && id.len() <= REQUEST_ID_CHARS && id.chars().all(sane);
    // It goes into the log and to the exchange as it is.
    (fits && !name::holds_key(id)).then(|| id.to_owned())
}

fn fresh_id(seed: &[u8; 32]) -> String {
    hex::encode(seed.first_chunk::<12>().copied().unwrap_or_default())
}

fn locale(headers: &HeaderMap) -> Locale {
    cookie::find(headers, LANGUAGE_COOKIE)
        .and_then(Locale::parse)
        .or_else(|| Locale::negotiate(text(headers, &header::ACCEPT_LANGUAGE)))
        .unwrap_or_default()
}

fn address(app: &App, parts: &Parts) -> IpAddr {
    let told = app.config().client_address_header.as_ref().and_then(|name| {
        let last = parts.headers.get_all(name).iter().next_back()?.to_str().ok()?;
        parse_address(last.rsplit(',').next()?.trim())
    });
    let peer = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    told.or_else(peer).unwrap_or(UNKNOWN).to_canonical()
}

/// An address with or without port and brackets, as proxies write them.
fn parse_address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|at| at.ip()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn only_sane_request_ids_are_taken_over() {
        for (given, taken) in [
            ("abc-123_X.9", true),
            ("", false),
            ("a b", false),
            ("<script>", false),
            (&"x".repeat(65), false),
            ("5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr", false),
            ("wild-father-tree-among-universe-such-mobile-favorite-target-dyna", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(REQUEST_ID, given.parse().unwrap());
            assert_eq!(request_id(&headers).is_some(), taken, "{given}");
        }
    }

    #[test]
    fn the_cookie_outranks_the_browser() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, "ja, en;q=0.5".parse().unwrap());
        assert_eq!(locale(&headers), Locale::Ja);
        headers.insert(header::COOKIE, "a=b; lang=zh-Hans".parse().unwrap());
        assert_eq!(locale(&headers), Locale::ZhHans);
        headers.insert(header::COOKIE, "lang=klingon".parse().unwrap());
        assert_eq!(locale(&headers), Locale::Ja);
    }

    #[test]
    fn addresses_as_proxies_write_them() {
        for (written, read) in [
            ("203.0.113.7", "203.0.113.7"),
            ("203.0.113.7:4711", "203.0.113.7"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
        ] {
            assert_eq!(parse_address(written).unwrap().to_string(), read);
        }
        assert_eq!(parse_address("unknown"), None);
    }
}
