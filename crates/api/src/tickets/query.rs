use proofdesk_desk::Error;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{BrandId, CustomerId, Id as _, StaffId, StatusId, TeamId};
use proofdesk_desk::ticket::view::{Filter, Position, Sort, Summary};
use proofdesk_desk::viewer::Viewer;
use proofdesk_http::{CursorKey, Result};
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
    /// `prev_cursor` of a page: the page before it, in the same order. `cursor` and `before` are not sent together.
    pub before: Option<Cursor>,
    /// The last page of the list, however long it is; not sent together with `cursor` or `before`.
    #[serde(default)]
    pub last: bool,
    #[serde(default)]
    pub limit: Limit,
}

impl TicketsQuery {
    /// The filter that the query asks for, going on from the row that its cursor named. What was typed is not in it yet:
    /// that takes a look into the desk.
    ///
    /// # Errors
    /// `staff-only` when a customer asks by what they do not see: the answer would tell it.
    pub fn filter(self, viewer: &Viewer, begin: Begin) -> proofdesk_desk::Result<Filter> {
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
            after: begin.after(),
            before: begin.before(),
            from_end: matches!(begin, Begin::End),
            limit: self.limit.beyond(),
        })
    }

    pub fn sort(&self) -> Sort {
        self.sort.map_or(Sort::Newest, |sort| sort.0)
    }

    /// The list that the query asks for, whatever its page: a cursor of one list is none of another.
    pub fn list(&self, viewer: &Viewer) -> String {
        let whole = Self {
            cursor: None,
            before: None,
            last: false,
            limit: Limit::default(),
            ..self.clone()
        };
        format!("tickets of {viewer} {whole:?}")
    }

    /// Where in its list the page begins or ends.
    ///
    /// # Errors
    /// `cursor-invalid` for a cursor of another list, `field-invalid` for more than one of them.
    pub fn begin(&self, list: &str, key: &CursorKey) -> Result<Begin> {
        let open = |cursor: &Cursor| key.open::<Position>(list, &cursor.0);
        match (&self.cursor, &self.before, self.last) {
            (None, None, false) => Ok(Begin::Start),
            (None, None, true) => Ok(Begin::End),
            (Some(cursor), None, false) => Ok(Begin::After(open(cursor)?)),
            (None, Some(cursor), false) => Ok(Begin::Before(open(cursor)?)),
            (Some(_), Some(_), _) => Err(Error::field("before", Code::FieldInvalid).into()),
            (_, _, true) => Err(Error::field("last", Code::FieldInvalid).into()),
        }
    }
}

/// Where in its list a page begins or ends.
#[derive(Clone, Copy, Debug)]
pub enum Begin {
    Start,
    After(Position),
    Before(Position),
    /// It ends where the list does.
    End,
}

impl Begin {
    fn after(self) -> Option<Position> {
        if let Self::After(row) = self { Some(row) } else { None }
    }

    fn before(self) -> Option<Position> {
        if let Self::Before(row) = self { Some(row) } else { None }
    }

    /// A page of `limit` rows of the `limit + 1` that were asked for, with a seal for each end from which there is a way on.
    ///
    /// # Errors
    /// Those of `seal`.
    pub fn cut(
        self,
        mut rows: Vec<Summary>,
        limit: u32,
        seal: impl Fn(&Summary) -> Result<String>,
    ) -> Result<Cut> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let beyond = rows.len().saturating_sub(limit);
        match self {
            Self::Before(_) | Self::End => drop(rows.drain(..beyond)),
            Self::Start | Self::After(_) => rows.truncate(limit),
        }
        // Behind a page that was read from its end there is the row that it was read from, and before one that goes on too.
        let (has_prev, has_next) = match self {
            Self::Start => (false, beyond > 0),
            Self::After(_) => (true, beyond > 0),
            Self::Before(_) => (beyond > 0, true),
            Self::End => (beyond > 0, false),
        };
        let prev_cursor = rows.first().filter(|_| has_prev).map(&seal).transpose()?;
        let next_cursor = rows.last().filter(|_| has_next).map(&seal).transpose()?;
        Ok(Cut { rows, prev_cursor, next_cursor })
    }
}

/// What [`Begin::cut`] makes.
#[derive(Debug)]
pub struct Cut {
    pub rows: Vec<Summary>,
    pub prev_cursor: Option<String>,
    pub next_cursor: Option<String>,
}
