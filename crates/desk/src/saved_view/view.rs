//! Reading saved views. Who sees one is in the query.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::SavedView;
use crate::error::{Error, Result};
use crate::id::{SavedViewId, StaffId};
use crate::lookup::Lookup;
use crate::ticket::view::Filter;
use crate::time::Timestamp;
use crate::viewer::{Scope, Viewer};
use crate::{filter, limits, ticket};

macro_rules! visible {
    ($and:literal) => {
        concat!(
            "select v.id, v.name, v.filter, v.sort, v.shown, v.audience, v.owner_id, v.team_id, v.created_at, v.updated_at, \
             v.version from saved_view v where ((v.audience = 'own' and v.owner_id = $1) or v.audience = 'all' \
             or (v.audience = 'team' and v.team_id in (select team_id from team_member where staff_id = $1)))",
            $and
        )
    };
}

pub(super) const LIST: &str = visible!(" order by v.position, v.id limit 1000");
pub(super) const FIND: &str = visible!(" and v.id = $2");
pub(super) const OF_TEAM: &str = "select id, name, filter, sort, shown, audience, owner_id, team_id, created_at, updated_at, \
    version from saved_view where team_id = $1 order by id";
pub(super) const PAGE: &str = "select id, name, filter, sort, shown, audience, owner_id, team_id, created_at, updated_at, \
    version, position from saved_view where id > $1 order by id limit $2";
pub(super) const COUNT_OWN: &str =
    "select count(*) from saved_view where owner_id = $1 and audience = 'own'";
pub(super) const COUNT_SHARED: &str = "select count(*) from saved_view where audience <> 'own'";

/// How many tickets a view shows to one member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewCount {
    pub id: SavedViewId,
    /// At most [`limits::VIEW_COUNT_CAP`]; `None` when the view's words mean nothing to the member any more.
    pub count: Option<i64>,
    /// Counting stopped there: show "99+".
    pub capped: bool,
}

/// The views that the member sees, in their order: their own, their teams', everybody's.
///
/// # Errors
/// `staff-only`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<SavedView>> {
    Ok(rx.query(LIST, params![viewer.staff()?.staff_id]).await?)
}

/// One of them, or `None`.
///
/// # Errors
/// `staff-only`.
pub async fn find(rx: &Rx<'_>, viewer: &Viewer, id: SavedViewId) -> Result<Option<SavedView>> {
    Ok(rx.query_opt(FIND, params![viewer.staff()?.staff_id, id]).await?)
}

/// Views of everybody after one, by id, each with its place in the order. For the desk's own use.
pub(crate) async fn page(
    rx: &Rx<'_>,
    after: uuid::Uuid,
    limit: u32,
) -> Result<Vec<(SavedView, i64)>> {
    let page: Vec<Placed> = rx.query(PAGE, params![after, limit]).await?;
    Ok(page.into_iter().map(|Placed(view, position)| (view, position)).collect())
}

struct Placed(SavedView, i64);

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self(SavedView::from_row(row)?, row.next()?))
    }
}

/// Counts the tickets of views that the member sees, each up to a bound; the first [`limits::VIEWS_COUNTED`] of `ids`.
///
/// # Errors
/// `staff-only`.
pub async fn counts(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    lookup: &Lookup,
    now: Timestamp,
    ids: &[SavedViewId],
) -> Result<Vec<ViewCount>> {
    let views = list(rx, viewer).await?;
    let wanted = ids.iter().take(limits::VIEWS_COUNTED);
    let wanted = wanted.filter_map(|id| views.iter().find(|view| view.id == *id));
    let mut counts = Vec::new();
    for view in wanted {
        counts.push(count(rx, viewer, scope, lookup, now, view).await?);
    }
    Ok(counts)
}

async fn count(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    lookup: &Lookup,
    now: Timestamp,
    view: &SavedView,
) -> Result<ViewCount> {
    let conditions = match filter::resolve(rx, viewer, now, &view.filter).await {
        Ok(conditions) => conditions,
        Err(Error::Refused(_)) => return Ok(ViewCount { id: view.id, count: None, capped: false }),
        Err(failed) => return Err(failed),
    };
    let mut filter = Filter { conditions, ..Filter::default() };
    match ticket::search::narrow(rx, viewer, lookup, scope, &mut filter).await {
        Ok(_) => {}
        Err(Error::Refused(_)) => return Ok(ViewCount { id: view.id, count: None, capped: false }),
        Err(failed) => return Err(failed),
    }
    let most = limits::VIEW_COUNT_CAP;
    let (count, capped) = ticket::view::count(rx, viewer, scope, &filter, most).await?;
    Ok(ViewCount { id: view.id, count: Some(count), capped })
}

pub(super) async fn count_own(rx: &Rx<'_>, owner_id: StaffId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT_OWN, params![owner_id]).await?;
    Ok(n)
}

pub(super) async fn count_shared(rx: &Rx<'_>) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT_SHARED, &[]).await?;
    Ok(n)
}
