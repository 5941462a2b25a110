use proofdesk_desk::Error;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{BrandId, CustomerId, Id as _, StaffId, StatusId, TeamId};
use proofdesk_desk::ticket::view::{Filter, Position, Sort};
use proofdesk_desk::viewer::Viewer;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::params::{Cursor, FilterText, FilterWords, Limit};
use crate::wire::{PriorityWord, QueueWord, RiskWord, SortWord};

/// Which tickets, and which page of them. Everything given must hold.
///
/// Customers see their own tickets and narrow them by status, category and evidence only: the rest is the desk's affair.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TicketsQuery {
    pub queue: Option<QueueWord>,
    /// A status's id.
    pub status: Option<Uuid>,
    /// A member's id.
    pub assignee: Option<Uuid>,
    /// A team's id.
    pub team: Option<Uuid>,
    /// A tag's name.
    pub tag: Option<FilterText>,
    /// A transaction id, address, link or another value that the tickets' messages say, in whatever form.
    pub evidence: Option<FilterText>,
    /// A category's slug.
    pub category: Option<FilterText>,
    /// A brand's id.
    pub brand: Option<Uuid>,
    /// A customer's id.
    pub customer: Option<Uuid>,
    pub priority: Option<PriorityWord>,
    pub risk: Option<RiskWord>,
    /// Words of the filter grammar, beside whatever else is given. What is wrong with one comes back with its place: `start`
    /// and `end`, in bytes. Words without a key are looked for in the texts of tickets.
    pub filter: Option<FilterWords>,
    /// The newest activity comes first when it is not given.
    pub sort: Option<SortWord>,
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

impl TicketsQuery {
    /// The filter that the query asks for, going on after the row that its cursor named. What was typed is not in it yet:
    /// that takes a look into the desk.
    ///
    /// # Errors
    /// `staff-only` when a customer asks by what they do not see: the answer would tell it.
    pub fn filter(
        self,
        viewer: &Viewer,
        after: Option<Position>,
    ) -> proofdesk_desk::Result<Filter> {
        let asks_inside = self.queue.is_some()
            || self.assignee.is_some()
            || self.team.is_some()
            || self.tag.is_some()
            || self.brand.is_some()
            || self.customer.is_some()
            || self.priority.is_some()
            || self.risk.is_some()
            || self.filter.is_some()
            || self.sort.is_some();
        if asks_inside && !viewer.is_staff() {
            return Err(Error::refused(Code::StaffOnly));
        }
        let sort = self.sort();
        Ok(Filter {
            queue: self.queue.map(|queue| queue.0),
            status_id: self.status.map(StatusId::from_uuid),
            assignee_id: self.assignee.map(StaffId::from_uuid),
            team_id: self.team.map(TeamId::from_uuid),
            tag: self.tag.map(|tag| tag.0),
            evidence: self.evidence.map(|typed| typed.0),
            category: self.category.map(|category| category.0),
            brand_id: self.brand.map(BrandId::from_uuid),
            customer_id: self.customer.map(CustomerId::from_uuid),
            priority: self.priority.map(|priority| priority.0),
            risk: self.risk.map(|risk| risk.0),
            conditions: Vec::new(),
            found: None,
            sort,
            after,
            limit: self.limit.beyond(),
        })
    }

    pub fn sort(&self) -> Sort {
        self.sort.map_or(Sort::Newest, |sort| sort.0)
    }

    /// The list that the query asks for, whatever its page: a cursor of one list is none of another.
    pub fn list(&self, viewer: &Viewer) -> String {
        let whole = Self { cursor: None, limit: Limit::default(), ..self.clone() };
        format!("tickets of {viewer} {whole:?}")
    }
}
