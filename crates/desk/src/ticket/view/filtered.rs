//! A filter's conditions as SQL over a ticket row `t`.

use proofdesk_store::Rx;
use sea_query::{Expr, ExprTrait as _, Func, JoinType, Query, SelectStatement};

use crate::constraint;
use crate::error::Result;
use crate::filter::{Clock, Condition, Match};
use crate::id::{CustomerId, Id, StaffId};
use crate::scope_sql;
use crate::sql_list;
use crate::ticket::{Author, StatusCategory, Tier};
use crate::time::Timestamp;

/// The condition of one word. A negated one holds of whatever the word does not hold of, also where a column is empty.
pub(super) fn condition(condition: &Condition) -> Expr {
    if !condition.negated {
        return expr(&condition.of);
    }
    let of = match &condition.of {
        // Of one that was split off with messages from before, what lets the index seek would say the opposite.
        Match::Within { clock, from, until } => within(*clock, *from, *until),
        of => expr(of),
    };
    of.not()
}

/// Whether a ticket's customer waits for us: SQL without values.
pub(super) const WAITS: &str =
    "t.last_message_by = 'customer' and t.status_category in ('open', 'waiting_on_internal')";

/// Whether a ticket goes on in another one: SQL without values.
pub(super) const IS_MERGED: &str = "exists (select 1 from ticket_merge g where g.ticket_id = t.id)";

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
        Match::Tiers(tiers) => at_tiers(tiers),
        Match::Channels(channels) => is_in("channel", channels.iter().map(String::as_str)),
        Match::Chains(chains) => on_chains(chains),
        Match::Assets(assets) => of_assets(assets),
        Match::Evidence(keys) => shows_evidence("key", keys, false),
        // Whose address or UID it is, is not told of a customer whom they do not see.
        Match::Customers { emails, uids, customers } => match scope_sql::condition(customers) {
            // Nobody is assigned to some tickets: what is unknown of these is no.
            Some(seen) => {
                let seen = Expr::from(Func::coalesce([seen, Expr::cust("false")]));
                of_customers(emails, uids).and(seen)
            }
            None => Expr::cust("1 = 0"),
        },
        Match::Numbers(numbers) => is_in("public_id", numbers.iter().map(|id| id.as_str())),
        // The index has made a list of tickets of it; where nobody asked the index, nothing is found.
        Match::Text { .. } => Expr::cust("1 = 0"),
        Match::Unread(staff_id) => unread(*staff_id),
        Match::Nudged => {
            Expr::cust("t.id in (select a.ticket_id from ticket_attention a where a.nudges > 0)")
        }
        Match::Snoozed => {
            Expr::cust("exists (select 1 from ticket_snooze z where z.ticket_id = t.id)")
        }
        Match::Merged => Expr::cust(IS_MERGED),
        Match::Split => {
            Expr::cust("exists (select 1 from split_message x where x.ticket_id = t.id)")
        }
        Match::SplitOff => {
            Expr::cust("exists (select 1 from split_message x where x.into_id = t.id)")
        }
        Match::Linked => {
            Expr::cust("exists (select 1 from linked_ticket k where k.ticket_id = t.id)")
        }
        // What is kept about a customer whom they do not see is not told by a list either.
        Match::Constrained { kinds, at, customers } => match scope_sql::condition(customers) {
            Some(seen) => constrained(kinds, *at).and(seen),
            None => Expr::cust("1 = 0"),
        },
        Match::Participants(ids) => followed_by(ids),
        Match::Mentioned(staff_id) => mentioned(*staff_id),
        Match::MentionUnread(staff_id) => mention_unread(*staff_id),
        Match::Begun(staff_id) => begun(*staff_id),
        Match::Within { clock, from, until } => {
            // That is what lists are ordered by: the index may seek. Of tickets that were split off it misses those whose
            // messages were all written before; no other was opened after its last message.
            let recent = from.filter(|_| *clock == Clock::Created);
            let recent = recent.map(|at| Expr::col(("t", "last_message_at")).gte(at.micros()));
            all(std::iter::once(within(*clock, *from, *until)).chain(recent))
        }
    }
}

fn within(clock: Clock, from: Option<Timestamp>, until: Option<Timestamp>) -> Expr {
    let column = match clock {
        Clock::Created => "created_at",
        Clock::Updated => "updated_at",
        Clock::Waiting => "last_message_at",
    };
    let after = from.map(|at| Expr::col(("t", column)).gte(at.micros()));
    let before = until.map(|at| Expr::col(("t", column)).lt(at.micros()));
    let waits = (clock == Clock::Waiting).then(|| Expr::cust(format!("({WAITS})")));
    all(after.into_iter().chain(before).chain(waits))
}

/// As a row says it: the customer wrote last and not all of it was read, or it was made unread again, by the member or by the desk.
fn unread(staff_id: StaffId) -> Expr {
    let written = Expr::cust_with_values(
        "(t.last_message_by = $1 and t.version > \
         coalesce((select r.seq from read_mark r where r.staff_id = $2 and r.ticket_id = t.id), 0))",
        [sea_query::Value::from(Author::Customer.as_str()), staff_id.uuid().into()],
    );
    let put_back = Expr::cust_with_values(
        "exists (select 1 from read_mark r where r.staff_id = $1 and r.ticket_id = t.id and r.seq = 0)",
        [staff_id.uuid()],
    );
    written.or(put_back)
}

/// Whether a constraint of these kinds holds of its customer.
fn constrained(kinds: &[constraint::Kind], at: Timestamp) -> Expr {
    let mut held = Query::select();
    held.column(("k", "customer_id"))
        .from_as("account_constraint", "k")
        .and_where(Expr::col(("k", "kind")).is_in(kinds.iter().map(|kind| kind.as_str())))
        .and_where(Expr::cust("k.ended_at is null"))
        .and_where(Expr::col(("k", "from_at")).lte(at.micros()))
        .and_where(
            Expr::cust("k.until_at is null").or(Expr::col(("k", "until_at")).gt(at.micros())),
        );
    Expr::col(("t", "customer_id")).in_subquery(held)
}

/// Whether one of the members follows it.
pub(super) fn followed_by(ids: &[StaffId]) -> Expr {
    let mut followed = Query::select();
    followed
        .column(("p", "ticket_id"))
        .from_as("ticket_participant", "p")
        .and_where(Expr::col(("p", "staff_id")).is_in(ids.iter().map(|id| id.uuid())));
    match ids.is_empty() {
        true => Expr::cust("1 = 0"),
        false => Expr::col(("t", "id")).in_subquery(followed),
    }
}

/// Whether a note of it mentions a member.
pub(super) fn mentioned(staff_id: StaffId) -> Expr {
    Expr::cust_with_values(
        "t.id in (select n.ticket_id from mention n where n.staff_id = $1)",
        [staff_id.uuid()],
    )
}

/// Whether one that they have not read does.
pub(super) fn mention_unread(staff_id: StaffId) -> Expr {
    Expr::cust_with_values(
        "t.id in (select n.ticket_id from mention n where n.staff_id = $1 and n.read_at is null)",
        [staff_id.uuid()],
    )
}

/// Whether a member has begun to write in it.
pub(super) fn begun(staff_id: StaffId) -> Expr {
    Expr::cust_with_values(
        "t.id in (select d.ticket_id from reply_draft d where d.staff_id = $1)",
        [staff_id.uuid()],
    )
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

/// A ticket of which nobody was asked for has no row, and is looked at by the first tier.
fn at_tiers(tiers: &[Tier]) -> Expr {
    let those = |tiers: Vec<i64>| {
        let mut asked = Query::select();
        asked
            .column("ticket_id")
            .from("ticket_attention")
            .and_where(Expr::col("tier").is_in(tiers));
        Expr::col(("t", "id")).in_subquery(asked)
    };
    let others = Tier::ALL.iter().filter(|tier| !tiers.contains(tier)).map(|tier| tier.rank());
    match (tiers.is_empty(), tiers.contains(&Tier::First)) {
        (true, _) => Expr::cust("1 = 0"),
        (false, true) => those(others.collect()).not(),
        (false, false) => those(tiers.iter().map(|tier| tier.rank()).collect()),
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
fn on_chains(chains: &[&'static str]) -> Expr {
    let said = answered("network", chains.iter().map(|chain| (*chain).to_owned()));
    said.or(evident("network", chains.iter().map(|chain| (*chain).to_owned())))
}

/// What the customer answered, a ticker by itself, or an amount of it.
fn of_assets(assets: &[String]) -> Expr {
    let said = answered("asset", assets.iter().cloned());
    said.or(evident("asset", assets.iter().map(|asset| asset.to_ascii_lowercase())))
}

/// `kind` stands in the text, so that the index over answers of this kind is seen to hold them all.
fn answered(kind: &'static str, values: impl Iterator<Item = String>) -> Expr {
    let mut tickets = Query::select();
    tickets
        .column("ticket_id")
        .from("answer")
        .and_where(Expr::cust(format!("kind = '{kind}'")))
        .and_where(Expr::col("value").is_in(values));
    Expr::col(("t", "id")).in_subquery(tickets)
}

fn evident(column: &'static str, values: impl Iterator<Item = String>) -> Expr {
    shows_evidence(column, &values.collect::<Vec<_>>(), false)
}

/// Whether a ticket shows evidence with one of the values: what a message says goes with the message where it is split off.
pub(super) fn shows_evidence(column: &'static str, values: &[String], only_public: bool) -> Expr {
    let values = || values.iter().map(String::as_str);
    let mut own = Query::select();
    own.column("ticket_id").from("evidence").and_where(Expr::col(column).is_in(values()));
    own.and_where(Expr::cust(
        "not exists (select 1 from split_message x where x.message_id = evidence.message_id)",
    ));
    if only_public {
        let public = "message_id in (select id from message where visibility = 'public')";
        own.and_where(Expr::cust(public));
    }
    // Only public messages are split off.
    let mut split = Query::select();
    split
        .column(("x", "into_id"))
        .from_as("evidence", "e")
        .join_as(
            JoinType::InnerJoin,
            "split_message",
            "x",
            Expr::col(("x", "message_id")).equals(("e", "message_id")),
        )
        .and_where(Expr::col(("e", column)).is_in(values()));
    let id = || Expr::col(("t", "id"));
    id().in_subquery(own).or(id().in_subquery(split))
}

fn of_customers(emails: &[String], uids: &[String]) -> Expr {
    Expr::col(("t", "customer_id")).in_subquery(named_customers(emails, uids))
}

/// Who has one of the addresses or UIDs, whoever asks: some of them, where there are more than `most`. For narrowing only.
pub(in crate::ticket) async fn customer_ids(
    rx: &Rx<'_>,
    emails: &[String],
    uids: &[String],
    most: usize,
) -> Result<Vec<CustomerId>> {
    let mut named = named_customers(emails, uids);
    named.limit(u64::try_from(most).unwrap_or(u64::MAX));
    let ids: Vec<(CustomerId,)> = sql_list::run(rx, &named).await?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

fn named_customers(emails: &[String], uids: &[String]) -> SelectStatement {
    let mut named = Query::select();
    let email = Expr::col("email").is_in(emails.iter().map(String::as_str));
    let uid = Expr::cust("lower(uid)").is_in(uids.iter().map(String::as_str));
    let by = match (emails.is_empty(), uids.is_empty()) {
        (false, true) => email,
        (true, _) => uid,
        (false, false) => email.or(uid),
    };
    named.column("id").from("customer").and_where(by);
    named
}

/// Whether a row is one of [`WAITS`].
pub(super) fn waits(by: Author, turn: StatusCategory) -> bool {
    by == Author::Customer
        && matches!(turn, StatusCategory::Open | StatusCategory::WaitingOnInternal)
}
