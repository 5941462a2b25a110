//! Reading the policy, and what lies here.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{InputKind, Lying, Retention};
use crate::error::Result;
use crate::exchange_event::EventState;
use crate::limits;
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

pub(super) const FIND: &str = "select input_hours, file_hours, version from sealed_input";
// One that nothing came of yet holds nothing, and one that is finished is a file.
pub(super) const UPLOADS: &str = "select count(*), min(since) from (select created_at as since from upload \
    where attachment_id is null and received > 0 order by created_at limit $1) as capped";
// Those that wait in a draft of staff go with it (docs/drafts.md).
pub(super) const FILES: &str = "select count(*), min(since) from (select created_at as since from attachment \
    where ticket_id is null and not exists (select 1 from reply_draft_file f where f.attachment_id = attachment.id) \
    order by created_at limit $1) as capped";
pub(super) const EVENTS: &str = "select count(*), min(since) from (select received_at as since from exchange_event \
    where state = $1 and facts is not null order by received_at limit $2) as capped";

impl FromRow for Retention {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { input_hours: row.next()?, file_hours: row.next()?, version: row.next()? })
    }
}

/// For how long what came in may lie here, for the desk's own use.
pub(crate) async fn retention(rx: &Rx<'_>) -> Result<Retention> {
    Ok(rx.query_opt(FIND, params![]).await?.unwrap_or(Retention::FIRST))
}

/// For how long what came in may lie here, and how much of each kind does.
///
/// # Errors
/// `no-permission` without `brand.manage`.
pub async fn look(rx: &Rx<'_>, viewer: &Viewer) -> Result<(Retention, Vec<Lying>)> {
    viewer.require(Permission::BrandManage)?;
    let retention = retention(rx).await?;
    let mut lying = Vec::with_capacity(InputKind::ALL.len());
    for kind in InputKind::ALL.iter().copied() {
        let (count, oldest_at) = counted(rx, kind).await?;
        let goes_at = oldest_at.map(|at| at + retention.of(kind));
        lying.push(Lying { kind, count, oldest_at, goes_at });
    }
    Ok((retention, lying))
}

async fn counted(rx: &Rx<'_>, kind: InputKind) -> Result<(i64, Option<Timestamp>)> {
    let cap = limits::COUNT_CAP;
    Ok(match kind {
        InputKind::Upload => rx.query_one(UPLOADS, params![cap]).await?,
        InputKind::File => rx.query_one(FILES, params![cap]).await?,
        InputKind::EventWaiting => rx.query_one(EVENTS, params![EventState::Waiting, cap]).await?,
        InputKind::EventFailed => rx.query_one(EVENTS, params![EventState::Failed, cap]).await?,
    })
}
