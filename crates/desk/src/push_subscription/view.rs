//! Reading: one's own browsers, the installation's key, and what a push says.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{AttemptState, Device, Parcel, PushKey, Target};
use crate::error::Result;
use crate::id::{CustomerId, Id as _, NotificationDeliveryId, PushSubscriptionId};
use crate::limits;
use crate::notification::Topic;
use crate::ticket::Author;
use crate::viewer::CustomerViewer;
use crate::{identity, notification};

pub(super) const KEY: &str = "select public_key, sealed_secret from push_key where name = 'vapid'";
pub(super) const LIST: &str = "select id, device, service, endpoint_digest, created_at, sent_at \
    from push_subscription where customer_id = $1 order by id desc limit 100";
// Where there is no such road, nothing was ever configured for it or it is closed.
pub(super) const REACHED: &str = "select s.id from push_subscription s \
    join outward_channel o on o.channel = 'push' and o.is_open \
    left join notification_preference p on p.customer_id = s.customer_id and p.channel = 'push' \
    left join notification_wish w on w.customer_id = s.customer_id and w.channel = 'push' and w.topic = $1 \
    where s.customer_id = $2 and (coalesce(w.is_on, p.is_on, true) or $1 = 'security') order by s.id limit $3";
pub(super) const PARCEL: &str = "select d.state, n.kind, t.public_id, \
    (select m.author_kind from message m where m.ticket_id = n.ticket_id and m.seq = 1), \
    c.locale, b.name, k.public_key, k.sealed_secret \
    from notification_delivery d join notification n on n.id = d.notification_id \
    left join ticket t on t.id = n.ticket_id join customer c on c.id = n.customer_id \
    join brand b on b.id = c.brand_id join push_key k on k.name = 'vapid' \
    where d.id = $1 and d.channel = 'push'";
// Whoever removed a browser, or was signed out everywhere, has taken its row away.
pub(super) const TARGETS: &str = "select s.id, s.sealed from push_attempt a \
    join push_subscription s on s.id = a.subscription_id \
    where a.delivery_id = $1 and a.state = 'queued' order by s.id";
// One that waits for a browser which was removed meanwhile waits for nothing.
pub(super) const STATES: &str = "select case when a.state = 'queued' and s.id is null then 'gone' else a.state end \
    from push_attempt a left join push_subscription s on s.id = a.subscription_id where a.delivery_id = $1";
pub(super) const OWNER: &str = "select customer_id from push_subscription where id = $1";

impl FromRow for PushKey {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { public: row.next()?, sealed_secret: row.next()? })
    }
}

impl FromRow for Target {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, sealed: row.next()? })
    }
}

impl FromRow for Device {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            service: row.next()?,
            endpoint_digest: row.next()?,
            created_at: row.next()?,
            sent_at: row.next()?,
        })
    }
}

/// The installation's key; `None` where push was never switched on.
pub async fn key(rx: &Rx<'_>) -> Result<Option<PushKey>> {
    Ok(rx.query_opt(KEY, params![]).await?)
}

/// The public key for the browsers of this customer, if they may have pushes: the installation sends them, and the
/// customer has an account to which the link in a push leads.
pub async fn offer(rx: &Rx<'_>, me: &CustomerViewer) -> Result<Option<Vec<u8>>> {
    if !notification::view::is_open(rx, notification::Channel::Push).await? {
        return Ok(None);
    }
    let identity = identity::view::by_id(rx, me.identity_id).await?;
    if identity.is_none_or(|identity| identity.kind != identity::PORTAL) {
        return Ok(None);
    }
    Ok(key(rx).await?.map(|key| key.public))
}

/// One's own browsers, the newest first.
pub async fn list(rx: &Rx<'_>, me: &CustomerViewer) -> Result<Vec<Device>> {
    Ok(rx.query(LIST, params![me.customer_id]).await?)
}

/// Browsers that a push about a topic goes to. None where their owner wants none.
pub(crate) async fn reached(
    rx: &Rx<'_>,
    of: CustomerId,
    topic: Topic,
) -> Result<Vec<PushSubscriptionId>> {
    let rows: Vec<(PushSubscriptionId,)> =
        rx.query(REACHED, params![topic, of, limits::PUSH_SUBSCRIPTIONS]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn owner(rx: &Rx<'_>, id: PushSubscriptionId) -> Result<Option<CustomerId>> {
    let row: Option<(CustomerId,)> = rx.query_opt(OWNER, params![id]).await?;
    Ok(row.map(|(id,)| id))
}

pub(super) async fn states(
    rx: &Rx<'_>,
    delivery_id: NotificationDeliveryId,
) -> Result<Vec<AttemptState>> {
    let rows: Vec<(AttemptState,)> = rx.query(STATES, params![delivery_id]).await?;
    Ok(rows.into_iter().map(|(state,)| state).collect())
}

impl FromRow for Parcel {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            delivery_id: NotificationDeliveryId::from_uuid(uuid::Uuid::nil()),
            state: row.next()?,
            kind: row.next()?,
            ticket: row.next()?,
            is_of_desk: row.next::<Option<Author>>()?.is_some_and(|by| by != Author::Customer),
            locale: row.next()?,
            brand_name: row.next()?,
            key: PushKey { public: row.next()?, sealed_secret: row.next()? },
            targets: Vec::new(),
        })
    }
}

/// Everything that a push says, and the browsers that have not got it; `None` when the delivery is gone.
pub async fn parcel(rx: &Rx<'_>, id: NotificationDeliveryId) -> Result<Option<Parcel>> {
    let Some(mut parcel) = rx.query_opt::<Parcel>(PARCEL, params![id]).await? else {
        return Ok(None);
    };
    parcel.delivery_id = id;
    parcel.targets = rx.query(TARGETS, params![id]).await?;
    Ok(Some(parcel))
}
