//! The exchange bridge: what the desk asks the exchange, and what it asks it to do.
//!
//! The desk owns no account and no coin. It reads them as **snapshots**, each with the moment it was true and where it
//! came from, and goes on when there is none: whoever shows a fact shows that it is not known just as well.

mod amount;
mod cache;
pub mod facts;
mod gather;
pub mod view;

use std::fmt;
use std::pin::Pin;

use serde::{Deserialize, Serialize};

use crate::cx::Cx;
use crate::id::AccountActId;
use crate::time::Timestamp;
use crate::words::words;

pub use amount::Amount;
pub use cache::Cached;
use facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Offers, Order, Position, PriceSample,
    Rules, SecurityChange, Terms, Withdrawal,
};
pub use gather::{Locks, Told, Trading, Transfers, Venue};

/// A boxed answer, so that the trait can be a `dyn`.
pub type BridgeFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, BridgeError>> + Send + 'a>>;
/// Some facts of one kind.
pub type Facts<'a, T> = BridgeFuture<'a, Snapshot<T>>;

words! {
    /// Why a fact is not known.
    pub enum BridgeError {
        /// This desk has no bridge, or the customer no account behind it.
        NotConnected = "not_connected",
        /// The exchange does not know the account.
        NotFound = "not_found",
        /// The exchange does not tell this, and says so in its capabilities.
        Unsupported = "unsupported",
        /// It could not be reached, or said that it cannot answer now.
        Unavailable = "unavailable",
        /// It did not answer within [`crate::limits::BRIDGE_DEADLINE`].
        TimedOut = "timed_out",
        /// It said no.
        Refused = "refused",
        /// What it said is not what the contract allows, so nothing of it is believed.
        Malformed = "malformed",
    }
}

impl BridgeError {
    /// Says whether asking again later may help.
    pub const fn is_passing(self) -> bool {
        matches!(self, Self::Unavailable | Self::TimedOut | Self::Malformed)
    }
}

impl std::error::Error for BridgeError {}

/// What was true at a moment, and who said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot<T> {
    pub as_of: Timestamp,
    /// `sandbox`, or the host that answered.
    pub source: String,
    pub facts: T,
    /// Why nothing newer is known, when this is the last thing that was said and not what is said now.
    pub unreached: Option<BridgeError>,
}

/// Whose facts, and when they are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The account's stable id at the exchange.
    pub account: String,
    pub now: Timestamp,
    /// Passed on, so that a line in the exchange's log is found by ours.
    pub request_id: String,
}

impl Ask {
    /// As whoever acts now asks.
    pub fn by(cx: &Cx, account: String) -> Self {
        Self { account, now: cx.now, request_id: cx.request_id.clone() }
    }
}

/// Which samples of an index: `from` inclusive, `to` exclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceAsk {
    pub index: String,
    pub from: Timestamp,
    pub to: Timestamp,
    pub now: Timestamp,
    pub request_id: String,
}

words! {
    /// What the exchange can be asked to do.
    pub enum ActKind {
        /// Nothing leaves the account until it is unfrozen.
        Freeze = "freeze",
    }
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The same id is the same act, however often it is sent.
    pub id: AccountActId,
    pub kind: ActKind,
    pub account: String,
    /// The public number of the ticket that it belongs to.
    pub reference: String,
    pub requested_at: Timestamp,
    pub now: Timestamp,
}

/// The exchange's word that something is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The act that it answers.
    pub act_id: AccountActId,
    /// The exchange's own number for it.
    pub receipt: String,
    pub at: Timestamp,
}

/// What an implementation can tell and do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capabilities {
    /// The version of the contract: 1.
    pub contract: u32,
    /// Names of read calls, as the contract's paths end: `deposits`. Those of later versions too.
    pub reads: Vec<String>,
    /// Words of [`ActKind`], and those of later versions.
    pub acts: Vec<String>,
}

/// The read calls that a [`Capabilities`] may name.
pub const READS: &[&str] = &[
    "account",
    "deposits",
    "withdrawals",
    "orders",
    "positions",
    "api-keys",
    "devices",
    "security-changes",
    "networks",
    "fees",
    "terms",
    "rules",
    "offers",
    "prices",
];

/// An exchange. Every answer comes within [`crate::limits::BRIDGE_DEADLINE`] or is `timed_out`; lists are newest first and at
/// most [`crate::limits::BRIDGE_ITEMS`] long.
pub trait Bridge: Send + Sync + fmt::Debug {
    fn capabilities<'a>(&'a self, now: Timestamp) -> Facts<'a, Capabilities>;
    fn account<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Account>;
    fn deposits<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Deposit>>;
    fn withdrawals<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Withdrawal>>;
    fn orders<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Order>>;
    fn positions<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Position>>;
    fn api_keys<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<ApiKey>>;
    fn devices<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Device>>;
    fn security_changes<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<SecurityChange>>;
    fn networks<'a>(&'a self, now: Timestamp) -> Facts<'a, Vec<Network>>;
    fn fees<'a>(&'a self, now: Timestamp) -> Facts<'a, Vec<FeeTier>>;
    fn terms<'a>(&'a self, now: Timestamp) -> Facts<'a, Vec<Terms>>;
    fn rules<'a>(&'a self, now: Timestamp) -> Facts<'a, Rules>;
    fn offers<'a>(&'a self, now: Timestamp) -> Facts<'a, Offers>;
    /// Oldest first.
    fn prices<'a>(&'a self, ask: &'a PriceAsk) -> Facts<'a, Vec<PriceSample>>;

    /// Does something once, and gives the same receipt to whoever asks again.
    fn act<'a>(&'a self, act: &'a Act) -> BridgeFuture<'a, Receipt>;
}

impl Receipt {
    /// Says whether the number may be stored and shown: short, and of characters that mean nothing elsewhere.
    pub fn is_sound(&self) -> bool {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/".contains(&byte);
        (1..=RECEIPT_CHARS).contains(&self.receipt.len()) && self.receipt.bytes().all(plain)
    }
}

const RECEIPT_CHARS: usize = 80;
