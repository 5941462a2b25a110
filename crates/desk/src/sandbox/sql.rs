use std::time::Duration;

use proofdesk_store::{FromRow, Row, Rx, Tx, params};

use super::{Entry, Kind, Stored};
use crate::bridge::{ActKind, BridgeError};
use crate::error::Result;
use crate::id::{AccountActId, BrandId};
use crate::limits;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    ACCOUNT,
    ENTRIES,
    OUTAGE,
    INSERT_ACCOUNT,
    INSERT_ENTRY,
    FREEZE,
    INSERT_ACT,
    FIND_ACT,
    SET_OUTAGE,
    END_OUTAGE,
    START_EMISSION,
    LOCK_EMISSION,
    SET_EMISSION,
    DUE,
];

const ACCOUNT: &str = "select body, frozen_at from sandbox_account where account = $1";
const ENTRIES: &str = "select id, at, body from sandbox_entry where account = $1 and kind = $2 and at <= $3 \
    order by at desc, id desc limit $4";
const OUTAGE: &str = "select failure from sandbox_outage";
const INSERT_ACCOUNT: &str = "insert into sandbox_account (account, body, opened_at, frozen_at) values ($1, $2, $3, null) \
    on conflict (account) do nothing";
const INSERT_ENTRY: &str =
    "insert into sandbox_entry (account, kind, at, id, body) values ($1, $2, $3, $4, $5)";
const FREEZE: &str =
    "update sandbox_account set frozen_at = coalesce(frozen_at, $1) where account = $2";
const INSERT_ACT: &str = "insert into sandbox_act (id, account, kind, receipt, at) values ($1, $2, $3, $4, $5) \
    on conflict (id) do nothing";
const FIND_ACT: &str = "select account, kind, receipt, at from sandbox_act where id = $1";
const SET_OUTAGE: &str = "insert into sandbox_outage (singleton, failure) values (true, $1) \
    on conflict (singleton) do update set failure = excluded.failure";
const END_OUTAGE: &str = "delete from sandbox_outage where singleton = true";
const START_EMISSION: &str = "insert into sandbox_emission (brand_id, seq, until) values ($1, 0, $2) \
    on conflict (brand_id) do nothing";
const LOCK_EMISSION: &str =
    "update sandbox_emission set seq = seq where brand_id = $1 returning seq, until";
const SET_EMISSION: &str = "update sandbox_emission set seq = $1, until = $2 where brand_id = $3";
// A withdrawal is told when its hold begins, the rest when it happens.
const DUE: &str = "select account, kind, at, id, body, due from (select e.account, e.kind, e.at, e.id, e.body, \
    case e.kind when 'withdrawal' then e.at + $1 else e.at end as due from sandbox_entry e \
    join identity i on i.brand_id = $2 and i.kind = 'portal' and i.subject = e.account \
    where e.kind in ('deposit', 'withdrawal', 'security_change')) as told \
    where due > $3 and due <= $4 order by due, id limit $5";

impl FromRow for Entry {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, at: row.next()?, body: row.next()? })
    }
}

/// A row that is to be told.
pub(super) struct Due {
    pub account: String,
    pub kind: Kind,
    pub at: Timestamp,
    pub id: uuid::Uuid,
    pub body: String,
    /// When it is to be told.
    pub due: Timestamp,
}

impl FromRow for Due {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            account: row.next()?,
            kind: row.next()?,
            at: row.next()?,
            id: row.next()?,
            body: row.next()?,
            due: row.next()?,
        })
    }
}

/// How many events a brand's sandbox has told, and until which moment, locked until the transaction ends.
pub(super) async fn lock_emission(
    tx: &Tx<'_>,
    brand_id: BrandId,
    begin: Timestamp,
) -> Result<(i64, Timestamp)> {
    tx.exec(START_EMISSION, params![brand_id, begin]).await?;
    Ok(tx.query_one(LOCK_EMISSION, params![brand_id]).await?)
}

pub(super) async fn set_emission(
    tx: &Tx<'_>,
    brand_id: BrandId,
    seq: i64,
    until: Timestamp,
) -> Result<()> {
    tx.exec(SET_EMISSION, params![seq, until, brand_id]).await?;
    Ok(())
}

/// What happened to accounts of a brand's customers after `from` and by `to`, oldest first: half a batch at most, so that
/// what stands still from the beginning finds its place beside it.
pub(super) async fn due(
    rx: &Rx<'_>,
    brand_id: BrandId,
    (held_after, from, to): (Duration, Timestamp, Timestamp),
) -> Result<Vec<Due>> {
    let held_after = i64::try_from(held_after.as_micros()).unwrap_or(i64::MAX);
    let limit = i64::try_from(limits::EXCHANGE_EVENTS_AT_ONCE / 2).unwrap_or(i64::MAX);
    Ok(rx.query(DUE, params![held_after, brand_id, from, to, limit]).await?)
}

impl FromRow for Stored {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { body: row.next()?, frozen_at: row.next()? })
    }
}

pub(super) async fn account(rx: &Rx<'_>, account: &str) -> Result<Option<Stored>> {
    Ok(rx.query_opt(ACCOUNT, params![account]).await?)
}

/// Newest first, what has happened by `now`.
pub(super) async fn entries(
    rx: &Rx<'_>,
    account: &str,
    kind: Kind,
    now: Timestamp,
) -> Result<Vec<Entry>> {
    let limit = i64::try_from(limits::BRIDGE_ITEMS).unwrap_or(i64::MAX);
    Ok(rx.query(ENTRIES, params![account, kind, now, limit]).await?)
}

pub(super) async fn outage(rx: &Rx<'_>) -> Result<Option<BridgeError>> {
    let row: Option<(BridgeError,)> = rx.query_opt(OUTAGE, &[]).await?;
    Ok(row.map(|(failure,)| failure))
}

/// Inserts; false when the account is there already.
pub(super) async fn insert_account(
    tx: &Tx<'_>,
    account: &str,
    body: &str,
    opened_at: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(INSERT_ACCOUNT, params![account, body, opened_at]).await? == 1)
}

pub(super) async fn insert_entry(
    tx: &Tx<'_>,
    account: &str,
    kind: Kind,
    at: Timestamp,
    id: uuid::Uuid,
    body: &str,
) -> Result<()> {
    tx.exec(INSERT_ENTRY, params![account, kind, at, id, body]).await?;
    Ok(())
}

/// Freezes; the first freeze's moment stays. False when there is no such account.
pub(super) async fn freeze(tx: &Tx<'_>, account: &str, at: Timestamp) -> Result<bool> {
    Ok(tx.exec(FREEZE, params![at, account]).await? == 1)
}

pub(super) async fn insert_act(
    tx: &Tx<'_>,
    id: AccountActId,
    account: &str,
    kind: ActKind,
    receipt: &str,
    at: Timestamp,
) -> Result<()> {
    tx.exec(INSERT_ACT, params![id, account, kind, receipt, at]).await?;
    Ok(())
}

/// Account, kind, receipt and moment of an act that was carried out.
pub(super) async fn find_act(
    rx: &Rx<'_>,
    id: AccountActId,
) -> Result<Option<(String, ActKind, String, Timestamp)>> {
    Ok(rx.query_opt(FIND_ACT, params![id]).await?)
}

pub(super) async fn set_outage(tx: &Tx<'_>, failure: BridgeError) -> Result<()> {
    tx.exec(SET_OUTAGE, params![failure]).await?;
    Ok(())
}

pub(super) async fn end_outage(tx: &Tx<'_>) -> Result<()> {
    tx.exec(END_OUTAGE, &[]).await?;
    Ok(())
}
