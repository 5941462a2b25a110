//! Reading roles and grants.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Builtin, Grants, Role, union};
use crate::error::Result;
use crate::id::{RoleId, StaffId};
use crate::permission::{Permission, Reach};
use crate::viewer::Viewer;

pub(super) const LIST: &str =
    "select id, name, builtin, requires_totp, version from role order by id limit 200";
pub(super) const FIND: &str =
    "select id, name, builtin, requires_totp, version from role where id = $1";
pub(super) const GRANTS: &str = "select role_id, permission, reach from role_grant limit 10000";
pub(super) const GRANTS_OF: &str =
    "select role_id, permission, reach from role_grant where role_id = $1";
pub(super) const IN_USE: &str = "select staff_id from staff_role where role_id = $1 limit 1";

impl FromRow for Role {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            builtin: row.next()?,
            requires_totp: row.next()?,
            version: row.next()?,
            grants: Grants::new(),
        })
    }
}

/// One row of `role_grant`. A permission that this version does not know grants nothing.
pub(crate) fn grant(permission: &str, reach: &str) -> Option<(Permission, Reach)> {
    Some((permission.parse().ok()?, reach.parse().ok()?))
}

/// Every role, oldest first.
///
/// # Errors
/// `no-permission` without `member.read`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Role>> {
    viewer.require(Permission::MemberRead)?;
    let mut roles: Vec<Role> = rx.query(LIST, &[]).await?;
    let grants: Vec<(RoleId, String, String)> = rx.query(GRANTS, &[]).await?;
    for role in &mut roles {
        let own = grants.iter().filter(|(id, ..)| *id == role.id);
        role.grants = own.filter_map(|(_, p, reach)| grant(p, reach)).collect();
    }
    Ok(roles)
}

/// One role, or `None`.
///
/// # Errors
/// `no-permission` without `member.read`.
pub async fn find(rx: &Rx<'_>, viewer: &Viewer, id: RoleId) -> Result<Option<Role>> {
    viewer.require(Permission::MemberRead)?;
    load(rx, id).await
}

pub(crate) async fn load(rx: &Rx<'_>, id: RoleId) -> Result<Option<Role>> {
    let Some(mut role) = rx.query_opt::<Role>(FIND, params![id]).await? else { return Ok(None) };
    role.grants = grants_of(rx, &[id]).await?;
    Ok(Some(role))
}

/// What several roles grant together.
pub(crate) async fn grants_of(rx: &Rx<'_>, ids: &[RoleId]) -> Result<Grants> {
    let mut all = Vec::new();
    for id in ids {
        let rows: Vec<(RoleId, String, String)> = rx.query(GRANTS_OF, params![id]).await?;
        all.extend(rows.iter().filter_map(|(_, p, reach)| grant(p, reach)));
    }
    Ok(union(all))
}

pub(crate) async fn is_in_use(rx: &Rx<'_>, id: RoleId) -> Result<bool> {
    Ok(rx.query_opt::<(StaffId,)>(IN_USE, params![id]).await?.is_some())
}

/// The role of the built-in administrators.
pub(crate) async fn administrator(rx: &Rx<'_>) -> Result<Option<Role>> {
    let roles: Vec<Role> = rx.query(LIST, &[]).await?;
    Ok(roles.into_iter().find(|role| role.builtin == Some(Builtin::Administrator)))
}
