//! What people do to views.

use std::collections::BTreeSet;

use proofdesk_store::Tx;

use super::event::{ViewChanged, ViewCreated, ViewDeleted, ViewsArranged};
use super::{Audience, SavedView, Shown, require_keep, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{SavedViewId, StaffId, TeamId};
use crate::log::{self, NewEvent};
use crate::permission::Permission;
use crate::text::Clean;
use crate::ticket::view::Sort;
use crate::{filter, limits};

/// A view about to be saved.
#[derive(Clone, Debug)]
pub struct NewView {
    pub name: String,
    pub filter: String,
    pub sort: Sort,
    pub shown: BTreeSet<Shown>,
    pub audience: Audience,
    /// Of a team's view: whose.
    pub team_id: Option<TeamId>,
}

/// What to change of a view; `None` leaves it. Audience and team change together.
#[derive(Clone, Debug, Default)]
pub struct ViewChange {
    pub name: Option<String>,
    pub filter: Option<String>,
    pub sort: Option<Sort>,
    pub shown: Option<BTreeSet<Shown>>,
    pub audience: Option<(Audience, Option<TeamId>)>,
}

/// Saves a view.
///
/// # Errors
/// `no-permission` without `view.manage` that reaches so far; `limit-reached`; `field-invalid` at `team_id`; what is wrong
/// with the filter, as [`filter::resolve`] says.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, new: &NewView) -> Result<SavedViewId> {
    let owner_id = cx.viewer.staff()?.staff_id;
    let team_id = new.audience.team(new.team_id)?;
    require_keep(&cx.viewer, new.audience, team_id)?;
    let name = name(&new.name)?;
    let filter = words(tx, cx, &new.filter).await?;
    keep(tx, cx, new, (owner_id, team_id), (name, filter)).await
}

/// Saves a view that somebody had at another desk, at its place in the order. What its words mean is read anew by everybody who opens it.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; `limit-reached`; `field-required` and the like for fields.
pub(crate) async fn bring(
    tx: &Tx<'_>,
    cx: &mut Cx,
    owner_id: StaffId,
    new: &NewView,
    position: i64,
) -> Result<SavedViewId> {
    cx.viewer.require_inside()?;
    let team_id = new.audience.team(new.team_id)?;
    let filter = Clean::line("filter", &new.filter, limits::FILTER_CHARS)?.as_str().to_owned();
    let name = name(&new.name)?;
    let id = keep(tx, cx, new, (owner_id, team_id), (name, filter)).await?;
    sql::set_position(tx, id, position).await?;
    Ok(id)
}

/// Writes a view that may be saved, with its name and its filter as they are kept.
async fn keep(
    tx: &Tx<'_>,
    cx: &mut Cx,
    new: &NewView,
    (owner_id, team_id): (StaffId, Option<TeamId>),
    (name, filter): (String, String),
) -> Result<SavedViewId> {
    let saved = SavedView {
        id: cx.id(),
        name,
        filter,
        sort: new.sort,
        shown: new.shown.clone(),
        audience: new.audience,
        owner_id,
        team_id,
        created_at: cx.now,
        updated_at: cx.now,
        version: 1,
    };
    let chain = log::lock(tx, &saved.audience.stream_of(owner_id, cx.now)).await?;
    require_room(tx, &saved).await?;
    sql::insert(tx, &saved).await?;
    let event = ViewCreated { view_id: saved.id, audience: saved.audience, team_id };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(saved.id)
}

/// Changes a view and returns its new version. `version` is the one that the viewer saw.
///
/// # Errors
/// As [`create`]; `not-found`; `version-conflict`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: SavedViewId,
    version: i64,
    change: &ViewChange,
) -> Result<i64> {
    let before = changeable(tx, cx, id).await?;
    let mut after = SavedView { version, ..before.clone() };
    if let Some(typed) = &change.name {
        after.name = name(typed)?;
    }
    if let Some(typed) = &change.filter {
        after.filter = words(tx, cx, typed).await?;
    }
    after.sort = change.sort.unwrap_or(after.sort);
    if let Some(shown) = &change.shown {
        after.shown.clone_from(shown);
    }
    if let Some((audience, team_id)) = change.audience {
        after.audience = audience;
        after.team_id = audience.team(team_id)?;
        require_keep(&cx.viewer, after.audience, after.team_id)?;
        // What is taken back becomes the property of who takes it, or nobody could see it any more.
        if audience == Audience::Own {
            after.owner_id = cx.viewer.staff()?.staff_id;
            require_same_owner(&before, &after)?;
        }
    }
    let shared = if before.audience == Audience::Own { after.audience } else { before.audience };
    let chain = log::lock(tx, &shared.stream(cx)?).await?;
    if before.audience != after.audience {
        require_room(tx, &after).await?;
    }
    if !sql::update(tx, &after, cx.now).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let fields = differing(&before, &after);
    let event =
        ViewChanged { view_id: id, audience: after.audience, team_id: after.team_id, fields };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(version + 1)
}

/// Deletes a view.
///
/// # Errors
/// `no-permission`, `not-found`.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, id: SavedViewId) -> Result<()> {
    let saved = changeable(tx, cx, id).await?;
    let chain = log::lock(tx, &saved.audience.stream(cx)?).await?;
    sql::delete(tx, id).await?;
    chain.append(tx, cx, &[NewEvent::of(&ViewDeleted { view_id: id })?]).await?;
    Ok(())
}

/// Puts views in this order, before those that are not named.
///
/// # Errors
/// `no-permission` when one of them is not the viewer's to change; `not-found`; `limit-reached`.
pub async fn arrange(tx: &Tx<'_>, cx: &mut Cx, ids: &[SavedViewId]) -> Result<()> {
    let most = limits::VIEWS_PER_MEMBER;
    if i64::try_from(ids.len()).unwrap_or(i64::MAX) > most {
        return Err(Error::limit_reached_at("ids", most));
    }
    let mut is_shared = false;
    for id in ids {
        is_shared |= changeable(tx, cx, *id).await?.audience != Audience::Own;
    }
    let audience = if is_shared { Audience::All } else { Audience::Own };
    let chain = log::lock(tx, &audience.stream(cx)?).await?;
    for (position, id) in (1..).zip(ids) {
        sql::set_position(tx, *id, position).await?;
    }
    let event = ViewsArranged { view_ids: ids.to_vec() };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(())
}

/// Deletes a team's views with the team, and says so in the events that tell of its end.
pub(crate) async fn end_of_team(tx: &Tx<'_>, team_id: TeamId) -> Result<Vec<NewEvent>> {
    let mut events = Vec::new();
    for saved in sql::of_team(tx, team_id).await? {
        sql::delete(tx, saved.id).await?;
        events.push(NewEvent::of(&ViewDeleted { view_id: saved.id })?);
    }
    Ok(events)
}

async fn changeable(tx: &Tx<'_>, cx: &Cx, id: SavedViewId) -> Result<SavedView> {
    let saved = view::find(tx, &cx.viewer, id).await?.or_not_found()?;
    match saved.may_change(&cx.viewer) {
        true => Ok(saved),
        false => Err(Error::no_permission(Permission::ViewManage)),
    }
}

fn name(typed: &str) -> Result<String> {
    Ok(Clean::line("name", typed, limits::NAME_CHARS)?.as_str().to_owned())
}

/// The filter's words, which mean something to whoever saves them.
async fn words(tx: &Tx<'_>, cx: &Cx, typed: &str) -> Result<String> {
    let words = Clean::line("filter", typed, limits::FILTER_CHARS)?;
    filter::resolve(tx, &cx.viewer, cx.now, words.as_str()).await?;
    Ok(words.as_str().to_owned())
}

/// Only who saved a shared view may take it back for themself; anybody else deletes it, or saves their own.
fn require_same_owner(before: &SavedView, after: &SavedView) -> Result<()> {
    match before.owner_id == after.owner_id {
        true => Ok(()),
        false => Err(Error::field("audience", Code::FieldInvalid)),
    }
}

async fn require_room(tx: &Tx<'_>, saved: &SavedView) -> Result<()> {
    let (used, most) = match saved.audience {
        Audience::Own => (view::count_own(tx, saved.owner_id).await?, limits::VIEWS_PER_MEMBER),
        Audience::Team | Audience::All => (view::count_shared(tx).await?, limits::VIEWS_SHARED),
    };
    match used < most {
        true => Ok(()),
        false => Err(Error::limit_reached(most)),
    }
}

fn differing(before: &SavedView, after: &SavedView) -> Vec<String> {
    let fields = [
        ("name", before.name != after.name),
        ("filter", before.filter != after.filter),
        ("sort", before.sort != after.sort),
        ("shown", before.shown != after.shown),
        ("audience", before.audience != after.audience),
        ("team_id", before.team_id != after.team_id),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned()).collect()
}
