//! Prices that move up and down as time passes, and are the same for everybody who asks for the same moment.

use std::time::Duration;

use crate::bridge::facts::PriceSample;
use crate::bridge::{BridgeError, PriceAsk};
use crate::limits;
use crate::time::Timestamp;

/// Indexes and what they are worth in the middle, millionths of a dollar.
const INDEXES: &[(&str, i64)] = &[
    ("BTC-USD", 92_400_000_000),
    ("ETH-USD", 3_482_000_000),
    ("SOL-USD", 158_300_000),
    ("XRP-USD", 2_140_000),
    ("LTC-USD", 96_700_000),
    ("DOGE-USD", 171_000),
    ("BNB-USD", 884_000_000),
];
const EVERY: Duration = Duration::from_secs(5);
const SECOND_US: i64 = 1_000_000;
/// Swings on top of each other: seconds of a full one, and how far it goes, in thousandths of the middle.
const SWINGS: &[(i64, i64)] = &[(23 * 3_600, 18), (6 * 3_600, 7), (660, 2)];

/// The price of an index at a moment, millionths of a dollar; `None` for an index that there is not.
pub fn micros(index: &str, at: Timestamp) -> Option<i64> {
    let (_, middle) = INDEXES.iter().find(|(name, _)| *name == index)?;
    let second = at.micros().div_euclid(SECOND_US);
    let swing: i64 = SWINGS.iter().map(|(period, height)| triangle(second, *period) * height).sum();
    Some(middle + (middle / 1_000) * swing / 1_000)
}

/// -1000 to 1000 and back within `period`.
fn triangle(second: i64, period: i64) -> i64 {
    let place = second.rem_euclid(period) * 4_000 / period;
    if place <= 2_000 { place - 1_000 } else { 3_000 - place }
}

/// Millionths of a dollar as decimal text, two places from a dollar on.
pub fn text(micros: i64) -> String {
    let (whole, rest) = (micros / SECOND_US, micros.rem_euclid(SECOND_US));
    if whole >= 1 { format!("{whole}.{:02}", rest / 10_000) } else { format!("{whole}.{rest:06}") }
}

/// A sample every five seconds, oldest first; of the future there is none.
pub fn samples(ask: &PriceAsk) -> Result<Vec<PriceSample>, BridgeError> {
    if micros(&ask.index, ask.from).is_none() {
        return Err(BridgeError::NotFound);
    }
    let step = i64::try_from(EVERY.as_micros()).unwrap_or(i64::MAX);
    let first = ask.from.micros().div_euclid(step).saturating_mul(step);
    let first = if first < ask.from.micros() { first.saturating_add(step) } else { first };
    let mut samples = Vec::new();
    let mut at = Timestamp::from_micros(first);
    while at < ask.to && at <= ask.now && samples.len() < limits::BRIDGE_SAMPLES {
        if let Some(price) = micros(&ask.index, at) {
            samples.push(PriceSample { at, price: text(price) });
        }
        at = at + EVERY;
    }
    Ok(samples)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn prices_move_and_stay_near_the_middle() {
        let at = |hours: u64| {
            let moment = Timestamp::from_micros(1_795_251_600_000_000);
            micros("ETH-USD", moment + Duration::from_secs(hours * 3_600)).unwrap()
        };
        assert_ne!(at(0), at(5));
        assert_eq!(at(0), at(0));
        assert!((0..100).all(|hour| (3_380_000_000..3_590_000_000).contains(&at(hour))));
        assert_eq!(text(3_482_129_999), "3482.12");
        assert_eq!(text(171_000), "0.171000");
    }

    #[test]
    fn nothing_is_told_of_the_future() {
        let from = Timestamp::from_micros(1_795_251_600_000_000);
        let ask = |to: u64, now: u64| PriceAsk {
            index: "ETH-USD".to_owned(),
            from,
            to: from + Duration::from_secs(to),
            now: from + Duration::from_secs(now),
            request_id: String::new(),
        };
        assert_eq!(samples(&ask(3_600, 7_200)).unwrap().len(), 720);
        assert_eq!(samples(&ask(3_600, 59)).unwrap().len(), 12);
        assert_eq!(samples(&ask(10_000_000, 20_000_000)).unwrap().len(), limits::BRIDGE_SAMPLES);
        let unknown = PriceAsk { index: "GOLD".to_owned(), ..ask(1, 1) };
        assert_eq!(samples(&unknown), Err(BridgeError::NotFound));
    }
}
