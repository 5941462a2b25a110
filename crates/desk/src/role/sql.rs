use proofdesk_store::{Tx, params};

use super::{Builtin, Grants};
use crate::error::Result;
use crate::id::RoleId;
use crate::text::Clean;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    DELETE,
    DELETE_GRANTS,
    INSERT_GRANT,
    super::view::LIST,
    super::view::FIND,
    super::view::GRANTS,
    super::view::GRANTS_OF,
    super::view::IN_USE,
];

const INSERT: &str = "insert into role (id, name, builtin, requires_totp, version) values ($1, $2, $3, $4, 1) \
    on conflict (name) do nothing";
const UPDATE: &str = "update role set name = $1, requires_totp = $2, version = version + 1 \
    where id = $3 and version = $4";
const DELETE: &str = "delete from role where id = $1";
const DELETE_GRANTS: &str = "delete from role_grant where role_id = $1";
const INSERT_GRANT: &str =
    "insert into role_grant (role_id, permission, reach) values ($1, $2, $3)";

/// Inserts; false when the name is taken.
pub async fn insert(
    tx: &Tx<'_>,
    id: RoleId,
    name: &Clean,
    builtin: Option<Builtin>,
    requires_totp: bool,
) -> Result<bool> {
    Ok(tx.exec(INSERT, params![id, name, builtin, requires_totp]).await? == 1)
}

/// Changes; false when the version is another one.
pub async fn update(
    tx: &Tx<'_>,
    id: RoleId,
    version: i64,
    name: &str,
    requires_totp: bool,
) -> Result<bool> {
    Ok(tx.exec(UPDATE, params![name, requires_totp, id, version]).await? == 1)
}

/// Replaces the grants.
pub async fn set_grants(tx: &Tx<'_>, id: RoleId, grants: &Grants) -> Result<()> {
    tx.exec(DELETE_GRANTS, params![id]).await?;
    for (permission, reach) in grants {
        tx.exec(INSERT_GRANT, params![id, permission.as_str(), reach.as_str()]).await?;
    }
    Ok(())
}

pub async fn delete(tx: &Tx<'_>, id: RoleId) -> Result<()> {
    tx.exec(DELETE_GRANTS, params![id]).await?;
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}
