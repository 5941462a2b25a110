//! Outgoing webhooks: the feed, pushed. Who subscribes is here; how bytes leave is in `channels`.
//!
//! One follower walks the feed and makes a delivery for every event that a webhook wants; each delivery is a job until
//! the other side answers 2xx or its attempts are used up. Deliveries carry a stable id, so a receiver can drop doubles.

pub mod actions;
mod event;
mod sql;
pub mod view;

use std::collections::BTreeSet;
use std::net::Ipv6Addr;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{BrandId, EventId, WebhookDeliveryId, WebhookId};
use crate::outward::Policy;
use crate::text::name;
use crate::time::Timestamp;
use crate::words::words;

pub use event::{WebhookCreated, WebhookDeleted, WebhookUpdated};
pub use sql::ALL;

/// The job that pushes one delivery. Its payload is the delivery's id as JSON text.
pub const JOB_KIND: &str = "webhook.deliver";
/// Slow receivers hold up nothing but each other.
pub const JOB_LANE: &str = "outward";
/// What a signing secret, in the text form that its owner was shown once, is sealed for.
pub const SECRET_AAD: &[u8] = b"webhook.secret";
/// The name under which the fan-out remembers how far it has read.
pub const FOLLOWER: &str = "webhooks";

words! {
    /// Says whether deliveries are made.
    pub enum WebhookState {
        Active = "active",
        /// Events of this time are skipped for good.
        Paused = "paused",
    }
}

words! {
    /// What became of a delivery.
    pub enum DeliveryState {
        Pending = "pending",
        Delivered = "delivered",
        Failed = "failed",
    }
}

/// Which kinds of event a webhook wants: `*`, `ticket.*`, or exact kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds(BTreeSet<String>);

impl Kinds {
    /// # Errors
    /// `field-invalid` for `kinds` when a pattern is empty or holds anything but `a-z`, `_`, `.` and a final `*`;
    /// `holds-secret`.
    pub fn new(patterns: impl IntoIterator<Item = String>) -> Result<Self> {
        let patterns: BTreeSet<String> = patterns.into_iter().collect();
        let stem = |p: &str| p.strip_suffix('*').unwrap_or(p).to_owned();
        let fine = |p: &String| {
            !p.is_empty()
                && p.len() <= 80
                && stem(p).chars().all(|c| c.is_ascii_lowercase() || "._-".contains(c))
        };
        if patterns.is_empty() || patterns.len() > 50 || !patterns.iter().all(fine) {
            return Err(Error::field("kinds", Code::FieldInvalid));
        }
        let told: Vec<&str> = patterns.iter().map(String::as_str).collect();
        name::refuse_secret("kinds", &told.join(" "))?;
        Ok(Self(patterns))
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Says whether an event of this kind is wanted.
    pub fn want(&self, kind: &str) -> bool {
        self.0.iter().any(|p| match p.strip_suffix('*') {
            Some(stem) => kind.starts_with(stem),
            None => kind == p,
        })
    }
}

impl std::fmt::Display for Kinds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
    }
}

/// A webhook's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    pub id: WebhookId,
    /// Only events of this brand's tickets; `None` for everything.
    pub brand_id: Option<BrandId>,
    pub name: String,
    pub url: String,
    /// The signing secret, sealed.
    pub sealed_secret: Vec<u8>,
    pub kinds: Kinds,
    pub state: WebhookState,
    pub created_at: Timestamp,
    pub version: i64,
}

/// A delivery's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: WebhookDeliveryId,
    pub webhook_id: WebhookId,
    pub event_id: EventId,
    pub pos: i64,
    /// The exact bytes that are signed and sent, the same at every attempt.
    pub body: String,
    pub state: DeliveryState,
    pub attempts: i64,
    /// The HTTP status of the last answer; `None` when none came.
    pub last_status: Option<i64>,
    pub last_error: Option<String>,
    pub last_duration_us: Option<i64>,
    pub created_at: Timestamp,
    pub attempted_at: Option<Timestamp>,
}

/// Checks a webhook's address as far as its text tells: `https` with a host and without userinfo, and nothing that two readers
/// of addresses could read differently, nor an address inside of somebody's network. Where a name leads is checked when
/// connecting, by the same [`Policy`].
///
/// # Errors
/// `webhook-url` and `holds-secret` for `url`.
pub fn check_url(url: &str, policy: &Policy) -> Result<()> {
    let rest = url.split_once("://").map_or("", |(_scheme, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain =
        is_authority(authority) && url.len() <= 2_000 && url.chars().all(|c| c.is_ascii_graphic());
    let fine = plain && policy.check(url).is_ok();
    if fine { name::refuse_secret("url", url) } else { Err(Error::field("url", Code::WebhookUrl)) }
}

/// A host and perhaps a port, RFC 3986 without userinfo, escapes and marks in the name.
fn is_authority(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => (address.parse::<Ipv6Addr>().is_ok(), port),
        None => {
            let (name, port) = text.split_at(text.find(':').unwrap_or(text.len()));
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            (!name.is_empty() && name.chars().all(plain), port)
        }
    };
    let number = |digits: &str| !digits.starts_with('+') && digits.parse::<u16>().is_ok();
    host && (port.is_empty() || port.strip_prefix(':').is_some_and(number))
}

/// How many deliveries a page of the fan-out may make, so that one transaction stays small.
pub(crate) const FAN_OUT_ROWS: usize = 90;

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    fn kinds(patterns: &[&str]) -> Result<Kinds> {
        Kinds::new(patterns.iter().map(|p| (*p).to_owned()))
    }

    #[test]
    fn kinds_match_by_stem_or_whole() {
        let some = kinds(&["ticket.*", "staff.invited"]).unwrap();
        assert!(some.want("ticket.opened") && some.want("staff.invited"));
        assert!(!some.want("staff.disabled"));
        assert!(kinds(&["*"]).unwrap().want("anything.at_all"));
        for wrong in [&[][..], &[""], &["a b"], &["ti*ket"]] {
            assert!(kinds(wrong).is_err(), "{wrong:?}");
        }
        // Words of a phrase, each a kind of its own, come back in the order of the alphabet and are one all the same.
        let phrase =
            "wild father tree among universe such mobile favorite target dynamic credit identify";
        let words: Vec<&str> = phrase.split(' ').collect();
        assert_eq!(kinds(&words).unwrap_err().code(), Code::HoldsSecret);
        assert_eq!(kinds(&[&words[..9].join(".")]).unwrap_err().code(), Code::HoldsSecret);
    }

    #[test]
    fn addresses_are_https_without_userinfo() {
        let strict = Policy::default();
        let lax = Policy { http_to_loopback: true, ..Policy::default() };
        assert!(check_url("https://hooks.example/a?b=c", &strict).is_ok());
        assert!(check_url("https://[2606:4700::6810:84e5]:8443?x", &strict).is_ok());
        assert!(check_url("http://127.0.0.1:8080/", &lax).is_ok());
        for wrong in [
            "http://hooks.example/",
            "https://",
            "https://user@hooks.example/",
            "ftp://x/",
            "https://a b/",
            "https://[::1",
            "https://[hooks.example]/",
            "https://a[b/",
            "https://a\\@b/",
            "https://hooks.example:/",
            "https://hooks.example:65536/",
            "https://hooks.example:+80/",
            "https://hook%73.example/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://2130706433/",
        ] {
            assert!(check_url(wrong, &strict).is_err(), "{wrong}");
        }
    }
}
