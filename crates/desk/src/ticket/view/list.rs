//! Queues: pages of summaries, and how many tickets each queue holds.

use std::collections::BTreeSet;

use proofdesk_store::{FromRow, Row, Rx, params};
use sea_query::{
    Alias, Asterisk, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement, SimpleExpr,
};

use super::filtered;
use super::merged::merged_into;
use super::order::{self, Position, Sort, Way};
use super::split::{source_of, split_into};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::evidence;
use crate::filter::{Condition, Match};
use crate::id::{BrandId, CustomerId, Id as _, PublicId, StaffId, StatusId, TeamId, TicketId};
use crate::limits;
use crate::scope_sql;
use crate::sql_list;
use crate::ticket::{Attention, Author, Priority, Risk, Snooze, StatusCategory, Tier, WakeOn};
use crate::time::Timestamp;
use crate::viewer::{Scope, Viewer};
use crate::words::words;

/// Every fixed statement of this file.
pub const ALL: &[&str] = &[COUNTS, SNOOZED, MINE];

const COUNTS: &str = "select brand_id, status_category, assigned, cast(sum(n) as bigint) from ticket_count \
    group by brand_id, status_category, assigned";
const MINE: &str = "select count(*) from (select 1 from ticket t where t.assignee_id = $1 \
    and t.status_category in ('open', 'waiting_on_customer', 'waiting_on_internal') \
    and not exists (select 1 from ticket_snooze z where z.ticket_id = t.id) limit 1001) as capped";
// What is put aside is counted with its status, and taken off here: it is little beside what is open.
const SNOOZED: &str = "select t.status_category, case when t.assignee_id is null then 0 else 1 end, count(*) \
    from ticket_snooze z join ticket t on t.id = z.ticket_id \
    group by t.status_category, case when t.assignee_id is null then 0 else 1 end";
const IS_SNOOZED: &str = "exists (select 1 from ticket_snooze z where z.ticket_id = t.id)";

words! {
    /// The built-in queues.
    pub enum Queue {
        Unassigned = "unassigned",
        Mine = "mine",
        /// Of which a note mentions the member.
        Mentions = "mentions",
        /// That the member follows without being assigned.
        Following = "following",
        /// In which the member has begun to write.
        Drafts = "drafts",
        Open = "open",
        WaitingOnCustomer = "waiting_on_customer",
        WaitingOnInternal = "waiting_on_internal",
        Solved = "solved",
        Closed = "closed",
        /// Put aside.
        Snoozed = "snoozed",
        All = "all",
    }
}

/// A ticket that has the words, as the index knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub id: TicketId,
    /// Its last activity.
    pub at: Timestamp,
}

/// Which tickets a page shows, and in which order. Everything given must hold.
#[derive(Clone, Debug)]
pub struct Filter {
    pub queue: Option<Queue>,
    pub status_id: Option<StatusId>,
    pub assignee_id: Option<StaffId>,
    pub team_id: Option<TeamId>,
    pub tag: Option<String>,
    /// A hash, address, link or whatever else is looked for: tickets with the same evidence, in whatever form it was given.
    pub evidence: Option<String>,
    pub category: Option<String>,
    pub brand_id: Option<BrandId>,
    pub customer_id: Option<CustomerId>,
    pub priority: Option<Priority>,
    pub risk: Option<Risk>,
    /// What was typed, as it holds for this viewer now.
    pub conditions: Vec<Condition>,
    /// The tickets that have the words that were typed, in the order of the index; `None` where no words were.
    pub found: Option<Vec<Hit>>,
    pub sort: Sort,
    /// The last row of the page before.
    pub after: Option<Position>,
    /// The first row of the page behind: of those before it the nearest, in the order of the list all the same.
    pub before: Option<Position>,
    /// The end of the list where neither is given: its last rows, in the order of the list all the same.
    pub from_end: bool,
    /// `1..=PAGE_MAX`.
    pub limit: u32,
}

impl Default for Filter {
    /// Everything, the newest activity first.
    fn default() -> Self {
        Self {
            queue: None,
            status_id: None,
            assignee_id: None,
            team_id: None,
            tag: None,
            evidence: None,
            category: None,
            brand_id: None,
            customer_id: None,
            priority: None,
            risk: None,
            conditions: Vec::new(),
            found: None,
            sort: Sort::Newest,
            after: None,
            before: None,
            from_end: false,
            limit: limits::PAGE_DEFAULT,
        }
    }
}

/// Somebody or something by id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<T> {
    pub id: T,
    pub name: String,
}

/// A ticket as a list row shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub id: TicketId,
    pub public_id: PublicId,
    pub brand: Named<BrandId>,
    pub customer_id: CustomerId,
    /// In clear; whoever shapes it for staff masks it. `None` for one who gave no name or was erased.
    pub customer_name: Option<String>,
    pub category: String,
    pub subject: String,
    pub status: Named<StatusId>,
    pub status_category: StatusCategory,
    pub priority: Priority,
    pub risk: Risk,
    pub assignee: Option<Named<StaffId>>,
    pub team: Option<Named<TeamId>>,
    pub tags: Vec<String>,
    pub lang: String,
    pub channel: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub last_message_at: Timestamp,
    pub last_message_by: Author,
    pub solved_at: Option<Timestamp>,
    pub message_count: i64,
    pub version: i64,
    /// How far the viewer has read; `None` for customers and for one never opened.
    pub read_seq: Option<i64>,
    /// A note mentions the viewer that they have not read.
    pub mention_unread: bool,
    pub attention: Attention,
    pub snooze: Option<Snooze>,
    /// The ticket that it goes on in.
    pub merged_into: Option<PublicId>,
    /// The tickets that go on in it; only where one ticket is asked for.
    pub merged: Vec<PublicId>,
    /// The ticket that it was split off, and those that were split off it; only where one ticket is asked for.
    pub split_from: Option<PublicId>,
    pub split_into: Vec<PublicId>,
}

/// How many tickets a queue holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueCount {
    pub queue: Queue,
    pub count: i64,
    /// `true` when counting stopped there: show "1000+".
    pub capped: bool,
}

impl Filter {
    fn way(&self) -> Way {
        let from_end = self.from_end && self.after.is_none();
        if self.before.is_some() || from_end { Way::Back } else { Way::On }
    }
}

/// A page of summaries in the order that the filter asks for.
///
/// # Errors
/// `signed-out` for a queue of one's own without being staff.
pub async fn list(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    filter: &Filter,
) -> Result<Vec<Summary>> {
    let Some(condition) = scope_sql::condition(scope) else { return Ok(Vec::new()) };
    match (&filter.found, filter.sort) {
        (Some(found), Sort::Relevance) => best(rx, viewer, condition, filter, found).await,
        (Some(found), Sort::Newest | Sort::Oldest) => {
            nearest(rx, viewer, condition, filter, found).await
        }
        (found, _) => page(rx, viewer, condition, filter, found.as_deref()).await,
    }
}

/// A page in an order of time, which is that of what the index found: those next to the row that the page goes on from came first, so
/// that a page seldom asks for more than the first few.
async fn nearest(
    rx: &Rx<'_>,
    viewer: &Viewer,
    condition: SimpleExpr,
    filter: &Filter,
    found: &[Hit],
) -> Result<Vec<Summary>> {
    let most = usize::try_from(filter.limit).unwrap_or(usize::MAX);
    let mut end = 0_usize;
    loop {
        end = whole_moment(found, end.saturating_mul(4).max(most.saturating_mul(2)));
        let first = found.get(..end).unwrap_or(found);
        let page = page(rx, viewer, condition.clone(), filter, Some(first)).await?;
        if page.len() >= most || end >= found.len() {
            return Ok(page);
        }
    }
}

/// How many come first, at least as many as are wanted: those of one moment are not parted, for the list has an order among them
/// that the index does not know.
fn whole_moment(found: &[Hit], wanted: usize) -> usize {
    let Some(last) = found.get(wanted.saturating_sub(1)) else { return found.len() };
    wanted + found.iter().skip(wanted).take_while(|hit| hit.at == last.at).count()
}

async fn page(
    rx: &Rx<'_>,
    viewer: &Viewer,
    condition: SimpleExpr,
    filter: &Filter,
    found: Option<&[Hit]>,
) -> Result<Vec<Summary>> {
    let way = filter.way();
    let mut select = summaries(viewer);
    if filter.conditions.is_empty() && filter.sort == Sort::Newest && found.is_none() {
        select.and_where(condition).limit(u64::from(filter.limit));
        narrow(&mut select, viewer, filter)?;
        go_on(&mut select, viewer, filter);
    } else {
        // What no index orders is sorted: the ids alone, and the rest is read for those of the page.
        let mut ids = let_through(rx, viewer, condition, filter, found)?;
        ids.column(("t", "id")).limit(u64::from(filter.limit));
        go_on(&mut ids, viewer, filter);
        order::order(&mut ids, filter.sort, viewer, way);
        select.and_where(Expr::col(("t", "id")).in_subquery(ids));
    }
    order::order(&mut select, filter.sort, viewer, way);
    let mut page: Vec<Summary> = sql_list::run(rx, &select).await?;
    // The nearest were asked for first.
    if way == Way::Back {
        page.reverse();
    }
    fill_tags(rx, &mut page).await?;
    Ok(page)
}

/// A page in the order of the index: of what it found, those that the scope and the rest of the filter let through.
async fn best(
    rx: &Rx<'_>,
    viewer: &Viewer,
    condition: SimpleExpr,
    filter: &Filter,
    found: &[Hit],
) -> Result<Vec<Summary>> {
    // A row that is not found any more has nothing behind it and nothing before it: the list has changed, and is begun again.
    let place = |row: &Position| found.iter().position(|hit| hit.id == row.id());
    let from = match &filter.after {
        Some(after) => place(after).map_or(found.len(), |at| at + 1),
        None => 0,
    };
    let until = match &filter.before {
        Some(before) => place(before).unwrap_or(0),
        None => found.len(),
    };
    let mut between: Vec<Hit> = found.get(from..until).unwrap_or_default().to_vec();
    let way = filter.way();
    if way == Way::Back {
        between.reverse();
    }
    let most = usize::try_from(filter.limit).unwrap_or(usize::MAX);
    let mut page: Vec<TicketId> = Vec::new();
    for some in between.chunks(limits::SEARCH_CHECKED) {
        let mut ids = let_through(rx, viewer, condition.clone(), filter, Some(some))?;
        ids.column(("t", "id"));
        let passed: Vec<(TicketId,)> = sql_list::run(rx, &ids).await?;
        let passed: BTreeSet<TicketId> = passed.into_iter().map(|(id,)| id).collect();
        page.extend(some.iter().map(|hit| hit.id).filter(|id| passed.contains(id)));
        if page.len() >= most {
            break;
        }
    }
    page.truncate(most);
    if way == Way::Back {
        page.reverse();
    }
    if page.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = summaries(viewer);
    select.and_where(Expr::col(("t", "id")).is_in(page.iter().map(|id| id.uuid())));
    let mut rows: Vec<Summary> = sql_list::run(rx, &select).await?;
    rows.sort_by_key(|row| page.iter().position(|id| *id == row.id));
    fill_tags(rx, &mut rows).await?;
    Ok(rows)
}

/// One visible ticket as a summary.
pub async fn summary(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    public_id: &PublicId,
) -> Result<Option<Summary>> {
    let Some(condition) = scope_sql::condition(scope) else { return Ok(None) };
    let mut select = summaries(viewer);
    select.and_where(condition).and_where(Expr::col(("t", "public_id")).eq(public_id.as_str()));
    let mut page: Vec<Summary> = sql_list::run(rx, &select).await?;
    fill_tags(rx, &mut page).await?;
    let Some(mut one) = page.pop() else { return Ok(None) };
    let parts = merged_into(rx, one.id).await?;
    one.merged = parts.into_iter().map(|(_, number)| number).collect();
    one.split_from = source_of(rx, one.id).await?.map(|(_, number)| number);
    let halves = split_into(rx, one.id).await?;
    one.split_into = halves.into_iter().map(|(_, number)| number).collect();
    Ok(Some(one))
}

/// How many tickets each built-in queue holds for this viewer: maintained counters where the whole brand or everything
/// is in reach, else a count that stops at [`limits::COUNT_CAP`].
pub async fn counts(rx: &Rx<'_>, viewer: &Viewer, scope: &Scope) -> Result<Vec<QueueCount>> {
    let staff_id = viewer.staff()?.staff_id;
    let mut counts = Vec::with_capacity(Queue::ALL.len());
    let maintained: Vec<(BrandId, StatusCategory, bool, i64)> = match scope {
        Scope::Everything => rx.query(COUNTS, params![]).await?,
        _ => Vec::new(),
    };
    let aside: Vec<(StatusCategory, i64, i64)> = match scope {
        Scope::Everything => rx.query(SNOOZED, params![]).await?,
        _ => Vec::new(),
    };
    let aside_of = |queue: Queue| -> i64 {
        let those = aside.iter().filter(|(c, assigned, _)| holds(queue, *c, *assigned > 0));
        those.map(|row| row.2).sum()
    };
    for &queue in Queue::ALL {
        let (count, capped) = match (queue, scope) {
            (Queue::Mine, _) => cap(rx.query_one::<(i64,)>(MINE, params![staff_id]).await?.0),
            // What is told by its number is what was not read.
            (Queue::Mentions, _) => {
                let of = Match::MentionUnread(staff_id);
                let conditions = vec![Condition { negated: false, of }];
                let filter = Filter { conditions, ..Filter::default() };
                count(rx, viewer, scope, &filter, limits::COUNT_CAP).await?
            }
            (Queue::Following | Queue::Drafts, _) => {
                let filter = Filter { queue: Some(queue), ..Filter::default() };
                count(rx, viewer, scope, &filter, limits::COUNT_CAP).await?
            }
            (Queue::Snoozed, Scope::Everything) => (aside_of(Queue::All), false),
            (_, Scope::Everything) => {
                let those =
                    maintained.iter().filter(|(_, c, assigned, _)| holds(queue, *c, *assigned));
                let all: i64 = those.map(|row| row.3).sum();
                (if queue == Queue::All { all } else { all - aside_of(queue) }, false)
            }
            _ => {
                let filter = Filter { queue: Some(queue), ..Filter::default() };
                count(rx, viewer, scope, &filter, limits::COUNT_CAP).await?
            }
        };
        counts.push(QueueCount { queue, count, capped });
    }
    Ok(counts)
}

fn holds(queue: Queue, category: StatusCategory, assigned: bool) -> bool {
    match queue {
        Queue::All => true,
        Queue::Unassigned => category == StatusCategory::Open && !assigned,
        Queue::Mine | Queue::Mentions | Queue::Following | Queue::Drafts | Queue::Snoozed => false,
        _ => queue.as_str() == category.as_str(),
    }
}

fn cap(n: i64) -> (i64, bool) {
    capped(n, limits::COUNT_CAP)
}

fn capped(n: i64, most: i64) -> (i64, bool) {
    (Ord::min(n, most), n > most)
}

/// How many tickets a filter lets through, whatever the page, counted up to `most`; and whether there are more.
///
/// # Errors
/// As [`list`].
pub async fn count(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    filter: &Filter,
    most: i64,
) -> Result<(i64, bool)> {
    let Some(condition) = scope_sql::condition(scope) else { return Ok((0, false)) };
    let mut inner = let_through(rx, viewer, condition, filter, filter.found.as_deref())?;
    inner.expr(Expr::cust("1")).limit(u64::try_from(most + 1).unwrap_or(u64::MAX));
    let mut outer = Query::select();
    outer.expr(Expr::col(Asterisk).count()).from_subquery(inner, "capped");
    let rows: Vec<(i64,)> = sql_list::run(rx, &outer).await?;
    Ok(capped(rows.first().map_or(0, |row| row.0), most))
}

/// How many tickets the list of a filter has, whatever the page; `None` for more than `most`, and where words were looked for and the
/// index gave as many tickets as it ever gives: there may be others.
///
/// # Errors
/// As [`list`].
pub async fn total(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    filter: &Filter,
    most: i64,
) -> Result<Option<i64>> {
    if filter.found.as_ref().is_some_and(|found| found.len() >= limits::SEARCH_FOUND) {
        return Ok(None);
    }
    let (count, is_more) = count(rx, viewer, scope, filter, most).await?;
    Ok((!is_more).then_some(count))
}

fn summaries(viewer: &Viewer) -> SelectStatement {
    let mut select = Query::select();
    for column in [
        "id",
        "public_id",
        "brand_id",
        "customer_id",
        "subject",
        "status_id",
        "status_category",
        "priority",
        "risk",
        "assignee_id",
        "team_id",
        "lang",
        "channel",
        "created_at",
        "updated_at",
        "last_message_at",
        "last_message_by",
        "solved_at",
        "message_count",
        "version",
    ] {
        select.column(("t", column));
    }
    // Names come by a look into each small table: PostgreSQL plans this statement anew each time, and the order of seven
    // joins costs it ten times what the page does.
    for name in [
        "(select b.name from brand b where b.id = t.brand_id)",
        "(select c.name from customer c where c.id = t.customer_id)",
        "(select k.slug from category k where k.id = t.category_id)",
        "(select s.name from status s where s.id = t.status_id)",
        "(select a.name from staff a where a.id = t.assignee_id)",
        "(select m.name from team m where m.id = t.team_id)",
        "(select r.public_id from ticket_merge g join ticket r on r.id = g.root_id where g.ticket_id = t.id)",
    ] {
        select.expr(Expr::cust(name));
    }
    select
        .column(("w", "tier"))
        .column(("w", "escalated_at"))
        .column(("w", "nudges"))
        .column(("w", "nudged_at"))
        .column(("z", "wake_on"))
        .column(("z", "until_at"))
        .from_as("ticket", "t")
        .join_as(
            JoinType::LeftJoin,
            "ticket_attention",
            "w",
            Expr::col(("w", "ticket_id")).equals(("t", "id")),
        )
        .join_as(
            JoinType::LeftJoin,
            "ticket_snooze",
            "z",
            Expr::col(("z", "ticket_id")).equals(("t", "id")),
        );
    match viewer.staff() {
        Ok(staff) => {
            let mark = Expr::cust_with_values(
                "(select r.seq from read_mark r where r.staff_id = $1 and r.ticket_id = t.id)",
                [staff.staff_id.uuid()],
            );
            let unread = Expr::cust_with_values(
                "exists (select 1 from mention n where n.staff_id = $1 and n.ticket_id = t.id and n.read_at is null)",
                [staff.staff_id.uuid()],
            );
            select.expr(mark).expr(unread);
        }
        Err(_not_staff) => {
            select.expr(Expr::cust("cast(null as bigint)")).expr(Expr::cust("1 = 0"));
        }
    }
    select
}

/// The tickets that the scope and the filter let through, of those that were found where words were looked for. Nothing is selected yet.
fn let_through(
    rx: &Rx<'_>,
    viewer: &Viewer,
    condition: SimpleExpr,
    filter: &Filter,
    found: Option<&[Hit]>,
) -> Result<SelectStatement> {
    let mut select = Query::select();
    select.from_as("ticket", "t").and_where(condition);
    narrow(&mut select, viewer, filter)?;
    if let Some(found) = found {
        let ids = found.iter().map(|hit| hit.id.uuid());
        select.and_where(sql_list::one_of(rx.engine(), "t.id", ids));
    }
    Ok(select)
}

fn narrow(select: &mut SelectStatement, viewer: &Viewer, filter: &Filter) -> Result<()> {
    if let Some(queue) = filter.queue {
        narrow_to_queue(select, viewer, queue)?;
    }
    // A customer's matter stands in their list once: where it goes on.
    if matches!(viewer, Viewer::Customer(_)) {
        select.and_where(Expr::cust(filtered::IS_MERGED).not());
    }
    let ids = [
        ("status_id", filter.status_id.map(crate::id::Id::uuid)),
        ("assignee_id", filter.assignee_id.map(crate::id::Id::uuid)),
        ("team_id", filter.team_id.map(crate::id::Id::uuid)),
        ("brand_id", filter.brand_id.map(crate::id::Id::uuid)),
        ("customer_id", filter.customer_id.map(crate::id::Id::uuid)),
    ];
    for (column, id) in ids {
        if let Some(id) = id {
            select.and_where(Expr::col(("t", column)).eq(id));
        }
    }
    if let Some(priority) = filter.priority {
        select.and_where(Expr::col(("t", "priority")).eq(priority.rank()));
    }
    if let Some(risk) = filter.risk {
        select.and_where(Expr::col(("t", "risk")).eq(risk.as_str()));
    }
    if let Some(slug) = &filter.category {
        select.and_where(Expr::cust_with_values(
            "t.category_id in (select id from category where slug = $1)",
            [slug.as_str()],
        ));
    }
    if let Some(tag) = &filter.tag {
        select.and_where(Expr::cust_with_values(
            "t.id in (select g.ticket_id from ticket_tag g join tag on coalesce(tag.now_id, tag.id) = g.tag_id where tag.name = $1)",
            [tag.as_str()],
        ));
    }
    if let Some(typed) = &filter.evidence {
        let only_public = matches!(viewer, Viewer::Customer(_));
        let keys = evidence::search_keys(typed);
        select.and_where(filtered::shows_evidence("key", &keys, only_public));
    }
    for condition in &filter.conditions {
        select.and_where(filtered::condition(condition));
    }
    Ok(())
}

/// Behind the last row of the page before, or ending before the first of the one behind.
fn go_on(select: &mut SelectStatement, viewer: &Viewer, filter: &Filter) {
    if let Some(row) = filter.before.as_ref().or(filter.after.as_ref()) {
        order::go_on(select, filter.sort, viewer, row, filter.way());
    }
}

fn narrow_to_queue(select: &mut SelectStatement, viewer: &Viewer, queue: Queue) -> Result<()> {
    let category = |select: &mut SelectStatement, word: &str| {
        select.and_where(Expr::col(("t", "status_category")).eq(word));
    };
    match queue {
        Queue::All
        | Queue::Solved
        | Queue::Closed
        | Queue::Mentions
        | Queue::Following
        | Queue::Drafts => {}
        Queue::Snoozed => {
            select.and_where(Expr::cust(IS_SNOOZED));
        }
        _ => {
            select.and_where(Expr::cust(IS_SNOOZED).not());
        }
    }
    match queue {
        Queue::All | Queue::Snoozed => {}
        Queue::Unassigned => {
            select.and_where(Expr::col(("t", "assignee_id")).is_null());
            category(select, StatusCategory::Open.as_str());
        }
        Queue::Mine => {
            let Viewer::Staff(me) = viewer else { return Err(Error::refused(Code::StaffOnly)) };
            select.and_where(Expr::col(("t", "assignee_id")).eq(me.staff_id.uuid()));
            let active = StatusCategory::ALL.iter().filter(|c| c.is_active()).map(|c| c.as_str());
            select.and_where(Expr::col(("t", "status_category")).is_in(active));
        }
        Queue::Mentions => {
            select.and_where(filtered::mentioned(viewer.staff()?.staff_id));
        }
        // One that goes on in another is followed there.
        Queue::Following => {
            let me = viewer.staff()?.staff_id;
            select.and_where(filtered::followed_by(&[me]));
            select.and_where(Expr::cust(filtered::IS_MERGED).not());
        }
        Queue::Drafts => {
            select.and_where(filtered::begun(viewer.staff()?.staff_id));
        }
        _ => category(select, queue.as_str()),
    }
    Ok(())
}

impl FromRow for Summary {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let id = row.next()?;
        let public_id = row.next()?;
        let brand_id = row.next()?;
        let customer_id = row.next()?;
        let subject = row.next()?;
        let status_id = row.next()?;
        let status_category = row.next()?;
        let priority = Priority::of_rank(row.next()?)?;
        let risk = row.next()?;
        let assignee_id: Option<StaffId> = row.next()?;
        let team_id: Option<TeamId> = row.next()?;
        Ok(Self {
            id,
            public_id,
            customer_id,
            subject,
            status_category,
            priority,
            risk,
            lang: row.next()?,
            channel: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            last_message_at: row.next()?,
            last_message_by: row.next()?,
            solved_at: row.next()?,
            message_count: row.next()?,
            version: row.next()?,
            brand: Named { id: brand_id, name: row.next()? },
            customer_name: row.next()?,
            category: row.next()?,
            status: Named { id: status_id, name: row.next()? },
            assignee: named(assignee_id, row.next()?),
            team: named(team_id, row.next()?),
            merged_into: row.next()?,
            attention: attention(row)?,
            snooze: snooze(row)?,
            merged: Vec::new(),
            split_from: None,
            split_into: Vec::new(),
            read_seq: row.next()?,
            mention_unread: row.next()?,
            tags: Vec::new(),
        })
    }
}

/// The columns of a row that may not be there.
fn attention(row: &mut Row<'_>) -> proofdesk_store::Result<Attention> {
    Ok(Attention {
        tier: row.next::<Option<i64>>()?.map_or(Ok(Tier::First), Tier::of_rank)?,
        escalated_at: row.next()?,
        nudges: row.next::<Option<i64>>()?.unwrap_or(0),
        nudged_at: row.next()?,
    })
}

fn snooze(row: &mut Row<'_>) -> proofdesk_store::Result<Option<Snooze>> {
    let (wake_on, until): (Option<WakeOn>, _) = (row.next()?, row.next()?);
    Ok(wake_on.map(|wake_on| Snooze { wake_on, until }))
}

fn named<T>(id: Option<T>, name: Option<String>) -> Option<Named<T>> {
    Some(Named { id: id?, name: name.unwrap_or_default() })
}

async fn fill_tags(rx: &Rx<'_>, page: &mut [Summary]) -> Result<()> {
    if page.is_empty() {
        return Ok(());
    }
    let mut select = Query::select();
    select
        .column(("g", "ticket_id"))
        .column(("tag", "name"))
        .from_as("ticket_tag", "g")
        .join(
            JoinType::InnerJoin,
            Alias::new("tag"),
            Expr::col(("tag", "id")).equals(("g", "tag_id")),
        )
        .and_where(Expr::col(("g", "ticket_id")).is_in(page.iter().map(|s| s.id.uuid())))
        .order_by(("tag", "name"), Order::Asc);
    let tags: Vec<(TicketId, String)> = sql_list::run(rx, &select).await?;
    for (ticket_id, name) in tags {
        if let Some(summary) = page.iter_mut().find(|s| s.id == ticket_id) {
            summary.tags.push(name);
        }
    }
    Ok(())
}
