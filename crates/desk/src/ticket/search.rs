//! Tickets by the words in them.
//!
//! The index follows the feed: an event of a ticket has it read again and put in place of what was known of it, so that what
//! was erased or masked is gone from the index too. What it says is never the last word: a list narrows what the index found
//! in SQL, inside of the viewer's scope, and snippets are cut from texts read there.

mod known;
mod view;

use proofdesk_search::{Best, FoundTicket, TicketAsk, TicketDocument, TicketIndex, Wanted};
use proofdesk_store::Rx;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::error::Result;
use crate::filter::{Condition, Match};
use crate::id::{Id as _, TicketId};
use crate::indexed::{Documents, Indexed, Touched};
use crate::limits;
use crate::log::Stream;
use crate::log::view::FeedEvent;
use crate::lookup::Lookup;
use crate::ticket::view::{Filter, Hit, Position, Sort, split_into_any};
use crate::time::Timestamp;
use crate::viewer::{Placement, Scope, Viewer};

pub use proofdesk_search::Segment;
pub use view::{ALL, Snippet, snippets};

/// What keeps the index of tickets follows: every event of a ticket has it read again.
#[derive(Debug)]
pub struct Tickets;

impl Indexed for Tickets {
    type Index = TicketIndex;
    const WHAT: &'static str = "the index of tickets";

    fn touched(fed: &FeedEvent) -> Touched {
        match Stream::parse(&fed.event.stream) {
            Some(Stream::Ticket(ticket_id)) => Touched::One(ticket_id.uuid()),
            _ => Touched::Nothing,
        }
    }

    /// What was split off a ticket is found where it is shown, and erased or masked where it was written.
    async fn beside(rx: &Rx<'_>, touched: &[Uuid]) -> Result<Vec<Uuid>> {
        Ok(split_into_any(rx, touched).await?.into_iter().map(TicketId::uuid).collect())
    }

    async fn documents(
        rx: &Rx<'_>,
        from: Uuid,
        until: Uuid,
        limit: u32,
    ) -> Result<Documents<TicketDocument>> {
        let (from, until) = (TicketId::from_uuid(from), TicketId::from_uuid(until));
        let documents = view::documents(rx, from, until, limit).await?;
        let last = documents.last().map(|document| document.id);
        Ok(Documents { documents, last })
    }
}

/// Replaces the words of a filter by the tickets that have them: the newest, oldest or best [`limits::SEARCH_FOUND`] of
/// those in the scope, of which the rest holds as far as the index knows it. Returns the words, for snippets.
///
/// # Errors
/// `search-not-ready` where words are asked for and nobody has a whole index; those of the store.
pub async fn narrow(
    rx: &Rx<'_>,
    viewer: &Viewer,
    lookup: &Lookup,
    scope: &Scope,
    filter: &mut Filter,
) -> Result<Vec<Wanted>> {
    narrow_to(rx, viewer, (lookup, limits::SEARCH_FOUND), scope, filter).await
}

/// The same by as many tickets as are given.
pub(in crate::ticket) async fn narrow_to(
    rx: &Rx<'_>,
    viewer: &Viewer,
    (lookup, most): (&Lookup, usize),
    scope: &Scope,
    filter: &mut Filter,
) -> Result<Vec<Wanted>> {
    let wanted: Vec<Wanted> = filter.conditions.iter().filter_map(wanted).collect();
    if wanted.is_empty() {
        return Ok(wanted);
    }
    filter.conditions.retain(|condition| !matches!(condition.of, Match::Text { .. }));
    let (since, until, best) = stretch(filter);
    let mut ask = TicketAsk {
        wanted,
        scope: tokens(scope),
        facts: Vec::new(),
        standing: Vec::new(),
        marks: Vec::new(),
        times: Vec::new(),
        since,
        until,
        best,
        limit: most,
    };
    Box::pin(known::tell(rx, viewer, filter, &mut ask)).await?;
    let found = lookup.tickets(&ask).await?;
    let hit = |ticket: FoundTicket| Hit {
        id: TicketId::from_uuid(ticket.id),
        at: Timestamp::from_micros(ticket.at),
    };
    filter.found = Some(found.into_iter().map(hit).collect());
    Ok(ask.wanted)
}

/// Between which times the index looks, and which of what it finds it takes: in an order of time those next to the row that the page
/// goes on from, on either side of it, and at the end of the list those next to that.
fn stretch(filter: &Filter) -> (Option<i64>, Option<i64>, Best) {
    let at = |row: &Position| Some(row.at().micros());
    match (filter.sort, &filter.before, &filter.after) {
        (Sort::Newest, None, None) if filter.from_end => (None, None, Best::Oldest),
        (Sort::Oldest, None, None) if filter.from_end => (None, None, Best::Newest),
        (Sort::Newest, Some(row), _) => (at(row), None, Best::Oldest),
        (Sort::Newest, None, Some(row)) => (None, at(row), Best::Newest),
        (Sort::Oldest, Some(row), _) => (None, at(row), Best::Newest),
        (Sort::Oldest, None, Some(row)) => (at(row), None, Best::Oldest),
        (Sort::Oldest, None, None) => (None, None, Best::Oldest),
        (Sort::Relevance, ..) => (None, None, Best::Relevance),
        (Sort::Newest | Sort::Waiting | Sort::Priority | Sort::Mentions, ..) => {
            (None, None, Best::Newest)
        }
    }
}

fn wanted(condition: &Condition) -> Option<Wanted> {
    let Match::Text { text, is_phrase } = &condition.of else { return None };
    Some(Wanted { text: text.clone(), is_negated: condition.negated, is_phrase: *is_phrase })
}

/// What a document must have for the scope to admit it; `None` for everything. The same rule as [`Scope::admits`].
fn tokens(scope: &Scope) -> Option<Vec<String>> {
    let assigned = |staff_id: &crate::id::StaffId, teams: &[crate::id::TeamId]| {
        let teams = teams.iter().map(|team| format!("team:{team}"));
        std::iter::once(format!("assignee:{staff_id}")).chain(teams).collect::<Vec<_>>()
    };
    match scope {
        Scope::Nothing => Some(Vec::new()),
        Scope::Customer(customer_id) => Some(vec![format!("customer:{customer_id}")]),
        Scope::Assigned { staff_id, teams } => Some(assigned(staff_id, teams)),
        Scope::Brands { brands, staff_id, teams } => {
            let brands = brands.iter().map(|brand| format!("brand:{brand}"));
            Some(brands.chain(assigned(staff_id, teams)).collect())
        }
        Scope::Everything => None,
    }
}

/// Where a ticket stands, as its document has it.
fn standing(at: &Placement) -> Vec<String> {
    let mut standing =
        vec![format!("brand:{}", at.brand_id), format!("customer:{}", at.customer_id)];
    standing.extend(at.assignee_id.map(|id| format!("assignee:{id}")));
    standing.extend(at.team_id.map(|id| format!("team:{id}")));
    standing
}

const NONE: &str = "none";

/// A value that may be long, as a mark has it. Nobody makes two values of one sum: what the index takes away for `-evidence`, SQL
/// does not bring back.
fn summed(value: &str) -> String {
    let mut sum = hex::encode(Sha256::digest(value.as_bytes()));
    sum.truncate(32);
    sum
}

/// A fact of a ticket as its document has it.
fn fact(key: &str, value: &str) -> String {
    format!("{key}:{value}")
}

#[cfg(test)]
mod tests;
