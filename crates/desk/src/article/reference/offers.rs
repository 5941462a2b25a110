//! What is on offer: Earn products, and the pairs of Dual Investment.

use super::rules::{hours, key, table};
use super::{Sources, amount, listed, money, percent, word, words};
use crate::bridge::facts::{DualPair, EarnKind, EarnProduct, Offers};

fn offers<'a>(sources: &Sources<'a>) -> Option<&'a Offers> {
    Some(&sources.venue?.offers.as_ref().ok()?.facts)
}

/// `offer.earn.KIND.COIN.rate` (of several the highest) and `offer.dual.COIN.STABLECOIN.days` and `.minimum`.
pub(super) fn value(name: &[&str], sources: &Sources<'_>) -> Option<String> {
    let offers = offers(sources)?;
    match name {
        ["earn", kind, asset, "rate"] => {
            let kind: EarnKind = kind.parse().ok()?;
            let of_kind = offers.earn.iter().filter(|one| one.kind == kind && one.asset == *asset);
            rate(sources, of_kind.map(|one| one.yearly_ppm).max()?)
        }
        ["dual", asset, stablecoin, what] => {
            let pairs = &offers.dual_investment;
            let pair =
                pairs.iter().find(|pair| pair.asset == *asset && pair.stablecoin == *stablecoin)?;
            match *what {
                "days" => Some(days(sources, &pair.days)),
                "minimum" => money(sources.locale, &pair.minimum),
                _ => None,
            }
        }
        _ => None,
    }
}

pub(super) fn earn_table(sources: &Sources<'_>) -> Option<String> {
    let head =
        ["help-col-product", "help-col-coin", "help-col-rate", "help-col-days", "help-col-way-out"];
    let row = |one: &EarnProduct| {
        let way_out = match one.redeem_hours {
            None => word(sources, "help-redeem-end"),
            Some(0) => word(sources, "help-redeem-now"),
            Some(count) => hours(sources, i64::from(count)),
        };
        let term = one.days.map_or_else(|| "—".to_owned(), |count| days(sources, &[count]));
        vec![
            words(word(sources, &key("help-earn", one.kind.as_str()))),
            words(&one.asset),
            words(rate(sources, one.yearly_ppm).unwrap_or_default()),
            words(term),
            words(way_out),
        ]
    };
    table(sources, &head, offers(sources)?.earn.iter().map(row))
}

pub(super) fn pairs_table(sources: &Sources<'_>) -> Option<String> {
    let row = |pair: &DualPair| {
        vec![
            words(&pair.asset),
            words(&pair.stablecoin),
            words(days(sources, &pair.days)),
            amount(sources, &pair.minimum),
        ]
    };
    let head = ["help-col-coin", "help-col-stablecoin", "help-col-days", "help-col-minimum"];
    table(sources, &head, offers(sources)?.dual_investment.iter().map(row))
}

fn rate(sources: &Sources<'_>, ppm: u32) -> Option<String> {
    percent(sources.locale, i32::try_from(ppm).ok()?)
}

fn days(sources: &Sources<'_>, days: &[u32]) -> String {
    listed(sources, days.iter().map(|count| sources.locale.integer(i64::from(*count))))
}
