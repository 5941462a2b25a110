use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Delivery, FOLLOWER, Kinds, Webhook};
use crate::error::Result;
use crate::id::{BrandId, EventId, PublicId, TicketId, WebhookDeliveryId, WebhookId};
use crate::time::Timestamp;

/// Every statement of a webhook's reads.
pub const ALL: &[&str] =
    &[FIND, LIST, ACTIVE, COUNT, DELIVERIES, DELIVERY, BEHIND, HEAD, FEED, TICKET_BRAND];

macro_rules! columns {
    ($tail:literal) => {
        concat!(
            "select id, brand_id, name, url, secret, kinds, state, created_at, version from webhook ",
            $tail
        )
    };
}

macro_rules! delivery_columns {
    ($tail:literal) => {
        concat!(
            "select id, webhook_id, event_id, pos, body, state, attempts, last_status, last_error, last_duration_us, \
             created_at, attempted_at from webhook_delivery ",
            $tail
        )
    };
}

const FIND: &str = columns!("where id = $1");
const LIST: &str = columns!("order by name, id");
const ACTIVE: &str = columns!("where state = 'active'");
const COUNT: &str = "select count(*) from webhook";
const DELIVERIES: &str = delivery_columns!(
    "where webhook_id = $1 and (created_at < $2 or (created_at = $2 and id < $3)) \
     order by created_at desc, id desc limit $4"
);
const DELIVERY: &str = delivery_columns!("where id = $1");
const BEHIND: &str = "select count(*) from webhook where state = 'active' \
    and (select coalesce(max(pos), 0) from feed) > coalesce((select pos from follower where name = $1), 0)";
const HEAD: &str = "select coalesce(max(pos), 0) from feed";
const FEED: &str = "select f.pos, e.id, e.stream, e.seq, e.at, e.actor, e.kind, e.payload \
    from feed f join event e on e.id = f.event_id where f.pos > $1 order by f.pos limit $2";
const TICKET_BRAND: &str = "select public_id, brand_id from ticket where id = $1";

/// An event on its way to webhooks.
#[derive(Clone, Debug)]
pub struct Fact {
    pub pos: i64,
    pub event_id: EventId,
    pub stream: String,
    pub seq: i64,
    pub at: Timestamp,
    pub actor: String,
    pub kind: String,
    pub payload: Option<Vec<u8>>,
}

impl FromRow for Fact {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            pos: row.next()?,
            event_id: row.next()?,
            stream: row.next()?,
            seq: row.next()?,
            at: row.next()?,
            actor: row.next()?,
            kind: row.next()?,
            payload: row.next()?,
        })
    }
}

impl FromRow for Webhook {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            name: row.next()?,
            url: row.next()?,
            sealed_secret: row.next()?,
            kinds: Kinds::new(row.next::<String>()?.split(' ').map(str::to_owned))
                .map_err(|_refused| proofdesk_store::Error::Decode("webhook.kinds".to_owned()))?,
            state: row.next()?,
            created_at: row.next()?,
            version: row.next()?,
        })
    }
}

impl FromRow for Delivery {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            webhook_id: row.next()?,
            event_id: row.next()?,
            pos: row.next()?,
            body: row.next()?,
            state: row.next()?,
            attempts: row.next()?,
            last_status: row.next()?,
            last_error: row.next()?,
            last_duration_us: row.next()?,
            created_at: row.next()?,
            attempted_at: row.next()?,
        })
    }
}

pub async fn find(rx: &Rx<'_>, id: WebhookId) -> Result<Option<Webhook>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

/// All webhooks by name; there are at most [`crate::limits::WEBHOOKS`].
pub async fn list(rx: &Rx<'_>) -> Result<Vec<Webhook>> {
    Ok(rx.query(LIST, params![]).await?)
}

pub(super) async fn active(rx: &Rx<'_>) -> Result<Vec<Webhook>> {
    Ok(rx.query(ACTIVE, params![]).await?)
}

pub(super) async fn count(rx: &Rx<'_>) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT, params![]).await?;
    Ok(n)
}

/// Deliveries of a webhook, newest first, before `before` (the last row of the page before).
pub async fn deliveries(
    rx: &Rx<'_>,
    webhook_id: WebhookId,
    before: (Timestamp, WebhookDeliveryId),
    limit: u32,
) -> Result<Vec<Delivery>> {
    Ok(rx.query(DELIVERIES, params![webhook_id, before.0, before.1, limit]).await?)
}

pub async fn delivery(rx: &Rx<'_>, id: WebhookDeliveryId) -> Result<Option<Delivery>> {
    Ok(rx.query_opt(DELIVERY, params![id]).await?)
}

/// Says whether the fan-out has something to do: a webhook is active and the feed is ahead of the walker.
pub async fn is_behind(rx: &Rx<'_>) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(BEHIND, params![FOLLOWER]).await?;
    Ok(n > 0)
}

pub(super) async fn head(rx: &Rx<'_>) -> Result<i64> {
    let (pos,): (i64,) = rx.query_one(HEAD, params![]).await?;
    Ok(pos)
}

pub(super) async fn feed(rx: &Rx<'_>, after: i64, limit: u32) -> Result<Vec<Fact>> {
    Ok(rx.query(FEED, params![after, limit]).await?)
}

pub(super) async fn ticket(rx: &Rx<'_>, id: TicketId) -> Result<Option<(PublicId, BrandId)>> {
    Ok(rx.query_opt(TICKET_BRAND, params![id]).await?)
}
