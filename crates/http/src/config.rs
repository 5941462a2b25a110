use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::HeaderName;

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
    /// How much one address may ask; `None` for no limit (load tests).
    pub flood: Option<Flood>,
    /// How long a request may take, uploads and live connections apart.
    pub request_timeout: Duration,
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
            flood: Some(Flood::default()),
            request_timeout: Duration::from_secs(30),
        }
    }

    /// Says whether cookies are `Secure`: always, unless every origin is plain http, as on a developer's machine.
    pub fn is_secure(&self) -> bool {
        self.origins.is_empty() || self.origins.iter().any(|origin| !origin.starts_with("http://"))
    }

    /// The origin for links; empty when none is configured, so that links are relative.
    pub fn origin(&self) -> &str {
        self.origins.first().map_or("", String::as_str)
    }
}
