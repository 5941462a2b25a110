//! A scope as SQL over a ticket row `t`. The same rule as [`Scope::admits`], which a test holds it to, of tickets in which something
//! was said to their customer.

use sea_query::{Expr, SimpleExpr};

use crate::id::Id as _;
use crate::viewer::Scope;

/// One statement in the texts of every kind of scope, so that each is prepared once.
#[derive(Debug)]
pub struct Scoped {
    pub customer: &'static str,
    pub own: &'static str,
    pub team: &'static str,
    pub brand: &'static str,
    pub all: &'static str,
}

/// Makes a [`Scoped`] from a statement in two halves; the scope's parameter is `$n`, after the statement's own.
macro_rules! scoped {
    ($n:literal, $head:expr, $tail:expr) => {
        $crate::scope_sql::Scoped {
            // A ticket in which nothing was said to its customer is not theirs to see yet: the exchange's alerts open some.
            customer: concat!(
                $head,
                " and t.customer_id = $",
                $n,
                " and exists (select 1 from message said where said.ticket_id = t.id and said.visibility = 'public')",
                $tail
            ),
            own: concat!($head, " and t.assignee_id = $", $n, $tail),
            team: concat!(
                $head,
                " and (t.assignee_id = $",
                $n,
                " or t.team_id in (select team_id from team_member where staff_id = $",
                $n,
                "))",
                $tail
            ),
            brand: concat!(
                $head,
                " and (t.assignee_id = $",
                $n,
                " or t.team_id in (select team_id from team_member where staff_id = $",
                $n,
                ")",
                " or t.brand_id in (select brand_id from staff_brand where staff_id = $",
                $n,
                "))",
                $tail
            ),
            all: concat!($head, $tail),
        }
    };
}

pub(crate) use scoped;

impl Scoped {
    /// The text for `scope` and the scope's parameter, or `None` when nothing can be visible.
    pub fn text(&self, scope: &Scope) -> Option<(&'static str, Option<uuid::Uuid>)> {
        match scope {
            Scope::Nothing => None,
            Scope::Customer(id) => Some((self.customer, Some(id.uuid()))),
            Scope::Assigned { staff_id, teams } if teams.is_empty() => {
                Some((self.own, Some(staff_id.uuid())))
            }
            Scope::Assigned { staff_id, .. } => Some((self.team, Some(staff_id.uuid()))),
            Scope::Brands { staff_id, .. } => Some((self.brand, Some(staff_id.uuid()))),
            Scope::Everything => Some((self.all, None)),
        }
    }

    /// Every text, for the test that prepares each on both engines.
    pub fn texts(&self) -> [&'static str; 5] {
        [self.customer, self.own, self.team, self.brand, self.all]
    }
}

const CONDITION: Scoped = scoped!(1, "1 = 1", "");

/// The condition for a list that is built at run time; `None` when nothing can be visible.
pub fn condition(scope: &Scope) -> Option<SimpleExpr> {
    let (text, parameter) = CONDITION.text(scope)?;
    Some(match parameter {
        Some(id) => Expr::cust_with_values(text, [id]),
        None => Expr::cust(text),
    })
}
