//! From what the exchange says to what a page shows.

use proofdesk_desk::Timestamp;
use proofdesk_desk::account_act::{AccountAct, ActState};
use proofdesk_desk::bridge::facts::{
    Account, Deposit, DepositState, SecondFactorKind, Withdrawal, WithdrawalState,
};
use proofdesk_desk::bridge::{Amount, BridgeError, Told};
use proofdesk_locale::FluentArgs;

use crate::Page;
use crate::view::{AccountFacts, Freeze, Line, Part, Tone, Transfer, groups};

pub fn part<F, T>(told: Told<F>, shape: impl FnOnce(F) -> T) -> Part<T> {
    match told {
        Ok(told) => Part::Known { as_of_us: told.as_of.micros(), facts: shape(told.facts) },
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

/// How the latest freeze stands; one that somebody else set stands too.
pub fn freeze(act: Option<(AccountAct, String)>, frozen_at: Option<Timestamp>) -> Freeze {
    let otherwise = frozen_at.map_or(Freeze::None, |at| Freeze::Frozen { at_us: at.micros() });
    let Some((act, ticket)) = act else { return otherwise };
    let at_us = act.requested_at.micros();
    match act.state {
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

/// Every digit of the ledger.
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
        amount: money(page, &deposit.amount),
        network: deposit.network,
        state: sentence(page, &key, deposit.confirmations, want),
        tone: match deposit.state {
            D::Finished => Tone::Good,
            D::Waiting | D::Confirming | D::Credited => Tone::Going,
            _ => Tone::Stuck,
        },
        at_us: deposit.seen_at.micros(),
        until_us: None,
        tx_hash: deposit.tx_hash.as_deref().map(groups),
        address: groups(&deposit.address),
        memo: deposit.memo,
    }
}

pub fn withdrawal(page: &Page, withdrawal: Withdrawal) -> Transfer {
    use WithdrawalState as W;
    let word = match &withdrawal.hold {
        Some(hold) => format!("hold-{}", hold.reason),
        None => format!("withdrawal-{}", withdrawal.state),
    };
    let key = word.replace('_', "-");
    Transfer {
        amount: money(page, &withdrawal.amount),
        network: withdrawal.network,
        state: sentence(page, &key, withdrawal.confirmations, 0),
        tone: match withdrawal.state {
            W::Finished => Tone::Good,
            W::Held | W::Failed | W::CancellationFailed | W::Created => Tone::Stuck,
            _ => Tone::Going,
        },
        at_us: withdrawal.requested_at.micros(),
        until_us: withdrawal.hold.and_then(|hold| hold.until).map(Timestamp::micros),
        tx_hash: withdrawal.tx_hash.as_deref().map(groups),
        address: groups(&withdrawal.address),
        memo: withdrawal.memo,
    }
}
