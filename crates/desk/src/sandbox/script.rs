//! What rows of an account hold, and what a bridge tells of them at a moment.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Entry, prices};
use crate::bridge::Amount;
use crate::bridge::facts::{
    ApiKey, ApiPermission, Deposit, DepositState, Device, Hold, HoldReason, Order, OrderKind,
    OrderState, Position, RejectReason, SecurityChange, SecurityChangeKind, Side, Withdrawal,
    WithdrawalState,
};
use crate::time::Timestamp;

/// Seconds after its request at which a withdrawal passes each step.
const CONFIRMED_BY_MAIL_S: u64 = 60;
const AUDITED_S: u64 = 120;
pub const RELEASED_S: u64 = 180;
const SENT_S: u64 = 480;

/// How money moves: on which network, between which hands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Route {
    pub amount: Amount,
    pub network: String,
    pub address: String,
    pub memo: Option<String>,
    pub tx_hash: String,
    pub block_s: u32,
    pub credited_after: u32,
    pub withdrawable_after: u32,
}

impl Route {
    fn confirmations(&self, since: Timestamp, now: Timestamp) -> u32 {
        let blocks = elapsed_s(since, now).checked_div(u64::from(self.block_s)).unwrap_or(0);
        u32::try_from(blocks).unwrap_or(u32::MAX)
    }

    fn after_blocks(&self, since: Timestamp, blocks: u32) -> Timestamp {
        since + Duration::from_secs(u64::from(self.block_s) * u64::from(blocks))
    }
}

/// A deposit. `fate` is the state it ends in; `finished` for most.
#[derive(Debug, Serialize, Deserialize)]
pub struct DepositScript {
    pub route: Route,
    pub fate: DepositState,
}

/// A withdrawal. `fate` is the state it ends in; a held one goes on when its hold ends.
#[derive(Debug, Serialize, Deserialize)]
pub struct WithdrawalScript {
    pub route: Route,
    pub fee: Amount,
    pub fate: WithdrawalState,
    pub hold: Option<HoldScript>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct HoldScript {
    pub reason: HoldReason,
    /// `None` until a person ends it.
    pub lasts_s: Option<u64>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct OrderScript {
    pub market: String,
    pub side: Side,
    pub kind: OrderKind,
    pub price: Option<String>,
    /// Thousandths.
    pub size_milli: u64,
    pub fate: OrderState,
    pub reject_reason: Option<RejectReason>,
    /// Seconds from placing until the fate is reached.
    pub lasts_s: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct PositionScript {
    pub market: String,
    pub index: String,
    pub side: Side,
    /// Thousandths.
    pub size_milli: u64,
    /// Millionths of a dollar.
    pub entry_micros: i64,
    pub leverage: u16,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ApiKeyScript {
    pub label: String,
    pub permissions: Vec<ApiPermission>,
    pub ip_list: Vec<String>,
    /// Seconds from making to its last use, and to its end.
    pub used_after_s: Option<u64>,
    pub expires_after_s: Option<u64>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct DeviceScript {
    pub name: String,
    pub ip: String,
    pub country: String,
    pub last_seen_after_s: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct SecurityChangeScript {
    pub kind: SecurityChangeKind,
    pub ip: String,
    pub country: String,
}

fn elapsed_s(since: Timestamp, now: Timestamp) -> u64 {
    u64::try_from(now.micros().saturating_sub(since.micros()) / 1_000_000).unwrap_or(0)
}

/// The exchange's own number of a row.
fn number(entry: &Entry, prefix: &str) -> String {
    let id = entry.id.simple().to_string();
    format!("{prefix}{}", id.get(18..).unwrap_or(&id))
}

pub fn deposit(
    script: DepositScript,
    entry: &Entry,
    now: Timestamp,
    frozen_at: Option<Timestamp>,
) -> Deposit {
    let DepositScript { route, fate } = script;
    let blocks = route.confirmations(entry.at, now);
    let credited_at = route.after_blocks(entry.at, route.credited_after);
    let fate = match frozen_at {
        Some(frozen_at) if frozen_at < credited_at => DepositState::AccountFrozen,
        _ => fate,
    };
    let ends_after = match fate {
        DepositState::Finished => route.withdrawable_after,
        DepositState::Cancelled | DepositState::Suspended => 1,
        _ => route.credited_after,
    };
    // What never gets further stands still in its block count too.
    let confirmations = blocks.min(match fate {
        DepositState::Waiting | DepositState::Cancelled => 0,
        DepositState::Confirming => route.credited_after.saturating_sub(1),
        DepositState::Credited => route.withdrawable_after.saturating_sub(1),
        _ => u32::MAX,
    });
    let state = match blocks {
        0 => DepositState::Waiting,
        n if n >= ends_after => fate,
        n if n < route.credited_after => DepositState::Confirming,
        _ => DepositState::Credited,
    };
    Deposit {
        id: number(entry, "D"),
        amount: route.amount.clone(),
        network: route.network.clone(),
        address: route.address.clone(),
        memo: route.memo.clone(),
        tx_hash: Some(route.tx_hash.clone()),
        state,
        confirmations,
        credited_after: route.credited_after,
        withdrawable_after: route.withdrawable_after,
        seen_at: entry.at,
        updated_at: route.after_blocks(entry.at, blocks.min(ends_after)),
    }
}

/// Where a withdrawal is, since when, and under which hold.
fn standing(
    script: &WithdrawalScript,
    at: Timestamp,
    now: Timestamp,
) -> (WithdrawalState, Timestamp, Option<Hold>) {
    use WithdrawalState as W;
    let after = |seconds| at + Duration::from_secs(seconds);
    let held_s = match &script.hold {
        None => Some(0),
        Some(hold) => hold.lasts_s,
    };
    let hold = || {
        let hold = script.hold.as_ref()?;
        let since = after(RELEASED_S);
        let until = hold.lasts_s.map(|lasts| since + Duration::from_secs(lasts));
        Some(Hold { reason: hold.reason, since, until })
    };
    let gone_s = elapsed_s(at, now);
    let steps = [
        (Some(0), W::Created),
        (Some(CONFIRMED_BY_MAIL_S), W::AuditRequired),
        (Some(AUDITED_S), W::Audited),
        (script.hold.as_ref().map(|_| RELEASED_S), W::Held),
        (held_s.map(|held| RELEASED_S + held), W::Processing),
        (held_s.map(|held| SENT_S + held), W::Confirming),
        (held_s.map(|held| SENT_S + held + script.on_chain_s()), W::Finished),
    ];
    let (mut state, mut since) = (W::Created, at);
    for (from_s, step) in steps {
        let Some(from_s) = from_s.filter(|from_s| *from_s <= gone_s) else { continue };
        (state, since) = (step, after(from_s));
        if step == script.ends_at() {
            state = script.fate;
            break;
        }
    }
    let hold = if state == W::Held { hold() } else { None };
    (state, since, hold)
}

impl WithdrawalScript {
    fn on_chain_s(&self) -> u64 {
        u64::from(self.route.block_s) * u64::from(self.route.withdrawable_after)
    }

    /// The last step of the usual course that it reaches.
    fn ends_at(&self) -> WithdrawalState {
        use WithdrawalState as W;
        match self.fate {
            W::Cancelling | W::Cancelled | W::CancellationFailed => W::AuditRequired,
            W::Failed => W::Confirming,
            usual => usual,
        }
    }
}

pub fn withdrawal(
    script: WithdrawalScript,
    entry: &Entry,
    now: Timestamp,
    frozen_at: Option<Timestamp>,
) -> Withdrawal {
    use WithdrawalState as W;
    let stopped = frozen_at.filter(|frozen_at| {
        let (then, ..) = standing(&script, entry.at, *frozen_at);
        *frozen_at < now
            && matches!(then, W::Created | W::AuditRequired | W::Audited | W::Held | W::Processing)
    });
    let (state, since, hold) = match stopped {
        Some(since) => {
            (W::Held, since, Some(Hold { reason: HoldReason::AccountFrozen, since, until: None }))
        }
        None => standing(&script, entry.at, now),
    };
    let route = script.route;
    let on_chain = matches!(state, W::Confirming | W::Finished);
    let confirmations = match state {
        W::Confirming => route.confirmations(since, now).min(route.withdrawable_after),
        W::Finished => route.withdrawable_after,
        _ => 0,
    };
    Withdrawal {
        id: number(entry, "W"),
        amount: route.amount,
        fee: script.fee,
        network: route.network,
        address: route.address,
        memo: route.memo,
        tx_hash: on_chain.then_some(route.tx_hash),
        state,
        hold,
        confirmations,
        requested_at: entry.at,
        updated_at: since,
    }
}

/// Thousandths as decimal text.
fn milli(size: u64) -> String {
    format!("{}.{:03}", size / 1_000, size % 1_000)
}

pub fn order(
    script: OrderScript,
    entry: &Entry,
    now: Timestamp,
    _frozen_at: Option<Timestamp>,
) -> Order {
    let gone_s = elapsed_s(entry.at, now);
    let is_over = gone_s >= script.lasts_s;
    let half_way = script.lasts_s / 2;
    let fills = script.fate == OrderState::Filled;
    let (state, filled, since_s) = match () {
        () if is_over && fills => (script.fate, script.size_milli, script.lasts_s),
        () if is_over => (script.fate, 0, script.lasts_s),
        () if fills && gone_s >= half_way => {
            (OrderState::PartlyFilled, script.size_milli / 2, half_way)
        }
        () => (OrderState::Open, 0, 0),
    };
    Order {
        id: number(entry, "O"),
        market: script.market,
        side: script.side,
        kind: script.kind,
        price: script.price,
        size: milli(script.size_milli),
        filled: milli(filled),
        state,
        reject_reason: script.reject_reason.filter(|_| state == OrderState::Rejected),
        placed_at: entry.at,
        updated_at: entry.at + Duration::from_secs(since_s),
    }
}

pub fn position(
    script: PositionScript,
    entry: &Entry,
    now: Timestamp,
    _frozen_at: Option<Timestamp>,
) -> Position {
    let mark = prices::micros(&script.index, now).unwrap_or(script.entry_micros);
    // What is left after half a percent of maintenance margin, of the entry.
    let room = script.entry_micros / i64::from(script.leverage.max(1)) - script.entry_micros / 200;
    let (liquidation, distance) = match script.side {
        Side::Buy => (script.entry_micros - room, mark - (script.entry_micros - room)),
        Side::Sell => (script.entry_micros + room, script.entry_micros + room - mark),
    };
    Position {
        id: number(entry, "P"),
        market: script.market,
        side: script.side,
        size: milli(script.size_milli),
        entry_price: prices::text(script.entry_micros),
        mark_price: prices::text(mark),
        liquidation_price: prices::text(liquidation),
        leverage: script.leverage,
        liquidation_distance_bp: distance.saturating_mul(10_000).checked_div(mark).unwrap_or(0),
        opened_at: entry.at,
    }
}

/// The moment so long after `since`, or now if that is earlier.
fn by_now(since: Timestamp, after_s: u64, now: Timestamp) -> Timestamp {
    (since + Duration::from_secs(after_s)).min(now)
}

pub fn api_key(
    script: ApiKeyScript,
    entry: &Entry,
    now: Timestamp,
    _frozen_at: Option<Timestamp>,
) -> ApiKey {
    ApiKey {
        id: number(entry, "K"),
        label: script.label,
        permissions: script.permissions,
        ip_list: script.ip_list,
        created_at: entry.at,
        last_used_at: script.used_after_s.map(|after| by_now(entry.at, after, now)),
        expires_at: script.expires_after_s.map(|after| entry.at + Duration::from_secs(after)),
    }
}

pub fn device(
    script: DeviceScript,
    entry: &Entry,
    now: Timestamp,
    _frozen_at: Option<Timestamp>,
) -> Device {
    Device {
        id: number(entry, "V"),
        name: script.name,
        ip: script.ip,
        country: Some(script.country),
        first_seen_at: entry.at,
        last_seen_at: by_now(entry.at, script.last_seen_after_s, now),
    }
}

pub fn security_change(
    script: SecurityChangeScript,
    entry: &Entry,
    _now: Timestamp,
    _frozen_at: Option<Timestamp>,
) -> SecurityChange {
    SecurityChange {
        id: number(entry, "S"),
        kind: script.kind,
        at: entry.at,
        ip: Some(script.ip),
        country: Some(script.country),
    }
}
