//! A filter's conditions as SQL over a ticket row `t`.

use sea_query::{Expr, ExprTrait as _, Query};

use crate::filter::{Clock, Condition, Match};
use crate::id::Id;
use crate::ticket::{Author, StatusCategory};

/// The condition of one word. A negated one holds of whatever the word does not hold of, also where a column is empty.
pub(super) fn condition(condition: &Condition) -> Expr {
    let of = expr(&condition.of);
    if condition.negated { of.not() } else { of }
}

/// Whether a ticket's customer waits for us: SQL without values.
pub(super) const WAITS: &str =
    "t.last_message_by = 'customer' and t.status_category in ('open', 'waiting_on_internal')";

fn expr(of: &Match) -> Expr {
    match of {
        Match::Any(all) => any(all.iter().map(expr)),
        Match::Not(of) => expr(of).not(),
        Match::Turns(turns) => is_in("status_category", turns.iter().map(|turn| turn.as_str())),
        Match::Statuses(ids) => id_in("status_id", ids),
        Match::Categories(ids) => id_in("category_id", ids),
        Match::Assignees { ids, or_nobody } => optional("assignee_id", ids, *or_nobody),
        Match::Teams { ids, or_none } => optional("team_id", ids, *or_none),
        Match::Tags { ids, or_none } => tagged(ids, *or_none),
        Match::Brands(ids) => id_in("brand_id", ids),
        Match::Priorities(all) => is_in("priority", all.iter().map(|priority| priority.rank())),
        Match::Risks(risks) => is_in("risk", risks.iter().map(|risk| risk.as_str())),
        Match::Langs(langs) => is_in("lang", langs.iter().copied()),
        Match::Tiers(tiers) => {
            let tier =
                "coalesce((select a.tier from ticket_attention a where a.ticket_id = t.id), 1)";
            Expr::cust(tier).is_in(tiers.iter().map(|tier| tier.rank()))
        }
        Match::Channels(channels) => is_in("channel", channels.iter().map(String::as_str)),
        Match::Chains(chains) => any(chains.iter().map(|chain| on_chain(chain))),
        Match::Assets(assets) => any(assets.iter().map(|asset| of_asset(asset))),
        Match::Evidence(keys) => with_evidence(keys),
        Match::Customers { emails, uids } => of_customers(emails, uids),
        Match::Numbers(numbers) => is_in("public_id", numbers.iter().map(|id| id.as_str())),
        Match::Unread(staff_id) => Expr::cust_with_values(
            "(t.last_message_by = $1 and t.version > \
             coalesce((select r.seq from read_mark r where r.staff_id = $2 and r.ticket_id = t.id), 0))",
            [sea_query::Value::from(Author::Customer.as_str()), staff_id.uuid().into()],
        ),
        Match::Nudged => Expr::cust(
            "exists (select 1 from ticket_attention a where a.ticket_id = t.id and a.nudges > 0)",
        ),
        Match::Within { clock, from, until } => {
            let column = match clock {
                Clock::Created => "created_at",
                Clock::Updated => "updated_at",
                Clock::Waiting => "last_message_at",
            };
            let after = from.map(|at| Expr::col(("t", column)).gte(at.micros()));
            let before = until.map(|at| Expr::col(("t", column)).lt(at.micros()));
            let waits = (*clock == Clock::Waiting).then(|| Expr::cust(format!("({WAITS})")));
            all(after.into_iter().chain(before).chain(waits))
        }
    }
}

fn any(alternatives: impl Iterator<Item = Expr>) -> Expr {
    alternatives.reduce(|a, b| a.or(b)).unwrap_or_else(|| Expr::cust("1 = 0"))
}

fn all(parts: impl Iterator<Item = Expr>) -> Expr {
    parts.reduce(|a, b| a.and(b)).unwrap_or_else(|| Expr::cust("1 = 1"))
}

fn is_in<V: Into<sea_query::Value>>(column: &'static str, values: impl Iterator<Item = V>) -> Expr {
    let values: Vec<sea_query::Value> = values.map(Into::into).collect();
    match values.is_empty() {
        true => Expr::cust("1 = 0"),
        false => Expr::col(("t", column)).is_in(values),
    }
}

fn id_in<T: Id>(column: &'static str, ids: &[T]) -> Expr {
    is_in(column, ids.iter().map(|id| id.uuid()))
}

/// A column that may be empty. It never says "unknown", so that its negation is the rest of the tickets.
fn optional<T: Id>(column: &'static str, ids: &[T], or_none: bool) -> Expr {
    let one = || Expr::col(("t", column)).is_not_null().and(id_in(column, ids));
    let none = || Expr::col(("t", column)).is_null();
    match (ids.is_empty(), or_none) {
        (true, true) => none(),
        (false, true) => one().or(none()),
        (_, false) => one(),
    }
}

fn tagged(ids: &[crate::id::TagId], or_none: bool) -> Expr {
    let mut with = Query::select();
    with.column(("g", "ticket_id"))
        .from_as("ticket_tag", "g")
        .and_where(Expr::col(("g", "tag_id")).is_in(ids.iter().map(|id| id.uuid())));
    let with = Expr::col(("t", "id")).in_subquery(with);
    let none = Expr::cust("not exists (select 1 from ticket_tag g where g.ticket_id = t.id)");
    match (ids.is_empty(), or_none) {
        (true, true) => none,
        (true, false) => Expr::cust("1 = 0"),
        (false, true) => with.or(none),
        (false, false) => with,
    }
}

/// What the customer answered, what a link names, and what can be on no other network. A hash that could be on any of many
/// says nothing of one of them.
fn on_chain(chain: &str) -> Expr {
    let only = format!("{{\"networks\":[\"{chain}\"],\"check\"%");
    Expr::cust_with_values(
        "(exists (select 1 from answer w where w.ticket_id = t.id and w.kind = 'network' and w.value = $1) \
         or exists (select 1 from evidence e where e.ticket_id = t.id and e.detail like $2))",
        [chain, only.as_str()],
    )
}

/// What the customer answered, a ticker by itself, or an amount of it. `asset` is letters and digits.
fn of_asset(asset: &str) -> Expr {
    let key = asset.to_ascii_lowercase();
    let amount = format!("% {key}");
    Expr::cust_with_values(
        "(exists (select 1 from answer w where w.ticket_id = t.id and w.kind = 'asset' and w.value = $1) \
         or exists (select 1 from evidence e where e.ticket_id = t.id and \
         ((e.kind = 'ticker' and e.key = $2) or (e.kind = 'amount' and e.key like $3))))",
        [asset, key.as_str(), amount.as_str()],
    )
}

fn with_evidence(keys: &[String]) -> Expr {
    let mut same = Query::select();
    same.column("ticket_id")
        .from("evidence")
        .and_where(Expr::col("key").is_in(keys.iter().map(String::as_str)));
    Expr::col(("t", "id")).in_subquery(same)
}

fn of_customers(emails: &[String], uids: &[String]) -> Expr {
    let mut named = Query::select();
    let email = Expr::col("email").is_in(emails.iter().map(String::as_str));
    let uid = Expr::cust("lower(uid)").is_in(uids.iter().map(String::as_str));
    let by = match (emails.is_empty(), uids.is_empty()) {
        (false, true) => email,
        (true, _) => uid,
        (false, false) => email.or(uid),
    };
    named.column("id").from("customer").and_where(by);
    Expr::col(("t", "customer_id")).in_subquery(named)
}

/// Whether a row is one of [`WAITS`].
pub(super) fn waits(by: Author, turn: StatusCategory) -> bool {
    by == Author::Customer
        && matches!(turn, StatusCategory::Open | StatusCategory::WaitingOnInternal)
}
