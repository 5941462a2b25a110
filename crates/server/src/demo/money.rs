//! Coins, amounts and prices of the invented exchange, in whole numbers throughout.

use super::chain::{self, Grammar, Network};
use super::dice::Dice;
use super::story::Kind;

/// A coin as the exchange lists it.
#[derive(Debug)]
pub struct Coin {
    pub ticker: &'static str,
    /// Millionths of a dollar for one coin, about.
    pub price: u64,
    /// Places after the point that people write.
    pub places: u32,
    /// The networks it moves on.
    pub networks: &'static [Network],
}

const fn coin(ticker: &'static str, price: u64, places: u32, networks: &'static [Network]) -> Coin {
    Coin { ticker, price, places, networks }
}

static COINS: &[Coin] = &[
    coin(
        "USDT",
        1_000_000,
        2,
        &[chain::TRON, chain::ETHEREUM, chain::BSC, chain::POLYGON, chain::ARBITRUM, chain::SOLANA],
    ),
    coin(
        "USDC",
        1_000_000,
        2,
        &[chain::ETHEREUM, chain::SOLANA, chain::POLYGON, chain::ARBITRUM, chain::BSC],
    ),
    coin("BTC", 92_400_000_000, 6, &[chain::BITCOIN]),
    coin("ETH", 3_482_000_000, 5, &[chain::ETHEREUM, chain::ARBITRUM]),
    coin("SOL", 158_300_000, 3, &[chain::SOLANA]),
    coin("XRP", 2_140_000, 2, &[chain::XRPL]),
    coin("TON", 2_380_000, 2, &[chain::TON]),
    coin("ATOM", 4_120_000, 3, &[chain::COSMOS]),
    coin("LTC", 96_700_000, 4, &[chain::LITECOIN]),
    coin("DOGE", 171_000, 1, &[chain::DOGECOIN]),
    coin("TRX", 286_000, 1, &[chain::TRON]),
    coin("BNB", 884_000_000, 4, &[chain::BSC]),
];

/// Coins that are traded against USDT, as contracts too.
static TRADED: &[&str] = &["BTC", "ETH", "SOL", "XRP", "DOGE", "LTC"];
/// Coins of structured products.
static STRUCTURED: &[&str] = &["ETH", "BTC"];

/// The coin of a ticket, on its network, with another network that it was mistaken for.
#[derive(Clone, Copy, Debug)]
pub struct Money {
    pub coin: &'static Coin,
    pub network: Network,
    pub other: Network,
}

impl Money {
    /// What a scenario of this kind is about.
    pub fn of(kind: Kind, dice: &mut Dice) -> Self {
        let fits = |coin: &&Coin| match kind {
            Kind::Any | Kind::Small | Kind::Leak => true,
            Kind::Stable => coin.price == 1_000_000,
            Kind::Btc => coin.ticker == BITCOIN.ticker,
            Kind::Evm => coin.networks.iter().filter(|n| n.grammar == Grammar::Evm).count() > 1,
            Kind::Memo => coin.networks.iter().any(Network::wants_memo),
            Kind::Perp => TRADED.contains(&coin.ticker),
            Kind::Earn | Kind::Owed => STRUCTURED.contains(&coin.ticker),
        };
        let fitting: Vec<&'static Coin> = COINS.iter().filter(fits).collect();
        // USDT first: half of what moves is dollars.
        let coin = match fitting.first() {
            Some(first) if dice.chance(350) => first,
            _ => dice.pick(&fitting).copied().unwrap_or(&BITCOIN),
        };
        let usable = |n: &&Network| kind != Kind::Evm || n.grammar == Grammar::Evm;
        let networks: Vec<&Network> = coin.networks.iter().filter(usable).collect();
        let network = dice.pick(&networks).copied().copied().unwrap_or(chain::BITCOIN);
        let differs = |n: &&&Network| match kind {
            Kind::Stable => n.grammar != network.grammar,
            _ => n.name != network.name,
        };
        let others: Vec<&Network> = networks.iter().filter(differs).copied().collect();
        let other = dice.pick(&others).copied().copied().unwrap_or(chain::BSC);
        Self { coin, network, other }
    }

    /// The coin of a market, traded against USDT.
    pub fn traded(dice: &mut Dice) -> &'static Coin {
        let ticker = dice.word(TRADED);
        COINS.iter().find(|coin| coin.ticker == ticker).unwrap_or(&BITCOIN)
    }
}

static BITCOIN: Coin = coin("BTC", 92_400_000_000, 6, &[chain::BITCOIN]);

impl Coin {
    /// So many of it as are worth `cents`, to all its places: `0.01352`.
    pub fn worth(&self, cents: u64) -> String {
        decimal(self.units(cents), self.places)
    }

    /// The same in a round number, as limits and fees are.
    pub fn worth_about(&self, cents: u64) -> String {
        decimal(round(self.units(cents), 1), self.places)
    }

    fn units(&self, cents: u64) -> u64 {
        let scaled = u128::from(cents) * 10_000 * u128::from(10_u64.pow(self.places));
        u64::try_from(scaled.checked_div(u128::from(self.price)).unwrap_or(0))
            .unwrap_or(u64::MAX)
            .max(1)
    }
}

/// Keeps the first digits of a number.
fn round(number: u64, digits: u32) -> u64 {
    let extra = (number.max(1).ilog10() + 1).saturating_sub(digits);
    let unit = 10_u64.pow(extra);
    number / unit * unit
}

/// A number with a point before its last `places` digits, without needless zeros.
fn decimal(units: u64, places: u32) -> String {
    let one = 10_u64.pow(places);
    let (whole, rest) = (units / one, units % one);
    if rest == 0 {
        return whole.to_string();
    }
    let width = usize::try_from(places).unwrap_or(0);
    let rest = format!("{rest:0width$}");
    format!("{whole}.{}", rest.trim_end_matches('0'))
}

/// A dollar price of so many millionths, as markets write it: more places the cheaper the coin.
pub fn price(millionths: u64) -> String {
    let places = match millionths {
        0..1_000_000 => 5,
        1_000_000..100_000_000 => 3,
        100_000_000..10_000_000_000 => 2,
        _ => 1,
    };
    decimal(millionths / 10_u64.pow(6 - places), places)
}

/// A strike price near the market: round, as products have them.
pub fn strike(millionths: u64, dice: &mut Dice) -> u64 {
    let moved = millionths / 100 * dice.between(93, 107);
    round(moved, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_people_write_them() {
        assert_eq!(BITCOIN.worth(100_000), "0.010822");
        assert_eq!(BITCOIN.worth_about(500), "0.00005");
        assert_eq!(decimal(1_250, 2), "12.5");
        assert_eq!(decimal(1_200, 2), "12");
        assert_eq!(price(3_482_120_000), "3482.12");
        assert_eq!(price(171_230), "0.17123");
        assert_eq!(round(3_482, 2), 3_400);
    }

    #[test]
    fn kinds_find_their_coins() {
        for seed in 0..300 {
            let mut dice = Dice::of(seed);
            let evm = Money::of(Kind::Evm, &mut dice);
            assert_eq!((evm.network.grammar, evm.other.grammar), (Grammar::Evm, Grammar::Evm));
            assert_ne!(evm.network.name, evm.other.name);
            let stable = Money::of(Kind::Stable, &mut dice);
            assert_ne!(stable.network.grammar, stable.other.grammar);
            assert!(Money::of(Kind::Memo, &mut dice).network.wants_memo());
        }
    }
}
