use proofdesk_store::{Tx, params};

use super::returned::{About, Place};
use super::{Channel, DeliveryState, Notification, Preference, RecipientDigest, view};
use crate::error::{Error, Result};
use crate::exchange_event::ExchangeTold;
use crate::id::{BrandId, CustomerId, Id as _, NotificationDeliveryId, NotificationId, TicketId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    INSERT_FACT,
    INSERT_DELIVERY,
    SET_OUTCOME,
    SET_RETURNED,
    SET_RETURNED_BY_MAIL_ID,
    SET_PLACE,
    SET_ROAD,
    MARK_READ,
    MARK_ALL_READ,
    SET_PREFERENCE,
    SET_PROMISE,
    DELETE_PROMISE,
    PRUNE_DELIVERIES,
    PRUNE_FACTS,
    PRUNE,
    view::ROAD,
    view::MAIL_REACH,
    view::APP_REACH,
    view::HAS_BOUNCED,
    view::PREFERENCES,
    view::PROMISE,
    view::PROMISED,
    view::LIST,
    view::UNREAD,
    view::OF_TICKET,
    view::LETTER,
    view::REFERENCES,
    view::REPLY,
    view::PLACE,
];

const INSERT: &str = "insert into notification \
    (id, customer_id, ticket_id, message_id, kind, expected_at, created_at, read_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const INSERT_FACT: &str = "insert into notification_fact (notification_id, fact) values ($1, $2)";
const INSERT_DELIVERY: &str = "insert into notification_delivery \
    (id, notification_id, ticket_id, channel, state, recipient, mail_id, attempts, last_error, created_at) \
    values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)";
const SET_OUTCOME: &str = "update notification_delivery set state = $1, attempts = attempts + 1, \
    last_error = $2, attempted_at = $3 where id = $4";
// What never left cannot come back, and what came back once is not changed by another bounce.
const SET_RETURNED: &str = "update notification_delivery set state = $1, last_error = $2, attempted_at = $3 \
    where id = $4 and channel = 'mail' and state = 'sent'";
const SET_RETURNED_BY_MAIL_ID: &str = "update notification_delivery set state = $1, last_error = $2, attempted_at = $3 \
    where mail_id = $4 and channel = 'mail' and state = 'sent'";
const SET_PLACE: &str = "insert into mail_mailbox (name, validity, last_uid, updated_at) values ($1, $2, $3, $4) \
    on conflict (name) do update set validity = excluded.validity, last_uid = excluded.last_uid, \
    updated_at = excluded.updated_at";
const SET_ROAD: &str = "insert into outward_channel (channel, is_open, domain, updated_at) \
    values ($1, $2, $3, $4) on conflict (channel) do update set \
    is_open = excluded.is_open, domain = excluded.domain, updated_at = excluded.updated_at";
const MARK_READ: &str = "update notification set read_at = $1 \
    where customer_id = $2 and read_at is null and (ticket_id = $3 \
    or ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $3))";
const MARK_ALL_READ: &str =
    "update notification set read_at = $1 where customer_id = $2 and read_at is null";
const SET_PREFERENCE: &str = "insert into notification_wish \
    (customer_id, topic, channel, is_on, updated_at) values ($1, $2, $3, $4, $5) \
    on conflict (customer_id, topic, channel) do update set \
    is_on = excluded.is_on, updated_at = excluded.updated_at";
const SET_PROMISE: &str = "insert into receipt_promise (brand_id, answer_within_min, updated_at) \
    values ($1, $2, $3) on conflict (brand_id) do update set \
    answer_within_min = excluded.answer_within_min, updated_at = excluded.updated_at";
const DELETE_PROMISE: &str = "delete from receipt_promise where brand_id = $1";
// Ids are in the order of time, so the oldest are looked at and no others.
const PRUNE_DELIVERIES: &str = "delete from notification_delivery where notification_id in \
    (select id from (select id, created_at from notification order by id limit $1) as oldest where created_at < $2)";
const PRUNE_FACTS: &str = "delete from notification_fact where notification_id in \
    (select id from (select id, created_at from notification order by id limit $1) as oldest where created_at < $2)";
const PRUNE: &str = "delete from notification where id in \
    (select id from (select id, created_at from notification order by id limit $1) as oldest where created_at < $2)";

pub async fn insert(tx: &Tx<'_>, new: &Notification) -> Result<()> {
    let Notification { id, customer_id, ticket_id, message_id, kind, .. } = new;
    let ticket_id = of_ticket(*ticket_id);
    let times = (new.expected_at, new.created_at, new.read_at);
    let (expected_at, created_at, read_at) = times;
    let values =
        params![id, customer_id, ticket_id, message_id, kind, expected_at, created_at, read_at];
    tx.exec(INSERT, values).await?;
    Ok(())
}

/// What the exchange told, beside the notification that is about it.
pub async fn insert_fact(tx: &Tx<'_>, id: NotificationId, told: &ExchangeTold) -> Result<()> {
    let broken = |_never| Error::Broken { what: "a fact that is no JSON" };
    let fact = serde_json::to_string(told).map_err(broken)?;
    tx.exec(INSERT_FACT, params![id, fact]).await?;
    Ok(())
}

/// What a row says for no ticket: its column is older than notifications without one.
fn of_ticket(ticket_id: Option<TicketId>) -> TicketId {
    ticket_id.unwrap_or(TicketId::from_uuid(uuid::Uuid::nil()))
}

/// A delivery's row before it is written.
#[derive(Debug)]
pub struct NewDelivery {
    pub id: NotificationDeliveryId,
    pub notification_id: NotificationId,
    pub ticket_id: Option<TicketId>,
    pub channel: Channel,
    pub state: DeliveryState,
    pub recipient: RecipientDigest,
    pub mail_id: String,
    pub error: Option<String>,
    pub created_at: Timestamp,
}

pub async fn insert_delivery(tx: &Tx<'_>, new: &NewDelivery) -> Result<()> {
    tx.exec(
        INSERT_DELIVERY,
        params![
            new.id,
            new.notification_id,
            of_ticket(new.ticket_id),
            new.channel,
            new.state,
            new.recipient,
            new.mail_id,
            new.error,
            new.created_at
        ],
    )
    .await?;
    Ok(())
}

pub async fn set_outcome(
    tx: &Tx<'_>,
    id: NotificationDeliveryId,
    state: DeliveryState,
    error: Option<&str>,
    at: Timestamp,
) -> Result<()> {
    tx.exec(SET_OUTCOME, params![state, error, at, id]).await?;
    Ok(())
}

/// Returns how many deliveries it was about: one or none.
pub async fn set_returned(
    tx: &Tx<'_>,
    about: &About,
    state: DeliveryState,
    code: &str,
    now: Timestamp,
) -> Result<u64> {
    Ok(match about {
        About::Delivery(id) => tx.exec(SET_RETURNED, params![state, code, now, id]).await?,
        About::MailId(mail_id) => {
            tx.exec(SET_RETURNED_BY_MAIL_ID, params![state, code, now, mail_id]).await?
        }
    })
}

pub async fn set_place(tx: &Tx<'_>, mailbox: &str, place: Place, now: Timestamp) -> Result<()> {
    tx.exec(SET_PLACE, params![mailbox, place.validity, place.last_uid, now]).await?;
    Ok(())
}

pub async fn set_road(
    tx: &Tx<'_>,
    channel: Channel,
    is_open: bool,
    domain: &str,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_ROAD, params![channel, is_open, domain, now]).await?;
    Ok(())
}

pub async fn mark_read(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    ticket_id: TicketId,
    now: Timestamp,
) -> Result<u64> {
    Ok(tx.exec(MARK_READ, params![now, customer_id, ticket_id]).await?)
}

pub async fn mark_all_read(tx: &Tx<'_>, customer_id: CustomerId, now: Timestamp) -> Result<u64> {
    Ok(tx.exec(MARK_ALL_READ, params![now, customer_id]).await?)
}

pub async fn set_preference(
    tx: &Tx<'_>,
    customer_id: CustomerId,
    preference: &Preference,
    now: Timestamp,
) -> Result<()> {
    let Preference { topic, channel, is_on } = preference;
    tx.exec(SET_PREFERENCE, params![customer_id, topic, channel, is_on, now]).await?;
    Ok(())
}

pub async fn set_promise(
    tx: &Tx<'_>,
    brand_id: BrandId,
    minutes: i64,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_PROMISE, params![brand_id, minutes, now]).await?;
    Ok(())
}

pub async fn delete_promise(tx: &Tx<'_>, brand_id: BrandId) -> Result<()> {
    tx.exec(DELETE_PROMISE, params![brand_id]).await?;
    Ok(())
}

pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    tx.exec(PRUNE_DELIVERIES, params![limit, before]).await?;
    tx.exec(PRUNE_FACTS, params![limit, before]).await?;
    Ok(tx.exec(PRUNE, params![limit, before]).await?)
}
