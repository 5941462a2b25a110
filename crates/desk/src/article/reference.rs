//! What references stand for: values, tables and addresses, from the exchange, the brand and the desk. The lists of
//! `profiles/*/help/references-*.md` say what each means. One that nothing is known of is not here, and what fills an article
//! in leaves its block out. One that the exchange would tell if it answered says so in its place.

mod grid;
pub mod house;
mod offers;
mod own;
mod rules;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use proofdesk_locale::{FluentArgs, Locale, Messages, Zone};

use super::fill::{Films, Known};
use crate::bridge::facts::{FeeTier, Network, Terms};
use crate::bridge::{self, Amount, BridgeError, Venue};
use crate::network_suspension::Suspension;
use crate::render::escape;
use crate::time::Timestamp;
use grid::{Cell, Grid, excerpt};

pub use grid::{LONG, Sheet, sheet};
pub use own::Own;

/// Minutes that a deposit has after its last confirmation before it counts as missing.
const DEPOSIT_GRACE_MINUTES: &str = "10";
/// Pages that articles lead to, by the name in their references.
const PAGES: [(&str, &str); 8] = [
    ("account", "/account"),
    ("account-taken", "/account-taken"),
    ("looks", "/looks"),
    ("question", "/"),
    ("reach", "/reach"),
    ("sessions", "/sessions"),
    ("verify", "/verify"),
    ("notifications", "/notifications"),
];

/// Where references get what they stand for.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Of the text, in which values are written.
    pub locale: Locale,
    /// Of the reader, in which pages are opened.
    pub reader: Locale,
    pub brand_name: &'a str,
    /// `None` where the exchange was not asked.
    pub venue: Option<&'a Venue>,
    /// `None` for whoever has no account at the exchange, and where it was not asked.
    pub own: Option<&'a Own>,
    pub suspensions: &'a [Suspension],
    /// Slugs of the categories that are offered.
    pub categories: &'a [String],
    /// Slugs of the articles that the reader sees.
    pub articles: &'a [String],
    pub now: Timestamp,
}

/// When what is filled in was true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub as_of: Timestamp,
    /// The exchange does not answer, and this is the last thing that it said.
    pub is_last: bool,
}

/// What the exchange is asked for at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Networks,
    Fees,
    Terms,
    Rules,
    Offers,
    /// Of the reader's own account.
    Account,
    Deposits,
    Withdrawals,
}

impl Part {
    /// Says whether it is told of an account, and not of the venue.
    fn is_own(self) -> bool {
        matches!(self, Self::Account | Self::Deposits | Self::Withdrawals)
    }
}

/// Which of it a reference is made of; nothing for what the exchange is not asked for.
fn parts(name: &str) -> &'static [Part] {
    match name.split('.').collect::<Vec<_>>().as_slice() {
        ["network", ..] | ["table", "networks" | "memo" | "withdrawal_fees"] => &[Part::Networks],
        ["fee", ..] | ["table", "fees"] => &[Part::Fees],
        ["terms" | "api", ..] | ["table", "terms", ..] => &[Part::Terms],
        ["limit", ..] | ["table", "kyc" | "withdrawal_pauses" | "rate_limits"] => &[Part::Rules],
        ["offer", ..]
        | ["table", "earn" | "dual_investment_pairs" | "contracts" | "margin_interest" | "fiat"] => {
            &[Part::Offers]
        }
        ["own", rest @ ..] => own::parts(rest),
        _ => &[],
    }
}

/// Since when it holds, or why it is not known.
fn standing(part: Part, sources: &Sources<'_>) -> Result<Told, BridgeError> {
    fn of<T>(told: &bridge::Told<T>) -> Result<Told, BridgeError> {
        match told {
            Ok(told) => Ok(Told { as_of: told.as_of, is_last: told.unreached.is_some() }),
            Err(why) => Err(*why),
        }
    }
    let not_asked = BridgeError::NotConnected;
    let venue = || sources.venue.ok_or(not_asked);
    let own = || sources.own.ok_or(not_asked);
    match part {
        Part::Networks => of(&venue()?.networks),
        Part::Fees => of(&venue()?.fees),
        Part::Terms => of(&venue()?.terms),
        Part::Rules => of(&venue()?.rules),
        Part::Offers => of(&venue()?.offers),
        Part::Account => of(&own()?.account),
        Part::Deposits => of(&own()?.transfers.deposits),
        Part::Withdrawals => of(&own()?.transfers.withdrawals),
    }
}

/// The exchange tells it as a rule, and does not answer now.
fn is_late(name: &str, sources: &Sources<'_>) -> bool {
    let why = parts(name).iter().filter_map(|part| standing(*part, sources).err());
    let why: Vec<BridgeError> = why.collect();
    // What one part will never tell is not waited for, whatever the others say.
    !why.is_empty() && why.iter().all(|why| why.is_passing())
}

/// Says whether the exchange has to be asked for one of the references.
pub fn needs_venue(wanted: &BTreeSet<String>) -> bool {
    wanted.iter().any(|name| parts(name).iter().any(|part| !part.is_own()))
}

/// Says whether it has to be asked for the reader's own account.
pub fn needs_own(wanted: &BTreeSet<String>) -> bool {
    wanted.iter().any(|name| parts(name).iter().any(|part| part.is_own()))
}

/// When the values that stand in the text were true: the oldest of them. Tables say it themselves.
pub fn told(known: &Known, sources: &Sources<'_>) -> Option<Told> {
    let parts = known.values.keys().flat_map(|name| parts(name));
    let told = parts.filter_map(|part| standing(*part, sources).ok());
    told.reduce(|one, other| Told {
        as_of: one.as_of.min(other.as_of),
        is_last: one.is_last || other.is_last,
    })
}

/// Slugs of the articles that references lead to.
pub fn articles(wanted: &BTreeSet<String>) -> Vec<String> {
    let slugs = wanted.iter().filter_map(|name| name.strip_prefix("link.article."));
    slugs.map(str::to_owned).collect()
}

/// Finds what is wanted and known.
pub fn known(wanted: &BTreeSet<String>, sources: &Sources<'_>) -> Known {
    let mut known = Known::default();
    for name in wanted {
        if name.starts_with("table.") {
            let table = match table(name, sources) {
                Some(grid) => Some(dated(excerpt(&grid, name, sources), name, sources)),
                None => is_late(name, sources).then(|| not_now(sources)),
            };
            known.tables.extend(table.map(|table| (name.clone(), table)));
        } else if let Some(address) = address(name, sources) {
            known.links.insert(name.clone(), address);
        } else if let Some(value) = value(name, sources) {
            known.values.insert(name.clone(), value);
        } else if is_late(name, sources) {
            known.values.insert(name.clone(), word(sources, "help-not-now"));
        }
    }
    known
}

/// What an editor sees of references: each by its name, so that none hides.
pub fn shown(wanted: &BTreeSet<String>) -> Known {
    let mut known = Known::default();
    for name in wanted {
        if name.starts_with("table.") {
            let mut html = "<p><code>".to_owned();
            escape(name, &mut html);
            known.tables.insert(name.clone(), html + "</code></p>");
        } else if name.starts_with("link.") || name.ends_with("url") {
            known.links.insert(name.clone(), "#".to_owned());
        } else {
            known.values.insert(name.clone(), format!("⟨{name}⟩"));
        }
    }
    known
}

/// Which links of a text lead to films.
pub fn films(hosts: &[String], locale: Locale) -> Films {
    let words = Messages::embedded().t(locale, "help-film", None);
    Films { hosts: hosts.to_vec(), words }
}

/// The names that are none of a reference at all, whatever is known: an editor is told of them.
pub fn is_possible(name: &str) -> bool {
    let starts = [
        "brand.",
        "network.",
        "fee.",
        "limit.",
        "offer.",
        "own.",
        "desk.",
        "terms.",
        "api.",
        "table.",
        "link.article.",
        "link.ticket.",
        "link.page.",
        "image.",
        "file.",
    ];
    starts.iter().any(|start| name.starts_with(start))
}

/// Says whether there is a page of this name.
pub(super) fn is_page(name: &str) -> bool {
    PAGES.iter().any(|(known, _)| *known == name)
}

fn address(name: &str, sources: &Sources<'_>) -> Option<String> {
    if let Some(slug) = name.strip_prefix("link.article.") {
        let is_there = sources.articles.iter().any(|known| known == slug);
        return is_there.then(|| format!("/{}/help/{slug}", sources.reader.code()));
    }
    if let Some(slug) = name.strip_prefix("link.ticket.") {
        let is_there = sources.categories.iter().any(|known| known == slug);
        return is_there.then(|| format!("/tickets/new/{slug}"));
    }
    if let Some(page) = name.strip_prefix("link.page.") {
        return PAGES.iter().find(|(known, _)| *known == page).map(|(_, path)| (*path).to_owned());
    }
    let url = match name {
        "api.docs_url" => &in_force(sources, "api")?.url,
        "api.time_url" => in_force(sources, "api")?.parameters.get("time_url")?,
        _ => &in_force(sources, name.strip_prefix("terms.")?.strip_suffix(".url")?)?.url,
    };
    url.starts_with("https://").then(|| url.clone())
}

fn value(name: &str, sources: &Sources<'_>) -> Option<String> {
    match name.split('.').collect::<Vec<_>>().as_slice() {
        ["brand", "name"] => Some(sources.brand_name.to_owned()),
        ["desk", "deposit_grace_minutes"] => Some(DEPOSIT_GRACE_MINUTES.to_owned()),
        ["network", network, "confirmations"] => {
            let on_it = networks(sources)?.iter().filter(|one| one.network == *network);
            let most = on_it.map(|one| one.credited_after).max()?;
            Some(sources.locale.integer(i64::from(most)))
        }
        ["network", network, "min_deposit", asset] => {
            let found = networks(sources)?
                .iter()
                .find(|one| one.network == *network && one.asset == *asset)?;
            money(sources.locale, &found.minimum_deposit)
        }
        ["fee", "spot", side] => {
            let lowest = fees(sources)?.iter().min_by_key(|tier| tier.from_volume_cents)?;
            match *side {
                "maker" => percent(sources.locale, lowest.maker_ppm),
                "taker" => percent(sources.locale, lowest.taker_ppm),
                _ => None,
            }
        }
        ["terms", "futures", "funding_interval"] => {
            let hours = parameter(sources, "futures", "funding_interval_hours")?.parse().ok()?;
            Some(rules::hours(sources, hours))
        }
        ["terms", "futures", "funding_limits"] => {
            let rate =
                |name| percent(sources.locale, parameter(sources, "futures", name)?.parse().ok()?);
            Some(format!("{} … {}", rate("funding_floor_ppm")?, rate("funding_cap_ppm")?))
        }
        ["terms", product, name] => parameter(sources, product, name).cloned(),
        ["api", name @ ("window_ms" | "key_delay_minutes")] => {
            let number = parameter(sources, "api", name)?.parse().ok()?;
            Some(sources.locale.integer(number))
        }
        ["limit", rest @ ..] => rules::value(rest, sources),
        ["offer", rest @ ..] => offers::value(rest, sources),
        ["own", rest @ ..] => own::value(rest, sources),
        _ => None,
    }
}

fn table(name: &str, sources: &Sources<'_>) -> Option<Grid> {
    match name.strip_prefix("table.")? {
        "networks" => networks(sources).map(|all| networks_table(all, sources)),
        "memo" => memo_table(networks(sources)?, sources),
        "withdrawal_fees" => Some(withdrawals_table(networks(sources)?, sources)),
        "fees" => Some(fees_table(fees(sources)?, sources)),
        "kyc" => rules::levels_table(sources),
        "withdrawal_pauses" => rules::pauses_table(sources),
        "rate_limits" => rules::rates_table(sources),
        "earn" => offers::earn_table(sources),
        "dual_investment_pairs" => offers::pairs_table(sources),
        "contracts" => offers::contracts_table(sources),
        "margin_interest" => offers::loans_table(sources),
        "fiat" => offers::fiat_table(sources),
        rest => terms_table(rest.strip_prefix("terms.")?, sources),
    }
}

fn networks<'a>(sources: &Sources<'a>) -> Option<&'a [Network]> {
    let told = sources.venue?.networks.as_ref().ok()?;
    (!told.facts.is_empty()).then_some(told.facts.as_slice())
}

fn fees<'a>(sources: &Sources<'a>) -> Option<&'a [FeeTier]> {
    let told = sources.venue?.fees.as_ref().ok()?;
    (!told.facts.is_empty()).then_some(told.facts.as_slice())
}

fn terms<'a>(sources: &Sources<'a>, product: &str) -> Vec<&'a Terms> {
    let told = sources.venue.and_then(|venue| venue.terms.as_ref().ok());
    let all = told.map(|told| told.facts.as_slice()).unwrap_or_default();
    all.iter().filter(|terms| terms.product == product).collect()
}

fn in_force<'a>(sources: &Sources<'a>, product: &str) -> Option<&'a Terms> {
    let now = sources.now;
    let holds = |terms: &&&Terms| {
        terms.in_force_from <= now && terms.in_force_until.is_none_or(|until| until > now)
    };
    terms(sources, product).iter().find(holds).copied()
}

fn parameter<'a>(sources: &Sources<'a>, product: &str, name: &str) -> Option<&'a String> {
    in_force(sources, product)?.parameters.get(name)
}

fn money(locale: Locale, amount: &Amount) -> Option<String> {
    locale.money(&amount.decimal(), &amount.asset).ok()
}

/// Parts of a million as a percentage, with every digit that says something.
fn percent(locale: Locale, ppm: i32) -> Option<String> {
    let (sign, parts) = (if ppm < 0 { "-" } else { "" }, ppm.unsigned_abs());
    let digits = format!("{sign}{}.{:04}", parts / 10_000, parts % 10_000);
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    Some(format!("{}%", locale.decimal(digits).ok()?))
}

fn word(sources: &Sources<'_>, key: &str) -> String {
    Messages::embedded().t(sources.locale, key, None)
}

/// A table with the moment at which it was true below it.
fn dated(table: String, name: &str, sources: &Sources<'_>) -> String {
    let told = parts(name).first().and_then(|part| standing(*part, sources).ok());
    let Some(told) = told else { return table };
    let mut html = table + "<p class=\"as-of\">";
    escape(&as_of(&told, sources.locale), &mut html);
    html + "</p>"
}

/// The sentence that says when something was true.
pub fn as_of(told: &Told, locale: Locale) -> String {
    let mut args = FluentArgs::new();
    args.set("time", locale.date_time(told.as_of.micros(), &Zone::UTC));
    let key = if told.is_last { "account-last-known" } else { "account-as-of" };
    Messages::embedded().t(locale, key, Some(&args))
}

/// In the place of a table that the exchange does not tell right now.
fn not_now(sources: &Sources<'_>) -> String {
    let mut html = "<p class=\"as-of\">".to_owned();
    escape(&word(sources, "help-not-now-table"), &mut html);
    html + "</p>"
}

/// Several words in one cell, as the language lists them.
fn listed(sources: &Sources<'_>, all: impl Iterator<Item = String>) -> String {
    let between = match sources.locale {
        Locale::ZhHans | Locale::ZhHant | Locale::Ja => "、",
        Locale::Ar => "، ",
        _ => ", ",
    };
    all.collect::<Vec<_>>().join(between)
}

fn words(text: impl Into<String>) -> Cell {
    Cell::Words(text.into())
}

fn amount(sources: &Sources<'_>, amount: &Amount) -> Cell {
    words(money(sources.locale, amount).unwrap_or_default())
}

fn drawn(sources: &Sources<'_>, head: &[&str], rows: Vec<Vec<Cell>>) -> Grid {
    Grid { heads: head.iter().map(|key| word(sources, key)).collect(), rows }
}

fn networks_table(all: &[Network], sources: &Sources<'_>) -> Grid {
    let head = [
        "help-col-coin",
        "help-col-network",
        "help-col-min-deposit",
        "help-col-credited",
        "help-col-withdrawable",
        "help-col-min-withdrawal",
        "help-col-fee",
        "help-col-memo",
        "help-col-contract",
        "help-col-state",
    ];
    let row = |one: &Network| {
        vec![
            words(&one.asset),
            words(&one.network),
            amount(sources, &one.minimum_deposit),
            words(sources.locale.integer(i64::from(one.credited_after))),
            words(sources.locale.integer(i64::from(one.withdrawable_after))),
            amount(sources, &one.minimum_withdrawal),
            amount(sources, &one.withdrawal_fee),
            words(word(
                sources,
                if one.needs_memo { "help-memo-needed" } else { "help-memo-none" },
            )),
            one.contract.clone().map_or_else(|| words(""), Cell::Code),
            words(word(sources, state(one, sources.suspensions))),
        ]
    };
    drawn(sources, &head, all.iter().map(row).collect())
}

fn state(one: &Network, suspensions: &[Suspension]) -> &'static str {
    let stands = |one_way: fn(&Suspension) -> bool| {
        suspensions
            .iter()
            .any(|known| known.concerns(Some(&one.network), Some(&one.asset)) && !one_way(known))
    };
    let can_deposit = one.can_deposit && !stands(|known| known.can_deposit);
    let can_withdraw = one.can_withdraw && !stands(|known| known.can_withdraw);
    match (can_deposit, can_withdraw) {
        (true, true) => "help-state-open",
        (false, true) => "help-state-no-deposits",
        (true, false) => "help-state-no-withdrawals",
        (false, false) => "help-state-suspended",
    }
}

fn memo_table(all: &[Network], sources: &Sources<'_>) -> Option<Grid> {
    let field = |network: &str| match network {
        "XRPL" | "XRP" | "RIPPLE" => "help-field-tag",
        "TON" => "help-field-comment",
        _ => "help-field-memo",
    };
    let row = |one: &Network| {
        vec![words(&one.asset), words(&one.network), words(word(sources, field(&one.network)))]
    };
    let rows: Vec<_> = all.iter().filter(|one| one.needs_memo).map(row).collect();
    let head = ["help-col-coin", "help-col-network", "help-col-field"];
    (!rows.is_empty()).then(|| drawn(sources, &head, rows))
}

fn withdrawals_table(all: &[Network], sources: &Sources<'_>) -> Grid {
    let head = ["help-col-coin", "help-col-network", "help-col-min-withdrawal", "help-col-fee"];
    let row = |one: &Network| {
        vec![
            words(&one.asset),
            words(&one.network),
            amount(sources, &one.minimum_withdrawal),
            amount(sources, &one.withdrawal_fee),
        ]
    };
    drawn(sources, &head, all.iter().map(row).collect())
}

fn fees_table(all: &[FeeTier], sources: &Sources<'_>) -> Grid {
    let rate = |ppm| words(percent(sources.locale, ppm).unwrap_or_default());
    let row = |tier: &FeeTier| {
        let dollars = sources.locale.integer(tier.from_volume_cents / 100);
        vec![
            words(format!("VIP {}", tier.vip_tier)),
            words(format!("≥ {dollars} USD")),
            rate(tier.maker_ppm),
            rate(tier.taker_ppm),
        ]
    };
    let head = ["help-col-level", "help-col-volume", "help-col-maker", "help-col-taker"];
    drawn(sources, &head, all.iter().map(row).collect())
}

/// One column a version, the one in force first.
fn terms_table(product: &str, sources: &Sources<'_>) -> Option<Grid> {
    let all = terms(sources, product);
    let newest = all.first()?;
    let date = |at: Timestamp| sources.locale.date(at.micros(), &Zone::UTC);
    let heads: Vec<String> = [word(sources, "help-terms")]
        .into_iter()
        .chain(all.iter().map(|terms| terms.version.clone()))
        .collect();
    let line = |key: &str, told: &dyn Fn(&Terms) -> String| {
        let cells = all.iter().map(|terms| words(told(terms)));
        [words(word(sources, key))].into_iter().chain(cells).collect::<Vec<_>>()
    };
    let open = word(sources, "help-terms-in-force");
    let mut rows = vec![
        line("help-terms-from", &|terms| date(terms.in_force_from)),
        line("help-terms-until", &|terms| terms.in_force_until.map_or_else(|| open.clone(), date)),
    ];
    for (parameter, key) in PARAMETERS {
        if newest.parameters.contains_key(parameter) {
            rows.push(line(key, &|terms| parameter_word(sources, terms, parameter)));
        }
    }
    Some(Grid { heads, rows })
}

/// What a product's terms tell that readers are shown, and how it is called.
const PARAMETERS: [(&str, &str); 7] = [
    ("settlement_time_utc", "help-terms-time"),
    ("window_minutes", "help-terms-window"),
    ("sample_seconds", "help-terms-sample"),
    ("average", "help-terms-average"),
    ("at_strike", "help-terms-strike"),
    ("day_count", "help-terms-days"),
    ("rounding", "help-terms-rounding"),
];

fn parameter_word(sources: &Sources<'_>, terms: &Terms, parameter: &str) -> String {
    let Some(value) = terms.parameters.get(parameter) else { return "—".to_owned() };
    let key = match (parameter, value.as_str()) {
        ("average", "arithmetic") => "help-average-arithmetic",
        ("average", "time-weighted" | "time_weighted") => "help-average-time",
        ("at_strike", "exercises") => "help-strike-exercises",
        ("at_strike", "expires") => "help-strike-expires",
        _ => return value.clone(),
    };
    word(sources, key)
}
