//! What the exchange knows, in the shapes of `docs/exchange-bridge.openapi.yaml`: that contract freezes them.

use serde::{Deserialize, Serialize};

use super::Amount;
use crate::time::Timestamp;
use crate::words::words;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The stable id by which the exchange's tokens name it.
    pub account: String,
    pub uid: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// 0 for none.
    pub vip_tier: u8,
    /// USD cents.
    pub volume_30d_cents: i64,
    /// USD cents.
    pub volume_24h_cents: i64,
    pub holdings: Vec<Amount>,
    /// The worth of all holdings, USD cents.
    pub holdings_cents: i64,
    /// 0 for none, in the exchange's own steps.
    pub kyc_level: u8,
    /// Where its owner lives, by two letters (ISO 3166-1): for which articles are for some countries alone. Exchanges that were
    /// there before it do not tell it.
    #[serde(default)]
    pub country: Option<String>,
    pub security: SecuritySettings,
    pub opened_at: Timestamp,
    /// Since when nothing leaves it; `None` for an account in use.
    pub frozen_at: Option<Timestamp>,
}

/// Which doors of an account are locked. Never the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecuritySettings {
    pub second_factors: Vec<SecondFactorKind>,
    pub has_withdrawal_whitelist: bool,
    pub has_anti_phishing_code: bool,
}

words! {
    pub enum SecondFactorKind {
        Totp = "totp",
        Passkey = "passkey",
        Sms = "sms",
        Email = "email",
    }
}

words! {
    /// Where a deposit stands, as exchanges tell it (`credited` may be traded and not yet withdrawn).
    pub enum DepositState {
        /// Seen on the chain, not in a block yet.
        Waiting = "waiting",
        Confirming = "confirming",
        Credited = "credited",
        Finished = "finished",
        /// Below the network's minimum: not lost, a second one to the same address completes it.
        TooSmall = "too_small",
        /// It failed on the chain; nothing moved.
        Cancelled = "cancelled",
        /// The network's deposits are suspended.
        Suspended = "suspended",
        /// The sender's address is on a list that the exchange must not take from.
        Blocked = "blocked",
        /// The account is frozen.
        AccountFrozen = "account_frozen",
        /// It came to a sub-account that does not take it.
        Intercepted = "intercepted",
        /// More than the verified identity allows.
        KycLimit = "kyc_limit",
        /// The sending platform's details about its owner are waited for (Travel Rule).
        TravelRule = "travel_rule",
        /// A person at the exchange looks at it.
        Exception = "exception",
    }
}

/// Money that came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    pub id: String,
    pub amount: Amount,
    /// The exchange's name of the network: `TRON`.
    pub network: String,
    pub address: String,
    pub memo: Option<String>,
    pub tx_hash: Option<String>,
    pub state: DepositState,
    pub confirmations: u32,
    /// Confirmations from which on it is credited.
    pub credited_after: u32,
    /// Confirmations from which on it may leave again.
    pub withdrawable_after: u32,
    pub seen_at: Timestamp,
    pub updated_at: Timestamp,
}

words! {
    pub enum WithdrawalState {
        /// The customer has not confirmed it by mail yet.
        Created = "created",
        AuditRequired = "audit_required",
        Audited = "audited",
        /// A security hold is on it.
        Held = "held",
        Processing = "processing",
        Confirming = "confirming",
        Finished = "finished",
        Cancelling = "cancelling",
        Cancelled = "cancelled",
        CancellationFailed = "cancellation_failed",
        Failed = "failed",
    }
}

words! {
    /// Why a withdrawal is held.
    pub enum HoldReason {
        UnfamiliarIp = "unfamiliar_ip",
        /// Security settings changed a short while ago.
        SecurityChange = "security_change",
        NewAddress = "new_address",
        IdentityCheck = "identity_check",
        ManualReview = "manual_review",
        AccountFrozen = "account_frozen",
    }
}

/// A security hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    pub reason: HoldReason,
    pub since: Timestamp,
    /// When it ends by itself; `None` when a person ends it.
    pub until: Option<Timestamp>,
}

/// Money that leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub id: String,
    pub amount: Amount,
    pub fee: Amount,
    pub network: String,
    pub address: String,
    pub memo: Option<String>,
    /// `None` until it is on the chain.
    pub tx_hash: Option<String>,
    pub state: WithdrawalState,
    pub hold: Option<Hold>,
    pub confirmations: u32,
    pub requested_at: Timestamp,
    pub updated_at: Timestamp,
}

words! {
    pub enum Side { Buy = "buy", Sell = "sell" }
}

words! {
    pub enum OrderKind { Limit = "limit", Market = "market" }
}

words! {
    pub enum OrderState {
        Open = "open",
        PartlyFilled = "partly_filled",
        Filled = "filled",
        Cancelled = "cancelled",
        Rejected = "rejected",
        Expired = "expired",
    }
}

words! {
    /// Why an order was not taken.
    pub enum RejectReason {
        InsufficientBalance = "insufficient_balance",
        BelowMinimum = "below_minimum",
        PriceOutOfBand = "price_out_of_band",
        PostOnlyWouldTake = "post_only_would_take",
        ReduceOnly = "reduce_only",
        MarketClosed = "market_closed",
        RateLimited = "rate_limited",
        SelfTrade = "self_trade",
        AccountFrozen = "account_frozen",
    }
}

/// An order. Prices and sizes are decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub id: String,
    pub market: String,
    pub side: Side,
    pub kind: OrderKind,
    /// `None` at the market's price.
    pub price: Option<String>,
    pub size: String,
    pub filled: String,
    pub state: OrderState,
    pub reject_reason: Option<RejectReason>,
    pub placed_at: Timestamp,
    pub updated_at: Timestamp,
}

/// An open position. Prices and sizes are decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub id: String,
    pub market: String,
    pub side: Side,
    pub size: String,
    pub entry_price: String,
    pub mark_price: String,
    pub liquidation_price: String,
    pub leverage: u16,
    /// How far the mark is from liquidation, in hundredths of a percent of the mark; negative beyond it.
    pub liquidation_distance_bp: i64,
    pub opened_at: Timestamp,
}

words! {
    pub enum ApiPermission { Read = "read", Trade = "trade", Withdraw = "withdraw" }
}

/// An API key, without the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    pub id: String,
    pub label: String,
    pub permissions: Vec<ApiPermission>,
    /// Empty: from everywhere.
    pub ip_list: Vec<String>,
    pub created_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
    pub expires_at: Option<Timestamp>,
}

/// A device that signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    pub id: String,
    pub name: String,
    pub ip: String,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
    pub first_seen_at: Timestamp,
    pub last_seen_at: Timestamp,
}

words! {
    pub enum SecurityChangeKind {
        PasswordChanged = "password_changed",
        SecondFactorChanged = "second_factor_changed",
        EmailChanged = "email_changed",
        PhoneChanged = "phone_changed",
        WhitelistChanged = "whitelist_changed",
        ApiKeyCreated = "api_key_created",
        NewDevice = "new_device",
        AntiPhishingChanged = "anti_phishing_changed",
        Frozen = "frozen",
        Unfrozen = "unfrozen",
    }
}

/// Something about an account's locks changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityChange {
    pub id: String,
    pub kind: SecurityChangeKind,
    pub at: Timestamp,
    pub ip: Option<String>,
    pub country: Option<String>,
}

/// A coin on a network, as the venue runs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    pub asset: String,
    pub network: String,
    pub can_deposit: bool,
    pub can_withdraw: bool,
    pub minimum_deposit: Amount,
    pub minimum_withdrawal: Amount,
    pub withdrawal_fee: Amount,
    pub credited_after: u32,
    pub withdrawable_after: u32,
    pub needs_memo: bool,
    /// The token's contract; `None` for a network's own coin.
    pub contract: Option<String>,
}

/// One line of the fee schedule. Rates are parts of a million of the traded value; a maker's may be negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeTier {
    pub vip_tier: u8,
    /// USD cents in 30 days.
    pub from_volume_cents: i64,
    pub maker_ppm: i32,
    pub taker_ppm: i32,
}

/// Terms of a product that were in force at some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub product: String,
    pub version: String,
    pub url: String,
    pub in_force_from: Timestamp,
    pub in_force_until: Option<Timestamp>,
    /// What the calculation needs, by name, as text.
    pub parameters: std::collections::BTreeMap<String, String>,
}

words! {
    /// What somebody shows of themself to reach a level.
    pub enum KycProof {
        Email = "email",
        Phone = "phone",
        IdentityDocument = "identity_document",
        Selfie = "selfie",
        ProofOfAddress = "proof_of_address",
    }
}

words! {
    /// What a level lets somebody do.
    pub enum KycUse {
        Deposit = "deposit",
        Trade = "trade",
        Withdraw = "withdraw",
        Fiat = "fiat",
        P2p = "p2p",
    }
}

/// A level of verified identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KycLevel {
    pub level: u8,
    pub needs: Vec<KycProof>,
    pub allows: Vec<KycUse>,
    /// The most that may be withdrawn in a day; `None` where the exchange tells none.
    pub daily_withdrawal: Option<Amount>,
}

/// How long withdrawals rest after a change of an account's locks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawalPause {
    pub after: SecurityChangeKind,
    pub hours: u32,
}

words! {
    /// What requests are counted by.
    pub enum RateScope { Account = "account", Key = "key", Ip = "ip" }
}

/// How often the exchange's API may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateLimit {
    /// The exchange's name for what is counted together: `orders`.
    pub group: String,
    pub requests: u32,
    /// Within how many seconds.
    pub seconds: u32,
    pub per: RateScope,
}

/// What holds for every customer. What the exchange does not tell is left out, or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    pub kyc_levels: Vec<KycLevel>,
    pub withdrawal_pauses: Vec<WithdrawalPause>,
    pub rate_limits: Vec<RateLimit>,
}

words! {
    pub enum EarnKind { Flexible = "flexible", Fixed = "fixed", Staking = "staking" }
}

/// An Earn product as it is offered now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarnProduct {
    pub kind: EarnKind,
    pub asset: String,
    /// The yearly rate in parts of a million.
    pub yearly_ppm: u32,
    /// The term; `None` for one without an end.
    pub days: Option<u32>,
    /// Hours from wishing out to having it; `None` where there is no way out before the end of the term.
    pub redeem_hours: Option<u32>,
}

/// A pair that Dual Investment is offered for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DualPair {
    pub asset: String,
    pub stablecoin: String,
    /// The terms on offer.
    pub days: Vec<u32>,
    pub minimum: Amount,
}

/// What a position up to some size may be and has to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarginStep {
    /// The largest position of this step; `None` for the last one, which has no end.
    pub up_to: Option<Amount>,
    pub max_leverage: u16,
    /// What has to be kept as margin, in parts of a million of the position's value.
    pub maintenance_ppm: u32,
}

/// A futures contract that is traded now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// Its name, as positions have it: `BTC-USDT-PERP`.
    pub market: String,
    /// What one contract stands for.
    pub size: Amount,
    /// The smallest step of its price.
    pub tick: Amount,
    /// Hours between two funding payments; `None` for a contract that has an end, and so no funding.
    pub funding_hours: Option<u32>,
    /// What is taken when a position is liquidated, in parts of a million of its value; `None` where nothing is told.
    pub liquidation_fee_ppm: Option<u32>,
    /// From the smallest position on.
    pub steps: Vec<MarginStep>,
}

/// What a coin costs whoever borrows it for margin trading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarginLoan {
    pub asset: String,
    /// For each time that it is charged, in parts of a million of what is owed.
    pub interest_ppm: u32,
    /// Hours between two times.
    pub every_hours: u32,
}

words! {
    /// How ordinary money comes and goes.
    pub enum FiatMeans { Bank = "bank", Card = "card", Wallet = "wallet" }
}

/// A way in or out for ordinary money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiatWay {
    /// ISO 4217: `EUR`.
    pub currency: String,
    pub means: FiatMeans,
    pub can_pay_in: bool,
    pub can_pay_out: bool,
    /// Who runs it, where it is not the exchange itself.
    pub partner: Option<String>,
    /// In parts of a million of the amount; `None` where nothing is told.
    pub fee_ppm: Option<u32>,
    pub minimum: Option<Amount>,
    pub maximum: Option<Amount>,
    /// How long it takes as a rule; 0 for at once.
    pub usual_hours: Option<u32>,
}

/// What is on offer. What the exchange does not tell is left out, or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Offers {
    pub earn: Vec<EarnProduct>,
    pub dual_investment: Vec<DualPair>,
    pub contracts: Vec<Contract>,
    pub margin_loans: Vec<MarginLoan>,
    pub fiat: Vec<FiatWay>,
}

/// One sample of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceSample {
    pub at: Timestamp,
    /// Decimal text.
    pub price: String,
}
