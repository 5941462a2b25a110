//! What the exchange says of the reader's own account: level, fees, limit, and where their latest transfer stands. Of whoever did
//! not sign in by their account nothing is known, and an article leaves out what would say it.

use futures_util::join;

use super::{Part, Sources, fees, money, percent, rules};
use crate::bridge::facts::Account;
use crate::bridge::view::own_account;
use crate::bridge::{self, Ask, BridgeError, Transfers};
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::Result;
use crate::id::BrandId;
use crate::viewer::Viewer;

/// The reader's own account, as far as references stand for it.
#[derive(Debug)]
pub struct Own {
    pub account: bridge::Told<Account>,
    pub transfers: Transfers,
}

impl Own {
    /// Asks the exchange for the account of whoever reads at a brand; `None` for whoever has none there.
    ///
    /// # Errors
    /// Only those of the store: what the exchange does not say is not known.
    pub async fn asked(desk: &Desk, cx: &Cx, brand_id: BrandId) -> Result<Option<Self>> {
        let (Viewer::Customer(me), Some(bridge)) = (&cx.viewer, desk.bridge()) else {
            return Ok(None);
        };
        if me.brand_id != brand_id {
            return Ok(None);
        }
        let me = me.clone();
        let read = desk.read(async move |rx| own_account(rx, &me).await);
        let Some(account) = read.await? else { return Ok(None) };
        let ask = Ask::by(cx, account);
        let (account, transfers) = join!(bridge.account(&ask), Transfers::gather(bridge, &ask));
        Ok(Some(Self { account, transfers }))
    }

    /// All of it unknown for one reason.
    pub fn unknown(why: BridgeError) -> Self {
        Self { account: Err(why), transfers: Transfers::unknown(why) }
    }
}

/// What a reference to the reader's own account is made of.
pub(super) fn parts(name: &[&str]) -> &'static [Part] {
    match name {
        ["tier" | "kyc_level"] => &[Part::Account],
        ["fee", _] => &[Part::Account, Part::Fees],
        ["daily_withdrawal"] => &[Part::Account, Part::Rules],
        ["deposit", _] => &[Part::Deposits],
        ["withdrawal", _] => &[Part::Withdrawals],
        _ => &[],
    }
}

/// `own.tier`, `own.kyc_level`, `own.fee.maker` and `.taker`, `own.daily_withdrawal`; of the latest deposit
/// `own.deposit.network`, `.coin`, `.confirmations` and `.credited_after`; of the latest withdrawal `.network` and `.coin`.
pub(super) fn value(name: &[&str], sources: &Sources<'_>) -> Option<String> {
    let (own, locale) = (sources.own?, sources.locale);
    let account = || Some(&own.account.as_ref().ok()?.facts);
    let number = |number: u32| Some(locale.integer(i64::from(number)));
    match name {
        ["tier"] => Some(format!("VIP {}", account()?.vip_tier)),
        ["kyc_level"] => number(u32::from(account()?.kyc_level)),
        ["fee", side] => {
            let tier = account()?.vip_tier;
            let of_tier = fees(sources)?.iter().find(|line| line.vip_tier == tier)?;
            match *side {
                "maker" => percent(locale, of_tier.maker_ppm),
                "taker" => percent(locale, of_tier.taker_ppm),
                _ => None,
            }
        }
        ["daily_withdrawal"] => {
            money(locale, rules::daily_withdrawal(sources, account()?.kyc_level)?)
        }
        ["deposit", what] => {
            let latest = own.transfers.deposits.as_ref().ok()?.facts.first()?;
            match *what {
                "network" => Some(latest.network.clone()),
                "coin" => Some(latest.amount.asset.clone()),
                "confirmations" => number(latest.confirmations),
                "credited_after" => number(latest.credited_after),
                _ => None,
            }
        }
        ["withdrawal", what] => {
            let latest = own.transfers.withdrawals.as_ref().ok()?.facts.first()?;
            match *what {
                "network" => Some(latest.network.clone()),
                "coin" => Some(latest.amount.asset.clone()),
                _ => None,
            }
        }
        _ => None,
    }
}
