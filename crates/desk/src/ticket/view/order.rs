//! The orders in which tickets are listed, and going on after a row.

use sea_query::{Cond, Expr, ExprTrait as _, Order, SelectStatement};
use serde::{Deserialize, Serialize};

use super::filtered::{WAITS, waits};
use super::list::Summary;
use crate::id::{Id as _, TicketId};
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::words::words;

words! {
    /// In which order tickets are listed.
    pub enum Sort {
        /// The latest activity first.
        Newest = "newest",
        Oldest = "oldest",
        /// Whose customer waits for an answer first, the longest before the others; then the rest, oldest first.
        Waiting = "waiting",
        /// The most urgent first, within a priority first come first served.
        Priority = "priority",
        /// What the words of the filter fit best; the newest first where it has none.
        Relevance = "relevance",
        /// What mentions the reader and was not read by them first, within both parts the newest.
        Mentions = "mentions",
    }
}

/// Where a row stands in its list: a page begins behind it or ends before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The place in the order that goes before time; 0 where there is none.
    rank: i64,
    at: Timestamp,
    id: TicketId,
}

impl Position {
    /// The last activity of the row.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    pub fn id(&self) -> TicketId {
        self.id
    }

    pub fn of(summary: &Summary, sort: Sort) -> Self {
        let rank = match sort {
            Sort::Newest | Sort::Oldest | Sort::Relevance => 0,
            Sort::Waiting => i64::from(!waits(summary.last_message_by, summary.status_category)),
            Sort::Priority => summary.priority.rank(),
            Sort::Mentions => i64::from(!summary.mention_unread),
        };
        Self { rank, at: summary.last_message_at, id: summary.id }
    }
}

/// What goes before time, for this reader.
fn rank(sort: Sort, viewer: &Viewer) -> Option<(Expr, Order)> {
    match sort {
        Sort::Newest | Sort::Oldest | Sort::Relevance => None,
        Sort::Waiting => {
            let waits = Expr::cust(format!("case when {WAITS} then 0 else 1 end"));
            Some((waits, Order::Asc))
        }
        Sort::Priority => Some((Expr::col(("t", "priority")), Order::Desc)),
        Sort::Mentions => {
            let me = viewer.staff().ok()?.staff_id;
            let unread = Expr::cust_with_values(
                "case when exists (select 1 from mention n where n.staff_id = $1 and n.ticket_id = t.id \
                 and n.read_at is null) then 0 else 1 end",
                [me.uuid()],
            );
            Some((unread, Order::Asc))
        }
    }
}

/// From which end of the list, or from which row, a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    On,
    Back,
}

impl Way {
    fn of(self, order: Order) -> Order {
        match (self, order) {
            (Self::Back, Order::Asc) => Order::Desc,
            (Self::Back, Order::Desc) => Order::Asc,
            (_, order) => order,
        }
    }
}

/// The order of time within what goes before it.
fn time(sort: Sort) -> Order {
    match sort {
        Sort::Newest | Sort::Relevance | Sort::Mentions => Order::Desc,
        Sort::Oldest | Sort::Waiting | Sort::Priority => Order::Asc,
    }
}

pub(super) fn order(select: &mut SelectStatement, sort: Sort, viewer: &Viewer, way: Way) {
    if let Some((rank, direction)) = rank(sort, viewer) {
        select.order_by_expr(rank, way.of(direction));
    }
    let direction = way.of(time(sort));
    select.order_by(("t", "last_message_at"), direction.clone()).order_by(("t", "id"), direction);
}

/// Narrows to what stands behind a row, or on the way back before it.
pub(super) fn go_on(
    select: &mut SelectStatement,
    sort: Sort,
    viewer: &Viewer,
    row: &Position,
    way: Way,
) {
    let (at, id) = (row.at.micros(), row.id.uuid());
    let column = |name| Expr::col(("t", name));
    let (beyond, not_before, same_later) = match way.of(time(sort)) {
        Order::Desc => {
            let same = column("last_message_at").eq(at).and(column("id").lt(id));
            (column("last_message_at").lt(at), column("last_message_at").lte(at), same)
        }
        _ => {
            let same = column("last_message_at").eq(at).and(column("id").gt(id));
            (column("last_message_at").gt(at), column("last_message_at").gte(at), same)
        }
    };
    match rank(sort, viewer) {
        None => {
            // The first condition is implied by the second and lets the index seek.
            select.and_where(not_before).cond_where(Cond::any().add(beyond).add(same_later));
        }
        Some((rank, direction)) => {
            let further = match way.of(direction) {
                Order::Desc => rank.clone().lt(row.rank),
                _ => rank.clone().gt(row.rank),
            };
            let same = rank.eq(row.rank).and(beyond.or(same_later));
            select.cond_where(Cond::any().add(further).add(same));
        }
    }
}
