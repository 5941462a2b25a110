//! What the exchange tells by itself: signed, numbered, each once.
//!
//! A stream belongs to a brand and begins with 1. What comes is stored before anything is done, its facts sealed, and answered
//! then; a job works it in the order of its numbers. What came early waits, and the gap before it has a name. The same event
//! again changes nothing, so that an exchange may send its stream once more from any number on.
//!
//! `docs/exchange-events.md` is what an exchange needs to know of it.

pub mod actions;
mod effect;
pub mod event;
pub mod facts;
pub mod signature;
mod sql;
#[cfg(test)]
mod tests;
mod told;
pub mod view;

use crate::id::{BrandId, ExchangeEventId};
use crate::time::Timestamp;
use crate::words::words;

pub use facts::Facts;
pub use sql::ALL;
pub use told::ExchangeTold;

/// The job that works what waits of a brand's stream; its payload is the brand's id.
pub const JOB_KIND: &str = "exchange.events";
/// With the acts: both are about what the exchange knows.
pub const JOB_LANE: &str = crate::account_act::JOB_LANE;

words! {
    /// What an event is about.
    pub enum EventKind {
        /// A deposit was seen, or got further.
        DepositSeen = "deposit_seen",
        WithdrawalHeld = "withdrawal_held",
        /// Something about an account's locks changed.
        SettingChanged = "setting_changed",
        /// The exchange fears for an account.
        RiskAlert = "risk_alert",
        NetworkSuspended = "network_suspended",
        NetworkResumed = "network_resumed",
        TierChanged = "tier_changed",
    }
}

impl EventKind {
    /// Whether it is about an account, and not about the venue.
    pub const fn is_of_account(self) -> bool {
        !matches!(self, Self::NetworkSuspended | Self::NetworkResumed)
    }
}

words! {
    pub enum EventState {
        Waiting = "waiting",
        Handled = "handled",
        /// Tried as often as it may be. The stream went on; somebody may have it handled again.
        Failed = "failed",
    }
}

/// An event's row, without its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeEvent {
    pub id: ExchangeEventId,
    pub brand_id: BrandId,
    /// Its place in the brand's stream, from 1.
    pub seq: i64,
    /// The exchange's own id.
    pub event_id: String,
    pub kind: EventKind,
    /// The account's stable id; `None` for what is about no account.
    pub account: Option<String>,
    pub occurred_at: Timestamp,
    pub received_at: Timestamp,
    pub state: EventState,
    /// How often handling it failed.
    pub attempts: i64,
    /// The code of the last failure.
    pub last_error: Option<String>,
    /// Tickets that it changed; `None` until it was handled.
    pub tickets: Option<i64>,
    /// What it said lies here still, so that it can be handled. It does not once it was, or once it lay for too long.
    pub is_sealed: bool,
    pub handled_at: Option<Timestamp>,
}

/// How a brand's stream stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub brand_id: BrandId,
    /// Everything up to here was worked.
    pub head: i64,
    /// What has to come before the next one that waits can be worked.
    pub gap: Option<Gap>,
    /// Events that wait, a thousand at most.
    pub waiting: i64,
    /// Events that failed, a thousand at most.
    pub failed: i64,
}

/// Numbers that did not come, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub from: i64,
    pub to: i64,
}

impl Gap {
    /// The gap between what was worked and the first one that waits.
    pub fn between(head: i64, first_waiting: Option<i64>) -> Option<Self> {
        let (from, to) = (head.checked_add(1)?, first_waiting?.checked_sub(1)?);
        (from <= to).then_some(Self { from, to })
    }
}
