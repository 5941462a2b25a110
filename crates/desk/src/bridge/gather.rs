//! Several facts at once: each is asked for by itself, and one that does not come takes none of the others with it.

use futures_util::join;

use super::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Offers, Order, Position, Rules,
    SecurityChange, Terms, Withdrawal,
};
use super::{Ask, Bridge, BridgeError, Snapshot};
use crate::time::Timestamp;

/// A fact, or why it is not known.
pub type Told<T> = Result<Snapshot<T>, BridgeError>;

/// The account, and who and what may get into it.
#[derive(Debug)]
pub struct Locks {
    pub account: Told<Account>,
    pub security_changes: Told<Vec<SecurityChange>>,
    pub devices: Told<Vec<Device>>,
    pub api_keys: Told<Vec<ApiKey>>,
}

/// What came, and what leaves.
#[derive(Debug)]
pub struct Transfers {
    pub deposits: Told<Vec<Deposit>>,
    pub withdrawals: Told<Vec<Withdrawal>>,
}

/// What holds for everybody.
#[derive(Debug)]
pub struct Venue {
    pub networks: Told<Vec<Network>>,
    pub fees: Told<Vec<FeeTier>>,
    pub terms: Told<Vec<Terms>>,
    pub rules: Told<Rules>,
    pub offers: Told<Offers>,
}

impl Locks {
    pub async fn gather(bridge: &dyn Bridge, ask: &Ask) -> Self {
        let (account, security_changes, devices, api_keys) = join!(
            bridge.account(ask),
            bridge.security_changes(ask),
            bridge.devices(ask),
            bridge.api_keys(ask)
        );
        Self { account, security_changes, devices, api_keys }
    }

    /// All of it unknown for one reason.
    pub fn unknown(why: BridgeError) -> Self {
        Self {
            account: Err(why),
            security_changes: Err(why),
            devices: Err(why),
            api_keys: Err(why),
        }
    }
}

impl Transfers {
    pub async fn gather(bridge: &dyn Bridge, ask: &Ask) -> Self {
        let (deposits, withdrawals) = join!(bridge.deposits(ask), bridge.withdrawals(ask));
        Self { deposits, withdrawals }
    }

    /// Both unknown for one reason.
    pub fn unknown(why: BridgeError) -> Self {
        Self { deposits: Err(why), withdrawals: Err(why) }
    }
}

/// Orders and positions of an account.
#[derive(Debug)]
pub struct Trading {
    pub orders: Told<Vec<Order>>,
    pub positions: Told<Vec<Position>>,
}

impl Trading {
    pub async fn gather(bridge: &dyn Bridge, ask: &Ask) -> Self {
        let (orders, positions) = join!(bridge.orders(ask), bridge.positions(ask));
        Self { orders, positions }
    }

    /// Both unknown for one reason.
    pub fn unknown(why: BridgeError) -> Self {
        Self { orders: Err(why), positions: Err(why) }
    }
}

impl Venue {
    pub async fn gather(bridge: Option<&dyn Bridge>, now: Timestamp) -> Self {
        let Some(bridge) = bridge else {
            return Self::unknown(BridgeError::NotConnected);
        };
        let (networks, fees, terms, rules, offers) = join!(
            bridge.networks(now),
            bridge.fees(now),
            bridge.terms(now),
            bridge.rules(now),
            bridge.offers(now)
        );
        Self { networks, fees, terms, rules, offers }
    }

    /// All of it unknown for one reason.
    pub fn unknown(why: BridgeError) -> Self {
        Self {
            networks: Err(why),
            fees: Err(why),
            terms: Err(why),
            rules: Err(why),
            offers: Err(why),
        }
    }
}
