//! Outgoing webhooks: one signed POST to an address that a customer of ours, and maybe an attacker, has chosen.
//!
//! # What the receiver gets
//!
//! The headers of the Standard Webhooks specification (standardwebhooks.com, version 1):
//!
//! ```text
//! POST /hook HTTP/1.1
//! content-type: application/json
//! user-agent: Proofdesk-Webhook/1
//! webhook-id: 01922f4e-…            the delivery; the same again when it is sent again, so that it can be told
//! webhook-timestamp: 1750000000     seconds since 1970 at this attempt; refuse what is older than five minutes
//! webhook-signature: v1,K5oZ…       one or more, separated by spaces
//! ```
//!
//! A signature is `v1,` and the Base64 of HMAC-SHA256, under the secret, over `id.timestamp.body`, the body as it was sent,
//! byte by byte ([`signature`]). The receiver computes the same, compares in constant time, and answers 2xx within
//! [`TIMEOUT`]. Anything else counts as not received.
//!
//! # What the sender refuses
//!
//! A webhook is a way to make this server talk to addresses that its owner never meant (server-side request forgery).
//! So: https only; no user name in the address; no redirects; no proxy out of the environment; and no connection to
//! an address that is not public ([`proofdesk_desk::outward`]). That is checked on the very addresses that the connection is made to:
//! a name that resolves to a public address first and to an inside one later gains nothing. Connections are not reused.
//! The operator can allow networks of their own by [`Policy::allowed`].

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Response, Url};
use tokio::time::Instant;

mod resolver;
mod signature;
#[cfg(test)]
mod tests;

use crate::client::{self, ClientError};
use proofdesk_desk::outward::Reach;
pub use proofdesk_desk::outward::{Policy, UrlError};
use resolver::{Refused, Resolver};
pub use signature::{Secret, SecretError};

/// The whole attempt, from the look-up of the name to the end of the answer.
pub const TIMEOUT: Duration = Duration::from_secs(15);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// What is kept of an answer, in bytes; the rest is not read.
pub const EXCERPT_LENGTH: usize = 1_024;
/// A wish of the receiver to wait longer than a day is taken as a day.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 3600);

/// Where a webhook goes.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// As the owner typed it; checked by [`Sender::check`] when it is saved, and again whenever it is called.
    pub url: &'a str,
    /// Signs the delivery.
    pub secret: &'a Secret,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The status of the answer, if there was one.
    pub status: Option<u16>,
    /// How long the attempt took.
    pub duration: Duration,
    /// The beginning of the answer, up to [`EXCERPT_LENGTH`] bytes, what is not UTF-8 replaced. Written by the receiver:
    /// it passes the guard before it is stored.
    pub excerpt: String,
    /// How long the receiver asks to wait (`Retry-After` in seconds), a day at most.
    pub retry_after: Option<Duration>,
    /// `None` when the delivery was received.
    pub failure: Option<Failure>,
}

impl Outcome {
    /// Tells whether the receiver has it.
    pub fn is_delivered(&self) -> bool {
        self.failure.is_none()
    }
}

/// Why a delivery was not received; a closed list, shown to the owner and kept in the delivery log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Not an address that can be called: see [`UrlError`].
    Url,
    /// The name does not resolve.
    Name,
    /// The address is not public and not allowed.
    Address,
    /// No connection could be made.
    Connect,
    /// The connection could not be secured: the certificate, most of all.
    Tls,
    /// No answer in time.
    Timeout,
    /// The receiver answered with a redirect, which is not followed.
    Redirect,
    /// The receiver answered with another status than 2xx.
    Status,
    /// The connection broke, or the answer was not HTTP.
    Protocol,
}

impl Failure {
    /// Gives the stable name, in kebab-case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Failure::Url => "url",
            Failure::Name => "name",
            Failure::Address => "address",
            Failure::Connect => "connect",
            Failure::Tls => "tls",
            Failure::Timeout => "timeout",
            Failure::Redirect => "redirect",
            Failure::Status => "status",
            Failure::Protocol => "protocol",
        }
    }

    /// Tells whether another attempt is in vain until the owner changes the address.
    pub const fn is_permanent(self) -> bool {
        matches!(self, Failure::Url | Failure::Address)
    }
}

/// Sends webhooks. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Sender {
    /// For https, which reaches what is public or allowed.
    https: Client,
    /// For http, which reaches this machine only; there is none unless the policy wants it.
    http: Option<Client>,
    policy: Arc<Policy>,
}

impl Sender {
    /// Makes a sender under the operator's policy.
    ///
    /// # Errors
    /// [`ClientError`]; not in practice.
    pub fn new(policy: Policy) -> Result<Self, ClientError> {
        let policy = Arc::new(policy);
        let https = client(Resolver::new(policy.clone(), Reach::Public))?;
        let http = policy
            .http_to_loopback
            .then(|| client(Resolver::new(policy.clone(), Reach::Loopback)))
            .transpose()?;
        Ok(Sender { https, http, policy })
    }

    /// Checks an address when it is saved, so that its owner is told at once. Names are not looked up.
    ///
    /// # Errors
    /// See [`UrlError`].
    pub fn check(&self, url: &str) -> Result<(), UrlError> {
        self.checked(url).map(|_| ())
    }

    /// Makes one attempt. `delivery_id` is the same for every attempt of a delivery; `now` is in seconds since 1970.
    ///
    /// It never fails: how it ended is in the outcome.
    pub async fn send(
        &self,
        target: Target<'_>,
        delivery_id: &str,
        body: Bytes,
        now: i64,
    ) -> Outcome {
        let headers = signed(target.secret, delivery_id, &body, now);
        self.post(target.url, headers, body).await
    }

    /// Makes one POST of anything to an address that a stranger chose, under the same guard.
    pub(crate) async fn post(&self, url: &str, headers: HeaderMap, body: Bytes) -> Outcome {
        let begun = Instant::now();
        let mut outcome = match self.answer(url, headers, body).await {
            Ok(answer) => answer,
            Err(failure) => Outcome {
                status: None,
                duration: Duration::ZERO,
                excerpt: String::new(),
                retry_after: None,
                failure: Some(failure),
            },
        };
        outcome.duration = begun.elapsed();
        outcome
    }

    async fn answer(&self, url: &str, headers: HeaderMap, body: Bytes) -> Result<Outcome, Failure> {
        let (client, url) = self.checked(url).map_err(|error| match error {
            UrlError::Address => Failure::Address,
            _ => Failure::Url,
        })?;
        let request = client.post(url).headers(headers).body(body);
        let response = request.send().await.map_err(|error| failure_of(&error))?;
        Ok(outcome_of(response).await)
    }

    fn checked(&self, url: &str) -> Result<(&Client, Url), UrlError> {
        // A literal address is connected to without asking the resolver, and judged here.
        let (url, reach) = self.policy.check(url)?;
        match (reach, &self.http) {
            (Reach::Public, _) => Ok((&self.https, url)),
            (Reach::Loopback, Some(http)) => Ok((http, url)),
            (Reach::Loopback, None) => Err(UrlError::Scheme),
        }
    }
}

/// The headers of a webhook. A delivery id that no header can hold is left out; ours are UUIDs.
fn signed(secret: &Secret, delivery_id: &str, body: &Bytes, now: i64) -> HeaderMap {
    let signature = secret.sign(delivery_id, now, body);
    let timestamp = now.to_string();
    let all = [
        ("content-type", "application/json"),
        ("webhook-id", delivery_id),
        ("webhook-timestamp", timestamp.as_str()),
        ("webhook-signature", signature.as_str()),
    ];
    let pairs = all.into_iter().filter_map(|(name, value)| {
        Some((HeaderName::from_static(name), HeaderValue::from_str(value).ok()?))
    });
    pairs.collect()
}

fn client(resolver: Resolver) -> Result<Client, ClientError> {
    let client = client::builder()?
        .dns_resolver(resolver)
        .pool_max_idle_per_host(0)
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(TIMEOUT)
        .user_agent("Proofdesk-Webhook/1")
        .build()
        .map_err(ClientError::Http)?;
    Ok(client)
}

async fn outcome_of(response: Response) -> Outcome {
    let status = response.status();
    let retry_after = retry_after(&response);
    let excerpt = excerpt_of(response).await;
    let failure = if status.is_success() {
        None
    } else if status.is_redirection() {
        Some(Failure::Redirect)
    } else {
        Some(Failure::Status)
    };
    Outcome {
        status: Some(status.as_u16()),
        duration: Duration::ZERO,
        excerpt,
        retry_after,
        failure,
    }
}

fn retry_after(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}

/// Reads the beginning of an answer and drops the connection. The status stands even if the rest does not come.
async fn excerpt_of(mut response: Response) -> String {
    let mut bytes = Vec::new();
    while bytes.len() < EXCERPT_LENGTH
        && let Ok(Some(chunk)) = response.chunk().await
    {
        bytes.extend_from_slice(&chunk);
    }
    bytes.truncate(EXCERPT_LENGTH);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn failure_of(error: &reqwest::Error) -> Failure {
    let first: Cause<'_> = error;
    let causes = || std::iter::successors(Some(first), |cause| cause_of(*cause));
    if causes().any(|cause| cause.is::<Refused>()) {
        Failure::Address
    } else if causes().any(|cause| cause.is::<resolver::Unknown>()) {
        Failure::Name
    } else if error.is_timeout() {
        Failure::Timeout
    } else if causes().any(|cause| cause.is::<rustls::Error>()) {
        Failure::Tls
    } else if error.is_connect() {
        Failure::Connect
    } else {
        Failure::Protocol
    }
}

pub(crate) type Cause<'a> = &'a (dyn std::error::Error + 'static);

/// Gives the error behind an error. An I/O error made of another one gives that one's source as its own and passes over
/// the very error that says what happened.
pub(crate) fn cause_of<'a>(error: Cause<'a>) -> Option<Cause<'a>> {
    let held = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    match held {
        Some(held) => Some(held),
        None => error.source(),
    }
}
