use proofdesk_store::{Tx, params};

use super::{Delivery, DeliveryState, Webhook};
use crate::error::Result;
use crate::id::{WebhookDeliveryId, WebhookId};
use crate::time::Timestamp;

/// Every statement of a webhook's writes.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    DELETE_DELIVERIES,
    DELETE,
    INSERT_DELIVERY,
    SET_OUTCOME,
    GIVE_UP,
    REOPEN,
    PRUNE,
    LOCK_FOLLOWER,
    SET_FOLLOWER,
];

const INSERT: &str = "insert into webhook \
    (id, brand_id, name, url, secret, kinds, state, cursor_pos, created_at, version) \
    values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)";
const UPDATE: &str = "update webhook set name = $1, url = $2, secret = $3, kinds = $4, state = $5, version = $6 \
    where id = $7";
const DELETE_DELIVERIES: &str = "delete from webhook_delivery where webhook_id = $1";
const DELETE: &str = "delete from webhook where id = $1";
const INSERT_DELIVERY: &str = "insert into webhook_delivery \
    (id, webhook_id, event_id, pos, body, state, attempts, created_at) \
    values ($1, $2, $3, $4, $5, $6, 0, $7) on conflict (webhook_id, event_id) do nothing";
const SET_OUTCOME: &str = "update webhook_delivery set state = $1, attempts = attempts + 1, last_status = $2, \
    last_error = $3, last_duration_us = $4, attempted_at = $5 where id = $6";
const GIVE_UP: &str = "update webhook_delivery set state = 'failed', last_error = $1 where id = $2 and state = 'pending'";
const PRUNE: &str = "delete from webhook_delivery where id in \
    (select id from webhook_delivery where state <> 'pending' and created_at < $1 limit $2)";
const REOPEN: &str =
    "update webhook_delivery set state = 'pending' where id = $1 and state <> 'pending'";
// An update that changes nothing, as in the log: nodes walk the feed one after the other.
const LOCK_FOLLOWER: &str = "update follower set pos = pos where name = $1 returning pos";
const SET_FOLLOWER: &str = "insert into follower (name, pos, updated_at) values ($1, $2, $3) \
    on conflict (name) do update set pos = excluded.pos, updated_at = excluded.updated_at";

pub async fn insert(tx: &Tx<'_>, w: &Webhook) -> Result<()> {
    let kinds = w.kinds.to_string();
    tx.exec(
        INSERT,
        params![
            w.id,
            w.brand_id,
            w.name,
            w.url,
            w.sealed_secret,
            kinds,
            w.state,
            w.created_at,
            w.version
        ],
    )
    .await?;
    Ok(())
}

pub async fn update(tx: &Tx<'_>, w: &Webhook) -> Result<()> {
    let kinds = w.kinds.to_string();
    tx.exec(UPDATE, params![w.name, w.url, w.sealed_secret, kinds, w.state, w.version, w.id])
        .await?;
    Ok(())
}

pub async fn delete(tx: &Tx<'_>, id: WebhookId) -> Result<()> {
    tx.exec(DELETE_DELIVERIES, params![id]).await?;
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}

/// Returns whether the delivery is new.
pub async fn insert_delivery(tx: &Tx<'_>, d: &Delivery) -> Result<bool> {
    let row = params![d.id, d.webhook_id, d.event_id, d.pos, d.body, d.state, d.created_at];
    Ok(tx.exec(INSERT_DELIVERY, row).await? == 1)
}

pub async fn set_outcome(
    tx: &Tx<'_>,
    id: WebhookDeliveryId,
    state: DeliveryState,
    outcome: &super::actions::Outcome,
    at: Timestamp,
) -> Result<()> {
    let row = params![state, outcome.status, outcome.error, outcome.duration_us, at, id];
    tx.exec(SET_OUTCOME, row).await?;
    Ok(())
}

/// Ends one that waits, without another attempt.
pub async fn give_up(tx: &Tx<'_>, id: WebhookDeliveryId, reason: &str) -> Result<()> {
    tx.exec(GIVE_UP, params![reason, id]).await?;
    Ok(())
}

/// Deletes what ended before a moment, and returns how many that were.
pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![before, limit]).await?)
}

/// Returns whether there was something to open again.
pub async fn reopen(tx: &Tx<'_>, id: WebhookDeliveryId) -> Result<bool> {
    Ok(tx.exec(REOPEN, params![id]).await? == 1)
}

/// How far the follower has read, locked until the transaction ends; 0 before its first event.
pub async fn lock_follower(tx: &Tx<'_>, name: &str) -> Result<i64> {
    Ok(tx.query_opt::<(i64,)>(LOCK_FOLLOWER, params![name]).await?.map_or(0, |(pos,)| pos))
}

pub async fn set_follower(tx: &Tx<'_>, name: &str, pos: i64, at: Timestamp) -> Result<()> {
    tx.exec(SET_FOLLOWER, params![name, pos, at]).await?;
    Ok(())
}
