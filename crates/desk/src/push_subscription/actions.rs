use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::{
    AttemptState, Endpoint, JOB_KIND, JOB_LANE, KEY_AAD, Outcome, PushKey, place, sql, sum, view,
};
use crate::code::Code;
use crate::customer::event::CustomerChanged;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{CustomerId, NotificationDeliveryId, PushSubscriptionId, SessionId};
use crate::job::actions::enqueue_for;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::notification::{self, Channel, DeliveryState};
use crate::text::Clean;
use crate::time::Timestamp;

/// Keeps the installation's key if it has none yet. `secret` is the caller's: two nodes that start at once agree on the first.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn found_key(
    tx: &Tx<'_>,
    cx: &Cx,
    keyring: &Keyring,
    pair: (&[u8], &[u8]),
) -> Result<()> {
    cx.viewer.require_inside()?;
    if view::key(tx).await?.is_some() {
        return Ok(());
    }
    let (public, secret) = pair;
    let key = PushKey { public: public.to_vec(), sealed_secret: keyring.seal(KEY_AAD, secret) };
    sql::insert_key(tx, &key, cx.now).await
}

/// Adds the browser that the signed-in customer sits at, in place of what it was before. One too many ends the oldest.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` where the desk sends no pushes, or the customer came by a mailed link.
pub async fn add(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    endpoint: &Endpoint,
    device: &str,
) -> Result<PushSubscriptionId> {
    let me = cx.viewer.customer()?.clone();
    view::offer(tx, &me).await?.or_not_found()?;
    let id: PushSubscriptionId = cx.id();
    let text = serde_json::to_vec(endpoint)
        .map_err(|_never| Error::Broken { what: "an endpoint that does not become JSON" })?;
    let named: String = device.chars().filter(|c| !c.is_control()).collect();
    let named: String = named.chars().take(limits::USER_AGENT_CHARS).collect();
    let named = Clean::new(&named)?;
    let chain = log::lock(tx, &Stream::Customer(me.customer_id)).await?;
    sql::delete_endpoint(tx, &endpoint.digest()).await?;
    let new = sql::NewSubscription {
        id,
        customer_id: me.customer_id,
        session_id: me.session_id,
        endpoint_digest: endpoint.digest(),
        service: endpoint.service(),
        device: named.as_str(),
        sealed: keyring.seal(&place(id), &text),
        created_at: cx.now,
    };
    sql::insert(tx, &new).await?;
    sql::delete_surplus(tx, me.customer_id, i64::from(limits::PUSH_SUBSCRIPTIONS)).await?;
    // Whoever adds a browser wants to hear in it, whatever was chosen before.
    notification::actions::want_all(tx, cx, me.customer_id, Channel::Push).await?;
    chain.append(tx, cx, &[changed(me.customer_id)?]).await?;
    Ok(id)
}

/// Removes one of the signed-in customer's browsers.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` for one that is not theirs.
pub async fn remove(tx: &Tx<'_>, cx: &mut Cx, id: PushSubscriptionId) -> Result<()> {
    let customer_id = cx.viewer.customer()?.customer_id;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    if sql::delete(tx, id, customer_id).await? == 0 {
        return Err(Error::refused(Code::NotFound));
    }
    chain.append(tx, cx, &[changed(customer_id)?]).await?;
    Ok(())
}

/// Removes the browser of a session that ends.
pub(crate) async fn end_of_session(
    tx: &Tx<'_>,
    of: CustomerId,
    session_id: SessionId,
) -> Result<()> {
    sql::delete_of_session(tx, of, session_id).await?;
    Ok(())
}

/// Removes all browsers of a customer, who is signed out everywhere or erased.
pub(crate) async fn end_of_customer(tx: &Tx<'_>, of: CustomerId) -> Result<()> {
    sql::delete_of_customer(tx, of).await?;
    Ok(())
}

fn changed(customer_id: CustomerId) -> Result<NewEvent> {
    let fields = vec![format!("notify.{}", Channel::Push)];
    NewEvent::of(&CustomerChanged { customer_id, fields })
}

/// Plans a delivery to these browsers, and its job.
pub(crate) async fn plan(
    tx: &Tx<'_>,
    cx: &mut Cx,
    delivery_id: NotificationDeliveryId,
    to: &[PushSubscriptionId],
) -> Result<()> {
    for id in to {
        sql::insert_attempt(tx, delivery_id, *id).await?;
    }
    enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), delivery_id, limits::PUSH_ATTEMPTS).await
}

/// Forgets what became of deliveries that are about to be deleted, the oldest.
pub(crate) async fn prune_attempts(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<()> {
    sql::prune_attempts(tx, before, limit).await
}

/// Notes what came of an attempt at each browser, forgets those that are gone, and says what the delivery is now.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn record(
    tx: &Tx<'_>,
    cx: &mut Cx,
    delivery_id: NotificationDeliveryId,
    outcomes: &[Outcome],
    is_last: bool,
) -> Result<DeliveryState> {
    cx.viewer.require_inside()?;
    for outcome in outcomes {
        note(tx, cx, delivery_id, outcome).await?;
    }
    let state = sum(&view::states(tx, delivery_id).await?, is_last);
    let lost = outcomes.iter().rev().find_map(|outcome| outcome.error.as_deref());
    let error = lost.filter(|_| state != DeliveryState::Sent).or(match state {
        DeliveryState::Bounced => Some("no-device"),
        _ => None,
    });
    notification::actions::record(tx, cx, delivery_id, state, error).await?;
    Ok(state)
}

async fn note(
    tx: &Tx<'_>,
    cx: &mut Cx,
    delivery_id: NotificationDeliveryId,
    outcome: &Outcome,
) -> Result<()> {
    let Outcome { id, state, error } = outcome;
    sql::set_attempt(tx, delivery_id, *id, *state, error.as_deref()).await?;
    let Some(owner) = view::owner(tx, *id).await? else { return Ok(()) };
    let is_over = match state {
        AttemptState::Sent => {
            sql::set_sent(tx, *id, cx.now).await?;
            false
        }
        AttemptState::Gone => sql::delete(tx, *id, owner).await? > 0,
        AttemptState::Failed => sql::set_failed(tx, *id, limits::PUSH_FAILURES).await?,
        AttemptState::Queued => false,
    };
    if is_over {
        log::append(tx, cx, &Stream::Customer(owner), &[changed(owner)?]).await?;
    }
    Ok(())
}
