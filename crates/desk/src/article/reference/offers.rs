//! What is on offer: Earn products, the pairs of Dual Investment, contracts, loans for margin trading, ways of ordinary money.

use super::grid::{Cell, Grid};
use super::rules::{hours, key, table};
use super::{Sources, amount, listed, money, percent, word, words};
use crate::bridge::Amount;
use crate::bridge::facts::{
    Contract, DualPair, EarnKind, EarnProduct, FiatWay, MarginLoan, MarginStep, Offers,
};

/// In a cell of which nothing is told.
const NOTHING: &str = "—";

fn offers<'a>(sources: &Sources<'a>) -> Option<&'a Offers> {
    Some(&sources.venue?.offers.as_ref().ok()?.facts)
}

/// `offer.earn.KIND.COIN.rate` (of several the highest), `offer.dual.COIN.STABLECOIN.days` and `.minimum`,
/// `offer.contract.MARKET.max_leverage`, `.maintenance` (the lowest), `.funding_interval`, `.size` and `.tick`,
/// `offer.margin.COIN.interest` and `.interval`.
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
        ["contract", market, what] => {
            let contract = offers.contracts.iter().find(|one| one.market == *market)?;
            match *what {
                "max_leverage" => {
                    let most = contract.steps.iter().map(|step| step.max_leverage).max()?;
                    Some(leverage(sources, most))
                }
                "maintenance" => {
                    rate(sources, contract.steps.iter().map(|step| step.maintenance_ppm).min()?)
                }
                "funding_interval" => Some(hours(sources, i64::from(contract.funding_hours?))),
                "size" => money(sources.locale, &contract.size),
                "tick" => money(sources.locale, &contract.tick),
                _ => None,
            }
        }
        ["margin", asset, what] => {
            let loan = offers.margin_loans.iter().find(|one| one.asset == *asset)?;
            match *what {
                "interest" => rate(sources, loan.interest_ppm),
                "interval" => Some(hours(sources, i64::from(loan.every_hours))),
                _ => None,
            }
        }
        _ => None,
    }
}

pub(super) fn earn_table(sources: &Sources<'_>) -> Option<Grid> {
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

pub(super) fn pairs_table(sources: &Sources<'_>) -> Option<Grid> {
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

/// A line for each size of position, the contract's name in each.
pub(super) fn contracts_table(sources: &Sources<'_>) -> Option<Grid> {
    let line = |contract: &Contract, step: &MarginStep| {
        let funding = contract.funding_hours.map(|count| hours(sources, i64::from(count)));
        vec![
            Cell::Code(contract.market.clone()),
            amount(sources, &contract.size),
            amount(sources, &contract.tick),
            or_nothing(sources, step.up_to.as_ref()),
            words(leverage(sources, step.max_leverage)),
            words(rate(sources, step.maintenance_ppm).unwrap_or_default()),
            words(funding.unwrap_or_else(|| NOTHING.to_owned())),
            share(sources, contract.liquidation_fee_ppm),
        ]
    };
    let head = [
        "help-col-market",
        "help-col-size",
        "help-col-tick",
        "help-col-up-to",
        "help-col-leverage",
        "help-col-maintenance",
        "help-col-funding",
        "help-col-liquidation-fee",
    ];
    let lines = offers(sources)?.contracts.iter();
    let lines = lines.flat_map(|one| one.steps.iter().map(move |step| line(one, step)));
    table(sources, &head, lines)
}

pub(super) fn loans_table(sources: &Sources<'_>) -> Option<Grid> {
    let line = |loan: &MarginLoan| {
        vec![
            words(&loan.asset),
            words(rate(sources, loan.interest_ppm).unwrap_or_default()),
            words(hours(sources, i64::from(loan.every_hours))),
        ]
    };
    let head = ["help-col-coin", "help-col-interest", "help-col-every"];
    table(sources, &head, offers(sources)?.margin_loans.iter().map(line))
}

pub(super) fn fiat_table(sources: &Sources<'_>) -> Option<Grid> {
    let line = |way: &FiatWay| {
        let ways = [(way.can_pay_in, "help-pay-in"), (way.can_pay_out, "help-pay-out")];
        let ways = ways.iter().filter(|(is_open, _)| *is_open).map(|(_, key)| word(sources, key));
        let usual = match way.usual_hours {
            None => NOTHING.to_owned(),
            Some(0) => word(sources, "help-redeem-now"),
            Some(count) => hours(sources, i64::from(count)),
        };
        vec![
            words(&way.currency),
            words(word(sources, &key("help-fiat", way.means.as_str()))),
            words(listed(sources, ways)),
            words(way.partner.as_deref().unwrap_or(NOTHING)),
            share(sources, way.fee_ppm),
            or_nothing(sources, way.minimum.as_ref()),
            or_nothing(sources, way.maximum.as_ref()),
            words(usual),
        ]
    };
    let head = [
        "help-col-currency",
        "help-col-means",
        "help-col-ways",
        "help-col-partner",
        "help-col-charge",
        "help-col-minimum",
        "help-col-maximum",
        "help-col-usual-time",
    ];
    table(sources, &head, offers(sources)?.fiat.iter().map(line))
}

fn or_nothing(sources: &Sources<'_>, told: Option<&Amount>) -> Cell {
    told.map_or_else(|| words(NOTHING), |told| amount(sources, told))
}

/// Parts of a million as a percentage, where they are told.
fn share(sources: &Sources<'_>, ppm: Option<u32>) -> Cell {
    let share = ppm.and_then(|ppm| rate(sources, ppm));
    words(share.unwrap_or_else(|| NOTHING.to_owned()))
}

fn leverage(sources: &Sources<'_>, times: u16) -> String {
    format!("{}×", sources.locale.integer(i64::from(times)))
}

fn rate(sources: &Sources<'_>, ppm: u32) -> Option<String> {
    percent(sources.locale, i32::try_from(ppm).ok()?)
}

fn days(sources: &Sources<'_>, days: &[u32]) -> String {
    listed(sources, days.iter().map(|count| sources.locale.integer(i64::from(*count))))
}
