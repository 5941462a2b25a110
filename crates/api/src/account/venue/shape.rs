//! The wire's shapes of what holds for every customer and of what is on offer.

use proofdesk_desk::bridge::facts::{
    Contract, DualPair, EarnProduct, FiatWay, KycLevel, MarginLoan, MarginStep, Offers, RateLimit,
    Rules, WithdrawalPause,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::account::facts::AmountOut;
use crate::wire::{
    EarnKindWord, FiatMeansWord, KycProofWord, KycUseWord, RateScopeWord, SecurityChangeKindWord,
};

/// Every one of a list as the wire tells it.
fn all<T: Into<O>, O>(list: Vec<T>) -> Vec<O> {
    list.into_iter().map(Into::into).collect()
}

/// A level of verified identity.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueKycLevel)]
pub struct KycLevelOut {
    pub level: u8,
    pub needs: Vec<KycProofWord>,
    pub allows: Vec<KycUseWord>,
    /// The most that may be withdrawn in a day; absent where the exchange tells none.
    pub daily_withdrawal: Option<AmountOut>,
}

impl From<KycLevel> for KycLevelOut {
    fn from(level: KycLevel) -> Self {
        Self {
            level: level.level,
            needs: all(level.needs),
            allows: all(level.allows),
            daily_withdrawal: level.daily_withdrawal.map(Into::into),
        }
    }
}

/// How long withdrawals rest after a change of an account's locks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueWithdrawalPause)]
pub struct WithdrawalPauseOut {
    pub after: SecurityChangeKindWord,
    pub hours: u32,
}

impl From<WithdrawalPause> for WithdrawalPauseOut {
    fn from(pause: WithdrawalPause) -> Self {
        Self { after: pause.after.into(), hours: pause.hours }
    }
}

/// How often the exchange's API may be asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueRateLimit)]
pub struct RateLimitOut {
    /// The exchange's name for what is counted together.
    #[schema(examples("orders"))]
    pub group: String,
    pub requests: u32,
    /// Within how many seconds.
    pub seconds: u32,
    pub per: RateScopeWord,
}

impl From<RateLimit> for RateLimitOut {
    fn from(rate: RateLimit) -> Self {
        let RateLimit { group, requests, seconds, per } = rate;
        Self { group, requests, seconds, per: per.into() }
    }
}

/// What holds for every customer. What the exchange does not tell is empty.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueRules)]
pub struct RulesOut {
    pub kyc_levels: Vec<KycLevelOut>,
    pub withdrawal_pauses: Vec<WithdrawalPauseOut>,
    pub rate_limits: Vec<RateLimitOut>,
}

impl From<Rules> for RulesOut {
    fn from(rules: Rules) -> Self {
        Self {
            kyc_levels: all(rules.kyc_levels),
            withdrawal_pauses: all(rules.withdrawal_pauses),
            rate_limits: all(rules.rate_limits),
        }
    }
}

/// An Earn product as it is offered now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueEarnProduct)]
pub struct EarnProductOut {
    pub kind: EarnKindWord,
    #[schema(examples("USDT"))]
    pub asset: String,
    /// The yearly rate in parts of a million.
    pub yearly_ppm: u32,
    /// The term; absent for a product without an end.
    pub days: Option<u32>,
    /// Hours until one is out; absent where there is no way out before the end of the term.
    pub redeem_hours: Option<u32>,
}

impl From<EarnProduct> for EarnProductOut {
    fn from(product: EarnProduct) -> Self {
        let EarnProduct { kind, asset, yearly_ppm, days, redeem_hours } = product;
        Self { kind: kind.into(), asset, yearly_ppm, days, redeem_hours }
    }
}

/// A pair that Dual Investment is offered for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueDualPair)]
pub struct DualPairOut {
    #[schema(examples("ETH"))]
    pub asset: String,
    #[schema(examples("USDT"))]
    pub stablecoin: String,
    /// The terms on offer.
    pub days: Vec<u32>,
    pub minimum: AmountOut,
}

impl From<DualPair> for DualPairOut {
    fn from(pair: DualPair) -> Self {
        let DualPair { asset, stablecoin, days, minimum } = pair;
        Self { asset, stablecoin, days, minimum: minimum.into() }
    }
}

/// What a position up to some size may be and has to keep.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueMarginStep)]
pub struct MarginStepOut {
    /// The largest position of this step; absent for the last one, which has no end.
    pub up_to: Option<AmountOut>,
    pub max_leverage: u16,
    /// Parts of a million of the position's value.
    pub maintenance_ppm: u32,
}

impl From<MarginStep> for MarginStepOut {
    fn from(step: MarginStep) -> Self {
        let MarginStep { up_to, max_leverage, maintenance_ppm } = step;
        Self { up_to: up_to.map(Into::into), max_leverage, maintenance_ppm }
    }
}

/// A futures contract that is traded now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueContract)]
pub struct ContractOut {
    #[schema(examples("BTC-USDT-PERP"))]
    pub market: String,
    /// What one contract stands for.
    pub size: AmountOut,
    /// The smallest step of its price.
    pub tick: AmountOut,
    /// Hours between two funding payments; absent for a contract that has an end.
    pub funding_hours: Option<u32>,
    /// Parts of a million of the position's value; absent where nothing is told.
    pub liquidation_fee_ppm: Option<u32>,
    /// From the smallest position on.
    pub steps: Vec<MarginStepOut>,
}

impl From<Contract> for ContractOut {
    fn from(contract: Contract) -> Self {
        Self {
            market: contract.market,
            size: contract.size.into(),
            tick: contract.tick.into(),
            funding_hours: contract.funding_hours,
            liquidation_fee_ppm: contract.liquidation_fee_ppm,
            steps: all(contract.steps),
        }
    }
}

/// What a coin costs whoever borrows it for margin trading.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueMarginLoan)]
pub struct MarginLoanOut {
    #[schema(examples("USDT"))]
    pub asset: String,
    /// For each time that it is charged, in parts of a million of what is owed.
    pub interest_ppm: u32,
    /// Hours between two times.
    pub every_hours: u32,
}

impl From<MarginLoan> for MarginLoanOut {
    fn from(loan: MarginLoan) -> Self {
        let MarginLoan { asset, interest_ppm, every_hours } = loan;
        Self { asset, interest_ppm, every_hours }
    }
}

/// A way in or out for ordinary money.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueFiatWay)]
pub struct FiatWayOut {
    /// ISO 4217.
    #[schema(examples("EUR"))]
    pub currency: String,
    pub means: FiatMeansWord,
    pub can_pay_in: bool,
    pub can_pay_out: bool,
    /// Who runs it, where it is not the exchange itself.
    #[schema(examples("Example Pay"))]
    pub partner: Option<String>,
    /// Parts of a million of the amount; absent where nothing is told.
    pub fee_ppm: Option<u32>,
    pub minimum: Option<AmountOut>,
    pub maximum: Option<AmountOut>,
    /// How long it takes as a rule; 0 for at once.
    pub usual_hours: Option<u32>,
}

impl From<FiatWay> for FiatWayOut {
    fn from(way: FiatWay) -> Self {
        Self {
            currency: way.currency,
            means: way.means.into(),
            can_pay_in: way.can_pay_in,
            can_pay_out: way.can_pay_out,
            partner: way.partner,
            fee_ppm: way.fee_ppm,
            minimum: way.minimum.map(Into::into),
            maximum: way.maximum.map(Into::into),
            usual_hours: way.usual_hours,
        }
    }
}

/// What is on offer. What the exchange does not tell is empty.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueOffers)]
pub struct OffersOut {
    pub earn: Vec<EarnProductOut>,
    pub dual_investment: Vec<DualPairOut>,
    pub contracts: Vec<ContractOut>,
    pub margin_loans: Vec<MarginLoanOut>,
    pub fiat: Vec<FiatWayOut>,
}

impl From<Offers> for OffersOut {
    fn from(offers: Offers) -> Self {
        Self {
            earn: all(offers.earn),
            dual_investment: all(offers.dual_investment),
            contracts: all(offers.contracts),
            margin_loans: all(offers.margin_loans),
            fiat: all(offers.fiat),
        }
    }
}
