use axum::http::{HeaderMap, HeaderName, header};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::SessionId;
use proofdesk_desk::session;

use crate::app::App;
use crate::config::{Config, authority, is_loopback};
use crate::edge::text;
use crate::problem::{Problem, Result};

/// The hidden field of every form.
pub const CSRF_FIELD: &str = "csrf";
const CSRF_HEADER: HeaderName = HeaderName::from_static("x-csrf-token");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses an unsafe request that a browser sent from another site. A program without a browser sends neither header.
pub(crate) fn require_origin(config: &Config, headers: &HeaderMap) -> Result<()> {
    let site = text(headers, &FETCH_SITE);
    if matches!(site, "cross-site" | "same-site") {
        return Err(Problem::new(Code::CsrfMissing));
    }
    let origin = text(headers, &header::ORIGIN);
    // Who develops at `127.0.0.1` opens `localhost` too. Elsewhere only the configured names count: the Host header
    // follows whatever name somebody points at our address.
    let is_here = || {
        let host = authority(origin);
        host == text(headers, &header::HOST) && (config.origins.is_empty() || is_loopback(host))
    };
    let is_own = || {
        config.origins.iter().any(|own| own == origin)
            || ((config.origins.is_empty() || config.is_local()) && is_here())
    };
    if origin.is_empty() || is_own() { Ok(()) } else { Err(Problem::new(Code::CsrfMissing)) }
}

pub(crate) fn require_header(app: &App, session_id: SessionId, headers: &HeaderMap) -> Result<()> {
    require_token(app, session_id, text(headers, &CSRF_HEADER))
}

pub(crate) fn require_token(app: &App, session_id: SessionId, shown: &str) -> Result<()> {
    Ok(session::require_csrf(app.desk().keyring(), session_id, shown)?)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn admitted(config: &Config, sent: &[(HeaderName, &str)]) -> bool {
        let headers: HeaderMap =
            sent.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        require_origin(config, &headers).is_ok()
    }

    #[test]
    fn only_our_own_pages_act() {
        let config = Config::of_origin("https://help.example.com");
        assert!(admitted(&config, &[]));
        assert!(admitted(
            &config,
            &[(header::ORIGIN, "https://help.example.com"), (FETCH_SITE, "same-origin")]
        ));
        for origin in [
            "https://evil.example",
            "https://help.example.com.evil.example",
            "http://help.example.com",
            "null",
        ] {
            assert!(!admitted(&config, &[(header::ORIGIN, origin)]), "{origin}");
        }
        assert!(!admitted(&config, &[(FETCH_SITE, "cross-site")]));
        assert!(!admitted(
            &config,
            &[(FETCH_SITE, "same-site"), (header::ORIGIN, "https://help.example.com")]
        ));
        let host_too = [(header::ORIGIN, "https://evil.example"), (header::HOST, "evil.example")];
        assert!(!admitted(&config, &host_too));
    }

    #[test]
    fn a_developer_may_call_this_machine_by_another_name() {
        let config = Config::of_origin("http://127.0.0.1:8080");
        let from =
            |origin, host| admitted(&config, &[(header::ORIGIN, origin), (header::HOST, host)]);
        assert!(from("http://127.0.0.1:8080", "127.0.0.1:8080"));
        assert!(from("http://localhost:8080", "localhost:8080"));
        assert!(from("http://[::1]:8080", "[::1]:8080"));
        // Another port is another program; another name that leads here is another site.
        assert!(!from("http://localhost:3000", "localhost:8080"));
        assert!(!from("http://evil.example:8080", "evil.example:8080"));
    }
}
