//! Reading streams.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{ExchangeEvent, Gap, Standing};
use crate::error::{OrNotFound as _, Result};
use crate::id::{BrandId, ExchangeEventId};
use crate::limits;
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

macro_rules! columns {
    ($tail:literal) => {
        concat!(
            "select id, brand_id, seq, event_id, kind, account, occurred_at, received_at, state, attempts, last_error, \
             tickets, facts is not null, handled_at from exchange_event ",
            $tail
        )
    };
}

// `$1` narrows to a state; empty for every state.
pub(super) const RECENT: &str = columns!(
    "where ($1 = '' or state = $1) and (received_at < $2 or (received_at = $2 and id < $3)) \
     order by received_at desc, id desc limit $4"
);
pub(super) const NEWEST: &str = columns!("where brand_id = $1 order by seq desc limit 1");
pub(super) const FIND: &str = columns!("where id = $1");
pub(super) const STREAMS: &str =
    "select brand_id, head from exchange_stream order by brand_id limit 200";
pub(super) const WAITING: &str = "select seq from exchange_event \
    where brand_id = $1 and state = 'waiting' and seq > $2 order by seq limit $3";
pub(super) const COUNT_WAITING: &str = "select count(*) from (select 1 from exchange_event \
    where brand_id = $1 and state = 'waiting' limit $2) as capped";
pub(super) const COUNT_FAILED: &str = "select count(*) from (select 1 from exchange_event \
    where brand_id = $1 and state = 'failed' limit $2) as capped";
pub(super) const SEALED_SINCE: &str = "select count(*) from (select 1 as one from exchange_event \
    where state = $1 and facts is not null and received_at <= $2 limit 1) as capped";
pub(super) const NEXT_ID: &str = "select e.id, e.account from exchange_event e join exchange_stream s on s.brand_id = e.brand_id \
    where e.brand_id = $1 and e.state = 'waiting' and e.seq <= s.head + 1 order by e.seq limit 1";

/// Numbers that are looked at for a gap.
const LOOKED_AT: u32 = 1_000;

impl FromRow for ExchangeEvent {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            seq: row.next()?,
            event_id: row.next()?,
            kind: row.next()?,
            account: row.next()?,
            occurred_at: row.next()?,
            received_at: row.next()?,
            state: row.next()?,
            attempts: row.next()?,
            last_error: row.next()?,
            tickets: row.next()?,
            is_sealed: row.next()?,
            handled_at: row.next()?,
        })
    }
}

/// Events of all streams that came before `before` (the last row of the page before), newest first.
///
/// # Errors
/// `no-permission` without `brand.manage`.
pub async fn list(
    rx: &Rx<'_>,
    viewer: &Viewer,
    state: Option<super::EventState>,
    before: (Timestamp, ExchangeEventId),
    limit: u32,
) -> Result<Vec<ExchangeEvent>> {
    viewer.require(Permission::BrandManage)?;
    let state = state.map_or("", super::EventState::as_str);
    Ok(rx.query(RECENT, params![state, before.0, before.1, limit]).await?)
}

/// The event with the highest number that a brand's exchange has told; `None` where it has told nothing that is still known.
///
/// # Errors
/// `no-permission` without `brand.manage`.
pub async fn newest(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
) -> Result<Option<ExchangeEvent>> {
    viewer.require(Permission::BrandManage)?;
    Ok(rx.query_opt(NEWEST, params![brand_id]).await?)
}

/// How every stream stands.
///
/// # Errors
/// `no-permission` without `brand.manage`.
pub async fn streams(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Standing>> {
    viewer.require(Permission::BrandManage)?;
    let rows: Vec<(BrandId, i64)> = rx.query(STREAMS, &[]).await?;
    let mut streams = Vec::with_capacity(rows.len());
    for (brand_id, head) in rows {
        let cap = limits::COUNT_CAP;
        let (waiting,): (i64,) = rx.query_one(COUNT_WAITING, params![brand_id, cap]).await?;
        let (failed,): (i64,) = rx.query_one(COUNT_FAILED, params![brand_id, cap]).await?;
        let (_, gap) = expected(rx, brand_id, head).await?;
        streams.push(Standing { brand_id, head, gap, waiting, failed });
    }
    Ok(streams)
}

/// An event for the desk's own use.
pub(super) async fn find(rx: &Rx<'_>, id: ExchangeEventId) -> Result<ExchangeEvent> {
    rx.query_opt(FIND, params![id]).await?.or_not_found()
}

/// The event that is to be handled now, and whose it is, for the job that does it.
pub async fn next(
    rx: &Rx<'_>,
    brand_id: BrandId,
) -> Result<Option<(ExchangeEventId, Option<String>)>> {
    Ok(rx.query_opt(NEXT_ID, params![brand_id]).await?)
}

/// Whether what an event of a state said lies here since `before` or longer.
pub(crate) async fn is_sealed_since(
    rx: &Rx<'_>,
    state: super::EventState,
    before: Timestamp,
) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(SEALED_SINCE, params![state, before]).await?;
    Ok(n > 0)
}

/// How many events wait, up to `cap`.
pub(super) async fn waiting(rx: &Rx<'_>, brand_id: BrandId, cap: i64) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT_WAITING, params![brand_id, cap]).await?;
    Ok(n)
}

/// The lowest number that did not come, and the first gap.
pub(super) async fn expected(
    rx: &Rx<'_>,
    brand_id: BrandId,
    head: i64,
) -> Result<(i64, Option<Gap>)> {
    let rows: Vec<(i64,)> = rx.query(WAITING, params![brand_id, head, LOOKED_AT]).await?;
    let mut reached = head;
    for (seq,) in rows {
        if let Some(gap) = Gap::between(reached, Some(seq)) {
            return Ok((gap.from, Some(gap)));
        }
        reached = seq;
    }
    Ok((reached.saturating_add(1), None))
}
