//! Resolving and listing sessions.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{SessionFacts, SessionInfo, SessionKind, own, touch_due};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{BrandId, CustomerId, IdentityId, SessionId, StaffId};
use crate::staff;
use crate::time::Timestamp;
use crate::token::TokenHash;
use crate::viewer::{CustomerViewer, Viewer};

pub(super) const RESOLVE: &str = "select s.id, s.kind, s.staff_id, s.customer_id, s.identity_id, c.brand_id, \
    s.seen_at, s.expires_at, s.step_up_until \
    from session s left join customer c on c.id = s.customer_id \
    where s.token_hash = $1 and s.ended_at is null and s.idle_expires_at > $2 and s.expires_at > $2";
pub(super) const OF_STAFF: &str = "select id, created_at, seen_at, expires_at, user_agent, address from session \
    where staff_id = $1 and ended_at is null and idle_expires_at > $2 and expires_at > $2 \
    order by id desc limit 200";
pub(super) const OF_CUSTOMER: &str = "select id, created_at, seen_at, expires_at, user_agent, address from session \
    where customer_id = $1 and ended_at is null and idle_expires_at > $2 and expires_at > $2 \
    order by id desc limit 200";

struct Found {
    id: SessionId,
    kind: SessionKind,
    staff_id: Option<StaffId>,
    customer_id: Option<CustomerId>,
    identity_id: Option<IdentityId>,
    brand_id: Option<BrandId>,
    seen_at: Timestamp,
    expires_at: Timestamp,
    step_up_until: Option<Timestamp>,
}

impl FromRow for Found {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            kind: row.next()?,
            staff_id: row.next()?,
            customer_id: row.next()?,
            identity_id: row.next()?,
            brand_id: row.next()?,
            seen_at: row.next()?,
            expires_at: row.next()?,
            step_up_until: row.next()?,
        })
    }
}

impl FromRow for SessionFacts {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            created_at: row.next()?,
            seen_at: row.next()?,
            expires_at: row.next()?,
            user_agent: row.next()?,
            address: row.next()?,
        })
    }
}

/// Who stands behind a session's token, with what they may do right now. `None` when the session is unknown, over, or
/// its member is not active.
pub async fn resolve(
    rx: &Rx<'_>,
    token_hash: &TokenHash,
    now: Timestamp,
) -> Result<Option<(Viewer, SessionInfo)>> {
    let Some(found) = rx.query_opt::<Found>(RESOLVE, params![token_hash, now]).await? else {
        return Ok(None);
    };
    let mut info = SessionInfo {
        id: found.id,
        kind: found.kind,
        expires_at: found.expires_at,
        step_up_until: found.step_up_until,
        touch_due: touch_due(found.seen_at, now),
        enrolment_required: false,
    };
    let viewer = match found {
        Found { staff_id: Some(staff_id), .. } => {
            let Some(mut member) = staff::view::viewer(rx, staff_id).await? else {
                return Ok(None);
            };
            info.enrolment_required = member.enrolment_required;
            member.viewer.session_id = Some(found.id);
            member.viewer.step_up_until = found.step_up_until;
            Viewer::Staff(member.viewer)
        }
        Found {
            customer_id: Some(customer_id),
            identity_id: Some(identity_id),
            brand_id: Some(brand_id),
            ..
        } => Viewer::Customer(CustomerViewer {
            customer_id,
            identity_id,
            brand_id,
            session_id: found.id,
        }),
        _ => return Err(Error::Broken { what: "a session of nobody" }),
    };
    Ok(Some((viewer, info)))
}

/// The viewer's own open sessions, newest first.
///
/// # Errors
/// `signed-out`; `session-required` for an API token.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer, now: Timestamp) -> Result<Vec<SessionFacts>> {
    match viewer {
        Viewer::Customer(customer) => {
            Ok(rx.query(OF_CUSTOMER, params![customer.customer_id, now]).await?)
        }
        Viewer::Staff(_) => {
            let (staff_id, _) = own(viewer)?;
            Ok(rx.query(OF_STAFF, params![staff_id, now]).await?)
        }
        _ => Err(Error::refused(Code::SignedOut)),
    }
}
