use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderName;
use proofdesk_desk::limits;
use proofdesk_desk::outward::Policy;

/// What the process is told about its place in the web.
#[derive(Clone, Debug)]
pub struct Config {
    /// Origins under which people reach the desk, such as `https://help.example.com`, without a slash at the end. The
    /// first is the one for links.
    pub origins: Vec<String>,
    /// Pages and acts for development exist (the one that issues tokens of the exchange for demo customers).
    pub development: bool,
    /// The header in which the reverse proxy names the client's address, when there is one. Its last entry counts,
    /// because that is the one which our own proxy wrote.
    pub client_address_header: Option<HeaderName>,
    /// What may be called from here at addresses that others chose.
    pub outward: Arc<Policy>,
    /// How much one address may ask; `None` for no limit (load tests).
    pub flood: Option<Flood>,
    /// How long a request may take, uploads and live connections apart.
    pub request_timeout: Duration,
    /// How long the sender of a file may send nothing before it is told so and let go.
    pub upload_stall: Duration,
    /// The same of every other body.
    pub body_stall: Duration,
}

/// The flow of requests from one address: a bucket of `burst`, refilled by `per_second`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flood {
    pub per_second: NonZeroU32,
    pub burst: NonZeroU32,
}

impl Default for Flood {
    fn default() -> Self {
        let per_second = NonZeroU32::MIN.saturating_add(99);
        Self { per_second, burst: per_second.saturating_add(400) }
    }
}

impl Config {
    /// The configuration of one origin with every default.
    pub fn of_origin(origin: impl Into<String>) -> Self {
        Self {
            origins: vec![origin.into()],
            development: false,
            client_address_header: None,
            outward: Arc::default(),
            flood: Some(Flood::default()),
            request_timeout: Duration::from_secs(30),
            upload_stall: limits::UPLOAD_STALL,
            body_stall: limits::BODY_STALL,
        }
    }

    /// Says whether cookies are `Secure`: always, unless every origin is plain http, as on a developer's machine.
    pub fn is_secure(&self) -> bool {
        self.origins.is_empty() || self.origins.iter().any(|origin| !origin.starts_with("http://"))
    }

    /// Says whether all origins are on this machine, as a developer's are: then another name of it will do too.
    pub(crate) fn is_local(&self) -> bool {
        !self.origins.is_empty() && self.origins.iter().all(|origin| is_loopback(authority(origin)))
    }

    /// Says whether browsers are to be told that there is nothing here but https. An origin on this machine does not
    /// count against it.
    pub(crate) fn is_https_only(&self) -> bool {
        let is_https = |origin: &String| origin.starts_with("https://");
        self.origins.iter().any(is_https)
            && self.origins.iter().all(|origin| is_https(origin) || is_loopback(authority(origin)))
    }

    /// The origin for links; empty when none is configured, so that links are relative.
    pub fn origin(&self) -> &str {
        self.origins.first().map_or("", String::as_str)
    }
}

/// Host and port of an origin.
pub(crate) fn authority(origin: &str) -> &str {
    origin.split_once("://").map_or("", |(_, authority)| authority)
}

/// Says whether a host, with or without a port, is this machine by its name or address.
pub(crate) fn is_loopback(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or(""),
        None => authority.split(':').next().unwrap_or(""),
    };
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_has_several_names() {
        for here in
            ["localhost", "localhost:8080", "127.0.0.1:8080", "127.8.8.8", "[::1]:8080", "[::1]"]
        {
            assert!(is_loopback(here), "{here}");
        }
        for elsewhere in [
            "",
            "example.com",
            "localhost.evil.example",
            "127.0.0.1.evil.example:80",
            "[2001:db8::1]:80",
        ] {
            assert!(!is_loopback(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn https_only_unless_an_origin_elsewhere_is_plain() {
        let config = |origins: &[&str]| Config {
            origins: origins.iter().map(|origin| (*origin).to_owned()).collect(),
            ..Config::of_origin("")
        };
        assert!(config(&["https://a.example"]).is_https_only());
        assert!(config(&["https://a.example", "http://localhost:8080"]).is_https_only());
        assert!(!config(&["https://a.example", "http://a.example"]).is_https_only());
        assert!(!config(&["http://localhost:8080"]).is_https_only());
        assert!(!config(&[]).is_https_only());
    }
}
