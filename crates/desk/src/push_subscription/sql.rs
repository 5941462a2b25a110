use proofdesk_store::{Tx, params};

use super::{AttemptState, PushKey, view};
use crate::error::Result;
use crate::id::{CustomerId, NotificationDeliveryId, PushSubscriptionId, SessionId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT_KEY,
    INSERT,
    DELETE_ENDPOINT,
    DELETE,
    DELETE_OF_CUSTOMER,
    DELETE_OF_SESSION,
    DELETE_SURPLUS,
    INSERT_ATTEMPT,
    SET_ATTEMPT,
    SET_SENT,
    SET_FAILED,
    DELETE_FAILED,
    PRUNE_ATTEMPTS,
    view::KEY,
    view::LIST,
    view::REACHED,
    view::PARCEL,
    view::TARGETS,
    view::STATES,
    view::OWNER,
];

const INSERT_KEY: &str = "insert into push_key (name, public_key, sealed_secret, created_at) \
    values ('vapid', $1, $2, $3) on conflict (name) do nothing";
const INSERT: &str = "insert into push_subscription \
    (id, customer_id, session_id, endpoint_digest, service, device, sealed, failures, created_at) \
    values ($1, $2, $3, $4, $5, $6, $7, 0, $8)";
const DELETE_ENDPOINT: &str = "delete from push_subscription where endpoint_digest = $1";
const DELETE: &str = "delete from push_subscription where id = $1 and customer_id = $2";
const DELETE_OF_CUSTOMER: &str = "delete from push_subscription where customer_id = $1";
const DELETE_OF_SESSION: &str =
    "delete from push_subscription where customer_id = $1 and session_id = $2";
const DELETE_SURPLUS: &str = "delete from push_subscription where id in \
    (select id from push_subscription where customer_id = $1 order by id desc limit 100 offset $2)";
const INSERT_ATTEMPT: &str =
    "insert into push_attempt (delivery_id, subscription_id, state) values ($1, $2, $3)";
const SET_ATTEMPT: &str = "update push_attempt set state = $1, error = $2 \
    where delivery_id = $3 and subscription_id = $4";
const SET_SENT: &str = "update push_subscription set failures = 0, sent_at = $1 where id = $2";
const SET_FAILED: &str = "update push_subscription set failures = failures + 1 where id = $1";
const DELETE_FAILED: &str = "delete from push_subscription where id = $1 and failures >= $2";
// A delivery's attempts go with it.
const PRUNE_ATTEMPTS: &str = "delete from push_attempt where delivery_id in (select d.id from notification_delivery d \
    where d.channel = 'push' and d.notification_id in \
    (select id from (select id, created_at from notification order by id limit $1) as oldest where created_at < $2))";

/// A browser's row before it is written.
#[derive(Debug)]
pub struct NewSubscription<'a> {
    pub id: PushSubscriptionId,
    pub customer_id: CustomerId,
    pub session_id: SessionId,
    pub endpoint_digest: [u8; 32],
    pub service: &'a str,
    pub device: &'a str,
    pub sealed: Vec<u8>,
    pub created_at: Timestamp,
}

pub async fn insert_key(tx: &Tx<'_>, key: &PushKey, now: Timestamp) -> Result<()> {
    tx.exec(INSERT_KEY, params![key.public, key.sealed_secret, now]).await?;
    Ok(())
}

pub async fn insert(tx: &Tx<'_>, new: &NewSubscription<'_>) -> Result<()> {
    let NewSubscription { id, customer_id, session_id, endpoint_digest, .. } = new;
    let NewSubscription { service, device, sealed, created_at, .. } = new;
    let values = params![
        id,
        customer_id,
        session_id,
        endpoint_digest,
        *service,
        *device,
        sealed,
        created_at
    ];
    tx.exec(INSERT, values).await?;
    Ok(())
}

pub async fn delete_endpoint(tx: &Tx<'_>, digest: &[u8; 32]) -> Result<u64> {
    Ok(tx.exec(DELETE_ENDPOINT, params![digest]).await?)
}

pub async fn delete(tx: &Tx<'_>, id: PushSubscriptionId, of: CustomerId) -> Result<u64> {
    Ok(tx.exec(DELETE, params![id, of]).await?)
}

pub async fn delete_of_customer(tx: &Tx<'_>, of: CustomerId) -> Result<u64> {
    Ok(tx.exec(DELETE_OF_CUSTOMER, params![of]).await?)
}

pub async fn delete_of_session(tx: &Tx<'_>, of: CustomerId, session_id: SessionId) -> Result<u64> {
    Ok(tx.exec(DELETE_OF_SESSION, params![of, session_id]).await?)
}

/// Deletes the oldest browsers of a customer beyond `kept`.
pub async fn delete_surplus(tx: &Tx<'_>, of: CustomerId, kept: i64) -> Result<u64> {
    Ok(tx.exec(DELETE_SURPLUS, params![of, kept]).await?)
}

pub async fn insert_attempt(
    tx: &Tx<'_>,
    delivery_id: NotificationDeliveryId,
    id: PushSubscriptionId,
) -> Result<()> {
    tx.exec(INSERT_ATTEMPT, params![delivery_id, id, AttemptState::Queued]).await?;
    Ok(())
}

pub async fn set_attempt(
    tx: &Tx<'_>,
    delivery_id: NotificationDeliveryId,
    id: PushSubscriptionId,
    state: AttemptState,
    error: Option<&str>,
) -> Result<()> {
    tx.exec(SET_ATTEMPT, params![state, error, delivery_id, id]).await?;
    Ok(())
}

pub async fn set_sent(tx: &Tx<'_>, id: PushSubscriptionId, now: Timestamp) -> Result<()> {
    tx.exec(SET_SENT, params![now, id]).await?;
    Ok(())
}

/// Counts a refusal, and forgets a browser that was refused `limit` times in a row. Says whether it did.
pub async fn set_failed(tx: &Tx<'_>, id: PushSubscriptionId, limit: i64) -> Result<bool> {
    tx.exec(SET_FAILED, params![id]).await?;
    Ok(tx.exec(DELETE_FAILED, params![id, limit]).await? > 0)
}

pub async fn prune_attempts(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<()> {
    tx.exec(PRUNE_ATTEMPTS, params![limit, before]).await?;
    Ok(())
}
