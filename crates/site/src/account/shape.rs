//! From what the exchange says to what a page shows.

use proofdesk_desk::Timestamp;
use proofdesk_desk::account_act::{AccountAct, ActState};
use proofdesk_desk::bridge::facts::{
    Account, Deposit, DepositState, SecondFactorKind, Withdrawal, WithdrawalState,
};
use proofdesk_desk::bridge::{Amount, BridgeError, Snapshot, Told};
use proofdesk_desk::network_suspension::written;
use proofdesk_locale::FluentArgs;

use crate::Page;
use crate::view::{AccountFacts, Freeze, Line, Part, Tone, Transfer, groups};

pub fn part<F, T>(told: Told<F>, shape: impl FnOnce(F) -> T) -> Part<T> {
    match told {
        Ok(told) => Part::Known {
            as_of_us: told.as_of.micros(),
            is_last: told.unreached.is_some(),
            facts: shape(told.facts),
        },
        Err(why) => Part::Unknown(match why {
            BridgeError::NotConnected => "unknown-not-connected",
            BridgeError::NotFound => "unknown-not-found",
            BridgeError::Unsupported => "unknown-unsupported",
            BridgeError::Refused => "unknown-refused",
            BridgeError::Unavailable | BridgeError::TimedOut | BridgeError::Malformed => {
                "unknown-passing"
            }
        }),
    }
}

/// How the latest freeze stands. By what the exchange says, where it was asked, one that somebody else set stands too, and
/// one that was lifted does not.
pub fn freeze(act: Option<(AccountAct, String)>, told: Option<&Snapshot<Account>>) -> Freeze {
    let frozen_at = told.and_then(|told| told.facts.frozen_at);
    let otherwise = frozen_at.map_or(Freeze::None, |at| Freeze::Frozen { at_us: at.micros() });
    let Some((act, ticket)) = act else { return otherwise };
    let at_us = act.requested_at.micros();
    // A snapshot from before the receipt knows nothing of it.
    let is_lifted =
        frozen_at.is_none() && told.is_some_and(|told| Some(told.as_of) > act.receipt_at);
    match act.state {
        ActState::Done if is_lifted => Freeze::None,
        ActState::Pending => Freeze::Pending { at_us, ticket },
        ActState::Done => Freeze::Done {
            at_us: act.receipt_at.unwrap_or(act.requested_at).micros(),
            receipt: act.receipt.unwrap_or_default(),
            ticket,
        },
        ActState::Refused if matches!(otherwise, Freeze::None) => Freeze::Refused { at_us, ticket },
        ActState::Refused => otherwise,
    }
}

pub fn account(page: &Page, account: Account) -> AccountFacts {
    let line = |key: &str, value: String| Line { label: page.t(key), value };
    let yes = |is_on| page.t(if is_on { "account-on" } else { "account-off" });
    let factors: Vec<String> =
        account.security.second_factors.iter().map(|kind| page.t(factor(*kind))).collect();
    let tier = match account.vip_tier {
        0 => page.t("account-none"),
        tier => page.t1("account-level", "level", u64::from(tier)),
    };
    let mut lines: Vec<Line> =
        account.uid.map(|uid| line("account-uid", uid)).into_iter().collect();
    lines.extend([
        line("account-vip", tier),
        line("account-kyc", page.t1("account-level", "level", u64::from(account.kyc_level))),
        line("account-volume-30d", dollars(page, account.volume_30d_cents)),
        line("account-volume-24h", dollars(page, account.volume_24h_cents)),
        line("account-worth", dollars(page, account.holdings_cents)),
        line(
            "account-2fa",
            if factors.is_empty() { page.t("account-off") } else { page.list(&factors) },
        ),
        line("account-whitelist", yes(account.security.has_withdrawal_whitelist)),
        line("account-anti-phishing", yes(account.security.has_anti_phishing_code)),
    ]);
    let holdings = account.holdings.iter().map(|amount| money(page, amount));
    AccountFacts { lines, holdings: holdings.collect() }
}

const fn factor(kind: SecondFactorKind) -> &'static str {
    match kind {
        SecondFactorKind::Totp => "factor-totp",
        SecondFactorKind::Passkey => "factor-passkey",
        SecondFactorKind::Sms => "factor-sms",
        SecondFactorKind::Email => "factor-email",
    }
}

fn money(page: &Page, amount: &Amount) -> String {
    let digits = amount.decimal();
    page.locale
        .money(&digits, &amount.asset)
        .unwrap_or_else(|_odd| format!("{digits} {}", amount.asset))
}

fn dollars(page: &Page, cents: i64) -> String {
    let digits = format!("{}.{:02}", cents / 100, (cents % 100).abs());
    let written = page.locale.money(&digits, "USD").unwrap_or(digits);
    format!("≈\u{a0}{written}")
}

/// The sentence of a state, with how many confirmations there are and how many it takes.
fn sentence(page: &Page, key: &str, have: u32, want: u32) -> String {
    let mut args = FluentArgs::new();
    args.set("have", u64::from(have));
    args.set("want", u64::from(want));
    page.t_with(key, &args)
}

pub fn deposit(page: &Page, deposit: Deposit) -> Transfer {
    use DepositState as D;
    let want = match deposit.state {
        D::Credited => deposit.withdrawable_after,
        _ => deposit.credited_after,
    };
    let key = format!("deposit-{}", deposit.state.as_str().replace('_', "-"));
    Transfer {
        id: deposit.id,
        amount: money(page, &deposit.amount),
        network: written(&deposit.network),
        state: sentence(page, &key, deposit.confirmations, want),
        tone: deposit_tone(deposit.state),
        at_us: deposit.seen_at.micros(),
        until_us: None,
        tx_hash: deposit.tx_hash.as_deref().map(groups),
        address: groups(&deposit.address),
        memo: deposit.memo,
    }
}

const fn deposit_tone(state: DepositState) -> Tone {
    use DepositState as D;
    match state {
        D::Finished => Tone::Good,
        D::Waiting | D::Confirming | D::Credited => Tone::Going,
        _ => Tone::Stuck,
    }
}

pub fn withdrawal(page: &Page, withdrawal: Withdrawal) -> Transfer {
    let word = match &withdrawal.hold {
        Some(hold) => format!("hold-{}", hold.reason),
        None => format!("withdrawal-{}", withdrawal.state),
    };
    let key = word.replace('_', "-");
    Transfer {
        id: withdrawal.id,
        amount: money(page, &withdrawal.amount),
        network: written(&withdrawal.network),
        state: sentence(page, &key, withdrawal.confirmations, 0),
        tone: withdrawal_tone(withdrawal.state),
        at_us: withdrawal.requested_at.micros(),
        until_us: withdrawal.hold.and_then(|hold| hold.until).map(Timestamp::micros),
        tx_hash: withdrawal.tx_hash.as_deref().map(groups),
        address: groups(&withdrawal.address),
        memo: withdrawal.memo,
    }
}

const fn withdrawal_tone(state: WithdrawalState) -> Tone {
    use WithdrawalState as W;
    match state {
        W::Finished => Tone::Good,
        W::Cancelled => Tone::Over,
        W::Held | W::Failed | W::CancellationFailed | W::Created => Tone::Stuck,
        W::AuditRequired | W::Audited | W::Processing | W::Confirming | W::Cancelling => {
            Tone::Going
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

    use proofdesk_desk::bridge::ActKind;
    use proofdesk_desk::bridge::facts::SecuritySettings;

    use super::*;

    const ASKED: Timestamp = Timestamp::from_micros(1_000_000);
    const DONE: Timestamp = Timestamp::from_micros(2_000_000);
    const LATER: Timestamp = Timestamp::from_micros(3_000_000);

    const ID: &str = "01a223de-c056-7b19-90f7-f04d4aff43d4";

    fn act(state: ActState) -> Option<(AccountAct, String)> {
        let is_done = state == ActState::Done;
        let act = AccountAct {
            id: ID.parse().unwrap(),
            kind: ActKind::Freeze,
            customer_id: ID.parse().unwrap(),
            account: Some("acc-1".to_owned()),
            ticket_id: ID.parse().unwrap(),
            state,
            requested_by: "customer".to_owned(),
            requested_at: ASKED,
            attempts: 0,
            last_error: None,
            receipt: is_done.then(|| "FRZ-1".to_owned()),
            receipt_at: is_done.then_some(DONE),
            updated_at: DONE,
        };
        Some((act, "PD-0000-0000-0".to_owned()))
    }

    fn told(as_of: Timestamp, frozen_at: Option<Timestamp>) -> Snapshot<Account> {
        let security = SecuritySettings {
            second_factors: Vec::new(),
            has_withdrawal_whitelist: false,
            has_anti_phishing_code: false,
        };
        let facts = Account {
            account: "acc-1".to_owned(),
            uid: None,
            email: None,
            phone: None,
            vip_tier: 0,
            volume_30d_cents: 0,
            volume_24h_cents: 0,
            holdings: Vec::new(),
            holdings_cents: 0,
            kyc_level: 0,
            country: None,
            security,
            opened_at: ASKED,
            frozen_at,
        };
        Snapshot { as_of, source: "sandbox".to_owned(), facts, unreached: None }
    }

    /// A page that shows such a transfer asks for it again and again.
    #[test]
    fn what_is_over_is_not_under_way() {
        use {DepositState as D, WithdrawalState as W};
        let deposits = D::ALL.iter().copied().filter(|one| deposit_tone(*one) == Tone::Going);
        assert_eq!(deposits.collect::<Vec<_>>(), [D::Waiting, D::Confirming, D::Credited]);
        for over in [W::Finished, W::Cancelled, W::Failed] {
            assert_ne!(withdrawal_tone(over), Tone::Going, "{over}");
        }
        assert_eq!(withdrawal_tone(W::Cancelling), Tone::Going);
        assert_eq!(withdrawal_tone(W::Cancelled), Tone::Over);
    }

    #[test]
    fn a_freeze_is_told_until_the_exchange_says_that_it_was_lifted() {
        use ActState::{Done, Pending, Refused};
        let (frozen, lifted) = (told(LATER, Some(DONE)), told(LATER, None));
        let before = told(ASKED, None);
        for (state, told, expected) in [
            (Some(Pending), None, "Pending"),
            (Some(Pending), Some(&lifted), "Pending"),
            (Some(Done), None, "Done"),
            (Some(Done), Some(&frozen), "Done"),
            (Some(Done), Some(&before), "Done"),
            (Some(Done), Some(&lifted), "None"),
            (Some(Refused), None, "Refused"),
            (Some(Refused), Some(&frozen), "Frozen"),
            (None, Some(&frozen), "Frozen"),
            (None, Some(&lifted), "None"),
        ] {
            let shown = format!("{:?}", freeze(state.and_then(act), told));
            assert!(shown.starts_with(expected), "{state:?}: {shown}");
        }
    }
}
