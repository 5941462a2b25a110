//! What events say, read strictly: an event that is stored can be handled.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{EventKind, ExchangeTold};
use crate::bridge::Amount;
use crate::bridge::facts::{Deposit, SecurityChange, Withdrawal, WithdrawalState};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::limits;
use crate::objects::{Objects, is_no_object};
use crate::text::{Clean, name};
use crate::time::Timestamp;
use crate::words::words;

/// Numbers are exact in JSON up to here.
const SEQ_MAX: i64 = 9_007_199_254_740_991;
/// Longer texts are no names, addresses or hashes.
const TEXT_CHARS: usize = 300;

/// What is sent: some events, in the order of their numbers or not.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    pub events: Vec<Incoming>,
}

/// An event as it is sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incoming {
    pub id: String,
    pub seq: i64,
    pub kind: EventKind,
    pub occurred_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// By kind, as [`Facts`]. Fields of later versions are passed over, as in the bridge's answers.
    pub data: Value,
}

/// An event that was read and may be stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Arrival {
    pub event_id: String,
    pub seq: i64,
    pub occurred_at: Timestamp,
    pub account: Option<String>,
    pub facts: Facts,
}

/// What an event says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum Facts {
    DepositSeen(Deposit),
    WithdrawalHeld(Withdrawal),
    SettingChanged(SecurityChange),
    RiskAlert(RiskAlert),
    NetworkSuspended(Suspended),
    NetworkResumed(Resumed),
    TierChanged(TierChange),
}

words! {
    /// What the exchange fears.
    pub enum AlertReason {
        /// Somebody else may be in the account.
        TakeoverSuspected = "takeover_suspected",
        /// What leaves is unlike what left before.
        UnusualWithdrawal = "unusual_withdrawal",
        /// Keys or passwords of the account are in the wrong hands.
        CredentialsLeaked = "credentials_leaked",
        Other = "other",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskAlert {
    pub reason: AlertReason,
}

/// A network that does not work in at least one direction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspended {
    /// The exchange's name of the network: `TRON`.
    pub network: String,
    /// The coin; every coin on it when absent.
    pub asset: Option<String>,
    pub can_deposit: bool,
    pub can_withdraw: bool,
    /// When it is meant to work again.
    pub resumes_at: Option<Timestamp>,
}

/// A network works again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumed {
    pub network: String,
    /// The coin; every coin on it when absent.
    pub asset: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierChange {
    pub from: u8,
    pub to: u8,
}

impl Batch {
    /// Reads every event.
    ///
    /// # Errors
    /// Those of [`Incoming::read`]; `field-required` for none, `too-many` for more than
    /// [`limits::EXCHANGE_EVENTS_AT_ONCE`].
    pub fn read(self, now: Timestamp) -> Result<Vec<Arrival>> {
        let limit = limits::EXCHANGE_EVENTS_AT_ONCE;
        if self.events.is_empty() {
            return Err(Error::field("events", Code::FieldRequired));
        }
        if self.events.len() > limit {
            return Err(Error::too_many("events", limit));
        }
        let events = self.events.into_iter().enumerate();
        events.map(|(place, event)| event.read(&format!("events[{place}]"), now)).collect()
    }
}

impl Incoming {
    /// Reads one event; `under` is where it stands in what was sent.
    ///
    /// # Errors
    /// `field-invalid` and the like, naming the field.
    pub fn read(self, under: &str, now: Timestamp) -> Result<Arrival> {
        let invalid = |name: &str| Error::field(format!("{under}.{name}"), Code::FieldInvalid);
        let is_name = |text: &str| {
            (1..=limits::EXCHANGE_NAME_CHARS).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_graphic())
        };
        if !is_name(&self.id) {
            return Err(invalid("id"));
        }
        name::refuse_key(&format!("{under}.id"), &self.id)?;
        name::refuse_key(&format!("{under}.account"), self.account.as_deref().unwrap_or(""))?;
        if !(1..=SEQ_MAX).contains(&self.seq) {
            return Err(invalid("seq"));
        }
        if self.occurred_at > now + limits::EXCHANGE_EVENT_SKEW {
            return Err(invalid("occurred_at"));
        }
        match (&self.account, self.kind.is_of_account()) {
            (Some(account), true) if is_name(account) => {}
            (None, false) => {}
            (None, true) => {
                return Err(Error::field(format!("{under}.account"), Code::FieldRequired));
            }
            (Some(_), _) => return Err(invalid("account")),
        }
        let mut facts = Facts::read(self.kind, self.data, &format!("{under}.data"))?;
        facts.clean(&format!("{under}.data"))?;
        Ok(Arrival {
            event_id: self.id,
            seq: self.seq,
            occurred_at: self.occurred_at,
            account: self.account,
            facts,
        })
    }
}

impl Arrival {
    /// By which the same event is known again.
    ///
    /// # Errors
    /// `Broken`, which cannot happen.
    pub fn digest(&self) -> Result<[u8; 32]> {
        let mut hasher = Sha256::new();
        hasher.update(b"proofdesk.exchange-event.v1\0");
        hasher.update(json(self)?);
        Ok(hasher.finalize().into())
    }
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(|_never| Error::Broken { what: "an event that is no JSON" })
}

impl Facts {
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::DepositSeen(_) => EventKind::DepositSeen,
            Self::WithdrawalHeld(_) => EventKind::WithdrawalHeld,
            Self::SettingChanged(_) => EventKind::SettingChanged,
            Self::RiskAlert(_) => EventKind::RiskAlert,
            Self::NetworkSuspended(_) => EventKind::NetworkSuspended,
            Self::NetworkResumed(_) => EventKind::NetworkResumed,
            Self::TierChanged(_) => EventKind::TierChanged,
        }
    }

    fn read(kind: EventKind, data: Value, under: &str) -> Result<Self> {
        Ok(match kind {
            EventKind::DepositSeen => Self::DepositSeen(typed(data, under)?),
            EventKind::WithdrawalHeld => Self::WithdrawalHeld(typed(data, under)?),
            EventKind::SettingChanged => Self::SettingChanged(typed(data, under)?),
            EventKind::RiskAlert => Self::RiskAlert(typed(data, under)?),
            EventKind::NetworkSuspended => Self::NetworkSuspended(typed(data, under)?),
            EventKind::NetworkResumed => Self::NetworkResumed(typed(data, under)?),
            EventKind::TierChanged => Self::TierChanged(typed(data, under)?),
        })
    }

    /// As bytes that are sealed before they rest.
    ///
    /// # Errors
    /// `Broken`, which cannot happen.
    pub(super) fn bytes(&self) -> Result<Vec<u8>> {
        json(self)
    }

    /// # Errors
    /// `Broken` for bytes of another version.
    pub(super) fn of_bytes(bytes: &[u8]) -> Result<Self> {
        let other = |_| Error::Broken { what: "facts of an event that are no longer read" };
        serde_json::from_slice(bytes).map_err(other)
    }

    /// Passes every text through the guard, and refuses what cannot be true.
    fn clean(&mut self, under: &str) -> Result<()> {
        let require = |holds: bool, name: &str| {
            let field = format!("{under}.{name}");
            if holds { Ok(()) } else { Err(Error::field(field, Code::FieldInvalid)) }
        };
        match self {
            Self::DepositSeen(deposit) => {
                amount(&deposit.amount, under, "amount")?;
                let Deposit { id, network, address, memo, tx_hash, .. } = deposit;
                texts(under, [("id", id), ("network", network), ("address", address)])?;
                optional(under, [("memo", memo), ("tx_hash", tx_hash)])
            }
            Self::WithdrawalHeld(withdrawal) => {
                amount(&withdrawal.amount, under, "amount")?;
                amount(&withdrawal.fee, under, "fee")?;
                require(withdrawal.state == WithdrawalState::Held, "state")?;
                require(withdrawal.hold.is_some(), "hold")?;
                let Withdrawal { id, network, address, memo, tx_hash, .. } = withdrawal;
                texts(under, [("id", id), ("network", network), ("address", address)])?;
                optional(under, [("memo", memo), ("tx_hash", tx_hash)])
            }
            Self::SettingChanged(change) => {
                texts(under, [("id", &mut change.id)])?;
                optional(under, [("ip", &mut change.ip), ("country", &mut change.country)])
            }
            Self::NetworkSuspended(suspended) => {
                require(!(suspended.can_deposit && suspended.can_withdraw), "can_deposit")?;
                texts(under, [("network", &mut suspended.network)])?;
                optional(under, [("asset", &mut suspended.asset)])
            }
            Self::NetworkResumed(resumed) => {
                texts(under, [("network", &mut resumed.network)])?;
                optional(under, [("asset", &mut resumed.asset)])
            }
            Self::RiskAlert(_) | Self::TierChanged(_) => Ok(()),
        }
    }

    /// What tickets and notifications repeat of it; `None` for what is not told to the customer.
    pub fn told(&self) -> Option<ExchangeTold> {
        ExchangeTold::of(self)
    }
}

fn typed<T: DeserializeOwned>(data: Value, under: &str) -> Result<T> {
    serde_path_to_error::deserialize(Objects(data)).map_err(|error| {
        let path = error.path().to_string();
        let message = error.inner().to_string();
        let inner = if path == "." { String::new() } else { format!(".{path}") };
        match message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
            Some(name) => Error::field(format!("{under}{inner}.{name}"), Code::FieldRequired),
            None if is_no_object(&message) => {
                Error::field(format!("{under}{inner}"), Code::FieldNotObject)
            }
            None => Error::field(format!("{under}{inner}"), Code::FieldInvalid),
        }
    })
}

fn amount(amount: &Amount, under: &str, name: &str) -> Result<()> {
    let field = || Error::field(format!("{under}.{name}"), Code::FieldInvalid);
    if amount.is_sound() { Ok(()) } else { Err(field()) }
}

fn texts<const N: usize>(under: &str, values: [(&str, &mut String); N]) -> Result<()> {
    for (name, value) in values {
        let clean = Clean::line(&format!("{under}.{name}"), value, TEXT_CHARS)?;
        *value = clean.as_str().to_owned();
    }
    Ok(())
}

fn optional<const N: usize>(under: &str, values: [(&str, &mut Option<String>); N]) -> Result<()> {
    for (name, value) in values {
        if let Some(value) = value {
            texts(under, [(name, value)])?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;
    use serde_json::json;

    const NOW: Timestamp = Timestamp::from_micros(1_795_251_600_000_000);

    fn event(kind: &str, account: Option<&str>, data: Value) -> Value {
        json!({
            "id": "ev-1", "seq": 1, "kind": kind, "occurred_at": "2026-11-21T09:00:00Z",
            "account": account, "data": data,
        })
    }

    fn deposit() -> Value {
        json!({
            "id": "D1", "amount": { "units": "250000000", "decimals": 6, "asset": "USDT" },
            "network": "TRON", "address": "TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp", "memo": null,
            "tx_hash": "ddeab18b2f7a28be9a1ddf78a4b4d2c76e5f3b1a9c8d7e6f5a4b3c2d1e0f9a8b",
            "state": "confirming", "confirmations": 3, "credited_after": 19, "withdrawable_after": 40,
            "seen_at": "2026-11-21T08:59:00Z", "updated_at": "2026-11-21T09:00:00Z", "of_later": true,
        })
    }

    fn read(event: Value) -> Result<Arrival> {
        serde_json::from_value::<Incoming>(event).unwrap().read("events[0]", NOW)
    }

    #[test]
    fn a_deposit_is_read_as_the_bridge_tells_it() {
        let read = read(event("deposit_seen", Some("acc-7"), deposit())).unwrap();
        let told = read.facts.told().unwrap();
        assert_eq!(told.amount.as_deref(), Some("250.000000"));
        assert!(told.tx_hash.unwrap().starts_with("ddeab18b"), "a hash is no secret");
        assert_eq!(Facts::of_bytes(&read.facts.bytes().unwrap()).unwrap(), read.facts);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let with = |path: &str, value: Value| {
            let mut event = event("deposit_seen", Some("acc-7"), deposit());
            *event.pointer_mut(path).unwrap() = value;
            event
        };
        let mut lacking = event("deposit_seen", Some("acc-7"), deposit());
        lacking["data"].as_object_mut().unwrap().remove("state");
        let suspended = json!({ "network": "TRON", "can_deposit": true, "can_withdraw": true });
        for (event, field) in [
            (with("/id", json!("")), "events[0].id"),
            (with("/id", json!("a b")), "events[0].id"),
            (with("/seq", json!(0)), "events[0].seq"),
            (with("/occurred_at", json!("2026-11-21T09:06:00Z")), "events[0].occurred_at"),
            (with("/account", json!(null)), "events[0].account"),
            (with("/data/amount/units", json!("1.5")), "events[0].data.amount"),
            (with("/data/state", json!("lost")), "events[0].data.state"),
            (with("/data/network", json!(" ")), "events[0].data.network"),
            (lacking, "events[0].data.state"),
            (event("network_suspended", None, suspended), "events[0].data.can_deposit"),
            (event("network_resumed", Some("acc-7"), json!({})), "events[0].account"),
            (event("risk_alert", Some("a"), json!({ "reason": "?" })), "events[0].data.reason"),
        ] {
            let Err(Error::Refused(refusal)) = read(event) else { unreachable!("{field}") };
            assert_eq!(refusal.fields.first().unwrap().field, field);
        }
    }

    /// Serde took the fields in their order for a fact, and for an amount in one.
    #[test]
    fn a_list_of_its_fields_is_no_fact() {
        let mut amount = deposit();
        amount["amount"] = json!(["250000000", 6, "USDT"]);
        assert!(serde_json::from_value::<Deposit>(amount.clone()).is_ok(), "it would be taken");
        for (event, field) in [
            (event("tier_changed", Some("a"), json!([0, 1])), "events[0].data"),
            (event("deposit_seen", Some("a"), amount), "events[0].data.amount"),
        ] {
            let Err(Error::Refused(refusal)) = read(event) else { unreachable!("{field}") };
            let told = refusal.fields.first().unwrap();
            assert_eq!((told.field.as_str(), told.code), (field, Code::FieldNotObject));
        }
    }

    #[test]
    fn another_body_is_another_event() {
        let one = read(event("tier_changed", Some("a"), json!({ "from": 0, "to": 1 }))).unwrap();
        let two = read(event("tier_changed", Some("a"), json!({ "from": 0, "to": 2 }))).unwrap();
        assert_eq!(one.digest().unwrap(), one.clone().digest().unwrap());
        assert_ne!(one.digest().unwrap(), two.digest().unwrap());
    }
}
