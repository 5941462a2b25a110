//! What holds for every customer: levels of verified identity, pauses of withdrawals, how often the API may be asked.

use proofdesk_locale::{FluentArgs, Messages};

use super::grid::{Cell, Grid};
use super::{Sources, amount, drawn, listed, money, word, words};
use crate::bridge::Amount;
use crate::bridge::facts::{KycLevel, RateLimit, Rules, SecurityChangeKind, WithdrawalPause};

fn rules<'a>(sources: &Sources<'a>) -> Option<&'a Rules> {
    Some(&sources.venue?.rules.as_ref().ok()?.facts)
}

/// `limit.kyc1.daily_withdrawal`, `limit.withdrawal_pause.CHANGE`, `limit.api.GROUP.requests` and `.seconds`.
pub(super) fn value(name: &[&str], sources: &Sources<'_>) -> Option<String> {
    let rules = rules(sources)?;
    match name {
        ["withdrawal_pause", after] => {
            let after: SecurityChangeKind = after.parse().ok()?;
            let pause = rules.withdrawal_pauses.iter().find(|pause| pause.after == after)?;
            Some(hours(sources, i64::from(pause.hours)))
        }
        ["api", group, what] => {
            let rate = rules.rate_limits.iter().find(|rate| rate.group == *group)?;
            let number = match *what {
                "requests" => rate.requests,
                "seconds" => rate.seconds,
                _ => return None,
            };
            Some(sources.locale.integer(i64::from(number)))
        }
        [level, "daily_withdrawal"] => {
            let number: u8 = level.strip_prefix("kyc")?.parse().ok()?;
            money(sources.locale, daily_withdrawal(sources, number)?)
        }
        _ => None,
    }
}

/// The most that may be withdrawn in a day at a level.
pub(super) fn daily_withdrawal<'a>(sources: &Sources<'a>, level: u8) -> Option<&'a Amount> {
    let level = rules(sources)?.kyc_levels.iter().find(|known| known.level == level)?;
    level.daily_withdrawal.as_ref()
}

/// So many hours, in words.
pub(super) fn hours(sources: &Sources<'_>, hours: i64) -> String {
    let mut args = FluentArgs::new();
    args.set("count", hours);
    Messages::embedded().t(sources.locale, "span-hours", Some(&args))
}

pub(super) fn levels_table(sources: &Sources<'_>) -> Option<Grid> {
    let head = ["help-col-level", "help-col-needs", "help-col-allows", "help-col-daily-limit"];
    let row = |level: &KycLevel| {
        let needs = level.needs.iter();
        let needs = needs.map(|one| word(sources, &key("help-proof", one.as_str())));
        let allows = level.allows.iter();
        let allows = allows.map(|one| word(sources, &key("help-use", one.as_str())));
        let most = level.daily_withdrawal.as_ref();
        vec![
            words(sources.locale.integer(i64::from(level.level))),
            words(listed(sources, needs)),
            words(listed(sources, allows)),
            most.map_or_else(|| words("—"), |most| amount(sources, most)),
        ]
    };
    table(sources, &head, rules(sources)?.kyc_levels.iter().map(row))
}

pub(super) fn pauses_table(sources: &Sources<'_>) -> Option<Grid> {
    let row = |pause: &WithdrawalPause| {
        vec![
            words(word(sources, &key("told-setting", pause.after.as_str()))),
            words(hours(sources, i64::from(pause.hours))),
        ]
    };
    let head = ["help-col-change", "help-col-pause"];
    table(sources, &head, rules(sources)?.withdrawal_pauses.iter().map(row))
}

pub(super) fn rates_table(sources: &Sources<'_>) -> Option<Grid> {
    let number = |number: u32| words(sources.locale.integer(i64::from(number)));
    let row = |rate: &RateLimit| {
        vec![
            Cell::Code(rate.group.clone()),
            number(rate.requests),
            number(rate.seconds),
            words(word(sources, &key("help-per", rate.per.as_str()))),
        ]
    };
    let head = ["help-col-group", "help-col-requests", "help-col-seconds", "help-col-per"];
    table(sources, &head, rules(sources)?.rate_limits.iter().map(row))
}

/// A table that has rows.
pub(super) fn table(
    sources: &Sources<'_>,
    head: &[&str],
    rows: impl Iterator<Item = Vec<Cell>>,
) -> Option<Grid> {
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| drawn(sources, head, rows))
}

/// The key of a word of the contract.
pub(super) fn key(of: &str, word: &str) -> String {
    format!("{of}-{}", word.replace('_', "-"))
}
