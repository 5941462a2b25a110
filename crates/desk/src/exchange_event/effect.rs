//! What an event does, with nouns that are there. An account that nobody here has is nobody's: its events are handled by
//! doing nothing.

use std::collections::BTreeSet;

use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::{EventKind, ExchangeTold, Facts};
use crate::cx::Cx;
use crate::error::Result;
use crate::form::QuestionKind;
use crate::id::{BrandId, CustomerId, TicketId};
use crate::identity::{self, PORTAL};
use crate::ticket::view::{ActiveTicket, active_of_customer};
use crate::ticket::{exchange, snooze};
use crate::time::Timestamp;
use crate::{evidence, form, limits, network_suspension, notification};

/// What an event is about.
pub(super) struct About<'a> {
    pub brand_id: BrandId,
    pub account: Option<&'a str>,
    pub at: Timestamp,
}

/// Does it, and returns how many tickets were changed.
pub(super) async fn apply(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    about: &About<'_>,
    facts: &Facts,
) -> Result<i64> {
    let (brand_id, at) = (about.brand_id, about.at);
    match facts {
        Facts::NetworkSuspended(suspended) => {
            network_suspension::actions::suspend(tx, brand_id, suspended, at).await?;
            return Ok(0);
        }
        Facts::NetworkResumed(resumed) => {
            network_suspension::actions::resume(tx, brand_id, resumed, at).await?;
            return Ok(0);
        }
        _ => {}
    }
    let Some(customer_id) = customer(tx, about).await? else { return Ok(0) };
    let active = active_of_customer(tx, customer_id, limits::EXCHANGE_EVENT_TICKETS).await?;
    if let Facts::RiskAlert(alert) = facts {
        if active.is_empty() {
            exchange::open_alert(tx, cx, keyring, (customer_id, brand_id), alert.reason).await?;
            return Ok(1);
        }
        return alarm(tx, cx, &active).await;
    }
    let Some(told) = facts.told() else { return Ok(0) };
    if told.about == EventKind::DepositSeen {
        for ticket in &active {
            snooze::wake_for_deposit(tx, cx, ticket.id).await?;
        }
    }
    let mut changed = Vec::new();
    for ticket in active {
        if concerns(tx, &told, &ticket).await? {
            changed.push(exchange::tell(tx, cx, &ticket.public_id, &told).await?);
        }
    }
    let ticket = changed.first();
    notification::actions::told(tx, cx, (customer_id, brand_id), ticket, &told).await?;
    Ok(count(changed.len()))
}

async fn customer(tx: &Tx<'_>, about: &About<'_>) -> Result<Option<CustomerId>> {
    let Some(account) = about.account else { return Ok(None) };
    let known = identity::view::find(tx, about.brand_id, PORTAL, account).await?;
    Ok(known.map(|identity| identity.customer_id))
}

async fn alarm(tx: &Tx<'_>, cx: &mut Cx, active: &[ActiveTicket]) -> Result<i64> {
    let mut raised = 0;
    for ticket in active {
        raised += usize::from(exchange::alarm(tx, cx, &ticket.public_id).await?);
    }
    Ok(count(raised))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Categories whose tickets a kind of event can be about although they do not name the very thing.
const fn categories(about: EventKind) -> &'static [&'static str] {
    match about {
        EventKind::DepositSeen => &["deposit-not-credited", "wrong-network", "missing-memo"],
        EventKind::WithdrawalHeld => &["withdrawal-pending", "withdrawal-failed"],
        EventKind::SettingChanged => &["login-or-2fa", "account-change", "theft"],
        _ => &[],
    }
}

/// Whether a ticket is about what was told: it names its hash or number, or it is of a fitting category and names the coin and no
/// other transaction.
async fn concerns(tx: &Tx<'_>, told: &ExchangeTold, ticket: &ActiveTicket) -> Result<bool> {
    let is_fitting = categories(told.about).contains(&ticket.category.as_str());
    if told.about == EventKind::SettingChanged {
        return Ok(is_fitting);
    }
    let named = Named::of(tx, ticket.id).await?;
    let mut keys = BTreeSet::from([told.reference.to_lowercase()]);
    keys.extend(told.tx_hash.iter().flat_map(|hash| evidence::search_keys(hash)));
    if keys.iter().any(|key| named.keys.contains(key)) {
        return Ok(true);
    }
    let asset = told.asset.as_deref().unwrap_or_default().to_lowercase();
    Ok(is_fitting && !named.has_tx && named.assets.contains(&asset))
}

/// What a ticket names, by its evidence and its answers.
#[derive(Default)]
struct Named {
    keys: BTreeSet<String>,
    assets: BTreeSet<String>,
    has_tx: bool,
}

impl Named {
    async fn of(tx: &Tx<'_>, ticket_id: TicketId) -> Result<Self> {
        let mut named = Self::default();
        for (kind, key) in evidence::view::keys(tx, ticket_id).await? {
            named.has_tx |= kind == "tx";
            named.keys.insert(key);
        }
        for fact in form::view::facts(tx, ticket_id).await? {
            let Some(value) = fact.value else { continue };
            match fact.kind {
                QuestionKind::Asset => {
                    named.assets.insert(value.to_lowercase());
                }
                QuestionKind::Tx => {
                    named.has_tx = true;
                    named.keys.extend(evidence::search_keys(&value));
                }
                _ => {
                    named.keys.insert(value.trim().to_lowercase());
                }
            }
        }
        Ok(named)
    }
}
