//! The invented exchange tells what happens by itself, as a real one does: numbered, signed with a key of its own, and through
//! the same door. Nobody trusts it more because it lives in the same database.

use std::time::Duration;

use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;
use serde_json::{Value, json};

use super::script::{self, DepositScript, SecurityChangeScript, WithdrawalScript};
use super::sql::{self, Due};
use super::{Entry, Kind, parsed, venue};
use crate::bridge::facts::WithdrawalState;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::exchange_event::EventKind;
use crate::exchange_event::actions::take;
use crate::exchange_event::facts::{Batch, Incoming};
use crate::exchange_event::signature::{sign_hs256, verify};
use crate::exchange_key::actions::NewExchangeKey;
use crate::exchange_key::{self, NewMaterial};
use crate::id::BrandId;
use crate::time::Timestamp;
use crate::{brand, limits};

/// How far back a stream begins: what happened shortly before the desk was started is told too.
const LOOK_BACK: Duration = Duration::from_secs(4 * 3600);
/// A withdrawal is held so long after it was asked for.
const HELD_AFTER: Duration = Duration::from_secs(script::RELEASED_S);

/// Tells what has happened by now at every brand's exchange, at most [`limits::EXCHANGE_EVENTS_AT_ONCE`] things each. Returns
/// whether there is more.
///
/// # Errors
/// `no-permission` for everybody but the desk itself; those of the door.
pub async fn emit(tx: &Tx<'_>, cx: &mut Cx, keyring: &Keyring) -> Result<bool> {
    cx.viewer.require_inside()?;
    let mut has_more = false;
    for brand in brand::view::list(tx).await? {
        has_more |= emit_of(tx, cx, keyring, brand.id, &brand.slug).await?;
    }
    Ok(has_more)
}

async fn emit_of(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    brand_id: BrandId,
    slug: &str,
) -> Result<bool> {
    let (told, until) = sql::lock_emission(tx, brand_id, cx.now - LOOK_BACK).await?;
    let due = sql::due(tx, brand_id, (HELD_AFTER, until, cx.now)).await?;
    let reached = due.last().map_or(cx.now, |last| last.due);
    let is_full = due.len() >= limits::EXCHANGE_EVENTS_AT_ONCE / 2;
    let mut events = if told == 0 { standing_still(cx.now)? } else { Vec::new() };
    for one in due {
        events.extend(incoming(one, cx.now)?);
    }
    for (event, seq) in events.iter_mut().zip(told.saturating_add(1)..) {
        event.seq = seq;
    }
    let count = i64::try_from(events.len()).unwrap_or(i64::MAX);
    if !events.is_empty() {
        send(tx, cx, keyring, (brand_id, slug), Batch { events }).await?;
    }
    let until = if is_full { reached } else { cx.now };
    sql::set_emission(tx, brand_id, told.saturating_add(count), until).await?;
    Ok(is_full)
}

/// Through the door: signed, verified, read and taken like anybody's.
async fn send(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    (brand_id, slug): (BrandId, &str),
    batch: Batch,
) -> Result<()> {
    let kid = format!("sandbox-{slug}");
    let Some(secret) = key(tx, cx, keyring, brand_id, &kid).await? else { return Ok(()) };
    let broken = |_never| Error::Broken { what: "events of the sandbox that are no JSON" };
    let body = serde_json::to_vec(&batch).map_err(broken)?;
    let signed = sign_hs256(secret, &kid, cx.now, body)?;
    let verified = verify(tx, keyring, &signed, cx.now).await?;
    let read: Batch = serde_json::from_slice(&signed.body).map_err(broken)?;
    let arrivals = read.read(cx.now)?;
    take(tx, cx, keyring, verified, &arrivals).await?;
    Ok(())
}

/// The sandbox's secret for a brand, made when it tells the first time; `None` once somebody revoked the key: it is silent then.
async fn key(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    brand_id: BrandId,
    kid: &str,
) -> Result<Option<Vec<u8>>> {
    let all = exchange_key::view::list(tx, &cx.viewer).await?;
    if all.iter().all(|key| key.kid != kid) {
        let new = NewExchangeKey {
            brand_id,
            kid: kid.to_owned(),
            audience: "proofdesk-sandbox".to_owned(),
            material: NewMaterial::Hs256(None),
        };
        exchange_key::actions::add(tx, cx, keyring, &new).await?;
    }
    let stored = exchange_key::view::by_kid(tx, kid).await?;
    stored.map(|stored| stored.secret(keyring)).transpose()
}

/// What the venue says of networks that stand still from the beginning.
fn standing_still(now: Timestamp) -> Result<Vec<Incoming>> {
    let stands = venue::networks().into_iter().filter(|one| !(one.can_deposit && one.can_withdraw));
    let event = |one: crate::bridge::facts::Network| {
        let data = json!({
            "network": one.network, "asset": one.asset, "can_deposit": one.can_deposit,
            "can_withdraw": one.can_withdraw,
        });
        let id = format!("sandbox-{}-{}", one.network, one.asset);
        Ok(event(id, EventKind::NetworkSuspended, now, None, data))
    };
    stands.map(event).collect()
}

fn event(
    id: String,
    kind: EventKind,
    occurred_at: Timestamp,
    account: Option<String>,
    data: Value,
) -> Incoming {
    Incoming { id, seq: 0, kind, occurred_at, account, data }
}

/// One row as the event that tells it; `None` for a withdrawal that nobody holds.
fn incoming(due: Due, now: Timestamp) -> Result<Option<Incoming>> {
    let Due { account, kind, at, id, body, due: occurred_at } = due;
    let broken = |_never| Error::Broken { what: "a fact of the sandbox that is no JSON" };
    let entry = Entry { id, at, body };
    let (kind, data) = match kind {
        Kind::Deposit => {
            let told: DepositScript = parsed(&entry.body)?;
            let told = script::deposit(told, &entry, now, None);
            (EventKind::DepositSeen, serde_json::to_value(told).map_err(broken)?)
        }
        Kind::Withdrawal => {
            let told: WithdrawalScript = parsed(&entry.body)?;
            // As it stood when the hold began.
            let told = script::withdrawal(told, &entry, occurred_at, None);
            if told.state != WithdrawalState::Held {
                return Ok(None);
            }
            (EventKind::WithdrawalHeld, serde_json::to_value(told).map_err(broken)?)
        }
        Kind::SecurityChange => {
            let told: SecurityChangeScript = parsed(&entry.body)?;
            let told = script::security_change(told, &entry, now, None);
            (EventKind::SettingChanged, serde_json::to_value(told).map_err(broken)?)
        }
        _ => return Ok(None),
    };
    let id = format!("sandbox-{}", entry.id.simple());
    Ok(Some(event(id, kind, occurred_at, Some(account), data)))
}
