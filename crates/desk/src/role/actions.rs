//! What people do to roles.

use proofdesk_store::Tx;

use super::event::{RoleChanged, RoleCreated, RoleDeleted, written};
use super::{Builtin, Grants, Role, check_grants, require_covers, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::RoleId;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// What to change of a role; `None` leaves it.
#[derive(Clone, Debug, Default)]
pub struct RoleChange {
    pub name: Option<String>,
    pub grants: Option<Grants>,
    pub requires_totp: Option<bool>,
}

/// Makes a role.
///
/// # Errors
/// `no-permission` without `role.manage` or for grants beyond the viewer's own; `field-invalid` for a reach that means
/// nothing; `field-taken` for the name; `limit-reached`.
pub async fn create(
    tx: &Tx<'_>,
    cx: &mut Cx,
    name: &str,
    grants: &Grants,
    requires_totp: bool,
) -> Result<RoleId> {
    cx.viewer.require(Permission::RoleManage)?;
    require_covers(&cx.viewer, grants)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let all: Vec<Role> = tx.query(view::LIST, &[]).await?;
    if all.len() >= limits::ROLES {
        return Err(Error::limit_reached(limits::ROLES));
    }
    let (id, event) = insert(tx, cx, name, None, grants, requires_totp).await?;
    chain.append(tx, cx, &[event]).await?;
    Ok(id)
}

/// Inserts a built-in role of a new organisation.
pub(crate) async fn found(
    tx: &Tx<'_>,
    cx: &mut Cx,
    builtin: Builtin,
) -> Result<(RoleId, NewEvent)> {
    insert(tx, cx, builtin.name(), Some(builtin), &builtin.grants(), false).await
}

async fn insert(
    tx: &Tx<'_>,
    cx: &mut Cx,
    name: &str,
    builtin: Option<Builtin>,
    grants: &Grants,
    requires_totp: bool,
) -> Result<(RoleId, NewEvent)> {
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    check_grants(grants)?;
    let role_id: RoleId = cx.id();
    if !sql::insert(tx, role_id, &name, builtin, requires_totp).await? {
        return Err(Error::field("name", Code::FieldTaken));
    }
    sql::set_grants(tx, role_id, grants).await?;
    let event = RoleCreated { role_id, grants: written(grants), requires_totp };
    Ok((role_id, NewEvent::of(&event)?))
}

/// Changes a role and returns its new version. `version` is the one that the viewer saw.
///
/// # Errors
/// `no-permission`, also for a role that grants more than the viewer holds, before or after; `version-conflict`;
/// `role-builtin` for other grants of the administrators; `field-taken`; `field-invalid`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: RoleId,
    version: i64,
    change: &RoleChange,
) -> Result<i64> {
    cx.viewer.require(Permission::RoleManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let role = view::load(tx, id).await?.or_not_found()?;
    require_covers(&cx.viewer, &role.grants)?;
    if role.version != version {
        return Err(Error::refused(Code::VersionConflict));
    }
    let grants = change.grants.as_ref().unwrap_or(&role.grants);
    if role.builtin == Some(Builtin::Administrator) && *grants != role.grants {
        return Err(Error::refused(Code::RoleBuiltin));
    }
    check_grants(grants)?;
    require_covers(&cx.viewer, grants)?;
    let name = change.name.as_deref().unwrap_or(&role.name);
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    let requires_totp = change.requires_totp.unwrap_or(role.requires_totp);
    let updated = sql::update(tx, id, version, name.as_str(), requires_totp).await;
    if !updated.map_err(|e| e.taken("role.name", "name"))? {
        return Err(Error::refused(Code::VersionConflict));
    }
    sql::set_grants(tx, id, grants).await?;
    let event = RoleChanged { role_id: id, grants: written(grants), requires_totp };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(version + 1)
}

/// Deletes a role that nobody has.
///
/// # Errors
/// `no-permission`; `role-builtin` for the administrators; `role-in-use`; `not-found`.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, id: RoleId) -> Result<()> {
    cx.viewer.require(Permission::RoleManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let role = view::load(tx, id).await?.or_not_found()?;
    require_covers(&cx.viewer, &role.grants)?;
    if role.builtin == Some(Builtin::Administrator) {
        return Err(Error::refused(Code::RoleBuiltin));
    }
    if view::is_in_use(tx, id).await? {
        return Err(Error::refused(Code::RoleInUse));
    }
    sql::delete(tx, id).await?;
    chain.append(tx, cx, &[NewEvent::of(&RoleDeleted { role_id: id })?]).await?;
    Ok(())
}
