//! The session's cookie, and as much of RFC 6265 as that takes.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::config::Config;

/// The `__Host-` prefix makes browsers refuse the cookie unless it is `Secure`, for this host only and for every path, so
/// that no neighbouring subdomain can plant one.
const SECURE_NAME: &str = "__Host-proofdesk";
/// On a developer's machine without TLS, where browsers would refuse the prefix.
const PLAIN_NAME: &str = "proofdesk";

/// The name of the session's cookie.
pub fn session_name(config: &Config) -> &'static str {
    if config.is_secure() { SECURE_NAME } else { PLAIN_NAME }
}

/// The session token that a browser sent.
pub fn session<'a>(config: &Config, headers: &'a HeaderMap) -> Option<&'a str> {
    find(headers, session_name(config)).filter(|token| !token.is_empty())
}

/// The `Set-Cookie` of a fresh session, kept by the browser for `max_age_s` seconds.
pub fn set_session(config: &Config, token: &str, max_age_s: u64) -> Option<HeaderValue> {
    let secure = if config.is_secure() { "; Secure" } else { "" };
    let name = session_name(config);
    let cookie =
        format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age_s}{secure}");
    // A token is base64url; one that is not a header value must not become a session.
    let mut value = HeaderValue::try_from(cookie).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// The `Set-Cookie` that makes the browser forget the session.
pub fn clear_session(config: &Config) -> HeaderValue {
    set_session(config, "", 0).unwrap_or_else(|| HeaderValue::from_static(""))
}

/// The value of a cookie by name; the first one counts.
pub fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn finds_its_own_cookie_only() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=1; xproofdesk=2; proofdesk=three".parse().unwrap());
        headers.append(header::COOKIE, "proofdesk=four".parse().unwrap());
        assert_eq!(find(&headers, "proofdesk"), Some("three"));
        assert_eq!(find(&headers, "b"), None);
    }

    #[test]
    fn secure_unless_everything_is_plain_http() {
        let plain = Config::of_origin("http://127.0.0.1:8080");
        let secure = Config::of_origin("https://help.example.com");
        assert_eq!(
            set_session(&plain, "t", 60).unwrap(),
            "proofdesk=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"
        );
        assert_eq!(
            set_session(&secure, "t", 60).unwrap(),
            "__Host-proofdesk=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure"
        );
        assert!(set_session(&secure, "a\nb", 60).is_none());
    }
}
