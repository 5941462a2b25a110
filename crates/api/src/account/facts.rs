//! The wire's shapes of what the exchange tells.

use proofdesk_desk::bridge::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Order, Position, PriceSample,
    SecurityChange, SecuritySettings, Terms, Withdrawal,
};
use proofdesk_desk::bridge::{self, facts};
use proofdesk_desk::customer::{Field, mask};
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::{
    ApiPermissionWord, DepositStateWord, HoldReasonWord, Moment, OrderKindWord, OrderStateWord,
    RejectReasonWord, SecondFactorKindWord, SecurityChangeKindWord, SideWord, WithdrawalStateWord,
};

/// An amount, as ledgers hold it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Amount)]
pub struct AmountOut {
    /// Whole base units, decimal digits.
    #[schema(pattern = "^[0-9]{1,78}$", examples("1250500000"))]
    pub units: String,
    /// Places after the point.
    #[schema(minimum = 0, maximum = 36)]
    pub decimals: u8,
    #[schema(examples("USDT"))]
    pub asset: String,
    /// The same with its point: every digit of the ledger.
    #[schema(examples("1250.500000"))]
    pub decimal: String,
}

impl From<bridge::Amount> for AmountOut {
    fn from(amount: bridge::Amount) -> Self {
        let decimal = amount.decimal();
        Self { units: amount.units, decimals: amount.decimals, asset: amount.asset, decimal }
    }
}

/// Which doors of an account are locked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SecuritySettings)]
pub struct SecuritySettingsOut {
    pub second_factors: Vec<SecondFactorKindWord>,
    pub has_withdrawal_whitelist: bool,
    pub has_anti_phishing_code: bool,
}

impl From<SecuritySettings> for SecuritySettingsOut {
    fn from(settings: SecuritySettings) -> Self {
        Self {
            second_factors: settings.second_factors.into_iter().map(Into::into).collect(),
            has_withdrawal_whitelist: settings.has_withdrawal_whitelist,
            has_anti_phishing_code: settings.has_anti_phishing_code,
        }
    }
}

/// An account at the exchange.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExchangeAccount)]
pub struct AccountOut {
    /// Masked for staff, as are address and number.
    #[schema(examples("A1•••18"))]
    pub uid: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// 0 for none.
    pub vip_tier: u8,
    /// USD cents.
    pub volume_30d_cents: i64,
    /// USD cents.
    pub volume_24h_cents: i64,
    pub holdings: Vec<AmountOut>,
    /// USD cents.
    pub holdings_cents: i64,
    /// 0 for none.
    pub kyc_level: u8,
    pub security: SecuritySettingsOut,
    pub opened_at: Moment,
    /// Since when nothing leaves it; absent for an account in use.
    pub frozen_at: Option<Moment>,
}

impl AccountOut {
    /// As staff see it.
    pub fn masked(account: Account) -> Self {
        let hide = |field, value: Option<String>| value.map(|value| mask::field(field, &value));
        let uid = hide(Field::Uid, account.uid.clone());
        let email = hide(Field::Email, account.email.clone());
        let phone = hide(Field::Phone, account.phone.clone());
        Self { uid, email, phone, ..Self::own(account) }
    }

    /// As its owner sees it.
    pub fn own(account: Account) -> Self {
        Self {
            uid: account.uid,
            email: account.email,
            phone: account.phone,
            vip_tier: account.vip_tier,
            volume_30d_cents: account.volume_30d_cents,
            volume_24h_cents: account.volume_24h_cents,
            holdings: account.holdings.into_iter().map(Into::into).collect(),
            holdings_cents: account.holdings_cents,
            kyc_level: account.kyc_level,
            security: account.security.into(),
            opened_at: account.opened_at.into(),
            frozen_at: account.frozen_at.map(Into::into),
        }
    }
}

/// Money that came.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Deposit)]
pub struct DepositOut {
    pub id: String,
    pub amount: AmountOut,
    #[schema(examples("TRON"))]
    pub network: String,
    pub address: String,
    pub memo: Option<String>,
    pub tx_hash: Option<String>,
    pub state: DepositStateWord,
    pub confirmations: u32,
    /// Confirmations from which on it is credited.
    pub credited_after: u32,
    /// Confirmations from which on it may leave again.
    pub withdrawable_after: u32,
    pub seen_at: Moment,
    pub updated_at: Moment,
}

impl From<Deposit> for DepositOut {
    fn from(deposit: Deposit) -> Self {
        Self {
            id: deposit.id,
            amount: deposit.amount.into(),
            network: deposit.network,
            address: deposit.address,
            memo: deposit.memo,
            tx_hash: deposit.tx_hash,
            state: deposit.state.into(),
            confirmations: deposit.confirmations,
            credited_after: deposit.credited_after,
            withdrawable_after: deposit.withdrawable_after,
            seen_at: deposit.seen_at.into(),
            updated_at: deposit.updated_at.into(),
        }
    }
}

/// A security hold.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Hold)]
pub struct HoldOut {
    pub reason: HoldReasonWord,
    pub since: Moment,
    /// When it ends by itself; absent when a person ends it.
    pub until: Option<Moment>,
}

impl From<facts::Hold> for HoldOut {
    fn from(hold: facts::Hold) -> Self {
        Self {
            reason: hold.reason.into(),
            since: hold.since.into(),
            until: hold.until.map(Into::into),
        }
    }
}

/// Money that leaves.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Withdrawal)]
pub struct WithdrawalOut {
    pub id: String,
    pub amount: AmountOut,
    pub fee: AmountOut,
    #[schema(examples("TRON"))]
    pub network: String,
    pub address: String,
    pub memo: Option<String>,
    /// Absent until it is on the chain.
    pub tx_hash: Option<String>,
    pub state: WithdrawalStateWord,
    pub hold: Option<HoldOut>,
    pub confirmations: u32,
    pub requested_at: Moment,
    pub updated_at: Moment,
}

impl From<Withdrawal> for WithdrawalOut {
    fn from(withdrawal: Withdrawal) -> Self {
        Self {
            id: withdrawal.id,
            amount: withdrawal.amount.into(),
            fee: withdrawal.fee.into(),
            network: withdrawal.network,
            address: withdrawal.address,
            memo: withdrawal.memo,
            tx_hash: withdrawal.tx_hash,
            state: withdrawal.state.into(),
            hold: withdrawal.hold.map(Into::into),
            confirmations: withdrawal.confirmations,
            requested_at: withdrawal.requested_at.into(),
            updated_at: withdrawal.updated_at.into(),
        }
    }
}

/// An order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Order)]
pub struct OrderOut {
    pub id: String,
    #[schema(examples("BTC/USDT"))]
    pub market: String,
    pub side: SideWord,
    pub kind: OrderKindWord,
    /// Absent at the market's price.
    pub price: Option<String>,
    pub size: String,
    pub filled: String,
    pub state: OrderStateWord,
    pub reject_reason: Option<RejectReasonWord>,
    pub placed_at: Moment,
    pub updated_at: Moment,
}

impl From<Order> for OrderOut {
    fn from(order: Order) -> Self {
        Self {
            id: order.id,
            market: order.market,
            side: order.side.into(),
            kind: order.kind.into(),
            price: order.price,
            size: order.size,
            filled: order.filled,
            state: order.state.into(),
            reject_reason: order.reject_reason.map(Into::into),
            placed_at: order.placed_at.into(),
            updated_at: order.updated_at.into(),
        }
    }
}

/// An open position.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Position)]
pub struct PositionOut {
    pub id: String,
    #[schema(examples("BTC-USDT-PERP"))]
    pub market: String,
    pub side: SideWord,
    pub size: String,
    pub entry_price: String,
    pub mark_price: String,
    pub liquidation_price: String,
    pub leverage: u16,
    /// How far the mark is from liquidation, in hundredths of a percent of the mark; negative beyond it.
    pub liquidation_distance_bp: i64,
    pub opened_at: Moment,
}

impl From<Position> for PositionOut {
    fn from(position: Position) -> Self {
        Self {
            id: position.id,
            market: position.market,
            side: position.side.into(),
            size: position.size,
            entry_price: position.entry_price,
            mark_price: position.mark_price,
            liquidation_price: position.liquidation_price,
            leverage: position.leverage,
            liquidation_distance_bp: position.liquidation_distance_bp,
            opened_at: position.opened_at.into(),
        }
    }
}

/// An API key, without the key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AccountApiKey)]
pub struct ApiKeyOut {
    pub id: String,
    pub label: String,
    pub permissions: Vec<ApiPermissionWord>,
    /// Networks that may use it, each masked. Empty: from everywhere.
    pub ip_list: Vec<String>,
    pub created_at: Moment,
    pub last_used_at: Option<Moment>,
    pub expires_at: Option<Moment>,
}

impl From<ApiKey> for ApiKeyOut {
    fn from(key: ApiKey) -> Self {
        Self {
            id: key.id,
            label: key.label,
            permissions: key.permissions.into_iter().map(Into::into).collect(),
            ip_list: key.ip_list.iter().map(|ip| mask::ip(ip)).collect(),
            created_at: key.created_at.into(),
            last_used_at: key.last_used_at.map(Into::into),
            expires_at: key.expires_at.map(Into::into),
        }
    }
}

/// A device that signed in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Device)]
pub struct DeviceOut {
    pub id: String,
    #[schema(examples("Chrome, Windows"))]
    pub name: String,
    /// Masked: its first half.
    #[schema(examples("192.0.•••"))]
    pub ip: String,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
    pub first_seen_at: Moment,
    pub last_seen_at: Moment,
}

impl From<Device> for DeviceOut {
    fn from(device: Device) -> Self {
        Self {
            id: device.id,
            name: device.name,
            ip: mask::ip(&device.ip),
            country: device.country,
            first_seen_at: device.first_seen_at.into(),
            last_seen_at: device.last_seen_at.into(),
        }
    }
}

/// Something about an account's locks changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SecurityChange)]
pub struct SecurityChangeOut {
    pub id: String,
    pub kind: SecurityChangeKindWord,
    pub at: Moment,
    /// Masked: its first half.
    pub ip: Option<String>,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
}

impl From<SecurityChange> for SecurityChangeOut {
    fn from(change: SecurityChange) -> Self {
        Self {
            id: change.id,
            kind: change.kind.into(),
            at: change.at.into(),
            ip: change.ip.as_deref().map(mask::ip),
            country: change.country,
        }
    }
}

/// A coin on a network, as the venue runs it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VenueNetwork)]
pub struct NetworkOut {
    #[schema(examples("USDT"))]
    pub asset: String,
    #[schema(examples("TRON"))]
    pub network: String,
    pub can_deposit: bool,
    pub can_withdraw: bool,
    pub minimum_deposit: AmountOut,
    pub minimum_withdrawal: AmountOut,
    pub withdrawal_fee: AmountOut,
    pub credited_after: u32,
    pub withdrawable_after: u32,
    pub needs_memo: bool,
    /// The token's contract; absent for a network's own coin.
    pub contract: Option<String>,
}

impl From<Network> for NetworkOut {
    fn from(network: Network) -> Self {
        Self {
            asset: network.asset,
            network: network.network,
            can_deposit: network.can_deposit,
            can_withdraw: network.can_withdraw,
            minimum_deposit: network.minimum_deposit.into(),
            minimum_withdrawal: network.minimum_withdrawal.into(),
            withdrawal_fee: network.withdrawal_fee.into(),
            credited_after: network.credited_after,
            withdrawable_after: network.withdrawable_after,
            needs_memo: network.needs_memo,
            contract: network.contract,
        }
    }
}

/// One line of the fee schedule.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FeeTier)]
pub struct FeeTierOut {
    pub vip_tier: u8,
    /// USD cents in 30 days.
    pub from_volume_cents: i64,
    /// Parts of a million of the traded value; negative when it is paid out.
    pub maker_ppm: i32,
    /// Parts of a million of the traded value.
    pub taker_ppm: i32,
}

impl From<FeeTier> for FeeTierOut {
    fn from(tier: FeeTier) -> Self {
        let FeeTier { vip_tier, from_volume_cents, maker_ppm, taker_ppm } = tier;
        Self { vip_tier, from_volume_cents, maker_ppm, taker_ppm }
    }
}

/// Terms of a product.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProductTerms)]
pub struct TermsOut {
    #[schema(examples("dual-investment"))]
    pub product: String,
    pub version: String,
    pub url: String,
    pub in_force_from: Moment,
    /// Absent while they hold.
    pub in_force_until: Option<Moment>,
    /// What its calculation needs, by name.
    pub parameters: std::collections::BTreeMap<String, String>,
}

impl From<Terms> for TermsOut {
    fn from(terms: Terms) -> Self {
        Self {
            product: terms.product,
            version: terms.version,
            url: terms.url,
            in_force_from: terms.in_force_from.into(),
            in_force_until: terms.in_force_until.map(Into::into),
            parameters: terms.parameters,
        }
    }
}

/// One sample of an index.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PriceSample)]
pub struct PriceSampleOut {
    pub at: Moment,
    /// Decimal text.
    #[schema(examples("3482.12"))]
    pub price: String,
}

impl From<PriceSample> for PriceSampleOut {
    fn from(sample: PriceSample) -> Self {
        Self { at: sample.at.into(), price: sample.price }
    }
}
