use std::sync::Arc;

use proofdesk_store::Tx;
use serde::Serialize;

use super::view::{self, Fact};
use super::{
    Delivery, DeliveryState, FAN_OUT_ROWS, FOLLOWER, JOB_KIND, JOB_LANE, Kinds, Webhook,
    WebhookCreated, WebhookDeleted, WebhookState, WebhookUpdated, check_url, sql,
};
use crate::brand;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, PublicId, TicketId, WebhookDeliveryId, WebhookId};
use crate::job::actions::enqueue_for;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::outward::Policy;
use crate::permission::Permission;
use crate::text::Clean;
use crate::time::Timestamp;
use crate::transfer;

/// A webhook about to be made.
#[derive(Clone, Debug)]
pub struct NewWebhook {
    pub name: Clean,
    pub url: String,
    pub kinds: Kinds,
    pub brand_id: Option<BrandId>,
    /// The signing secret, already sealed: sealing draws randomness, which a closure that may run twice must not.
    pub sealed_secret: Vec<u8>,
    /// Where it may lead.
    pub policy: Arc<Policy>,
}

/// What changes; `None` stays.
#[derive(Clone, Debug, Default)]
pub struct WebhookChange {
    pub name: Option<Clean>,
    pub url: Option<String>,
    pub kinds: Option<Kinds>,
    pub state: Option<WebhookState>,
    pub sealed_secret: Option<Vec<u8>>,
    /// Where a new address may lead.
    pub policy: Arc<Policy>,
}

/// What came of one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The HTTP status, when there was an answer.
    pub status: Option<i64>,
    /// Why it was not received, as a stable word; `None` when it was.
    pub error: Option<String>,
    pub duration_us: i64,
}

impl Outcome {
    /// Says whether the receiver took it.
    pub fn is_success(&self) -> bool {
        self.error.is_none()
    }
}

/// Makes a webhook. It gets events from now on.
///
/// # Errors
/// `no-permission`, `webhook-url`, `field-invalid` for an unknown brand, `limit-reached` when there are too many.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, new: &NewWebhook) -> Result<Webhook> {
    cx.viewer.require(Permission::WebhookManage)?;
    check_url(&new.url, &new.policy)?;
    if let Some(brand_id) = new.brand_id
        && brand::view::find(tx, brand_id).await?.is_none()
    {
        return Err(Error::field("brand_id", Code::FieldInvalid));
    }
    if view::count(tx).await? >= i64::try_from(limits::WEBHOOKS).unwrap_or(i64::MAX) {
        return Err(Error::limit_reached_at("webhooks", limits::WEBHOOKS));
    }
    let webhook = Webhook {
        id: cx.id(),
        brand_id: new.brand_id,
        name: new.name.as_str().to_owned(),
        url: new.url.clone(),
        sealed_secret: new.sealed_secret.clone(),
        kinds: new.kinds.clone(),
        state: WebhookState::Active,
        created_at: cx.now,
        version: 1,
    };
    skip_past(tx, cx).await?;
    sql::insert(tx, &webhook).await?;
    let created = WebhookCreated { webhook_id: webhook.id, kinds: webhook.kinds.to_string() };
    log::append(tx, cx, &Stream::Organisation, &[NewEvent::of(&created)?]).await?;
    Ok(webhook)
}

/// While no webhook is active the walker rests; before the first one starts, it jumps over what happened meanwhile.
async fn skip_past(tx: &Tx<'_>, cx: &Cx) -> Result<()> {
    if view::active(tx).await?.is_empty() {
        sql::lock_follower(tx, FOLLOWER).await?;
        let head = view::head(tx).await?;
        sql::set_follower(tx, FOLLOWER, head, cx.now).await?;
    }
    Ok(())
}

/// Changes a webhook.
///
/// # Errors
/// `no-permission`, `not-found`, `version-conflict`, `webhook-url`.
pub async fn update(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: WebhookId,
    change: &WebhookChange,
    expect: Option<i64>,
) -> Result<Webhook> {
    cx.viewer.require(Permission::WebhookManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let mut webhook = view::find(tx, id).await?.or_not_found()?;
    if expect.is_some_and(|version| version != webhook.version) {
        let version = webhook.version.to_string();
        return Err(Error::refused_with(Code::VersionConflict, vec![("version", version)]));
    }
    if let Some(url) = &change.url {
        check_url(url, &change.policy)?;
        webhook.url.clone_from(url);
    }
    if let Some(name) = &change.name {
        webhook.name = name.as_str().to_owned();
    }
    if let Some(kinds) = &change.kinds {
        webhook.kinds = kinds.clone();
    }
    if let Some(state) = change.state {
        if state == WebhookState::Active {
            skip_past(tx, cx).await?;
        }
        webhook.state = state;
    }
    if let Some(secret) = &change.sealed_secret {
        webhook.sealed_secret.clone_from(secret);
    }
    webhook.version += 1;
    sql::update(tx, &webhook).await?;
    let updated = WebhookUpdated {
        webhook_id: id,
        kinds: webhook.kinds.to_string(),
        state: webhook.state,
        url_changed: change.url.is_some(),
        secret_changed: change.sealed_secret.is_some(),
    };
    chain.append(tx, cx, &[NewEvent::of(&updated)?]).await?;
    Ok(webhook)
}

/// Deletes a webhook with its deliveries.
///
/// # Errors
/// `no-permission`, `not-found`.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, id: WebhookId) -> Result<()> {
    cx.viewer.require(Permission::WebhookManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    view::find(tx, id).await?.or_not_found()?;
    sql::delete(tx, id).await?;
    chain.append(tx, cx, &[NewEvent::of(&WebhookDeleted { webhook_id: id })?]).await?;
    Ok(())
}

/// Walks a page of the feed and makes the deliveries that webhooks want, with their jobs, in one transaction with the
/// walker's place: none is missed, none is made twice. Returns whether there may be more.
///
/// # Errors
/// Only those of the store.
pub async fn fan_out(tx: &Tx<'_>, cx: &mut Cx) -> Result<bool> {
    let from = sql::lock_follower(tx, FOLLOWER).await?;
    let webhooks = view::active(tx).await?;
    if webhooks.is_empty() {
        return Ok(false);
    }
    let page = u32::try_from(limits::FEED_PAGE).unwrap_or(u32::MAX);
    let facts = view::feed(tx, from, page).await?;
    let more = facts.len() == usize::try_from(page).unwrap_or(usize::MAX);
    let mut made = 0;
    let mut reached = from;
    for fact in &facts {
        if made + webhooks.len() > FAN_OUT_ROWS && made > 0 {
            sql::set_follower(tx, FOLLOWER, reached, cx.now).await?;
            return Ok(true);
        }
        made += deliver_to(tx, cx, &webhooks, fact).await?;
        reached = fact.pos;
    }
    if reached > from {
        sql::set_follower(tx, FOLLOWER, reached, cx.now).await?;
    }
    Ok(more)
}

async fn deliver_to(tx: &Tx<'_>, cx: &mut Cx, webhooks: &[Webhook], fact: &Fact) -> Result<usize> {
    if transfer::is_quiet(&fact.actor) {
        return Ok(0);
    }
    let wanted: Vec<&Webhook> = webhooks.iter().filter(|w| w.kinds.want(&fact.kind)).collect();
    if wanted.is_empty() {
        return Ok(0);
    }
    let ticket =
        match fact.stream.strip_prefix("ticket:").and_then(|id| id.parse::<TicketId>().ok()) {
            Some(id) => view::ticket(tx, id).await?,
            None => None,
        };
    let body = body(fact, ticket.as_ref().map(|(public_id, _)| public_id))?;
    let brand = ticket.map(|(_, brand_id)| brand_id);
    let mut made = 0;
    for webhook in wanted.into_iter().filter(|w| w.brand_id.is_none() || w.brand_id == brand) {
        let delivery = Delivery {
            id: cx.id(),
            webhook_id: webhook.id,
            event_id: fact.event_id,
            pos: fact.pos,
            body: body.clone(),
            state: DeliveryState::Pending,
            attempts: 0,
            last_status: None,
            last_error: None,
            last_duration_us: None,
            created_at: cx.now,
            attempted_at: None,
        };
        if sql::insert_delivery(tx, &delivery).await? {
            enqueue(tx, cx, delivery.id).await?;
            made += 1;
        }
    }
    Ok(made)
}

/// What a receiver gets. No text of any message: who wants it asks the API, which knows what they may see.
#[derive(Serialize)]
struct Body<'a> {
    id: crate::id::EventId,
    pos: i64,
    kind: &'a str,
    at: Timestamp,
    stream: &'a str,
    seq: i64,
    actor: &'a str,
    ticket: Option<&'a PublicId>,
    data: Option<Box<serde_json::value::RawValue>>,
}

fn body(fact: &Fact, ticket: Option<&PublicId>) -> Result<String> {
    let broken = |_not_json| Error::Broken { what: "an event payload that is no JSON" };
    let data = fact
        .payload
        .as_ref()
        .map(|bytes| serde_json::from_slice::<Box<serde_json::value::RawValue>>(bytes))
        .transpose()
        .map_err(broken)?;
    let body = Body {
        id: fact.event_id,
        pos: fact.pos,
        kind: &fact.kind,
        at: fact.at,
        stream: &fact.stream,
        seq: fact.seq,
        actor: &fact.actor,
        ticket,
        data: data.filter(|d| d.get().len() <= limits::WEBHOOK_PAYLOAD_BYTES),
    };
    serde_json::to_string(&body).map_err(broken)
}

async fn enqueue(tx: &Tx<'_>, cx: &mut Cx, id: WebhookDeliveryId) -> Result<()> {
    enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), id, limits::WEBHOOK_ATTEMPTS).await
}

/// Records what came of an attempt. `last` says that no further one follows.
///
/// # Errors
/// Only those of the store.
pub async fn record(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: WebhookDeliveryId,
    outcome: &Outcome,
    last: bool,
) -> Result<()> {
    let state = match (outcome.is_success(), last) {
        (true, _) => DeliveryState::Delivered,
        (false, true) => DeliveryState::Failed,
        (false, false) => DeliveryState::Pending,
    };
    sql::set_outcome(tx, id, state, outcome, cx.now).await
}

/// Ends a delivery whose webhook is paused: nobody gets it, and it can be sent again by hand.
///
/// # Errors
/// Only those of the store.
pub async fn give_up_paused(tx: &Tx<'_>, id: WebhookDeliveryId) -> Result<()> {
    sql::give_up(tx, id, "paused").await
}

/// Deletes deliveries that ended long ago, at most `limit`, and returns how many.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    sql::prune(tx, cx.now - limits::WEBHOOK_DELIVERY_AGE, limit).await
}

/// Sends a finished delivery again, with the same id and body.
///
/// # Errors
/// `no-permission`, `not-found`, `delivery-pending` while it is still being tried.
pub async fn redeliver(tx: &Tx<'_>, cx: &mut Cx, id: WebhookDeliveryId) -> Result<Delivery> {
    cx.viewer.require(Permission::WebhookManage)?;
    view::delivery(tx, id).await?.or_not_found()?;
    if !sql::reopen(tx, id).await? {
        return Err(Error::refused(Code::DeliveryPending));
    }
    enqueue(tx, cx, id).await?;
    view::delivery(tx, id).await?.or_not_found()
}
