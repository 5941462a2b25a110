//! What may be called from here at an address that a stranger chose: a webhook, the exchange's app, a browser's push service.
//!
//! One rule, asked twice: when an address is saved, so that its owner is told at once, and whenever it is called, because a
//! name leads elsewhere tomorrow. Names are looked up only then, by whoever connects.

mod address;

use std::net::IpAddr;

use url::{Host, Url};

pub use address::{Network, NetworkError, is_public};

/// Longer addresses are refused.
const URL_LENGTH: usize = 2_048;

/// What the operator allows beyond the ordinary.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// Networks that may be called although they are not public, such as the operator's own.
    pub allowed: Vec<Network>,
    /// Allow `http://` to addresses of this very machine. For development.
    pub http_to_loopback: bool,
}

/// Which addresses a connection may be made to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// This machine only.
    Loopback,
    /// What is public, and what the operator allows.
    Public,
}

/// Why an address cannot be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// Not an absolute URL with a host, or longer than 2,048 characters.
    #[error("not a web address")]
    Malformed,
    /// Another scheme than https.
    #[error("a webhook needs an https address")]
    Scheme,
    /// It holds a user name or a password, which would end up in logs.
    #[error("a webhook address must not hold a user name or password")]
    Credentials,
    /// It names an address that is not public.
    #[error("a webhook must go to a public address")]
    Address,
}

impl Policy {
    /// Checks an address as far as its text tells, however a number in it is written, and says how far a call of it may
    /// reach.
    ///
    /// # Errors
    /// See [`UrlError`].
    pub fn check(&self, url: &str) -> Result<(Url, Reach), UrlError> {
        if url.len() > URL_LENGTH {
            return Err(UrlError::Malformed);
        }
        let url = Url::parse(url).map_err(|_unclear| UrlError::Malformed)?;
        let reach = match url.scheme() {
            "https" => Reach::Public,
            "http" if self.http_to_loopback => Reach::Loopback,
            _ => return Err(UrlError::Scheme),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(UrlError::Credentials);
        }
        let literal = match url.host().ok_or(UrlError::Malformed)? {
            Host::Ipv4(address) => IpAddr::V4(address),
            Host::Ipv6(address) => IpAddr::V6(address),
            Host::Domain(_name) => return Ok((url, reach)),
        };
        if self.includes(reach, literal) { Ok((url, reach)) } else { Err(UrlError::Address) }
    }

    /// Says whether a connection to this address is allowed.
    pub fn includes(&self, reach: Reach, address: IpAddr) -> bool {
        match reach {
            Reach::Loopback => address.to_canonical().is_loopback(),
            Reach::Public => {
                is_public(address) || self.allowed.iter().any(|network| network.contains(address))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn told(policy: &Policy, url: &str) -> Result<Reach, UrlError> {
        policy.check(url).map(|(_, reach)| reach)
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let closed = Policy::default();
        for inside in [
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://017700000001/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[64:ff9b::7f00:1]/",
            "https://169.254.169.254/latest/meta-data",
            "https://10.1.2.3:8443/",
        ] {
            assert_eq!(told(&closed, inside), Err(UrlError::Address), "{inside}");
        }
        for fine in ["https://1.1.1.1/", "https://[2606:4700::1111]/", "https://hooks.example/a?b"]
        {
            assert_eq!(told(&closed, fine), Ok(Reach::Public), "{fine}");
        }
        // Where a name leads is seen when it is called.
        assert_eq!(told(&closed, "https://localhost/"), Ok(Reach::Public));
    }

    #[test]
    fn the_operator_may_open_a_network_and_a_developer_this_machine() {
        let own = Policy { allowed: vec!["10.1.0.0/16".parse().unwrap()], ..Policy::default() };
        assert_eq!(told(&own, "https://10.1.2.3/"), Ok(Reach::Public));
        assert_eq!(told(&own, "https://10.2.2.3/"), Err(UrlError::Address));
        assert_eq!(told(&own, "http://10.1.2.3/"), Err(UrlError::Scheme));
        let developer = Policy { http_to_loopback: true, ..Policy::default() };
        assert_eq!(told(&developer, "http://127.0.0.1:8080/"), Ok(Reach::Loopback));
        assert_eq!(told(&developer, "http://8.8.8.8/"), Err(UrlError::Address));
        assert_eq!(told(&developer, "https://127.0.0.1/"), Err(UrlError::Address));
    }
}
