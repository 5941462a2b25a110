use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Kind, Tally, Uses};
use crate::error::{Error, Result};
use crate::time::Timestamp;

/// Every statement that writes or reads quotas, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[START, LOCK, LOCK_USES, SET, SET_USES, CLEAR, PRUNE, super::view::FIND];

const START: &str = "insert into quota (kind, subject, window_start, used, locked_until) \
    values ($1, $2, $3, 0, null) on conflict (kind, subject) do nothing";
// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK: &str = "update quota set used = used where kind = $1 and subject = $2 \
    returning window_start, used, locked_until";
const LOCK_USES: &str =
    "update quota set used = used where kind = $1 and subject = $2 returning recent";
const SET_USES: &str = "update quota set window_start = $1, used = $2, recent = $3 \
    where kind = $4 and subject = $5";
const SET: &str = "update quota set window_start = $1, used = $2, locked_until = $3 \
    where kind = $4 and subject = $5";
const CLEAR: &str = "delete from quota where kind = $1 and subject = $2";
const PRUNE: &str = "delete from quota where (kind, subject) in (select kind, subject from quota \
    where window_start < $1 and (locked_until is null or locked_until < $2) order by window_start limit $3)";

impl FromRow for Tally {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { window_start: row.next()?, used: row.next()?, locked_until: row.next()? })
    }
}

/// Locks the subject's row until the transaction ends; `None` when there is none.
pub async fn lock(tx: &Tx<'_>, kind: Kind, subject: &str) -> Result<Option<Tally>> {
    Ok(tx.query_opt(LOCK, params![kind, subject]).await?)
}

/// Locks the subject's row, which is made when there is none.
pub async fn lock_or_start(
    tx: &Tx<'_>,
    kind: Kind,
    subject: &str,
    now: Timestamp,
) -> Result<Tally> {
    tx.exec(START, params![kind, subject, now]).await?;
    Ok(tx.query_one(LOCK, params![kind, subject]).await?)
}

/// Locks the subject's row, which is made when there is none, and reads its uses.
pub async fn lock_uses(tx: &Tx<'_>, kind: Kind, subject: &str, now: Timestamp) -> Result<Uses> {
    tx.exec(START, params![kind, subject, now]).await?;
    let (recent,): (Option<String>,) = tx.query_one(LOCK_USES, params![kind, subject]).await?;
    let broken = || Error::Broken { what: "uses that are no list of moments" };
    recent.map_or(Ok(Uses::default()), |json| Uses::of_json(&json).ok_or_else(broken))
}

pub async fn set_uses(
    tx: &Tx<'_>,
    kind: Kind,
    subject: &str,
    uses: &Uses,
    now: Timestamp,
) -> Result<()> {
    let used = i64::try_from(uses.0.len()).unwrap_or(i64::MAX);
    tx.exec(SET_USES, params![now, used, uses.to_json(), kind, subject]).await?;
    Ok(())
}

pub async fn set(tx: &Tx<'_>, kind: Kind, subject: &str, tally: &Tally) -> Result<()> {
    let Tally { window_start, used, locked_until } = tally;
    tx.exec(SET, params![window_start, used, locked_until, kind, subject]).await?;
    Ok(())
}

pub async fn clear(tx: &Tx<'_>, kind: Kind, subject: &str) -> Result<()> {
    tx.exec(CLEAR, params![kind, subject]).await?;
    Ok(())
}

pub async fn prune(
    tx: &Tx<'_>,
    started_before: Timestamp,
    now: Timestamp,
    limit: u32,
) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![started_before, now, limit]).await?)
}
