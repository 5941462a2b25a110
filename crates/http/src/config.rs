use std::collections::BTreeMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, header};
use proofdesk_desk::limits;
use proofdesk_desk::outward::Policy;

use crate::edge::text;

/// The most characters of a name in the DNS (RFC 1035, section 2.3.4, without the dot at its end).
const LONGEST_HOST: usize = 253;

/// What the process is told about its place in the web.
#[derive(Clone, Debug)]
pub struct Config {
    /// Origins under which people reach the desk, such as `https://help.example.com`, without a slash at the end. The
    /// first is the one for links.
    pub origins: Vec<String>,
    /// Brands that have a host of their own: its name in small letters, without a port, and the brand's slug. Each is the host of one
    /// of the origins.
    pub brand_hosts: BTreeMap<String, String>,
    /// Hosts of films that articles lead to, as [`host_name`] writes them.
    pub video_hosts: Vec<String>,
    /// Addresses beside its pages that are a brand's own, by its slug; under the empty one those of every other brand.
    pub official: BTreeMap<String, Vec<String>>,
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
            brand_hosts: BTreeMap::new(),
            video_hosts: Vec::new(),
            official: BTreeMap::new(),
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

    /// The slug of the brand whose own host was asked; `None` for every other host. Only the Host header counts: whoever stands in
    /// front of the desk passes it on.
    pub fn brand_of(&self, headers: &HeaderMap) -> Option<&str> {
        let host = host_name(text(headers, &header::HOST))?;
        self.brand_hosts.get(&host).map(String::as_str)
    }

    /// The hosts of a brand's own, by its slug.
    pub fn hosts_of(&self, slug: &str) -> Vec<String> {
        let hosts = self.brand_hosts.iter().filter(|(_, brand)| brand.as_str() == slug);
        hosts.map(|(host, _)| host.clone()).collect()
    }

    /// The origin of a brand's own host; that for links where it has none.
    pub fn origin_of(&self, slug: Option<&str>) -> &str {
        let hosts = self.brand_hosts.iter().filter(|(_, brand)| slug == Some(brand.as_str()));
        let own = hosts.map(|(host, _)| host).find_map(|host| self.origin_at(host));
        own.unwrap_or_else(|| self.origin())
    }

    /// What a brand's customers may take for its own: its pages, where they are https, and the addresses that the operator named.
    pub fn official_of(&self, slug: &str) -> Vec<String> {
        let pages = Some(self.origin_of(Some(slug))).filter(|page| page.starts_with("https://"));
        let named = self.official.get(slug).or_else(|| self.official.get(""));
        pages.map(str::to_owned).into_iter().chain(named.into_iter().flatten().cloned()).collect()
    }

    /// The origin that has this host.
    fn origin_at(&self, host: &str) -> Option<&str> {
        let is_there = |origin: &&String| host_name(authority(origin)).as_deref() == Some(host);
        self.origins.iter().find(is_there).map(String::as_str)
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

/// The name of a host as it is compared: in small letters, without the port and the dot at its end. `None` for what is no name.
pub fn host_name(authority: &str) -> Option<String> {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let is_name = (1..=LONGEST_HOST).contains(&host.len()) && host.bytes().all(is_plain);
    is_name.then(|| host.to_ascii_lowercase())
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
    fn a_brand_is_told_by_the_name_of_the_host() {
        let config = Config {
            origins: vec![
                "https://help.example.com".to_owned(),
                "https://Help.North.example:8443".to_owned(),
            ],
            brand_hosts: [("help.north.example".to_owned(), "north".to_owned())].into(),
            ..Config::of_origin("")
        };
        for (host, brand) in [
            ("help.north.example", Some("north")),
            ("HELP.North.Example:8443", Some("north")),
            ("help.north.example.", Some("north")),
            ("help.example.com", None),
            ("north.example", None),
            ("help.north.example.evil.example", None),
            ("help.north.example/evil", None),
            ("user@help.north.example", None),
            ("[::1]:80", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            if let Ok(value) = host.parse() {
                headers.insert(header::HOST, value);
            }
            assert_eq!(config.brand_of(&headers), brand, "{host}");
        }
        assert_eq!(config.brand_of(&HeaderMap::new()), None);
        assert_eq!(config.origin_of(Some("north")), "https://Help.North.example:8443");
        assert_eq!(config.origin_of(Some("south")), "https://help.example.com");
        assert_eq!(config.origin_of(None), "https://help.example.com");
        assert_eq!(config.hosts_of("north"), ["help.north.example"]);
        assert_eq!(config.hosts_of("south"), [""; 0]);
        assert_eq!(host_name(&"a".repeat(254)), None);
    }

    #[test]
    fn a_brands_own_addresses_are_its_pages_and_what_the_operator_named() {
        let named = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let config = Config {
            origins: named(&["https://help.example.com", "https://help.north.example"]),
            brand_hosts: [("help.north.example".to_owned(), "north".to_owned())].into(),
            official: [
                (String::new(), named(&["www.example.com"])),
                ("north".to_owned(), named(&["t.me/north"])),
            ]
            .into(),
            ..Config::of_origin("")
        };
        assert_eq!(config.official_of("acme"), ["https://help.example.com", "www.example.com"]);
        assert_eq!(config.official_of("north"), ["https://help.north.example", "t.me/north"]);
        // What stands on a developer's machine is nobody's address.
        assert_eq!(Config::of_origin("http://localhost:7070").official_of("acme"), [""; 0]);
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
