use proofdesk_locale::{FluentArgs, Locale, Messages, Zone, args};
use serde::{Deserialize, Serialize};

use super::{EventKind, Facts};
use crate::bridge::Amount;
use crate::bridge::facts::{Deposit, DepositState, SecurityChange, Withdrawal};
use crate::network_suspension::written;
use crate::time::Timestamp;

/// `ticket.exchange_told`, version 1: what the exchange told, as tickets and notifications repeat it. Codes and numbers, which
/// [`ExchangeTold::sentence`] puts in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeTold {
    pub about: EventKind,
    /// The exchange's own number of the deposit, the withdrawal or the change.
    pub reference: String,
    /// A word of [`DepositState`], of [`crate::bridge::facts::HoldReason`] or of
    /// [`crate::bridge::facts::SecurityChangeKind`].
    pub state: String,
    /// When it was true.
    pub as_of: Timestamp,
    /// Decimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tx_hash: Option<String>,
    /// Confirmations that a deposit has, and that the next step takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub have: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub want: Option<u32>,
    /// When a hold ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

impl ExchangeTold {
    pub(super) fn of(facts: &Facts) -> Option<Self> {
        match facts {
            Facts::DepositSeen(deposit) => Some(Self::deposit(deposit)),
            Facts::WithdrawalHeld(withdrawal) => Self::withdrawal(withdrawal),
            Facts::SettingChanged(change) => Some(Self::setting(change)),
            // Who suspects a thief does not tell them.
            Facts::RiskAlert(_)
            | Facts::NetworkSuspended(_)
            | Facts::NetworkResumed(_)
            | Facts::TierChanged(_) => None,
        }
    }

    fn new(about: EventKind, reference: &str, state: &str, as_of: Timestamp) -> Self {
        Self {
            about,
            reference: reference.to_owned(),
            state: state.to_owned(),
            as_of,
            amount: None,
            asset: None,
            network: None,
            tx_hash: None,
            have: None,
            want: None,
            until: None,
        }
    }

    fn of_money(self, amount: &Amount, network: &str, tx_hash: Option<&String>) -> Self {
        Self {
            amount: Some(amount.decimal()),
            asset: Some(amount.asset.clone()),
            network: Some(network.to_owned()),
            tx_hash: tx_hash.cloned(),
            ..self
        }
    }

    fn deposit(deposit: &Deposit) -> Self {
        let want = match deposit.state {
            DepositState::Credited => deposit.withdrawable_after,
            _ => deposit.credited_after,
        };
        let state = deposit.state.as_str();
        let told = Self::new(EventKind::DepositSeen, &deposit.id, state, deposit.updated_at);
        let told = Self { have: Some(deposit.confirmations), want: Some(want), ..told };
        told.of_money(&deposit.amount, &deposit.network, deposit.tx_hash.as_ref())
    }

    fn withdrawal(withdrawal: &Withdrawal) -> Option<Self> {
        let hold = withdrawal.hold.as_ref()?;
        let (state, as_of) = (hold.reason.as_str(), withdrawal.updated_at);
        let told = Self::new(EventKind::WithdrawalHeld, &withdrawal.id, state, as_of);
        let told = Self { until: hold.until, ..told };
        Some(told.of_money(&withdrawal.amount, &withdrawal.network, withdrawal.tx_hash.as_ref()))
    }

    fn setting(change: &SecurityChange) -> Self {
        Self::new(EventKind::SettingChanged, &change.id, change.kind.as_str(), change.at)
    }

    /// What was told, for its customer, in words without a full stop at their end. A hold that ends by itself says when, in the
    /// reader's zone.
    pub fn sentence(&self, locale: Locale, zone: &Zone) -> String {
        let words = Messages::embedded();
        let state = self.state.replace('_', "-");
        let (key, state) = match self.about {
            EventKind::DepositSeen => ("told-deposit-seen", format!("deposit-{state}")),
            EventKind::WithdrawalHeld => ("told-withdrawal-held", format!("hold-{state}")),
            _ => return words.t(locale, &format!("told-setting-{state}"), None),
        };
        let mut args = FluentArgs::new();
        args.set("have", u64::from(self.have.unwrap_or(0)));
        args.set("want", u64::from(self.want.unwrap_or(0)));
        let state = words.t(locale, &state, Some(&args));
        let state = state.trim_end_matches(['.', '。']).to_owned();
        let mut args = FluentArgs::new();
        args.set("amount", self.money(locale));
        args.set("network", self.network.as_deref().map(written).unwrap_or_default());
        args.set("state", state);
        let what = words.t(locale, key, Some(&args));
        let Some(until) = self.until else { return what };
        let time = locale.date_time(until.micros(), zone);
        words.t(locale, "told-until", Some(&args! { "what" => what, "time" => time }))
    }

    fn money(&self, locale: Locale) -> String {
        let (digits, asset) = (self.amount.as_deref(), self.asset.as_deref());
        let (digits, asset) = (digits.unwrap_or_default(), asset.unwrap_or_default());
        locale.money(digits, asset).unwrap_or_else(|_odd| format!("{digits} {asset}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It said why a withdrawal is held and not until when.
    #[test]
    fn a_hold_says_when_it_ends() {
        let held = ExchangeTold {
            amount: Some("250".to_owned()),
            asset: Some("USDT".to_owned()),
            network: Some("TRON".to_owned()),
            until: Some(Timestamp::from_micros(1_796_126_400_000_000)),
            ..ExchangeTold::new(
                EventKind::WithdrawalHeld,
                "W1",
                "new_address",
                Timestamp::from_micros(0),
            )
        };
        for locale in Locale::ALL {
            let said = held.sentence(locale, &Zone::UTC);
            let end = locale.date_time(1_796_126_400_000_000, &Zone::UTC);
            assert!(said.contains(&end), "{locale}: {said}");
            assert!(said.contains("Tron (TRC-20)"), "{locale}: {said}");
            assert!(!said.ends_with(['.', '。']), "{locale}: {said}");
        }
        let open = ExchangeTold { until: None, ..held };
        let said = open.sentence(Locale::En, &Zone::UTC);
        assert!(said.ends_with("Held: the address is new\u{2069}"), "{said}");
    }
}
