//! The browsers in which customers hear of their tickets (web push, RFC 8030), and what is sent to them.
//!
//! A browser gives its owner an endpoint at its maker's push service, and two keys. Whoever has all three can write to that
//! browser, so they rest sealed; its owner knows it again by its own name and the service's. A delivery of a notification goes
//! to every browser of the customer, and is done when each has taken it or never will.

pub mod actions;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{CustomerId, Id as _, NotificationDeliveryId, PublicId, PushSubscriptionId};
use crate::notification::{DeliveryState, NotificationKind, RecipientDigest};
use crate::outward::Policy;
use crate::time::Timestamp;
use crate::words::words;
use crate::{limits, webhook};

pub use sql::ALL;

/// The job that pushes one delivery. Its payload is the delivery's id as JSON text.
pub const JOB_KIND: &str = "push.deliver";
/// With the webhooks: whoever is slow holds up nobody.
pub const JOB_LANE: &str = webhook::JOB_LANE;

/// What the installation's key is sealed for.
pub const KEY_AAD: &[u8] = b"push_key.sealed_secret";
/// An uncompressed point of P-256.
pub const PUBLIC_KEY_BYTES: usize = 65;
pub const AUTH_BYTES: usize = 16;

words! {
    /// What became of a push to one browser.
    pub enum AttemptState {
        /// Not yet taken.
        Queued = "queued",
        /// The push service has it.
        Sent = "sent",
        /// The push service knows no such browser any more.
        Gone = "gone",
        Failed = "failed",
    }
}

/// Where and under which keys a browser is written to. As it rests, sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    pub url: String,
    pub public_key: Vec<u8>,
    pub auth: Vec<u8>,
}

impl std::fmt::Debug for Endpoint {
    /// The address alone lets others annoy its owner.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Endpoint").field("service", &self.service()).finish_non_exhaustive()
    }
}

impl Endpoint {
    /// Checks what a browser gave. Where the address leads is checked when it is called.
    ///
    /// # Errors
    /// `field-invalid` for `endpoint`, `p256dh` or `auth`.
    pub fn checked(self, policy: &Policy) -> Result<Self> {
        webhook::check_url(&self.url, policy)
            .map_err(|_odd| Error::field("endpoint", Code::FieldInvalid))?;
        // RFC 8291 wants the point uncompressed: it begins with a four.
        if self.public_key.len() != PUBLIC_KEY_BYTES || self.public_key.first() != Some(&4) {
            return Err(Error::field("p256dh", Code::FieldInvalid));
        }
        if self.auth.len() != AUTH_BYTES {
            return Err(Error::field("auth", Code::FieldInvalid));
        }
        Ok(self)
    }

    /// The name of the push service.
    pub fn service(&self) -> &str {
        let rest = self.url.split_once("://").map_or("", |(_scheme, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.get(..limits::PUSH_SERVICE_CHARS).unwrap_or(host)
    }

    /// By which a browser that comes again is known.
    pub fn digest(&self) -> [u8; 32] {
        digest(&self.url)
    }
}

/// The digest of an endpoint's address, which a page computes too, to know its own browser in a list.
pub fn digest(url: &str) -> [u8; 32] {
    Sha256::digest(url.as_bytes()).into()
}

/// What an endpoint is sealed for: moved to another row it does not open.
pub fn place(id: PushSubscriptionId) -> Vec<u8> {
    [b"push_subscription.sealed:".as_slice(), id.uuid().as_bytes()].concat()
}

/// A digest by which a customer's pushes are counted.
pub(crate) fn recipient(customer_id: CustomerId) -> RecipientDigest {
    let mut hasher = Sha256::new();
    hasher.update(b"proofdesk.push.v1\0");
    hasher.update(customer_id.uuid().as_bytes());
    hasher.finalize().into()
}

/// One browser, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub id: PushSubscriptionId,
    /// As it named itself when it was added.
    pub name: String,
    pub service: String,
    pub endpoint_digest: [u8; 32],
    pub created_at: Timestamp,
    /// When it was last sent something.
    pub sent_at: Option<Timestamp>,
}

/// The installation's key, the secret half sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PushKey {
    pub public: Vec<u8>,
    pub sealed_secret: Vec<u8>,
}

/// A browser that a delivery has still to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub id: PushSubscriptionId,
    /// An [`Endpoint`].
    pub sealed: Vec<u8>,
}

/// Everything that a push says and where it goes.
#[derive(Clone, Debug)]
pub struct Parcel {
    pub delivery_id: NotificationDeliveryId,
    pub state: DeliveryState,
    pub kind: NotificationKind,
    /// `None` for what the exchange told of no ticket.
    pub ticket: Option<PublicId>,
    /// The desk opened the ticket for them: they did not write to begin it.
    pub is_of_desk: bool,
    pub locale: String,
    pub brand_name: String,
    pub targets: Vec<Target>,
    pub key: PushKey,
}

/// What came of one attempt at one browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub id: PushSubscriptionId,
    /// [`AttemptState::Queued`]: later again.
    pub state: AttemptState,
    /// A status, or a word of ours.
    pub error: Option<String>,
}

/// What a delivery is after its attempts: on its way while one waits, sent when one arrived.
pub fn sum(states: &[AttemptState], is_last: bool) -> DeliveryState {
    let has = |state| states.contains(&state);
    if has(AttemptState::Queued) && !is_last {
        DeliveryState::Queued
    } else if has(AttemptState::Sent) {
        DeliveryState::Sent
    } else if has(AttemptState::Queued) || has(AttemptState::Failed) {
        DeliveryState::Failed
    } else {
        DeliveryState::Bounced
    }
}
