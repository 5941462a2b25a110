//! An account's history, invented from its id.

use std::time::Duration;

use serde::Serialize;

use super::chains;
use super::dice::Dice;
use super::script::{
    ApiKeyScript, DepositScript, DeviceScript, HoldScript, OrderScript, PositionScript, Route,
    SecurityChangeScript, WithdrawalScript,
};
use super::venue::{COINS, Coin, USDT};
use super::{Kind, prices};
use crate::bridge::facts::{
    Account, ApiPermission, DepositState, HoldReason, OrderKind, OrderState, RejectReason,
    SecondFactorKind, SecurityChangeKind, SecuritySettings, Side, WithdrawalState,
};
use crate::error::{Error, Result};
use crate::time::Timestamp;

const MINUTE: u64 = 60;
const HOUR: u64 = 3_600;
const DAY: u64 = 24 * HOUR;

/// How much an account has been through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// A handful of each, most of it in order.
    Usual,
    /// At least one in every state that there is.
    Everything,
}

/// What is known of an account's owner.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    pub uid: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub vip_tier: u8,
    /// By two letters.
    pub country: Option<String>,
}

/// A row to be written.
pub struct Planned {
    pub kind: Kind,
    pub at: Timestamp,
    pub body: String,
}

/// # Errors
/// `Broken`, which cannot happen.
pub fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|_unreachable| Error::Broken { what: "a sandbox row that is no JSON" })
}

/// Everything of an account.
pub fn account(
    account: &str,
    profile: &Profile,
    breadth: Breadth,
    now: Timestamp,
) -> Result<(Account, Vec<Planned>)> {
    let mut life = Life { dice: Dice::named(account), now, breadth, planned: Vec::new() };
    let facts = life.facts(account, profile);
    life.deposits()?;
    life.withdrawals()?;
    life.orders()?;
    life.positions()?;
    life.locks()?;
    Ok((facts, life.planned))
}

struct Life {
    dice: Dice,
    now: Timestamp,
    breadth: Breadth,
    planned: Vec<Planned>,
}

impl Life {
    fn facts(&mut self, account: &str, profile: &Profile) -> Account {
        let tier = u64::from(profile.vip_tier);
        let daily =
            self.dice.between(10_000, 900_000) + tier * self.dice.between(9_000_000, 40_000_000);
        let mut holdings: Vec<(Coin, u64)> = Vec::new();
        for _ in 0..self.dice.between(1, 4) {
            let cents = self.dice.between(1_000, 800_000) * (tier + 1);
            if let Some(coin) = self.dice.pick(COINS)
                && holdings.iter().all(|(held, _)| held.asset != coin.asset)
            {
                holdings.push((*coin, cents));
            }
        }
        let factors = [
            &[SecondFactorKind::Totp][..],
            &[SecondFactorKind::Passkey, SecondFactorKind::Totp],
            &[SecondFactorKind::Sms],
            &[SecondFactorKind::Email],
        ];
        let cents = holdings.iter().map(|(_, cents)| cents).sum();
        Account {
            account: account.to_owned(),
            uid: profile.uid.clone(),
            email: profile.email.clone(),
            phone: profile.phone.clone(),
            vip_tier: profile.vip_tier,
            volume_30d_cents: signed(daily * self.dice.between(12, 30)),
            volume_24h_cents: signed(daily),
            holdings: holdings.iter().map(|(coin, cents)| coin.worth(*cents)).collect(),
            holdings_cents: signed(cents),
            kyc_level: u8::try_from(self.dice.between(0, 2))
                .unwrap_or(0)
                .max(profile.vip_tier.min(2)),
            country: profile.country.clone(),
            security: SecuritySettings {
                second_factors: self
                    .dice
                    .pick(&factors)
                    .map(|some| some.to_vec())
                    .unwrap_or_default(),
                has_withdrawal_whitelist: self.dice.below(3) == 0,
                has_anti_phishing_code: self.dice.below(2) == 0,
            },
            opened_at: before(self.now, self.dice.between(120 * DAY, 900 * DAY)),
            frozen_at: None,
        }
    }

    fn plan<T: Serialize>(&mut self, kind: Kind, at: Timestamp, script: &T) -> Result<()> {
        self.planned.push(Planned { kind, at, body: json(script)? });
        Ok(())
    }

    fn route(&mut self, cents: u64) -> (Coin, Route) {
        let usable = |coin: &&Coin| coin.can_deposit;
        let coins: Vec<Coin> = COINS.iter().filter(usable).copied().collect();
        let coin = self.dice.pick(&coins).copied().unwrap_or(USDT);
        let memo = coin.needs_memo.then(|| self.dice.between(100_000, 99_999_999).to_string());
        let route = Route {
            amount: coin.worth(cents),
            network: coin.network.to_owned(),
            address: chains::address(coin.grammar, &mut self.dice),
            memo,
            tx_hash: chains::tx_hash(coin.grammar, &mut self.dice),
            block_s: coin.block_s,
            credited_after: coin.credited_after,
            withdrawable_after: coin.withdrawable_after,
        };
        (coin, route)
    }

    fn deposit(&mut self, at: Timestamp, fate: DepositState) -> Result<()> {
        let cents = if fate == DepositState::TooSmall {
            self.dice.between(5, 60)
        } else {
            self.dice.between(2_000, 900_000)
        };
        let (_, route) = self.route(cents);
        self.plan(Kind::Deposit, at, &DepositScript { route, fate })
    }

    fn deposits(&mut self) -> Result<()> {
        let fates: Vec<DepositState> = match self.breadth {
            // What ends in `waiting`, `confirming` or `credited` never got further: their network stands still.
            Breadth::Everything => DepositState::ALL.to_vec(),
            Breadth::Usual => {
                let mut some = vec![DepositState::Finished; 4];
                some.extend(self.dice.pick(DepositState::ALL).copied());
                some
            }
        };
        let mut hours = self.dice.between(1, 9);
        for fate in fates {
            let at = before(self.now, hours * HOUR + self.dice.below(HOUR));
            self.deposit(at, fate)?;
            hours += self.dice.between(5, 60);
        }
        // Two under way at this moment, and three that come while somebody looks.
        let (fresh, later) =
            (before(self.now, self.dice.below(4 * MINUTE)), before(self.now, 20 * MINUTE));
        self.deposit(fresh, DepositState::Finished)?;
        self.deposit(later, DepositState::Finished)?;
        for day in 0..3 {
            let at = after(self.now, day * DAY + self.dice.below(20 * HOUR) + 10 * MINUTE);
            self.deposit(at, DepositState::Finished)?;
        }
        Ok(())
    }

    fn withdrawal(
        &mut self,
        at: Timestamp,
        fate: WithdrawalState,
        hold: Option<HoldScript>,
    ) -> Result<()> {
        let cents = self.dice.between(5_000, 600_000);
        let (coin, route) = self.route(cents);
        let [_, _, fee] = coin.minimums;
        let script = WithdrawalScript { route, fee: coin.worth(fee), fate, hold };
        self.plan(Kind::Withdrawal, at, &script)
    }

    fn withdrawals(&mut self) -> Result<()> {
        let (holds, fates): (&[HoldReason], &[WithdrawalState]) = match self.breadth {
            Breadth::Everything => (HoldReason::ALL, WithdrawalState::ALL),
            Breadth::Usual => (
                &[HoldReason::SecurityChange, HoldReason::UnfamiliarIp],
                &[WithdrawalState::Finished, WithdrawalState::Finished, WithdrawalState::Cancelled],
            ),
        };
        let mut hours = self.dice.between(2, 12);
        for fate in fates.iter().copied().filter(|fate| *fate != WithdrawalState::Held) {
            let at = before(self.now, hours * HOUR + self.dice.below(HOUR));
            self.withdrawal(at, fate, None)?;
            hours += self.dice.between(9, 70);
        }
        let shown = if self.breadth == Breadth::Usual { self.dice.below(3) } else { u64::MAX };
        let shown = usize::try_from(shown).unwrap_or(usize::MAX);
        for reason in holds.iter().copied().take(shown) {
            // A change of security settings stops what leaves for a day; what a person looks at has no end of its own.
            let lasts_s = match reason {
                HoldReason::SecurityChange | HoldReason::UnfamiliarIp | HoldReason::NewAddress => {
                    Some(DAY)
                }
                _ => None,
            };
            let at = before(self.now, self.dice.between(HOUR, 20 * HOUR));
            self.withdrawal(at, WithdrawalState::Finished, Some(HoldScript { reason, lasts_s }))?;
        }
        let fresh = before(self.now, self.dice.below(10 * MINUTE));
        self.withdrawal(fresh, WithdrawalState::Finished, None)
    }

    fn order(
        &mut self,
        at: Timestamp,
        fate: OrderState,
        reason: Option<RejectReason>,
    ) -> Result<()> {
        let (market, index) = self.market();
        let price = prices::micros(index, at).map(prices::text);
        let kind = if self.dice.below(4) == 0 { OrderKind::Market } else { OrderKind::Limit };
        let script = OrderScript {
            market: market.to_owned(),
            side: if self.dice.below(2) == 0 { Side::Buy } else { Side::Sell },
            kind,
            price: price.filter(|_| kind == OrderKind::Limit),
            size_milli: self.dice.between(5, 9_000),
            fate,
            reject_reason: reason,
            lasts_s: if reason.is_some() { 0 } else { self.dice.between(5, 3 * HOUR) },
        };
        self.plan(Kind::Order, at, &script)
    }

    fn market(&mut self) -> (&'static str, &'static str) {
        let markets = [("BTC/USDT", "BTC-USD"), ("ETH/USDT", "ETH-USD"), ("SOL/USDT", "SOL-USD")];
        self.dice.pick(&markets).copied().unwrap_or(("BTC/USDT", "BTC-USD"))
    }

    fn orders(&mut self) -> Result<()> {
        let (fates, reasons): (&[OrderState], &[RejectReason]) = match self.breadth {
            Breadth::Everything => (OrderState::ALL, RejectReason::ALL),
            Breadth::Usual => {
                (&[OrderState::Filled, OrderState::Filled, OrderState::Cancelled], &[])
            }
        };
        let mut hours = 1;
        for fate in fates.iter().copied().filter(|fate| *fate != OrderState::Rejected) {
            self.order(before(self.now, hours * HOUR), fate, None)?;
            hours += self.dice.between(2, 30);
        }
        let one = self.dice.pick(RejectReason::ALL).copied();
        for reason in reasons.iter().copied().chain(one) {
            self.order(before(self.now, hours * HOUR), OrderState::Rejected, Some(reason))?;
            hours += self.dice.between(1, 20);
        }
        Ok(())
    }

    fn positions(&mut self) -> Result<()> {
        let count = if self.breadth == Breadth::Everything { 2 } else { self.dice.below(3) };
        for place in 0..count {
            let (market, index) = self.market();
            let at = before(self.now, self.dice.between(HOUR, 5 * DAY));
            let script = PositionScript {
                market: market.replace('/', "-") + "-PERP",
                index: index.to_owned(),
                side: if place == 0 { Side::Buy } else { Side::Sell },
                size_milli: self.dice.between(10, 4_000),
                entry_micros: prices::micros(index, at).unwrap_or_default(),
                // The second of two is a brave one: liquidation is near.
                leverage: if place == 0 { 5 } else { 50 },
            };
            self.plan(Kind::Position, at, &script)?;
        }
        Ok(())
    }

    /// Keys, devices, and what changed of the locks.
    fn locks(&mut self) -> Result<()> {
        let (home, country) =
            (self.ip(), self.dice.word(&["DE", "SG", "JP", "BR", "TR", "VN"]).to_owned());
        for name in ["Chrome, Windows", "App, iPhone"] {
            let at = before(self.now, self.dice.between(40 * DAY, 110 * DAY));
            let device = DeviceScript {
                name: name.to_owned(),
                ip: home.clone(),
                country: country.clone(),
                last_seen_after_s: self.dice.between(39 * DAY, 140 * DAY),
            };
            self.plan(Kind::Device, at, &device)?;
        }
        let label = self.dice.word(&["trading bot", "portfolio", "tax report"]).to_owned();
        let key = ApiKeyScript {
            label,
            permissions: vec![ApiPermission::Read, ApiPermission::Trade],
            ip_list: vec![home.clone()],
            used_after_s: Some(200 * DAY),
            expires_after_s: None,
        };
        self.plan(Kind::ApiKey, before(self.now, 60 * DAY), &key)?;
        self.change(
            before(self.now, 90 * DAY),
            SecurityChangeKind::SecondFactorChanged,
            &home,
            &country,
        )?;
        if self.breadth == Breadth::Everything {
            self.takeover()?;
        }
        Ok(())
    }

    /// What a thief leaves behind: a new device far away, a new key that may withdraw, and every lock changed.
    fn takeover(&mut self) -> Result<()> {
        let (ip, country) = (self.ip(), "ZZ".to_owned());
        let device = DeviceScript {
            name: "Firefox, Linux".to_owned(),
            ip: ip.clone(),
            country: country.clone(),
            last_seen_after_s: DAY,
        };
        self.plan(Kind::Device, before(self.now, 3 * HOUR), &device)?;
        let key = ApiKeyScript {
            label: "1".to_owned(),
            permissions: ApiPermission::ALL.to_vec(),
            ip_list: Vec::new(),
            used_after_s: Some(2 * HOUR),
            expires_after_s: Some(14 * DAY),
        };
        self.plan(Kind::ApiKey, before(self.now, 2 * HOUR), &key)?;
        let mut minutes = 170;
        let told_otherwise = [SecurityChangeKind::Frozen, SecurityChangeKind::Unfrozen];
        for kind in SecurityChangeKind::ALL.iter().filter(|kind| !told_otherwise.contains(kind)) {
            self.change(before(self.now, minutes * MINUTE), *kind, &ip, &country)?;
            minutes -= 5;
        }
        Ok(())
    }

    fn change(
        &mut self,
        at: Timestamp,
        kind: SecurityChangeKind,
        ip: &str,
        country: &str,
    ) -> Result<()> {
        let script = SecurityChangeScript { kind, ip: ip.to_owned(), country: country.to_owned() };
        self.plan(Kind::SecurityChange, at, &script)
    }

    /// Of the networks that are kept free for examples (RFC 5737).
    fn ip(&mut self) -> String {
        let net = self.dice.word(&["192.0.2", "198.51.100", "203.0.113"]);
        format!("{net}.{}", self.dice.between(1, 254))
    }
}

fn before(now: Timestamp, seconds: u64) -> Timestamp {
    now - Duration::from_secs(seconds)
}

fn after(now: Timestamp, seconds: u64) -> Timestamp {
    now + Duration::from_secs(seconds)
}

fn signed(cents: u64) -> i64 {
    i64::try_from(cents).unwrap_or(i64::MAX)
}
