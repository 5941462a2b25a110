//! What holds for everybody at the invented exchange: networks, fees, terms, rules and offers.

use super::chains::Grammar;
use crate::bridge::Amount;
use crate::bridge::facts::{
    Contract, DualPair, EarnKind, EarnProduct, FeeTier, FiatMeans, FiatWay, KycLevel, KycProof,
    KycUse, MarginLoan, MarginStep, Network, Offers, RateLimit, RateScope, Rules,
    SecurityChangeKind, Terms, WithdrawalPause,
};
use crate::time::Timestamp;

/// A coin on a network.
#[derive(Clone, Copy, Debug)]
pub struct Coin {
    pub asset: &'static str,
    pub network: &'static str,
    pub grammar: Grammar,
    pub decimals: u8,
    /// USD cents for one, about.
    pub cents: u64,
    /// Seconds between two blocks.
    pub block_s: u32,
    pub credited_after: u32,
    pub withdrawable_after: u32,
    /// USD cents: least deposit, least withdrawal, fee of a withdrawal.
    pub minimums: [u64; 3],
    pub needs_memo: bool,
    pub contract: Option<&'static str>,
    pub can_deposit: bool,
}

/// What most of what moves is.
pub const USDT: Coin = Coin {
    asset: "USDT",
    network: "TRON",
    grammar: Grammar::Base58(0x41),
    decimals: 6,
    cents: 100,
    block_s: 3,
    credited_after: 19,
    withdrawable_after: 40,
    minimums: [100, 1_000, 100],
    needs_memo: false,
    contract: Some("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
    can_deposit: true,
};

const fn own(
    asset: &'static str,
    network: &'static str,
    grammar: Grammar,
    decimals: u8,
    cents: u64,
    block_s: u32,
    after: [u32; 2],
) -> Coin {
    let [credited_after, withdrawable_after] = after;
    Coin {
        asset,
        network,
        grammar,
        decimals,
        cents,
        block_s,
        credited_after,
        withdrawable_after,
        minimums: [500, 1_000, 250],
        contract: None,
        ..USDT
    }
}

/// Everything that moves. The decimals of a token differ from network to network, as they really do.
pub const COINS: &[Coin] = &[
    USDT,
    Coin {
        network: "ETHEREUM",
        grammar: Grammar::Evm,
        block_s: 12,
        credited_after: 12,
        withdrawable_after: 64,
        minimums: [500, 2_000, 350],
        contract: Some("0xdac17f958d2ee523a2206206994597c13d831ec7"),
        ..USDT
    },
    Coin {
        network: "BSC",
        grammar: Grammar::Evm,
        decimals: 18,
        credited_after: 12,
        withdrawable_after: 30,
        contract: Some("0x55d398326f99059ff775485246999027b3197955"),
        ..USDT
    },
    Coin {
        network: "POLYGON",
        grammar: Grammar::Evm,
        block_s: 2,
        credited_after: 127,
        withdrawable_after: 256,
        contract: Some("0xc2132d05d31c914a87c6611c10748aeb04b58e8f"),
        can_deposit: false,
        ..USDT
    },
    own("BTC", "BITCOIN", Grammar::Base58(0x00), 8, 9_240_000, 600, [1, 3]),
    own("ETH", "ETHEREUM", Grammar::Evm, 18, 348_200, 12, [12, 64]),
    own("LTC", "LITECOIN", Grammar::Base58(0x30), 8, 9_670, 150, [2, 6]),
    own("DOGE", "DOGECOIN", Grammar::Base58(0x1e), 8, 17, 60, [15, 60]),
    own("TRX", "TRON", Grammar::Base58(0x41), 6, 29, 3, [19, 40]),
    Coin { needs_memo: true, ..own("XRP", "XRPL", Grammar::Ripple, 6, 214, 4, [1, 2]) },
];

impl Coin {
    /// So much of it as is worth so many cents, to the unit.
    pub fn worth(&self, cents: u64) -> Amount {
        let scale = 10_u128.pow(u32::from(self.decimals));
        let units = u128::from(cents) * scale / u128::from(self.cents.max(1));
        // People send round numbers: what is left of the last six places is cut off.
        let cut = 10_u128.pow(u32::from(self.decimals.saturating_sub(6)));
        Amount::new(units / cut * cut, self.decimals, self.asset)
    }
}

pub fn networks() -> Vec<Network> {
    let network = |coin: &Coin| {
        let [deposit, withdrawal, fee] = coin.minimums;
        Network {
            asset: coin.asset.to_owned(),
            network: coin.network.to_owned(),
            can_deposit: coin.can_deposit,
            can_withdraw: true,
            minimum_deposit: coin.worth(deposit),
            minimum_withdrawal: coin.worth(withdrawal),
            withdrawal_fee: coin.worth(fee),
            credited_after: coin.credited_after,
            withdrawable_after: coin.withdrawable_after,
            needs_memo: coin.needs_memo,
            contract: coin.contract.map(str::to_owned),
        }
    };
    COINS.iter().map(network).collect()
}

/// USD cents in 30 days, maker and taker in parts of a million.
const FEES: &[(i64, i32, i32)] = &[
    (0, 2_000, 2_000),
    (1_000_000_000, 1_600, 1_800),
    (5_000_000_000, 1_200, 1_500),
    (20_000_000_000, 800, 1_200),
    (100_000_000_000, 0, 800),
    (500_000_000_000, -50, 500),
];

pub fn fees() -> Vec<FeeTier> {
    let tier =
        |(vip_tier, (from_volume_cents, maker_ppm, taker_ppm)): (u8, &(i64, i32, i32))| FeeTier {
            vip_tier,
            from_volume_cents: *from_volume_cents,
            maker_ppm: *maker_ppm,
            taker_ppm: *taker_ppm,
        };
    (0..).zip(FEES).map(tier).collect()
}

/// 2025-01-01 and 2026-03-01, midnight UTC.
const TERMS_SINCE: [i64; 2] = [1_735_689_600_000_000, 1_772_323_200_000_000];

pub fn terms() -> Vec<Terms> {
    let [first, second] = TERMS_SINCE.map(Timestamp::from_micros);
    let of = |product: &str, version: &str, parameters: &[(&str, &str)]| Terms {
        product: product.to_owned(),
        version: version.to_owned(),
        url: format!("https://exchange.example/terms/{product}/{version}"),
        in_force_from: first,
        in_force_until: None,
        parameters: parameters
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    };
    let dual = |version, window| {
        let parameters = [
            ("settlement_time_utc", "08:00"),
            ("window_minutes", window),
            ("sample_seconds", "5"),
            ("average", "arithmetic"),
            ("at_strike", "exercises"),
        ];
        of("dual-investment", version, &parameters)
    };
    let futures = [
        ("funding_interval_hours", "8"),
        ("funding_floor_ppm", "-3750"),
        ("funding_cap_ppm", "3750"),
    ];
    let api = [
        ("window_ms", "5000"),
        ("key_delay_minutes", "5"),
        ("time_url", "https://api.exchange.example/v2/time"),
    ];
    vec![
        Terms { in_force_from: second, ..dual("2", "60") },
        Terms { in_force_until: Some(second), ..dual("1", "30") },
        of("futures", "1", &futures),
        of("api", "2", &api),
    ]
}

/// What each level needs and allows, and what may leave in a day, in USDT.
const LEVELS: &[(&[KycProof], &[KycUse], u64)] = &[
    (&[KycProof::Email], &[KycUse::Deposit, KycUse::Trade], 0),
    (
        &[KycProof::Email, KycProof::IdentityDocument, KycProof::Selfie],
        &[KycUse::Deposit, KycUse::Trade, KycUse::Withdraw, KycUse::P2p],
        10_000,
    ),
    (
        &[KycProof::Email, KycProof::IdentityDocument, KycProof::Selfie, KycProof::ProofOfAddress],
        KycUse::ALL,
        1_000_000,
    ),
];

/// Hours after which changes withdrawals go on.
const PAUSES: &[(SecurityChangeKind, u32)] = &[
    (SecurityChangeKind::PasswordChanged, 24),
    (SecurityChangeKind::SecondFactorChanged, 24),
    (SecurityChangeKind::EmailChanged, 24),
    (SecurityChangeKind::PhoneChanged, 24),
    (SecurityChangeKind::WhitelistChanged, 12),
];

/// Requests within seconds.
const RATES: &[(&str, u32, u32, RateScope)] = &[
    ("orders", 30, 1, RateScope::Account),
    ("cancel", 60, 1, RateScope::Account),
    ("withdrawals", 10, 60, RateScope::Key),
    ("market-data", 400, 1, RateScope::Ip),
];

pub fn rules() -> Rules {
    let level = |(level, (needs, allows, most)): (u8, &(&[KycProof], &[KycUse], u64))| KycLevel {
        level,
        needs: needs.to_vec(),
        allows: allows.to_vec(),
        daily_withdrawal: (*most > 0).then(|| USDT.worth(most * USDT.cents)),
    };
    let pause = |(after, hours): &(SecurityChangeKind, u32)| WithdrawalPause {
        after: *after,
        hours: *hours,
    };
    let rate = |(group, requests, seconds, per): &(&str, u32, u32, RateScope)| RateLimit {
        group: (*group).to_owned(),
        requests: *requests,
        seconds: *seconds,
        per: *per,
    };
    Rules {
        kyc_levels: (0..).zip(LEVELS).map(level).collect(),
        withdrawal_pauses: PAUSES.iter().map(pause).collect(),
        rate_limits: RATES.iter().map(rate).collect(),
    }
}

/// Rates a year in parts of a million, the term in days, hours until one is out.
type Earn = (EarnKind, &'static str, u32, Option<u32>, Option<u32>);
const EARN: &[Earn] = &[
    (EarnKind::Flexible, "USDT", 31_000, None, Some(0)),
    (EarnKind::Flexible, "BTC", 4_000, None, Some(0)),
    (EarnKind::Fixed, "USDT", 52_000, Some(30), None),
    (EarnKind::Fixed, "USDT", 61_000, Some(90), None),
    (EarnKind::Staking, "ETH", 29_000, None, Some(168)),
];

/// Coin, stablecoin, terms in days.
const DUAL: &[(&str, &str, &[u32])] =
    &[("BTC", "USDT", &[1, 3, 7]), ("ETH", "USDT", &[1, 3, 7, 14])];

/// What is traded as perpetual contracts: the name, the coin, in which place after the point stand the size of one contract and
/// the step of the price, and for each size of position in USDT (0 for no end) the leverage and what must be kept, in parts of a
/// million.
type Perpetual = (&'static str, &'static str, [u8; 2], &'static [(u64, u16, u32)]);
const PERPETUALS: &[Perpetual] = &[
    (
        "BTC-USDT-PERP",
        "BTC",
        [3, 1],
        &[(50_000, 100, 5_000), (1_000_000, 50, 10_000), (0, 20, 25_000)],
    ),
    (
        "ETH-USDT-PERP",
        "ETH",
        [2, 2],
        &[(50_000, 100, 5_000), (500_000, 50, 10_000), (0, 20, 25_000)],
    ),
    ("SOL-USDT-PERP", "SOL", [1, 3], &[(100_000, 50, 10_000), (0, 10, 50_000)]),
];
/// As the terms of futures say it.
const FUNDING_HOURS: u32 = 8;
const LIQUIDATION_FEE_PPM: u32 = 5_000;

fn contract((market, asset, places, steps): &Perpetual) -> Contract {
    let [size_places, price_places] = *places;
    let step = |(up_to, max_leverage, maintenance_ppm): &(u64, u16, u32)| MarginStep {
        up_to: (*up_to > 0).then(|| USDT.worth(up_to * USDT.cents)),
        max_leverage: *max_leverage,
        maintenance_ppm: *maintenance_ppm,
    };
    Contract {
        market: (*market).to_owned(),
        size: Amount::new(1, size_places, asset),
        tick: Amount::new(1, price_places, USDT.asset),
        funding_hours: Some(FUNDING_HOURS),
        liquidation_fee_ppm: Some(LIQUIDATION_FEE_PPM),
        steps: steps.iter().map(step).collect(),
    }
}

/// Coins that are lent, with the interest of an hour in parts of a million.
const LOANS: &[(&str, u32)] = &[("USDT", 12), ("BTC", 5), ("ETH", 6)];

/// Ways of ordinary money: in and out, the partner, the fee in parts of a million, the least and the most, hours.
type Fiat = (&'static str, FiatMeans, [bool; 2], Option<&'static str>, u32, [u128; 2], Option<u32>);
const FIAT: &[Fiat] = &[
    ("EUR", FiatMeans::Bank, [true, true], None, 0, [10, 50_000], Some(24)),
    ("EUR", FiatMeans::Card, [true, false], Some("Example Pay"), 25_000, [20, 5_000], Some(0)),
    ("USD", FiatMeans::Card, [true, false], Some("Example Pay"), 29_000, [20, 5_000], Some(0)),
    ("TRY", FiatMeans::Bank, [true, true], None, 0, [100, 1_000_000], Some(2)),
];

fn fiat_way((currency, means, ways, partner, fee_ppm, limits, usual_hours): &Fiat) -> FiatWay {
    let ([can_pay_in, can_pay_out], [least, most]) = (*ways, *limits);
    let amount = |whole: u128| Some(Amount::new(whole * 100, 2, currency));
    FiatWay {
        currency: (*currency).to_owned(),
        means: *means,
        can_pay_in,
        can_pay_out,
        partner: partner.map(str::to_owned),
        fee_ppm: Some(*fee_ppm),
        minimum: amount(least),
        maximum: amount(most),
        usual_hours: *usual_hours,
    }
}

pub fn offers() -> Offers {
    let product = |(kind, asset, yearly_ppm, days, redeem_hours): &Earn| EarnProduct {
        kind: *kind,
        asset: (*asset).to_owned(),
        yearly_ppm: *yearly_ppm,
        days: *days,
        redeem_hours: *redeem_hours,
    };
    let pair = |(asset, stablecoin, days): &(&str, &str, &[u32])| DualPair {
        asset: (*asset).to_owned(),
        stablecoin: (*stablecoin).to_owned(),
        days: days.to_vec(),
        minimum: USDT.worth(10 * 100),
    };
    let loan = |(asset, interest_ppm): &(&str, u32)| MarginLoan {
        asset: (*asset).to_owned(),
        interest_ppm: *interest_ppm,
        every_hours: 1,
    };
    Offers {
        earn: EARN.iter().map(product).collect(),
        dual_investment: DUAL.iter().map(pair).collect(),
        contracts: PERPETUALS.iter().map(contract).collect(),
        margin_loans: LOANS.iter().map(loan).collect(),
        fiat: FIAT.iter().map(fiat_way).collect(),
    }
}
