//! What administrators do to statuses.

use proofdesk_store::Tx;

use super::event::{StatusCreated, StatusRenamed, StatusRestored, StatusRetired, StatusesOrdered};
use super::{Status, builtin, is_builtin, plain, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::StatusId;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::names::{self, Names};
use crate::permission::Permission;
use crate::text::name;
use crate::ticket::StatusCategory;

/// Makes the built-in statuses of a new installation.
///
/// # Errors
/// A constraint violation when they exist.
pub async fn found(tx: &Tx<'_>) -> Result<()> {
    for (position, category) in (0..).zip(StatusCategory::ALL) {
        sql::insert_builtin(tx, builtin(*category), *category, position).await?;
    }
    Ok(())
}

/// Makes a status, which stands behind the others. Its category cannot be changed later: tickets carry it.
///
/// # Errors
/// `no-permission` without `brand.manage`; `field-invalid` and `field-taken` for the key (lower-case letters, digits and single hyphens);
/// `field-required` without a name, `field-taken` for one that another status has, `asks-for-secret`, at `names`; `limit-reached`.
pub async fn create(
    tx: &Tx<'_>,
    cx: &mut Cx,
    key: &str,
    category: StatusCategory,
    names: &Names,
) -> Result<StatusId> {
    cx.viewer.require(Permission::BrandManage)?;
    let key = name::slug("key", key, limits::SLUG_CHARS)?;
    let names = clean(names, false)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let all = view::list(tx).await?;
    if all.len() >= limits::STATUSES {
        return Err(Error::limit_reached(limits::STATUSES));
    }
    // `waiting-on-customer` is the built-in one to whoever types a filter.
    if all.iter().any(|one| plain(&one.name) == plain(&key)) {
        return Err(Error::field("key", Code::FieldTaken));
    }
    names::refuse_taken(&names, all.iter().map(|one| &one.names))?;
    let last = all.iter().map(|one| one.position).max();
    let status = Status {
        id: cx.id(),
        name: key,
        category,
        builtin: false,
        position: last.map_or(0, |last| last.saturating_add(1)),
        names,
        retired_at: None,
        version: 1,
    };
    let column = names::write(&status.names)?;
    sql::insert(tx, &status, &column).await.map_err(|e| e.taken("status.name", "key"))?;
    let Status { id: status_id, name: key, position, .. } = status;
    let names = names::digest(&column);
    let created = StatusCreated { status_id, key, category, position, names };
    chain.append(tx, cx, &[NewEvent::of(&created)?]).await?;
    Ok(status_id)
}

/// Gives a status other names, and returns its new version. `version` is the one that the viewer saw. A built-in one without any is
/// called as surfaces call it.
///
/// # Errors
/// `no-permission`; `not-found`; `version-conflict`; for the names as [`create`].
pub async fn rename(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: StatusId,
    version: i64,
    names: &Names,
) -> Result<i64> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let all = view::list(tx).await?;
    let known = all.iter().find(|one| one.id == id).or_not_found()?;
    let names = clean(names, known.builtin)?;
    let others = all.iter().filter(|one| one.id != id);
    names::refuse_taken(&names, others.map(|one| &one.names))?;
    let column = names::write(&names)?;
    if !sql::set_names(tx, id, version, &column).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let renamed = StatusRenamed { status_id: id, names: names::digest(&column) };
    chain.append(tx, cx, &[NewEvent::of(&renamed)?]).await?;
    Ok(version + 1)
}

/// Puts the statuses into an order. The first one of a category is what keys and buttons set that know no more than whose turn it is.
/// Those that are not named, such as one that somebody made meanwhile, come behind as they stood. Returns whether anything moved.
///
/// # Errors
/// `no-permission`; `field-invalid` at `ids` for one that there is not, and one that is named twice.
pub async fn order(tx: &Tx<'_>, cx: &mut Cx, ids: &[StatusId]) -> Result<bool> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let ordered = names::ordered(view::list(tx).await?, ids, "ids", |one, id| one.id == *id)?;
    let mut has_moved = false;
    for (position, status) in (0_i64..).zip(&ordered) {
        if position != status.position {
            sql::set_position(tx, status.id, position).await?;
            has_moved = true;
        }
    }
    if has_moved {
        let status_ids = ordered.iter().map(|one| one.id).collect();
        chain.append(tx, cx, &[NewEvent::of(&StatusesOrdered { status_ids })?]).await?;
    }
    Ok(has_moved)
}

/// Lets no ticket be set to a status any more. Tickets that are done keep it; one that is retired stays so.
///
/// # Errors
/// `no-permission`; `not-found`; `status-needed` for a built-in one; `status-in-use` while tickets have it on which there is something
/// to do; `status-in-macros` while a shared macro sets it.
pub async fn retire(tx: &Tx<'_>, cx: &mut Cx, id: StatusId) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let known = view::find(tx, id).await?.or_not_found()?;
    if known.builtin {
        return Err(Error::refused(Code::StatusNeeded));
    }
    if known.retired_at.is_some() {
        return Ok(());
    }
    // Whoever sets a ticket to it at the moment is waited for, and is counted then.
    sql::lock(tx, id).await?;
    if known.category.is_active() {
        refuse_if_used(Code::StatusInUse, view::tickets(tx, id, known.category).await?)?;
    }
    refuse_if_used(Code::StatusInMacros, view::shared_macros(tx, id).await?)?;
    sql::set_retired(tx, id, Some(cx.now)).await?;
    chain.append(tx, cx, &[NewEvent::of(&StatusRetired { status_id: id })?]).await?;
    Ok(())
}

/// The category behind a status, and whether tickets can be set to it, which stays so until the transaction ends; `None` for an unknown one.
pub(crate) async fn hold(tx: &Tx<'_>, id: StatusId) -> Result<Option<(StatusCategory, bool)>> {
    // Nobody retires a built-in one. All tickets have them, and wait for nobody.
    if is_builtin(id) {
        return view::standing(tx, id).await;
    }
    let row = sql::lock(tx, id).await?;
    Ok(row.map(|(category, retired_at)| (category, retired_at.is_none())))
}

/// Lets tickets be set to a status again; one that is not retired stays as it is.
///
/// # Errors
/// `no-permission`; `not-found`.
pub async fn restore(tx: &Tx<'_>, cx: &mut Cx, id: StatusId) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let known = view::find(tx, id).await?.or_not_found()?;
    if known.retired_at.is_none() {
        return Ok(());
    }
    sql::set_retired(tx, id, None).await?;
    chain.append(tx, cx, &[NewEvent::of(&StatusRestored { status_id: id })?]).await?;
    Ok(())
}

fn refuse_if_used(code: Code, count: i64) -> Result<()> {
    match count {
        0 => Ok(()),
        _ => Err(Error::refused_with(code, vec![("count", count.to_string())])),
    }
}

/// The names as they may rest: one that surfaces have no word for has one at least.
fn clean(names: &Names, is_builtin: bool) -> Result<Names> {
    match names.is_empty() && !is_builtin {
        true => Err(Error::field("names", Code::FieldRequired)),
        false => names::clean(names),
    }
}
