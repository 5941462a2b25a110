//! What stands for a slot: the amount, the hash, the time. Facts of a ticket are the same in each of its messages;
//! times and counts are of the one message.

use std::time::Duration;

use proofdesk_desk::Timestamp;
use proofdesk_locale::Zone;

use super::cast;
use super::chain;
use super::dice::Dice;
use super::money::{self, Coin, Money};
use super::story::Kind;
use super::tale::{Person, Tale};
use super::template;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Customer,
    Agent,
}

/// What a message can know.
pub struct Facts<'a> {
    pub tale: &'a Tale,
    pub person: &'a Person,
    pub voice: Voice,
    /// When it is written.
    pub at: Timestamp,
    /// What is new in this message follows from it.
    pub fresh: u64,
}

const HOUR: u64 = 3_600;
const LETTERS: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

impl Facts<'_> {
    /// Writes a template out with these facts.
    pub fn expand(&self, template: &str, dice: &mut Dice) -> String {
        let about_amount = self.tale.scenario.lines.mention("{amount}");
        let fits = |choice: &str| about_amount || !choice.contains("{amount}");
        template::expand(template, dice, &fits, &mut |slot| self.get(slot))
    }

    /// What stands for a slot, or `None` for one that nothing stands for.
    pub fn get(&self, slot: &str) -> Option<String> {
        self.of_message(slot)
            .or_else(|| self.of_people(slot))
            .or_else(|| self.of_transfer(slot))
            .or_else(|| self.of_market(slot))
            .or_else(|| self.of_interface(slot))
            .or_else(|| self.of_language(slot))
    }

    /// The networks of the ticket by the names that forms know: the one it went over, and the one it was mistaken for.
    pub fn networks(&self) -> (&'static str, &'static str) {
        let Money { network, other, .. } = self.money();
        (network.stable, other.stable)
    }

    fn stable(&self, slot: &str) -> Dice {
        self.tale.dice(slot)
    }

    fn of_message(&self, slot: &str) -> Option<String> {
        let mut dice = Dice::named(self.fresh, slot);
        Some(match slot {
            "clock" => self.clock(self.at - Duration::from_secs(dice.below(4 * HOUR))),
            "until" => self.clock(self.at + Duration::from_secs(dice.between(HOUR, 16 * HOUR))),
            "mins" => dice.between(4, 55).to_string(),
            "hours" => dice.between(3, 45).to_string(),
            "short" => dice.between(2, 12).to_string(),
            "days" => dice.between(2, 9).to_string(),
            "n" => dice.between(2, 9).to_string(),
            _ => return None,
        })
    }

    fn of_people(&self, slot: &str) -> Option<String> {
        let locale = self.tale.story.locale;
        Some(match slot {
            "me" | "name" => self.person.name.given.clone(),
            "agent" => cast::CAST.get(self.tale.agent)?.signs(locale).to_owned(),
            "brand" => (*cast::BRANDS.get(self.person.brand)?).to_owned(),
            "uid" => self.person.uid.clone(),
            "tier" => format!("VIP {}", self.person.tier.max(1)),
            "team" => self.line(self.tale.area.keys().0)?,
            "desk" => self.line(self.tale.area.keys().1)?,
            "date" => self.date(self.happened()),
            "date2" => {
                let days = self.stable(slot).between(10, 25);
                self.date(self.tale.opened_at + Duration::from_secs(days * 24 * HOUR))
            }
            // The clock of what happened, in the common lines that say when it was.
            "then" => self.clock(self.happened()),
            "ref" => {
                let side = if self.voice == Voice::Agent { "ref" } else { "support code" };
                format!("LS-{}", self.stable(side).letters(LETTERS, 6))
            }
            _ => return None,
        })
    }

    fn of_transfer(&self, slot: &str) -> Option<String> {
        let Money { coin, network, other } = self.money();
        let need = network.confirmations;
        Some(match slot {
            "coin" => coin.ticker.to_owned(),
            "net" => network.name.to_owned(),
            "net2" => other.name.to_owned(),
            "amount" => self.amount(coin, slot),
            "amount2" => {
                format!("{} {}", coin.worth(self.stable(slot).between(600, 9_000)), coin.ticker)
            }
            "min" => format!("{} {}", coin.worth_about(500), coin.ticker),
            "fee" => {
                format!("{} {}", coin.worth_about(self.stable(slot).between(80, 400)), coin.ticker)
            }
            "tx" => network.transaction(&mut self.stable("tx")),
            "tx2" => network.transaction(&mut self.stable(slot)),
            "txcut" => network.transaction(&mut self.stable("tx")).chars().take(10).collect(),
            "addr" => network.address(&mut self.stable("addr")),
            "addrcut" => network.address(&mut self.stable("addr")).chars().take(6).collect(),
            "link" => {
                format!("{}{}", network.explorer, network.transaction(&mut self.stable("tx")))
            }
            "need" => need.to_string(),
            "conf" => match self.tale.scenario.kind {
                Kind::Btc => "0".to_owned(),
                _ => (need + self.stable(slot).between(3, 400)).to_string(),
            },
            "height" => (network.height - self.stable(slot).below(9_000)).to_string(),
            "memo" | "memo2" => self.stable(slot).digits(9),
            "wid" => format!("W{}", self.stable(slot).digits(9)),
            "leak" => {
                let mut dice = self.stable(slot);
                if dice.chance(750) { chain::seed_phrase(&mut dice) } else { chain::wif(&mut dice) }
            }
            _ => return None,
        })
    }

    fn of_market(&self, slot: &str) -> Option<String> {
        let kind = self.tale.scenario.kind;
        let market = self.market();
        let mut dice = self.stable(slot);
        Some(match slot {
            "pair" if kind == Kind::Perp => format!("{}USDT", market.coin.ticker),
            "pair" => format!("{}/USDT", market.coin.ticker),
            "price" => money::price(market.limit),
            "price2" if kind == Kind::Perp => {
                money::price(part(market.liquidation, dice.between(10_010, 10_120)))
            }
            "price2" => money::price(market.price),
            "stop" => money::price(part(market.limit, dice.between(9_200, 9_800))),
            "liq" => money::price(market.liquidation),
            "mark" => money::price(part(market.liquidation, dice.between(9_950, 9_995))),
            "strike" => money::price(market.strike),
            "settle" => {
                money::price(part(market.strike, if market.below { 9_995 } else { 10_006 }))
            }
            "spot" => money::price(part(market.strike, if market.below { 10_014 } else { 9_986 })),
            "coin2" => market.paid(kind == Kind::Owed).to_owned(),
            "owed" => market.paid(false).to_owned(),
            "size" => format!(
                "{} {}",
                market.coin.worth(dice.between(15_000, 900_000)),
                market.coin.ticker
            ),
            "lev" => format!("{}x", dice.word(&["5", "10", "20", "25", "50"])),
            "term" => dice.word(&["7", "14", "30", "60", "90"]).to_owned(),
            "apy" => format!("{}.{} %", dice.between(2, 11), dice.below(10)),
            "rate" => format!("0.0{}{} %", dice.between(3, 6), dice.below(10)),
            "rate2" => "0.10 %".to_owned(),
            "volume" => format!("{},000,000 USDT", dice.between(1, 9)),
            "order" => dice.digits(12),
            _ => return None,
        })
    }

    fn of_interface(&self, slot: &str) -> Option<String> {
        let mut dice = self.stable(slot);
        Some(match slot {
            "err" => self.tale.scenario.code.unwrap_or("4001").to_owned(),
            "errmsg" => message(self.tale.scenario.code.unwrap_or("4001")).to_owned(),
            "endpoint" => "POST /v2/spot/order".to_owned(),
            "lib" => dice
                .word(&[
                    "python-requests 2.32",
                    "ccxt 4.5",
                    "axios 1.7",
                    "Go net/http",
                    "OkHttp 4.12",
                    "libcurl 8.9",
                ])
                .to_owned(),
            "skew" if self.tale.scenario.code == Some("4010") => {
                dice.between(5_200, 19_000).to_string()
            }
            "skew" => dice.between(8, 120).to_string(),
            "ip" => format!("203.0.113.{}", dice.between(2, 250)),
            "ip2" => format!("198.51.100.{}", dice.between(2, 250)),
            "device" => dice
                .word(&[
                    "iPhone 15, iOS 18.2",
                    "Pixel 8, Android 15",
                    "Galaxy S23, Android 14",
                    "Redmi Note 12",
                    "iPhone SE, iOS 17.6",
                    "MacBook, Firefox 132",
                    "Windows 11, Chrome 131",
                    "iPad Air, iPadOS 18",
                ])
                .to_owned(),
            "app" => format!("7.{}.{}", dice.between(2, 18), dice.below(10)),
            "log" => self.log(),
            "prehash" => {
                format!("POST/v2/spot/order{}{}", self.order_body(), self.happened().millis())
            }
            "url" => format!(
                "https://{}-{}.example/{}",
                self.brand_word(),
                dice.word(&["verify", "wallet-check", "secure", "airdrop", "help-center"]),
                dice.letters(b"abcdefghkmnpqrstuvwxyz23456789", 7)
            ),
            "handle" => format!(
                "@{}_{}_{}",
                self.brand_word(),
                dice.word(&["support", "helpdesk", "security", "official"]),
                dice.digits(2)
            ),
            "product" => "Dual Investment".to_owned(),
            _ => return None,
        })
    }

    /// A slot that is a common line of the language, the same all through the ticket.
    fn of_language(&self, slot: &str) -> Option<String> {
        self.line(slot)
    }

    fn line(&self, key: &str) -> Option<String> {
        let mut dice = self.stable(key);
        let template = self.tale.story.common.pick(key, &mut dice)?;
        Some(self.expand(template, &mut dice))
    }

    fn money(&self) -> Money {
        Money::of(self.tale.scenario.kind, &mut self.stable("money"))
    }

    fn amount(&self, coin: &Coin, slot: &str) -> String {
        let mut dice = self.stable(slot);
        let cents = match (self.tale.scenario.kind, dice.below(10)) {
            (Kind::Small, _) => dice.between(1_50, 4_80),
            (_, 0..5) => dice.between(2_000, 60_000),
            (_, 5..9) => dice.between(60_000, 900_000),
            _ => dice.between(900_000, 18_000_000),
        };
        format!("{} {}", coin.worth(cents), coin.ticker)
    }

    fn market(&self) -> Market {
        let mut dice = self.stable("market");
        let coin = match self.tale.scenario.kind {
            Kind::Perp | Kind::Earn | Kind::Owed => self.money().coin,
            _ => Money::traded(&mut dice),
        };
        let price = part(coin.price, dice.between(9_400, 10_600));
        let away = if dice.chance(500) {
            dice.between(6_000, 8_200)
        } else {
            dice.between(11_900, 14_000)
        };
        Market {
            coin,
            price,
            limit: part(price, away),
            liquidation: part(price, dice.between(9_100, 9_900)),
            strike: money::strike(price, &mut dice),
            below: dice.chance(500),
        }
    }

    /// When the thing happened of which the customer writes.
    fn happened(&self) -> Timestamp {
        self.tale.opened_at
            - Duration::from_secs(self.stable("happened").between(HOUR / 3, 20 * HOUR))
    }

    /// Hours and minutes: the customer's own, or UTC among colleagues.
    fn clock(&self, at: Timestamp) -> String {
        let zone = match self.voice {
            Voice::Customer => {
                jiff::tz::TimeZone::get(self.person.zone).unwrap_or(jiff::tz::TimeZone::UTC)
            }
            Voice::Agent => jiff::tz::TimeZone::UTC,
        };
        let at = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or_default().to_zoned(zone);
        let utc = if self.voice == Voice::Agent { " UTC" } else { "" };
        format!("{:02}:{:02}{utc}", at.hour(), at.minute())
    }

    fn date(&self, at: Timestamp) -> String {
        let zone = Zone::parse(self.person.zone).unwrap_or(Zone::UTC);
        let date = self.tale.story.locale.date(at.micros(), &zone);
        let date = date.replace(['\u{a0}', '\u{202f}'], " ");
        // The Russian abbreviation for "year" would put its full stop before the sentence's own.
        date.trim_end_matches(" г.").to_owned()
    }

    fn brand_word(&self) -> String {
        cast::BRANDS.get(self.person.brand).copied().unwrap_or_default().to_lowercase()
    }

    fn order_body(&self) -> String {
        let Market { coin, limit, .. } = self.market();
        let size = coin.worth(self.stable("size").between(15_000, 900_000));
        let price = money::price(limit);
        format!(
            r#"{{"market":"{}USDT","side":"buy","amount":"{size}","price":"{price}"}}"#,
            coin.ticker
        )
    }

    /// A request and its answer, as a client logs them.
    fn log(&self) -> String {
        let at = self.happened();
        let code = self.tale.scenario.code.unwrap_or("4001");
        let (body, message) = (self.order_body(), message(code));
        format!(
            "{at} POST /v2/spot/order\nX-TIMESTAMP: {}\n{body}\n200 {{\"code\":{code},\"data\":{{}},\"message\":\"{message}\"}}",
            at.millis()
        )
    }
}

/// Prices around one trade, in millionths of a dollar.
struct Market {
    coin: &'static Coin,
    price: u64,
    /// A price too far from the market.
    limit: u64,
    liquidation: u64,
    strike: u64,
    /// It settled below the strike.
    below: bool,
}

impl Market {
    /// The coin that a structured product pays: below the strike the coin, above it dollars, whether it was bought low
    /// or sold high. `wrong` is the other one.
    fn paid(&self, wrong: bool) -> &'static str {
        if self.below == wrong { "USDT" } else { self.coin.ticker }
    }
}

/// So many ten-thousandths of a number.
fn part(number: u64, ten_thousandths: u64) -> u64 {
    let scaled = u128::from(number) * u128::from(ten_thousandths) / 10_000;
    u64::try_from(scaled).unwrap_or(u64::MAX)
}

/// What the invented exchange says beside an error code.
fn message(code: &str) -> &'static str {
    match code {
        "3127" => "below the minimum amount",
        "3310" => "invalid withdrawal address",
        "3606" => "price exceeds the limit",
        "4002" => "service timeout",
        "4006" => "incorrect signature",
        "4007" => "IP not in whitelist",
        "4010" => "request expired",
        "4213" => "rate limit triggered",
        _ => "service unavailable",
    }
}
