//! Resolving and listing API tokens.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{ApiToken, ApiTokenInfo, narrowed, read_scopes};
use crate::error::Result;
use crate::id::{ApiTokenId, StaffId};
use crate::permission::Permission;
use crate::session;
use crate::staff;
use crate::time::Timestamp;
use crate::token::TokenHash;
use crate::viewer::Viewer;

pub(super) const RESOLVE: &str = "select id, staff_id, scopes, used_at from api_token \
    where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)";
pub(super) const LIST: &str = "select id, staff_id, name, scopes, created_at, expires_at, used_at, revoked_at \
    from api_token order by id desc limit 1000";
pub(super) const OF_STAFF: &str = "select id, staff_id, name, scopes, created_at, expires_at, used_at, revoked_at \
    from api_token where staff_id = $1 order by id desc limit 1000";
pub(super) const FIND: &str = "select id, staff_id, name, scopes, created_at, expires_at, used_at, revoked_at \
    from api_token where id = $1";

impl FromRow for ApiToken {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            staff_id: row.next()?,
            name: row.next()?,
            scopes: read_scopes(&row.next::<String>()?),
            created_at: row.next()?,
            expires_at: row.next()?,
            used_at: row.next()?,
            revoked_at: row.next()?,
        })
    }
}

/// Who stands behind an API token, with what it may do right now. `None` when the token is unknown, over or revoked, or
/// its member is not active.
pub async fn resolve(
    rx: &Rx<'_>,
    token_hash: &TokenHash,
    now: Timestamp,
) -> Result<Option<(Viewer, ApiTokenInfo)>> {
    let found: Option<(ApiTokenId, StaffId, String, Option<Timestamp>)> =
        rx.query_opt(RESOLVE, params![token_hash, now]).await?;
    let Some((id, staff_id, scopes, used_at)) = found else { return Ok(None) };
    let Some(mut member) = staff::view::viewer(rx, staff_id).await? else { return Ok(None) };
    member.viewer.grants = narrowed(&member.viewer.grants, &read_scopes(&scopes));
    let touch_due = used_at.is_none_or(|used_at| session::touch_due(used_at, now));
    let enrolment_required = member.enrolment_required;
    let info = ApiTokenInfo { id, touch_due, enrolment_required };
    Ok(Some((Viewer::Staff(member.viewer), info)))
}

/// The viewer's own tokens, or everybody's with `token.manage`; newest first, revoked ones included.
///
/// # Errors
/// `staff-only`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<ApiToken>> {
    if viewer.require(Permission::TokenManage).is_ok() {
        return Ok(rx.query(LIST, &[]).await?);
    }
    Ok(rx.query(OF_STAFF, params![viewer.staff()?.staff_id]).await?)
}

pub(super) async fn find(rx: &Rx<'_>, id: ApiTokenId) -> Result<Option<ApiToken>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

pub(super) async fn of_staff(rx: &Rx<'_>, staff_id: StaffId) -> Result<Vec<ApiToken>> {
    Ok(rx.query(OF_STAFF, params![staff_id]).await?)
}
