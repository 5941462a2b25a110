//! What the index is told of a list beside its words, so that what it finds is taken among the tickets of which the rest holds.
//! SQL looks at all of it again; of what is not told here SQL alone knows.

use proofdesk_search::{FactFilter, Moment, TicketAsk, TimeFilter};
use proofdesk_store::{Rx, params};

use super::{NONE, fact, summed, tokens};
use crate::error::Result;
use crate::evidence::search_keys;
use crate::filter::{Clock, Match};
use crate::id::{CategoryId, TagId};
use crate::limits;
use crate::ticket::view::{Filter, Queue, customer_ids};
use crate::ticket::{Author, StatusCategory};
use crate::time::Timestamp;
use crate::viewer::{Scope, Viewer};

pub(super) const CATEGORIES: &str = "select id from category where slug = $1";
pub(super) const TAG: &str = "select coalesce(now_id, id) from tag where name = $1";

/// Tells it of a whole filter.
///
/// # Errors
/// Only those of the store.
pub(super) async fn tell(
    rx: &Rx<'_>,
    viewer: &Viewer,
    filter: &Filter,
    ask: &mut TicketAsk,
) -> Result<()> {
    queue(viewer, filter, ask);
    chosen(rx, filter, ask).await?;
    // Of all conditions together: a node that is asked takes a question of some length only.
    let mut most = limits::SEARCH_CUSTOMERS;
    for condition in &filter.conditions {
        let (mut of, mut is_negated) = (&condition.of, condition.negated);
        while let Match::Not(inner) = of {
            of = inner.as_ref();
            is_negated = !is_negated;
        }
        match of {
            Match::Customers { emails, uids, customers } => {
                let ids = customer_ids(rx, emails, uids, most + 1).await?;
                if let Some(left) = most.checked_sub(ids.len()) {
                    most = left;
                    let named = all("customer", &ids);
                    of_customers(named, customers, is_negated, ask);
                }
            }
            Match::Within { clock, from, until } => {
                during(*clock, (*from, *until), is_negated, ask);
            }
            _ => {
                if let Some(any_of) = facts(of) {
                    ask.facts.push(FactFilter { any_of, is_negated });
                } else if let Some(any_of) = marks(of) {
                    ask.marks.push(FactFilter { any_of, is_negated });
                }
            }
        }
    }
    Ok(())
}

fn must(any_of: Vec<String>) -> FactFilter {
    FactFilter { any_of, is_negated: false }
}

fn all<T: ToString>(key: &str, values: impl IntoIterator<Item = T>) -> Vec<String> {
    values.into_iter().map(|value| fact(key, &value.to_string())).collect()
}

/// What of a queue the columns of a ticket say. What is put aside, followed, mentioned or begun is in none of them.
fn queue(viewer: &Viewer, filter: &Filter, ask: &mut TicketAsk) {
    let Some(queue) = filter.queue else { return };
    match queue {
        Queue::All | Queue::Mentions | Queue::Following | Queue::Drafts | Queue::Snoozed => {}
        Queue::Unassigned => {
            ask.facts.push(must(all("assignee", [NONE])));
            ask.facts.push(must(all("turn", [StatusCategory::Open.as_str()])));
        }
        Queue::Mine => {
            ask.facts.extend(viewer.staff().ok().map(|me| must(all("assignee", [me.staff_id]))));
            let active = StatusCategory::ALL.iter().filter(|turn| turn.is_active());
            ask.facts.push(must(all("turn", active.map(|turn| turn.as_str()))));
        }
        Queue::Open
        | Queue::WaitingOnCustomer
        | Queue::WaitingOnInternal
        | Queue::Solved
        | Queue::Closed => ask.facts.push(must(all("turn", [queue.as_str()]))),
    }
}

/// What was chosen beside the words.
async fn chosen(rx: &Rx<'_>, filter: &Filter, ask: &mut TicketAsk) -> Result<()> {
    let one = [
        filter.status_id.map(|id| all("status", [id])),
        filter.assignee_id.map(|id| all("assignee", [id])),
        filter.team_id.map(|id| all("team", [id])),
        filter.brand_id.map(|id| all("brand", [id])),
        filter.priority.map(|priority| all("priority", [priority.rank()])),
        filter.risk.map(|risk| all("risk", [risk.as_str()])),
    ];
    ask.facts.extend(one.into_iter().flatten().map(must));
    if let Some(slug) = &filter.category {
        let ids: Vec<(CategoryId,)> = rx.query(CATEGORIES, params![slug]).await?;
        ask.facts.push(must(all("category", ids.into_iter().map(|(id,)| id))));
    }
    if let Some(name) = &filter.tag {
        let ids: Vec<(TagId,)> = rx.query(TAG, params![name]).await?;
        ask.facts.push(must(all("tag", ids.into_iter().map(|(id,)| id))));
    }
    ask.standing.extend(filter.customer_id.map(|id| must(all("customer", [id]))));
    ask.marks.extend(filter.evidence.as_deref().map(|typed| must(shown(&search_keys(typed)))));
    Ok(())
}

/// Which customers somebody sees is said by where a ticket stands. Without them nothing is told, and what is not of them is taken
/// away by SQL alone.
fn of_customers(named: Vec<String>, seen: &Scope, is_negated: bool, ask: &mut TicketAsk) {
    match (is_negated, tokens(seen)) {
        (false, seen) => {
            ask.standing.push(must(named));
            ask.standing.extend(seen.map(must));
        }
        (true, None) => ask.standing.push(FactFilter { any_of: named, is_negated }),
        (true, Some(_)) => {}
    }
}

fn during(
    clock: Clock,
    (from, until): (Option<Timestamp>, Option<Timestamp>),
    is_negated: bool,
    ask: &mut TicketAsk,
) {
    let (from, until) = (from.map(|at| at.micros()), until.map(|at| at.micros()));
    // `None` is before everything.
    let no_older = |ask: &mut TicketAsk| ask.since = ask.since.max(from);
    match clock {
        Clock::Created => {
            // As SQL has it: what was active before only was opened before, or split off.
            if !is_negated {
                no_older(ask);
            }
            ask.times.push(TimeFilter { of: Moment::Created, from, until, is_negated });
        }
        Clock::Updated => {
            ask.times.push(TimeFilter { of: Moment::Updated, from, until, is_negated });
        }
        // Whoever does not wait may have any time: that is more than one condition.
        Clock::Waiting if is_negated => {}
        Clock::Waiting => {
            no_older(ask);
            let last = until.map(|until| until.saturating_sub(1));
            ask.until = ask.until.into_iter().chain(last).min();
            let ours = [StatusCategory::Open, StatusCategory::WaitingOnInternal];
            ask.facts.push(must(all("turn", ours.map(StatusCategory::as_str))));
            ask.marks.push(must(all("by", [Author::Customer.as_str()])));
        }
    }
}

/// The values of evidence as documents have them.
fn shown(keys: &[String]) -> Vec<String> {
    keys.iter().map(|key| fact("evidence", &summed(key))).collect()
}

/// A condition on facts, of which one is enough.
fn facts(of: &Match) -> Option<Vec<String>> {
    let or_none = |key: &str, mut facts: Vec<String>, or_none: bool| {
        facts.extend(or_none.then(|| fact(key, NONE)));
        facts
    };
    Some(match of {
        Match::Turns(turns) => all("turn", turns.iter().map(|turn| turn.as_str())),
        Match::Statuses(ids) => all("status", ids),
        Match::Categories(ids) => all("category", ids),
        Match::Assignees { ids, or_nobody } => {
            or_none("assignee", all("assignee", ids), *or_nobody)
        }
        Match::Teams { ids, or_none: none } => or_none("team", all("team", ids), *none),
        Match::Tags { ids, or_none: false } => all("tag", ids),
        Match::Brands(ids) => all("brand", ids),
        Match::Priorities(list) => all("priority", list.iter().map(|priority| priority.rank())),
        Match::Risks(list) => all("risk", list.iter().map(|risk| risk.as_str())),
        Match::Langs(list) => all("lang", list),
        Match::Channels(list) => all("channel", list),
        Match::Any(list) => {
            let lists = list.iter().map(facts).collect::<Option<Vec<_>>>()?;
            lists.into_iter().flatten().collect()
        }
        _ => return None,
    })
}

/// The same on marks.
fn marks(of: &Match) -> Option<Vec<String>> {
    Some(match of {
        Match::Tags { ids, or_none: true } => {
            let mut tags = all("tag", ids);
            tags.push(fact("tag", NONE));
            tags
        }
        Match::Chains(chains) => all("chain", chains),
        // As it was chosen in a form, and as a text says it.
        Match::Assets(assets) => {
            let mut both = all("chosen_asset", assets);
            both.extend(assets.iter().map(|asset| fact("asset", &asset.to_ascii_lowercase())));
            both
        }
        Match::Evidence(keys) => shown(keys),
        _ => return None,
    })
}
