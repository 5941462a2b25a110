//! Whether what came can be true at all.

use proofdesk_desk::bridge::facts::{
    Account, ApiKey, Contract, Deposit, Device, DualPair, EarnProduct, FeeTier, FiatWay, KycLevel,
    MarginLoan, Network, Offers, Order, Position, PriceSample, RateLimit, Rules, SecurityChange,
    Terms, Withdrawal, WithdrawalPause,
};
use proofdesk_desk::bridge::{Amount, Capabilities};
use proofdesk_desk::{Timestamp, limits};

/// Longer texts are no names, addresses or hashes.
const TEXT_CHARS: usize = 300;
/// The whole of a value, in the parts of a million that rates are told in.
const WHOLE_PPM: u32 = 1_000_000;

/// `Err` names the field and what is wrong with it: `[2].amount is no amount`.
pub type Sane = Result<(), String>;

/// Facts that are looked at before they are believed.
pub trait Sound: Sized {
    /// The first thing that is wrong.
    fn look(&self) -> Sane;

    /// Whose it is, where the answer itself says so.
    fn is_about(&self, _account: &str) -> bool {
        true
    }
}

fn require(holds: bool, otherwise: &str) -> Sane {
    if holds { Ok(()) } else { Err(otherwise.to_owned()) }
}

fn text(name: &str, value: &str) -> Sane {
    let is_text =
        !value.is_empty() && value.len() <= TEXT_CHARS && !value.chars().any(char::is_control);
    require(is_text, &format!(".{name} is empty, too long or no plain text"))
}

fn texts<const N: usize>(values: [(&str, Option<&String>); N]) -> Sane {
    values.iter().try_for_each(|(name, value)| value.map_or(Ok(()), |value| text(name, value)))
}

fn amounts<const N: usize>(values: [(&str, &Amount); N]) -> Sane {
    values
        .iter()
        .try_for_each(|(name, value)| require(value.is_sound(), &format!(".{name} is no amount")))
}

/// Decimal numbers as the contract writes them.
fn decimals<const N: usize>(values: [(&str, &str); N]) -> Sane {
    values.iter().try_for_each(|(name, value)| {
        let digits = value.strip_prefix('-').unwrap_or(value);
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
        let number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_decimal = value.len() <= TEXT_CHARS && number(whole) && number(rest);
        require(is_decimal, &format!(".{name} is no decimal number"))
    })
}

impl Sound for Capabilities {
    fn look(&self) -> Sane {
        require(self.contract == 1, ".contract is not 1")?;
        self.reads.iter().try_for_each(|read| text("reads", read))?;
        self.acts.iter().try_for_each(|act| text("acts", act))
    }
}

impl Sound for Account {
    fn look(&self) -> Sane {
        texts([
            ("account", Some(&self.account)),
            ("uid", self.uid.as_ref()),
            ("email", self.email.as_ref()),
            ("phone", self.phone.as_ref()),
        ])?;
        self.holdings.iter().try_for_each(|amount| amounts([("holdings", amount)]))?;
        require(self.volume_30d_cents >= 0, ".volume_30d_cents is negative")?;
        require(self.volume_24h_cents >= 0, ".volume_24h_cents is negative")
    }

    fn is_about(&self, account: &str) -> bool {
        self.account == account
    }
}

/// One item of a list.
trait Item {
    /// How many one answer may have.
    const MOST: usize = limits::BRIDGE_ITEMS;

    fn look(&self) -> Sane;

    /// By what a list is ordered, newest first; `None` where the order says nothing.
    fn at(&self) -> Option<Timestamp> {
        None
    }
}

impl<T: Item> Sound for Vec<T> {
    fn look(&self) -> Sane {
        require(self.len() <= T::MOST, &format!(" has more than {} items", T::MOST))?;
        for (index, item) in self.iter().enumerate() {
            item.look().map_err(|why| format!("[{index}]{why}"))?;
        }
        // What is shown as the latest must be.
        require(self.iter().rev().is_sorted_by_key(Item::at), " is not newest first")
    }
}

/// What deposits and withdrawals say of the chain.
fn on_chain(
    [id, network, address]: [&String; 3],
    memo: &Option<String>,
    tx_hash: &Option<String>,
) -> Sane {
    texts([
        ("id", Some(id)),
        ("network", Some(network)),
        ("address", Some(address)),
        ("memo", memo.as_ref()),
        ("tx_hash", tx_hash.as_ref()),
    ])
}

impl Item for Deposit {
    fn look(&self) -> Sane {
        amounts([("amount", &self.amount)])?;
        on_chain([&self.id, &self.network, &self.address], &self.memo, &self.tx_hash)?;
        require(self.updated_at >= self.seen_at, ".updated_at is before .seen_at")
    }

    fn at(&self) -> Option<Timestamp> {
        Some(self.seen_at)
    }
}

impl Item for Withdrawal {
    fn look(&self) -> Sane {
        amounts([("amount", &self.amount), ("fee", &self.fee)])?;
        on_chain([&self.id, &self.network, &self.address], &self.memo, &self.tx_hash)?;
        require(self.updated_at >= self.requested_at, ".updated_at is before .requested_at")
    }

    fn at(&self) -> Option<Timestamp> {
        Some(self.requested_at)
    }
}

impl Item for Order {
    fn look(&self) -> Sane {
        texts([("id", Some(&self.id)), ("market", Some(&self.market))])?;
        self.price.iter().try_for_each(|price| decimals([("price", price)]))?;
        decimals([("size", &self.size), ("filled", &self.filled)])
    }

    fn at(&self) -> Option<Timestamp> {
        Some(self.placed_at)
    }
}

impl Item for Position {
    fn look(&self) -> Sane {
        texts([("id", Some(&self.id)), ("market", Some(&self.market))])?;
        decimals([
            ("size", &self.size),
            ("entry_price", &self.entry_price),
            ("mark_price", &self.mark_price),
            ("liquidation_price", &self.liquidation_price),
        ])
    }
}

impl Item for ApiKey {
    fn look(&self) -> Sane {
        texts([("id", Some(&self.id)), ("label", Some(&self.label))])?;
        self.ip_list.iter().try_for_each(|ip| text("ip_list", ip))
    }
}

impl Item for Device {
    fn look(&self) -> Sane {
        texts([
            ("id", Some(&self.id)),
            ("name", Some(&self.name)),
            ("ip", Some(&self.ip)),
            ("country", self.country.as_ref()),
        ])
    }
}

impl Item for SecurityChange {
    fn look(&self) -> Sane {
        let Self { id, ip, country, .. } = self;
        texts([("id", Some(id)), ("ip", ip.as_ref()), ("country", country.as_ref())])
    }

    fn at(&self) -> Option<Timestamp> {
        Some(self.at)
    }
}

impl Item for Network {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([
            ("asset", Some(&self.asset)),
            ("network", Some(&self.network)),
            ("contract", self.contract.as_ref()),
        ])?;
        amounts([
            ("minimum_deposit", &self.minimum_deposit),
            ("minimum_withdrawal", &self.minimum_withdrawal),
            ("withdrawal_fee", &self.withdrawal_fee),
        ])
    }
}

impl Item for FeeTier {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        require(self.from_volume_cents >= 0, ".from_volume_cents is negative")
    }
}

impl Item for Terms {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([
            ("product", Some(&self.product)),
            ("version", Some(&self.version)),
            ("url", Some(&self.url)),
        ])?;
        require(self.url.starts_with("https://"), ".url is not https")?;
        self.parameters.iter().try_for_each(|(name, value)| {
            text("parameters", name)?;
            text("parameters", value)
        })
    }
}

impl Sound for Rules {
    fn look(&self) -> Sane {
        self.kyc_levels.look().map_err(|why| format!(".kyc_levels{why}"))?;
        self.withdrawal_pauses.look().map_err(|why| format!(".withdrawal_pauses{why}"))?;
        self.rate_limits.look().map_err(|why| format!(".rate_limits{why}"))
    }
}

impl Item for KycLevel {
    fn look(&self) -> Sane {
        self.daily_withdrawal.iter().try_for_each(|amount| amounts([("daily_withdrawal", amount)]))
    }
}

impl Item for WithdrawalPause {
    fn look(&self) -> Sane {
        Ok(())
    }
}

impl Item for RateLimit {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([("group", Some(&self.group))])?;
        require(self.seconds > 0, ".seconds is 0")
    }
}

impl Sound for Offers {
    fn look(&self) -> Sane {
        self.earn.look().map_err(|why| format!(".earn{why}"))?;
        self.dual_investment.look().map_err(|why| format!(".dual_investment{why}"))?;
        self.contracts.look().map_err(|why| format!(".contracts{why}"))?;
        self.margin_loans.look().map_err(|why| format!(".margin_loans{why}"))?;
        self.fiat.look().map_err(|why| format!(".fiat{why}"))
    }
}

impl Item for Contract {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([("market", Some(&self.market))])?;
        amounts([("size", &self.size), ("tick", &self.tick)])?;
        require(self.funding_hours != Some(0), ".funding_hours is 0")?;
        require(
            (1..=limits::BRIDGE_ITEMS).contains(&self.steps.len()),
            ".steps is empty or has too many items",
        )?;
        require(
            self.steps.iter().rev().skip(1).all(|step| step.up_to.is_some()),
            ".steps has one without an end before the last",
        )?;
        self.steps.iter().try_for_each(|step| {
            step.up_to.iter().try_for_each(|most| amounts([("steps.up_to", most)]))?;
            require(step.max_leverage > 0, ".steps.max_leverage is 0")?;
            require(step.maintenance_ppm <= WHOLE_PPM, ".steps.maintenance_ppm is more than all")
        })
    }
}

impl Item for MarginLoan {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([("asset", Some(&self.asset))])?;
        require(self.every_hours > 0, ".every_hours is 0")
    }
}

impl Item for FiatWay {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([("currency", Some(&self.currency)), ("partner", self.partner.as_ref())])?;
        self.minimum.iter().try_for_each(|amount| amounts([("minimum", amount)]))?;
        self.maximum.iter().try_for_each(|amount| amounts([("maximum", amount)]))?;
        require(self.fee_ppm.is_none_or(|fee| fee <= WHOLE_PPM), ".fee_ppm is more than all")?;
        require(self.can_pay_in || self.can_pay_out, " leads neither in nor out")
    }
}

impl Item for EarnProduct {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([("asset", Some(&self.asset))])
    }
}

impl Item for DualPair {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        texts([("asset", Some(&self.asset)), ("stablecoin", Some(&self.stablecoin))])?;
        require(self.days.len() <= limits::BRIDGE_ITEMS, ".days has too many items")?;
        amounts([("minimum", &self.minimum)])
    }
}

impl Item for PriceSample {
    const MOST: usize = limits::BRIDGE_SAMPLES;

    fn look(&self) -> Sane {
        decimals([("price", &self.price)])
    }
}
